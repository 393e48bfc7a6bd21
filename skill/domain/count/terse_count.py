"""Counting quietly: the same beats with only the words one cannot do without.

What stays: getting ready and the countdown into the first repetition, the word that starts a set, a side, or a
repetition after a longer pause, each repetition's number, the countdown of a hold and the word that ends it, the time
left, rests and changes of side. What goes: "press, hold, down" in every other repetition, "and again", half-way and
calm words. Where that would leave more than ten seconds without a word, the usual one stays.
"""

from __future__ import annotations

from dataclasses import replace

from skill.domain import cues
from skill.domain.count.script import Beat, Script, Stage

_WAITING = (Stage.GET_READY, Stage.REST, Stage.SWITCH)
_NEEDED = (cues.Countdown, cues.RepDone, cues.TimeLeft)


def quietly(script: Script, longest_silence_seconds: int) -> Script:
    """Return *script* with the words that are not needed taken out; every slot keeps its place and its length."""
    beats: list[Beat] = []
    spoken_at = 0
    before: Beat | None = None
    for beat, start in zip(script.beats, script.starts, strict=True):
        too_long = start + beat.seconds - spoken_at > longest_silence_seconds
        if beat.cue is not None and (too_long or _is_needed(beat, before)):
            spoken_at = start
            beats.append(beat)
        else:
            beats.append(replace(beat, cue=None))
        before = beat
    return replace(script, beats=tuple(beats))


def _is_needed(beat: Beat, before: Beat | None) -> bool:
    if beat.stage in _WAITING:
        return not isinstance(beat.cue, cues.Calm)
    starts = before is None or before.stage in _WAITING or isinstance(before.cue, cues.RepAgain)
    ends_a_hold = before is not None and isinstance(before.cue, cues.Countdown) and beat.stage is Stage.DOWN
    return starts or ends_a_hold or isinstance(beat.cue, _NEEDED)
