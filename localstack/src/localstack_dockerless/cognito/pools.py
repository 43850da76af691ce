"""The state: pools, their clients, groups, resource servers and users."""

import secrets
import string
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import RLock

from localstack_dockerless.cognito.clock import CLOCK
from localstack_dockerless.cognito.codes import (
    CONFIRMS_AN_HOUR,
    RESENDS_AN_HOUR,
    RESET_LIFE,
    RESETS_AN_HOUR,
    SIGN_UP_LIFE,
    Code,
    Window,
)
from localstack_dockerless.cognito.errors import error
from localstack_dockerless.cognito.lockout import Lockout
from localstack_dockerless.cognito.passwords import Password

UNCONFIRMED, CONFIRMED = "UNCONFIRMED", "CONFIRMED"
ALPHANUMERIC = string.ascii_lowercase + string.digits


@dataclass
class User:
    """One user; the address is kept as given and compared without case."""

    attributes: dict[str, str]
    password: Password
    status: str = UNCONFIRMED
    enabled: bool = True
    sub: str = field(default_factory=lambda: str(uuid.uuid4()))
    created: float = field(default_factory=lambda: CLOCK.now())
    modified: float = field(default_factory=lambda: CLOCK.now())
    groups: set[str] = field(default_factory=set)
    lockout: Lockout = field(default_factory=Lockout)
    sign_up_code: Code = field(default_factory=lambda: Code(SIGN_UP_LIFE))
    reset_code: Code = field(default_factory=lambda: Code(RESET_LIFE))
    confirms: Window = field(default_factory=lambda: Window(CONFIRMS_AN_HOUR))
    resends: Window = field(default_factory=lambda: Window(RESENDS_AN_HOUR))
    resets: Window = field(default_factory=lambda: Window(RESETS_AN_HOUR))

    def touch(self) -> None:
        self.modified = CLOCK.now()

    def all_attributes(self) -> dict[str, str]:
        return {"sub": self.sub, **self.attributes}


@dataclass
class Client:
    """One app client with its settings as given."""

    settings: dict
    id: str = field(
        default_factory=lambda: "".join(secrets.choice(ALPHANUMERIC) for _ in range(26))
    )
    secret: str | None = None
    created: float = field(default_factory=lambda: CLOCK.now())

    @property
    def hides_users(self) -> bool:
        return self.settings.get("PreventUserExistenceErrors") == "ENABLED"

    def seconds(self, setting: str, otherwise: int, unit: str) -> int:
        """A validity in seconds, by its own unit."""
        units = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
        name = setting.removesuffix("Validity")
        chosen = (self.settings.get("TokenValidityUnits") or {}).get(name, unit)
        return int(self.settings.get(setting) or otherwise) * units[chosen]


@dataclass
class Pool:
    """One user pool."""

    id: str
    arn: str
    settings: dict
    created: float = field(default_factory=lambda: CLOCK.now())
    users: dict[str, User] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    groups: dict[str, dict] = field(default_factory=dict)
    resource_servers: dict[str, dict] = field(default_factory=dict)
    lock: RLock = field(default_factory=RLock)

    @property
    def region(self) -> str:
        return self.id.split("_", 1)[0]

    @property
    def issuer(self) -> str:
        return f"https://cognito-idp.{self.region}.amazonaws.com/{self.id}"

    @property
    def password_policy(self) -> dict:
        return (self.settings.get("Policies") or {}).get("PasswordPolicy") or {}

    def find(self, username: str) -> User | None:
        """By sub or by address, whatever its case."""
        if user := self.users.get(username):
            return user
        wanted = username.lower()
        return next(
            (u for u in self.users.values() if u.attributes.get("email", "").lower() == wanted),
            None,
        )


class Pools:
    """All pools of the process."""

    def __init__(self) -> None:
        self._pools: dict[str, Pool] = {}

    def create(self, region: str, account: str, settings: dict) -> Pool:
        suffix = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(9))
        pool_id = f"{region}_{suffix}"
        arn = f"arn:aws:cognito-idp:{region}:{account}:userpool/{pool_id}"
        self._pools[pool_id] = Pool(pool_id, arn, settings)
        return self._pools[pool_id]

    def get(self, pool_id: str) -> Pool:
        if pool := self._pools.get(pool_id):
            return pool
        raise error("ResourceNotFoundException", f"User pool {pool_id} does not exist.")

    def delete(self, pool_id: str) -> None:
        pool = self.get(pool_id)
        if pool.settings.get("DeletionProtection") == "ACTIVE":
            raise error(
                "InvalidParameterException",
                "The user pool cannot be deleted because deletion protection is activated.",
            )
        del self._pools[pool_id]

    def of_client(self, client_id: str) -> tuple[Pool, Client]:
        for pool in self:
            if client := pool.clients.get(client_id):
                return pool, client
        raise error("ResourceNotFoundException", f"User pool client {client_id} does not exist.")

    def __iter__(self) -> Iterator[Pool]:
        return iter(list(self._pools.values()))


POOLS = Pools()
