"""What a clinician must know of, told in any state: it is asked about before anything is coached the next morning."""

from __future__ import annotations

import pytest

from skill.domain.patient.state import State
from skill.domain.safety.screen_items import Condition
from skill.simulator.device import Device
from tests.alexa.stations import WAYS, slot

AT_THE_DOOR = {State.ASKING_WHO, State.ASKING_NAME}
"""Nobody knows yet whose condition it would be."""
HELD = {State.HELD, State.CLARIFYING, State.RETRACTING}
"""What holds the coaching must be checked first."""
ASKS_ABOUT_IT = "First, about what you told me before."


@pytest.mark.parametrize("condition", Condition)
@pytest.mark.parametrize("state", sorted(set(State) - AT_THE_DOOR))
def test_a_condition_told_in_any_state_is_asked_about_first_the_next_morning(
    device: Device, state: State, condition: Condition
) -> None:
    WAYS[state](device)
    device.intent("TellConditionIntent", slot("condition", condition))
    device.exit()
    device.wait(24 * 3600)

    heard = device.launch()
    if state in HELD:
        heard = device.intent("ClearedIntent")
    if state is State.SETTING_REGION:
        heard = device.intent("SetRegionIntent", slot("region", "low-back"))

    assert ASKS_ABOUT_IT in heard.text
    assert heard.text.endswith(("exercise is fine with it?", "said exercise is fine?"))
