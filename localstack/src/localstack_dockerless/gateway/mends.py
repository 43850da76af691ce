"""Hooks the authorizer, gateway responses and AWS's header rule into LocalStack 4.14.0."""

from localstack.services.apigateway.legacy import provider as rest_api_provider
from localstack.services.apigateway.models import apigateway_stores
from localstack.services.apigateway.next_gen.execute_api.handlers import preprocess_request
from localstack.services.apigateway.next_gen.execute_api.handlers.gateway_exception import (
    GatewayExceptionHandler,
)
from localstack.services.apigateway.next_gen.execute_api.integrations.aws import (
    RestApiAwsProxyIntegration,
)

from localstack_dockerless.gateway.authorizer import CognitoAuthorizer
from localstack_dockerless.gateway.responses import rendered, rule_for, static_headers

EXTENSION = "x-amazon-apigateway-gateway-responses"


def install() -> None:
    """Installs all of it."""
    preprocess_request.handlers.append(CognitoAuthorizer())
    RestApiAwsProxyIntegration._merge_lambda_response_headers = staticmethod(merged_headers)
    _remember_gateway_responses()
    _apply_gateway_responses()


def merged_headers(answer: dict) -> dict:
    """As AWS: a name in multiValueHeaders replaces the one in headers; LocalStack sends both."""
    multiple = answer.get("multiValueHeaders") or {}
    names = {name.lower() for name in multiple}
    single = answer.get("headers") or {}
    return {name: value for name, value in single.items() if name.lower() not in names} | multiple


def _remember_gateway_responses() -> None:
    """LocalStack drops them when it imports an API's document."""
    import_document = rest_api_provider.import_api_from_openapi_spec

    def import_with_gateway_responses(rest_api, context, open_api_spec=None, **arguments):
        result = import_document(rest_api, context, open_api_spec, **arguments)
        container = apigateway_stores[context.account_id][context.region].rest_apis[rest_api.id]
        for kind, rule in (open_api_spec.get(EXTENSION) or {}).items():
            container.gateway_responses[kind] = {
                "responseType": kind,
                "defaultResponse": False,
                **rule,
            }
        return result

    rest_api_provider.import_api_from_openapi_spec = import_with_gateway_responses


def _apply_gateway_responses() -> None:
    plain = GatewayExceptionHandler.create_exception_response

    def with_gateway_response(self, exception, context):
        response = plain(self, exception, context)
        kind = getattr(exception.type, "value", exception.type)
        rules = context.deployment.rest_api.gateway_responses
        rule = rule_for(kind, response.status_code, rules)
        if not rule:
            return response
        if status := rule.get("statusCode"):
            response.status_code = int(status)
        request_id = (context.context_variables or {}).get("requestId", "")
        path = (context.invocation_request or {}).get("path", "")
        body = rendered(rule, exception.message or "", request_id, path)
        if body is not None:
            response.set_data(body)
        for name, value in static_headers(rule).items():
            response.headers[name] = value
        return response

    GatewayExceptionHandler.create_exception_response = with_gateway_response
