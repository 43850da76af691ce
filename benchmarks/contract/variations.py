"""Hostile variations of requests."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from cases import Case
from hostile import HEADERS, LITERALS, QUERIES, SEGMENTS, TEXTS
from marked import MARK, written


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
        places = list(_places(document))
    except (ValueError, RecursionError):
        return _bytes(case, dice)
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
    return replace(case, body=written(document))


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
