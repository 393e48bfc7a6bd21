"""Reads a content folder whole, and gathers every mistake in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from skill.catalog.consistency import mistakes_between_exercises, mistakes_of_coverage, mistakes_of_routines
from skill.catalog.documents import ContentFile, Placed, Refused, collecting, read_document, unknown_sources
from skill.catalog.exercises import read_exercise
from skill.catalog.lessons import mistakes_of_lesson_words, read_lessons
from skill.catalog.mistakes import Mistake
from skill.catalog.progress import read_count, read_phases, read_weekly
from skill.catalog.rules import RULE_NAMES, read_emergency_numbers, read_numbers, read_red_flags, read_sources
from skill.catalog.screens import mistakes_of_exercises, mistakes_of_words, read_screening
from skill.catalog.symptoms import (
    read_consequences,
    read_matrix,
    read_overrides,
    read_short_answers,
    read_thresholds,
    read_zones,
)
from skill.catalog.topics import in_breaths, mistakes_of_topic_words, read_topics
from skill.catalog.wording import COUNTED, mistakes_of_wording, needs_of
from skill.catalog.words import NAME, Words, plain_texts, read_words, split_number
from skill.domain.catalog.catalog import Catalog, Rules, Source
from skill.domain.catalog.lessons import Lesson, LessonId
from skill.domain.catalog.routine import Routine
from skill.domain.catalog.topics import Topic
from skill.domain.movement.exercise import Exercise, ExerciseId
from skill.domain.safety.screen_items import Screening
from skill.domain.symptoms.symptom_rules import SymptomRules

FIGURE_FILE = "figure.json"
SOURCE_LOCALE = "en-US"
"""The locale every exercise has, and whose sentences are counted."""

COACH_FILE = "coach.ftl"
"""The file that a locale has which is spoken in words of its own."""

LONGEST_MOVEMENT_SECONDS = 10
"""The most a tempo may have (`Tempo`)."""

_TABLES: Mapping[str, Callable[[ContentFile, Collection[str]], Any]] = {
    "red-flags": read_red_flags,
    "zones": read_zones,
    "symptoms": read_thresholds,
    "matrix": read_matrix,
    "overrides": read_overrides,
    "consequences": read_consequences,
    "short-answers": read_short_answers,
    "screening": read_screening,
    "count": read_count,
    "phases": read_phases,
    "weekly": read_weekly,
}
"""The rule files that are tables of their own; every other one holds single numbers."""

_LOCALE = re.compile(r"[a-z]{2,3}-[A-Z]{2}")


class Loader:
    """Reads the folder *root*. Afterwards `mistakes` says what is wrong with it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._mistakes: list[Mistake] = []
        self._sources: dict[str, Source] = {}
        self._exercises: dict[str, Placed[Exercise]] = {}
        self._topics: dict[str, Topic] = {}
        self._lessons: dict[LessonId, Lesson] = {}
        self._routines: list[Placed[Routine]] = []
        self._numbers: dict[str, int] = {}
        self._tables: dict[str, Any] = {}
        self._emergency_numbers: dict[str, str] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._ids: frozenset[str] = frozenset()

    def load(self) -> Catalog:
        """Return the catalog. Raise `Refused` with every mistake in the folder, in order of place."""
        self._read_tables()
        self._read_exercises()
        self._read_routines()
        self._read_topics()
        self._read_lessons()
        if self._mistakes:
            raise Refused(*sorted(set(self._mistakes)))
        return Catalog(
            exercises={ExerciseId(name): placed.value for name, placed in self._exercises.items()},
            routines=tuple(placed.value for placed in self._routines),
            rules=self._rules(),
            emergency_numbers=self._emergency_numbers,
            sources=self._sources,
            lessons=self._lessons,
            topics={topic.id: topic for topic in self._topics.values()},
        )

    def _rules(self) -> Rules:
        tables = self._tables
        symptoms = SymptomRules(
            thresholds=tables["symptoms"],
            table=tables["matrix"],
            overrides=tables["overrides"],
            consequences=tables["consequences"],
            short_answers=tables["short-answers"],
            red_flags=tables["red-flags"],
        )
        return Rules(
            **self._numbers,
            red_flags=tables["red-flags"],
            zones=tables["zones"],
            count=tables["count"],
            symptoms=symptoms,
            screening=tables["screening"],
            phases=tables["phases"],
            weekly=tables["weekly"],
        )

    def _read_tables(self) -> None:
        with collecting(self._mistakes):
            self._sources = read_sources(self._document("sources.yaml"))
        with collecting(self._mistakes):
            self._emergency_numbers.update(read_emergency_numbers(self._document("emergency-numbers.yaml")))
        for name, read in _TABLES.items():
            with collecting(self._mistakes):
                self._tables[name] = read(self._document(f"rules/{name}.yaml"), self._sources)
        for path in self._files("rules", ".yaml"):
            if path.stem not in _TABLES:
                self._read_numbers(path)
        if not any(mistake.path.startswith(self._shown("rules")) for mistake in self._mistakes):
            for name in sorted(RULE_NAMES - self._numbers.keys()):
                self._complain("rules", name, "missing")

    def _read_numbers(self, path: Path) -> None:
        with collecting(self._mistakes):
            document = read_document(path, self._shown(path))
            for name, number in read_numbers(document, self._sources).items():
                if name in self._numbers:
                    self._mistakes.append(document.mistake((name,), "this rule is in another file too"))
                self._numbers[name] = number

    def _read_exercises(self) -> None:
        folders = self._folders()
        locales = self._locales(folders)
        for folder in folders:
            words = {locale: self._words(folder, locale) for locale in locales}
            self._read_exercise(folder, words)
        self._ids = frozenset(folder.name for folder in folders)
        self._mistakes.extend(mistakes_between_exercises(self._exercises, self._ids))
        if screening := self._tables.get("screening"):
            document = self._document("rules/screening.yaml")
            self._mistakes.extend(mistakes_of_exercises(document, screening, self._ids))
            self._read_questions(screening)

    def _read_questions(self, screening: Screening) -> None:
        for folder in self._whole_locales():
            if words := self._read(folder / "screening.ftl", f"the safety questions in {folder.name}"):
                self._mistakes.extend((*words.mistakes, *mistakes_of_words(words, screening)))

    def _folders(self) -> list[Path]:
        """Return the exercises' folders, and complain about any file that has no business there."""
        entries = self._entries("exercises")
        for path in entries:
            if not path.is_dir():
                self._complain(path, "file", "unknown file; expected a folder for each exercise")
        folders = [path for path in entries if path.is_dir()]
        for path in (file for folder in folders for file in self._entries(folder)):
            if path.name not in {"exercise.yaml", FIGURE_FILE} and not _is_words(path):
                expected = f"`exercise.yaml`, `{FIGURE_FILE}` or `<locale>.ftl`"
                self._complain(path, "file", f"unknown file; expected {expected}")
        for folder in folders:
            if not (folder / FIGURE_FILE).is_file():
                self._complain(folder / FIGURE_FILE, "file", f"missing: the figure of {folder.name}")
        return folders

    def _locales(self, folders: list[Path]) -> list[str]:
        """Return every locale that anything is written in."""
        exercises = {path.stem for folder in folders for path in folder.iterdir() if _is_words(path)}
        return sorted({SOURCE_LOCALE} | exercises | {folder.name for folder in self._whole_locales()})

    def _whole_locales(self) -> list[Path]:
        """Return the folders of the locales that have all words of their own; the others differ from one of them."""
        return [path for path in self._entries("locales") if (path / COACH_FILE).is_file()]

    def _read_exercise(self, folder: Path, words: dict[str, Words | None]) -> None:
        source = words[SOURCE_LOCALE]
        counts = {field: len(source.numbers(folder.name, name)) if source else 0 for name, field in COUNTED.items()}
        with collecting(self._mistakes):
            document = self._document(f"exercises/{folder.name}/exercise.yaml")
            exercise = read_exercise(document, counts, self._sources, self._tables.get("count"))
            self._exercises[folder.name] = Placed(value=exercise, document=document)
            if exercise.id != folder.name:
                self._mistakes.append(document.mistake(("id",), f"must be `{folder.name}`, the folder's name"))
        placed = self._exercises.get(folder.name)
        fastest = self._numbers.get("fastest_movement_seconds", LONGEST_MOVEMENT_SECONDS)
        rules = self._tables.get("count")
        needs = needs_of(placed.value, fastest, rules) if placed and rules else None
        for locale, each in words.items():
            if each:
                self._mistakes.extend(each.mistakes)
                self._mistakes.extend(mistakes_of_wording(each, folder.name, needs))
                self._mistakes.extend(_miscounted(each, folder.name, counts))
                self._mistakes.extend(self._ambiguous(each, folder.name, locale))

    def _words(self, folder: Path, locale: str) -> Words | None:
        return self._read(folder / f"{locale}.ftl", f"the words of {folder.name} in {locale}")

    def _read(self, path: Path, what: str) -> Words | None:
        if not path.is_file():
            self._complain(path, "file", f"missing: {what}")
            return None
        try:
            return read_words(path, self._shown(path))
        except Refused as refused:
            self._mistakes.extend(refused.mistakes)
            return None

    def _ambiguous(self, words: Words, exercise_id: str, locale: str) -> Iterator[Mistake]:
        """Yield names that are taken already."""
        for message, attribute, text in plain_texts(words):
            if message != exercise_id or not (attribute == NAME or split_number(attribute)[0] == "alias"):
                continue
            name = (locale, text.casefold().replace("-", " "))
            if name in self._names:
                yield words.mistake(message, attribute, f"{self._names[name]} goes by this name already")
            self._names.setdefault(name, exercise_id)

    def _read_routines(self) -> None:
        for path in self._files("routines", ".yaml"):
            with collecting(self._mistakes):
                document = read_document(path, self._shown(path))
                routine = document.read(Routine, document.tree)
                self._routines.append(Placed(value=routine, document=document))
                if routine.id != path.stem:
                    self._mistakes.append(document.mistake(("id",), f"must be `{path.stem}`, the file's name"))
                self._mistakes.extend(unknown_sources(document, ("sources",), routine.sources, self._sources))
        self._mistakes.extend(mistakes_of_routines(self._routines, self._exercises, self._ids))
        folder = self._shown("routines")
        if not any(mistake.path.startswith(folder) for mistake in self._mistakes):
            self._mistakes.extend(mistakes_of_coverage(self._routines, folder))

    def _read_topics(self) -> None:
        documents: list[ContentFile] = []
        for path in self._files("topics", ".yaml"):
            with collecting(self._mistakes):
                documents.append(read_document(path, self._shown(path)))
        with collecting(self._mistakes):
            self._topics = read_topics(documents, self._sources)
        if not self._topics:
            return
        for folder in self._whole_locales():
            if words := self._read(folder / "answers.ftl", f"the answers in {folder.name}"):
                self._mistakes.extend((*words.mistakes, *mistakes_of_topic_words(words, self._topics)))
                if folder.name == SOURCE_LOCALE:
                    self._topics = in_breaths(words, self._topics)

    def _read_lessons(self) -> None:
        with collecting(self._mistakes):
            self._lessons = read_lessons(self._document("lessons.yaml"), self._sources)
        for folder in self._whole_locales():
            if words := self._read(folder / "lessons.ftl", f"what is worth knowing in {folder.name}"):
                self._mistakes.extend((*words.mistakes, *mistakes_of_lesson_words(words, self._lessons)))

    def _files(self, folder: str, suffix: str) -> list[Path]:
        entries = self._entries(folder)
        for path in entries:
            if path.suffix != suffix:
                self._complain(path, "file", f"unknown file; expected `<name>{suffix}`")
        return [path for path in entries if path.suffix == suffix]

    def _entries(self, folder: Path | str) -> list[Path]:
        """Return what is in a folder, hidden files apart."""
        path = self._root / folder
        return sorted(one for one in path.iterdir() if not one.name.startswith(".")) if path.is_dir() else []

    def _document(self, name: str) -> ContentFile:
        path = self._root / name
        if not path.is_file():
            raise Refused(Mistake(path=self._shown(path), field="file", problem="missing"))
        return read_document(path, self._shown(path))

    def _complain(self, path: Path | str, field: str, problem: str) -> None:
        self._mistakes.append(Mistake(path=self._shown(path), field=field, problem=problem))

    def _shown(self, path: Path | str) -> str:
        return (self._root / path).relative_to(self._root.parent).as_posix()


def _is_words(path: Path) -> bool:
    return path.suffix == ".ftl" and _LOCALE.fullmatch(path.stem) is not None


def _miscounted(words: Words, exercise_id: str, counts: dict[str, int]) -> Iterator[Mistake]:
    """Yield series that have fewer or more sentences than in the source locale."""
    for series, field in COUNTED.items():
        number = len(words.numbers(exercise_id, series))
        if exercise_id in words.messages and number != counts[field]:
            problem = f"{number} of these, but {counts[field]} in {SOURCE_LOCALE}"
            yield words.mistake(exercise_id, f"{series}-{number}", problem)
