"""The podcast feed, read by a parser that podcast apps use and one that knows only XML."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin

import feedparser
import pytest
from lxml import etree

from audio.feed import ATOM, ITUNES, PODCAST, feed
from audio.manifest import Chapter, File, GuideFiles, Manifest

BASE = "https://coach.example/guides/"


def track(number: int, guide_id: str, seconds: float) -> GuideFiles:
    return GuideFiles(
        id=guide_id,
        title=f"Guide {number}: <lift> & hold",
        summary="What it is for. Who it is for.",
        section="strengthening",
        phases=("strengthening",),
        region="low-back",
        level="standard",
        figure="bridge",
        track_number=number,
        duration_seconds=seconds,
        voice="tone 1",
        chapters=(Chapter(title="Start", start_seconds=0.0),),
        files={
            "mp3": File(name=f"{guide_id}.mp3", bytes=1000 + number, sha256="0" * 64),
            "vtt": File(name=f"{guide_id}.vtt", bytes=10, sha256="1" * 64),
            "chapters": File(name=f"{guide_id}.chapters.json", bytes=10, sha256="2" * 64),
            "cover": File(name=f"{guide_id}.png", bytes=10, sha256="3" * 64),
        },
        key="k",
    )


@pytest.fixture
def manifest() -> Manifest:
    return Manifest(
        locale="en-US",
        title="Spine Coach exercise guides",
        summary="Spoken guides.",
        artist="Spine Coach",
        cover=File(name="cover.png", bytes=10, sha256="4" * 64),
        tracks=(track(1, "bridge", 423.2), track(2, "bridge-beginner", 3661.0)),
    )


def test_a_podcast_app_can_subscribe(manifest: Manifest) -> None:
    parsed = feedparser.parse(feed(manifest, BASE))

    assert not parsed.bozo
    assert parsed.version == "rss20"
    assert parsed.feed.title == "Spine Coach exercise guides"
    assert parsed.feed.language == "en-us"
    assert parsed.feed.link == BASE
    assert parsed.feed.image.href == f"{BASE}cover.png"
    assert {"Health & Fitness", "Fitness"} == {tag.term for tag in parsed.feed.tags}


def test_every_guide_is_an_episode_with_its_sound(manifest: Manifest) -> None:
    episodes = feedparser.parse(feed(manifest, BASE)).entries

    assert [one.title for one in episodes] == [one.title for one in manifest.tracks]
    for episode, one in zip(episodes, manifest.tracks, strict=True):
        (enclosure,) = episode.enclosures
        assert enclosure.href == f"{BASE}{one.id}.mp3"
        assert int(enclosure.length) == one.mp3.bytes
        assert enclosure.type == "audio/mpeg"
        assert int(episode.itunes_duration) == round(one.duration_seconds)
        assert episode.image.href == f"{BASE}{one.id}.png"
        assert episode.published_parsed
        assert int(episode.itunes_episode) == one.track_number


def test_the_newest_first_is_the_order_of_the_guides(manifest: Manifest) -> None:
    episodes = feedparser.parse(feed(manifest, BASE)).entries

    assert episodes[0].published_parsed > episodes[1].published_parsed


def test_an_episode_stays_itself_whatever_its_address(manifest: Manifest) -> None:
    here = feedparser.parse(feed(manifest, BASE)).entries
    there = feedparser.parse(feed(manifest, "https://elsewhere.example/g/")).entries

    assert [one.id for one in here] == [one.id for one in there]
    assert len({one.id for one in here}) == len(here)


def test_chapters_and_transcript_are_named_as_the_namespace_wants(manifest: Manifest) -> None:
    root = etree.fromstring(feed(manifest, BASE))
    item = root.find("channel/item")

    assert dict(item.find(f"{{{PODCAST}}}chapters").attrib) == {
        "url": f"{BASE}bridge.chapters.json",
        "type": "application/json+chapters",
    }
    assert dict(item.find(f"{{{PODCAST}}}transcript").attrib) == {
        "url": f"{BASE}bridge.vtt",
        "type": "text/vtt",
        "language": "en-US",
    }
    assert {"itunes", "podcast", "atom"} <= set(root.nsmap) | {
        prefix for element in root.iter() for prefix in element.nsmap
    }


def test_it_says_where_it_is(manifest: Manifest) -> None:
    link = etree.fromstring(feed(manifest, BASE)).find(f"channel/{{{ATOM}}}link")

    assert (link.get("href"), link.get("rel")) == (f"{BASE}feed.xml", "self")


@pytest.mark.parametrize("tag", ["author", "explicit", "image", "category", "type"])
def test_what_apps_ask_of_the_channel_is_there(manifest: Manifest, tag: str) -> None:
    assert etree.fromstring(feed(manifest, BASE)).find(f"channel/{{{ITUNES}}}{tag}") is not None


def test_nothing_in_it_is_explicit(manifest: Manifest) -> None:
    root = etree.fromstring(feed(manifest, BASE))

    assert [one.text for one in root.iter(f"{{{ITUNES}}}explicit")] == ["false"] * 3


def test_without_an_address_the_links_are_relative(manifest: Manifest) -> None:
    root = etree.fromstring(feed(manifest))

    assert root.find("channel/item/enclosure").get("url") == "bridge.mp3"
    assert urljoin(BASE, root.find("channel/link").text) == BASE


def test_no_guides_are_no_episodes(manifest: Manifest) -> None:
    assert not feedparser.parse(feed(replace(manifest, tracks=(), cover=None), BASE)).entries
