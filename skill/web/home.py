"""The front page, and whether the server is well."""

from __future__ import annotations

from flask import Blueprint, Response, abort, jsonify, render_template

from skill.bootstrap import Application
from skill.errors import StorageError
from skill.screen.body import plain as body_map
from skill.screen.figures import figure_ids, plain

A_DAY_SECONDS = 24 * 60 * 60


def blueprint(application: Application) -> Blueprint:
    """Return the blueprint of the front page and the health check."""
    pages = Blueprint("home", __name__)

    @pages.get("/")
    def home() -> str:
        return render_template(
            "home.html", exercises=len(application.catalog.exercises), local=application.settings.local
        )

    @pages.get("/figures/body.json")
    def body() -> Response:
        answer = jsonify(body_map())
        answer.cache_control.max_age = A_DAY_SECONDS
        return answer

    @pages.get("/figures/<figure_id>.json")
    def drawn(figure_id: str) -> Response:
        if figure_id not in figure_ids():
            abort(404)
        answer = jsonify(plain(figure_id))
        answer.cache_control.max_age = A_DAY_SECONDS
        return answer

    @pages.get("/healthz")
    def healthz() -> tuple[Response, int]:
        try:
            application.store.ping()
        except StorageError:
            return jsonify(status="the store is down"), 503
        return jsonify(status="ok"), 200

    return pages
