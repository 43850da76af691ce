"""Two ways to the functions: through the gateway, byte by byte, and straight into them."""

import base64
import http.client
import json
import os
import re
import secrets
import socket
import subprocess
import time
import urllib.parse
from pathlib import Path

from contract import Answer


class Gateway:
    """HTTP to the deployed stack, without a library that mends what we break."""

    def __init__(self, base_url: str) -> None:
        parts = urllib.parse.urlsplit(base_url)
        self._host, self._prefix = parts.netloc, parts.path
        self._connection: http.client.HTTPConnection | None = None

    def send(
        self, method: str, path: str, headers: list[tuple[str, str]], body: bytes | None
    ) -> Answer:
        for last in (False, True):
            try:
                return self._send(method, path, headers, body)
            except (http.client.HTTPException, OSError):
                self._connection = None
                if last:
                    raise
        raise AssertionError

    def _send(
        self, method: str, path: str, headers: list[tuple[str, str]], body: bytes | None
    ) -> Answer:
        connection = self._connection or _Connection(self._host, timeout=60)
        self._connection = connection
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


class Functions:
    """The functions' real entry class in processes of our own, against the deployed stack's tables
    and buckets: some ten times as many requests a second, and from as many networks as we like.
    """

    def __init__(
        self, root: Path, outputs: dict, lambdas, template: dict[str, str], logs: Path
    ) -> None:
        self._root, self._template, self._logs = root, template, logs
        self._processes = {
            name: self._start(name, outputs, lambdas) for name in sorted(set(template.values()))
        }

    def send(
        self,
        method: str,
        path: str,
        headers: list[tuple[str, str]],
        body: bytes | None,
        claims: dict | None = None,
        takes_token: bool = False,
        template: str = "",
    ) -> Answer:
        if takes_token and claims is None:
            return Answer(
                401,
                [("Content-Type", "application/problem+json"), ("x-amzn-ErrorType", "x")],
                json.dumps(
                    {
                        "type": "urn:clipdesk:problem:unauthenticated",
                        "code": "unauthenticated",
                        "title": "Sign in first",
                        "status": 401,
                        "instance": path,
                        "traceId": "x",
                    }
                ).encode(),
            )
        event = json.dumps(_event(method, path, headers, body, claims))
        process = self._processes[self._template[template]]
        process.stdin.write(event.encode("utf-8", "replace") + b"\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            raise SystemExit(f"The function {self._template[template]} has ended; see {self._logs}")
        answer = json.loads(line)
        names = {name.lower() for name in answer.get("multiValueHeaders") or {}}
        answered = [
            (n, v) for n, v in (answer.get("headers") or {}).items() if n.lower() not in names
        ]
        answered += [(n, ", ".join(v)) for n, v in (answer.get("multiValueHeaders") or {}).items()]
        text = answer.get("body") or ""
        raw = (
            base64.b64decode(text)
            if answer.get("isBase64Encoded")
            else text.encode("utf-8", "surrogatepass")
        )
        return Answer(answer["statusCode"], answered, b"" if method == "HEAD" else raw)

    def stop(self) -> None:
        for process in self._processes.values():
            process.stdin.close()
            process.wait(30)

    def _start(self, name: str, outputs: dict, lambdas) -> subprocess.Popen:
        function = f"{outputs['StackName']}-{name}"
        variables = lambdas.get_function_configuration(FunctionName=function)["Environment"][
            "Variables"
        ]
        target = self._root / "functions" / name / "target"
        java = subprocess.run(
            [self._root / "bin/jdk25"], capture_output=True, text=True, check=True
        ).stdout.strip()
        environment = {
            **os.environ,
            **variables,
            # By number, so that buckets stand in paths: their names under localhost lead nowhere.
            "AWS_ENDPOINT_URL": outputs["AwsEndpointUrl"].replace("localhost", "127.0.0.1"),
            "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "JAVA_TOOL_OPTIONS": "",
        }
        ports = []
        if real := _dynamodb_port():
            ports = [str(real), str(_free_port())]
            environment["AWS_ENDPOINT_URL_DYNAMODB"] = f"http://localhost:{ports[1]}"
        return subprocess.Popen(
            [
                f"{java}/bin/java",
                "-cp",
                f"{target}/classes:{target}/lib/*",
                "-Xmx512m",
                str(Path(__file__).parent / "Invoke.java"),
                *ports,
            ],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=(self._logs / f"{name}.log").open("wb"),
        )


def _dynamodb_port() -> int | None:
    """Straight to the database that LocalStack has started, if it can be found."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        found = re.search(rb"DynamoDBLocal.*-port\0(\d+)", command, re.S)
        if found and _ours(process):
            return int(found.group(1))
    return None


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("localhost", 0))
        return listening.getsockname()[1]


def _ours(process: Path) -> bool:
    try:
        return os.readlink(process / "ns/net") == os.readlink("/proc/self/ns/net")
    except OSError:
        return False


def _event(
    method: str, path: str, headers: list[tuple[str, str]], body: bytes | None, claims: dict | None
) -> dict:
    """The REST gateway's proxy event, payload format 1.0."""
    address, _, query = path.partition("?")
    pairs = [pair.partition("=") for pair in query.split("&") if pair]
    parameters: dict[str, list[str]] = {}
    for name, _, value in pairs:
        parameters.setdefault(_unquoted(name), []).append(_unquoted(value))
    named: dict[str, list[str]] = {}
    for name, value in headers:
        named.setdefault(name, []).append(value)
    try:
        text, encoded = (None if body is None else body.decode()), False
    except UnicodeDecodeError:
        text, encoded = base64.b64encode(body).decode(), True
    return {
        "httpMethod": method,
        "path": address,
        "resource": address,
        "headers": {name: values[-1] for name, values in named.items()},
        "multiValueHeaders": named,
        "queryStringParameters": {name: values[-1] for name, values in parameters.items()} or None,
        "multiValueQueryStringParameters": parameters or None,
        "body": text,
        "isBase64Encoded": encoded,
        "requestContext": {
            "requestId": secrets.token_hex(8),
            "identity": {"sourceIp": ".".join(str(secrets.randbelow(256)) for _ in range(4))},
            **({"authorizer": {"claims": claims}} if claims else {}),
        },
    }


def _unquoted(text: str) -> str:
    return urllib.parse.unquote_plus(text)


def claims_of(token: str) -> dict | None:
    """The claims of a token of ours that has not expired, as the gateway would write them."""
    try:
        payload = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (ValueError, IndexError):
        return None
    if claims.get("exp", 0) < time.time():
        return None
    return {
        name: str(value).lower()
        if isinstance(value, bool)
        else ",".join(value)
        if isinstance(value, list)
        else str(value)
        for name, value in claims.items()
    }
