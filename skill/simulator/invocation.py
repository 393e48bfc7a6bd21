"""The words around an utterance: the wake word, the skill's name, and what people say before they say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WAKE_WORD = re.compile(r"^(?:hey |okay |ok )?(?:alexa|echo|computer)\b[\s,]*")
_OPENING = r"(?:open|launch|start|begin|run|play|load|use|enable|wake up|get|resume|talk to|speak to|speak with)"
_MID_FILLERS = re.compile(r"\b(?:u+m+|u+h+(?! huh)|e+r+m*|h+m+|you know|i mean|please|kindly|like)\b")
_REPEATED = re.compile(r"\b(\w+)(?: \1\b)+")
_LEADING = re.compile(
    r"^(?:well|so|okay|ok|alright|all right|right|now|then|and|but|oh|ah|hey|hi|hello|look|listen|actually|just|sorry|"
    r"no(?= (?:i|i've|i'd|my|the|this|there|there's|they|we|you|not|nothing|none|never|"
    r"don't|thanks|thank|please|but|just|actually|wait|stop|sorry|can|could|skip|go|help|start|only)\b)|"
    r"yes|yeah|yep|yup|sure|thanks|thank you|great|good|fine|maybe|i think|i guess|i said|i meant|"
    r"make it|make that|i'd say|i believe|"
    r"alexa|coach|spine coach|could you|can you|would you|will you|can we|could we|may i|can i|could i|"
    r"i'd like you to|i would like you to|i want you to|i need you to|i'd like to|i would like to|i want to|"
    r"i'd love to|let's|let us|go ahead and|do me a favor and|tell me|please)\b\s*"
)
_CORRECTION = re.compile(r"^(?:no |sorry |wait )*i (?:said|meant) (.+?) (?:not|instead of|rather than) .+$")
"""What was said, or meant, and what was not: "no, I said two, not four"."""
_TRAILING = re.compile(
    r"\s*\b(?:please|now|then|thanks|thank you|alexa|coach|spine coach|for me|if you can|if that's okay|again|okay|ok|"
    r"right now|today|actually|though|really|a bit|a little|i think|i guess|you know|will you|would you|"
    r"(?:with|for) (?:a|my) (?:herniated|slipped|bulging) disc|at the moment|man|dude|mate|dear|honey|sir|ma'am)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """An utterance without the words that only address the skill."""

    text: str
    """What is left; "" when the skill was only opened."""
    opens: bool
    """Whether the skill was called by its name."""


def addressed(text: str, invocation_name: str) -> Addressed:
    """Take the wake word and the skill's name off *text*, which is folded."""
    text = _WAKE_WORD.sub("", text).strip()
    name = re.escape(invocation_name)
    polite = r"(?:please |can you |could you )?"
    called = re.fullmatch(rf"{polite}{_OPENING} (?:the |my )?{name}(?: skill)?(?: please)?(?: (?:and|to) (.+))?", text)
    if called or text == invocation_name:
        return Addressed(text=(called[1] if called else None) or "", opens=True)
    asked = re.fullmatch(rf"{polite}(?:ask|tell) {name}(?: (?:to|for|that|about|if|whether))?(?: (.+))?", text)
    if asked:
        return Addressed(text=asked[1] or "", opens=True)
    after = re.fullmatch(rf"(.+) (?:with|using|from|on|in) {name}", text)
    if after:
        return Addressed(text=after[1], opens=True)
    return Addressed(text=text, opens=False)


def trimmed(text: str) -> Iterator[str]:
    """Yield *text* with ever fewer carrier words and fillers: "um could you please slow down" to "slow down"."""
    seen = {text}
    text = _REPEATED.sub(r"\1", " ".join(_MID_FILLERS.sub(" ", text).split()))
    waiting = [text]
    if meant := _CORRECTION.match(text):
        waiting.append(meant[1])
    while waiting:
        one = waiting.pop(0)
        if one and one not in seen:
            seen.add(one)
            yield one
        shorter = (_LEADING.sub("", one).strip(), _TRAILING.sub("", one).strip())
        waiting.extend(each for each in shorter if each and each not in seen and each != one)
