"""Kota Bandung in two: its chapter of tax, insurance and zakat as a pack of its own, which the rest uses. The files of
the sample month stay the same to the byte."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from eremun import api
from eremun.explain import render
from eremun.outputs.report import pack_report

ROOT = Path(__file__).resolve().parents[2]
SHIPPED, MONTH = ROOT / "rules" / "kota-bandung", ROOT / "sample_data" / "2026-01"

HEAD = """\
name: potongan
label: Pajak, iuran jaminan kesehatan, dan zakat
eremun: ">=0.1"
effective_from: 2022-01-01
period: month
person: pegawai
"""
NEEDS = """\
needs:
  pegawai:
    nip: {type: nip, key: true}
    golongan: {type: golongan}
    tpp: {type: rupiah, range: -10_000_000_000..10_000_000_000}
    gaji_dasar_iuran: {type: rupiah, range: 0..1_000_000_000}
    membayar_zakat: {type: boolean}
"""
MOVED = {
    "parameters.yaml": ["batas_upah_bpjs", "iuran_pegawai", "iuran_pemda", "tarif_zakat"],
    "tables.yaml": ["kelompok", "tarif_pph"],
    "4-potongan.yaml": ["pph21", "dasar_iuran", "bpjs_pegawai", "bpjs_pemda", "zakat"],
    "inputs.yaml": ["golongan", "kelompok_golongan"],
    "regulations.yaml": ["perpres-75-2019", "pph-final", "bagian-bpjs", "zakat"],
}


def take(text: str, name: str, indent: int) -> tuple[str, str]:
    """The block under a heading at that indent, and the text without it."""
    block = re.search(rf"^ {{{indent}}}{name}:.*\n(?: {{{indent + 1},}}.*\n)*", text, re.MULTILINE)
    assert block, name
    return block.group(), text.replace(block.group(), "", 1)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the two packs lie."""
    folder = tmp_path_factory.mktemp("two")
    city, lower = folder / "kota", folder / "potongan"
    shutil.copytree(SHIPPED, city)
    lower.mkdir()
    blocks: dict[str, str] = {}
    for file, names in MOVED.items():
        text = (city / file).read_text(encoding="utf-8")
        for name in names:
            block, text = take(text, name, 4 if file == "4-potongan.yaml" else 2)
            blocks[f"{file} {name}"] = block
        (city / file).write_text(text, encoding="utf-8")

    def of(file: str, *names: str) -> str:
        return "".join(blocks[f"{file} {name}"] for name in names or MOVED[file])

    (lower / "pack.yaml").write_text(HEAD, encoding="utf-8")
    (lower / "potongan.yaml").write_text(
        "chapter: Pajak, iuran, dan zakat\nassumption: urutan\n" + NEEDS
        + "regulations:\n" + of("regulations.yaml", "perpres-75-2019")
        + "assumptions:\n  urutan: {note: Urutan langkah}\n" + of("regulations.yaml", "pph-final", "bagian-bpjs", "zakat")
        + "enums:\n" + of("inputs.yaml") + "parameters:\n" + of("parameters.yaml") + "tables:\n" + of("tables.yaml")
        + "rules:\n  pegawai:\n" + of("4-potongan.yaml"),
        encoding="utf-8",
    )  # fmt: skip
    head = (city / "pack.yaml").read_text(encoding="utf-8")
    (city / "pack.yaml").write_text(head + "uses: [potongan]\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("engine", ["reference", "polars", "duckdb"])
def test_the_same_bytes(two: Path, engine: api.EngineName) -> None:
    run = api.load(two / "kota").plan("2026-01").run(MONTH, engine)
    expected = {path.name: path.read_bytes() for path in (MONTH / "expected").iterdir()}
    assert {file.name: file.content for file in run.files} == expected


def test_the_hash_of_the_pack_covers_the_files_of_both(two: Path) -> None:
    report = pack_report(api.load(two / "kota").pack)
    assert {"pack.yaml", "potongan/pack.yaml", "potongan/potongan.yaml"} <= set(report.files)
    assert not [name for name in report.files if "tests" in name or "synth" in name]


def test_a_derivation_cites_the_registers_of_both(two: Path) -> None:
    run = api.load(two / "kota").plan("2026-01").run(MONTH)
    text = render(run.explain(str(run.frame("pegawai")["nip"][0])), "id")
    assert "Peraturan Presiden Nomor 75 Tahun 2019" in text  # registered by the lower pack
    assert "Urutan langkah dan pembulatannya" in text  # by the upper one


def test_the_lower_pack_is_checked_alone(two: Path) -> None:
    pack = api.load(two / "potongan").pack
    assert list(pack.inputs) == ["pegawai"]
    assert pack.inputs["pegawai"].key == ("nip",)
    assert {name for _, name in pack.rules} == set(MOVED["4-potongan.yaml"])
