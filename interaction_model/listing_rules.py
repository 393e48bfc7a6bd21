"""What Amazon asks of how the store shows the skill (docs/alexa-platform.md §8, checks 68 to 71 and 77)."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

from interaction_model.complaint import Complaint, Trail
from interaction_model.invocation import LAUNCH_WORDS
from interaction_model.manifest import Listing

SHORTEST_NAME = 2
LONGEST = {"name": 50, "summary": 160, "description": 4000}
"""Characters."""
MOST = {"examplePhrases": 3, "keywords": 30}
DISCLAIMER = ("not a substitute", "professional", "medical advice")
"""What the description of a health skill must say."""
ICON_PIXELS = {"smallIconUri": 108, "largeIconUri": 512}

_CLAIM = re.compile(
    r"\b(cur(?:e|es|ing)|heal(?:s|ing)?|guarantee\w*|diagnos\w*|treat(?:s|ing|ment|ments)?|call(?:s|ing)? for help)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:not|no|never|cannot)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_PNG = b"\x89PNG\r\n\x1a\n"


def objections(
    listing: Listing, package: Path, invocation_name: str, understood: Callable[[str], bool]
) -> Iterator[Complaint]:
    """Yield what is wrong with *listing*; *package* is the folder of its icons.

    *understood* tells whether an utterance is a sample of the model.
    """
    yield from _of_sizes(listing)
    yield from _of_texts(listing)
    for field, uri in (("smallIconUri", listing.small_icon_uri), ("largeIconUri", listing.large_icon_uri)):
        for problem in _of_icon(uri, ICON_PIXELS[field], package):
            yield Complaint(trail=(field,), problem=problem)
    for index, phrase in enumerate(listing.example_phrases):
        trail: Trail = ("examplePhrases", index)
        if index == 0 and not _launches(phrase, invocation_name):
            yield Complaint(trail=trail, problem=f"{phrase!r} must be 'Alexa, open {invocation_name}' or the like")
        if index > 0 and not understood(phrase):
            yield Complaint(trail=trail, problem=f"{phrase!r} is no sample of the model")


def _of_sizes(listing: Listing) -> Iterator[Complaint]:
    texts = {"name": listing.name, "summary": listing.summary, "description": listing.description}
    for field, text in texts.items():
        if len(text) > LONGEST[field]:
            yield Complaint(trail=(field,), problem=f"has {len(text)} characters; at most {LONGEST[field]} are allowed")
    for field, entries in {"examplePhrases": listing.example_phrases, "keywords": listing.keywords}.items():
        if len(entries) > MOST[field]:
            yield Complaint(trail=(field,), problem=f"has {len(entries)} entries; at most {MOST[field]} are allowed")
    if len(listing.name) < SHORTEST_NAME:
        yield Complaint(trail=("name",), problem=f"must have at least {SHORTEST_NAME} characters")
    if not listing.example_phrases:
        yield Complaint(trail=("examplePhrases",), problem="has no entries; the first must open the skill")


def _of_texts(listing: Listing) -> Iterator[Complaint]:
    if "alexa" in listing.name.casefold():
        yield Complaint(trail=("name",), problem="must not have Amazon's marks in it")
    for words in DISCLAIMER:
        if words not in listing.description.casefold():
            yield Complaint(trail=("description",), problem=f"lacks {words!r}, a part of the disclaimer")
    for field, text in (("summary", listing.summary), ("description", listing.description)):
        for claim in _claims(text):
            yield Complaint(trail=(field,), problem=f"{claim!r} promises too much")


def _claims(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(text):
        if not _NEGATION.search(sentence):
            yield from _CLAIM.findall(sentence)


def _of_icon(uri: str, pixels: int, package: Path) -> Iterator[str]:
    if uri.startswith("https://"):
        return
    path = package / uri.removeprefix("file://")
    if not uri.startswith("file://") or not path.is_file():
        yield f"{uri}: there is no such file"
        return
    header = path.read_bytes()[:24]
    if not header.startswith(_PNG) or struct.unpack(">II", header[16:]) != (pixels, pixels):
        yield f"{uri}: must be a PNG of {pixels}x{pixels} pixels"


def _launches(phrase: str, invocation_name: str) -> bool:
    wake_word, _, request = phrase.casefold().partition(", ")
    launch_word, _, name = request.partition(" ")
    named = f"{name} ".startswith(f"{invocation_name} ")
    return wake_word == "alexa" and launch_word in LAUNCH_WORDS and named
