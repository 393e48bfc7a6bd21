"""A server on loopback that answers as Google Translate does, well or badly."""

from __future__ import annotations

import base64
import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, repeat
from urllib.parse import unquote_plus

import lameenc
import numpy as np

from tests.audio.voices import RATE, ToneVoice

FRAME_BYTES = 192
"""Of an MP3 with 64 kbps and 24 kHz."""

Answer = Callable[["Handler", str], None]


class Handler(BaseHTTPRequestHandler):
    """Answers a request with the next thing the server was told to do."""

    server: PretendGoogle

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        rpc = json.loads(unquote_plus(body).removeprefix("f.req=").removesuffix("&"))
        text, language, *_ = json.loads(rpc[0][0][1])
        self.server.asked.append((text, language))
        self.server.asked_at.append(time.monotonic())
        next(self.server.answers)(self, text)

    def reply(self, status: int, content: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class PretendGoogle(ThreadingHTTPServer):
    """Does *answers* in turn, and the last one for ever."""

    daemon_threads = True

    def __init__(self, answers: Sequence[Answer]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: Iterator[Answer] = chain(answers, repeat(answers[-1]))
        self.asked: list[tuple[str, str]] = []
        self.asked_at: list[float] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what some tests are about."""


@contextmanager
def pretend_google(*answers: Answer) -> Iterator[PretendGoogle]:
    with PretendGoogle(answers) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@lru_cache(maxsize=64)
def mp3(text: str) -> bytes:
    samples = ToneVoice("google").speak(text, "en-US")
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    return bytes(encoder.encode((samples * 32_767).astype("<i2").tobytes()) + encoder.flush())


def spoken(sound: bytes) -> bytes:
    """The line with the sound, as Google wraps it."""
    coded = base64.b64encode(sound).decode()
    line = f'[["wrb.fr","jQ1olc","[\\"{coded}\\"]",null,null,null,"generic"]]'
    return b")]}'\n\n" + f"{len(line)}\n{line}\n".encode()


def speaks(handler: Handler, text: str) -> None:
    handler.reply(200, spoken(mp3(text)))


def captcha(handler: Handler, _: str) -> None:
    handler.reply(200, b"<!doctype html><title>Sorry</title>Our systems have detected unusual traffic.")


def no_sound(handler: Handler, _: str) -> None:
    handler.reply(200, b')]}\'\n\n35\n[["wrb.fr","jQ1olc",null,null,null,[13],"generic"]]\n')


def empty(handler: Handler, _: str) -> None:
    handler.reply(200, b"")


def cut(share: float) -> Answer:
    """Sends whole frames only, but too few of them."""

    def answer(handler: Handler, text: str) -> None:
        whole = mp3(text)
        handler.reply(200, spoken(whole[: round(len(whole) / FRAME_BYTES * share) * FRAME_BYTES]))

    answer.__name__ = f"cut_at_{share}"
    return answer


def mid_frame(handler: Handler, text: str) -> None:
    """Ends in the midst of the last frame."""
    handler.reply(200, spoken(mp3(text)[: -FRAME_BYTES // 2]))


def silent(handler: Handler, _: str) -> None:
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    hush = bytes(encoder.encode(np.zeros(3 * RATE, "<i2").tobytes()) + encoder.flush())
    handler.reply(200, spoken(hush))


def garbage(handler: Handler, _: str) -> None:
    handler.reply(200, spoken(b"this is no MP3 at all, only some words" * 20))


def not_base64(handler: Handler, _: str) -> None:
    handler.reply(200, b'[["wrb.fr","jQ1olc","[\\"abc\\"]"]]\n')


def cut_off(handler: Handler, text: str) -> None:
    """Hangs up in the middle of the body."""
    content = spoken(mp3(text))
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content[: len(content) // 2])
    handler.close_connection = True


def drops(handler: Handler, _: str) -> None:
    handler.close_connection = True


def hangs(handler: Handler, _: str) -> None:
    time.sleep(1.0)


def drips(handler: Handler, text: str) -> None:
    """Sends a byte now and then: no pause is ever long enough for a time-out."""
    content = spoken(mp3(text))
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    for byte in content[:40]:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        time.sleep(0.05)


def status(code: int, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def answer(handler: Handler, _: str) -> None:
        handler.reply(code, b"no", named)

    answer.__name__ = f"status_{code}"
    return answer


def words_of(asked: Sequence[tuple[str, str]]) -> str:
    return re.sub(r"\s+", " ", " ".join(text for text, _ in asked))
