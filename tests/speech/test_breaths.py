"""A longer answer in breaths: nothing is lost, and no turn of it is a lecture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain import cues
from skill.domain.catalog.topics import Topic
from skill.speech.breaths import in_breaths
from skill.speech.messages import messages_for
from tests.shipped import shipped_catalog

MOST_WORDS = 60
TOPICS = shipped_catalog().topics.values()
SENTENCES = st.lists(st.lists(st.sampled_from(["walk", "rest", "often"]), min_size=1, max_size=20), min_size=1)


@given(sentences=SENTENCES, breaths=st.integers(1, 4))
def test_nothing_is_lost_and_nothing_is_torn(sentences: list[list[str]], breaths: int) -> None:
    text = " ".join(" ".join(words) + "." for words in sentences)

    runs = in_breaths(text, breaths)

    assert len(runs) == breaths
    assert " ".join(run for run in runs if run) == text
    assert all(run.endswith(".") for run in runs if run)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_no_breath_of_an_answer_is_longer_than_a_turn_may_be(topic: Topic) -> None:
    messages = messages_for("en-US")
    for country in (None, *topic.countries):
        answer = cues.TopicAnswer(topic_id=topic.id, country=country, emergency_number="911")
        more = [
            messages.say(
                cues.TopicMore(
                    topic_id=topic.id,
                    country=country,
                    emergency_number="911",
                    breath=number,
                    breaths=topic.breaths,
                )
            )
            for number in range(1, topic.breaths + 1)
        ]
        also = messages.say(cues.TopicsToAsk(topic_ids=topic.related)) if topic.related and len(more) == 1 else ""

        assert all(more)
        for said in (messages.say(answer), *more[:-1], f"{more[-1]} {also}"):
            assert len(f"{said} {messages.say(cues.AskMore())}".split()) <= MOST_WORDS, said
