"""Audio guides on the device's player: every rule of Amazon's about it, and that no report or button is ever lost."""

from __future__ import annotations

import json
from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.endpoint import Endpoint
from skill.alexa.player_routes import PLAYER_INTENTS
from skill.app import codec
from skill.bootstrap import Application, build
from skill.config import SIMULATOR_SKILL_ID, Settings
from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.recordings import exercise_guide_id, recording_of, routine_guide_id
from skill.domain.movement.dose import Level
from skill.domain.patient.patient import Patient
from skill.domain.patient.player import Listening, Play, Track
from skill.domain.patient.state import State
from skill.domain.plan.todays_routine import TodaysRoutine, plan_routine
from skill.simulator.audio_player import Activity
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device
from skill.storage import open_store
from tests.alexa.players import MOST_TOKEN_CHARACTERS, player_complaints
from tests.alexa.responses import complaints
from tests.alexa.stations import WAYS, place, report_baseline, slot
from tests.conftest import MONDAY_MORNING
from tests.shipped import shipped_catalog

CATALOG = shipped_catalog()
SECRET = "not a secret at all, for tests only"
PUBLIC_URL = "https://coach.example.org"
PRESS_UP = slot("exercise", "prone-press-up")
Json = dict[str, Any]


@pytest.fixture
def public(catalog: Catalog, clock: MovableClock) -> Application:
    """The coach on a server with a public address."""
    settings = Settings.read({"SPINE_COACH_SECRET": SECRET, "SPINE_COACH_PUBLIC_URL": PUBLIC_URL}, local=True)
    return build(settings, catalog=catalog, store=open_store("memory:"), clock=clock)


class Room:
    """A device, and everything that went over the wire."""

    def __init__(self, application: Application, clock: MovableClock, **changes: Any) -> None:
        self._skill = Endpoint(application.skill)
        self.turns: list[tuple[Json, Json]] = []
        self.device = Device(self.send, clock, **changes)

    def send(self, envelope: Json) -> Json:
        answer: Json = json.loads(self._skill.answer(json.dumps(envelope).encode()))
        self.turns.append((envelope, answer))
        return answer

    def answers_to(self, kind: str) -> list[Json]:
        return [answer for request, answer in self.turns if request["request"]["type"].endswith(kind)]

    @property
    def complaints(self) -> list[str]:
        return [one for request, answer in self.turns for one in player_complaints(request, answer)]


@pytest.fixture
def room(public: Application, clock: MovableClock) -> Room:
    """A patient of the low back who can use the floor, just offered today's routine."""
    room = Room(public, clock)
    WAYS[State.OFFERING_ROUTINE](room.device)
    return room


def directives(answer: Json) -> list[Json]:
    return list(answer["response"].get("directives") or [])


def test_a_guide_starts_after_its_stop_rule_and_the_microphone_is_closed(room: Room) -> None:
    heard = room.device.intent("PlayGuideIntent", PRESS_UP)
    (play,) = directives(room.device.last_response)

    assert "Stop " in heard.text
    assert "say: Alexa, open Spine Coach" in heard.text
    assert not heard.listening
    assert play["playBehavior"] == "REPLACE_ALL"
    assert play["audioItem"]["stream"]["url"] == f"{PUBLIC_URL}/guides/prone-press-up-beginner.mp3"
    assert play["audioItem"]["metadata"] == {"title": "Prone Press-Up, beginner level", "subtitle": "Spine Coach"}
    assert complaints(room.device.last_response) == []
    assert room.complaints == []


@pytest.mark.parametrize(
    ("skill_id", "url"),
    [
        pytest.param(SIMULATOR_SKILL_ID, "http://127.0.0.1:8080/guides/prone-press-up-beginner.mp3", id="simulator"),
        pytest.param("amzn1.ask.skill.another", None, id="anybody else"),
    ],
)
def test_without_a_public_address_only_the_simulator_of_this_machine_plays(
    skill_id: str, url: str | None, settings: Settings, catalog: Catalog, clock: MovableClock
) -> None:
    simulator_url = "http://127.0.0.1:8080"
    application = build(
        settings, catalog=catalog, store=open_store("memory:"), clock=clock, simulator_url=simulator_url
    )
    room = Room(application, clock, skill_id=skill_id)
    WAYS[State.OFFERING_ROUTINE](room.device)

    room.device.intent("PlayGuideIntent", PRESS_UP)

    played = [one["audioItem"]["stream"]["url"] for one in directives(room.device.last_response) if "audioItem" in one]
    assert played == ([url] if url else [])


def test_a_whole_routine_is_queued_one_after_the_other_each_once(room: Room) -> None:
    room.device.intent("PlayRoutineIntent")
    room.device.wait(3600)
    queued = [one for answer in room.answers_to("NearlyFinished") for one in directives(answer)]

    assert [one["audioItem"]["stream"]["url"].rsplit("/", 1)[1] for one in queued] == [
        "prone-press-up-beginner.mp3",
        "walking-beginner.mp3",
    ]
    assert len(room.answers_to("PlaybackFinished")) == 3
    assert room.complaints == []


def test_a_report_that_comes_twice_queues_once(room: Room) -> None:
    room.device.intent("PlayRoutineIntent")
    room.device.wait(300)
    report = next(request for request, _ in room.turns if request["request"]["type"].endswith("NearlyFinished"))
    report["request"]["requestId"] = "again"

    assert room.send(report)["response"] == {}


def test_what_is_queued_is_not_queued_again_when_somebody_talked_over_the_guide(room: Room) -> None:
    room.device.intent("PlayRoutineIntent")
    while not room.turns[-1][0]["request"]["type"].endswith("NearlyFinished"):
        room.device.wait(1)
    report, queued = room.turns[-1]
    assert queued["response"]["directives"][0]["playBehavior"] == "ENQUEUE"

    for kind in ("PlaybackStopped", "PlaybackStarted", "PlaybackNearlyFinished"):
        again = {**report["request"], "type": f"AudioPlayer.{kind}", "requestId": kind}
        assert room.send({**report, "request": again})["response"] == {}


def test_after_next_the_one_behind_it_is_queued_again(room: Room) -> None:
    """The flag that something is queued must fall with every new play: the bug of docs/alexa-platform.md §3.2, I12."""
    room.device.intent("PlayRoutineIntent")
    room.device.wait(300)
    room.device.intent("AMAZON.StartOverIntent")
    room.device.wait(3600)

    assert room.device.player.stream is not None
    assert room.device.player.stream.url.endswith("walking-beginner.mp3")
    assert room.complaints == []


def test_going_on_starts_at_the_very_millisecond_that_was_saved(room: Room) -> None:
    room.device.intent("PlayGuideIntent", PRESS_UP)
    room.device.wait(61.234)
    room.device.intent("AMAZON.PauseIntent")
    (stopped,) = [one for one, _ in room.turns if one["request"]["type"].endswith("PlaybackStopped")]
    room.device.wait(40_000)
    room.device.intent("AMAZON.ResumeIntent")
    (play,) = directives(room.device.last_response)

    assert stopped["request"]["offsetInMilliseconds"] > 0
    assert play["audioItem"]["stream"]["offsetInMilliseconds"] == stopped["request"]["offsetInMilliseconds"]
    assert room.complaints == []


def forgetful(public: Application, catalog: Catalog, clock: MovableClock) -> Room:
    """Return another device of the same patient, on a server that was started again."""
    again = build(public.settings, catalog=catalog, store=public.store, clock=clock)
    numbers = count(1)
    return Room(again, clock, new_id=lambda: f"other-{next(numbers)}")


def offset_of(answer: Json) -> int:
    (play,) = directives(answer)
    return int(play["audioItem"]["stream"]["offsetInMilliseconds"])


def test_going_on_works_after_the_server_was_killed_and_on_a_device_that_has_forgotten(
    public: Application, catalog: Catalog, clock: MovableClock, room: Room
) -> None:
    room.device.intent("PlayGuideIntent", PRESS_UP)
    room.device.wait(60)
    room.device.intent("AMAZON.PauseIntent")
    (stopped,) = [one for one, _ in room.turns if one["request"]["type"].endswith("PlaybackStopped")]
    other = forgetful(public, catalog, clock)
    other.device.intent("AMAZON.ResumeIntent")

    assert offset_of(other.device.last_response) == stopped["request"]["offsetInMilliseconds"] > 0


@pytest.mark.parametrize("report", ["Stopped", "Finished", "Failed"])
def test_a_late_report_about_an_earlier_play_is_not_taken_for_this_one(
    public: Application, catalog: Catalog, clock: MovableClock, room: Room, report: str
) -> None:
    room.device.intent("PlayGuideIntent", PRESS_UP)
    room.device.wait(60)
    earlier = room.device.player.context(room.device.clock())["token"]
    room.device.intent("AMAZON.PauseIntent")
    room.device.intent("AMAZON.ResumeIntent")
    offset = offset_of(room.device.last_response)
    room.device.event(f"AudioPlayer.Playback{report}", token=earlier, offsetInMilliseconds=1)
    other = forgetful(public, catalog, clock)
    other.device.intent("AMAZON.ResumeIntent")

    assert offset_of(other.device.last_response) == offset > 1


def test_each_guide_of_the_queue_queues_the_next_even_when_an_end_is_not_reported(room: Room) -> None:
    room.device.intent("PlayRoutineIntent")
    (first,) = directives(room.device.last_response)
    token = first["audioItem"]["stream"]["token"]
    tokens = [token]
    for _ in range(2):
        room.device.event("AudioPlayer.PlaybackStarted", token=token, offsetInMilliseconds=0)
        answer = room.device.event("AudioPlayer.PlaybackNearlyFinished", token=token, offsetInMilliseconds=9)
        token = directives(answer)[0]["audioItem"]["stream"]["token"]
        tokens.append(token)

    assert len(set(tokens)) == 3


@pytest.mark.parametrize("playing", [True, False], ids=["playing", "paused"])
@pytest.mark.parametrize("intent", sorted(PLAYER_INTENTS))
def test_every_word_for_the_player_gets_a_valid_answer(room: Room, intent: str, playing: bool) -> None:
    room.device.intent("PlayRoutineIntent")
    room.device.wait(60)
    if not playing:
        room.device.intent("AMAZON.PauseIntent")
    room.device.intent(intent)
    answer = room.device.last_response

    assert answer["response"]["shouldEndSession"] is True
    assert not answer["response"].get("outputSpeech") or complaints(answer) == []
    assert room.complaints == []


@pytest.mark.parametrize("intent", ["AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.PauseIntent"])
def test_stop_stops_the_player(room: Room, intent: str) -> None:
    room.device.intent("PlayRoutineIntent")
    room.device.wait(60)
    room.device.intent(intent)

    assert [one["type"] for one in directives(room.device.last_response)] == ["AudioPlayer.Stop"]


@pytest.mark.parametrize("intent", ["LoopOn", "LoopOff", "ShuffleOn", "ShuffleOff"])
def test_loop_and_shuffle_are_declined_politely_and_the_guide_goes_on(room: Room, intent: str) -> None:
    room.device.intent("PlayRoutineIntent")
    room.device.wait(60)
    before = room.device.player.offset_ms(room.device.clock())
    heard = room.device.intent(f"AMAZON.{intent}Intent")
    room.device.wait(20)

    assert "exercises keep their order" in heard.text
    assert room.device.player.offset_ms(room.device.clock()) > before


@pytest.mark.parametrize("button", ["Play", "Pause", "Next", "Previous"])
@pytest.mark.parametrize("play", ["PlayRoutineIntent", None])
def test_buttons_are_answered_without_a_word(room: Room, button: str, play: str | None) -> None:
    if play:
        room.device.intent(play)
        room.device.wait(60)
    answer = room.device.press(button)

    assert bool(directives(answer)) is bool(play)
    assert room.complaints == []


def test_a_button_without_a_guide_does_not_start_a_count_that_nobody_hears(
    public: Application, clock: MovableClock
) -> None:
    room = Room(public, clock)
    WAYS[State.PAUSED](room.device)
    room.device.exit()
    room.device.press("Play")

    assert "Shall we go on there" in room.device.launch().text


def test_whatever_the_coach_says_the_guide_falls_silent(room: Room) -> None:
    room.device.intent("PlayRoutineIntent")
    room.device.wait(60)
    for intent in ("HowToIntent", "AMAZON.HelpIntent", "RedFlagIntent"):
        room.device.player.activity = Activity.PLAYING
        room.device.ask(intent)

        assert "AudioPlayer.Stop" in [one["type"] for one in directives(room.device.last_response)]
    assert room.complaints == []


def test_danger_while_a_guide_plays_ends_it_for_good(room: Room) -> None:
    room.device.intent("PlayRoutineIntent")
    room.device.wait(60)
    room.device.launch()
    heard = room.device.intent("RedFlagIntent", slot("red_flag", "bladder-or-bowel"))

    assert heard.text.startswith("Stop now.")
    for attempt in ("AMAZON.ResumeIntent", "PlayRoutineIntent", "AMAZON.NextIntent"):
        room.device.intent(attempt)
        assert "AudioPlayer.Play" not in [one["type"] for one in directives(room.device.last_response)]
        assert "checked" in room.device.launch().text
    assert directives(room.device.press("Play")) == []


def test_a_stream_that_fails_is_told_at_the_next_launch_and_offered_as_speech(room: Room) -> None:
    room.device.player.broken = True
    room.device.intent("PlayGuideIntent", PRESS_UP)
    room.device.wait(60)
    launched = room.device.launch()
    room.device.intent("AMAZON.YesIntent")
    taken = report_baseline(room.device)

    assert "couldn't be played" in launched.text
    assert "Prone Press-Up" in taken.text
    assert taken.listening
    assert room.complaints == []


@pytest.mark.parametrize("why", ["no public address", "no player"])
def test_without_a_way_to_play_it_the_exercise_is_offered_as_speech(
    why: str, application: Application, public: Application, clock: MovableClock
) -> None:
    room = Room(application if why == "no public address" else public, clock)
    if why == "no player":
        room.device = Device(lambda envelope: room.send(without_player(envelope)), clock)
    WAYS[State.OFFERING_ROUTINE](room.device)
    heard = room.device.intent("PlayGuideIntent", PRESS_UP)
    room.device.intent("AMAZON.YesIntent")
    taken = report_baseline(room.device)

    assert heard.text == "I can't play audio guides here. Shall I take you through Prone Press-Up myself?"
    assert "Exercise 1 of" in taken.text


def without_player(envelope: Json) -> Json:
    del envelope["context"]["System"]["device"]["supportedInterfaces"]["AudioPlayer"]
    return envelope


def test_a_recognized_voice_is_not_needed_to_queue_the_next_guide(public: Application, clock: MovableClock) -> None:
    """The player's reports carry no person, so what they are about is not known: the token says what comes next."""
    room = Room(public, clock, person_id="amzn1.ask.person.ONE")
    room.device = Device(lambda envelope: room.send(without_person(envelope)), clock, person_id="amzn1.ask.person.ONE")
    WAYS[State.OFFERING_ROUTINE](room.device)
    room.device.intent("PlayRoutineIntent")
    room.device.wait(400)
    room.device.intent("AMAZON.NextIntent")
    room.device.wait(30)

    assert room.device.player.stream is not None
    assert room.device.player.stream.url.endswith("walking-beginner.mp3")
    assert room.complaints == []


def without_person(envelope: Json) -> Json:
    if envelope["request"]["type"].startswith(("AudioPlayer.", "PlaybackController.")):
        envelope["context"]["System"].pop("person", None)
    return envelope


def test_a_queue_that_plays_at_midnight_goes_on_though_the_new_days_questions_are_open(room: Room) -> None:
    room.device.wait(14 * 3600 + 55 * 60)  # from nine in the morning to five to twelve
    room.device.launch()
    room.device.intent("PlayRoutineIntent")
    room.device.wait(3600)

    assert len(room.answers_to("PlaybackFinished")) == 3
    room.device.intent("AMAZON.StopIntent")
    assert "Anything new since last time" in room.device.launch().text


TOKENS = ["", "token", "1/0/bridge", "0/0/", "1/9/bridge", "9999999999/0/bridge", "1/0/no-such-guide", "<a>", "1/0/a,b"]
REPORTS = ["Started", "Stopped", "NearlyFinished", "Finished", "Failed"]


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("token", TOKENS, ids=repr)
def test_a_strangers_report_changes_nothing(room: Room, report: str, token: str) -> None:
    room.device.intent("PlayGuideIntent", PRESS_UP)
    room.device.wait(60)
    before = room.device.player.context(room.device.clock())
    answer = room.device.event(f"AudioPlayer.Playback{report}", token=token, offsetInMilliseconds=-5)
    room.device.intent("AMAZON.PauseIntent")
    room.device.intent("AMAZON.ResumeIntent")

    assert answer["response"] == {}
    assert offset_of(room.device.last_response) == before["offsetInMilliseconds"]


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("token", TOKENS, ids=repr)
def test_a_strangers_report_changes_nothing_that_is_remembered(
    public: Application, catalog: Catalog, clock: MovableClock, room: Room, report: str, token: str
) -> None:
    room.device.intent("PlayGuideIntent", PRESS_UP)
    room.device.wait(60)
    room.device.intent("AMAZON.PauseIntent")
    room.device.event(f"AudioPlayer.Playback{report}", token=token, offsetInMilliseconds=1)
    other = forgetful(public, catalog, clock)
    other.device.intent("AMAZON.ResumeIntent")

    assert offset_of(other.device.last_response) > 1


def test_the_same_request_twice_gives_the_same_directives(room: Room) -> None:
    room.device.intent("PlayGuideIntent", PRESS_UP)
    envelope, answer = next(
        turn for turn in room.turns if turn[0]["request"].get("intent", {}).get("name") == "PlayGuideIntent"
    )

    assert room.send(envelope) == answer


def test_a_token_is_short_and_says_nothing_about_a_person() -> None:
    for routine in CATALOG.routines:
        for region in routine.regions:
            patient = Patient(region=region, floor=routine.floor is not False, phase=routine.phases[0])
            plan = plan_routine(CATALOG, patient, MONDAY_MORNING, date(2026, 11, 23))
            if isinstance(plan, TodaysRoutine):
                guide_ids = tuple(exercise_guide_id(one.exercise_id, one.level) for one in plan.exercises)
                assert len(Track(guide_ids=guide_ids, play_number=10**8).token) <= MOST_TOKEN_CHARACTERS


@given(
    guide_ids=st.lists(st.sampled_from(sorted(CATALOG.exercises)), min_size=1, max_size=12).map(tuple),
    index=st.integers(0, 11),
    play_number=st.integers(1, 10**8),
)
def test_a_token_tells_its_track(guide_ids: tuple[Any, ...], index: int, play_number: int) -> None:
    track = Track(guide_ids=guide_ids, index=min(index, len(guide_ids) - 1), play_number=play_number)

    assert Track.of(track.token) == track


def test_every_guide_name_says_what_it_is_of() -> None:
    for exercise_id in CATALOG.exercises:
        for level in Level:
            assert recording_of(CATALOG, exercise_guide_id(exercise_id, level)) is not None
    for routine in CATALOG.routines:
        for region in routine.regions:
            assert recording_of(CATALOG, routine_guide_id(routine, region)) is not None
    assert recording_of(CATALOG, "bridge-standard") is None


def test_the_names_are_the_ones_the_guides_are_built_under() -> None:
    from audio.guides import guide_names

    ours = {exercise_guide_id(exercise_id, level) for exercise_id in CATALOG.exercises for level in Level}
    ours |= {routine_guide_id(routine, region) for routine in CATALOG.routines for region in routine.regions}

    assert ours | {f"{name}-daily" for name in ours} == set(guide_names(CATALOG))


def test_what_a_patient_listens_to_is_saved_and_read_again() -> None:
    listening = Listening(
        track=Track(guide_ids=(exercise_guide_id(sorted(CATALOG.exercises)[0], Level.BEGINNER),)),
        on=date(2026, 11, 23),
        offset_ms=7,
    )
    document = codec.Document(patient=Patient(listening=listening))
    command = Play(track=listening.track, offset_ms=7)

    assert codec.load(codec.dump(document)) == document
    assert codec.decode_command(codec.encode_command(command)) == command


def test_an_exercise_that_made_things_worse_is_not_queued(room: Room) -> None:
    room.device.intent("PlayRoutineIntent")
    room.device.wait(60)
    room.device.launch()
    room.device.intent("AMAZON.NoIntent")
    room.device.intent("StartRoutineIntent")
    report_baseline(room.device)
    room.device.intent("ReportChangeIntent", slot("change", "further-out"))
    asked = room.device.intent("PlayGuideIntent", PRESS_UP)
    room.device.intent("ReportPlaceIntent", place("buttock", 3))
    room.device.intent("AMAZON.NoIntent")
    heard = room.device.intent("PlayGuideIntent", PRESS_UP)

    assert "furthest place" in asked.text
    assert "AudioPlayer.Play" not in [one["type"] for turn in room.turns[-4:] for one in directives(turn[1])]
    assert "out today" in heard.text
