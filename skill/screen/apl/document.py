"""The document: colors and sizes for every viewport, the drawings, the clock of the count, and the scene itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skill.domain.scenes.scene import Look
from skill.screen.apl import graphics, layouts
from skill.screen.apl.parts import MOST_LARGER, SIZES, choice_layout
from skill.screen.colors import PALETTES, Theme

Json = dict[str, Any]

VERSION = "1.4"
"""What the oldest device in use can show; a newer one shows it, too."""
TICK_MS = 100
SWING_MS = 3000
"""How long the figure takes for a movement while it is explained."""
IDLE_MS = 60_000
"""What is left standing goes after so long."""
LONGEST_IDLE_MS = 10 * 60_000

_SHORT_SIDE = "Math.min(viewport.width, viewport.height)"
HUGE = "${Math.min(0.3*viewport.height, 0.4*viewport.width)}"
"""The number of the count: more than a fifth of the screen's height."""
_SHARES: Mapping[str, tuple[float, float, float]] = {
    "ring": (46, 50, 58),
    "figure": (56, 0, 44),
    "map": (66, 52, 60),
    "touch": (13, 13, 13),
    "gap": (0.9, 0.9, 0.9),
    "side": (4, 13, 4),
    "top": (4, 9, 5),
    "bottom": (3, 12, 5),
    "round": (2, 2, 2),
}
"""In hundredths of the shorter side: on a wide screen, on a round one, on a tall one."""


_WHOLE: Json = {"type": "Frame", "width": "100vw", "height": "100vh"}


def document(view: Json, theme: Theme = Theme.DARK) -> Json:
    """Return the APL document that shows *view*, its datasource `scene`."""
    root = {
        "type": "Container",
        "id": "root",
        "width": "100vw",
        "height": "100vh",
        "bind": _bound(view),
        "handleTick": _ticks(view),
        "items": _scenes(view),
    }
    return {
        "type": "APL",
        "version": VERSION,
        "theme": theme.value,
        "settings": {"idleTimeout": _idle_ms(view)},
        "resources": [*_colors(theme), *_sizes()],
        "graphics": _graphics(view),
        "layouts": {"Choice": choice_layout(), **({"Zone": layouts.zone_layout()} if _has_body(view) else {})},
        "mainTemplate": {
            "parameters": ["scene"],
            "items": [
                {"type": "Frame", "width": "100vw", "height": "100vh", "backgroundColor": "@paper", "item": root}
            ],
        },
    }


def _scenes(view: Json) -> list[Json]:
    """Return the scene; with what comes after a count, the one or the other is seen."""
    main, then = layouts.scene(view), view.get("then")
    if then is None:
        return [main]
    after = {**layouts.scene(then, "scene.then"), "position": "absolute"}
    return [
        {**main, "display": "${over ? 'none' : 'normal'}"},
        {**after, "display": "${over ? 'normal' : 'none'}"},
    ]


def _idle_ms(view: Json) -> int:
    count = view.get("count")
    return min(LONGEST_IDLE_MS, IDLE_MS + (count["lead"] + count["ms"] if count else 0))


def _colors(theme: Theme) -> list[Json]:
    """Return the colors of *theme*, and of the other one for a device that is set to it."""
    other = next(one for one in Theme if one is not theme)
    return [
        {"colors": {name.replace("-", ""): color for name, color in PALETTES[theme].items()}},
        {
            "when": f"${{viewport.theme == '{other}'}}",
            "colors": {name.replace("-", ""): color for name, color in PALETTES[other].items()},
        },
    ]


def _sizes() -> list[Json]:
    larger = f"Math.min({MOST_LARGER}, environment.fontScale ? environment.fontScale : 1)"
    letters = f"*{_SHORT_SIDE}/100*{larger}"
    wide, on_round, tall = (
        {name: f"${{{shares[place]}*{_SHORT_SIDE}/100}}" for name, shares in _SHARES.items()} for place in range(3)
    )
    return [
        {"dimensions": {name: f"${{{size}{letters}}}" for name, size in SIZES.items()}},
        {"dimensions": {"huge": HUGE, **wide}},
        {"when": "${viewport.shape == 'round'}", "dimensions": on_round},
        {"when": "${viewport.shape != 'round' && viewport.height > viewport.width}", "dimensions": tall},
    ]


def _graphics(view: Json) -> Json:
    drawn: Json = {}
    if "figure" in view:
        drawn["figure"] = graphics.moving_figure(view["figure"])
    if "count" in view:
        drawn["ring"] = graphics.ring()
    if _has_body(view):
        drawn["body"] = graphics.body()
    return drawn


def _has_body(view: Json) -> bool:
    return any(one.get("look") == Look.BODY_MAP for one in (view, view.get("then", {})))


def _bound(view: Json) -> list[Json]:
    """Return what changes with the clock: the time, the beat and how much of it is over."""
    counting = "count" in view
    bound: list[Json] = [
        {"name": "counting", "type": "boolean", "value": counting},
        {"name": "now", "type": "number", "value": 0},
        {"name": "t", "type": "number", "value": -1},
        {"name": "over", "type": "boolean", "value": False},
        {"name": "swing", "type": "number", "value": 1},
    ]
    if counting:
        bound += [
            {"name": "i", "type": "number", "value": 0},
            {"name": "part", "type": "number", "value": 0},
            {"name": "pose", "type": "number", "value": 0},
        ]
    return bound


def _ticks(view: Json) -> list[Json]:
    commands = [_set("now", "${elapsedTime}")]
    if "count" in view:
        frame, later = "scene.count.frames[i]", "scene.count.frames[i+1]"
        commands += [
            _set("t", "${Math.max(0, elapsedTime-scene.count.lead)}"),
            _set("i", "${i+1}", f"${{i+1<scene.count.frames.length && t>={later}[0]}}"),
            _set("part", f"${{Math.max(0, Math.min(1,(t-{frame}[0])/{frame}[1]))}}"),
            _set("pose", f"${{{frame}[7]==1 ? part : ({frame}[7]==2 ? 1 : ({frame}[7]==3 ? 1-part : 0))}}"),
            _set("over", "${t>=scene.count.ms}"),
        ]
    elif "figure" in view:
        commands.append(_set("swing", f"${{0.5-0.5*Math.cos(elapsedTime*3.14159/{SWING_MS})}}"))
    return [{"minimumDelay": TICK_MS, "commands": commands}] if len(commands) > 1 or view["lines"] else []


def _set(name: str, value: str, when: str | None = None) -> Json:
    command = {"type": "SetValue", "componentId": "root", "property": name, "value": value}
    return command if when is None else {**command, "when": when}
