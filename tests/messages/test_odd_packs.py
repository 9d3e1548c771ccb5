"""Whatever stands in a pack's files, the answer is a plan or a refusal with a place, never an exception of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun.diagnostics.diagnostic import Refused
from tests.messages.messages import BASE, Case, printed, refusal, write_pack

FILES = sorted(path.name for path in BASE.glob("*.yaml"))
ODD = [
    "", "~", "1", "[]", "{}", "[1, 2]", "[{a: 1}]", "a: b", "1: 2", "? [a]\n: b", "- a\n- b", "if: then", "---", "a: *x",
    "a: &x", "\ta: b", "a:\n\t- b", "'", '"', "{", "]", "@", "%", "a: b: c", "a: |", "\x00", "a\u2028b: c", "\ufeff", "!!set {a}",
]  # fmt: skip
ITEM = "basis: perda-1-2024\nrules:\n  kendaraan:\n    baru:\n      unit: rupiah\n      formula: |\n        {}\n"
TABLE = (
    "basis: perda-1-2024\ntables:\n  baru:\n    in: {jenis: jenis}\n    out: rupiah\n"
    "    cells: {file: c.csv, columns: [jenis, biaya]}\n"
)


def codes(folder: Path, files: dict[str, bytes]) -> list[str]:
    write_pack(Case("odd", files), folder)
    refused = refusal(folder, "2026-01")
    assert refused is None or all(printed(refused, lang) for lang in ("id", "en"))
    return [one.code for one in refused.diagnostics] if isinstance(refused, Refused) else []


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("text", ODD, ids=repr)
def test_odd_file(file: str, text: str, tmp_path: Path) -> None:
    assert codes(tmp_path / "p", {file: text.encode()})


@pytest.mark.parametrize("file", [*FILES, "kosong.yaml"])
def test_bytes_that_are_no_text(file: str, tmp_path: Path) -> None:
    assert codes(tmp_path / "p", {file: b"\xff\xfe\x00a"}) == ["E101"]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (" + ".join(["jumlah"] * 150), []),
        (" + ".join(["jumlah"] * 151), ["E133"]),
        (" * ".join(["2"] * 2000), ["E133"]),
        ("-" * 61 + "jumlah", ["E133"]),
        ("(" * 61 + "jumlah" + ")" * 61, ["E133"]),
        ("jumlah default " * 61 + "jumlah", ["E133"]),
        ("if berlangganan then jumlah else " * 61 + "jumlah", ["E133"]),
        ("9" * 5000 + " rupiah", ["E142"]),
        ("0." + "0" * 5000 + "1 rupiah", ["E142"]),
        ("jumlah + " * 3000 + "jumlah", ["E132"]),
        ("", ["E202"]),
        ("# jumlah", ["E130"]),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_formula_beyond_all_limits(formula: str, expected: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path / "p", {"2-baru.yaml": ITEM.format(formula).encode()}) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", ["E227"]),
        (b"jenis;biaya\nmotor;1\n", ["E227"]),
        (b"\xef\xbb\xbfjenis,biaya\r\nmotor,1\r\nmobil,2\r\n", []),
        (b"jenis,biaya\nmotor\nmobil,2\n", ["E203"]),
        (b"jenis,biaya\nmotor,1.000\nmobil,Rp2\n", ["E113", "E203"]),
        (b"jenis,biaya\nmotor,1\nmotor,2\nmobil,3\n", ["E501"]),
        (b"jenis,biaya\nm\xe9,1\n", ["E101"]),
        (b"jenis,biaya\n" + b"x" * 200_000 + b",1\n", ["E100"]),
    ],
)
def test_cells_in_a_file(content: bytes, expected: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path / "p", {"2-baru.yaml": TABLE.encode(), "c.csv": content}) == expected
