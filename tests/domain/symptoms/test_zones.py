"""The words people use for a place lead to its zone, and a whole leg or arm is asked about."""

from __future__ import annotations

from itertools import pairwise

import pytest

from skill.domain.catalog.catalog import Catalog
from skill.domain.movement.exercise import Region
from skill.domain.symptoms.zones import Zone

PLACES = {
    "my words of docs/clinical.md": [
        (Region.LOW_BACK, "nowhere", 0), (Region.LOW_BACK, "gone", 0), (Region.LOW_BACK, "low back", 1),
        (Region.LOW_BACK, "hip", 2), (Region.LOW_BACK, "bottom", 2), (Region.LOW_BACK, "hamstring", 3),
        (Region.LOW_BACK, "above the knee", 3), (Region.LOW_BACK, "calf", 4), (Region.LOW_BACK, "ankle", 4),
        (Region.LOW_BACK, "big toe", 5), (Region.NECK, "between the shoulder blades", 1),
        (Region.NECK, "shoulder blade", 2), (Region.NECK, "bicep", 3), (Region.NECK, "elbow", 4),
        (Region.NECK, "wrist", 4), (Region.NECK, "thumb", 5),
    ],
    "an id as a slot value": [(Region.LOW_BACK, "below-knee", 4), (Region.NECK, "upper-arm", 3)],
    "as a device writes it": [(Region.LOW_BACK, "Below the Knee ", 4), (Region.NECK, "upper arm", 3)],
}  # fmt: skip


@pytest.mark.parametrize(
    ("region", "phrase", "zone"), [place for places in PLACES.values() for place in places], ids=str
)
def test_a_word_leads_to_its_zone(catalog: Catalog, region: Region, phrase: str, zone: int) -> None:
    assert catalog.rules.zones[region].named(phrase) == zone


@pytest.mark.parametrize(("region", "phrase"), [(Region.LOW_BACK, "Leg"), (Region.NECK, "down my arm")])
def test_a_whole_limb_is_no_zone_but_a_question(catalog: Catalog, region: Region, phrase: str) -> None:
    zones = catalog.rules.zones[region]

    assert zones.is_limb(phrase)
    assert zones.named(phrase) is None


def test_an_unknown_place_is_none(catalog: Catalog) -> None:
    zones = catalog.rules.zones[Region.LOW_BACK]

    assert zones.named("kitchen") is None
    with pytest.raises(LookupError, match=r"no zone `kitchen`; there are nowhere, spine, buttock"):
        zones.with_id("kitchen")


@pytest.mark.parametrize("region", [Region.LOW_BACK, Region.NECK])
def test_ids_and_zones_lead_to_each_other(catalog: Catalog, region: Region) -> None:
    zones = catalog.rules.zones[region]

    assert [zones.with_id(zones.id_of(zone)) for zone in Zone] == list(Zone)


def test_zones_count_outwards() -> None:
    assert all(nearer < further for nearer, further in pairwise(Zone))
    assert [int(zone) for zone in Zone] == list(range(6))
