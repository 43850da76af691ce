"""HTTP to the deployed stack, byte by byte."""

import http.client
import threading
import urllib.parse

from contract import Answer


class Gateway:
    """HTTP to the deployed stack, without a library that mends what we break."""

    def __init__(self, base_url: str) -> None:
        parts = urllib.parse.urlsplit(base_url)
        self._host, self._prefix = parts.netloc, parts.path
        # One of its own for each thread that sends.
        self._local = threading.local()

    def send(
        self, method: str, path: str, headers: list[tuple[str, str]], body: bytes | None
    ) -> Answer:
        for last in (False, True):
            try:
                return self._send(method, path, headers, body)
            except (http.client.HTTPException, OSError):
                self._local.connection = None
                if last:
                    raise
        raise AssertionError

    def _send(
        self, method: str, path: str, headers: list[tuple[str, str]], body: bytes | None
    ) -> Answer:
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = _Connection(self._host, timeout=60)
        named = {name.lower() for name, _ in headers}
        connection.putrequest(
            method, self._prefix + path, skip_host="host" in named, skip_accept_encoding=True
        )
        for name, value in headers:
            connection.putheader(name, value.encode("latin-1", "replace"))
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        return Answer(answer.status, answer.getheaders(), answer.read())


class _Connection(http.client.HTTPConnection):
    def _validate_path(self, url: str) -> None:
        """Broken paths are what we are for."""
