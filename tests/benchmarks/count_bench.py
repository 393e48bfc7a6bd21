"""What counting costs: building the reply of the longest script, its bytes, and how the spoken fallback keeps time.

Played as audio (APL-A) a beat has no error: its slot is a silence of exact length (tests/counting holds it). Spoken
with breaks (SSML) the breaks are made from estimates of the words' lengths, so what a word is longer or shorter than
its estimate adds up until the set is over. That is what is measured here: with words exactly as long as estimated, and
with words as long as the bundled voice says them, which is a pace Alexa's voice need not have.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from statistics import median

from skill.alexa import reply as replies
from skill.alexa.player import GuideShelf
from skill.alexa.serializer import QuickSerializer
from skill.app.coach import TurnOutcome
from skill.app.codec import Document
from skill.app.delivery import Channel, plan_delivery
from skill.dialogue.reply import Reply
from skill.domain import cues
from skill.domain.count.script import Script, script_for
from skill.domain.movement.dose import Dose, Level
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import PlannedExercise, Session
from skill.domain.plan.planned_exercise import dose_of, movements_of
from skill.domain.symptoms.verdicts import Reason
from skill.speech import ssml
from skill.speech.messages import messages_for
from skill.speech.timing import spoken_ms
from tests.benchmarks.tables import Measure
from tests.shipped import shipped_catalog

CALLS = 60
WARM_UP = 5
CATALOG = shipped_catalog()
MESSAGES = messages_for("en-US")
SHELF = GuideShelf(catalog=CATALOG, public_url=None)
_PIECE = re.compile(r'<break time="(\d+)ms"/>|([^<]+)')


def measure() -> Iterator[Measure]:
    """Yield every measure of a count."""
    planned = list(_counted())
    longest = max(planned, key=lambda one: _script(one).seconds)
    for channel in Channel:
        name = f"reply of the longest count ({longest.exercise_id}, {_script(longest).seconds} s), {channel}"
        yield Measure(name=name, value=_cpu_ms(longest, channel), unit="CPU ms", aim="<= 5")
    for channel in Channel:
        sizes = [len(_body(_script(one), channel)) for one in planned]
        yield Measure(name=f"largest reply of any count, {channel}", value=max(sizes), unit="bytes", aim="<= 24,000")
    yield from _errors([_script(one) for one in planned])


def _counted() -> Iterator[PlannedExercise]:
    for exercise_id in CATALOG.exercises:
        for level in Level:
            for one in movements_of(CATALOG, PlannedExercise(exercise_id=exercise_id, level=level)):
                if isinstance(dose_of(CATALOG, one), Dose):
                    yield one


def _script(planned: PlannedExercise) -> Script:
    dose = dose_of(CATALOG, planned)
    assert isinstance(dose, Dose)
    return script_for(
        CATALOG.exercises[planned.exercise_id], dose, CATALOG.rules.count, movement_id=planned.movement_id
    )


def _cpu_ms(planned: PlannedExercise, channel: Channel) -> float:
    """Return the median CPU time from the dose to the response's bytes, once every sentence has been said before."""
    times = []
    for _ in range(CALLS):
        before = time.process_time()
        _body(_script(planned), channel)
        times.append(time.process_time() - before)
    return median(times[WARM_UP:]) * 1000


def _body(script: Script, channel: Channel) -> bytes:
    question = cues.AskHowItWas(region=CATALOG.exercises[script.exercise_id].region)
    reply = Reply(
        patient=Patient(),
        session=Session(),
        cues=(cues.Why(reason=Reason.UNCHANGED),),
        question=question,
        script=script,
    )
    answer = TurnOutcome(reply=reply, delivery=plan_delivery(reply, MESSAGES, channel), document=Document())
    response = QuickSerializer().serialize(replies.write(answer, MESSAGES, SHELF))
    return json.dumps(response, ensure_ascii=False, separators=(",", ":")).encode()


def _errors(scripts: list[Script]) -> Iterator[Measure]:
    voiced = _voiced({MESSAGES.say(beat.cue) for script in scripts for beat in script.beats if beat.cue})
    for name, length_ms in (("as long as estimated", spoken_ms), ("in the bundled voice", voiced.__getitem__)):
        ends = [error for script in scripts for error in _set_errors(script, length_ms)]
        yield Measure(name=f"spoken, words {name}: late at a set's end, median", value=median(ends), unit="s")
        yield Measure(name=f"spoken, words {name}: late at a set's end, worst", value=max(ends, key=abs), unit="s")


def _set_errors(script: Script, length_ms: Callable[[str], float]) -> Iterator[float]:
    """Yield by how many seconds the last beat of each set and side comes late (above 0) or early after its first."""
    starts = dict(zip(range(len(script.beats)), _spoken_starts(script, length_ms), strict=True))
    runs: dict[tuple[int, int], list[float]] = {}
    for index, (beat, start) in enumerate(zip(script.beats, script.starts, strict=True)):
        run = (beat.place.set_number, beat.place.side_number)
        runs.setdefault(run, []).append(starts[index] / 1000 - start)
    for errors in runs.values():
        yield errors[-1] - errors[0]


def _spoken_starts(script: Script, length_ms: Callable[[str], float]) -> Iterator[float]:
    """Yield when each beat's word begins as SSML, in milliseconds, if words last *length_ms*."""
    texts = iter([MESSAGES.say(beat.cue) for beat in script.beats if beat.cue is not None])
    now_ms = 0.0
    for break_ms, said in _PIECE.findall(ssml.count(MESSAGES, script)):
        now_ms += float(break_ms or 0)
        left = said.strip()
        while left:
            text = next(texts)
            assert left.startswith(text), f"{left!r} does not begin with {text!r}"
            yield now_ms
            now_ms += length_ms(text)
            left = left.removeprefix(text).strip()


def _voiced(texts: set[str]) -> dict[str, float]:
    """Return how long the bundled voice takes for each of *texts*, in milliseconds, without the silence around it."""
    import numpy as np
    from hibari import SAMPLE_RATE, Hibari

    voice = Hibari(threads=1)
    lengths = {}
    for text in sorted(texts):
        loudness = np.abs(voice(text, seed=0))
        heard = np.flatnonzero(loudness > 0.01 * loudness.max())
        lengths[text] = float(heard[-1] - heard[0]) * 1000 / SAMPLE_RATE
    return lengths
