"""What is worth knowing: enough for every patient, short, with a source, and never the same within a month."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain import cues
from skill.domain.catalog.lessons import Lesson, LessonId, lesson_of_the_day
from skill.domain.movement.exercise import Phase, Region
from skill.speech.messages import messages_for
from tests.shipped import shipped_catalog
from tests.speech.test_answers import ALARM, DIAGNOSIS, PROMISES, REASSURANCE

CATALOG = shipped_catalog()
LESSONS = CATALOG.lessons
TODAY = date(2026, 11, 23)
MOST_WORDS, MOST_WORDS_A_SENTENCE, MOST_SENTENCES = 30, 20, 2


def test_there_are_at_least_forty() -> None:
    assert len(LESSONS) >= 40


@pytest.mark.parametrize("lesson", LESSONS.values(), ids=lambda one: one.id)
def test_each_is_one_or_two_short_true_sentences(lesson: Lesson) -> None:
    words = messages_for("en-US").say(cues.LessonOfTheDay(lesson_id=lesson.id))
    sentences = re.split(r"(?<=[.])\s+", words)

    assert len(sentences) <= MOST_SENTENCES
    assert all(len(one.split()) <= MOST_WORDS_A_SENTENCE for one in sentences)
    assert len(words.split()) <= MOST_WORDS
    assert not any(wrong.search(words) for wrong in (PROMISES, ALARM, DIAGNOSIS, REASSURANCE))
    assert set(lesson.source) <= set(CATALOG.sources)


@given(
    phase=st.sampled_from(Phase),
    region=st.sampled_from(Region),
    gaps=st.lists(st.integers(0, 3), min_size=1, max_size=120),
)
def test_none_comes_again_within_a_month_and_each_fits(phase: Phase, region: Region, gaps: list[int]) -> None:
    told: dict[LessonId, date] = {}
    today = TODAY
    for gap in gaps:
        today += timedelta(days=gap)
        lesson = lesson_of_the_day(LESSONS.values(), told, phase=phase, region=region, today=today, days_between=30)
        if today in told.values():
            assert lesson is None
        elif lesson is not None:
            assert lesson.fits(phase, region)
            assert lesson.id not in told or today - told[lesson.id] >= timedelta(days=30)
            told[lesson.id] = today


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("region", Region)
def test_there_is_a_new_one_for_most_days_of_a_month(phase: Phase, region: Region) -> None:
    fitting = [one for one in LESSONS.values() if one.fits(phase, region)]

    assert len(fitting) >= 25
