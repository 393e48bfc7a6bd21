"""How Amazon's store shows the skill, from the words in `content/locales/*/store.ftl`."""

from __future__ import annotations

from interaction_model.manifest import Listing
from skill.domain.history.privacy import SymptomsMode
from skill.speech.messages import Messages

PARAGRAPHS = ("store-about", "store-how", "store-say", "store-keeps", "store-disclaimer")
PHRASES = ("store-phrase-open", "store-phrase-start", "store-phrase-how")
ICONS = {"small": "smallIcon", "large": "largeIcon"}
"""What a picture is called among the icons, and in the package."""


def listing(messages: Messages, mode: SymptomsMode) -> Listing:
    """Return the listing in the words of *messages*, true for a skill that treats symptoms as *mode* says."""
    return Listing(
        name=messages.text("store-name"),
        summary=messages.text("store-summary"),
        description="\n\n".join(messages.text(name, mode=mode.value) for name in PARAGRAPHS),
        example_phrases=tuple(messages.text(name) for name in PHRASES),
        keywords=tuple(word.strip() for word in messages.text("store-keywords").split(",")),
        small_icon_uri=f"file://{icon_path(messages.locale, 'small')}",
        large_icon_uri=f"file://{icon_path(messages.locale, 'large')}",
    )


def icon_path(locale: str, size: str) -> str:
    """Return where the icon of a *size* is in the package."""
    return f"assets/images/{locale}_{ICONS[size]}.png"
