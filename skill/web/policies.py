"""What a store asks for: the privacy policy and the terms of use, true for how this server is set."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template

from skill.bootstrap import Application
from skill.speech.messages import Messages, messages_for

LOCALE = "en-US"
PRIVACY = ("always", "symptoms", "where", "erase", "children")
TERMS = ("advice", "emergency", "stop", "who", "warranty")
"""The sections of each page; their words are in `content/locales/*/store.ftl`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands below it."""

    title: str
    text: str


def blueprint(application: Application) -> Blueprint:
    """Return the blueprint of `/privacy` and `/terms`."""
    pages = Blueprint("policies", __name__)
    settings, messages = application.settings, messages_for(LOCALE)
    values = {
        "mode": settings.symptoms.value,
        "publisher": settings.publisher or "none",
        "contact": settings.contact or "none",
    }

    @pages.get("/privacy")
    def privacy() -> str:
        return render_template(
            "policy.html",
            title=messages.text("privacy-title"),
            lead=messages.text("privacy-who", **values),
            sections=_sections("privacy", PRIVACY, messages, values),
        )

    @pages.get("/terms")
    def terms() -> str:
        return render_template(
            "policy.html",
            title=messages.text("terms-title"),
            lead=None,
            sections=_sections("terms", TERMS, messages, values),
        )

    return pages


def _sections(page: str, names: tuple[str, ...], messages: Messages, values: dict[str, str]) -> tuple[Section, ...]:
    return tuple(
        Section(title=messages.text(f"{page}-{name}-title"), text=messages.text(f"{page}-{name}", **values))
        for name in names
    )
