"""Pools, clients, groups and resource servers: what CloudFormation makes."""

import secrets
from datetime import UTC, datetime

from localstack_dockerless.cognito.errors import error
from localstack_dockerless.cognito.pools import POOLS, Client, Pool

IDENTIFIERS = {"UserPoolId", "ClientId"}


def create_user_pool(request: dict, region: str, account: str) -> dict:
    return {"UserPool": _pool(POOLS.create(region, account, dict(request)))}


def update_user_pool(request: dict) -> dict:
    pool = POOLS.get(request["UserPoolId"])
    changed = {k: v for k, v in request.items() if k != "UserPoolId"}
    for immutable in ("UsernameAttributes", "UsernameConfiguration", "Schema", "AliasAttributes"):
        if immutable in pool.settings:
            changed.setdefault(immutable, pool.settings[immutable])
    pool.settings = {"PoolName": pool.settings.get("PoolName")} | changed
    return {}


def describe_user_pool(request: dict) -> dict:
    return {"UserPool": _pool(POOLS.get(request["UserPoolId"]))}


def delete_user_pool(request: dict) -> dict:
    POOLS.delete(request["UserPoolId"])
    return {}


def create_user_pool_client(request: dict) -> dict:
    pool = POOLS.get(request["UserPoolId"])
    client = Client({k: v for k, v in request.items() if k not in IDENTIFIERS})
    if request.get("GenerateSecret"):
        client.secret = secrets.token_hex(26)
    pool.clients[client.id] = client
    return {"UserPoolClient": _client(pool, client)}


def update_user_pool_client(request: dict) -> dict:
    pool = POOLS.get(request["UserPoolId"])
    client = _find_client(pool, request["ClientId"])
    client.settings = {k: v for k, v in request.items() if k not in IDENTIFIERS}
    return {"UserPoolClient": _client(pool, client)}


def describe_user_pool_client(request: dict) -> dict:
    pool = POOLS.get(request["UserPoolId"])
    return {"UserPoolClient": _client(pool, _find_client(pool, request["ClientId"]))}


def delete_user_pool_client(request: dict) -> dict:
    pool = POOLS.get(request["UserPoolId"])
    del pool.clients[_find_client(pool, request["ClientId"]).id]
    return {}


def create_group(request: dict) -> dict:
    pool = POOLS.get(request["UserPoolId"])
    if request["GroupName"] in pool.groups:
        raise error("GroupExistsException", "A group with the name already exists.")
    pool.groups[request["GroupName"]] = dict(request)
    return {"Group": dict(request)}


def update_group(request: dict) -> dict:
    pool = POOLS.get(request["UserPoolId"])
    if request["GroupName"] not in pool.groups:
        raise error("ResourceNotFoundException", "Group not found.")
    pool.groups[request["GroupName"]] = dict(request)
    return {"Group": dict(request)}


def delete_group(request: dict) -> dict:
    pool = POOLS.get(request["UserPoolId"])
    if pool.groups.pop(request["GroupName"], None) is None:
        raise error("ResourceNotFoundException", "Group not found.")
    for user in pool.users.values():
        user.groups.discard(request["GroupName"])
    return {}


def create_resource_server(request: dict) -> dict:
    pool = POOLS.get(request["UserPoolId"])
    pool.resource_servers[request["Identifier"]] = dict(request)
    return {"ResourceServer": dict(request)}


def update_resource_server(request: dict) -> dict:
    pool = POOLS.get(request["UserPoolId"])
    if request["Identifier"] not in pool.resource_servers:
        raise error("ResourceNotFoundException", "Resource server does not exist.")
    return create_resource_server(request)


def delete_resource_server(request: dict) -> dict:
    pool = POOLS.get(request["UserPoolId"])
    if pool.resource_servers.pop(request["Identifier"], None) is None:
        raise error("ResourceNotFoundException", "Resource server does not exist.")
    return {}


def _find_client(pool: Pool, client_id: str) -> Client:
    if client := pool.clients.get(client_id):
        return client
    raise error("ResourceNotFoundException", f"User pool client {client_id} does not exist.")


def _pool(pool: Pool) -> dict:
    shown = {k: v for k, v in pool.settings.items() if k != "PoolName"}
    shown["Name"] = pool.settings.get("PoolName", pool.id)
    created = datetime.fromtimestamp(pool.created, UTC)
    return shown | {
        "Id": pool.id,
        "Arn": pool.arn,
        "CreationDate": created,
        "LastModifiedDate": created,
        "EstimatedNumberOfUsers": len(pool.users),
    }


def _client(pool: Pool, client: Client) -> dict:
    shown = {k: v for k, v in client.settings.items() if k != "GenerateSecret"}
    created = datetime.fromtimestamp(client.created, UTC)
    shown |= {
        "UserPoolId": pool.id,
        "ClientId": client.id,
        "CreationDate": created,
        "LastModifiedDate": created,
    }
    return shown | ({"ClientSecret": client.secret} if client.secret else {})
