"""Tokens: RS256 access and ID tokens, rotating refresh tokens in families."""

import secrets
import uuid
from dataclasses import dataclass, field

from joserfc import jwk, jwt
from joserfc.errors import JoseError

from localstack_dockerless.cognito.clock import CLOCK
from localstack_dockerless.cognito.errors import error, not_authorized
from localstack_dockerless.cognito.pools import Client, Pool, User

ADMIN_SCOPE = "aws.cognito.signin.user.admin"
KEY = jwk.RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256", "kid": str(uuid.uuid4())})
# A real refresh token has about 1 800 characters: whoever keeps it must have the room.
REFRESH_TOKEN_BYTES = 1350


def key_set() -> dict:
    """The public keys, as `/.well-known/jwks.json` shows them."""
    return {"keys": [KEY.as_dict(private=False)]}


@dataclass
class Family:
    """Everything that one sign-in has led to: its refresh tokens and the tokens made from them."""

    pool_id: str
    client_id: str
    sub: str
    auth_time: int
    expires: float
    origin_jti: str = field(default_factory=lambda: str(uuid.uuid4()))
    revoked: bool = False
    rotated: dict[str, float] = field(default_factory=dict)


class Sessions:
    """All families, found by any of their refresh tokens or by their origin."""

    def __init__(self) -> None:
        self._by_token: dict[str, Family] = {}
        self._by_origin: dict[str, Family] = {}

    def begin(self, pool: Pool, client: Client, user: User) -> tuple[Family, str]:
        """A new family and its first refresh token."""
        life = client.seconds("RefreshTokenValidity", 30, "days")
        now = CLOCK.now()
        family = Family(pool.id, client.id, user.sub, int(now), now + life)
        self._by_origin[family.origin_jti] = family
        return family, self._add(family)

    def rotate(self, token: str, client: Client) -> tuple[Family, str | None]:
        """The family of a refresh token and the next token, if the client rotates."""
        family = self._by_token.get(token)
        if family is None or family.client_id != client.id:
            raise not_authorized("Invalid Refresh Token")
        now = CLOCK.now()
        if family.revoked:
            raise not_authorized("Refresh Token has been revoked")
        if now >= family.expires:
            raise not_authorized("Refresh Token has expired")
        rotation = client.settings.get("RefreshTokenRotation") or {}
        if rotation.get("Feature") != "ENABLED":
            return family, None
        grace = int(rotation.get("RetryGracePeriodSeconds") or 0)
        rotated_at = family.rotated.get(token)
        if rotated_at is not None and now >= rotated_at + grace:
            raise error("RefreshTokenReuseException", "Refresh token reuse detected.")
        family.rotated.setdefault(token, now)
        return family, self._add(family)

    def revoke(self, token: str, client: Client) -> None:
        """Ends the family of a token of this client; an unknown token is no error."""
        family = self._by_token.get(token)
        if family and family.client_id == client.id:
            family.revoked = True

    def end_all(self, pool: Pool, user: User) -> None:
        """Global sign-out."""
        for family in self._by_origin.values():
            if family.pool_id == pool.id and family.sub == user.sub:
                family.revoked = True

    def revoked(self, origin_jti: str) -> bool:
        family = self._by_origin.get(origin_jti)
        return family is None or family.revoked

    def _add(self, family: Family) -> str:
        token = secrets.token_urlsafe(REFRESH_TOKEN_BYTES)
        self._by_token[token] = family
        return token


SESSIONS = Sessions()


def access_claims(pool: Pool, client: Client, user: User, family: Family) -> dict:
    now = int(CLOCK.now())
    claims = {
        "sub": user.sub,
        "iss": pool.issuer,
        "client_id": client.id,
        "origin_jti": family.origin_jti,
        "event_id": str(uuid.uuid4()),
        "token_use": "access",
        "scope": ADMIN_SCOPE,
        "auth_time": family.auth_time,
        "exp": now + client.seconds("AccessTokenValidity", 1, "hours"),
        "iat": now,
        "jti": str(uuid.uuid4()),
        "username": user.sub,
    }
    return claims | ({"cognito:groups": sorted(user.groups)} if user.groups else {})


def id_claims(pool: Pool, client: Client, user: User, family: Family) -> dict:
    now = int(CLOCK.now())
    readable = set(client.settings.get("ReadAttributes") or user.attributes)
    claims = {name: value for name, value in user.attributes.items() if name in readable}
    claims |= {
        "sub": user.sub,
        "email_verified": user.attributes.get("email_verified") == "true",
        "iss": pool.issuer,
        "cognito:username": user.sub,
        "origin_jti": family.origin_jti,
        "aud": client.id,
        "event_id": str(uuid.uuid4()),
        "token_use": "id",
        "auth_time": family.auth_time,
        "exp": now + client.seconds("IdTokenValidity", 1, "hours"),
        "iat": now,
        "jti": str(uuid.uuid4()),
    }
    return claims | ({"cognito:groups": sorted(user.groups)} if user.groups else {})


def sign(claims: dict) -> str:
    return jwt.encode({"alg": "RS256", "kid": KEY.kid}, claims, KEY, algorithms=["RS256"])


def verified(token: str) -> dict | None:
    """The claims of a token that we signed and that has not expired; else nothing."""
    try:
        claims = jwt.decode(token, KEY, algorithms=["RS256"]).claims
    except (JoseError, ValueError, UnicodeDecodeError):
        return None
    return claims if claims.get("exp", 0) > CLOCK.now() else None
