"""Nothing survives a stop, not even after LocalStack was killed. (An orderly stop: conftest.py.)"""

import os
import signal
from pathlib import Path

import pytest

from launcher.process import localstack_pid, running_pid
from tests.instance import Instance
from tests.project import invoke, zips


@pytest.mark.parametrize("isolation", ["namespaces", "none"])
def test_stop_leaves_nothing_of_an_instance_that_was_killed(isolation, tmp_path):
    environment = {"DOCKERLESS_ISOLATION": "none"} if isolation == "none" else {}
    killed = Instance(tmp_path / "state", environment)
    killed.start()
    try:
        seen = _bare_function(killed, tmp_path)
        assert (seen["layered"], seen["opt"]) == ("from the layer", isolation != "none")
        assert "left-by-probe" in seen["tmp"]
        # A function ends by itself when nobody gives it events; DynamoDB Local would live on.
        killed.client("dynamodb").list_tables()
        os.kill(localstack_pid(running_pid(killed.settings)), signal.SIGKILL)
    finally:
        stopped = killed.stack("stop")
    assert stopped.returncode == 0, stopped.stderr
    assert killed.remains() == []
    assert not Path("/tmp/left-by-probe").exists()


def _bare_function(instance: Instance, folder: Path) -> dict:
    """A function and its layer by plain API calls; what it sees."""
    code, layer = zips(folder, version="1")
    functions = instance.client("lambda")
    published = functions.publish_layer_version(
        LayerName="layer", Content={"ZipFile": layer.read_bytes()}
    )
    functions.create_function(
        FunctionName="bare", Runtime="java25", Handler="Probe::handle", MemorySize=256, Timeout=30,
        Role="arn:aws:iam::000000000000:role/any", Code={"ZipFile": code.read_bytes()},
        Layers=[published["LayerVersionArn"]],
    )  # fmt: skip
    functions.get_waiter("function_active_v2").wait(FunctionName="bare", WaiterConfig={"Delay": 1})
    seen, error = invoke(instance, "bare")
    assert error is None, seen
    return seen
