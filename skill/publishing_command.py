"""`spine-coach package` and `spine-coach certify`: the way to Amazon's store."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

import click

EXAMPLE_URL = "https://coach.example.org"
"""What the package is made for when no server is named."""


@click.command(short_help="Make the folder that Amazon's `ask deploy` takes.")
@click.option("--url", required=True, metavar="URL", help="Where the server is reached from outside, https.")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder to write.")
@click.option("--wildcard", is_flag=True, help="The server's certificate is for all subdomains of its domain.")
def package(url: str, out: Path, wildcard: bool) -> None:
    """Make the skill package for a server: manifest, models and listings of every locale, icons, instructions.

    What is kept about symptoms is told as SPINE_COACH_SYMPTOMS says; unset, nothing is asked or kept (policy-safe).
    """
    from skill.config import deployed_mode, deployed_url
    from skill.publishing.package import Deployment, make_package

    mode = deployed_mode(os.environ)
    make_package(Deployment(url=deployed_url(url), symptoms=mode, wildcard=wildcard), out)
    click.echo(f"Wrote {out}. It says what SPINE_COACH_SYMPTOMS={mode} does: start the server with the same.", err=True)
    click.echo(f"Next: spine-coach certify --url {url}, then `ask deploy` in {out}.", err=True)


@click.command(short_help="Run the machine checks before a certification.")
@click.option("--url", metavar="URL", help="The address of a running server; without it, only what needs none.")
def certify(url: str | None) -> None:
    """Check the package, everything the skill answers, and the server at URL, and print each check.

    Each line begins with pass, FAIL, Amazon (only Amazon or a real device can see it) or --url (it needs a server). The
    exit code is 1 when a check fails. What is told of symptoms is held against SPINE_COACH_SYMPTOMS.
    """
    from skill.config import deployed_mode
    from skill.publishing.certify import certify as checks
    from skill.publishing.package import Deployment

    deployment = Deployment(url=(url or EXAMPLE_URL).rstrip("/"), symptoms=deployed_mode(os.environ))
    outcomes: Counter[str] = Counter()
    for one in checks(deployment, server=url.rstrip("/") if url else None):
        click.echo(str(one))
        outcomes[one.outcome] += 1
    click.echo(", ".join(f"{count} {outcome}" for outcome, count in outcomes.items()), err=True)
    sys.exit(1 if outcomes["FAIL"] else 0)
