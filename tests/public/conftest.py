"""What the tests of the public site share."""

import pytest
from tests.ledger.scene import compile_kernel


@pytest.fixture(scope="session", autouse=True)
def kernel() -> None:
    """As a web worker does before its first request: no transaction waits for the compiler."""
    compile_kernel()
