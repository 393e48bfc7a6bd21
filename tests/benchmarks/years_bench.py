"""What years of a patient's history cost: the same turns at 100 and at 10,000 facts, on SQLite, in one run."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from skill.alexa.endpoint import Endpoint
from skill.app import codec
from skill.app.codec import Document
from skill.app.keys import PatientKeys
from skill.app.ports import StoredFact
from skill.bootstrap import build
from skill.config import Settings
from skill.domain.history.facts import Fact, SetDone
from skill.domain.history.privacy import Consent
from skill.domain.movement.exercise import ExerciseId, Phase, Region
from skill.domain.patient.patient import Patient
from skill.domain.safety.screen_rules import Screened
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device, SlotValue
from skill.storage import open_store
from tests.benchmarks.tables import Measure
from tests.conftest import MONDAY_MORNING
from tests.domain.diary import Diary
from tests.shipped import shipped_catalog

SECRET = "not a secret at all, for measuring only"
FEW, MANY = 100, 10_000
ROUNDS = 5
AIM = 1.3
EXERCISES = tuple(map(ExerciseId, ("prone-press-up", "bridge", "bird-dog", "side-plank", "dead-bug")))
PLACE = {
    "place": SlotValue(heard="spine", id="spine", kind="GIVEN"),
    "number": SlotValue(heard="2", kind="AMAZON.NUMBER"),
}
SAME = {"change": SlotValue(heard="same", id="same", kind="GIVEN")}
NONE = {"new_symptom": SlotValue(heard="nothing", id="nothing", kind="GIVEN")}
TURNS: tuple[tuple[str, dict[str, SlotValue]], ...] = (
    ("AMAZON.NoIntent", {}),
    ("ReportChangeIntent", SAME),
    ("ReportChangeIntent", SAME),
    ("ReportPlaceIntent", PLACE),
    ("AMAZON.NoIntent", {}),
    ("ReadyIntent", {}),
    ("HowManyLeftIntent", {}),
    ("DoneIntent", {}),
    ("ReportChangeIntent", SAME),
    ("ReadyIntent", {}),
    ("DoneIntent", {}),
    ("ReportChangeIntent", SAME),
    ("PhaseIntent", {}),
    ("ProgressIntent", {}),
    ("WeekSoFarIntent", {}),
    ("LastTimeIntent", {}),
    ("AMAZON.StopIntent", {}),
)
"""A morning's sitting, and what asks for the history."""


def measure() -> Iterator[Measure]:
    """Yield what the dearest and the usual turn cost at many facts, as multiples of the same turn at few."""
    costs = {count: _turn_ms(count) for count in (FEW, MANY)}
    ratios = {name: costs[MANY][name] / costs[FEW][name] for name in costs[FEW]}
    dearest = max(ratios, key=lambda name: ratios[name])
    usual = median(costs[FEW].values())
    yield Measure(name=f"a turn at {FEW} facts, median", value=usual, unit="CPU ms")
    yield Measure(
        name=f"a turn at {MANY:,} / at {FEW}, median", value=median(ratios.values()), unit="ratio", aim=f"<= {AIM}"
    )
    yield Measure(name=f"the dearest turn, {dearest}", value=ratios[dearest], unit="ratio", aim=f"<= {AIM}")


def _turn_ms(facts: int) -> dict[str, float]:
    """Return the CPU time of each turn, the least of several sittings, each on a new day."""
    found: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        device, clock = _patient_with(facts, Path(folder))
        for _ in range(ROUNDS + 1):
            clock.advance(24 * 3600)
            for number, spent in enumerate(_sitting(device)):
                name = f"{number} {'LaunchRequest' if not number else TURNS[number - 1][0]}"
                found[name] = min(spent, found.get(name, spent))
    return found


def _sitting(device: Device) -> Iterator[float]:
    yield _spent(device.launch)
    for intent, slots in TURNS:
        yield _spent(lambda intent=intent, slots=slots: device.intent(intent, slots))
        device.wait(2)
    device.exit()


def _spent(turn: object) -> float:
    before = time.process_time()
    turn()  # type: ignore[operator]  # a turn is called
    return (time.process_time() - before) * 1000


def _patient_with(facts: int, folder: Path) -> tuple[Device, MovableClock]:
    clock = MovableClock(MONDAY_MORNING)
    settings = Settings.read({"SPINE_COACH_SECRET": SECRET}, local=True)
    store = open_store(f"sqlite:///{folder / 'coach.sqlite3'}")
    application = build(settings, catalog=shipped_catalog(), store=store, clock=clock)
    endpoint = Endpoint(application.skill)
    device = Device(lambda envelope: json.loads(endpoint.answer(json.dumps(envelope).encode())), clock)
    key = PatientKeys(SECRET.encode()).of(device.user_id)
    screened = Screened(on=clock().date(), region=Region.LOW_BACK, daily_on=clock().date())
    patient = Patient(
        screened=screened,
        region=Region.LOW_BACK,
        floor=True,
        phase=Phase.STRENGTHENING,
        visits=300,
        consent=Consent.GIVEN,
    )
    store.save(
        key,
        version=0,
        next_version=1,
        document=codec.dump(Document(patient=patient)),
        facts=tuple(_years(facts, clock)),
        request_id="prepared",
        reply="{}",
        now=clock(),
    )
    return device, clock


def _years(count: int, clock: MovableClock) -> Iterator[StoredFact]:
    """Yield so many facts, oldest first: each day five exercises with their sets and reports, and a walk."""
    facts: list[tuple[int, Fact]] = []
    days_ago = 1
    while len(facts) < count:
        diary = Diary(today=clock().date()).felt(days_ago, 1, 2)
        for exercise_id in EXERCISES:
            sets = [
                SetDone(exercise_id=exercise_id, movement_id=None, set_number=one, side=None, reps=8, planned_reps=8)
                for one in (1, 2)
            ]
            diary.facts += sets
            diary.did(days_ago, exercise_id).judged(days_ago, exercise_id=exercise_id).felt(
                days_ago, 1, 2, after=exercise_id
            )
        diary.walked(days_ago, 20)
        facts += [(days_ago, fact) for fact in reversed(diary.facts)]
        days_ago += 1
    for ago, fact in reversed(facts[:count]):
        yield codec.encode_fact(fact, clock() - timedelta(days=ago))
