"""Creates the translated template in moto, an emulator that nobody of ours has touched.

A resource that moto refuses is a resource that it reads in another way than LocalStack does, which
is worth a look. What it has no model for is listed, and whatever refers to such a resource is given
a name in its place. A refusal that is not in KNOWN_REFUSALS fails, and so does a known one that
came to an end.
"""

import io
import json
import os
import re
import sys
import warnings
import zipfile
from collections import Counter
from copy import deepcopy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "journeys/template"))
os.environ |= {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}

import boto3  # noqa: E402
from moto import mock_aws  # noqa: E402
from moto.cloudformation import parsing  # noqa: E402
from translated import PSEUDO, translate  # noqa: E402

BUCKET = "artifacts"

# Logical ids of what moto refuses, without the hash that SAM adds to some, and why that is moto's
# matter.
NO_ALIAS = "names the alias live in a text, and moto makes no aliases"
KNOWN_REFUSALS = {
    "ApiDeployment": "reads no Body of an API, and so finds no method to deploy",
    "ClipsMayBeCalled": NO_ALIAS,
    "MediaIngestMayBeCalled": NO_ALIAS,
    "UserPoolMayCallAccountsMail": NO_ALIAS,
}


def stand_in(logical_id: str, resource: dict):
    """What is written where a resource stood that moto has no model for."""
    if resource["Type"] == "AWS::Lambda::Alias":
        return {"Fn::GetAtt": [resource["Properties"]["FunctionName"]["Ref"], "Arn"]}
    return f"arn:aws:elsewhere:{PSEUDO['AWS::Region']}:{PSEUDO['AWS::AccountId']}:{logical_id}"


def without(value, gone: dict[str, object]):
    """The value with the stand-ins of resources that are gone."""
    match value:
        case {"Ref": str(name)} if name in gone:
            return gone[name]
        case {"Fn::GetAtt": [str(name), *_]} if name in gone:
            return gone[name]
        case {"Fn::Sub": str(text)}:
            return {"Fn::Sub": _text(text, gone)}
        case {"Fn::Sub": [str(text), variables]}:
            return {"Fn::Sub": [_text(text, gone), without(variables, gone)]}
        case dict():
            return {key: without(inner, gone) for key, inner in value.items()}
        case list():
            return [without(inner, gone) for inner in value]
    return value


def _text(text: str, gone: dict[str, object]) -> str:
    def named(found: re.Match) -> str:
        match gone.get(found[1]):
            case None:
                return found[0]
            case {"Fn::GetAtt": [function, attribute]}:
                return f"${{{function}.{attribute}}}"
            case name:
                return str(name)

    return re.sub(r"\$\{(\w+)(?:\.\w+)?\}", named, text)


def known_part(template: dict, unknown: set[str]) -> dict:
    """The template without the resources of types that moto has no model for."""
    gone = {i: stand_in(i, r) for i, r in template["Resources"].items() if r["Type"] in unknown}
    part = without(deepcopy({k: v for k, v in template.items() if k != "Outputs"}), gone)
    part["Resources"] = {i: r for i, r in part["Resources"].items() if i not in gone}
    for resource in part["Resources"].values():
        waits = resource.get("DependsOn", [])
        waits = [waits] if isinstance(waits, str) else waits
        resource["DependsOn"] = [name for name in waits if name not in gone]
    return part


def put_zips(template: dict) -> None:
    """What `sam deploy` uploads, with nothing in it."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("empty", "")
    s3 = boto3.client("s3")
    s3.create_bucket(
        Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": PSEUDO["AWS::Region"]}
    )
    for resource in template["Resources"].values():
        for place in ("Code", "Content"):
            code = resource.get("Properties", {}).get(place)
            if isinstance(code, dict) and "S3Key" in code:
                s3.put_object(Bucket=BUCKET, Key=code["S3Key"], Body=content.getvalue())


def main() -> None:
    warnings.simplefilter("ignore")
    stack = translate()
    kinds = Counter(resource["Type"] for resource in stack.resources.values())
    unknown = {kind for kind in kinds if kind not in parsing.get_model_map()}
    template = known_part(stack.template, unknown)
    made: Counter[str] = Counter()
    refused: dict[str, tuple[str, str]] = {}
    create = parsing.parse_and_create_resource

    def watched(logical_id: str, resource_json: dict, *more, **named):
        try:
            one = create(logical_id, resource_json, *more, **named)
        except Exception as why:  # whatever moto says is to be reported
            name = re.sub(r"[0-9a-f]{10}$", "", logical_id)
            refused[name] = (resource_json["Type"], f"{type(why).__name__} {why}")
            return None
        made[resource_json["Type"]] += one is not None
        return one

    parsing.parse_and_create_resource = watched
    with mock_aws():
        put_zips(template)
        boto3.client("cloudformation").create_stack(
            StackName=PSEUDO["AWS::StackName"],
            TemplateBody=json.dumps(template),
            Parameters=[
                {"ParameterKey": name, "ParameterValue": value}
                for name, value in stack.parameters.items()
            ],
            Capabilities=["CAPABILITY_IAM"],
        )
    for kind in sorted(kinds):
        verdict = "no model" if kind in unknown else f"{made[kind]} made"
        print(f"{kind:48} {kinds[kind]:4}  {verdict}")
    for logical_id, (kind, why) in sorted(refused.items()):
        print(f"refused  {logical_id} ({kind}): {KNOWN_REFUSALS.get(logical_id, why)}")
    new = sorted(refused.keys() - KNOWN_REFUSALS.keys())
    taken = sorted(KNOWN_REFUSALS.keys() - refused.keys())
    total, without_model = sum(kinds.values()), sum(kinds[kind] for kind in unknown)
    print(
        f"{sum(made.values())} of {total} made, {without_model} without a model,"
        f" {len(refused)} refused"
    )
    if new or taken:
        sys.exit(f"refused and not known: {new}; known and not refused: {taken}")


if __name__ == "__main__":
    main()
