"""What takes long says so, and says nothing once it has ended."""

import time

from launcher.progress import said_while


def test_long_work_is_told_again_and_again_until_it_ends(capsys):
    told = ""
    deadline = time.monotonic() + 30
    with said_while("installing", every_seconds=0.01):
        while told.count("installing … 0 s\n") < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
            told += capsys.readouterr().out
    assert told.count("    installing … ") >= 3
    capsys.readouterr()
    time.sleep(0.05)
    assert capsys.readouterr().out == ""


def test_short_work_is_not_told(capsys):
    with said_while("installing", every_seconds=60):
        pass
    assert capsys.readouterr().out == ""
