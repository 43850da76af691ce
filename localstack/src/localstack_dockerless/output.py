"""What a process prints, read by two threads: one as it comes, one when it has to be whole."""

import array
import codecs
import fcntl
import os
import select
import termios
from collections.abc import Callable
from threading import RLock
from typing import BinaryIO

CHUNK = 65_536


class Output:
    """The reading end of a process's pipe; whatever is read goes to `write`, in its order."""

    def __init__(self, pipe: BinaryIO, lock: RLock, write: Callable[[str], None]) -> None:
        self._pipe = pipe
        self._lock = lock
        self._write = write
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def follow(self) -> None:
        """Returns when the process and all its children have closed the pipe."""
        readable = select.poll()
        readable.register(self._pipe, select.POLLIN)
        ended = False
        while not ended:
            readable.poll()
            with self._lock:  # the other thread may have read it in between
                ended = bool(readable.poll(0)) and not self._read()

    def read_rest(self) -> None:
        """Reads all that was written before the call; waits for nothing."""
        with self._lock:
            while self._waiting():
                self._read()

    def _read(self) -> int:
        chunk = os.read(self._pipe.fileno(), CHUNK)
        self._write(self._decoder.decode(chunk, final=not chunk))
        return len(chunk)

    def _waiting(self) -> int:
        size = array.array("i", [0])
        fcntl.ioctl(self._pipe, termios.FIONREAD, size)
        return size[0]
