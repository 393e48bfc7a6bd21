"""The privacy policy and the terms are served, and true for how the server is set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from skill.bootstrap import Application, build
from skill.config import Settings
from skill.domain.catalog.catalog import Catalog
from skill.domain.history.privacy import SymptomsMode
from skill.simulator.clock import MovableClock
from skill.storage import open_store
from skill.web import create_app

KEPT = {
    SymptomsMode.DURABLE: "are kept only after you said yes",
    SymptomsMode.SESSION: "None of these answers is kept.",
    SymptomsMode.POLICY_SAFE: "doesn&#39;t ask where your symptoms are",
}


def client(settings: Settings, catalog: Catalog, clock: MovableClock) -> FlaskClient:
    return create_app(build(settings, catalog=catalog, store=open_store("memory:"), clock=clock)).test_client()


@pytest.mark.parametrize("mode", SymptomsMode, ids=str)
def test_the_policy_says_what_the_mode_does(
    settings: Settings, catalog: Catalog, clock: MovableClock, mode: SymptomsMode
) -> None:
    page = client(replace(settings, symptoms=mode), catalog, clock).get("/privacy")

    assert page.status_code == 200
    assert [other for other, words in KEPT.items() if words in page.text] == [mode]
    assert "delete my data" in page.text


def test_the_policy_names_who_runs_the_server_and_escapes_it(
    settings: Settings, catalog: Catalog, clock: MovableClock
) -> None:
    settings = replace(settings, publisher="Back & Neck <Ltd>", contact="privacy@example.org")
    page = client(settings, catalog, clock).get("/privacy").text

    assert "is run by Back &amp; Neck &lt;Ltd&gt;." in page
    assert "Write to privacy@example.org" in page


def test_a_policy_of_nobody_in_particular_says_whom_to_ask(
    settings: Settings, catalog: Catalog, clock: MovableClock
) -> None:
    assert "run by whoever gave you its address" in client(settings, catalog, clock).get("/privacy").text


def test_the_terms_hold_the_disclaimer(application: Application) -> None:
    page = create_app(application).test_client().get("/terms")

    assert page.status_code == 200
    assert "not a substitute for professional medical advice" in page.text
    assert "call your local emergency number yourself" in page.text


def test_every_page_leads_to_both(application: Application) -> None:
    pages = create_app(application).test_client()
    for path in ("/", "/guides/", "/privacy", "/terms"):
        assert 'href="/privacy"' in pages.get(path).text
        assert 'href="/terms"' in pages.get(path).text
