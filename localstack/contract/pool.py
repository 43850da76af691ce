"""A throw-away pool with its clients, and calls whose answers are kept as they came."""

import base64
import hmac
import json
from dataclasses import dataclass, field

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError


@dataclass
class Pool:
    """One pool for all cases; `with` removes it again, and its clients with it."""

    settings: dict
    client_settings: dict[str, dict]
    endpoint: str | None = None
    id: str = ""
    _clients: dict[str, dict] = field(default_factory=dict)
    _last: tuple[int, bytes] = (0, b"")

    def __post_init__(self) -> None:
        # A repeated call would hide the first answer.
        self._api = boto3.client(
            "cognito-idp", endpoint_url=self.endpoint, config=Config(retries={"max_attempts": 0})
        )
        self._api.meta.events.register("after-call", self._keep)

    def __enter__(self) -> "Pool":
        made = self._api.create_user_pool(PoolName="contract-cases", **self.settings)
        self.id = made["UserPool"]["Id"]
        try:
            for name, settings in self.client_settings.items():
                made = self._api.create_user_pool_client(
                    UserPoolId=self.id, ClientName=name, **settings
                )
                self._clients[name] = made["UserPoolClient"]
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_) -> None:
        self._api.delete_user_pool(UserPoolId=self.id)

    def call(
        self, operation: str, given: dict, client: str = "S", secret_hash: str | None = None
    ) -> tuple[int, dict, bytes]:
        """Status, parsed body and body of one call; pool, client and hash are filled in.

        `secret_hash` may be "none" or "wrong".
        """
        model = self._api.meta.service_model.operation_model(operation)
        method = next(
            name for name, api in self._api.meta.method_to_api_mapping.items() if api == operation
        )
        given = self._filled_in(given, set(model.input_shape.members), client, secret_hash)
        try:
            getattr(self._api, method)(**given)
        except ClientError as error:
            if "HTTPStatusCode" not in error.response.get("ResponseMetadata", {}):
                raise
        status, body = self._last
        return status, json.loads(body or b"{}"), body

    def _filled_in(
        self, given: dict, members: set[str], client: str, secret_hash: str | None
    ) -> dict:
        described = self._clients[client]
        known = {
            "UserPoolId": self.id,
            "ClientId": described["ClientId"],
            "ClientSecret": described.get("ClientSecret"),
            "SecretHash": self._hash(described, given.get("Username"), secret_hash),
        }
        filled = {name: known[name] for name in members & set(known) if known[name]} | given
        if "AuthParameters" in given:
            parameters = given["AuthParameters"]
            value = self._hash(described, parameters["USERNAME"], secret_hash)
            filled["AuthParameters"] = parameters | ({"SECRET_HASH": value} if value else {})
        return filled

    @staticmethod
    def _hash(client: dict, username: str | None, wanted: str | None) -> str | None:
        if "ClientSecret" not in client or username is None or wanted == "none":
            return None
        secret = "another" if wanted == "wrong" else client["ClientSecret"]
        digest = hmac.digest(secret.encode(), (username + client["ClientId"]).encode(), "sha256")
        return base64.b64encode(digest).decode()

    def _keep(self, http_response, **_) -> None:
        self._last = (http_response.status_code, http_response.content)
