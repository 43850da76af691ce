"""What Cognito answers, held against the extension; and the recorder for a real pool."""

import os
import subprocess
import sys

import pytest

from contract.__main__ import recorded
from contract.matching import difference
from contract.places import Aws, Emulator
from contract.pool import Pool
from contract.run import load, run
from launcher.settings import PACKAGE

CONTRACT = load()
LONGEST_WAIT_SECONDS = 60


@pytest.fixture(scope="module", autouse=True)
def credentials():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "test")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "test")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        yield


@pytest.fixture(scope="module")
def pool(instance):
    with Pool(CONTRACT["pool"], CONTRACT["clients"], instance.endpoint) as made:
        yield made


@pytest.mark.parametrize("case", CONTRACT["cases"], ids=lambda case: case["id"])
def test_cognito_answers(case, pool, instance):
    outcome = run(case, pool, Emulator(instance.endpoint))
    assert outcome.differences == []
    assert [step for step in outcome.steps if "left out" in step] == []


def test_cases_are_all_there_and_every_expectation_has_a_mark():
    numbers = {int(case["id"].rstrip("abc")) for case in CONTRACT["cases"]}
    assert numbers == set(range(1, 29))
    expectations = [s["expect"] for c in CONTRACT["cases"] for s in c["steps"] if "expect" in s]
    assert {expected["mark"] for expected in expectations} == set(CONTRACT["marks"])


def test_case_that_would_wait_for_long_is_not_asked_of_a_real_pool():
    waits = {c["id"] for c in CONTRACT["cases"] for s in c["steps"] if _is_long(s)}
    assert waits == {case["id"] for case in CONTRACT["cases"] if "notAtAws" in case}


def _is_long(step: dict) -> bool:
    return step.get("pass", 0) > LONGEST_WAIT_SECONDS


class AwsInPlaceOf(Aws):
    """The recorder's view of a real pool, on the emulator."""

    def __init__(self, endpoint: str) -> None:
        super().__init__(mailbox=None)
        self.endpoint = endpoint


def test_recorder_tells_differences_and_what_it_left_out_and_removes_its_pool(instance):
    chosen = {"1", "9", "10", "22"}
    cases = [case for case in CONTRACT["cases"] if case["id"] in chosen]
    step = cases[0]["steps"][0] | {"expect": {"mark": "R", "error": "*"}}
    cases[0] = cases[0] | {"steps": [step]}
    record = recorded(CONTRACT | {"cases": cases}, AwsInPlaceOf(instance.endpoint))
    assert record["asked"] == 2
    assert record["differences"] == ["1, SignUp, new: not refused with *"]
    assert [bool(case["not_run"]) for case in record["cases"]] == [False, True, True, False]
    with pytest.raises(Exception, match="ResourceNotFoundException"):
        instance.client("cognito-idp").describe_user_pool(UserPoolId=record["pool"])


@pytest.mark.parametrize(
    ("variables", "complaint"),
    [
        ({}, "no AWS credentials in the environment"),
        ({"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"}, "no AWS region"),
        ({"AWS_ENDPOINT_URL": "http://localhost:4566"}, "that is no real pool"),
    ],
)
def test_recorder_says_in_one_line_why_it_cannot_ask(variables, complaint, tmp_path):
    bare = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
    done = subprocess.run(
        [sys.executable, "-m", "contract", "--into", str(tmp_path / "record.json")],
        cwd=PACKAGE, env=bare | {"HOME": str(tmp_path)} | variables,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "record.json").exists()


@pytest.mark.parametrize(
    ("expected", "status", "body", "differs"),
    [
        ({"answer": {}}, 200, {}, False),
        ({"answer": {}}, 200, {"More": 1}, True),
        ({"shows": {}}, 200, {"More": 1}, False),
        ({"shows": {"A": {"like": "^b"}}}, 200, {"A": "bc"}, False),
        ({"shows": {"A": {"like": "^b"}}}, 200, {"A": "cb"}, True),
        ({"shows": {"A": False}}, 200, {"A": 0}, True),
        ({"shows": {"A": {"has": {"B": 1}}}}, 200, {"A": [{"B": 2}, {"B": 1, "C": 3}]}, False),
        ({"shows": {"A": {"has": {"B": 1}}}}, 200, {"A": [{"B": 2}]}, True),
        ({"error": "E"}, 400, {"__type": "E"}, False),
        ({"error": "E"}, 400, {"__type": "F"}, True),
        ({"error": "E"}, 500, {"__type": "E"}, True),
        ({"error": "E", "text": "no"}, 400, {"__type": "E", "message": "yes"}, True),
        ({"error": ["E", "F"]}, 400, {"__type": "F"}, False),
        ({"error": "*"}, 200, {}, True),
    ],
)
def test_expectation_is_met_or_not(expected, status, body, differs):
    assert bool(difference(expected, status, body)) is differs
