"""The words of the summary in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eremun.diagnostics.reasons import OTHER_MINUS_USED, REJECTED

ROUNDED = r"^[0-9][.,]?[0-9]*E\+?[0-9]+$"
COMMA = "^[0-9]+,[0-9]+$"
PERCENT = "^[0-9]+([.,][0-9]+)? ?%$"
THOUSANDS = r"^(Rp\.? ?)?[0-9]{1,3}(\.[0-9]{3}){2,}(,[0-9-]+)?$"
DAY_FIRST = "^[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}$"


@dataclass(frozen=True)
class Words:
    """`thousands`: what stands between groups of three digits."""

    thousands: str
    period: str
    dry: str
    people: str
    paid: str
    blocked: str
    rejected: str
    why_blocked: str
    rejected_rows: str
    hints: dict[str, str]
    form: str
    minus: str
    row: str
    ignored: str
    findings: str
    totals: str
    per_unit: str
    files: str
    spreadsheet: str
    reasons: Mapping[str, str]
    contents: Mapping[str, str]

    def number(self, value: int) -> str:
        """The whole number with its digits in groups."""
        return f"{value:,}".replace(",", self.thousands)

    def rupiah(self, value: int) -> str:
        """The amount as it is written in that language."""
        return f"{'-' if value < 0 else ''}Rp{self.number(abs(value))}"


def _sentence(text: str) -> str:
    """As it stands behind a colon."""
    return text[0].lower() + text[1:]


WORDS: dict[str, Words] = {
    "id": Words(
        thousands=".",
        period="masa",
        dry="Percobaan: tidak ada berkas yang ditulis dan tidak ada yang dibayar.",
        people="Orang dalam data",
        paid="dibayar",
        blocked="tertahan",
        rejected="barisnya ditolak",
        why_blocked="Mengapa tertahan (seorang dapat mempunyai beberapa alasan)",
        rejected_rows="Baris yang ditolak ketika dibaca: {rows}",
        hints={
            ROUNDED: "lembar kerja sudah membulatkan nomor ini; ambil lagi dari sumbernya sebagai teks",
            COMMA: "tulislah pecahan dengan titik, bukan koma",
            PERCENT: "tulislah bilangannya saja tanpa %; di lembar kerja, ganti dahulu format selnya menjadi Number",
            THOUSANDS: "tulislah bilangan tanpa titik ribuan dan tanpa Rp, misalnya 1250000",
            DAY_FIRST: "tulislah tanggal sebagai tahun-bulan-hari, misalnya 2026-01-31",
        },
        form="isian kolom {column} ditulis seperti {example}",
        minus=_sentence(OTHER_MINUS_USED[0]),
        row="baris",
        ignored="Kolom yang tidak dipakai",
        findings="Temuan yang perlu diperiksa sebelum bulan ditutup",
        totals="Jumlah untuk yang dibayar",
        per_unit="Menurut {unit}",
        files="Berkas di {folder}",
        spreadsheet=(
            "\nMembuka di lembar kerja: jangan klik dua kali, karena angka panjang akan dibulatkan.\n"
            "Di Excel: Data > From Text/CSV > Transform Data, lalu jadikan Text kolom {columns}.\n"
            "Di LibreOffice: pilih jenis Text untuk kolom itu dalam jendela impor."
        ),
        reasons={reason: words[0] for reason, words in REJECTED.items()},
        contents={
            "payroll": "yang dibayar",
            "blocked": "yang tertahan, dengan setiap alasannya",
            "rejected": "baris yang ditolak, dengan tempatnya",
            "findings": "temuan",
            "lines": "baris bayar dari yang dibayar",
            "run": "laporan: banyaknya, jumlah kendali, sidik setiap berkas",
            "timings": "lamanya tiap tahap dan memori yang terpakai",
        },
    ),
    "en": Words(
        thousands=",",
        period="period",
        dry="Trial: no file was written and nobody is paid.",
        people="People in the data",
        paid="paid",
        blocked="blocked",
        rejected="row rejected",
        why_blocked="Why blocked (a person may have several reasons)",
        rejected_rows="Rows rejected when they were read: {rows}",
        hints={
            ROUNDED: "a spreadsheet has rounded this number; take it from its source again, as text",
            COMMA: "write decimals with a dot, not a comma",
            PERCENT: "write the number alone, without %; in a spreadsheet first make the cell a Number",
            THOUSANDS: "write numbers without dots between thousands and without Rp, such as 1250000",
            DAY_FIRST: "write dates as year-month-day, such as 2026-01-31",
        },
        form="cells of the column {column} are written like {example}",
        minus=_sentence(OTHER_MINUS_USED[1]),
        row="row",
        ignored="Columns that are not used",
        findings="Findings to look at before the month is closed",
        totals="Totals of those paid",
        per_unit="By {unit}",
        files="Files in {folder}",
        spreadsheet=(
            "\nOpening in a spreadsheet: do not double-click, since long numbers would be rounded.\n"
            "In Excel: Data > From Text/CSV > Transform Data, and make the columns {columns} Text.\n"
            "In LibreOffice: choose the type Text for them in the import window."
        ),
        reasons={reason: words[1] for reason, words in REJECTED.items()},
        contents={
            "payroll": "the paid",
            "blocked": "the blocked, with every reason",
            "rejected": "rejected rows, with their place",
            "findings": "findings",
            "lines": "lines of the paid",
            "run": "report: counts, control totals, hash of every file",
            "timings": "time of each stage, memory taken",
        },
    ),
}
