"""The skill's manifest (`skill.json`) as Amazon takes it: the shape of the JSON, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import ConfigDict
from pydantic.alias_generators import to_camel
from pydantic.dataclasses import dataclass

_CAMEL = ConfigDict(alias_generator=to_camel, validate_by_name=True, validate_by_alias=True)


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class Listing:
    """How the store shows the skill in one locale."""

    name: str
    summary: str
    description: str
    example_phrases: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    small_icon_uri: str
    large_icon_uri: str


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class Publishing:
    """How the store shows the skill."""

    category: str
    distribution_mode: Literal["PUBLIC", "PRIVATE"]
    is_available_worldwide: bool
    distribution_countries: tuple[str, ...] = ()
    testing_instructions: str
    locales: Mapping[str, Listing]


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class Endpoint:
    """Where requests go."""

    uri: str
    ssl_certificate_type: str


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class Interface:
    """A device interface that the skill uses, such as AUDIO_PLAYER."""

    type: str


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class CustomApi:
    """The skill's own service."""

    endpoint: Endpoint
    interfaces: tuple[Interface, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class Apis:
    """The skill's services."""

    custom: CustomApi


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class Subscription:
    """A skill event that is wanted."""

    event_name: str


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class Events:
    """The skill events that are wanted, and where they go."""

    endpoint: Endpoint
    subscriptions: tuple[Subscription, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class Permission:
    """A permission that is asked of the user."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class PrivacyLinks:
    """Where the privacy policy and the terms of use are."""

    privacy_policy_url: str = ""
    terms_of_use_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class Privacy:
    """What the skill's maker declares."""

    allows_purchases: bool
    uses_personal_info: bool
    is_child_directed: bool
    is_export_compliant: bool
    contains_ads: bool
    uses_health_info: bool = False
    locales: Mapping[str, PrivacyLinks]


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class Manifest:
    """The manifest."""

    manifest_version: Literal["1.0"]
    publishing_information: Publishing
    apis: Apis
    permissions: tuple[Permission, ...] = ()
    events: Events
    privacy_and_compliance: Privacy


@dataclass(frozen=True, slots=True, kw_only=True, config=_CAMEL)
class ManifestFile:
    """The whole of `skill.json`."""

    manifest: Manifest
