"""Every intent answers in every state, and `docs/states.md` says where it leads."""

from __future__ import annotations

import re

import pytest

from skill.domain.patient.state import State
from tests.docs.states import PAGE, meanings, said_in, section

AGAIN = "docs/states.md is not what the dialogue does any more. Write it anew: python -m tests.docs.states"


@pytest.mark.parametrize("state", list(State))
def test_every_intent_answers_sensibly_and_leads_where_the_page_says(state: State) -> None:
    assert {said.intent: said.complaints for said in said_in(state) if said.complaints} == {}
    assert section(state) in PAGE.read_text(encoding="utf-8"), AGAIN


def test_every_state_has_a_meaning_and_a_section_and_the_page_has_no_other() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert set(meanings()) == {state.value for state in State}
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [state.value for state in State]
