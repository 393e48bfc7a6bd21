"""The guides as a podcast: RSS 2.0 with the tags that podcast apps read. Needs no audio library."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from audio.manifest import GuideFiles, Manifest

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"
CATEGORY = ("Health & Fitness", "Fitness")
FEED_NAMES = {"full": "feed.xml", "daily": "daily.xml"}
"""The feed of each edition."""

_FIRST_DAY = datetime(2026, 11, 1, 12, tzinfo=UTC)
"""Apps sort by date. The guides have none of their own, so each comes a minute before the one it should follow: the
newest first is then the first guide."""

for _prefix, _namespace in (("itunes", ITUNES), ("podcast", PODCAST), ("atom", ATOM)):
    register_namespace(_prefix, _namespace)


def feed(manifest: Manifest, base_url: str = "", edition: str = "full") -> bytes:
    """Return the feed of one edition in *manifest*, whose files are under *base_url* (`https://example.org/guides/`).

    Without *base_url* the links are relative: for looking at, not for subscribing.
    """
    root = Element("rss", version="2.0")
    channel = SubElement(root, "channel")
    _text(channel, "title", manifest.title if edition == "full" else f"{manifest.title}, {edition}")
    _text(channel, "link", base_url or "./")
    _text(channel, "description", manifest.summary)
    _text(channel, "language", manifest.locale.lower())
    address = f"{base_url}{FEED_NAMES[edition]}"
    SubElement(channel, f"{{{ATOM}}}link", href=address, rel="self", type="application/rss+xml")
    _text(channel, f"{{{ITUNES}}}author", manifest.artist)
    _text(channel, f"{{{ITUNES}}}explicit", "false")
    _text(channel, f"{{{ITUNES}}}type", "serial")
    _category(channel)
    if manifest.cover:
        _artwork(channel, manifest, base_url)
    for track in (one for one in manifest.tracks if one.edition == edition):
        _item(channel, track, manifest.locale, base_url)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def _category(channel: Element) -> None:
    outer = SubElement(channel, f"{{{ITUNES}}}category", text=CATEGORY[0])
    SubElement(outer, f"{{{ITUNES}}}category", text=CATEGORY[1])


def _artwork(channel: Element, manifest: Manifest, base_url: str) -> None:
    href = f"{base_url}{manifest.cover.name}" if manifest.cover else ""
    SubElement(channel, f"{{{ITUNES}}}image", href=href)
    image = SubElement(channel, "image")
    _text(image, "url", href)
    _text(image, "title", manifest.title)
    _text(image, "link", base_url or "./")


def _item(channel: Element, track: GuideFiles, locale: str, base_url: str) -> None:
    item = SubElement(channel, "item")
    _text(item, "title", track.title)
    _text(item, "description", track.summary)
    _text(item, "guid", f"spine-coach/{locale}/{track.id}").set("isPermaLink", "false")
    _text(item, "pubDate", format_datetime(_FIRST_DAY - timedelta(minutes=track.track_number), usegmt=True))
    size = str(track.mp3.bytes)
    SubElement(item, "enclosure", url=f"{base_url}{track.mp3.name}", length=size, type="audio/mpeg")
    _text(item, f"{{{ITUNES}}}duration", str(round(track.duration_seconds)))
    _text(item, f"{{{ITUNES}}}explicit", "false")
    _text(item, f"{{{ITUNES}}}episode", str(track.track_number))
    _text(item, f"{{{ITUNES}}}episodeType", "full")
    SubElement(item, f"{{{ITUNES}}}image", href=f"{base_url}{track.files['cover'].name}")
    chapters = f"{base_url}{track.files['chapters'].name}"
    SubElement(item, f"{{{PODCAST}}}chapters", url=chapters, type="application/json+chapters")
    words = f"{base_url}{track.files['vtt'].name}"
    SubElement(item, f"{{{PODCAST}}}transcript", url=words, type="text/vtt", language=locale)


def _text(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = text
    return element
