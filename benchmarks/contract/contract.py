"""docs/openapi.yaml: its operations, and what of an answer is not as they say."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import jsonschema_rs
import yaml

CORS = {
    "access-control-allow-origin",
    "access-control-expose-headers",
    "access-control-allow-credentials",
}
CARRIED = {
    "connection",
    "content-length",
    "content-type",
    "date",
    "server",
    "transfer-encoding",
    "vary",
    "x-amz-apigw-id",
    "x-amzn-errortype",
    "x-amzn-remapped-content-length",
    "x-amzn-remapped-date",
    "x-amzn-requestid",
    "x-amzn-trace-id",
    "x-localstack",
}


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def by_name(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers}

    @property
    def by_gateway(self) -> bool:
        """Made by the gateway itself, from the template's gateway responses."""
        return "x-amzn-errortype" in self.by_name


@dataclass(frozen=True)
class Operation:
    """One route of the contract."""

    method: str
    path: str
    definition: dict
    parameters: list[dict]
    _validators: dict = field(default_factory=dict, repr=False, compare=False)

    @property
    def id(self) -> str:
        return self.definition["operationId"]

    @property
    def takes_token(self) -> bool:
        return {"account": []} in self.definition["security"]

    @property
    def for_editors(self) -> bool:
        return self.takes_token and "/editor/" in self.path

    @property
    def takes_body(self) -> bool:
        return "requestBody" in self.definition

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


class Contract:
    """The whole document."""

    def __init__(self, path: Path) -> None:
        document = yaml.safe_load(path.read_text())
        self._document = document
        parts = _parts(document["components"]["schemas"])
        self._components = {
            "schemas": {
                name: _closed(schema, part=name in parts)
                for name, schema in document["components"]["schemas"].items()
            }
        }
        self._of_every_answer = {name.lower() for name in document["x-headers-of-every-answer"]}
        self.operations = [
            Operation(
                method.upper(),
                path,
                definition,
                [self._resolved(parameter) for parameter in definition.get("parameters", [])],
            )
            for path, methods in document["paths"].items()
            for method, definition in methods.items()
        ]

    def faults(self, operation: Operation, answer: Answer) -> list[str]:
        """What is not as the contract says, each in a few words that do not quote the answer."""
        if answer.status >= 500:
            return [f"status {answer.status}"]
        described = operation.definition["responses"].get(str(answer.status))
        if described is None:
            return [f"status {answer.status} is not in the contract{_code(answer)}"]
        response = self._resolved(described)
        return [
            *self._header_faults(response, answer),
            *self._body_faults(operation, response, answer),
        ]

    def _header_faults(self, response: dict, answer: Answer) -> list[str]:
        faults = []
        headers = answer.by_name
        described = {name.lower(): rule for name, rule in response.get("headers", {}).items()}
        if not answer.by_gateway:
            missing = self._of_every_answer - headers.keys()
            faults += [f"{answer.status} lacks the header {name}" for name in sorted(missing)]
        known = set(described) | self._of_every_answer | CORS | CARRIED
        faults += [
            f"{answer.status} has the header {name}, which is not in the contract"
            for name in sorted(headers.keys() - known)
        ]
        for name, rule in described.items():
            if name in headers and not self._valid(self._resolved(rule)["schema"], headers[name]):
                faults.append(f"{answer.status} has a header {name} of another form")
        if answer.status in (429, 503) and "retry-after" not in headers:
            faults.append(f"{answer.status} lacks the header retry-after")
        return faults

    def _body_faults(self, operation: Operation, response: dict, answer: Answer) -> list[str]:
        content = response.get("content")
        if operation.method == "HEAD" or content is None:
            return [f"{answer.status} has a body"] if answer.body else []
        media = answer.by_name.get("content-type", "").split(";")[0].strip().lower()
        if media not in content:
            return [f"{answer.status} is of type {media or 'none'}"]
        schema = content[media]["schema"]
        if not media.endswith("json"):
            return []
        try:
            body = json.loads(answer.body)
        except ValueError:
            return [f"{answer.status} has a body that is not JSON"]
        faults = [
            f"{answer.status}{_code(answer)}: /{'/'.join(map(str, error.instance_path))} breaks "
            f"{'/'.join(map(str, error.schema_path))[-80:]}"
            for error in self._validator(schema).iter_errors(body)
        ]
        if media == "application/problem+json" and body.get("status") != answer.status:
            faults.append(f"{answer.status} says {body.get('status')} in its body")
        return faults

    def _valid(self, schema: dict, value: object) -> bool:
        return self._validator(schema).is_valid(value)

    def _validator(self, schema: dict):
        key = json.dumps(schema, sort_keys=True)
        found = _VALIDATORS.get((id(self), key))
        if found is None:
            whole = {"components": self._components, **_closed(schema)}
            found = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
            _VALIDATORS[id(self), key] = found
        return found

    def _resolved(self, node: dict) -> dict:
        while "$ref" in node:
            target = self._document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        return node


_VALIDATORS: dict = {}


def _code(answer: Answer) -> str:
    try:
        code = json.loads(answer.body).get("code")
    except (ValueError, AttributeError):
        code = None
    return f" ({code})" if isinstance(code, str) else ""


def _closed(node: object, part: bool = False) -> object:
    """For us, not for clients: a member that the contract does not name is a fault.

    Parts of an `allOf` stay open; the whole is closed.
    """
    if isinstance(node, list):
        return [_closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    closed = {
        name: [_closed(item, part=True) for item in value]
        if name == "allOf" and isinstance(value, list)
        else _closed(value)
        for name, value in node.items()
    }
    an_object = node.get("type") == "object" and "properties" in node
    whole = not part and (an_object or "allOf" in node or "$ref" in node)
    if whole and "additionalProperties" not in node:
        closed["unevaluatedProperties"] = False
    return closed


def _parts(node: object) -> set[str]:
    """Names of the schemas that others are composed of."""
    if isinstance(node, list):
        return set().union(*map(_parts, node))
    if not isinstance(node, dict):
        return set()
    own = {part["$ref"].rsplit("/", 1)[1] for part in node.get("allOf", []) if "$ref" in part}
    return own.union(*map(_parts, node.values()))
