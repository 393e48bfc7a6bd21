"""The composition root: settings in, a working coach out. Nothing is built at import time."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import platformdirs
from ask_sdk_core.skill import CustomSkill

from skill.alexa.skill import SkillParts, build_skill
from skill.alexa.slot_words import SlotWords
from skill.alexa.time_zones import AmazonSettings, DeviceTimeZones
from skill.alexa.verification import LocalVerifier, NativeVerifier, Verifier, system_roots
from skill.alexa.verification.roots import TrustRoots
from skill.app.coach import Coach
from skill.app.holds import Holds, NoHolds
from skill.app.keys import PatientKeys
from skill.app.ports import Store
from skill.app.sealing import Seal
from skill.app.upkeep import Upkeep
from skill.catalog import load_catalog
from skill.config import Settings, VerifierChoice
from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.prescription import Prescription
from skill.errors import ConfigError
from skill.secret import kept_secret
from skill.simulator.settings import simulated_settings
from skill.speech.messages import messages_for
from skill.storage import default_url, open_holds, open_store

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Application:
    """Everything a server, a terminal or a test needs of the coach."""

    settings: Settings
    catalog: Catalog
    store: Store
    coach: Coach
    keys: PatientKeys
    skill: CustomSkill
    verifier: Verifier
    clock: Clock
    upkeep: Upkeep
    """What is done off the turn; a server process wakes it when it starts."""


def system_clock() -> datetime:
    """Return the time now, aware, UTC."""
    return datetime.now(UTC)  # noqa: TID251 - this is the clock everything else is given


def build(
    settings: Settings,
    *,
    catalog: Catalog | None = None,
    store: Store | None = None,
    holds: Holds | None = None,
    upkeep: Upkeep | None = None,
    clock: Clock = system_clock,
    simulator_url: str | None = None,
) -> Application:
    """Return the application for *settings*, with the shipped content and the store of the settings unless given.

    The journal of holds is the one beside that store; a store that is given has none but *holds*.

    *simulator_url* is where this machine's own simulator reaches the guides.

    Raise `ContentError` or `ConfigError` when content or settings are wrong: a server must not start then.
    """
    catalog = catalog or load_catalog(cache=platformdirs.user_cache_path("spine-coach"))
    secret = settings.secret or kept_secret()
    url = settings.database_url or default_url()
    if store is None:
        store, holds = open_store(url, secret), holds or open_holds(url)
    upkeep = upkeep or Upkeep()
    coach = Coach(
        catalog,
        store,
        messages_for,
        settings.latency,
        settings.symptoms,
        _prescriptions(settings, catalog),
        Seal(secret),
        holds or NoHolds(),
        upkeep.wake,
    )
    upkeep.tasks += (lambda: coach.share(clock()), coach.holds.compact, store.tidy)
    keys = PatientKeys(secret)
    time_zones = _time_zones(settings, clock)
    skill = build_skill(
        SkillParts(coach, keys, clock, settings.channel, time_zones, settings.public_url, simulator_url, slot_words)
    )
    return Application(settings, catalog, store, coach, keys, skill, _verifier(settings), clock, upkeep)


@cache
def slot_words(locale: str) -> SlotWords:
    """Return the words of *locale*'s interaction model, or of the default one's when there is none."""
    from interaction_model.build import DEFAULT_LOCALE, model_path

    path = model_path(locale)
    if not path.is_file():
        return SlotWords() if locale == DEFAULT_LOCALE else slot_words(DEFAULT_LOCALE)
    return SlotWords.of(json.loads(path.read_text(encoding="utf-8")))


def _time_zones(settings: Settings, clock: Clock) -> DeviceTimeZones:
    ask = simulated_settings if settings.local else AmazonSettings(TrustRoots())
    return DeviceTimeZones(ask, clock)


def _prescriptions(settings: Settings, catalog: Catalog) -> Callable[[str], Prescription | None]:
    """Return what finds a clinician's program by code. Raise `ContentError` when one of them is wrong."""
    if settings.prescriptions_dir is None:
        return lambda _code: None
    from skill.catalog.prescriptions import PrescriptionFolder

    folder = PrescriptionFolder(settings.prescriptions_dir, catalog)
    folder.check()
    return folder.of


def _verifier(settings: Settings) -> Verifier:
    if settings.local:
        return LocalVerifier()
    if settings.skill_id is None:
        raise ConfigError("SPINE_COACH_SKILL_ID is not set, and requests are to be checked.")
    if settings.verifier is VerifierChoice.SDK:
        from skill.alexa.verification.sdk import SdkVerifier

        return SdkVerifier(settings.skill_id)
    system_roots()  # a trust store that cannot be read stops the start, not every request
    return NativeVerifier(settings.skill_id)
