"""Looks at all words before anybody hears them: what is missing, cannot be read, or speaks of what is not there.

The exercises' words are checked against their doses by `skill.catalog`; this is for the words of the cues.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from skill.domain.cues import KINDS, Cue, Question
from skill.errors import ContentError
from skill.speech.differences import INSTEAD, Differences, is_derived
from skill.speech.ftl import StrictBundle, variables
from skill.speech.locales import CONTENT, bundle_of, differences_of
from skill.speech.messages import EXERCISE_WORDS, LESSON_WORDS, SCREEN_WORDS, TOPIC_WORDS, message_id_of
from skill.speech.values import variables_of

COACH_FILE = "coach.ftl"
"""The file that holds a message for each cue, and nothing else."""


def check_words(content: Path = CONTENT) -> tuple[str, ...]:
    """Return every mistake in the words of every locale, as `path:line:column: id: what`; none when all is well."""
    folders = sorted(path for path in (content / "locales").iterdir() if path.is_dir())
    return tuple(mistake for folder in folders for mistake in _mistakes_of(content, folder))


def _mistakes_of(content: Path, folder: Path) -> Iterator[str]:
    try:
        bundle, differences = bundle_of(content, folder.name), differences_of(folder)
    except ContentError as error:
        yield from error.mistakes
        return
    if is_derived(folder):
        yield from _mistakes_of_differences(bundle, differences, folder)
    else:
        yield from _mistakes_of_whole(bundle, folder)


def _mistakes_of_whole(bundle: StrictBundle, folder: Path) -> Iterator[str]:
    yield from bundle.mistakes(bundle.entries)
    own = {message_id_of(kind): kind for kind in KINDS.values()}
    for message_id, kind in own.items():
        if message_id in bundle:
            yield from _mistakes_of_message(bundle, message_id, kind)
        elif not any(kind in words for words in (EXERCISE_WORDS, TOPIC_WORDS, SCREEN_WORDS, LESSON_WORDS)):
            yield f"{folder / COACH_FILE}:1:1: {message_id}: is missing ({kind.__name__}: {kind.__doc__})"
    for entry in bundle.entries.values():
        if entry.path.name == COACH_FILE and entry.id not in own and not entry.id.startswith("-"):
            yield f"{entry.where}:1: {entry.id}: no cue has this name"


def _mistakes_of_differences(bundle: StrictBundle, differences: Differences, folder: Path) -> Iterator[str]:
    """Yield what is wrong in a locale's few messages, and words it replaces though the base never says them."""
    own = [entry.id for entry in bundle.entries.values() if entry.path in differences.paths]
    yield from bundle.mistakes(own)
    kinds = {message_id_of(kind): kind for kind in KINDS.values()}
    for message_id in own:
        if message_id in kinds:
            yield from _mistakes_of_message(bundle, message_id, kinds[message_id])
    said = frozenset[str]().union(*(differences.found(entry.source) for entry in bundle.entries.values()))
    for words in differences.words:
        if words not in said:
            yield f"{folder / INSTEAD}:1:1: {words.replace(' ', '-')}: nobody says this; leave it out"


def _mistakes_of_message(bundle: StrictBundle, message_id: str, kind: type[Cue]) -> Iterator[str]:
    where = bundle.entries[message_id].where
    try:
        unknown = sorted(variables(bundle.message(message_id)) - variables_of(kind))
    except ContentError:
        return  # told already
    for name in unknown:
        known = ", ".join(f"${one}" for one in sorted(variables_of(kind))) or "no variable"
        yield f"{where}:1: {message_id}: ${name} does not exist here; there is {known}"
    if issubclass(kind, Question) and not bundle.has(message_id, "reprompt"):
        yield f"{where}:1: {message_id}: a question needs a .reprompt, for when nobody answers"
