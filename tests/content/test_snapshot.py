"""A checked catalog is kept, and an unchanged one is loaded without being read again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from skill import catalog as module
from skill.catalog import CONTENT, load_catalog
from skill.domain.catalog.catalog import Catalog
from skill.errors import ContentError
from tests.content.conftest import Folder


@pytest.fixture
def _unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail when anything is read that is not kept."""

    def read(root: Path) -> Catalog:
        pytest.fail(f"{root} was read")

    monkeypatch.setattr(module, "_checked", read)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache in which the shipped content is kept."""
    load_catalog(cache=tmp_path / "cache")
    return tmp_path / "cache"


def test_what_is_kept_is_what_was_read(cache: Path, catalog: Catalog) -> None:
    assert load_catalog(cache=cache) == catalog


@pytest.mark.usefixtures("_unreadable")
def test_what_is_kept_is_not_read(tmp_path: Path, catalog: Catalog) -> None:
    module.snapshot.save(tmp_path, module.snapshot.key_of(CONTENT), catalog)

    assert load_catalog(cache=tmp_path) == catalog


def test_a_changed_number_is_read(content: Folder, tmp_path: Path) -> None:
    load_catalog(content.root, cache=tmp_path)
    content.edit("rules/day.yaml", "value: 4", "value: 3")

    assert load_catalog(content.root, cache=tmp_path).rules.blocks_per_day == 3


def test_a_changed_word_is_checked(content: Folder, tmp_path: Path) -> None:
    load_catalog(content.root, cache=tmp_path)
    content.edit("exercises/bridge/en-US.ftl", ".step-4", ".step-44")

    with pytest.raises(ContentError):
        load_catalog(content.root, cache=tmp_path)


def test_mistakes_are_never_kept(content: Folder, tmp_path: Path) -> None:
    content.edit("rules/day.yaml", "value: 4", "value: four")
    for _ in range(2):
        with pytest.raises(ContentError):
            load_catalog(content.root, cache=tmp_path / "cache")

    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", '"key"', None], ids=str)
def test_a_damaged_cache_is_made_anew(cache: Path, catalog: Catalog, damage: str | None) -> None:
    [path] = cache.iterdir()
    kept = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(damage if damage is not None else json.dumps(kept | {"catalog": {"rules": []}}), encoding="utf-8")

    assert load_catalog(cache=cache) == catalog
    assert json.loads(path.read_text(encoding="utf-8")) == kept


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path, catalog: Catalog) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")

    assert load_catalog(cache=tmp_path / "file") == catalog


def test_a_kept_catalog_needs_none_of_the_readers(cache: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from skill.catalog import load_catalog;"
        f"load_catalog(cache=Path({str(cache)!r}));"
        "print(*{'pydantic', 'ruamel.yaml', 'fluent.syntax'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )

    assert done.stdout.strip() == ""
