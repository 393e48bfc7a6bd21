"""How each look is laid out: a heading, something to look at, and what can be touched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from skill.domain.scenes.choices import Act
from skill.domain.scenes.scene import Look
from skill.screen.apl.parts import SENT, buttons, column, picture, row, text
from skill.screen.body import Rectangle, rectangles

Json = dict[str, Any]

_NOT_ON_ROUND = {"display": "${viewport.shape == 'round' ? 'none' : 'normal'}"}
_MIDDLE_BOLD = {"textAlign": "center", "fontWeight": "700"}
_NOTHING: Json = {"type": "Text", "text": ""}
"""A frame that is only a color needs something in it."""
MOST_IN_A_ROW = 5
_FRAME = "${scene.count.frames[i]}"
_WHERE = "${scene.count.stages[f[5]]}${scene.count.places[f[6]] ? ' · ' : ''}${scene.count.places[f[6]]}"
_BIG = "${f[3] ? Math.max(0, Math.ceil((f[3]-t)/1000)) : f[2]}"


def scene(view: Json, data: str = "scene") -> Json:
    """Return what is to be seen of *view*, which the document finds under *data*."""
    look = Look(view["look"])
    middle = _MIDDLES.get(look, _words)(view, data)
    row_of_buttons = _rows_of(data, "choices", len(view["choices"]), MOST_IN_A_ROW)
    if look is Look.EMERGENCY:
        return _whole(middle)
    return _whole(_heading(view, data), middle, *row_of_buttons)


def _whole(*items: Json) -> Json:
    """Return a screen of *items*; on a round one they keep away from the edge."""
    return column(
        *items,
        width="100%",
        height="100%",
        paddingLeft="@side",
        paddingRight="@side",
        paddingTop="@top",
        paddingBottom="@bottom",
        alignItems="center",
    )


def _heading(view: Json, data: str) -> Json:
    """Return what it is about, and which exercise of how many; on a round screen the count needs its room."""
    title = text(f"${{{data}.title}}", "title", fontWeight="700", maxLines=1, shrink=1)
    heading = {"width": "100%", "alignItems": "center", **(_NOT_ON_ROUND if "count" in view else {})}
    if "place" not in view:
        return row(title, justifyContent="${viewport.shape == 'round' ? 'center' : 'start'}", **heading)
    place = text(f"${{{data}.place}}", "small", "@soft", maxLines=1, **_NOT_ON_ROUND)
    sides = "${viewport.shape == 'round' ? 'center' : 'spaceBetween'}"
    return row(title, place, justifyContent=sides, **heading)


def _sides(picture_item: Json | None, words: Json) -> Json:
    """Return a picture with *words* beside it; below it on a tall screen, and no picture on a round one."""
    if picture_item is None:
        return words
    return {
        "type": "Container",
        "grow": 1,
        "shrink": 1,
        "width": "100%",
        "direction": "${viewport.height > viewport.width ? 'column' : 'row'}",
        "alignItems": "center",
        "items": [picture_item, words],
    }


def _figure(view: Json, pose: str = "${pose}") -> Json | None:
    if "figure" not in view:
        return None
    return picture("figure", "@figure", pose=pose, **_NOT_ON_ROUND)


def _words(view: Json, data: str) -> Json:
    """Return the words of a scene, to be scrolled when there are many, beside the figure if there is one."""
    lines: list[Json] = []
    if view["lines"]:
        lines.append(
            {
                "type": "Container",
                "data": f"${{{data}.lines}}",
                "items": [_spoken_line(data)],
                "width": "100%",
            }
        )
    if "question" in view:
        lines.append(text(f"${{{data}.question}}", _size_of(view), width="100%", paddingTop="@gap", **_centered()))
    if "coming" in view and not view["lines"]:
        lines.append(text(f"${{{data}.coming}}", "small", "@soft", width="100%", paddingTop="@gap", **_centered()))
    scrolled = {
        "type": "ScrollView",
        "grow": 1,
        "shrink": 1,
        "width": "100%",
        "height": "100%",
        "item": column(*lines, width="100%", paddingTop="@gap", paddingBottom="@gap"),
    }
    return _sides(_figure(view, "${swing}"), scrolled)


def _size_of(view: Json) -> str:
    return "large" if len(view["question"]) <= 90 and not view["lines"] else "text"


def _centered() -> Json:
    return {"textAlign": "${viewport.shape == 'round' ? 'center' : 'left'}"}


def _spoken_line(data: str) -> Json:
    """Return a line that is marked from when it is said."""
    later = f"{data}.lines[index+1].at"
    now = f"now >= data.at && (index + 1 >= {data}.lines.length || now < {later})"
    return text(
        "${data.text}",
        "text",
        f"${{{now} ? @accent : @ink}}",
        width="100%",
        paddingBottom="@gap",
        **_centered(),
    )


def _count(view: Json, _data: str) -> Json:
    """Return the number in its ring, the word of the beat, and where that is, beside the moving figure."""
    number = text(
        _BIG,
        "huge",
        position="absolute",
        width="@ring",
        height="@ring",
        textAlign="center",
        textAlignVertical="center",
        fontWeight="900",
        id="number",
    )
    word = "scene.count.words[f[4]]"
    counter = column(
        column(picture("ring", "@ring", part="${part}"), number, width="@ring", height="@ring"),
        text(
            f"${{{word}}}",
            f"${{{word}.length > 18 ? @small : @large}}",
            "@accent",
            id="word",
            width="100%",
            maxLines=2,
            **_MIDDLE_BOLD,
        ),
        text(_WHERE, "small", textAlign="center", maxLines=2, width="100%"),
        *([_coming()] if "coming" in view else []),
        grow=1,
        shrink=1,
        width="100%",
        alignItems="center",
        justifyContent="center",
        height="${viewport.height > viewport.width ? 'auto' : '100%'}",
        bind=[{"name": "f", "value": _FRAME}],
    )
    return _sides(_figure(view), counter)


def _coming() -> Json:
    return text("${scene.coming}", "tiny", "@soft", textAlign="center", maxLines=1, width="100%", **_NOT_ON_ROUND)


def _body_map(view: Json, data: str) -> Json:
    """Return the body with its zones to touch, and the question beside it."""
    zones = [
        _zone(choice, rectangle)
        for choice in view["zones"]
        for rectangle in rectangles(choice["value"], view["region"])
    ]
    names = [
        text(view[name], "tiny", "@soft", position="absolute", left=left, top="0%")
        for name, left in (("front", "2%"), ("back", "52%"))
    ]
    drawn = column(picture("body", "@map"), *zones, *names, width="@map", height="@map")
    listed = {
        "type": "Container",
        "grow": 1,
        "shrink": 1,
        "width": "100%",
        "paddingLeft": "@gap",
        **_NOT_ON_ROUND,
        "items": [
            text(
                f"${{{data}.question}}",
                "small",
                width="100%",
                maxLines=5,
            ),
            *_rows_of(data, "zones", len(view["zones"]), 2),
        ],
    }
    return _sides(drawn, listed)


def _rows_of(data: str, name: str, number: int, per_row: int) -> list[Json]:
    """Return the choices in *name* in rows."""
    rows = (range(start, min(start + per_row, number)) for start in range(0, number, per_row))
    return [buttons(*(f"{data}.{name}[{index}]" for index in places), paddingTop="@gap") for places in rows]


_ZONE: Json = {
    "type": "Frame",
    "width": "100%",
    "height": "100%",
    "backgroundColor": "@zone",
    "opacity": 0.6,
    "borderRadius": "@round",
}


def _zone(choice: Json, rectangle: Rectangle) -> Json:
    left, top, width, height = (f"{share:g}%" for share in rectangle)
    place = {"left": left, "top": top, "width": width, "height": height}
    return {"type": "Zone", "label": choice["label"], "value": choice["value"], "position": "absolute", **place}


def zone_layout() -> Json:
    """Return the layout of one zone of the body to touch."""
    touch = {
        "type": "TouchWrapper",
        "accessibilityLabel": "${label}",
        "bind": [{"name": "act", "value": Act.ZONE.value}],
        "onPress": [{"type": "SendEvent", "arguments": SENT}],
        "item": _ZONE,
    }
    return {"parameters": ["label", "value"], "item": touch}


def _scale(view: Json, data: str) -> Json:
    """Return the numbers from 0 to 10 in two rows below the question."""
    rows = _rows_of(data, "numbers", len(view["numbers"]), 6)
    question = text(f"${{{data}.question}}", "text", width="100%", **_centered())
    return column(question, *rows, grow=1, shrink=1, width="100%", justifyContent="center")


def _plan(_view: Json, data: str) -> Json:
    """Return today's exercises in order, those behind ticked off."""
    line = text(
        "${data.done ? '✓  ' : (data.now ? '›  ' : '')}${data.name}",
        "text",
        "${data.done ? @soft : @ink}",
        fontWeight="${data.now ? 700 : 400}",
        width="100%",
        maxLines=1,
        **_centered(),
    )
    question = text(f"${{{data}.question}}", "small", "@soft", width="100%", paddingTop="@gap", **_centered())
    listed = column(
        {"type": "Container", "data": f"${{{data}.plan}}", "items": [line], "width": "100%"}, question, width="100%"
    )
    return {"type": "ScrollView", "grow": 1, "shrink": 1, "width": "100%", "item": listed}


_BAR: Json = {"type": "Frame", "width": "60%", "backgroundColor": "@accent", "item": _NOTHING}


def _plot(view: Json, data: str) -> Json:
    """Return the minutes of each week as bars, and the furthest place of each day above them."""
    bar = column(
        {
            "type": "Frame",
            "width": "60%",
            "height": "${14*data.part}vh",
            "backgroundColor": "@accent",
            "item": _NOTHING,
        },
        text("${data.minutes}", "tiny", "@soft", textAlign="center"),
        grow=1,
        height="100%",
        alignItems="center",
        justifyContent="end",
    )
    bars = {
        "type": "Container",
        "direction": "row",
        "height": "22vh",
        "width": "100%",
        "data": f"${{{data}.plot.weeks}}",
        "items": [bar],
    }
    dots = [
        {
            "type": "Frame",
            "position": "absolute",
            "left": f"{96 * day['x']:g}%",
            "top": f"{88 * day['y']:g}%",
            "width": "2vh",
            "height": "2vh",
            "borderRadius": "1vh",
            "backgroundColor": "@motion",
            "item": _NOTHING,
        }
        for day in view["plot"]["zones"]
    ]
    places = (
        [text(f"${{{data}.plot.places}}", "tiny", "@soft"), column(*dots, width="100%", height="16vh")] if dots else []
    )
    chart = column(*places, text(f"${{{data}.plot.minutes}}", "tiny", "@soft"), bars, width="100%", shrink=0)
    return column(chart, _words(view, data), grow=1, shrink=1, width="100%")


def _emergency(view: Json, data: str) -> Json:
    """Return the number to call, large, and nothing else."""
    if "number" not in view:
        return _words(view, data)
    return text(
        f"${{{data}.number}}",
        "huge",
        grow=1,
        width="100%",
        fontWeight="900",
        textAlign="center",
        textAlignVertical="center",
    )


_MIDDLES: Mapping[Look, Callable[[Json, str], Json]] = {
    Look.COUNT: _count,
    Look.BODY_MAP: _body_map,
    Look.SCALE: _scale,
    Look.PLAN: _plan,
    Look.PROGRESS: _plot,
    Look.EMERGENCY: _emergency,
}
"""What is in the middle; of every other look, its words."""
