"""The store: visits, alerts, sealed responses, staff, settings and the audit chain.

Opening::

    home = Home(folder, database_url)           # ANTEROOM_HOME, DATABASE_URL or None
    store = prepare(home, entropy, now)         # once per start: back up, migrate, check keys
    store = open_store(home, entropy)           # in a second process
    with store.write() as tx: ...               # all or nothing; on disk when the block is left
    with store.read() as tx: ...                # one moment of the store, cannot change it

Everything else is a function of a transaction, by module:

``visits``       begin, admit_tablet, issue_code, redeem_code, open_for_tablet, save, finish,
                 open_for_clinic, find_by_reference, list_for_clinic, relevel
``hand_over``    issue, opens, take: a visit goes on at another tablet
``appointments`` add, of_day, remove, free, take, issue_code, with_code, forget_before
``presence``     hear, is_left, left_alone, leave: whether somebody is still at a tablet
``alerts``       raise_alert, is_paused, acknowledge, escalate, open_alerts, alerts_of_visit, move
``submissions``  submit, correct, submission, submissions_of_visit, versions_of_visit
``questionnaires`` keep, of_version: what was asked, as it was
``issued``       record_issue, standing, is_visit_known: which papers left the house
``notices``      newest, notice, keep: the privacy notices patients agree to
``consents``     agree, waiting, keep_place, place, spend, tie, of_visit: that they did
``worklist``     worklist: the three above in three queries
``settings``     checked_settings, load_settings, change_settings
``setup``        is_set_up, issue_setup_code, create_first_user (takes the store)
``staff``        add_user, set_password (take the store), disable, enable, unlock, all_users, user
``password_codes``  choose_password (takes the store), invite, give
``browsers``     remember, is_known
``staff_pin``    hashed, enter (take the store), set_pin, kept_pin, pass_until, end_pass
``sessions``     sign_in, change_password (take the store), current_session, touch_session, sign_out
``limiter``      count_try, wait_of, forgive: for anything else somebody could guess at
``audit``        record, head, entries, verify
``backup``       back_up, backups, restore (take paths)

Those that check a password take the store, because hashing must not hold a transaction open.
``now`` is an aware datetime; identifiers and keys are made from ``entropy(n) -> n random bytes``;
bodies, identities, levels and details are bytes the store seals and does not look into. What may
happen in good order is a typed result; what must not happen is a StoreError with a plain sentence.
"""

from intake.store import (
    alerts,
    appointments,
    audit,
    backup,
    browsers,
    consents,
    hand_over,
    issued,
    limiter,
    notices,
    password_codes,
    presence,
    questionnaires,
    sessions,
    settings,
    setup,
    staff,
    staff_pin,
    submissions,
    visits,
    worklist,
)
from intake.store.errors import (
    BackupRefused,
    InputRefused,
    KeyIsExposed,
    KeyIsWrong,
    KeyMissing,
    NotAStore,
    SealBroken,
    StoreError,
    StoreIsBusy,
    StoreIsDamaged,
    StoreIsFull,
    StoreIsNewer,
    StoreIsOlder,
    StoreIsUnavailable,
)
from intake.store.grants import Secret
from intake.store.opening import Home, open_store, prepare
from intake.store.references import readable_code, typed_code
from intake.store.transaction import Entropy, Store, Transaction, WriteTransaction

__all__ = [
    "BackupRefused",
    "Entropy",
    "Home",
    "InputRefused",
    "KeyIsExposed",
    "KeyIsWrong",
    "KeyMissing",
    "NotAStore",
    "SealBroken",
    "Secret",
    "Store",
    "StoreError",
    "StoreIsBusy",
    "StoreIsDamaged",
    "StoreIsFull",
    "StoreIsNewer",
    "StoreIsOlder",
    "StoreIsUnavailable",
    "Transaction",
    "WriteTransaction",
    "alerts",
    "appointments",
    "audit",
    "backup",
    "browsers",
    "consents",
    "hand_over",
    "issued",
    "limiter",
    "notices",
    "open_store",
    "password_codes",
    "prepare",
    "presence",
    "questionnaires",
    "readable_code",
    "sessions",
    "settings",
    "setup",
    "staff",
    "staff_pin",
    "submissions",
    "typed_code",
    "visits",
    "worklist",
]
