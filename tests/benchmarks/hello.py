"""The servers that are compared: a bare ask-sdk hello world, with and without the SDK's own checks, and Spine Coach."""

from __future__ import annotations

import json
import os
import warnings
from pathlib import Path

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Response as SdkResponse
from flask import Flask, Response, request

from skill.alexa.oscrypto_fix import ensure_importable
from tests.alexa.verification.lab import SKILL_ID

SERVERS = {
    "checked": "hello world, the SDK's checks",
    "unchecked": "hello world, no checks",
    "coach": "Spine Coach, checked and saved",
}


def environment_of(name: str, folder: Path) -> dict[str, str]:
    """Return the settings of a server; Spine Coach gets a new SQLite file in *folder*."""
    if name != "coach":
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    return {
        "SPINE_COACH_SKILL_ID": SKILL_ID,
        "SPINE_COACH_SYMPTOMS": "durable",
        "SPINE_COACH_DATABASE_URL": f"sqlite:///{folder / 'coach.sqlite'}",
        "SPINE_COACH_SECRET": "only for measuring, not a secret",
    }


def make_app(name: str) -> Flask:
    """Return the application called *name* in `SERVERS`."""
    return _coach() if name == "coach" else _hello(checked=name == "checked")


def _coach() -> Flask:
    from skill.bootstrap import build
    from skill.config import Settings
    from skill.web import create_app

    application = build(Settings.read(os.environ))
    application.store.ping()
    return create_app(application)


def _hello(*, checked: bool) -> Flask:
    warnings.simplefilter("ignore")
    ensure_importable()
    from ask_sdk_webservice_support.webservice_handler import WebserviceSkillHandler

    builder = SkillBuilder()

    @builder.request_handler(can_handle_func=lambda handler_input: True)
    def hello(handler_input: HandlerInput) -> SdkResponse:
        return handler_input.response_builder.speak("Hello world").ask("Hello?").response

    handler = WebserviceSkillHandler(builder.create(), verify_signature=checked, verify_timestamp=checked)
    app = Flask(__name__)

    @app.post("/alexa")
    def alexa() -> Response:
        answer = handler.verify_request_and_dispatch(dict(request.headers), request.get_data().decode())
        return Response(json.dumps(answer), mimetype="application/json")

    return app
