"""What a run may not leave in any log."""

import re

SECRETS = {
    "an address": re.compile(r"[\w.+-]+@outlet\.example"),
    "a password": re.compile(r"\w+-Horse-\d"),
    "a token": re.compile(r"eyJ[\w-]{20,}"),
    "a ticket": re.compile(r"dt_(?!A{43})[\w-]{43}"),
    "a verification": re.compile(r"vf_(?!A{22})[\w-]{22}"),
    "an offer": re.compile(r"\bo1\.[\w-]{20,}"),
    "a mail link": re.compile(r"\bu1\.k1\.[\w-]{8,}|confirmations/[\w-]{20,}"),
}
FAILURES = {
    "an error": re.compile(r'"level":\s*"(?:ERROR|FATAL)"|\bERROR\b'),
    "a stack trace": re.compile(r"\n\s+at [\w.$]+\(|\\n\\tat |\bTask timed out\b"),
}


def faults(texts: dict[str, str]) -> dict[str, str]:
    """What was found, and where, each with one line that shows it without telling a secret."""
    found = {}
    for group, text in texts.items():
        for what, pattern in (SECRETS | FAILURES).items():
            matches = list(pattern.finditer(text))
            if matches:
                line = text[text.rfind("\n", 0, matches[0].start()) + 1 :][:300].split("\n")[0]
                for secret in SECRETS.values():
                    line = secret.sub(lambda match: match.group()[:3] + "…", line)
                found[f"{len(matches)} × {what} in {group}"] = line
    return found


def of_stack(client, stack: str, since_ms: int) -> dict[str, str]:
    """Everything that the functions and the gateway of a stack have logged since."""
    texts = {}
    for prefix in (f"/aws/lambda/{stack}-", f"/aws/apigateway/{stack}"):
        for page in client.get_paginator("describe_log_groups").paginate(logGroupNamePrefix=prefix):
            for group in page["logGroups"]:
                name = group["logGroupName"]
                events = client.get_paginator("filter_log_events").paginate(
                    logGroupName=name, startTime=since_ms
                )
                texts[name] = "\n".join(e["message"] for p in events for e in p["events"])
    return texts
