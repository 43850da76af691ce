"""`sam deploy` to the instance, and the proof that nothing of the stack was faked."""

import json
import subprocess
import sys
import time
import tomllib
from pathlib import Path

from launcher.settings import Settings

FAKED = "deployed as a fallback"


def deploy(
    settings: Settings,
    template: Path,
    config_env: str,
    outputs: Path | None,
    allowed: list[str],
    timeout: int,
) -> None:
    """Deploys, fails on resources that LocalStack only pretended to make, tells the outputs."""
    config = tomllib.loads((template.parent / "samconfig.toml").read_text())[config_env]
    stack = config["global"]["parameters"]["stack_name"]
    bucket = config["deploy"]["parameters"].get("s3_bucket")
    if bucket:
        _aws(settings, "s3api", "create-bucket", "--bucket", bucket)
    began = time.monotonic()
    command = [
        str(settings.sam_venv / "bin/sam"), "deploy",
        "--template-file", str(template), "--config-env", config_env,
    ]  # fmt: skip
    log = settings.state / "deploy.log"
    with log.open("w") as file:
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
    described = _aws(settings, "cloudformation", "describe-stacks", "--stack-name", stack)
    flat = {o["OutputKey"]: o["OutputValue"] for o in described["Stacks"][0].get("Outputs", [])}
    text = json.dumps(flat, indent=2) + "\n"
    if outputs:
        outputs.write_text(text)
    else:
        print(text, end="")


def _refuse_fakes(settings: Settings, stack: str, allowed: list[str]) -> None:
    answer = _aws(settings, "cloudformation", "describe-stack-resources", "--stack-name", stack)
    faked = [
        f"{resource['LogicalResourceId']} ({resource['ResourceType']})"
        for resource in answer["StackResources"]
        if FAKED in resource.get("ResourceStatusReason", "")
        and not {resource["LogicalResourceId"], resource["ResourceType"]} & set(allowed)
    ]
    if faked:
        sys.exit("LocalStack only pretended to make: " + ", ".join(faked))


def _aws(settings: Settings, *arguments: str) -> dict:
    done = subprocess.run(
        [str(settings.venv / "bin/aws"), *arguments, "--output", "json"],
        env=settings.client_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        sys.exit(f"aws {' '.join(arguments[:2])}: {done.stderr.strip()}")
    return json.loads(done.stdout) if done.stdout.strip() else {}
