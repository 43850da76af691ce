"""People with accounts."""

import json
import secrets
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal import Portal

PASSWORD = "Correct-Horse-77!"
DOMAIN = "outlet.example"
TOKEN_SECONDS = 600  # of the 900 that one lives
JSON = [("Content-Type", "application/json")]


class Person:
    """Somebody with an account, whose access token is renewed as it is used up or taken away; in
    the latter case after so many more uses as `spared` says.
    """

    def __init__(self, portal: "Portal", name: str, editor: bool = False, spared: int = 0) -> None:
        self.portal = portal
        self.editor = editor
        self.name = name
        self.cookie = ""
        self.offer = ""
        self._spared = spared
        self._dead_uses = 0
        self._dead = False
        self._lock = threading.Lock()
        self._join()

    def token(self) -> str:
        with self._lock:
            self._dead_uses += self._dead
            spent = self._dead and self._dead_uses > self._spared
            if spent or time.monotonic() - self._since > TOKEN_SECONDS:
                if not self._sign_in():
                    self._join()
            return self._token

    def lost(self, token: str) -> None:
        """This token no longer counts."""
        with self._lock:
            self._dead = self._dead or token == self._token

    def _join(self) -> None:
        self.address = f"{self.name}-{secrets.token_hex(5)}@{DOMAIN}"
        begun = self.portal.sign_up(self.address)
        code = self.portal.code(self.address)
        checked = self.portal.json("POST", f"/v1/verifications/{begun}/check", {"code": code})
        self.offer = checked["newsletterOffer"]["offer"]
        if self.editor:
            self.portal.make_editor(self.address)
        if not self._sign_in():
            raise SystemExit("A new account cannot sign in")

    def _sign_in(self) -> bool:
        form = json.dumps({"email": self.address, "password": PASSWORD}).encode()
        answer = self.portal.send("POST", "/v1/sessions", JSON, form)
        if answer.status != 201:
            return False
        self._token = json.loads(answer.body)["accessToken"]
        self._since = time.monotonic()
        self._dead, self._dead_uses = False, 0
        self.cookie = answer.by_name["set-cookie"].split(";")[0]
        return True
