"""``python app.py`` as somebody types it: a sentence when it cannot, never a traceback."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest

from house.__main__ import main as command
from house.commands import main
from house.process import now
from intake.store import Home, limiter, password_codes, prepare, staff
from tests.journeys.premises import ROOT


@pytest.fixture
def home(tmp_path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def refused(capsys, *arguments: str, **environment: str) -> str:
    """The one sentence with which a command is refused."""
    assert main(list(arguments), environment) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith(".\n")
    assert said.err.count("\n") == 1
    sentence: str = said.err.strip()
    return sentence


def test_help_names_every_command_and_every_setting():
    told = subprocess.run(
        [sys.executable, "app.py", "--help"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    for word in ("run", "demo", "backup", "ANTEROOM_HOME", "ANTEROOM_KIOSK_PORT", "DATABASE_URL"):
        assert word in told.stdout
    assert told.stderr == ""


def test_a_command_there_is_not_is_refused(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["destroy"], {})
    assert stop.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


@pytest.mark.parametrize("which", ["ANTEROOM_KIOSK_PORT", "ANTEROOM_CLINIC_PORT"])
def test_a_port_in_use_is_named_and_nothing_is_made(capsys, home, taken_port, which):
    sentence = refused(capsys, ANTEROOM_HOME=str(home.folder), **{which: str(taken_port)})
    assert f"Port {taken_port} is in use." in sentence
    assert which in sentence
    assert not home.database.exists()


def test_a_setting_that_cannot_be_used_is_named(capsys, home):
    assert "ANTEROOM_KIOSK_PORT" in refused(
        capsys, ANTEROOM_HOME=str(home.folder), ANTEROOM_KIOSK_PORT="door"
    )
    assert "ANTEROOM_CERTIFICATE" in refused(
        capsys, ANTEROOM_HOME=str(home.folder), ANTEROOM_ADDRESS="clinic.example"
    )


def test_an_address_this_machine_does_not_have_is_named(capsys, tmp_path):
    file = tmp_path / "some.pem"
    file.write_text("")
    files = {"ANTEROOM_CERTIFICATE": str(file), "ANTEROOM_KEY": str(file)}
    sentence = refused(capsys, ANTEROOM_ADDRESS="nowhere.invalid", **files)
    assert sentence == "ANTEROOM_ADDRESS: there is no address named nowhere.invalid."


def test_a_folder_that_cannot_be_used_is_named(capsys, tmp_path):
    file = tmp_path / "a-file"
    file.write_text("")
    assert str(file) in refused(capsys, ANTEROOM_HOME=str(file))


def test_a_backup_is_named_and_holds_the_store(capsys, home):
    prepare(home, os.urandom, now()).close()
    assert main(["backup"], {"ANTEROOM_HOME": str(home.folder)}) == 0
    [database] = home.backups.glob("*.db")
    assert capsys.readouterr().out == f"Backup: {database}\n"


def test_there_is_no_backup_of_what_is_not_there(capsys, home):
    sentence = refused(capsys, "backup", ANTEROOM_HOME=str(home.folder))
    assert sentence == f"There is no store in {home.folder} yet."
    assert not home.folder.exists()


def test_another_database_is_backed_up_by_its_own_tools(capsys, home):
    address = f"sqlite:///{home.folder}.db"
    sentence = refused(capsys, "backup", ANTEROOM_HOME=str(home.folder), DATABASE_URL=address)
    assert "its own tools" in sentence


def test_a_store_whose_keys_are_gone_is_not_started(capsys, home):
    prepare(home, os.urandom, now()).close()
    for key in home.keys.iterdir():
        key.unlink()
    assert "key" in refused(capsys, ANTEROOM_HOME=str(home.folder))


def test_whoever_is_at_the_machine_lists_unlocks_and_resets(capsys, home):
    store = prepare(home, os.urandom, now())
    with store.write() as tx:
        new = staff.NewPerson("Nora", "Nora Testnurse", staff.Role.ADMIN)
        _, first = password_codes.invite(tx, new, "system", now())
        for number in range(100):
            limiter.count_try(tx, "nora", now() - timedelta(days=5) + timedelta(hours=number))
    store.close()
    here = {"ANTEROOM_HOME": str(home.folder)}
    assert main(["people"], here) == 0
    listed = capsys.readouterr().out
    assert listed == "nora\tNora Testnurse\tAdministrator\tnever signed in\tlocked\n"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANTEROOM_HOME", str(home.folder))
        assert command(["unlock", " NORA "]) == 0
    assert "can try again" in capsys.readouterr().out
    assert main(["reset", "nora"], here) == 0
    told = capsys.readouterr().out
    assert re.search(r": (\w{4}-){3}\w{4}\n", told)
    assert first.value not in told
    assert "/clinic/first-password" in told
    assert "Nobody signs in as “otto”" in refused(capsys, "unlock", "otto", **here)


def test_who_may_sign_in_is_not_asked_of_a_store_there_is_not(capsys, home):
    assert "There is no store" in refused(capsys, "people", ANTEROOM_HOME=str(home.folder))
    assert not home.folder.exists()
