"""What every test may rely on: no network, a home of its own, and the data folder where there is one."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.register_profile("soak", deadline=None, max_examples=5000)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that does not stay on this machine."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family == socket.AF_UNIX or (
            isinstance(address, tuple) and address[0] in ("127.0.0.1", "::1", "localhost")
        ):
            connect(self, address)  # type: ignore[arg-type]
            return
        raise AssertionError(f"a test tried to connect to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session", autouse=True)
def session_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home shared by tests that only read, so that compiled lists are made once."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:  # fixtures of a whole module are made before those of a test
        patch.setenv("VENDORSCREEN_HOME", str(folder))
        yield folder


@pytest.fixture(autouse=True)
def home(session_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the user's own home out of the tests."""
    monkeypatch.setenv("VENDORSCREEN_HOME", str(session_home))
    return session_home


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder with real lists, notices and names; tests that need it skip where it is absent."""
    folder = os.environ.get("VENDORSCREEN_DATA")
    if not folder or not Path(folder).is_dir():
        pytest.skip("VENDORSCREEN_DATA names no folder with real lists and notices")
    return Path(folder)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written again."""
    parser.addoption("--update-golden", action="store_true", help="write the golden reports again")
