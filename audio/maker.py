"""One guide from its parts to its files, with the first voice that can speak all of it."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audio.covers import cover_key
from audio.folder import file_of
from audio.guide import Guide
from audio.manifest import Chapter, GuideFiles
from audio.memo import Memo
from audio.sound import MASTERING_VERSION, encoding
from audio.voices import Voice, identity
from skill.errors import AudioError, EncodingFailed, VoiceUnavailable
from skill.speech.messages import Messages

if TYPE_CHECKING:
    from audio.clips import Clip
    from audio.studio import Studio
    from audio.timeline import Timeline

FellBack = Callable[[Guide, Voice, str], None]
"""Told when a voice cannot speak a guide, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A new guide."""

    track: GuideFiles
    contents: Mapping[str, bytes]
    """By the kind of file, as in `Track.files`."""


class Maker:
    """Makes guides in the words of one locale. Safe to call from several threads.

    No audio library is loaded before the first guide really has to be made.
    """

    def __init__(
        self,
        messages: Messages,
        voices: Sequence[Voice],
        cache: Path,
        *,
        tick: bool,
        fell_back: FellBack,
        kept: Sequence[Voice] = (),
        pace: int | None = None,
    ) -> None:
        """Use *voices* in order, and keep what may be used again in the folder *cache*.

        Instructions have at most *pace* words a minute; the count keeps the voice's own pace. A guide spoken by one of
        *kept* as the first voice is left as it is.
        """
        self._messages = messages
        self._voices = tuple(voices)
        self._kept = tuple(kept)
        self._cache = cache
        self._tick = tick
        self._pace = pace
        self._fell_back = fell_back
        self._called_off = threading.Event()
        self._studios: Memo[None, Studio] = Memo()

    def key(self, guide: Guide, voice: Voice | None = None) -> str:
        """Return a digest of everything that decides the bytes of *guide* in *voice*, the first one unless given."""
        voice = voice or self._voices[0]
        return self._digest(guide, voice, self._tags_of(voice))

    def is_current(self, guide: Guide, track: GuideFiles) -> bool:
        """Return whether *track* is what would come out, or is as good in a voice that is to be kept."""
        keys = (self._digest(guide, voice, self._tags_as_first(voice)) for voice in (self._voices[0], *self._kept))
        return track.key in keys

    def _digest(self, guide: Guide, voice: Voice, tags: Sequence[str]) -> str:
        decides = (
            encoding(),
            MASTERING_VERSION,
            identity(voice),
            tuple(tags),
            self._tick,
            self._pace,
            cover_key(*self._cover_of(guide)),
            guide,
        )
        return hashlib.sha256(repr(decides).encode()).hexdigest()

    def unspoken(self, guides: Sequence[Guide]) -> Mapping[Guide, frozenset[str]]:
        """Return the sentences of each of *guides* that the first voice has never said."""
        if not guides:
            return {}
        clips, voice, locale = self._studio().clips, self._voices[0], self._messages.locale
        wanted = {guide: self._paces(guide) for guide in guides}
        every = {said for paces in wanted.values() for said in paces.items()}
        new = {(text, pace) for text, pace in every if not clips.holds(voice, text, locale, pace)}
        return {
            guide: frozenset(text for text, pace in paces.items() if (text, pace) in new)
            for guide, paces in wanted.items()
        }

    @property
    def seconds_a_sentence(self) -> float:
        """Return how long the first voice waits between two sentences."""
        return self._voices[0].seconds_a_request

    def call_off(self) -> None:
        """Make the guides that are under way stop after the sentence they are at; what was spoken stays kept."""
        self._called_off.set()

    def made(self, guide: Guide, kept: GuideFiles | None) -> Made | None:
        """Return *guide* made anew; None when *kept* is what would come out.

        Raise `AudioError` when no voice can speak it, `EncodingFailed` when its sound cannot be had right.
        """
        reasons = []
        for voice in self._voices:
            if kept and kept.key == self.key(guide, voice) and voice is not self._voices[0]:
                return None
            try:
                return self._spoken(guide, voice)
            except VoiceUnavailable as error:
                reasons.append(f"{voice.name}: {error}")
                self._fell_back(guide, voice, str(error))
            except EncodingFailed as error:
                raise EncodingFailed(f"{guide.id}: {error}") from error
        raise AudioError(f"no voice can speak {guide.id}: {'; '.join(reasons)}")

    def _spoken(self, guide: Guide, voice: Voice) -> Made:
        from audio.tags import Tags, tagged
        from audio.timeline import laid_out
        from audio.transcript import chapters_json, web_vtt

        studio, locale = self._studio(), self._messages.locale
        clips = {text: self._clip(studio, voice, text, pace) for text, pace in self._paces(guide).items()}
        timeline = laid_out(guide, {text: len(clip) for text, clip in clips.items()})
        sound = studio.encoder.encoded(timeline, clips, tick=self._tick)
        cover = studio.cover(*self._cover_of(guide))
        artist, album, genre, voice_used = self._tags_of(voice)
        tags = Tags(
            title=guide.title,
            artist=artist,
            album=album,
            genre=genre,
            track_number=guide.track_number,
            locale=locale,
            voice=voice_used,
            cover=cover.small,
        )
        contents = {
            "mp3": tagged(sound.mp3, tags, timeline),
            "vtt": web_vtt(timeline).encode(),
            "chapters": chapters_json(timeline, guide.title).encode(),
            "cover": cover.picture,
        }
        return Made(track=_track(guide, timeline, contents, voice_used, self.key(guide, voice)), contents=contents)

    def _paces(self, guide: Guide) -> dict[str, int | None]:
        """Return each sentence of *guide* with the words a minute it may have."""
        return {text: None if counted else self._pace for text, counted in guide.sentences.items()}

    def _clip(self, studio: Studio, voice: Voice, text: str, pace: int | None) -> Clip:
        if self._called_off.is_set():
            raise AudioError("called off")
        return studio.clips.spoken(voice, text, self._messages.locale, pace)

    def _studio(self) -> Studio:
        from audio.studio import Studio

        return self._studios.get(None, lambda: Studio(self._cache))

    def _cover_of(self, guide: Guide) -> tuple[str, str, str, str]:
        return guide.figure, guide.name, self._messages.text("guide-show"), guide.section

    def _tags_of(self, voice: Voice) -> tuple[str, str, str, str]:
        """Return artist, album, genre, and the voice with the one it stands in for."""
        *texts, spoken = self._tags_as_first(voice)
        stands_in = "" if voice is self._voices[0] else f", in place of {self._voices[0].name}"
        artist, album, genre = texts
        return artist, album, genre, f"{spoken}{stands_in}"

    def _tags_as_first(self, voice: Voice) -> tuple[str, ...]:
        texts = (self._messages.text(f"guide-{name}") for name in ("show", "album", "genre"))
        return *texts, f"{voice.name} {voice.version} ({voice.settings})"


_ENDINGS = {"mp3": ".mp3", "vtt": ".vtt", "chapters": ".chapters.json", "cover": ".png"}


def _track(guide: Guide, timeline: Timeline, contents: Mapping[str, bytes], voice: str, key: str) -> GuideFiles:
    from audio.timeline import seconds_of
    from audio.transcript import chapter_spans

    return GuideFiles(
        id=guide.id,
        title=guide.title,
        summary=guide.summary,
        section=guide.section,
        phases=guide.phases,
        region=guide.region,
        level=guide.level,
        edition=guide.edition,
        figure=guide.figure,
        track_number=guide.track_number,
        duration_seconds=seconds_of(timeline.samples),
        voice=voice,
        chapters=tuple(
            Chapter(title=title, start_seconds=seconds_of(start)) for title, start, _ in chapter_spans(timeline)
        ),
        files={kind: file_of(f"{guide.id}{_ENDINGS[kind]}", content) for kind, content in contents.items()},
        key=key,
    )
