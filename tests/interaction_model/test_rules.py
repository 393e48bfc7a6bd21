"""Each of Amazon's rules, broken in one place of a small model: the complaint says where and what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from interaction_model.amazon import Intent, IntentSlot, LanguageModel, SlotType, SlotValue
from interaction_model.build import language_model
from interaction_model.check import check, check_model, check_source
from interaction_model.invocation import objections
from interaction_model.rules import MOST_BYTES, MOST_INTENTS
from skill.errors import ContentError
from tests.interaction_model.small import Small

LEFT = "left: [left, left side]"


def test_the_small_model_breaks_no_rule(small: Small) -> None:
    source = small.source()
    assert check_model(language_model(source), source) == ()


@pytest.mark.parametrize("sample", ["move my t. v.", "mary's move", "move side-ways", "{exercise}'s move", "Move On"])
def test_a_sample_may_have_initials_apostrophes_and_hyphens(small: Small, sample: str) -> None:
    small.replace("locale.yaml", "- move\n", f'- "{sample}"\n')
    source = small.source()
    assert check_model(language_model(source), source) == ()


def test_the_whole_check_tells_of_meanings_and_of_rules(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    small.replace("locale.yaml", "- move\n", "- move 2 times\n")
    monkeypatch.setattr("interaction_model.check.read_source", lambda locale: small.source())
    complaints = check("en-US")
    assert "model/en-US/locale.yaml:4:3: intents.MoveIntent: has 4 samples; 8 are needed" in complaints
    assert any("'move 2 times' has digits" in complaint for complaint in complaints)


WRITTEN = {
    "digits in a sample": (
        "locale.yaml",
        "- move\n",
        "- move 2 times\n",
        "model/en-US/locale.yaml:5:7: intents.MoveIntent.0: 'move 2 times' has digits; write numbers as words",
    ),
    "a question mark in a sample": (
        "locale.yaml",
        "- move\n",
        "- may I move?\n",
        "model/en-US/locale.yaml:5:7: intents.MoveIntent.0: 'may I move?' has '?'; "
        "letters, spaces, apostrophes, hyphens and initials are allowed",
    ),
    "a full stop that ends no initial": (
        "locale.yaml",
        "- move\n",
        "- move now.\n",
        "model/en-US/locale.yaml:5:7: intents.MoveIntent.0: 'move now.' has '.'; "
        "letters, spaces, apostrophes, hyphens and initials are allowed",
    ),
    "a brace that closes nothing": (
        "locale.yaml",
        "- move\n",
        "- move side}\n",
        "model/en-US/locale.yaml:5:7: intents.MoveIntent.0: 'move side}' has '}'; "
        "letters, spaces, apostrophes, hyphens and initials are allowed",
    ),
    "an empty sample": (
        "locale.yaml",
        "- move\n",
        '- ""\n',
        "model/en-US/locale.yaml:5:7: intents.MoveIntent.0: '' is empty",
    ),
    "two spaces in a sample": (
        "locale.yaml",
        "- move\n",
        "- move  on\n",
        "model/en-US/locale.yaml:5:7: intents.MoveIntent.0: 'move  on' has a space too many",
    ),
    "a slot nobody declared": (
        "locale.yaml",
        "- move\n",
        "- move {place}\n",
        "model/en-US/locale.yaml:5:7: intents.MoveIntent.0: 'move {place}' has the slot place, "
        "which the intent does not declare",
    ),
    "a slot twice in a sample": (
        "locale.yaml",
        "- move\n",
        "- move {side} or {side}\n",
        "model/en-US/locale.yaml:5:7: intents.MoveIntent.0: 'move {side} or {side}' has the slot side twice",
    ),
    "a slot that touches a word": (
        "locale.yaml",
        "- move\n",
        "- move {side}ward\n",
        "model/en-US/locale.yaml:5:7: intents.MoveIntent.0: 'move {side}ward' has a slot that touches a word; "
        "put spaces around it",
    ),
    "the same sample twice in an intent": (
        "locale.yaml",
        "- do {exercise}\n",
        "- Move\n    - do {exercise}\n",
        "model/en-US/locale.yaml:6:7: intents.MoveIntent.1: 'move' means MoveIntent 'move' and MoveIntent 'Move'",
    ),
    "the same sample in two intents, but for case and hyphens": (
        "locale.yaml",
        "CancelIntent: [cancel]",
        "CancelIntent: [cancel, Go-Home]",
        "model/en-US/locale.yaml:12:31: intents.AMAZON.NavigateHomeIntent.0: "
        "'go home' means AMAZON.CancelIntent 'Go-Home' and AMAZON.NavigateHomeIntent 'go home'",
    ),
    "a sample that another one becomes with its slot filled": (
        "locale.yaml",
        "HelpIntent: [help]",
        "HelpIntent: [help, move to the left side]",
        "model/en-US/locale.yaml:10:29: intents.AMAZON.HelpIntent.1: 'move to the left side' "
        "means MoveIntent 'move to the {side}' and AMAZON.HelpIntent 'move to the left side'",
    ),
    "a sample with a number that another one becomes": (
        "locale.yaml",
        "HelpIntent: [help]",
        "HelpIntent: [help, move twenty-one times]",
        "model/en-US/locale.yaml:10:29: intents.AMAZON.HelpIntent.1: 'move twenty one times' "
        "means MoveIntent 'move {number} times' and AMAZON.HelpIntent 'move twenty-one times'",
    ),
    "two samples that become the same with their slots filled": (
        "locale.yaml",
        "- move\n",
        "- do fridge {side}\n    - do {exercise} left\n",
        "model/en-US/locale.yaml:6:7: intents.MoveIntent.1: 'do fridge left' "
        "means MoveIntent 'do fridge {side}' and MoveIntent 'do {exercise} left'",
    ),
    "an intent without samples": (
        "locale.yaml",
        "  AMAZON.CancelIntent: [cancel]\n",
        "  AMAZON.CancelIntent: [cancel]\n  OtherIntent: []\n",
        "model/en-US/locale.yaml:10:3: intents.OtherIntent: has no samples; nobody can say it",
    ),
    "an intent whose name has a digit": (
        "locale.yaml",
        "  AMAZON.CancelIntent: [cancel]\n",
        "  AMAZON.CancelIntent: [cancel]\n  Other2Intent: [other]\n",
        "model/en-US/locale.yaml:10:3: intents.Other2Intent: is no name; "
        "letters and underscores are allowed, a letter first",
    ),
    "an intent that Amazon does not have": (
        "locale.yaml",
        "  AMAZON.CancelIntent: [cancel]\n",
        "  AMAZON.CancelIntent: [cancel]\n  AMAZON.DanceIntent: [dance]\n",
        "model/en-US/locale.yaml:10:3: intents.AMAZON.DanceIntent: Amazon has no such intent",
    ),
    "an intent that every skill needs": (
        "locale.yaml",
        "  AMAZON.HelpIntent: [help]\n",
        "",
        "model/en-US/locale.yaml:3:1: intents: AMAZON.HelpIntent is missing; every skill needs it",
    ),
    "a slot in no sample": (
        "locale.yaml",
        "    - do {exercise}\n",
        "",
        "model/intents.yaml:8:13: intents.MoveIntent.slots.exercise: is in no sample; nobody can fill it",
    ),
    "a slot whose type does not exist": (
        "intents.yaml",
        "number: AMAZON.NUMBER",
        "number: NUMBERS",
        "model/intents.yaml:8:45: intents.MoveIntent.slots.number: there is no slot type NUMBERS",
    ),
    "a slot type that no slot has": (
        "locale.yaml",
        "  SIDE:\n",
        "  LEVEL: {low: [low]}\n  SIDE:\n",
        "model/en-US/locale.yaml:20:3: slot_types.LEVEL: no slot has this type",
    ),
    "a slot type without values": (
        "locale.yaml",
        "  SIDE:\n    left: [left, left side]\n    right: [right, right side]\n",
        "  SIDE: {}\n",
        "model/en-US/locale.yaml:20:3: slot_types.SIDE: has no values",
    ),
    "a value without words": (
        "locale.yaml",
        LEFT,
        "left: []",
        "model/en-US/locale.yaml:21:5: slot_types.SIDE.left: has no words",
    ),
    "a value of nothing but a hyphen": (
        "locale.yaml",
        LEFT,
        'left: [left, "-"]',
        "model/en-US/locale.yaml:21:18: slot_types.SIDE.left: has no words in it",
    ),
    "an id that is not in kebab-case": (
        "locale.yaml",
        LEFT,
        "Left_Side: [left, left side]",
        "model/en-US/locale.yaml:21:5: slot_types.SIDE.Left_Side: is no id; ids are in kebab-case",
    ),
    "a synonym of two values": (
        "locale.yaml",
        "right: [right,",
        "right: [right, Left,",
        "model/en-US/locale.yaml:22:20: slot_types.SIDE.right: 'Left' is said for left already",
    ),
    "a synonym twice": (
        "locale.yaml",
        LEFT,
        "left: [left, left side, left-side]",
        "model/en-US/locale.yaml:21:29: slot_types.SIDE.left: 'left-side' is said for left already",
    ),
    "a further name that the content has": (
        "locale.yaml",
        "bridge: [fridge]",
        "bridge: [fridge, hip lift]",
        "model/en-US/locale.yaml:19:22: slot_types.EXERCISE.bridge: 'hip lift' is said for bridge already",
    ),
    "an alias in the content that is another exercise's name": (
        "en-US.ftl",
        "hip lift",
        "fridge",
        "model/en-US/locale.yaml:19:14: slot_types.EXERCISE.bridge: 'fridge' is said for bridge already",
    ),
    "a digit in an alias of the content": (
        "en-US.ftl",
        "hip lift",
        "hip lift 2",
        "content/exercises/bridge/en-US.ftl:3:5: slot_types.EXERCISE.bridge: "
        "'hip lift 2' has digits; write numbers as words",
    ),
    "a value of more than 140 characters": (
        "locale.yaml",
        LEFT,
        f"left: [left, {'left ' * 28}side]",
        "model/en-US/locale.yaml:21:18: slot_types.SIDE.left: is longer than 140 characters",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "complaint"), WRITTEN.values(), ids=WRITTEN.keys())
def test_a_broken_rule_is_told_with_its_place(small: Small, file: str, old: str, new: str, complaint: str) -> None:
    small.replace(file, old, new)
    source = small.source()
    assert check_model(language_model(source), source) == (complaint,)


def _with_intent(intent: Intent) -> Callable[[LanguageModel], LanguageModel]:
    return lambda model: replace(model, intents=(*model.intents, intent))


def _with_slot(name: str, slot_type: str, sample: str) -> Callable[[LanguageModel], LanguageModel]:
    return _with_intent(Intent(name="ExtraIntent", slots=(IntentSlot(name=name, type=slot_type),), samples=(sample,)))


BUILT = {
    "an intent twice": (
        _with_intent(Intent(name="MoveIntent", samples=("again please",))),
        "model/en-US/locale.yaml:4:3: intents.MoveIntent: is there 2 times",
    ),
    "more than 250 intents": (
        lambda model: replace(
            model,
            intents=(
                *model.intents,
                *(Intent(name=f"Extra{'A' * n}Intent", samples=(f"extra{'a' * n}",)) for n in range(MOST_INTENTS - 5)),
            ),
        ),
        "model/en-US/locale.yaml:3:1: intents: there are 251 intents; at most 250 are allowed",
    ),
    "a slot of one of Amazon's own intents": (
        lambda model: replace(
            model,
            intents=tuple(
                replace(one, slots=(IntentSlot(name="side", type="SIDE"),), samples=("help {side}",))
                if one.name == "AMAZON.HelpIntent"
                else one
                for one in model.intents
            ),
        ),
        "model/intents.yaml:10:3: intents.AMAZON.HelpIntent.slots: Amazon's own intents have no slots",
    ),
    "a slot twice": (
        _with_intent(
            Intent(name="ExtraIntent", slots=(IntentSlot(name="side", type="SIDE"),) * 2, samples=("see {side}",))
        ),
        "model/intents.yaml:4:1: intents.ExtraIntent.slots.side: is there 2 times",
    ),
    "a search query without words around it": (
        _with_slot("query", "AMAZON.SearchQuery", "{query}"),
        "model/en-US/locale.yaml:3:1: intents.ExtraIntent.0: '{query}' has no words beside AMAZON.SearchQuery",
    ),
    "a search query beside another slot": (
        _with_intent(
            Intent(
                name="ExtraIntent",
                slots=(IntentSlot(name="query", type="AMAZON.SearchQuery"), IntentSlot(name="side", type="SIDE")),
                samples=("find {query} on the {side}",),
            )
        ),
        "model/en-US/locale.yaml:3:1: intents.ExtraIntent.0: 'find {query} on the {side}' "
        "has another slot beside AMAZON.SearchQuery",
    ),
    "a sensitivity that Amazon does not have": (
        lambda model: replace(model, fallback_sensitivity="FULL"),
        "model/intents.yaml:1:1: fallback_sensitivity: must be LOW, MEDIUM, HIGH, not FULL",
    ),
    "a locale that Alexa does not speak": (
        lambda model: replace(model, locale="en-NZ"),
        "model/en-US/locale.yaml:1:1: locale: Alexa does not speak en-NZ",
    ),
    "a slot type twice": (
        lambda model: replace(
            model, types=(*model.types, SlotType(name="SIDE", values=(SlotValue(id="up", phrases=("up",)),)))
        ),
        "model/en-US/locale.yaml:20:3: slot_types.SIDE: is there 2 times",
    ),
    "a value id twice": (
        lambda model: replace(
            model,
            types=tuple(
                replace(one, values=(*one.values, SlotValue(id="left", phrases=("port",))))
                if one.name == "SIDE"
                else one
                for one in model.types
            ),
        ),
        "model/en-US/locale.yaml:21:5: slot_types.SIDE.left: is there 2 times",
    ),
    "a slot type whose name has a digit": (
        lambda model: replace(
            model,
            types=(*model.types, SlotType(name="SIDE2", values=(SlotValue(id="up", phrases=("up",)),))),
            intents=(
                *model.intents,
                Intent(name="ExtraIntent", slots=(IntentSlot(name="a", type="SIDE2"),), samples=("see {a}",)),
            ),
        ),
        "model/en-US/locale.yaml:17:1: slot_types.SIDE2: is no name; "
        "letters and underscores are allowed, a letter first",
    ),
}


@pytest.mark.parametrize(("broken", "complaint"), BUILT.values(), ids=BUILT.keys())
def test_a_broken_rule_of_the_model_itself_is_told(
    small: Small, broken: Callable[[LanguageModel], LanguageModel], complaint: str
) -> None:
    source = small.source()
    assert check_model(broken(language_model(source)), source) == (complaint,)


def test_more_than_50000_values_are_too_many(small: Small) -> None:
    model = language_model(small.source())
    many = tuple("".join(chr(97 + int(digit)) for digit in str(number)) for number in range(50_000))
    side = SlotType(name="SIDE", values=(SlotValue(id="left", phrases=("left", *many)),))
    crowded = replace(model, types=(model.types[0], side))
    (complaint,) = check_model(crowded, small.source())
    assert complaint.startswith("model/en-US/locale.yaml:17:1: slot_types: there are 500")


def test_a_model_of_more_than_a_megabyte_and_a_half_is_too_big(small: Small) -> None:
    model = language_model(small.source())
    long = Intent(name="LongIntent", samples=(f"say {'a' * MOST_BYTES}",))
    (complaint,) = check_model(replace(model, intents=(*model.intents, long)), small.source())
    assert complaint.startswith("model/en-US/locale.yaml:1:1: file: the model has 15")
    assert complaint.endswith("at most 1500000 are allowed")


INVOCATION_NAMES = {
    "plain coach": [],
    "mary's coach": [],
    "a. b. coach": [],
    "coach": ["has one word; at least two are needed"],
    "Plain Coach": ["has 'CP'; lower-case letters, spaces, apostrophes and full stops are allowed"],
    "coach 2000": ["has '02'; lower-case letters, spaces, apostrophes and full stops are allowed"],
    "spine & coach": ["has '&'; lower-case letters, spaces, apostrophes and full stops are allowed"],
    "start coach": ["'start' is a launch word"],
    "alexa coach": ["'alexa' is a wake word"],
    "alexa's coach": ["'alexa' is a wake word"],
    "coach skill": ["'skill' does not belong in a name"],
    "coach with mary": ["'with' joins a name to a request"],
    "pain coach": ["'pain' names a condition or a cure"],
    "the coach": ["'the' is an article or a preposition; a name of two words has none"],
    "the plain coach": [],
    f"plain {'coach' * 10}": ["has 56 characters; 2 to 50 are allowed"],
}


@pytest.mark.parametrize(("name", "expected"), INVOCATION_NAMES.items(), ids=INVOCATION_NAMES.keys())
def test_an_invocation_name_is_held_to_amazons_rules(name: str, expected: list[str]) -> None:
    assert list(objections(name)) == expected


def test_a_wrong_invocation_name_is_told_with_its_place(small: Small) -> None:
    small.replace("locale.yaml", "plain coach", "coach")
    source = small.source()
    assert check_model(language_model(source), source) == (
        "model/en-US/locale.yaml:2:1: invocation_name: has one word; at least two are needed",
    )


COVERAGE = {
    "an intent without an entry in the locale": (
        "locale.yaml",
        "  AMAZON.HelpIntent: [help]\n",
        "",
        "model/en-US/locale.yaml:3:1: intents: AMAZON.HelpIntent is missing; it is in intents.yaml",
    ),
    "an intent that nobody means": (
        "locale.yaml",
        "  AMAZON.HelpIntent: [help]\n",
        "  AMAZON.HelpIntent: [help]\n  OtherIntent: [other]\n",
        "model/en-US/locale.yaml:11:3: intents.OtherIntent: is unknown; it is not in intents.yaml",
    ),
    "a value id without words": (
        "intents.yaml",
        "[left, right]",
        "[left, right, both]",
        "model/en-US/locale.yaml:20:3: slot_types.SIDE: both is missing; it is in intents.yaml",
    ),
    "a value id that nobody means": (
        "intents.yaml",
        "[left, right]",
        "[left]",
        "model/en-US/locale.yaml:22:5: slot_types.SIDE.right: is unknown; it is not in intents.yaml",
    ),
    "a slot type without words": (
        "intents.yaml",
        "  SIDE:",
        "  LEVEL: [low]\n  SIDE:",
        "model/en-US/locale.yaml:17:1: slot_types: LEVEL is missing; it is in intents.yaml",
    ),
    "further names of an exercise that does not exist": (
        "locale.yaml",
        "bridge: [fridge]",
        "bridge: [fridge]\n    brigde: [other]",
        "model/en-US/locale.yaml:20:5: slot_types.EXERCISE.brigde: is unknown; it is not in skill/content/exercises",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "complaint"), COVERAGE.values(), ids=COVERAGE.keys())
def test_what_is_meant_and_what_is_said_must_be_the_same(
    small: Small, file: str, old: str, new: str, complaint: str
) -> None:
    small.replace(file, old, new)
    assert complaint in check_source(small.source())


def test_an_intent_that_is_used_often_needs_20_samples_and_any_other_8(small: Small) -> None:
    small.replace("intents.yaml", "meaning: Wants to move.", "meaning: Wants to move.\n    often: true")
    few = [line for line in check_source(small.source()) if "samples" in line]
    assert few[0] == "model/en-US/locale.yaml:4:3: intents.MoveIntent: has 4 samples; 20 are needed"
    assert few[1] == "model/en-US/locale.yaml:9:3: intents.AMAZON.CancelIntent: has 1 samples; 8 are needed"
    assert not any("Fallback" in line for line in few)


FORM = {
    "a state that does not exist": (
        "intents.yaml",
        "    states: [paused]\n",
        "    states: [pausing]\n",
        "model/intents.yaml:7:14: intents.MoveIntent.states.0: ",
    ),
    "an unknown key": (
        "intents.yaml",
        "    meaning: Wants to move.",
        "    meanings: Wants to move.",
        "model/intents.yaml:6:5: intents.MoveIntent.meanings: unknown key `meanings`; did you mean `meaning`?",
    ),
    "samples that are no list": (
        "locale.yaml",
        "CancelIntent: [cancel]",
        "CancelIntent: cancel",
        "model/en-US/locale.yaml:9:3: intents.AMAZON.CancelIntent: ",
    ),
    "a key twice": (
        "locale.yaml",
        "  AMAZON.HelpIntent: [help]\n",
        "  AMAZON.HelpIntent: [help]\n  AMAZON.HelpIntent: [help me]\n",
        "model/en-US/locale.yaml:11:3: yaml: the key 'AMAZON.HelpIntent' is there twice",
    ),
    "another locale than the folder's name says": (
        "locale.yaml",
        "locale: en-US",
        "locale: en-GB",
        "model/en-US/locale.yaml:1:1: locale: must be en-US, as the folder's name says",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "complaint"), FORM.values(), ids=FORM.keys())
def test_a_file_of_the_wrong_form_is_refused_with_the_place(
    small: Small, file: str, old: str, new: str, complaint: str
) -> None:
    small.replace(file, old, new)
    with pytest.raises(ContentError) as refused:
        small.source()
    assert any(line.startswith(complaint) for line in refused.value.mistakes), refused.value


def test_a_missing_locale_is_told(small: Small) -> None:
    small.files["locale.yaml"].unlink()
    with pytest.raises(ContentError, match=r"^model/en-US/locale\.yaml:1:1: file: missing$"):
        small.source()


def test_mistakes_of_both_files_are_told_at_once(small: Small) -> None:
    small.replace("intents.yaml", "meaning: Wants to move.", "meanings: Wants to move.")
    small.replace("locale.yaml", "determiners", "determiner")
    with pytest.raises(ContentError) as refused:
        small.source()
    assert {line.split(":")[0] for line in refused.value.mistakes} == {"model/intents.yaml", "model/en-US/locale.yaml"}


def test_what_is_said_may_stand_in_a_file_for_each_subject(small: Small) -> None:
    home = "  AMAZON.NavigateHomeIntent: [go home]\n"
    before = language_model(small.source())
    small.replace("locale.yaml", home, "")
    small.files["locale.yaml"].with_name("home.yaml").write_text(f"intents:\n{home}", encoding="utf-8")
    assert language_model(small.source()) == before


def test_a_mistake_names_the_file_of_its_subject(small: Small) -> None:
    small.replace("locale.yaml", "  AMAZON.NavigateHomeIntent: [go home]\n", "")
    home = small.files["locale.yaml"].with_name("home.yaml")
    home.write_text("intents:\n  AMAZON.NavigateHomeIntent: [go home, go 2 home]\n", encoding="utf-8")
    source = small.source()
    assert check_model(language_model(source), source) == (
        "model/en-US/home.yaml:2:40: intents.AMAZON.NavigateHomeIntent.1: 'go 2 home' has digits; "
        "write numbers as words",
    )


def test_an_intent_and_a_value_stand_in_one_file_only(small: Small) -> None:
    twice = "intents:\n  MoveIntent: [go]\nslot_types:\n  SIDE:\n    left: [port]\n"
    small.files["locale.yaml"].with_name("twice.yaml").write_text(twice, encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        small.source()
    assert refused.value.mistakes == (
        "model/en-US/twice.yaml:2:3: intents.MoveIntent: is in model/en-US/locale.yaml already",
        "model/en-US/twice.yaml:5:5: slot_types.SIDE.left: is in model/en-US/locale.yaml already",
    )
