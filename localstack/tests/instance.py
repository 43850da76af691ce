"""One running instance for tests: a state directory and a port of its own, the parts borrowed."""

import os
import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import boto3
from botocore.config import Config

from launcher.process import processes_of
from launcher.settings import PACKAGE, Settings

PARTS = ("venv", "venv-sam", "runtime-client", "var/lib/localstack/lib")


@dataclass
class Instance:
    """Driven through `stack`, as a user would."""

    state: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        installed = Path(os.environ["DOCKERLESS_TEST_STATE"])
        for part in PARTS:
            (self.state / part).parent.mkdir(parents=True, exist_ok=True)
            (self.state / part).symlink_to(installed / part)
        for stamp in installed.glob(".*.stamp"):
            (self.state / stamp.name).write_text(stamp.read_text())
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.settings = Settings(self.state, probe.getsockname()[1])

    @property
    def endpoint(self) -> str:
        return self.settings.endpoint

    def stack(self, *arguments: str, cwd: Path = PACKAGE) -> subprocess.CompletedProcess[str]:
        """Runs one command of the launcher."""
        return subprocess.run(
            [str(PACKAGE / "stack"), "--state", str(self.state), "--port",
             str(self.settings.port), *arguments],
            cwd=cwd, env=os.environ | self.environment, capture_output=True, text=True,
            check=False,
        )  # fmt: skip

    def start(self) -> None:
        done = self.stack("start")
        assert done.returncode == 0, done.stdout + done.stderr

    def client(self, service: str, region: str = "us-east-1"):
        return boto3.client(
            service,
            endpoint_url=self.endpoint,
            region_name=region,
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(retries={"max_attempts": 0}, read_timeout=60),
        )

    def remains(self) -> list[str]:
        """Processes, mounts and scratch files that are still there."""
        mounts = Path("/proc/mounts").read_text().splitlines()
        scratch = [str(self.settings.scratch)] if self.settings.scratch.exists() else []
        processes = [Path(f"/proc/{pid}/cmdline") for pid in processes_of(self.settings)]
        return (
            [path.read_text().replace("\0", " ") for path in processes]
            + [mount for mount in mounts if str(self.state) in mount]
            + scratch
        )
