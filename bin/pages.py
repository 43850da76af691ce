"""The built pages: whether they can be deployed, and how they come to the bucket.

Assets go up first, for a shell must find its own; then the shells; then CloudFront forgets the old
ones. Nothing is deleted: an open tab asks for chunks of the release it began with.
docs/decisions/0048. Calls go through `aws` and `node`.
"""

import json
import os
import shlex
import subprocess
import sys
import tempfile

import release

WEB = release.ROOT / "web"
DIST = WEB / "dist"
SITE = WEB / "site.json"
FILL = WEB / "tools/site.mjs"
EXAMPLE = "clipdesk.example"
YEAR = "public, max-age=31536000, immutable"
# What the local server needs, and what the build leaves for itself.
NOT_UPLOADED = ("--exclude", "*.br", "--exclude", ".vite/*")


def check() -> None:
    """Ends with clear lines where the pages are not built or their site.json cannot be used."""
    if not (DIST / "index.html").is_file():
        sys.exit("Not built: web/dist (make build)")
    if EXAMPLE in SITE.read_text():
        sys.exit(f"Still the example's in web/site.json: {', '.join(_examples())}")
    _fill()


def upload(bucket: str, distribution: str, region: str) -> None:
    """Brings the pages of this checkout to where the distribution finds them."""
    print(f"==> uploading the pages to {bucket}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        _fill(folder)
        to = ["--recursive", "--only-show-errors", "--region", region, *NOT_UPLOADED]
        _aws("s3", "cp", f"{folder}/assets", f"s3://{bucket}/assets", *to, "--cache-control", YEAR)
        _aws(
            "s3", "cp", folder, f"s3://{bucket}", *to, "--exclude", "assets/*",
            "--cache-control", "no-cache",
        )  # fmt: skip
        _aws(
            "cloudfront", "create-invalidation", "--distribution-id", distribution,
            "--paths", "/*", "--output", "text", "--query", "Invalidation.Status",
        )  # fmt: skip


def _examples() -> list[str]:
    return sorted(k for k, v in json.loads(SITE.read_text()).items() if EXAMPLE in json.dumps(v))


def _fill(*out: str) -> None:
    """Checks site.json, which says by itself what is wrong, and makes the organisation's pages."""
    done = subprocess.run(["node", str(FILL), str(SITE), str(DIST), *out], check=False)
    if done.returncode != 0:
        sys.exit("The pages cannot be made for this organisation: mend web/site.json.")


def _aws(*command: str) -> None:
    told = [*shlex.split(os.environ.get("AWS_CLI", "aws")), *command]
    if subprocess.run(told, check=False).returncode != 0:
        sys.exit(
            "The stack is deployed, its pages are not, or only in part: the old ones are still"
            " shown. Once the cause above is gone, deploy again."
        )
