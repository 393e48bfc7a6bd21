"""Every error Spine Coach raises on purpose.

::

    SkillError
    ├── ContentError          a file of words, doses or rules is wrong; lists every mistake
    ├── ConfigError           a setting is wrong; names the variable and the remedy
    ├── SpeechError           a cue has no words in this locale, or a word's value is missing
    ├── NotUnderstood         a slot is missing or odd; carries the cue that asks again
    ├── StorageError
    │   ├── StorageUnavailable    the database refused or did not answer
    │   └── StaleVersion          another turn of the same patient was saved first
    ├── VerificationError     a request is not from Amazon, or not for this skill
    └── AudioError
        ├── VoiceUnavailable      a voice cannot speak now; the next one may
        └── EncodingFailed        the sound could not be made into an MP3

Answers of the domain (a symptom got worse, a rep was missed) are values, never errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skill.domain.cues import Cue


class SkillError(Exception):
    """The root of everything in this tree."""


class ContentError(SkillError):
    """One or more content files are wrong.

    *mistakes* are lines in the form ``path:line:column: field: what is wrong``.
    """

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


class ConfigError(SkillError):
    """A setting is missing or malformed. The message names the variable and the remedy."""


class SpeechError(SkillError):
    """A cue cannot be said: no message, a broken message, or a value that is missing."""


class NotUnderstood(SkillError):
    """What the patient said lacks something. *cue* asks for it; nothing has changed."""

    def __init__(self, cue: Cue) -> None:
        self.cue = cue
        super().__init__(type(cue).__name__)


class StorageError(SkillError):
    """Something about the store."""


class StorageUnavailable(StorageError):
    """The database refused or did not answer in time. Nothing was saved."""


class StaleVersion(StorageError):
    """Another turn of the same patient was saved since this one was loaded. Load again."""


class VerificationError(SkillError):
    """A request must be refused with 400. *reason* is a short kebab-case word for the log."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class AudioError(SkillError):
    """Something about the audio guides."""


class VoiceUnavailable(AudioError):
    """A voice cannot speak now: no network, too many requests, no real sound in the answer."""


class EncodingFailed(AudioError):
    """The sound could not be made into the MP3 that was asked for."""
