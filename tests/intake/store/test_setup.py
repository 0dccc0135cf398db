from concurrent.futures import ThreadPoolExecutor

import pytest

from intake.store import InputRefused, Secret
from intake.store.limiter import FREE_TRIES
from intake.store.setup import WrongCode, create_first_user, is_set_up, issue_setup_code
from intake.store.staff import NewUser, Role, User, add_user
from tests.intake.store.samples import LATER, NOW, TONIGHT

FIRST = NewUser("ay", "Dr Ay Madeup", Role.ADMIN, "seven quiet herons wade")
CODE = Secret("7F3K-Q2MN-H9RT", TONIGHT)


@pytest.fixture
def issued(store):
    with store.write() as tx:
        assert issue_setup_code(tx, CODE, NOW)


@pytest.mark.usefixtures("issued")
def test_the_code_makes_the_first_administrator(store):
    made = create_first_user(store, "7f3k q2mn h9rt", FIRST, LATER)
    assert isinstance(made, User)
    assert (made.login, made.role) == ("ay", Role.ADMIN)
    with store.read() as tx:
        assert is_set_up(tx)


@pytest.mark.usefixtures("issued")
def test_the_code_works_once_and_no_other_is_made(store):
    create_first_user(store, CODE.value, FIRST, LATER)
    second = NewUser("be", "Be Madeup", Role.ADMIN, FIRST.password)
    assert create_first_user(store, CODE.value, second, LATER) == WrongCode()
    with store.write() as tx:
        assert not issue_setup_code(tx, CODE, LATER)


@pytest.mark.usefixtures("issued")
def test_a_used_code_is_not_kept(store):
    create_first_user(store, CODE.value, FIRST, LATER)
    with store.read() as tx:
        assert tx.connection.exec_driver_sql("SELECT count(*) FROM setup_codes").scalar() == 0


@pytest.mark.usefixtures("issued")
def test_a_code_makes_nobody_once_somebody_has_an_account(store):
    add_user(store, NewUser("be", "Be Madeup", Role.ADMIN, FIRST.password), "system", NOW)
    assert create_first_user(store, CODE.value, FIRST, LATER) == WrongCode()


@pytest.mark.usefixtures("issued")
def test_two_at_once_make_one_administrator(store):
    people = [NewUser(login, login, Role.ADMIN, FIRST.password) for login in ("ay", "be", "ce")]
    with ThreadPoolExecutor(3) as pool:
        results = list(
            pool.map(lambda one: create_first_user(store, CODE.value, one, LATER), people)
        )
    assert sum(isinstance(result, User) for result in results) == 1


@pytest.mark.usefixtures("issued")
def test_an_expired_code_makes_nobody(store):
    assert create_first_user(store, CODE.value, FIRST, TONIGHT) == WrongCode()


@pytest.mark.usefixtures("issued")
def test_a_new_code_takes_the_place_of_the_one_before(store):
    with store.write() as tx:
        issue_setup_code(tx, Secret("2222-3333-4444", TONIGHT), NOW)
    assert create_first_user(store, CODE.value, FIRST, LATER) == WrongCode()
    assert isinstance(create_first_user(store, "2222-3333-4444", FIRST, LATER), User)


@pytest.mark.usefixtures("issued")
def test_a_weak_password_leaves_the_code_good(store):
    with pytest.raises(InputRefused):
        create_first_user(store, CODE.value, NewUser("ay", "Ay", Role.ADMIN, "short"), LATER)
    assert isinstance(create_first_user(store, CODE.value, FIRST, LATER), User)


@pytest.mark.usefixtures("issued")
def test_guessing_the_code_is_slowed(store):
    guesses = [f"{number}" for number in range(20)]
    results = [create_first_user(store, guess, FIRST, LATER) for guess in guesses]
    assert results.count(WrongCode()) == FREE_TRIES


@pytest.mark.usefixtures("issued")
def test_a_new_code_can_be_tried_at_once(store):
    for guess in range(5):
        create_first_user(store, str(guess), FIRST, LATER)
    with store.write() as tx:
        issue_setup_code(tx, CODE, LATER)
    assert isinstance(create_first_user(store, CODE.value, FIRST, LATER), User)
