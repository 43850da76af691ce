"""Lambda triggers of a pool, called synchronously through LocalStack's Lambda."""

import json
import logging
import time

from localstack.aws.connect import connect_to
from localstack.constants import INTERNAL_AWS_SECRET_ACCESS_KEY

from localstack_dockerless.cognito.errors import error
from localstack_dockerless.cognito.pools import Client, Pool, User

LOG = logging.getLogger(__name__)
ATTEMPTS = 3
PATIENCE_SECONDS = 5
PRINCIPAL = "cognito-idp.amazonaws.com"


def aws(pool: Pool):
    """Clients for the pool's own region and account."""
    return connect_to(
        region_name=pool.region,
        aws_access_key_id=pool.arn.split(":")[4],
        aws_secret_access_key=INTERNAL_AWS_SECRET_ACCESS_KEY,
    )


def custom_message(
    pool: Pool, client: Client, user: User, source: str, placeholder: str, metadata: dict
) -> tuple[str | None, str | None]:
    """Subject and body that the CustomMessage trigger chooses; None where it chooses nothing."""
    arn = (pool.settings.get("LambdaConfig") or {}).get("CustomMessage")
    if not arn:
        return None, None
    request = {
        "userAttributes": _attributes(user),
        "codeParameter": placeholder,
        "usernameParameter": None,
        "clientMetadata": metadata,
    }
    response = {"smsMessage": None, "emailMessage": None, "emailSubject": None}
    answer = _call(pool, client, user, arn, f"CustomMessage_{source}", "1", request, response)
    return answer.get("emailSubject"), answer.get("emailMessage")


def pre_token(pool: Pool, client: Client, user: User, source: str, scopes: list[str]) -> dict:
    """What the PreTokenGeneration trigger (V2_0) wants changed; empty without one."""
    config = (pool.settings.get("LambdaConfig") or {}).get("PreTokenGenerationConfig") or {}
    if not config.get("LambdaArn"):
        return {}
    request = {
        "userAttributes": _attributes(user),
        "groupConfiguration": {
            "groupsToOverride": sorted(user.groups),
            "iamRolesToOverride": [],
            "preferredRole": None,
        },
        "scopes": scopes,
    }
    response = {"claimsAndScopeOverrideDetails": None}
    answer = _call(
        pool, client, user, config["LambdaArn"], f"TokenGeneration_{source}", "2", request, response
    )
    return answer.get("claimsAndScopeOverrideDetails") or {}


def _attributes(user: User) -> dict[str, str]:
    return user.all_attributes() | {
        "email_verified": user.attributes.get("email_verified", "false"),
        "cognito:user_status": user.status,
    }


def _call(
    pool: Pool,
    client: Client,
    user: User,
    arn: str,
    source: str,
    version: str,
    request: dict,
    response: dict,
) -> dict:
    event = {
        "version": version,
        "triggerSource": source,
        "region": pool.region,
        "userPoolId": pool.id,
        "userName": user.sub,
        "callerContext": {"awsSdkVersion": "aws-sdk-unknown-unknown", "clientId": client.id},
        "request": request,
        "response": response,
    }
    functions = aws(pool).lambda_
    _refuse_without_permission(functions, arn, pool)
    for _ in range(ATTEMPTS):
        began = time.monotonic()
        result = functions.invoke(FunctionName=arn, Payload=json.dumps(event))
        payload = json.loads(result["Payload"].read())
        if time.monotonic() - began > PATIENCE_SECONDS:
            LOG.warning("The trigger %s took more than %s s; AWS gives up", arn, PATIENCE_SECONDS)
        if not result.get("FunctionError"):
            break
    else:
        name = source.split("_", 1)[0]
        raise error(
            "UserLambdaValidationException",
            f"{name} failed with error {payload.get('errorMessage')}.",
        )
    if not isinstance(payload, dict) or not isinstance(payload.get("response"), dict):
        raise error("InvalidLambdaResponseException", "Unrecognizable lambda output")
    return payload["response"]


def _refuse_without_permission(functions, arn: str, pool: Pool) -> None:
    name, _, qualifier = arn.split(":function:", 1)[1].partition(":")
    try:
        found = functions.get_policy(
            FunctionName=name, **({"Qualifier": qualifier} if qualifier else {})
        )
        statements = json.loads(found["Policy"])["Statement"]
    except functions.exceptions.ResourceNotFoundException:
        statements = []
    for statement in statements:
        principal = (statement.get("Principal") or {}).get("Service")
        sources = (statement.get("Condition") or {}).get("ArnLike") or {}
        source = sources.get("AWS:SourceArn") or sources.get("aws:SourceArn")
        if principal == PRINCIPAL and source in (None, pool.arn):
            return
    raise error(
        "UnexpectedLambdaException",
        f"{arn} cannot be invoked: its policy does not admit {PRINCIPAL} for this pool.",
    )
