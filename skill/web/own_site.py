"""With `--local`, what may reach this server: this machine, by its own name, from its own pages, with JSON.

Requests are not signed here, so whatever a browser on this machine is made to send by another site would be believed:
a page elsewhere could take turns for a patient, or erase one.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, abort, request

from skill.config import is_loopback

NOT_HERE, NOT_FROM_THERE, NOT_JSON = 404, 403, 415
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def only_own_site(app: Flask) -> None:
    """Let *app* refuse every request of another machine, name or site, and everything posted that is not JSON."""
    app.before_request(_refuse)


def _refuse() -> None:
    if not is_loopback(_name(request.host)) or not is_loopback(request.remote_addr or ""):
        abort(NOT_HERE)
    if request.method in SAFE_METHODS:
        return
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin)[:2] != (request.scheme, request.host):
        abort(NOT_FROM_THERE)
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        abort(NOT_FROM_THERE)
    if not request.is_json:
        abort(NOT_JSON)


def _name(host: str) -> str:
    """Return *host* without its port; an IPv6 address keeps its brackets."""
    return host if host.endswith("]") else host.rsplit(":", 1)[0]
