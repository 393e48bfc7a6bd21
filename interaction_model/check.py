"""Everything that can be wrong with what is written, the model and its file, in one list."""

from __future__ import annotations

from collections.abc import Iterator

from interaction_model.amazon import LanguageModel, as_json
from interaction_model.build import DEFAULT_LOCALE, language_model, model_path, model_text
from interaction_model.coverage import coverage
from interaction_model.forms import phrases_of
from interaction_model.rules import breaches
from interaction_model.source import Source, read_source
from skill.catalog.mistakes import Mistake


def check(locale: str = DEFAULT_LOCALE) -> tuple[str, ...]:
    """Return every mistake as `path:line:column: field: what is wrong`; nothing when all is well.

    The model's file is looked at once what is written is right.
    Raise `ContentError` when something cannot be read at all.
    """
    source = read_source(locale)
    model = language_model(source)
    mistakes = (*check_source(source), *check_model(model, source))
    return mistakes or check_file(model)


def check_source(source: Source) -> tuple[str, ...]:
    """Return what has no words, too few words, or words without a meaning."""
    return _lines(source.mistake(complaint) for complaint in coverage(source))


def check_model(model: LanguageModel, source: Source) -> tuple[str, ...]:
    """Return what Amazon, or a listener, would object to in *model*, which was built from *source*."""
    phrases = phrases_of(model, source.words.durations)
    return _lines(source.mistake(complaint) for complaint in breaches(model, phrases))


def check_file(model: LanguageModel) -> tuple[str, ...]:
    """Return a line when the file of *model*'s locale holds anything else than *model*."""
    path = model_path(model.locale)
    if path.is_file() and path.read_text(encoding="utf-8") == model_text(as_json(model)):
        return ()
    problem = "is not what the YAML files say; run `spine-coach model build`"
    return (str(Mistake(path=f"{path.parent.name}/{path.name}", field="file", problem=problem)),)


def _lines(mistakes: Iterator[Mistake]) -> tuple[str, ...]:
    return tuple(str(mistake) for mistake in sorted(mistakes))
