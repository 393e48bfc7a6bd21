"""What was understood, as lines of JSON: the form of `spine-coach understand`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from skill.simulator.understanding import Understanding, Understood, UtteranceKind

REQUESTS = {UtteranceKind.LAUNCH: "LaunchRequest", UtteranceKind.EXIT: "SessionEndedRequest"}
"""What Alexa sends when an utterance leads to no intent."""


def understood_lines(understanding: Understanding, utterances: Iterable[str]) -> Iterator[str]:
    """Yield a JSON object for each of *utterances*, in one line; blank utterances are passed over."""
    for line in utterances:
        if utterance := line.strip():
            yield json.dumps(_as_json(utterance, understanding.understand(utterance)), ensure_ascii=False)


def _as_json(utterance: str, found: Understood) -> dict[str, object]:
    """Return the utterance, the intent, its filled slots (a value's id, else what was heard), how, and how surely."""
    return {
        "utterance": utterance,
        "intent": REQUESTS.get(found.kind, found.intent),
        "slots": {name: value.id or value.heard for name, value in found.slots.items() if value.heard},
        "how": found.how.value,
        "confidence": found.confidence,
    }
