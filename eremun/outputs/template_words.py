"""The sentences of the page that goes with the empty files, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eremun.values.types import Kind


@dataclass(frozen=True)
class Sentences:
    """`head` is the heading of the table of columns; a base unit stands in `units` with the words for it."""

    title: str
    general: str
    key: str
    no_key: str
    spells: str
    complete: str
    closed: str
    required: str
    looked_up: str
    by_day: str
    days: Mapping[tuple[str, ...], str]
    day_by_rule: str
    require: str
    block: str
    drop: str
    not_paid: str
    reported: str
    head: str
    forms: Mapping[Kind, str]
    choices: str
    no_number: str
    whole: str
    decimal: str
    comma: str
    dots: str
    below_zero: str
    day: str
    units: Mapping[str, str]
    in_period: str
    between: str
    at_least: str
    at_most: str
    may_be_empty: str
    not_empty: str
    other_headings: str


SENTENCES: dict[str, Sentences] = {
    "id": Sentences(
        title="Data masukan untuk {pack}",
        general=(
            "Isilah satu berkas untuk tiap tabel: CSV (UTF-8, pemisah koma atau titik koma), atau XLSX atau Parquet\n"
            "dengan nama yang sama. Urutan kolom bebas, kolom lain diabaikan. Besar dan kecilnya huruf dibedakan.\n"
            "Dalam XLSX, simpanlah NIP dan nomor panjang sebagai teks: lembar kerja membulatkan angka sepanjang itu."
        ),
        key="- Kunci: {columns}; tidak boleh ada dua baris dengan kunci yang sama.",
        no_key="- Tanpa kunci: boleh ada beberapa baris yang sama.",
        spells=(
            "- Kunci: {columns}; setiap baris berlaku dari hari pertama sampai hari terakhirnya ({ends}), dan masa\n"
            "  dua baris dengan kunci yang sama tidak boleh bertumpang."
        ),
        complete="- Setiap hari dalam bulan itu harus ada barisnya; kalau tidak, tidak ada yang dihitung.",
        closed=(
            "- Setiap baris memuat satu bulan tahun ini sebelum bulan yang dihitung, menurut hasil bulan itu\n"
            "  (`{month}`: 1 untuk Januari); pada bulan Januari hanya judul kolom."
        ),
        required="- {columns} harus ada dalam `{table}`; kalau tidak, barisnya ditolak.",
        looked_up="- {columns} dicari dalam `{table}`; barisnya boleh tidak ada, tetapi yang memerlukannya tertahan.",
        by_day=(
            "- {columns} dicari dalam `{table}`, pada baris yang berlaku pada {day}; barisnya boleh tidak ada, tetapi\n"
            "  yang memerlukannya tertahan."
        ),
        days={("start",): "hari pertama bulan itu", ("end",): "hari terakhir bulan itu"},
        day_by_rule="hari yang dihitung ({label})",
        require="- Syarat baris pada {column}; pelanggaran dilaporkan sebagai: {label}.",
        block="- Baris yang ditolak menahan orang yang disebut di dalamnya.",
        drop="- Baris yang ditolak dilewati dan dilaporkan.",
        not_paid="- Orang yang barisnya ditolak tidak dibayar; barisnya dilaporkan.",
        reported="- Baris yang ditolak dilaporkan; baris tabel lain yang harus menunjuk kepadanya ikut ditolak.",
        head="| kolom | bentuk | batas | kosong |",
        forms={
            Kind.TEXT: "teks",
            Kind.NIP: "18 angka, misalnya `198001012005011001`",
            Kind.DATE: "tanggal YYYY-MM-DD, misalnya `2026-01-31`",
            Kind.BOOLEAN: "`ya` atau `tidak`",
        },
        choices="salah satu dari {words}",
        no_number="jangan disimpan sebagai angka",
        whole="bilangan bulat tanpa pemisah ribuan",
        decimal="bilangan dengan paling banyak {decimals} desimal sesudah titik",
        comma="bilangan dengan paling banyak {decimals} desimal sesudah koma, misalnya `{example}`",
        dots="bilangan bulat; ribuan boleh dipisah titik, misalnya `{example}`",
        below_zero="; di bawah nol dengan - tepat di depan angkanya, misalnya `{example}`",
        day="tanggal {form}, misalnya `{example}`",
        units={"persen": "persen, tanpa tanda %", "number": ""},
        in_period="dalam bulan yang dihitung",
        between="{low} sampai {high}",
        at_least="paling sedikit {low}",
        at_most="paling banyak {high}",
        may_be_empty="boleh",
        not_empty="tidak boleh",
        other_headings="judul lain yang diterima: {names}",
    ),
    "en": Sentences(
        title="Data to be read for {pack}",
        general=(
            "Fill one file per table: CSV (UTF-8, separated by commas or semicolons), XLSX or Parquet of that name.\n"
            "The order of columns is free, other columns are ignored. Upper and lower case differ.\n"
            "In XLSX store NIPs and account numbers as text: a spreadsheet rounds numbers of that length."
        ),
        key="- Key: {columns}; no two rows may have the same.",
        no_key="- No key: there may be several equal rows.",
        spells=(
            "- Key: {columns}; every row holds from its first to its last day ({ends}), and two rows with the same\n"
            "  key may not overlap."
        ),
        complete="- Every day of the month must have a row; otherwise nothing is computed.",
        closed=(
            "- Every row holds one month of this year before the one that is computed, as that month came out\n"
            "  (`{month}`: 1 for January); in January there is nothing but the heading."
        ),
        required="- {columns} must stand in `{table}`; otherwise the row is rejected.",
        looked_up="- {columns} is looked up in `{table}`; there may be no such row, but who needs it is then blocked.",
        by_day=(
            "- {columns} is looked up in `{table}`, in the row that holds on {day}; there may be no such row, but\n"
            "  who needs it is then blocked."
        ),
        days={("start",): "the first day of the month", ("end",): "the last day of the month"},
        day_by_rule="a day that is computed ({label})",
        require="- Condition on the row at {column}; a breach is reported as: {label}.",
        block="- A rejected row blocks the person it names.",
        drop="- A rejected row is left out and reported.",
        not_paid="- A person whose row is rejected is not paid; the row is reported.",
        reported="- A rejected row is reported; rows of other tables that must refer to it are rejected too.",
        head="| column | form | limits | empty |",
        forms={
            Kind.TEXT: "text",
            Kind.NIP: "18 digits, for example `198001012005011001`",
            Kind.DATE: "a date YYYY-MM-DD, for example `2026-01-31`",
            Kind.BOOLEAN: "`ya` (yes) or `tidak` (no)",
        },
        choices="one of {words}",
        no_number="not to be stored as a number",
        whole="a whole number without separators",
        decimal="a number with at most {decimals} decimals after a dot",
        comma="a number with at most {decimals} decimals after a comma, for example `{example}`",
        dots="a whole number; dots may stand between thousands, for example `{example}`",
        below_zero="; below zero with - directly before its digits, for example `{example}`",
        day="a date {form}, for example `{example}`",
        units={
            "persen": "percent, without the % sign",
            "number": "",
            "menit": "minutes",
            "hari": "days",
            "poin": "points",
        },
        in_period="in the month that is computed",
        between="{low} to {high}",
        at_least="at least {low}",
        at_most="at most {high}",
        may_be_empty="allowed",
        not_empty="not allowed",
        other_headings="other headings that are read: {names}",
    ),
}
