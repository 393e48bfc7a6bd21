"""Collects `.dialogue` files as tests: each is a conversation that must go as written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from interaction_model.samples import match
from skill.alexa.endpoint import Endpoint
from skill.app import codec
from skill.app.calendar import time_zone_of
from skill.app.codec import Document
from skill.app.keys import PatientKeys, code_of
from skill.app.ports import PatientKey, StoredFact
from skill.bootstrap import Application, build
from skill.config import Settings
from skill.domain.history.facts import ExerciseJudged, Fact
from skill.domain.history.privacy import Consent
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Phase, Region, Side
from skill.domain.patient.patient import Patient
from skill.domain.safety.limits import Limit
from skill.domain.safety.screen_rules import Screened
from skill.domain.symptoms.checkup import Baseline, SymptomNotes
from skill.domain.symptoms.report import NOTHING_NEW, Change, Report
from skill.domain.symptoms.verdicts import Reason, Verdict
from skill.domain.symptoms.zones import Zone
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device, SlotValue
from skill.simulator.rehearsal import Rehearsal, TranscriptError
from skill.storage import open_store
from tests.conftest import MONDAY_MORNING
from tests.domain.diary import Diary
from tests.shipped import shipped_catalog

SECRET = "not a secret at all, for tests only"


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    if file_path.suffix == ".dialogue":
        return DialogueFile.from_parent(parent, path=file_path)
    return None


class DialogueFile(pytest.File):
    """One transcript."""

    def collect(self) -> Iterator[pytest.Item]:
        yield Dialogue.from_parent(self, name=self.path.stem)


class Dialogue(pytest.Item):
    """The conversation of one transcript, from its first line to its last."""

    def runtest(self) -> None:
        with TemporaryDirectory() as folder:
            stage(Path(folder), mode_of(self.path)).run(self.path)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        if isinstance(excinfo.value, TranscriptError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo, style))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, f"dialogue: {self.name}"


def stage(prescriptions: Path | None = None, mode: str = "") -> Rehearsal:
    """Return a rehearsal with a new patient and a store of its own; clinicians' programs go to *prescriptions*.

    A transcript whose name begins with `session-mode` or `policy-safe` is held in that mode.
    """
    return set_stage(prescriptions=prescriptions, mode=mode)[0]


def set_stage(prescriptions: Path | None = None, mode: str = "") -> tuple[Rehearsal, Callable[[], Document]]:
    """Return a rehearsal with a new patient, and what tells all that is saved of the patient."""
    clock = MovableClock(MONDAY_MORNING)
    settings = Settings.read(
        {
            "SPINE_COACH_SECRET": SECRET,
            "SPINE_COACH_PUBLIC_URL": "https://coach.example.org",
            "SPINE_COACH_PRESCRIPTIONS": str(prescriptions or ""),
            "SPINE_COACH_SYMPTOMS": mode,
        },
        local=True,
    )
    application = build(settings, catalog=shipped_catalog(), store=open_store("memory:"), clock=clock)
    servers = [Endpoint(application.skill)]
    device = Device(lambda envelope: json.loads(servers[-1].answer(json.dumps(envelope).encode())), clock)
    key = PatientKeys(SECRET.encode()).of(device.user_id)

    def restart() -> None:
        again = build(settings, catalog=shipped_catalog(), store=application.store, clock=clock)
        servers.append(Endpoint(again.skill))

    rehearsal = Rehearsal(
        device=device,
        understand=understand,
        state=lambda: describe(known(application, key)),
        given=lambda text: prepare(application, key, text),
        restart=restart,
    )
    return rehearsal, lambda: known(application, key)


def mode_of(path: Path) -> str:
    """Return the setting `SPINE_COACH_SYMPTOMS` that a transcript is for."""
    modes = {"session-mode": "session", "policy-safe": "policy-safe"}
    return next((mode for name, mode in modes.items() if path.stem.startswith(name)), "")


def understand(utterance: str) -> tuple[str, dict[str, SlotValue]] | None:
    """Return the intent of the one sample that *utterance* is, with its slots."""
    found = match(utterance)
    if found is None:
        return None
    slots = {name: SlotValue(heard=slot.heard, id=slot.id, kind=slot.kind) for name, slot in found.slots.items()}
    return found.intent, slots


def known(application: Application, key: PatientKey) -> Document:
    """Return what the store knows of the patient."""
    text = application.store.load(key, "looking", application.clock()).document
    return codec.load(text) if text else Document()


def describe(document: Document) -> str:
    """Return the dialogue's state and place in the words of a `state` line."""
    session = document.session
    words = [session.state.value]
    if session.under_way and session.current:
        words.append(session.current.exercise_id)
        if session.counted:
            words.append(f"set {session.place.set_number}, rep {session.place.rep_number}")
    return ", ".join(words)


def prepare(application: Application, key: PatientKey, text: str) -> None:
    """Save a patient as a `given` line describes: `region low-back, floor yes, phase strengthening, visits 3`.

    A clause that begins with a number of days tells what happened then: see `_past`.
    The patient was screened today, unless a clause says `screened no`, or another day: `screened 2026-11-20`; and
    agreed to answers being kept, unless a clause says `consent no` or `consent unasked`. The symptoms before the first
    exercise were just told, 3 at the spine: else a clause says `baseline no`, or `baseline low-back below-knee 4`.
    How a session ended: `judged 2026-11-22 prone-press-up stop-session moved-out`.
    """
    document = known(application, key)
    now = application.clock()
    today = now.astimezone(time_zone_of("en-US")).date()
    patient = replace(document.patient, screened=_screened(today), consent=Consent.GIVEN)
    diary = Diary(today=today)
    baselines = {region: _baseline(now, today, Zone.SPINE, 3) for region in (Region.LOW_BACK, Region.NECK)}
    facts: list[Fact] = []
    for clause in re.split(r",\s*", text):
        match clause.split():
            case ["baseline", "no"]:
                baselines = {}
            case ["baseline", region, zone_id, strength]:
                zone = shipped_catalog().rules.zones[Region(region)].with_id(zone_id)
                baselines[Region(region)] = _baseline(now, today, zone, int(strength))
            case ["prescription", name]:
                _prescribe(application, key, name)
            case ["judged", *values]:
                facts.append(_judged(*values))
            case [days, *words] if days.isdigit():
                _past(diary, patient, int(days), *words[3:])
            case words:
                patient = _with(patient, *words)
    session = replace(document.session, symptoms=SymptomNotes(baselines=baselines))
    loaded = application.store.load(key, "preparing", application.clock())
    application.store.save(
        key,
        version=loaded.version,
        next_version=loaded.version + 1,
        document=codec.dump(replace(document, patient=patient, session=session)),
        facts=tuple(_stored(fact, now) for fact in (*diary.facts, *facts)),
        request_id=f"given {text}",
        reply="{}",
        now=now,
    )


def _baseline(now: datetime, today: date, zone: Zone, strength: int) -> Baseline:
    return Baseline(report=Report(zone=zone, strength=strength, new=NOTHING_NEW), on=today, at=now)


def _judged(day: str, exercise: str, verdict: str, *more: str) -> ExerciseJudged:
    return ExerciseJudged(
        exercise_id=ExerciseId(exercise),
        verdict=Verdict(verdict),
        care=None,
        reason=Reason.MOVED_OUT if "moved-out" in more else Reason.UNCHANGED,
        moved_out="moved-out" in more,
        sets=3,
        on=date.fromisoformat(day),
    )


def _prescribe(application: Application, key: PatientKey, name: str) -> None:
    """Put the program `prescriptions/<name>.yaml`, beside the transcripts, where the patient's is looked for."""
    folder = application.settings.prescriptions_dir
    assert folder is not None
    copyfile(Path(__file__).parent / "prescriptions" / f"{name}.yaml", folder / f"{code_of(key)}.yaml")


def _stored(fact: Fact, now: datetime) -> StoredFact:
    """Return a fact as kept on its own day."""
    on: date = fact.on  # type: ignore[attr-defined]  # every fact of a diary has its day
    days_ago = (now.astimezone(time_zone_of("en-US")).date() - on).days
    return codec.encode_fact(fact, now - timedelta(days=days_ago, minutes=1))


def _past(diary: Diary, patient: Patient, days_ago: int, what: str, *values: str) -> None:
    """Write what happened into the diary, `2 days ago it ...` or `0 days ago they ...`.

    ``felt 3 4`` zone and strength before exercise, ``did bridge standard``, ``walked 10``, ``moved-out bridge``,
    ``worse-next-day``, ``began strengthening``, ``went-back recovery``, ``raised bridge beginner 1``
    """
    region = patient.region or Region.LOW_BACK
    match what, values:
        case "felt", (zone, strength):
            diary.felt(days_ago, int(zone), int(strength), region=region)
        case "did", (exercise, level):
            diary.did(days_ago, ExerciseId(exercise), Level(level))
        case "walked", (minutes,):
            diary.walked(days_ago, int(minutes))
        case "moved-out", (exercise,):
            diary.moved_out(days_ago, ExerciseId(exercise))
        case "worse-next-day", ():
            diary.next_day(days_ago, Change.WORSE)
        case "began", (phase,):
            diary.phase(days_ago, Phase(phase))
        case "went-back", (phase,):
            diary.phase(days_ago, Phase(phase), set_back=True)
        case "raised", (exercise, level, step):
            diary.raised(days_ago, ExerciseId(exercise), Level(level), int(step))
        case _:
            raise ValueError(f"given: {days_ago} days ago ... {what} {' '.join(values)}")


def _screened(on: date) -> Screened:
    return Screened(on=on, region=Region.BOTH, daily_on=on)


def _with(patient: Patient, name: str, *values: str) -> Patient:
    match name, values:
        case "region", (region,):
            return replace(patient, region=Region(region), visits=max(1, patient.visits))
        case "screened", ("no",):
            return replace(patient, screened=Screened())
        case "screened", (day,):
            return replace(patient, screened=_screened(date.fromisoformat(day)))
        case "floor", (answer,):
            return replace(patient, floor=answer == "yes")
        case "phase", (phase,):
            return replace(patient, phase=Phase(phase))
        case "consent", (answer,):
            return replace(patient, consent={"yes": Consent.GIVEN, "no": Consent.REFUSED, "unasked": None}[answer])
        case "visits", (number,):
            return replace(patient, visits=int(number))
        case "side", (side,):
            return replace(patient, painful_side=Side(side))
        case "limit", (limit,):
            return replace(patient, limits=(*patient.limits, Limit(limit)))
        case "level", (exercise, level):
            return replace(patient, levels={**patient.levels, ExerciseId(exercise): Level(level)})
        case "heard", (exercise, times):
            return replace(patient, heard={**patient.heard, ExerciseId(exercise): int(times)})
    raise ValueError(f"given: {name} {' '.join(values)}")
