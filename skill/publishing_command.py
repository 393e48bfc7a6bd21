"""`spine-coach package` and `spine-coach certify`: the way to Amazon's store."""

from __future__ import annotations

import os
from pathlib import Path

import click


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
    click.echo(f"Next: `ask deploy` in {out}.", err=True)
