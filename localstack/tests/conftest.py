"""One instance for the whole session; what of it survives its stop fails the run."""

import pytest

from tests.instance import Instance
from tests.project import Project


@pytest.fixture(scope="session")
def instance(tmp_path_factory):
    """A running LocalStack with the extension."""
    running = Instance(tmp_path_factory.mktemp("state"))
    running.start()
    yield running
    running.stack("stop")
    assert running.remains() == []


@pytest.fixture(scope="session")
def project(instance, tmp_path_factory) -> Project:
    """A small SAM project in Java, deployed to it."""
    made = Project(instance, tmp_path_factory.mktemp("project"))
    made.deploy("local")
    return made
