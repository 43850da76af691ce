"""A portal with something in it: people, videos, a clip, tickets, a campaign, links from mails."""

import base64
import hmac
import json
import secrets
import uuid
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import boto3
from botocore.config import Config

from contract import Answer
from mails import Mails, wait
from people import DOMAIN, JSON, PASSWORD, Person

Send = Callable[[str, str, list[tuple[str, str]], bytes | None], Answer]


class Portal:
    """What a run needs of a deployed stack; everything here goes through its front door."""

    def __init__(self, outputs: dict, send: Send, master: Path, spared: int = 0) -> None:
        self.outputs = outputs
        self.send = send
        self._session = {
            "endpoint_url": outputs["AwsEndpointUrl"],
            "region_name": "us-east-1",
            "aws_access_key_id": "test",
            "aws_secret_access_key": "test",
        }
        self._mails = Mails(outputs["MailboxUrl"])
        self.terms = self.json("GET", "/v1/terms")["version"]
        topics = self.json("GET", "/v1/topics")["topics"]
        self.consent = topics[0]["consentTextVersion"]
        # One form names one text: topics of another one are subscribed to by a form of their own.
        self.topics = [
            topic["topic"] for topic in topics if topic["consentTextVersion"] == self.consent
        ]
        self.journalists = [Person(self, "fuzz") for _ in range(3)]
        self.editor = Person(self, "desk", editor=True)
        # Whose account and sessions may end: with those of the others their tickets would go.
        self.leaver = Person(self, "leaver", spared=spared)
        self.videos = [
            self._video(master, more)
            for more in (
                {},
                {"embargoUntil": "9998-01-01T00:00:00.000Z"},
                {"withdrawn": {"at": "2026-01-01T00:00:00.000Z"}},
            )
        ]
        self.clips = [self._clip()]
        self.renew()

    def renew(self) -> None:
        """Makes anew what requests use up."""
        self.tickets = [self._ticket(n) for n in range(3)]
        self.refs = [
            item["ref"]
            for item in self.json("GET", "/v1/me/downloads", person=self.journalists[0])["items"]
        ]
        self.campaigns = [self._campaign()]
        self.previews = [self._preview()]
        self.imports = [self._import()]
        self.exports = [self._export()]
        self.verifications = [
            self.sign_up(f"pending-{secrets.token_hex(5)}@{DOMAIN}") for _ in range(3)
        ]
        self.sessions = [
            person.cookie.split("=", 1)[1].split("~")[0] for person in self.journalists
        ]
        self.offers = [Person(self, "newcomer").offer for _ in range(2)]
        self.confirmations = [self._confirmation()]
        self.unsubscribes = [self._unsubscribe()]
        # Well-formed and nobody's: a draft has no recipients yet.
        self.recipients = [str(uuid.uuid4())]

    def tidy(self) -> None:
        """Takes away what requests have left and lists or searches would go through."""
        self._mails.empty()

    def client(self, service: str):
        return boto3.client(service, **self._session, config=Config(retries={"max_attempts": 2}))

    def json(
        self,
        method: str,
        path: str,
        body: dict | None = None,
        person: Person | None = None,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> dict:
        sent = [*JSON, *headers]
        if person:
            sent.append(("Authorization", "Bearer " + person.token()))
        text = None if body is None else json.dumps(body).encode()
        answer = self.send(method, path, sent, text)
        if answer.status >= 300:
            raise SystemExit(
                f"{method} {path.split('?')[0]}: {answer.status} {answer.body[:500]!r}"
            )
        return json.loads(answer.body) if answer.body else {}

    def sign_up(self, address: str) -> str:
        form = {
            "email": address,
            "password": PASSWORD,
            "language": "en",
            "termsVersion": self.terms,
        }
        return self.json("POST", "/v1/accounts", form)["verificationId"]

    def code(self, address: str) -> str:
        return self._mails.find(address, r"(?<!\d)(\d{6})(?!\d)")

    def make_editor(self, address: str) -> None:
        self.client("cognito-idp").admin_add_user_to_group(
            UserPoolId=self.outputs["UserPoolId"], Username=address, GroupName="editors"
        )

    def _video(self, master: Path, more: dict) -> str:
        video = f"fuzz-{secrets.token_hex(5)}"
        texts = {language: f"Conference {language}" for language in ("en", "fr", "uk")}
        description = {
            "schema": 1,
            "videoId": video,
            "title": texts,
            "event": {"id": "fuzz", "name": texts},
            "date": "2026-02-12",
            "place": {"city": texts, "country": "BE"},
            "languages": ["en"],
            "speakers": [{"id": "sg", "name": texts}],
            "terms": {"id": "press", "credit": "Courtesy"},
            "master": {"file": "master.mp4"},
            "preview": "hd",
            "renditions": [{"name": "hd", "file": "master.mp4"}],
            "audio": [{"index": 0, "language": "en", "role": "original"}],
            **more,
        }
        s3, bucket = self.client("s3"), self.outputs["MastersBucket"]
        s3.upload_file(str(master), bucket, f"masters/{video}/master.mp4")
        s3.put_object(Bucket=bucket, Key=f"masters/{video}/poster.jpg", Body=b"\xff\xd8\xff")
        s3.put_object(Bucket=bucket, Key=f"masters/{video}/subtitles/en.vtt", Body=b"WEBVTT\n")
        s3.put_object(
            Bucket=bucket, Key=f"masters/{video}/video.json", Body=json.dumps(description).encode()
        )

        def taken() -> bool:
            found = s3.list_objects_v2(Bucket=bucket, Prefix=f"ingest-reports/{video}.json")
            return bool(found.get("Contents"))

        wait("an ingest report", taken)
        return video

    def _clip(self) -> str:
        asked = {"videoId": self.videos[0], "ranges": [{"in": {"frame": 10}, "out": {"frame": 60}}]}
        clip = self.json("POST", "/v1/clips", asked, self.journalists[0])["clips"][0]["clipId"]
        wait(
            "a clip",
            lambda: (
                self.json("GET", f"/v1/clips/{clip}", person=self.journalists[0])["status"]
                in ("ready", "failed")
            ),
        )
        return clip

    def _ticket(self, number: int) -> tuple[str, str]:
        items = [{"videoId": self.videos[0], "rendition": "hd"}, {"clipId": self.clips[0]}]
        made = self.json(
            "POST",
            "/v1/downloads",
            {"items": items, "termsVersion": self.terms},
            self.journalists[0],
            (("Idempotency-Key", secrets.token_hex(16)),),
        )
        return made["ticket"], quote(made["files"][number % 2]["name"])

    def _campaign(self) -> str:
        letter = {
            "subject": "Week 7",
            "preheader": "New",
            "bodyMarkdown": "## New\n\n[Press](https://clipdesk.example)",
        }
        campaign = {
            "name": "Week 7",
            "topic": self.topics[0],
            "content": dict.fromkeys(("fr", "en", "uk"), letter),
        }
        key = ("Idempotency-Key", secrets.token_hex(16))
        made = self.json("POST", "/v1/editor/campaigns", campaign, self.editor, (key,))[
            "campaignId"
        ]
        return made

    def _preview(self) -> str:
        path = f"/v1/editor/campaigns/{self.campaigns[0]}/preview-links"
        key = ("Idempotency-Key", secrets.token_hex(16))
        return self.json("POST", path, {}, self.editor, (key,))["href"].rsplit("/", 1)[1]

    def _import(self) -> str:
        form = {"topics": self.topics[:1], "language": "en", "withoutProof": "refuse"}
        key = ("Idempotency-Key", secrets.token_hex(16))
        path = "/v1/editor/subscriber-imports"
        return self.json("POST", path, form, self.editor, (key,))["importId"]

    def _export(self) -> str:
        key = ("Idempotency-Key", secrets.token_hex(16))
        path = "/v1/editor/subscriber-exports"
        return self.json("POST", path, {"topic": self.topics[0]}, self.editor, (key,))["exportId"]

    def _confirmation(self) -> str:
        address = f"reader-{secrets.token_hex(5)}@{DOMAIN}"
        form = {
            "email": address,
            "topics": self.topics,
            "language": "en",
            "consentTextVersion": self.consent,
        }
        self.json("POST", "/v1/subscriptions", form)
        return self._mails.find(address, r"/v1/subscriptions/confirmations/([\w.~-]+)")

    def _unsubscribe(self) -> str:
        """As the sender signs it; sending a newsletter for one would take minutes."""
        function = f"{self.outputs['StackName']}-newsletters"
        found = self.client("lambda").get_function_configuration(FunctionName=function)
        arn = found["Environment"]["Variables"]["LINKS_KEY_ARN"]
        key = self.client("secretsmanager").get_secret_value(SecretId=arn)["SecretString"]
        text = f"u1.k1.{uuid.uuid4()}.{self.campaigns[0]}.{self.topics[0]}"
        signature = hmac.digest(key.encode(), text.encode(), "sha256")[:16]
        return f"{text}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"
