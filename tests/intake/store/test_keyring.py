import secrets

import pytest

from intake.store import KeyIsExposed, KeyIsWrong, KeyMissing
from intake.store.keyring import load_keyring, make_keyring


def test_keys_are_made_once_and_found_again(tmp_path):
    made = make_keyring(tmp_path / "keys", secrets.token_bytes)
    assert make_keyring(tmp_path / "keys", secrets.token_bytes) == made
    assert load_keyring(tmp_path / "keys") == made


def test_every_purpose_has_a_key_of_its_own(tmp_path):
    keys = make_keyring(tmp_path / "keys", secrets.token_bytes)
    assert len({keys.clinic, keys.audit, keys.index}) == 3


def test_only_the_owner_may_read_the_keys(tmp_path):
    folder = tmp_path / "keys"
    make_keyring(folder, secrets.token_bytes)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
def test_a_key_others_can_read_is_refused_with_what_to_type(tmp_path, mode):
    folder = tmp_path / "keys"
    make_keyring(folder, secrets.token_bytes)
    (folder / "clinic-0001.key").chmod(mode)
    with pytest.raises(KeyIsExposed, match="chmod 600"):
        load_keyring(folder)


def test_a_key_folder_others_can_enter_is_refused(tmp_path):
    folder = tmp_path / "keys"
    make_keyring(folder, secrets.token_bytes)
    folder.chmod(0o755)
    with pytest.raises(KeyIsExposed, match="chmod 700"):
        load_keyring(folder)


def test_a_missing_key_is_named(tmp_path):
    folder = tmp_path / "keys"
    make_keyring(folder, secrets.token_bytes)
    (folder / "audit-0001.key").unlink()
    with pytest.raises(KeyMissing, match="audit key"):
        load_keyring(folder)


@pytest.mark.parametrize("content", ["", "abc", "g" * 64, "ä" * 64], ids=str)
def test_a_file_that_holds_no_key_is_refused_without_showing_it(tmp_path, content):
    folder = tmp_path / "keys"
    make_keyring(folder, secrets.token_bytes)
    (folder / "clinic-0001.key").write_text(content, encoding="utf-8")
    with pytest.raises(KeyIsWrong, match=r"clinic-0001\.key is not a key file"):
        load_keyring(folder)


def test_the_key_with_the_highest_number_is_in_use(tmp_path):
    folder = tmp_path / "keys"
    make_keyring(folder, secrets.token_bytes)
    newer = folder / "clinic-0002.key"
    newer.touch(mode=0o600)
    newer.write_text("ab" * 32, encoding="ascii")
    assert load_keyring(folder).clinic.secret == b"\xab" * 32
