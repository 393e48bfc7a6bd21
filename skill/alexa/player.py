"""The only writer of AudioPlayer directives (docs/alexa-platform.md §3.2)."""

from __future__ import annotations

from dataclasses import dataclass

from ask_sdk_model import Directive
from ask_sdk_model.interfaces.audioplayer import (
    AudioItem,
    AudioItemMetadata,
    PlayBehavior,
    PlayDirective,
    StopDirective,
    Stream,
)

from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.recordings import Edition, ExerciseRecording, GuideId, Recording, recording_of
from skill.domain.patient.player import Command, Enqueue, Halt, Play, Track
from skill.errors import ConfigError
from skill.speech.messages import Messages


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideShelf:
    """Where the guides are, and what they are."""

    catalog: Catalog
    public_url: str | None
    """The server's https address; None when guides cannot be played."""

    def url(self, guide_id: GuideId) -> str:
        """Return the address of a guide's MP3. Raise `ConfigError` without a public address."""
        if self.public_url is None:
            raise ConfigError("SPINE_COACH_PUBLIC_URL is not set; audio guides need the server's https address.")
        return f"{self.public_url}/guides/{guide_id}.mp3"


def directives(command: Command | None, shelf: GuideShelf, messages: Messages) -> list[Directive] | None:
    """Return what tells the player *command*; None when there is nothing to tell."""
    match command:
        case Play():
            stream = _stream(command.track, shelf, offset_ms=command.offset_ms)
            return [_play(PlayBehavior.REPLACE_ALL, command.track, stream, shelf, messages)]
        case Enqueue():
            stream = _stream(command.track, shelf, after=command.after)
            return [_play(PlayBehavior.ENQUEUE, command.track, stream, shelf, messages)]
        case Halt():
            return [StopDirective()]
        case _:
            return None


def _stream(track: Track, shelf: GuideShelf, *, offset_ms: int = 0, after: Track | None = None) -> Stream:
    """Return the stream; *after* goes with ENQUEUE, and with nothing else."""
    return Stream(
        token=track.token,
        url=shelf.url(track.guide_id),
        offset_in_milliseconds=offset_ms,
        expected_previous_token=after.token if after else None,
    )


def _play(behavior: PlayBehavior, track: Track, stream: Stream, shelf: GuideShelf, messages: Messages) -> PlayDirective:
    recording = recording_of(shelf.catalog, track.guide_id)
    metadata = AudioItemMetadata(
        title=_title(recording, messages) if recording else messages.text("guide-show"),
        subtitle=messages.text("guide-show"),
    )
    return PlayDirective(play_behavior=behavior, audio_item=AudioItem(stream=stream, metadata=metadata))


def _title(recording: Recording, messages: Messages) -> str:
    if isinstance(recording, ExerciseRecording):
        name = messages.exercise_name(recording.exercise_id)
        title = messages.text("guide-title-exercise", exercise=name, level=recording.level)
    else:
        title = messages.text(f"guide-routine-{recording.routine_id}", region=recording.region)
    return messages.text("guide-title-daily", title=title) if recording.edition is Edition.DAILY else title
