"""The player's map: what its intents, buttons and reports lead to while an audio guide is up."""

from __future__ import annotations

from collections.abc import Mapping

from skill.alexa.handlers import Handler, step
from skill.dialogue.guides import listening, player_reports

PLAYER_INTENTS: Mapping[str, Handler] = {
    "AMAZON.PauseIntent": step(listening.pause),
    "AMAZON.ResumeIntent": step(listening.go_on),
    "AMAZON.NextIntent": step(listening.next_guide),
    "AMAZON.PreviousIntent": step(listening.previous_guide),
    "AMAZON.RepeatIntent": step(listening.from_the_start),
    "AMAZON.StartOverIntent": step(listening.from_the_start),
    "AMAZON.LoopOnIntent": step(listening.keeps_its_order),
    "AMAZON.LoopOffIntent": step(listening.keeps_its_order),
    "AMAZON.ShuffleOnIntent": step(listening.keeps_its_order),
    "AMAZON.ShuffleOffIntent": step(listening.keeps_its_order),
    "AMAZON.StopIntent": step(listening.stop),
    "AMAZON.CancelIntent": step(listening.stop),
    "AMAZON.NavigateHomeIntent": step(listening.stop),
}
"""What these mean when they open a session while an audio guide is up: Alexa sends them without the skill's name to the
skill that played last (alexa-platform.md §2.2)."""

PLAYER_BUTTONS: Mapping[str, Handler] = {
    "PlaybackController.PlayCommandIssued": step(listening.go_on),
    "PlaybackController.PauseCommandIssued": step(listening.pause),
    "PlaybackController.NextCommandIssued": step(listening.next_guide),
    "PlaybackController.PreviousCommandIssued": step(listening.previous_guide),
}
"""Buttons of the device, a remote or a screen."""

PLAYER_REPORTS: Mapping[str, Handler] = {
    "AudioPlayer.PlaybackStarted": step(player_reports.started),
    "AudioPlayer.PlaybackStopped": step(player_reports.stopped),
    "AudioPlayer.PlaybackNearlyFinished": step(player_reports.nearly_finished),
    "AudioPlayer.PlaybackFinished": step(player_reports.finished),
    "AudioPlayer.PlaybackFailed": step(player_reports.failed),
}
"""What the player reports."""
