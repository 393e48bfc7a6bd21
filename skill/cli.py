"""The command `spine-coach`."""

from __future__ import annotations

import logging
import os
import sys
from datetime import datetime
from pathlib import Path

import click

from skill.errors import ContentError, SkillError, StorageUnavailable
from skill.guides_command import audio
from skill.options import LOCALE
from skill.publishing_command import certify, package

EXTRAS = {
    **dict.fromkeys(
        (
            "hibari",
            "hibari_tts",
            "espeakng_loader",
            "numpy",
            "scipy",
            "lameenc",
            "soundfile",
            "pyloudnorm",
            "mutagen",
            "PIL",
        ),
        "guides",
    ),
    "psycopg": "postgres",
}
"""Which extra of `pyproject.toml` brings a module that the base install lacks."""


class _Group(click.Group):
    """Shows our own errors as what they are: sentences, and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except SkillError as error:
            raise click.ClickException(str(error)) from error
        except ModuleNotFoundError as error:
            extra = EXTRAS.get((error.name or "").partition(".")[0])
            if extra is None:
                raise
            needed = f"This needs {error.name}, which is in an extra: pip install 'spine-coach[{extra}]'"
            raise click.ClickException(needed) from error


@click.group(cls=_Group)
@click.version_option(package_name="spine-coach")
def main() -> None:
    """Spine Coach: a voice coach for people recovering from a herniated disc."""


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8080, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--database", metavar="URL", help="Where patients are kept; SQLite in your data folder by default.")
@click.option("--guides", metavar="DIR", help="The folder of MP3 guides.")
@click.option("--local", is_flag=True, help="Accept unsigned requests, on this machine only, and serve the simulator.")
def serve(host: str, port: int, database: str | None, guides: str | None, local: bool) -> None:
    """Serve the skill, the guides and the pages."""
    from skill.bootstrap import build, system_clock
    from skill.catalog import CONTENT
    from skill.config import Settings
    from skill.simulator.clock import RequestClock
    from skill.speech.check import check_words
    from skill.web import create_app
    from skill.web.serve import bound_to
    from skill.web.serve import serve as run

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    settings = Settings.read(_environment(database, guides), local=local)
    if mistakes := check_words(CONTENT):
        raise ContentError(mistakes)
    clock = RequestClock(system_clock) if local else system_clock
    address = f"http://{bound_to(host, port)}"
    application = build(settings, clock=clock, simulator_url=address if local else None)
    try:
        application.store.ping()
    except StorageUnavailable as error:
        logging.error("Nobody is coached until the store answers; words for danger are. %s", error)
    app = create_app(application)
    page = "simulator" if local else ""
    click.echo(f"Spine Coach listens on {address}/{page}", err=True)
    run(lambda: app, host=host, port=port, local=local, start=application.upkeep.wake)


@main.command(short_help="Talk to the coach here, without an Echo.")
@click.option("--fast", is_flag=True, help="Wait for nothing: counts and rests take no time.")
@click.option("--database", metavar="URL", help="Where patients are kept; SQLite in your data folder by default.")
@click.option("--patient", metavar="NAME", default="me", show_default=True, help="Who is talking.")
@click.option(
    "--script",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Say the lines of FILE (a .dialogue file or plain lines) instead of what is typed.",
)
@click.option("--voice", is_flag=True, help="Speak the replies, where this machine has a player for sound.")
@click.option("--channel", type=click.Choice(["apla", "ssml"]), help="How the count goes out to Alexa.")
@click.option(
    "--at",
    metavar="TIME",
    type=click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]),
    help="The time to begin at, such as 2026-12-01T08:00; now by default. Not for typing in real time.",
)
def talk(
    fast: bool,
    database: str | None,
    patient: str,
    script: Path | None,
    voice: bool,
    channel: str | None,
    at: datetime | None,
) -> None:
    """Talk to the coach here, without an Echo.

    At a terminal, type what you would say. Ctrl-C is "Alexa, stop"; twice leaves.

    Without a terminal, or with --script, every line is an utterance, and the replies are lines that begin with
    "coach: ". A count is "[count] press, hold, down, one, ..."; the microphone is "[listening]" or "[closed]". No
    real time passes: each reply is heard to its end before the next line, unless "wait 12" says that the next
    utterance comes twelve seconds after the reply began, in its midst if it is longer. "wait until
    2026-12-01T08:00" moves to that time; "#" begins a comment.
    """
    from skill.web.talk import Talk

    talk = Talk.build(_environment(database, None, channel), patient=patient, at=at)
    if script or not sys.stdin.isatty():
        talk.by_lines(script, click.echo)
    else:
        talk.at_terminal(fast=fast, voice=voice)


@main.command(short_help="Say what utterances mean to the coach.")
@click.option("--locale", default="en-US", show_default=True, help="The language of the utterances.")
def understand(locale: str) -> None:
    """Say what utterances mean to the coach: one a line in, one JSON object a line out.

    Each object has "utterance", "intent", "slots" (name to a value's id, or to what was heard), "how" and
    "confidence" (0 to 1).
    """
    from skill.simulator.understood_lines import understood_lines
    from skill.web.model import understanding_of

    for line in understood_lines(understanding_of(locale), sys.stdin):
        click.echo(line)


@main.group()
def content() -> None:
    """Look after the exercises, routines, rules and words."""


@content.command("check")
def content_check() -> None:
    """Check every content file and list all mistakes."""
    from skill.catalog import CONTENT, check_content
    from skill.screen.figures import mistakes_of_figures
    from skill.speech.check import check_words

    mistakes = dict.fromkeys((*check_content(), *check_words(CONTENT), *mistakes_of_figures()))
    _report(tuple(mistakes), "The content is in order.")


@main.group()
def model() -> None:
    """Build what Alexa hears: intents, samples and names."""


@model.command("build")
@click.option("--locale", type=LOCALE, default="en-US", show_default=True, help="The locale to build.")
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; fail when the file is stale or a rule broken."
)
def model_build(locale: str, only_check: bool) -> None:
    """Write the interaction model of a locale, or check the one that is there."""
    from interaction_model.build import write
    from interaction_model.check import check

    if not only_check:
        click.echo(f"Wrote {write(locale)}", err=True)
    _report(check(locale), f"The interaction model of {locale} is in order.")


@main.group()
def prescription() -> None:
    """Look after clinicians' programs."""


@prescription.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def prescription_check(files: tuple[Path, ...]) -> None:
    """Check clinicians' programs, FILES such as 0123456789.yaml, and list all mistakes."""
    from skill.catalog import load_catalog
    from skill.catalog.prescriptions import read_prescription

    catalog, mistakes = load_catalog(), list[str]()
    for path in files:
        try:
            read_prescription(path, catalog)
        except ContentError as error:
            mistakes.extend(error.mistakes)
    _report(tuple(mistakes), "The programs are in order.")


def _report(mistakes: tuple[str, ...], all_well: str) -> None:
    """List *mistakes* and exit with 1, or say that all is well."""
    for mistake in mistakes:
        click.echo(mistake)
    if mistakes:
        click.echo(f"{len(mistakes)} mistakes", err=True)
        sys.exit(1)
    click.echo(all_well, err=True)


def _environment(database: str | None, guides: str | None, channel: str | None = None) -> dict[str, str]:
    given = {
        "SPINE_COACH_DATABASE_URL": database,
        "SPINE_COACH_GUIDES_DIR": guides,
        "SPINE_COACH_CHANNEL": channel,
    }
    return {**os.environ, **{name: value for name, value in given.items() if value}}


main.add_command(audio)
main.add_command(certify)
main.add_command(package)
