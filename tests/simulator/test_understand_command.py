"""`spine-coach understand`: an utterance a line in, a line of JSON out, the same in every process."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from click.testing import CliRunner

from skill.cli import main
from tests.simulator.phrases import read_phrases


def test_each_utterance_becomes_a_line_of_json() -> None:
    said = "open spine coach\n\nit's in my left calf, a four\ndo the moonwalk\nquit\n"

    answered = CliRunner().invoke(main, ["understand", "--locale", "en-US"], input=said)

    lines = [json.loads(line) for line in answered.stdout.splitlines()]
    assert [list(line) for line in lines] == [["utterance", "intent", "slots", "how", "confidence"]] * 4
    assert [(line["utterance"], line["intent"], line["slots"]) for line in lines] == [
        ("open spine coach", "LaunchRequest", {}),
        (
            "it's in my left calf, a four",
            "ReportPlaceIntent",
            {"place": "below-knee", "side": "left", "number": "4"},
        ),
        ("do the moonwalk", "DoExerciseIntent", {"exercise": "moonwalk"}),
        ("quit", "SessionEndedRequest", {}),
    ]


def test_every_process_understands_the_same() -> None:
    said = "".join(f"{phrase.text}\n" for phrase in read_phrases()[::6])

    def understood(seed: int) -> str:
        command = [sys.executable, "-m", "skill", "understand"]
        environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
        return subprocess.run(command, input=said, env=environment, capture_output=True, text=True, check=True).stdout

    assert understood(1) == understood(2)
