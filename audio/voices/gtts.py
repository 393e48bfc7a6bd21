"""Google Translate's voice through gTTS: online, free of charge, and neither documented nor promised by anybody.

What gTTS does with a bad answer was measured (docs/audio.md §1): an HTML page with status 200 gives no error and no
sound, and a failure in the middle leaves half a file. So one phrase goes in one request, the answer stays in memory,
and only real sound is believed, as long as its text must take (`whole_answers.py`); a cut answer is asked for again.
Nothing is sent but the guides' own text. gTTS does not check certificates.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from email.utils import mktime_tz, parsedate_tz
from io import BytesIO
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from audio.versions import installed_version
from audio.voices.mp3_frames import is_cut
from audio.voices.pace import at_pace, stretched
from audio.voices.phrases import phrases
from audio.voices.whole_answers import WholeAnswers
from skill.errors import VoiceUnavailable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_CHARACTERS = 100
"""What Google takes at once; gTTS cuts anything longer at commas."""
SECONDS_BETWEEN_REQUESTS = 1.0
"""What others report Google to bear."""
RETRY_AFTER_SECONDS = (1.0, 4.0)
"""Waits before the second and third try of a connection, time-out, server error or cut answer."""
LONGEST_WAIT_SECONDS = 90.0
"""A server that asks to be left alone for no longer is waited for; after a longer time another voice speaks."""
MOST_WAITS = 5
"""How often in a row it is waited for as it asks."""
LEAST_WAIT_SECONDS = 1.0
REST_SECONDS = 600.0
"""How long no request is made after a refusal that names no time."""

_DOMAINS = {"AU": "com.au", "CA": "ca", "GB": "co.uk", "IN": "co.in"}
_RPC_PATH = "/_/TranslateWebserverUi/data/batchexecute"


class GoogleVoice:
    """Speaks with Google's voice, one request at a time. Safe to call from several threads."""

    name = "gtts"
    sample_rate = 24_000

    def __init__(
        self,
        *,
        base_url: str | None = None,
        timeout_seconds: float = 10.0,
        seconds_between_requests: float = SECONDS_BETWEEN_REQUESTS,
        retry_after_seconds: tuple[float, ...] = RETRY_AFTER_SECONDS,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Speak through *base_url* instead of Google's own address when it is given."""
        self._base_url = base_url
        self._timeout_seconds = timeout_seconds
        self._seconds_between_requests = seconds_between_requests
        self._retry_after_seconds = retry_after_seconds
        self._sleep = sleep
        self._clock = clock
        self._turn = threading.Lock()
        self._next_request_at = clock()
        self._rests_until = clock()
        self._reason = ""
        self._whole = WholeAnswers()

    @property
    def version(self) -> str:
        """Return gTTS's version."""
        return installed_version("gtts")

    @property
    def seconds_a_request(self) -> float:
        """Return the pause between two requests."""
        return self._seconds_between_requests

    @property
    def settings(self) -> str:
        """Return how it is asked to speak."""
        return "normal speed"

    def speak(self, text: str, locale: str, pace: int | None = None) -> NDArray[np.float32]:
        """Return *text* spoken, once asked for and then stretched to *pace*.

        Raise `VoiceUnavailable` as soon as one phrase of it cannot be had.
        """
        import numpy as np

        with self._turn:
            spoken = [self._phrase(phrase, locale) for phrase in phrases(text, MOST_CHARACTERS)]
        samples = np.concatenate(spoken) if spoken else np.zeros(0, np.float32)
        return at_pace(lambda speed: stretched(samples, self.sample_rate, speed), text, self.sample_rate, pace)

    def _phrase(self, phrase: str, locale: str) -> NDArray[np.float32]:
        waits, patience = iter(self._retry_after_seconds), MOST_WAITS
        while True:
            self._keep_pace()
            try:
                return self._sound(phrase, self._answer(phrase, locale))
            except _Later as error:
                patience -= 1
                if error.seconds > LONGEST_WAIT_SECONDS or patience < 0:
                    raise self._resting(max(error.seconds, REST_SECONDS * (patience < 0)), str(error)) from error
                self._sleep(max(error.seconds, LEAST_WAIT_SECONDS))
            except _TryAgain as error:
                wait_seconds = next(waits, None)
                if wait_seconds is None:
                    times = len(self._retry_after_seconds) + 1
                    raise self._resting(error.rest_seconds, f"{error}, {times} times") from error
                self._sleep(wait_seconds)
            except _Refused as error:
                raise self._resting(REST_SECONDS, str(error)) from error

    def _sound(self, phrase: str, answer: bytes) -> NDArray[np.float32]:
        """Return the samples of an MP3 that really speaks *phrase*, and all of it."""
        import numpy as np
        import soundfile

        from audio.resampling import resampled

        if not answer:
            raise _Refused("a page instead of sound (captcha or consent)")
        try:
            samples, rate = soundfile.read(BytesIO(answer), dtype="float32", always_2d=True)
        except soundfile.LibsndfileError as error:
            raise _TryAgain("sound that cannot be decoded", rest_seconds=0) from error
        mono = samples.mean(axis=1, dtype=np.float32)
        if is_cut(answer) or not self._whole.is_whole(phrase, mono, rate):
            raise _TryAgain("too little sound for its text", rest_seconds=0)
        return resampled(mono, rate, self.sample_rate)

    def _keep_pace(self) -> None:
        now = self._clock()
        if now < self._rests_until:
            raise VoiceUnavailable(f"{self._reason}; not asked again for {self._rests_until - now:.0f} s")
        if now < self._next_request_at:
            self._sleep(self._next_request_at - now)
        self._next_request_at = max(now, self._next_request_at) + self._seconds_between_requests

    def _resting(self, seconds: float, reason: str) -> VoiceUnavailable:
        self._rests_until = self._clock() + seconds
        self._reason = reason
        return VoiceUnavailable(reason)

    def _answer(self, phrase: str, locale: str) -> bytes:
        """Return the MP3 for *phrase*. A thread of its own bounds the whole answer: time-outs only bound its pauses."""
        outcome: SimpleQueue[bytes | Exception] = SimpleQueue()

        def ask() -> None:
            try:
                outcome.put(_requested(phrase, locale, self._base_url, self._timeout_seconds))
            except Exception as error:  # handed over, and raised by the caller
                outcome.put(error)

        threading.Thread(target=ask, name="gtts", daemon=True).start()
        try:
            answer = outcome.get(timeout=2 * self._timeout_seconds)
        except Empty:
            raise _TryAgain(f"no whole answer within {2 * self._timeout_seconds:.0f} s") from None
        if isinstance(answer, Exception):
            raise _judged(answer) from answer
        return answer


class _TryAgain(Exception):
    """It may work a moment later."""

    def __init__(self, reason: str, rest_seconds: float = REST_SECONDS) -> None:
        super().__init__(reason)
        self.rest_seconds = rest_seconds
        """How long nothing is asked when it does not; 0 when only this text is at fault."""


class _Later(Exception):
    """It says itself when it will work."""

    def __init__(self, reason: str, seconds: float) -> None:
        super().__init__(reason)
        self.seconds = seconds


class _Refused(Exception):
    """It will not work for a while."""


def _requested(phrase: str, locale: str, base_url: str | None, timeout_seconds: float) -> bytes:
    from gtts import gTTS

    class Request(gTTS):  # type: ignore[misc]  # gTTS has no types
        """A request that may go to another server."""

        def _prepare_requests(self) -> list[object]:
            prepared: list[object] = super()._prepare_requests()
            for request in prepared:
                if base_url:
                    request.prepare_url(base_url.rstrip("/") + _RPC_PATH, None)  # type: ignore[attr-defined]
            return prepared

    language, _, country = locale.partition("-")
    request = Request(
        phrase,
        lang=language,
        tld=_DOMAINS.get(country, "com"),
        pre_processor_funcs=[],
        tokenizer_func=lambda text: [text],
        timeout=timeout_seconds,
    )
    answer = BytesIO()
    request.write_to_fp(answer)
    return answer.getvalue()


def _judged(error: Exception) -> Exception:
    """Return what *error* means: try again, leave it, or a mistake of ours."""
    from gtts import gTTSError

    if isinstance(error, AssertionError | ValueError):  # gTTS asserts its input; bad base64 and UTF-8 are ValueErrors
        return _TryAgain(f"an unusable answer ({error})", rest_seconds=0)
    if not isinstance(error, gTTSError):
        return error
    if error.rsp is None:
        return _TryAgain(f"no connection ({type(error.__context__).__name__})")
    status = int(error.rsp.status_code)
    asked_for = _retry_after_seconds(error.rsp.headers.get("Retry-After", ""))
    if status == 429:
        return _Later("too many requests (429)", REST_SECONDS if asked_for is None else asked_for)
    if status >= 500:
        reason = f"server error ({status})"
        return _TryAgain(reason) if asked_for is None else _Later(reason, asked_for)
    return _Refused(f"refused ({status})" if status >= 400 else "an answer without sound")


def _retry_after_seconds(header: str) -> float | None:
    """Return the seconds a Retry-After header asks for, given as a number or a date; None when it asks for none."""
    if re.fullmatch(r"\d{1,9}", header.strip()):
        return float(header)
    date = parsedate_tz(header)
    return max(0.0, mktime_tz(date) - time.time()) if date else None
