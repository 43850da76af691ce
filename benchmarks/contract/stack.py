"""What a run needs of the project around it."""

import re
import subprocess
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target" / "contract"


def functions_by_path() -> dict[str, str]:
    """Path to the function that serves it, as template.yaml says."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
    resources = yaml.load((ROOT / "template.yaml").read_text(), Loader)["Resources"]
    return {
        event["Properties"]["Path"]: re.sub(
            r"(?<!^)(?=[A-Z])", "-", logical.removesuffix("Function")
        ).lower()
        for logical, resource in resources.items()
        if resource["Type"] == "AWS::Serverless::Function"
        for event in resource["Properties"].get("Events", {}).values()
        if event["Type"] == "Api"
    }


def master() -> Path:
    """What the journeys cut, or one like it."""
    made = sorted((ROOT / "journeys/target/masters").glob("master-640x360-20s.mp4"))
    if made:
        return made[0]
    video = WORK / "master.mp4"
    if not video.exists():
        subprocess.run(
            [
                ROOT / "bin/ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=640x360:rate=25:duration=20",
                "-f",
                "lavfi",
                "-i",
                "sine=440:duration=20",
                "-c:v",
                "libx264",
                "-g",
                "50",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                video,
            ],
            check=True,
        )
    return video
