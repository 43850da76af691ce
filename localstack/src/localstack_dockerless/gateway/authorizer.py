"""The Cognito authorizer of REST APIs."""

from datetime import UTC, datetime

from localstack.services.apigateway.next_gen.execute_api.gateway_response import UnauthorizedError

from localstack_dockerless.cognito import tokens

TYPE = "COGNITO_USER_POOLS"
DATES = {"exp", "iat"}  # auth_time stays a number


class CognitoAuthorizer:
    """A request handler: lets a request pass with the claims of its token, or refuses it."""

    def __call__(self, chain, context, response) -> None:
        method = context.resource_method
        if method.get("authorizationType") != TYPE:
            return
        authorizer = context.deployment.rest_api.authorizers[method["authorizerId"]]
        header = authorizer["identitySource"].removeprefix("method.request.header.")
        token = (context.invocation_request["headers"].get(header) or "").removeprefix("Bearer ")
        pools = {arn.rsplit("/", 1)[1] for arn in authorizer["providerARNs"]}
        claims = tokens.verified(token)
        if claims is None or not admitted(claims, pools, method.get("authorizationScopes") or []):
            raise UnauthorizedError("Unauthorized")
        context.context_variables["authorizer"] = {
            "claims": {name: written(name, value) for name, value in claims.items()}
        }


def admitted(claims: dict, pools: set[str], scopes: list[str]) -> bool:
    """As AWS: with scopes an access token with one of them passes, without scopes an ID token."""
    if claims.get("iss", "").rsplit("/", 1)[-1] not in pools:
        return False
    if not scopes:
        return claims.get("token_use") == "id"
    granted = set(claims.get("scope", "").split())
    return claims.get("token_use") == "access" and bool(granted & set(scopes))


def written(name: str, value: object) -> str:
    """Claims arrive in a function as strings: two times as dates, lists joined by commas."""
    if name in DATES:
        return datetime.fromtimestamp(value, UTC).strftime("%a %b %d %H:%M:%S UTC %Y")
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
