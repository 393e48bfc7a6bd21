"""The download page and its files, as a browser and a podcast app ask for them."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import feedparser
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from audio.manifest import NAME, Chapter, File, GuideFiles, Manifest
from skill.bootstrap import Application, build
from skill.config import Settings
from skill.domain.catalog.catalog import Catalog
from skill.simulator.clock import MovableClock
from skill.storage import open_store
from skill.web import create_app

SOUND = bytes(range(256)) * 40


def write(folder: Path, name: str, content: bytes) -> File:
    (folder / name).write_bytes(content)
    return File(name=name, bytes=len(content), sha256=sha256(content).hexdigest())


def track(folder: Path, guide_id: str, level: str | None, number: int) -> GuideFiles:
    files = {
        "mp3": write(folder, f"{guide_id}.mp3", SOUND + guide_id.encode()),
        "vtt": write(folder, f"{guide_id}.vtt", b"WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\nBridge.\n"),
        "chapters": write(folder, f"{guide_id}.chapters.json", b"{}"),
        "cover": write(folder, f"{guide_id}.jpg", b"picture"),
    }
    return GuideFiles(
        id=guide_id,
        title=f"Bridge, {level} level" if level else "Recovery routine <for> the neck",
        summary="Strengthens & supports.",
        section="strengthening" if level else "routine",
        phases=("strengthening",),
        region="low-back",
        level=level,
        figure="bridge",
        track_number=number,
        duration_seconds=245.0,
        voice="hibari",
        chapters=(Chapter(title="Set 1", start_seconds=65.4),),
        files=files,
        key="key",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tracks = (
        track(tmp_path, "bridge-beginner", "beginner", 1),
        track(tmp_path, "bridge", "standard", 2),
        track(tmp_path, "recovery-neck", None, 3),
    )
    manifest = Manifest(
        locale="en-US",
        title="Spine Coach",
        summary="Guides.",
        artist="Spine Coach",
        cover=write(tmp_path, "cover.jpg", b"cover"),
        archive=write(tmp_path, "all.zip", b"zip"),
        tracks=tracks,
    )
    (tmp_path / NAME).write_text(json.dumps(asdict(manifest)))
    (tmp_path / "secret.txt").write_text("not for you")
    return tmp_path


@pytest.fixture
def application(settings: Settings, catalog: Catalog, clock: MovableClock, folder: Path) -> Application:
    settings = replace(settings, guides_dir=folder, public_url="https://coach.example.org")
    return build(settings, catalog=catalog, store=open_store("memory:"), clock=clock)


class Reader(FlaskClient):
    """A client that reads every answer to its end."""

    def open(self, *arguments: Any, **options: Any) -> TestResponse:
        return super().open(*arguments, **{**options, "buffered": True})


def reader(application: Application) -> FlaskClient:
    app = create_app(application)
    app.test_client_class = Reader
    return app.test_client()


@pytest.fixture
def client(application: Application) -> FlaskClient:
    return reader(application)


def test_the_page_shows_every_guide_with_its_length_and_size(client: FlaskClient) -> None:
    page = client.get("/guides/").text

    assert page.count("<audio") == 3
    assert "4 min 05 s" in page
    assert "0.0 MB" in page
    assert "Recovery routine &lt;for&gt; the neck" in page
    assert "When not to use them" in page


def test_a_page_without_guides_says_how_to_build_them(
    settings: Settings, catalog: Catalog, clock: MovableClock, tmp_path: Path
) -> None:
    settings = replace(settings, guides_dir=tmp_path / "nothing here")
    client = reader(build(settings, catalog=catalog, store=open_store("memory:"), clock=clock))

    assert "spine-coach audio build" in client.get("/guides/").text
    assert client.get("/guides/feed.xml").status_code == 404
    assert client.get("/guides/bridge.mp3").status_code == 404


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("bridge.mp3", "audio/mpeg"),
        ("bridge.vtt", "text/vtt; charset=utf-8"),
        ("bridge.chapters.json", "application/json+chapters"),
        ("bridge.jpg", "image/jpeg"),
        ("all.zip", "application/zip"),
    ],
)
def test_files_have_their_own_types(client: FlaskClient, name: str, kind: str) -> None:
    response = client.get(f"/guides/{name}")

    assert response.status_code == 200
    assert response.headers["Content-Type"] == kind
    assert response.headers["Accept-Ranges"] == "bytes"


def test_a_part_of_a_file_can_be_asked_for(client: FlaskClient) -> None:
    part = client.get("/guides/bridge.mp3", headers={"Range": "bytes=10-19"})

    assert part.status_code == 206
    assert part.data == SOUND[10:20]
    assert client.get("/guides/bridge.mp3", headers={"Range": "bytes=999999-"}).status_code == 416


def test_head_tells_the_length(client: FlaskClient) -> None:
    head = client.head("/guides/bridge.mp3")

    assert head.status_code == 200
    assert head.data == b""
    assert int(head.headers["Content-Length"]) == len(SOUND) + len("bridge")


def test_an_unchanged_file_is_not_sent_again(client: FlaskClient) -> None:
    tag = client.get("/guides/bridge.mp3").headers["ETag"]

    assert client.get("/guides/bridge.mp3", headers={"If-None-Match": tag}).status_code == 304


def test_content_addressed_copies_never_change(client: FlaskClient, folder: Path) -> None:
    digest = sha256((folder / "bridge.mp3").read_bytes()).hexdigest()
    response = client.get(f"/guides/files/{digest}/bridge.mp3")

    assert response.status_code == 200
    assert "immutable" in response.headers["Cache-Control"]
    assert "max-age=31536000" in response.headers["Cache-Control"]
    assert client.get(f"/guides/files/{'0' * 64}/bridge.mp3").status_code == 404


@pytest.mark.parametrize(
    "name",
    ["secret.txt", "manifest.json", "..%2fsecret.txt", "%2e%2e/secret.txt", "bridge.mp3%00", "/etc/passwd", "no.mp3"],
)
def test_nothing_else_in_the_folder_is_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/guides/{name}").status_code == 404


def test_a_podcast_app_finds_every_guide(client: FlaskClient) -> None:
    response = client.get("/guides/feed.xml")
    found = feedparser.parse(response.data)

    assert response.mimetype == "application/rss+xml"
    assert not found.bozo
    assert len(found.entries) == 3
    enclosure = found.entries[0].enclosures[0]
    assert enclosure.href.startswith("https://coach.example.org/guides/")
    assert enclosure.type == "audio/mpeg"
    tag = response.headers["ETag"]
    assert client.get("/guides/feed.xml", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("asked", ["", "/coach"])
def test_a_public_address_with_a_path_is_in_every_link(application: Application, asked: str) -> None:
    application = replace(application, settings=replace(application.settings, public_url="https://example.org/coach"))
    client = reader(application)

    for page in ("/", "/guides/"):
        links = re.findall(r'(?:href|src)="([^"]+)"', client.get(f"{asked}{page}").text)
        assert len(links) > 4
        assert not [link for link in links if not link.startswith(("/coach/", "#"))]
        assert {client.get(link).status_code for link in links if not link.startswith("#")} == {200}
    found = feedparser.parse(client.get(f"{asked}/guides/feed.xml").data)
    assert found.feed.link == "https://example.org/coach/guides/"
    assert found.entries[0].enclosures[0].href.startswith("https://example.org/coach/guides/")


def test_a_new_build_shows_without_a_restart(client: FlaskClient, folder: Path) -> None:
    client.get("/guides/")
    manifest = json.loads((folder / NAME).read_text())
    manifest["tracks"] = manifest["tracks"][:1]
    (folder / NAME).write_text(json.dumps(manifest))

    assert client.get("/guides/").text.count("<audio") == 1


def test_the_page_loads_nothing_from_elsewhere(client: FlaskClient) -> None:
    page = client.get("/guides/")

    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    assert not [word for word in page.text.split() if word.startswith(('src="http', 'href="http'))]
