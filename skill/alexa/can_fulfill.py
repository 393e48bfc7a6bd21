"""Whether the skill could take an utterance that named no skill (CanFulfillIntentRequest): looks at its slots, too."""

from __future__ import annotations

from ask_sdk_model import Response
from ask_sdk_model import Slot as SdkSlot
from ask_sdk_model.canfulfill import (
    CanFulfillIntent,
    CanFulfillIntentRequest,
    CanFulfillIntentValues,
    CanFulfillSlot,
    CanFulfillSlotValues,
    CanUnderstandSlotValues,
)
from ask_sdk_model.slu.entityresolution import StatusCode

from skill.alexa.routes import ROUTES

_KNOWN = frozenset(intent for intent, _ in ROUTES)


def can_fulfill(request: object) -> Response:
    """Return YES for an intent of the skill whose filled slots are all understood, NO for any other."""
    intent = request.intent if isinstance(request, CanFulfillIntentRequest) else None
    slots = (intent.slots if intent else None) or {}
    understood = {name: _is_understood(slot) for name, slot in slots.items() if slot.value and slot.value != "?"}
    able = intent is not None and intent.name in _KNOWN and all(understood.values())
    answer = CanFulfillIntent(
        can_fulfill=CanFulfillIntentValues.YES if able else CanFulfillIntentValues.NO,
        slots={name: _slot(one) for name, one in understood.items()} or None,
    )
    return Response(can_fulfill_intent=answer)


def _is_understood(slot: SdkSlot) -> bool:
    """Return whether a filled slot means something: one of Amazon's own types does, a resolved one of ours."""
    authorities = (slot.resolutions.resolutions_per_authority if slot.resolutions else None) or ()
    codes = [authority.status.code for authority in authorities if authority.status]
    return not codes or StatusCode.ER_SUCCESS_MATCH in codes


def _slot(understood: bool) -> CanFulfillSlot:
    if understood:
        return CanFulfillSlot(can_understand=CanUnderstandSlotValues.YES, can_fulfill=CanFulfillSlotValues.YES)
    return CanFulfillSlot(can_understand=CanUnderstandSlotValues.NO, can_fulfill=CanFulfillSlotValues.NO)
