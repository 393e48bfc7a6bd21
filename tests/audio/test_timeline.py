"""Time is counted in whole samples, and no voice can move a beat."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.encoded_runs import DECODER_DELAY_SAMPLES, TAIL_SAMPLES, TICK, runs
from audio.guide import Guide, GuidePart
from audio.sound import FRAME_SAMPLES, SAMPLE_RATE
from audio.timeline import laid_out
from skill.errors import VoiceUnavailable

beats = st.builds(
    lambda words, seconds, chapter: GuidePart(sentences=tuple(words), seconds=seconds, chapter=chapter),
    st.lists(st.sampled_from(["a", "b"]), max_size=1),
    st.integers(2, 60),
    st.sampled_from(["", "Set 1", "Set 2"]),
)
free = st.builds(
    lambda words, pause: GuidePart(sentences=tuple(words), pause_seconds=pause),
    st.lists(st.sampled_from(["a", "b"]), max_size=4),
    st.floats(0, 5),
)
LENGTHS = st.fixed_dictionaries({"a": st.integers(1, 40_000), "b": st.integers(1, 40_000)})


@given(st.lists(beats | free, max_size=60), LENGTHS)
def test_every_beat_starts_where_the_one_before_it_ended_and_lasts_exactly_its_seconds(
    guide: Guide, parts: list[GuidePart], lengths: dict[str, int]
) -> None:
    starts = []
    for number in range(len(parts) + 1):
        before = laid_out(replace(guide, parts=tuple(parts[:number])), lengths)
        starts.append(before.samples)

    for part, (start, end) in zip(parts, pairwise(starts), strict=True):
        if part.seconds is not None:
            assert end - start == part.seconds * SAMPLE_RATE


@given(st.lists(beats | free, max_size=60), LENGTHS)
def test_a_word_starts_with_its_beat_and_no_two_words_overlap(
    guide: Guide, parts: list[GuidePart], lengths: dict[str, int]
) -> None:
    timeline = laid_out(replace(guide, parts=tuple(parts)), lengths)
    words = timeline.spoken

    assert [text for part in parts for text in part.sentences] == [word.text for word in words]
    assert all(word.end - word.start == lengths[word.text] for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
    assert all(chapter.start % (SAMPLE_RATE // 1000) == 0 for chapter in timeline.chapters)
    assert timeline.samples >= max((word.end for word in words), default=0)


@pytest.mark.parametrize("slowness", [0.2, 0.9])
def test_the_count_takes_the_same_time_with_every_voice(guide: Guide, slowness: float) -> None:
    count = replace(guide, parts=tuple(part for part in guide.parts if part.seconds))
    words = {text: round(slowness * SAMPLE_RATE) for part in count.parts for text in part.sentences}
    seconds = sum(part.seconds or 0 for part in count.parts)

    assert laid_out(count, words).samples == pytest.approx((seconds + 2) * SAMPLE_RATE, abs=100)


@given(st.lists(beats | free, max_size=60), LENGTHS, st.booleans())
def test_runs_hold_every_word_at_its_time_and_their_frames_never_meet(
    guide: Guide, parts: list[GuidePart], lengths: dict[str, int], tick: bool
) -> None:
    ticking = [replace(part, ticks=part.seconds is not None) for part in parts]
    timeline = laid_out(replace(guide, parts=tuple(ticking)), lengths)
    found = runs(timeline, {**lengths, TICK: 720}, tick=tick)
    placed = [
        (text, run.frame * FRAME_SAMPLES + DECODER_DELAY_SAMPLES + start) for run in found for text, start in run.words
    ]
    expected = [(word.text, word.start) for word in timeline.spoken]
    expected += [(TICK, start) for start in timeline.ticks if tick]

    assert sorted(placed) == sorted(expected)
    for run, following in pairwise(found):
        fed = max(start + {**lengths, TICK: 720}[text] for text, start in run.words) + TAIL_SAMPLES
        frames = -(-fed // FRAME_SAMPLES) + 2  # what LAME makes of them
        assert run.frame + frames <= following.frame
    assert all(run.frame >= 0 for run in found)


def test_a_voice_too_slow_for_a_beat_is_refused_with_the_beat_and_both_times(guide: Guide) -> None:
    slow = replace(guide, parts=(GuidePart(sentences=("Hold.", "Now."), seconds=2),))

    with pytest.raises(VoiceUnavailable, match=r"'Hold. Now.' takes 2\.3 s, and its beat only 2 s"):
        laid_out(slow, {"Hold.": 24_000, "Now.": 24_000})


def test_ticks_mark_the_seconds_of_work_only(guide: Guide) -> None:
    parts = (GuidePart(seconds=3, ticks=True), GuidePart(seconds=5), GuidePart(seconds=2, ticks=True))
    timeline = laid_out(replace(guide, parts=parts), {})

    assert [tick / SAMPLE_RATE - 0.504 for tick in timeline.ticks] == pytest.approx([0, 1, 2, 8, 9])
