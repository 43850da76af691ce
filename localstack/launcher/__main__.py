"""The command line; see README.md."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from launcher import deploy, install, process
from launcher.settings import PACKAGE, Settings

PASSED_ON = {"sam", "aws", "logs", "test", "contract-aws", "with"}


def main() -> None:
    """Parses and runs one command."""
    parser = _parser()
    options, rest = parser.parse_known_args()
    if rest and options.command not in PASSED_ON:
        parser.error(f"{options.command} does not take {' '.join(rest)}")
    settings = Settings(options.state.resolve(), options.port)
    match options.command:
        case "install":
            install.install(settings)
        case "start":
            install.install(settings)
            process.start(settings)
        case "stop":
            process.stop(settings)
        case "status":
            pid = process.running_pid(settings)
            print(f"up at {settings.endpoint}" if pid else "down")
            sys.exit(0 if pid else 3)
        case "deploy":
            deploy.deploy(
                settings, options.template_file.resolve(), options.config_env, options.outputs,
                options.allow_fallback, options.timeout, options.parameter,
            )  # fmt: skip
        case "sam":
            _exec([str(settings.sam_venv / "bin/sam"), *rest], settings)
        case "aws":
            _exec([*_aws(settings), *rest], settings)
        case "with":
            if not rest:
                parser.error("with needs a command")
            tools = install.tool(settings, options.tool)
            # Not against the instance: a tool is on its own.
            command = str(tools / rest[0])
            os.execv(command, [command, *rest[1:]])
        case "logs":
            _logs(settings, rest)
        case "test":
            _test(settings, rest)
        case "contract-aws":
            _contract_aws(settings, rest)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="stack", description=__doc__)
    parser.add_argument("--state", type=Path, default=Path(".localstack"))
    parser.add_argument("--port", type=int, default=4566)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("install", help="install what is missing")
    commands.add_parser("start", help="install, start and wait until it answers")
    commands.add_parser("stop", help="stop; nothing is left running")
    commands.add_parser("status", help="say whether it is up")
    deploying = commands.add_parser("deploy", help="sam deploy, then refuse faked resources")
    deploying.add_argument("--template-file", type=Path, default=Path("template.yaml"))
    deploying.add_argument("--config-env", default="local")
    deploying.add_argument("--outputs", type=Path, help="where to write the outputs as JSON")
    deploying.add_argument(
        "--allow-fallback", action="append", default=[], metavar="ID_OR_TYPE",
        help="a resource that LocalStack may fake",
    )  # fmt: skip
    deploying.add_argument(
        "--parameter", action="append", default=[], metavar="KEY=VALUE",
        help="on top of the parameters of samconfig.toml",
    )  # fmt: skip
    deploying.add_argument("--timeout", type=int, default=300, help="seconds")
    commands.add_parser("sam", help="run SAM CLI against the instance", add_help=False)
    commands.add_parser("aws", help="run the AWS command line against it", add_help=False)
    having = commands.add_parser("with", help="run a command of a tool", add_help=False)
    having.add_argument("tool", choices=sorted(install.TOOLS))
    commands.add_parser("logs", help="LocalStack's log, or that of one function")
    commands.add_parser("test", help="run this package's own tests", add_help=False)
    commands.add_parser(
        "contract-aws", help="record what a real user pool answers", add_help=False
    )
    return parser


def _exec(command: list[str], settings: Settings) -> None:
    environment = settings.client_environment()
    environment.pop("PYTHONPATH", None)
    os.execve(command[0], command, environment)


def _logs(settings: Settings, functions: list[str]) -> None:
    if not functions:
        print(settings.log_file.read_text(), end="")
        return
    _exec([
        *_aws(settings), "logs", "filter-log-events",
        "--log-group-name", f"/aws/lambda/{functions[0]}",
        "--query", "events[].[message]", "--output", "text", *functions[1:],
    ], settings)  # fmt: skip


def _aws(settings: Settings) -> list[str]:
    """The tools' first version sends SQS to an address of its own unless told on the command line.

    Its table of endpoints (`overridesslcommonname.py`) outweighs AWS_ENDPOINT_URL.
    """
    return [str(settings.venv / "bin/aws"), "--endpoint-url", settings.endpoint]


def _test(settings: Settings, arguments: list[str]) -> None:
    install.install(settings)
    python = str(settings.venv / "bin/python")
    requirements = str(PACKAGE / "requirements-test.txt")
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
         "-r", requirements, "-c", str(PACKAGE / "constraints.txt")],
        check=True,
    )  # fmt: skip
    for command in (["ruff", "check", "."], ["pytest", "-q", *arguments]):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
        environment["DOCKERLESS_TEST_STATE"] = str(settings.state)
        done = subprocess.run([python, "-m", *command], cwd=PACKAGE, env=environment, check=False)
        if done.returncode != 0:
            sys.exit(done.returncode)


def _contract_aws(settings: Settings, arguments: list[str]) -> None:
    install.install(settings)
    python = str(settings.venv / "bin/python")
    sys.stdout.flush()
    os.execve(
        python, [python, "-m", "contract", *arguments], os.environ | {"PYTHONPATH": str(PACKAGE)}
    )


if __name__ == "__main__":
    main()
