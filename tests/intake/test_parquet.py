"""Parquet files: typed columns count as if written in their form."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from eremun.diagnostics.diagnostic import Refused
from eremun.model.inputs import Column
from eremun.values.units import PERSEN
from tests.intake.build import column, faults, read, rows, table


def judged(folder: Path, declared: Column, cells: pl.Series) -> tuple[list[object], list[tuple[int, str, str, str]]]:
    """The standing values and the faults of one Parquet column."""
    pl.DataFrame({declared.name: cells}).write_parquet(folder / "t.parquet")
    inputs = read(folder, table("t", declared))
    return inputs.tables["t"].frame[declared.name].to_list(), faults(inputs)


N = column("c", "number", high=10**9)
D = column("c", "date", in_period=True)
P = column("c", unit=PERSEN, decimals=2, low=0, high=2)
S = column("c", "number", low=-9, high=9)
Q = column("c", unit=PERSEN, decimals=2, low=-1, high=1)
NIP = 196501011990031002


@pytest.mark.parametrize(
    ("declared", "cells", "standing", "fallen"),
    [
        (N, pl.Series([1, None, -5, 10**10]), [1], [(2, "c", "", "empty"), (3, "c", "-5", "parse"),
                                                   (4, "c", "10000000000", "range")]),
        (S, pl.Series([1, None, -5, -10]), [1, -5], [(2, "c", "", "empty"), (4, "c", "-10", "range")]),
        (S, pl.Series([-5, -4, 3], dtype=pl.Int8), [-5, -4, 3], []),
        (S, pl.Series([-5.0, -0.0, -1.5]), [-5, 0], [(3, "c", "-1.5", "parse")]),
        (S, pl.Series(["-5", "5-"]), [-5], [(2, "c", "5-", "parse")]),
        (Q, pl.Series([Decimal("-2.50"), Decimal("-0.05")]), [-250, -5], []),
        (Q, pl.Series([-2.5, -0.05, -1e-7]), [-250, -5], [(3, "c", "-0.0000001", "parse")]),
        (Q, pl.Series([-2, 1]), [-200, 100], []),
        (N, pl.Series([1, 2], dtype=pl.UInt8), [1, 2], []),
        (N, pl.Series([1.0, 2500000.0, 1e8, 1.5]), [1, 2500000, 100000000], [(4, "c", "1.5", "parse")]),
        (N, pl.Series([float("nan"), float("inf")]), [], [(1, "c", "NaN", "parse"), (2, "c", "inf", "parse")]),
        (N, pl.Series([1.5, 16777216.0], dtype=pl.Float32), [], [(1, "c", "1.5", "parse"),
                                                                (2, "c", "16777216", "parse")]),
        (N, pl.Series([Decimal("7.00"), Decimal("7.50")]), [7], [(2, "c", "7.5", "parse")]),
        (N, pl.Series(["7", " 8", None]), [7, 8], [(3, "c", "", "empty")]),
        (N, pl.Series([True]), [], [(1, "c", "ya", "parse")]),
        (P, pl.Series([110.5, 0.1, 1e-7, 0.30000000000000004]), [11050, 10],
         [(3, "c", "0.0000001", "parse"), (4, "c", "0.30000000000000004", "parse")]),
        (P, pl.Series([Decimal("110.500"), Decimal("0.125")]), [11050], [(2, "c", "0.125", "parse")]),
        (P, pl.Series([110, 201]), [11000], [(2, "c", "201", "range")]),
        (D, pl.Series([date(2026, 1, 5), None, date(2026, 2, 1)]), [20458], [(2, "c", "", "empty"),
                                                                            (3, "c", "2026-02-01", "range")]),
        (D, pl.Series([datetime(2026, 1, 5), datetime(2026, 1, 5, 7, 30)]), [20458],
         [(2, "c", "2026-01-05 07:30:00", "parse")]),
        (D, pl.Series([20458]), [], [(1, "c", "20458", "parse")]),
        (D, pl.Series(["2026-01-05"], dtype=pl.Categorical), [20458], []),
        (column("c", "boolean"), pl.Series([True, False, None]), [True, False], [(3, "c", "", "empty")]),
        (column("c", "boolean", optional=True), pl.Series([None, True]), [None, True], []),
        (column("c", "nip"), pl.Series([str(NIP)]), [NIP], []),
        (column("c", "nip"), pl.Series([NIP]), [], [(1, "c", str(NIP), "parse")]),
        (column("c", "nip"), pl.Series([1.98e17]), [], [(1, "c", "198000000000000000", "parse")]),
        (column("c", "nip", optional=True), pl.Series([None, NIP]), [None], [(2, "c", str(NIP), "parse")]),
        (column("c", "nip", optional=True), pl.Series([None, None]), [None, None], []),
        (column("c", refuses_typed_number=True), pl.Series([12]), [], [(1, "c", "12", "parse")]),
        (column("c", refuses_typed_number=True), pl.Series(["012"]), ["012"], []),
        (column("c"), pl.Series([12]), ["12"], []),
        (column("c", "warna"), pl.Series(["biru", "x"], dtype=pl.Categorical), [2], [(2, "c", "x", "list")]),
    ],
)  # fmt: skip
def test_typed_columns(
    tmp_path: Path, declared: Column, cells: pl.Series, standing: list[object], fallen: list[tuple[int, str, str, str]]
) -> None:
    assert judged(tmp_path, declared, cells) == (standing, fallen)


def test_a_row_of_nulls_is_a_row(tmp_path: Path) -> None:
    pl.DataFrame({"a": ["x", None], "b": ["y", None]}).write_parquet(tmp_path / "t.parquet")
    inputs = read(tmp_path, table("t", column("a"), column("b")))
    assert rows(inputs) == [("x", "y")]
    assert faults(inputs) == [(2, "a", "", "empty"), (2, "b", "", "empty")]


def test_dense_numbers_are_judged_by_place(tmp_path: Path) -> None:
    cells = pl.Series([5, 3, None, 9, 4] * 20_000)
    standing, fallen = judged(tmp_path, column("c", "number", low=4, high=8), cells)
    assert standing == [5, 4] * 20_000
    assert fallen[:3] == [(2, "c", "3", "range"), (3, "c", "", "empty"), (4, "c", "9", "range")]


def test_duplicates_and_references_say_the_text_as_read(tmp_path: Path) -> None:
    pl.DataFrame({"k": [" a", "b", "a "], "d": [date(2026, 1, 1)] * 3}).write_parquet(tmp_path / "t.parquet")
    inputs = read(tmp_path, table("t", column("k"), column("d", "date"), key=("k", "d")))
    assert faults(inputs) == [(1, "k+d", " a+2026-01-01", "duplicate"), (3, "k+d", "a +2026-01-01", "duplicate")]


def test_damage_to_a_column_is_refused(tmp_path: Path) -> None:
    """The file opens, since its list of columns stands at its end; only reading the column shows the damage."""
    path = tmp_path / "t.parquet"
    pl.DataFrame({"x": [f"{row * 7919 % 1000:03}" for row in range(1000)]}).write_parquet(path)
    data = path.read_bytes()
    path.write_bytes(data[:40] + bytes(byte ^ 0xFF for byte in data[40:120]) + data[120:])
    assert list(pl.read_parquet_schema(path)) == ["x"]
    with pytest.raises(Refused) as refused:
        read(tmp_path, table("t", column("x")))
    assert [(d.code, d.arguments["file"]) for d in refused.value.diagnostics] == [("E710", "t.parquet")]


def test_a_heading_that_stands_twice(tmp_path: Path) -> None:
    """Polars neither writes nor opens such a file: a name is changed in one."""
    path = tmp_path / "t.parquet"
    pl.DataFrame({"x1": ["a"], "x2": ["b"]}).write_parquet(path)
    path.write_bytes(path.read_bytes().replace(b"x2", b"x1"))
    with pytest.raises(Refused) as refused:
        read(tmp_path, table("t", column("x1")))
    assert [(d.code, d.arguments["column"]) for d in refused.value.diagnostics] == [("E705", "x1")]
