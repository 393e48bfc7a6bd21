"""Writes `docs/screen.md` from the data, for a clinician to read: `python -m tests.content.screen_page`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from skill.domain import cues
from skill.domain.catalog.catalog import Catalog
from skill.domain.movement.exercise import Region
from skill.domain.safety.limits import Limit
from skill.domain.safety.screen_items import (
    Answer,
    Asking,
    Opening,
    ScreenGroup,
    ScreenItem,
    ScreenKind,
    ScreenOutcome,
)
from skill.speech.messages import Messages, messages_for
from tests.shipped import shipped_catalog

PAGE = Path(__file__).parent.parent.parent / "docs" / "screen.md"
NUMBER = "911"
LEFT = {
    Limit.ADULTS_ONLY: "nothing is coached, and no clinician's word changes that",
    Limit.NO_COACHING: "nothing is coached until a clinician has cleared it",
    Limit.WALKING_AND_REST_ONLY: "walking and rest positions only, until a clinician says it is a disc",
    Limit.NO_NECK: "no neck exercises until a clinician has cleared it",
    Limit.NO_LOAD: "nothing gets harder until a clinician has cleared it",
}
AFTER = {
    Opening.EMERGENCY: "the words for an emergency, whole and at once; coaching is held from that moment",
    Opening.ONE_BY_ONE: "its items, one at a time",
    Opening.WHICH_ONES: '"Which ones?", then "Any other of these?"; what is not told is asked one at a time',
}
HEAD = """\
# The safety questions

Generated from `skill/content/rules/screening.yaml` and the words beside it by `python -m tests.content.screen_page`; a
test holds the two together. The rules are docs/clinical.md §3.2 to §3.3.

Each list is one spoken turn. "None" leads on. A warning sign that is named in answer to a list is danger: its words
come first, and coaching is held. An answer that is not understood is no answer: a list is asked up
to three times, in other words, and then nothing is coached; no hold, and the list comes first the next time. "Not sure"
counts as the answer that is not safe.
"""


def page(catalog: Catalog, messages: Messages) -> str:
    """Return the whole page."""
    return "\n".join((HEAD, *_screens(catalog, messages))).rstrip() + "\n"


def _screens(catalog: Catalog, messages: Messages) -> Iterator[str]:
    screening = catalog.rules.screening
    days = screening.again_after_days
    titles = {
        ScreenKind.FIRST_USE: f"Before the first exercise ever, after care, and after {days} days away",
        ScreenKind.DAILY: "Before the first exercise of a day",
    }
    for kind, title in titles.items():
        yield f"## {title}\n"
        for group in screening.groups_of(kind, Region.BOTH):
            items = [screening.item(one) for one in group.items]
            yield from _group(group, items, messages)


def _group(group: ScreenGroup, items: list[ScreenItem], messages: Messages) -> Iterator[str]:
    region = group.regions[-1]
    question = messages.write(cues.AskScreenList(group_id=group.id, region=region))
    yield f"### {group.id} ({', '.join(group.regions)})\n"
    yield f"> {question}\n"
    yield f'- "{"Yes" if group.safe_answer is Answer.YES else "None"}": on.'
    words = f': "{_words(messages, group.cue)}"' if group.cue else ""
    yield f"- Anything else: {AFTER[group.opening]}{words}.\n"
    yield "| item | asked of | asked singly | if not safe |"
    yield "| --- | --- | --- | --- |"
    for item in items:
        single = messages.write(cues.AskScreening(item_id=item.id, asking=Asking.ITEM))
        yield f"| {item.id} | {', '.join(item.regions)} | {single} | {'; '.join(_ways_out(item, messages))} |"
    yield ""


def _ways_out(item: ScreenItem, messages: Messages) -> Iterator[str]:
    if item.is_confirmed:
        yield f'confirmed: "{messages.write(cues.AskScreening(item_id=item.id, asking=Asking.CONFIRM))}"'
    if item.may_be_checked:
        asking = Asking.APPROVED if item.approval_is_enough else Asking.CHECKED
        yield f'"{messages.write(cues.AskScreening(item_id=item.id, asking=asking))}" yes: on; else'
    if item.outcome:
        yield _outcome(item.outcome)
    for answer, outcome in item.which.items():
        yield f"{answer}: {_outcome(outcome)}"


def _outcome(outcome: ScreenOutcome) -> str:
    care = outcome.care.value if outcome.care else "ask a clinician first"
    cue = f" ({outcome.cue})" if outcome.cue else ""
    return f"{care}{cue}: {', '.join(LEFT[limit] for limit in outcome.limits)}"


def _words(messages: Messages, cue: str) -> str:
    kind = cues.KINDS[cue]
    return messages.write(kind(emergency_number=NUMBER))  # type: ignore[call-arg]  # each of them names the number


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(shipped_catalog(), messages_for("en-US")), encoding="utf-8")
