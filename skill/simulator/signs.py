"""Warning signs in words of one's own: which things are in a sentence together, and what takes them back.

The worst sign in a sentence counts. One that is denied, that is over, that somebody else has, that is only supposed,
or that was before this episode is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from skill.simulator.lexicon import Lexicon, SignRule, lexicon, words_pattern
from skill.simulator.mood import asks
from skill.simulator.words import written_out

_QUESTION = re.compile(r"(?:can|could|do|does|did|is|are|will|would|should|has|have|what|why|how|when|which)\b")


class Standing(Enum):
    """How a sign stands in a sentence."""

    TOLD = "told"
    DENIED = "denied"
    GONE = "gone"
    NOT_NOW = "not now"
    """Somebody else's, only supposed, or before this episode."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A warning sign in a sentence."""

    flag: str
    standing: Standing
    side: str = ""
    """The id of the one side that is named; "" for none or both."""


class SignReader:
    """Finds the worst warning sign in an utterance."""

    def __init__(self, words: Lexicon) -> None:
        """Compile *words*."""
        self._rules = words.signs
        self._calls = tuple(
            (call.intent, words_pattern(*call.words), words_pattern(*filter(None, (call.unless,))))
            for call in words.calls
        )
        self._things = {name: words_pattern(*patterns) for name, patterns in words.things.items()}
        self._parts = re.compile(rf"\b(?=(?:{words.parts})\b)") if words.parts else re.compile(r"(?!)")
        self._figures = words_pattern(*words.figures)
        self._denials = words_pattern(words.denials)
        self._subjects = words_pattern(words.subjects)
        self._within = frozenset(words.within.split("|"))
        self._sides = {side: words_pattern(one) for side, one in words.sides.items()}
        self._gone = words_pattern(words.gone)
        self._others, self._myself = words_pattern(words.others), words_pattern(words.myself)
        self._long_ago, self._always_mine = words_pattern(words.long_ago), words.always_mine

    @property
    def knows_signs(self) -> bool:
        """Return whether there are words for warning signs in this locale."""
        return bool(self._rules)

    @property
    def intents(self) -> frozenset[str]:
        """Return the intents of calls: asking for help, or against it."""
        return frozenset(intent for intent, _, _ in self._calls)

    def sign(self, utterance: str) -> Sign | None:
        """Return the worst sign that *utterance* tells; if it tells none, one that it denies or says is gone."""
        text = self._figures.sub("...", written_out(utterance).replace("'s ", " is "))
        parts = [part for part in self._parts.split(text) if part.strip()]
        found = [
            sign
            for rule in self._rules
            for part in ((text,) if rule.whole else parts)
            for sign in self._signs(rule, part)
        ]
        told = [one for one in found if one.standing is Standing.TOLD]
        worst = next(iter((*told, *found)), None)
        if worst is None:
            return None
        sides = [side for side, words in self._sides.items() if words.search(text)]
        worst = replace(worst, side=sides[0] if len(sides) == 1 else "")
        return replace(worst, standing=Standing.NOT_NOW) if told and self._is_not_now(text, worst.flag) else worst

    def _is_not_now(self, text: str, flag: str) -> bool:
        """Return whether the sign *flag* is somebody else's, was before this episode, or is asked about in general."""
        if self._long_ago.search(text) or self._is_of_others(text):
            return True
        asking = asks(text) or _QUESTION.match(text) is not None
        return asking and flag not in self._always_mine and self._myself.search(text) is None

    def call(self, utterance: str) -> str:
        """Return the intent of the words for help, or against it, in *utterance*; "" when there are none."""
        text = written_out(utterance)
        return next((call for call, words, unless in self._calls if words.search(text) and not unless.search(text)), "")

    def _is_of_others(self, text: str) -> bool:
        return self._others.search(text) is not None and self._myself.search(text) is None

    def _signs(self, rule: SignRule, part: str) -> Iterator[Sign]:
        spans = [[(one.start(), one.end()) for one in self._things[name].finditer(part)] for name in rule.all]
        if not all(spans) or any(self._things[name].search(part) for name in rule.unless):
            return
        owned = [span for found in spans for span in found]
        denied = any(all(self._is_denied(part, span, owned) for span in found) for found in spans)
        if self._is_gone(part, owned):
            yield Sign(flag=rule.flag, standing=Standing.GONE)
        elif denied:
            yield Sign(flag=rule.flag, standing=Standing.DENIED)
        else:
            yield Sign(flag=rule.flag, standing=Standing.TOLD)

    def _is_denied(self, part: str, span: tuple[int, int], owned: list[tuple[int, int]]) -> bool:
        """Return whether a "no" before *span* reaches it: no new subject comes between them."""
        for denial in self._denials.finditer(part, 0, span[0]):
            if any(start <= denial.start() < end for start, end in owned):
                continue
            between = part[denial.end() : span[0]]
            if not any(self._is_new(part, denial.end() + one.start()) for one in self._subjects.finditer(between)):
                return True
        return False

    def _is_new(self, part: str, start: int) -> bool:
        before = part[:start].split()
        return not before or before[-1] not in self._within

    def _is_gone(self, part: str, owned: list[tuple[int, int]]) -> bool:
        found = ((one.start(), one.end() - 1) for one in self._gone.finditer(part))
        return any(not any(start <= place < end for start, end in owned for place in ends) for ends in found)


@cache
def sign_reader(locale: str) -> SignReader:
    """Return the reader of *locale*, compiled once."""
    return SignReader(lexicon(locale))
