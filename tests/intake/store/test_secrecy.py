import secrets

from intake.store import (
    Secret,
    alerts,
    appointments,
    browsers,
    consents,
    notices,
    password_codes,
    staff_pin,
    submissions,
    visits,
)
from intake.store.alerts import Acknowledgement, AlertKind, NewAlert
from intake.store.backup import back_up
from intake.store.consents import NewConsent
from intake.store.sessions import Credentials, sign_in
from intake.store.setup import create_first_user, issue_setup_code
from intake.store.staff import NewPerson, NewUser, Role, User
from intake.store.submissions import Content
from intake.store.visits import Draft, Ending, NewVisit, VisitStatus
from tests.intake.store.samples import LATER, NOW, TONIGHT

SECRETS = {
    name: f"canary-{name}-{secrets.token_hex(6)}"
    for name in (
        "identity",
        "body",
        "saved-body",
        "level",
        "ticket",
        "token",
        "alert-code",
        "detail",
        "note",
        "response",
        "assessment",
        "consent",
        "consent-token",
        "stored-consent",
        "appointment",
        "appointment-code",
        "password",
        "browser",
        "session",
        "typed-login",
        "pass",
        "place",
    )
}
CLEAR = "canary-tablet"
PIN = "480915372648"
SETUP_CODE = "7F3K-Q2MN-H9RT"


def a_whole_day(store):
    """Do everything that stores something of a patient or of a person's secrets."""
    sealed = {name: value.encode() for name, value in SECRETS.items()}
    with store.write() as tx:
        notices.keep(tx, 1, b"{}", "system", NOW)
        agreed = NewConsent(CLEAR, 1, sealed["consent"])
        consents.agree(tx, agreed, Secret(SECRETS["consent-token"], TONIGHT), NOW)
        consents.keep_place(tx, SECRETS["consent-token"], sealed["place"], NOW)
        appointments.add(tx, NOW.date(), [sealed["appointment"]], "staff:1", NOW)
        [line] = appointments.of_day(tx, NOW.date())
        for_line = Secret(SECRETS["appointment-code"], TONIGHT)
        appointments.issue_code(tx, line.id, for_line, "staff:1", NOW)
    with store.write() as tx:
        new = NewVisit(CLEAR, "en", "2026.1", sealed["identity"], sealed["body"], sealed["level"])
        visit = visits.begin(tx, new, NOW)
        visits.issue_code(tx, visit, Secret(SECRETS["ticket"], TONIGHT), NOW)
    with store.write() as tx:
        visits.redeem_code(tx, SECRETS["ticket"], Secret(SECRETS["token"], TONIGHT), NOW)
        visits.save(tx, visit, Draft(0, sealed["saved-body"], sealed["level"]), NOW)
        code = SECRETS["alert-code"]
        alert = NewAlert(AlertKind.EMERGENCY, code, CLEAR, visit.id, sealed["detail"])
        raised = alerts.raise_alert(tx, alert, NOW)
        alerts.acknowledge(tx, raised.alert_id, Acknowledgement("user", sealed["note"]), LATER)
    with store.write() as tx:
        meant = (sealed["response"], sealed["assessment"], sealed["stored-consent"])
        content = Content(b"{}", "rules-7", *meant)
        ending = Ending(1, VisitStatus.COMPLETED, "staff:1")
        submissions.submit(tx, visit, ending, content, LATER)
        issue_setup_code(tx, Secret(SETUP_CODE, TONIGHT), NOW)
    person = NewUser("ay", "Dr Ay Madeup", Role.ADMIN, SECRETS["password"])
    first = create_first_user(store, SETUP_CODE, person, NOW)
    assert isinstance(first, User)
    pin = staff_pin.hashed(store, PIN)
    with store.write() as tx:
        staff_pin.set_pin(tx, pin, "staff:1", NOW)
        browsers.remember(tx, first.id, SECRETS["browser"], NOW)
        _, first_code = password_codes.invite(
            tx, NewPerson("be", "Be Madeup", Role.CLINICIAN), "", NOW
        )
    staff_pin.enter(store, PIN, CLEAR, Secret(SECRETS["pass"], TONIGHT), NOW)
    sign_in(store, Credentials("ay", SECRETS["password"]), SECRETS["session"], NOW)
    sign_in(store, Credentials(SECRETS["typed-login"], "wrong"), SECRETS["session"], NOW)
    return first_code.value


def test_nothing_secret_is_in_clear_in_any_file(home, store):
    code = a_whole_day(store)
    back_up(home.database, home.backups, NOW)
    files = [path for path in home.folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"anteroom.db", "anteroom.db-wal", "anteroom.db-shm"}
    everything = b"".join(path.read_bytes() for path in files)
    assert CLEAR.encode() in everything
    found = [name for name, value in SECRETS.items() if value.encode() in everything]
    assert found == []
    assert SETUP_CODE.encode() not in everything
    assert code.encode() not in everything
    assert PIN.encode() not in everything


def test_the_keys_are_in_no_backup(home, store):
    a_whole_day(store)
    back_up(home.database, home.backups, NOW)
    copies = b"".join(path.read_bytes() for path in home.backups.iterdir())
    for key in home.keys.iterdir():
        assert bytes.fromhex(key.read_text().strip()) not in copies
        assert key.read_text().strip().encode() not in copies
