"""Prints the release of this checkout: one hash of all that functions and API are made of.

    bin/release.py NAME     NAME is a section of samconfig.toml

Lambda publishes a version and API Gateway a deployment only where CloudFormation sees a new one.
SAM makes new ones by hashes of what it is given: of a zip, not of a parameter's value, a time-out
or a layer. So it is told by the parameter Release; docs/decisions/0022. The same input gives the
same hash.
"""

import hashlib
import json
import re
import shlex
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "template.yaml"
CONFIG = ROOT / "samconfig.toml"
PARAMETER = "Release"

# What reaches neither a function nor the API's methods: another value publishes nothing anew.
# journeys/template/test_release.py holds this list against the template.
OPERATIONAL = frozenset({
    "AlarmMail", "ApiAccountRole", "ConcurrencyToTell", "DeletionProtection", "InboundRuleSet",
    "LogRetentionDays", "MonthlyBudget", "RequestsAtOnce", "RequestsPerSecond",
    "SenderConcurrency", "SesIdentityArn", "WebCertificateArn",
})  # fmt: skip


def artefacts(template: str) -> list[str]:
    """The paths of all zips that a template names, each once."""
    return sorted(set(re.findall(r"^\s+(?:CodeUri|ContentUri): (\S+)$", template, re.MULTILINE)))


def release(template: str, contents: Iterable[tuple[str, bytes]], parameters: dict) -> str:
    """The hash of a template, the contents of its zips by their paths, and its parameters."""
    digest = hashlib.sha256(template.encode())
    for path, content in sorted(contents):
        digest.update(f"\0{path}\0{hashlib.sha256(content).hexdigest()}".encode())
    counted = {k: v for k, v in parameters.items() if k not in OPERATIONAL | {PARAMETER}}
    digest.update(f"\0{json.dumps(counted, sort_keys=True)}".encode())
    return digest.hexdigest()


def overrides(config: dict) -> dict[str, str]:
    """The parameters that a section of samconfig.toml sets, in a list of KEY=VALUE or one text."""
    told = config["deploy"]["parameters"].get("parameter_overrides", [])
    pairs = shlex.split(told) if isinstance(told, str) else told
    parameters = dict(pair.split("=", 1) for pair in pairs)
    return {key: re.sub(r'^"(.*)"$', r"\1", value) for key, value in parameters.items()}


def section(name: str) -> dict:
    """A section of samconfig.toml; ends with one clear line if there is none."""
    sections = tomllib.loads(CONFIG.read_text())
    if name not in sections:
        sys.exit(f"samconfig.toml has no [{name}.…]")
    return sections[name]


def of_checkout(parameters: dict) -> str:
    """The release of this checkout as it is built; ends with one clear line if it is not."""
    template = TEMPLATE.read_text()
    zips = {path: ROOT / path for path in artefacts(template)}
    missing = [path for path, file in zips.items() if not file.is_file()]
    if missing:
        sys.exit(f"Not built: {', '.join(missing)} (make build)")
    return release(template, ((path, file.read_bytes()) for path, file in zips.items()), parameters)


if __name__ == "__main__":
    print(of_checkout(overrides(section(sys.argv[1]))))
