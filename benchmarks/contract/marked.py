"""JSON with literals in it that no JSON library would write."""

import json

MARK = "\u2603literal:"


def written(document: object) -> bytes:
    """With marked literals as they stand; half surrogates written as escapes."""
    plain = json.dumps(document, ensure_ascii=True)
    parts = plain.split(json.dumps(MARK)[1:-1])
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
