"""Deploys the built checkout: shows what will change, asks, uploads the pages, prints the addresses.

    bin/deploy dev                  to the stack of [default] in samconfig.toml
    bin/deploy prod                 to that of [prod]; any other name is that of a section, too
    CONFIRM=no bin/deploy prod      without a question, as in a pipeline

A first deployment is made without deletion protection, so that CloudFormation can take it back if
it fails, and is protected in a second step. Calls go through `sam` and `aws`, or what SAM_CLI and
AWS_CLI name, with their own settings.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass

import pages
import release

SECTIONS = {"dev": "default"}
ADDRESSES = (
    "WebUrl", "ApiUrl", "GatewayUrl", "DistributionDomain", "UserPoolId", "MastersBucket", "ClipsBucket",
)  # fmt: skip
PROTECTION = "DeletionProtection"
CERTIFICATE = "WebCertificateArn"
NOT_THERE = {None, "REVIEW_IN_PROGRESS"}  # a change set was shown once and not taken

STUCK = {
    "ROLLBACK_COMPLETE": "The first deployment of {name} failed and was taken back. Remove what is"
    " left of it, then deploy again:\n    {delete}\n    {deleted}",
    "ROLLBACK_FAILED": "The first deployment of {name} failed and could not be taken back wholly;"
    " why is in\n    {events}\nRemove what is left of it, then deploy again:\n    {delete}\n"
    "    {deleted}",
    "DELETE_FAILED": "{name} was to be deleted and could not be wholly; why is in\n    {events}\n"
    "Once the cause is gone:\n    {delete}\n    {deleted}",
    "UPDATE_ROLLBACK_FAILED": "The last update of {name} failed and so did its roll-back; why is"
    " in\n    {events}\nOnce the cause is gone:\n    {go_on}",
}


@dataclass(frozen=True)
class Stack:
    """A stack of CloudFormation, by its name and region."""

    name: str
    region: str

    def describe(self) -> dict:
        """What CloudFormation knows of it; nothing if there is none."""
        done = subprocess.run(
            self.aws("describe-stacks", "--output", "json"),
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode == 0:
            return json.loads(done.stdout)["Stacks"][0]
        if "does not exist" in done.stderr:
            return {}
        sys.exit(f"AWS does not answer: {done.stderr.strip()}")

    def aws(self, action: str, *more: str) -> list[str]:
        """A command of CloudFormation's that is about this stack."""
        where = ["--stack-name", self.name, "--region", self.region]
        return [
            *shlex.split(os.environ.get("AWS_CLI", "aws")),
            "cloudformation",
            *action.split(),
            *where,
            *more,
        ]

    def refuse_if_stuck(self, state: str | None) -> None:
        """Ends with what there is to do where no update can be made."""
        if state in STUCK:
            commands = {
                "delete": "delete-stack",
                "deleted": "wait stack-delete-complete",
                "events": "describe-stack-events",
                "go_on": "continue-update-rollback",
            }
            told = {word: shlex.join(self.aws(action)) for word, action in commands.items()}
            sys.exit(STUCK[state].format(name=self.name, **told))
        if state not in NOT_THERE and state.endswith("_IN_PROGRESS"):
            sys.exit(
                f"{self.name} is being worked on ({state}): wait for its end, then deploy again."
            )


def sam(section: str, parameters: dict[str, str], ask: bool) -> int:
    """Runs `sam deploy`, which shows the change set; its exit code."""
    told = [f"{key}={quoted(value)}" for key, value in parameters.items()]
    command = [
        *shlex.split(os.environ.get("SAM_CLI", "sam")), "deploy",
        "--template-file", str(release.TEMPLATE), "--config-file", str(release.CONFIG),
        "--config-env", section, "--confirm-changeset" if ask else "--no-confirm-changeset",
        "--parameter-overrides", *told,
    ]  # fmt: skip
    return subprocess.run(command, check=False).returncode


def quoted(value: str) -> str:
    """A value as `sam` takes it on its command line, whatever characters it has."""
    return '"' + value.replace('"', '\\"') + '"'


def checked(section: str) -> tuple[Stack, dict[str, str]]:
    """Stack and parameters of a section; ends with one clear line where they cannot be deployed."""
    config = release.section(section)
    parameters = release.overrides(config)
    examples = sorted(key for key, value in parameters.items() if pages.EXAMPLE in value)
    if examples:
        sys.exit(f"Still the example's in samconfig.toml [{section}]: {', '.join(examples)}")
    if parameters.get("PublicBaseUrl") != parameters.get("WebOrigin"):
        sys.exit(f"PublicBaseUrl and WebOrigin are one address in samconfig.toml [{section}]")
    if not parameters.get(CERTIFICATE):
        sys.exit(f"{CERTIFICATE} is missing in samconfig.toml [{section}]: README, step 5")
    for tool, variable in (("sam", "SAM_CLI"), ("aws", "AWS_CLI")):
        if variable not in os.environ and shutil.which(tool) is None:
            sys.exit(f"`{tool}` is needed: install it and put it on the path.")
    told = config["global"]["parameters"]
    return Stack(told["stack_name"], told["region"]), parameters


def deploy(section: str, ask: bool) -> None:
    """Deploys, protects what is new, uploads the pages, tells the addresses."""
    stack, parameters = checked(section)
    pages.check()
    parameters[release.PARAMETER] = release.of_checkout(parameters)
    state = stack.describe().get("StackStatus")
    stack.refuse_if_stuck(state)
    print(
        f"==> {stack.name} in {stack.region}, release {parameters[release.PARAMETER][:10]}",
        flush=True,
    )
    unprotected = parameters | {PROTECTION: "INACTIVE"}
    first = state in NOT_THERE and parameters.get(PROTECTION, "ACTIVE") == "ACTIVE"
    failed = sam(section, unprotected if first else parameters, ask)
    described = stack.describe()
    state = described.get("StackStatus")
    if not failed and released(described) != parameters[release.PARAMETER]:
        sys.exit("Nothing was deployed.")
    if first and not failed:
        print("==> protecting tables, user pool and audit log from deletion", flush=True)
        failed = sam(section, parameters, ask=False)
        state = stack.describe().get("StackStatus")
    if failed:
        stack.refuse_if_stuck(state)
        sys.exit(f"Not deployed: {stack.name} is as it was before ({state}); the reason is above.")
    outputs = {o["OutputKey"]: o["OutputValue"] for o in stack.describe().get("Outputs", [])}
    pages.upload(outputs["WebBucket"], outputs["DistributionId"], stack.region)
    tell(outputs, parameters, first)


def released(described: dict) -> str | None:
    """The release that a stack is made of; of a change set that was not taken, the one before."""
    parameters = {p["ParameterKey"]: p["ParameterValue"] for p in described.get("Parameters", [])}
    return None if described.get("StackStatus") in NOT_THERE else parameters.get(release.PARAMETER)


def tell(outputs: dict[str, str], parameters: dict[str, str], first: bool) -> None:
    """Prints where the portal is to be found."""
    print("==> deployed")
    for key in ADDRESSES:
        print(f"    {key:<14} {outputs[key]}")
    if first and parameters.get("AlarmMail"):
        print(f"    AWS has mailed {parameters['AlarmMail']}: follow the link, or no alarm comes.")


def main() -> None:
    """Reads the command line and the environment."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    ask = os.environ.get("CONFIRM") != "no"
    if ask and not sys.stdin.isatty():
        sys.exit("Nobody is there to be asked: CONFIRM=no deploys without a question.")
    deploy(SECTIONS.get(sys.argv[1], sys.argv[1]), ask)


if __name__ == "__main__":
    main()
