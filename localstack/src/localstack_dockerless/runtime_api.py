"""The Lambda Runtime API (2018-06-01), as far as a runtime interface client needs it."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Protocol

PREFIX = "/2018-06-01/runtime"


class Environment(Protocol):
    """Who serves the runtime: an execution environment."""

    def next_event(self) -> dict | None:
        """Blocks for the next event; None ends the runtime."""

    def initialisation_failed(self, error: bytes) -> None:
        """The runtime could not start."""

    def answered(self, request_id: str, payload: bytes, is_error: bool) -> None:
        """The function has returned or thrown."""


class RuntimeApi:
    """One HTTP server on a free port of the loopback interface, for one environment."""

    def __init__(self, environment: Environment) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        self._server.environment = environment
        Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """host:port, for AWS_LAMBDA_RUNTIME_API."""
        return f"127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else every answer waits 40 ms for a delayed acknowledgement
    wbufsize = -1  # head and body in one write

    def log_message(self, format: str, *args: object) -> None:
        """Silent: one line for each event would drown LocalStack's log."""

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the process was killed while it waited

    def do_GET(self) -> None:
        if self.path != f"{PREFIX}/invocation/next":
            self._send(404)
            return
        event = self.server.environment.next_event()
        if event is None:
            self._send(410)
            return
        headers = {
            "Content-Type": "application/json",
            "Lambda-Runtime-Aws-Request-Id": event["invoke-id"],
            "Lambda-Runtime-Deadline-Ms": str(event["deadline"]),
            "Lambda-Runtime-Invoked-Function-Arn": event["invoked-function-arn"],
            "Lambda-Runtime-Trace-Id": event["trace-id"],
        }
        self._send(200, event["payload"].encode(), headers)

    def do_POST(self) -> None:
        body = self._body()
        environment = self.server.environment
        match self.path.removeprefix(PREFIX).strip("/").split("/"):
            case ["init", "error"]:
                environment.initialisation_failed(body)
            case ["invocation", request_id, "response" | "error" as outcome]:
                environment.answered(request_id, body, outcome == "error")
            case _:
                self._send(404)
                return
        self._send(202, b'{"status":"OK"}', {"Content-Type": "application/json"})

    def _body(self) -> bytes:
        if "chunked" not in (self.headers.get("Transfer-Encoding") or ""):
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _send(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
