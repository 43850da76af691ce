"""Runs a Maven build and says where it is, so that it is never silent for long.

    bin/build mvn [OPTION…] GOAL…

Maven prints every step or, with -q, nothing. This prints one line for each module, one every
PROGRESS_SECONDS (10) while a module takes longer, and what is wrong. The exit code is Maven's.
"""

import os
import queue
import re
import subprocess
import sys
import threading
import time
from typing import IO

EVERY_SECONDS = float(os.environ.get("PROGRESS_SECONDS", "10"))
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
MODULE = re.compile(r"\[INFO\] Building (?P<name>.+) \S+ +\[(?P<number>\d+/\d+)\]$")
STEP = re.compile(
    r"\[INFO\] --- (?:maven-)?(?P<plugin>[\w-]+?)(?:-maven)?(?:-plugin)?:[^:]+:(?P<goal>[\w-]+) "
)
NOISE = re.compile(r"\[(INFO|WARNING|DEBUG)\]|\s*$")


class Progress:
    """What is said of a build, line by line."""

    def __init__(self) -> None:
        self._step = "starting"
        self._began = self._said = time.monotonic()

    def hear(self, line: str) -> None:
        """Takes a line of Maven's."""
        line = COLOUR.sub("", line).rstrip()
        if module := MODULE.match(line):
            self._step = "starting"
            self._began = time.monotonic()
            self._say(f"    {module['number']:>5}  {module['name']}")
        elif step := STEP.match(line):
            self._step = f"{step['plugin']}:{step['goal']}"
        elif not NOISE.match(line):
            self._say(line)

    def wait(self) -> None:
        """Says what is going on if nothing was said for long."""
        now = time.monotonic()
        if now - self._said >= EVERY_SECONDS:
            self._say(f"           {self._step} … {now - self._began:.0f} s")

    def _say(self, text: str) -> None:
        print(text, flush=True)
        self._said = time.monotonic()


def read(stream: IO[str], lines: queue.Queue[str | None]) -> None:
    """Hands on every line, then None."""
    for line in stream:
        lines.put(line)
    lines.put(None)


def main() -> int:
    """Runs the command given."""
    process = subprocess.Popen(
        sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    lines: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=read, args=(process.stdout, lines), daemon=True).start()
    progress = Progress()
    while True:
        try:
            line = lines.get(timeout=min(1.0, EVERY_SECONDS))
        except queue.Empty:
            progress.wait()
            continue
        if line is None:
            return process.wait()
        progress.hear(line)
        progress.wait()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
