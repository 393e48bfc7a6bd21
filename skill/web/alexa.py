"""POST /alexa: check, hand to ask-sdk, answer."""

from __future__ import annotations

import logging

from flask import Blueprint, Response, request

from skill.alexa.endpoint import Endpoint
from skill.bootstrap import Application
from skill.errors import VerificationError

log = logging.getLogger(__name__)

MOST_BODY_BYTES = 128 * 1024
"""Real requests are a few kilobytes (docs/sdk.md §7)."""


def blueprint(application: Application) -> Blueprint:
    """Return the blueprint of Alexa's endpoint."""
    pages = Blueprint("alexa", __name__)
    endpoint = Endpoint(application.skill)

    @pages.post("/alexa")
    def alexa() -> Response:
        try:
            body = _body()
            application.verifier.verify(dict(request.headers), body, application.clock())
        except VerificationError as error:
            log.warning("refused: %s", error.reason)
            return Response(status=400)
        return Response(endpoint.answer(body), mimetype="application/json")

    return pages


def _body() -> bytes:
    """Return the body, cut off behind its limit. Raise `VerificationError` when it is odd on the wire.

    The parser is the server's own, and has errors of its own: a chunk of minus one byte, or one that never ends.
    """
    try:
        return request.stream.read(MOST_BODY_BYTES + 1)
    except Exception as error:
        raise VerificationError("body-malformed") from error
