"""Installed from its wheel, outside the checkout, the product does what it does inside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from tests.web.server import Server

ROOT = Path(__file__).parents[2]
PACKAGES = ("skill", "audio", "interaction_model")
DOCUMENTATION = ("README.md", "screenshot.png")
"""What is for who reads the source."""
GUIDE = "rest-on-the-belly-beginner"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: a build leaves things behind."""
    copy = tmp_path_factory.mktemp("source")
    for name in PACKAGES:
        copytree(ROOT / name, copy / name, ignore=ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        (copy / name).write_bytes((ROOT / name).read_bytes())
    command = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", "dist", "."]
    subprocess.run([sys.executable, "-m", "pip", *command], cwd=copy, check=True, capture_output=True, timeout=110)
    (built,) = (copy / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment in which Python finds the wheel before any checkout."""
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as zipped:
        zipped.extractall(site)
    home = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SPINE_COACH_")}
    return {
        **kept,
        "PYTHONPATH": str(site),
        "PYTHONWARNINGS": "ignore",
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }


def run(environment: dict[str, str], cwd: Path, *arguments: str, said: str = "") -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, env=environment, cwd=cwd, input=said, capture_output=True, text=True, timeout=110, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_data_file_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as zipped:
        packed = set(zipped.namelist())
    files = {
        path.relative_to(ROOT).as_posix()
        for name in PACKAGES
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name not in DOCUMENTATION
    }

    assert len(files) > 400
    assert sorted(files - packed) == []


def test_it_talks_and_packages_from_elsewhere(installed: dict[str, str], tmp_path: Path) -> None:
    where = run(installed, tmp_path, "-c", "import skill; print(skill.__file__)")
    assert where.startswith(installed["PYTHONPATH"])

    said = run(installed, tmp_path, "-m", "skill", "talk", "--database", "memory:", said="open spine coach\n")
    assert "coach: Welcome to Spine Coach." in said

    run(installed, tmp_path, "-m", "skill", "package", "--url", "https://coach.example.org", "--out", "made")
    manifest = json.loads((tmp_path / "made" / "skill-package" / "skill.json").read_text())
    assert len(manifest["manifest"]["publishingInformation"]["locales"]) == 5


@pytest.mark.slow
def test_it_builds_a_guide_and_serves_it(installed: dict[str, str], tmp_path: Path) -> None:
    run(installed, tmp_path, "-m", "skill", "audio", "build", "--voice", "hibari", "--out", str(tmp_path), GUIDE)

    with Server(
        tmp_path,
        "--local",
        "--guides",
        str(tmp_path),
        environment={"PYTHONPATH": installed["PYTHONPATH"], "PYTHONSAFEPATH": "1"},
    ) as server:
        assert server.get("/guides/")[1].count(b"<audio") == 1
        assert server.get(f"/guides/{GUIDE}.mp3")[0] == 200
        assert server.get("/privacy")[0] == 200
