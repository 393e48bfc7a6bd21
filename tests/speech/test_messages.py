"""From a cue to its sentence: the exercise's own words, names, lists, other locales, many threads."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fluent.syntax import FluentSerializer

from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Form, Side
from skill.errors import SpeechError
from skill.speech import messages as module
from skill.speech.locales import CONTENT, DEFAULT_LOCALE, SPOKEN_LOCALES, differences_of, spoken_locale
from skill.speech.messages import Messages, message_id_of, messages_for
from skill.speech.values import variables_of
from tests.speech.samples import LONG_REST, TINY_LIFT, cues_of


@pytest.mark.parametrize(
    ("kind", "message_id"),
    [(cues.RepDone, "rep-done"), (cues.ShallIGoOn, "shall-i-go-on"), (cues.Up, "up"), (cues.SafeStop, "safe-stop")],
)
def test_a_message_is_named_after_its_cue(kind: type[Cue], message_id: str) -> None:
    assert message_id_of(kind) == message_id


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        (cues.Setup(exercise_id=TINY_LIFT), "Lie on your back."),
        (cues.Setup(exercise_id=TINY_LIFT, form=Form.EASIER), "Lie on your back."),
        (cues.Step(exercise_id=TINY_LIFT, step_number=2), "Lower it again."),
        (cues.FormHow(exercise_id=TINY_LIFT, form=Form.WITHOUT_FLOOR), "Do it sitting."),
        (cues.Variant(exercise_id=TINY_LIFT, level=Level.PROGRESSED), "Lift it with a sock on."),
        (cues.NotFor(exercise_id=TINY_LIFT, reason_number=1), "Leave it out with a broken toe."),
        (cues.Up(exercise_id=TINY_LIFT), "Lift."),
        (cues.Up(exercise_id=TINY_LIFT, movement_id="sit"), "Stand."),
        (cues.MovementHow(movement_id="sit"), "Stand up from the chair."),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Cue) else "",
)
def test_an_exercise_has_words_of_its_own(messages: Messages, cue: Cue, words: str) -> None:
    assert messages.say(cue) == words


def test_setting_up_without_the_floor_never_sends_to_the_mat(messages: Messages) -> None:
    words = messages.say(cues.Setup(exercise_id=TINY_LIFT, form=Form.WITHOUT_FLOOR))

    assert "won't need the floor" in words
    assert "Lie" not in words


def test_names_take_the_place_of_ids(messages: Messages) -> None:
    assert messages.say(cues.NextIs(exercise_id=TINY_LIFT)) == "Next is Tiny Lift."
    assert "Long Rest" in messages.say(cues.NeedsFloor(exercise_id=TINY_LIFT, instead=LONG_REST))
    assert "Sit to Stand" in messages.say(cues.MovementIntro(movement_id="sit", movement_number=1, movements=2))
    assert messages.exercise_name(TINY_LIFT) == "Tiny Lift"


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        ((), "none"),
        (("Bridge",), "Bridge"),
        (("Bridge", "Bird Dog"), "Bridge and Bird Dog"),
        (("Bridge", "Bird Dog", "Dead Bug", "Row"), "Bridge, Bird Dog, Dead Bug and Row"),
    ],
)
def test_names_are_listed(messages: Messages, names: tuple[str, ...], listed: str) -> None:
    assert messages.listed(names) == listed


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(45, "45 seconds left."), (89, "89 seconds left."), (90, "2 minutes left."), (255, "4 minutes left.")],
)
def test_long_lengths_are_told_in_minutes(messages: Messages, seconds: int, words: str) -> None:
    assert messages.say(cues.PickUpHold(seconds_left=seconds)) == f"Picking up, {words}"


@pytest.mark.parametrize(("minutes", "words"), [(89, "89 minutes."), (90, "2 hours."), (181, "4 hours.")])
def test_a_long_wait_is_told_in_hours_that_are_never_too_few(messages: Messages, minutes: int, words: str) -> None:
    assert messages.say(cues.BlockTooSoon(minutes=minutes)).endswith(words)


def test_the_number_to_call_is_said_digit_by_digit_and_written_whole(messages: Messages) -> None:
    cue = cues.EmergencyNeck(emergency_number="112 or 999")

    assert "Call 1 1 2 or 9 9 9 now." in messages.say(cue)
    assert "Call 112 or 999 now." in messages.write(cue)


def test_a_question_without_a_reprompt_is_asked_again_in_the_same_words(content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locales" / DEFAULT_LOCALE
    folder.mkdir(parents=True)
    (folder / "coach.ftl").write_text("ask-ready = Ready?\n", encoding="utf-8")

    assert Messages(DEFAULT_LOCALE, tmp_path).reprompt(cues.AskReady()) == "Ready?"


@pytest.mark.parametrize(
    "cue",
    [
        cues.NextIs(exercise_id=ExerciseId("no-such-exercise")),
        cues.Step(exercise_id=TINY_LIFT, step_number=9),
        cues.FormHow(exercise_id=TINY_LIFT, form=Form.USUAL),
        cues.Breathing(exercise_id=LONG_REST),
    ],
    ids=["exercise", "step", "form", "attribute"],
)
def test_what_has_no_words_is_never_said(messages: Messages, cue: Cue) -> None:
    with pytest.raises(SpeechError):
        messages.say(cue)


@pytest.mark.parametrize("locale", ["de-DE", "fr-CA", "", "xx-XX"])
def test_a_locale_without_words_hears_american_english(locale: str) -> None:
    assert spoken_locale(locale) == "en-US"
    assert messages_for(locale) is messages_for("en-US")


@pytest.mark.parametrize(
    ("locale", "number", "said", "therapist", "plan"),
    [
        ("en-US", "911", "9 1 1", "physical therapist", "program"),
        ("en-GB", "999", "nine nine nine", "physiotherapist", "programme"),
        ("en-AU", "000", "triple zero", "physiotherapist", "program"),
        ("en-CA", "911", "9 1 1", "physiotherapist", "program"),
        ("en-IN", "112", "one one two", "physiotherapist", "programme"),
    ],
)
def test_each_country_has_its_own_words(locale: str, number: str, said: str, therapist: str, plan: str) -> None:
    messages = messages_for(locale)
    emergency = cues.EmergencyNeck(emergency_number=number)

    assert f"Call {said} now." in messages.say(emergency)
    assert f"Call {number} now." in messages.write(emergency)
    assert f"your doctor or {therapist}" in messages.say(cues.Disclaimer(emergency_number=number))
    assert f"your therapist's {plan} now" in messages.say(cues.ProgramTakenUp())


def test_only_the_united_states_have_physical_therapists() -> None:
    for locale in set(SPOKEN_LOCALES) - {"en-US"}:
        bundle, differences = messages_for(locale).bundle, differences_of(CONTENT / "locales" / locale)
        spoken = [FluentSerializer().serialize_entry(differences.apply(bundle.message(one))) for one in bundle.entries]
        assert not [text for text in spoken if re.search(r"physical\s+therap", text, re.IGNORECASE)], locale


def test_no_word_of_a_count_differs_between_countries() -> None:
    """So its slots, measured in American English, hold everywhere."""
    beats = [
        (entry_id, attribute.id.name)
        for entry_id, entry in messages_for("en-US").bundle.entries.items()
        if entry.path.parent.parent.name == "exercises"
        for attribute in messages_for("en-US").bundle.message(entry_id).attributes
        if attribute.id.name in ("up", "hold", "down")
    ]
    assert len(beats) > 30
    for locale in SPOKEN_LOCALES:
        bundle = messages_for(locale).bundle
        assert [bundle.format(*one) for one in beats] == [messages_for("en-US").bundle.format(*one) for one in beats]


def test_a_file_added_to_a_locale_is_spoken_too(content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locales" / DEFAULT_LOCALE
    folder.mkdir(parents=True)
    (folder / "web.ftl").write_text("guides-title = Audio guides\nguides-count = { $count } guides\n", encoding="utf-8")
    messages = Messages(DEFAULT_LOCALE, tmp_path)

    assert messages.text("guides-title") == "Audio guides"
    assert messages.text("guides-count", count=3) == "3 guides"
    with pytest.raises(SpeechError, match="Unknown external: count"):
        messages.text("guides-count")


def test_many_threads_hear_the_same(content: Path) -> None:
    samples = [cue for kind in cues.KINDS.values() for cue in list(cues_of(kind))[:3]]
    alone = Messages(DEFAULT_LOCALE, content)
    expected = [alone.say(cue) for cue in samples]
    shared = Messages(DEFAULT_LOCALE, content)
    with ThreadPoolExecutor(8) as threads:
        heard = list(threads.map(lambda _: [shared.say(cue) for cue in samples], range(8)))

    assert heard == [expected] * 8


def test_sentences_kept_ready_are_bounded(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SENTENCES_KEPT", 10)
    messages = Messages(DEFAULT_LOCALE, content)
    for rep_number in range(1, 31):
        messages.say(cues.RepDone(rep_number=rep_number))

    assert messages._phrase.cache_info().currsize == 10


def test_cues_that_look_alike_are_not_mixed_up(messages: Messages) -> None:
    left, right = cues.SwitchSides(side=Side.LEFT), cues.SwitchSides(side=Side.RIGHT)
    again, halfway = cues.RepAgain(), cues.Halfway()

    assert len({messages.say(cue) for cue in (left, right, again, halfway)}) == 4


@pytest.mark.parametrize(
    ("kind", "variables"),
    [
        (cues.RepDone, {"rep_number"}),
        (cues.NextIs, {"exercise_id", "exercise"}),
        (cues.RoutineLists, {"exercise_ids", "exercises"}),
        (cues.TimeLeft, {"seconds", "minutes"}),
        (cues.ExercisesLeft, {"exercises_left", "minutes_left", "hours_left"}),
        (cues.NeedsFloor, {"exercise_id", "exercise", "instead"}),
    ],
)
def test_the_variables_of_a_cue(kind: type[Cue], variables: set[str]) -> None:
    assert variables_of(kind) == variables
