"""The machine checks before a certification: the package, everything the skill answers, and a running server."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from interaction_model.build import DEFAULT_LOCALE
from interaction_model.check import check_source
from interaction_model.forms import phrases_of
from interaction_model.manifest_rules import Understanding, check_manifest
from interaction_model.rules import ambiguities, formal_breaches
from interaction_model.samples import matcher
from interaction_model.source import read_source
from skill.alexa.routes import ROUTES
from skill.errors import ContentError
from skill.publishing import response_rules
from skill.publishing.checks import ONLY_AMAZON, Check, Outcome, check
from skill.publishing.exchanges import PLAYER_INTENTS, Rounds
from skill.publishing.package import Deployment, american_model, make_package, model_of, model_of_all
from skill.publishing.running_server import SERVER_CHECKS, checks_of_server
from skill.publishing.testing_instructions import MOST_CHARACTERS, instructions_for
from skill.speech.locales import SPOKEN_LOCALES

AREAS = (
    ("1-6", "a response, its speech, card and attributes are within Alexa's sizes", ("1", "2", "4", "6")),
    ("7-14", "speech is SSML that Alexa takes, for the ear", ("7", "8", "9", "14")),
    ("18-22", "the microphone is open after a question, and only then", ("18", "19")),
    ("23, 29-33", "the player's and the session's own requests get no words", ("23, 30", "29", "29, 33", "30")),
    ("25-28", "audio guides are played as the player wants", ("26", "27", "28")),
    ("35, 40", "a count is an APL-A document of at most four minutes", ("35", "40")),
    ("38", "no picture goes to a device without a screen", ("38",)),
    ("77", "nothing claims to cure or to call for help", ("77",)),
    ("84", "every intent, odd slot, device and locale gets a spoken answer", ("84",)),
)
"""What is asked of each response: the checks it covers, in words, and the numbers `response_rules` gives them."""


def certify(deployment: Deployment, *, server: str | None) -> Iterator[Check]:
    """Yield every check of *deployment*, and of the running *server* at an address, when one is named."""
    yield from _of_package(deployment)
    yield from _of_responses(deployment)
    if server is None:
        yield from (Check(numbers=one, what=what, outcome=Outcome.NOT_ASKED) for one, what in SERVER_CHECKS)
    else:
        yield from checks_of_server(server, deployment.symptoms)
    yield from ONLY_AMAZON


def _of_package(deployment: Deployment) -> Iterator[Check]:
    with TemporaryDirectory() as folder:
        manifest = make_package(deployment, Path(folder) / "package")
        links = [path for path in manifest.parent.rglob("*") if path.is_symlink()]
        yield check("", "the package holds real files only", (f"{path.name} is a link" for path in links))
        yield check("67-75", "the manifest: addresses, listings, icons, permissions, privacy", _of_manifest(manifest))
    instructions = instructions_for(deployment.symptoms)
    long = [f"{len(instructions)} characters"] if len(instructions) > MOST_CHARACTERS else []
    yield check("", f"the testing instructions fit their {MOST_CHARACTERS} characters", long)
    source, american = read_source(DEFAULT_LOCALE), american_model()
    yield check("45-57", "everything that is meant has words", check_source(source))
    for locale in SPOKEN_LOCALES:
        found = formal_breaches(model_of(american, locale))
        yield check("45-57", f"the model of {locale}", (f"{one.trail}: {one.problem}" for one in found))
    everywhere = model_of_all(american)
    twofold = ambiguities(everywhere, phrases_of(everywhere, source.words.durations))
    yield check("50", "no words mean two things, in any country", (one.problem for one in twofold))
    routed = {intent for intent, _ in ROUTES}
    modelled = {intent.name for intent in american.intents}
    yield check("53", "every intent has a handler, and every handler an intent", sorted(routed ^ modelled))


def _of_manifest(manifest: Path) -> Iterator[str]:
    matching = matcher(DEFAULT_LOCALE)
    understanding = Understanding(
        locale=DEFAULT_LOCALE,
        invocation_name=american_model().invocation_name,
        understood=lambda utterance: matching.match(utterance) is not None,
    )
    try:
        yield from (f"{one.field}: {one.problem}" for one in check_manifest(understanding, manifest))
    except ContentError as error:
        yield from error.mistakes


def _of_responses(deployment: Deployment) -> Iterator[Check]:
    rounds = Rounds(deployment.symptoms, deployment.url)
    unknown = rounds.follow_the_instructions(rounds.device("tester"))
    yield check("", "the testing instructions are understood, word for word", unknown)
    rounds.say_everything(american_model())
    rounds.use_every_device()
    rounds.send_events()
    problems: dict[str, list[str]] = defaultdict(list)
    for exchange in rounds.heard:
        for number, problem in response_rules.objections(exchange):
            problems[number].append(problem)
    for numbers, what, ids in AREAS:
        found = [problem for one in ids for problem in problems.pop(one, ())]
        yield check(numbers, f"{what} ({len(rounds.heard)} answers)", found)
    answered = {exchange.kind for exchange in rounds.heard if exchange.told}
    reached = {intent.name for intent in american_model().intents} | set(PLAYER_INTENTS)
    yield check("31, 53", "every intent is reached, those of a playing guide too", sorted(reached - answered))
