"""Every rule for the text of a CSV file, on files of a few bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun.diagnostics.diagnostic import Refused
from tests.intake.build import column, faults, read_text, rows

A, B = column("a"), column("b", optional=True)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("a,b\n1,2\n", [("1", "2")]),
        ("a,b\n1,2", [("1", "2")]),
        ("a;b\n1;2\n", [("1", "2")]),
        ("a;b\n1,5;2\n", [("1,5", "2")]),
        ("b,a\n1,2\n", [("2", "1")]),
        ("a,b\r\n1,2\r\n3,4\r\n", [("1", "2"), ("3", "4")]),
        ("a,b\r\n1,2\n3,4\r\n", [("1", "2"), ("3", "4")]),
        ("\ufeffa,b\n1,2\n", [("1", "2")]),
        ('\ufeff"a",b\n1,2\n', [("1", "2")]),
        (" a\t,\u00a0b \n1,2\n", [("1", "2")]),
        ("a,b\n 1\t,\u00a02 \n", [("1", "2")]),
        ("a,b\n\u20031,2\n", [("\u20031", "2")]),
        ("a,b,c\n1,2,3\n", [("1", "2")]),
        ("\n\r\n\na,b\n1,2\n", [("1", "2")]),
        ("a,b\n\n1,2\n\r\n\r\n3,4\n\n\n", [("1", "2"), ("3", "4")]),
        ('a,b\n"1,5",2\n', [("1,5", "2")]),
        ('a,b\n"1""x",2\n', [('1"x', "2")]),
        ('a,b\n"""",2\n', [('"', "2")]),
        ('a,b\n1"x",2\n', [('1"x"', "2")]),
        ('a,b\n1 "x",y"\n', [('1 "x"', 'y"')]),
        ('a,b\n"1"\n"3",2\n', [("1", None), ("3", "2")]),
        ('a,b\n 1,"2"\n', [("1", "2")]),
        ('a,b\n1,"2"', [("1", "2")]),
        ('a,b\n1,"2"\r\n3,""\r\n', [("1", "2"), ("3", None)]),
        ('"a","b"\n1,2\n', [("1", "2")]),
        ('a;b\n"1,5";2\n', [("1,5", "2")]),
        ("a,b\n1\n3,4\n", [("1", None), ("3", "4")]),
        ("a,b\n1,\ufeff2\n", [("1", "\ufeff2")]),
        ("a,b\n\ufeff1,2\n", [("\ufeff1", "2")]),
        ("a,b\n#1,NA\n", [("#1", "NA")]),
        ("a,b\nnull,\n", [("null", None)]),
        ("a,b\n", []),
        ("a,b", []),
        ("a,b,\n1,2,\n", [("1", "2")]),
        ("a,b\n\ue000,\"\ue001,\"\n", [("\ue000", "\ue001,")]),
    ],
)  # fmt: skip
def test_rows_that_stand(tmp_path: Path, text: str, standing: list[tuple[str | None, str | None]]) -> None:
    inputs = read_text(tmp_path, text, A, B)
    assert rows(inputs) == standing
    assert faults(inputs) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a,b\n1,2,3\n", [(1, "", "3", "surplus")]),
        ("a,b\n1,2,\n", [(1, "", "", "surplus")]),
        ("a,b\n1,2\n3,4,5, 6\n", [(2, "", "5, 6", "surplus")]),
        ("a;b\n1;2;3;4\n", [(1, "", "3,4", "surplus")]),
        ('a,b\n1,2,"x,y",z\n', [(1, "", "x,y,z", "surplus")]),
        ("a,b\n  \n1,2\n", [(1, "a", "  ", "empty")]),
        ("a,b\n,\n1,2\n", [(1, "a", "", "empty")]),
        ("a,b\n,,\n", [(1, "a", "", "empty"), (1, "", "", "surplus")]),
        ('a,b\n"",2\n', [(1, "a", "", "empty")]),
        ('a,b\n"x\ny",2\n', [(1, "a", "x\ny", "parse")]),
        ('a,b\n"x\r\ny",2\n', [(1, "a", "x\r\ny", "parse")]),
        ('a,b\n"x\ry",2\n', [(1, "a", "x\ry", "parse")]),
        ("a,b\n\n,2\n\n1,2,3\n", [(1, "a", "", "empty"), (2, "", "3", "surplus")]),
        ("a,b\nx\x00y,2\n", [(1, "a", "x\x00y", "parse")]),
        ("a,b\nx\u0085y,2\n", [(1, "a", "x\u0085y", "parse")]),
        ("a,b\nx\ty,2\n", [(1, "a", "x\ty", "parse")]),
    ],
)  # fmt: skip
def test_rows_that_fall(tmp_path: Path, text: str, found: list[tuple[int, str, str, str]]) -> None:
    assert faults(read_text(tmp_path, text, A, B)) == found


def test_one_column_knows_empty_lines_from_quoted_nothing(tmp_path: Path) -> None:
    inputs = read_text(tmp_path, 'a\n\n1\n\n""\n \n2', A)
    assert rows(inputs) == [("1",), ("2",)]
    assert faults(inputs) == [(2, "a", "", "empty"), (3, "a", " ", "empty")]
    assert inputs.tables["t"].rows_in == 4


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (b"", "E703", "t.csv"),
        (b"\n\r\n", "E703", "t.csv"),
        (b"\xef\xbb\xbf", "E703", "t.csv"),
        (b"a\n1\n", "E704", "t.csv"),
        (b"a\tb\n1\t2\n", "E704", "t.csv"),
        (b"a,b;\n1,2\n", "E704", "t.csv"),
        (b"A,b\n1,2\n", "E704", "t.csv"),
        (b'"a\n",b\n1,2\n', "E704", "t.csv"),
        (b'"a";"c"\n1;2\n', "E704", "t.csv"),
        (b"a,b,a\n1,2,3\n", "E705", "t.csv"),
        (b"a,b\n1,2\n\xe9,2\n", "E706", "t.csv:3"),
        (b"a,b\xe9\n1,2\n", "E706", "t.csv:1"),
        (b'a,b\n"\xe9",2\n', "E706", "t.csv:2"),
        (b'a,b\n1,2\n"3,4\n5,6\n', "E707", "t.csv:3"),
        (b'a,"b\n1,2\n', "E707", "t.csv:1"),
        (b'a,b\n"1"x,2\n', "E708", "t.csv:2"),
        (b'a,b\n1,2\n"1" ,2\n', "E708", "t.csv:3"),
        (b"a,b\r1,2\r", "E709", "t.csv:1"),
        (b"a,b\n1,2\r3,4\n", "E709", "t.csv:2"),
        (b"a,b\n1,2\r\r\n3,4\n", "E709", "t.csv:2"),
        (b"a,b\n1,2\n3,4\r", "E709", "t.csv:3"),
        (b'a,b\n"1"\r,2\n', "E709", "t.csv:2"),
        (b'a,b\n"1\r",2\n3\r,4\n', "E709", "t.csv:3"),
    ],
)
def test_refused_files(tmp_path: Path, text: bytes, code: str, place: str) -> None:
    with pytest.raises(Refused) as refused:
        read_text(tmp_path, text, A, B)
    assert [(d.code, d.data_place) for d in refused.value.diagnostics] == [(code, place)]


def test_a_repeated_heading_the_table_does_not_name_is_ignored(tmp_path: Path) -> None:
    inputs = read_text(tmp_path, "x,a,x,b\n0,1,0,2\n", A, B)
    assert rows(inputs) == [("1", "2")]
    assert inputs.tables["t"].ignored == ("x", "x")


def test_two_headings_of_one_column_are_a_repeated_column(tmp_path: Path) -> None:
    either = column("a", headers=("a", "kode"))
    assert rows(read_text(tmp_path, "kode,b\n1,2\n", either, B)) == [("1", "2")]
    with pytest.raises(Refused) as refused:
        read_text(tmp_path, "kode,b,a\n1,2,3\n", either, B)
    assert [d.code for d in refused.value.diagnostics] == ["E705"]


def test_missing_headings_list_those_found(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_text(tmp_path, "a;Nama\n1;2\n", A, column("nama"), column("kode"))
    assert refused.value.diagnostics[0].arguments["columns"] == "nama, kode"
    assert refused.value.diagnostics[0].arguments["headings"] == "a, Nama"
