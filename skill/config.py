"""Settings: read once from the environment, checked, and never read again."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import platformdirs

from skill.app.delivery import Channel
from skill.dialogue.latency import Latency
from skill.domain.history.privacy import SymptomsMode
from skill.errors import ConfigError

PREFIX = "SPINE_COACH_"
LEAST_SECRET_CHARACTERS = 32
LONGEST_LATENCY_MS = 10_000
SIMULATOR_SKILL_ID = "amzn1.ask.skill.simulator"
"""What the pretend Echoes of this machine say they are enabled for."""

SYMPTOMS_MODES = {
    SymptomsMode.POLICY_SAFE: "nothing is asked about symptoms but whether to go on, and nothing is kept; "
    "what Amazon's policy on health data allows without question",
    SymptomsMode.SESSION: "symptoms are asked for and lead the routine; no answer is kept after the conversation",
    SymptomsMode.DURABLE: "symptoms are asked for, and kept once the patient says yes; settle it with Amazon first",
}
"""What each mode means, in a line."""

_Choice = TypeVar("_Choice", bound=StrEnum)


class VerifierChoice(StrEnum):
    """Who checks that a request is Amazon's."""

    NATIVE = "native"
    SDK = "sdk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set, checked."""

    skill_id: str | None
    """The application id every request must carry; None only with `local`."""
    database_url: str | None = field(repr=False)
    """None for SQLite in the user's data folder."""
    secret: bytes | None = field(repr=False)
    """What patients' keys are made with; None for one that is made and kept in the user's data folder."""
    public_url: str | None
    """Where the server is reached from outside, https, without a slash at its end."""
    guides_dir: Path
    prescriptions_dir: Path | None
    """The folder of clinicians' programs; None when there are none."""
    verifier: VerifierChoice
    channel: Channel
    symptoms: SymptomsMode
    """What is asked about symptoms, and what is kept of it."""
    latency: Latency
    publisher: str | None = None
    """Who runs the server, as `/privacy` and the store name them."""
    contact: str | None = None
    """Where people write to about their data: an e-mail address or a page."""
    local: bool = False
    """Accept unsigned requests and serve the simulator; only on a loopback address."""

    @classmethod
    def read(cls, environment: Mapping[str, str], *, local: bool = False) -> Settings:
        """Return the settings in *environment*. Raise `ConfigError` naming the variable that is wrong."""
        reader = _Reader(environment)
        skill_id = reader.text("SKILL_ID")
        if skill_id is None and not local:
            raise ConfigError(
                f"{PREFIX}SKILL_ID is not set. Give it the skill's id from the Alexa console (amzn1.ask.skill...), "
                "or start with --local to try the coach on this machine only."
            )
        return cls(
            skill_id=skill_id,
            database_url=reader.text("DATABASE_URL"),
            secret=reader.secret("SECRET"),
            public_url=reader.https_url("PUBLIC_URL"),
            guides_dir=Path(reader.text("GUIDES_DIR") or default_guides_dir()),
            prescriptions_dir=reader.folder("PRESCRIPTIONS"),
            verifier=reader.choice("VERIFIER", VerifierChoice, VerifierChoice.NATIVE),
            channel=reader.choice("CHANNEL", Channel, Channel.APLA),
            symptoms=reader.symptoms_mode(local=local),
            latency=Latency(
                out_seconds=reader.milliseconds("LATENCY_OUT_MS", 1200) / 1000,
                in_seconds=reader.milliseconds("LATENCY_IN_MS", 2500) / 1000,
                bias_seconds=reader.milliseconds("LATENCY_BIAS_MS", 1500) / 1000,
            ),
            publisher=reader.text("PUBLISHER"),
            contact=reader.text("CONTACT"),
            local=local,
        )


def deployed_url(url: str) -> str:
    """Return *url*, an address from outside, in the form every link begins with. Raise `ConfigError` for another."""
    return _Reader({f"{PREFIX}PUBLIC_URL": url}).https_url("PUBLIC_URL") or ""


def deployed_mode(environment: Mapping[str, str]) -> SymptomsMode:
    """Return what a package for the store says of symptoms: the safest unless it was chosen."""
    return _Reader(environment).choice("SYMPTOMS", SymptomsMode, SymptomsMode.POLICY_SAFE)


def default_guides_dir() -> Path:
    """Return the folder for MP3 guides in the user's data folder."""
    return platformdirs.user_data_path("spine-coach") / "guides"


def is_loopback(host: str) -> bool:
    """Return whether *host* is this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class _Reader:
    environment: Mapping[str, str]

    def text(self, name: str) -> str | None:
        """Return a setting; an empty one counts as not set."""
        return self.environment.get(PREFIX + name, "").strip() or None

    def folder(self, name: str) -> Path | None:
        value = self.text(name)
        if value is not None and not Path(value).is_dir():
            raise ConfigError(f"{PREFIX}{name} is {value!r}; it must be a folder that is there.")
        return Path(value) if value else None

    def choice(self, name: str, kind: type[_Choice], default: _Choice) -> _Choice:
        value = self.text(name)
        if value is None:
            return default
        if value not in set(kind):
            raise ConfigError(f"{PREFIX}{name} is {value!r}; it must be one of {', '.join(kind)}.")
        return kind(value)

    def symptoms_mode(self, *, local: bool) -> SymptomsMode:
        """Return the mode that was chosen. Raise `ConfigError` when none was, except on this machine only."""
        if self.text("SYMPTOMS") is None and not local:
            modes = "\n".join(f"  {mode}: {meaning}" for mode, meaning in SYMPTOMS_MODES.items())
            raise ConfigError(
                f"{PREFIX}SYMPTOMS is not set. Choose what happens to what people say about their symptoms:\n{modes}\n"
                "The store's listing and /privacy say the same; give `spine-coach package` the same setting."
            )
        return self.choice("SYMPTOMS", SymptomsMode, SymptomsMode.DURABLE)

    def milliseconds(self, name: str, default: int) -> int:
        value = self.text(name)
        if value is None:
            return default
        if not value.isascii() or not value.isdigit() or int(value) > LONGEST_LATENCY_MS:
            raise ConfigError(
                f"{PREFIX}{name} is {value!r}; it must be whole milliseconds from 0 to {LONGEST_LATENCY_MS}."
            )
        return int(value)

    def secret(self, name: str) -> bytes | None:
        value = self.text(name)
        if value is None:
            return None
        if len(value) < LEAST_SECRET_CHARACTERS:
            raise ConfigError(
                f"{PREFIX}{name} has {len(value)} characters; it needs at least {LEAST_SECRET_CHARACTERS}. "
                "Make one with: openssl rand -hex 32"
            )
        return value.encode()

    def https_url(self, name: str) -> str | None:
        value = self.text(name)
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment or parts.username:
            raise ConfigError(f"{PREFIX}{name} must be an https address such as https://coach.example.org")
        return value.rstrip("/")
