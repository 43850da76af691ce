"""A deployed stack as anybody may call it: its outputs, its API, and on a laptop its mails."""

import json
import os
import re
import shlex
import subprocess
import urllib.error
import urllib.request
from dataclasses import dataclass
from email import message_from_string, policy
from email.message import Message
from pathlib import Path


class FailedError(Exception):
    """A step that did not end as it must; the message says what came instead."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Message
    body: bytes

    def json(self) -> dict:
        try:
            return json.loads(self.body)
        except ValueError:
            return {}

    def expect(self, status: int) -> "Answer":
        """This answer if it has the status; else what it was."""
        if self.status != status:
            problem = self.json()
            said = f"{problem.get('code', self.body[:200].decode(errors='replace'))}"
            trace = f", trace id {problem['traceId']}" if "traceId" in problem else ""
            raise FailedError(f"answer {self.status} instead of {status}: {said}{trace}")
        return self


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer like any other."""

    def redirect_request(self, *_: object) -> None:
        return None


class Api:
    """The stack's API, at the address that it was given or at the gateway's own."""

    def __init__(self, public: str, base: str) -> None:
        self._public = public
        self._base = base
        self._opener = urllib.request.build_opener(NoRedirects)
        self.token = ""

    def call(self, method: str, path: str, body: dict | None = None, **headers: str) -> Answer:
        """Calls a path, or an address that the API told."""
        url = path.replace(self._public, self._base, 1) if "://" in path else self._base + path
        sent = {"Accept-Language": "en"} | {k.replace("_", "-"): v for k, v in headers.items()}
        if self.token and url.startswith(self._base):
            sent["Authorization"] = f"Bearer {self.token}"
        data = None
        if body is not None:
            sent["Content-Type"] = "application/json"
            data = json.dumps(body).encode()
        request = urllib.request.Request(url, data, sent, method=method)
        try:
            with self._opener.open(request, timeout=60) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as answer:
            return Answer(answer.code, answer.headers, answer.read())
        except OSError as error:
            raise FailedError(f"{method} {url.split('?')[0]}: {error}") from error


def outputs_of_file(path: Path) -> dict[str, str]:
    """The stack's outputs, as `make up` writes them."""
    try:
        return json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise FailedError(f"The outputs in {path}: {error}") from error


def outputs_of_stack(name: str, region: str | None) -> dict[str, str]:
    """The stack's outputs, from CloudFormation."""
    command = [*shlex.split(os.environ.get("AWS_CLI", "aws")), "cloudformation", "describe-stacks"]
    command += ["--stack-name", name, "--output", "json"]
    command += ["--region", region] if region else []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise FailedError(f"The outputs of {name}: {done.stderr.strip()}")
    outputs = json.loads(done.stdout)["Stacks"][0].get("Outputs", [])
    return {output["OutputKey"]: output["OutputValue"] for output in outputs}


def mailed(mailbox: str, address: str) -> list[str]:
    """The texts of all mails to an address in LocalStack's mailbox."""
    with urllib.request.urlopen(mailbox, timeout=60) as answer:
        mails = json.load(answer)["messages"]
    texts = []
    for mail in mails:
        if raw := mail.get("RawData"):
            message = message_from_string(raw, policy=policy.default)
            part = message.get_body(("plain", "html"))
            to, text = str(message["To"]), part.get_content() if part else ""
        else:
            to, body = str(mail["Destination"]), mail["Body"]
            text = body.get("text_part") or body.get("html_part") or ""
        if address.lower() in to.lower():
            texts.append(re.sub("<[^>]*>", " ", text))
    return texts
