"""Password policy as the server applies it, and the stored form."""

import hashlib
import hmac
import re
import secrets

from localstack_dockerless.cognito.errors import error, invalid_parameter

SYMBOLS = set("^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ")
SHAPE = re.compile(r"^[\S]+.*[\S]+$")
LONGEST = 256


def check(password: str, policy: dict) -> None:
    """Refuses a password outside the server's own shape or the pool's policy."""
    if len(password) > LONGEST or not SHAPE.fullmatch(password):
        raise invalid_parameter(
            "1 validation error detected: Value at 'password' failed to satisfy constraint:"
            f" Member must satisfy regular expression pattern: {SHAPE.pattern}"
        )
    rules = [
        (len(password) >= policy.get("MinimumLength", 8), "Password not long enough"),
        (
            not policy.get("RequireUppercase") or re.search("[A-Z]", password),
            "Password must have uppercase characters",
        ),
        (
            not policy.get("RequireLowercase") or re.search("[a-z]", password),
            "Password must have lowercase characters",
        ),
        (
            not policy.get("RequireNumbers") or re.search("[0-9]", password),
            "Password must have numeric characters",
        ),
        (
            not policy.get("RequireSymbols") or SYMBOLS & set(password),
            "Password must have symbol characters",
        ),
    ]
    for kept, complaint in rules:
        if not kept:
            raise error(
                "InvalidPasswordException", f"Password did not conform with policy: {complaint}"
            )


class Password:
    """Salted and stretched, so that not even a dump of the emulator shows it."""

    def __init__(self, plain: str) -> None:
        self._salt = secrets.token_bytes(16)
        self._digest = self._stretch(plain)

    def matches(self, plain: str) -> bool:
        return hmac.compare_digest(self._digest, self._stretch(plain))

    def _stretch(self, plain: str) -> bytes:
        return hashlib.pbkdf2_hmac("sha256", plain.encode(), self._salt, 1000)
