"""Requests: as schemathesis makes them from the contract, and hostile variations of these."""

import json
import random
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import hypothesis
from schemathesis.core import NOT_SET
from schemathesis.generation import GenerationMode

from contract import Operation
from hostile import HEADERS, LITERALS, QUERIES, SEGMENTS, TEXTS

MARK = "\u2603literal:"


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
    lines = map(json.loads, path.read_text().splitlines())
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
        body = attempt.body if isinstance(attempt.body, bytes) else _json(attempt.body)
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


def varied(case: Case, dice: random.Random) -> Case:
    """One to three hostile changes."""
    changes: list[Callable[[Case, random.Random], Case]] = [_query, _header_change, _header_change]
    if case.segments:
        changes += [_segment] * 2
    if case.operation.takes_body:
        changes += [_member] * 6 + [_bytes] * 2
    elif dice.random() < 0.05:
        changes += [_bytes]
    for _ in range(dice.choice((1, 1, 2, 3))):
        case = dice.choice(changes)(case, dice)
    return case


def _query(case: Case, dice: random.Random) -> Case:
    names = [p["name"] for p in case.operation.parameters if p["in"] == "query"]
    name = (
        dice.choice(names)
        if names and dice.random() < 0.9
        else dice.choice(("lang", "x", "", "%zz", "limit", "a[b]"))
    )
    pair = f"{name}={dice.choice(QUERIES)}"
    kept = [
        p
        for p in case.query.split("&")
        if p and (dice.random() < 0.2 or not p.startswith(name + "="))
    ]
    return replace(case, query="&".join([*kept, pair]))


def _segment(case: Case, dice: random.Random) -> Case:
    name = dice.choice(sorted(case.segments))
    return replace(case, segments={**case.segments, name: dice.choice(SEGMENTS)})


def _header_change(case: Case, dice: random.Random) -> Case:
    name, value = dice.choice(HEADERS)
    kept = [h for h in case.headers if h[0].lower() != name.lower() or dice.random() < 0.1]
    return replace(case, headers=[*kept, (name, value)])


def _bytes(case: Case, dice: random.Random) -> Case:
    body = case.body or b"{}"
    other = dice.choice(
        [
            lambda: b"",
            lambda: b"\xef\xbb\xbf" + body,
            lambda: b"\xff\xfe" + body,
            lambda: body[: len(body) // 2],
            lambda: body + b"x",
            lambda: body + body,
            lambda: b" " * 70_000,
            lambda: body.decode("utf-8", "replace").encode("utf-16"),
            lambda: b"[]",
            lambda: b"null",
            lambda: body.decode("utf-8", "replace").encode("latin-1", "replace"),
            lambda: b'{"a":"\xff\xfe\xed\xa0\x80"}',
            lambda: b"[" * 10_000,
            lambda: b'"' + b"x" * 66_000 + b'"',
            lambda: b"{" + b'"a":1,' * 30_000 + b'"b":1}',
            lambda: b"\x00",
            lambda: b'{"": 1}',
            lambda: b"{}",
            lambda: b"List-Unsubscribe=One-Click",
            lambda: b"action=%zz&action=unsubscribe",
            lambda: b"a=" + b"x" * 5000,
        ]
    )()
    return replace(case, body=other)


def _member(case: Case, dice: random.Random) -> Case:
    """Changes one value of a JSON body, or the members of one object."""
    try:
        document = json.loads(case.body or b"{}")
    except (ValueError, RecursionError):
        return _bytes(case, dice)
    places = list(_places(document))
    if not places or dice.random() < 0.15:
        target = dice.choice(
            [document, *(o for o, k in places if isinstance(o[k], dict) for o in [o[k]])]
        )
        if isinstance(target, dict):
            target[
                dice.choice(
                    ("x", "__proto__", "a/b~c", "\ud800", "", "\u0000", "id", "email", "sendAt")
                )
            ] = dice.choice(TEXTS)
    else:
        owner, key = dice.choice(places)
        match dice.randrange(10):
            case 0:
                del owner[key]
            case 1 if isinstance(owner, dict):
                owner[MARK + json.dumps(key) + ":1," + json.dumps(key)] = owner.pop(key)
            case 2 if isinstance(owner[key], str):
                owner[key] = (
                    owner[key][: len(owner[key]) // 2]
                    + dice.choice(TEXTS)
                    + owner[key][len(owner[key]) // 2 :]
                )
            case 3 | 4 | 5:
                owner[key] = dice.choice(TEXTS)
            case _:
                owner[key] = MARK + dice.choice(LITERALS)
    return replace(case, body=_json(document))


def _places(node: object) -> Iterator[tuple[dict | list, object]]:
    items = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    for key, value in list(items):
        yield node, key
        yield from _places(value)


def _json(document: object) -> bytes:
    """With marked literals as they stand; half surrogates written as escapes."""
    written = json.dumps(document, ensure_ascii=True)
    parts = written.split(json.dumps(MARK)[1:-1])
    text = parts[0]
    for part in parts[1:]:
        literal, rest = _until_quote(part)
        text = text[:-1] + json.loads(f'"{literal}"') + rest
    try:
        return (
            json.dumps(document, ensure_ascii=False).encode()
            if len(parts) == 1
            else text.encode("utf-8", "surrogatepass")
        )
    except UnicodeEncodeError:
        return text.encode()


def _until_quote(part: str) -> tuple[str, str]:
    at = 0
    while part[at] != '"':
        at += 2 if part[at] == "\\" else 1
    return part[:at], part[at + 1 :]


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
