"""The AWS command line tools (`aws`, or what AWS_CLI names), with their own settings."""

import json
import os
import shlex
import subprocess
import sys


def aws(*arguments: str) -> dict:
    """Runs one AWS command; its failure is ours."""
    command = [*shlex.split(os.environ.get("AWS_CLI", "aws")), *arguments, "--output", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{shlex.join(command[:4])} …: {done.stderr.strip()}")
    return json.loads(done.stdout) if done.stdout.strip() else {}
