"""A dead letter goes to the function as it is now, not to the version that failed."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from translated import ROOT

QUEUE = "https://sqs.example/1/clips-dead-letters"
FUNCTION = "arn:aws:lambda:eu-west-3:123456789012:function:clipdesk-Clips"

# Stands for the command line tools: notes each call and holds one letter.
AWS = """
import json, os, sys
arguments = sys.argv[1:]
with open(os.environ["CALLS"], "a") as calls:
    print(json.dumps(arguments), file=calls)
answers = {"receive-message": {"Messages": [json.loads(os.environ["LETTER"])]}}
print(json.dumps(answers.get(arguments[1], {})))
"""


def invoked(function: str) -> list[str]:
    """Which functions the letter of a failed event of this one is handed to."""
    body = {
        "requestContext": {"functionArn": function, "condition": "RetriesExhausted"},
        "requestPayload": {"it": 1},
    }
    letter = {
        "MessageId": "m-1",
        "ReceiptHandle": "r-1",
        "Body": json.dumps(body),
        "Attributes": {"SentTimestamp": "1"},
    }
    with tempfile.TemporaryDirectory() as folder:
        tools, calls = Path(folder, "aws.py"), Path(folder, "calls")
        tools.write_text(AWS)
        environment = os.environ | {
            "AWS_CLI": f"{sys.executable} {tools}",
            "CALLS": str(calls),
            "LETTER": json.dumps(letter),
        }
        command = [sys.executable, str(ROOT / "bin/redrive.py"), QUEUE, "--go", "--limit", "1"]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        made = [json.loads(line) for line in calls.read_text().splitlines()]
    return [call[call.index("--function-name") + 1] for call in made if call[1] == "invoke"]


class RedriveTest(unittest.TestCase):
    def test_letter_of_an_older_version_goes_to_the_alias(self) -> None:
        self.assertEqual(invoked(f"{FUNCTION}:7"), [f"{FUNCTION}:live"])

    def test_letter_of_the_alias_goes_to_it_again(self) -> None:
        self.assertEqual(invoked(f"{FUNCTION}:live"), [f"{FUNCTION}:live"])

    def test_letter_that_names_no_version_goes_to_the_alias(self) -> None:
        for named in (FUNCTION, f"{FUNCTION}:$LATEST"):
            self.assertEqual(invoked(named), [f"{FUNCTION}:live"])


if __name__ == "__main__":
    unittest.main()
