"""A patient's record as the simulator shows it: where we are, what can be said, and the history."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import groupby
from typing import Any

from interaction_model.source import read_source
from skill.app import codec
from skill.app.coach import Visit
from skill.app.codec import Document
from skill.bootstrap import Application
from skill.dialogue.step import Moment
from skill.domain.patient.session import Session
from skill.domain.patient.state import State
from skill.domain.plan.planned_exercise import seconds_of
from skill.speech.messages import messages_for

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOST_SUGGESTIONS = 3
ALWAYS = ("AMAZON.HelpIntent", "AMAZON.StopIntent", "PainIntent")
"""What can be said in every state, shown last."""

Json = dict[str, Any]


def record(application: Application, visit: Visit) -> Json:
    """Return everything known about the patient of *visit*, with names in the words of its locale."""
    locale = visit.locale
    moment = application.coach.look(visit)
    facts = application.store.facts(visit.patient, EPOCH)
    document = Document(patient=moment.patient, session=moment.session)
    return {
        "known": moment.patient != Document().patient,
        "state": moment.state,
        "place": _place(moment.session),
        "plan": _plan(application, moment.session, locale),
        "suggestions": suggestions(moment.state, locale),
        "patient": codec.to_attributes(document).get("patient", {}),
        "facts": [{"at": one.at.isoformat(), "kind": one.kind, **json.loads(one.data)} for one in facts],
    }


def suggestions(state: State, locale: str) -> list[str]:
    """Return a phrase for each intent that serves *state*, most usual intents first."""
    return [*_suggestions(locale).get(state, ())[:MOST_SUGGESTIONS], *_always(locale)]


def _place(session: Session) -> Json | None:
    if not session.under_way or session.current is None:
        return None
    place = {"set": session.place.set_number, "rep": session.place.rep_number} if session.counted else None
    return {"exercise_number": session.exercise_number, "of": session.exercise_count, "count": place}


def count_seconds(moment: Moment) -> Iterator[float]:
    """Yield how long the patient does each thing in the count that went out last: ready, up, hold, down, rest."""
    count = moment.session.count
    if count is None or not moment.session.under_way:
        return
    beats = moment.script_from(count.start).beats
    for _, together in groupby(beats, key=lambda beat: (beat.stage, replace(beat.place, held_seconds=0))):
        yield float(sum(beat.seconds for beat in together))


def _plan(application: Application, session: Session, locale: str) -> list[Json]:
    messages = messages_for(locale)
    return [
        {
            "name": messages.exercise_name(planned.exercise_id),
            "level": planned.level,
            "seconds": seconds_of(application.catalog, planned),
            "outcome": session.outcomes[index] if index < len(session.outcomes) else None,
            "current": session.under_way and index == session.index,
        }
        for index, planned in enumerate(session.exercises)
    ]


_source = cache(read_source)


@cache
def _suggestions(locale: str) -> dict[State, tuple[str, ...]]:
    source = _source(locale)
    by_state: dict[State, list[str]] = {state: [] for state in State}
    usual_first = sorted(source.meanings.intents.items(), key=lambda item: not item[1].often)
    for name, meaning in usual_first:
        phrase = _phrase(locale, name)
        for state in meaning.states if phrase and name not in ALWAYS else ():
            by_state[state].append(phrase)
    return {state: tuple(phrases) for state, phrases in by_state.items()}


@cache
def _always(locale: str) -> tuple[str, ...]:
    return tuple(filter(None, (_phrase(locale, name) for name in ALWAYS)))


def _phrase(locale: str, intent: str) -> str:
    """Return the intent's first sample, its slots filled with the first value of each; "" when it has none."""
    source = _source(locale)
    samples = source.words.intents.get(intent, ())
    if not samples:
        return ""
    phrase = next((sample for sample in samples if "{" not in sample), samples[0])
    meaning = source.meanings.intents[intent]
    for slot, slot_type in meaning.slots.items():
        phrase = phrase.replace(f"{{{slot}}}", _example(source.values.get(slot_type)))
    return phrase


def _example(values: Any) -> str:  # noqa: ANN401 - phrases by value id
    if not values:
        return "six"
    return str(next(iter(values.values()))[0].text).lower()
