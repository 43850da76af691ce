"""The sample SAM project: compiled with the JDK, zipped, deployed through `stack deploy`."""

import json
import shutil
import subprocess
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from launcher.settings import find_jdk25
from tests.instance import Instance

SAMPLE = Path(__file__).with_name("sample")


@dataclass
class Project:
    """The sample, in a folder of its own."""

    instance: Instance
    folder: Path
    outputs: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for file in (*SAMPLE.glob("*.yaml"), SAMPLE / "samconfig.toml"):
            shutil.copy(file, self.folder)
        self.code, self.layer = zips(self.folder, version="1")

    def deploy(self, config_env: str, template: str = "template.yaml", *more: str):
        """Deploys, and remembers the outputs of the sample itself."""
        done = self.deployed(config_env, template, *more)
        assert done.returncode == 0, done.stdout + done.stderr
        self.outputs = json.loads((self.folder / "outputs.json").read_text())

    def deployed(
        self, config_env: str, template: str, *more: str
    ) -> subprocess.CompletedProcess[str]:
        return self.instance.stack(
            "deploy", "--template-file", template, "--config-env", config_env,
            "--outputs", "outputs.json", *more, cwd=self.folder,
        )  # fmt: skip

    def invoke(self, function: str, **event: str) -> tuple[object, str | None]:
        """What a function answers, and the kind of its error."""
        return invoke(self.instance, function, **event)


def zips(folder: Path, version: str) -> tuple[Path, Path]:
    """The function's zip and the layer's."""
    classes = folder / "classes"
    subprocess.run(
        [find_jdk25() / "bin/javac", "-d", classes, *SAMPLE.glob("*.java")], check=True
    )
    jar = folder / "layered.jar"
    with zipfile.ZipFile(jar, "w") as file:
        file.write(classes / "Layered.class", "Layered.class")
    with zipfile.ZipFile(folder / "layer.zip", "w") as file:
        file.write(jar, "java/lib/layered.jar")
        file.writestr("greeting.txt", "hello")
    with zipfile.ZipFile(folder / "probe.zip", "w") as file:
        file.write(classes / "Probe.class", "Probe.class")
        file.writestr("version.txt", version)
    return folder / "probe.zip", folder / "layer.zip"


def invoke(instance: Instance, function: str, **event: str) -> tuple[object, str | None]:
    answer = instance.client("lambda").invoke(FunctionName=function, Payload=json.dumps(event))
    return json.loads(answer["Payload"].read()), answer.get("FunctionError")
