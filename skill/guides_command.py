"""`spine-coach audio`: what the builder of guides is told, and what it shows while it works."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import platformdirs
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from skill.options import LOCALE

if TYPE_CHECKING:
    from audio.build import BuildReport, Event, Planned

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
@click.option("--pace", type=click.IntRange(100, 260), default=157, show_default=True, help="Words a minute, at most.")
@click.option("--keep-voices", is_flag=True, help="Leave a guide that is up to date in another voice as it is.")
@click.option("--tick", is_flag=True, help="Mark the seconds of holds with a soft tick.")
@click.option("--workers", type=click.IntRange(0, 64), default=0, help="Threads; one for each core by default.")
def audio_build(
    names: tuple[str, ...],
    voice: str,
    locale: str,
    out: Path | None,
    pace: int,
    keep_voices: bool,
    tick: bool,
    workers: int,
) -> None:
    """Build the guides called NAME, or all of them; those that are up to date are skipped.

    The voice gtts is Google's, online, for personal use: each sentence is asked for once, one a second, and kept.
    hibari is bundled and works offline; espeak is the last resort. When a voice fails, the next one speaks the whole
    guide, and the last line says so. Instructions are spoken slowly (--pace); counts keep their beats.
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
            pace=pace,
            keep_voices=keep_voices,
            tick=tick,
            workers=workers,
            progress=shown.happened,
            base_url=f"{settings.public_url}/guides/" if settings.public_url else None,
        )
    for line in _summary(report):
        click.echo(line, err=True)


def _summary(report: BuildReport) -> Iterator[str]:
    """Yield what a build did, and one line more when the folder has several voices."""
    minutes = round(report.audio_seconds / 60)
    yield f"{len(report.built)} guides built ({minutes} minutes of sound), {len(report.unchanged)} unchanged."
    voices = report.manifest.voices
    if len(voices) > 1:
        spoken = ", ".join(f"{number} by {voice}" for voice, number in voices.items())
        why = f" {report.fallbacks[0].voice}: {report.fallbacks[0].reason}." if report.fallbacks else ""
        yield f"Not all guides have one voice: {spoken}.{why} Run it again, and the first voice takes over what it can."
    elif report.fallbacks:
        first = report.fallbacks[0]
        yield f"All guides are spoken by {next(iter(voices))} in place of {first.voice} ({first.reason})."


def _forecast(planned: Planned) -> str:
    minutes = max(1, round(planned.seconds / 60))
    return (
        f"{planned.sentences} sentences to ask for, one a second: about {minutes} minute{'s' * (minutes > 1)}. "
        "What was spoken is kept: stop at any time, and run it again to go on."
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
                    if event.seconds:
                        self.progress.console.print(_forecast(event))
                case Built():
                    self.progress.update(self._task, advance=1, description=event.name)
                case FellBack():
                    self.progress.update(self._task, description=f"{event.name}: without {event.voice}")
