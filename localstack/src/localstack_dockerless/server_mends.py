"""Twisted, which serves LocalStack, reads the type of each body as a header of a mail: a fifth of
all that the process did where functions are busy. There are few types.
"""

from functools import lru_cache

from twisted.web import http


def install() -> None:
    """Remembers what each type was read as."""
    http._parseContentType = lru_cache(maxsize=256)(http._parseContentType)
