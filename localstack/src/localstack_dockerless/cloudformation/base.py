"""What all our resource providers share."""

from typing import ClassVar

from localstack.services.cloudformation.resource_provider import (
    OperationStatus,
    ProgressEvent,
    ResourceProvider,
    ResourceRequest,
)


class PlainProvider(ResourceProvider):
    """A resource whose create, update and delete are one call each.

    `properties` lists what may be set: an unknown property fails the stack instead of vanishing.
    """

    properties: ClassVar[set[str]]
    read_only: ClassVar[set[str]] = set()

    def create(self, request: ResourceRequest) -> ProgressEvent:
        return self._done(request.desired_state | self.make(request, self._wanted(request)))

    def update(self, request: ResourceRequest) -> ProgressEvent:
        kept = {name: request.previous_state[name] for name in self._kept(request)}
        self.change(request, kept, self._wanted(request))
        return self._done(request.desired_state | kept)

    def delete(self, request: ResourceRequest) -> ProgressEvent:
        self.remove(request, request.desired_state)
        return self._done({})

    def make(self, request: ResourceRequest, wanted: dict) -> dict:
        """Makes the resource; returns its read-only properties."""
        raise NotImplementedError

    def change(self, request: ResourceRequest, kept: dict, wanted: dict) -> None:
        """Brings the resource to its new state."""
        raise NotImplementedError

    def remove(self, request: ResourceRequest, model: dict) -> None:
        """Removes the resource."""
        raise NotImplementedError

    def _wanted(self, request: ResourceRequest) -> dict:
        unknown = set(request.desired_state) - self.properties - self.read_only
        if unknown:
            raise ValueError(f"{self.TYPE} here does not know {', '.join(sorted(unknown))}")
        return {k: v for k, v in request.desired_state.items() if k in self.properties}

    def _kept(self, request: ResourceRequest) -> set[str]:
        return self.read_only & set(request.previous_state)

    @staticmethod
    def _done(model: dict) -> ProgressEvent:
        return ProgressEvent(status=OperationStatus.SUCCESS, resource_model=model)


def schema(
    type_name: str, identifier: list[str], properties: set[str], read_only: set[str]
) -> dict:
    """The part of a resource schema that LocalStack's engine reads."""
    return {
        "typeName": type_name,
        "primaryIdentifier": [f"/properties/{name}" for name in identifier],
        "readOnlyProperties": [f"/properties/{name}" for name in sorted(read_only)],
        "properties": {name: {} for name in sorted(properties | read_only)},
    }
