"""Starting and stopping: everything an instance starts dies with it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from launcher.progress import said_while
from launcher.settings import Settings, find_jdk25

READY_SECONDS = 90
STOP_SECONDS = 40


def start(settings: Settings) -> None:
    """Starts the instance and waits until it answers."""
    if running_pid(settings) is not None:
        print(f"    LocalStack is up at {settings.endpoint}")
        return
    if _port_taken(settings.port):
        sys.exit(f"Port {settings.port} is taken by another program; choose one with --port.")
    shutil.rmtree(settings.scratch, ignore_errors=True)
    settings.scratch.mkdir(parents=True)
    isolation = _isolation()
    began = time.monotonic()
    with settings.log_file.open("wb") as log:
        process = subprocess.Popen(
            [*isolation, str(settings.venv / "bin/python"), "-m", "localstack.runtime.main"],
            env=_environment(settings, mounts=bool(isolation)),
            cwd=settings.state,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    settings.pid_file.write_text(str(process.pid))
    with said_while("LocalStack is starting"):
        while not _healthy(settings):
            if process.poll() is not None or time.monotonic() - began > READY_SECONDS:
                stop(settings)
                sys.exit(f"LocalStack did not start; its last words are in {settings.log_file}")
            time.sleep(0.1)
    print(f"    LocalStack answers after {time.monotonic() - began:.1f} s at {settings.endpoint}")


def stop(settings: Settings) -> None:
    """Ends the instance, politely first; nothing of it is left behind."""
    pid = running_pid(settings)
    if pid is not None:
        _signal(localstack_pid(pid), signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while running_pid(settings) is not None and time.monotonic() < deadline:
            time.sleep(0.1)
        if running_pid(settings) is not None:
            _signal_group(pid)
    for leftover in processes_of(settings):
        _signal_group(leftover)
    settings.pid_file.unlink(missing_ok=True)
    shutil.rmtree(settings.scratch, ignore_errors=True)


def running_pid(settings: Settings) -> int | None:
    """The instance's outermost process, if it lives and is still ours."""
    try:
        pid = int(settings.pid_file.read_text())
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            ours = b"localstack.runtime.main" in file.read()
        with open(f"/proc/{pid}/stat") as file:
            zombie = file.read().rsplit(")", 1)[1].split()[0] == "Z"
    except (OSError, ValueError):
        return None
    return pid if ours and not zombie else None


def _isolation() -> list[str]:
    """A PID namespace, so that no process survives, and mounts of our own.

    Root has the right to it; others get it through a user namespace where the kernel allows that.
    """
    if os.environ.get("DOCKERLESS_ISOLATION") == "none":
        print("    Functions run without isolation, as DOCKERLESS_ISOLATION says.", file=sys.stderr)
        return []
    namespaces = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
    for prefix in (namespaces, [*namespaces[:1], "--user", "--map-root-user", *namespaces[1:]]):
        if shutil.which("unshare") and _runs([*prefix, "true"]):
            return prefix
    print(
        "    ATTENTION: no namespaces on this machine. Functions run without isolation: they see"
        " the machine's files, and layers are put on their class path instead of /opt.",
        file=sys.stderr,
    )
    return []


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _environment(settings: Settings, mounts: bool) -> dict[str, str]:
    address = f"localhost:{settings.port}"
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "PYTHON"))}
    return inherited | {
        "TMPDIR": str(settings.scratch),  # function code is unpacked there and never removed
        # DynamoDB Local unpacks its SQLite there and never removes it.
        "JAVA_TOOL_OPTIONS": f"-Djava.io.tmpdir={settings.scratch}",
        "FILESYSTEM_ROOT": str(settings.state),
        "OVERRIDE_IN_DOCKER": "0",
        "GATEWAY_LISTEN": f"127.0.0.1:{settings.port}",
        "LOCALSTACK_HOST": address,
        # An address and not a name: the SDKs then put bucket names into paths by themselves.
        "HOSTNAME_FROM_LAMBDA": "127.0.0.1",
        "DNS_ADDRESS": "0",
        "DISABLE_EVENTS": "1",
        "SKIP_SSL_CERT_DOWNLOAD": "1",
        "SQS_ENDPOINT_STRATEGY": "path",
        "DYNAMODB_IN_MEMORY": "1",
        # Every empty receive of every poller would become a row in a database.
        "SQS_DISABLE_CLOUDWATCH_METRICS": "1",
        "S3_SKIP_SIGNATURE_VALIDATION": "0",  # the default takes expired and tampered links
        "CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES": "1",  # 0 refuses everything offline
        "CFN_VERBOSE_ERRORS": "1",
        "LAMBDA_RUNTIME_EXECUTOR": "process",
        "PROVIDER_OVERRIDE_TRANSCRIBE": "fixtures",
        "LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT": "120",
        "LAMBDA_RETRY_BASE_DELAY": "1",
        "LAMBDA_EVENT_SOURCE_MAPPING_MAX_BACKOFF_ON_EMPTY_POLL_SEC": "1",
        "DOCKERLESS_RUNTIME_CLIENT": str(settings.runtime_client),
        "DOCKERLESS_SANDBOXES": str(settings.scratch / "sandboxes"),
        "DOCKERLESS_JAVA_HOMES": json.dumps({"java25": str(find_jdk25())}),
        "DOCKERLESS_MOUNTS": "1" if mounts else "0",
        "DOCKERLESS_STATE": str(settings.state),
    }


def _healthy(settings: Settings) -> bool:
    try:
        url = f"http://127.0.0.1:{settings.port}/_localstack/health"
        with urllib.request.urlopen(url, timeout=2) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def _port_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def localstack_pid(pid: int) -> int:
    """`unshare` ignores TERM; its only child is LocalStack, whose end takes all others along."""
    with open(f"/proc/{pid}/cmdline", "rb") as file:
        wrapped = file.read().startswith(b"unshare")
    children = _children(pid)
    return children[0] if wrapped and children else pid


def processes_of(settings: Settings) -> list[int]:
    """Processes that still name this instance's state: sandboxes and servers that outlived it."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            environment = (entry / "environ").read_bytes()
        except OSError:
            continue  # it has just ended, or belongs to somebody else
        if f"DOCKERLESS_STATE={settings.state}\0".encode() in environment:
            found.append(int(entry.name))
    return found


def _signal_group(pid: int) -> None:
    try:
        os.killpg(os.getpgid(pid), signal.SIGKILL)
    except ProcessLookupError:
        pass  # it has just ended by itself


def _children(pid: int) -> list[int]:
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return [int(child) for child in file.read().split()]
    except OSError:
        return []


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass  # it has just ended by itself
