"""The few calls that a deploy makes itself, over plain HTTP: each start of the AWS command line
tools would cost it most of a second.
"""

import sys
import urllib.error
import urllib.parse
import urllib.request
from xml.etree import ElementTree

from launcher.settings import REGION, Settings

NAMESPACE = {"c": "http://cloudformation.amazonaws.com/doc/2010-05-15/"}


def make_bucket(settings: Settings, name: str) -> None:
    """Makes the bucket of the artefacts; one that is there already is no error."""
    _ask(settings, "s3", "PUT", f"/{name}")


def resources(settings: Settings, stack: str) -> list[dict[str, str]]:
    """All resources of a stack, each with what CloudFormation says about it."""
    return _members(settings, "DescribeStackResources", stack, ".//c:StackResources/c:member")


def outputs(settings: Settings, stack: str) -> dict[str, str]:
    """The outputs of a stack by name."""
    members = _members(settings, "DescribeStacks", stack, ".//c:Outputs/c:member")
    return {output["OutputKey"]: output["OutputValue"] for output in members}


def _members(settings: Settings, action: str, stack: str, path: str) -> list[dict[str, str]]:
    form = {"Action": action, "Version": "2010-05-15", "StackName": stack}
    answer = _ask(settings, "cloudformation", "POST", "/", urllib.parse.urlencode(form).encode())
    return [
        {field.tag.rsplit("}", 1)[-1]: field.text or "" for field in member}
        for member in ElementTree.fromstring(answer).iterfind(path, NAMESPACE)
    ]


def _ask(
    settings: Settings, service: str, method: str, path: str, body: bytes | None = None
) -> bytes:
    # LocalStack reads the service from the credential's scope and checks no signature.
    scope = f"Credential=test/20000101/{REGION}/{service}/aws4_request"
    headers = {"Authorization": f"AWS4-HMAC-SHA256 {scope}, SignedHeaders=host, Signature=0"}
    url = f"http://127.0.0.1:{settings.port}{path}"
    request = urllib.request.Request(url, body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()
    except urllib.error.HTTPError as refused:
        sys.exit(f"{service} {method} {path}: {refused.read().decode()}")
