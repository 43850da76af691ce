"""Requests, as schemathesis makes them from the contract."""

import json
import urllib.parse
from dataclasses import dataclass
from pathlib import Path

import hypothesis
from schemathesis.core import NOT_SET
from schemathesis.generation import GenerationMode

from contract import Operation
from marked import written


@dataclass(frozen=True)
class Case:
    """One request, before it is known who sends it."""

    operation: Operation
    segments: dict[str, str]
    query: str
    headers: list[tuple[str, str]]
    body: bytes | None

    @property
    def path(self) -> str:
        path = self.operation.path
        for name, segment in self.segments.items():
            path = path.replace("{" + name + "}", segment or "%20")
        return path + ("?" + self.query if self.query else "")

    def kept(self) -> str:
        """One line of found.jsonl; bytes of the body as characters of Latin-1."""
        body = None if self.body is None else self.body.decode("latin-1")
        return json.dumps({
            "route": str(self.operation), "segments": self.segments, "query": self.query,
            "headers": self.headers, "body": body,
        })  # fmt: skip


def found_before(path: Path, operation: Operation) -> list[Case]:
    """What once found a fault: asked again in every run, before anything new."""
    lines = map(json.loads, path.read_text().splitlines()) if path.exists() else []
    return [
        Case(
            operation, line["segments"], line["query"],
            [(name, value) for name, value in line["headers"]],
            None if line["body"] is None else line["body"].encode("latin-1"),
        )
        for line in lines
        if line["route"] == str(operation)
    ]  # fmt: skip


def from_contract(schema, operation: Operation, number: int, seed: int) -> list[Case]:
    """What schemathesis makes of one operation: half of it as told, half against it."""
    described = schema[operation.path][operation.method]
    cases: list[Case] = []
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        for attempt in _generated(described, mode, (number + 1) // 2, seed):
            cases.append(_case(operation, attempt))
    return cases or [Case(operation, {}, "", [], None)]


def _generated(described, mode: GenerationMode, number: int, seed: int) -> list:
    found: list = []

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(described.as_strategy(generation_mode=mode))
    def keep(attempt) -> None:
        found.append(attempt)

    try:
        keep()
    except hypothesis.errors.Unsatisfiable:
        pass  # an operation without parameters cannot be asked wrongly
    return found


def _case(operation: Operation, attempt) -> Case:
    query = [
        (name, _text(item))
        for name, value in (attempt.query or {}).items()
        for item in (value if isinstance(value, list) else [value])
    ]
    headers = [(name, _header(value)) for name, value in (attempt.headers or {}).items()]
    body = None
    if attempt.body is not NOT_SET:
        body = attempt.body if isinstance(attempt.body, bytes) else written(attempt.body)
        media = attempt.media_type or "application/json"
        if media == "*/*":
            media = "application/x-www-form-urlencoded"
        headers = [h for h in headers if h[0].lower() != "content-type"] + [("Content-Type", media)]
    return Case(
        operation,
        {name: _segment_of(value) for name, value in (attempt.path_parameters or {}).items()},
        "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in query),
        headers,
        body,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _header(value: object) -> str:
    return (
        "".join(c for c in _text(value) if c not in "\r\n\0")
        .encode("latin-1", "replace")
        .decode("latin-1")
    )


def _quoted(value: object) -> str:
    return urllib.parse.quote(_text(value).encode("utf-8", "replace"), safe="")


def _segment_of(value: object) -> str:
    """schemathesis has escaped most of it already."""
    return urllib.parse.quote(_text(value).encode("utf-8", "replace"), safe="%")
