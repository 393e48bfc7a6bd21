"""The skill's manifest, and each of Amazon's rules about it, broken in one place."""

from __future__ import annotations

import json
import re
from pathlib import Path
from shutil import copyfile

import pytest
from pydantic import TypeAdapter

from interaction_model.manifest import ManifestFile
from interaction_model.manifest_rules import Understanding, check_manifest
from interaction_model.samples import match
from interaction_model.source import FOLDER
from skill.domain.history.privacy import SymptomsMode
from skill.errors import ContentError
from skill.publishing.listing import ICONS, icon_path
from skill.publishing.package import Deployment, manifest_of

UNDERSTANDING = Understanding(
    locale="en-US", invocation_name="spine coach", understood=lambda utterance: match(utterance) is not None
)
LISTING = "manifest.publishingInformation.locales.en-US"
DEPLOYMENT = Deployment(url="https://spine-coach.example.org", symptoms=SymptomsMode.POLICY_SAFE)


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """The made manifest of one locale, with its icons: it may be broken."""
    package = tmp_path / "made" / "skill-package"
    for size in ICONS:
        icon = package / icon_path("en-US", size)
        icon.parent.mkdir(parents=True, exist_ok=True)
        copyfile(FOLDER / "icons" / f"{size}.png", icon)
    content = TypeAdapter(ManifestFile).dump_python(manifest_of(DEPLOYMENT), by_alias=True, mode="json")
    publishing, privacy = content["manifest"]["publishingInformation"], content["manifest"]["privacyAndCompliance"]
    publishing["distributionCountries"] = ["US"]
    for holder in (publishing, privacy):
        holder["locales"] = {"en-US": holder["locales"]["en-US"]}
    path = package / "skill.json"
    path.write_text(json.dumps(content, indent=2))
    return path


def complaints(path: Path) -> list[str]:
    """Return what is wrong, without the line and the column."""
    return [f"{one.field}: {one.problem}" for one in check_manifest(UNDERSTANDING, path)]


def test_the_manifest_that_is_made_breaks_no_rule(manifest: Path) -> None:
    assert list(check_manifest(UNDERSTANDING, manifest)) == []


BROKEN = {
    "another category": (
        '"HEALTH_AND_FITNESS"',
        '"GAMES"',
        "manifest.publishingInformation.category: must be HEALTH_AND_FITNESS, not GAMES",
    ),
    "countries beside worldwide": (
        '"isAvailableWorldwide": false',
        '"isAvailableWorldwide": true',
        "manifest.publishingInformation.isAvailableWorldwide: countries are named exactly when this is false",
    ),
    "no countries": (
        r'"distributionCountries": \[\s*"US"\s*\]',
        '"distributionCountries": []',
        "manifest.publishingInformation.isAvailableWorldwide: countries are named exactly when this is false",
    ),
    "no testing instructions": (
        r'"testingInstructions": "[^\n]*",\n',
        '"testingInstructions": " ",\n',
        "manifest.publishingInformation.testingInstructions: must tell how to reach everything",
    ),
    "a name that is too long": (
        '"name": "Spine Coach"',
        f'"name": "{"Coach" * 11}"',
        f"{LISTING}.name: has 55 characters; at most 50 are allowed",
    ),
    "a name of one letter": (
        '"name": "Spine Coach"',
        '"name": "S"',
        f"{LISTING}.name: must have at least 2 characters",
    ),
    "a name with Amazon's mark": (
        '"name": "Spine Coach"',
        '"name": "Spine Alexa Skill"',
        f"{LISTING}.name: must not have Amazon's marks in it",
    ),
    "a player that is not declared": (
        r',\s*\{\s*"type": "AUDIO_PLAYER"\s*\}',
        "",
        "manifest.apis.custom.interfaces: AUDIO_PLAYER is used, but not declared",
    ),
    "an interface that is not used": (
        r'\{\s*"type": "AUDIO_PLAYER"\s*\}',
        '{"type": "AUDIO_PLAYER"}, {"type": "VIDEO_APP"}',
        "manifest.apis.custom.interfaces: VIDEO_APP is declared, but not used",
    ),
    "a summary that is too long": (
        r'"summary": "[^\n]*"',
        f'"summary": "{"long " * 33}"',
        f"{LISTING}.summary: has 165 characters; at most 160 are allowed",
    ),
    "a summary that promises a cure": (
        "Gentle neck",
        "Heals your neck",
        f"{LISTING}.summary: 'Heals' promises too much",
    ),
    "a description that promises help": (
        "Lie down, and talk.",
        "It guarantees results.",
        f"{LISTING}.description: 'guarantees' promises too much",
    ),
    "a description without the disclaimer": (
        "It is not a substitute for professional medical advice, diagnosis or treatment.",
        "It is no professional medical advice.",
        f"{LISTING}.description: lacks 'not a substitute', a part of the disclaimer",
    ),
    "a first phrase that does not open the skill": (
        '"Alexa, open spine coach"',
        '"Open spine coach"',
        f"{LISTING}.examplePhrases.0: 'Open spine coach' must be 'Alexa, open spine coach' or the like",
    ),
    "a first phrase with another name": (
        '"Alexa, open spine coach"',
        '"Alexa, open spine coaching"',
        f"{LISTING}.examplePhrases.0: 'Alexa, open spine coaching' must be 'Alexa, open spine coach' or the like",
    ),
    "a phrase that is no sample": (
        '"Start today\'s routine"',
        '"Make me strong"',
        f"{LISTING}.examplePhrases.1: 'Make me strong' is no sample of the model",
    ),
    "four phrases": (
        '"How do I do the bridge"\n',
        '"How do I do the bridge",\n            "Help"\n',
        f"{LISTING}.examplePhrases: has 4 entries; at most 3 are allowed",
    ),
    "no phrases": (
        r'"examplePhrases": \[[^\]]*\]',
        '"examplePhrases": []',
        f"{LISTING}.examplePhrases: has no entries; the first must open the skill",
    ),
    "31 keywords": (
        r'"keywords": \[[^\]]*\]',
        f'"keywords": [{", ".join(["1"] * 0 + [chr(34) + "back" + chr(34)] * 31)}]',
        f"{LISTING}.keywords: has 31 entries; at most 30 are allowed",
    ),
    "an icon that is not there": (
        "en-US_smallIcon.png",
        "small.png",
        f"{LISTING}.smallIconUri: file://assets/images/small.png: there is no such file",
    ),
    "an icon of another size": (
        "en-US_largeIcon.png",
        "en-US_smallIcon.png",
        f"{LISTING}.largeIconUri: file://assets/images/en-US_smallIcon.png: must be a PNG of 512x512 pixels",
    ),
    "a locale without a listing": (
        r'"locales": \{\s*"en-US": \{\s*"name"',
        '"locales": {"en-GB": {"name"',
        "manifest.publishingInformation.locales: en-US is missing; it has a model",
    ),
    "an address without TLS": (
        r'"custom": \{\s*"endpoint": \{\s*"uri": "https:',
        '"custom": {"endpoint": {"uri": "http:',
        "manifest.apis.custom.endpoint.uri: http://spine-coach.example.org/alexa is no https address",
    ),
    "Amazon's mark in the domain": (
        r'"events": \{\s*"endpoint": \{\s*"uri": "https://spine-coach\.',
        '"events": {"endpoint": {"uri": "https://alexa-coach.',
        "manifest.events.endpoint.uri: https://alexa-coach.example.org/alexa has one of Amazon's marks in its domain",
    ),
    "a certificate for development": (
        r'"sslCertificateType": "Trusted"\s*\},\s*"interfaces"',
        '"sslCertificateType": "SelfSigned"}, "interfaces"',
        "manifest.apis.custom.endpoint.sslCertificateType: must be Trusted or Wildcard, not SelfSigned",
    ),
    "a permission nobody uses": (
        r'"permissions": \[',
        '"permissions": [{"name": "alexa::alerts:reminders:skill:readwrite"}, ',
        "manifest.permissions: alexa::alerts:reminders:skill:readwrite is asked for, but not used",
    ),
    "a permission that is not asked for": (
        r'\{\s*"name": "alexa::person_id:read"\s*\}',
        "",
        "manifest.permissions: alexa::person_id:read is used, but not asked for",
    ),
    "health information in Amazon's sense": (
        '"usesHealthInfo": false',
        '"usesHealthInfo": true',
        "manifest.privacyAndCompliance.usesHealthInfo: must be false",
    ),
    "directed at children": (
        '"isChildDirected": false',
        '"isChildDirected": true',
        "manifest.privacyAndCompliance.isChildDirected: must be false",
    ),
    "advertising": (
        '"containsAds": false',
        '"containsAds": true',
        "manifest.privacyAndCompliance.containsAds: must be false",
    ),
    "no privacy policy": (
        r'"privacyPolicyUrl": "[^"]*",\s*',
        "",
        "manifest.privacyAndCompliance.locales.en-US: privacyPolicyUrl is missing; personal information is kept",
    ),
    "a privacy policy without TLS": (
        '"privacyPolicyUrl": "https:',
        '"privacyPolicyUrl": "ftp:',
        "manifest.privacyAndCompliance.locales.en-US.privacyPolicyUrl: "
        "ftp://spine-coach.example.org/privacy is no https address",
    ),
}


@pytest.mark.parametrize(("old", "new", "complaint"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_rule_is_told(manifest: Path, old: str, new: str, complaint: str) -> None:
    pattern = old if "\\" in old or "[^" in old else re.escape(old)
    text, times = re.subn(pattern, lambda _: new, manifest.read_text(encoding="utf-8"))
    assert times == 1
    manifest.write_text(text, encoding="utf-8")
    assert complaint in complaints(manifest)


def test_a_complaint_has_its_line_and_column(manifest: Path) -> None:
    text = manifest.read_text(encoding="utf-8").replace('"HEALTH_AND_FITNESS"', '"GAMES"')
    manifest.write_text(text, encoding="utf-8")
    (complaint,) = check_manifest(UNDERSTANDING, manifest)
    assert str(complaint).startswith("made/skill-package/skill.json:5:7: manifest.publishingInformation.")


def test_a_manifest_with_an_unknown_key_is_refused(manifest: Path) -> None:
    text = manifest.read_text(encoding="utf-8").replace(
        '"manifestVersion"', '"manifestVersoin": "1.0", "manifestVersion"'
    )
    manifest.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"skill\.json:3:5: manifest\.manifestVersoin: "):
        list(check_manifest(UNDERSTANDING, manifest))


def test_a_missing_manifest_is_told(manifest: Path) -> None:
    manifest.unlink()
    with pytest.raises(ContentError, match=r"^made/skill-package/skill\.json:1:1: file: missing$"):
        list(check_manifest(UNDERSTANDING, manifest))


@pytest.mark.parametrize("mode", SymptomsMode, ids=str)
def test_everything_quoted_in_the_listing_is_understood(mode: SymptomsMode) -> None:
    publishing = manifest_of(Deployment(url=DEPLOYMENT.url, symptoms=mode)).manifest.publishing_information
    texts = [publishing.locales["en-US"].description, publishing.testing_instructions]
    quoted = [one for text in texts for one in re.findall(r'"([^"]+)"', text)]
    spoken = [one.removeprefix("Alexa, ") for one in quoted if one.removeprefix("Alexa, ") != "open spine coach"]

    assert len(spoken) > 20
    assert [one for one in spoken if match(one) is None] == []
