"""Chapters of national law as packs of their own: a city takes its tax and insurance from them, and decides what is its
to decide, by date."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from eremun import api
from eremun.cli.app import main
from eremun.explain import render
from eremun.outputs.report import pack_report

ROOT = Path(__file__).resolve().parents[2]
CITY, MONTH = ROOT / "rules" / "kota-bandung", ROOT / "sample_data" / "2026-01"
CHAPTERS = ("jaminan-kesehatan", "pph-final")


@pytest.mark.parametrize("engine", ["reference", "polars", "duckdb"])
def test_the_files_of_the_sample_month_are_the_expected(engine: api.EngineName) -> None:
    run = api.load(CITY, tests=False).plan("2026-01").run(MONTH, engine)
    expected = {path.name: path.read_bytes() for path in (MONTH / "expected").iterdir()}
    assert {file.name: file.content for file in run.files} == expected


@pytest.mark.parametrize("pack", ["kota-bandung", "nasional"])
def test_the_chapters_are_used_and_nothing_of_them_is_said_twice(pack: str) -> None:
    loaded = api.load(pack, tests=False).pack
    assert sorted(loaded.uses) == list(CHAPTERS)
    defined = [*loaded.tables.values(), *loaded.parameters.values(), *loaded.rules.values()]
    tax = {
        item.name: item.span.file for item in defined if item.name in ("tarif_pph_final", "iuran_pegawai", "pph_tpp")
    }
    assert tax == {
        "tarif_pph_final": "pph-final/tables.yaml",
        "pph_tpp": "pph-final/1-pph-final.yaml",
        "iuran_pegawai": "jaminan-kesehatan/parameters.yaml",
    }


def test_the_hash_of_the_pack_covers_the_files_of_all() -> None:
    report = pack_report(api.load(CITY).pack)
    assert {"pack.yaml", *(f"{name}/pack.yaml" for name in CHAPTERS)} <= set(report.files)
    assert not [name for name in report.files if "tests" in name or "synth" in name]


def test_a_derivation_cites_the_registers_of_all() -> None:
    run = api.load(CITY, tests=False).plan("2026-01").run(MONTH)
    text = render(run.explain(str(run.frame("pegawai")["nip"][0])), "id")
    assert "Peraturan Presiden Nomor 75 Tahun 2019" in text
    assert "Peraturan Pemerintah Nomor 80 Tahun 2010, pasal 4" in text
    assert "Urutan langkah dan pembulatannya" in text  # the city's own


@pytest.mark.parametrize("pack", CHAPTERS)
def test_a_chapter_stands_alone(pack: str) -> None:
    """What it needs is then a table, so that it can be checked and tested by itself."""
    loaded = api.load(pack, tests=False).pack
    assert list(loaded.inputs) == ["pegawai"]
    assert loaded.inputs["pegawai"].key == ("nip",)


DECIDED = """\
      formula: seperti_golongan_III
"""
BY_DATE = """\
      versions:
        - effective_from: 2022-01-01
          formula: seperti_golongan_III
        - effective_from: 2026-01-01
          formula: tidak_dikenai
"""
CASE = """\
period: 2026-01
defaults:
  opd: {nama: Dinas, pagu: 1}
  pegawai: {nama: Dedi, opd: A, jabatan: Guru, jenis_jabatan: fungsional, kelas_jabatan: 9, gaji_dasar_iuran: 0,
            zakat: tidak, bank: BJB, rekening: "1"}
  kalender: {hari_kerja: tidak, menit_kerja: 0}
tests:
  pppk:
    given:
      opd:
        - {opd: A}
      pegawai:
        - {nip: "199001012021211001", status: pppk, golongan: IX}
        - {nip: "197001011995031002", status: pns, golongan: III/a}
    periods:
      2025-12:
        expect:
          pegawai:
            - {nip: "199001012021211001", tarif_final: 5%}
            - {nip: "197001011995031002", tarif_final: 5%}
      2026-01:
        expect:
          pegawai:
            - {nip: "199001012021211001", tarif_final: 0%}
            - {nip: "197001011995031002", tarif_final: 5%}
"""


def test_a_city_decides_from_a_day_on_how_pppk_are_taxed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    city = tmp_path / "kota"
    shutil.copytree(CITY, city)
    text = (city / "4-potongan.yaml").read_text(encoding="utf-8")
    assert text.count(DECIDED) == 1
    (city / "4-potongan.yaml").write_text(text.replace(DECIDED, BY_DATE), encoding="utf-8")
    shutil.rmtree(city / "tests")
    (city / "tests").mkdir()
    (city / "tests" / "pppk.yaml").write_text(CASE, encoding="utf-8")
    assert main(["test", str(city), "--engine", "all"]) == 0, capsys.readouterr().out
    capsys.readouterr()
