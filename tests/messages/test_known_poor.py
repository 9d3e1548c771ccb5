"""Messages that are known to be poor (`known_poor.md`), as they are: whoever mends one sees it here, and takes it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun.sources import packs
from tests.messages.messages import HERE, Case, cases_of, printed, refusal, write_pack

CASES = cases_of(HERE / "known_poor.md")


def test_the_list_stays_short() -> None:
    assert 0 < len(CASES) <= 10


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_known_poor(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(packs, "shipped_packs", dict)
    write_pack(case, Path("parkir"))
    assert printed(refusal(Path("parkir"), case.period), "id") == case.expected["id"]
