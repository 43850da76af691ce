"""The mailbox of the stack, and waiting for what comes late."""

import base64
import json
import re
import time
import urllib.request
from collections.abc import Callable

PATIENCE_SECONDS = 90


class Mails:
    def __init__(self, url: str) -> None:
        self._url = url

    def find(self, address: str, pattern: str) -> str:
        """What the pattern's group is in the newest mail to the address that has it."""

        def look() -> str | None:
            with urllib.request.urlopen(self._url) as answer:
                messages = json.load(answer)["messages"]
            for message in reversed(messages):
                text = _decoded(json.dumps(message))
                if address in text:
                    body = _decoded(json.dumps(message.get("Body") or message.get("RawData") or ""))
                    found = re.search(pattern, body)
                    if found:
                        return found.group(1)
            return None

        return wait("a mail", look)

    def empty(self) -> None:
        with urllib.request.urlopen(urllib.request.Request(self._url, method="DELETE")):
            pass


def wait[T](what: str, look: Callable[[], T | None]) -> T:
    """What `look` finds in the end."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if found := look():
            return found
        # Mails and reports come when they come: only asking again tells.
        time.sleep(0.5)
    raise TimeoutError(f"{what} did not come within {PATIENCE_SECONDS} s")


def _decoded(text: str) -> str:
    """Raw mails: base64 parts read, soft line breaks joined; enough to find a link or a code."""
    text = text.replace("\\r\\n", "\n").replace("\\n", "\n").replace("=\n", "").replace("=3D", "=")
    parts = [text]
    for block in re.findall(r"(?:[A-Za-z0-9+/]{20,}={0,2}\n?){1,}", text):
        try:
            parts.append(base64.b64decode(block.replace("\n", "")).decode("utf-8"))
        except ValueError:
            continue
    return "\n".join(parts)
