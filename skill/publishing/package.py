"""The skill package: a folder that `ask deploy` takes as it is. Everything in it is made here, nothing is linked."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from interaction_model.amazon import LanguageModel, as_json
from interaction_model.build import DEFAULT_LOCALE, language_model, model_text
from interaction_model.countries import in_country
from interaction_model.manifest import (
    Apis,
    CustomApi,
    Endpoint,
    Events,
    Interface,
    Manifest,
    ManifestFile,
    Permission,
    Privacy,
    PrivacyLinks,
    Publishing,
    Subscription,
)
from interaction_model.manifest_rules import CATEGORY, EVENTS, INTERFACES_USED, PERMISSIONS_USED
from interaction_model.source import FOLDER, read_source
from skill.domain.history.privacy import SymptomsMode
from skill.errors import ConfigError
from skill.publishing.listing import ICONS, icon_path, listing
from skill.publishing.testing_instructions import instructions_for
from skill.speech.locales import CONTENT, SPOKEN_LOCALES, differences_of
from skill.speech.messages import messages_for

RESOURCES = "ask-resources.json"
SKILL_PACKAGE = "skill-package"
ASK_RESOURCES = {
    "askcliResourcesVersion": "2020-03-31",
    "profiles": {"default": {"skillMetadata": {"src": f"./{SKILL_PACKAGE}"}}},
}
"""What `ask deploy` opens first (docs/alexa-platform.md §8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """What the package has to say of one server."""

    url: str
    """Where the server is reached from outside, https, without a slash at its end."""
    symptoms: SymptomsMode
    wildcard: bool = False
    """Whether the server's certificate is for all subdomains of its domain."""


def make_package(deployment: Deployment, out: Path) -> Path:
    """Write the package for *deployment* into the folder *out*, and return the path of its `skill.json`.

    What `ask` itself keeps in *out* stays. Raise `ConfigError` when *out* holds anything but an earlier package.
    """
    manifest = TypeAdapter(ManifestFile).dump_python(manifest_of(deployment), by_alias=True, mode="json")
    american = american_model()
    package = _cleared(out)
    _write(out / RESOURCES, ASK_RESOURCES)
    _write(package / "skill.json", manifest)
    for locale in SPOKEN_LOCALES:
        model = package / "interactionModels" / "custom" / f"{locale}.json"
        model.parent.mkdir(parents=True, exist_ok=True)
        model.write_text(model_text(as_json(model_of(american, locale))), encoding="utf-8")
        for size in ICONS:
            icon = package / icon_path(locale, size)
            icon.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(FOLDER / "icons" / f"{size}.png", icon)
    return package / "skill.json"


def model_of(american: LanguageModel, locale: str) -> LanguageModel:
    """Return the model of *locale*, made from the *american* one."""
    if locale == DEFAULT_LOCALE:
        return american
    return in_country(american, locale, differences_of(CONTENT / "locales" / locale).reworded)


def model_of_all(american: LanguageModel) -> LanguageModel:
    """Return a model with the words of every country: where it has no two meanings, no country's has."""
    for locale in SPOKEN_LOCALES:
        american = model_of(american, locale)
    return american


def manifest_of(deployment: Deployment) -> ManifestFile:
    """Return the manifest for *deployment*."""
    endpoint = Endpoint(
        uri=f"{deployment.url}/alexa", ssl_certificate_type="Wildcard" if deployment.wildcard else "Trusted"
    )
    links = PrivacyLinks(privacy_policy_url=f"{deployment.url}/privacy", terms_of_use_url=f"{deployment.url}/terms")
    manifest = Manifest(
        manifest_version="1.0",
        publishing_information=Publishing(
            category=CATEGORY,
            distribution_mode="PUBLIC",
            is_available_worldwide=False,
            distribution_countries=tuple(sorted(locale[-2:] for locale in SPOKEN_LOCALES)),
            testing_instructions=instructions_for(deployment.symptoms),
            locales={locale: listing(messages_for(locale), deployment.symptoms) for locale in SPOKEN_LOCALES},
        ),
        apis=Apis(
            custom=CustomApi(
                endpoint=endpoint, interfaces=tuple(Interface(type=name) for name in sorted(INTERFACES_USED))
            )
        ),
        permissions=tuple(Permission(name=name) for name in sorted(PERMISSIONS_USED)),
        events=Events(endpoint=endpoint, subscriptions=tuple(Subscription(event_name=name) for name in EVENTS)),
        privacy_and_compliance=Privacy(
            allows_purchases=False,
            uses_personal_info=True,
            is_child_directed=False,
            is_export_compliant=True,
            contains_ads=False,
            uses_health_info=False,
            locales=dict.fromkeys(SPOKEN_LOCALES, links),
        ),
    )
    return ManifestFile(manifest=manifest)


@cache
def american_model() -> LanguageModel:
    """Return the model every other one is made from, read once."""
    return language_model(read_source(DEFAULT_LOCALE))


def _cleared(out: Path) -> Path:
    """Return the folder of the package in *out*, empty."""
    package = out / SKILL_PACKAGE
    foreign = out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / RESOURCES).is_file()))
    if foreign:
        raise ConfigError(f"{out} holds something else than a skill package. Name a new folder with --out.")
    if package.is_dir():
        shutil.rmtree(package)
    package.mkdir(parents=True)
    return package


def _write(path: Path, content: Any) -> None:  # noqa: ANN401 - any JSON
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
