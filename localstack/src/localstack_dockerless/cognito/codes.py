"""Mailed codes: six digits, one live code for each purpose, single use, limited tries an hour."""

import hmac
import secrets
from dataclasses import dataclass, field

from localstack_dockerless.cognito.clock import CLOCK
from localstack_dockerless.cognito.errors import error, limit_exceeded

HOUR = 3600
SIGN_UP_LIFE = 24 * HOUR
RESET_LIFE = HOUR
CONFIRMS_AN_HOUR = 15
RESENDS_AN_HOUR = 5
RESETS_AN_HOUR = 20  # documented as 5 to 20 by risk


@dataclass
class Window:
    """Counts calls in a sliding hour."""

    limit: int
    calls: list[float] = field(default_factory=list)

    def count(self) -> None:
        """Counts one call; refuses the one over the limit."""
        now = CLOCK.now()
        self.calls = [at for at in self.calls if at > now - HOUR]
        if len(self.calls) >= self.limit:
            raise limit_exceeded()
        self.calls.append(now)


@dataclass
class Code:
    """The live code of one purpose; a new one replaces it."""

    life_seconds: int
    value: str = ""
    issued_at: float = 0

    def issue(self) -> str:
        self.value = f"{secrets.randbelow(10**6):06d}"
        self.issued_at = CLOCK.now()
        return self.value

    def redeem(self, given: str) -> None:
        """Uses the code up; a wrong one leaves it alive."""
        if not self.value or CLOCK.now() >= self.issued_at + self.life_seconds:
            raise error(
                "ExpiredCodeException", "Invalid code provided, please request a code again."
            )
        if not hmac.compare_digest(self.value.encode(), given.encode()):
            raise error(
                "CodeMismatchException", "Invalid verification code provided, please try again."
            )
        self.value = ""
