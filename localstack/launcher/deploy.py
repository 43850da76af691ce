"""`sam deploy` to the instance, and the proof that nothing of the stack was faked."""

import json
import shlex
import subprocess
import sys
import time
import tomllib
from pathlib import Path

from launcher import api
from launcher.progress import said_while
from launcher.settings import Settings

FAKED = "deployed as a fallback"


def deploy(
    settings: Settings,
    template: Path,
    config_env: str,
    outputs: Path | None,
    allowed: list[str],
    timeout: int,
    parameters: list[str],
) -> None:
    """Deploys, fails on resources that LocalStack only pretended to make, tells the outputs.

    `parameters`, each KEY=VALUE, come on top of those of samconfig.toml.
    """
    config = tomllib.loads((template.parent / "samconfig.toml").read_text())[config_env]
    stack = config["global"]["parameters"]["stack_name"]
    bucket = config["deploy"]["parameters"].get("s3_bucket")
    if bucket:
        api.make_bucket(settings, bucket)
    began = time.monotonic()
    command = [
        str(settings.sam_venv / "bin/sam"), "deploy",
        "--template-file", str(template), "--config-env", config_env,
    ]  # fmt: skip
    if parameters:  # on its command line SAM would take them instead of the file's
        told = config["deploy"]["parameters"].get("parameter_overrides", [])
        told = shlex.split(told) if isinstance(told, str) else told
        command += ["--parameter-overrides", *told, *parameters]
    log = settings.state / "deploy.log"
    with log.open("w") as file, said_while(f"deploying {stack}"):
        try:
            done = subprocess.run(
                command,
                env=settings.client_environment(),
                stdout=file,
                stderr=subprocess.STDOUT,
                timeout=timeout,
                check=False,
            )
        except subprocess.TimeoutExpired:
            sys.exit(f"sam deploy did not end within {timeout} s; see {log}")
    if done.returncode != 0:
        sys.exit(f"{log.read_text()}\nsam deploy failed")
    _refuse_fakes(settings, stack, allowed)
    print(f"    deployed {stack} in {time.monotonic() - began:.1f} s", flush=True)
    text = json.dumps(api.outputs(settings, stack), indent=2) + "\n"
    if outputs:
        outputs.write_text(text)
    else:
        print(text, end="")


def _refuse_fakes(settings: Settings, stack: str, allowed: list[str]) -> None:
    faked = [
        f"{resource['LogicalResourceId']} ({resource['ResourceType']})"
        for resource in api.resources(settings, stack)
        if FAKED in resource.get("ResourceStatusReason", "")
        and not {resource["LogicalResourceId"], resource["ResourceType"]} & set(allowed)
    ]
    if faked:
        sys.exit("LocalStack only pretended to make: " + ", ".join(faked))
