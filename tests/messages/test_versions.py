"""Which versions of eremun a pack may ask for, against the one that runs."""

from __future__ import annotations

import pytest

import eremun
from eremun.model.builder import draft_pack
from eremun.model.read_version import version_refused
from eremun.sources.reader import read_documents
from tests.messages.messages import BASE


def code(text: str, running: str, monkeypatch: pytest.MonkeyPatch, tmp_path) -> str | None:
    monkeypatch.setattr(eremun, "__version__", running)
    folder = tmp_path / "parkir"
    folder.mkdir()
    head = (BASE / "pack.yaml").read_text(encoding="utf-8").replace('">=0.1"', text)
    (folder / "pack.yaml").write_text(head, encoding="utf-8")
    found = version_refused(read_documents(folder).documents[0].root)
    return found and found.code


@pytest.mark.parametrize(
    ("text", "running", "expected"),
    [
        ('">=0.1"', "0.1.0", None),
        ('">=0.1"', "1.0.0", None),
        ('">=0.9"', "0.10.0", None),  # numbers, not letters: 9 < 10
        ('">=0.10"', "0.9.0", "E290"),
        ('">=1.0"', "0.9.9", "E290"),
        ('">= 0.1"', "0.1.0", None),
        ("0.1", "0.1.0", "E291"),
        ('">0.1"', "0.1.0", "E291"),
        ('"==0.1"', "0.1.0", "E291"),
        ('">=0.1.2"', "0.1.3", "E291"),
        ('">=0.1,<0.3"', "0.1.0", "E291"),
        ('""', "0.1.0", None),
    ],
)
def test_versions(text: str, running: str, expected: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    assert code(text, running, monkeypatch, tmp_path) == expected


def test_a_pack_that_says_nothing_is_taken() -> None:
    assert draft_pack(read_documents(BASE), "base").pack.requires == ">=0.1"
