"""What came of a download, held against what the API has said of it."""

import base64
import zlib
from hashlib import md5

from portal import FailedError


def checked(content: bytes, file: dict, clip: dict) -> str:
    """What the downloaded bytes were compared with; fails if they are others."""
    if len(content) != file["sizeBytes"]:
        raise FailedError(f"{len(content)} bytes instead of {file['sizeBytes']}")
    if content[4:8] != b"ftyp":
        raise FailedError("what came is no MP4")
    checksum = clip.get("report", {}).get("checksum", {})
    if checksum.get("algorithm") == "CRC32":
        name, wanted = "CRC32", checksum["value"]
        actual = base64.b64encode(zlib.crc32(content).to_bytes(4)).decode()
    elif "-" not in (wanted := file.get("etag", "-").strip('"')):
        name, actual = "MD5", md5(content, usedforsecurity=False).hexdigest()
    else:
        return "size; the store gave no checksum of the whole"
    if actual != wanted:
        raise FailedError(f"{name} {actual} instead of {wanted}")
    return f"size and {name}"
