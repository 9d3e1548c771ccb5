"""What each key of a pack is for, in both languages; a test compares them with what the readers accept."""

from __future__ import annotations

from dataclasses import dataclass

Both = tuple[str, str]  # Bahasa Indonesia, English
RESTS: dict[str, Both] = {
    "basis": ("peraturan dalam daftar, lalu pasalnya", "a regulation of the register, then the article"),
    "assumption": ("anggapan dalam daftar", "an assumption of the register"),
}
LABEL: Both = ("kalimat pendek untuk penjelasan dan laporan", "a short phrase for explanations and reports")
SINCE: Both = ("hari pertama berlakunya", "the first day on which it holds")
UNTIL: Both = (
    "hari terakhir berlakunya; sesudahnya versi sebelumnya berlaku lagi",
    "the last day on which it holds; after it the version before holds again",
)
ACCEPT: dict[str, Both] = {
    "accept": ("peringatan yang diterima: `{W301: alasannya}`", "warnings accepted: `{W301: the reason}`")
}
OWN_RESTS: dict[str, Both] = {
    "basis": (
        "peraturan lalu pasalnya, bagi bagian ini saja",
        "a regulation, then the article, for this part alone",
    ),
    "assumption": ("anggapan bagi bagian ini saja", "an assumption for this part alone"),
}
CELLS: dict[str, Both] = {
    "cells": ("satu isi untuk setiap nilai", "one content for each value"),
    "from": (
        'isi mulai dari setiap batas sampai sebelum batas berikutnya; yang terendah boleh `"-"`',
        'contents from each threshold to before the next; the lowest may be `"-"`',
    ),
    "above": (
        'isi di atas setiap batas sampai dengan batas berikutnya; yang terendah boleh `"-"`',
        'contents above each threshold up to and including the next; the lowest may be `"-"`',
    ),
    "marginal": (
        "tarif bertingkat: setiap lapisan dengan tarifnya, dijumlahkan",
        "progressive rates: each slice at its own rate, summed",
    ),
    "rows": ("baris syarat, lalu isi", "rows of conditions, then contents"),
}
FILE: dict[str, Both] = {
    "file": ("nama berkasnya, misalnya `payroll.csv`", "the name of the file, such as `payroll.csv`")
}
SORT: Both = ("kolom yang menentukan urutannya", "the columns that order it")
SENTENCES: Both = (
    "kalimat bagi setiap alasan; urutannya urutan alasan",
    "the sentence of each reason; their order is that of the reasons",
)


@dataclass(frozen=True)
class Place:
    """Where keys stand: `written` shows the way to them; `reads` are the readers that accept them (`readers`)."""

    written: str
    title: Both
    reads: tuple[str, ...]
    keys: dict[str, Both]


PLACES = (
    Place(
        "pack.yaml",
        ("kepala paket", "the head of the pack"),
        ("builder.read_head",),
        {
            "name": (
                "nama paket; bila tidak disebut, nama foldernya",
                "the pack's name; that of its folder if not said",
            ),
            "label": LABEL,
            "eremun": ('versi terendah yang diperlukan, `">=0.1"`', 'the lowest version needed, `">=0.1"`'),
            "effective_from": (
                "hari pertama paket berlaku; yang tidak bertanggal berlaku sejak hari ini",
                "the first day of the pack; what has no date holds from then on",
            ),
            "basis": ("dari peraturan mana hari pertama itu", "the regulation that gives that first day"),
            "assumption": ("anggapan tentang hari pertama itu", "an assumption about that first day"),
            "period": ("masa yang dihitung: `month`", "the period computed: `month`"),
            "person": ("tabel yang barisnya dibayar atau tertahan", "the table whose rows are paid or blocked"),
            "uses": (
                "paket lain yang ketentuannya terbaca di sini: folder di sampingnya, atau paket bawaan",
                "other packs whose provisions can be read here: a folder beside it, or one that comes with eremun",
            ),
            "corrects": (
                "aturan yang selisihnya dibayar bila bulan yang sudah ditutup dikoreksi",
                "the rules whose differences are paid when a closed month is corrected",
            ),
        },
    ),
    Place(
        "*.yaml",
        ("berkas lain di folder paket", "any other file in the folder of the pack"),
        ("builder.check_sections",),
        {
            "chapter": ("judul bab", "the heading of the chapter"),
            "basis": ("dasar bagi semua isi berkas ini", "what everything in this file rests on"),
            "assumption": ("anggapan bagi semua isi berkas ini", "the assumption under everything in this file"),
            "regulations": ("daftar peraturan", "the register of regulations"),
            "assumptions": ("daftar anggapan", "the register of assumptions"),
            "enums": ("daftar pilihan: `nama: [kata, …]`", "lists of words: `name: [word, …]`"),
            "inputs": ("tabel masukan", "the tables to be read"),
            "groups": ("kelompok baris", "groups of rows"),
            "needs": (
                "yang diperlukan dari paket yang memakai paket ini, di bawah nama satuan barisnya",
                "what is needed of a pack that uses this one, under the name of its grain",
            ),
            "parameters": ("nilai tunggal yang bernama", "single values with a name"),
            "tables": ("tabel keputusan", "decision tables"),
            "rules": ("aturan, di bawah nama satuan barisnya", "rules, under the name of their grain"),
            "ensure": ("janji, di bawah nama satuan barisnya", "promises, under the name of their grain"),
            "findings": ("temuan, di bawah nama satuan barisnya", "findings, under the name of their grain"),
            "outputs": ("bentuk berkas hasil", "the form of the files that come out"),
        },
    ),
    Place(
        "regulations: NAME:",
        ("satu peraturan", "a regulation"),
        ("read_law.read_regulation",),
        {
            "title": ("nama lengkapnya", "its full title"),
            "amends": ("peraturan dalam daftar yang diubahnya", "the regulation of the register that it amends"),
            "replaces": ("peraturan dalam daftar yang digantinya", "the regulation of the register that it replaces"),
            "note": ("keterangan, misalnya apa yang belum diketahui", "a remark, such as what is not known yet"),
            **ACCEPT,
        },
    ),
    Place(
        "assumptions: NAME:",
        ("satu anggapan", "an assumption"),
        ("read_law.read_assumption",),
        {"note": ("apa yang dianggap, dan mengapa", "what is assumed, and why"), **ACCEPT},
    ),
    Place(
        "inputs: NAME:",
        ("satu tabel masukan", "a table to be read"),
        ("read_inputs.read_input",),
        {
            "label": LABEL,
            "key": ("kolom yang membedakan barisnya, atau `none`", "the columns that tell its rows apart, or `none`"),
            "date": ("kolom tanggal yang memilih hukum bagi barisnya", "the column whose day selects the law of a row"),
            "spells": (
                "kolom hari pertama dan hari terakhir berlakunya baris",
                "the columns of the first and the last day on which a row holds",
            ),
            "ledger": (
                "tabel yang bulan-bulannya tahun ini, yang sudah ditutup, ada di sini",
                "the table whose closed months of this year stand here",
            ),
            "complete": (
                "`each day of the period`: tanpa satu hari pun tidak ada yang dihitung",
                "`each day of the period`: where a day is missing nothing is computed",
            ),
            "columns": ("kolom-kolomnya", "its columns"),
            "references": (
                "baris tabel lain yang wajib ada: `tabel: [kolom]`",
                "rows of other tables that must be there: `table: [columns]`",
            ),
            "lookups": (
                "baris tabel lain yang boleh tidak ada: `tabel: [kolom]`",
                "rows of other tables that may be missing: `table: [columns]`",
            ),
            "require": (
                "syarat atas isi satu baris, menurut kolom yang disalahkan",
                "conditions on a row, by the column blamed",
            ),
            "when_rejected": (
                "`block`: baris yang ditolak menahan orangnya; `drop`: hanya dilaporkan",
                "`block`: a rejected row blocks its person; `drop`: it is only reported",
            ),
            **ACCEPT,
        },
    ),
    Place(
        "inputs: NAME: columns: NAME:",
        ("satu kolom", "a column"),
        ("read_inputs.read_column",),
        {
            "type": (
                "`nip`, `text`, `date`, `boolean`, satuan, atau nama daftar pilihan",
                "`nip`, `text`, `date`, `boolean`, a unit, or the name of a list of words",
            ),
            "format": (
                'bentuk selnya: `dd/mm/yyyy` atau `dd-mm-yyyy` bagi tanggal, `"1234,56"` atau `"1.234,56"` bagi bilangan',
                'the form of its cells: `dd/mm/yyyy` or `dd-mm-yyyy` for dates, `"1234,56"` or `"1.234,56"` for numbers',
            ),
            "decimals": (
                "paling banyak berapa angka di belakang titik, 0 sampai 8",
                "at most how many digits after the dot, 0 to 8",
            ),
            "range": (
                "batas `a..b` dengan kedua ujungnya; untuk tanggal `period`",
                "the limits `a..b`, ends included; for dates `period`",
            ),
            "optional": ("`true`: sel boleh kosong", "`true`: a cell may be empty"),
            "header": ("judul kolom dalam berkas, atau beberapa", "the heading in the file, or several"),
            "typed_number": (
                "`refused`: angka dari lembar kerja ditolak, sebab sudah dibulatkan",
                "`refused`: a number of a spreadsheet is rejected, since it was rounded",
            ),
            "effective_from": ("sejak kapan kolom ini ada dalam berkas", "from when on files have this column"),
            "before": ("nilai bagi bulan sebelum itu", "the value for months before that"),
            "effective_to": ("sampai kapan kolom ini ada dalam berkas", "until when files have this column"),
            "after": ("nilai bagi bulan sesudah itu", "the value for months after that"),
            "label": LABEL,
            **RESTS,
            **ACCEPT,
        },
    ),
    Place(
        "needs: GRAIN: NAME:",
        ("satu nama yang diperlukan", "a name that is needed"),
        ("needs.read_need",),
        {
            "type": (
                "`nip`, `text`, `date`, `boolean`, satuan, atau nama daftar pilihan",
                "`nip`, `text`, `date`, `boolean`, a unit, or the name of a list of words",
            ),
            "decimals": (
                "berapa angka di belakang titik yang boleh ada; tanpa ini bilangan bulat",
                "how many digits after the dot there may be; without it whole numbers",
            ),
            "range": ("batas `a..b` yang harus terbukti dipenuhi", "the limits `a..b` that must be proven to hold"),
            "optional": ("`true`: nilainya boleh tidak ada", "`true`: there may be no value"),
            "label": LABEL,
            "key": ("`true`: bagian dari kunci tabel itu", "`true`: it is part of the key of that grain"),
            "to": (
                "tabel yang satu barisnya dirujuk dengan nama ini; tanpa kunci lain selain `label`",
                "the table one row of which is led to by this name; with no other key but `label`",
            ),
        },
    ),
    Place(
        "needs: GRAIN: NAME: (to)",
        ("satu baris tabel lain yang diperlukan", "a row of another table that is needed"),
        ("needs._needed_row",),
        {
            "to": ("tabelnya", "the table"),
            "label": LABEL,
        },
    ),
    Place(
        "inputs: NAME: require: COLUMN:",
        ("syarat baris", "a condition on a row"),
        ("read_inputs._require",),
        {
            "label": ("kalimat alasan bagi baris yang melanggarnya", "the reason given for a row that breaks it"),
            "formula": ("syarat yang harus dipenuhi baris", "the condition a row must meet"),
        },
    ),
    Place(
        "inputs|groups: NAME: references|lookups: NAME:",
        ("hubungan dengan nama sendiri", "a relation with a name of its own"),
        ("read_relations._relation",),
        {
            "to": ("tabel yang dituju", "the table it leads to"),
            "match": (
                "untuk setiap kolom kunci tabel itu: kolom baris ini, atau isi yang tetap",
                "for each column of that table's key: a column of this row, or a constant",
            ),
            "as_of": (
                "harinya, bagi tabel dengan `spells`: kolom atau aturan tanggal, `period.start`, atau `period.end`",
                "the day, of a table with `spells`: a column or rule that is a date, `period.start`, or `period.end`",
            ),
        },
    ),
    Place(
        "groups: NAME:",
        ("kelompok baris", "a group of rows"),
        ("read_inputs.read_group",),
        {
            "label": LABEL,
            "of": ("tabel asal barisnya", "the table its rows come from"),
            "by": (
                "kolom yang digabungkan: satu baris untuk setiap gabungan",
                "the columns grouped by: one row for each combination",
            ),
            **ACCEPT,
        },
    ),
    Place(
        "groups: NAME: (each)",
        ("semua pasangan dua tabel", "all pairs of two tables"),
        ("read_inputs.read_pairs",),
        {
            "label": LABEL,
            "each": ("kedua tabel yang barisnya dipasangkan", "the two tables whose rows are paired"),
            "lookups": ("apa lagi yang dicari dari suatu pasangan", "what else is looked up from a pair"),
            **ACCEPT,
        },
    ),
    Place(
        "parameters: NAME:",
        ("parameter", "a parameter"),
        ("read_tables.read_parameter",),
        {
            "label": LABEL,
            "value": ("bilangan dengan satuannya", "a number with its unit"),
            "versions": ("nilainya dari waktu ke waktu, dari yang terlama", "its values over time, the oldest first"),
            **RESTS,
            **ACCEPT,
        },
    ),
    Place(
        "parameters: NAME: versions: -",
        ("versi parameter", "a version of a parameter"),
        ("read_tables.read_parameter/read_versions",),
        {
            "effective_from": SINCE,
            "effective_to": UNTIL,
            "value": (
                "bilangan dengan satuannya; tanpa itu nilai versi di atasnya",
                "a number with its unit; without it the value of the version above",
            ),
            **OWN_RESTS,
            **ACCEPT,
        },
    ),
    Place(
        "tables: NAME:",
        ("tabel keputusan", "a decision table"),
        ("read_tables.read_table",),
        {
            "label": LABEL,
            "in": ("syarat-syaratnya: `nama: satuan atau daftar`", "its conditions: `name: unit or list`"),
            "out": (
                "isinya: satuan atau daftar, atau beberapa `nama: satuan`",
                "its contents: a unit or list, or several `name: unit`",
            ),
            "hit": (
                "bila beberapa baris terpenuhi: `unique`, `first`, `collect sum`, …",
                "where several rows hold: `unique`, `first`, `collect sum`, …",
            ),
            **CELLS,
            "versions": ("isinya dari waktu ke waktu, dari yang terlama", "its contents over time, the oldest first"),
            **RESTS,
            **ACCEPT,
        },
    ),
    Place(
        "tables: NAME: versions: -",
        ("versi tabel", "a version of a table"),
        ("read_tables.read_table/read_versions",),
        {"effective_from": SINCE, "effective_to": UNTIL, **CELLS, **OWN_RESTS, **ACCEPT},
    ),
    Place(
        "tables: NAME: rows: -",
        ("baris yang dasarnya lain", "a row that rests on something of its own"),
        ("read_cells._row",),
        {"row": ("barisnya: syarat-syarat, lalu isi", "the row: its conditions, then its contents"), **OWN_RESTS},
    ),
    Place(
        "tables: NAME: cells|from|above|marginal: KEY:",
        ("isi yang dasarnya lain", "a content that rests on something of its own"),
        ("read_cells._value",),
        {
            "value": ("isinya, atau daftar isinya", "the content, or the list of contents"),
            **OWN_RESTS,
        },
    ),
    Place(
        "tables: NAME: cells|from|above|marginal|rows:",
        ("isi tabel dalam CSV", "contents of a table in a CSV file"),
        ("read_csv.csv_entries",),
        {
            "file": ("berkas CSV di samping berkas YAML", "the CSV file beside the YAML files"),
            "columns": (
                "judul kolomnya: yang sesuai dengan `in`, lalu `out`; lalu `basis`, `assumption` bagi tiap baris, bila ada",
                "its headings: those of `in`, then of `out`; then `basis`, `assumption` of each row, if any",
            ),
        },
    ),
    Place(
        "rules: GRAIN: NAME:",
        ("aturan", "a rule"),
        ("read_rules.read_rules",),
        {
            "label": LABEL,
            "unit": (
                "satuan atau jenis hasilnya; tanpanya ya atau tidak",
                "the unit or type of its result; without it yes or no",
            ),
            "date": (
                "hari yang memilih hukum bagi aturan ini, sebagai ganti hari barisnya",
                "the day whose law this rule reads, in place of its row's",
            ),
            "formula": ("bagaimana nilainya dihitung", "how its value is computed"),
            "split": ("pembagian habis sebagai ganti rumus", "an amount shared out, in place of a formula"),
            "round": ("`CARA to KELIPATAN`, satu kali pada akhirnya", "`MODE to STEP`, once at the end"),
            "versions": ("rumusnya dari waktu ke waktu, dari yang terlama", "its formulas over time, the oldest first"),
            "exceptions": ("rumus lain bila syaratnya terpenuhi", "other formulas where their condition holds"),
            **RESTS,
            **ACCEPT,
        },
    ),
    Place(
        "rules: GRAIN: NAME: versions: -",
        ("versi aturan", "a version of a rule"),
        ("read_rules.read_rules/read_versions",),
        {
            "effective_from": SINCE,
            "effective_to": UNTIL,
            "formula": (
                "rumus versi itu; tanpa itu rumus dan pembulatan versi di atasnya",
                "the formula of that version; without it formula and rounding of the version above",
            ),
            "round": ("pembulatan versi itu", "the rounding of that version"),
            **OWN_RESTS,
            **ACCEPT,
        },
    ),
    Place(
        "rules: GRAIN: NAME: split:",
        ("pembagian habis", "an amount shared out"),
        ("read_rules._split",),
        {
            "amount": (
                "yang dibagi, milik baris yang dituju: `opd.dana`",
                "what is shared, of the row led to: `opd.dana`",
            ),
            "by": ("bobot setiap baris, tidak kurang dari nol", "the weight of each row, not below zero"),
            "step": ("satuan terkecil yang dibagikan, `1 rupiah`", "the smallest unit given out, `1 rupiah`"),
        },
    ),
    Place(
        "rules: GRAIN: NAME: exceptions: NAME:",
        ("pengecualian", "an exception"),
        ("read_rules._exception",),
        {
            "label": LABEL,
            "when": ("syarat berlakunya", "the condition under which it applies"),
            "formula": ("rumusnya", "its formula"),
            "overrides": (
                "pengecualian lain dari aturan itu yang didahuluinya",
                "other exceptions of the rule that give way to it",
            ),
            **RESTS,
            "effective_from": SINCE,
            "effective_to": ("hari terakhir berlakunya", "the last day on which it holds"),
            **ACCEPT,
        },
    ),
    Place(
        "ensure: GRAIN: NAME:",
        ("janji", "a promise"),
        ("read_rules.read_ensure",),
        {
            "label": ("kalimat alasan bagi yang tidak memenuhinya", "the reason given to whoever fails it"),
            "formula": ("syarat yang harus dipenuhi", "the condition to be met"),
            **RESTS,
            **ACCEPT,
        },
    ),
    Place(
        "findings: GRAIN: NAME:",
        ("temuan", "a finding"),
        ("read_rules.read_finding",),
        {
            "label": ("kalimatnya dalam laporan", "its sentence in the report"),
            "amount": ("rupiah yang dilaporkan bila di atas nol", "the rupiah reported where above zero"),
            "count": ("banyaknya yang dilaporkan bila di atas nol", "the number reported where above zero"),
            **RESTS,
        },
    ),
    Place(
        "outputs:",
        ("berkas hasil", "the files that come out"),
        ("read_outputs.read_outputs",),
        {
            "payroll": ("yang dibayar", "those paid"),
            "blocked": ("yang tertahan, dengan setiap alasannya", "those blocked, with each reason"),
            "rejected": ("sel dan baris masukan yang ditolak", "cells and rows of the data that were rejected"),
            "findings": ("temuan", "the findings"),
            "lines": ("baris bayar dari yang dibayar", "lines of pay of those paid"),
        },
    ),
    Place(
        "outputs: payroll:",
        ("berkas yang dibayar", "the file of those paid"),
        ("read_outputs.read_outputs/_file 1",),
        {
            **FILE,
            "rows": (
                "tabel yang barisnya ditulis: yang disebut di bawah `person`",
                "the table whose rows are written: the one under `person`",
            ),
            "sort": SORT,
            "columns": ("kolomnya", "its columns"),
        },
    ),
    Place(
        "outputs: blocked:",
        ("berkas yang tertahan", "the file of those blocked"),
        ("read_outputs.read_outputs/_file 2",),
        {**FILE, "sort": SORT, "columns": ("kolomnya", "its columns"), "reasons": SENTENCES},
    ),
    Place(
        "outputs: rejected:",
        ("berkas yang ditolak", "the file of what was rejected"),
        ("read_outputs.read_outputs/_file 3",),
        {**FILE, "columns": ("kolomnya", "its columns"), "reasons": SENTENCES},
    ),
    Place(
        "outputs: findings:",
        ("berkas temuan", "the file of findings"),
        ("read_outputs.read_outputs/_file 4",),
        {
            **FILE,
            "columns": (
                "kolomnya: `finding`, `count`, `amount`, `keterangan`, dan satu nama lain sebagai judul kunci satuannya",
                "its columns: `finding`, `count`, `amount`, `keterangan`, and one other name as heading of the key of "
                "what is found",
            ),
        },
    ),
    Place(
        "outputs: lines:",
        ("berkas baris bayar", "the file of lines of pay"),
        ("read_outputs._read_lines",),
        {
            **FILE,
            "rows": ("tabel yang barisnya ditulis", "the table whose rows are written"),
            "where": ("hanya baris yang memenuhi syarat itu", "only the rows that meet the condition"),
            "sort": ("kolom yang menentukan urutannya", "the columns that order it"),
            "columns": ("kolomnya, seperti pada `payroll`", "its columns, as of `payroll`"),
        },
    ),
    Place(
        "outputs: payroll: columns: - NAME:",
        ("kolom daftar bayar", "a column of the payroll"),
        ("read_outputs._described",),
        {
            "value": ("rumus bagi kolom yang namanya lain", "a formula for a column of another name"),
            "decimals": ("banyaknya desimal yang ditulis, 0 sampai 9", "how many decimals are written, 0 to 9"),
            "effective_from": ("sejak bulan mana kolom ini ditulis", "since which month this column is written"),
            "effective_to": ("sampai bulan mana kolom ini ditulis", "until which month this column is written"),
        },
    ),
    Place(
        "tests/*.yaml",
        ("berkas uji", "a file of tests"),
        ("testing.file",),
        {
            "period": ("bulan bagi semua kasus, `2026-01`", "the month of all cases, `2026-01`"),
            "defaults": ("isi sel yang tidak disebut suatu baris", "what a cell holds that a row does not name"),
            "tests": ("kasus-kasusnya", "the cases"),
        },
    ),
    Place(
        "tests: NAME:",
        ("kasus uji", "a case"),
        ("testing.case",),
        {
            "label": ("apa yang diuji", "what it is about"),
            "period": ("bulan kasus ini, bila lain", "the month of this case, where another"),
            "periods": (
                "beberapa bulan: `2026-01: {given: …, expect: …}`, ditambahkan pada yang disebut kasusnya",
                "several months: `2026-01: {given: …, expect: …}`, added to what the case says",
            ),
            "given": (
                "baris setiap tabel; tabel yang tidak disebut kosong",
                "the rows of each table; one not named is empty",
            ),
            "expect": ("nilai baris, dan daftar di bawah ini", "values of rows, and the lists below"),
        },
    ),
    Place(
        "tests: NAME: periods: MONTH:",
        ("satu bulan suatu kasus", "one month of a case"),
        ("testing.month",),
        {
            "given": ("baris yang hanya ada pada bulan itu", "rows of that month only"),
            "expect": ("yang diharapkan pada bulan itu", "what is expected of that month"),
        },
    ),
    Place(
        "tests: NAME: expect:",
        ("daftar yang diharapkan", "the lists expected"),
        ("testing.expect",),
        {
            "blocked": ("kunci orang dan `reason`, selengkapnya", "the person's key and `reason`, in full"),
            "rejected": ("baris yang ditolak, selengkapnya", "the rows rejected, in full"),
            "findings": (
                "`finding`, kunci satuannya, dan `amount` atau `count`, selengkapnya",
                "`finding`, the key of its grain, and `amount` or `count`, in full",
            ),
        },
    ),
    Place(
        "tests: NAME: expect: GRAIN: - NAME:",
        ("nilai yang salah cetak dalam sumbernya", "a value that its source misprints"),
        ("testing.misprint",),
        {
            "value": ("nilai yang benar, yang harus keluar", "the right value, which must come"),
            "as_printed": (
                "nilai yang tercetak, ditulis seperti nilai yang benar",
                "the value printed, written like the right one",
            ),
            "reason": ("sebab yang tercetak itu salah", "why what is printed is wrong"),
        },
    ),
    Place(
        "tests: NAME: expect: rejected: -",
        ("baris yang ditolak", "a rejected row"),
        ("testing.rejected",),
        {
            "table": ("tabelnya", "its table"),
            "row": ("nomor barisnya, dari 1", "the number of the row, from 1"),
            "column": ("kolomnya", "the column"),
            "value": ("isi selnya", "what the cell says"),
            "reason": (
                "`empty`, `parse`, `range`, `list`, `duplicate`, `reference`, `rule`",
                "`empty`, `parse`, `range`, `list`, `duplicate`, `reference`, `rule`",
            ),
        },
    ),
    Place(
        "synth.yaml",
        (
            "resep bulan buatan; tidak ikut menentukan pembayaran",
            "the recipe of made-up months; it has no part in what is paid",
        ),
        ("read_profile.read_profile",),
        {"tables": ("tabel menurut urutan pembuatannya", "the tables, in the order they are made")},
    ),
    Place(
        "synth.yaml: tables: NAME:",
        ("satu tabel buatan", "a made-up table"),
        ("read_profile._table",),
        {
            "rows": (
                "banyaknya baris: `300`, `people`, `people/250`, `entries`, `days`",
                "how many rows: `300`, `people`, `people/250`, `entries`, `days`",
            ),
            "each": (
                "satu baris untuk setiap baris tabel, atau pasangan dua tabel",
                "one row for each row of a table, or pair of two",
            ),
            "where": ("hanya baris yang demikian", "of those rows only"),
            "draw": (
                "setiap baris menjadi milik satu baris tabel itu, secara acak",
                "every row belongs to a random row of that table",
            ),
            "order": ("kolom yang mengurutkan barisnya", "the column that orders the rows"),
            "breaks": ("sel yang melanggar syarat, untuk `--faults`", "cells that break a condition, for `--faults`"),
            "columns": ("cara membuat setiap kolom", "how each column is made"),
        },
    ),
    Place(
        "synth.yaml: tables: NAME: columns: NAME:",
        ("cara membuat satu kolom", "how a column is made"),
        ("read_recipe.read_recipe",),
        {
            "words": ("salah satu kata, menurut bobotnya", "one of the words, by their weights"),
            "points": (
                "bilangan: sampai persen baris itu, paling besar nilai itu",
                "a number: up to that percent of rows, at most that value",
            ),
            "step": ("kelipatan bilangannya", "what the numbers are multiples of"),
            "copy": ("isi kolom lain", "the cell of another column"),
            "leader": ("kunci baris pertama kelompoknya", "the key of the first row of its group"),
            "group": ("banyaknya baris sekelompok", "how many rows a group has"),
            "pattern": ("pola, `{row:07} {opd.nama}`", "a pattern, `{row:07} {opd.nama}`"),
            "after": ("tanggal, sekian hari sesudah tanggal lain", "a date, some days after another"),
            "days": ("berapa hari, menurut bobotnya", "how many days, by their weights"),
            "nip": ("sebuah NIP", "a NIP"),
            "by": ("kolom yang menentukan caranya", "the column that decides how"),
            "cases": ("cara untuk setiap katanya, dan `else`", "the way for each of its words, and `else`"),
            "mix": ("cara menurut bagian barisnya, dan `else`", "ways by shares of rows, and `else`"),
            "empty": ("bagian sel yang kosong", "the share of empty cells"),
        },
    ),
    Place(
        "synth.yaml: tables: NAME: columns: NAME: nip:",
        ("NIP buatan", "a made-up NIP"),
        ("read_recipe._nip",),
        {
            "age": ("usianya, `22..58`", "the age, `22..58`"),
            "joined": ("usia ketika diangkat", "the age when appointed"),
            "months": ("angka ke-13 dan ke-14", "places 13 and 14"),
        },
    ),
)
