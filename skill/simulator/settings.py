"""What the pretend Echo's settings API answers.

There is no second server: the token that the device sends says what the API would. It is believed with `--local` only.
"""

from __future__ import annotations

import json

from skill.alexa.turn import Turn

_BEFORE = "simulator time zone "


def token_of(time_zone: str) -> str:
    """Return the access token of a device that is set to *time_zone*, an IANA name."""
    return f"{_BEFORE}{time_zone}"


def simulated_settings(turn: Turn) -> bytes:
    """Return the time zone of the device that sent *turn*. Raise `ValueError` when its token is no simulator's."""
    if not turn.api_access_token.startswith(_BEFORE):
        raise ValueError("not a token of the simulator")
    return json.dumps(turn.api_access_token.removeprefix(_BEFORE)).encode()
