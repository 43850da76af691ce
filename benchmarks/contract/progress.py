"""How far a run has come, on disk, so that it can be ended at any time and taken up again."""

import collections
import json
import os
from pathlib import Path


class Progress:
    """For each route the number of the next request, and how often each status came so far."""

    def __init__(self, path: Path, of: dict, resume: bool) -> None:
        self._path = path
        self._of = of
        self.next: collections.Counter = collections.Counter()
        self.statuses: dict[str, collections.Counter] = {}
        if resume and path.exists():
            kept = json.loads(path.read_text())
            if kept["of"] != of:
                raise SystemExit(f"{path} is of another run: {kept['of']}")
            self.next.update(kept["next"])
            self.statuses = {r: collections.Counter(s) for r, s in kept["statuses"].items()}

    def reached(self, route: str, number: int, statuses: collections.Counter) -> None:
        self.next[route] = number
        self.statuses.setdefault(route, collections.Counter()).update(map(str, statuses.elements()))
        kept = {"of": self._of, "next": self.next, "statuses": self.statuses}
        beside = self._path.with_suffix(".part")
        beside.write_text(json.dumps(kept, indent=1))
        os.replace(beside, self._path)

    def told(self, route: str) -> str:
        counted = sorted(self.statuses[route].items())
        return " ".join(f"{status}:{count}" for status, count in counted)
