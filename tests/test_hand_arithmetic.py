"""The sample month against two witnesses: arithmetic done by hand and the oracle.

Reads the tables of docs/perhitungan-tangan.md and the files of sample_data/2026-01/expected.
Every figure must agree to the rupiah and every file to the byte.
"""

import csv
import re
from pathlib import Path

import pytest

from tests.oracle.kota_bandung import compute

ROOT = Path(__file__).parent.parent
MONTH = ROOT / "sample_data" / "2026-01"
OUTPUTS = ("payroll.csv", "blocked.csv", "rejected.csv", "findings.csv")


def tables_of(document: str) -> list[dict[str, str]]:
    """The `| kolom | nilai |` table that ends each person's section."""
    blocks = re.findall(r"^\| kolom \| nilai \|\n\|[-|:]+\|\n((?:\|.*\|\n?)+)", document, re.MULTILINE)
    return [dict(re.findall(r"^\| (\w+) \| (\S+) \|$", block, re.MULTILINE)) for block in blocks]


def payroll_by_nip() -> dict[str, dict[str, str]]:
    with (MONTH / "expected" / "payroll.csv").open(encoding="utf-8", newline="") as file:
        return {row["nip"]: row for row in csv.DictReader(file)}


BY_HAND = tables_of((ROOT / "docs" / "perhitungan-tangan.md").read_text(encoding="utf-8"))


def test_at_least_six_people_are_computed_by_hand() -> None:
    assert len({table["nip"] for table in BY_HAND}) >= 6


@pytest.mark.parametrize("by_hand", BY_HAND, ids=[table["nip"] for table in BY_HAND])
def test_payroll_has_the_figures_computed_by_hand(by_hand: dict[str, str]) -> None:
    row = payroll_by_nip()[by_hand["nip"]]
    columns = list(row)
    wanted = columns[columns.index("poin_bulan") : columns.index("tpp_bersih") + 1]
    assert list(by_hand) == ["nip", *wanted]
    assert {column: row[column] for column in by_hand} == by_hand


@pytest.mark.parametrize("name", OUTPUTS)
def test_oracle_reproduces_the_expected_file(name: str) -> None:
    assert compute(MONTH, "2026-01")[name] == (MONTH / "expected" / name).read_bytes()
