"""What all end-to-end tests share."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.server import ServerProcess


@pytest.fixture(scope="session")
def run_id() -> str:
    """Makes e-mail addresses of this run its own."""
    return f"{time.time_ns():x}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server with default settings, shared by the tests of a file that leave it usable."""
    with ServerProcess(tmp_path_factory.mktemp("server")) as process:
        yield process


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for the data of a test's own server."""
    return tmp_path
