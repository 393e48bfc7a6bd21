"""Compares what two checkouts answer, byte by byte: `python -m tests.comparing OLD_CHECKOUT NEW_CHECKOUT`.

Both are asked the same, each by a process of its own with another hash seed, on both channels and in every mode of
`SPINE_COACH_SYMPTOMS`: every transcript of OLD; then random conversations that begin as a transcript does and go on by
chance. Compared are requests, responses, saved documents and facts. Then databases that OLD left in the middle of a
count are opened by NEW, which must answer what OLD would have; and a guide of each must have the same bytes.

Names that were changed on purpose are told with `--renamed old_name=new_name`. Nothing is kept: the proof is the run.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

import click

from tests.comparing.books import KEYS, Comparison, compare

DRIVER = Path(__file__).with_name("driver.py")
GUIDE = "swimming"
"""The shortest guide."""
SECRET = "not a secret at all, for comparing only"
HASH_SEEDS = {"old": "1", "new": "2"}


@click.command()
@click.argument("old", type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path))
@click.argument("new", type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path))
@click.option("--conversations", default=240, show_default=True, help="Random ones, with 14 random steps each.")
@click.option("--seed", default=1, show_default=True, help="Another seed has other random conversations.")
@click.option("--every", default=1, show_default=True, help="Take every so-manieth transcript only.")
@click.option("--renamed", multiple=True, metavar="OLD=NEW", help="A name of the old checkout's, and the new one's.")
@click.option("--guide/--no-guide", default=True, show_default=True, help="Compare the bytes of a guide, too.")
def main(
    old: Path, new: Path, conversations: int, seed: int, every: int, renamed: tuple[str, ...], guide: bool
) -> None:
    """Compare what the checkouts OLD and NEW answer. The exit code is 1 when anything differs."""
    names = dict(one.split("=", 1) for one in renamed)
    with TemporaryDirectory() as folder:
        both = _Both(old, new, Path(folder), names)
        common = {"transcripts": str(old / "tests" / "dialogues"), "every": every}
        chance = {"conversations": conversations, "seed": seed, "model": str(old / "interaction_model" / "en-US.json")}
        same = [
            both.compare("transcripts", common),
            both.compare("random", {**common, **chance}),
            both.take_over(common),
        ]
        if guide:
            same.append(both.compare_guide())
    sys.exit(0 if all(same) else 1)


class _Both:
    """Two checkouts."""

    def __init__(self, old: Path, new: Path, folder: Path, renamed: Mapping[str, str]) -> None:
        self._checkouts = {"old": old, "new": new}
        self._folder, self._renamed = folder, renamed

    def compare(self, part: str, job: Mapping[str, Any]) -> bool:
        """Let both do a part of the driver, and tell whether they did the same."""
        began = monotonic()
        books = [self._drive(which, part, job) for which in self._checkouts]
        return self._tell(part, compare(books[0], books[1], self._renamed), began)

    def take_over(self, job: Mapping[str, Any]) -> bool:
        """Let the new one open what the old one left, and tell whether it answers as the old one did."""
        began = monotonic()
        job = {**job, "every": 3 * job["every"], "left": str(self._folder / "left")}
        before = self._drive("old", "leave", job)
        after = self._drive("new", "take_over", {**job, "before": str(before)})
        kept = before.with_name("kept")
        with before.open(encoding="utf-8") as lines:
            kept.write_text("".join(line for line in lines if '"left": true' in line and '"request"' in line), "utf-8")
        answered = [key for key in KEYS if key != "request"]  # they are the old one's own
        return self._tell(
            "databases of the old one, opened in mid-count", compare(kept, after, self._renamed, answered), began
        )

    def compare_guide(self) -> bool:
        """Tell whether both make the same files of one guide."""
        files = {}
        for which in self._checkouts:
            out = self._folder / f"guides-{which}"
            self._run(which, "-m", "skill", "audio", "build", "--voice", "espeak", "--out", str(out), GUIDE)
            files[which] = {path.name: path.read_bytes() for path in sorted(out.glob(f"{GUIDE}*"))}
        old, new = files["old"], files["new"]
        different = sorted(name for name in {*old, *new} if old.get(name) != new.get(name))
        click.echo(
            f"guide {GUIDE}: " + (f"DIFFERENT in {', '.join(different)}" if different else f"the same {len(old)} files")
        )
        return bool(old) and not different

    def _drive(self, which: str, part: str, job: Mapping[str, Any]) -> Path:
        book = self._folder / f"{part}-{which}.jsonl"
        told = self._folder / f"{part}-{which}.json"
        told.write_text(json.dumps({**job, "part": part, "book": str(book)}), encoding="utf-8")
        self._run(which, str(DRIVER), str(told))
        return book

    def _run(self, which: str, *arguments: str) -> None:
        checkout = self._checkouts[which]
        own = {"PYTHONPATH": str(checkout), "PYTHONHASHSEED": HASH_SEEDS[which], "PYTHONDONTWRITEBYTECODE": "1"}
        own |= {
            "XDG_CACHE_HOME": str(self._folder / f"cache-{which}"),
            "SPINE_COACH_SECRET": SECRET,
        }
        done = subprocess.run(
            [sys.executable, *arguments], cwd=checkout, env={**os.environ, **own}, capture_output=True, text=True
        )
        if done.returncode:
            raise click.ClickException(f"the {which} checkout cannot be asked:\n{done.stderr}")

    def _tell(self, what: str, came_to: Comparison, began: float) -> bool:
        turns = f"{came_to.turns} turns of {len(came_to.conversations)} conversations"
        took = f"{monotonic() - began:.0f} s"
        click.echo(f"{what}: {'DIFFERENT after' if came_to.difference else 'the same bytes in'} {turns} ({took})")
        for line in _details(came_to):
            click.echo(f"  {line}")
        return not came_to.difference and came_to.turns > 0


def _details(came_to: Comparison) -> Iterator[str]:
    if came_to.random_turns:
        yield f"{came_to.random_turns} of them random, in {len(came_to.states)} states:"
        yield ", ".join(f"{state or 'at first'} {turns}" for state, turns in sorted(came_to.states.items()))
    yield from came_to.difference.splitlines()


if __name__ == "__main__":
    main()
