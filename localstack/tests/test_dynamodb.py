import pytest

KEY = [{"AttributeName": "pk", "KeyType": "HASH"}]
NAMES = [{"AttributeName": "pk", "AttributeType": "S"}]


@pytest.fixture(scope="module")
def dynamo(instance):
    return instance.client("dynamodb")


def _made(dynamo, name: str, **more) -> str:
    dynamo.create_table(
        TableName=name,
        KeySchema=KEY,
        AttributeDefinitions=NAMES,
        BillingMode="PAY_PER_REQUEST",
        **more,
    )
    return name


def _item(number: int) -> dict:
    return {"pk": {"S": "a"}, "n": {"N": str(number)}}


def test_items_are_written_on_conditions_and_read_with_what_they_cost(dynamo):
    table = _made(dynamo, "plain")
    new = {"ConditionExpression": "attribute_not_exists(pk)"}
    dynamo.put_item(TableName=table, Item=_item(1), **new)
    with pytest.raises(dynamo.exceptions.ConditionalCheckFailedException):
        dynamo.put_item(TableName=table, Item=_item(2), **new)
    with pytest.raises(dynamo.exceptions.TransactionCanceledException) as cancelled:
        dynamo.transact_write_items(
            TransactItems=[{"Put": {"TableName": table, "Item": _item(3), **new}}]
        )
    assert [it["Code"] for it in cancelled.value.response["CancellationReasons"]] == [
        "ConditionalCheckFailed"
    ]
    read = dynamo.get_item(
        TableName=table, Key={"pk": {"S": "a"}}, ReturnConsumedCapacity="TOTAL"
    )
    assert read["Item"] == _item(1)
    assert read["ConsumedCapacity"]["CapacityUnits"] == 0.5


def test_table_that_is_not_there_is_named_by_the_error(dynamo):
    with pytest.raises(dynamo.exceptions.ResourceNotFoundException):
        dynamo.get_item(TableName="none", Key={"pk": {"S": "a"}})


def test_accounts_and_regions_have_tables_of_their_own(instance, dynamo):
    table = _made(dynamo, "here")
    dynamo.put_item(TableName=table, Item=_item(1))
    elsewhere = instance.client("dynamodb", "eu-west-1")
    with pytest.raises(elsewhere.exceptions.ResourceNotFoundException):
        elsewhere.get_item(TableName=table, Key={"pk": {"S": "a"}})


def test_table_is_found_by_its_arn(dynamo):
    table = _made(dynamo, "named")
    arn = dynamo.describe_table(TableName=table)["Table"]["TableArn"]
    dynamo.transact_write_items(TransactItems=[{"Put": {"TableName": arn, "Item": _item(4)}}])
    assert dynamo.scan(TableName=table)["Items"] == [_item(4)]
