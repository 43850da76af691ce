"""Plays a short journey against a deployed stack, with your own mail address.

    bin/smoke --stack clipdesk --region eu-west-3 --address me+smoke@press.example
    bin/smoke --outputs .localstack/outputs.json --address me@press.example

It signs up, takes the code that you type from the mail, signs in, lists the videos, cuts two
seconds of one of them, downloads the clip, compares size and checksum, and deletes the account
again. Each step is a line. The first that fails ends it with what came, what to look at, and exit
code 1; the account is deleted all the same. The clip stays where clips are kept, as long as any.
"""

import argparse
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

from downloaded import checked
from portal import Answer, Api, FailedError, mailed, outputs_of_file, outputs_of_stack

CLIP_SECONDS = 2
CUTTING_SECONDS = 300
MAIL_SECONDS = 120
CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")


@contextmanager
def step(what: str, hint: str) -> Iterator[None]:
    """Prints a step and how long it took; a failure says what to look at."""
    print(f"  {what} …", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except (FailedError, KeyError, IndexError, OSError) as error:
        said = error if isinstance(error, FailedError) else f"{type(error).__name__} {error}"
        print(f" FAILED\n      {said}.\n      {hint}.", flush=True)
        raise FailedError(f"It failed {what}") from error
    print(f" {time.monotonic() - began:.1f} s", flush=True)


def until(seconds: float, what: str, probe: Callable[[], object]) -> object:
    """The first true value of a probe."""
    deadline = time.monotonic() + seconds
    while not (value := probe()):
        if time.monotonic() > deadline:
            raise FailedError(f"not {what} within {seconds:.0f} s")
        time.sleep(1)
    return value


def code_source(options: argparse.Namespace, outputs: dict[str, str]) -> Callable[[], str]:
    """Where the code comes from: a command, the local stack's mailbox, or whoever sits here."""
    if options.code_command:
        return lambda: subprocess.run(
            options.code_command, shell=True, capture_output=True, text=True, check=False
        ).stdout
    if mailbox := outputs.get("MailboxUrl"):
        before = len(mailed(mailbox, options.address))
        return lambda: "".join(
            until(MAIL_SECONDS, "mailed", lambda: mailed(mailbox, options.address)[before:])
        )
    return lambda: input("\n    the six digits from the mail: ")


class Journey:
    """Somebody who comes, takes a clip and goes."""

    def __init__(self, api: Api, outputs: dict[str, str], address: str) -> None:
        self._api = api
        self._logs = f"/aws/lambda/{outputs.get('StackName', 'STACK')}"
        self._address = address
        self._password = f"Aa1!{secrets.token_urlsafe(24)}"
        self._terms = ""
        self.joined = False

    def reach(self) -> None:
        """The API answers."""
        hint = "Does its address lead to the stage `live` with an empty base path? Try --gateway"
        with step("asking for its health", hint):
            self._api.call("GET", "/v1/health").expect(200)
            self._terms = self._api.call("GET", "/v1/terms").expect(200).json()["version"]

    def join(self, code: Callable[[], str]) -> None:
        """An account, proven by a code, and a session."""
        with step(f"signing up as {self._address}", f"See the log {self._logs}-accounts"):
            form = {
                "email": self._address, "password": self._password, "name": "Smoke test",
                "language": "en", "termsVersion": self._terms, "returnTo": "/en/",
            }  # fmt: skip
            signed_up = self._api.call("POST", "/v1/accounts", form).expect(202).json()
        hint = (
            "In the sandbox SES mails verified addresses only; an address that has an account gets"
            " a notice and no code, so take another one. Nothing is left to delete"
        )
        with step("waiting for the code", hint):
            digits = CODE.search(code())
            if not digits:
                raise FailedError("that holds no six digits")
            path = f"/v1/verifications/{signed_up['verificationId']}/check"
            self._api.call("POST", path, {"code": digits[0]}).expect(200)
            self.joined = True
        with step("signing in", f"See the log {self._logs}-accounts"):
            self._sign_in()

    def leave(self) -> None:
        """The account goes; it takes a sign-in of the last five minutes."""
        hint = f"The account {self._address} may still be there: delete it in the user pool"
        with step("deleting the account", hint):
            self._sign_in()
            self._api.call("DELETE", "/v1/me").expect(204)
            self._api.token = ""
            self._session().expect(401)

    def take_a_clip(self, video_id: str | None) -> bool:
        """Two seconds of a video, cut and downloaded; false if there is no video yet."""
        with step("listing the videos", f"See the log {self._logs}-media"):
            video = self._video(video_id)
        if not video:
            return False
        clip = self._cut(video)
        hint = f"See the log {self._logs}-media"
        with step("making a download ticket", hint):
            ask = {"items": [{"clipId": clip["clipId"]}], "termsVersion": self._terms}
            key = f"smoke-{secrets.token_hex(12)}"
            ticket = self._api.call("POST", "/v1/downloads", ask, Idempotency_Key=key)
            file = ticket.expect(201).json()["files"][0]
        with step("downloading", "The link leads to S3: look at the answer's text there"):
            link = self._api.call("GET", file["href"]).expect(302).headers["Location"]
            content = self._api.call("GET", link).expect(200).body
            compared = checked(content, file, clip)
        print(f"      {file['name']}, {len(content)} bytes; compared: {compared}")
        return True

    def _sign_in(self) -> None:
        self._api.token = self._session().expect(201).json()["accessToken"]

    def _session(self) -> Answer:
        ask = {"email": self._address, "password": self._password}
        return self._api.call("POST", "/v1/sessions", ask)

    def _video(self, video_id: str | None) -> dict:
        if video_id:
            return self._api.call("GET", f"/v1/videos/{video_id}").expect(200).json()
        items = self._api.call("GET", "/v1/videos").expect(200).json()["items"]
        return next((video for video in items if video["status"] == "released"), {})

    def _cut(self, video: dict) -> dict:
        rate = Fraction(video["frameRate"]["num"], video["frameRate"]["den"])
        first = video["frames"] // 2
        last = min(video["frames"], first + round(CLIP_SECONDS * rate))
        hint = f"See the log {self._logs}-clips and status.json of the clip"
        with step(f"cutting frames [{first}, {last}) of {video['videoId']}", hint):
            ranges = [{"in": {"frame": first}, "out": {"frame": last}}]
            answer = self._api.call(
                "POST", "/v1/clips", {"videoId": video["videoId"], "ranges": ranges}
            )
            if answer.status != 200:
                answer.expect(202)
            clip_id = answer.json()["clips"][0]["clipId"]

            clip = until(CUTTING_SECONDS, "ready", lambda: self._ended(clip_id))
            if clip["status"] == "failed":
                raise FailedError(f"the clip {clip_id} failed: {clip['error']}")
            return clip

    def _ended(self, clip_id: str) -> dict | None:
        clip = self._api.call("GET", f"/v1/clips/{clip_id}").expect(200).json()
        return clip if clip["status"] in ("ready", "failed") else None


def play(options: argparse.Namespace) -> str:
    """The journey; says at the end what was seen."""
    outputs = (
        outputs_of_file(options.outputs)
        if options.outputs
        else outputs_of_stack(options.stack, options.region)
    )
    public = outputs["ApiUrl"]
    base = outputs["GatewayUrl"] if options.gateway else public
    print(f"Clipdesk at {base}")
    journey = Journey(Api(public, base), outputs, options.address)
    journey.reach()
    took = False
    try:
        journey.join(code_source(options, outputs))
        took = journey.take_a_clip(options.video)
    finally:
        if journey.joined:
            journey.leave()
    return "Everything was right." if took else "Right so far; no video yet, so none was cut."


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(
        prog="bin/smoke", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    stack = made.add_mutually_exclusive_group(required=True)
    stack.add_argument("--stack", help="its name in CloudFormation")
    stack.add_argument("--outputs", type=Path, help="its outputs, a flat JSON object in a file")
    made.add_argument("--region", help="its region, if it is not that of the AWS tools")
    made.add_argument("--address", required=True, help="yours; it must not have an account yet")
    made.add_argument("--video", metavar="ID", help="which video; else the newest")
    made.add_argument(
        "--gateway", action="store_true", help="at the gateway's own address: no domain yet"
    )
    made.add_argument(
        "--code-command", metavar="COMMAND", help="prints the mail, or its code, once it is there"
    )
    return made


if __name__ == "__main__":
    try:
        print(play(parser().parse_args()))
    except FailedError as error:
        sys.exit(f"{error}.")
    except (KeyboardInterrupt, EOFError):
        sys.exit("Broken off.")
