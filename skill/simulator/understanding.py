"""From what a person says to what Alexa would send: an intent with its slots, from the interaction model alone.

Alexa guesses with a model of her own; this does what she does closely enough to hold a conversation: the sample said
word for word, then without carrier words and fillers, then the nearest sample, and AMAZON.FallbackIntent when nothing
is near. It leans towards danger: what sounds about as much like a warning sign as like anything else is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from skill.simulator.envelope import SlotValue
from skill.simulator.exact import ExactMatcher, Reading
from skill.simulator.invocation import addressed, trimmed
from skill.simulator.language_model import NUMBER, LanguageModel, Sample, SlotPhrase
from skill.simulator.mood import Mood, asks, clashes, mood_of
from skill.simulator.nearest import NearestMatcher
from skill.simulator.numbers import UNFILLED, is_no_whole_number, with_words_for_points
from skill.simulator.topic_matcher import AskedMatcher
from skill.simulator.unlisted import UnlistedMatcher
from skill.simulator.words import fold

RED_FLAG = "RedFlagIntent"
DANGER = frozenset({RED_FLAG, "PainIntent"})
SIGN = "RED_FLAG"
"""The slot type of the warning signs: another intent may deny one, word for word."""
FALLBACK = "AMAZON.FallbackIntent"
NEAR_ENOUGH = 0.56
"""The least score of a sample that is taken for what was meant."""
DANGER_NEAR_ENOUGH = 0.58
DANGER_LEAD = 0.12
"""By how much another sample has to be nearer than a danger one to win."""
TRIMMED_CONFIDENCE = 0.95
UNLISTED_CONFIDENCE = 0.7
BETTER_THAN_UNLISTED = 0.8
"""A sample that is nearer than this is meant, and no word that nobody knows."""
BETTER_THAN_ASKED = 0.7
"""A sample that is nearer than this is what a question means, whatever else it may be about."""
CLASH_PENALTY = 0.75
"""What is left of the score of a sample that tells something when the utterance asks."""
BETTER_THAN_ASKED_TOPIC = 0.8
LEAVES = frozenset({"exit", "quit"})
"""What ends the session without any intent (docs/alexa-platform.md §1.3)."""


class How(StrEnum):
    """How an utterance was understood."""

    EXACT = "word for word"
    TRIMMED = "without carrier words"
    UNLISTED = "with a word that the slot does not list"
    NEAREST = "nearest sample"
    ASKED = "by what the question is about"
    NOTHING = "nothing near"
    NAMED = "by the skill's name"


class UtteranceKind(StrEnum):
    """What an utterance makes Alexa do."""

    LAUNCH = "launch"
    INTENT = "intent"
    EXIT = "exit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What an utterance means, what of the model it matched, and how sure that is."""

    kind: UtteranceKind
    how: How
    confidence: float
    """From 0 to 1; 1 is word for word."""
    intent: str = ""
    slots: Mapping[str, SlotValue] = field(default_factory=dict)
    """All slots that the intent declares; those that were not heard have no `heard`."""
    sample: str = ""
    """The sample that matched, slots in braces."""
    opens: bool = False
    """Whether the skill was called by its name: Alexa then starts a session."""


class Understanding:
    """Understands utterances. Building one takes about a second, an utterance a few milliseconds."""

    def __init__(self, model: Mapping[str, Any], locale: str = "en-US") -> None:
        """Read *model*, the parsed `<locale>.json`. Raise `KeyError` when it is no interaction model."""
        self._model = LanguageModel.of(model, locale)
        self._exact = ExactMatcher(self._model)
        self._nearest = NearestMatcher(self._model)
        self._unlisted = UnlistedMatcher(self._model)
        self._asked = AskedMatcher(self._model)

    def understand(self, utterance: str) -> Understood:
        """Return what *utterance* means."""
        said = addressed(with_words_for_points(fold(utterance)), self._model.invocation_name)
        if not said.text:
            return Understood(kind=UtteranceKind.LAUNCH, how=How.NAMED, confidence=1.0, opens=True)
        if said.text in LEAVES and not said.opens:
            return Understood(kind=UtteranceKind.EXIT, how=How.EXACT, confidence=1.0)
        return self._intent(said.text, opens=said.opens)

    def _intent(self, text: str, *, opens: bool) -> Understood:
        if found := _safest(self._exact.readings(text)):
            return self._understood(found, How.EXACT, 1.0, text, opens=opens)
        shorter = tuple(trimmed(text))
        is_danger = _is_danger_to_ask if asks(text) else _is_danger
        nearest = self._near(text, shorter[-1:], danger=is_danger)
        danger = _first(one for one in nearest if is_danger(one.sample))
        is_near = danger is not None and danger.score >= 1 - DANGER_LEAD
        for one in shorter:
            found = _safest(self._exact.readings(one))
            if found and (not is_near or SIGN in found.sample.slots.values()):
                return self._understood(found, How.TRIMMED, TRIMMED_CONFIDENCE, text, opens=opens)
        best = _leaning(nearest, danger)
        if (best is None or best.score < BETTER_THAN_UNLISTED) and (unlisted := self._unlisted.reading(text)):
            return self._understood(unlisted, How.UNLISTED, UNLISTED_CONFIDENCE, text, opens=opens)
        unclear = best is None or (best is not danger and best.score < self._clear(best))
        if unclear and asks(text) and (asked := self._asked.reading(text, best)):
            return self._understood(asked, How.ASKED, round(asked.score, 2), text, opens=opens)
        if best is None:
            return Understood(
                kind=UtteranceKind.INTENT,
                intent=FALLBACK,
                how=How.NOTHING,
                confidence=round(1 - (nearest[0].score if nearest else 0.0), 2),
                opens=opens,
            )
        return self._understood(best, How.NEAREST, round(best.score, 2), text, opens=opens)

    def _clear(self, best: Reading) -> float:
        return BETTER_THAN_ASKED_TOPIC if self._asked.answers(best.sample) else BETTER_THAN_ASKED

    def _near(self, text: str, shorter: Iterable[str], danger: Callable[[Sample], bool]) -> list[Reading]:
        """Return the samples nearest to *text* or to one of its *shorter* forms, the nearest first."""
        mood = mood_of(text)
        found = (one for form in (text, *shorter) for one in self._nearest.readings(form, danger))
        weighed = (self._weighed(one, mood, is_danger=danger(one.sample)) for one in found)
        return sorted(weighed, key=lambda one: -one.score)

    def _weighed(self, found: Reading, mood: Mood, *, is_danger: bool) -> Reading:
        """Return *found* with a lower score when its sample tells or commands, and the words ask."""
        if is_danger or self._asked.answers(found.sample) or not clashes(mood, mood_of(found.sample.text)):
            return found
        return replace(found, score=found.score * CLASH_PENALTY)

    def _understood(self, found: Reading, how: How, confidence: float, text: str, *, opens: bool) -> Understood:
        declared = self._model.declared[found.sample.intent]
        slots = {name: _value(found.slots.get(name), slot_type, text) for name, slot_type in declared.items()}
        return Understood(
            kind=UtteranceKind.INTENT,
            intent=found.sample.intent,
            slots=slots,
            sample=found.sample.text,
            how=how,
            confidence=min(1.0, confidence),
            opens=opens,
        )


def _is_danger(sample: Sample) -> bool:
    return sample.intent in DANGER


def _is_danger_to_ask(sample: Sample) -> bool:
    """Return whether a question that sounds like *sample* reports danger: it does when it names a warning sign.

    "Is it normal that my foot is numb" does. "What pain is okay" and "when is it an emergency" want an answer.
    """
    return sample.intent == RED_FLAG and bool(sample.slots)


def _value(phrase: SlotPhrase | None, slot_type: str, text: str) -> SlotValue:
    if phrase is None:
        return SlotValue(heard="", kind=slot_type)
    if slot_type == NUMBER and is_no_whole_number(text):
        return SlotValue(heard=UNFILLED, kind=slot_type)
    return SlotValue(heard=phrase.heard, id=phrase.id, name=phrase.name, kind=slot_type)


def _safest(readings: list[Reading]) -> Reading | None:
    """Return a danger reading if there is one, else the first."""
    return _first(one for one in readings if one.sample.intent in DANGER) or _first(readings)


def _leaning(nearest: list[Reading], danger: Reading | None) -> Reading | None:
    """Return the nearest reading that is near enough, danger before others that are hardly nearer."""
    best = _first(nearest)
    if best is None:
        return None
    if danger and danger.score >= max(DANGER_NEAR_ENOUGH, best.score - DANGER_LEAD):
        return danger
    return best if best is not danger and best.score >= NEAR_ENOUGH else None


def _first(readings: Iterable[Reading]) -> Reading | None:
    return next(iter(readings), None)
