"""Output of a process, read as it comes and read to its end."""

import os
from threading import RLock, Thread

import pytest

from localstack_dockerless.output import Output


@pytest.fixture
def pipe():
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", 0) as read, os.fdopen(writing, "wb", 0) as write:
        yield read, write


def test_rest_is_read_at_once_and_nothing_is_waited_for(pipe):
    read, write = pipe
    said = []
    output = Output(read, RLock(), said.append)
    output.read_rest()
    assert said == []
    write.write("a line\nand a ü".encode()[:-1])
    output.read_rest()
    assert "".join(said) == "a line\nand a "
    write.write("ü".encode()[1:])
    output.read_rest()
    assert "".join(said) == "a line\nand a ü"


def test_what_was_written_before_is_there_however_the_two_readers_meet(pipe):
    read, write = pipe
    said = []
    lock = RLock()
    output = Output(read, lock, said.append)
    following = Thread(target=output.follow)
    following.start()
    for number in range(2000):
        write.write(b"%d\n" % number)
        with lock:
            output.read_rest()
            assert said[-1].endswith(f"{number}\n")
    write.close()
    following.join(10)
    assert not following.is_alive()
    assert "".join(said).splitlines() == [str(number) for number in range(2000)]
