"""Prints every figure that newsletters have to reach, in one table, and last the verdict.

    benchmarks/figures/figures.py [FOLDER]

Runs the benchmarks that measure them, one after another, and reads what they print; with a FOLDER
it reads NAME.txt there instead, as an earlier run has left them.
"""

import operator
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRINTED = ROOT / "target/benchmarks/figures"
BENCHMARKS = ("newsletters", "kills", "halts", "answers", "mails")
SIDES = {"≤": operator.le, "≥": operator.ge, "=": operator.eq}
LINE = "{:<76} {:>12}  {}"


@dataclass(frozen=True)
class Figure:
    """What is to be reached, and in which lines of which benchmark it stands: the worst counts."""

    text: str
    benchmark: str
    pattern: str
    side: str
    bar: float

    def seen(self, printed: str) -> list[float]:
        found = re.findall(self.pattern, printed, re.MULTILINE)
        return [float(figure.replace(",", "")) for figure in found]

    def row(self, printed: str) -> tuple[str, bool]:
        seen = self.seen(printed)
        worst = (min if self.side == "≥" else max)(seen, default=None)
        holds = worst is not None and SIDES[self.side](worst, self.bar)
        shown = "not printed" if worst is None else f"{worst:,g}"
        bar = f"{self.side} {self.bar:,g}" + ("" if holds else ", MISSED")
        return LINE.format(self.text, shown, bar), holds


NUMBER = r"\s+([\d.,]+)"
FIGURES = (
    Figure("doubled, lost, unlisted or otherwise broken worlds", "newsletters",
           r"^ +worlds with somebody doubled.*?" + NUMBER + "$", "=", 0),
    Figure("minutes for its seeds", "newsletters", r"^ +minutes" + NUMBER + "$", "≤", 30),
    Figure("switched-on faults that are not found", "newsletters",
           r"^ +faults that are not found" + NUMBER + "$", "=", 0),
    Figure("100 kills: doubled, at the end", "kills",
           r"^\w+ after \d+ s more: \d+ mails, (\d+) doubled", "=", 0),
    Figure("100 kills: without a mail and not listed", "kills", r"whom (\d+) are not listed", "=", 0),
    Figure("halts at named points: doubled, at the end", "halts",
           r"^\w+ after \d+ s more: \d+ mails, (\d+) doubled", "=", 0),
    Figure("halts: without a mail and not listed", "halts", r"whom (\d+) are not listed", "=", 0),
    Figure("lost answers, throttling, quota: doubled, at the end", "answers",
           r"^\w+ after \d+ s more: \d+ mails, (\d+) doubled", "=", 0),
    Figure("lost answers: without a mail and not listed", "answers",
           r"whom (\d+) are not listed", "=", 0),
    Figure("at 14 a second on the stack: mails a second", "mails",
           r"^ +mails a second" + NUMBER + r" +at least", "≥", 13.3),
    Figure("the same: addresses with two", "mails", r"^ +addresses with two" + NUMBER, "=", 0),
    Figure("the same: addresses without one", "mails", r"^ +addresses without one" + NUMBER, "=", 0),
    Figure("rate kept at 14, 50, 500, 833 a second, simulated, %", "newsletters",
           r"a second, \d+ senders: % of it.*?" + NUMBER + "$", "≥", 95),
    Figure("the same: throttling answers", "newsletters", r"^ +throttling answers" + NUMBER, "=", 0),
    Figure("seconds to the first mail of 20,000", "mails",
           r"^ +seconds from the request to start to the first mail" + NUMBER, "≤", 10),
    Figure("seconds to the last mail after the last kill of a sender", "kills",
           r"the last mail went (\d+) s after", "≤", 180),
    Figure("mailed to though they had left", "mails", r"^ +of these were written to" + NUMBER, "=", 0),
    Figure("slots of a resume at 90 % of 1,000", "newsletters",
           r"^ +slots of a resume.*?" + NUMBER + "$", "≤", 150),
    Figure("heap after GC, the largest, MB", "newsletters", r"^ +heap after GC.*?" + NUMBER + "$",
           "≤", 256),
    Figure("heap at 100,000 people, % of that at 1,000", "newsletters",
           r"^ +heap at 100,000 people, %.*?" + NUMBER + "$", "≤", 110),
    Figure("seconds of a tick at 1,000,000 rows", "newsletters",
           r"^ +tick at 1,000,000 rows.*?" + NUMBER + "$", "≤", 10),
    Figure("seconds of a report at 100,000 rows", "newsletters",
           r"^ +report at 100,000 rows.*?" + NUMBER + "$", "≤", 1),
    Figure("write units a mail", "mails", r"^ +write units a mail" + NUMBER, "≤", 14),
    Figure("read units a mail", "mails", r"^ +read units a mail" + NUMBER, "≤", 6),
    Figure("$ for 1,000 mails besides SES", "mails",
           r"^ +\$ for 1,000 mails besides SES" + NUMBER, "≤", 0.02),
    Figure("mails that html-validate finds an error in, of all kinds and languages", "newsletters",
           r"^ +kinds of mails with an error.*?" + NUMBER + "$", "=", 0),
)  # fmt: skip


def printed(benchmark: str) -> str:
    """What a benchmark says, as it says it; its own verdict is not asked for."""
    PRINTED.mkdir(parents=True, exist_ok=True)
    lines = []
    with (
        subprocess.Popen(
            [ROOT / "bin/bench", benchmark], stdout=subprocess.PIPE, text=True, cwd=ROOT
        ) as run,
        (PRINTED / f"{benchmark}.txt").open("w") as kept,
    ):
        for line in run.stdout:
            print(line, end="", flush=True)
            kept.write(line)
            lines.append(line)
    return "".join(lines)


def main(folder: str | None) -> int:
    texts = {
        name: (Path(folder) / f"{name}.txt").read_text() if folder else printed(name)
        for name in BENCHMARKS
    }
    rows = [figure.row(texts[figure.benchmark]) for figure in FIGURES]
    print()
    for text, _ in rows:
        print(text)
    missed = sum(not holds for _, holds in rows)
    print(f"\n{'MISSED' if missed else 'HOLDS'}: {len(rows) - missed} of {len(rows)} bars hold")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
