"""The only place that reads `intents.yaml` and `<locale>.yaml`: everything that is written about one locale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from interaction_model.complaint import Complaint
from interaction_model.exercise_names import Phrase, exercise_names
from skill.catalog import CONTENT
from skill.catalog.documents import ContentFile, Refused, collecting, read_document
from skill.catalog.mistakes import Mistake
from skill.domain.patient.state import State
from skill.errors import ContentError

FOLDER = Path(__file__).parent
EXERCISE = "EXERCISE"
"""The slot type whose names come from the content."""

Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IntentMeaning:
    """What is true of an intent in every language."""

    meaning: str
    often: bool = False
    """Whether people say it in an ordinary sitting."""
    states: tuple[State, ...]
    """The dialogue states it mainly serves."""
    slots: Mapping[str, str] = field(default_factory=dict)
    """Slot type by slot name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """`intents.yaml`."""

    fallback_sensitivity: Literal["LOW", "MEDIUM", "HIGH"]
    slot_types: Mapping[str, Phrases]
    """The ids of each custom slot type but EXERCISE."""
    intents: Mapping[str, IntentMeaning]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """`<locale>.yaml`."""

    locale: str
    invocation_name: str
    intents: Mapping[str, Phrases]
    """Samples by intent."""
    durations: Mapping[str, Phrases]
    """How ISO 8601 durations are said; `{number}` stands for each of `forms.NUMBERS`."""
    determiners: Phrases
    slot_types: Mapping[str, Mapping[str, Phrases]]
    """Slot type, then value id, then its name followed by its synonyms (for EXERCISE, further synonyms)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Everything that is written about one locale, the exercises' names in the content included."""

    meanings: Meanings
    words: Words
    values: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    """Slot type, then value id, then its name followed by its synonyms."""
    exercise_ids: tuple[str, ...]
    meanings_file: ContentFile
    words_file: ContentFile

    def mistake(self, complaint: Complaint) -> Mistake:
        """Return *complaint* with the line and the column where the thing is written."""
        trail, problem = complaint.trail, complaint.problem
        match trail:
            case ("slot_types", str(slot_type), str(value_id), int(index)):
                phrase = self.values[slot_type][value_id][index]
                name = f"slot_types.{slot_type}.{value_id}"
                return Mistake(path=phrase.path, line=phrase.line, column=phrase.column, field=name, problem=problem)
            case ("intents", str(), "slots", *_) | ("fallback_sensitivity",):
                return self.meanings_file.mistake(trail, problem)
            case _:
                return self.words_file.mistake(trail, problem)


def read_source(locale: str, *, folder: Path = FOLDER, content: Path = CONTENT) -> Source:
    """Read what is written about *locale*. Raise `ContentError` with every mistake of form."""
    mistakes: list[Mistake] = []
    with collecting(mistakes):
        meanings_file = _document(folder, "intents.yaml")
        meanings = meanings_file.read(Meanings, meanings_file.tree)
    with collecting(mistakes):
        words_file = _document(folder, f"{locale}.yaml")
        words = words_file.read(Words, words_file.tree)
        if words.locale != locale:
            raise Refused(words_file.mistake(("locale",), f"must be {locale}, as the file's name says"))
        names = exercise_names(content, locale, words.determiners)
    if mistakes:
        raise ContentError(map(str, mistakes))
    return Source(
        meanings=meanings,
        words=words,
        values=dict(_values(words, names, words_file)),
        exercise_ids=tuple(names),
        meanings_file=meanings_file,
        words_file=words_file,
    )


def _document(folder: Path, name: str) -> ContentFile:
    path = folder / name
    shown = path.relative_to(folder.parent).as_posix()
    if not path.is_file():
        raise Refused(Mistake(path=shown, field="file", problem="missing"))
    return read_document(path, shown)


def _values(
    words: Words, names: Mapping[str, tuple[Phrase, ...]], file: ContentFile
) -> Iterator[tuple[str, dict[str, tuple[Phrase, ...]]]]:
    for slot_type, by_id in words.slot_types.items():
        written = {one: tuple(_phrases(phrases, file, (slot_type, one))) for one, phrases in by_id.items()}
        known = names if slot_type == EXERCISE else {}
        ids = dict.fromkeys((*known, *written))
        yield slot_type, {one: (*known.get(one, ()), *written.get(one, ())) for one in ids}


def _phrases(phrases: Phrases, file: ContentFile, trail: tuple[str, str]) -> Iterator[Phrase]:
    for index, text in enumerate(phrases):
        place = file.mistake(("slot_types", *trail, index), "")
        yield Phrase(text=text, path=place.path, line=place.line, column=place.column)
