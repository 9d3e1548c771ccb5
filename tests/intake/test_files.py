"""Which files are read, and that all faults of all files are told at once."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import polars as pl
import pytest

from eremun.diagnostics.codes import CODES
from eremun.diagnostics.diagnostic import Diagnostic, Refused
from eremun.diagnostics.render import render
from eremun.diagnostics.texts import Lang
from eremun.intake import folder
from tests.intake.build import column, faults, read, rows, table

OPD = table("opd", column("opd"), key=("opd",))
JABATAN = table("jabatan", column("opd"), column("kelas", "number"), refers={"opd": ("opd",)})
DAYS = table("hari", column("tanggal", "date", in_period=True), column("n", "number"), key=("tanggal",), complete=True)


def refused(data: Path, *tables: object) -> list[Diagnostic]:
    with pytest.raises(Refused) as caught:
        read(data, *tables)  # type: ignore[arg-type]
    for diagnostic in caught.value.diagnostics:  # every message can be written with its arguments
        for texts in (CODES[diagnostic.code].id, CODES[diagnostic.code].en):
            for text in (texts.message, texts.reason, texts.fix):
                text.format(**diagnostic.arguments)
    return list(caught.value.diagnostics)


def printed(found: Diagnostic, lang: Lang) -> str:
    return render([found], {}, lang, "text")


def test_the_digest_the_file_and_the_ignored_headings_are_told(tmp_path: Path) -> None:
    (tmp_path / "opd.csv").write_text("opd,nama,,catatan\nA,a,,\n", "utf-8")
    read_table = read(tmp_path, OPD).tables["opd"]
    assert (read_table.file, read_table.rows_in, read_table.rejected) == ("opd.csv", 1, 0)
    assert read_table.ignored == ("nama", "catatan")
    assert read_table.sha256 == hashlib.sha256(b"opd,nama,,catatan\nA,a,,\n").hexdigest()


def test_suffixes_in_any_case_and_subfolders_ignored(tmp_path: Path) -> None:
    (tmp_path / "opd.CSV").write_text("opd\nA\n", "utf-8")
    (tmp_path / "opd.csv.bak").write_text("", "utf-8")
    (tmp_path / "lain.csv").write_text("", "utf-8")
    (tmp_path / "opd.parquet").mkdir()
    assert rows(read(tmp_path, OPD), "opd") == [("A",)]


def test_all_faults_of_all_files_at_once(tmp_path: Path) -> None:
    (tmp_path / "opd.csv").write_text("opd\nA\n", "utf-8")
    (tmp_path / "opd.xlsx").write_bytes(b"x")
    (tmp_path / "jabatan.csv").write_text("opd,opd\n1,2\n", "utf-8")
    (tmp_path / "hari.csv").write_text("tanggal,n\n2026-01-01,1\n", "utf-8")
    (tmp_path / "rusak.parquet").write_bytes(b"PAR1 not at all")
    found = refused(tmp_path, OPD, JABATAN, table("rusak", column("x")), table("tiada", column("x")), DAYS)
    assert [d.code for d in found] == ["E702", "E704", "E705", "E710", "E701", "E712"]


def test_a_missing_file_names_near_ones(tmp_path: Path) -> None:
    for name in ("Opd.csv", "jabatann.csv", "zzz.csv"):
        (tmp_path / name).write_text("x\n", "utf-8")
    first, second = refused(tmp_path, OPD, JABATAN)
    assert first.arguments["found"] == "Opd.csv"
    assert second.arguments["found"] == "jabatann.csv"
    assert second.arguments["expected"] == "jabatan.csv, jabatan.parquet, jabatan.xlsx"


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    assert [d.code for d in refused(tmp_path / "tiada", OPD)] == ["E714"]


def test_a_month_with_a_day_that_does_not_stand(tmp_path: Path) -> None:
    lines = [f"2026-01-{day:02},1" for day in range(1, 32)]
    (tmp_path / "hari.csv").write_text("\n".join(["tanggal,n", *lines]), "utf-8")
    assert len(rows(read(tmp_path, DAYS), "hari")) == 31
    lines[4] = "2026-01-05,x"
    (tmp_path / "hari.csv").write_text("\n".join(["tanggal,n", *lines[:-1]]), "utf-8")
    (found,) = refused(tmp_path, DAYS)
    assert found.code == "E712"
    assert found.arguments["days"] == "2026-01-05, 2026-01-31"
    assert 'baris tabel itu yang ditolak, dengan kolom, isi, dan alasannya: 5: n "x" (bentuknya lain)' in printed(
        found, "id"
    )
    assert 'with column, content and reason: 5: n "x" (wrong form)' in printed(found, "en")
    assert found.arguments["count"] == "2"


def test_a_month_whose_days_are_simply_not_there(tmp_path: Path) -> None:
    lines = [f"2026-01-{day:02},1" for day in range(1, 31)]
    (tmp_path / "hari.csv").write_text("\n".join(["tanggal,n", *lines]), "utf-8")
    (found,) = refused(tmp_path, DAYS)
    assert "Sebab: tidak ada baris tabel itu yang ditolak; baris untuk hari itu memang tidak ada" in printed(
        found, "id"
    )
    assert "Reason: no row of that table was rejected; the file simply has no row" in printed(found, "en")


def test_empty_parquet_and_xlsx_files(tmp_path: Path) -> None:
    (tmp_path / "opd.parquet").write_bytes(b"")
    (tmp_path / "jabatan.xlsx").write_bytes(b"")
    assert [d.code for d in refused(tmp_path, OPD, JABATAN)] == ["E703", "E703"]


def test_nested_parquet_columns(tmp_path: Path) -> None:
    pl.DataFrame({"opd": [["A"]]}).write_parquet(tmp_path / "opd.parquet")
    assert [d.code for d in refused(tmp_path, OPD)] == ["E715"]


def test_progress_is_told_of_each_table(tmp_path: Path) -> None:
    from eremun.intake.reader import read_tables
    from tests.intake.build import ENUMS, JANUARY

    (tmp_path / "opd.csv").write_text("opd\nA\n", "utf-8")
    (tmp_path / "jabatan.csv").write_text("opd,kelas\nA,1\nB,1\n", "utf-8")
    told: list[tuple[str, int]] = []
    inputs = read_tables(
        {"jabatan": JABATAN, "opd": OPD}, ENUMS, JANUARY, tmp_path, lambda name, count: told.append((name, count))
    )
    assert told == [("opd", 1), ("jabatan", 2)]
    assert list(inputs.tables) == ["jabatan", "opd"]
    assert faults(inputs) == [(2, "opd", "B", "reference")]


def test_every_code_has_all_its_texts() -> None:
    codes = [code for code in CODES.values() if code.code.startswith("E7")]
    for code in codes:
        assert all((texts.message, texts.reason, texts.fix, texts.explanation) for texts in (code.id, code.en))
        assert code.bad
        assert code.good


@pytest.mark.parametrize("suffix", ["csv", "parquet", "xlsx"])
def test_a_file_is_read_once(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / f"t.{suffix}"
    cells = pl.DataFrame({"a": ["1", "x"]})
    {"csv": cells.write_csv, "parquet": cells.write_parquet, "xlsx": cells.write_excel}[suffix](path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    read_whole = folder._read

    def read_and_remove(file: Path) -> folder.Found:
        found = read_whole(file)
        file.unlink()
        return found

    monkeypatch.setattr(folder, "_read", read_and_remove)
    inputs = read(tmp_path, table("t", column("a", "number")))
    assert faults(inputs) == [(2, "a", "x", "parse")]
    assert inputs.tables["t"].sha256 == digest


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "opd.csv"
    path.write_text("opd\nA\n", "utf-8")
    state_of = os.fstat

    def state_and_then_more(number: int) -> os.stat_result:
        state = state_of(number)
        with path.open("a") as more:
            more.write("B\n")
        return state

    monkeypatch.setattr(os, "fstat", state_and_then_more)
    (found,) = refused(tmp_path, OPD)
    assert (found.code, found.arguments["file"]) == ("E713", "opd.csv")
