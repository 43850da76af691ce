"""Runs one case: step by step, each answer beside what was expected of it."""

import contextlib
import copy
import json
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from contract.matching import difference
from contract.places import NotHereError
from contract.pool import Pool

CASES = Path(__file__).with_name("cases.json")
PASSWORD = "Correct-Horse-77!"
VARIABLE = re.compile(r"\{([A-Za-z]\w*)\}")
TOKENS = {"AccessToken", "IdToken", "RefreshToken"}


def load() -> dict:
    return json.loads(CASES.read_text())


class CaseEndedError(Exception):
    """A step on which the others stand was refused; it is in the outcome."""


@dataclass
class Outcome:
    """What became of a case: its answers, and where they differ."""

    id: str
    title: str
    not_run: str | None = None
    steps: list[dict] = field(default_factory=list)

    @property
    def differences(self) -> list[dict]:
        return [step for step in self.steps if step.get("differs")]


def run(case: dict, pool: Pool, place) -> Outcome:
    """Runs a case with addresses of its own."""
    outcome = Outcome(case["id"], case["title"], place.refuse(case))
    if outcome.not_run is None:
        with place, contextlib.suppress(CaseEndedError):
            _Run(pool, place, outcome).all_of(case)
    return outcome


class _Run:
    def __init__(self, pool: Pool, place, outcome: Outcome) -> None:
        self._pool, self._place, self._outcome = pool, place, outcome
        names = {n: place.address(f"{n}-{secrets.token_hex(6)}") for n in ("a", "other", "unknown")}
        address = names.pop("a")
        local, domain = address.split("@")
        masked = f"{local[0]}***@{domain[0]}***"
        self._known = names | {
            "address": address,
            "ADDRESS": address.upper(),
            "masked": masked,
            "password": PASSWORD,
        }
        self._last_body = b""

    def all_of(self, case: dict) -> None:
        self._make_user(case.get("user"))
        for step in case["steps"]:
            try:
                self._take(step)
            except NotHereError as reason:
                self._outcome.steps.append({"step": step, "left out": str(reason)})

    def _make_user(self, kind: str | None) -> None:
        if kind is None:
            return
        address, password = self._known["address"], self._known["password"]
        made = self._must("SignUp", {"Username": address, "Password": password})
        self._known["sub"] = made["UserSub"]
        if kind == "confirmed":
            user = {"Username": made["UserSub"]}
            self._must("AdminSetUserPassword", user | {"Password": password, "Permanent": True})
            verified = [{"Name": "email_verified", "Value": "true"}]
            self._must("AdminUpdateUserAttributes", user | {"UserAttributes": verified})

    def _must(self, operation: str, given: dict) -> dict:
        status, body, _ = self._pool.call(operation, given)
        if status != 200:
            self._note(operation, None, status, body, "prepares the case and was refused")
            raise CaseEndedError
        return body

    def _note(
        self, operation: str, mark: str | None, status: int, body: dict, differs: str | None
    ) -> None:
        self._outcome.steps.append({
            "call": operation, "mark": mark, "status": status,
            "answer": _without_tokens(body), "differs": differs,
        })  # fmt: skip

    def _take(self, step: dict) -> None:
        if "call" in step:
            for _ in range(step.get("times", 1)):
                self._call(step)
        elif "code" in step:
            self._known[step["code"]] = self._place.code(self._filled(step["to"]))
        elif "pass" in step:
            self._place.let_pass(step["pass"])
        elif "mails" in step:
            count = self._place.count_mails(self._filled(step["to"]))
            differs = None if count == step["mails"] else f"{count} mails, not {step['mails']}"
            self._outcome.steps.append({"step": step, "differs": differs})
        elif "tamper" in step:
            head, body, signature = self._known[step["tamper"]].split(".")
            changed = ("A" if signature[0] != "A" else "B") + signature[1:]
            self._known["tampered"] = f"{head}.{body}.{changed}"
        else:
            raise AssertionError(f"not a step: {step}")

    def _call(self, step: dict) -> None:
        given = self._filled(step["with"])
        status, body, raw = self._pool.call(
            step["call"], given, step.get("client", "S"), step.get("hash")
        )
        expected = self._filled(step.get("expect") or {"shows": {}})
        differs = None if step.get("whatever") else difference(expected, status, body)
        if expected.get("sameBody") and raw != self._last_body:
            differs = differs or "not the same bytes as the answer before"
        self._last_body = raw
        self._note(step["call"], expected.get("mark"), status, body, differs)
        if status != 200 and "keep" in step:
            raise CaseEndedError
        for name, path in (step.get("keep") or {}).items():
            value = body
            for part in path.split("."):
                value = value[part]
            self._known[name] = value

    def _filled(self, value):
        if isinstance(value, dict):
            return {
                name: member if name == "like" else self._filled(member)
                for name, member in value.items()
            }
        if isinstance(value, list):
            return [self._filled(member) for member in value]
        if isinstance(value, str):
            return VARIABLE.sub(lambda match: self._known[match[1]], value)
        return value


def _without_tokens(body: dict) -> dict:
    shown = copy.deepcopy(body)
    result = shown.get("AuthenticationResult") or {}
    for name in TOKENS & set(result):
        result[name] = f"({len(result[name])} characters)"
    return shown
