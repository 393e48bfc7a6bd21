"""What every store promises the coach (skill/app/ports.py), the same tests for all of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta, timezone
from threading import Barrier

import pytest

from skill.app.ports import Loaded, PatientKey, Store
from skill.errors import StaleVersion
from tests.storage.turns import ANN, BOB, LONG_AGO, NOW, fact, names_taken, save, take_turn

NAIVE = NOW.replace(tzinfo=None)
NOTHING = Loaded(version=0, document=None, reply=None)


def test_an_unknown_patient_has_nothing(store: Store) -> None:
    assert store.load(ANN, "request-1", NOW) == NOTHING
    assert store.facts(ANN, LONG_AGO) == ()


def test_what_was_saved_is_read_back(store: Store) -> None:
    save(store, document='{"phase": "recovery"}', facts=(fact('{"reps": 10}'),), reply='{"cue": 1}')

    assert store.load(ANN, "request-1", NOW) == Loaded(1, '{"phase": "recovery"}', '{"cue": 1}')
    assert store.facts(ANN, LONG_AGO) == (fact('{"reps": 10}'),)


@pytest.mark.parametrize(
    "document",
    ["", "{}", '"it\'s" ; -- %s %(x)s :x ?', "Rückenlage · 仰卧 · 🧘", "x" * 300_000],
    ids=["empty", "object", "marks that SQL knows", "any script", "long"],
)
def test_any_text_is_read_back_as_it_was(store: Store, document: str) -> None:
    save(store, document=document, reply=document, facts=(fact(document, kind=document),))

    assert store.load(ANN, "request-1", NOW) == Loaded(1, document, document)
    assert store.facts(ANN, LONG_AGO) == (fact(document, kind=document),)


def test_each_save_gives_the_document_its_next_version(store: Store) -> None:
    for version in range(3):
        save(store, version=version, document=f"document {version}", request_id=f"request-{version}")

    assert store.load(ANN, "request-9", NOW) == Loaded(3, "document 2", None)


def test_a_version_may_be_a_moment_in_microseconds(store: Store) -> None:
    moment = int(NOW.timestamp() * 1_000_000)
    save(store, next_version=moment)
    save(store, version=moment, document="later", request_id="request-2")

    assert store.load(ANN, "request-9", NOW) == Loaded(moment + 1, "later", None)


@pytest.mark.parametrize("version", [0, 1, 3, -1])
def test_a_save_of_another_version_is_refused_and_saves_nothing(store: Store, version: int) -> None:
    save(store, request_id="request-1")
    save(store, version=1, document="second", request_id="request-2")

    with pytest.raises(StaleVersion):
        save(store, version=version, document="late", facts=(fact(),), request_id="request-3")

    assert store.load(ANN, "request-3", NOW) == Loaded(2, "second", None)
    assert store.facts(ANN, LONG_AGO) == ()


def test_a_patient_nobody_knows_has_no_later_version(store: Store) -> None:
    with pytest.raises(StaleVersion):
        save(store, version=4)

    assert store.load(ANN, "request-1", NOW) == NOTHING


def test_the_same_request_is_saved_once(store: Store) -> None:
    save(store, document="first", reply="first reply")

    with pytest.raises(StaleVersion):
        save(store, version=1, document="again", facts=(fact(),), reply="other reply")

    assert store.load(ANN, "request-1", NOW) == Loaded(1, "first", "first reply")
    assert store.facts(ANN, LONG_AGO) == ()


@pytest.mark.parametrize(
    ("later", "reply"),
    [
        (timedelta(0), "kept"),
        (timedelta(minutes=10) - timedelta(microseconds=1), "kept"),
        (timedelta(minutes=10), None),
        (timedelta(days=1), None),
    ],
    ids=["at once", "just before ten minutes", "after ten minutes", "the next day"],
)
def test_a_reply_is_kept_for_ten_minutes(store: Store, later: timedelta, reply: str | None) -> None:
    save(store, reply="kept")

    assert store.load(ANN, "request-1", NOW + later).reply == reply


def test_a_forgotten_request_may_be_saved_again(store: Store) -> None:
    save(store, reply="old")
    later = NOW + timedelta(minutes=10)
    save(store, version=1, reply="new", now=later)

    assert store.load(ANN, "request-1", later) == Loaded(2, "{}", "new")


def test_another_patients_save_forgets_no_reply_too_early(store: Store) -> None:
    save(store, reply="kept")
    save(store, BOB, now=NOW + timedelta(minutes=9))

    assert store.load(ANN, "request-1", NOW + timedelta(minutes=9)).reply == "kept"


def test_facts_come_oldest_first_and_as_appended_within_a_moment(store: Store) -> None:
    minute = timedelta(minutes=1)
    save(store, facts=(fact("b"), fact("c"), fact("a", at=NOW - minute)))
    save(store, version=1, facts=(fact("d"), fact("e", at=NOW + minute)), request_id="request-2")

    assert [kept.data for kept in store.facts(ANN, LONG_AGO)] == ["a", "b", "c", "d", "e"]


def test_facts_since_a_moment_include_that_moment(store: Store) -> None:
    microsecond = timedelta(microseconds=1)
    save(store, facts=tuple(fact(at=NOW + number * microsecond) for number in (-1, 0, 1)))

    assert [kept.at - NOW for kept in store.facts(ANN, NOW)] == [timedelta(0), microsecond]


def test_moments_of_any_zone_come_back_in_utc(store: Store) -> None:
    chicago = timezone(timedelta(hours=-6))
    there = NOW.astimezone(chicago)
    save(store, facts=(fact(at=there),), now=there, reply="kept")

    (kept,) = store.facts(ANN, there)
    assert kept.at == NOW
    assert kept.at.utcoffset() == timedelta(0)
    assert store.load(ANN, "request-1", there + timedelta(minutes=9)).reply == "kept"
    assert store.load(ANN, "request-1", there + timedelta(minutes=10)).reply is None


@pytest.mark.parametrize(
    "refused",
    [
        lambda store: store.load(ANN, "request-1", NAIVE),
        lambda store: store.facts(ANN, NAIVE),
        lambda store: save(store, now=NAIVE),
        lambda store: save(store, facts=(fact(), fact(at=NAIVE))),
    ],
    ids=["load", "facts", "save", "save of a fact"],
)
def test_a_moment_without_a_zone_is_refused_and_nothing_saved(store: Store, refused: Callable[[Store], object]) -> None:
    with pytest.raises(ValueError, match="aware"):
        refused(store)

    assert store.load(ANN, "request-1", NOW) == NOTHING
    assert store.facts(ANN, LONG_AGO) == ()


def test_two_patients_never_see_each_other(store: Store) -> None:
    save(store, ANN, document="Ann's", facts=(fact("Ann's"),), reply="to Ann")
    save(store, BOB, document="Bob's", facts=(fact("Bob's"),), reply="to Bob")

    assert store.load(ANN, "request-1", NOW) == Loaded(1, "Ann's", "to Ann")
    assert store.load(BOB, "request-1", NOW) == Loaded(1, "Bob's", "to Bob")
    assert store.facts(ANN, LONG_AGO) == (fact("Ann's"),)
    assert store.facts(BOB, LONG_AGO) == (fact("Bob's"),)


def test_a_deleted_patient_is_unknown_and_the_others_stay(store: Store) -> None:
    save(store, ANN, facts=(fact(),))
    save(store, BOB, document="Bob's", facts=(fact("Bob's"),), reply="to Bob")
    store.delete(ANN)

    assert store.load(ANN, "request-1", NOW) == NOTHING
    assert store.facts(ANN, LONG_AGO) == ()
    assert store.load(BOB, "request-1", NOW) == Loaded(1, "Bob's", "to Bob")
    assert store.facts(BOB, LONG_AGO) == (fact("Bob's"),)


def test_deleting_an_account_deletes_every_person_in_it_and_nobody_else(store: Store) -> None:
    account, stranger = "account_1%", "account_12"
    gone = [account, f"{account}.ann", f"{account}.bob", f"{account}."]
    stay = [stranger, f"{stranger}.ann", f"{account}-ann", "account_1x.ann", f"x.{account}", ""]
    for key in (*gone, *stay):
        save(store, PatientKey(key), facts=(fact(key),))
    store.delete(PatientKey(account))

    for key, version in [*((key, 0) for key in gone), *((key, 1) for key in stay)]:
        assert (key, store.load(PatientKey(key), "request-1", NOW).version) == (key, version)
        assert (key, len(store.facts(PatientKey(key), LONG_AGO))) == (key, version)


def test_deleting_one_person_leaves_the_account_and_the_others(store: Store) -> None:
    for key in ("account", "account.ann", "account.bob"):
        save(store, PatientKey(key))
    store.delete(PatientKey("account.ann"))

    left = [store.load(PatientKey(key), "request-1", NOW).version for key in ("account", "account.ann", "account.bob")]
    assert left == [1, 0, 1]


def test_facts_of_some_kinds_are_erased_with_a_save_and_the_others_stay_in_order(store: Store) -> None:
    kept = [fact("first", kind="walk"), fact("third", kind="set-done"), fact("new", kind="walk")]
    save(store, BOB, facts=(fact("Bob's", kind="secret"),))
    save(store, facts=(kept[0], fact("second", kind="secret"), kept[1]), reply="told")
    save(store, version=1, document="after", facts=(kept[2],), request_id="request-2", erasing=("secret", "unknown"))

    assert store.facts(ANN, LONG_AGO) == tuple(kept)
    assert store.load(ANN, "request-1", NOW) == Loaded(2, "after", None)
    assert store.load(ANN, "request-2", NOW) == Loaded(2, "after", "{}")
    assert store.facts(BOB, LONG_AGO) == (fact("Bob's", kind="secret"),)


def test_a_late_save_erases_nothing(store: Store) -> None:
    save(store, facts=(fact("told", kind="secret"),))
    save(store, version=1, request_id="request-2")

    for version in (0, 1):
        with pytest.raises(StaleVersion):
            save(store, version=version, request_id="request-3", erasing=("secret",))

    assert store.facts(ANN, LONG_AGO) == (fact("told", kind="secret"),)


def test_deleting_twice_is_fine(store: Store) -> None:
    store.delete(ANN)
    save(store)
    store.delete(ANN)
    store.delete(ANN)

    assert store.load(ANN, "request-1", NOW) == NOTHING


def test_a_turn_that_was_under_way_does_not_bring_a_deleted_patient_back(store: Store) -> None:
    save(store)
    loaded = store.load(ANN, "request-2", NOW)
    store.delete(ANN)

    with pytest.raises(StaleVersion):
        save(store, version=loaded.version, request_id="request-2")

    assert store.load(ANN, "request-2", NOW) == NOTHING


def test_a_deleted_patient_may_begin_anew(store: Store) -> None:
    save(store, document="before", facts=(fact("before"),))
    store.delete(ANN)
    save(store, document="after", facts=(fact("after"),))

    assert store.load(ANN, "request-1", NOW) == Loaded(1, "after", "{}")
    assert store.facts(ANN, LONG_AGO) == (fact("after"),)


@pytest.fixture(name="restless_threads")
def _restless_threads() -> Iterator[None]:
    """Make Python switch threads as often as it can, so that a missing lock shows."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("restless_threads")
def test_twenty_overlapping_turns_of_one_patient_lose_nothing(store: Store) -> None:
    together = Barrier(20)

    def turn(number: int) -> None:
        together.wait()
        for half in ("a", "b"):
            take_turn(store, f"turn-{number}-{half}")

    with ThreadPoolExecutor(max_workers=20) as threads:
        list(threads.map(turn, range(20)))

    assert sorted(names_taken(store)) == sorted(f"turn-{number}-{half}" for number in range(20) for half in "ab")


def test_of_two_first_saves_at_once_one_is_refused(store: Store) -> None:
    together = Barrier(2)

    def first_save(number: int) -> str:
        together.wait()
        try:
            save(store, document=f"{number}", request_id=f"request-{number}")
        except StaleVersion:
            return "refused"
        return f"{number}"

    with ThreadPoolExecutor(max_workers=2) as threads:
        outcomes = list(threads.map(first_save, range(2)))

    assert outcomes.count("refused") == 1
    assert store.load(ANN, "request-9", NOW).document in outcomes


def test_deleting_a_patient_amid_overlapping_turns_fails_none_and_costs_no_other_patient_a_turn(store: Store) -> None:
    def turn(number: int) -> None:
        if number % 30 == 29:
            store.delete(BOB)
        else:
            take_turn(store, f"turn-{number}", ANN if number % 2 else BOB)

    with ThreadPoolExecutor(max_workers=8) as threads:
        list(threads.map(turn, range(60)))
    store.delete(BOB)

    assert len(names_taken(store, ANN)) == 28
    assert store.load(BOB, "request-1", NOW) == NOTHING
    assert store.facts(BOB, LONG_AGO) == ()


def test_a_store_that_answers_is_silent(store: Store) -> None:
    assert store.ping() is None  # type: ignore[func-returns-value]
