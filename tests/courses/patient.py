"""The simulated patient: what is said to each of the coach's questions."""

from __future__ import annotations

from dataclasses import dataclass

from skill.app.codec import Document
from skill.domain import cues
from skill.domain.cues import Question
from skill.domain.movement.exercise import Region
from skill.domain.safety.screen_items import Answer, Asking
from tests.courses.course import Course, Felt
from tests.shipped import shipped_catalog

_NEXT_PLACE = {
    "nowhere": "spine",
    "spine": "buttock",
    "buttock": "thigh",
    "thigh": "below-knee",
    "below-knee": "foot",
    "shoulder": "upper-arm",
    "upper-arm": "below-elbow",
    "below-elbow": "hand",
}
_SAID = {
    ("low-back", "spine"): "low back",
    ("neck", "spine"): "neck",
    ("low-back", "below-knee"): "calf",
    ("neck", "below-elbow"): "forearm",
    ("neck", "upper-arm"): "upper arm",
}
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_REGIONS = {"low-back": "my low back", "neck": "my neck", "both": "both"}
_ALWAYS = {
    "AskStart": "yes",
    "AskReady": "ready",
    "AskReadyToGo": "ready",
    "AskActivityDone": "yes",
    "AskFinished": "yes",
    "AskGoOn": "yes",
    "AskResume": "go on",
    "AskResumeOrNew": "yes",
    "AskNextPhase": "yes",
    "AskGentler": "yes",
    "AskLeftOpen": "yes",
    "AskSettled": "yes",
    "AskAlone": "yes",
    "AskNew": "no",
    "AskChange": "the same",
    "AskNextDay": "the same",
    "AskSigns": "go on",
    "AskChoice": "continue",
    "AskHowWeekWas": "the same",
    "AskCleared": "not yet",
    "AskMore": "no",
    "AskMoreProgress": "no",
}


@dataclass(frozen=True, slots=True)
class Patient:
    """Answers as the course says, and else does all that is asked."""

    course: Course
    day: int
    worked: int
    """How many exercises were told about in this sitting."""

    def answer(self, question: Question, document: Document) -> str:
        """Return what is said to *question*."""
        name = type(question).__name__
        if name in self.course.answers:
            return self.course.answers[name]
        match question:
            case cues.AskRegion():
                return _REGIONS[self.course.region]
            case cues.AskFloor():
                return self.course.floor
            case cues.AskConsent():
                return self.course.consent
            case cues.AskScreening():
                return _screened(question)
            case cues.AskScreenList():
                safe = shipped_catalog().rules.screening.group(question.group_id).safe_answer
                return "yes" if safe is Answer.YES else "none"
            case cues.AskBaseline() | cues.AskBaselineAgain() | cues.AskRecheck():
                return self._place(question.region)
            case cues.AskFurthest():
                return self._place(question.region).partition(",")[0]
            case cues.AskStrength():
                return _NUMBERS[self._felt(_region(document)).strength]
            case cues.AskHowItWas():
                return self._after(question.region)
        if name not in _ALWAYS:
            raise LookupError(f"the patient does not know what to say to {name}")
        return _ALWAYS[name]

    def _felt(self, region: Region) -> Felt:
        return self.course.feels(region.value, self.day)

    def _place(self, region: Region) -> str:
        felt = self._felt(region)
        return _in_words(region, felt.place, felt.strength)

    def _after(self, region: Region) -> str:
        if self.day in self.course.after and self.worked:
            return self._place(region)
        what, felt = self.course.after.get(self.day, "the same"), self._felt(region)
        if what == "moved out":
            return _in_words(region, _further(region, felt.place), felt.strength)
        if what == "stronger":
            return _in_words(region, felt.place, felt.strength + 2)
        return what


def _in_words(region: Region, place: str, strength: int) -> str:
    if place == "nowhere":
        return "nowhere"
    return f"my {_SAID.get((region.value, place), place.replace('-', ' '))}, {_NUMBERS[strength]}"


def _further(region: Region, place: str) -> str:
    further = _NEXT_PLACE[place]
    return "shoulder" if region is Region.NECK and further == "buttock" else further


def _region(document: Document) -> Region:
    checkup = document.session.symptoms.checkup
    return checkup.region if checkup else Region.LOW_BACK


def _screened(question: cues.AskScreening) -> str:
    item = shipped_catalog().rules.screening.item(question.item_id)
    if question.asking in (Asking.CHECKED, Asking.APPROVED):
        return "no"
    return "yes" if item.safe_answer is Answer.YES else "no"
