"""Every transcript is told of once, and the index is forgotten only where that is asked for."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from translated import ROOT

# Stands for the command line tools: notes each call, with the file that it names.
AWS = """
import json, os, sys
arguments = sys.argv[1:]
for number, argument in enumerate(arguments):
    if argument.startswith("file://"):
        arguments[number] = open(argument[7:]).read()
with open(os.environ["CALLS"], "a") as calls:
    print(json.dumps(arguments), file=calls)
keys = [f"transcripts/video-{n}/en/state.json" for n in range(12)]
keys += ["transcripts/video-1/en/sources/0f", "transcripts/video-1/en/revisions/r1-0f.json"]
outputs = [
    {"OutputKey": "TranscriptsBucket", "OutputValue": "transcripts-bucket"},
    {"OutputKey": "IndexWork", "OutputValue": "index-work"},
]
answers = {
    "describe-stacks": {"Stacks": [{"Outputs": outputs}]},
    "list-objects-v2": {"Contents": [{"Key": key} for key in keys]},
}
print(json.dumps(answers.get(arguments[1], {})))
"""


def calls(*options: str) -> list[list[str]]:
    """What the command line tools are asked for."""
    with tempfile.TemporaryDirectory() as folder:
        tools, made = Path(folder, "aws.py"), Path(folder, "calls")
        tools.write_text(AWS)
        environment = os.environ | {"AWS_CLI": f"{sys.executable} {tools}", "CALLS": str(made)}
        command = [sys.executable, str(ROOT / "bin/reindex.py"), "clipdesk", *options]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        return [json.loads(line) for line in made.read_text().splitlines()]


class ReindexTest(unittest.TestCase):
    def test_dry_run_changes_nothing(self) -> None:
        self.assertEqual(
            [call[1] for call in calls("--anew")], ["describe-stacks", "list-objects-v2"]
        )

    def test_each_state_is_told_of_once_ten_at_a_time(self) -> None:
        sent = [call for call in calls("--go") if call[1] == "send-message-batch"]
        entries = [json.loads(call[call.index("--entries") + 1]) for call in sent]
        self.assertEqual([len(each) for each in entries], [10, 2])
        keys = [
            json.loads(entry["MessageBody"])["Records"][0]["s3"]["object"]["key"]
            for each in entries
            for entry in each
        ]
        self.assertEqual(keys, [f"transcripts/video-{n}/en/state.json" for n in range(12)])

    def test_the_index_is_forgotten_before_anything_is_told(self) -> None:
        made = [call[1] for call in calls("--go", "--anew")]
        self.assertLess(made.index("delete-object"), made.index("send-message-batch"))
        self.assertNotIn("delete-object", [call[1] for call in calls("--go")])
