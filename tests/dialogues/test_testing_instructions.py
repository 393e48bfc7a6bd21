"""What Amazon's testers are told to say works word for word, from a newly enabled skill on."""

from __future__ import annotations

from pathlib import Path

import pytest

from skill.domain.history.privacy import SymptomsMode
from skill.publishing.testing_instructions import MOST_CHARACTERS, TRANSCRIPTS, instructions_for
from skill.simulator.transcript import read_transcript
from tests.dialogues.conftest import stage

by_mode = pytest.mark.parametrize("mode", SymptomsMode, ids=str)


@by_mode
def test_they_run_from_a_new_account_to_a_deleted_one(mode: SymptomsMode, tmp_path: Path) -> None:
    stage(tmp_path, mode.value).run(TRANSCRIPTS[mode])


@by_mode
def test_they_need_nothing_but_a_newly_enabled_skill(mode: SymptomsMode) -> None:
    verbs = {line.verb for line in read_transcript(TRANSCRIPTS[mode])}

    assert verbs <= {"patient", "coach", "wait", "state", "mic", "player"}
    assert not [line for line in read_transcript(TRANSCRIPTS[mode]) if line.verb == "patient" and "[" in line.text]


@by_mode
def test_they_lead_through_everything(mode: SymptomsMode) -> None:
    lines = [(line.verb, line.text) for line in read_transcript(TRANSCRIPTS[mode])]
    said = [text for verb, text in lines if verb == "patient"]

    assert said[0] == "open spine coach"
    assert [text for verb, text in lines if verb == "state" and text.startswith("counting")]
    assert [text for verb, text in lines if verb == "player" and text.startswith("playing")]
    assert {"help", "pause", "resume", "repeat", "stop", "delete my data"} <= set(said)
    assert not [text for verb, text in lines if verb == "coach" and "emergency care. Call" in text]


@by_mode
def test_they_fit_amazons_field_and_quote_every_line(mode: SymptomsMode) -> None:
    text = instructions_for(mode)

    assert len(text) <= MOST_CHARACTERS
    assert text.splitlines()[3] == '- Say: "Alexa, open spine coach"'
    for line in read_transcript(TRANSCRIPTS[mode]):
        assert line.verb != "patient" or f'{line.text}"' in text
