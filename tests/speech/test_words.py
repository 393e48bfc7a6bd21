"""Every cue in every locale: it has words, and they are fit to be heard by somebody lying on the floor."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from skill.domain import cues
from skill.domain.cues import KINDS, Cue, Question
from skill.domain.movement.exercise import Region
from skill.domain.patient.state import State
from skill.domain.safety.screen_items import Answer, Asking, ScreenGroup, ScreenItem
from skill.speech.ftl import variables
from skill.speech.messages import (
    EXERCISE_WORDS,
    LESSON_WORDS,
    SCREEN_WORDS,
    TOPIC_WORDS,
    Messages,
    message_id_of,
    source_of,
)
from skill.speech.values import variables_of
from tests.shipped import shipped_catalog
from tests.speech.samples import cues_of, derived_locales, locales

SCREENING = shipped_catalog().rules.screening
COACHS_OWN = [
    kind
    for kind in KINDS.values()
    if not any(kind in words for words in (EXERCISE_WORDS, LESSON_WORDS, SCREEN_WORDS, TOPIC_WORDS))
]
QUESTIONS = [kind for kind in KINDS.values() if issubclass(kind, Question)]
EMERGENCIES = [kind for name, kind in KINDS.items() if name.startswith("Emergency")]
COUNTED = (cues.RepDone, cues.Countdown)
"""Their words are a bare number."""

ITEMS = [*SCREENING.first_use, *SCREENING.daily]
MOST_WORDS_A_SENTENCE = 22
MOST_WORDS_A_LIST = 42
"""docs/clinical.md §3.2a: at most about 40."""
SCREENS = (cues.AskScreening, cues.AskScreenList, cues.SignList)
LISTS = (cues.RoutineLists, cues.ExercisesKnown)
"""Their sentences are as long as the list of names in them."""

JARGON = re.compile(
    r"""\b(prone|supine|lumbar|cervical|thoracic|herniation|radicul\w*|centrali\w*|peripherali\w*|extension|flexion
    |retraction|isometric|neutral.spine|contraindic\w*|clinician|(uni|bi|)lateral|distal|proximal|peripheral|aerobic
    |cardio|dos(e|es|age)|paraesthesia|sciatica|stenosis|cauda)\b""",
    re.IGNORECASE | re.VERBOSE,
)
CONDITIONS = re.compile(
    r"""\b(cauda|equina|cancer|infect\w*|fracture\w*|stroke|heart|attack|angina|myelopathy|tumor|meningitis|aneurysm
    |embolism|herni\w*|disc)\b""",
    re.IGNORECASE | re.VERBOSE,
)
REASSURANCE = ["probably", "don't worry", "nothing to worry", "no need", "harmless", "usually fine", "relax"]


@pytest.fixture(scope="session", params=locales())
def spoken(request: pytest.FixtureRequest, content: Path) -> Messages:
    """The words of each locale in turn."""
    return Messages(request.param, content)


def said(messages: Messages, kind: type[Cue]) -> frozenset[str]:
    """Return everything *kind* may say, and ask again."""
    return _said(messages, next(name for name, one in KINDS.items() if one is kind))


@cache
def _said(messages: Messages, name: str) -> frozenset[str]:
    kind = KINDS[name]
    samples = list(cues_of(kind))
    again = [messages.reprompt(cue) for cue in samples if isinstance(cue, Question)]
    return frozenset(messages.say(cue) for cue in samples) | frozenset(again)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?])\s+", text)


def named(kind: type[Cue]) -> str:
    return kind.__name__


@pytest.mark.parametrize("kind", KINDS.values(), ids=named)
def test_every_cue_has_words_for_all_its_values(spoken: Messages, kind: type[Cue]) -> None:
    texts = said(spoken, kind)

    assert texts
    assert all(texts)


@pytest.mark.parametrize("locale", derived_locales())
def test_a_country_s_own_words_are_as_whole_and_plain(locale: str, content: Path) -> None:
    messages = Messages(locale, content)
    for kind in COACHS_OWN:
        if kind not in COUNTED:
            test_sentences_are_whole_and_short(messages, kind)
        test_words_are_plain(messages, kind)
    for kind in EMERGENCIES:
        TestEmergencyWords().test_begin_with_stop_and_hold_the_number_and_that_nobody_was_called(messages, kind)


@pytest.mark.parametrize("kind", COACHS_OWN, ids=named)
def test_sentences_are_whole_and_short(spoken: Messages, kind: type[Cue]) -> None:
    for text in said(spoken, kind):
        if kind in COUNTED:
            assert re.fullmatch(r"\d+", text)
            continue
        for sentence in sentences(text):
            assert re.match(r"[A-Z0-9]", sentence), f"does not begin like a sentence: {sentence!r}"
            assert sentence[-1] in ".?", f"has no end: {sentence!r}"
            if kind not in LISTS:
                assert len(sentence.split()) <= MOST_WORDS_A_SENTENCE, f"too long to follow: {sentence!r}"


@pytest.mark.parametrize("kind", COACHS_OWN, ids=named)
def test_words_are_plain(spoken: Messages, kind: type[Cue]) -> None:
    for text in said(spoken, kind):
        assert re.fullmatch(r"[A-Za-z0-9 ,.?:'-]+", text), f"not plain characters: {text!r}"
        assert not re.search(r"  | [,.?:]|,[^ ]|[.?][^ ]|,,|\.\.", text), f"badly put together: {text!r}"
        assert kind in SCREENS or not JARGON.search(text), text  # the fact sheet's own words


@pytest.mark.parametrize("kind", COACHS_OWN, ids=named)
def test_one_of_a_thing_is_singular(spoken: Messages, kind: type[Cue]) -> None:
    things = "sets|reps|exercises|minutes|seconds|hours|days|times|sessions|repetitions|rests"
    for text in said(spoken, kind):
        assert not re.search(rf"\b1 (?:\w+ )?(?:{things})\b", text), text
        assert not re.search(
            rf"\b[02-9]\d* (?:more )?(?:{'|'.join(thing[:-1] for thing in things.split('|'))})\b", text
        )


@pytest.mark.parametrize("kind", QUESTIONS, ids=named)
def test_a_question_asks_and_asks_again_in_other_words(spoken: Messages, kind: type[Cue]) -> None:
    for cue in cues_of(kind):
        assert isinstance(cue, Question)
        message, attribute = source_of(cue)
        assert spoken.bundle.has(message, f"{attribute}-reprompt" if attribute else "reprompt")
        first, again = spoken.say(cue), spoken.reprompt(cue)

        assert first.endswith("?")
        assert again.endswith("?")
        assert first != again
        assert first.count("?") == 1, "ask one thing at a time"


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind not in QUESTIONS], ids=named)
def test_what_is_no_question_does_not_ask(spoken: Messages, kind: type[Cue]) -> None:
    assert not [text for text in said(spoken, kind) if "?" in text]


@pytest.mark.parametrize("kind", EMERGENCIES, ids=named)
class TestEmergencyWords:
    def test_begin_with_stop_and_hold_the_number_and_that_nobody_was_called(
        self, spoken: Messages, kind: type[Cue]
    ) -> None:
        cue = kind(emergency_number="911")  # type: ignore[call-arg]  # every one of them has it
        text = spoken.say(cue)

        assert text.startswith("Stop now")
        assert f"Call {spoken.number_to_call('911')}" in text
        assert "I can't call for you." in text
        assert text.endswith("I'm ending the exercises.")
        assert "Call 911" in spoken.write(cue)

    def test_name_no_condition_and_do_not_reassure(self, spoken: Messages, kind: type[Cue]) -> None:
        for text in said(spoken, kind):
            assert not CONDITIONS.search(text)
            assert not [phrase for phrase in REASSURANCE if phrase in text.lower()]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_every_safety_question_asks_and_says_how_to_answer(spoken: Messages, item: ScreenItem) -> None:
    question = cues.AskScreening(item_id=item.id, asking=Asking.ITEM)

    assert spoken.say(question).endswith("?")
    assert spoken.say(question).count("?") == 1
    assert spoken.reprompt(question).startswith("Please say yes, no, or not sure. ")
    assert spoken.reprompt(question).endswith("?")


@pytest.mark.parametrize("item", [item for item in ITEMS if item.is_confirmed], ids=lambda item: item.id)
def test_an_answer_that_decides_is_asked_about_once_more(spoken: Messages, item: ScreenItem) -> None:
    question = cues.AskScreening(item_id=item.id, asking=Asking.CONFIRM)

    assert spoken.say(question).startswith("I heard that ")
    assert spoken.reprompt(question).startswith("Say yes if ")
    assert spoken.reprompt(question).endswith("?")


@pytest.mark.parametrize("region", Region)
@pytest.mark.parametrize("group", SCREENING.groups, ids=lambda group: group.id)
def test_a_list_is_short_and_ends_in_none_or_which(spoken: Messages, group: ScreenGroup, region: Region) -> None:
    text = spoken.say(cues.AskScreenList(group_id=group.id, region=region))

    assert len(text.split()) <= MOST_WORDS_A_LIST
    assert text.endswith("None, or which?" if group.safe_answer is Answer.NO else "?")
    assert text.count("?") == 1


def test_every_safety_question_has_its_own_words(spoken: Messages) -> None:
    asked = [spoken.say(cues.AskScreening(item_id=item.id, asking=Asking.ITEM)) for item in ITEMS]

    assert len(set(asked)) == len(asked) == 23


@pytest.mark.parametrize("kind", [cues.SeekToday, cues.SeekSoon, cues.NotClearedYet, cues.CareNeeded], ids=named)
def test_words_that_send_to_a_clinician_do_not_reassure(spoken: Messages, kind: type[Cue]) -> None:
    for text in said(spoken, kind):
        assert not [phrase for phrase in REASSURANCE if phrase in text.lower()]


def test_the_disclaimer_says_what_it_must(spoken: Messages) -> None:
    text = spoken.say(cues.Disclaimer(emergency_number="911"))

    for part in ("not medical advice", "doesn't replace your doctor", "can't diagnose", "Stop if", "9 1 1"):
        assert part in text


@pytest.mark.parametrize("region", [Region.LOW_BACK, Region.NECK])
def test_the_question_after_an_exercise_is_short_and_says_what_same_means_when_asked_again(
    spoken: Messages, region: Region
) -> None:
    for lying in (True, False):
        question = cues.AskHowItWas(region=region, lying=lying)

        assert len(spoken.say(question).split()) <= 12
        assert "Say same if nothing changed and nothing is new." in spoken.reprompt(question)


@pytest.mark.parametrize("region", Region)
def test_the_choice_says_its_rule_in_full_and_then_in_short(spoken: Messages, region: Region) -> None:
    full = spoken.say(cues.AskChoice(region=region))

    assert full.endswith("Which is it: continue, easier, or stop?")
    assert "say stop" in full
    assert spoken.say(cues.AskChoice(region=region, in_short=True)) == "Continue, easier, or stop?"


def test_who_lies_face_down_is_told_to_roll_over_before_the_question(spoken: Messages) -> None:
    text = spoken.say(cues.AskHowItWas(region=Region.LOW_BACK, lying=True))

    assert text.startswith("Roll onto your side first.")


def test_a_welcome_gets_shorter_with_every_visit(spoken: Messages) -> None:
    lengths = [len(spoken.say(cues.WelcomeBack(visits=visits, name=None))) for visits in range(1, 8)]

    assert lengths == sorted(lengths, reverse=True)
    assert lengths[-1] <= len("Hello.")


@pytest.mark.parametrize("state", State)
def test_help_says_one_to_four_things_in_every_state(spoken: Messages, state: State) -> None:
    text = spoken.say(cues.YouCanSay(state=state.value))
    fallback = spoken.say(cues.YouCanSay(state="a-state-to-come"))

    assert 1 <= len(sentences(text)) <= 4
    assert text != fallback, "every state has words of its own"


def test_every_message_for_a_cue_uses_only_what_the_cue_has(spoken: Messages) -> None:
    for kind in COACHS_OWN:
        used = variables(spoken.bundle.message(message_id_of(kind)))
        assert used <= variables_of(kind), f"{kind.__name__} has no {used - variables_of(kind)}"


def test_there_is_no_message_for_a_cue_that_is_gone(spoken: Messages) -> None:
    own = {message_id_of(kind) for kind in KINDS.values()}
    coachs = [entry.id for entry in spoken.bundle.entries.values() if entry.path.name == "coach.ftl"]

    assert set(coachs) <= own
