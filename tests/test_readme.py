"""README stays true: its conversation is one that the tests hold, and what it names is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PARTS = (ROOT / "docs" / "parts.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TRANSCRIPT = ROOT / "tests" / "dialogues" / "in-the-readme.dialogue"


def spoken(text: str) -> list[str]:
    """Return the lines of patient and coach, continuation lines joined."""
    unwrapped = re.sub(r"\n {9,}", " ", text)
    return [line for line in unwrapped.splitlines() if line.startswith(("patient ", "coach "))]


def test_the_conversation_is_the_one_in_the_transcript() -> None:
    assert spoken(README) == spoken(TRANSCRIPT.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([^):#]+)\)", README))))
def test_every_link_leads_somewhere(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_every_dependency_earns_its_place_in_the_table(requirement: str) -> None:
    (name,) = re.findall(r"^[A-Za-z0-9._-]+", requirement)

    assert re.search(rf"^\|.*\b{re.escape(name)}\b.*\|.*\|$", PARTS, re.MULTILINE)


def test_the_front_page_is_one_page() -> None:
    assert len(README.splitlines()) <= 110


RECIPES = sorted((ROOT / "docs" / "adding").glob("*.md"))


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.stem)
def test_a_recipe_names_only_what_is_there(recipe: Path) -> None:
    text = recipe.read_text(encoding="utf-8")
    named = re.findall(r"`((?:skill|audio|tests|docs|interaction_model)/[\w./-]+)`", text)

    assert [path for path in named if not (ROOT / path).exists()] == []
    assert [link for link in re.findall(r"\]\(([^):#]+)\)", text) if not (recipe.parent / link).exists()] == []
