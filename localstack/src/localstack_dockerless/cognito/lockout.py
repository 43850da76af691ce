"""Failed sign-ins: from the fifth on each one locks the user for a doubling time."""

from dataclasses import dataclass

from localstack_dockerless.cognito.clock import CLOCK
from localstack_dockerless.cognito.errors import not_authorized

FREE_FAILURES = 5
LONGEST_SECONDS = 900


@dataclass
class Lockout:
    """The failures of one user; success or a quiet quarter of an hour clears them."""

    failures: int = 0
    last_failure: float = 0

    def refuse_while_locked(self) -> None:
        now = CLOCK.now()
        if now - self.last_failure >= LONGEST_SECONDS:
            self.failures = 0
        if self.failures >= FREE_FAILURES:
            delay = min(2 ** (self.failures - FREE_FAILURES), LONGEST_SECONDS)
            if now < self.last_failure + delay:
                raise not_authorized("Password attempts exceeded")

    def failed(self) -> None:
        self.failures += 1
        self.last_failure = CLOCK.now()

    def cleared(self) -> None:
        self.failures = 0
