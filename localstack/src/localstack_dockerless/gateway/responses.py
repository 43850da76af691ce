"""Gateway responses: status, static headers and template of the answers a gateway makes itself."""

import json

LOCALSTACKS_OWN = '{"message":$context.error.messageString}'


def rule_for(kind: str, status: int, rules: dict) -> dict | None:
    """The rule of a response type, else that of its class."""
    return rules.get(kind) or rules.get("DEFAULT_5XX" if status >= 500 else "DEFAULT_4XX")


def static_headers(rule: dict) -> dict[str, str]:
    """The headers with literal values; mapped ones are left out."""
    prefix = "gatewayresponse.header."
    return {
        name.removeprefix(prefix): value.strip("'")
        for name, value in (rule.get("responseParameters") or {}).items()
        if name.startswith(prefix) and value.startswith("'")
    }


def rendered(rule: dict, message: str, request_id: str, path: str) -> str | None:
    """The body of the rule's JSON template with its variables filled in."""
    template = (rule.get("responseTemplates") or {}).get("application/json")
    if template is None or template == LOCALSTACKS_OWN:
        return None
    return (
        template.replace("$context.error.messageString", json.dumps(message))
        .replace("$context.error.message", message)
        .replace("$context.requestId", request_id)
        .replace("$context.path", path)
    )
