"""Who asks, and with which ids: most requests have to get past the first wall to be of use."""

import base64
import json
import random
import secrets
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from cases import Case
from events import claims_of
from people import DOMAIN, PASSWORD, Person
from portal import Portal

LIMITED = ("/v1/clips", "/v1/downloads")
KNOWN = 0.75  # of the ids of a path, of a body
ENDS_TOKENS = {
    "deleteAccount",
    "signOutEverywhere",
    "changePassword",
    "changeAddress",
    "endSession",
}


@dataclass(frozen=True)
class Caller:
    """Whose request it is; a token that is made up belongs to nobody."""

    token: str = ""
    person: Person | None = None
    claims: dict | None = None  # what the gateway would make of the token

    def refused(self) -> None:
        """The session of the token was ended."""
        if self.person:
            self.person.lost(self.token)


class Callers:
    """Fills requests with what a portal knows."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal

    def caller(self, case: Case, dice: random.Random) -> Caller:
        operation = case.operation
        if not operation.takes_token:
            return Caller()
        chance = dice.random()
        if operation.id in ENDS_TOKENS:
            if chance < 0.3:
                return _signed_in(self._portal.leaver)
            if chance < 0.85:
                return _stranger(self._portal.leaver, dice)
        elif chance < 0.85:
            wrong_group = dice.random() < 0.1
            people = self._portal.journalists
            if operation.for_editors != wrong_group:
                people = [self._portal.editor]
            person = dice.choice(people)
            # Limits by account would be all that most requests see.
            if operation.path.startswith(LIMITED) and dice.random() < 0.5:
                return _stranger(person, dice)
            return _signed_in(person)
        return Caller(dice.choice(_wrong_tokens(self._portal.editor.token())))

    def grounded(self, case: Case, dice: random.Random) -> Case:
        """With real ids in the path and real values in the body, where some were made up."""
        segments = dict(case.segments)
        if dice.random() < KNOWN:
            segments |= self._segments(case, dice)
        body = case.body
        if body and case.operation.takes_body:
            try:
                body = json.dumps(self._values(json.loads(body), dice), ensure_ascii=False).encode()
            except (ValueError, RecursionError):
                pass
        return replace(
            case,
            segments=segments,
            body=body,
            headers=self._headers(case, dice),
            query=self._query(case, dice),
        )

    def _segments(self, case: Case, dice: random.Random) -> dict[str, str]:
        portal, path = self._portal, case.operation.path
        if "/downloads/{ticket}" in path:
            ticket, file = dice.choice(portal.tickets)
            return {"ticket": ticket} | ({"file": file} if "{file}" in path else {})
        known = {
            "videoId": portal.videos,
            "name": ["poster", "preview", "subtitles-en"],
            "clipId": portal.clips,
            "ref": portal.refs,
            # Of its own for editors, or nobody else's topics would be open any more.
            "topic": ["contract"] if "/editor/" in path else portal.topics,
            "offer": portal.offers,
            "subscriberId": portal.recipients,
            "importId": portal.imports,
            "exportId": portal.exports,
            "token": portal.unsubscribes
            if path.startswith(("/v1/u/", "/v1/p/"))
            else portal.previews
            if path.startswith("/v1/previews/")
            else portal.confirmations,
            "id": portal.campaigns
            if "campaigns" in path or "newsletters" in path
            else portal.sessions
            if "sessions" in path
            else portal.verifications,
        }
        return {name: dice.choice(known[name]) for name in case.segments}

    def _values(self, node: object, dice: random.Random) -> object:
        if isinstance(node, list):
            return [self._values(item, dice) for item in node]
        if not isinstance(node, dict):
            return node
        return {
            name: self._value(name, value, dice)
            if dice.random() < KNOWN
            else self._values(value, dice)
            for name, value in node.items()
        }

    def _value(self, name: str, value: object, dice: random.Random) -> object:
        portal = self._portal
        match name:
            case "videoId":
                return dice.choice(portal.videos)
            case "clipId":
                return dice.choice(portal.clips)
            case "rendition":
                return "hd"
            case "termsVersion":
                return portal.terms
            case "consentTextVersion":
                return portal.consent
            case "topic":
                return dice.choice(portal.topics)
            case "topics":
                return portal.topics[: dice.randint(1, len(portal.topics))]
            case "tracks":
                return ["v1", "a1"][: dice.randint(1, 2)]
            case "email":
                known = [person.address for person in portal.journalists]
                return dice.choice([*known, f"any-{secrets.token_hex(5)}@{DOMAIN}"])
            case "password":
                return dice.choice([PASSWORD, "Wrong-Horse-77!"])
            case "newPassword":
                return dice.choice([PASSWORD, "Wrong-Horse-88!"])
            case "code":
                return f"{dice.randrange(10**6):06}"
            case "frame" | "ms":
                return dice.choice([0, 1, 25, 499, 500, 501, 20_000, 20_001])
            case "sendAt":
                ahead = dice.choice([-60, 59, 61, 3_600, 86_400 * 360, 86_400 * 370])
                moment = datetime.now(UTC) + timedelta(seconds=ahead)
                return moment.strftime(dice.choice(["%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S"]))
            case "state":
                return dice.choice(["sending", "paused", "cancelled", "draft", "sent", "scheduled"])
            case _:
                return self._values(value, dice)

    def _headers(self, case: Case, dice: random.Random) -> list[tuple[str, str]]:
        headers = dict(case.headers)
        if dice.random() < KNOWN:
            if "If-Match" in {p["name"] for p in case.operation.parameters}:
                headers["If-Match"] = f'"v{dice.randint(1, 3)}"'
            if "Origin" in headers:
                headers["Origin"] = self._portal.outputs["WebUrl"]
            if {"session": []} in case.operation.definition["security"]:
                headers |= {
                    "Origin": self._portal.outputs["WebUrl"],
                    "X-Clipdesk-Client": "web",
                    "Cookie": dice.choice(self._portal.journalists).cookie,
                }
        return list(headers.items())

    def _query(self, case: Case, dice: random.Random) -> str:
        if case.operation.id in ("listClips", "readEditList") and dice.random() < KNOWN:
            some = ",".join(
                dice.choices([*self._portal.clips, "0" * 40, "x"], k=dice.randint(1, 3))
            )
            if case.operation.id == "listClips":
                return "ids=" + some
            return f"clips={some}&format={dice.choice(('edl', 'fcpxml', 'otio', 'csv'))}"
        return case.query


def _signed_in(person: Person) -> Caller:
    token = person.token()
    return Caller(token, person, claims_of(token))


def _stranger(person: Person, dice: random.Random) -> Caller:
    """As somebody whom the portal does not know; through the gateway as the person himself."""
    caller = _signed_in(person)
    sub = f"00000000-0000-4000-8000-{dice.randrange(10**12):012}"
    made_up = {"sub": sub, "username": sub, "origin_jti": sub, "auth_time": str(int(time.time()))}
    if "email" in (caller.claims or {}):
        made_up["email"] = f"any-{sub[-12:]}@{DOMAIN}"
    return replace(caller, claims={**caller.claims, **made_up} if caller.claims else None)


def _wrong_tokens(token: str) -> list[str]:
    head, payload, signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(payload + "=="))
    return [
        "",
        "x",
        "a.b.c",
        "." * 3,
        token[:-2],
        token[:-4] + "AAAA",
        f"{head}.{_written({**claims, 'exp': 1})}.{signature}",
        f"{_written({'alg': 'none'})}.{payload}.",
        f"{head}.{_written({**claims, 'token_use': 'id'})}.{signature}",
        "x" * 3000,
        "\xe9",
    ]


def _written(claims: dict) -> str:
    return base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
