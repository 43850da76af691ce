"""Saying that something still goes on: whoever watches must not wonder whether it hangs."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def said_while(what: str, every_seconds: float = 10) -> Iterator[None]:
    """Says `what`, with the seconds so far, again and again until the block ends."""
    ended = threading.Event()
    began = time.monotonic()

    def say() -> None:
        while not ended.wait(every_seconds):
            print(f"    {what} … {time.monotonic() - began:.0f} s", flush=True)

    speaker = threading.Thread(target=say, daemon=True)
    speaker.start()
    try:
        yield
    finally:
        ended.set()
        speaker.join()
