"""What the simulator's page asks of the server, and that nobody else gets it."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from skill.bootstrap import build
from skill.config import Settings
from skill.domain.catalog.catalog import Catalog
from skill.simulator.clock import RequestClock
from skill.storage import open_store
from skill.web import create_app
from skill.web.moved_time import HEADER, MovedTime
from skill.web.voice import ClipMaker
from tests.conftest import MONDAY_MORNING

SECRET = {"SPINE_COACH_SECRET": "not a secret at all, for tests only"}
PATHS = ["/simulator", "/simulator/understand", "/simulator/clip", "/simulator/record", "/simulator/reset"]
ME = "amzn1.ask.account.SIMULATOR.me"


@pytest.fixture
def client(catalog: Catalog) -> FlaskClient:
    """A browser at a local server whose clock can be moved."""
    return client_of(catalog, Settings.read(SECRET, local=True))


def client_of(catalog: Catalog, settings: Settings) -> FlaskClient:
    clock = RequestClock(lambda: MONDAY_MORNING)
    return create_app(build(settings, catalog=catalog, store=open_store("memory:"), clock=clock)).test_client()


def launch(request_id: str) -> dict[str, object]:
    return {
        "version": "1.0",
        "session": {"new": True, "sessionId": request_id, "attributes": {}, "user": {"userId": ME}},
        "context": {"System": {"user": {"userId": ME}, "application": {"applicationId": "a"}}},
        "request": {"type": "LaunchRequest", "requestId": request_id, "timestamp": "2026-11-23T14:00:00Z",
                    "locale": "en-US"},
    }  # fmt: skip


def intent(request_id: str, name: str) -> dict[str, object]:
    envelope = launch(request_id)
    return {**envelope, "request": {**envelope["request"], "type": "IntentRequest", "intent": {"name": name}}}  # type: ignore[dict-item]


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


def test_an_utterance_is_understood(client: FlaskClient) -> None:
    found = client.post("/simulator/understand", json={"text": "um do the chin tux please"}).json

    assert found["intent"]["name"] == "DoExerciseIntent"
    (authority,) = found["intent"]["slots"]["exercise"]["resolutions"]["resolutionsPerAuthority"]
    assert authority["values"][0]["value"]["id"] == "cervical-retraction"
    assert (found["kind"], found["opens"], found["how"]) == ("intent", False, "without carrier words")


@pytest.mark.parametrize("body", [{}, {"text": 7}, {"text": "x" * 501}, []])
def test_what_is_no_utterance_is_refused(body: object, client: FlaskClient) -> None:
    assert client.post("/simulator/understand", json=body).status_code == 400


def test_only_json_is_taken_so_that_no_other_site_can_send_it(client: FlaskClient) -> None:
    assert client.post("/simulator/reset", data='{"user_id": "me"}', content_type="text/plain").status_code == 415


def test_the_record_shows_what_is_known_and_can_be_forgotten(client: FlaskClient) -> None:
    client.post("/alexa", json=launch("one"))

    known = client.post("/simulator/record", json={"user_id": ME}).json
    client.post("/simulator/reset", json={"user_id": ME})
    forgotten = client.post("/simulator/record", json={"user_id": ME}).json

    assert (known["known"], known["state"]) == (True, "setting-region")
    assert known["suggestions"]
    assert (forgotten["known"], forgotten["facts"]) == (False, [])


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-11-24T13:00:00.250Z", datetime(2026, 11, 24, 13, 0, 0, 250_000, tzinfo=UTC)),
        pytest.param("tomorrow", MONDAY_MORNING, id="no time"),
        pytest.param("2026-11-24T08:00", MONDAY_MORNING, id="no zone"),
        pytest.param("", MONDAY_MORNING, id="nothing"),
    ],
)
def test_a_request_may_say_what_time_it_is(text: str, time: datetime) -> None:
    clock = RequestClock(lambda: MONDAY_MORNING)
    seen = []

    def app(_environ: object, _start: object) -> list[bytes]:
        seen.append(clock())
        return []

    MovedTime(app, clock)({"HTTP_SIMULATOR_TIME": text}, lambda *_: None)

    assert seen == [time]
    assert clock() == MONDAY_MORNING


def test_the_days_of_a_patient_follow_the_moved_clock(client: FlaskClient) -> None:
    client.post("/alexa", json=launch("one"), headers={HEADER: "2026-11-24T13:00:00Z"})
    client.post("/alexa", json=intent("two", "RedFlagIntent"), headers={HEADER: "2026-11-24T13:00:30Z"})

    facts = client.post("/simulator/record", json={"user_id": ME}).json["facts"]

    assert facts
    assert all(fact["at"].startswith("2026-11-24T13:00:30") for fact in facts)


def test_the_clock_moves_for_one_request_only() -> None:
    clock = RequestClock(lambda: MONDAY_MORNING)
    other = datetime(2027, 1, 1, tzinfo=UTC)

    with clock.at(other):
        assert clock() == other

    assert clock() == MONDAY_MORNING


def test_a_voice_that_cannot_start_is_silence(tmp_path: Path) -> None:
    clips = ClipMaker(tmp_path, (sys.executable, "-c", "raise SystemExit(1)"))

    assert clips.clip("Hello.", "en-US") is None
    assert clips.clip("Hello again.", "en-US") is None
    clips.close()


def test_the_voice_speaks(tmp_path: Path) -> None:
    clips = ClipMaker(tmp_path)

    sound = clips.clip("Press.", "en-US")
    clips.close()

    assert sound is not None
    assert sound[:4] == b"RIFF"


@pytest.mark.parametrize("text", ["", "  ", "x" * 1001])
def test_nothing_and_too_much_are_not_spoken(text: str, tmp_path: Path) -> None:
    assert ClipMaker(tmp_path, ("false",)).clip(text, "en-US") is None


def test_the_server_loads_no_audio_library() -> None:
    program = (
        "import sys\n"
        "from skill.bootstrap import build\n"
        "from skill.config import Settings\n"
        "from skill.storage import open_store\n"
        "from skill.web import create_app\n"
        f"settings = Settings.read({SECRET!r}, local=True)\n"
        "client = create_app(build(settings, store=open_store('memory:'))).test_client()\n"
        "assert client.post('/simulator/understand', json={'text': 'stop'}).status_code == 200\n"
        "loaded = {'numpy', 'scipy', 'hibari', 'soundfile', 'lameenc'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
