"""A small project in Java on a running instance: what README promises, from deploy to stop."""

import json
import re
import urllib.error
import urllib.request

import pytest

from tests.project import zips

PASSWORD = "correct-horse-77"


def test_function_sees_its_code_its_layer_and_a_tmp_of_its_own(project):
    seen, error = project.invoke("probe")
    assert error is None, seen
    assert seen["task"] == ["Probe.class", "version.txt"]
    assert (seen["opt"], seen["layered"]) == (True, "from the layer")
    assert [name for name in seen["tmp"] if not name.startswith("hsperf")] == ["left-by-probe"]
    assert seen["endpoint"] == f"http://127.0.0.1:{project.instance.settings.port}"


def test_function_has_the_first_compiler_only_unless_it_asks_for_both(project):
    assert project.invoke("probe")[0]["compilers"] == "1"
    assert project.invoke("compiled")[0]["compilers"] == "4"


def test_function_over_its_time_limit_is_ended(project):
    answer, error = project.invoke("slow", do="sleep")
    assert (error, answer["errorType"]) == ("Unhandled", "Sandbox.Timedout")
    assert answer["errorMessage"].endswith("Task timed out after 1.00 seconds")
    assert project.invoke("slow")[1] is None


def test_function_that_cannot_start_says_why(project):
    answer, error = project.invoke("broken")
    assert (error, answer["errorType"]) == ("Unhandled", "java.lang.IllegalStateException")
    assert "broken on purpose" in json.dumps(answer)


def test_log_of_a_function_holds_what_it_printed_and_its_report(project):
    project.invoke("probe")
    shown = project.instance.stack("logs", "probe").stdout
    assert "looking around" in shown
    assert "REPORT RequestId: " in shown


def test_function_that_throws_or_exits_fails_and_the_next_call_works(project):
    answer, error = project.invoke("probe", do="fail")
    assert (error, answer["errorMessage"]) == ("Unhandled", "failed on purpose")
    answer, error = project.invoke("probe", do="exit")
    assert (error, answer["errorType"]) == ("Unhandled", "Runtime.ExitError")
    assert project.invoke("probe")[1] is None


def test_table_holds_what_was_put(project):
    dynamodb = project.instance.client("dynamodb")
    table, item = project.outputs["TableName"], {"pk": {"S": "one"}}
    condition = "attribute_not_exists(pk)"
    dynamodb.put_item(TableName=table, Item=item, ConditionExpression=condition)
    assert dynamodb.get_item(TableName=table, Key=item)["Item"] == item
    with pytest.raises(dynamodb.exceptions.ConditionalCheckFailedException):
        dynamodb.put_item(TableName=table, Item=item, ConditionExpression=condition)


def test_lifecycle_and_retention_hold(project):
    bucket = project.outputs["BucketName"]
    rules = project.instance.client("s3").get_bucket_lifecycle_configuration(Bucket=bucket)
    assert [rule["Expiration"] for rule in rules["Rules"]] == [{"Days": 3}]
    groups = project.instance.client("logs").describe_log_groups(logGroupNamePrefix="/aws/lambda/p")
    assert [group["retentionInDays"] for group in groups["logGroups"]] == [7]


def test_pool_mails_what_its_trigger_wrote_and_its_tokens_open_the_api(project):
    tokens = _signed_in(project, "reader@sample.example")
    assert _status(project, "/open") == 200
    assert _status(project, "/scoped") == 401
    assert _status(project, "/scoped", tokens["IdToken"]) == 401
    assert _status(project, "/scoped", tokens["AccessToken"][:-4] + "AAAA") == 401
    assert _status(project, "/scoped", tokens["AccessToken"]) == 200


def test_claims_reach_the_function_as_aws_writes_them(project):
    tokens = _signed_in(project, "claims@sample.example")
    claims = _get(project, "/scoped", tokens["AccessToken"]).read().decode()
    assert "token_use=access" in claims
    date = r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d UTC \d{4}"
    assert re.search(rf"\bexp={date}", claims)
    assert re.search(rf"\biat={date}", claims)
    assert re.search(r"\bauth_time=\d{10}\b", claims)


def test_operation_that_is_not_there_says_so(project):
    cognito = project.instance.client("cognito-idp")
    with pytest.raises(cognito.exceptions.ClientError) as error:
        cognito.list_user_pools(MaxResults=1)
    assert error.value.response["ResponseMetadata"]["HTTPStatusCode"] == 501
    assert "ListUserPools" in str(error.value)


def test_second_deploy_brings_new_code_routes_and_settings(project):
    pool = project.outputs["PoolId"]
    zips(project.folder, version="2")
    template = project.folder / "template.yaml"
    text = template.read_text()
    for old, new in (("Method: POST", "Method: PUT"), ("MinimumLength: 12", "MinimumLength: 20")):
        assert old in text
        text = text.replace(old, new)
    template.write_text(text)
    project.deploy("local")
    assert project.invoke("probe:live")[0]["version"] == "2"
    assert _status(project, "/later", method="POST") == 403
    assert _status(project, "/later", method="PUT") == 200
    cognito = project.instance.client("cognito-idp")
    described = cognito.describe_user_pool(UserPoolId=pool)["UserPool"]
    assert described["Policies"]["PasswordPolicy"]["MinimumLength"] == 20


def test_deploy_fails_on_a_faked_resource_unless_it_is_allowed(project):
    done = project.deployed("faked", "faked.yaml", "--allow-fallback", "Board")
    assert done.returncode == 1
    assert done.stderr == (
        "LocalStack only pretended to make: Other (AWS::CloudWatch::Dashboard)\n"
    )


def test_deploy_fails_on_a_property_that_the_extension_does_not_know(project):
    done = project.deployed("unknown-property", "unknown-property.yaml")
    assert done.returncode == 1
    assert "UserPoolAddOns" in done.stderr  # in SAM's table, whose columns break sentences


def test_queue_is_reached_by_the_command_line_tools(instance):
    done = instance.stack("aws", "sqs", "create-queue", "--queue-name", "q")
    url = json.loads(done.stdout)["QueueUrl"]
    assert url.startswith(instance.endpoint)
    sent = instance.stack("aws", "sqs", "send-message", "--queue-url", url, "--message-body", "x")
    assert sent.returncode == 0, sent.stderr


def _signed_in(project, address: str) -> dict:
    """Signs up, confirms with the mailed code, signs in."""
    instance, outputs = project.instance, project.outputs
    instance.client("ses").verify_domain_identity(Domain="sample.example")
    cognito = instance.client("cognito-idp")
    client = {"ClientId": outputs["ClientId"]}
    cognito.sign_up(
        **client, Username=address, Password=PASSWORD, ClientMetadata={"lang": "uk"}
    )
    with urllib.request.urlopen(f"{instance.endpoint}/_aws/ses") as answer:
        mail = json.load(answer)["messages"][-1]
    assert mail["Destination"]["ToAddresses"] == [address]
    assert mail["Source"] == "codes@sample.example"
    assert mail["Subject"] == "CustomMessage_SignUp uk"
    code = re.search(r"Your code: (\d{6})$", mail["Body"]["html_part"])[1]
    cognito.confirm_sign_up(**client, Username=address, ConfirmationCode=code)
    return cognito.admin_initiate_auth(
        **client,
        UserPoolId=outputs["PoolId"],
        AuthFlow="ADMIN_USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": address, "PASSWORD": PASSWORD},
    )["AuthenticationResult"]


def _get(project, path: str, token: str | None = None, method: str = "GET"):
    url = f"{project.instance.endpoint}/_aws/execute-api/sample/live{path}"
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    request = urllib.request.Request(url, headers=headers, method=method)
    return urllib.request.urlopen(request, timeout=60)


def _status(project, path: str, token: str | None = None, method: str = "GET") -> int:
    try:
        return _get(project, path, token, method).status
    except urllib.error.HTTPError as refused:
        return refused.code
