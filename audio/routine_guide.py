"""The recording of a whole routine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise

from audio.guide import Guide, GuidePart
from audio.intro_outro import before_the_first, farewell, introduction
from audio.parts import PLACE_SECONDS, ExerciseParts, said
from audio.routine import RecordedRoutine, Sitting
from skill.domain import cues
from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.recordings import Edition, routine_guide_id
from skill.domain.movement.exercise import Phase
from skill.domain.patient.session import PlannedExercise
from skill.speech.messages import Messages

ROUTINE_SECTION = "routine"


def routine_guide(
    catalog: Catalog,
    messages: Messages,
    routine: RecordedRoutine,
    *,
    track_number: int,
    edition: Edition = Edition.FULL,
) -> Guide:
    """Return the guide of *routine*, in one of its editions."""
    coached = routine.coached
    title = messages.text(f"guide-routine-{coached.id}", region=routine.region)
    who = messages.text("guide-who-routine", region=routine.region, phase=coached.phases[0])
    exercise_ids = tuple(dict.fromkeys(one.exercise_id for sitting in routine.sittings for one in sitting.exercises))
    plan = messages.say(cues.RoutineLists(exercise_ids=exercise_ids))
    writer = _Writer(catalog, messages, routine, edition)
    return Guide(
        id=routine_guide_id(coached, routine.region, edition),
        title=messages.text("guide-title-daily", title=title) if edition is Edition.DAILY else title,
        name=title,
        summary=f"{who} {plan}",
        section=ROUTINE_SECTION,
        phases=coached.phases,
        region=routine.region,
        level=None,
        figure=exercise_ids[0],
        track_number=track_number,
        edition=edition,
        parts=tuple(writer.parts(title, (who, plan))),
    )


class _Writer:
    """Writes the parts of one routine."""

    def __init__(self, catalog: Catalog, messages: Messages, routine: RecordedRoutine, edition: Edition) -> None:
        self._catalog = catalog
        self._messages = messages
        self._routine = routine
        self._emergency_number = catalog.emergency_number(messages.locale)
        self._numbers = count(1)
        self._is_daily = edition is Edition.DAILY
        self._chapters: Counter[str] = Counter()
        self._exercises = sum(len(sitting.exercises) for sitting in routine.sittings)

    def parts(self, title: str, who: Sequence[str]) -> Iterator[GuidePart]:
        """Yield everything that is said."""
        stop_rule = self._messages.say(cues.StopRuleForAll())
        if self._is_daily:
            yield said(f"{title}.", 1.0, self._messages.text("guide-chapter-introduction"))
            yield said(self._messages.text("guide-daily-safety"))
            yield from self._who_should_not()
            yield from self._sittings()
            yield said(self._messages.text("guide-goodbye"), chapter=self._messages.text("guide-chapter-close"))
            return
        yield from introduction(self._messages, self._emergency_number, title, who)
        yield from self._who_should_not()
        yield said(stop_rule, chapter=self._messages.text("guide-chapter-stop-rule"))
        yield from before_the_first(self._messages, gentlest=self._routine.coached.phases == (Phase.RECOVERY,))
        yield from self._sittings()
        yield from self._often()
        yield from farewell(self._messages)

    def _who_should_not(self) -> Iterator[GuidePart]:
        """Yield who should leave which exercise out, once, after the list."""
        planned = (one.exercise_id for sitting in self._routine.sittings for one in sitting.exercises)
        chapter = self._messages.text("guide-chapter-who-not")
        for exercise_id in dict.fromkeys(planned):
            exercise = self._catalog.exercises[exercise_id]
            if not exercise.not_for:
                continue
            name = self._messages.exercise_name(exercise_id)
            yield said(self._messages.text("guide-before-who-not", exercise=name), chapter=chapter)
            chapter = ""
            for number in range(exercise.not_for):
                yield said(self._messages.say(cues.NotFor(exercise_id=exercise_id, reason_number=number + 1)))

    def _sittings(self) -> Iterator[GuidePart]:
        first, *_ = sittings = self._routine.sittings
        yield from self._sitting(first)
        for before, here in pairwise(sittings):
            if here.region and here.region is not before.region:
                hours = self._catalog.rules.hours_between_regions
                text = self._messages.text("guide-other-region", hours=hours, region=here.region)
                yield said(text, PLACE_SECONDS)
            after = sittings[sittings.index(here) + 1 :]
            if after and here.days_per_week < self._routine.coached.days_per_week:
                skip_to = self._messages.exercise_name(after[0].exercises[0].exercise_id)
                yield said(self._messages.text("guide-some-days", days=here.days_per_week, next=skip_to), 2.0)
            yield from self._sitting(here)

    def _sitting(self, sitting: Sitting) -> Iterator[GuidePart]:
        for planned in sitting.exercises:
            yield from self._exercise(planned, sitting)

    def _exercise(self, planned: PlannedExercise, sitting: Sitting) -> Iterator[GuidePart]:
        name = self._messages.exercise_name(planned.exercise_id)
        number = next(self._numbers)
        parts = ExerciseParts(
            messages=self._messages,
            exercise=self._catalog.exercises[planned.exercise_id],
            level=planned.level,
            form=planned.form,
            region=sitting.region or self._routine.region,
            emergency_number=self._emergency_number,
            rules=self._catalog.rules.count,
            brief=self._is_daily,
            within=self._chapter_name(name),
        )
        intro = cues.ExerciseIntro(
            exercise_id=planned.exercise_id, form=planned.form, exercise_number=number, exercises=self._exercises
        )
        yield said(self._messages.say(intro), 1.0, chapter=parts.within)
        if self._is_daily:
            setup = cues.Setup(exercise_id=planned.exercise_id, form=planned.form)
            yield said(self._messages.say(setup))
            yield from parts.work()
            yield parts.closing_check()
            return
        yield from parts.stop_rule()
        yield from (replace(part, chapter="") for part in parts.how())
        yield from parts.work()
        yield from parts.questions(again=number > 1)

    def _chapter_name(self, name: str) -> str:
        """Return what the exercise's chapters are called: the second time it comes they say so."""
        self._chapters[name] += 1
        again = self._chapters[name] > 1
        return self._messages.text("guide-chapter-again", exercise=name) if again else name

    def _often(self) -> Iterator[GuidePart]:
        days = self._routine.coached.days_per_week
        close = self._messages.text("guide-chapter-close")
        yield said(self._messages.text("guide-routine-days", days_per_week=days), chapter=close)
        if self._routine.leaves_a_day_between:
            yield said(self._messages.text("guide-not-in-a-row"))
        if self._routine.later:
            names = self._messages.listed(tuple(map(self._messages.exercise_name, self._routine.later)))
            yield said(self._messages.text("guide-routine-again", names=names))
