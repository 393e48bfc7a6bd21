"""The pretend Echo's audio player: a stream that sounds, a queue, and what it reports (docs/alexa-platform.md §3.2).

It plays no sound. Time is given to it; it says what is due, and the device sends it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

Json = dict[str, Any]

NEARLY_SECONDS = 30.0
"""How long before its end a stream is reported to be nearly finished; at once when it is shorter."""
USUAL_SECONDS = 300.0


class Activity(StrEnum):
    """What the player does, as it stands in every request."""

    IDLE = "IDLE"
    PLAYING = "PLAYING"
    STOPPED = "STOPPED"
    FINISHED = "FINISHED"


class PlaybackReport(StrEnum):
    """What is reported about a stream."""

    STARTED = "PlaybackStarted"
    NEARLY_FINISHED = "PlaybackNearlyFinished"
    FINISHED = "PlaybackFinished"
    STOPPED = "PlaybackStopped"
    FAILED = "PlaybackFailed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """What a Play directive asks for."""

    token: str
    url: str
    offset_ms: int
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A report, and about what."""

    report: PlaybackReport
    stream: Stream
    offset_ms: int
    at: datetime

    @property
    def request(self) -> Json:
        """Return the request that reports it."""
        request: Json = {"type": f"AudioPlayer.{self.report}", "token": self.stream.token}
        if self.report is not PlaybackReport.FAILED:
            return {**request, "offsetInMilliseconds": self.offset_ms}
        error = {"type": "MEDIA_ERROR_INVALID_REQUEST", "message": "simulated"}
        return {**request, "error": error, "currentPlaybackState": {"playerActivity": Activity.STOPPED}}


class AudioPlayer:
    """A player that does what directives say."""

    def __init__(self, seconds_of: Callable[[str], float] = lambda _url: USUAL_SECONDS) -> None:
        """Begin idle. *seconds_of* tells how long the sound at a URL is."""
        self.activity = Activity.IDLE
        self.stream: Stream | None = None
        self.broken = False
        """Whether streams cannot be played from now on."""
        self._seconds_of = seconds_of
        self._queue: list[Stream] = []
        self._offset_seconds = 0.0
        self._since: datetime | None = None
        self._reported: set[PlaybackReport] = set()

    def context(self, now: datetime) -> Json:
        """Return the player's part of a request's context."""
        if self.stream is None:
            return {"playerActivity": self.activity}
        offset_ms = self.offset_ms(now)
        return {"token": self.stream.token, "offsetInMilliseconds": offset_ms, "playerActivity": self.activity}

    def offset_ms(self, now: datetime) -> int:
        """Return how much of the stream was heard."""
        sounded = (now - self._since).total_seconds() if self._since else 0.0
        return round((self._offset_seconds + max(0.0, sounded)) * 1000)

    def hold(self, now: datetime) -> None:
        """Fall silent while somebody talks."""
        self._offset_seconds = self.offset_ms(now) / 1000
        self._since = None

    def release(self, at: datetime) -> None:
        """Sound again from *at* on, if anything plays."""
        if self.activity is Activity.PLAYING and self._since is None:
            self._since = at

    def obey(self, directives: list[Json], now: datetime, sounds_from: datetime) -> list[Event]:
        """Do what *directives* say, and return what is reported at once. A new stream sounds from *sounds_from* on."""
        events: list[Event] = []
        for directive in directives:
            match directive["type"]:
                case "AudioPlayer.Play":
                    events += self._play(directive, now, sounds_from)
                case "AudioPlayer.Stop":
                    events += self._stop(now)
                case "AudioPlayer.ClearQueue":
                    self._queue.clear()
                    events += self._stop(now) if directive["clearBehavior"] == "CLEAR_ALL" else []
                case _:
                    pass  # for another part of the device
        return events

    def due(self) -> Event | None:
        """Return what is reported next, and when; None when nothing is going to be."""
        if self.stream is None or self.activity is not Activity.PLAYING or self._since is None:
            return None
        whole = self._seconds_of(self.stream.url)
        moments = {
            (PlaybackReport.FAILED if self.broken else PlaybackReport.STARTED): self._offset_seconds,
            PlaybackReport.NEARLY_FINISHED: max(self._offset_seconds, whole - NEARLY_SECONDS),
            PlaybackReport.FINISHED: max(self._offset_seconds, whole),
        }
        report, heard = next((one, heard) for one, heard in moments.items() if one not in self._reported)
        at = self._since + timedelta(seconds=heard - self._offset_seconds)
        return Event(report=report, stream=self.stream, offset_ms=round(heard * 1000), at=at)

    def happen(self, event: Event) -> None:
        """Let what was due happen."""
        self._reported.add(event.report)
        if event.report is PlaybackReport.FAILED:
            self._rest(Activity.STOPPED, event.at)
        elif event.report is PlaybackReport.FINISHED:
            self._rest(Activity.FINISHED, event.at)
            if self._queue:
                self._begin(self._queue.pop(0), event.at)

    def _play(self, directive: Json, now: datetime, sounds_from: datetime) -> list[Event]:
        item = directive["audioItem"]
        stream, metadata = item["stream"], item.get("metadata") or {}
        asked = Stream(
            token=stream["token"],
            url=stream["url"],
            offset_ms=stream["offsetInMilliseconds"],
            title=metadata.get("title", ""),
            subtitle=metadata.get("subtitle", ""),
        )
        if directive["playBehavior"] == "ENQUEUE":
            last = self._queue[-1] if self._queue else self.stream
            if last is not None and stream["expectedPreviousToken"] == last.token:
                self._queue.append(asked)
            return []
        events = self._stop(now)
        self._queue.clear()
        self._begin(asked, sounds_from)
        return events

    def _begin(self, stream: Stream, at: datetime) -> None:
        self.stream, self.activity, self._reported = stream, Activity.PLAYING, set()
        self._offset_seconds, self._since = stream.offset_ms / 1000, at

    def _stop(self, now: datetime) -> list[Event]:
        if self.stream is None or self.activity is not Activity.PLAYING:
            return []
        self._rest(Activity.STOPPED, now)
        return [Event(report=PlaybackReport.STOPPED, stream=self.stream, offset_ms=self.offset_ms(now), at=now)]

    def _rest(self, activity: Activity, now: datetime) -> None:
        self.hold(now)
        self.activity = activity
