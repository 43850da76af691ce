"""Makes everything an instance needs, each part once: a part is stamped when it is whole."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from launcher.progress import said_while
from launcher.settings import PACKAGE, Settings, find_jdk25

LOCALSTACK = "localstack-core[runtime]==4.14.0"
SAM = "aws-sam-cli==1.164.0"
# What bin/bench installs when it is asked for, each apart: they disagree about their libraries.
TOOLS = {
    "checkov": "checkov==3.3.30",
    "moto": "moto[cloudformation,cognitoidp]==5.2.5 aws-sam-translator==1.111.0",
}
DYNAMODB_LOCAL = "com.amazonaws:DynamoDBLocal:2.6.1"
RUNTIME_CLIENT = "com.amazonaws:aws-lambda-java-runtime-interface-client:2.8.7"
DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"
NATIVE = "libaws-lambda-jni.linux-x86_64.so"


def install(settings: Settings) -> None:
    """Installs what is missing; a half-finished part is done again."""
    settings.state.mkdir(parents=True, exist_ok=True)
    if shutil.which("mvn") is None:
        sys.exit("Maven is needed: install it and put mvn on the path.")
    jdk = find_jdk25()
    plugins = sorted(PACKAGE.glob("src/**/*.py")) + [PACKAGE / "pyproject.toml"]
    with said_while("installing"), ThreadPoolExecutor() as pool:
        parts = [
            pool.submit(
                _localstack, settings, [LOCALSTACK, *_texts([PACKAGE / "constraints.txt"])]
            ),
            pool.submit(
                _part, settings, "sam", [SAM, *_texts([PACKAGE / "constraints-sam.txt"])],
                lambda: _venv(settings.sam_venv, SAM, PACKAGE / "constraints-sam.txt"),
            ),
            pool.submit(
                _part, settings, "java-parts",
                [DYNAMODB_LOCAL, RUNTIME_CLIENT, str(jdk), *_texts([PACKAGE / "Loader.java"])],
                lambda: _java_parts(settings, jdk),
            ),
        ]  # fmt: skip
        for part in parts:
            part.result()
    with said_while("installing"):
        _part(settings, "extension", [LOCALSTACK, *_texts(plugins)], lambda: _extension(settings))


def tool(settings: Settings, name: str) -> Path:
    """The folder of commands of one of TOOLS, installed if it is missing."""
    settings.state.mkdir(parents=True, exist_ok=True)
    constraints = PACKAGE / f"constraints-{name}.txt"
    venv = settings.state / f"venv-{name}"
    _part(
        settings, name, [TOOLS[name], *_texts([constraints])],
        lambda: _venv(venv, TOOLS[name], constraints),
    )  # fmt: skip
    return venv / "bin"


def _localstack(settings: Settings, inputs: list[str]) -> None:
    _part(
        settings,
        "localstack",
        inputs,
        lambda: _fresh_venv(settings),
    )


def _fresh_venv(settings: Settings) -> None:
    # Our plugins live in it: they have to be installed again.
    (settings.state / ".extension.stamp").unlink(missing_ok=True)
    _venv(settings.venv, LOCALSTACK, PACKAGE / "constraints.txt")


def _part(settings: Settings, name: str, inputs: list[str], make: Callable[[], None]) -> None:
    stamp = settings.state / f".{name}.stamp"
    digest = hashlib.sha256("\0".join([sys.version, *inputs]).encode()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    stamp.unlink(missing_ok=True)
    print(f"    installing {name} …", flush=True)
    began = time.monotonic()
    make()
    stamp.write_text(digest)
    print(f"    installed {name} in {time.monotonic() - began:.0f} s", flush=True)


def _texts(files: list[Path]) -> list[str]:
    return [f"{file.name}\n{file.read_text()}" for file in files]


def _venv(target: Path, requirements: str, constraints: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(target)])
    pip = [str(target / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    _run([*pip, "--disable-pip-version-check", *requirements.split(), "-c", str(constraints)])


def _extension(settings: Settings) -> None:
    """Our plugins: installed from a copy, because a build leaves its traces in the source."""
    with tempfile.TemporaryDirectory() as work:
        copy = Path(work) / "package"
        shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("build", "*.egg-info"))
        _run([
            str(settings.venv / "bin" / "python"), "-m", "pip", "install", "--quiet",
            "--disable-pip-version-check", "--no-deps", "--force-reinstall", str(copy),
        ])  # fmt: skip


def _java_parts(settings: Settings, jdk: Path) -> None:
    shutil.rmtree(settings.runtime_client, ignore_errors=True)
    _maven_copy(RUNTIME_CLIENT, settings.runtime_client)
    client = next(settings.runtime_client.glob("aws-lambda-java-runtime-interface-client-*.jar"))
    with tempfile.TemporaryDirectory() as work:
        _run([str(jdk / "bin/jar"), "--extract", "--file", str(client), f"jni/{NATIVE}"], work)
        shutil.move(f"{work}/jni/{NATIVE}", settings.runtime_client / NATIVE)
    _dynamodb_local(settings, jdk)
    # LocalStack looks for a Java runtime of its own here and would download one.
    java = settings.library / "java"
    java.mkdir(parents=True, exist_ok=True)
    link = java / "21"
    link.unlink(missing_ok=True)
    link.symlink_to(jdk)


def _dynamodb_local(settings: Settings, jdk: Path) -> None:
    home = settings.library / "dynamodb-local" / "2"
    shutil.rmtree(home, ignore_errors=True)
    jars = home / "DynamoDBLocal_lib"
    _maven_copy(DYNAMODB_LOCAL, jars)
    native = next(jars.glob("libsqlite4java-linux-amd64-*.so"))
    shutil.copy(native, jars / "libsqlite4java-linux-amd64.so")
    with tempfile.TemporaryDirectory() as work:
        classes = f"{work}/classes"
        _run([str(jdk / "bin/javac"), "-cp", f"{jars}/*", "-d", classes, "Loader.java"], PACKAGE)
        lines = ["Main-Class: Loader", "Premain-Class: Loader", "Class-Path: ."]
        lines += [f"  DynamoDBLocal_lib/{jar.name}" for jar in sorted(jars.glob("*.jar"))]
        manifest = Path(work) / "manifest"
        manifest.write_text("\n".join(lines) + "\n")
        for name in ("DynamoDBLocal.jar", "ddb-local-loader-0.1.jar"):
            _run([
                str(jdk / "bin/jar"), "--create", "--file", str(home / name),
                "--manifest", str(manifest), "-C", classes, ".",
            ])  # fmt: skip


def _maven_copy(artifact: str, target: Path) -> None:
    """Copies an artifact with its runtime dependencies."""
    group, name, version = artifact.split(":")
    with tempfile.TemporaryDirectory() as work:
        pom = Path(work) / "pom.xml"
        pom.write_text(
            '<project xmlns="http://maven.apache.org/POM/4.0.0">'
            "<modelVersion>4.0.0</modelVersion><groupId>local</groupId>"
            "<artifactId>parts</artifactId><version>1</version><packaging>pom</packaging>"
            f"<dependencies><dependency><groupId>{group}</groupId><artifactId>{name}</artifactId>"
            f"<version>{version}</version></dependency></dependencies></project>"
        )
        _run([
            "mvn", "-B", "-q", "-ntp", "-f", str(pom), f"{DEPENDENCY_PLUGIN}:copy-dependencies",
            "-DincludeScope=runtime", f"-DoutputDirectory={target}",
        ])  # fmt: skip


def _run(command: list[str], cwd: Path | str | None = None) -> None:
    """Runs a command quietly; its output is shown only if it fails."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
