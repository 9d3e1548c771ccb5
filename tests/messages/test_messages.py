"""Every message, as it is printed, for a pack that has the mistake: one Markdown file for each code."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun.sources import packs
from tests.messages.messages import HERE, case_of, printed, refusal, said, unfilled, write_pack

FILES = sorted(HERE.glob("[ENW]*.md"))


def test_base_pack_is_valid() -> None:
    assert refusal(HERE / "base", "2026-01") is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_message(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = case_of(path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(packs, "shipped_packs", dict)
    write_pack(case, Path("parkir"))
    refused = refusal(Path("parkir"), case.period) if path.stem.startswith("E") else said(Path("parkir"), case.files)
    assert refused is not None
    assert path.stem.split("-")[0] in {one.code for one in refused.diagnostics}
    assert not [one.code for one in refused.diagnostics if unfilled(one)]
    assert printed(refused, "id") == case.expected["id"]
    assert printed(refused, "en") == case.expected["en"]
