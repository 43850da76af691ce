"""One run over the routes that were chosen."""

import argparse
import collections
import json
import random
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import schemathesis

from callers import Callers
from cases import Case, found_before, from_contract
from contract import Answer, Contract, Operation
from functions import Functions
from gateway import Gateway
from logs import Logs
from portal import Portal
from progress import Progress
from stack import ROOT, WORK, functions_by_path, master
from variations import varied

FOUND = Path(__file__).with_name("found.jsonl")
OWN = 100  # requests of each route at most are schemathesis' own: it needs 10 to 90 ms for one
PIECE = 250  # requests to one route before it is the next one's turn
AT_ONCE = 24  # requests through functions; the gateway would start as many environments
KEPT = 10  # requests of each kind of fault
SPARED = 25  # uses of a token that does not count any more: a new one costs a hundred requests


class Run:
    """In pieces of each route by turns, so that wherever it is ended all were asked as often."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._straight = options.through == "functions"
        self._outputs = json.loads((ROOT / ".localstack/outputs.json").read_text())
        self._contract = Contract(ROOT / "docs/openapi.yaml")
        self._schema = schemathesis.openapi.from_path(ROOT / "docs/openapi.yaml")
        self._gateway = Gateway(self._outputs["GatewayUrl"])
        self._times: collections.Counter = collections.Counter()
        self._first: dict[str, str] = {}
        self._lock = threading.Lock()
        # So that a short run may look in while a long one is under way.
        self._work = WORK / options.through
        self._work.mkdir(parents=True, exist_ok=True)
        own = {"seed": options.seed, "requests": options.requests, "through": options.through}
        self._progress = Progress(self._work / "progress.json", own, options.resume)
        self._kept = self._work / "found.jsonl"
        self._old = self._work / "own" / f"{options.seed}-{min(OWN, options.requests)}"
        if not options.resume:
            for old in [self._kept, *self._work.glob("*.log"), *self._work.glob("own/*/*")]:
                old.unlink(missing_ok=True)
        self._old.mkdir(parents=True, exist_ok=True)

    def play(self) -> int:
        began = time.monotonic()
        routes = [o for o in self._contract.operations if re.search(self._options.routes, str(o))]
        if not routes:
            raise SystemExit(f"No route is like {self._options.routes}")
        self._portal = Portal(
            self._outputs, self._gateway.send, master(), SPARED if self._straight else 0
        )
        self._callers = Callers(self._portal)
        self._logs = Logs(self._portal.client("logs"), self._outputs["StackName"])
        made = time.monotonic() - began
        print(f"    a portal with something in it after {made:.0f} s", flush=True)
        lambdas = self._portal.client("lambda")
        self._functions = (
            Functions(ROOT, self._outputs, lambdas, functions_by_path(), self._work)
            if self._straight
            else None
        )
        with ThreadPoolExecutor(AT_ONCE if self._straight else 1) as pool:
            sent = self._again(routes, pool)
            began = time.monotonic()
            while left := [r for r in routes if self._next(r) < self._options.requests]:
                if sent > PIECE:
                    self._told()
                    self._portal.renew()
                for number, operation in enumerate(left, 1):
                    sent += self._piece(operation, pool)
                    rate = sent / (time.monotonic() - began)
                    print(
                        f"    [{number:2}/{len(left)}] {str(operation):48} {self._next(operation)}"
                        f" ({rate:.0f} a second) {self._progress.told(str(operation))}",
                        flush=True,
                    )
        if self._functions:
            self._functions.stop()
        found = self._told()
        rate = sent / (time.monotonic() - began)
        print(
            f"{sent} requests, seed {self._options.seed}, {rate:.0f} a second:"
            f" {found} kinds of faults"
        )
        return 1 if found else 0

    def _next(self, operation: Operation) -> int:
        return self._progress.next[str(operation)]

    def _again(self, routes: list[Operation], pool: ThreadPoolExecutor) -> int:
        """First what once found a fault, long ago or before this run was ended."""
        kept = [c for o in routes for path in (FOUND, self._kept) for c in found_before(path, o)]
        self._kept.unlink(missing_ok=True)
        return len([*pool.map(lambda each: self._send(each[1], -1 - each[0]), enumerate(kept))])

    def _piece(self, operation: Operation, pool: ThreadPoolExecutor) -> int:
        own = self._own(operation)
        first = self._next(operation)
        numbers = range(first, min(first + PIECE, self._options.requests))

        def ask(number: int) -> int:
            # Dice of its own for each request: its number is enough to make it again.
            dice = random.Random(f"{self._options.seed} {operation} {number}")
            case = self._callers.grounded(own[number % len(own)], dice)
            if number >= len(own):
                case = varied(case, dice)
            return self._send(case, number)

        statuses = collections.Counter(pool.map(ask, numbers))
        self._portal.tidy()
        self._progress.reached(str(operation), numbers.stop, statuses)
        return len(numbers)

    def _own(self, operation: Operation) -> list[Case]:
        path = self._old / f"{operation.id}.jsonl"
        if not path.exists():
            few = min(OWN, max(2, self._options.requests // 2))
            seed = random.Random(f"{self._options.seed} {operation}").randrange(2**32)
            made = from_contract(self._schema, operation, few, seed)
            path.write_text("".join(case.kept() + "\n" for case in made))
        return found_before(path, operation)

    def _send(self, case: Case, number: int) -> int:
        operation = case.operation
        caller = self._callers.caller(
            case, random.Random(f"{self._options.seed} {operation} {number} caller")
        )
        headers = [h for h in case.headers if h[0].lower() != "authorization"]
        if caller.token:
            headers.append(("Authorization", "Bearer " + caller.token))
        asked = operation.method, case.path, headers, case.body
        if self._functions:
            answer = self._functions.send(
                *asked, caller.claims, operation.takes_token, operation.path
            )
        else:
            answer = self._gateway.send(*asked)
        if answer.status == 401:
            caller.refused()
        for fault in self._faults_of(operation, answer):
            self._found(f"{operation}: {fault}", case, number, answer)
        return answer.status

    def _found(self, fault: str, case: Case, number: int, answer: Answer) -> None:
        with self._lock, self._kept.open("a") as kept:
            self._times[fault] += 1
            self._first.setdefault(fault, _shown(case, number, answer))
            if self._times[fault] <= KEPT:
                kept.write(case.kept() + "\n")

    def _faults_of(self, operation: Operation, answer: Answer) -> list[str]:
        reached = "x-amzn-requestid" in answer.by_name or self._straight
        # What the emulator's web server refuses before there is a gateway is not ours.
        return self._contract.faults(operation, answer) if reached or answer.status >= 500 else []

    def _told(self) -> int:
        in_logs = self._logs.faults([*self._work.glob("*.log")] if self._straight else [])
        for fault, first in sorted(self._first.items()):
            print(f"FAULT {self._times[fault]:5} × {fault}\n        {first}", flush=True)
        for fault, line in sorted(in_logs.items()):
            print(f"FAULT in the logs: {fault}\n        {line}", flush=True)
        return len(self._first) + len(in_logs)


def _shown(case: Case, number: int, answer: Answer) -> str:
    """Enough to send it again; with --seed and --routes the same number is the same request."""
    headers = " ".join(f"{name}:{value[:60]!r}" for name, value in case.headers)
    body = "" if case.body is None else repr(case.body[:300])
    asked = f"#{number} {case.operation.method} {case.path[:300]} {headers} {body}"
    return f"{asked} → {answer.body[:300]!r}"
