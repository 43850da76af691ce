"""Plugs the operations into LocalStack; one that is not implemented fails loudly."""

import json
import re
from collections.abc import Callable

from localstack.aws.api import RequestContext
from localstack.aws.spec import load_service
from localstack.http import Request, Response, route
from localstack.services.plugins import Service, ServiceLifecycleHook

from localstack_dockerless.cognito import admin, public, resources
from localstack_dockerless.cognito.clock import CLOCK
from localstack_dockerless.cognito.errors import not_implemented
from localstack_dockerless.cognito.pools import POOLS
from localstack_dockerless.cognito.tokens import key_set


class CognitoProvider(ServiceLifecycleHook):
    """Amazon Cognito user pools."""

    service = "cognito-idp"

    def on_after_init(self) -> None:
        from localstack.services.edge import ROUTER

        ROUTER.add(Routes())


class Routes:
    """Besides the API: the pool's public keys, and the clock for tests."""

    @route("/<regex('[a-z0-9-]+_[A-Za-z0-9]+'):pool_id>/.well-known/jwks.json", methods=["GET"])
    def keys(self, request: Request, pool_id: str) -> Response:
        POOLS.get(pool_id)
        return _json(key_set())

    @route("/_aws/cognito-idp/clock", methods=["GET", "PUT"])
    def clock(self, request: Request) -> Response:
        if request.method == "PUT":
            wanted = request.get_json(force=True)
            CLOCK.offset_seconds = int(wanted["offsetSeconds"])
            if wanted.get("stopped"):
                CLOCK.stop()
            else:
                CLOCK.go_on()
        return _json({"offsetSeconds": CLOCK.offset_seconds, "stopped": CLOCK.stopped})


def service() -> Service:
    return Service.for_provider(CognitoProvider(), dispatch_table_factory=_table)


def _table(provider: CognitoProvider) -> dict[str, Callable]:
    return {name: _handler(name) for name in load_service(provider.service).operation_names}


def _handler(operation: str) -> Callable:
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", operation).lower()
    for module in (public, admin, resources):
        if function := getattr(module, name, None):
            break
    else:
        return _unknown(operation)
    if function is resources.create_user_pool:
        return lambda context, request: function(request, context.region, context.account_id)
    return lambda _, request: function(request)


def _unknown(operation: str) -> Callable:
    def refuse(context: RequestContext, request: dict) -> dict:
        raise not_implemented(f"The operation {operation}")

    return refuse


def _json(value: dict) -> Response:
    return Response(json.dumps(value), 200, {"Content-Type": "application/json"})
