"""The pieces that every layout is put together from."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

SIZES = {
    "tiny": 3.6,
    "small": 4.6,
    "text": 5.6,
    "large": 7.2,
    "title": 7.6,
}
"""Letters, in hundredths of the shorter side of the screen."""
MOST_LARGER = 1.3
"""Who wants larger letters gets them up to here; beyond, there is no room on the smallest screen."""
SENT = ["touch", "${act}", "${value}", "${scene.state}", "${counting ? t : -1}"]
"""What a touch sends: what it means, where, and the millisecond of the count."""


def text(value: str, size: str = "text", color: str = "@ink", **more: Any) -> Json:  # noqa: ANN401 - APL's properties
    """Return a line of text."""
    return {
        "type": "Text",
        "text": value,
        "fontSize": size if size.startswith("$") else f"@{size}",
        "color": color,
        "fontFamily": "sans-serif",
        **more,
    }


def column(*items: Json, **more: Any) -> Json:  # noqa: ANN401
    """Return *items* below each other."""
    return {"type": "Container", "items": list(items), **more}


def row(*items: Json, **more: Any) -> Json:  # noqa: ANN401
    """Return *items* beside each other."""
    return {"type": "Container", "direction": "row", "items": list(items), **more}


def picture(source: str, side: str, **more: Any) -> Json:  # noqa: ANN401
    """Return a square drawing."""
    return {"type": "VectorGraphic", "source": source, "width": side, "height": side, "scale": "best-fit", **more}


def buttons(*choices: str, **more: Any) -> Json:  # noqa: ANN401
    """Return a row of *choices*, each where the document finds it."""
    return row(*(_button(choice) for choice in choices), height="@touch", width="100%", justifyContent="center", **more)


def _button(choice: str) -> Json:
    fields = {name: f"${{{choice}.{name}}}" for name in ("label", "act", "value", "tone")}
    hidden = f"${{viewport.shape == 'round' && {choice}.extra ? 'none' : 'normal'}}"
    return {"type": "Choice", **fields, "grow": 1, "shrink": 1, "display": hidden}


def choice_layout() -> Json:
    """Return the layout of one thing to touch: its label says what it is to a screen reader, too."""
    label = text(
        "${label}",
        "small",
        "${tone == 'main' ? @onmain : (tone == 'urgent' ? @onurgent : @onbutton)}",
        width="100%",
        height="100%",
        fontWeight="700",
        textAlign="center",
        textAlignVertical="center",
        maxLines=2,
    )
    label["fontSize"] = "${label.length > 11 ? @tiny : @small}"
    frame = {
        "type": "Frame",
        "width": "100%",
        "height": "100%",
        "borderRadius": "@round",
        "backgroundColor": "${tone == 'main' ? @main : (tone == 'urgent' ? @urgent : @button)}",
        "item": label,
    }
    touch = {
        "type": "TouchWrapper",
        "width": "100%",
        "height": "100%",
        "accessibilityLabel": "${label}",
        "onPress": [{"type": "SendEvent", "arguments": SENT}],
        "item": frame,
    }
    return {
        "parameters": ["label", "act", "value", "tone"],
        "item": {
            "type": "Container",
            "height": "100%",
            "width": "100%",
            "paddingLeft": "@gap",
            "paddingRight": "@gap",
            "item": touch,
        },
    }
