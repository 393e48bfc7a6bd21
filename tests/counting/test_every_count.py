"""Every count of every exercise, at every level, tempo and on both channels: on the beat, and within Alexa's limits."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from skill.alexa import reply as replies
from skill.alexa.player import GuideShelf
from skill.app.coach import TurnOutcome
from skill.app.codec import Document
from skill.app.delivery import Channel, plan_delivery
from skill.dialogue.latency import Latency, seconds_heard
from skill.dialogue.reply import Reply
from skill.domain import cues
from skill.domain.count.script import Script, place_after, reps_before, script_for
from skill.domain.count.terse_count import quietly
from skill.domain.movement.dose import Dose, Level
from skill.domain.movement.exercise import ExerciseId, Side
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import Count, PlannedExercise, Session
from skill.domain.plan.planned_exercise import dose_of, movements_of
from skill.domain.plan.tempo import paced
from skill.domain.symptoms.verdicts import Reason
from skill.simulator.heard import hear
from skill.speech import apla
from skill.speech.messages import messages_for
from tests.alexa.responses import complaints
from tests.shipped import shipped_catalog

CATALOG = shipped_catalog()
MESSAGES = messages_for("en-US")
SHELF = GuideShelf(catalog=CATALOG, public_url=None)
COUNTED = [
    movement
    for exercise in CATALOG.exercises.values()
    for level in Level
    for movement in movements_of(CATALOG, PlannedExercise(exercise_id=exercise.id, level=level))
    if isinstance(dose_of(CATALOG, movement), Dose)
]
LONGEST_APLA_SECONDS = 240
LONGEST_SSML_SECONDS = 90


def name(planned: PlannedExercise) -> str:
    return "-".join(filter(None, (planned.exercise_id, planned.movement_id, planned.level)))


def script_of(
    planned: PlannedExercise, step: int = 0, rests: int = 0, side: Side | None = None, *, quiet: bool = False
) -> Script:
    dose = dose_of(CATALOG, planned)
    assert isinstance(dose, Dose)
    patient = Patient(tempo_steps={planned.exercise_id: step}, rest_steps=rests)
    dose = paced(dose, patient, planned.exercise_id, CATALOG.rules)
    exercise = CATALOG.exercises[planned.exercise_id]
    script = script_for(exercise, dose, CATALOG.rules.count, first_side=side, movement_id=planned.movement_id)
    return quietly(script, CATALOG.rules.count.longest_silence_seconds) if quiet else script


def answer_of(script: Script, channel: Channel) -> TurnOutcome:
    reply = Reply(
        patient=Patient(),
        session=Session(),
        cues=(cues.Why(reason=Reason.UNCHANGED),),
        question=cues.AskHowItWas(region=CATALOG.exercises[script.exercise_id].region),
        script=script,
    )
    delivery = plan_delivery(reply, MESSAGES, channel)
    return TurnOutcome(reply=reply, delivery=delivery, document=Document())


def limits(script: Script, channel: Channel) -> list[str]:
    """Return what is wrong with the response that counts *script*."""
    response = replies.write(answer_of(script, channel), MESSAGES, SHELF)
    heard = hear(_plain(response))
    wrong = complaints({"version": "1.0", "response": _plain(response)})
    longest = LONGEST_APLA_SECONDS if channel is Channel.APLA else LONGEST_SSML_SECONDS
    if max(heard.seconds, heard.reprompt_seconds) > longest + 1:
        wrong.append(f"{heard.seconds} s, then {heard.reprompt_seconds} s")
    return wrong


def _plain(response: object) -> dict[str, object]:
    from skill.alexa.serializer import QuickSerializer

    return QuickSerializer().serialize(response)


@pytest.mark.parametrize("quiet", [False, True], ids=["aloud", "quietly"])
@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize("planned", COUNTED, ids=name)
def test_every_exercise_at_every_level_stays_within_alexas_limits(
    planned: PlannedExercise, channel: Channel, quiet: bool
) -> None:
    assert limits(script_of(planned, quiet=quiet), channel) == []


@pytest.mark.slow
@pytest.mark.parametrize("planned", COUNTED, ids=name)
def test_every_side_tempo_and_rest_stays_within_alexas_limits(planned: PlannedExercise) -> None:
    steps, rests = range(-1, CATALOG.rules.slowest_tempo_step + 1), range(-1, 3)
    for step, rest, side, channel, quiet in product(steps, rests, Side, Channel, (False, True)):
        script = script_of(planned, step, rest, side, quiet=quiet)
        assert limits(script, channel) == [], (step, rest, side, channel, quiet)


@pytest.mark.parametrize("quiet", [False, True], ids=["aloud", "quietly"])
@pytest.mark.parametrize("planned", COUNTED, ids=name)
def test_played_as_audio_every_beat_comes_at_its_second(planned: PlannedExercise, quiet: bool) -> None:
    script = script_of(planned, quiet=quiet)
    answer = answer_of(script, Channel.APLA)
    assert answer.delivery is not None
    starts = [0.0]
    for part in answer.delivery.parts:
        document = apla.document(MESSAGES, part, "Shall I go on?")
        items = document["mainTemplate"]["items"][0]["items"][:-1]
        for item in items:
            starts.append(starts[-1] + (item["duration"] if item["type"] == "Silence" else item["ms"]) / 1000)

    assert [float(start) for start in script.starts] == starts[:-1]
    assert script.seconds == starts[-1]


SENT_AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
LATENCY = Latency()


def interruptions(count: Count) -> Iterator[tuple[float, datetime]]:
    """Yield how much of a count was truly heard, and when the request arrives, for every second of it."""
    for heard in range(sum(count.part_seconds) + 1):
        gap = count.gap_seconds if heard > count.part_seconds[0] else 0.0
        elapsed = LATENCY.out_seconds + count.lead_seconds + heard + gap + LATENCY.in_seconds
        yield heard, SENT_AT + timedelta(seconds=elapsed)


@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize("planned", COUNTED, ids=name)
def test_interrupted_at_any_second_the_place_is_at_or_before_the_true_one(
    planned: PlannedExercise, channel: Channel
) -> None:
    """The listener hears the script as it is sent; the latencies are the ones that are set."""
    script = script_of(planned)
    answer = answer_of(script, channel)
    assert answer.delivery is not None
    count = answer.delivery.timed(
        Count(start=script.beats[0].place, sent_at=SENT_AT, lead_seconds=0.0, part_seconds=())
    )
    starts, whole = script.starts, script.seconds
    for truly_heard, now in interruptions(count):
        heard = seconds_heard(count, now, LATENCY)
        found = place_after(script, heard)
        true_place = script.beats[bisect_right(starts, min(truly_heard, whole - 0.1)) - 1].place

        assert truly_heard - LATENCY.bias_seconds - 0.001 <= heard <= truly_heard + 0.001
        if found is None:
            assert truly_heard >= whole - 0.001
            continue
        behind = reps_before(script.dose, true_place) - reps_before(script.dose, found)
        assert found <= true_place, "never ahead"
        assert behind <= 1, f"at {truly_heard} s: {found} for {true_place}"


def test_the_longest_reply_is_within_the_budget() -> None:
    sizes = {
        (name(planned), channel): len(
            json.dumps(_plain(replies.write(answer_of(script_of(planned), channel), MESSAGES, SHELF)))
        )
        for planned in COUNTED
        for channel in Channel
    }

    assert max(sizes.values()) <= 24_000, max(sizes, key=lambda key: sizes[key])


def test_there_is_something_to_count() -> None:
    assert {ExerciseId("bridge"), ExerciseId("strength-training")} <= {planned.exercise_id for planned in COUNTED}
