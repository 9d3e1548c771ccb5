"""The car park of each case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance.harness import Park


@pytest.fixture
def park(tmp_path: Path) -> Park:
    return Park(tmp_path)
