"""The command `spine-coach`."""

from __future__ import annotations

import logging
import os
import sys

import click

from skill.errors import ContentError, SkillError


class _Group(click.Group):
    """Shows our own errors as what they are: sentences, and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except SkillError as error:
            raise click.ClickException(str(error)) from error


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
    from skill.bootstrap import build
    from skill.catalog import CONTENT
    from skill.config import Settings
    from skill.speech.check import check_words
    from skill.web import create_app
    from skill.web.serve import serve as run

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    settings = Settings.read(_environment(database, guides), local=local)
    if mistakes := check_words(CONTENT):
        raise ContentError(mistakes)
    application = build(settings)
    application.store.ping()
    app = create_app(application)
    click.echo(f"Spine Coach listens on http://{host}:{port}/", err=True)
    run(lambda: app, host=host, port=port, local=local)


@main.group()
def content() -> None:
    """Look after the exercises, routines, rules and words."""


@content.command("check")
def content_check() -> None:
    """Check every content file and list all mistakes."""
    from skill.catalog import CONTENT, check_content
    from skill.speech.check import check_words

    mistakes = dict.fromkeys((*check_content(), *check_words(CONTENT)))
    _report(tuple(mistakes), "The content is in order.")


@main.group()
def model() -> None:
    """Build what Alexa hears: intents, samples and names."""


@model.command("build")
@click.option("--locale", default="en-US", show_default=True, help="The locale to build.")
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


def _report(mistakes: tuple[str, ...], all_well: str) -> None:
    """List *mistakes* and exit with 1, or say that all is well."""
    for mistake in mistakes:
        click.echo(mistake)
    if mistakes:
        click.echo(f"{len(mistakes)} mistakes", err=True)
        sys.exit(1)
    click.echo(all_well, err=True)


def _environment(database: str | None, guides: str | None) -> dict[str, str]:
    given = {"SPINE_COACH_DATABASE_URL": database, "SPINE_COACH_GUIDES_DIR": guides}
    return {**os.environ, **{name: value for name, value in given.items() if value}}
