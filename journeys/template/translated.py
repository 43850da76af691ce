"""template.yaml as CloudFormation sees it: after the SAM transform, by SAM's own library, offline.

SAM runs on AWS's side at each deployment, so that what it makes of a parameter is nowhere to be
read in the source: logical ids of versions and API deployments are hashes of what it was given.
"""

import json
import logging
import os
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

ROOT = Path(__file__).resolve().parents[2]

PSEUDO = {
    "AWS::Region": "eu-west-3",
    "AWS::AccountId": "111122223333",
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::StackName": "clipdesk",
    "AWS::StackId": "arn:aws:cloudformation:eu-west-3:111122223333:stack/clipdesk/1",
    "AWS::NotificationARNs": [],
}
logging.disable(logging.WARNING)  # SAM's library tells of its metrics and feature toggles
os.environ["AWS_DEFAULT_REGION"] = PSEUDO["AWS::Region"]


@cache
def source() -> dict:
    """template.yaml itself, intrinsics in their long form; not to be changed."""
    return yaml_parse((ROOT / "template.yaml").read_text())


def parameters() -> dict:
    """A value for every parameter: its default, or an example where it has none."""
    examples = {
        "PublicBaseUrl": "https://clipdesk.example",
        "WebOrigin": "https://clipdesk.example",
        "WebCertificateArn": "arn:aws:acm:us-east-1:111122223333:certificate/1b2c3d4e",
        "SesIdentityArn": "arn:aws:ses:eu-west-3:111122223333:identity/clipdesk.example",
        "MailFrom": "no-reply@clipdesk.example",
        "NewsletterFrom": "news@clipdesk.example",
        "NewsletterReplyTo": "press@clipdesk.example",
    }
    return {
        name: str(examples[name] if name in examples else declared["Default"])
        for name, declared in source()["Parameters"].items()
    }


def another(name: str) -> str:
    """Another value that the parameter may have."""
    declared, value = source()["Parameters"][name], parameters()[name]
    if "AllowedValues" in declared:
        return next(str(other) for other in declared["AllowedValues"] if str(other) != value)
    if declared["Type"] == "Number":
        return str(int(value) + 1)
    if value.startswith("arn:"):
        return value + ".org"
    return value.replace("clipdesk", "elsewhere") if "clipdesk" in value else value + "x1"


@dataclass(frozen=True)
class Stack:
    """A translated template with the parameters that it was translated for."""

    template: dict
    parameters: dict

    @property
    def resources(self) -> dict[str, dict]:
        """Every resource whose condition holds."""
        return {
            logical_id: resource
            for logical_id, resource in self.template["Resources"].items()
            if "Condition" not in resource or self.holds(resource["Condition"])
        }

    def ids(self, kind: str) -> set[str]:
        """The logical ids of all resources of a type."""
        return {i for i, resource in self.resources.items() if resource["Type"] == kind}

    def holds(self, condition: str) -> bool:
        """Whether a condition of the template holds for these parameters."""
        return self._decide(self.template["Conditions"][condition])

    def _decide(self, term: dict) -> bool:
        match term:
            case {"Condition": str(name)}:
                return self.holds(name)
            case {"Fn::Not": [inner]}:
                return not self._decide(inner)
            case {"Fn::And": inner}:
                return all(self._decide(each) for each in inner)
            case {"Fn::Or": inner}:
                return any(self._decide(each) for each in inner)
            case {"Fn::Equals": [left, right]}:
                return self.resolve(left) == self.resolve(right)
        raise ValueError(f"Unknown condition {term}")

    def resolve(self, value):
        """The value with parameters and conditions in their places; names of resources stay."""
        match value:
            case {"Ref": str(name)} if len(value) == 1:
                known = self.parameters | PSEUDO
                return known.get(name, value)
            case {"Fn::If": [name, then, otherwise]}:
                return self.resolve(then if self.holds(name) else otherwise)
            case {"Fn::Sub": str(text)}:
                return self._substitute(text, {})
            case {"Fn::Sub": [str(text), dict(variables)]}:
                return self._substitute(text, self.resolve(variables))
            case dict():
                pairs = ((key, self.resolve(inner)) for key, inner in value.items())
                return {key: inner for key, inner in pairs if inner != {"Ref": "AWS::NoValue"}}
            case list():
                return [self.resolve(inner) for inner in value]
        return value

    def _substitute(self, text: str, variables: dict):
        for name, inner in (self.parameters | PSEUDO | variables).items():
            inner = inner if isinstance(inner, str) else json.dumps(inner, sort_keys=True)
            text = text.replace(f"${{{name}}}", inner)
        return {"Fn::Sub": text} if "${" in text else text


def translate(
    zips: dict[str, str] | None = None, routes: int | None = None, **overrides: str
) -> Stack:
    """What SAM makes of the template.

    @param zips: what stands in for the content of a zip, by its path
    @param routes: how many routes each function shall have: they take SAM nearly all its time
    @param overrides: parameters; of those that are not named, the default or an example
    """
    given = parameters() | overrides
    template = deepcopy(source())
    for resource in template["Resources"].values():
        events = resource.get("Properties", {}).get("Events", {})
        ours = [name for name, event in events.items() if event["Type"] == "Api"]
        for name in ours[len(ours) if routes is None else routes :]:
            del events[name]
        for place in ("CodeUri", "ContentUri"):
            path = resource.get("Properties", {}).get(place)
            if path:  # as `sam deploy` puts it: the name in the bucket is a hash of the content
                content = (zips or {}).get(path, path)
                resource["Properties"][place] = f"s3://artifacts/{content.replace('/', '-')}"
    translator = Translator(managed_policy_map={}, sam_parser=Parser())
    return Stack(translator.translate(template, given), given)
