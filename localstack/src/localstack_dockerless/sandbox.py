"""A function's process: its command line, its environment, its view of the file system."""

import os
import shlex
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

NATIVE = "libaws-lambda-jni.linux-x86_64.so"
CLIENT = "com.amazonaws.services.lambda.runtime.api.client"
PASSED_ON = ("PATH", "LANG", "LC_ALL", "DOCKERLESS_STATE")
MEMORY_FOR_HEAP = 0.85
COMPILERS = "-XX:TieredStopAtLevel"


@dataclass(frozen=True)
class Host:
    """What the machine offers, from the launcher's environment variables."""

    runtime_client: Path
    sandboxes: Path
    java_homes: dict[str, str]
    mounts: bool


@dataclass(frozen=True)
class Function:
    """What a sandbox runs."""

    runtime: str
    handler: str
    memory_mb: int
    code: Path
    layers: Path


class Sandbox:
    """One process with /var/task, /opt and a /tmp of its own where the host allows mounts."""

    def __init__(self, host: Host, function: Function, directory: Path) -> None:
        self._host = host
        self._function = function
        self._directory = directory
        self._temporary = directory / "tmp"

    def launch(self, variables: dict[str, str]) -> subprocess.Popen:
        """Starts the process in a session of its own; its output is a pipe."""
        self._temporary.mkdir(parents=True, exist_ok=True)
        return subprocess.Popen(
            self._command(variables),
            cwd=self._function.code,
            env=self._environment(variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def remove(self) -> None:
        shutil.rmtree(self._directory, ignore_errors=True)

    @property
    def _task(self) -> str:
        return "/var/task" if self._host.mounts else str(self._function.code)

    @property
    def _opt(self) -> str:
        return "/opt" if self._host.mounts else str(self._function.layers)

    @property
    def _client(self) -> Path:
        return Path("/var/runtime") if self._host.mounts else self._host.runtime_client

    def _environment(self, variables: dict[str, str]) -> dict[str, str]:
        environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        environment |= variables
        if not self._host.mounts:
            environment["TMPDIR"] = str(self._temporary)
        return environment | {
            "AWS_EXECUTION_ENV": f"AWS_Lambda_{self._function.runtime}",
            "LAMBDA_TASK_ROOT": self._task,
            "LD_LIBRARY_PATH": f"{self._task}:{self._task}/lib:{self._opt}/lib",
            "PATH": f"{environment.get('PATH', '')}:{self._opt}/bin",
        }

    def _command(self, variables: dict[str, str]) -> list[str]:
        command = (
            [f"{self._task}/bootstrap"]
            if self._function.runtime.startswith("provided")
            else self._java(variables.get("JAVA_TOOL_OPTIONS", ""))
        )
        if not self._host.mounts:
            return command
        # The order matters: /tmp comes last, because code and jars may themselves lie below it.
        steps = [
            "mount --make-rprivate /",
            "mount -t tmpfs -o mode=755 tmpfs /var",
            "mkdir /var/task /var/runtime",
            *self._read_only(self._function.code, "/var/task"),
            *self._read_only(self._host.runtime_client, "/var/runtime"),
            *self._read_only(self._function.layers, "/opt"),
            f"mount --bind {shlex.quote(str(self._temporary))} /tmp",
            f"cd /var/task && exec {shlex.join(command)}",
        ]
        return ["unshare", "--mount", "sh", "-c", " && ".join(steps)]

    @staticmethod
    def _read_only(source: Path, target: str) -> list[str]:
        return [
            f"mount --bind {shlex.quote(str(source))} {target}",
            f"mount -o remount,bind,ro {target}",
        ]

    def _java(self, options: str) -> list[str]:
        home = self._host.java_homes[self._function.runtime]
        jars = [str(self._client / jar.name) for jar in sorted(self._jars())]
        if not self._host.mounts:  # the client itself looks for layers in /opt only
            jars += [str(jar) for jar in sorted(self._function.layers.glob("java/lib/*.jar"))]
        temporary = "/tmp" if self._host.mounts else self._temporary
        return [
            f"{home}/bin/java",
            # As the managed runtime starts it: one collector thread, the first compiler only unless
            # the function asks for both.
            "-XX:+UseSerialGC",
            *([] if COMPILERS in options else [f"{COMPILERS}=1"]),
            f"-Xmx{int(self._function.memory_mb * MEMORY_FOR_HEAP)}m",
            "-Djava.net.preferIPv4Stack=true",
            f"-Djava.io.tmpdir={temporary}",
            # Else every process unpacks the library to one and the same path: a race.
            f"-D{CLIENT}.runtimeapi.NativeClient.JNI={self._client / NATIVE}",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            ":".join(jars),
            f"{CLIENT}.AWSLambda",
            self._function.handler,
        ]

    def _jars(self) -> list[Path]:
        return list(self._host.runtime_client.glob("*.jar"))


def kill(process: subprocess.Popen) -> None:
    """Ends a sandbox's process and all its children at once."""
    if process.poll() is None:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return  # it has just ended by itself
        process.wait(5)
