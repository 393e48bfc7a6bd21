"""A model small enough to read, in files of its own: what the tests of the rules break in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from interaction_model.source import Source, read_source

INTENTS = dedent("""\
    fallback_sensitivity: LOW
    slot_types:
      SIDE: [left, right]
    intents:
      MoveIntent:
        meaning: Wants to move.
        states: [paused]
        slots: {exercise: EXERCISE, side: SIDE, number: AMAZON.NUMBER}
      AMAZON.CancelIntent: {meaning: Takes it back., states: [paused]}
      AMAZON.HelpIntent: {meaning: Asks for help., states: [paused]}
      AMAZON.StopIntent: {meaning: Stops., states: [paused]}
      AMAZON.NavigateHomeIntent: {meaning: Goes home., states: [paused]}
      AMAZON.FallbackIntent: {meaning: Anything else., states: [paused]}
    """)

WORDS = dedent("""\
    locale: en-US
    invocation_name: plain coach
    intents:
      MoveIntent:
        - move
        - do {exercise}
        - move to the {side}
        - move {number} times
      AMAZON.CancelIntent: [cancel]
      AMAZON.HelpIntent: [help]
      AMAZON.StopIntent: [stop]
      AMAZON.NavigateHomeIntent: [go home]
      AMAZON.FallbackIntent: []
    durations:
      PT{number}M: ["{number} minutes"]
    determiners: [a, my]
    slot_types:
      EXERCISE:
        bridge: [fridge]
      SIDE:
        left: [left, left side]
        right: [right, right side]
    """)

BRIDGE = dedent("""\
    bridge = Bridge
        .alias-1 = a bridge
        .alias-2 = hip lift
        .purpose = It trains.
    """)


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """The three files in a folder."""

    folder: Path

    @property
    def files(self) -> dict[str, Path]:
        """Return the files by the name that complaints give them."""
        return {
            "intents.yaml": self.folder / "model" / "intents.yaml",
            "locale.yaml": self.folder / "model" / "en-US" / "locale.yaml",
            "en-US.ftl": self.folder / "content" / "exercises" / "bridge" / "en-US.ftl",
        }

    def write(self) -> None:
        """Write the files as they are when all is well."""
        for path, text in zip(self.files.values(), (INTENTS, WORDS, BRIDGE), strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace the one place that says *old* in the file *name*."""
        text = self.files[name].read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is in {name} {text.count(old)} times"
        self.files[name].write_text(text.replace(old, new), encoding="utf-8")

    def source(self) -> Source:
        """Read the files."""
        return read_source("en-US", folder=self.folder / "model", content=self.folder / "content")
