"""Has transcripts put into the index of what was said once more.

Each gets the message that S3 would send if its state were written now; the worker then looks at
what is there. What the index has already as it should be stays.

    bin/reindex STACK            say how many there are, change nothing
    bin/reindex STACK --go       have all of them looked at
    bin/reindex STACK --go --anew
                                 forget the index first, as after a hole in it: until it is built
                                 again, search finds less than there is
    bin/reindex STACK --go --video VIDEO-ID

Calls go through the AWS command line tools (`aws`, or what AWS_CLI names), with their settings.
"""

import argparse
import json
import re
import sys
import tempfile

from awscli import aws

BATCH = 10  # as many as SQS takes in one call
STATE = re.compile(r"transcripts/[^/]+/[a-z]{2,3}/state\.json")


def outputs(stack: str) -> dict[str, str]:
    """What the stack says of itself."""
    found = aws("cloudformation", "describe-stacks", "--stack-name", stack)["Stacks"][0]
    return {each["OutputKey"]: each["OutputValue"] for each in found["Outputs"]}


def states(bucket: str, video: str | None) -> list[str]:
    """The keys of all states, or of one video's."""
    prefix = f"transcripts/{video}/" if video else "transcripts/"
    listed = aws("s3api", "list-objects-v2", "--bucket", bucket, "--prefix", prefix)
    return [each["Key"] for each in listed.get("Contents", []) if STATE.fullmatch(each["Key"])]


def tell(queue: str, keys: list[str]) -> None:
    """Sends the word that S3 would send, ten at a time."""
    for first in range(0, len(keys), BATCH):
        entries = [
            {"Id": str(number), "MessageBody": json.dumps({"Records": [{"s3": {"object": {"key": key}}}]})}
            for number, key in enumerate(keys[first : first + BATCH])
        ]  # fmt: skip
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
            json.dump(entries, file)
            file.flush()
            answer = aws(
                "sqs", "send-message-batch", "--queue-url", queue, "--entries", f"file://{file.name}",
            )  # fmt: skip
        if answer.get("Failed"):
            sys.exit(f"{len(answer['Failed'])} messages were not taken: run this again")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stack")
    parser.add_argument("--go", action="store_true", help="really do it")
    parser.add_argument("--anew", action="store_true", help="forget the index first")
    parser.add_argument("--video", help="of this video alone")
    options = parser.parse_args()
    if options.anew and options.video:
        parser.error("--anew forgets all of the index: it goes with all videos")
    of = outputs(options.stack)
    keys = states(of["TranscriptsBucket"], options.video)
    if not options.go:
        print(f"{len(keys)} transcripts would be looked at (dry run; --go does it)")
        return
    if options.anew:
        aws(
            "s3api", "delete-object", "--bucket", of["TranscriptsBucket"],
            "--key", "index/manifest.json",
        )  # fmt: skip
        print("the index is forgotten")
    tell(of["IndexWork"], keys)
    print(f"{len(keys)} transcripts are looked at; the alarm IndexWorkAge tells if that takes long")


if __name__ == "__main__":
    main()
