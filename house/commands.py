"""The commands of ``python app.py``, which ``python -m house`` knows as well."""

from __future__ import annotations

import argparse
import socket
import sys
import time
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from house.process import PREPARED, Process, this_process
from house.settings import SettingsError
from house.supervisor import supervise
from intake.store import Secret, StoreError, backup, readable_code, setup

SETUP_CODE_LIFE = timedelta(days=1)
BAD_INPUT = 2
STOPPED = 130
"""What a shell expects of a program that Ctrl+C ended before it began."""


def main(arguments: list[str], variables: Mapping[str, str]) -> int:
    """Run one command and give the exit code; a failure is one sentence, never a traceback."""
    chosen = _parser().parse_args(arguments)
    environment = dict(variables)
    if chosen.command == "demo":
        environment["ANTEROOM_DEMO"] = "1"
    try:
        process = this_process(environment, Path.home())
        match chosen.command:
            case "backup":
                return _back_up(process)
            case "people" | "unlock" | "reset":
                return _look_after_people(chosen, environment)
            case _:
                return _run(process, environment)
    except (SettingsError, StoreError) as problem:
        sys.stderr.write(f"{problem}\n")
        return BAD_INPUT
    except KeyboardInterrupt:
        return STOPPED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python app.py",
        description="Start Anteroom: the kiosk for patients and the clinic for staff.",
        epilog=(
            "Settings: ANTEROOM_HOME (folder of data and keys), DATABASE_URL (SQLite), "
            "ANTEROOM_KIOSK_PORT, ANTEROOM_CLINIC_PORT, ANTEROOM_ADDRESS with "
            "ANTEROOM_CERTIFICATE and ANTEROOM_KEY (to be reached from other machines)."
        ),
    )
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("run", help="serve kiosk and clinic (what happens without a command)")
    commands.add_parser("demo", help="the same in a store of its own, with invented patients")
    commands.add_parser("backup", help="back the store up now, while it runs")
    commands.add_parser("people", help="list who may sign in to the clinic")
    locked = commands.add_parser(
        "unlock", help="let somebody sign in again after too many wrong passwords"
    )
    forgotten = commands.add_parser(
        "reset", help="print a code with which somebody chooses another password"
    )
    for command in (locked, forgotten):
        command.add_argument("login", metavar="NAME", help="the sign-in name, as `people` lists it")
    return parser


def _look_after_people(chosen: argparse.Namespace, environment: Mapping[str, str]) -> int:
    """Open the store as it is, also while the servers run."""
    from house import staff_commands

    process = this_process({**environment, PREPARED: "1"}, Path.home())
    match chosen.command:
        case "unlock":
            return staff_commands.unlock(process, chosen.login, _say)
        case "reset":
            return staff_commands.reset(process, chosen.login, _say)
        case _:
            return staff_commands.list_people(process, _say)


def _run(process: Process, environment: Mapping[str, str]) -> int:
    settings = process.settings
    for port in (settings.kiosk_port, settings.clinic_port):
        if _taken(settings.address or "127.0.0.1", port):
            raise SettingsError(
                f"Port {port} is in use. Stop what uses it, or choose another with "
                "ANTEROOM_KIOSK_PORT and ANTEROOM_CLINIC_PORT."
            )
    store = process.store()
    if settings.demo:
        from house.demo import LOGIN, invent

        password = invent(process)
        _say(f"Sign in to the clinic as {LOGIN} with the password {password}")
    _say(f"Data and keys: {settings.home.folder}")
    _say(f"Kiosk:  {settings.kiosk_url}")
    _say(f"Clinic: {settings.clinic_url}")
    _offer_setup(process)
    store.close()
    return supervise({**environment, PREPARED: "1"}, time.sleep, _say)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _offer_setup(process: Process) -> None:
    """Print a one-time code for the first start of the clinic side."""
    code = readable_code(process.entropy)
    now = process.clock()
    with process.store().write() as tx:
        issued = setup.issue_setup_code(tx, Secret(code, now + SETUP_CODE_LIFE), now)
    if issued:
        _say(f"Set-up code for the clinic side (valid one day): {code}")


def _taken(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except socket.gaierror:
            raise SettingsError(f"ANTEROOM_ADDRESS: there is no address named {host}.") from None
        except OSError:
            return True
    return False


def _back_up(process: Process) -> int:
    home = process.settings.home
    if home.database_url is not None:
        raise SettingsError("DATABASE_URL: a database of its own is backed up with its own tools.")
    if not home.database.is_file():
        raise SettingsError(f"There is no store in {home.folder} yet.")
    made = backup.back_up(home.database, home.backups, process.clock())
    _say(f"Backup: {home.backups / made.file}")
    return 0
