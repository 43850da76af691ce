"""AWS::Cognito::UserPool, UserPoolClient, UserPoolGroup and UserPoolResourceServer."""

from localstack.services.cloudformation import provider_utils as names
from localstack.services.cloudformation.resource_provider import ResourceRequest

from localstack_dockerless.cloudformation.base import PlainProvider, schema

POOL = {
    "UserPoolName", "UserPoolTier", "DeletionProtection", "UsernameAttributes",
    "UsernameConfiguration", "AutoVerifiedAttributes", "AliasAttributes", "Policies", "Schema",
    "MfaConfiguration", "LambdaConfig", "EmailConfiguration", "AccountRecoverySetting",
    "UserAttributeUpdateSettings", "AdminCreateUserConfig", "UserPoolTags",
}  # fmt: skip
CLIENT = {
    "UserPoolId", "ClientName", "GenerateSecret", "RefreshTokenValidity", "AccessTokenValidity",
    "IdTokenValidity", "TokenValidityUnits", "ReadAttributes", "WriteAttributes",
    "ExplicitAuthFlows", "PreventUserExistenceErrors", "EnableTokenRevocation",
    "RefreshTokenRotation", "SupportedIdentityProviders",
}  # fmt: skip


class UserPool(PlainProvider):
    """A user pool; a change is sent on, an immutable property stays as it was."""

    TYPE = "AWS::Cognito::UserPool"
    properties = POOL
    read_only = {"UserPoolId", "Arn", "ProviderName", "ProviderURL"}
    SCHEMA = schema(TYPE, ["UserPoolId"], properties, read_only)

    def make(self, request: ResourceRequest, wanted: dict) -> dict:
        name = wanted.pop("UserPoolName", None) or names.generate_default_name(
            request.stack_name, request.logical_resource_id
        )
        client = request.aws_client_factory.cognito_idp
        pool = client.create_user_pool(PoolName=name, **_typed(wanted))["UserPool"]
        provider = f"cognito-idp.{request.region_name}.amazonaws.com/{pool['Id']}"
        return {
            "UserPoolId": pool["Id"],
            "Arn": pool["Arn"],
            "ProviderName": provider,
            "ProviderURL": f"https://{provider}",
        }

    def change(self, request: ResourceRequest, kept: dict, wanted: dict) -> None:
        immutable = {"UserPoolName", "UsernameAttributes", "UsernameConfiguration", "Schema",
                     "AliasAttributes"}  # fmt: skip
        changed = {k: v for k, v in wanted.items() if k not in immutable}
        request.aws_client_factory.cognito_idp.update_user_pool(
            UserPoolId=kept["UserPoolId"], **_typed(changed)
        )

    def remove(self, request: ResourceRequest, model: dict) -> None:
        request.aws_client_factory.cognito_idp.delete_user_pool(UserPoolId=model["UserPoolId"])


class UserPoolClient(PlainProvider):
    """An app client; its secret survives every change."""

    TYPE = "AWS::Cognito::UserPoolClient"
    properties = CLIENT
    read_only = {"ClientId", "ClientSecret", "Name"}
    SCHEMA = schema(TYPE, ["ClientId"], properties, read_only)

    def make(self, request: ResourceRequest, wanted: dict) -> dict:
        wanted.setdefault(
            "ClientName",
            names.generate_default_name(request.stack_name, request.logical_resource_id),
        )
        made = request.aws_client_factory.cognito_idp.create_user_pool_client(**_typed(wanted))
        client = made["UserPoolClient"]
        secret = {"ClientSecret": client["ClientSecret"]} if "ClientSecret" in client else {}
        return {"ClientId": client["ClientId"], "Name": client["ClientName"], **secret}

    def change(self, request: ResourceRequest, kept: dict, wanted: dict) -> None:
        wanted.pop("GenerateSecret", None)
        request.aws_client_factory.cognito_idp.update_user_pool_client(
            ClientId=kept["ClientId"], **_typed(wanted)
        )

    def remove(self, request: ResourceRequest, model: dict) -> None:
        request.aws_client_factory.cognito_idp.delete_user_pool_client(
            UserPoolId=model["UserPoolId"], ClientId=model["ClientId"]
        )


class UserPoolGroup(PlainProvider):
    """A group of a pool."""

    TYPE = "AWS::Cognito::UserPoolGroup"
    properties = {"UserPoolId", "GroupName", "Description", "Precedence"}
    SCHEMA = schema(TYPE, ["UserPoolId", "GroupName"], properties, set())

    def make(self, request: ResourceRequest, wanted: dict) -> dict:
        request.aws_client_factory.cognito_idp.create_group(**wanted)
        return {}

    def change(self, request: ResourceRequest, kept: dict, wanted: dict) -> None:
        request.aws_client_factory.cognito_idp.update_group(**wanted)

    def remove(self, request: ResourceRequest, model: dict) -> None:
        request.aws_client_factory.cognito_idp.delete_group(
            UserPoolId=model["UserPoolId"], GroupName=model["GroupName"]
        )


class UserPoolResourceServer(PlainProvider):
    """A resource server with its scopes."""

    TYPE = "AWS::Cognito::UserPoolResourceServer"
    properties = {"UserPoolId", "Identifier", "Name", "Scopes"}
    SCHEMA = schema(TYPE, ["UserPoolId", "Identifier"], properties, set())

    def make(self, request: ResourceRequest, wanted: dict) -> dict:
        request.aws_client_factory.cognito_idp.create_resource_server(**wanted)
        return {}

    def change(self, request: ResourceRequest, kept: dict, wanted: dict) -> None:
        request.aws_client_factory.cognito_idp.update_resource_server(**wanted)

    def remove(self, request: ResourceRequest, model: dict) -> None:
        request.aws_client_factory.cognito_idp.delete_resource_server(
            UserPoolId=model["UserPoolId"], Identifier=model["Identifier"]
        )


def _typed(value):
    """CloudFormation may hold numbers and booleans as text; the API takes them as they are."""
    if isinstance(value, dict):
        return {name: _typed(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_typed(member) for member in value]
    if value in ("true", "false"):
        return value == "true"
    return int(value) if isinstance(value, str) and value.isdigit() else value
