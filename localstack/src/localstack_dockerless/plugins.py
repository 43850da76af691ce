"""Entry points only: each hands over the real thing, imported when LocalStack asks for it."""

from localstack.runtime import hooks
from localstack.services.cloudformation.resource_provider import (
    CloudFormationResourceProviderPlugin,
)
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.plugins import Service, aws_provider


class ProcessExecutorPlugin(RuntimeExecutorPlugin):
    name = "process"

    def load(self, *args, **kwargs):
        from localstack_dockerless.executor import ProcessRuntimeExecutor

        return ProcessRuntimeExecutor


@aws_provider(api="cognito-idp")
def cognito_idp() -> Service:
    from localstack_dockerless.cognito.provider import service

    return service()


@aws_provider(api="transcribe", name="fixtures")
def transcribe() -> Service:
    from localstack_dockerless.transcribe import service

    return service()


class UserPoolPlugin(CloudFormationResourceProviderPlugin):
    name = "AWS::Cognito::UserPool"

    def load(self):
        from localstack_dockerless.cloudformation.cognito import UserPool

        self.factory = UserPool


class UserPoolClientPlugin(CloudFormationResourceProviderPlugin):
    name = "AWS::Cognito::UserPoolClient"

    def load(self):
        from localstack_dockerless.cloudformation.cognito import UserPoolClient

        self.factory = UserPoolClient


class UserPoolGroupPlugin(CloudFormationResourceProviderPlugin):
    name = "AWS::Cognito::UserPoolGroup"

    def load(self):
        from localstack_dockerless.cloudformation.cognito import UserPoolGroup

        self.factory = UserPoolGroup


class UserPoolResourceServerPlugin(CloudFormationResourceProviderPlugin):
    name = "AWS::Cognito::UserPoolResourceServer"

    def load(self):
        from localstack_dockerless.cloudformation.cognito import UserPoolResourceServer

        self.factory = UserPoolResourceServer


class ConfigurationSetPlugin(CloudFormationResourceProviderPlugin):
    name = "AWS::SES::ConfigurationSet"

    def load(self):
        from localstack_dockerless.cloudformation.ses import ConfigurationSet

        self.factory = ConfigurationSet


class EventDestinationPlugin(CloudFormationResourceProviderPlugin):
    name = "AWS::SES::ConfigurationSetEventDestination"

    def load(self):
        from localstack_dockerless.cloudformation.ses import EventDestination

        self.factory = EventDestination


@hooks.on_infra_start()
def mend_cloudformation():
    from localstack_dockerless.cloudformation import mends

    mends.install()


@hooks.on_infra_start()
def mend_lambda():
    from localstack_dockerless import lambda_mends

    lambda_mends.install()


@hooks.on_infra_start()
def mend_gateway():
    from localstack_dockerless.gateway import mends

    mends.install()


@hooks.on_infra_start()
def mend_storage():
    from localstack_dockerless import storage_mends

    storage_mends.install()


@hooks.on_infra_start()
def mend_dynamodb():
    from localstack_dockerless import dynamodb_mends

    dynamodb_mends.install()


@hooks.on_infra_start()
def mend_server():
    from localstack_dockerless import server_mends

    server_mends.install()
