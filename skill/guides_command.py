"""`spine-coach audio`: what the builder of guides is told, and what it shows while it works."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click
import platformdirs
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from skill.options import LOCALE

if TYPE_CHECKING:
    from audio.build import Event

VOICES = ("gtts", "hibari", "espeak")


@click.group()
def audio() -> None:
    """Build MP3 guides of the exercises and routines."""


@audio.command("list")
def audio_list() -> None:
    """List the names of all guides."""
    from audio.guides import guide_names
    from skill.catalog import load_catalog

    for name in guide_names(load_catalog()):
        click.echo(name)


@audio.command("build")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--voice", type=click.Choice(VOICES), default="gtts", show_default=True, help="Who speaks.")
@click.option("--locale", type=LOCALE, default="en-US", show_default=True, help="The language of the guides.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="The folder; the server's by default.")
@click.option("--tick", is_flag=True, help="Mark the seconds of holds with a soft tick.")
@click.option("--workers", type=click.IntRange(0, 64), default=0, help="Threads; one for each core by default.")
def audio_build(names: tuple[str, ...], voice: str, locale: str, out: Path | None, tick: bool, workers: int) -> None:
    """Build the guides called NAME, or all of them; those that are up to date are skipped.

    The voice gtts is Google's, online, for personal use; hibari is bundled and works offline; espeak is the last
    resort. When a voice fails, the next one speaks the whole guide.
    """
    from audio.build import build
    from skill.catalog import load_catalog
    from skill.config import Settings
    from skill.speech.messages import messages_for

    settings = Settings.read(os.environ, local=True)
    shown = _Shown()
    with shown.progress:
        report = build(
            load_catalog(),
            messages_for(locale),
            out=out or settings.guides_dir,
            cache=platformdirs.user_cache_path("spine-coach") / "clips",
            voice=voice,
            names=names,
            tick=tick,
            workers=workers,
            progress=shown.happened,
            base_url=f"{settings.public_url}/guides/" if settings.public_url else None,
        )
    minutes = round(report.audio_seconds / 60)
    click.echo(
        f"{len(report.built)} guides built ({minutes} minutes of sound), {len(report.unchanged)} unchanged.", err=True
    )


class _Shown:
    """A progress bar that several threads may report to."""

    def __init__(self) -> None:
        self.progress = Progress(
            TextColumn("guides"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
            console=Console(stderr=True),
        )
        self._task = self.progress.add_task("", total=None)
        self._lock = threading.Lock()

    def happened(self, event: Event) -> None:
        """Show what happened."""
        from audio.build import Built, FellBack, Planned

        with self._lock:
            match event:
                case Planned():
                    self.progress.update(self._task, total=event.to_make, completed=0)
                case Built():
                    self.progress.update(self._task, advance=1, description=event.name)
                case FellBack():
                    self.progress.console.print(f"{event.name}: {event.voice} cannot speak it ({event.reason})")
