"""The time of user pools: the machine's, moved by an offset and held still if a test wants it."""

import time


class Clock:
    """Seconds since the epoch; moving it moves codes, lock-outs, tokens and creation dates."""

    def __init__(self) -> None:
        self.offset_seconds = 0
        self._stopped_at: float | None = None

    @property
    def stopped(self) -> bool:
        return self._stopped_at is not None

    def stop(self) -> None:
        """Holds the clock still where it is; moving it by its offset is still possible."""
        if not self.stopped:
            self._stopped_at = time.time()

    def go_on(self) -> None:
        self._stopped_at = None

    def now(self) -> float:
        return (time.time() if self._stopped_at is None else self._stopped_at) + self.offset_seconds


CLOCK = Clock()
