"""docs/perbandingan.md: every figure computed again on every engine, every mapped column named, nothing rejected."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import polars as pl
import pytest

from eremun import api
from tests.comparison.mapping import MAPPINGS, PERIOD, SAMPLE, sample_month, write

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "perbandingan.md").read_text(encoding="utf-8")
COMPARED = {"kota-bandung": "tpp_bruto", "dki-jakarta": "tpp_bruto", "kota-banjarmasin": "total_tpp",
            "poin-7260": "tpp_bruto"}  # fmt: skip
ENGINES: tuple[api.EngineName, ...] = ("reference", "polars", "duckdb")
COMMON = {"nip", "nama", "opd", "jabatan", "bank", "rekening"}
LEFT_OUT = "–"
Amounts = Mapping[str, int]


def section(title: str) -> str:
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, title
    return found.group(1)


def rows_of(title: str) -> list[list[str]]:
    """The rows of a section's tables, their cells; heads left out."""
    tables = re.findall(r"^\|.*\n\|[-|: ]+\|\n((?:\|.*\n)+)", section(title), re.MULTILINE)
    lines = [line for table in tables for line in table.splitlines()]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def rupiah(cell: str) -> int:
    return int(cell.removeprefix("Rp").replace(".", ""))


def percent(part: int, whole: int) -> str:
    """With two decimals, half up, as the page writes it."""
    hundredths = int(Fraction(part * 10_000, whole) + Fraction(1, 2))
    return f"{hundredths // 100},{hundredths % 100:02} %"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("comparison")
    write(sample_month(), folder)
    return folder


@pytest.fixture(scope="module", params=ENGINES)
def amounts(request: pytest.FixtureRequest, data: Path) -> dict[str, Amounts]:
    """What each pack computes for each person, of those whom `kota-bandung` pays; nobody else is in the mapped data."""
    found: dict[str, Amounts] = {}
    for pack, column in COMPARED.items():
        folder = data / pack if pack in MAPPINGS else SAMPLE
        run = api.load(pack, tests=False).plan(PERIOD).run(folder, request.param)
        if pack in MAPPINGS:
            people = run.report.people
            assert (people.blocked, people.rejected, run.inputs.rejected.height) == (0, 0, 0), pack
        frame = run.frame("pegawai")
        found[pack] = dict(zip(frame["nip"].to_list(), frame[column].to_list(), strict=True))
    return found


@pytest.fixture(scope="module")
def classes() -> Amounts:
    run = sample_month()
    frame = run.frame("pegawai")
    return dict(zip(frame["nip"].to_list(), frame["pagu_kelas"].to_list(), strict=True))


def test_every_person_is_in_the_table_with_what_is_computed(amounts: dict[str, Amounts]) -> None:
    table = {row[0]: row[3:] for row in rows_of("Semua orang")}
    assert set(table) == set(amounts["poin-7260"])
    for nip, cells in table.items():
        computed = [amounts[pack].get(nip) for pack in COMPARED]
        assert [None if cell == LEFT_OUT else rupiah(cell) for cell in cells] == computed, nip


def test_the_totals_are_those_of_the_people(amounts: dict[str, Amounts], classes: Amounts) -> None:
    paid = {pack: [nip for nip in found if nip in amounts["poin-7260"]] for pack, found in amounts.items()}
    everywhere = [nip for nip in paid["poin-7260"] if all(nip in found for found in amounts.values())]
    wanted = []
    for pack, people in paid.items():
        base, total = (sum(source[nip] for nip in people) for source in (classes, amounts[pack]))
        wanted.append([f"`{pack}`", str(len(people)), base, total, percent(total, base)])
    shared = sum(classes[nip] for nip in everywhere)
    totals = {pack: sum(found[nip] for nip in everywhere) for pack, found in amounts.items()}
    assert [[*row[:2], rupiah(row[2]), rupiah(row[3]), row[4]] for row in rows_of("Jumlahnya")[:4]] == wanted
    told = [[row[0], rupiah(row[1]), row[2]] for row in rows_of("Jumlahnya")[4:]]
    assert told == [[f"`{pack}`", total, percent(total, shared)] for pack, total in totals.items()]
    assert f"Untuk {len(everywhere)} orang" in section("Jumlahnya")
    assert f"besaran kelas Rp{shared:,}".replace(",", ".") in section("Jumlahnya")


def test_the_one_worked_out_by_hand_gets_what_is_computed(amounts: dict[str, Amounts]) -> None:
    told = {row[0].strip("`"): rupiah(row[2]) for row in rows_of("Satu orang, empat hitungan")}
    assert told == {pack: found["198809032014031009"] for pack, found in amounts.items()}


def test_what_is_seen_in_it_is_so(data: Path, amounts: dict[str, Amounts], classes: Amounts) -> None:
    """Who reaches the thresholds, and not by his own log alone; who gets more than his class amount."""
    seen = " ".join(section("Apa yang terlihat").split())
    banjarmasin, points = (
        api.load(pack, tests=False).plan(PERIOD).run(data / pack) for pack in ("kota-banjarmasin", "poin-7260")
    )
    reached = banjarmasin.frame("pegawai").filter(pl.col("menit_bulan") >= 6_750)
    logged = banjarmasin.frame("aktivitas").group_by("nip").agg(pl.col("menit_diakui").sum())
    assert f"hanya {reached.height} orang mencapainya" in seen
    assert reached.join(logged, on="nip").filter(pl.col("menit_diakui") >= 6_750).is_empty()
    standard = points.frame("pegawai").filter(pl.col("kelebihan_poin") >= 0)
    assert f"22 hari; {standard.height} orang mencapainya" in seen
    above = [paid - classes[nip] for nip, paid in amounts["dki-jakarta"].items() if paid > classes[nip]]
    furthest = f"{max(above):,}".replace(",", ".")
    assert f"{len(above)} orang ke atas besaran kelasnya, paling jauh Rp{furthest}" in seen


@pytest.mark.parametrize("pack", MAPPINGS)
def test_the_page_says_what_every_column_is_made_of(pack: str, data: Path) -> None:
    heads = [
        (data / pack / f"{table}.csv").read_text(encoding="utf-8").split("\n")[0] for table in with_rows(data, pack)
    ]
    columns = {column for head in heads for column in head.split(",")} - COMMON
    assert columns - set(re.findall(r"`(\w+)`", section(pack))) == set()


def with_rows(data: Path, pack: str) -> list[str]:
    files = sorted((data / pack).glob("*.csv"))
    return [file.stem for file in files if file.read_text(encoding="utf-8").count("\n") > 1]
