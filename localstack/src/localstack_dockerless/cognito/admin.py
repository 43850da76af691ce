"""The operations that need IAM rights, and those of a signed-in user."""

import re
from datetime import UTC, datetime

from localstack_dockerless.cognito import passwords, public, sign_in
from localstack_dockerless.cognito.errors import (
    error,
    invalid_parameter,
    not_authorized,
    not_implemented,
    user_not_found,
)
from localstack_dockerless.cognito.passwords import Password
from localstack_dockerless.cognito.pools import CONFIRMED, POOLS, Pool, User
from localstack_dockerless.cognito.tokens import SESSIONS

FILTER = re.compile(r'^\s*(?P<name>[\w:]+)\s*(?P<operator>=|\^=)\s*"(?P<value>[^"]*)"\s*$')


def admin_initiate_auth(request: dict) -> dict:
    pool, client = POOLS.of_client(request["ClientId"])
    if pool.id != request["UserPoolId"]:
        raise error("ResourceNotFoundException", "User pool client does not exist.")
    sign_in.refuse_unless_enabled(client, request["AuthFlow"])
    parameters = request.get("AuthParameters") or {}
    public.check_hash(client, parameters.get("USERNAME", ""), parameters.get("SECRET_HASH"))
    return sign_in.by_password(pool, client, parameters)


def admin_get_user(request: dict) -> dict:
    _, user = _user(request)
    return {**_shown(user), "UserAttributes": _attributes(user)}


def admin_delete_user(request: dict) -> dict:
    pool, user = _user(request)
    SESSIONS.end_all(pool, user)
    del pool.users[user.sub]
    return {}


def admin_update_user_attributes(request: dict) -> dict:
    pool, user = _user(request)
    changes = {a["Name"]: a.get("Value", "") for a in request["UserAttributes"]}
    _change(pool, user, changes)
    return {}


def admin_set_user_password(request: dict) -> dict:
    pool, user = _user(request)
    passwords.check(request["Password"], pool.password_policy)
    user.password = Password(request["Password"])
    user.status = CONFIRMED if request.get("Permanent") else "FORCE_CHANGE_PASSWORD"
    user.touch()
    return {}


def admin_user_global_sign_out(request: dict) -> dict:
    SESSIONS.end_all(*_user(request))
    return {}


def admin_disable_user(request: dict) -> dict:
    pool, user = _user(request)
    user.enabled = False
    SESSIONS.end_all(pool, user)
    return {}


def admin_enable_user(request: dict) -> dict:
    _, user = _user(request)
    user.enabled = True
    return {}


def admin_add_user_to_group(request: dict) -> dict:
    pool, user = _user(request)
    _group(pool, request["GroupName"])
    user.groups.add(request["GroupName"])
    return {}


def admin_remove_user_from_group(request: dict) -> dict:
    pool, user = _user(request)
    _group(pool, request["GroupName"])
    user.groups.discard(request["GroupName"])
    return {}


def list_users(request: dict) -> dict:
    pool = POOLS.get(request["UserPoolId"])
    users = sorted(pool.users.values(), key=lambda user: (user.created, user.sub))
    if text := request.get("Filter"):
        users = [user for user in users if _matches(user, text)]
    limit = min(int(request.get("Limit") or 60), 60)
    first = int(request.get("PaginationToken") or 0)
    page = users[first : first + limit]
    answer = {"Users": [{**_shown(user), "Attributes": _attributes(user)} for user in page]}
    if first + limit < len(users):
        answer["PaginationToken"] = str(first + limit)
    return answer


def get_user(request: dict) -> dict:
    _, user = sign_in.caller(POOLS, request["AccessToken"])
    return {"Username": user.sub, "UserAttributes": _attributes(user)}


def change_password(request: dict) -> dict:
    pool, user = sign_in.caller(POOLS, request["AccessToken"])
    if not user.password.matches(request["PreviousPassword"]):
        raise not_authorized("Incorrect username or password.")
    passwords.check(request["ProposedPassword"], pool.password_policy)
    user.password = Password(request["ProposedPassword"])
    user.touch()
    return {}


def update_user_attributes(request: dict) -> dict:
    pool, user = sign_in.caller(POOLS, request["AccessToken"])
    changes = {a["Name"]: a.get("Value", "") for a in request["UserAttributes"]}
    if {"email", "email_verified"} & set(changes):
        raise not_implemented("UpdateUserAttributes of an address (Cognito mails a code to it)")
    _change(pool, user, changes)
    return {"CodeDeliveryDetailsList": []}


def global_sign_out(request: dict) -> dict:
    SESSIONS.end_all(*sign_in.caller(POOLS, request["AccessToken"]))
    return {}


def _change(pool: Pool, user: User, changes: dict[str, str]) -> None:
    address = changes.get("email")
    with pool.lock:
        if address and (other := pool.find(address)) and other is not user:
            raise error("AliasExistsException", "An account with the given email already exists.")
        if address and address != user.attributes.get("email"):
            # Only who says so in the same call changes to an address that counts as verified.
            user.attributes["email_verified"] = "false"
        user.attributes.update(changes)
        user.touch()


def _user(request: dict) -> tuple[Pool, User]:
    pool = POOLS.get(request["UserPoolId"])
    user = pool.find(request["Username"])
    if user is None:
        raise user_not_found()
    return pool, user


def _group(pool: Pool, name: str) -> dict:
    if name not in pool.groups:
        raise error("ResourceNotFoundException", "Group not found.")
    return pool.groups[name]


def _shown(user: User) -> dict:
    return {
        "Username": user.sub,
        "UserCreateDate": datetime.fromtimestamp(user.created, UTC),
        "UserLastModifiedDate": datetime.fromtimestamp(user.modified, UTC),
        "Enabled": user.enabled,
        "UserStatus": user.status,
    }


def _attributes(user: User) -> list[dict]:
    return [{"Name": name, "Value": value} for name, value in user.all_attributes().items()]


def _matches(user: User, text: str) -> bool:
    parsed = FILTER.match(text)
    if not parsed:
        raise invalid_parameter("Error while parsing filter")
    name = parsed["name"]
    if name in ("cognito:user_status", "status"):
        actual = user.status
    else:
        actual = user.all_attributes().get("sub" if name == "username" else name, "")
    if parsed["operator"] == "^=":
        return actual.startswith(parsed["value"])
    return actual == parsed["value"]
