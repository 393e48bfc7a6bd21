"""The server's pages and Alexa's endpoint."""

from __future__ import annotations

from flask import Flask, Response

from skill.bootstrap import Application
from skill.web import alexa, guides, home, policies
from skill.web.public_path import PublicPath

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; style-src-attr 'unsafe-inline'; object-src 'none'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def create_app(application: Application) -> Flask:
    """Return the Flask application that serves *application*."""
    app = Flask(__name__)
    app.json.compact = True  # type: ignore[attr-defined]
    app.register_blueprint(alexa.blueprint(application))
    app.register_blueprint(guides.blueprint(application))
    app.register_blueprint(home.blueprint(application))
    app.register_blueprint(policies.blueprint(application))
    if application.settings.local:
        _add_simulator(app, application)
    if application.settings.public_url:
        app.wsgi_app = PublicPath(app.wsgi_app, application.settings.public_url)  # type: ignore[method-assign]
    app.after_request(_with_security_headers)
    return app


def _add_simulator(app: Flask, application: Application) -> None:
    from skill.web import simulator
    from skill.web.own_site import only_own_site

    only_own_site(app)
    app.register_blueprint(simulator.blueprint(application))


def _with_security_headers(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    return response
