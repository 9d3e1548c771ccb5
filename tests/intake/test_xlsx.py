"""XLSX files: what a cell was, text or number or date, decides what it counts as."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from eremun.diagnostics.diagnostic import Refused
from eremun.model.inputs import Column
from eremun.values.units import PERSEN
from tests.intake.build import column, faults, read, rows, table


def judged(folder: Path, declared: Column, *cells: object) -> tuple[list[object], list[tuple[int, str, str, str]]]:
    """The standing values and the faults of one column; column x beside it is always filled."""
    save(folder / "t.xlsx", ["x", declared.name], *(["1", cell] for cell in cells))
    inputs = read(folder, table("t", column("x"), declared))
    return inputs.tables["t"].frame[declared.name].to_list(), faults(inputs)


def save(path: Path, *lines: list[object], more: tuple[str, ...] = ()) -> None:
    """A workbook with these lines in its first sheet, and further sheets: with a cell, or empty by that name."""
    with Workbook(path, {"remove_timezone": True, "default_date_format": "yyyy-mm-dd", "strings_to_numbers": False,
                         "strings_to_formulas": False}) as book:  # fmt: skip
        sheet = book.add_worksheet("Sheet")
        for row, line in enumerate(lines):
            for place, cell in enumerate(line):
                sheet.write(row, place, cell)
        for name in more:
            other = book.add_worksheet(name)
            if name != "kosong":
                other.write("B2", "x")


NIP = 196501011990031002


@pytest.mark.parametrize(
    ("declared", "cells", "standing", "fallen"),
    [
        (column("c", "number"), [1, 2500000.0, "007", 1.5], [1, 2500000, 7], [(4, "c", "1.5", "parse")]),
        (column("c", "number"), [9007199254740993], [], [(1, "c", "9007199254740992", "parse")]),
        (column("c", "number"), ["9007199254740993"], [9007199254740993], []),
        (column("c", "number"), [True], [], [(1, "c", "ya", "parse")]),
        (column("c", "number", low=-9, high=9), [-5, "-5", "'-5", "(5)", -10], [-5, -5],
         [(3, "c", "'-5", "parse"), (4, "c", "(5)", "parse"), (5, "c", "-10", "range")]),
        (column("c", unit=PERSEN, decimals=2, low=-1, high=1), [-2.5, -0.1, "-0.05", -0.125], [-250, -10, -5],
         [(4, "c", "-0.125", "parse")]),
        (column("c", "number", low=-(10**12), high=0), [-200_000_000_000, date(2026, 1, 5), 7], [-200_000_000_000],
         [(2, "c", "2026-01-05", "parse"), (3, "c", "7", "range")]),
        (column("c", "date"), [-200_000_000_000, date(2026, 1, 5)], [20458], [(1, "c", "-200000000000", "parse")]),
        (column("c", "number", low=-(10**17), high=9), [-9007199254740993], [], [(1, "c", "-9007199254740992", "parse")]),
        (column("c", unit=PERSEN, decimals=2, high=2), [110.5, 0.1, "110.25", 0.125], [11050, 10, 11025],
         [(4, "c", "0.125", "parse")]),
        (column("c", "date"), [date(2026, 1, 5), "2026-01-05", datetime(2026, 1, 5)], [20458] * 3, []),
        (column("c", "date"), [datetime(2026, 1, 5, 7, 30), 46027, "2026-01-05 00:00:00"], [],
         [(1, "c", "2026-01-05 07:30:00", "parse"), (2, "c", "46027", "parse"),
          (3, "c", "2026-01-05 00:00:00", "parse")]),
        (column("c", "nip"), [str(NIP), NIP, "1.98E+17"], [NIP],
         [(2, "c", "196501011990031008", "parse"), (3, "c", "1.98E+17", "parse")]),
        (column("c", "nip", optional=True), [None, "", "  "], [None, None, None], []),
        (column("c", refuses_typed_number=True), ["0123", 123], ["0123"], [(2, "c", "123", "parse")]),
        (column("c"), [123, " a ", True, "true"], ["123", "a", "ya", "true"], []),
        (column("c", "boolean"), [True, False, "ya", "true"], [True, False, True], [(4, "c", "true", "list")]),
        (column("c", "warna"), ["biru", None], [2], [(2, "c", "", "empty")]),
    ],
)  # fmt: skip
def test_typed_cells(
    tmp_path: Path, declared: Column, cells: list[object], standing: list[object],
    fallen: list[tuple[int, str, str, str]],
) -> None:  # fmt: skip
    assert judged(tmp_path, declared, *cells) == (standing, fallen)


def test_empty_lines_are_no_rows_and_headings_are_trimmed(tmp_path: Path) -> None:
    save(tmp_path / "t.xlsx", [], ["x ", "b"], [None, None], ["1", None], [], ["2", "y"])
    inputs = read(tmp_path, table("t", column("x"), column("b", optional=True)))
    assert rows(inputs) == [("1", None), ("2", "y")]
    assert inputs.tables["t"].rows_in == 2


def test_one_sheet_with_cells(tmp_path: Path) -> None:
    save(tmp_path / "t.xlsx", ["x"], ["1"], more=("kosong",))
    assert rows(read(tmp_path, table("t", column("x")))) == [("1",)]
    save(tmp_path / "t.xlsx", ["x"], ["1"], more=("lain",))
    with pytest.raises(Refused) as refused:
        read(tmp_path, table("t", column("x")))
    assert [(d.code, d.arguments["sheets"]) for d in refused.value.diagnostics] == [("E711", "Sheet, lain")]


def test_what_is_no_xlsx(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_text("x\n1\n", "utf-8")
    with pytest.raises(Refused) as refused:
        read(tmp_path, table("t", column("x")))
    assert [d.code for d in refused.value.diagnostics] == ["E710"]


def test_a_sheet_without_cells_is_empty(tmp_path: Path) -> None:
    save(tmp_path / "t.xlsx")
    with pytest.raises(Refused) as refused:
        read(tmp_path, table("t", column("x")))
    assert [d.code for d in refused.value.diagnostics] == ["E703"]


def test_a_missing_column(tmp_path: Path) -> None:
    save(tmp_path / "t.xlsx", ["x", None, 5], ["1", "2", "3"])
    with pytest.raises(Refused) as refused:
        read(tmp_path, table("t", column("x"), column("y")))
    assert refused.value.diagnostics[0].arguments["headings"] == 'x, "", 5'


def test_a_formula_that_failed_is_no_empty_cell(tmp_path: Path) -> None:
    with Workbook(tmp_path / "t.xlsx") as book:
        sheet = book.add_worksheet()
        for row, line in enumerate((["x", "o", "lain"], ["1", "p", "q"], ["2", "", "q"], ["", "", ""])):
            sheet.write_row(row + 2, 1, line, book.add_format({"bold": True}))
        sheet.write_formula("C5", "=1/0", None, "#DIV/0!")
        sheet.write_formula("D4", "=1/0", None, "#DIV/0!")
        sheet.write_formula("B6", "=NA()", None, "#N/A")
    inputs = read(tmp_path, table("t", column("x"), column("o", optional=True)))
    assert rows(inputs) == [("1", "p")]
    assert faults(inputs) == [(2, "o", "#DIV/0!", "parse"), (3, "x", "#N/A", "parse")]


@pytest.mark.parametrize("shown", ["0%", "0.00%", "0.0%", "#,##0;[Red]-0%"])
def test_a_number_shown_as_percent_is_not_its_hundredth(tmp_path: Path, shown: str) -> None:
    """Who sees 29% has not written 0.29: the cell does not count, and is told as it is seen."""
    lines = (["c", "x"], [0.29, "1"], [29, "2"], [1, "3"], [0.125, "4"])
    with Workbook(tmp_path / "t.xlsx") as book:
        sheet = book.add_worksheet()
        plain, percent = book.add_format({"bold": True}), book.add_format({"num_format": shown})
        for row, (cell, x) in enumerate(lines):
            sheet.write(row + 1, 2, cell, plain if cell == 29 else percent)
            sheet.write(row + 1, 3, x)
    inputs = read(tmp_path, table("t", column("c", unit=PERSEN, decimals=2, high=2), column("x")))
    assert rows(inputs) == [(2900, "2")]
    assert faults(inputs) == [(1, "c", "29%", "parse"), (3, "c", "100%", "parse"), (4, "c", "12.5%", "parse")]


@pytest.mark.parametrize("shown", ['0" %"', "0\\%", "0.00E+00"])
def test_a_percent_sign_that_is_only_written_behind_changes_nothing(tmp_path: Path, shown: str) -> None:
    with Workbook(tmp_path / "t.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "c")
        sheet.write("A2", 95, book.add_format({"num_format": shown}))
    assert rows(read(tmp_path, table("t", column("c", unit=PERSEN, decimals=2, high=2)))) == [(9500,)]
