"""What the gateway lets pass and what it answers itself."""

import pytest

from localstack_dockerless.gateway.authorizer import admitted, written
from localstack_dockerless.gateway.mends import merged_headers
from localstack_dockerless.gateway.responses import rendered, rule_for, static_headers

POOL = "us-east-1_abc"
ISSUER = f"https://cognito-idp.us-east-1.amazonaws.com/{POOL}"


@pytest.mark.parametrize(
    ("claims", "scopes", "passes"),
    [
        ({"token_use": "access", "scope": "a/user"}, ["a/user"], True),
        ({"token_use": "access", "scope": "a/other"}, ["a/user"], False),
        ({"token_use": "id"}, ["a/user"], False),
        ({"token_use": "id"}, [], True),
        ({"token_use": "access", "scope": "a/user"}, [], False),
    ],
)
def test_authorizer_takes_access_tokens_with_scopes_and_id_tokens_without(claims, scopes, passes):
    assert admitted({"iss": ISSUER, **claims}, {POOL}, scopes) is passes


def test_authorizer_refuses_another_pool():
    assert not admitted({"iss": ISSUER, "token_use": "id"}, {"us-east-1_xyz"}, [])


def test_claims_arrive_as_strings():
    assert written("email_verified", True) == "true"
    assert written("cognito:groups", ["a", "b"]) == "a,b"
    assert written("auth_time", 1469818373) == "1469818373"


@pytest.mark.parametrize("name", ["exp", "iat"])
def test_times_of_a_token_arrive_as_dates(name):
    assert written(name, 1469818373) == "Fri Jul 29 18:52:53 UTC 2016"


def test_gateway_response_falls_back_to_its_class():
    rules = {"DEFAULT_4XX": {"x": 1}, "THROTTLED": {"x": 2}}
    assert rule_for("THROTTLED", 429, rules) == {"x": 2}
    assert rule_for("UNAUTHORIZED", 401, rules) == {"x": 1}
    assert rule_for("INTEGRATION_FAILURE", 504, rules) is None


def test_gateway_response_fills_in_its_variables():
    rule = {"responseTemplates": {"application/json": '{"id":"$context.requestId"}'}}
    assert rendered(rule, "no", "r-1", "/v1") == '{"id":"r-1"}'


def test_gateway_response_keeps_static_headers_only():
    rule = {
        "responseParameters": {
            "gatewayresponse.header.A": "'fixed'",
            "gatewayresponse.header.B": "method.request.header.B",
        }
    }
    assert static_headers(rule) == {"A": "fixed"}


def test_multi_value_header_replaces_the_single_one():
    answer = {"headers": {"A": "1", "b": "2"}, "multiValueHeaders": {"B": ["3", "4"]}}
    assert merged_headers(answer) == {"A": "1", "B": ["3", "4"]}
