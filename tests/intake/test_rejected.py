"""Rows that fall: duplicates, references that cascade, row rules, the order of the faults, the counts per key."""

from __future__ import annotations

from pathlib import Path

from eremun.plan.nodes import Column, Compare, Const, IsIn, Or
from eremun.plan.plan import RowRule
from tests.intake.build import column, faults, read, read_text, rows, table

N1, N2, N3 = "196501011990031001", "196501011990031002", "196501011990031003"


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")


def test_every_row_of_a_repeated_key_falls_whatever_else_is_wrong_with_it(tmp_path: Path) -> None:
    inputs = read_text(tmp_path, "k,n\n a,1\nb,2\na,x\nc,3\n,4\n,5\n", column("k"), column("n", "number"), key=("k",))
    assert rows(inputs) == [("b", 2), ("c", 3)]
    assert faults(inputs) == [
        (1, "k", " a", "duplicate"),
        (3, "n", "x", "parse"),
        (3, "k", "a", "duplicate"),
        (5, "k", "", "empty"),
        (6, "k", "", "empty"),
    ]
    assert (inputs.tables["t"].rows_in, inputs.tables["t"].rejected) == (6, 4)


def test_a_key_of_two_columns(tmp_path: Path) -> None:
    text = "n,d\n1,2026-01-01\n1,2026-01-02\n 1,2026-01-01\n01,2026-01-03\n1,2026-02-01\n1,2026-02-01\n"
    inputs = read_text(tmp_path, text, column("n", "number"), column("d", "date", in_period=True), key=("n", "d"))
    assert faults(inputs) == [
        (1, "n+d", "1+2026-01-01", "duplicate"),
        (3, "n+d", " 1+2026-01-01", "duplicate"),
        (5, "d", "2026-02-01", "range"),
        (6, "d", "2026-02-01", "range"),
    ]


def test_numbers_written_differently_are_one_key(tmp_path: Path) -> None:
    inputs = read_text(tmp_path, "n\n7\n007\n8\n", column("n", "number"), key=("n",))
    assert faults(inputs) == [(1, "n", "7", "duplicate"), (2, "n", "007", "duplicate")]


def test_without_a_key_rows_may_repeat(tmp_path: Path) -> None:
    assert rows(read_text(tmp_path, "k\na\na\n", column("k"))) == [("a",), ("a",)]


def test_references_cascade_and_give_row_numbers_of_standing_rows(tmp_path: Path) -> None:
    write(
        tmp_path,
        log="id,nip\nL1," + N1 + "\nL2," + N2 + "\nL3," + N3 + "\nL4, " + N1 + " \nL5,x\nL6,196501011990031009\n",
        orang="nip,unit\n" + N3 + ",tiada\n" + N2 + ",B\n" + N1 + ",A\n",
        unit="unit,n\nX,zz\nA,1\nB,2\n",
    )
    inputs = read(
        tmp_path,
        table("log", column("id"), column("nip", "nip"), key=("id",), refers={"orang": ("nip",)}),
        table("orang", column("nip", "nip"), column("unit"), key=("nip",), refers={"unit": ("unit",)}, rejected=("log",)),
        table("unit", column("unit"), column("n", "number"), key=("unit",), rejected=("log", "orang")),
    )  # fmt: skip
    assert inputs.rejected.drop("label").rows() == [
        ("log", 3, "nip", N3, "reference"),
        ("log", 5, "nip", "x", "parse"),
        ("log", 6, "nip", "196501011990031009", "reference"),
        ("orang", 1, "unit", "tiada", "reference"),
        ("unit", 1, "n", "zz", "parse"),
    ]
    assert inputs.tables["log"].frame["@orang"].to_list() == [1, 0, 1]  # of orang, N2 and N1 stand, in this order
    assert inputs.tables["orang"].frame["@unit"].to_list() == [1, 0]
    assert inputs.tables["orang"].frame["rejected(log)"].to_list() == [0, 0]
    assert inputs.tables["unit"].frame["rejected(orang)"].to_list() == [0, 0]
    assert inputs.tables["unit"].frame["rejected(log)"].to_list() == [0, 0]  # log does not refer to unit


def test_rejected_rows_are_counted_for_the_key_they_carry(tmp_path: Path) -> None:
    bad = f"L1,{N1},x\nL2, {N1} ,x\nL3,{N2},1\nL4,{N1},1,\nL5,{N2}x,1\nL6,{N2},x\n"
    write(tmp_path, log="id,nip,n\n" + bad, orang=f"nip\n{N2}\n{N1}\n{N3}\n")
    inputs = read(
        tmp_path,
        table("orang", column("nip", "nip"), key=("nip",), rejected=("log",)),
        table("log", column("id"), column("nip", "nip"), column("n", "number"), refers={"orang": ("nip",)}),
    )
    assert inputs.tables["orang"].frame["rejected(log)"].to_list() == [1, 3, 0]


def test_a_reference_of_two_columns_is_one_fault(tmp_path: Path) -> None:
    write(tmp_path, a="x,y\n1,p\n2,q\n", b="y,x\np,1\nq,1\n q,2\nzz,x\n")
    inputs = read(
        tmp_path,
        table("a", column("x", "number"), column("y"), key=("x", "y")),
        table("b", column("y"), column("x", "number"), refers={"a": ("x", "y")}),
    )
    assert faults(inputs) == [(2, "x+y", "1+q", "reference"), (4, "x", "x", "parse")]
    assert inputs.tables["b"].frame["@a"].to_list() == [0, 1]


def test_the_order_of_the_faults_of_a_row(tmp_path: Path) -> None:
    write(tmp_path, ref="r\nR\n", two="s\nS\n", t="e,s,r,k,n\n,zz,nn,1,5,a,b\n,S,R,1,1\n")
    holds = Compare("<=", Column("n"), Const(3))
    plan = table(
        "t", column("k"), column("n", "number"), column("r"), column("s"), column("e"), key=("k",),
        refers={"two": ("s",), "ref": ("r",)}, rules=(RowRule("n", "n paling besar 3", holds, ("n",)),),
    )  # fmt: skip
    inputs = read(tmp_path, table("ref", column("r"), key=("r",)), table("two", column("s"), key=("s",)), plan)
    assert inputs.rejected.rows() == [
        ("t", 1, "e", "", "empty", ""),
        ("t", 1, "", "a,b", "surplus", ""),
        ("t", 1, "k", "1", "duplicate", ""),
        ("t", 1, "r", "nn", "reference", ""),
        ("t", 1, "s", "zz", "reference", ""),
        ("t", 1, "n", "5", "rule", "n paling besar 3"),
        ("t", 2, "e", "", "empty", ""),
        ("t", 2, "k", "1", "duplicate", ""),
    ]


def test_a_row_rule_is_asked_only_where_the_cells_it_reads_are_without_fault(tmp_path: Path) -> None:
    # warna in [merah] or n = 0
    holds = Or((IsIn(Column("w"), (0,)), Compare("=", Column("n"), Const(0))))
    rule = RowRule("w", "hanya merah", holds, ("w", "n"))
    write(tmp_path, t="w,n,o\nmerah,5,1\n putih,5,1\nputih,0,1\nhijau,5,1\nputih,x,1\nbiru,3,y\n")
    plan = table("t", column("w", "warna"), column("n", "number"), column("o", "number"), rules=(rule,))
    inputs = read(tmp_path, plan)
    assert faults(inputs) == [
        (2, "w", " putih", "rule"),
        (4, "w", "hijau", "list"),
        (5, "n", "x", "parse"),
        (6, "o", "y", "parse"),
        (6, "w", "biru", "rule"),
    ]


def test_a_row_rule_sees_whether_an_optional_cell_is_there(tmp_path: Path) -> None:
    rule = RowRule("n", "n harus ada dan lebih dari 2, atau kosong", Or((Compare(">", Column("n"), Const(2)), Compare(
        "=", Column("n?"), Const(False)))), ("n",))  # fmt: skip
    write(tmp_path, t="x,n\n1,\n1,3\n1,2\n")
    inputs = read(tmp_path, table("t", column("x"), column("n", "number", optional=True), rules=(rule,)))
    assert faults(inputs) == [(3, "n", "2", "rule")]


def test_only_the_columns_the_plan_needs_are_kept(tmp_path: Path) -> None:
    write(tmp_path, t="a,b\n1,2\n")
    inputs = read(tmp_path, table("t", column("a"), column("b"), key=("a",), keep=("b",)))
    assert inputs.tables["t"].frame.columns == ["b"]


def test_many_rejected_rows_take_no_time(tmp_path: Path) -> None:
    text = "k,n\n" + "".join(f"{row // 2},x\n" for row in range(200_000))
    inputs = read_text(tmp_path, text, column("k"), column("n", "number"), key=("k",))
    assert inputs.rejected.height == 400_000
    assert faults(inputs)[-1] == (200_000, "k", "99999", "duplicate")
    assert inputs.rejected["reason"].to_list() == ["parse", "duplicate"] * 200_000


def test_a_plan_may_need_no_column_but_the_number_of_rows(tmp_path: Path) -> None:
    write(tmp_path, t="a\n1\n\t\n3\n")
    inputs = read(tmp_path, table("t", column("a"), keep=()))
    assert inputs.tables["t"].frame.shape == (2, 0)
