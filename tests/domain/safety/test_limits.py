"""What a limit leaves to coach, exercise by exercise."""

from __future__ import annotations

import pytest

from skill.domain.catalog.catalog import Catalog
from skill.domain.safety.limits import Limit, allowed, may_progress, nothing_coached

LEFT = {
    Limit.ADULTS_ONLY: set(),
    Limit.NO_COACHING: set(),
    Limit.WALKING_AND_REST_ONLY: {"walking", "rest-on-the-belly"},
    Limit.NO_NECK: {
        "rest-on-the-belly", "prone-press-up", "backward-bend", "side-plank", "bird-dog", "dead-bug", "bridge",
        "walking", "swimming", "strength-training", "piriformis-stretch", "cat-camel-stretch"},
    Limit.NO_LOAD: {
        "rest-on-the-belly", "prone-press-up", "backward-bend", "cervical-retraction", "lateral-neck-flexion",
        "walking", "swimming", "piriformis-stretch", "pectoral-stretch", "cat-camel-stretch"},
}  # fmt: skip


@pytest.mark.parametrize("limit", Limit)
def test_a_limit_leaves_these(catalog: Catalog, limit: Limit) -> None:
    rest = catalog.rules.screening.walking_and_rest

    left = {one.id for one in catalog.exercises.values() if allowed(one, (limit,), rest)}

    assert left == LEFT[limit]


def test_limits_add_up(catalog: Catalog) -> None:
    rest = catalog.rules.screening.walking_and_rest
    both = (Limit.NO_NECK, Limit.NO_LOAD)

    left = {one.id for one in catalog.exercises.values() if allowed(one, both, rest)}

    assert left == LEFT[Limit.NO_NECK] & LEFT[Limit.NO_LOAD]


def test_without_limits_everything_is_open(catalog: Catalog) -> None:
    assert all(allowed(one, (), ()) for one in catalog.exercises.values())
    assert may_progress(())


@pytest.mark.parametrize("limit", Limit)
def test_nothing_gets_harder_under_any_limit(limit: Limit) -> None:
    assert not may_progress((limit,))
    assert nothing_coached((limit,)) == (limit in (Limit.ADULTS_ONLY, Limit.NO_COACHING))
