"""Straight into the functions."""

import json
import os
import re
import shutil
import socket
import subprocess
import threading
import time
from pathlib import Path

from contract import Answer
from events import answer_of, event, without_token

PATIENCE_SECONDS = 600


class Functions:
    """The functions' real entry class in processes of our own, against the deployed stack's tables
    and buckets: many times as many requests a second, and from as many networks as we like.
    """

    def __init__(
        self, root: Path, outputs: dict, lambdas, template: dict[str, str], logs: Path
    ) -> None:
        self._root, self._template, self._logs = root, template, logs
        self._local = threading.local()  # a connection to each function for each thread
        self._java = subprocess.run(
            [root / "bin/jdk25"], capture_output=True, text=True, check=True
        ).stdout.strip()
        self._compile()
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
            return without_token(path)
        name = self._template[template]
        connection = self._connection(name)
        text = json.dumps(event(method, path, headers, body, claims))
        connection.write(text.encode("utf-8", "replace") + b"\n")
        connection.flush()
        line = connection.readline()
        if not line:
            raise SystemExit(f"The function {name} has ended; see {self._logs}")
        return answer_of(line, method)

    def stop(self) -> None:
        for process in self._processes.values():
            process.stdin.close()
            process.wait(30)

    def _connection(self, name: str):
        connections = self._local.__dict__
        if name not in connections:
            connecting = socket.socket(socket.AF_UNIX)
            deadline = time.monotonic() + PATIENCE_SECONDS
            while connecting.connect_ex(self._address(name)):
                dead = self._processes[name].poll() is not None
                if dead or time.monotonic() > deadline:
                    raise SystemExit(f"The function {name} does not start; see {self._logs}")
                # Its socket is there once it has started, and only trying tells.
                time.sleep(0.2)
            connections[name] = connecting.makefile("rwb")
        return connections[name]

    def _compile(self) -> None:
        libraries = self._root / "functions/media/target/lib/*"
        source = Path(__file__).with_name("Invoke.java")
        javac = [f"{self._java}/bin/javac", "-proc:none", "-J-XX:TieredStopAtLevel=1"]
        subprocess.run([*javac, "-cp", libraries, "-d", self._logs, source], check=True)

    def _address(self, name: str) -> str:
        # Addresses of this kind end at 107 bytes, wherever the project lies.
        return os.path.relpath(self._logs / f"{name}.socket")

    def _start(self, name: str, outputs: dict, lambdas) -> subprocess.Popen:
        function = f"{outputs['StackName']}-{name}"
        variables = lambdas.get_function_configuration(FunctionName=function)["Environment"][
            "Variables"
        ]
        code = self._logs / name
        shutil.rmtree(code, ignore_errors=True)
        module = name.split("-")[0]
        shutil.unpack_archive(self._root / "functions" / module / "target" / f"{module}.zip", code)
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
        (self._logs / f"{name}.socket").unlink(missing_ok=True)
        return subprocess.Popen(
            [
                f"{self._java}/bin/java",
                "-cp",
                f"{code}:{code}/lib/*:{self._logs}",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "Invoke",
                self._address(name),
                *ports,
            ],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=(self._logs / f"{name}.log").open("ab"),
            stderr=subprocess.STDOUT,
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
