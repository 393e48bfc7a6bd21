"""From what a person says to what Alexa would send: an intent with its slots, from the interaction model alone.

Alexa guesses with a model of her own; this does what she does closely enough to hold a conversation: the sample said
word for word, then without carrier words and fillers, then the nearest sample, and AMAZON.FallbackIntent when nothing
is near. It leans towards danger: what sounds about as much like a warning sign as like anything else is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from skill.simulator.envelope import SlotValue
from skill.simulator.exact import ExactMatcher, Reading
from skill.simulator.invocation import addressed, trimmed
from skill.simulator.language_model import NUMBER, LanguageModel, Sample, SlotPhrase
from skill.simulator.lexicon import lexicon
from skill.simulator.literal import LiteralMatcher
from skill.simulator.mood import Mood, asks, clashes, mood_of
from skill.simulator.nearest import NearestMatcher
from skill.simulator.numbers import UNFILLED, is_no_whole_number, with_words_for_points
from skill.simulator.reports import ReportReader
from skill.simulator.signs import Sign, Standing, sign_reader
from skill.simulator.topic_matcher import AskedMatcher
from skill.simulator.unlisted import UnlistedMatcher
from skill.simulator.words import fold

RED_FLAG = "RedFlagIntent"
DANGER = frozenset({RED_FLAG, "PainIntent"})
DANGER_TO_ASK = frozenset({RED_FLAG})
"""What a question may report: a warning sign. "What pain is okay" and "when is it an emergency" want an answer."""
SIGN = "RED_FLAG"
"""The slot type of the warning signs: another intent may deny one, word for word."""
FALLBACK = "AMAZON.FallbackIntent"
NEAR_ENOUGH = 0.56
"""The least score of a sample that is taken for what was meant."""
DANGER_NEAR_ENOUGH = 0.58
SIGN_CONFIDENCE = 0.9
"""How sure a warning sign is that was found by the things it is made of."""
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
SET_REGION = "SetRegionIntent"
DRASTIC = frozenset(
    {
        "AMAZON.StopIntent", "AMAZON.CancelIntent", "PlayRoutineIntent", "TimeAvailableIntent", SET_REGION,
        "DeleteMyDataIntent", "DeleteEveryoneIntent", "SkipIntent", "LogActivityIntent", "SomeoneElseIntent",
    }
)  # fmt: skip
"""What ends, plans anew, or writes something down: noise must not do it."""
DRASTIC_NEAR_ENOUGH = 0.7
LEAVES = frozenset({"exit", "quit"})
"""What ends the session without any intent (docs/alexa-platform.md §1.3)."""


class How(StrEnum):
    """How an utterance was understood."""

    EXACT = "word for word"
    TRIMMED = "without carrier words"
    UNLISTED = "with a word that the slot does not list"
    SIGN = "by the warning sign in it"
    REPORT = "by the places in it"
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
        self._signs = sign_reader(locale)
        self._by_its_words = self._signs.intents | {RED_FLAG} if self._signs.knows_signs else frozenset()
        """The intents that are heard by their words, never by the nearest sample."""
        self._nearest = NearestMatcher(self._model, leaving_out=self._by_its_words)
        self._unlisted = UnlistedMatcher(self._model)
        self._asked = AskedMatcher(self._model)
        self._literal = LiteralMatcher(self._model)
        self._reports = ReportReader(self._model, lexicon(locale))

    def understand(self, utterance: str) -> Understood:
        """Return what *utterance* means."""
        said = addressed(with_words_for_points(fold(utterance)), self._model.invocation_name)
        if not said.text:
            return Understood(kind=UtteranceKind.LAUNCH, how=How.NAMED, confidence=1.0, opens=True)
        if said.text in LEAVES and not said.opens:
            return Understood(kind=UtteranceKind.EXIT, how=How.EXACT, confidence=1.0)
        return self._intent(said.text, opens=said.opens)

    def _intent(self, text: str, *, opens: bool) -> Understood:
        if literal := self._literal.reading(text):
            return self._understood(literal, How.EXACT, 1.0, text, opens=opens)
        sign = self._signs.sign(text)
        if alarming := self._alarming(text, sign):
            return self._understood(alarming, How.SIGN, SIGN_CONFIDENCE, text, opens=opens)
        if moved := self._reports.movement(text):
            return self._understood(moved, How.REPORT, SIGN_CONFIDENCE, text, opens=opens)
        if found := _safest(self._exact.readings(text)):
            return self._understood(found, How.EXACT, 1.0, text, opens=opens)
        if plain := self._reports.plain(text):
            return self._understood(plain, How.REPORT, SIGN_CONFIDENCE, text, opens=opens)
        if sign and (quiet := self._quiet(sign)):
            return self._understood(quiet, How.SIGN, SIGN_CONFIDENCE, text, opens=opens)
        shorter = tuple(trimmed(text))
        dangerous = DANGER_TO_ASK if asks(text) else DANGER
        nearest = self._near(text, shorter[-1:], dangerous)
        danger = _first(one for one in nearest if one.sample.intent in dangerous)
        is_near = danger is not None and danger.score >= 1 - DANGER_LEAD
        for one in shorter:
            found = _safest(one for one in self._exact.readings(one) if one.sample.intent not in self._by_its_words)
            if found and (not is_near or SIGN in found.sample.slots.values()):
                return self._understood(found, How.TRIMMED, TRIMMED_CONFIDENCE, text, opens=opens)
        best = _leaning([one for one in nearest if not _is_noise(one, asks=asks(text))], danger)
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

    def _alarming(self, text: str, sign: Sign | None) -> Reading | None:
        """Return the call for help or the worst warning sign in *text*; None when there is none."""
        if sign and sign.standing is Standing.TOLD:
            return self._named(RED_FLAG, {"red_flag": sign.flag, "side": sign.side})
        call = self._signs.call(text)
        return self._named(call, {}) if call else None

    def _quiet(self, sign: Sign) -> Reading | None:
        """Return what a sign that is denied, or gone, means."""
        intent = {Standing.DENIED: "DeniedSignIntent", Standing.GONE: "SignGoneIntent"}.get(sign.standing)
        return self._named(intent, {"red_flag": sign.flag}) if intent else None

    def _named(self, intent: str, ids: Mapping[str, str]) -> Reading | None:
        """Return the reading of *intent* with the values *ids* in its slots; None when the model has no such intent."""
        types = self._model.declared.get(intent)
        if types is None:
            return None
        phrases = {name: self._model.phrase_of(types[name], one) for name, one in ids.items() if name in types and one}
        return Reading(
            sample=Sample(intent=intent, text="", slots={name: types[name] for name in phrases}),
            slots={name: phrase for name, phrase in phrases.items() if phrase is not None},
        )

    def _clear(self, best: Reading) -> float:
        return BETTER_THAN_ASKED_TOPIC if self._asked.answers(best.sample) else BETTER_THAN_ASKED

    def _near(self, text: str, shorter: Iterable[str], danger: frozenset[str]) -> list[Reading]:
        """Return the samples nearest to *text* or to one of its *shorter* forms, the nearest first."""
        mood = mood_of(text)
        found = (one for form in (text, *shorter) for one in self._nearest.readings(form, danger))
        weighed = (self._weighed(one, mood, is_danger=one.sample.intent in danger) for one in found)
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


def _is_noise(found: Reading, *, asks: bool) -> bool:
    """Return whether *found* would do something that must be said clearly, and was not; a question sets nothing."""
    if asks and found.sample.intent == SET_REGION:
        return True
    return found.sample.intent in DRASTIC and found.score < DRASTIC_NEAR_ENOUGH


def _value(phrase: SlotPhrase | None, slot_type: str, text: str) -> SlotValue:
    if phrase is None:
        return SlotValue(heard="", kind=slot_type)
    if slot_type == NUMBER and is_no_whole_number(text):
        return SlotValue(heard=UNFILLED, kind=slot_type)
    return SlotValue(heard=phrase.heard, id=phrase.id, name=phrase.name, kind=slot_type)


def _safest(among: Iterable[Reading]) -> Reading | None:
    """Return a danger reading if there is one, else the first."""
    readings = tuple(among)
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
