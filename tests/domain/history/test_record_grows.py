"""A record that grew by later facts answers everything as one that was made of all of them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from skill.domain.history.facts import (
    ActivityDone,
    ActivityTakenBack,
    CareCleared,
    DoseChanged,
    ExerciseEnded,
    ExerciseJudged,
    Fact,
    Outcome,
    PhaseChanged,
    SetDone,
    SymptomReported,
)
from skill.domain.history.record import Record
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Form, Phase, Region
from skill.domain.symptoms.report import Occasion
from skill.domain.symptoms.verdicts import Reason, Verdict
from skill.domain.symptoms.zones import Zone

FIRST = date(2026, 11, 1)
EXERCISE = st.sampled_from(["bridge", "walking"]).map(ExerciseId)
DAY = st.integers(0, 40).map(lambda days: FIRST + timedelta(days=days))
"""In any order: clocks are set back, and yesterday's walk is told today."""
MINUTES = st.integers(5, 7)
FACTS: st.SearchStrategy[Fact] = st.one_of(
    st.builds(
        SetDone,
        exercise_id=EXERCISE,
        movement_id=st.none(),
        set_number=st.just(1),
        side=st.none(),
        reps=st.integers(0, 8),
        planned_reps=st.just(8),
    ),
    st.builds(
        ExerciseEnded,
        exercise_id=EXERCISE,
        movement_id=st.none(),
        level=st.just(Level.BEGINNER),
        form=st.just(Form.USUAL),
        outcome=st.sampled_from(Outcome),
        complete=st.booleans(),
        on=DAY,
    ),
    st.builds(ActivityDone, exercise_id=EXERCISE, minutes=MINUTES, on=DAY),
    st.builds(ActivityTakenBack, exercise_id=EXERCISE, minutes=MINUTES, on=DAY),
    st.builds(
        SymptomReported,
        occasion=st.sampled_from(Occasion),
        region=st.sampled_from([Region.NECK, Region.LOW_BACK]),
        exercise_id=st.none(),
        zone=st.sampled_from(Zone),
        strength=st.integers(0, 10),
        side=st.none(),
        on=DAY,
    ),
    st.builds(
        ExerciseJudged,
        exercise_id=EXERCISE,
        verdict=st.sampled_from(Verdict),
        care=st.none(),
        reason=st.sampled_from(Reason),
        moved_out=st.booleans(),
        sets=st.just(1),
        on=DAY,
    ),
    st.builds(
        DoseChanged, exercise_id=EXERCISE, level=st.just(Level.BEGINNER), step=st.just(0), raised=st.booleans(), on=DAY
    ),
    st.builds(PhaseChanged, phase=st.sampled_from(Phase), set_back=st.booleans(), on=DAY),
    st.builds(CareCleared, on=DAY),
)
KINDS = (SetDone, ExerciseEnded, ActivityDone, SymptomReported, ExerciseJudged, DoseChanged, PhaseChanged, CareCleared)


@given(parts=st.lists(st.lists(FACTS, max_size=8).map(tuple), max_size=6), since=DAY, looks=st.booleans())
def test_it_answers_as_one_made_at_once(parts: list[tuple[Fact, ...]], since: date, looks: bool) -> None:
    grown = Record()
    for part in parts:
        if looks:
            answers(grown, since)  # what was looked up before must not go stale
        grown = grown.plus(part)

    whole = Record(facts=tuple(fact for part in parts for fact in part))
    assert grown.facts == whole.facts
    assert answers(grown, since) == answers(whole, since) == by_hand(whole.facts, since)


def answers(record: Record, since: date) -> dict[str, object]:
    return {
        "of": [record.of(kind) for kind in KINDS],
        "since": [record.of(kind, since=since) for kind in KINDS if kind is not SetDone],
        "activities": record.activities(since=since),
        "baselines": [record.baselines(region) for region in (Region.NECK, Region.LOW_BACK)],
        "reports": [record.reports(region, since=since) for region in (Region.NECK, Region.LOW_BACK)],
        "days": record.exercised_days,
        "latest": record.latest_day,
        "last day": record.last_day(ExerciseJudged, before=since),
        "after": record.after(DoseChanged, lambda change: change.exercise_id == "bridge").facts,
        "after any": record.after_any((CareCleared, PhaseChanged)).facts,
        "latest first": tuple(record.latest_first(SetDone, ExerciseEnded)),
    }


def by_hand(facts: tuple[Fact, ...], since: date) -> dict[str, object]:
    """Return the same answers, each looked for in all facts."""

    def of(kind: type[Fact]) -> tuple[Fact, ...]:
        return tuple(fact for fact in facts if isinstance(fact, kind))

    def lately(kind: type[Fact]) -> tuple[Fact, ...]:
        return tuple(fact for fact in of(kind) if day(fact) >= since)

    standing: list[Fact] = []
    for fact in facts:
        if isinstance(fact, ActivityDone):
            standing.append(fact)
        elif isinstance(fact, ActivityTakenBack):
            same = ActivityDone(exercise_id=fact.exercise_id, minutes=fact.minutes, on=fact.on)
            if same in standing:
                del standing[len(standing) - 1 - standing[::-1].index(same)]
    told = [fact for fact in facts if isinstance(fact, SymptomReported)]
    regions = (Region.NECK, Region.LOW_BACK)
    bridges = [
        place for place, fact in enumerate(facts) if isinstance(fact, DoseChanged) and fact.exercise_id == "bridge"
    ]
    borders = [place for place, fact in enumerate(facts) if isinstance(fact, CareCleared | PhaseChanged)]
    judged = [day(fact) for fact in of(ExerciseJudged) if day(fact) < since]
    return {
        "of": [of(kind) for kind in KINDS],
        "since": [lately(kind) for kind in KINDS if kind is not SetDone],
        "activities": tuple(fact for fact in standing if day(fact) >= since),
        "baselines": [
            tuple(one for one in told if one.region is region and one.occasion is Occasion.BASELINE)
            for region in regions
        ],
        "reports": [tuple(one for one in told if one.region is region and one.on >= since) for region in regions],
        "days": frozenset(
            fact.on for fact in facts if isinstance(fact, ExerciseEnded) and fact.outcome is not Outcome.SKIPPED
        ),
        "latest": max(map(day, facts), default=date.min),
        "last day": max(judged, default=None),
        "after": facts[bridges[-1] + 1 :] if bridges else facts,
        "after any": facts[borders[-1] + 1 :] if borders else facts,
        "latest first": tuple(fact for fact in reversed(facts) if isinstance(fact, SetDone | ExerciseEnded)),
    }


def day(fact: Fact) -> date:
    found = getattr(fact, "on", date.min)
    assert isinstance(found, date)
    return found
