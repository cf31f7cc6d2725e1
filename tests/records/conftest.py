"""The scene of the tests of the records rooms."""

import pytest
from tests.ledger.scene import Scene, compile_kernel, make_scene


@pytest.fixture(scope="session", autouse=True)
def kernel() -> None:
    """As a web worker does before its first request: no transaction waits for the compiler."""
    compile_kernel()


@pytest.fixture
def scene(db: None) -> Scene:
    """A demonstration force with two teams, on the application's role."""
    return make_scene()
