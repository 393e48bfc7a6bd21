"""A scene in the words of a locale: plain values that both Alexa's screens and a page draw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from skill.app.delivery import Delivery
from skill.domain import cues
from skill.domain.count.script import Script, Stage
from skill.domain.cues import Cue
from skill.domain.movement.exercise import Region
from skill.domain.scenes.choices import URGENT, Act, Choice
from skill.domain.scenes.frames import Frame, frames_of
from skill.domain.scenes.scene import Look, Plot, Scene
from skill.domain.symptoms.zones import Zone
from skill.screen import labels
from skill.speech.messages import Messages
from skill.speech.timing import spoken_ms

Json = dict[str, Any]

MS = 1000
MOST_ON_ROUND = 4
"""How many buttons a small round screen has room for."""
POSES = {"up": 1, "hold": 2, "down": 3}
"""How the figure moves in a stage: to the end of the movement, there, back to its start; 0 in every other one."""
_WHOLLY_SHOWN = (
    Look.EXPLAINING,
    Look.RESULT,
    Look.HELD,
    Look.PROGRESS,
    Look.DONE,
    Look.FAREWELL,
    Look.QUESTION,
    Look.EMERGENCY,
    Look.ACTIVITY,
)
"""The looks in which all that is said can be read; the others show what was decided, and the question."""
_ALWAYS_SHOWN = (cues.Why, cues.WellTaken, cues.PausedAt, cues.WalkPausedAt)
_NEVER_SHOWN = (cues.ExerciseIntro, cues.MovementIntro)
"""What the heading says already."""
ABOUT_ANSWERS = (cues.Noted, cues.Why, cues.AskBaselineAgain)
"""What gives away how the patient is."""


def view_of(scene: Scene, messages: Messages, delivery: Delivery | None = None) -> Json:
    """Return what is to be seen of *scene*: only what is there, every text in words."""
    view: Json = {
        "look": scene.look.value,
        "state": scene.state.value,
        "title": _title(scene, messages),
        "choices": list(_buttons(scene, messages)),
        "lines": list(_lines(scene, messages)),
        **_question(scene, messages),
        **_exercise(scene, messages),
    }
    if scene.region is not None:
        view["region"] = scene.region.value
        view["zones"] = [_choice(one, scene.region, messages) for one in scene.choices if not _is_button(one)]
        view |= {"front": messages.text("screen-front"), "back": messages.text("screen-back")}
    if scene.look is Look.SCALE:
        view["numbers"] = [_choice(one, None, messages) for one in scene.choices if one.act is Act.NUMBER]
    if scene.plan:
        view["plan"] = [
            {"name": labels.name_of(line.figure, messages), "done": line.outcome is not None, "now": line.current}
            for line in scene.plan
        ]
    if scene.plot is not None:
        view["plot"] = _plot(scene.plot, messages)
    if scene.emergency_number:
        view["number"] = scene.emergency_number
    if scene.script is not None and delivery is not None:
        view["count"] = _count(scene, delivery, messages)
    if scene.afterwards is not None:
        view["then"] = view_of(scene.afterwards, messages)
    return view


def texts_of(view: Json) -> Iterator[str]:
    """Yield every text that is to be seen in a view."""
    yield view["title"]
    yield from (view[name] for name in ("question", "place", "coming", "number", "front", "back") if name in view)
    yield from (line["text"] for line in view["lines"])
    for name in ("choices", "zones", "numbers"):
        yield from (choice["label"] for choice in view.get(name, ()))
    yield from (line["name"] for line in view.get("plan", ()))
    if "plot" in view:
        yield from (view["plot"]["minutes"], view["plot"]["places"])
    if "count" in view:
        count = view["count"]
        yield from (*count["words"], *count["stages"], *count["places"])
    if "then" in view:
        yield from texts_of(view["then"])


def _buttons(scene: Scene, messages: Messages) -> Iterator[Json]:
    """Yield the choices that are buttons; *extra* are those that the smallest screen has no room for."""
    shown = [one for one in scene.choices if _is_button(one)]
    for index, choice in enumerate(shown):
        extra = len(shown) > MOST_ON_ROUND and index > 1 and choice.act not in URGENT
        yield {**_choice(choice, scene.region, messages), "extra": extra}


def _is_button(choice: Choice) -> bool:
    return choice.act not in (Act.ZONE, Act.NUMBER) or (choice.act is Act.ZONE and choice.value == "nowhere")


def _title(scene: Scene, messages: Messages) -> str:
    if scene.look in labels.TITLED:
        return messages.text(f"screen-look-{scene.look.value}")
    return labels.name_of(scene.figure, messages) if scene.figure else messages.text("screen-name")


def _question(scene: Scene, messages: Messages) -> Json:
    return {} if scene.question is None else {"question": messages.write(scene.question)}


def _exercise(scene: Scene, messages: Messages) -> Json:
    view: Json = {}
    if scene.figure is not None:
        view["figure"] = scene.figure.exercise_id
    if scene.number:
        view["place"] = messages.text("screen-exercise-of", number=scene.number, of=scene.of)
    if scene.coming is not None:
        view["coming"] = messages.text("screen-coming", name=labels.name_of(scene.coming, messages))
    return view


def _choice(choice: Choice, region: Region | None, messages: Messages) -> Json:
    tone = "urgent" if choice.act in URGENT else "main" if choice.main else "plain"
    label = labels.label_of(choice, region, messages)
    return {"label": label, "act": choice.act.value, "value": choice.value, "tone": tone}


def _lines(scene: Scene, messages: Messages) -> Iterator[Json]:
    """Yield what is said, each with the millisecond at which it is said, as far as it is shown."""
    at = 0
    for cue in scene.said:
        text = messages.write(cue)
        if text and _is_shown(cue, scene.look):
            yield {"text": text, "at": at}
        at += spoken_ms(messages.say(cue))


def _is_shown(cue: Cue, look: Look) -> bool:
    if isinstance(cue, _NEVER_SHOWN):
        return False
    return look in _WHOLLY_SHOWN or isinstance(cue, _ALWAYS_SHOWN)


def _count(scene: Scene, delivery: Delivery, messages: Messages) -> Json:
    """Return the count, part after part as it goes out: each frame holds numbers, and says its words by their place.

    A frame is `[ms from the start, its length, number, ms at which its seconds end or 0, word, stage, place, pose]`.
    """
    written = _Written(messages)
    frames, starts_ms = list[list[int]](), 0
    sent = delivery.parts[: len(delivery.closing)]
    for index, part in enumerate(sent):
        if index:
            frames.append(written.listening(starts_ms, delivery.gap_seconds))
            starts_ms += frames[-1][1]
        for frame in frames_of(part, minutes_are_reps=scene.minutes_are_reps):
            frames.append(written.frame(frame, part, starts_ms, minutes=scene.minutes_are_reps))
        starts_ms += part.seconds * MS
    return {
        "lead": round(delivery.lead_seconds * MS),
        "ms": starts_ms,
        "frames": frames,
        "words": list(written.words),
        "stages": list(written.stages),
        "places": list(written.places),
    }


class _Written:
    """The words of a count, each kept once."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self.words: dict[str, int] = {}
        self.stages: dict[str, int] = {}
        self.places: dict[str, int] = {}

    def frame(self, frame: Frame, script: Script, after_ms: int, *, minutes: bool) -> list[int]:
        word = self._messages.write(frame.cue) if frame.cue else ""
        stage = labels.stage_label(frame.stage, self._messages, minutes=minutes)
        place = labels.place_label(
            frame.place,
            script.dose,
            script.side(frame.place),
            self._messages,
            with_rep=frame.stage is Stage.HOLD and frame.until is not None,
        )
        return [
            after_ms + frame.start * MS,
            frame.seconds * MS,
            frame.number,
            0 if frame.until is None else after_ms + frame.until * MS,
            _index(self.words, word),
            _index(self.stages, stage),
            _index(self.places, place),
            POSES.get(frame.stage.value, 0),
        ]

    def listening(self, at_ms: int, seconds: float) -> list[int]:
        ms = round(seconds * MS)
        question = self._messages.write(cues.ShallIGoOn())
        stage = self._messages.text("screen-stage-listening")
        return [at_ms, ms, 0, at_ms + ms, _index(self.words, question), _index(self.stages, stage), 0, 0]


def _index(texts: dict[str, int], text: str) -> int:
    return texts.setdefault(text, len(texts))


def _plot(plot: Plot, messages: Messages) -> Json:
    """Return the weeks as shares: days from left to right, places from the spine outwards."""
    days = max(1, (plot.ends_on - plot.begins_on).days)
    most = max((week.minutes for week in plot.weeks), default=0) or 1
    return {
        "minutes": messages.text("screen-minutes"),
        "places": messages.text("screen-places"),
        "weeks": [{"minutes": week.minutes, "part": round(week.minutes / most, 3)} for week in plot.weeks],
        "zones": [
            {
                "x": round((day.on - plot.begins_on).days / days, 3),
                "y": round(day.zone / max(Zone), 3),
                "region": day.region.value,
            }
            for day in plot.zones
        ],
    }
