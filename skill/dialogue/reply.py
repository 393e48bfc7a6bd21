"""What a step comes to: what to remember, and what to say."""

from __future__ import annotations

from dataclasses import dataclass

from skill.domain.count.script import Script
from skill.domain.cues import Cue, Question
from skill.domain.history.facts import Fact
from skill.domain.patient.household import Member
from skill.domain.patient.patient import Patient
from skill.domain.patient.player import Command
from skill.domain.patient.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the coach said last, for "say that again"."""

    cues: tuple[Cue, ...] = ()
    question: Question | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a step comes to: what to remember, and what to say."""

    patient: Patient
    session: Session
    cues: tuple[Cue, ...]
    question: Question | None
    """Asked at the very end; None ends Alexa's session."""
    script: Script | None = None
    """Counted after the cues and before the question."""
    facts: tuple[Fact, ...] = ()
    forget: bool = False
    """Erase everything about the patient in place of saving."""
    forget_alone: bool = False
    """Erase everything about the patient whose key the others' keys begin with, and nothing about the others."""
    forget_everyone: bool = False
    """Erase everything about everybody of the household in place of saving."""
    person: Member | None = None
    """Who the session belongs to from now on: one of the household, somebody new, or who stands at the door."""
    forget_symptoms: bool = False
    """Erase what was kept about symptoms."""
    urgent: bool = False
    """Emergency words: they go on a card too, so that they can be read."""
    player: Command | None = None
    """What the device's audio player is told, after the words."""
    to_read: tuple[Cue, ...] = ()
    """What goes on a card although it is not said now."""
    part_of: Said | None = None
    """What it says a part of again: that stays what was said last."""
    card_title: Cue | None = None
    """What stands above `to_read`; None for the usual title."""
