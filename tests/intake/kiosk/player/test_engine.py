"""The player and the server agree on which questions are asked."""

import random
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from intake.answers import Answer, Truth, Value
from intake.criteria import Fact, Facts, State, evaluate
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.navigation import remaining, screens
from intake.questionnaire import CalendarDate, Choice, NoToAll
from intake.response import QuestionnaireResponse, Status, age_on, enabled
from tests.intake.kiosk.player.waiting_room import VISIT_DATE

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
IN_THE_PAGE = """async ([path, everyone]) => {
  const engine = await import("/kiosk/player/engine.js");
  const { readQuestionnaire } = await import("/kiosk/player/questionnaire.js");
  const plan = readQuestionnaire(await (await fetch(path)).json());
  const none_alone = plan.questions.map((question) => ({ ...question, needsStaff: [] }));
  return everyone.map((answers) => {
    const interview = { answers, visitDate: "2026-11-20" };
    const facts = engine.factsOf(plan, interview);
    const left = [...plan.screens, null].map((screen) => engine.remaining(plan, facts, screen));
    const half = Object.entries(answers).filter((_, place) => place % 2 === 0);
    const calls = [{}, Object.fromEntries(half)].map((heard) => engine.needsStaff(
      { ...plan, questions: none_alone }, interview, { answers: heard, visitDate: "2026-11-20" }));
    return [
      engine.enabledItems(plan, interview), left.map((one) => [one.lowest, one.highest]), calls,
    ];
  });
}"""
PATH = f"/kiosk/questionnaire/{KNEE_TWITCHING.version}/en.json"


def somebody(chance: random.Random) -> dict[str, tuple[Value, ...]]:
    """Answers to a random share of all questions, whether they would be asked or not."""
    share = chance.random()
    answers: dict[str, tuple[Value, ...]] = {}
    for link_id, item in KNEE_TWITCHING.questions.items():
        if chance.random() > share:
            continue
        if isinstance(item, CalendarDate):
            answers[link_id] = (date(chance.randint(1930, 2020), 11, chance.randint(19, 21)),)
        elif isinstance(item, NoToAll):
            answers[link_id] = (chance.random() < 0.5,)
        elif isinstance(item, Choice):
            codes = [option.code for option in item.options]
            answers[link_id] = tuple(
                chance.sample(codes, chance.randint(1, 2) if item.repeats else 1)
            )
    return answers


def as_the_server_sees(answers: dict[str, tuple[Value, ...]]) -> QuestionnaireResponse:
    known = {link_id: Answer(values, NOW) for link_id, values in answers.items()}
    born = answers.get("birth-date", (None,))[0]
    if isinstance(born, date):
        known["age"] = Answer((age_on(born, VISIT_DATE),), NOW)
    return QuestionnaireResponse(KNEE_TWITCHING, NOW, Status.IN_PROGRESS, known)


def as_the_tablet_sees(answers: dict[str, tuple[Value, ...]]) -> dict[str, object]:
    return {
        link_id: {"values": [str(v).lower() for v in values]} for link_id, values in answers.items()
    }


@pytest.fixture(scope="module")
def everyone() -> list[dict[str, tuple[Value, ...]]]:
    chance = random.Random(20261120)  # noqa: S311 - the same people in every run
    return [{}, *(somebody(chance) for _ in range(200))]


@pytest.fixture(scope="module")
def told_before() -> list:
    return []


@pytest.fixture
def told(request, everyone, told_before):
    """What the player works out for everyone: the items asked, how much is left, who is called."""
    if not told_before:
        page = request.getfixturevalue("sit")().page
        known = [as_the_tablet_sees(one) for one in everyone]
        told_before += page.evaluate(IN_THE_PAGE, [PATH, known])
    return told_before


def test_the_player_asks_the_items_the_server_asks(told, everyone):
    for answers, (asked, _, _) in zip(everyone, told, strict=True):
        expected = [item.link_id for item in enabled(as_the_server_sees(answers))]
        assert asked == expected


def test_the_player_counts_what_is_left_as_the_server_does_at_every_screen(told, everyone):
    places = [*(screen.link_id for screen in screens(KNEE_TWITCHING)), None]
    for answers, (_, left, _) in zip(everyone[::10], told[::10], strict=True):
        known = as_the_server_sees(answers)
        expected = [remaining(known, at) for at in places]
        assert left == [[one.lowest, one.highest] for one in expected]


def calls_together(now: dict[str, tuple[Value, ...]], heard: dict[str, tuple[Value, ...]]) -> bool:
    """Whether something is complete now that was not in what the server has heard."""
    after, before = (as_said(as_the_server_sees(one)) for one in (now, heard))
    return any(
        evaluate(one, after) is Truth.YES and evaluate(one, before) is not Truth.YES
        for one in KNEE_TWITCHING.needs_staff_offline
    )


def as_said(response: QuestionnaireResponse) -> Facts:
    """Every answer, asked for any more or not."""
    said = {link_id: Fact(State.ANSWERED, one.values) for link_id, one in response.answers.items()}
    return Facts(dict.fromkeys(KNEE_TWITCHING.questions, Fact(State.OPEN)) | said)


def test_the_player_calls_for_staff_where_answers_together_do_and_the_server_has_not_heard(
    told, everyone
):
    expected = [
        [calls_together(now, {}), calls_together(now, dict([*now.items()][::2]))]
        for now in everyone
    ]
    assert [calls for _, _, calls in told] == expected
    assert {(False, False), (True, True), (True, False)} <= {(a, b) for a, b in expected}


def test_what_is_left_only_shrinks_and_holds_whatever_is_answered(sit):
    walk = """async (path) => {
      const engine = await import("/kiosk/player/engine.js");
      const { readQuestionnaire } = await import("/kiosk/player/questionnaire.js");
      const plan = readQuestionnaire(await (await fetch(path)).json());
      let seed = 7;
      const chance = (n) => (seed = (seed * 48271) % 2147483647) % n;
      const walks = [];
      for (let patient = 0; patient < 60; patient += 1) {
        const answers = {}, counts = [];
        let facts = engine.factsOf(plan, { answers, visitDate: "2026-11-20" });
        let screen = engine.resume(plan, facts, null);
        while (screen) {
          const { lowest, highest } = engine.remaining(plan, facts, screen);
          counts.push([lowest, highest]);
          for (const question of screen.questions) {
            const value = question.kind === "date" ? `19${50 + chance(49)}-05-05`
              : question.options[chance(question.options.length)]?.code ?? "words";
            answers[question.linkId] = { values: [value] };
            facts = engine.factsOf(plan, { answers, visitDate: "2026-11-20" });
          }
          screen = engine.nextScreen(plan, facts, screen);
        }
        walks.push(counts);
      }
      return walks;
    }"""
    walks = sit().page.evaluate(walk, PATH)
    for counts in walks:
        for place, (lowest, highest) in enumerate(counts):
            assert lowest <= len(counts) - place <= highest
        assert all(later[1] < sooner[1] for sooner, later in pairwise(counts))
