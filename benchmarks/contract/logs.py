"""What a run may not leave in any log."""

import collections
import re
import time
from pathlib import Path

SECRETS = {
    "an address": re.compile(r"[\w.+-]+@outlet\.example"),
    "a password": re.compile(r"\w+-Horse-\d"),
    "a token": re.compile(r"eyJ[\w-]{20,}"),
    "a ticket": re.compile(r"dt_(?!A{43})[\w-]{43}"),
    "a verification": re.compile(r"vf_(?!A{22})[\w-]{22}"),
    "an offer": re.compile(r"\bo1\.[\w-]{20,}"),
    "a mail link": re.compile(r"\bu1\.k1\.[\w-]{8,}|confirmations/[\w-]{20,}"),
}
FAILURES = {
    "an error": re.compile(r'"level":\s*"(?:ERROR|FATAL)"|\bERROR\b'),
    "a stack trace": re.compile(r"\n\s+at [\w.$]+\(|\\n\\tat |\bTask timed out\b"),
}


LATE_MS = 10_000  # so long after its time a line may come; some are counted twice


class Logs:
    """Everything that is logged from now on, each line looked at once."""

    def __init__(self, client, stack: str) -> None:
        self._client, self._stack = client, stack
        self._since_ms = int(time.time() * 1000)
        self._read: collections.Counter = collections.Counter()
        self._found: dict[str, str] = {}
        self._times: collections.Counter = collections.Counter()

    def faults(self, files: list[Path]) -> dict[str, str]:
        """What was found so far in the stack's log groups and in these files, and where, each with
        one line that shows it without telling a secret.
        """
        # The last lines reach their group a moment after the answer, and nothing tells when: a run
        # that reads too early would miss a fault of its last request, never make one up.
        time.sleep(2)
        now_ms = int(time.time() * 1000)
        for group, text in [*self._groups(), *map(self._more_of, files)]:
            self._look(group, text)
        self._since_ms = now_ms - LATE_MS
        return {f"{self._times[place]} × {place}": line for place, line in self._found.items()}

    def _look(self, group: str, text: str) -> None:
        for what, pattern in (SECRETS | FAILURES).items():
            matches = list(pattern.finditer(text))
            if matches:
                line = text[text.rfind("\n", 0, matches[0].start()) + 1 :][:300].split("\n")[0]
                for secret in SECRETS.values():
                    line = secret.sub(lambda match: match.group()[:3] + "…", line)
                self._found.setdefault(f"{what} in {group}", line)
                self._times[f"{what} in {group}"] += len(matches)

    def _more_of(self, file: Path) -> tuple[str, str]:
        with file.open("rb") as log:
            log.seek(self._read[file])
            more = log.read()
        whole = more[: more.rfind(b"\n") + 1]
        self._read[file] += len(whole)
        return str(file), whole.decode(errors="replace")

    def _groups(self) -> list[tuple[str, str]]:
        texts = []
        for prefix in (f"/aws/lambda/{self._stack}-", f"/aws/apigateway/{self._stack}"):
            pages = self._client.get_paginator("describe_log_groups")
            for page in pages.paginate(logGroupNamePrefix=prefix):
                for group in page["logGroups"]:
                    name = group["logGroupName"]
                    events = self._client.get_paginator("filter_log_events").paginate(
                        logGroupName=name, startTime=self._since_ms
                    )
                    texts.append(
                        (name, "\n".join(e["message"] for p in events for e in p["events"]))
                    )
        return texts
