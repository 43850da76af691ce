"""Where things are: one state directory for each instance, named by --state."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
REGION = "us-east-1"


@dataclass(frozen=True)
class Settings:
    """One instance: its state directory and the port of its gateway."""

    state: Path
    port: int

    @property
    def venv(self) -> Path:
        return self.state / "venv"

    @property
    def sam_venv(self) -> Path:
        return self.state / "venv-sam"

    @property
    def runtime_client(self) -> Path:
        """Jars of the Lambda runtime interface client."""
        return self.state / "runtime-client"

    @property
    def library(self) -> Path:
        """LocalStack's own directory for what it would download."""
        return self.state / "var" / "lib" / "localstack" / "lib"

    @property
    def scratch(self) -> Path:
        """Emptied at every start and removed at every stop."""
        return self.state / "scratch"

    @property
    def pid_file(self) -> Path:
        return self.state / "pid"

    @property
    def log_file(self) -> Path:
        return self.state / "localstack.log"

    @property
    def endpoint(self) -> str:
        return f"http://localhost:{self.port}"

    def client_environment(self) -> dict[str, str]:
        """What AWS tools need to talk to this instance and to nothing else."""
        return os.environ | {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_PAGER": "",
            "SAM_CLI_TELEMETRY": "0",
            "SAM_CLI_POLL_DELAY": "0.5",
        }


def find_jdk25() -> Path:
    """The home of a JDK 25, by its own release file; exits with one clear line without one."""
    named = [os.environ.get("JDK25_HOME"), os.environ.get("JAVA_HOME")]
    candidates = [Path(home) for home in named if home]
    candidates += sorted(Path("/usr/lib/jvm").glob("*"))
    candidates += sorted(Path.home().glob(".sdkman/candidates/java/25*"))
    for home in candidates:
        release = home / "release"
        if release.is_file() and 'JAVA_VERSION="25' in release.read_text():
            return home.resolve()
    sys.exit("A JDK 25 is needed: install one (for example Temurin 25) or set JDK25_HOME to it.")
