"""The folder that goes to Amazon: made whole, real files only, true for the server it is for."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from click.testing import CliRunner

from interaction_model.amazon import LanguageModel, as_json
from interaction_model.build import language_model
from interaction_model.forms import phrases_of
from interaction_model.rules import ambiguities, formal_breaches
from interaction_model.source import Source, read_source
from skill.cli import main
from skill.domain.history.privacy import SymptomsMode
from skill.publishing.package import Deployment, make_package, manifest_of, model_of, model_of_all
from skill.speech.locales import SPOKEN_LOCALES
from tests.npm import npm_package

URL = "https://coach.example.org"
ZIP = """
const [cli, folder, target] = process.argv.slice(1);
const { createTempZip } = require(cli + "/dist/lib/utils/zip-utils.js");
createTempZip(folder, (error, made) => {
  if (error) throw error;
  require("fs").copyFileSync(made, target);
});
"""
KEPT = {
    SymptomsMode.DURABLE: "keeps those answers only if you say yes",
    SymptomsMode.SESSION: "keeps none of those answers",
    SymptomsMode.POLICY_SAFE: "keeps nothing of what you say about your health",
}
Json = dict[str, Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made") / "package"
    make_package(Deployment(url=URL, symptoms=SymptomsMode.POLICY_SAFE), out)
    return out


@pytest.fixture(scope="module")
def source() -> Source:
    return read_source("en-US")


@pytest.fixture(scope="module")
def american(source: Source) -> LanguageModel:
    return language_model(source)


def manifest(folder: Path) -> Json:
    return dict(json.loads((folder / "skill-package" / "skill.json").read_text())["manifest"])


def test_it_is_what_ask_deploy_opens(folder: Path) -> None:
    resources = json.loads((folder / "ask-resources.json").read_text())
    src = resources["profiles"]["default"]["skillMetadata"]["src"]

    assert resources["askcliResourcesVersion"] == "2020-03-31"
    assert (folder / src / "skill.json").is_file()


def test_every_file_is_a_real_one_and_every_locale_is_whole(folder: Path) -> None:
    package = folder / "skill-package"
    files = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}

    assert not [path for path in folder.rglob("*") if path.is_symlink()]
    assert files == {
        "skill.json",
        *(f"interactionModels/custom/{locale}.json" for locale in SPOKEN_LOCALES),
        *(f"assets/images/{locale}_{size}Icon.png" for locale in SPOKEN_LOCALES for size in ("small", "large")),
    }
    assert set(manifest(folder)["publishingInformation"]["locales"]) == set(SPOKEN_LOCALES)


def test_every_address_is_the_servers(folder: Path) -> None:
    made = manifest(folder)

    assert made["apis"]["custom"]["endpoint"] == {"uri": f"{URL}/alexa", "sslCertificateType": "Trusted"}
    assert made["events"]["endpoint"]["uri"] == f"{URL}/alexa"
    for links in made["privacyAndCompliance"]["locales"].values():
        assert links == {"privacyPolicyUrl": f"{URL}/privacy", "termsOfUseUrl": f"{URL}/terms"}
    assert made["permissions"] == [{"name": "alexa::person_id:read"}]


@pytest.mark.parametrize("locale", SPOKEN_LOCALES)
def test_no_model_breaks_a_rule(locale: str, american: LanguageModel) -> None:
    model = model_of(american, locale)

    assert [str(one) for one in formal_breaches(model)] == []
    assert [intent.name for intent in model.intents] == [intent.name for intent in american.intents]


@pytest.mark.slow
def test_no_words_mean_two_things_in_any_country(american: LanguageModel, source: Source) -> None:
    model = model_of_all(american)

    assert [one.problem for one in ambiguities(model, phrases_of(model, source.words.durations))] == []


@pytest.mark.parametrize(
    ("locale", "heard"),
    [("en-GB", "play my programme"), ("en-IN", "my physiotherapist {condition}"), ("en-AU", "play my program")],
)
def test_a_country_is_heard_in_its_own_words_and_in_american_ones(
    folder: Path, american: LanguageModel, locale: str, heard: str
) -> None:
    text = (folder / "skill-package" / "interactionModels" / "custom" / f"{locale}.json").read_text()
    own = {sample for intent in model_of(american, locale).intents for sample in intent.samples}

    assert json.loads(text) == as_json(model_of(american, locale))
    assert heard in own
    assert {sample for intent in american.intents for sample in intent.samples} <= own


@pytest.mark.parametrize("mode", SymptomsMode, ids=str)
def test_the_listing_says_what_is_kept(mode: SymptomsMode) -> None:
    publishing = manifest_of(Deployment(url=URL, symptoms=mode)).manifest.publishing_information
    for listing in publishing.locales.values():
        assert [other for other, words in KEPT.items() if words in listing.description] == [mode]


class TestTheCommand:
    def run(self, *arguments: str, **environment: str) -> Any:
        return CliRunner().invoke(main, ["package", *arguments], env=environment)

    @pytest.fixture(autouse=True)
    def unset(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("SPINE_COACH_SYMPTOMS", raising=False)

    def test_unset_the_safest_mode_is_told(self, tmp_path: Path) -> None:
        done = self.run("--url", URL, "--out", str(tmp_path / "out"))

        assert done.exit_code == 0, done.output
        assert "SPINE_COACH_SYMPTOMS=policy-safe" in done.output

    def test_made_again_it_keeps_what_ask_keeps(self, tmp_path: Path) -> None:
        self.run("--url", URL, "--out", str(tmp_path))
        states = tmp_path / ".ask" / "ask-states.json"
        states.parent.mkdir()
        states.write_text("{}")
        stale = tmp_path / "skill-package" / "stale.json"
        stale.write_text("{}")

        assert self.run("--url", "https://other.example.org", "--out", str(tmp_path)).exit_code == 0
        assert states.is_file()
        assert not stale.exists()
        assert manifest(tmp_path)["apis"]["custom"]["endpoint"]["uri"] == "https://other.example.org/alexa"

    def test_a_folder_with_something_else_in_it_is_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "thesis.txt").write_text("mine")

        done = self.run("--url", URL, "--out", str(tmp_path))
        assert done.exit_code == 1
        assert "holds something else" in done.output
        assert (tmp_path / "thesis.txt").read_text() == "mine"

    @pytest.mark.parametrize("url", ["http://coach.example.org", "coach.example.org", "https://"])
    def test_an_address_that_alexa_cannot_call_is_refused(self, tmp_path: Path, url: str) -> None:
        done = self.run("--url", url, "--out", str(tmp_path / "out"))

        assert done.exit_code == 1
        assert "https" in done.output


def test_amazons_own_classes_take_the_manifest_and_every_model(folder: Path) -> None:
    from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData
    from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope

    serializer = DefaultSerializer()
    text = (folder / "skill-package" / "skill.json").read_text()
    read = serializer.deserialize(text, SkillManifestEnvelope)

    assert _without_nothing(serializer.serialize(read)) == _without_nothing(json.loads(text))
    for locale in SPOKEN_LOCALES:
        text = (folder / "skill-package" / "interactionModels" / "custom" / f"{locale}.json").read_text()
        model = serializer.deserialize(text, InteractionModelData)
        assert model.interaction_model.language_model.invocation_name == "spine coach"
        assert _without_nothing(serializer.serialize(model)) == _without_nothing(json.loads(text))


@pytest.mark.slow
def test_ask_clis_own_zip_holds_every_file_whole(folder: Path, tmp_path: Path) -> None:
    """Two hundred megabytes of npm, so it is in the long suite."""
    ask_cli = npm_package("ask-cli", "2.30.7")
    if ask_cli is None:
        pytest.skip("ask-cli is not here, and npm cannot install it")
    target = tmp_path / "package.zip"
    command = ["node", "-e", ZIP, str(ask_cli), str(folder / "skill-package"), str(target)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)

    with zipfile.ZipFile(target) as zipped:
        for path in (folder / "skill-package").rglob("*"):
            if path.is_file():
                assert zipped.read(path.relative_to(folder / "skill-package").as_posix()) == path.read_bytes()


def _without_nothing(value: Any) -> Any:
    """Return JSON without what is null or empty: Amazon's classes leave such things out."""
    match value:
        case dict():
            return {key: kept for key, one in value.items() if (kept := _without_nothing(one)) not in (None, [], {})}
        case list():
            return [_without_nothing(one) for one in value]
        case _:
            return value
