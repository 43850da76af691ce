"""What the REST gateway makes of a request, and of a function's answer."""

import base64
import json
import secrets
import time
import urllib.parse

from contract import Answer


def event(
    method: str, path: str, headers: list[tuple[str, str]], body: bytes | None, claims: dict | None
) -> dict:
    """The REST gateway's proxy event, payload format 1.0."""
    address, _, query = path.partition("?")
    pairs = [pair.partition("=") for pair in query.split("&") if pair]
    parameters: dict[str, list[str]] = {}
    for name, _, value in pairs:
        parameters.setdefault(_unquoted(name), []).append(_unquoted(value))
    named: dict[str, list[str]] = {}
    for name, value in headers:
        named.setdefault(name, []).append(value)
    try:
        text, encoded = (None if body is None else body.decode()), False
    except UnicodeDecodeError:
        text, encoded = base64.b64encode(body).decode(), True
    return {
        "httpMethod": method,
        "path": address,
        "resource": address,
        "headers": {name: values[-1] for name, values in named.items()},
        "multiValueHeaders": named,
        "queryStringParameters": {name: values[-1] for name, values in parameters.items()} or None,
        "multiValueQueryStringParameters": parameters or None,
        "body": text,
        "isBase64Encoded": encoded,
        "requestContext": {
            "requestId": secrets.token_hex(8),
            "identity": {"sourceIp": ".".join(str(secrets.randbelow(256)) for _ in range(4))},
            **({"authorizer": {"claims": claims}} if claims else {}),
        },
    }


def _unquoted(text: str) -> str:
    return urllib.parse.unquote_plus(text)


def claims_of(token: str) -> dict | None:
    """The claims of a token of ours that has not expired, as the gateway would write them."""
    try:
        payload = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (ValueError, IndexError):
        return None
    if claims.get("exp", 0) < time.time():
        return None
    return {
        name: str(value).lower()
        if isinstance(value, bool)
        else ",".join(value)
        if isinstance(value, list)
        else str(value)
        for name, value in claims.items()
    }


def answer_of(line: bytes, method: str) -> Answer:
    """As the gateway would hand it on."""
    answer = json.loads(line)
    several = answer.get("multiValueHeaders") or {}
    names = {name.lower() for name in several}
    headers = [(n, v) for n, v in (answer.get("headers") or {}).items() if n.lower() not in names]
    headers += [(name, ", ".join(values)) for name, values in several.items()]
    text = answer.get("body") or ""
    raw = (
        base64.b64decode(text)
        if answer.get("isBase64Encoded")
        else text.encode("utf-8", "surrogatepass")
    )
    return Answer(answer["statusCode"], headers, b"" if method == "HEAD" else raw)


def without_token(path: str) -> Answer:
    """What the gateway says to whoever brings no token that counts."""
    problem = {
        "type": "urn:clipdesk:problem:unauthenticated",
        "code": "unauthenticated",
        "title": "Sign in first",
        "status": 401,
        "instance": path,
        "traceId": "x",
    }
    headers = [("Content-Type", "application/problem+json"), ("x-amzn-ErrorType", "x")]
    return Answer(401, headers, json.dumps(problem).encode())
