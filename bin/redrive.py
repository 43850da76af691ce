"""Puts dead letters back where they came from, whatever fed the queue.

AWS's own redrive refuses a queue that a Lambda on-failure destination feeds. Here each letter says
itself where it belongs: one that holds a function's failed event is handed to that function again
as it is deployed now, any other goes back to the queue whose redrive policy names this one.

    bin/redrive QUEUE            say what would happen, change nothing
    bin/redrive QUEUE --go       do it
    bin/redrive QUEUE --go --limit 1

QUEUE is a queue's name or URL. Calls go through the AWS command line tools (`aws`, or what AWS_CLI
names), with their settings.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from awscli import aws

WORK_SECONDS = 120
BATCH = 10  # as many as SQS takes in one call
ALIAS = "live"  # what the template publishes every function under


@dataclass(frozen=True)
class Letter:
    """One dead letter: its text, its handle, and where it goes."""

    message_id: str
    receipt_handle: str
    body: str

    def failed_event(self) -> tuple[str, str, str] | None:
        """Function, event and cause, if a Lambda on-failure destination wrote the letter."""
        try:
            record = json.loads(self.body)
            function = record["requestContext"]["functionArn"]
            event = json.dumps(record["requestPayload"])
        except (ValueError, KeyError, TypeError):
            return None
        response = record.get("responsePayload") or {}
        cause = response.get("errorMessage") or record["requestContext"].get("condition", "")
        return live(function), event, cause


def live(function: str) -> str:
    """The function as it is deployed now: a letter names the version that failed, which a later
    deployment deletes.
    """
    return ":".join([*function.split(":")[:7], ALIAS])


def letters(queue: str, limit: int) -> Iterator[Letter]:
    """Takes letters until there are none, or the limit is reached, or one comes round again.

    What fails again writes a new letter: letters younger than this run are left alone, else it
    would never end.
    """
    seen: set[str] = set()
    began_ms = time.time() * 1000
    while len(seen) < limit:
        answer = aws(
            "sqs", "receive-message", "--queue-url", queue, "--max-number-of-messages", str(BATCH),
            "--visibility-timeout", str(WORK_SECONDS), "--wait-time-seconds", "1",
            "--attribute-names", "SentTimestamp",
        )  # fmt: skip
        messages = answer.get("Messages", [])
        fresh = [
            message
            for message in messages
            if message["MessageId"] not in seen
            and int(message["Attributes"]["SentTimestamp"]) < began_ms
        ][: limit - len(seen)]
        let_go(queue, [m["ReceiptHandle"] for m in messages if m not in fresh])
        if not fresh:
            return
        for message in fresh:
            seen.add(message["MessageId"])
            yield Letter(message["MessageId"], message["ReceiptHandle"], message["Body"])


def let_go(queue: str, receipt_handles: list[str]) -> None:
    """Shows letters again at once that were only looked at; one that already shows stays so."""
    for first in range(0, len(receipt_handles), BATCH):
        entries = [
            {"Id": str(number), "ReceiptHandle": handle, "VisibilityTimeout": 0}
            for number, handle in enumerate(receipt_handles[first : first + BATCH])
        ]
        aws(
            "sqs", "change-message-visibility-batch", "--queue-url", queue,
            "--entries", json.dumps(entries),
        )  # fmt: skip


def not_shown(queue: str) -> int:
    """How many letters another reader holds; the queue itself says: about."""
    name = "ApproximateNumberOfMessagesNotVisible"
    answer = aws(
        "sqs", "get-queue-attributes", "--queue-url", queue, "--attribute-names", name
    )  # fmt: skip
    return int(answer.get("Attributes", {}).get(name, 0))


def source_queue(queue: str) -> str:
    """The one queue whose redrive policy names this one."""
    sources = aws("sqs", "list-dead-letter-source-queues", "--queue-url", queue).get(
        "queueUrls", []
    )
    if len(sources) != 1:
        sys.exit(f"{queue} is the dead-letter queue of {len(sources)} queues, not of one")
    return sources[0]


@contextmanager
def in_a_file(text: str) -> Iterator[str]:
    """For arguments: both versions of the tools read files alike, and a text may be too long for
    a command line or look like an address.
    """
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        yield file.name


def put_back(letter: Letter, queue: str, go: bool) -> None:
    """Hands one letter on, then deletes it: a crash between the two repeats it, never loses it."""
    event = letter.failed_event()
    if event:
        function, payload, cause = event
        print(f"{letter.message_id} → function {function.rsplit(':function:')[-1]}  ({cause})")
        if go:
            with in_a_file(payload) as file:
                aws(
                    "lambda", "invoke", "--function-name", function, "--invocation-type", "Event",
                    "--payload", f"fileb://{file}", os.devnull,
                )  # fmt: skip
    else:
        target = source_queue(queue)
        print(f"{letter.message_id} → queue {target.rsplit('/', 1)[-1]}")
        if go:
            with in_a_file(letter.body) as file:
                aws(
                    "sqs", "send-message", "--queue-url", target,
                    "--message-body", f"file://{file}",
                )  # fmt: skip
    if go:
        aws(
            "sqs", "delete-message", "--queue-url", queue,
            "--receipt-handle", letter.receipt_handle,
        )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("queue")
    parser.add_argument("--go", action="store_true", help="really do it")
    parser.add_argument("--limit", type=int, default=1000)
    options = parser.parse_args()
    queue = options.queue
    if "/" not in queue:
        queue = aws("sqs", "get-queue-url", "--queue-name", queue)["QueueUrl"]
    hidden = not_shown(queue)
    handles = []
    for letter in letters(queue, options.limit):
        put_back(letter, queue, options.go)
        handles.append(letter.receipt_handle)
    if not options.go:
        let_go(queue, handles)
    if hidden:
        print(f"about {hidden} more did not show: somebody looks at them; run this again later")
    done = "put back" if options.go else "would be put back (dry run; --go does it)"
    print(f"{len(handles)} dead letters {done}")


if __name__ == "__main__":
    main()
