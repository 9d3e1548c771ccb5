"""Empty files: headings that the reader finds, and a page that says what each column is."""

from __future__ import annotations

from fractions import Fraction

from eremun.diagnostics.diagnostic import Span
from eremun.model.inputs import Column, Input, Relation, Require
from eremun.outputs.template import template_files
from eremun.sources.syntax import Truth
from eremun.values.types import BOOLEAN, DATE, NIP, Kind, Type, number
from eremun.values.units import NUMBER, PERSEN

AT = Span("inputs.yaml", 1, 1, 1, 2)


def catatan() -> Input:
    columns = {
        "nomor": Column("nomor", NIP, ("nomor",), AT),
        "hari": Column("hari", DATE, ("tanggal", "hari"), AT, in_period=True),
        "tingkat": Column("tingkat", Type(Kind.ENUM, enum="tingkat"), ("tingkat",), AT),
        "nilai": Column("nilai", number(PERSEN), ("nilai",), AT, 2, Fraction(0), Fraction(201, 200), optional=True),
        "ikut": Column("ikut", BOOLEAN, ("ikut",), AT),
    }
    relations = (Relation("orang", "orang", ("nomor",), True, AT), Relation("libur", "libur", ("hari",), False, AT))
    requires = (Require("hari", "Harinya libur", Truth(True, AT), AT),)
    return Input("catatan", "Catatan harian", ("nomor", "hari"), columns, relations, requires, AT, when_rejected="drop")


def made(settled):
    pack = settled([{}]).plan.checked.pack
    pack.inputs["catatan"] = catatan()
    return {file.name: file.content.decode() for file in template_files(pack)}


def test_one_file_per_table_with_its_heading(settled):
    files = made(settled)
    assert set(files) == {"orang.csv", "catatan.csv", "BACA-SAYA.md"}
    assert files["catatan.csv"] == "nomor,tanggal,tingkat,nilai,ikut\n"


def test_the_page_says_form_limits_and_whether_it_may_be_empty(settled):
    page = made(settled)["BACA-SAYA.md"]
    # 201/200 is 100.50 %
    form = "bilangan dengan paling banyak 2 desimal sesudah titik, persen, tanpa tanda %"
    assert f"| nilai | {form} | 0 sampai 100.50 | boleh |" in page
    assert "| tingkat | salah satu dari `tinggi`, `rendah` |  | tidak boleh |" in page
    assert "| tanggal | tanggal YYYY-MM-DD, misalnya `2026-01-31` | dalam bulan yang dihitung |" in page
    assert "judul lain yang diterima: `hari`" in page
    assert "| ikut | `ya` atau `tidak` |" in page
    assert "jangan disimpan sebagai angka" in page


def test_the_page_says_key_relations_and_conditions_in_both_languages(settled):
    page = made(settled)["BACA-SAYA.md"]
    assert "- Kunci: `nomor`, `tanggal`;" in page
    assert "- `nomor` harus ada dalam `orang.csv`" in page
    assert "- `tanggal` dicari dalam `libur.csv`" in page
    assert "- Syarat baris pada `tanggal`; pelanggaran dilaporkan sebagai: Harinya libur." in page
    assert "- Baris yang ditolak dilewati dan dilaporkan." in page
    assert "- Key: `nomor`, `tanggal`; no two rows may have the same." in page
    assert "- A person whose row is rejected is not paid; the row is reported." in page


def test_the_page_says_what_closed_months_are(settled):
    pack = settled([{}]).plan.checked.pack
    month = Column("bulan", number(NUMBER), ("masa", "bulan"), AT, low=Fraction(1), high=Fraction(11))
    columns = {"nomor": Column("nomor", NIP, ("nomor",), AT), "bulan": month}
    pack.inputs["lalu"] = Input("lalu", "", ("nomor", "bulan"), columns, (), (), AT, ledger="orang")
    page = {file.name: file.content.decode() for file in template_files(pack)}["BACA-SAYA.md"]
    assert "(`masa`: 1 untuk Januari); pada bulan Januari hanya judul kolom." in page
    assert "(`masa`: 1 for January); in January there is nothing but the heading." in page
