"""Reports of symptoms in words of one's own: movement first, then places, sides, numbers and change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from skill.simulator.exact import Reading
from skill.simulator.language_model import NUMBER, LanguageModel, Sample, SlotPhrase
from skill.simulator.lexicon import Lexicon, words_pattern
from skill.simulator.mood import asks
from skill.simulator.words import written_out

PLACE, REGION, SIDE = "BODY_PLACE", "REGION", "SIDE"
REPORT_PLACE, REPORT_CHANGE = "ReportPlaceIntent", "ReportChangeIntent"
NO_PLACE = frozenset({"nowhere", "same-place", "above-joint", "below-joint"})
SPINE = "spine"
VAGUE = frozenset({"leg", "arm", SPINE})
_TOKEN = re.compile(r"<(\d+)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A place that was named."""

    slot_type: str
    phrase: SlotPhrase


class ReportReader:
    """Finds what an utterance reports about the symptoms."""

    def __init__(self, model: LanguageModel, words: Lexicon) -> None:
        """Take the names of places from *model*, and what movement is from *words*."""
        self._model = model
        named = [
            (one.words, _Named(slot_type=slot_type, phrase=one))
            for slot_type in (PLACE, REGION)
            for one in model.phrases.get(slot_type, ())
            if one.id not in NO_PLACE and one.id != "both"
        ]
        self._names: dict[str, _Named] = {}
        for text, place in named:
            self._names.setdefault(written_out(text), place)
        longest_first = sorted(self._names, key=len, reverse=True)
        self._places = words_pattern(*map(re.escape, longest_first))
        self._numbers = {one.words: one for one in model.phrases.get(NUMBER, ()) if one.heard.isdigit()}
        self._sides = {side: words_pattern(one) for side, one in words.sides.items()}
        self._changes = {change: words_pattern(one) for change, one in words.changes.items()}
        self._pain = words_pattern(*filter(None, (words.pain_words,)))
        self._no_place = words_pattern(*filter(None, (words.no_place,)))
        self._moves = tuple(_compiled(form) for form in words.moves)
        self._drifts = {name: words_pattern(*patterns) for name, patterns in words.drifts.items()}
        self._no_drift = words_pattern(*filter(None, (words.no_drift,)))
        self._little = frozenset(words.report_words.split("|"))

    def movement(self, text: str) -> Reading | None:
        """Return where *text* (folded) says that the symptoms moved; None when it says nothing of it."""
        if REPORT_PLACE not in self._model.declared or self._no_drift.search(written_out(text)) or asks(text):
            return None
        marked, named = self._marked(text)
        for form in self._moves:
            if found := form.search(marked):
                if self._is_vague(named, found) and (drift := self._drift_in(text)):
                    return self._drift(drift, marked, named)
                places = {name: named[int(number)] for name, number in found.groupdict().items() if number is not None}
                if len({(one.slot_type, one.phrase.id) for one in places.values()}) == len(places):
                    return self._place_report(marked, places.get("b"), places.get("a"))
        drift = self._drift_in(text)
        return self._drift(drift, marked, named) if drift and self._is_a_report(marked) else None

    def _is_vague(self, named: list[_Named], found: re.Match[str]) -> bool:
        """Return whether it came to a whole limb, or towards the spine: how it moved says more."""
        at = found.groupdict().get("b")
        return at is not None and found.groupdict().get("a") is None and named[int(at)].phrase.id in VAGUE

    def _drift_in(self, text: str) -> str | None:
        told = written_out(text)
        return next((name for name, words in self._drifts.items() if words.search(told)), None)

    def plain(self, text: str) -> Reading | None:
        """Return the places and the number that *text* (folded) consists of, with little words only around them."""
        if REPORT_PLACE not in self._model.declared:
            return None
        marked, named = self._marked(text)
        rest = [word for word in _TOKEN.sub(" ", marked).split() if word not in self._little]
        regions = {one.phrase.id for one in named if one.slot_type == REGION}
        only_hurts = self._pain.search(marked) is not None and not self._numbers_in(marked)
        if only_hurts or len(regions) > 1:
            return None
        if not named or any(word not in self._numbers for word in rest) or len(self._numbers_in(marked)) > 1:
            return None
        return self._place_report(marked, named[0], None, named[1:])

    def _marked(self, text: str) -> tuple[str, list[_Named]]:
        """Return *text* with each place as its index in angle brackets, and the places."""
        named: list[_Named] = []

        def mark(found: re.Match[str]) -> str:
            named.append(self._names[found[0]])
            return f"<{len(named) - 1}>"

        return self._places.sub(mark, self._no_place.sub(_without_back, written_out(text))), named

    def _is_a_report(self, marked: str) -> bool:
        return not marked.startswith(("go ", "move ", "come ", "count ", "turn ", "put "))

    def _drift(self, drift: str, marked: str, named: list[_Named]) -> Reading:
        change = self._model.phrase_of("CHANGE", drift)
        slots = {"change": change} if change else {}
        limbs = [one for one in named if one.slot_type == PLACE and one.phrase.id != SPINE]
        if limbs and len(limbs) == len(named):
            return self._place_report(marked, limbs[0], None, change=change)
        return self._reading(REPORT_CHANGE, {**slots, **self._number(marked)})

    def _place_report(
        self,
        marked: str,
        at: _Named | None,
        left: _Named | None,
        others: list[_Named] | None = None,
        change: SlotPhrase | None = None,
    ) -> Reading:
        slots: dict[str, SlotPhrase] = {}
        if at:
            slots["region" if at.slot_type == REGION else "place"] = at.phrase
        for one in others or ():
            beside = "also_place" if "place" in slots else "place"
            slots.setdefault("region" if one.slot_type == REGION else beside, one.phrase)
        if left:
            spine = self._model.phrase_of(PLACE, SPINE)
            slots["from_place"] = left.phrase if left.slot_type == PLACE or spine is None else spine
        if change := change or self._change(marked):
            slots["change"] = change
        return self._reading(REPORT_PLACE, {**slots, **self._side(marked), **self._number(marked)})

    def _change(self, marked: str) -> SlotPhrase | None:
        found = next((change for change, words in self._changes.items() if words.search(marked)), None)
        return self._model.phrase_of("CHANGE", found) if found else None

    def _side(self, marked: str) -> dict[str, SlotPhrase]:
        sides = [side for side, words in self._sides.items() if words.search(marked)]
        phrase = self._model.phrase_of(SIDE, sides[0]) if len(sides) == 1 else None
        return {"side": phrase} if phrase else {}

    def _numbers_in(self, marked: str) -> list[SlotPhrase]:
        words = marked.replace("out of 10", "").replace("out of ten", "").split()
        return [self._numbers[word] for word in words if word in self._numbers and word != "one"]

    def _number(self, marked: str) -> dict[str, SlotPhrase]:
        found = self._numbers_in(marked)
        return {"number": found[-1]} if found else {}

    def _reading(self, intent: str, slots: Mapping[str, SlotPhrase]) -> Reading:
        types = self._model.declared[intent]
        kept = {name: phrase for name, phrase in slots.items() if name in types}
        sample = Sample(intent=intent, text="", slots={name: types[name] for name in kept})
        return Reading(sample=sample, slots=kept, score=0.9)


def _compiled(form: str) -> re.Pattern[str]:
    """Return *form* with any place where it has `<a>` or `<b>`."""
    marked = form.replace("<a>", r"(?:<\d+> (?:and|or) )?<(?P<a>\d+)>").replace("<b>", r"<(?P<b>\d+)>")
    return re.compile(marked.replace(r"\w+", r"[\w<>]+"))


def _without_back(found: re.Match[str]) -> str:
    """Return what was found without the "back" in it, which is no place there."""
    return found[0].replace(" back", "").replace("back ", "") if "back" in found[0] else " "
