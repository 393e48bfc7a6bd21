"""What is wrong with what a response tells the audio player (docs/alexa-platform.md §3.2, checks 25 to 33)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

Json = dict[str, Any]
MOST_TOKEN_CHARACTERS = 1024
MOST_URL_CHARACTERS = 8000
MAY_HOLD: dict[str, frozenset[str]] = {
    "AudioPlayer.PlaybackStarted": frozenset({"AudioPlayer.Stop", "AudioPlayer.ClearQueue"}),
    "AudioPlayer.PlaybackFinished": frozenset({"AudioPlayer.Stop", "AudioPlayer.ClearQueue"}),
    "AudioPlayer.PlaybackStopped": frozenset(),
    "AudioPlayer.PlaybackNearlyFinished": frozenset({"AudioPlayer.Play", "AudioPlayer.Stop", "AudioPlayer.ClearQueue"}),
    "AudioPlayer.PlaybackFailed": frozenset({"AudioPlayer.Play", "AudioPlayer.Stop", "AudioPlayer.ClearQueue"}),
}
"""Which directives the answer to a report may hold; any of the player's to a button."""
ANY = frozenset({"AudioPlayer.Play", "AudioPlayer.Stop", "AudioPlayer.ClearQueue"})


def player_complaints(request: Json, envelope: Json) -> list[str]:
    """Return what is wrong with *envelope* as the answer to *request*; nothing when it is fine."""
    return list(_complaints(request, envelope))


def _complaints(request: Json, envelope: Json) -> Iterator[str]:
    response, kind = envelope["response"], request["request"]["type"]
    directives = response.get("directives") or []
    plays = [one for one in directives if one["type"] == "AudioPlayer.Play"]
    if kind.startswith(("AudioPlayer.", "PlaybackController.", "System.")):
        yield from _of_wordless(kind, envelope, [one["type"] for one in directives])
    if len(plays) > 1:
        yield "several streams at once"
    for play in plays:
        yield from _of_play(play, kind)
        if kind in ("LaunchRequest", "IntentRequest") and response.get("shouldEndSession") is not True:
            yield "a stream starts while the microphone is open"


def _of_wordless(kind: str, envelope: Json, directives: list[str]) -> Iterator[str]:
    forbidden = {"outputSpeech", "card", "reprompt", "shouldEndSession"} & envelope["response"].keys()
    if forbidden:
        yield f"{kind} is answered with {sorted(forbidden)}"
    if envelope.get("sessionAttributes"):
        yield f"{kind} is answered with session attributes"
    allowed = frozenset() if kind.startswith("System.") else MAY_HOLD.get(kind, ANY)
    if not allowed >= set(directives):
        yield f"{kind} is answered with {directives}"


def _of_play(play: Json, kind: str) -> Iterator[str]:
    stream = play["audioItem"]["stream"]
    url = urlsplit(stream["url"])
    if len(stream["token"]) > MOST_TOKEN_CHARACTERS:
        yield f"a token of {len(stream['token'])} characters"
    if len(stream["url"]) > MOST_URL_CHARACTERS or url.scheme != "https" or not url.hostname or url.query:
        yield f"the address {stream['url']}"
    if not isinstance(stream["offsetInMilliseconds"], int) or stream["offsetInMilliseconds"] < 0:
        yield f"the offset {stream['offsetInMilliseconds']}"
    queued = play["playBehavior"] == "ENQUEUE"
    if queued is not ("expectedPreviousToken" in stream):
        yield "expectedPreviousToken goes with ENQUEUE, and with nothing else"
    if queued and stream["offsetInMilliseconds"]:
        yield "what is queued begins at its beginning"
    if (kind == "AudioPlayer.PlaybackNearlyFinished") is not queued:
        yield f"{kind} is answered with {play['playBehavior']}"
    if not {"title", "subtitle"} <= (play["audioItem"].get("metadata") or {}).keys():
        yield "no title"
