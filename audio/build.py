"""Builds the guides: only what changed, on all cores, and so that a kill at any moment leaves nothing broken."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from audio.covers import cover_key, drawn_cover
from audio.folder import GuideFolder, only_builder
from audio.guide import Guide
from audio.guides import guide_names, written_guides
from audio.maker import Maker
from audio.manifest import Manifest
from audio.voices import VOICE_NAMES, Voice, voices_from
from audio.voices.pace import CALM_WORDS_A_MINUTE
from skill.catalog.speakable import problems_of_words
from skill.domain.catalog.catalog import Catalog
from skill.errors import AudioError
from skill.speech.messages import Messages

__all__ = ["BuildReport", "Built", "FellBack", "Planned", "build", "guide_names"]

COVER_NAME = "cover.png"
SHOW_FIGURE = "bridge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """It is known how much there is to do."""

    to_make: int
    unchanged: int
    sentences: int = 0
    """That the voice has never said."""
    seconds: float = 0.0
    """How long it takes at least to ask for them, one after the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A guide is in its place."""

    name: str
    audio_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FellBack:
    """A voice cannot speak a guide; the next one is tried, for the whole of it."""

    name: str
    voice: str
    reason: str


Event = Planned | Built | FellBack


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did."""

    built: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    fallbacks: tuple[FellBack, ...]
    audio_seconds: float
    """Of the guides that were built."""
    manifest: Manifest


def build(
    catalog: Catalog,
    messages: Messages,
    *,
    out: Path,
    cache: Path,
    voice: str = "gtts",
    names: Sequence[str] = (),
    pace: int | None = CALM_WORDS_A_MINUTE,
    keep_voices: bool = False,
    tick: bool = False,
    workers: int = 0,
    progress: Callable[[Event], None] = lambda _: None,
    base_url: str | None = None,
    voices: Sequence[Voice] = (),
) -> BuildReport:
    """Bring the guides called *names*, or all of them, up to date in the folder *out*.

    What may be used again is kept in *cache*. *workers* is the number of threads; 0 means one for each core.
    *pace* is the most words a minute outside the counts; None leaves it to the voice. *keep_voices* leaves a guide as
    it is that is up to date in any voice.
    *progress* is told what happens, from several threads. *base_url* is the address of the guides' folder, for the
    feed. *voices* replaces the voice called *voice* and those that may stand in for it.

    Raise `AudioError` for an unknown name or voice, for text no voice can say, and when something cannot be written.
    """
    guides = written_guides(catalog, messages, names)
    _refuse_unsayable(guides)
    fallbacks: list[FellBack] = []

    def fell_back(guide: Guide, failed: Voice, reason: str) -> None:
        fallbacks.append(FellBack(name=guide.id, voice=failed.name, reason=reason))
        progress(fallbacks[-1])

    kept = voices_from(VOICE_NAMES[0]) if keep_voices else ()
    maker = Maker(messages, voices or voices_from(voice), cache, tick=tick, fell_back=fell_back, kept=kept, pace=pace)
    with only_builder(out):
        folder = GuideFolder(out, _empty(messages))
        built = _brought_up_to_date(folder, maker, guides, workers or _cores(), progress)
        removed = () if names else _others_removed(folder, guide_names(catalog))
        _cover_brought_up_to_date(folder, messages)
        folder.finish(base_url)
    return BuildReport(
        built=tuple(guide.id for guide in guides if guide.id in built),
        unchanged=tuple(guide.id for guide in guides if guide.id not in built),
        removed=removed,
        fallbacks=tuple(fallbacks),
        audio_seconds=sum(built.values()),
        manifest=folder.manifest,
    )


def _refuse_unsayable(guides: Sequence[Guide]) -> None:
    sentences = dict.fromkeys(text for guide in guides for part in guide.parts for text in part.sentences)
    problems = [
        f"{text!r}: {problem}" for text in sentences if not text.isdigit() for problem in problems_of_words(text)
    ]
    if problems:
        raise AudioError("\n".join(problems))


def _empty(messages: Messages) -> Manifest:
    return Manifest(
        locale=messages.locale,
        title=messages.text("guide-album"),
        summary=messages.text("guide-show-summary"),
        artist=messages.text("guide-show"),
    )


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _brought_up_to_date(
    folder: GuideFolder, maker: Maker, guides: Sequence[Guide], workers: int, progress: Callable[[Event], None]
) -> dict[str, float]:
    """Make what is not up to date; return the seconds of sound by the name of each new guide."""
    built: dict[str, float] = {}
    with _pool(workers, maker.call_off) as pool:
        tracks = dict(zip(guides, pool.map(folder.whole_track, (guide.id for guide in guides)), strict=True))
        stale = [guide for guide, track in tracks.items() if track is None or not maker.is_current(guide, track)]
        unspoken = maker.unspoken(stale)
        sentences = len(frozenset().union(*unspoken.values()))
        seconds = sentences * maker.seconds_a_sentence
        unchanged = len(guides) - len(stale)
        progress(Planned(to_make=len(stale), unchanged=unchanged, sentences=sentences, seconds=seconds))
        if seconds:
            stale.sort(key=lambda guide: len(unspoken[guide]))  # what is soon ready first, so that progress shows
        else:
            stale.sort(key=_seconds_of_beats, reverse=True)  # the longest first, so that all cores end together
        pending = {pool.submit(maker.made, guide, tracks[guide]): guide.id for guide in stale}
        for future in as_completed(tuple(pending)):
            name, made = pending.pop(future), future.result()
            if made:
                folder.publish(made.track, made.contents)
                built[name] = made.track.duration_seconds
            progress(Built(name=name, audio_seconds=built.get(name, 0.0)))
    return built


def _seconds_of_beats(guide: Guide) -> int:
    return sum(part.seconds or len(part.sentences) * 3 for part in guide.parts)


@contextmanager
def _pool(workers: int, call_off: Callable[[], None]) -> Iterator[ThreadPoolExecutor]:
    """Give some threads; an error in one of them, or Ctrl-C, calls off what has not begun and what is under way."""
    pool = ThreadPoolExecutor(workers, thread_name_prefix="guides")
    try:
        yield pool
    except BaseException:
        call_off()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _others_removed(folder: GuideFolder, names: Sequence[str]) -> tuple[str, ...]:
    others = [track for track in folder.manifest.tracks if track.id not in names]
    for track in others:
        folder.remove(track)
    return tuple(track.id for track in others)


def _cover_brought_up_to_date(folder: GuideFolder, messages: Messages) -> None:
    show = messages.text("guide-show")
    parts = (SHOW_FIGURE, messages.text("guide-album"), show, "")
    key = cover_key(*parts)
    kept = folder.manifest.cover
    if not (kept and folder.manifest.cover_key == key and folder.is_whole(kept)):
        folder.publish_cover(drawn_cover(*parts).picture, COVER_NAME, key)
