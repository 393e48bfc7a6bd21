"""What the simulator's page asks of the server, and that nobody else gets it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from skill.bootstrap import build
from skill.config import Settings
from skill.domain.catalog.catalog import Catalog
from skill.simulator.clock import RequestClock
from skill.storage import open_store
from skill.web import create_app
from skill.web.voice import ClipMaker
from tests.conftest import MONDAY_MORNING

SECRET = {"SPINE_COACH_SECRET": "not a secret at all, for tests only"}
PATHS = ["/simulator", "/simulator/echo", "/simulator/clip", "/simulator/reset"]
OWN = "http://localhost"


@pytest.fixture
def client(catalog: Catalog) -> FlaskClient:
    """A browser at a local server whose clock can be moved."""
    return client_of(catalog, Settings.read(SECRET, local=True))


def client_of(catalog: Catalog, settings: Settings, simulator_url: str | None = None) -> FlaskClient:
    clock, store = RequestClock(lambda: MONDAY_MORNING), open_store("memory:")
    application = build(settings, catalog=catalog, store=store, clock=clock, simulator_url=simulator_url)
    return create_app(application).test_client()


def asked(client: FlaskClient, **action: Any) -> dict[str, Any]:
    """Return what the Echo in a room does after *action*."""
    answer = client.post("/simulator/echo", json={"room": "one", "patient": "me", **action})
    assert answer.status_code == 200
    return dict(answer.json or {})


def begin(client: FlaskClient) -> dict[str, Any]:
    """Come to the first exercise, as somebody new who is well and in no pain."""
    answer = asked(client, answer_first_questions=True)
    for utterance in ("nowhere", "yes"):
        answer = asked(client, say=utterance, passed=answer["again_in"] - 7)
    return answer


def words(answer: dict[str, Any]) -> str:
    return " ".join(one["text"] for one in answer["timeline"] if one["kind"] == "speech")


def test_the_page_is_there(client: FlaskClient) -> None:
    page = client.get("/simulator")

    assert page.status_code == 200
    assert "open spine coach" in page.text


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_without_local_there_is_no_simulator(path: str, method: str, catalog: Catalog) -> None:
    settings = Settings.read(
        {**SECRET, "SPINE_COACH_SKILL_ID": "amzn1.ask.skill.test", "SPINE_COACH_SYMPTOMS": "durable"}
    )

    assert client_of(catalog, settings).open(path, method=method, json={}).status_code == 404


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "surroundings",
    [
        pytest.param({"REMOTE_ADDR": "192.168.1.7"}, id="another machine"),
        pytest.param({"HTTP_HOST": "evil.example:8080"}, id="another name"),
    ],
)
def test_it_is_for_this_machine_only(path: str, surroundings: dict[str, str], client: FlaskClient) -> None:
    method = "GET" if path == "/simulator" else "POST"

    assert client.open(path, method=method, json={}, environ_overrides=surroundings).status_code == 404


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost:8080", "[::1]:8080", "[::1]"])
def test_this_machine_has_several_names(host: str, client: FlaskClient) -> None:
    assert client.get("/simulator", environ_overrides={"HTTP_HOST": host}).status_code == 200


def test_an_utterance_is_understood_and_answered(client: FlaskClient) -> None:
    answer = asked(client, say="open spine coach")

    assert words(answer).startswith("Welcome to Spine Coach.")
    assert [one["kind"] for one in answer["timeline"]][-2:] == ["microphone", "player"]
    assert answer["timeline"][-2]["open"]
    assert answer["record"]["state"] == "setting-region"
    assert answer["record"]["suggestions"]


def test_the_beats_of_a_count_are_those_of_the_script(client: FlaskClient) -> None:
    answer = begin(client)
    beats = [
        one for one in asked(client, say="ready", passed=answer["again_in"] - 7)["timeline"] if one["kind"] == "beat"
    ]

    assert len(beats) > 10
    assert [one["lasts"] for one in beats] == [round(one["lasts"]) for one in beats]
    for beat, following in pairwise(beats):
        assert following["at"] - beat["at"] == pytest.approx(beat["lasts"], abs=0.002)
        assert beat["since"] + beat["lasts"] <= beat["of"]


def test_silence_brings_the_reprompt_and_then_the_end(client: FlaskClient) -> None:
    first = asked(client, say="open spine coach")
    reprompt = asked(client, passed=first["again_in"])
    end = asked(client, passed=reprompt["again_in"])

    assert "You can say" in words(reprompt)
    assert [one["text"] for one in end["timeline"] if one["kind"] == "note"] == ["The session is over."]
    assert end["again_in"] is None
    assert [one["request"]["type"] for one in end["requests"]] == ["SessionEndedRequest"]


def test_who_interrupts_is_heard_later_than_they_speak(client: FlaskClient) -> None:
    asked(client, say="open spine coach")
    answer = asked(client, say="my neck", passed=4)

    assert answer["lines"][:2] == ["wait     6", "patient  my neck"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"say": 7}, id="no text"),
        pytest.param({"say": "x" * 501}, id="too long"),
        pytest.param({"say": "yes", "passed": -1}, id="time that goes back"),
        pytest.param({"say": "yes", "passed": 1e12}, id="endless time"),
        pytest.param({"say": "yes", "passed": True}, id="no time"),
        pytest.param({"leave": "because"}, id="no reason"),
        pytest.param({"until": "tomorrow"}, id="no date"),
        pytest.param({"room": ""}, id="no room"),
    ],
)
def test_what_makes_no_sense_is_refused(body: dict[str, object], client: FlaskClient) -> None:
    assert client.post("/simulator/echo", json={"room": "one", "patient": "me", **body}).status_code == 400
    assert client.post("/simulator/echo", json=[]).status_code == 400


@pytest.mark.parametrize("path", ["/alexa", *PATHS[1:]])
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Origin": "https://evil.example", "Content-Type": "application/json"}, 403, id="another site"),
        pytest.param({"Origin": "null", "Content-Type": "application/json"}, 403, id="a sandboxed frame"),
        pytest.param({"Origin": "http://localhost:9999", "Content-Type": "application/json"}, 403, id="another port"),
        pytest.param({"Sec-Fetch-Site": "cross-site", "Content-Type": "application/json"}, 403, id="fetched elsewhere"),
        pytest.param({"Origin": OWN, "Content-Type": "text/plain"}, 415, id="a form's text"),
        pytest.param({"Content-Type": ""}, 415, id="no type"),
        pytest.param({"Host": "evil.example", "Content-Type": "application/json"}, 404, id="another name"),
    ],
)
def test_no_other_site_takes_a_turn(path: str, headers: dict[str, str], status: int, client: FlaskClient) -> None:
    asked(client, say="open spine coach")
    body = json.dumps({"request": {"type": "AlexaSkillEvent.SkillDisabled"}, "room": "one", "patient": "me"})

    assert client.post(path, data=body, headers=headers).status_code == status
    assert asked(client)["record"]["known"]


def test_its_own_page_takes_turns(client: FlaskClient) -> None:
    (request,) = asked(client, say="open spine coach")["requests"]

    assert client.post("/alexa", json=request, headers={"Origin": OWN}).status_code == 200


@pytest.fixture
def listener(catalog: Catalog, guides_folder: Path) -> FlaskClient:
    """A browser at a server that has guides."""
    settings = {**SECRET, "SPINE_COACH_GUIDES_DIR": str(guides_folder)}
    return client_of(catalog, Settings.read(settings, local=True), simulator_url="http://localhost")


def test_a_guide_begins_after_the_words_and_goes_on_where_it_was(listener: FlaskClient) -> None:
    client = listener
    answer = begin(client)
    begun = asked(client, say="play the prone press up", passed=answer["again_in"] - 7)
    words_end = begun["again_in"]
    paused = asked(client, say="pause", passed=words_end + 60)
    again = asked(client, say="resume", passed=5)

    assert begun["timeline"][-1]["title"] == "Prone Press-Up, beginner level"
    assert begun["timeline"][-1]["at"] == pytest.approx(words_end, abs=0.01)
    reports = [one["request"] for one in paused["requests"]]
    assert [one["type"] for one in reports if "AudioPlayer" in one["type"]] == [
        "AudioPlayer.PlaybackStarted",
        "AudioPlayer.PlaybackStopped",
    ]
    assert reports[-1]["offsetInMilliseconds"] == pytest.approx(60_000, abs=50)
    assert paused["timeline"][-1]["url"] == ""
    assert again["timeline"][-1]["offset"] == pytest.approx(60, abs=2)


def test_a_guide_that_cannot_be_played_is_read_instead(listener: FlaskClient) -> None:
    client = listener
    answer = begin(client)
    begun = asked(client, say="play the prone press up", passed=answer["again_in"] - 7)
    asked(client, cannot_play=True, passed=begun["again_in"])

    assert "couldn't be played" in words(asked(client, say="open spine coach"))


def test_a_patient_can_be_forgotten(client: FlaskClient) -> None:
    known = asked(client, say="open spine coach")["record"]
    client.post("/simulator/reset", json={"patient": "me"})
    forgotten = asked(client)["record"]

    assert known["known"]
    assert (forgotten["known"], forgotten["facts"]) == (False, [])


def test_the_days_of_a_patient_follow_the_moved_clock(client: FlaskClient) -> None:
    asked(client, until="2026-11-25T08:00", time_zone="America/New_York")
    asked(client, say="open spine coach", time_zone="America/New_York")
    asked(client, say="I have numbness between my legs", time_zone="America/New_York")
    facts = asked(client)["record"]["facts"]

    assert facts
    assert all(fact["at"].startswith("2026-11-25T13:00") for fact in facts)


def test_tomorrow_is_eight_in_the_morning_where_the_patient_lives(client: FlaskClient) -> None:
    assert asked(client, until=None, time_zone="Pacific/Auckland")["now"] == "2026-11-24T19:00:00+00:00"


def test_the_first_questions_are_answered_for_a_newcomer(client: FlaskClient) -> None:
    answer = asked(client, answer_first_questions=True)

    assert answer["record"]["state"] == "reporting"
    assert {one["at"] for one in answer["timeline"]} == {0.0}


def test_the_clock_moves_for_one_request_only() -> None:
    clock = RequestClock(lambda: MONDAY_MORNING)
    other = datetime(2027, 1, 1, tzinfo=UTC)

    with clock.at(other):
        assert clock() == other

    assert clock() == MONDAY_MORNING


def test_a_voice_that_cannot_start_is_silence() -> None:
    clips = ClipMaker((sys.executable, "-c", "raise SystemExit(1)"))

    assert clips.clip("Hello.", "en-US") is None
    assert clips.clip("Hello again.", "en-US") is None
    clips.close()


def test_the_voice_speaks_and_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    clips = ClipMaker()

    sound = clips.clip("Press.", "en-US")
    clips.close()

    assert sound is not None
    assert sound[:4] == b"RIFF"
    assert not (tmp_path / "spine-coach").exists()


@pytest.mark.parametrize("text", ["", "  ", "x" * 1001])
def test_nothing_and_too_much_are_not_spoken(text: str) -> None:
    assert ClipMaker(("false",)).clip(text, "en-US") is None


def test_the_server_loads_no_audio_library() -> None:
    program = (
        "import sys\n"
        "from skill.bootstrap import build\n"
        "from skill.config import Settings\n"
        "from skill.storage import open_store\n"
        "from skill.web import create_app\n"
        f"settings = Settings.read({SECRET!r}, local=True)\n"
        "client = create_app(build(settings, store=open_store('memory:'))).test_client()\n"
        "assert client.post('/simulator/echo', json={'room': 'r', 'patient': 'me', 'say': 'stop'}).status_code == 200\n"
        "loaded = {'numpy', 'scipy', 'hibari', 'soundfile', 'lameenc'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
