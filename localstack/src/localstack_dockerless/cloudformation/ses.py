"""AWS::SES::ConfigurationSet and ConfigurationSetEventDestination, over the SES v1 API."""

from localstack.services.cloudformation import provider_utils as names
from localstack.services.cloudformation.resource_provider import ResourceRequest

from localstack_dockerless.cloudformation.base import PlainProvider, schema


class ConfigurationSet(PlainProvider):
    """A configuration set."""

    TYPE = "AWS::SES::ConfigurationSet"
    properties = {"Name"}
    SCHEMA = schema(TYPE, ["Name"], properties, set())

    def make(self, request: ResourceRequest, wanted: dict) -> dict:
        name = wanted.get("Name") or names.generate_default_name(
            request.stack_name, request.logical_resource_id
        )
        request.aws_client_factory.ses.create_configuration_set(ConfigurationSet={"Name": name})
        return {"Name": name}

    def change(self, request: ResourceRequest, kept: dict, wanted: dict) -> None:
        """Nothing to do: the only property is its name, and that cannot change."""

    def remove(self, request: ResourceRequest, model: dict) -> None:
        request.aws_client_factory.ses.delete_configuration_set(ConfigurationSetName=model["Name"])


class EventDestination(PlainProvider):
    """An SNS destination of a configuration set's events."""

    TYPE = "AWS::SES::ConfigurationSetEventDestination"
    properties = {"ConfigurationSetName", "EventDestination"}
    read_only = {"Id"}
    SCHEMA = schema(TYPE, ["Id"], properties, read_only)

    def make(self, request: ResourceRequest, wanted: dict) -> dict:
        destination = wanted["EventDestination"]
        request.aws_client_factory.ses.create_configuration_set_event_destination(
            ConfigurationSetName=wanted["ConfigurationSetName"],
            EventDestination={
                "Name": destination["Name"],
                "Enabled": destination.get("Enabled", True) in (True, "true"),
                "MatchingEventTypes": destination["MatchingEventTypes"],
                "SNSDestination": {"TopicARN": destination["SnsDestination"]["TopicARN"]},
            },
        )
        return {"Id": f"{wanted['ConfigurationSetName']}|{destination['Name']}"}

    def change(self, request: ResourceRequest, kept: dict, wanted: dict) -> None:
        self.remove(request, request.previous_state)
        self.make(request, wanted)

    def remove(self, request: ResourceRequest, model: dict) -> None:
        request.aws_client_factory.ses.delete_configuration_set_event_destination(
            ConfigurationSetName=model["ConfigurationSetName"],
            EventDestinationName=model["EventDestination"]["Name"],
        )
