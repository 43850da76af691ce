"""LocalStack 4.14.0 reads and writes every request to DynamoDB Local, and every answer, by the
service's model. Of requests about items it needs nothing of that, and a machine's one interpreter
lock does little else where tables are busy.
"""

import urllib3
from localstack.aws import handlers
from localstack.aws.api import RequestContext
from localstack.aws.chain import HandlerChain
from localstack.http import Response
from localstack.services.dynamodb.provider import DynamoDBProvider
from localstack.services.dynamodb.server import DynamodbServer
from localstack.utils.aws.request_context import (
    extract_account_id_from_headers,
    extract_region_from_headers,
)

API = "DynamoDB_20120810."
ABOUT_ITEMS = {
    API + operation
    for operation in (
        "BatchGetItem",
        "BatchWriteItem",
        "DeleteItem",
        "GetItem",
        "PutItem",
        "Query",
        "Scan",
        "TransactGetItems",
        "TransactWriteItems",
        "UpdateItem",
    )
}
PASSED_ON = ("Content-Type", "X-Amz-Target", "X-Amz-Date", "Authorization")
PASSED_BACK = ("Content-Type", "x-amzn-RequestId", "x-amz-crc32")
# DynamoDB Local knows tables by their names alone.
ARN = b":table/"


def install() -> None:
    """Hands over requests about items as they came, before LocalStack reads them."""
    handlers.preprocess_request.append(ItemRequests())


class ItemRequests:
    """Asks DynamoDB Local itself."""

    def __init__(self) -> None:
        self._pool = urllib3.PoolManager(maxsize=64, retries=False)

    def __call__(self, chain: HandlerChain, context: RequestContext, response: Response) -> None:
        request = context.request
        if request.headers.get("X-Amz-Target") not in ABOUT_ITEMS:
            return
        body = request.get_data()
        server = DynamodbServer.get()
        if ARN in body or not server.is_running():
            return
        DynamoDBProvider.prepare_request_headers(
            request.headers,
            extract_account_id_from_headers(request.headers),
            extract_region_from_headers(request.headers),
        )
        passed = {name: request.headers[name] for name in PASSED_ON if name in request.headers}
        answer = self._pool.request("POST", server.url, body=body, headers=passed)
        response.status_code = answer.status
        response.data = answer.data
        for name in PASSED_BACK:
            if name in answer.headers:
                response.headers[name] = answer.headers[name]
        chain.stop()
