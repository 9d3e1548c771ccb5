"""Finding packs, and frames as a library user wants them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import polars as pl
import pytest

from eremun.api import _largest_group, find_pack, load, shipped_packs
from eremun.diagnostics.diagnostic import Refused
from eremun.outputs.values import readable
from eremun.plan.nodes import Aggregate, Match
from eremun.plan.plan import ColumnInfo
from eremun.values.types import DATE, NIP, TEXT, Kind, Type, number
from eremun.values.units import NUMBER, PERSEN

ROOT = Path(__file__).resolve().parents[2]
ONE = Fraction(1)


def test_a_pack_by_name_and_by_folder(tmp_path, monkeypatch):
    shipped = shipped_packs()["kota-bandung"]
    assert find_pack("kota-bandung") == shipped
    assert find_pack(shipped) == shipped
    (tmp_path / "kota-bandung").mkdir()
    monkeypatch.chdir(tmp_path)
    assert find_pack("kota-bandung") == Path("kota-bandung")


def test_an_unknown_name_is_refused_with_the_nearest():
    with pytest.raises(Refused) as raised:
        find_pack("kota-bandun")
    assert raised.value.diagnostics[0].arguments["nearest"].split(", ")[0] == "kota-bandung"


def test_stored_integers_become_values():
    columns = {
        "nomor": ColumnInfo(NIP, ONE),
        "hari": ColumnInfo(DATE, ONE),
        "tingkat": ColumnInfo(Type(Kind.ENUM, enum="tingkat"), ONE),
        "nama": ColumnInfo(TEXT, ONE),
        "bayar": ColumnInfo(number(NUMBER), ONE),
        "capaian": ColumnInfo(number(PERSEN), Fraction(1, 10_000)),
        "sehari": ColumnInfo(number(NUMBER), Fraction(1, 60)),
        "boleh": ColumnInfo(number(NUMBER), Fraction(1, 2), optional=True),
        "@blocked": ColumnInfo(number(NUMBER), ONE),
    }
    row = {"nomor": 7, "hari": 0, "tingkat": 1, "nama": "Ani", "bayar": 5, "capaian": -9453, "sehari": 7, "boleh": 1}
    frame = pl.DataFrame([row | {"boleh?": True, "@blocked": 0}, row | {"boleh?": False, "@blocked": 0}])
    shown = readable(frame, columns, {"tingkat": ("tinggi", "rendah")})
    # -9453 / 10000 is -94.53 %; 7 / 60 has no last decimal; 1 / 2 is 0.5
    expected = ("000000000000000007", date(1970, 1, 1), "rendah", "Ani", 5, Decimal("-94.53"), "7/60", Decimal("0.5"))
    assert shown.rows() == [expected, (*expected[:-1], None)]


def test_a_decimal_larger_than_a_float_is_exact():
    frame = pl.DataFrame({"n": [2**63 - 1]})
    shown = readable(frame, {"n": ColumnInfo(number(NUMBER), Fraction(1, 20))}, {})
    assert shown["n"].to_list() == [Decimal("461168601842738790.35")]


def test_a_month_through_the_library(tmp_path):
    month = load(ROOT / "rules" / "kota-bandung").plan("2026-01").run(ROOT / "sample_data" / "2026-01")
    people = month.frame("pegawai")
    assert people.height == 63
    assert people.filter(pl.col("nip") == "197008251995032005")["tpp_bersih"].item() == 9_719_604
    assert people.filter(pl.col("nip") == "197008251995032005")["capaian_aktivitas"].item() == Decimal("63.86")
    assert month.frame("kalender")["tanggal"].min() == date(2026, 1, 1)
    assert month.frame("pegawai")["faktor"].unique().to_list() != []
    assert month.explain("197008251995032005")
    with pytest.raises(KeyError):
        month.frame("tidak_ada")
    month.write(tmp_path)
    assert (tmp_path / "run.json").read_bytes() == month.report.to_bytes()


def test_frames_are_the_same_on_every_engine_and_hold_no_amount_that_does_not_exist():
    """Three people without perilaku, four of a unit without kinerja_opd, one of them both: six have no pay at all.
    The engines leave different numbers where there is none, and make the rows of groups in different orders."""
    plan = load("kota-bandung").plan("2026-01")
    runs = [plan.run(ROOT / "sample_data" / "2026-01", engine) for engine in ("polars", "duckdb", "reference")]
    for grain in plan.plan.columns:
        first, *others = (run.frame(grain) for run in runs)
        assert all(first.equals(other) for other in others), grain
    people = runs[0].frame("pegawai").filter(pl.col("tpp_bersih").is_null())
    assert people.height == 6
    assert people["nilai_kinerja"].null_count() == 6
    assert people["poin_bulan"].null_count() == 0
    days = runs[0].frame("hari").select("nip", "tanggal")
    assert days.equals(days.sort("nip", "tanggal"))


def test_details_of_files_that_have_changed_are_refused(tmp_path):
    data = Path(shutil.copytree(ROOT / "sample_data" / "2026-01", tmp_path / "data"))
    month = load("kota-bandung").plan("2026-01").run(data)
    with (data / "perilaku.csv").open("a") as more:
        more.write("\n")
    with pytest.raises(Refused, match="E816"):
        month.frame("pegawai")


def test_the_largest_group_counts_rows_or_says_the_whole_table():
    month = load(ROOT / "rules" / "kota-bandung").plan("2026-01").run(ROOT / "sample_data" / "2026-01")
    frame = pl.DataFrame({"nip": [1, 1, 2], "@pegawai": [0, 0, 1]})
    table = replace(month.inputs.tables["aktivitas"], frame=frame)
    inputs = replace(month.inputs, tables={"aktivitas": table})

    def largest(over: str, *theirs: str) -> int:
        step = Aggregate("pegawai", over, Match(theirs, theirs), (), None)
        return _largest_group(month.plan, inputs, step)

    assert largest("aktivitas", "nip") == 2
    assert largest("hari", "nip") == 2
    assert largest("aktivitas", "nip", "tidak_dibaca") == 3
    assert largest("aktivitas") == 3
