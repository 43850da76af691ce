"""Mends of LocalStack 4.14.0's own CloudFormation types, each with its reason."""

import json
import re

from localstack.services.apigateway.resource_providers.aws_apigateway_restapi import (
    ApiGatewayRestApiProvider,
)
from localstack.services.apigateway.resource_providers.aws_apigateway_stage import (
    ApiGatewayStageProvider,
)
from localstack.services.cloudformation.resource_provider import (
    OperationStatus,
    ProgressEvent,
    ResourceProviderExecutor,
)
from localstack.services.lambda_.resource_providers.lambda_alias import LambdaAliasProvider
from localstack.services.logs.resource_providers.aws_logs_loggroup import LogsLogGroupProvider
from localstack.services.s3.resource_providers.aws_s3_bucket import S3BucketProvider

API_ID_TAG = "_custom_id_"


def install() -> None:
    """Installs all mends."""
    _aliases_move()
    _rest_apis_are_called_by_their_name()
    _rest_apis_take_new_routes()
    _stages_move()
    _buckets_take_their_lifecycle()
    _log_groups_take_their_retention()
    _resources_are_asked_often()


def _aliases_move() -> None:
    """An alias's FunctionName counts as create-only and refers to the changed function: each
    deploy would replace the alias, fail, and leave the stack without it.
    """

    def update(self, request):
        model = request.previous_state | request.desired_state
        wanted = {
            name: model[name]
            for name in ("FunctionName", "Name", "FunctionVersion", "Description")
            if name in model
        }
        model["Id"] = request.aws_client_factory.lambda_.update_alias(**wanted)["AliasArn"]
        return ProgressEvent(status=OperationStatus.SUCCESS, resource_model=model)

    LambdaAliasProvider.SCHEMA = LambdaAliasProvider.SCHEMA | {"createOnlyProperties": []}
    LambdaAliasProvider.update = update


def _rest_apis_are_called_by_their_name() -> None:
    """A random API id makes an address that nobody can know before the deploy: take the name."""
    create = ApiGatewayRestApiProvider.create

    def create_by_name(self, request):
        name = request.desired_state.get("Name") or ""
        tags = request.desired_state.setdefault("Tags", [])
        if re.fullmatch("[a-z0-9-]+", name) and not any(t["Key"] == API_ID_TAG for t in tags):
            tags.append({"Key": API_ID_TAG, "Value": name})
        return create(self, request)

    ApiGatewayRestApiProvider.create = create_by_name


def _rest_apis_take_new_routes() -> None:
    """An API cannot be updated: a template with a new route would fail to deploy."""

    def update(self, request):
        model = request.previous_state | request.desired_state
        model["RestApiId"] = request.previous_state["RestApiId"]
        model["RootResourceId"] = request.previous_state["RootResourceId"]
        if body := request.desired_state.get("Body"):
            request.aws_client_factory.apigateway.put_rest_api(
                restApiId=model["RestApiId"],
                mode="overwrite",
                body=(json.dumps(body) if isinstance(body, dict) else body).encode(),
                parameters={"basepath": "ignore"},
            )
        return ProgressEvent(status=OperationStatus.SUCCESS, resource_model=model)

    ApiGatewayRestApiProvider.SCHEMA = ApiGatewayRestApiProvider.SCHEMA | {
        "createOnlyProperties": []
    }
    ApiGatewayRestApiProvider.update = update


def _stages_move() -> None:
    """A stage cannot be updated: each new deployment of the API would lose it."""

    def update(self, request):
        model = request.previous_state | request.desired_state
        request.aws_client_factory.apigateway.update_stage(
            restApiId=model["RestApiId"],
            stageName=model["StageName"],
            patchOperations=[
                {"op": "replace", "path": "/deploymentId", "value": model["DeploymentId"]}
            ],
        )
        return ProgressEvent(status=OperationStatus.SUCCESS, resource_model=model)

    ApiGatewayStageProvider.SCHEMA = ApiGatewayStageProvider.SCHEMA | {"createOnlyProperties": []}
    ApiGatewayStageProvider.update = update


def _buckets_take_their_lifecycle() -> None:
    """LifecycleConfiguration is silently ignored."""
    create = S3BucketProvider.create

    def create_with_lifecycle(self, request):
        event = create(self, request)
        rules = (request.desired_state.get("LifecycleConfiguration") or {}).get("Rules")
        if event.status == OperationStatus.SUCCESS and rules:
            request.aws_client_factory.s3.put_bucket_lifecycle_configuration(
                Bucket=event.resource_model["BucketName"],
                LifecycleConfiguration={"Rules": [_lifecycle_rule(rule) for rule in rules]},
            )
        return event

    S3BucketProvider.create = create_with_lifecycle


def _lifecycle_rule(rule: dict) -> dict:
    """From CloudFormation's form to the API's."""
    made = {
        "ID": rule["Id"],
        "Status": rule["Status"],
        "Filter": {"Prefix": rule.get("Prefix", "")},
    }
    if days := rule.get("ExpirationInDays"):
        made["Expiration"] = {"Days": int(days)}
    if expiration := rule.get("NoncurrentVersionExpiration"):
        made["NoncurrentVersionExpiration"] = {"NoncurrentDays": int(expiration["NoncurrentDays"])}
    if abort := rule.get("AbortIncompleteMultipartUpload"):
        made["AbortIncompleteMultipartUpload"] = {
            "DaysAfterInitiation": int(abort["DaysAfterInitiation"])
        }
    return made


def _log_groups_take_their_retention() -> None:
    """RetentionInDays is silently ignored."""
    create = LogsLogGroupProvider.create

    def create_with_retention(self, request):
        event = create(self, request)
        days = request.desired_state.get("RetentionInDays")
        if event.status == OperationStatus.SUCCESS and days:
            request.aws_client_factory.logs.put_retention_policy(
                logGroupName=event.resource_model["LogGroupName"], retentionInDays=int(days)
            )
        return event

    LogsLogGroupProvider.create = create_with_retention


def _resources_are_asked_often() -> None:
    """Each function, version and table that is not ready at once would cost a deploy a second."""
    ask = ResourceProviderExecutor.deploy_loop

    def ask_often(self, resource_provider, resource, raw_payload):
        return ask(self, resource_provider, resource, raw_payload, sleep_time=0.1)

    ResourceProviderExecutor.deploy_loop = ask_often
