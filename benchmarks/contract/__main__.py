"""Asks every route of docs/openapi.yaml what nobody should ask, and holds the answers to it.

schemathesis makes requests from the contract, as it says and against it; each is sent as it is and
in hostile variations. The same SEED makes the same requests, but for what a portal makes up itself
(ids, addresses, tokens).

    bin/contract --requests 20 --seed 1                    every route of the stack that is up
    bin/contract --requests 10000 --routes 'POST /v1/clips' --through functions
"""

import argparse
import collections
import json
import random
import re
import sys
import time
from pathlib import Path

import schemathesis
import yaml

from callers import Callers
from cases import Case, found_before, from_contract, varied
from contract import Answer, Contract, Operation
from logs import faults as log_faults
from logs import of_stack
from portal import Portal
from senders import Functions, Gateway, claims_of

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target" / "contract"
FOUND = Path(__file__).with_name("found.jsonl")
VARIATIONS = 24  # of each request that schemathesis makes
FEW = 200  # below so many, more of them are schemathesis' own


class Run:
    """One run over the routes that were chosen."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._outputs = json.loads((ROOT / ".localstack/outputs.json").read_text())
        self._contract = Contract(ROOT / "docs/openapi.yaml")
        self._schema = schemathesis.openapi.from_path(ROOT / "docs/openapi.yaml")
        self._gateway = Gateway(self._outputs["ApiUrl"])
        self._since_ms = int(time.time() * 1000)
        self._faults: dict[str, list[str]] = collections.defaultdict(list)
        WORK.mkdir(parents=True, exist_ok=True)
        self._kept = (WORK / "found.jsonl").open("w")

    def play(self) -> int:
        began = time.monotonic()
        routes = [o for o in self._contract.operations if re.search(self._options.routes, str(o))]
        if not routes:
            raise SystemExit(f"No route is like {self._options.routes}")
        self._portal = Portal(self._outputs, self._gateway.send, _master())
        self._callers = Callers(self._portal)
        print(
            f"    a portal with something in it after {time.monotonic() - began:.0f} s", flush=True
        )
        functions = None
        if self._options.through == "functions":
            functions = Functions(
                ROOT, self._outputs, self._portal.client("lambda"), _functions(), WORK
            )
        sent = 0
        for number, operation in enumerate(routes, 1):
            statuses = self._ask(operation, functions)
            sent += statuses.total()
            told = " ".join(f"{status}:{count}" for status, count in sorted(statuses.items()))
            print(f"    [{number:2}/{len(routes)}] {str(operation):48} {told}", flush=True)
        if functions:
            functions.stop()
        found = self._told(log_faults(self._logs(functions is not None)))
        rate = sent / (time.monotonic() - began)
        print(
            f"{sent} requests, seed {self._options.seed}, {rate:.0f} a second:"
            f" {found} kinds of faults"
        )
        return 1 if found else 0

    def _ask(self, operation: Operation, functions: Functions | None) -> collections.Counter:
        # Of its own for each route, so that one route alone gets the same requests.
        seed = f"{self._options.seed} {operation}"
        dice = random.Random(seed)
        wanted = self._options.requests
        variations = VARIATIONS if wanted > FEW else 1
        own = from_contract(
            self._schema, operation, max(2, wanted // (variations + 1)), dice.randrange(2**32)
        )
        again = found_before(FOUND, operation)
        statuses: collections.Counter = collections.Counter()
        for number, case in enumerate(again):
            statuses[self._send(case, -1 - number, dice, functions)] += 1
        for number in range(wanted):
            case = self._callers.grounded(own[number % len(own)], dice)
            if number >= len(own):
                case = varied(case, dice)
            statuses[self._send(case, number, dice, functions)] += 1
        return statuses

    def _send(
        self, case: Case, number: int, dice: random.Random, functions: Functions | None
    ) -> int:
        caller = self._callers.caller(case, dice)
        headers = [h for h in case.headers if h[0].lower() != "authorization"]
        if caller.token:
            headers.append(("Authorization", "Bearer " + caller.token))
        operation = case.operation
        if functions:
            claims = claims_of(caller.token) if caller.person else None
            if (
                claims
                and operation.path.startswith(("/v1/clips", "/v1/downloads"))
                and dice.random() < 0.5
            ):
                claims["sub"] = f"00000000-0000-4000-8000-{dice.randrange(10**12):012}"
            answer = functions.send(
                operation.method,
                case.path,
                headers,
                case.body,
                claims,
                operation.takes_token,
                operation.path,
            )
        else:
            answer = self._gateway.send(operation.method, case.path, headers, case.body)
        if answer.status == 401 and caller.person:
            caller.person.lost()
        for fault in self._faults_of(operation, answer):
            self._faults[f"{operation}: {fault}"].append(_shown(case, number, answer))
            self._kept.write(case.kept() + "\n")
            self._kept.flush()
        return answer.status

    def _faults_of(self, operation: Operation, answer: Answer) -> list[str]:
        reached = "x-amzn-requestid" in answer.by_name or self._options.through == "functions"
        # What the emulator's web server refuses before there is a gateway is not ours.
        return self._contract.faults(operation, answer) if reached or answer.status >= 500 else []

    def _logs(self, with_functions: bool) -> dict[str, str]:
        # The last lines reach their group a moment after the answer, and nothing tells when: a run
        # that reads too early would miss a fault of its last request, never make one up.
        time.sleep(2)
        texts = of_stack(self._portal.client("logs"), self._outputs["StackName"], self._since_ms)
        if with_functions:
            texts |= {str(log.name): log.read_text(errors="replace") for log in WORK.glob("*.log")}
        return texts

    def _told(self, in_logs: dict[str, str]) -> int:
        for fault, requests in sorted(self._faults.items()):
            print(f"FAULT {len(requests):5} × {fault}\n        {requests[0]}")
        for fault, line in sorted(in_logs.items()):
            print(f"FAULT in the logs: {fault}\n        {line}")
        return len(self._faults) + len(in_logs)


def _shown(case: Case, number: int, answer: Answer) -> str:
    """Enough to send it again; with --seed and --routes the same number is the same request."""
    headers = " ".join(f"{name}:{value[:60]!r}" for name, value in case.headers)
    body = "" if case.body is None else repr(case.body[:300])
    asked = f"#{number} {case.operation.method} {case.path[:300]} {headers} {body}"
    return f"{asked} → {answer.body[:300]!r}"


def _functions() -> dict[str, str]:
    """Path to the function that serves it, as template.yaml says."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
    resources = yaml.load((ROOT / "template.yaml").read_text(), Loader)["Resources"]
    return {
        event["Properties"]["Path"]: logical.removesuffix("Function").lower()
        for logical, resource in resources.items()
        if resource["Type"] == "AWS::Serverless::Function"
        for event in resource["Properties"].get("Events", {}).values()
        if event["Type"] == "Api"
    }


def _master() -> Path:
    """What the journeys cut, or one like it."""
    made = sorted((ROOT / "journeys/target/masters").glob("master-640x360-20s.mp4"))
    if made:
        return made[0]
    import subprocess

    master = WORK / "master.mp4"
    if not master.exists():
        subprocess.run(
            [
                ROOT / "bin/ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=640x360:rate=25:duration=20",
                "-f",
                "lavfi",
                "-i",
                "sine=440:duration=20",
                "-c:v",
                "libx264",
                "-g",
                "50",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                master,
            ],
            check=True,
        )
    return master


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="bin/contract",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--requests", type=int, default=20, help="for each route")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--routes", default="", help="a pattern, such as 'POST /v1/clips$'")
    parser.add_argument("--through", choices=("gateway", "functions"), default="gateway")
    return Run(parser.parse_args()).play()


if __name__ == "__main__":
    sys.exit(main())
