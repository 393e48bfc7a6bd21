"""What Amazon asks of an invocation name (docs/alexa-platform.md §4.1)."""

from __future__ import annotations

from collections.abc import Iterator

LENGTH = range(2, 51)
"""Characters."""
LAUNCH_WORDS = frozenset(
    {"ask", "begin", "enable", "launch", "load", "open", "play", "resume", "run", "start", "talk", "tell", "use"}
)
WAKE_WORDS = frozenset({"alexa", "amazon", "computer", "echo"})
PRODUCT_WORDS = frozenset({"app", "skill"})
CONNECTING_WORDS = frozenset({"about", "by", "from", "in", "using", "with"})
SMALL_WORDS = frozenset({"a", "an", "for", "of", "the", "to"})
# fmt: off
HEALTH_CLAIMS = frozenset({
    "arthritis", "cure", "cures", "disease", "heal", "healing", "heals", "hernia", "herniated", "herniation",
    "insomnia", "medicine", "pain", "remedy", "sciatica", "therapy", "treat", "treatment", "treats",
})
# fmt: on
"""Names with a condition or a cure in them were refused."""

_FORBIDDEN = (
    (LAUNCH_WORDS, "is a launch word"),
    (WAKE_WORDS, "is a wake word"),
    (PRODUCT_WORDS, "does not belong in a name"),
    (CONNECTING_WORDS, "joins a name to a request"),
    (HEALTH_CLAIMS, "names a condition or a cure"),
)


def objections(name: str) -> Iterator[str]:
    """Yield what is wrong with the invocation name *name*."""
    words = name.split()
    if len(name) not in LENGTH:
        yield f"has {len(name)} characters; {LENGTH.start} to {LENGTH.stop - 1} are allowed"
    if len(words) < 2:
        yield "has one word; at least two are needed"
    wrong = "".join(sorted({one for one in name if not _allowed(one)}))
    if wrong:
        yield f"has {wrong!r}; lower-case letters, spaces, apostrophes and full stops are allowed"
    for word in (one.removesuffix("'s") for one in words):
        for forbidden, why in _FORBIDDEN:
            if word in forbidden:
                yield f"{word!r} {why}"
    small = [word for word in words if word in SMALL_WORDS]
    if len(words) == 2 and small:
        yield f"{small[0]!r} is an article or a preposition; a name of two words has none"


def _allowed(character: str) -> bool:
    return (character.isalpha() and character.islower()) or character in " '."
