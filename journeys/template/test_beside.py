"""A script ends by what it did itself: those that ran beside it are stopped, and change nothing of it."""

import os
import select
import subprocess
import tempfile
import unittest
from pathlib import Path

from translated import ROOT

SECONDS_TO_END = 60

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

    def run_script(self, rest: str, *inherited: int) -> tuple[int, str]:
        done = subprocess.run(
            ["sh", "-c", SCRIPT + rest], cwd=self.folder, capture_output=True, text=True, pass_fds=inherited
        )
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
        # Whoever holds it writes nothing, so there is something to read, its end, once the last of them has ended.
        held, holder = os.pipe()
        self.addCleanup(os.close, held)
        result = self.run_script("beside one sleep 600\nexit 5", holder)
        os.close(holder)
        self.assertEqual(result, (5, "cleaned\n"))
        ended, _, _ = select.select([held], [], [], SECONDS_TO_END)
        self.assertEqual(ended, [held])


if __name__ == "__main__":
    unittest.main()
