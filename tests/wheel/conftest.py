"""Which Python the tests of the wheel use: one that has the wheel installed and no checkout."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--wheel-python", default=None, help="a Python that has the built wheel installed")
