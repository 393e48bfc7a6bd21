"""From a checked request's bytes to a response's bytes: ask-sdk's own adapter, its checks off, for ours ran first."""

from __future__ import annotations

import json
import logging

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.skill import CustomSkill

from skill.alexa.oscrypto_fix import ensure_importable

log = logging.getLogger(__name__)

EMPTY = b'{"version":"1.0","response":{}}'
"""What a request gets that is Amazon's but of a kind that ask-sdk does not know."""


class Endpoint:
    """Answers requests that have passed the request check."""

    def __init__(self, skill: CustomSkill) -> None:
        ensure_importable()
        from ask_sdk_webservice_support.webservice_handler import WebserviceSkillHandler

        self._handler = WebserviceSkillHandler(skill, verify_signature=False, verify_timestamp=False)

    def answer(self, body: bytes) -> bytes:
        """Return the response to *body*, which must be UTF-8 JSON. A request of an unknown kind gets an empty one."""
        try:
            response = self._handler.verify_request_and_dispatch({}, body.decode())
        except SerializationException:
            log.warning("a request of a kind nobody knows")
            return EMPTY
        return json.dumps(response, ensure_ascii=False, separators=(",", ":")).encode()
