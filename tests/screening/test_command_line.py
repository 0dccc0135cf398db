"""``python -m screening assess``, as another system starts it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from intake.fhir import response_json
from intake.response import Status
from screening.__main__ import main
from screening.record import assessed
from screening.rules import RULES
from screening.signed import signed_hash
from tests.strategies import patient

ROOT = Path(__file__).parents[2]
SADDLE = {"saddle-numbness": "yes", "weakness": "not-sure"}


def run(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "screening", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, cwd=ROOT, check=False)


def written(folder: Path, content: bytes) -> Path:
    path = folder / "response.json"
    path.write_bytes(content)
    return path


def test_a_response_is_assessed_and_printed_as_json(tmp_path):
    response = patient(SADDLE)
    done = run("assess", written(tmp_path, json.dumps(response_json(response)).encode()))
    assert (done.returncode, done.stderr) == (0, b"")
    assessment = json.loads(done.stdout)
    assert assessment == assessed(response, RULES, signed_hash()).model_dump(mode="json")
    assert assessment["urgency"] == "emergency"
    assert "saddle-numbness" in {finding["rule"] for finding in assessment["findings"]}


@pytest.mark.parametrize("status", [Status.STOPPED, Status.IN_PROGRESS])
def test_a_response_that_was_not_finished_is_one_the_patient_stopped(tmp_path, capsys, status):
    response = patient({"bend": None}, status=status)
    assert (
        main(["assess", str(written(tmp_path, json.dumps(response_json(response)).encode()))]) == 0
    )
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert "safety-questions-not-finished" in {finding["rule"] for finding in findings}


def test_age_is_that_on_the_day_the_response_was_written(tmp_path, capsys):
    content = response_json(patient({"headache-jaw-or-sight": "yes"}, age=49))
    later = json.dumps(content | {"authored": "2027-06-01T09:00:00Z"}).encode()
    for raw, code in ((json.dumps(content).encode(), "P32"), (later, "S19")):
        assert main(["assess", str(written(tmp_path, raw))]) == 0
        found = json.loads(capsys.readouterr().out)["findings"]
        assert code in {finding["code"] for finding in found}


def test_the_output_does_not_depend_on_the_language_of_the_machine(tmp_path):
    response = patient(SADDLE)
    path = written(tmp_path, json.dumps(response_json(response)).encode())
    command = [sys.executable, "-m", "screening", "assess", str(path)]
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False, env=plain)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["urgency"] == "emergency"


GOOD = response_json(patient())


def changed(**fields: object) -> bytes:
    return json.dumps({**GOOD, **fields}).encode()


def replaced(old: str, new: str) -> bytes:
    return json.dumps(GOOD).replace(old, new).encode()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        pytest.param(b"", "not valid JSON", id="empty"),
        pytest.param(b"[" * 100_000, "not valid JSON", id="deep"),
        pytest.param(b'{"item": ' + b"9" * 5_000 + b"}", "JSON", id="a long number"),
        pytest.param(replaced('"no"', '"nope"'), "heart-or-breath", id="no such option"),
    ],
)
def test_what_cannot_be_used_ends_with_2_and_one_sentence(tmp_path, content, named):
    done = run("assess", written(tmp_path, content))
    assert_refused(done.returncode, done.stdout.decode(), done.stderr.decode(), named)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        pytest.param(b"{", "not valid JSON", id="cut"),
        pytest.param(b"\x80\x81", "not valid JSON", id="not text"),
        pytest.param(b" " * 8_000_001, "larger than 8 MB", id="large"),
        pytest.param(b"[]", "", id="a list"),
        pytest.param(changed(resourceType="Patient"), "resourceType", id="another resource"),
        pytest.param(changed(questionnaire="https://a.example/q"), "questionnaire", id="another"),
        pytest.param(changed(authored="2026-11-20T09:00:00"), "authored", id="no time zone"),
        pytest.param(changed(item=[{"linkId": "shoe-size"}]), "shoe-size", id="no such item"),
        pytest.param(replaced("cold-leg", "fever-or-ill"), "fever-or-ill", id="answered twice"),
        pytest.param(replaced("1976-06-01", "2027-06-01"), "birth-date", id="born too late"),
    ],
)
def test_every_refusal_is_one_sentence_that_names_the_field(tmp_path, capsys, content, named):
    code = main(["assess", str(written(tmp_path, content))])
    said = capsys.readouterr()
    assert_refused(code, said.out, said.err, named)


@pytest.mark.parametrize("name", ["missing.json", "."], ids=["missing", "a folder"])
def test_a_file_that_cannot_be_read_ends_with_2_and_one_sentence(tmp_path, name):
    done = run("assess", tmp_path / name)
    assert_refused(
        done.returncode, done.stdout.decode(), done.stderr.decode(), f"{tmp_path / name}: cannot be"
    )


def assert_refused(code: int, out: str, said: str, named: str) -> None:
    assert "Traceback" not in said
    assert (code, out) == (2, "")
    assert said.count("\n") == 1
    assert said.endswith(".\n")
    assert named in said


@pytest.mark.parametrize("arguments", [[], ["assess"], ["guess", "response.json"]])
def test_a_command_that_is_not_there_ends_with_2(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m screening")
