"""What people say, and the one thing it means."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interaction_model.forms import Heard, Slot, SpokenForm, fold
from interaction_model.samples import Ambiguous, Match, Matcher, match, matcher, spoken_forms
from interaction_model.source import read_source
from tests.interaction_model.small import Small

FORMS = spoken_forms("en-US")
PHRASES = matcher("en-US").phrases

UTTERANCES = {
    # the routine
    "what's today's routine": ("TodaysRoutineIntent", {}),
    "Start today's routine.": ("StartRoutineIntent", {}),
    "let's go": ("StartRoutineIntent", {}),
    "I'm ready": ("ReadyIntent", {}),
    "in position": ("ReadyIntent", {}),
    "I'm done": ("DoneIntent", {}),
    "skip this one": ("SkipIntent", {}),
    "what's next?": ("WhatsNextIntent", {}),
    "how many left": ("HowManyLeftIntent", {}),
    "what rep are we on": ("WhereAmIIntent", {}),
    "how long is today's routine": ("HowLongIntent", {}),
    "how do I do the bird dogs?": ("HowToIntent", {"exercise": "bird-dog"}),
    "how do I do this": ("HowToIntent", {}),
    "what is the bridge for": ("PurposeIntent", {"exercise": "bridge"}),
    "what does this do": ("PurposeIntent", {}),
    "list the exercises": ("ListExercisesIntent", {}),
    "I have ten minutes": ("TimeAvailableIntent", {"duration": "PT10M"}),
    "half an hour": ("TimeAvailableIntent", {"duration": "PT30M"}),
    "I only have fifteen": ("TimeAvailableIntent", {"number": "15"}),
    # exercises by the names people use
    "press-ups": ("DoExerciseIntent", {"exercise": "prone-press-up"}),
    "pressup": ("DoExerciseIntent", {"exercise": "prone-press-up"}),
    "do the cobra": ("DoExerciseIntent", {"exercise": "prone-press-up"}),
    "let's do chin tucks": ("DoExerciseIntent", {"exercise": "cervical-retraction"}),
    "glute bridge": ("DoExerciseIntent", {"exercise": "bridge"}),
    "I want to lie on my belly": ("DoExerciseIntent", {"exercise": "rest-on-the-belly"}),
    "cat cow": ("DoExerciseIntent", {"exercise": "cat-camel-stretch"}),
    "the figure four": ("DoExerciseIntent", {"exercise": "piriformis-stretch"}),
    "can I do a walk": None,
    "I want to go for a walk": ("DoExerciseIntent", {"exercise": "walking"}),
    # the count
    "wait": ("WaitIntent", {}),
    "give me a second": ("WaitIntent", {}),
    "I was at eight": ("AtRepIntent", {"number": "8"}),
    "that was rep six": ("AtRepIntent", {"number": "6"}),
    "six": ("NumberIntent", {"number": "6"}),
    "about a six": ("NumberIntent", {"number": "6"}),
    "slower": ("SlowerIntent", {}),
    "pick up the pace": ("FasterIntent", {}),
    "too hard": ("EasierIntent", {}),
    "too easy": ("HarderIntent", {}),
    "switch sides": ("SwitchSidesIntent", {}),
    "start the set over": ("RestartSetIntent", {}),
    "longer rest": ("LongerRestIntent", {}),
    "less rest": ("ShorterRestIntent", {}),
    # how it feels
    "it's better": ("ReportChangeIntent", {"change": "better"}),
    "about the same": ("ReportChangeIntent", {"change": "same"}),
    "a bit worse": ("ReportChangeIntent", {"change": "worse"}),
    "further down the leg": ("ReportChangeIntent", {"change": "further-out"}),
    "new tingling": ("NewSymptomIntent", {"new_symptom": "tingling"}),
    "new tinkling": None,
    "tingling in my left foot": ("NewSymptomIntent", {"new_symptom": "tingling", "side": "left", "place": "foot"}),
    "it's moved into my foot but it hurts less": (
        "ReportPlaceIntent",
        {"place": "foot", "change": "better"},
    ),
    "it hurts": ("PainIntent", {}),
    "ouch!": ("PainIntent", {}),
    "the pain is bad": ("PainIntent", {}),
    "my back hurts": ("PainIntent", {}),
    "it's in my calf, about a four": ("ReportPlaceIntent", {"place": "below-knee", "number": "4"}),
    "my left foot": ("ReportPlaceIntent", {"side": "left", "place": "foot"}),
    "it's in my leg": ("ReportPlaceIntent", {"place": "leg"}),
    "it's in my neck": ("ReportPlaceIntent", {"region": "neck"}),
    "between my shoulder blades": ("ReportPlaceIntent", {"place": "spine"}),
    "in my shoulder blade": ("ReportPlaceIntent", {"place": "shoulder"}),
    "it's gone": ("ReportPlaceIntent", {"place": "nowhere"}),
    "on the right": ("ReportPlaceIntent", {"side": "right"}),
    "not sure": ("NotSureIntent", {}),
    "when should I stop": ("StopRuleIntent", {}),
    # warning signs
    "I can't feel between my legs": ("RedFlagIntent", {"red_flag": "saddle-numbness"}),
    "I can\u2019t pee": ("RedFlagIntent", {"red_flag": "bladder-or-bowel"}),
    "both my legs are numb": ("RedFlagIntent", {"red_flag": "both-sides"}),
    "I have chest pain": ("RedFlagIntent", {"red_flag": "chest"}),
    "I fell down the stairs": ("RedFlagIntent", {"red_flag": "serious-fall"}),
    "my hands are clumsy": ("RedFlagIntent", {"red_flag": "clumsy-or-unsteady"}),
    "I suddenly have a terrible headache": ("RedFlagIntent", {"red_flag": "sudden-headache"}),
    "I'm seeing double": ("RedFlagIntent", {"red_flag": "sight-or-speech"}),
    "I have a fever and a stiff neck": ("RedFlagIntent", {"red_flag": "fever-with-severe-pain"}),
    "my foot is dropping": ("RedFlagIntent", {"red_flag": "weakness"}),
    "my leg went numb": ("RedFlagIntent", {"red_flag": "numb-limb"}),
    "I have a fever": ("RedFlagIntent", {"red_flag": "fever"}),
    "I feel dizzy": ("RedFlagIntent", {"red_flag": "dizzy"}),
    "call an ambulance": ("RedFlagIntent", {}),
    "my doctor checked it": ("ClearedIntent", {}),
    "a clinician said it's fine": ("ClearedIntent", {}),
    # set-up and data
    "my low back": ("SetRegionIntent", {"region": "low-back"}),
    "it's my neck": ("SetRegionIntent", {"region": "neck"}),
    "both": ("SetRegionIntent", {"region": "both"}),
    "switch to neck": ("SetRegionIntent", {"region": "neck"}),
    "change region": ("SetRegionIntent", {}),
    "I can get down to the floor": ("SetFloorIntent", {"floor_ability": "can"}),
    "I can't get on the floor": ("SetFloorIntent", {"floor_ability": "cannot"}),
    "what do you know about me": ("PrivacyIntent", {}),
    "delete my data": ("DeleteMyDataIntent", {}),
    # Amazon's own
    "yeah sure": ("AMAZON.YesIntent", {}),
    "ok let's do it": ("AMAZON.YesIntent", {}),
    "no thanks": ("AMAZON.NoIntent", {}),
    "say that again": ("AMAZON.RepeatIntent", {}),
    "keep going": ("AMAZON.ResumeIntent", {}),
    "start over": ("AMAZON.StartOverIntent", {}),
    "shuffle": ("AMAZON.ShuffleOnIntent", {}),
    # nothing of ours
    "what's the capital of France": None,
    "": None,
    "how do I do the moonwalk": None,
    "I'm at a thousand": None,
}


@pytest.mark.parametrize(
    ("utterance", "meaning"), UTTERANCES.items(), ids=lambda one: one if isinstance(one, str) else ""
)
def test_an_utterance_means_one_thing(utterance: str, meaning: tuple[str, dict[str, str]] | None) -> None:
    found = match(utterance)
    assert (found and (found.intent, {name: slot.id or slot.heard for name, slot in found.slots.items()})) == meaning


INVITED = {
    "AMAZON.HelpIntent": ["help"],
    "AMAZON.NoIntent": ["no"],
    "AMAZON.PauseIntent": ["pause"],
    "AMAZON.RepeatIntent": ["repeat"],
    "AMAZON.ResumeIntent": ["go on", "resume"],
    "AMAZON.StartOverIntent": ["start over", "start afresh"],
    "AMAZON.StopIntent": ["stop"],
    "AMAZON.YesIntent": ["yes"],
    "AtRepIntent": ["I'm at six"],
    "DeleteMyDataIntent": ["delete my data"],
    "EasierIntent": ["easier"],
    "HowManyLeftIntent": ["how many are left"],
    "HowToIntent": ["how do I do it"],
    "ListExercisesIntent": ["list the exercises"],
    "NumberIntent": ["six"],
    "PainIntent": ["it hurts"],
    "ReadyIntent": ["ready"],
    "ReportChangeIntent": ["better", "the same", "worse", "further down"],
    "SetRegionIntent": ["neck", "low back", "both", "my neck", "my low back"],
    "SkipIntent": ["skip"],
    "StartRoutineIntent": ["start"],
    "TimeAvailableIntent": ["ten minutes"],
}
"""What the coach itself tells people to say (`you-can-say` and the reprompts of coach.ftl)."""


@pytest.mark.parametrize(("intent", "utterance"), [(name, one) for name, each in INVITED.items() for one in each])
def test_what_the_coach_asks_people_to_say_is_understood(intent: str, utterance: str) -> None:
    found = match(utterance)
    assert found
    assert found.intent == intent


LISTED = [form for form in FORMS if all(part.type in PHRASES for part in form.parts if isinstance(part, Slot))]
"""The samples whose every slot has phrases: a first name and a goal in one's own words have none."""


@st.composite
def spoken(draw: st.DrawFn) -> tuple[SpokenForm, dict[str, Heard], str]:
    """A sample with a known phrase in each of its slots."""
    form = draw(st.sampled_from(LISTED))
    slots: dict[str, Heard] = {}
    words: list[str] = []
    for part in form.parts:
        if isinstance(part, Slot):
            said, slots[part.name] = draw(st.sampled_from(list(PHRASES[part.type].items())))
            words.extend(said)
        else:
            words.append(part)
    return form, slots, " ".join(words)


@given(spoken())
def test_every_sample_with_every_phrase_in_it_means_what_it_says(
    said: tuple[SpokenForm, dict[str, Heard], str],
) -> None:
    form, slots, utterance = said
    assert match(utterance) == Match(intent=form.intent, slots=slots, sample=form.sample)


@given(spoken(), st.sampled_from([str.upper, str.title, "  {} ".format, "{}?".format, "{}!".format]))
def test_case_spaces_and_punctuation_change_nothing(
    said: tuple[SpokenForm, dict[str, Heard], str], written: Callable[[str], str]
) -> None:
    _, _, utterance = said
    assert match(written(utterance)) == match(utterance)


@given(st.text(max_size=60))
def test_text_that_says_nothing_means_nothing(text: str) -> None:
    assert fold(text) or match(text) is None


def test_a_slot_holds_what_alexa_would_send() -> None:
    found = match("how do I do press-ups")
    assert found
    assert found.slots["exercise"] == Heard(
        heard="press ups", id="prone-press-up", name="Prone Press-Up", kind="EXERCISE"
    )
    number, duration = match("I'm at twenty one"), match("I have an hour and a half")
    assert number
    assert number.slots["number"] == Heard(heard="21", kind="AMAZON.NUMBER")
    assert duration
    assert duration.slots["duration"] == Heard(heard="PT1H30M", kind="AMAZON.DURATION")


def test_numbers_are_known_up_to_one_hundred() -> None:
    assert [heard.heard for heard in PHRASES["AMAZON.NUMBER"].values()] == [str(number) for number in range(101)]
    for words, number in {"zero": "0", "ninety-nine": "99", "one hundred": "100"}.items():
        found = match(words)
        assert found
        assert found.slots["number"].heard == number
    assert match("one hundred and one") is None


def test_a_locale_has_its_own_number_words(small: Small) -> None:
    folder = small.files["locale.yaml"].parent.rename(small.folder / "model" / "de-DE")
    german = folder / "locale.yaml"
    german.write_text(
        german.read_text(encoding="utf-8").replace("en-US", "de-DE").replace("number} minutes", "number} Minuten"),
        encoding="utf-8",
    )
    found = Matcher.of(read_source("de-DE", folder=folder.parent, content=small.folder / "content"))
    assert found.phrases["AMAZON.NUMBER"][("zwölf",)].heard == "12"
    assert found.phrases["AMAZON.DURATION"][("zwölf", "minuten")].heard == "PT12M"


def test_an_utterance_with_two_meanings_is_refused(small: Small) -> None:
    small.replace("locale.yaml", "HelpIntent: [help]", "HelpIntent: [help, do bridge]")
    with pytest.raises(
        Ambiguous, match=r"^'Do bridge' is MoveIntent 'do \{exercise\}' and AMAZON.HelpIntent 'do bridge'$"
    ):
        Matcher.of(small.source()).match("Do bridge")


def test_the_contents_names_are_taken_without_their_articles(small: Small) -> None:
    values = small.source().values["EXERCISE"]["bridge"]
    assert [phrase.text for phrase in values] == ["Bridge", "hip lift", "fridge"]


def test_every_sample_is_listed_with_its_slots() -> None:
    by_sample = {(form.intent, form.sample): form.slots for form in spoken_forms()}
    assert by_sample["ReportPlaceIntent", "my {side} {place} about a {number}"] == ("side", "place", "number")
    assert by_sample["WaitIntent", "hold on"] == ()
