"""The player and the server agree on which questions are asked."""

import random
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from intake.answers import Answer, Value
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
  return everyone.map((answers) => {
    const interview = { answers, visitDate: "2026-11-20" };
    const facts = engine.factsOf(plan, interview);
    const left = [...plan.screens, null].map((screen) => engine.remaining(plan, facts, screen));
    return [engine.enabledItems(plan, interview), left.map((one) => [one.lowest, one.highest])];
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


@pytest.fixture
def told(sit, everyone):
    """What the player works out for everyone: the items asked, and how much is left."""
    return sit().page.evaluate(IN_THE_PAGE, [PATH, [as_the_tablet_sees(one) for one in everyone]])


def test_the_player_asks_the_items_the_server_asks(told, everyone):
    for answers, (asked, _) in zip(everyone, told, strict=True):
        expected = [item.link_id for item in enabled(as_the_server_sees(answers))]
        assert asked == expected


def test_the_player_counts_what_is_left_as_the_server_does_at_every_screen(told, everyone):
    places = [*(screen.link_id for screen in screens(KNEE_TWITCHING)), None]
    for answers, (_, left) in zip(everyone[::10], told[::10], strict=True):
        known = as_the_server_sees(answers)
        expected = [remaining(known, at) for at in places]
        assert left == [[one.lowest, one.highest] for one in expected]


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
