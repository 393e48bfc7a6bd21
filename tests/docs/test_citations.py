"""Nothing is known that a stranger cannot open: every § and every link leads somewhere."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READ = {".py", ".yaml", ".ftl", ".md", ".dialogue", ".course", ".toml", ".js", ".css", ".html"}
GENERATED = {"interaction_model/en-US.json"}
PAGE = re.compile(r"docs/([\w-]+\.md)")
CITED = re.compile(r"docs/([\w-]+\.md)|§\s?(\d+(?:\.\d+)*[a-z]?)?")
HEADING = re.compile(r"^#+ (\d+(?:\.\d+)*[a-z]?)\.? ", re.MULTILINE)
LINK = re.compile(r"`[^`\n]*`|\[[^\]\n]*\]\(([^)\s]+)\)")
OUTSIDE = re.compile(r"\b(?:users|style|design|naming)\.md|exercises\.json|shared/reference|\bissue \d")
"""What is not in the repository."""
SAME_PARAGRAPH = 300
"""Characters within which a § belongs to the page named before it."""
PATH = re.compile(
    r"(?<![\w./<-])(?:skill|audio|interaction_model|tests|docs)/[\w./-]*\w\.(?:py|yaml|ftl|md|json|toml)\b"
)


@cache
def files() -> tuple[Path, ...]:
    """Return the files a person writes: those that git knows, and new ones it does not ignore."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("git is not here to tell which files are the project's")
    paths = (ROOT / name for name in dict.fromkeys(listed.stdout.splitlines()) if name not in GENERATED)
    return tuple(path for path in paths if path.suffix in READ and path.is_file())


@cache
def sections(page: str) -> frozenset[str]:
    """Return the numbers of the sections of a page in `docs/`; none when there is no such page."""
    path = ROOT / "docs" / page
    return frozenset(HEADING.findall(path.read_text(encoding="utf-8"))) if path.is_file() else frozenset()


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def broken(path: Path) -> Iterator[str]:
    """Yield each § of a file that leads nowhere, with its line."""
    text = text_of(path)
    page, named_at = "", -SAME_PARAGRAPH
    for found in CITED.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if found[1]:
            page, named_at = found[1], found.start()
        elif found[2] is None:
            continue
        elif found.start() - named_at > SAME_PARAGRAPH:
            yield f"{path.relative_to(ROOT)}:{line}: §{found[2]} without its page: write docs/clinical.md §{found[2]}"
        elif found[2] not in sections(page):
            yield f"{path.relative_to(ROOT)}:{line}: docs/{page} has no §{found[2]}"
        else:
            named_at = found.start()


def test_every_section_that_is_cited_is_there() -> None:
    inside_docs = ROOT / "docs"
    found = [
        one for path in files() if inside_docs not in path.parents and path != Path(__file__) for one in broken(path)
    ]

    assert found == []


def test_every_page_of_docs_that_is_named_is_there() -> None:
    named = {(path, page) for path in files() if path != Path(__file__) for page in PAGE.findall(text_of(path))}

    assert [f"{path}: docs/{page}" for path, page in sorted(named) if not (ROOT / "docs" / page).is_file()] == []


def test_every_link_leads_somewhere() -> None:
    found = []
    for path in files():
        if path.suffix != ".md":
            continue
        for target in LINK.findall(text_of(path)):
            if not target or "://" in target or target.startswith(("#", "mailto:")):
                continue
            if not (path.parent / target.partition("#")[0]).exists():
                found.append(f"{path.relative_to(ROOT)}: {target}")

    assert found == []


def test_every_file_that_is_named_is_there() -> None:
    found = []
    for path in files():
        if path.parent == ROOT / "docs" or path.name == "CHANGELOG.md":
            continue
        found += [
            f"{path.relative_to(ROOT)}: {name}" for name in PATH.findall(text_of(path)) if not (ROOT / name).exists()
        ]

    assert found == []


def test_nothing_is_cited_that_stays_outside() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {cited}"
        for path in files()
        if path != Path(__file__)
        for cited in OUTSIDE.findall(text_of(path))
    ]

    assert found == []
