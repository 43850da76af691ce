"""The two places where cases run: what differs is how time passes and who reads the mails."""

import json
import re
import time
import urllib.request

CODE = re.compile(r"\b\d{6}\b")


class NotHereError(Exception):
    """A step that this place cannot take; its text says why."""


class Emulator:
    """LocalStack with the extension: its clock stands still unless a case moves it."""

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        self._offset = 0

    def __enter__(self) -> "Emulator":
        self._set(stopped=True)
        return self

    def __exit__(self, *_) -> None:
        self._offset = 0
        self._set(stopped=False)

    def refuse(self, case: dict) -> str | None:
        """Why a case cannot run here."""
        return None

    def address(self, name: str) -> str:
        return f"{name}@example.org"

    def let_pass(self, seconds: int) -> None:
        self._offset += seconds
        self._set(stopped=True)

    def code(self, address: str) -> str:
        """The code in the newest mail to an address."""
        return CODE.search(json.dumps(self._mails(address)[-1]["Body"]))[0]

    def count_mails(self, address: str) -> int:
        return len(self._mails(address))

    def _mails(self, address: str) -> list[dict]:
        mails = json.loads(self._ask("GET", "/_aws/ses"))["messages"]
        return [m for m in mails if address in (m.get("Destination") or {}).get("ToAddresses", [])]

    def _set(self, stopped: bool) -> None:
        body = {"offsetSeconds": self._offset, "stopped": stopped}
        self._ask("PUT", "/_aws/cognito-idp/clock", json.dumps(body).encode())

    def _ask(self, method: str, path: str, body: bytes | None = None) -> bytes:
        request = urllib.request.Request(self.endpoint + path, body, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read()


class Aws:
    """A real pool: short waits are waited; codes are read by whoever owns the mailbox.

    Without a mailbox mails go to SES's simulator, which takes all of them, and cases that need a
    code are left out.
    """

    endpoint = None
    SIMULATOR = "success+{}@simulator.amazonses.com"

    def __init__(self, mailbox: str | None) -> None:
        self._mailbox = mailbox

    def __enter__(self) -> "Aws":
        return self

    def __exit__(self, *_) -> None:
        """Nothing was changed but the pool."""

    def refuse(self, case: dict) -> str | None:
        if "notAtAws" in case:
            return case["notAtAws"]
        if not self._mailbox and any("code" in step for step in case["steps"]):
            return "it needs a mailed code: set CONTRACT_MAILBOX, for example me+{}@example.org"
        return None

    def address(self, name: str) -> str:
        return (self._mailbox or self.SIMULATOR).format(name)

    def let_pass(self, seconds: int) -> None:
        time.sleep(seconds)

    def code(self, address: str) -> str:
        return input(f"The code in the newest mail to {address}: ").strip()

    def count_mails(self, address: str) -> int:
        raise NotHereError("mails are not counted here")
