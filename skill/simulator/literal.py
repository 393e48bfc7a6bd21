"""Utterances that are samples without slots, word for word: one look into a table."""

from __future__ import annotations

from skill.simulator.exact import Reading
from skill.simulator.language_model import LanguageModel, Sample
from skill.simulator.words import fold


class LiteralMatcher:
    """Finds the sample without slots that an utterance is."""

    def __init__(self, model: LanguageModel) -> None:
        """Gather the samples of *model* that have no slots; of two equal ones the first counts."""
        self._samples: dict[str, Sample] = {}
        for sample in model.samples:
            if not sample.slots:
                self._samples.setdefault(fold(sample.text), sample)

    def reading(self, text: str) -> Reading | None:
        """Return the sample that *text* (folded) is."""
        sample = self._samples.get(text)
        return None if sample is None else Reading(sample=sample, slots={})
