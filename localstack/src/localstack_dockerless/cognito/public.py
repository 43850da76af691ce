"""The operations anybody with the client's id and secret may call."""

import base64
import hmac

from localstack_dockerless.cognito import mail, passwords, sign_in
from localstack_dockerless.cognito.errors import (
    error,
    invalid_parameter,
    not_authorized,
    user_not_found,
)
from localstack_dockerless.cognito.passwords import Password
from localstack_dockerless.cognito.pools import CONFIRMED, POOLS, UNCONFIRMED, Client, Pool, User
from localstack_dockerless.cognito.tokens import SESSIONS


def sign_up(request: dict) -> dict:
    pool, client = _client(request)
    address = request["Username"]
    name, at, domain = address.partition("@")
    if not (name and at and "." in domain):
        raise invalid_parameter("Username should be an email.")
    passwords.check(request["Password"], pool.password_policy)
    with pool.lock:
        if pool.find(address):
            raise error("UsernameExistsException", "User already exists")
        given = {a["Name"]: a.get("Value", "") for a in request.get("UserAttributes") or []}
        user = User(given | {"email": address}, Password(request["Password"]))
        pool.users[user.sub] = user
    code = user.sign_up_code.issue()
    mail.send_code(pool, client, user, "SignUp", code, request.get("ClientMetadata"))
    return {
        "UserConfirmed": False,
        "UserSub": user.sub,
        "CodeDeliveryDetails": mail.delivery(user, address),
    }


def resend_confirmation_code(request: dict) -> dict:
    pool, client = _client(request)
    user = pool.find(request["Username"])
    if user is None or not user.enabled:
        if client.hides_users:
            return {"CodeDeliveryDetails": mail.delivery(None, request["Username"])}
        raise user_not_found("Username/client id combination not found.")
    if user.status == CONFIRMED:
        raise invalid_parameter("User is already confirmed.")
    user.resends.count()
    code = user.sign_up_code.issue()
    mail.send_code(pool, client, user, "ResendCode", code, request.get("ClientMetadata"))
    return {"CodeDeliveryDetails": mail.delivery(user, request["Username"])}


def confirm_sign_up(request: dict) -> dict:
    pool, client = _client(request)
    user = pool.find(request["Username"])
    if user is None:
        raise _hidden_code_mismatch(client)
    with pool.lock:
        if user.status != UNCONFIRMED:
            raise not_authorized(f"User cannot be confirmed. Current status is {user.status}")
        user.confirms.count()
        user.sign_up_code.redeem(request["ConfirmationCode"])
        user.status = CONFIRMED
        if "email" in (pool.settings.get("AutoVerifiedAttributes") or []):
            user.attributes["email_verified"] = "true"
        user.touch()
    return {}


def forgot_password(request: dict) -> dict:
    pool, client = _client(request)
    user = pool.find(request["Username"])
    reachable = (
        user is not None and user.enabled and user.attributes.get("email_verified") == "true"
    )
    if not reachable:
        if client.hides_users:
            return {"CodeDeliveryDetails": mail.delivery(None, request["Username"])}
        if user is None:
            raise user_not_found("Username/client id combination not found.")
        raise invalid_parameter(
            "Cannot reset password for the user as there is no registered/verified email or"
            " phone_number"
        )
    user.resets.count()
    code = user.reset_code.issue()
    mail.send_code(pool, client, user, "ForgotPassword", code, request.get("ClientMetadata"))
    return {"CodeDeliveryDetails": mail.delivery(user, request["Username"])}


def confirm_forgot_password(request: dict) -> dict:
    pool, client = _client(request)
    user = pool.find(request["Username"])
    if user is None:
        raise _hidden_code_mismatch(client)
    with pool.lock:
        user.resets.count()
        passwords.check(request["Password"], pool.password_policy)
        user.reset_code.redeem(request["ConfirmationCode"])
        user.password = Password(request["Password"])
        user.lockout.cleared()
        user.touch()
    return {}


def initiate_auth(request: dict) -> dict:
    pool, client = POOLS.of_client(request["ClientId"])
    flow = request["AuthFlow"]
    sign_in.refuse_unless_enabled(client, flow)
    parameters = request.get("AuthParameters") or {}
    check_hash(client, parameters.get("USERNAME", ""), parameters.get("SECRET_HASH"))
    return sign_in.by_password(pool, client, parameters)


def get_tokens_from_refresh_token(request: dict) -> dict:
    pool, client = POOLS.of_client(request["ClientId"])
    _check_secret(client, request.get("ClientSecret"))
    family, fresh = SESSIONS.rotate(request["RefreshToken"], client)
    user = pool.find(family.sub)
    if user is None or not user.enabled:
        raise not_authorized("User is disabled.")
    return {
        "AuthenticationResult": sign_in.tokens(pool, client, user, family, fresh, "RefreshTokens")
    }


def revoke_token(request: dict) -> dict:
    _, client = POOLS.of_client(request["ClientId"])
    _check_secret(client, request.get("ClientSecret"))
    if client.settings.get("EnableTokenRevocation") is False:
        raise error("UnsupportedOperationException", "Token revocation is not enabled.")
    SESSIONS.revoke(request["Token"], client)
    return {}


def check_hash(client: Client, username: str, given: str | None) -> None:
    """SECRET_HASH = Base64(HMAC-SHA256(secret, username + client id)), the name as sent."""
    if client.secret is None:
        return
    if given is None:
        raise not_authorized(
            f"Client {client.id} is configured with secret but SECRET_HASH was not received"
        )
    digest = hmac.digest(client.secret.encode(), (username + client.id).encode(), "sha256")
    if not hmac.compare_digest(base64.b64encode(digest).decode(), given):
        raise not_authorized(f"Unable to verify secret hash for client {client.id}")


def _client(request: dict) -> tuple[Pool, Client]:
    pool, client = POOLS.of_client(request["ClientId"])
    check_hash(client, request["Username"], request.get("SecretHash"))
    return pool, client


def _check_secret(client: Client, given: str | None) -> None:
    if client.secret is not None and not hmac.compare_digest(client.secret, given or ""):
        raise not_authorized(f"Unable to verify secret for client {client.id}")


def _hidden_code_mismatch(client: Client) -> Exception:
    if client.hides_users:
        return error(
            "CodeMismatchException", "Invalid verification code provided, please try again."
        )
    return user_not_found("Username/client id combination not found.")
