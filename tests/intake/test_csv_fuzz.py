"""Random CSV texts: the reader and a second, character by character reading of the rules give the same cells."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eremun.diagnostics.diagnostic import Refused
from eremun.intake.csv_file import open_csv
from eremun.intake.folder import find_file, list_files
from tests.intake.build import column, table

DECLARED = table("t", column("a"), column("b")).input
Cells = list[list[str]]


def second_reading(text: str, separator: str) -> Cells | None:
    """The records of the text, one state per character; None where the rules refuse it."""
    records: Cells = []
    cells: list[str] = []
    cell, state = "", "start"
    for character in [*re.findall("\r\n|.", text.removeprefix("\ufeff"), re.DOTALL), None]:
        if state == "quoted":
            if character is None:
                return None
            cell, state = (cell, "closed") if character == '"' else (cell + character, state)
        elif state == "closed" and character == '"':
            cell, state = cell + '"', "quoted"
        elif character == "\r":
            return None
        elif character == separator:
            cells, cell, state = [*cells, cell], "", "start"
        elif character in ("\n", "\r\n", None):
            if cells or cell or state != "start":
                records.append([*cells, cell])
            cells, cell, state = [], "", "start"
        elif state == "closed":
            return None
        elif character == '"' and state == "start":
            state = "quoted"
        else:
            cell, state = cell + character, "bare"
    return records


def our_reading(text: str) -> Cells | None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "t.csv").write_bytes(text.encode())
        try:
            sheet = open_csv(find_file("t", list_files(folder), folder), DECLARED)
        except Refused:
            return None
    a, b = (sheet.column(place, DECLARED.columns["a"]).text.fill_null("").to_list() for place in range(2))
    surplus = dict(sheet.surplus.rows())
    return [[one, two, *([surplus[row]] if row in surplus else [])] for row, (one, two) in enumerate(zip(a, b))]  # noqa: B905


def flat(records: Cells) -> Cells:
    """Missing cells as nothing, surplus cells joined by commas."""
    padded = [[*record, ""][:2] + ([",".join(record[2:])] if record[2:] else []) for record in records]
    return padded[1:]


texts = st.lists(st.sampled_from(["x", ",", ";", '"', "\n", "\r\n", " ", "\u00e9"]), max_size=30).map("".join)
wild = st.text(alphabet=["x", ",", '"', "\r", "\n", "\ue000", "\ufeff"], max_size=12)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from([",", ";"]), texts | wild)
@example(",", '"x\r\n,x"\n""\n x"')
@example(";", '"";"')
def test_both_readings_agree(separator: str, text: str) -> None:
    whole = f"a{separator}b\n{text}"
    expected = second_reading(whole, separator)
    assert our_reading(whole) == (None if expected is None else flat(expected))


def test_large_files_read_the_same_with_and_without_quotes(tmp_path: Path) -> None:
    lines = [f"{number},{number % 7}" for number in range(60_000)]
    (tmp_path / "t.csv").write_text("a,b\n" + "\n".join(lines), "utf-8")
    bare = open_csv(find_file("t", list_files(tmp_path), tmp_path), DECLARED)
    quoted = [f'"{number}",{number % 7}' if number % 3 else f"{number},{number % 7}" for number in range(60_000)]
    (tmp_path / "t.csv").write_text("a,b\n" + "\n".join(quoted), "utf-8")
    other = open_csv(find_file("t", list_files(tmp_path), tmp_path), DECLARED)
    rows = pl.int_range(60_000, dtype=pl.UInt32, eager=True)
    for place in range(2):
        one, two = (sheet.column(place, DECLARED.columns["a"]) for sheet in (bare, other))
        assert one.at(rows).equals(two.at(rows))
    assert bare.column(1, DECLARED.columns["b"]).codes is not None


@pytest.mark.parametrize(
    "text", ["a,b\n1,2\n", "a,b\n1,2", "a,b\r\n1,2\r\n", "a;b\n1;\n", '"a",b\n1,2\n', "\ufeffa,b\n\u00e9,\n"]
)
def test_a_file_that_needs_no_rewriting_is_not_rewritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / "t.csv").write_bytes(text.encode())
    monkeypatch.delattr("eremun.intake.csv_text.plain")
    assert open_csv(find_file("t", list_files(tmp_path), tmp_path), DECLARED).height == 1
