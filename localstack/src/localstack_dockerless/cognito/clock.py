"""The time of user pools: the machine's, moved by an offset that tests set."""

import time


class Clock:
    """Seconds since the epoch; moving it moves codes, lock-outs, tokens and creation dates."""

    def __init__(self) -> None:
        self.offset_seconds = 0

    def now(self) -> float:
        return time.time() + self.offset_seconds


CLOCK = Clock()
