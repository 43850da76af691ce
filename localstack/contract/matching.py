"""Whether an answer is the expected one; the expectations' own small language.

In place of a value may stand {"like": pattern}, {"has": member of a list} or {"not": value}.
"""

import re

MATCHERS = {"like", "has", "not"}


def difference(expected: dict, status: int, body: dict) -> str | None:
    """What is not as expected, or nothing."""
    if "error" in expected:
        return _refusal(expected, status, body)
    if status != 200:
        return f"refused: {body.get('__type')}: {body.get('message')}"
    if "answer" in expected:
        return _value(expected["answer"], body, "", exact=True)
    return _value(expected["shows"], body, "", exact=False)


def _refusal(expected: dict, status: int, body: dict) -> str | None:
    if status == 200:
        return f"not refused with {expected['error']}"
    classes = expected["error"]
    classes = [classes] if isinstance(classes, str) else classes
    actual = str(body.get("__type")).rsplit("#", 1)[-1]
    if "*" not in classes and actual not in classes:
        return f"{actual}, not {' or '.join(classes)}"
    if status != 400:
        return f"status {status}, not 400"
    return _value(expected["text"], body.get("message"), "text") if "text" in expected else None


def _value(expected, actual, where: str, exact: bool = False) -> str | None:
    if isinstance(expected, dict) and len(expected) == 1 and MATCHERS & set(expected):
        kept = _matches(expected, actual)
        return None if kept else f"{where}: {actual!r} does not fulfil {expected}"
    if not isinstance(expected, dict) or not isinstance(actual, dict):
        same = type(expected) is type(actual) and expected == actual
        return None if same else f"{where}: {actual!r}, not {expected!r}"
    if missing := set(expected) - set(actual):
        return f"{where}: lacks {', '.join(sorted(missing))}"
    if exact and (more := set(actual) - set(expected)):
        return f"{where}: has {', '.join(sorted(more))} besides"
    found = (_value(v, actual[k], f"{where}.{k}".strip("."), exact) for k, v in expected.items())
    return next((text for text in found if text), None)


def _matches(expected: dict, actual) -> bool:
    if "like" in expected:
        return isinstance(actual, str) and re.search(expected["like"], actual) is not None
    if "not" in expected:
        return actual != expected["not"]
    return any(_value(expected["has"], item, "") is None for item in actual)
