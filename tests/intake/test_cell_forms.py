"""Columns that declare how their cells are written: what is read as what, in each kind of file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from eremun.diagnostics.diagnostic import Refused
from eremun.diagnostics.texts import texts_of
from eremun.model.inputs import Column
from eremun.values.forms import DAYS, NUMBERS, in_form, plain_of
from tests.intake.build import column, faults, read, table
from tests.intake.test_cells import judged as in_csv
from tests.intake.test_xlsx import judged as in_xlsx

JANUARY_5 = 20458  # 2026-01-05 in days since 1970-01-01
SLASHES, DASHES = (replace(column("c", "date"), format=form) for form in DAYS)
COMMA, DOTS = (replace(column("c", "number", decimals=2), format=form) for form in NUMBERS)
WHOLE = replace(column("c", "number"), format="1.234,56")


@pytest.mark.parametrize(
    ("declared", "cell", "result"),
    [
        (SLASHES, "05/01/2026", JANUARY_5), (SLASHES, " 05/01/2026 ", JANUARY_5), (DASHES, "05-01-2026", JANUARY_5),
        (SLASHES, "2026-01-05", "parse"), (SLASHES, "05-01-2026", "parse"), (DASHES, "05/01/2026", "parse"),
        (SLASHES, "5/1/2026", "parse"), (SLASHES, "31/02/2026", "parse"), (SLASHES, "01/31/2026", "parse"),
        (SLASHES, "05/01/26", "parse"), (SLASHES, "05/01/0000", "parse"), (SLASHES, "", "empty"),
        (COMMA, "1234,56", 123456), (COMMA, "1234,5", 123450), (COMMA, "1234", 123400), (COMMA, "0,05", 5),
        (COMMA, "1234.56", "parse"), (COMMA, "1.234,56", "parse"), (COMMA, "1234,567", "parse"), (COMMA, "1,", "parse"),
        (DOTS, "1.234,56", 123456), (DOTS, "1234,56", 123456), (DOTS, "12.345.678", 1234567800), (DOTS, "999", 99900),
        (DOTS, "1.23", "parse"), (DOTS, "0.123", "parse"), (DOTS, "1234.567", "parse"), (DOTS, "1.2345", "parse"),
        (DOTS, "1,234.56", "parse"), (DOTS, ".123", "parse"), (DOTS, "1..234", "parse"), (DOTS, "-1", "parse"),
        (DOTS, "999.999.999.999.999,99", 99_999_999_999_999_999), (DOTS, "1.000.000.000.000.000", "parse"),
        (WHOLE, "2.500.000", 2_500_000), (WHOLE, "2500000", 2_500_000), (WHOLE, "2.500.000,00", "parse"),
        (WHOLE, "100.000.000.000.000.000", 10**17), (WHOLE, "1.000.000.000.000.000.000", "parse"),
    ],
)  # fmt: skip
def test_text_in_the_declared_form(tmp_path: Path, declared: Column, cell: str, result: object) -> None:
    assert in_csv(tmp_path, declared, cell) == result


def in_parquet(folder: Path, declared: Column, *cells: object) -> tuple[list[object], list[tuple[int, str, str, str]]]:
    pl.DataFrame({"c": pl.Series(cells)}).write_parquet(folder / "t.parquet")
    inputs = read(folder, table("t", declared))
    return inputs.tables["t"].frame["c"].to_list(), faults(inputs)


@pytest.mark.parametrize("kind", [in_xlsx, in_parquet])
@pytest.mark.parametrize(
    ("declared", "cells", "standing", "fallen"),
    [
        (SLASHES, [date(2026, 1, 5)], [JANUARY_5], []),
        (SLASHES, ["05/01/2026", "2026-01-05"], [JANUARY_5], [(2, "c", "2026-01-05", "parse")]),
        (DOTS, [12345.67, 0.5, 7.0], [1234567, 50, 700], []),
        (DOTS, [1.234], [], [(1, "c", "1,234", "parse")]),  # not 1234
        (DOTS, ["1.234", "1.234,5"], [123400, 123450], []),
        (WHOLE, [2500000], [2500000], []),
    ],
)
def test_typed_cells_are_what_they_are(
    tmp_path: Path, kind: object, declared: Column, cells: list[object], standing: list[object], fallen: list[object]
) -> None:
    """Text of a spreadsheet or a Parquet file is read in the declared form; a real day or number stays one."""
    assert kind(tmp_path, declared, *cells) == (standing, fallen)  # type: ignore[operator]


def test_decimals_of_parquet(tmp_path: Path) -> None:
    assert in_parquet(tmp_path, COMMA, Decimal("1.50"), Decimal("0.07")) == ([150, 7], [])


@pytest.mark.parametrize(
    ("form", "plain", "written"),
    [
        ("dd/mm/yyyy", "2026-01-31", "31/01/2026"), ("dd-mm-yyyy", "2026-01-31", "31-01-2026"),
        ("1234,56", "12.5", "12,5"), ("1.234,56", "1234.5", "1234,5"), ("", "12.5", "12.5"),
        ("dd/mm/yyyy", "12a", "12a"), ("1234,56", "12a", "12a"),
    ],
)  # fmt: skip
def test_there_and_back(form: str, plain: str, written: str) -> None:
    assert in_form(plain, form) == written
    assert plain_of(written, form) == plain


def test_thousands_are_left_out_of_the_plain_number() -> None:
    assert plain_of("1.234,5", "1.234,56") == "1234.5"


def test_a_calendar_in_another_form_is_told_which(tmp_path: Path) -> None:
    days = replace(column("tanggal", "date", in_period=True), format="dd/mm/yyyy")
    lines = [f"{day:02}/01/2026" for day in range(1, 31)]
    (tmp_path / "hari.csv").write_text("\n".join(["tanggal", *lines, "2026-01-31"]), "utf-8")
    with pytest.raises(Refused) as refused:
        read(tmp_path, table("hari", days, key=("tanggal",), complete=True))
    (found,) = refused.value.diagnostics
    assert 'alasannya: 31: tanggal "2026-01-31" (bentuknya bukan dd/mm/yyyy)' in texts_of(found, "id").reason
    assert '"2026-01-31" (not of the form dd/mm/yyyy)' in texts_of(found, "en").reason
