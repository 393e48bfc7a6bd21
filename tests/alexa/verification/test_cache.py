"""What is remembered about chains, and for how long."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from skill.alexa.verification import NativeVerifier, Verifier
from skill.alexa.verification.cache import MAX_REFUSED, MAX_TRUSTED, ChainCache, Trusted
from skill.errors import VerificationError
from tests.alexa.verification import crafting as craft
from tests.alexa.verification.authority import rsa_key
from tests.alexa.verification.chain_server import Answer
from tests.alexa.verification.lab import S3, SKILL_ID, Lab

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
FAR = NOW + timedelta(days=365)


class Loader:
    """A chain behind each URL: counts how often it is loaded, fails while *broken*."""

    def __init__(self, not_after: datetime = FAR) -> None:
        self.loaded: list[str] = []
        self.not_after = not_after
        self.broken = False
        self.seconds = 0.0

    def __call__(self, url: str, now: datetime) -> Trusted[str]:
        self.loaded.append(url)
        time.sleep(self.seconds)
        if self.broken:
            raise VerificationError("chain-unavailable")
        return Trusted(value=f"key of {url}", not_after=self.not_after)


def loads_again_after(loader: Loader, age: timedelta) -> bool:
    """Return whether a second look, *age* later, loads the chain again."""
    cache = ChainCache(loader)
    for moment in (NOW, NOW + age):
        try:
            cache.get("url", moment)
        except VerificationError:
            assert loader.broken
    return len(loader.loaded) == 2


@pytest.mark.parametrize(
    ("age", "again"),
    [
        (timedelta(0), False),
        (timedelta(minutes=59, seconds=59), False),
        (timedelta(hours=1), True),
        (timedelta(days=1), True),
        (timedelta(minutes=-59), False),
        (timedelta(hours=-1), True),
    ],
    ids=str,
)
def test_a_trusted_chain_is_loaded_again_after_an_hour_whichever_way_the_clock_goes(
    age: timedelta, again: bool
) -> None:
    assert loads_again_after(Loader(), age) is again


@pytest.mark.parametrize(("seconds", "again"), [(0, False), (600, False), (601, True)])
def test_a_trusted_chain_is_never_used_after_its_last_moment(seconds: int, again: bool) -> None:
    loader = Loader(not_after=NOW + timedelta(seconds=600))

    assert loads_again_after(loader, timedelta(seconds=seconds)) is again


@pytest.mark.parametrize(("seconds", "again"), [(0, False), (29, False), (30, True), (-30, True)])
def test_a_refused_chain_is_tried_again_after_half_a_minute(seconds: int, again: bool) -> None:
    loader = Loader()
    loader.broken = True

    assert loads_again_after(loader, timedelta(seconds=seconds)) is again


def test_a_refusal_is_remembered_with_its_reason() -> None:
    loader = Loader()
    loader.broken = True
    cache = ChainCache(loader)

    for _ in range(2):
        with pytest.raises(VerificationError, match=r"^chain-unavailable$"):
            cache.get("url", NOW)


def test_a_thousand_urls_do_not_grow_it_and_do_not_push_out_the_good_one() -> None:
    loader = Loader()
    cache = ChainCache(loader)
    cache.get("good", NOW)
    loader.broken = True

    for number in range(1000):
        with pytest.raises(VerificationError):
            cache.get(f"bad {number}", NOW)

    assert cache.get("good", NOW) == "key of good"
    assert loader.loaded.count("good") == 1
    assert len(cache) == 1 + MAX_REFUSED


def test_a_thousand_good_urls_do_not_grow_it_either() -> None:
    cache = ChainCache(Loader())

    for number in range(1000):
        cache.get(f"good {number}", NOW)

    assert len(cache) == MAX_TRUSTED


def test_an_unexpected_error_is_not_remembered() -> None:
    def fail(url: str, now: datetime) -> Trusted[str]:
        raise ZeroDivisionError

    cache = ChainCache(fail)

    with pytest.raises(ZeroDivisionError):
        cache.get("url", NOW)
    assert len(cache) == 0


@pytest.mark.parametrize("broken", [False, True], ids=["trusted", "refused"])
def test_twenty_threads_load_one_chain_once(broken: bool) -> None:
    loader = Loader()
    loader.broken = broken
    loader.seconds = 0.05
    cache = ChainCache(loader)
    together = threading.Barrier(20)

    def ask(number: int) -> str:
        together.wait()
        try:
            return cache.get("url", NOW + timedelta(milliseconds=number))
        except VerificationError as refusal:
            return refusal.reason

    with ThreadPoolExecutor(20) as pool:
        answers = set(pool.map(ask, range(20)))

    assert answers == {"chain-unavailable" if broken else "key of url"}
    assert loader.loaded == ["url"]


def test_twenty_requests_at_once_fetch_the_chain_once(verifier: Verifier, lab: Lab, now: datetime) -> None:
    request = craft.with_chain(lambda lab: lab.chain())(lab, now)
    together = threading.Barrier(20)

    def ask(_: int) -> None:
        together.wait()
        verifier.verify(request.headers, request.body, now)

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(ask, range(20)))

    assert lab.server.fetched.count(path_of(request)) == 1


@pytest.mark.parametrize(
    "first",
    [lambda lab: b"garbage", craft.from_the_stranger, lambda lab: Answer(status=403), lambda lab: Answer(status=503)],
    ids=["garbage", "an untrusted chain", "403", "503"],
)
def test_one_bad_answer_does_not_poison_a_url(
    first: Callable[[Lab], Answer | bytes], verifier: Verifier, lab: Lab, now: datetime
) -> None:
    request = craft.with_chain(first)(lab, now)
    with pytest.raises(VerificationError):
        verifier.verify(request.headers, request.body, now)
    lab.publish(path_of(request), lab.chain())

    with pytest.raises(VerificationError):
        verifier.verify(request.headers, request.body, now + timedelta(seconds=29))
    verifier.verify(request.headers, request.body, now + timedelta(seconds=30))

    assert lab.server.fetched.count(path_of(request)) == 2


def test_a_chain_renewed_at_the_same_url_is_found_within_the_hour(
    native: NativeVerifier, lab: Lab, now: datetime
) -> None:
    """Amazon puts a new certificate, with a new key, where the old one was."""
    request = craft.with_chain(lambda lab: lab.chain())(lab, now)
    native.verify(request.headers, request.body, now)
    new_key = rsa_key("intermediate")
    lab.publish(path_of(request), lab.chain(lab.leaf(key=new_key)))
    later = now + timedelta(hours=1)
    body = lab.body(later)

    native.verify(lab.sign(body, chain_url=S3 + path_of(request), key=new_key), body, later)


def test_a_certificate_that_expires_between_two_requests_is_not_used_for_the_second(
    native: NativeVerifier, lab: Lab, now: datetime
) -> None:
    request = craft.with_leaf(not_after=timedelta(seconds=200))(lab, now)
    native.verify(request.headers, request.body, now)
    later = now + timedelta(seconds=201)
    body = lab.body(later)

    with pytest.raises(VerificationError, match=r"^leaf-expired$"):
        native.verify(lab.sign(body, chain_url=S3 + path_of(request)), body, later)


def test_an_intermediate_that_expires_first_ends_the_trust_too(native: NativeVerifier, lab: Lab, now: datetime) -> None:
    request = craft.with_chain(lambda lab: craft.under_an_intermediate_until(lab, now + timedelta(seconds=200)))(
        lab, now
    )
    native.verify(request.headers, request.body, now)
    later = now + timedelta(seconds=202)
    body = lab.body(later)

    with pytest.raises(VerificationError, match=r"^chain-untrusted$"):
        native.verify(lab.sign(body, chain_url=S3 + path_of(request)), body, later)


def test_spellings_of_one_url_share_one_fetch(native: NativeVerifier, lab: Lab, now: datetime) -> None:
    request = craft.with_chain(lambda lab: lab.chain())(lab, now)
    path = path_of(request)

    for url in (S3 + path, f"https://S3.amazonaws.com:443{path}", f"{S3}/echo.api/..{path}"):
        native.verify(lab.sign(request.body, chain_url=url), request.body, now)

    assert lab.server.fetched.count(path) == 1


def test_garbage_is_fetched_but_once_however_often_it_is_asked_for(lab: Lab, now: datetime) -> None:
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        return b"garbage"

    verifier = NativeVerifier(SKILL_ID, load_roots=lambda: (), fetch=fetch)
    request = craft.launch(lab, now)

    for _ in range(5):
        with pytest.raises(VerificationError, match=r"^chain-malformed$"):
            verifier.verify(request.headers, request.body, now)

    assert asked == [lab.chain_url]


def path_of(request: craft.Signed) -> str:
    return request.headers["SignatureCertChainUrl"].removeprefix(S3)
