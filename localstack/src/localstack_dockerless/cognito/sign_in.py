"""Sign-in by password, and the tokens it gives."""

from localstack_dockerless.cognito import tokens as token_module
from localstack_dockerless.cognito import triggers
from localstack_dockerless.cognito.errors import error, invalid_parameter, not_authorized
from localstack_dockerless.cognito.pools import UNCONFIRMED, Client, Pool, User
from localstack_dockerless.cognito.tokens import SESSIONS, Family, access_claims, id_claims, sign

FLOWS = {
    "ADMIN_USER_PASSWORD_AUTH": "ALLOW_ADMIN_USER_PASSWORD_AUTH",
    "USER_PASSWORD_AUTH": "ALLOW_USER_PASSWORD_AUTH",
}


def refuse_unless_enabled(client: Client, flow: str) -> None:
    if FLOWS.get(flow) not in (client.settings.get("ExplicitAuthFlows") or []):
        raise invalid_parameter(f"Auth flow {flow} not enabled for this client")


def by_password(pool: Pool, client: Client, parameters: dict) -> dict:
    """The tokens of a user who proves the password; one refusal for wrong and unknown alike."""
    user = pool.find(parameters.get("USERNAME", ""))
    if user is None:
        if client.hides_users:
            raise not_authorized("Incorrect username or password.")
        raise error("UserNotFoundException", "User does not exist.")
    with pool.lock:
        user.lockout.refuse_while_locked()
        if not user.password.matches(parameters.get("PASSWORD", "")):
            user.lockout.failed()
            raise not_authorized("Incorrect username or password.")
        if not user.enabled:
            raise not_authorized("User is disabled.")
        if user.status == UNCONFIRMED:
            raise error("UserNotConfirmedException", "User is not confirmed.")
        user.lockout.cleared()
    family, refresh = SESSIONS.begin(pool, client, user)
    return {
        "ChallengeParameters": {},
        "AuthenticationResult": tokens(pool, client, user, family, refresh, "Authentication"),
    }


def tokens(
    pool: Pool, client: Client, user: User, family: Family, refresh: str | None, source: str
) -> dict:
    """Access and ID token as the PreTokenGeneration trigger wants them, and the refresh token."""
    access = access_claims(pool, client, user, family)
    identity = id_claims(pool, client, user, family)
    details = triggers.pre_token(pool, client, user, source, access["scope"].split())
    _override(access, details.get("accessTokenGeneration") or {})
    _override(identity, details.get("idTokenGeneration") or {})
    result = {
        "AccessToken": sign(access),
        "IdToken": sign(identity),
        "ExpiresIn": access["exp"] - access["iat"],
        "TokenType": "Bearer",
    }
    return result | ({"RefreshToken": refresh} if refresh else {})


def caller(pools, access_token: str) -> tuple[Pool, User]:
    """Whom an access token speaks for, for Cognito's own calls: it must carry Cognito's scope."""
    claims = token_module.verified(access_token)
    if claims is None or claims.get("token_use") != "access":
        raise not_authorized("Invalid Access Token")
    pool = pools.get(claims["iss"].rsplit("/", 1)[1])
    user = pool.find(claims["sub"])
    if user is None or SESSIONS.revoked(claims["origin_jti"]):
        raise not_authorized("Access Token has been revoked")
    if token_module.ADMIN_SCOPE not in claims.get("scope", "").split():
        raise not_authorized("Access Token does not have required scopes")
    return pool, user


def _override(claims: dict, wanted: dict) -> None:
    if "scope" in claims:
        dropped = set(wanted.get("scopesToSuppress") or [])
        kept = [scope for scope in claims["scope"].split() if scope not in dropped]
        added = [scope for scope in wanted.get("scopesToAdd") or [] if scope not in kept]
        claims["scope"] = " ".join(kept + added)
    for name in wanted.get("claimsToSuppress") or []:
        claims.pop(name, None)
    claims.update(wanted.get("claimsToAddOrOverride") or {})
