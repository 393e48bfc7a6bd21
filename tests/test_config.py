"""Settings: what is allowed, and what a wrong one says."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from skill.app.delivery import Channel
from skill.config import Settings, VerifierChoice, is_loopback
from skill.domain.history.privacy import SymptomsMode
from skill.errors import ConfigError
from skill.secret import kept_secret
from skill.web.serve import bound_to

SKILL_ID = {"SPINE_COACH_SKILL_ID": "amzn1.ask.skill.test", "SPINE_COACH_SYMPTOMS": "session"}


def test_defaults() -> None:
    settings = Settings.read(SKILL_ID)

    assert settings.verifier is VerifierChoice.NATIVE
    assert settings.channel is Channel.APLA
    assert settings.symptoms is SymptomsMode.SESSION
    assert settings.latency.out_seconds == 1.2
    assert not settings.local


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        pytest.param({}, "SPINE_COACH_SKILL_ID", id="no skill id"),
        pytest.param({**SKILL_ID, "SPINE_COACH_SYMPTOMS": ""}, "SPINE_COACH_SYMPTOMS", id="no mode"),
        pytest.param({**SKILL_ID, "SPINE_COACH_VERIFIER": "none"}, "SPINE_COACH_VERIFIER", id="unknown verifier"),
        pytest.param({**SKILL_ID, "SPINE_COACH_CHANNEL": "mp3"}, "SPINE_COACH_CHANNEL", id="unknown channel"),
        pytest.param({**SKILL_ID, "SPINE_COACH_SYMPTOMS": "some"}, "SPINE_COACH_SYMPTOMS", id="unknown mode"),
        pytest.param({**SKILL_ID, "SPINE_COACH_SECRET": "short"}, "SPINE_COACH_SECRET", id="short secret"),
        pytest.param({**SKILL_ID, "SPINE_COACH_LATENCY_OUT_MS": "-1"}, "SPINE_COACH_LATENCY_OUT_MS", id="latency"),
        pytest.param({**SKILL_ID, "SPINE_COACH_PUBLIC_URL": "http://x"}, "SPINE_COACH_PUBLIC_URL", id="not https"),
        pytest.param({**SKILL_ID, "SPINE_COACH_PUBLIC_URL": "https://"}, "SPINE_COACH_PUBLIC_URL", id="no host"),
    ],
)
def test_a_wrong_setting_names_its_variable(environment: dict[str, str], named: str) -> None:
    with pytest.raises(ConfigError, match=named):
        Settings.read(environment)


def test_secrets_are_not_in_the_repr() -> None:
    environment = {**SKILL_ID, "SPINE_COACH_SECRET": "s" * 40, "SPINE_COACH_DATABASE_URL": "postgresql://me:pw@db/x"}

    assert "s" * 40 not in repr(Settings.read(environment))
    assert "pw" not in repr(Settings.read(environment))


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("x.org", False),
    ],
)
def test_loopback(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_the_secret_is_made_once_and_for_the_owner_only(tmp_path: Path) -> None:
    first = kept_secret(tmp_path / "data")

    assert first == kept_secret(tmp_path / "data")
    assert (tmp_path / "data" / "secret").stat().st_mode & 0o777 == 0o600
    assert len(first) == 64


def spine_coach(tmp_path: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SPINE_COACH_")}
    return subprocess.run(
        [sys.executable, "-m", "skill", *arguments],
        env={**kept, "XDG_DATA_HOME": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_serving_without_a_skill_id_says_what_to_do(tmp_path: Path) -> None:
    ended = spine_coach(tmp_path, "serve")

    assert ended.returncode == 1
    assert "SPINE_COACH_SKILL_ID is not set" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_serving_asks_what_happens_to_what_is_told_about_symptoms(tmp_path: Path) -> None:
    ended = spine_coach(tmp_path, "serve", SPINE_COACH_SKILL_ID="amzn1.ask.skill.test")

    assert ended.returncode == 1
    assert "SPINE_COACH_SYMPTOMS is not set" in ended.stderr
    for mode in SymptomsMode:
        assert f"  {mode}: " in ended.stderr


def test_on_this_machine_only_no_mode_need_be_chosen() -> None:
    assert Settings.read({}, local=True).symptoms is SymptomsMode.DURABLE


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1"])
def test_local_is_refused_on_an_address_others_can_reach(tmp_path: Path, host: str) -> None:
    ended = spine_coach(tmp_path, "serve", "--local", "--host", host)

    assert ended.returncode == 1
    assert "--local" in ended.stderr


@pytest.mark.parametrize("host", ["::1", "[::1]"])
def test_an_address_of_ipv6_stands_in_brackets_once(host: str) -> None:
    assert bound_to(host, 8080) == "[::1]:8080"


def test_a_port_in_use_is_said_so(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = spine_coach(tmp_path, "serve", "--local", "--port", str(port))

    assert ended.returncode == 1
    assert f"port {port}" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_data_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    ended = spine_coach(blocked, "serve", "--local")

    assert ended.returncode == 1
    assert str(blocked) in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("command", [("audio", "build"), ("model", "build", "--check")])
def test_a_locale_that_is_not_there_is_refused_with_the_nearest(tmp_path: Path, command: tuple[str, ...]) -> None:
    ended = spine_coach(tmp_path, *command, "--locale", "en-UK")

    assert ended.returncode == 2
    assert "did you mean `en-" in ended.stderr
    assert "en-GB" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_malformed_database_url_is_said_so_without_its_password(tmp_path: Path) -> None:
    ended = spine_coach(tmp_path, "serve", "--local", "--database", "oracle://me:hunter2@db/x")

    assert ended.returncode == 1
    assert "SPINE_COACH_DATABASE_URL" in ended.stderr
    assert "hunter2" not in ended.stderr
