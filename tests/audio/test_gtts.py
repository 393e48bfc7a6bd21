"""Google's voice, on a server that behaves as badly as the real one may."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from email.utils import formatdate

import numpy as np
import pytest

from audio.voices.gtts import GoogleVoice
from skill.errors import VoiceUnavailable
from tests.audio import google
from tests.audio.google import PretendGoogle, pretend_google
from tests.audio.voices import RATE

TEXT = "Press through your heels and lift your hips."


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """gTTS sends everything through the environment's proxy, loopback too."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


class Slept:
    """Counts the seconds a voice wanted to wait, without waiting."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.now = 1000.0

    def sleep(self, seconds: float) -> None:
        self.seconds.append(seconds)
        self.now += seconds

    def clock(self) -> float:
        return self.now


def voice_of(server: PretendGoogle, slept: Slept | None = None, timeout_seconds: float = 5.0) -> GoogleVoice:
    slept = slept or Slept()
    return GoogleVoice(base_url=server.url, timeout_seconds=timeout_seconds, sleep=slept.sleep, clock=slept.clock)


def test_a_sentence_is_spoken() -> None:
    with pretend_google(google.speaks) as server:
        samples = voice_of(server).speak(TEXT, "en-US")

    assert server.asked == [(TEXT, "en")]
    assert samples.dtype == np.float32
    assert 2.0 < len(samples) / RATE < 4.0


def test_a_long_sentence_goes_in_requests_of_at_most_a_hundred_characters() -> None:
    text = (
        "If you are lying down, roll onto your side first, push yourself up with your arms, and wait a moment "
        "before you stand. Then walk a few steps."
    )
    with pretend_google(google.speaks) as server:
        voice_of(server).speak(text, "en-US")

    assert all(len(asked) <= 100 for asked, _ in server.asked)
    assert text == google.words_of(server.asked)


REFUSED = [google.captcha, google.no_sound, google.status(403), google.status(404), google.empty]
CUT = [google.cut(0.25), google.cut(0.5), google.cut(0.6), google.mid_frame]
UNUSABLE = [*CUT, google.silent, google.garbage, google.not_base64]


@pytest.mark.parametrize("answer", REFUSED, ids=lambda answer: answer.__name__)
def test_a_refusal_is_not_believed_and_not_asked_for_again(answer: google.Answer) -> None:
    with pretend_google(answer) as server:
        voice = voice_of(server)
        with pytest.raises(VoiceUnavailable):
            voice.speak(TEXT, "en-US")

    assert len(server.asked) == 1


@pytest.mark.parametrize("answer", REFUSED, ids=lambda answer: answer.__name__)
def test_after_a_refusal_nothing_is_asked_for_a_while(answer: google.Answer) -> None:
    slept = Slept()
    with pretend_google(answer, google.speaks) as server:
        voice = voice_of(server, slept)
        for _ in range(3):
            with pytest.raises(VoiceUnavailable):
                voice.speak(TEXT, "en-US")
        assert len(server.asked) == 1

        slept.now += 601
        voice.speak(TEXT, "en-US")


@pytest.mark.parametrize("answer", UNUSABLE, ids=lambda answer: answer.__name__)
def test_an_answer_without_all_its_words_is_not_believed_and_asked_for_again(answer: google.Answer) -> None:
    with pretend_google(google.speaks) as server:
        whole = voice_of(server).speak(TEXT, "en-US")
    with pretend_google(answer, google.speaks) as server:
        samples = voice_of(server).speak(TEXT, "en-US")

    assert len(server.asked) == 2
    assert np.array_equal(samples, whole)


@pytest.mark.parametrize("answer", [google.cut(0.6), google.cut(0.8)], ids=lambda answer: answer.__name__)
@pytest.mark.parametrize("text", ["Lie on your back and bend your knees.", TEXT, "Hold for 30 seconds, and breathe."])
def test_a_cut_answer_is_known_by_the_pace_of_the_others(answer: google.Answer, text: str) -> None:
    others = [f"{word}, and then lower your hips slowly." for word in ("Breathe", "Wait", "Press", "Hold", "Rest")]
    with pretend_google(*[google.speaks] * len(others), answer, google.speaks) as server:
        voice = voice_of(server)
        for other in others:
            voice.speak(other, "en-US")
        voice.speak(text, "en-US")

    assert [asked for asked, _ in server.asked] == [*others, text, text]


@pytest.mark.parametrize("word", ["Up.", "6", "Lift.", "Hold for 30 seconds."])
def test_a_short_word_is_believed_after_long_sentences(word: str) -> None:
    with pretend_google(google.speaks) as server:
        voice = voice_of(server)
        for n in range(6):
            voice.speak(f"{TEXT} {n}.", "en-US")
        asked = len(server.asked)
        voice.speak(word, "en-US")

    assert len(server.asked) == asked + 1


@pytest.mark.parametrize("answer", UNUSABLE, ids=lambda answer: answer.__name__)
def test_one_bad_clip_does_not_stop_the_next(answer: google.Answer) -> None:
    with pretend_google(answer, answer, answer, google.speaks) as server:
        voice = voice_of(server)
        with pytest.raises(VoiceUnavailable):
            voice.speak(TEXT, "en-US")

        assert len(voice.speak(TEXT, "en-US"))


@pytest.mark.parametrize(
    "answer",
    [google.drops, google.cut_off, google.hangs, google.drips, google.status(500), google.status(503)],
    ids=lambda answer: answer.__name__,
)
def test_what_may_pass_is_tried_again(answer: google.Answer) -> None:
    slept = Slept()
    with pretend_google(answer, google.speaks) as server:
        samples = voice_of(server, slept, timeout_seconds=0.3).speak(TEXT, "en-US")

    assert len(samples)
    assert len(server.asked) == 2
    assert 1.0 in slept.seconds


def test_it_is_tried_three_times_with_longer_waits_and_then_no_more() -> None:
    slept = Slept()
    with pretend_google(google.status(502)) as server:
        voice = voice_of(server, slept)
        with pytest.raises(VoiceUnavailable, match=r"server error \(502\), 3 times"):
            voice.speak(TEXT, "en-US")
        with pytest.raises(VoiceUnavailable, match="not asked again"):
            voice.speak(TEXT, "en-US")

    assert len(server.asked) == 3
    assert slept.seconds == [1.0, 4.0]


@pytest.mark.parametrize(
    ("retry_after", "rests_seconds"),
    [
        pytest.param(lambda: "120", 120, id="seconds"),
        pytest.param(lambda: formatdate(time.time() + 300, usegmt=True), 300, id="a date"),
        pytest.param(lambda: "soon", 600, id="nonsense"),
        pytest.param(None, 600, id="nothing"),
    ],
)
def test_too_many_requests_stops_at_once_and_waits_as_long_as_it_is_told(
    retry_after: Callable[[], str] | None, rests_seconds: int
) -> None:
    slept = Slept()
    headers = {"Retry_After": retry_after()} if retry_after else {}
    with pretend_google(google.status(429, **headers), google.speaks) as server:
        voice = voice_of(server, slept)
        with pytest.raises(VoiceUnavailable, match="429"):
            voice.speak(TEXT, "en-US")
        slept.now += rests_seconds - 5
        with pytest.raises(VoiceUnavailable, match="not asked again"):
            voice.speak(TEXT, "en-US")
        assert len(server.asked) == 1

        slept.now += 6
        assert len(voice.speak(TEXT, "en-US"))


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("retry_after", [0, 5, 60, 90])
def test_a_short_wait_that_is_asked_for_is_obeyed_and_the_voice_stays(status: int, retry_after: int) -> None:
    slept = Slept()
    with pretend_google(google.status(status, Retry_After=str(retry_after)), google.speaks) as server:
        assert len(voice_of(server, slept).speak(TEXT, "en-US"))

    assert len(server.asked) == 2
    assert max(retry_after, 1) in slept.seconds


def test_it_does_not_wait_for_ever() -> None:
    slept = Slept()
    with pretend_google(google.status(429, Retry_After="10")) as server:
        voice = voice_of(server, slept)
        with pytest.raises(VoiceUnavailable, match="429"):
            voice.speak(TEXT, "en-US")
        with pytest.raises(VoiceUnavailable, match="not asked again"):
            voice.speak(TEXT, "en-US")

    assert len(server.asked) == 6
    assert sum(slept.seconds) == 50


def test_about_one_request_a_second_is_made_by_all_threads_together() -> None:
    slept = Slept()
    with pretend_google(google.speaks) as server:
        voice = voice_of(server, slept)
        threads = [threading.Thread(target=voice.speak, args=(f"Sentence number {n}.", "en-US")) for n in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert len(server.asked) == 6
    assert sum(slept.seconds) == pytest.approx(5.0)


def test_no_server_at_all_is_no_voice() -> None:
    with pretend_google(google.speaks) as server:
        gone = server.url
    slept = Slept()
    voice = GoogleVoice(base_url=gone, timeout_seconds=0.3, sleep=slept.sleep, clock=slept.clock)

    with pytest.raises(VoiceUnavailable, match="no connection"):
        voice.speak(TEXT, "en-US")


def test_a_language_google_does_not_know_is_no_voice() -> None:
    with pretend_google(google.speaks) as server, pytest.raises(VoiceUnavailable):
        voice_of(server).speak(TEXT, "xx-XX")


def test_nothing_is_sent_but_the_text_and_the_language() -> None:
    seen: list[str] = []

    def noting(handler: google.Handler, text: str) -> None:
        seen.extend(f"{name}: {value}" for name, value in handler.headers.items())
        google.speaks(handler, text)

    with pretend_google(noting) as server:
        voice_of(server).speak(TEXT, "en-US")

    assert {line.split(":")[0] for line in seen} <= {
        "Host", "User-Agent", "Referer", "Content-Type", "Content-Length", "Accept", "Accept-Encoding", "Connection",
    }  # fmt: skip
    assert server.asked == [(TEXT, "en")]
