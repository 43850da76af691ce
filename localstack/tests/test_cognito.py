"""The rules of user pools that need nothing of LocalStack but its exception class."""

import pytest
from localstack.aws.api import CommonServiceException

from localstack_dockerless.cognito import admin, passwords
from localstack_dockerless.cognito.clock import CLOCK
from localstack_dockerless.cognito.codes import Code, Window
from localstack_dockerless.cognito.lockout import Lockout
from localstack_dockerless.cognito.passwords import Password
from localstack_dockerless.cognito.pools import POOLS, User

POLICY = {
    "MinimumLength": 12,
    "RequireUppercase": True,
    "RequireLowercase": True,
    "RequireNumbers": True,
    "RequireSymbols": True,
}


@pytest.fixture(autouse=True)
def clock():
    CLOCK.offset_seconds = 0
    yield CLOCK
    CLOCK.offset_seconds = 0
    CLOCK.go_on()


def code_of(error) -> str:
    return error.value.code


def test_code_right_is_taken_once():
    code = Code(life_seconds=60)
    value = code.issue()
    code.redeem(value)
    with pytest.raises(CommonServiceException) as error:
        code.redeem(value)
    assert code_of(error) == "ExpiredCodeException"


def test_code_wrong_stays_alive():
    code = Code(life_seconds=60)
    value = code.issue()
    with pytest.raises(CommonServiceException) as error:
        code.redeem("000000" if value != "000000" else "000001")
    assert code_of(error) == "CodeMismatchException"
    code.redeem(value)


def test_code_expires_at_the_end_of_its_life(clock):
    code = Code(life_seconds=60)
    value = code.issue()
    clock.offset_seconds = 61
    with pytest.raises(CommonServiceException) as error:
        code.redeem(value)
    assert code_of(error) == "ExpiredCodeException"


def test_code_newer_replaces_older():
    code = Code(life_seconds=60)
    older = code.issue()
    newer = code.issue()
    if older != newer:
        with pytest.raises(CommonServiceException):
            code.redeem(older)
    code.redeem(newer)


def test_window_refuses_the_call_over_the_limit_until_an_hour_has_passed(clock):
    window = Window(limit=2)
    window.count()
    window.count()
    with pytest.raises(CommonServiceException) as error:
        window.count()
    assert code_of(error) == "LimitExceededException"
    clock.offset_seconds = 3601
    window.count()


def test_lockout_begins_with_the_fifth_failure_and_ends(clock):
    lockout = Lockout()
    for _ in range(4):
        lockout.failed()
    lockout.refuse_while_locked()
    lockout.failed()
    with pytest.raises(CommonServiceException) as error:
        lockout.refuse_while_locked()
    assert code_of(error) == "NotAuthorizedException"
    clock.offset_seconds = 2
    lockout.refuse_while_locked()


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("Correct-Horse-77!", None),
        ("Inner Space-77 a!", None),
        (" Edge-Space-77!", "InvalidParameterException"),
        ("Short-1!", "InvalidPasswordException"),
        ("alllowercase-77!", "InvalidPasswordException"),
        ("NoSymbolHere77§", "InvalidPasswordException"),
        ("Correct-Horse-77!\n", "InvalidParameterException"),
        ("A" * 257, "InvalidParameterException"),
    ],
)
def test_password_follows_the_policy_and_the_shape(password, code):
    if code is None:
        passwords.check(password, POLICY)
        return
    with pytest.raises(CommonServiceException) as error:
        passwords.check(password, POLICY)
    assert code_of(error) == code


def test_clock_stands_still_when_stopped_and_still_moves_by_its_offset(clock):
    clock.stop()
    held = clock.now()
    clock.stop()
    clock.offset_seconds = 7
    assert clock.now() == held + 7
    clock.go_on()
    assert not clock.stopped


@pytest.mark.parametrize(
    ("changes", "verified"),
    [
        ({"email": "new@example.org"}, "false"),
        ({"email": "new@example.org", "email_verified": "true"}, "true"),
        ({"email": "old@example.org"}, "true"),
        ({"locale": "fr"}, "true"),
    ],
)
def test_changed_address_is_unverified_unless_the_same_call_verifies_it(changes, verified):
    pool = POOLS.create("us-east-1", "000000000000", {})
    user = User({"email": "old@example.org", "email_verified": "true"}, Password("any"))
    pool.users[user.sub] = user
    admin.admin_update_user_attributes({
        "UserPoolId": pool.id,
        "Username": user.sub,
        "UserAttributes": [{"Name": name, "Value": value} for name, value in changes.items()],
    })
    assert user.attributes["email_verified"] == verified
    POOLS.delete(pool.id)
