"""What is wrong with a topic or its words is told, and where."""

from __future__ import annotations

import pytest

from tests.content.conftest import Folder

CARE = "topics/care.yaml"
ANSWERS = "locales/en-US/answers.ftl"


@pytest.mark.parametrize(
    ("old", "new", "field", "problem"),
    [
        pytest.param("PT-BRING", "PT-BRNG", "first-visit.source.0", "did you mean `PT-BRING`?", id="source"),
        pytest.param("heat-and-ice, inj", "heat-and-ise, inj", "medicines.related.0", "heat-and-ice", id="related"),
    ],
)
def test_in_a_topics_data(content: Folder, old: str, new: str, field: str, problem: str) -> None:
    content.assert_breaks(CARE, old, new, at=None, field=field, problem=problem)


def test_no_source(content: Folder) -> None:
    content.assert_breaks(
        CARE, "[PT-BRING]", "[]", at="source: [], ", field="first-visit.source", problem="at least one source"
    )


def test_a_country_that_is_no_country(content: Folder) -> None:
    content.edit(CARE, "countries: [GB", "countries: [gb")

    assert any("getting-a-referral" in one and "two capital letters" in one for one in content.mistakes())


def test_a_topic_in_two_families(content: Folder) -> None:
    content.edit("topics/coach.yaml", "sources: {", "surgery: {source: [SEED]}\nsources: {")

    assert any("this topic is in content/topics/care.yaml too" in one for one in content.mistakes())


def test_a_family_nobody_knows(content: Folder) -> None:
    content.write("topics/cooking.yaml", "soup: {source: [SEED]}\n")

    assert any("unknown family `cooking`" in one for one in content.mistakes())


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        pytest.param("topic-surgery =", "topic-surgry =", "surgery of topics/care.yaml is asked for", id="no-words"),
        pytest.param("topic-surgery =", "topic-surgry =", "did you mean `topic-surgery`?", id="words-of-nothing"),
        pytest.param("    .nz-more =", "    .nz-mor =", "missing: getting-a-referral", id="country-without-words"),
        pytest.param("Choose flat ground", "Choose 5km of flat ground", "'5k' cannot be said", id="not-sayable"),
        pytest.param(
            "Walk tall, and let your arms swing.",
            "Walk tall and let your arms swing, and then go on walking for as long as you like, and then some more.",
            "words in one sentence",
            id="too-long",
        ),
    ],
)
def test_in_a_topics_words(content: Folder, old: str, new: str, problem: str) -> None:
    content.edit(ANSWERS, old, new)

    assert any(problem in one and one.startswith(f"content/{ANSWERS}:") for one in content.mistakes())
