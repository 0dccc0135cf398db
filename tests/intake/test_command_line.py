"""``python -m intake``, as another program starts it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from intake.__main__ import main
from intake.fhir import questionnaire_json
from intake.knee_twitching.questionnaire import KNEE_TWITCHING
from intake.spoken import QUESTIONNAIRES

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "intake", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False
    )


def test_the_questionnaire_is_printed_as_fhir():
    done = run("questionnaire")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == questionnaire_json(KNEE_TWITCHING)


@pytest.mark.parametrize("language", QUESTIONNAIRES)
def test_the_questionnaire_is_printed_in_the_language_asked_for(language):
    done = run("questionnaire", "--language", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == questionnaire_json(QUESTIONNAIRES[language])
    assert json.loads(done.stdout)["language"] == language


@pytest.mark.parametrize(
    "arguments",
    [[], ["answers"], ["questionnaire", "more"], ["questionnaire", "--language", "tlh"]],
)
def test_a_command_that_is_not_there_ends_with_2(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m intake")
