"""LocalStack's runtime executor: each execution environment is a local process."""

import json
import logging
import math
import os
import queue
import shutil
import subprocess
import time
from collections import deque
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, RLock, Thread

from localstack import config
from localstack.services.lambda_.invocation.executor_endpoint import StatusErrorException
from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.runtime_executor import (
    LambdaRuntimeException,
    RuntimeExecutor,
)

from localstack_dockerless.output import Output
from localstack_dockerless.runtime_api import RuntimeApi
from localstack_dockerless.sandbox import Function, Host, Sandbox, kill

LOG = logging.getLogger(__name__)

HOST = Host(
    runtime_client=Path(os.environ.get("DOCKERLESS_RUNTIME_CLIENT", "")),
    sandboxes=Path(os.environ.get("DOCKERLESS_SANDBOXES", "")),
    java_homes=json.loads(os.environ.get("DOCKERLESS_JAVA_HOMES", "{}")),
    mounts=os.environ.get("DOCKERLESS_MOUNTS", "1") == "1",
)
OURS_ALONE = {
    "LOCALSTACK_RUNTIME_ID",
    "LOCALSTACK_RUNTIME_ENDPOINT",
    "LOCALSTACK_FUNCTION_ACCOUNT_ID",
    "LOCALSTACK_MAX_PAYLOAD_SIZE",
    "LOCALSTACK_CHMOD_PATHS",
    "LOCALSTACK_USER",
}
# For LocalStack's word on an environment that failed; the logs themselves lie in CloudWatch.
PIECES_KEPT = 500


class ProcessRuntimeExecutor(RuntimeExecutor):
    """An execution environment: at most one event at a time, restarted when its process dies."""

    def __init__(self, id: str, function_version: FunctionVersion) -> None:
        super().__init__(id=id, function_version=function_version)
        self._lock = RLock()
        self._sandbox = Sandbox(
            HOST, _function(function_version), HOST.sandboxes / "environments" / id
        )
        self._process: subprocess.Popen | None = None
        self._output: Output | None = None
        self._api: RuntimeApi | None = None
        self._events: queue.Queue[dict | None] = queue.Queue()
        self._ready: Future = Future()
        self._current: tuple[str, Future] | None = None
        self._idle = Event()
        self._stopped = False
        self._variables: dict[str, str] = {}
        self._new_output: list[str] = []
        self._last_output: deque[str] = deque(maxlen=PIECES_KEPT)

    # ---- what LocalStack calls -------------------------------------------------------------

    def start(self, env_vars: dict[str, str]) -> None:
        """Blocks until the runtime asks for its first event."""
        self._variables = {k: str(v) for k, v in env_vars.items() if k not in OURS_ALONE}
        self._launch()

    def stop(self) -> None:
        """Ends the environment, also one that another thread is still starting."""
        self._stopped = True
        if self._process:
            kill(self._process)
        if not self._ready.done():
            self._ready.set_exception(LambdaRuntimeException("stopped while it was starting"))
        if self._api:
            self._events.put(None)
            self._api.close()
        self._sandbox.remove()

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        """Hands one event over and waits for its answer, up to the function's time limit."""
        configuration, request_id = self.function_version.config, payload["invoke-id"]
        if self._process is None or self._process.poll() is not None:
            self._launch()  # it died in the last invocation: a fresh start, as on AWS
        answer: Future = Future()
        self._current = (request_id, answer)
        self._idle.clear()
        qualifier = self.function_version.id.qualifier
        self._write(f"START RequestId: {request_id} Version: {qualifier}\n")
        began = time.time()
        self._events.put(payload | {"deadline": int((began + configuration.timeout) * 1000)})
        try:
            body, is_error = answer.result(timeout=configuration.timeout)
            self._idle.wait(0.5)  # by then it has written all that it will write of this event
        except FutureTimeout:
            body, is_error = self._timed_out(request_id, configuration.timeout), True
        finally:
            self._current = None
        with self._lock:
            self._output.read_rest()
            self._report(request_id, (time.time() - began) * 1000, configuration.memory_size)
            output, self._new_output = "".join(self._new_output), []
        return InvocationResult(request_id, body, is_error=is_error, logs=output)

    def get_address(self) -> str:
        return "127.0.0.1"

    def get_endpoint_from_executor(self) -> str:
        return config.HOSTNAME_FROM_LAMBDA or "localhost"

    def get_runtime_endpoint(self) -> str:
        return f"http://127.0.0.1:{config.GATEWAY_LISTEN[0].port}/_localstack_lambda/{self.id}"

    def get_logs(self) -> str:
        with self._lock:
            return "".join(self._last_output)

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        configuration = function_version.config
        runtime = configuration.runtime or ""
        if runtime not in HOST.java_homes and not runtime.startswith("provided"):
            raise NotImplementedError(f"The runtime {runtime or 'of an image'} cannot run here")
        configuration.code.prepare_for_execution()
        for layer in configuration.layers or []:
            layer.code.prepare_for_execution()
        _merge_layers(function_version)

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        shutil.rmtree(_layers(function_version), ignore_errors=True)

    @classmethod
    def validate_environment(cls) -> bool:
        return HOST.runtime_client.is_dir()

    # ---- what the runtime calls, through the Runtime API -----------------------------------

    def next_event(self) -> dict | None:
        events = self._events
        if not self._ready.done():
            self._ready.set_result(True)
        self._idle.set()
        return events.get()

    def initialisation_failed(self, error: bytes) -> None:
        if not self._ready.done():
            self._ready.set_exception(
                StatusErrorException("The function could not start", payload=error)
            )

    def answered(self, request_id: str, payload: bytes, is_error: bool) -> None:
        current = self._current
        if current and current[0] == request_id and not current[1].done():
            self._idle.clear()
            current[1].set_result((payload, is_error))

    # ---- the process -----------------------------------------------------------------------

    def _launch(self) -> None:
        if self._api is None:
            self._api = RuntimeApi(self)
        self._ready = Future()
        self._events = queue.Queue()
        variables = self._variables | {"AWS_LAMBDA_RUNTIME_API": self._api.address}
        self._process = self._sandbox.launch(variables)
        self._output = Output(self._process.stdout, self._lock, self._write)
        Thread(target=self._follow, args=(self._process, self._output), daemon=True).start()
        self._ready.result()  # LocalStack's own start-up limit calls stop(), which ends this

    def _follow(self, process: subprocess.Popen, output: Output) -> None:
        output.follow()
        status = process.wait()
        if process is not self._process or self._stopped:
            return
        error = _error("Runtime.ExitError", f"Error: Runtime exited with exit status {status}")
        if not self._ready.done():
            self._ready.set_exception(
                StatusErrorException("The function could not start", payload=error)
            )
        elif self._current and not self._current[1].done():
            self._current[1].set_result((error, True))

    def _timed_out(self, request_id: str, seconds: int) -> bytes:
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        message = f"{now} {request_id} Task timed out after {seconds}.00 seconds"
        self._write(message + "\n")
        kill(self._process)
        return _error("Sandbox.Timedout", message)

    def _report(self, request_id: str, duration_ms: float, memory_mb: int) -> None:
        self._write(
            f"END RequestId: {request_id}\nREPORT RequestId: {request_id}\t"
            f"Duration: {duration_ms:.2f} ms\tBilled Duration: {math.ceil(duration_ms)} ms\t"
            f"Memory Size: {memory_mb} MB\tMax Memory Used: {memory_mb} MB\t\n"
        )

    def _write(self, text: str) -> None:
        with self._lock:
            self._new_output.append(text)
            self._last_output.append(text)


def _function(version: FunctionVersion) -> Function:
    configuration = version.config
    return Function(
        runtime=configuration.runtime,
        handler=configuration.handler,
        memory_mb=configuration.memory_size,
        code=Path(configuration.code.get_unzipped_code_location()),
        layers=_layers(version),
    )


def _layers(version: FunctionVersion) -> Path:
    return HOST.sandboxes / "layers" / version.config.internal_revision


def _merge_layers(version: FunctionVersion) -> None:
    merged = _layers(version)
    if merged.exists():
        return
    merged.mkdir(parents=True)
    for layer in version.config.layers or []:  # a later layer overwrites, as on AWS
        source = layer.code.get_unzipped_code_location()
        subprocess.run(["cp", "-alf", f"{source}/.", str(merged)], check=True)


def _error(kind: str, message: str) -> bytes:
    return json.dumps({"errorType": kind, "errorMessage": message}).encode()
