"""What Amazon asks of the skill's manifest (docs/alexa-platform.md §8, checks 67 to 77)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from interaction_model import listing_rules
from interaction_model.complaint import Complaint, Trail
from interaction_model.manifest import Endpoint, Manifest, ManifestFile, Privacy, Publishing
from skill.catalog.documents import ContentFile, Refused, read_document
from skill.catalog.mistakes import Mistake
from skill.errors import ContentError

CATEGORY = "HEALTH_AND_FITNESS"
CERTIFICATES = ("Trusted", "Wildcard")
"""`SelfSigned` is for development only."""
EVENTS = ("SKILL_ENABLED", "SKILL_DISABLED")
"""The skill events the server has an answer for."""
PERMISSIONS_USED = frozenset({"alexa::person_id:read"})
"""What the skill's code needs the user's leave for: who of a household speaks (docs/alexa-platform.md §6.1)."""
INTERFACES_USED = frozenset({"ALEXA_PRESENTATION_APL", "AUDIO_PLAYER"})
"""The device interfaces the skill's responses use. APL for audio needs none (docs/alexa-platform.md §2.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What of the interaction model the manifest must agree with."""

    locale: str
    invocation_name: str
    understood: Callable[[str], bool]
    """Tells whether an utterance is a sample of the model."""


def check_manifest(model: Understanding, path: Path) -> Iterator[Mistake]:
    """Yield what Amazon would object to in the manifest at *path*.

    Raise `ContentError` when the file cannot be read, or has another shape.
    """
    file, manifest = _read(path)
    complaints = (
        *_of_publishing(manifest.publishing_information, model, path.parent),
        *_of_endpoint(("apis", "custom", "endpoint"), manifest.apis.custom.endpoint),
        *_of_endpoint(("events", "endpoint"), manifest.events.endpoint),
        *_of_interfaces(manifest),
        *_of_permissions(manifest),
        *_of_privacy(manifest.privacy_and_compliance, frozenset(manifest.publishing_information.locales)),
    )
    for complaint in complaints:
        yield file.mistake(("manifest", *complaint.trail), complaint.problem)


def _read(path: Path) -> tuple[ContentFile, Manifest]:
    shown = path.relative_to(path.parents[2]).as_posix()
    if not path.is_file():
        raise ContentError([str(Mistake(path=shown, field="file", problem="missing"))])
    try:
        file = read_document(path, shown)  # JSON is YAML too
        return file, file.read(ManifestFile, file.tree).manifest
    except Refused as refused:
        raise ContentError(map(str, refused.mistakes)) from None


def _of_publishing(publishing: Publishing, model: Understanding, package: Path) -> Iterator[Complaint]:
    above: Trail = ("publishingInformation",)
    if publishing.category != CATEGORY:
        yield Complaint(trail=(*above, "category"), problem=f"must be {CATEGORY}, not {publishing.category}")
    if not publishing.testing_instructions.strip():
        yield Complaint(trail=(*above, "testingInstructions"), problem="must tell how to reach everything")
    if publishing.is_available_worldwide == bool(publishing.distribution_countries):
        problem = "countries are named exactly when this is false"
        yield Complaint(trail=(*above, "isAvailableWorldwide"), problem=problem)
    if model.locale not in publishing.locales:
        yield Complaint(trail=(*above, "locales"), problem=f"{model.locale} is missing; it has a model")
    for locale, listing in publishing.locales.items():
        for one in listing_rules.objections(listing, package, model.invocation_name, model.understood):
            yield Complaint(trail=(*above, "locales", locale, *one.trail), problem=one.problem)


def _of_endpoint(above: Trail, endpoint: Endpoint) -> Iterator[Complaint]:
    yield from _of_url((*above, "uri"), endpoint.uri)
    if endpoint.ssl_certificate_type not in CERTIFICATES:
        problem = f"must be {' or '.join(CERTIFICATES)}, not {endpoint.ssl_certificate_type}"
        yield Complaint(trail=(*above, "sslCertificateType"), problem=problem)


def _of_url(trail: Trail, url: str) -> Iterator[Complaint]:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        yield Complaint(trail=trail, problem=f"{url} is no https address")
    elif "alexa" in parts.hostname:
        yield Complaint(trail=trail, problem=f"{url} has one of Amazon's marks in its domain")


def _of_interfaces(manifest: Manifest) -> Iterator[Complaint]:
    declared = {interface.type for interface in manifest.apis.custom.interfaces}
    above: Trail = ("apis", "custom", "interfaces")
    for name in sorted(declared - INTERFACES_USED):
        yield Complaint(trail=above, problem=f"{name} is declared, but not used")
    for name in sorted(INTERFACES_USED - declared):
        yield Complaint(trail=above, problem=f"{name} is used, but not declared")


def _of_permissions(manifest: Manifest) -> Iterator[Complaint]:
    asked = {permission.name for permission in manifest.permissions}
    for name in sorted(asked - PERMISSIONS_USED):
        yield Complaint(trail=("permissions",), problem=f"{name} is asked for, but not used")
    for name in sorted(PERMISSIONS_USED - asked):
        yield Complaint(trail=("permissions",), problem=f"{name} is used, but not asked for")


def _of_privacy(privacy: Privacy, locales: frozenset[str]) -> Iterator[Complaint]:
    above: Trail = ("privacyAndCompliance",)
    for field, value in (
        ("usesHealthInfo", privacy.uses_health_info),
        ("isChildDirected", privacy.is_child_directed),
        ("containsAds", privacy.contains_ads),
    ):
        if value:
            yield Complaint(trail=(*above, field), problem="must be false")
    for locale, links in privacy.locales.items():
        for field, url in (("privacyPolicyUrl", links.privacy_policy_url), ("termsOfUseUrl", links.terms_of_use_url)):
            if url:
                yield from _of_url((*above, "locales", locale, field), url)
    without = sorted(
        one for one in locales if one not in privacy.locales or not privacy.locales[one].privacy_policy_url
    )
    if privacy.uses_personal_info:
        for locale in without:
            problem = "privacyPolicyUrl is missing; personal information is kept"
            yield Complaint(trail=(*above, "locales", locale), problem=problem)
