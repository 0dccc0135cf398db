import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from intake.store import StoreIsUnavailable
from intake.store.alone import alone_in


def test_nobody_else_works_in_a_folder_meanwhile(tmp_path):
    inside = []

    def work(_):
        with alone_in(tmp_path / "folder"):
            inside.append(1)
            time.sleep(0.01)
            together = len(inside)
            inside.pop()
        return together

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(8))) == [1] * 8


def test_a_folder_that_cannot_be_used_is_told_plainly(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreIsUnavailable, match="cannot be used"), alone_in(tmp_path / "file"):
        pass


def test_what_goes_wrong_with_a_file_inside_is_told_plainly(tmp_path):
    with pytest.raises(StoreIsUnavailable, match="cannot be used"), alone_in(tmp_path):
        (tmp_path / "missing").read_bytes()
