"""A script ends by what it did itself: those that ran beside it are stopped, and change nothing of it."""

import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from translated import ROOT

SCRIPT = f"""
set -eu
. {ROOT}/bin/beside
trap 'stopped; echo cleaned' EXIT
"""


class BesideTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_script(self, rest: str) -> tuple[int, str]:
        done = subprocess.run(["sh", "-c", SCRIPT + rest], cwd=self.folder, capture_output=True, text=True)
        return done.returncode, done.stdout

    def test_who_has_ended_does_not_fail_the_script(self):
        two = "beside one echo first\nbeside two echo second\njoined one\njoined two\necho done"
        self.assertEqual(self.run_script(two), (0, "first\nsecond\ndone\ncleaned\n"))

    def test_who_has_ended_unasked_does_not_either(self):
        script = "beside one true\nwhile kill -0 $one 2> /dev/null; do :; done\necho done"
        self.assertEqual(self.run_script(script), (0, "done\ncleaned\n"))

    def test_a_failure_beside_is_the_scripts(self):
        script = "beside one sh -c 'echo why; exit 3'\njoined one\necho not reached"
        self.assertEqual(self.run_script(script), (3, "why\ncleaned\n"))

    def test_a_failure_of_the_script_stops_who_runs_and_stays_the_status(self):
        status, said = self.run_script("beside one sleep 600\necho $one > pid\nexit 5")
        self.assertEqual((status, said), (5, "cleaned\n"))
        process, until = int((self.folder / "pid").read_text()), time.monotonic() + 60
        while time.monotonic() < until and runs(process):
            time.sleep(0.01)
        self.assertFalse(runs(process))


def runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


if __name__ == "__main__":
    unittest.main()
