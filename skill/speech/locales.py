"""Which locales are spoken, and where their words are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from skill.speech.differences import AS_WRITTEN, INSTEAD, Differences, is_derived, message_files, words_of_id
from skill.speech.ftl import StrictBundle

CONTENT = Path(__file__).parent.parent / "content"
DEFAULT_LOCALE = "en-US"
SPOKEN_LOCALES = ("en-AU", "en-CA", "en-GB", "en-IN", "en-US")
"""Where Alexa speaks English (docs/alexa-platform.md §4.5). Any other locale hears `DEFAULT_LOCALE`."""


def spoken_locale(locale: str) -> str:
    """Return the locale whose words are spoken to somebody with *locale*."""
    return locale if locale in SPOKEN_LOCALES else DEFAULT_LOCALE


def is_spoken(locale: str) -> bool:
    """Return whether the coach speaks the language of *locale* as it is spoken there."""
    return locale in SPOKEN_LOCALES


def bundle_of(content: Path, locale: str) -> StrictBundle:
    """Return the words of *locale*. Raise `ContentError` when a file cannot be split into entries, or an id is twice.

    One of `SPOKEN_LOCALES` without a `coach.ftl` of its own has the words of `DEFAULT_LOCALE`, but for its differences.
    """
    folder = content / "locales" / locale
    base = DEFAULT_LOCALE if locale in SPOKEN_LOCALES and not (folder / "coach.ftl").is_file() else locale
    return StrictBundle(locale, word_files(content, base), differences_of(folder))


def differences_of(folder: Path) -> Differences:
    """Return what the locale of *folder* says otherwise than its base; nothing when it has all words of its own."""
    if not is_derived(folder):
        return AS_WRITTEN
    instead = StrictBundle(folder.name, [folder / INSTEAD])
    words = {words_of_id(entry_id): instead.format(entry_id) for entry_id in instead.entries}
    return Differences(words=words, paths=tuple(message_files(folder)))


def word_files(content: Path, locale: str) -> Iterable[Path]:
    """Return the files with the words of *locale*: the coach's, the pages', and each exercise's."""
    return [
        *sorted((content / "locales" / locale).glob("*.ftl")),
        *sorted((content / "exercises").glob(f"*/{locale}.ftl")),
    ]
