"""What Alexa refuses or cuts off, with the section of the platform notes each number is from."""

from __future__ import annotations

MOST_SPEECH_CHARACTERS = 7_999
"""Of `outputSpeech`, tags included: it "must be less than 8000" (docs/alexa-platform.md §1.1, check 2)."""
LONGEST_BREAK_MS = 10_000
"""Of one `<break>` (docs/alexa-platform.md §1.2, check 9). Longer pauses are chained."""
LONGEST_APLA_SECONDS = 240
"""Of everything an APL-A document plays (docs/alexa-platform.md §2.2)."""
LONGEST_SSML_COUNT_SECONDS = 90
"""Of a count as SSML: nobody documents that longer ones play, and a wrong guess of the place costs more
(docs/alexa-platform.md §1.2 and §2.5, check 16)."""
