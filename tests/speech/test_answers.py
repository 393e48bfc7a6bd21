"""Every answer in every locale: short, fit to be heard, and within a minute; and its card."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from skill.domain import cues
from skill.domain.catalog.topics import Family, Topic
from skill.speech.messages import Messages
from skill.speech.plain import plain
from skill.speech.timing import spoken_ms
from tests.shipped import shipped_catalog
from tests.speech.samples import locales

TOPICS = shipped_catalog().topics
ANSWERS = [
    pytest.param(topic, country, id=f"{topic.id}-{country or 'anywhere'}")
    for topic in TOPICS.values()
    for country in (None, *topic.countries)
]
LONGEST_ALOUD_SECONDS = 60
MOST_CARD_CHARACTERS = 8_000
MOST_WORDS_A_SENTENCE = 21
COUNTRIES = ("GB", "CA", "AU", "NZ", "IN")

PROMISES = re.compile(r"\b(will (heal|cure|fix|go away)|guarantee\w*|cures?|you will get better|always works)\b", re.I)
ALARM = re.compile(r"\b(paraly\w*|disab\w*|cripple\w*|irreversible|die|death|terrible|horrible)\b", re.I)
DIAGNOSIS = re.compile(r"\byou(?: probably)? have (?:a|an) (?:herniated|slipped|bulging|pinched)", re.I)
REASSURANCE = re.compile(r"don't worry|nothing to worry|probably nothing|harmless|no need to", re.I)
DOSES = re.compile(r"\b(milligrams?|mg|tablets? a day|take (?:one|two) tablets)", re.I)


@pytest.fixture(scope="module", params=locales())
def spoken(request: pytest.FixtureRequest, content: Path) -> Messages:
    """The words of each locale in turn."""
    return Messages(request.param, content)


def short(topic: Topic, country: str | None) -> cues.TopicAnswer:
    return cues.TopicAnswer(topic_id=topic.id, country=country, emergency_number="911")


def longer(topic: Topic, country: str | None) -> cues.TopicMore:
    return cues.TopicMore(topic_id=topic.id, country=country, emergency_number="911")


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?])\s+", text)


def test_there_are_topics_of_every_family() -> None:
    assert len(TOPICS) >= 35
    assert {topic.family for topic in TOPICS.values()} == set(Family)


@pytest.mark.parametrize(("topic", "country"), ANSWERS)
class TestEveryAnswer:
    def test_is_two_or_three_sentences_and_then_a_few_more(
        self, spoken: Messages, topic: Topic, country: str | None
    ) -> None:
        first, more = sentences(spoken.say(short(topic, country))), sentences(spoken.say(longer(topic, country)))

        assert 2 <= len(first) <= 4
        assert 2 <= len(more) <= 8
        for sentence in (*first, *more):
            assert len(sentence.split()) <= MOST_WORDS_A_SENTENCE, sentence

    def test_takes_at_most_a_minute_aloud_in_all(self, spoken: Messages, topic: Topic, country: str | None) -> None:
        said = [spoken.say(short(topic, country)), spoken.say(cues.AskMore()), spoken.say(longer(topic, country))]

        assert sum(map(spoken_ms, said)) <= LONGEST_ALOUD_SECONDS * 1000

    def test_fits_on_a_card(self, spoken: Messages, topic: Topic, country: str | None) -> None:
        title = spoken.write(cues.TopicName(topic_id=topic.id))
        text = plain(spoken, (short(topic, country), longer(topic, country)))

        assert len(title) + len(text) <= MOST_CARD_CHARACTERS

    def test_promises_nothing_and_neither_alarms_nor_diagnoses(
        self, spoken: Messages, topic: Topic, country: str | None
    ) -> None:
        text = f"{spoken.say(short(topic, country))} {spoken.say(longer(topic, country))}"

        for wrong in (PROMISES, ALARM, DIAGNOSIS, REASSURANCE, DOSES):
            assert not wrong.search(text), text

    def test_is_plain_words_that_do_not_ask(self, spoken: Messages, topic: Topic, country: str | None) -> None:
        text = f"{spoken.say(short(topic, country))} {spoken.say(longer(topic, country))}"

        assert re.fullmatch(r"[A-Za-z0-9 ,.:'-]+", text), text
        assert not re.search(r"  | [,.:]|,[^ ]|[.][^ ]|,,", text), text


@pytest.mark.parametrize("country", COUNTRIES)
def test_how_to_get_a_physical_therapist_differs_by_country(spoken: Messages, country: str) -> None:
    topic = TOPICS[next(one for one in TOPICS if one == "getting-a-referral")]
    here, usual = spoken.say(short(topic, country)), spoken.say(short(topic, None))

    assert topic.country_of_words(country) == country
    assert topic.country_of_words("US") is None
    assert here != usual
    assert "United States" in usual
    assert "United States" not in here


@pytest.mark.parametrize("family", [Family.CARE, Family.COACH], ids=str)
def test_what_the_coach_does_not_know_ends_with_who_would(spoken: Messages, family: Family) -> None:
    unknown = [
        said
        for topic in TOPICS.values()
        if topic.family is family and re.match(r"I can't (say|advise)", said := spoken.say(short(topic, None)))
    ]

    assert all(re.search(r"(doctor|pharmacist|surgeon|specialist|therapist)", said) for said in unknown)
    assert re.search(r"doctor or (physical therapist|physiotherapist) would", spoken.say(cues.UnknownTopic()))


@pytest.mark.parametrize("topic_id", ["emergency-signs", "when-to-see-someone", "medical-advice"])
def test_the_number_to_call_is_said(spoken: Messages, topic_id: str) -> None:
    topic = next(topic for topic in TOPICS.values() if topic.id == topic_id)

    assert spoken.number_to_call("911") in spoken.say(short(topic, None)) + spoken.say(longer(topic, None))
