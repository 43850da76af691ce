"""One instance for the whole session; what of it survives its stop fails the run."""

import pytest

from tests.instance import Instance


@pytest.fixture(scope="session")
def instance(tmp_path_factory):
    """A running LocalStack with the extension."""
    running = Instance(tmp_path_factory.mktemp("state"))
    running.start()
    yield running
    running.stack("stop")
    assert running.remains() == []
