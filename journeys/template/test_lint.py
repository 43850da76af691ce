"""What cfn-lint finds, its informational rules included, is what we know and have a reason for."""

import json
import subprocess
import sys
import unittest
from pathlib import Path

from translated import ROOT, source

QUEUES_AND_LOGS = (
    "queues hold work that nothing could take up without the stack; logs but the audit's are for"
    " a look at what runs"
)
KNOWN = {
    ("I3011", "AWS::SQS::Queue"): QUEUES_AND_LOGS,
    ("I3011", "AWS::Logs::LogGroup"): QUEUES_AND_LOGS,
    (
        "W1030",
        "AWS::CloudFront::Distribution",
    ): "no certificate only where there is no distribution",
    ("I2530", "AWS::Serverless::Function"): "snapshots are for those that a person waits for",
}


class LintTest(unittest.TestCase):
    def test_every_finding_is_known_and_everything_known_is_still_found(self):
        linter = Path(sys.executable).with_name("cfn-lint")
        told = ["--include-checks", "I", "--regions", "us-east-1", "eu-west-3", "--format", "json"]
        done = subprocess.run(
            [linter, "--template", ROOT / "template.yaml", *told],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        found = set()
        for finding in json.loads(done.stdout):
            match finding["Location"]["Path"]:
                case ["Resources", logical_id, *_]:
                    where = source()["Resources"][logical_id]["Type"]
                case path:
                    where = "/".join(map(str, path))
            found.add((finding["Rule"]["Id"], where))
        self.assertEqual(found, KNOWN.keys())


if __name__ == "__main__":
    unittest.main()
