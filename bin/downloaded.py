"""What came of a download, held against what the API has said of it."""

import base64
from hashlib import md5

from portal import FailedError


def crc64nvme(content: bytes) -> int:
    """The checksum that S3 calls CRC64NVME."""
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0x9A6C9329AC4BC9B5 if value & 1 else 0)
        table.append(value)
    crc = 0xFFFFFFFFFFFFFFFF
    for byte in content:
        crc = table[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFFFFFFFFFF


def checked(content: bytes, file: dict, clip: dict) -> str:
    """What the downloaded bytes were compared with; fails if they are others."""
    if len(content) != file["sizeBytes"]:
        raise FailedError(f"{len(content)} bytes instead of {file['sizeBytes']}")
    if content[4:8] != b"ftyp":
        raise FailedError("what came is no MP4")
    checksum = clip.get("report", {}).get("checksum", {})
    if checksum.get("algorithm") == "CRC64NVME":
        name, wanted = "CRC64NVME", checksum["value"]
        actual = base64.b64encode(crc64nvme(content).to_bytes(8)).decode()
    elif "-" not in (wanted := file.get("etag", "-").strip('"')):
        name, actual = "MD5", md5(content, usedforsecurity=False).hexdigest()
    else:
        return "size; the store gave no checksum of the whole"
    if actual != wanted:
        raise FailedError(f"{name} {actual} instead of {wanted}")
    return f"size and {name}"
