"""E26x: relations with names of their own, rows that hold for some days, pairs of rows."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

MEETINGS: tuple[Code, ...] = (
    Code(
        "E260",
        "relation-named-like-a-table",
        Texts(
            "hubungan {name} menuju {target}, padahal {name} nama tabel lain",
            "siapa pun yang membaca {name} di dalam rumus akan mengira bahwa itu baris tabel {name}.",
            "",
            "Hubungan yang diberi nama sendiri memakai nama yang belum dipakai tabel data atau kelompok, misalnya "
            "nama peran baris yang dituju: `tuan_rumah`, `penjamin`.",
        ),
        Texts(
            "the relation {name} leads to {target}, but {name} is the name of another table",
            "whoever reads {name} in a formula would take it for a row of the table {name}.",
            "",
            "A relation with a name of its own takes one that no data table or group has, such as the role of the row "
            "it leads to: `host`, `guarantor`.",
        ),
        bad="references: {tempat: {to: kendaraan, match: {nomor: tamu}}}",
        good="references: {tuan_rumah: {to: kendaraan, match: {nomor: tamu}}}",
    ),
    Code(
        "E261",
        "spells-of-two-days",
        Texts(
            "`spells` pada {table} menyebut {found}",
            "masa berlaku sebuah baris mempunyai dua ujung: hari pertama dan hari terakhirnya.",
            "",
            "Tulis dua kolom tanggal, misalnya `spells: [mulai, selesai]`. Hari terakhir ikut dihitung, dan isiannya "
            "boleh kosong (`optional: true`) selama masanya masih berjalan.",
        ),
        Texts(
            "`spells` of {table} names {found}",
            "the time for which a row holds has two ends: its first day and its last.",
            "",
            "Write two columns of dates, as in `spells: [start, end]`. The last day is included, and its cell may be "
            "empty (`optional: true`) while the spell still runs.",
        ),
        bad="petugas: {key: [kode], spells: [mulai], …}",
        good="petugas: {key: [kode], spells: [mulai, selesai], …}",
    ),
    Code(
        "E262",
        "spells-without-a-key",
        Texts(
            "{table} mempunyai masa berlaku, tetapi tidak mempunyai kunci",
            "tanpa kunci tidak diketahui baris mana yang saling menyambung, dan mana yang masanya bertumpang.",
            "",
            "Kunci menyebut milik siapa baris itu; beberapa baris boleh berkunci sama selama masanya tidak bertumpang.",
        ),
        Texts(
            "{table} has spells, but no key",
            "without a key nothing tells which rows follow each other, and which overlap.",
            "",
            "The key says whose a row is; several rows may have the same key as long as their spells do not overlap.",
        ),
        bad="petugas: {key: none, spells: [mulai, selesai], …}",
        good="petugas: {key: [kode], spells: [mulai, selesai], …}",
    ),
    Code(
        "E263",
        "spells-not-of-dates",
        Texts(
            "kolom {name} berisi {type}, padahal menjadi ujung masa berlaku baris {table}",
            "hari pertama dan hari terakhir hanya dapat dibandingkan bila keduanya tanggal.",
            "tulis {name}: {{type: date}}",
            "Kedua kolom di bawah `spells` bertipe `date`.",
        ),
        Texts(
            "the column {name} holds {type}, but is an end of the time for which a row of {table} holds",
            "a first and a last day can be compared only where both are dates.",
            "write {name}: {{type: date}}",
            "Both columns under `spells` have `type: date`.",
        ),
        bad="spells: [mulai, selesai]\ncolumns: {mulai: {type: text}, selesai: {type: date}}",
        good="spells: [mulai, selesai]\ncolumns: {mulai: {type: date}, selesai: {type: date}}",
    ),
    Code(
        "E264",
        "lookup-without-a-day",
        Texts(
            "hubungan {name} tidak menyebut hari, padahal baris {target} berlaku untuk masanya masing-masing",
            "satu kunci dapat mempunyai beberapa baris, dan tanpa hari tidak diketahui baris mana yang dimaksud.",
            "tulis `as_of:` pada hubungan itu, di bawah `lookups`",
            "`as_of` menyebut kolom atau aturan tanggal dari baris itu sendiri, `period.start`, atau `period.end`; "
            "yang ditemukan ialah baris yang masanya memuat hari itu. Semua baris sekaligus dibaca dengan "
            "`sum(tabel.nama)`.",
        ),
        Texts(
            "the relation {name} names no day, but every row of {target} holds for a time of its own",
            "one key can have several rows, and without a day nothing tells which one is meant.",
            "write `as_of:` at the relation, under `lookups`",
            "`as_of` names a column or rule of the row itself that is a date, `period.start` or `period.end`; what is "
            "found is the row that holds on that day. All rows at once are read with `sum(table.name)`.",
        ),
        bad="lookups: {petugas: [kode]}",
        good="lookups: {petugas: {match: {kode: kode}, as_of: tanggal}}",
    ),
    Code(
        "E265",
        "day-for-a-row-without-spells",
        Texts(
            "hubungan {name} mencari menurut hari, padahal baris {target} tidak mempunyai masa berlaku",
            "baris itu ditemukan dengan kuncinya saja; harinya tidak akan mengubah apa pun.",
            "hapus `as_of`, atau tulis `spells` pada {target}",
            "`as_of` memilih satu di antara baris yang berkunci sama, yang masing-masing berlaku untuk masa yang "
            "disebut di bawah `spells`.",
        ),
        Texts(
            "the relation {name} looks by a day, but rows of {target} have no spells",
            "the row is found by its key alone; the day would change nothing.",
            "remove `as_of`, or write `spells` at {target}",
            "`as_of` chooses among rows of one key, each of which holds for the time that is said under `spells`.",
        ),
        bad="lookups: {tempat: {match: {kode: tempat}, as_of: tanggal}}",
        good="lookups: {tempat: [tempat]}",
    ),
    Code(
        "E266",
        "reference-by-a-day",
        Texts(
            "hubungan {name} mewajibkan baris {target} yang dicari menurut hari",
            "`references` diputuskan ketika data dibaca, sedangkan baris menurut hari baru dicari ketika dihitung.",
            "pindahkan {name} ke bawah `lookups`",
            "Yang dicari menurut hari boleh tidak ada: siapa yang memerlukannya tertahan, dengan nama hubungan itu "
            "sebagai alasannya; rumus dapat bertanya dengan `present(petugas)`.",
        ),
        Texts(
            "the relation {name} requires a row of {target} that is found by a day",
            "`references` are settled while the data are read, and rows by a day are found only when it is computed.",
            "move {name} under `lookups`",
            "What is found by a day may not be there: whoever needs it is blocked, with the relation's name as the "
            "reason; a formula can ask `present(petugas)`.",
        ),
        bad="references: {petugas: {match: {kode: kode}, as_of: tanggal}}",
        good="lookups: {petugas: {match: {kode: kode}, as_of: tanggal}}",
    ),
    Code(
        "E267",
        "not-a-day-of-the-row",
        Texts(
            '"{name}" bukan hari dari sebuah baris {table}',
            "hari yang dapat disebut: {known}.",
            "mungkin dimaksudkan {nearest}",
            "Sesudah `as_of` disebut sebuah kolom tanggal dari baris yang mencari, aturan atas baris itu yang "
            "memberikan tanggal (`unit: date`), `period.start`, atau `period.end`.",
        ),
        Texts(
            '"{name}" is not a day of a row of {table}',
            "days that can be named: {known}.",
            "perhaps {nearest} is meant",
            "After `as_of` stands a column of dates of the row that looks, a rule on that row that gives a date "
            "(`unit: date`), `period.start` or `period.end`.",
        ),
        bad="lookups: {petugas: {match: {kode: kode}, as_of: kode}}",
        good="lookups: {petugas: {match: {kode: kode}, as_of: tanggal}}",
    ),
    Code(
        "E268",
        "pairs-of-two-tables",
        Texts(
            "{name} memasangkan baris {found}",
            "pasangan dibuat dari dua tabel data yang berbeda, masing-masing dengan kunci yang membedakan barisnya.",
            "",
            "`each: [kendaraan, hari_buka]` membuat satu baris untuk setiap kendaraan pada setiap hari buka. Yang lain "
            "dicari dari pasangan itu melalui `lookups`.",
        ),
        Texts(
            "{name} pairs rows of {found}",
            "pairs are made of two different data tables, each with a key that tells its rows apart.",
            "",
            "`each: [kendaraan, hari_buka]` makes a row for every kendaraan on every row of hari_buka. Anything else "
            "is looked up from the pair, under `lookups`.",
        ),
        bad="groups: {hari_parkir: {each: [kendaraan]}}",
        good="groups: {hari_parkir: {each: [kendaraan, hari_buka]}}",
    ),
    Code(
        "E269",
        "no-day-of-law",
        Texts(
            "{text} tidak dapat menjadi hari yang menentukan peraturan bagi aturan ini",
            "hari itu harus selalu ada dan berada dalam bulan yang dihitung; yang dapat disebut: {known}.",
            "",
            "`date` pada sebuah aturan menyebut kolom tanggal dengan `range: period` dari barisnya, atau dari baris "
            "yang wajib ada (`hari_buka.tanggal`), atau `period.start` dan `period.end`. Versi parameter, tabel, dan "
            "rumus yang berlaku pada hari itu dipakai bagi aturan ini.",
        ),
        Texts(
            "{text} can't be the day that decides which law holds for this rule",
            "that day must always be there and lie in the month that is computed; it can be: {known}.",
            "",
            "`date` of a rule names a column of dates with `range: period` of its row, or of a row that must be there "
            "(`hari_buka.tanggal`), or `period.start` and `period.end`. The versions of parameters, tables and "
            "formulas in force on that day are used for this rule.",
        ),
        bad="biaya: {date: tanggal_lahir, …}",
        good="biaya: {date: period.start, …}",
    ),
)
