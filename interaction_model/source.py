"""The only place that reads `intents.yaml` and `<locale>/*.yaml`: everything that is written about one locale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar

from interaction_model.complaint import Complaint, Trail
from interaction_model.exercise_names import Phrase, exercise_names
from skill.catalog import CONTENT
from skill.catalog.documents import ContentFile, Refused, collecting, read_document
from skill.catalog.mistakes import Mistake
from skill.domain.patient.state import State
from skill.errors import ContentError

FOLDER = Path(__file__).parent
EXERCISE = "EXERCISE"
"""The slot type whose names come from the content."""
LOCALE_FILE = "locale.yaml"

_T = TypeVar("_T")

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
class Subject:
    """A file of `<locale>/`: what people say about one subject."""

    intents: Mapping[str, Phrases] = field(default_factory=dict)
    slot_types: Mapping[str, Mapping[str, Phrases]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale(Subject):
    """`<locale>/locale.yaml`: what the other files rest on."""

    locale: str
    invocation_name: str
    durations: Mapping[str, Phrases]
    determiners: Phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Everything in `<locale>/`, in the order of `intents.yaml`."""

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
    words_files: tuple[ContentFile, ...]

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
                return _written(self.words_files, trail).mistake(trail, problem)


def read_source(locale: str, *, folder: Path = FOLDER, content: Path = CONTENT) -> Source:
    """Read what is written about *locale*. Raise `ContentError` with every mistake of form."""
    mistakes: list[Mistake] = []
    with collecting(mistakes):
        meanings_file = _document(folder, "intents.yaml")
        meanings = meanings_file.read(Meanings, meanings_file.tree)
    with collecting(mistakes):
        words_files = tuple(_documents(folder, locale))
        subjects = _subjects(words_files, locale)
        names = exercise_names(content, locale, subjects[0].determiners)
    if mistakes:
        raise ContentError(map(str, mistakes))
    words = _words(subjects, meanings)
    return Source(
        meanings=meanings,
        words=words,
        values=dict(_values(words, names, words_files)),
        exercise_ids=tuple(names),
        meanings_file=meanings_file,
        words_files=words_files,
    )


def _documents(folder: Path, locale: str) -> Iterator[ContentFile]:
    """Yield the files of *locale*, `locale.yaml` first. Raise `Refused` with every mistake."""
    mistakes: list[Mistake] = []
    paths = sorted((folder / locale).glob("*.yaml"), key=lambda path: (path.name != LOCALE_FILE, path.name))
    for name in dict.fromkeys((LOCALE_FILE, *(path.name for path in paths))):
        with collecting(mistakes):
            yield _document(folder, f"{locale}/{name}")
    if mistakes:
        raise Refused(*mistakes)


def _subjects(files: tuple[ContentFile, ...], locale: str) -> tuple[Locale, *tuple[Subject, ...]]:
    """Return what *files* say, each thing once. Raise `Refused` with every mistake."""
    mistakes: list[Mistake] = []
    subjects: list[Subject] = []
    with collecting(mistakes):
        rest = files[0].read(Locale, files[0].tree)
        if rest.locale != locale:
            raise Refused(files[0].mistake(("locale",), f"must be {locale}, as the folder's name says"))
    for file in files[1:]:
        with collecting(mistakes):
            subjects.append(file.read(Subject, file.tree))
    if mistakes:
        raise Refused(*mistakes)
    if twice := tuple(_written_twice((rest, *subjects), files)):
        raise Refused(*twice)
    return (rest, *subjects)


def _written_twice(subjects: tuple[Subject, ...], files: tuple[ContentFile, ...]) -> Iterator[Mistake]:
    owners: dict[Trail, str] = {}
    for subject, file in zip(subjects, files, strict=True):
        ids = (("slot_types", name, one) for name, by_id in subject.slot_types.items() for one in by_id)
        for trail in (*(("intents", name) for name in subject.intents), *ids):
            if trail in owners:
                yield file.mistake(trail, f"is in {owners[trail]} already")
            owners.setdefault(trail, file.path)


def _words(subjects: tuple[Locale, *tuple[Subject, ...]], meanings: Meanings) -> Words:
    intents = {name: samples for subject in subjects for name, samples in subject.intents.items()}
    types: dict[str, dict[str, Phrases]] = {}
    for subject in subjects:
        for name, by_id in subject.slot_types.items():
            types.setdefault(name, {}).update(by_id)
    ids = {EXERCISE: (), **meanings.slot_types}
    return Words(
        locale=subjects[0].locale,
        invocation_name=subjects[0].invocation_name,
        intents=_ordered(intents, meanings.intents),
        durations=subjects[0].durations,
        determiners=subjects[0].determiners,
        slot_types={name: _ordered(by_id, ids.get(name, ())) for name, by_id in _ordered(types, ids).items()},
    )


def _ordered(written: Mapping[str, _T], order: Iterable[str]) -> dict[str, _T]:
    """Return *written* in the *order* of its keys; what is not in it comes last."""
    return {key: written[key] for key in dict.fromkeys((*order, *written)) if key in written}


def _written(files: tuple[ContentFile, ...], trail: Trail) -> ContentFile:
    """Return the file in which *trail*, or the nearest thing around it, is written."""
    return max(files, key=lambda file: file.depth(trail))


def _document(folder: Path, name: str) -> ContentFile:
    path = folder / name
    shown = path.relative_to(folder.parent).as_posix()
    if not path.is_file():
        raise Refused(Mistake(path=shown, field="file", problem="missing"))
    return read_document(path, shown)


def _values(
    words: Words, names: Mapping[str, tuple[Phrase, ...]], files: tuple[ContentFile, ...]
) -> Iterator[tuple[str, dict[str, tuple[Phrase, ...]]]]:
    for slot_type, by_id in words.slot_types.items():
        written = {one: tuple(_phrases(phrases, files, (slot_type, one))) for one, phrases in by_id.items()}
        known = names if slot_type == EXERCISE else {}
        ids = dict.fromkeys((*known, *written))
        yield slot_type, {one: (*known.get(one, ()), *written.get(one, ())) for one in ids}


def _phrases(phrases: Phrases, files: tuple[ContentFile, ...], trail: tuple[str, str]) -> Iterator[Phrase]:
    file = _written(files, ("slot_types", *trail))
    for index, text in enumerate(phrases):
        place = file.mistake(("slot_types", *trail, index), "")
        yield Phrase(text=text, path=place.path, line=place.line, column=place.column)
