"""The front page, and whether the server is well."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, render_template

from skill.bootstrap import Application
from skill.errors import StorageError


def blueprint(application: Application) -> Blueprint:
    """Return the blueprint of the front page and the health check."""
    pages = Blueprint("home", __name__)

    @pages.get("/")
    def home() -> str:
        return render_template(
            "home.html", exercises=len(application.catalog.exercises), local=application.settings.local
        )

    @pages.get("/healthz")
    def healthz() -> tuple[Response, int]:
        try:
            application.store.ping()
        except StorageError:
            return jsonify(status="the store is down"), 503
        return jsonify(status="ok"), 200

    return pages
