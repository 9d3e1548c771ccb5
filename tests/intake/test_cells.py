"""The form of every kind of cell: what is taken, as what it is stored, and the reason against what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import polars as pl
import pytest

from eremun.model.inputs import Column
from eremun.values.units import PERSEN
from tests.intake.build import column, faults, read_text, rows

EPOCH = date(1970, 1, 1)


def judged(folder: Path, declared: Column, cell: str) -> object:
    """The stored value, or the reason; the cell is quoted, so that any text can stand in it."""
    doubled = cell.replace('"', '""')
    inputs = read_text(folder, f'x,c\n1,"{doubled}"\n', column("x"), declared)
    found = faults(inputs)
    if not found:
        return inputs.tables["t"].frame["c"][0]
    ((row, name, value, reason),) = found
    assert (row, name, value) == (1, "c", cell)
    return reason


@pytest.mark.parametrize(
    ("cell", "result"),
    [
        ("196501011990031002", 196501011990031002),
        ("000000000000000001", 1),
        (" 196501011990031002\u00a0", 196501011990031002),
        ("19650101199003100", "parse"),
        ("1965010119900310021", "parse"),
        ("+96501011990031002", "parse"),
        ("-96501011990031002", "parse"),
        ("19650101199003100x", "parse"),
        ("1965010119900310_2", "parse"),
        ("19650101 990031002", "parse"),
        ("1.98E+17", "parse"),
        ("19650101199003100\u0662", "parse"),
        ("196501011990031002\n", "parse"),
        ("", "empty"),
        ("\t \u00a0", "empty"),
    ],
)
def test_nip(tmp_path: Path, cell: str, result: object) -> None:
    assert judged(tmp_path, column("c", "nip"), cell) == result


@pytest.mark.parametrize(
    ("cell", "result"),
    [
        ("0", 0),
        ("007", 7),
        ("999999999999999999", 10**18 - 1),
        ("1000000000000000000", "parse"),
        ("0000000000000000001", "parse"),
        ("-1", "parse"),
        ("+1", "parse"),
        ("1.0", "parse"),
        ("1e3", "parse"),
        ("1_000", "parse"),
        ("1.000", "parse"),
        ("\u0661", "parse"),
        ("1 0", "parse"),
        ("0x10", "parse"),
    ],
)
def test_whole_number(tmp_path: Path, cell: str, result: object) -> None:
    assert judged(tmp_path, column("c", "number"), cell) == result


@pytest.mark.parametrize(("cell", "result"), [("4", 4), ("15", 15), ("3", "range"), ("16", "range"), ("x", "parse")])
def test_range_includes_its_ends(tmp_path: Path, cell: str, result: object) -> None:
    assert judged(tmp_path, column("c", "number", low=4, high=15), cell) == result


@pytest.mark.parametrize(
    ("cell", "result"),
    [
        ("110", 11000),
        ("110.5", 11050),
        ("110.50", 11050),
        ("0.05", 5),
        ("200", 20000),
        ("200.01", "range"),
        ("999999999999999.99", "range"),
        ("1000000000000000", "parse"),
        ("110.555", "parse"),
        ("110.", "parse"),
        (".5", "parse"),
        ("110,5", "parse"),
        ("-1.5", "parse"),
        ("1e2", "parse"),
    ],
)
def test_percent_with_two_decimals(tmp_path: Path, cell: str, result: object) -> None:
    # a cell of 110.5 is 110.5 %; one unit of the stored integer is 0.01 %; the range 0 %..200 % is 0..2
    assert judged(tmp_path, column("c", unit=PERSEN, decimals=2, low=0, high=2), cell) == result


SIGNED = [column("c", "number", low=-1000, high=1000), column("c", unit=PERSEN, decimals=2, low=-1, high=1)]


@pytest.mark.parametrize(
    ("whole", "cell", "result"),
    [
        (True, "-5", -5), (True, "5", 5), (True, "-0", 0), (True, "-007", -7), (True, " -5 ", -5), (True, "-1000", -1000),
        (True, "-1001", "range"), (True, "1001", "range"), (True, "-999999999999999999", "range"), (True, "-1.5", "parse"),
        (False, "-2.5", -250), (False, "-0.5", -50), (False, "-0.05", -5), (False, "-0.00", 0), (False, "-100", -10000),
        (False, "-100.01", "range"), (False, "-999999999999999.99", "range"), (False, "-2.555", "parse"),
        (False, "-.5", "parse"), (False, "-2,5", "parse"), (True, "-1000000000000000000", "parse"),
        (True, "\u22125", "parse"), (True, "\u20135", "parse"), (True, "- 5", "parse"), (True, "5-", "parse"),
        (True, "(5)", "parse"), (True, "--5", "parse"), (True, "+5", "parse"), (True, "'-5", "parse"), (True, "-", "parse"),
    ],
)  # fmt: skip
def test_numbers_below_zero(tmp_path: Path, whole: bool, cell: str, result: object) -> None:
    """Only a minus of ASCII directly before the digits, and only where the range goes below zero."""
    assert judged(tmp_path, SIGNED[0 if whole else 1], cell) == result
    if isinstance(result, int) and cell.strip().startswith("-"):
        assert judged(tmp_path, column("c", "number", decimals=2, low=0), cell) == "parse"


def test_the_least_that_64_bits_hold(tmp_path: Path) -> None:
    least = column("c", "number", decimals=5, low=-(10**18), high=10**18)
    assert judged(tmp_path, least, "-92233720368546.99999") == -9223372036854699999
    assert judged(tmp_path, least, "-92233720368547.7") == "range"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("\u22122,5", True), ("\u2013 2,5", True), ("- 2,5", True), ("2,5-", True), ("2,5 \u2212", True), ("(2,5)", True),
        (" (1.234,5) ", True), ("'-2,5", True), ("-2.5.5", False), ("2a", False), ("-", False), ("()", False), ("9-7", False),
    ],
)  # fmt: skip
def test_another_minus_is_told_how_it_is_written(tmp_path: Path, cell: str, said: bool) -> None:
    sentence = "Bilangan di bawah nol ditulis dengan - tepat di depan angkanya, misalnya -2,5"
    below = replace(column("c", "number", decimals=1, low=-9), format="1.234,56")
    for declared in (below, replace(below, low=Fraction(0))):
        label = read_text(tmp_path, f'c;x\n"{cell}";1\n', declared, column("x")).rejected["label"].to_list()
        assert label == [sentence if said and declared is below else "Bentuknya bukan 1.234,56"]


@pytest.mark.parametrize(
    ("cell", "high", "result"),
    [
        ("92233720368547.7", None, "parse"),
        ("92233720368546.99999", None, 9223372036854699999),
        ("92233720368547.99999", None, "parse"),
        ("999999999999999", None, "parse"),
        ("999999999999999", 100, "range"),
    ],
)
def test_decimals_never_wrap(tmp_path: Path, cell: str, high: int | None, result: object) -> None:
    # 2**63 is 92233720368547.75808 units: what has a whole part from 92233720368547 on is not taken
    assert judged(tmp_path, column("c", "number", decimals=5, high=high), cell) == result


@pytest.mark.parametrize(
    ("cell", "result"),
    [
        ("1970-01-01", 0),
        ("2024-02-29", (date(2024, 2, 29) - EPOCH).days),
        ("0001-01-01", (date(1, 1, 1) - EPOCH).days),
        ("9999-12-31", (date(9999, 12, 31) - EPOCH).days),
        ("0000-01-01", "parse"),
        ("2026-02-29", "parse"),
        ("1900-02-29", "parse"),
        ("2026-13-01", "parse"),
        ("2026-00-10", "parse"),
        ("2026-1-05", "parse"),
        ("+026-01-05", "parse"),
        ("2026-01-05 00:00:00", "parse"),
        ("05/01/2026", "parse"),
        ("20260105", "parse"),
    ],
)
def test_date(tmp_path: Path, cell: str, result: object) -> None:
    assert judged(tmp_path, column("c", "date"), cell) == result


@pytest.mark.parametrize(
    ("cell", "result"),
    [("2025-12-31", "range"), ("2026-01-01", 20454), ("2026-01-31", 20484), ("2026-02-01", "range"), ("x", "parse")],
)
def test_date_of_the_period(tmp_path: Path, cell: str, result: object) -> None:
    # 2026-01-01 is 56 years and 14 leap days after 1970-01-01: 56 * 365 + 14 = 20454
    assert judged(tmp_path, column("c", "date", in_period=True), cell) == result


@pytest.mark.parametrize(
    ("kind", "cell", "result"),
    [
        ("boolean", "ya", True),
        ("boolean", "tidak", False),
        ("boolean", "Ya", "list"),
        ("boolean", "true", "list"),
        ("boolean", "1", "list"),
        ("warna", "merah", 0),
        ("warna", " biru ", 2),
        ("warna", "Merah", "list"),
        ("warna", "hijau", "list"),
        ("warna", "", "empty"),
        ("text", "Budi, S.E.", "Budi, S.E."),
        ("text", ' "Budi" ', '"Budi"'),
        ("text", "a\u00a0b", "a\u00a0b"),
        ("text", "\u2003x", "\u2003x"),
        ("text", "e\u0301", "e\u0301"),
        ("text", "a\u001fb", "parse"),
        ("text", "a\u007fb", "parse"),
        ("text", "a\u009fb", "parse"),
        ("text", "a\u00adb", "a\u00adb"),
        ("text", "a\n", "parse"),
    ],
)
def test_words_and_text(tmp_path: Path, kind: str, cell: str, result: object) -> None:
    assert judged(tmp_path, column("c", kind), cell) == result


@pytest.mark.parametrize("kind", ["text", "nip", "date", "boolean", "number", "warna"])
def test_an_optional_cell_may_be_empty_but_not_wrong(tmp_path: Path, kind: str) -> None:
    assert judged(tmp_path, column("c", kind, optional=True), " ") is None
    assert judged(tmp_path, column("c", kind, optional=True), "x\ty") in ("parse", "list")


def test_stored_types(tmp_path: Path) -> None:
    kinds = ["text", "nip", "date", "boolean", "number", "warna"]
    inputs = read_text(
        tmp_path, ",".join(kinds) + "\nx,196501011990031002,2026-01-05,ya,1,putih\n", *(column(k, k) for k in kinds)
    )
    assert inputs.tables["t"].frame.dtypes == [pl.String, pl.Int64, pl.Int32, pl.Boolean, pl.Int64, pl.Int16]


def test_forms_are_the_same_where_texts_are_coded(tmp_path: Path) -> None:
    # 60,000 rows of ten texts are judged once per text; the third and the empty ones fall
    cells = ["1", " 2", "x", "04", "", "6", "1000", "8", "9", "10"] * 6_000
    text = "x,c\n" + "".join(f"{row},{cell}\n" for row, cell in enumerate(cells))
    inputs = read_text(tmp_path, text, column("x"), column("c", "number", high=999))
    assert inputs.tables["t"].frame["c"].to_list() == [1, 2, 4, 6, 8, 9, 10] * 6_000
    assert faults(inputs)[:4] == [(3, "c", "x", "parse"), (5, "c", "", "empty"), (7, "c", "1000", "range"),
                                  (13, "c", "x", "parse")]  # fmt: skip
    assert inputs.tables["t"].rejected == 18_000
    assert len(rows(inputs)) == 42_000
