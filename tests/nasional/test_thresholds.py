"""At every threshold, a rupiah below it and a rupiah above: the tables of the law against all engines.

What is expected comes from the tables as they stand in the pack's files and from arithmetic here, never from a run.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from eremun.api import shipped_packs
from tests.nasional.people import months, nip, write

STATUS = {"A": "K/0", "B": "K/1", "C": "K/3"}
ALLOWANCE = {"TK/0": 54_000_000, "TK/1": 58_500_000, "TK/2": 63_000_000, "TK/3": 67_500_000,
             "K/0": 58_500_000, "K/1": 63_000_000, "K/2": 67_500_000, "K/3": 72_000_000}  # fmt: skip
OLD = ((0, 5), (50_000_000, 15), (250_000_000, 25), (500_000_000, 30))
NEW = ((0, 5), (60_000_000, 15), (250_000_000, 25), (500_000_000, 30), (5_000_000_000, 35))


ANNEX = "7bb13ab67a02e5564de6470ed2d0c8ecccd28f7feb8bab767dcd5d7000c1caab"


LOWEST = "-"  # "up to": a gross of 0 belongs to that band too


def annex() -> list[dict[str, str]]:
    with (shipped_packs()["nasional"] / "ter-pp58-2023.csv").open(encoding="utf-8", newline="") as file:
        return [{**row, "di_atas": row["di_atas"].replace(LOWEST, "-1")} for row in csv.DictReader(file)]


def expected_rates() -> Iterator[tuple[str, int, Fraction]]:
    """(category, gross, rate in percent) in the middle of nothing: at both ends of every row and beside them."""
    for row in annex():
        low, high, rate = int(row["di_atas"]), row["sampai_dengan"], Fraction(row["tarif_persen"])
        inside = {low + 1, low + 2} | ({int(high) - 1, int(high)} if high else {low + 1_000_000_000})
        yield from ((row["kategori"], gross, rate) for gross in sorted(inside))


def test_the_annex_is_as_it_was_compared_with_two_transcriptions() -> None:
    file = shipped_packs()["nasional"] / "ter-pp58-2023.csv"
    printed = file.read_bytes().replace(b",1,-,", b",1,0,")  # then the lowest band began above 0
    assert hashlib.sha256(printed).hexdigest() == ANNEX


def test_the_annex_has_its_rows_without_gap() -> None:
    rows = annex()
    assert {name: sum(row["kategori"] == name for row in rows) for name in "ABC"} == {"A": 44, "B": 40, "C": 41}
    for before, after in pairwise(rows):
        same = before["kategori"] == after["kategori"]
        assert (before["sampai_dengan"] == after["di_atas"]) if same else not before["sampai_dengan"]
        assert not same or Fraction(before["tarif_persen"]) < Fraction(after["tarif_persen"])


def test_every_row_of_the_annex_from_end_to_end(tmp_path: Path) -> None:
    cases = list(expected_rates())
    folder = write(
        tmp_path,
        pegawai=[
            {"nip": nip(i), "status_ptkp": STATUS[name], "bruto": gross} for i, (name, gross, _) in enumerate(cases)
        ],
    )
    for engine, people in months(folder, "2024-01", ("tarif_ter", "pph21")).items():
        for i, (name, gross, rate) in enumerate(cases):
            found = people[nip(i)]
            assert found["tarif_ter"] == rate / 100, (engine, name, gross)
            assert found["pph21"] == gross * rate // 100, (engine, name, gross)


def tax_of(taxable: int, brackets: tuple[tuple[int, int], ...]) -> int:
    """Article 17, bracket by bracket, fractions of a rupiah dropped."""
    ends = [start for start, _ in brackets[1:]] + [taxable]
    parts = [max(min(end, taxable) - start, 0) * rate for (start, rate), end in zip(brackets, ends, strict=True)]
    return sum(parts) // 100


@pytest.mark.parametrize(
    ("period", "brackets"), [("2021-12", OLD), ("2022-12", NEW), ("2023-12", NEW), ("2024-12", NEW)]
)
def test_brackets_of_article_17(period: str, brackets: tuple[tuple[int, int], ...], tmp_path: Path) -> None:
    """Hired in December, so 500,000 is deducted; taxable income is then gross - 500,000 - 54,000,000."""
    year = period[:4]
    taxable = sorted({max(start + more, 0) for start, _ in brackets for more in (-1_000, -1, 0, 999, 1_000)})
    people = [
        {"nip": nip(i), "bruto": amount + 54_500_000, "mulai_bekerja": f"{year}-12-01"}
        for i, amount in enumerate(taxable)
    ]
    for engine, found in months(write(tmp_path, pegawai=people), period, ("pkp", "pph21")).items():
        for i, amount in enumerate(taxable):
            whole = amount // 1_000 * 1_000
            assert found[nip(i)] == {"pkp": whole, "pph21": tax_of(whole, brackets)}, (engine, amount)


@pytest.mark.parametrize("period", ["2023-12", "2024-12"])
def test_allowances(period: str, tmp_path: Path) -> None:
    """A net income of the allowance is free, and so are the next 999 rupiah; 1,000 more cost 5 %, 50 rupiah."""
    more = (-1, 0, 999, 1_000)
    cases = [(status, amount, extra) for status, amount in ALLOWANCE.items() for extra in more]
    people = [
        {"nip": nip(i), "status_ptkp": status, "bruto": amount + 500_000 + extra,
         "mulai_bekerja": f"{period}-01"}
        for i, (status, amount, extra) in enumerate(cases)
    ]  # fmt: skip
    for engine, found in months(write(tmp_path, pegawai=people), period, ("pph21",)).items():
        assert [found[nip(i)]["pph21"] for i in range(len(cases))] == [0, 0, 0, 50] * len(ALLOWANCE), engine


@pytest.mark.parametrize(("recipient", "cap"), [("pegawai_tetap", 500_000), ("pensiunan", 200_000)])
def test_cap_of_the_deduction(recipient: str, cap: int, tmp_path: Path) -> None:
    """5 % reach the cap of n months at n x cap x 20; a rupiah more of income deducts nothing more."""
    cases = [(n, n * cap * 20 + extra) for n in range(1, 13) for extra in (-20, 0, 20)]
    people = [
        {
            "nip": nip(i),
            "penerima": recipient,
            "bruto": gross,
            "mulai_bekerja": f"2024-{13 - n:02}-01",
        }
        for i, (n, gross) in enumerate(cases)
    ]
    earlier = [{"nip": nip(i), "masa_pajak": m} for i, (n, _) in enumerate(cases) for m in range(13 - n, 12)]
    found = months(write(tmp_path, pegawai=people, bulan_lalu=earlier), "2024-12", ("biaya_setahun", "neto_setahun"))
    for engine, values in found.items():
        for i, (n, gross) in enumerate(cases):
            deduction = min(Fraction(gross, 20), Fraction(n * cap))
            assert values[nip(i)]["neto_setahun"] == gross - deduction, (engine, n, gross)


def test_the_regime_changes_with_january_2024(tmp_path: Path) -> None:
    """10,000,000 a month, TK/0. 2023: (12 x 9,500,000 - 54,000,000) x 5 % / 12 = 250,000; 2024: 2 %."""
    folder = write(tmp_path, pegawai=[{"nip": nip(0), "bruto": 10_000_000}])
    for period, tax in (("2023-11", 250_000), ("2024-01", 200_000), ("2024-11", 200_000)):
        assert {
            engine: found[nip(0)]["pph21"] for engine, found in months(folder, period, ("pph21",)).items()
        } == dict.fromkeys(("reference", "polars", "duckdb"), tax), period
