"""The player's map: what its intents, buttons and reports lead to while an audio guide is up."""

from __future__ import annotations

from collections.abc import Mapping

from skill.alexa.handlers import Handler, step
from skill.dialogue.guides import playback, player_reports

PLAYER_INTENTS: Mapping[str, Handler] = {
    "AMAZON.PauseIntent": step(playback.pause),
    "AMAZON.ResumeIntent": step(playback.go_on),
    "AMAZON.NextIntent": step(playback.next_guide),
    "AMAZON.PreviousIntent": step(playback.previous_guide),
    "AMAZON.RepeatIntent": step(playback.from_the_start),
    "WhatIntent": step(playback.from_the_start),
    "AMAZON.StartOverIntent": step(playback.from_the_start),
    "AMAZON.LoopOnIntent": step(playback.keeps_its_order),
    "AMAZON.LoopOffIntent": step(playback.keeps_its_order),
    "AMAZON.ShuffleOnIntent": step(playback.keeps_its_order),
    "AMAZON.ShuffleOffIntent": step(playback.keeps_its_order),
    "AMAZON.StopIntent": step(playback.stop),
    "AMAZON.CancelIntent": step(playback.stop),
    "AMAZON.NavigateHomeIntent": step(playback.stop),
}
"""What these mean when they open a session while an audio guide is up: Alexa sends them without the skill's name to the
skill that played last (docs/alexa-platform.md §2.2)."""

PLAYER_BUTTONS: Mapping[str, Handler] = {
    "PlaybackController.PlayCommandIssued": step(playback.go_on),
    "PlaybackController.PauseCommandIssued": step(playback.pause),
    "PlaybackController.NextCommandIssued": step(playback.next_guide),
    "PlaybackController.PreviousCommandIssued": step(playback.previous_guide),
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
