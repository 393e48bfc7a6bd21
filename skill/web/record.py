"""A patient's record as the simulator shows it: where we are, what can be said, and the history."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from typing import Any

from interaction_model.source import read_source
from skill.app import codec
from skill.app.codec import Document
from skill.app.ports import PatientKey
from skill.bootstrap import Application
from skill.domain.exercise import Region
from skill.domain.plan import seconds_of
from skill.domain.screen_items import Asking
from skill.domain.screening import ScreenQuestion, next_question
from skill.domain.session import Session, State
from skill.speech.messages import messages_for

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOST_SUGGESTIONS = 12
ALWAYS = ("AMAZON.HelpIntent", "AMAZON.StopIntent", "PainIntent")
"""What can be said in every state, shown last."""

Json = dict[str, Any]


def record(application: Application, patient: PatientKey, locale: str) -> Json:
    """Return everything known about *patient*, with names in the words of *locale*."""
    loaded = application.store.load(patient, "the simulator looks", application.clock())
    document = codec.load(loaded.document) if loaded.document else Document()
    facts = application.store.facts(patient, EPOCH)
    return {
        "known": loaded.document is not None,
        "state": document.session.state,
        "place": _place(document.session),
        "safe_answer": _safe_answer(application, document),
        "plan": _plan(application, document.session, locale),
        "suggestions": suggestions(document.session.state, locale),
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
    return {"exercise_number": session.exercise_number, "of": len(session.exercises), "count": place}


def _safe_answer(application: Application, document: Document) -> str | None:
    """Return the answer that leads on from the safety question that is open; None when none is."""
    progress = document.session.screen
    if document.session.state is not State.SCREENING or progress is None:
        return None
    screen = application.catalog.rules.screening.of(progress.kind)
    question = next_question(progress.answers, document.patient.region or Region.BOTH, screen)
    if not isinstance(question, ScreenQuestion):
        return None
    item = next(item for item in screen if item.id == question.item_id)
    return item.safe_answer if question.asking is Asking.ITEM else None


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
