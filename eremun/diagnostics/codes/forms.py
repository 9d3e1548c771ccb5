"""E20x-E23x: numbers, days, types and ranges of another form."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

FORMS: tuple[Code, ...] = (
    Code(
        "E203",
        "not-a-number",
        Texts(
            '"{text}" bukan bilangan',
            "bilangan ditulis tanpa Rp dan tanpa koma, misalnya 2_500_000, 0.5, atau 2.5%; 1.500,50 dapat terbaca "
            "sebagai dua jumlah yang berbeda.",
            "mungkin dimaksudkan {meant}",
            "Bilangan ditulis dengan angka, garis bawah untuk ribuan, titik untuk desimal, dan `%` untuk persen: "
            "`2_500_000`, `0.5`, `2.5%`; di bawah nol dengan `-` tepat di depannya: `-5`. Rp, koma, dan angka "
            "Romawi tidak dipakai; satuan ditulis sesudahnya, misalnya `2_500_000 rupiah`.",
        ),
        Texts(
            '"{text}" is not a number',
            "numbers are written without Rp and commas, as in 2_500_000, 0.5 or 2.5%; 1.500,50 can be read as two "
            "different amounts.",
            "perhaps {meant} is meant",
            "A number is written with digits, underscores for thousands, a dot for decimals and `%` for percents: "
            "`2_500_000`, `0.5`, `2.5%`; below zero with `-` directly before them: `-5`. Rp, commas and Roman numerals "
            "are not used; a unit stands after it, as in `2_500_000 rupiah`.",
        ),
        bad="value: Rp2.500,00",
        good="value: 2_500 rupiah",
    ),
    Code(
        "E204",
        "type-unknown",
        Texts(
            '"{name}" bukan satuan atau jenis isian yang dikenal',
            "yang dikenal: {known}. Tanpa satuan, rupiah dapat terjumlah dengan menit.",
            "mungkin dimaksudkan {nearest}",
            "Satuan yang tersedia ialah rupiah, menit, hari, poin, persen, dan number (bilangan tanpa satuan), "
            "serta hasil baginya seperti `rupiah/hari`. Kolom juga dapat berjenis text, date, boolean, nip, atau "
            "sebuah daftar di bawah `enums`.",
        ),
        Texts(
            '"{name}" is not a known unit or type',
            "known: {known}. Without units, rupiah could be added to minutes.",
            "perhaps {nearest} is meant",
            "The units are rupiah, menit (minutes), hari (days), poin, persen and number (no unit), and quotients "
            "such as `rupiah/hari`. A column can also be text, date, boolean, nip or a list under `enums`.",
        ),
        bad="biaya: {type: rp}",
        good="biaya: {type: rupiah}",
    ),
    Code(
        "E205",
        "not-a-day",
        Texts(
            '"{text}" bukan tanggal',
            "tanggal menentukan peraturan mana yang berlaku; 1/2/2026 dapat berarti Januari atau Februari.",
            "mungkin dimaksudkan {meant}",
            "Dalam berkas aturan tanggal ditulis tahun-bulan-hari, misalnya `2026-02-01`, dan hari itu harus ada "
            "dalam penanggalan.",
        ),
        Texts(
            '"{text}" is not a date',
            "dates say which law holds; 1/2/2026 can mean January or February.",
            "perhaps {meant} is meant",
            "In rule files a date is written year-month-day, as in `2026-02-01`, and that day must exist.",
        ),
        bad="effective_from: 1/2/2026",
        good="effective_from: 2026-02-01",
    ),
    Code(
        "E206",
        "rounding-form",
        Texts(
            'pembulatan "{text}" tidak dapat dibaca',
            "bentuknya: cara to kelipatan, misalnya down to 1 rupiah. Cara yang dikenal: {known}. Kelipatannya "
            "lebih dari nol.",
            "",
            "Cara membulatkan menentukan ke mana selisihnya: `down` mendekati nol, `up` menjauhi nol, `half_up` ke "
            "yang terdekat dengan setengah menjauhi nol, `half_even` ke yang terdekat dengan setengah ke bilangan "
            "genap, `floor` selalu turun, `ceiling` selalu naik.",
        ),
        Texts(
            'the rounding "{text}" cannot be read',
            "its form is MODE to STEP, as in down to 1 rupiah. Modes: {known}. The step is above zero.",
            "",
            "The mode says where the difference goes: `down` toward zero, `up` away from zero, `half_up` to the "
            "nearest with halves away from zero, `half_even` to the nearest with halves to the even one, `floor` "
            "always lower, `ceiling` always higher.",
        ),
        bad="round: ke bawah",
        good="round: down to 1 rupiah",
    ),
    Code(
        "E207",
        "range-form",
        Texts(
            'batas "{text}" tidak dapat dibaca',
            "batas ditulis sebagai terendah..tertinggi; tanpa batas, satu isian yang salah ketik dapat membayar "
            "Rp1.000.000.000.",
            "tulis {meant}",
            "Kedua batas ikut termasuk, misalnya `0..1_440` atau `0%..100%`. Untuk tanggal, `range: period` berarti "
            "hari di dalam bulan yang dihitung.",
        ),
        Texts(
            'the limits "{text}" cannot be read',
            "limits are written lowest..highest; without them one typing mistake can pay Rp1,000,000,000.",
            "write {meant}",
            "Both ends are included, as in `0..1_440` or `0%..100%`. For dates, `range: period` means a day of the "
            "month that is computed.",
        ),
        bad="lama: {type: menit, range: 0-1440}",
        good="lama: {type: menit, range: 0..1_440}",
    ),
    Code(
        "E208",
        "table-of-other-type",
        Texts(
            "tabel tidak dapat memuat {type}",
            "hanya untuk bilangan dan daftar pilihan dapat dipastikan bahwa setiap nilai mempunyai tepat satu baris.",
            "",
            "Yang di bawah `in` dan `out` adalah satuan atau nama daftar di bawah `enums`. Ya/tidak ditulis sebagai "
            "`if … then … else …` dalam rumus. Nilai yang bergantung pada tanggal ditulis di bawah `versions` "
            "dengan `effective_from`.",
        ),
        Texts(
            "a table cannot hold {type}",
            "only for numbers and lists of choices can it be made certain that every value has exactly one row.",
            "",
            "Under `in` and `out` stand units or names of lists under `enums`. Yes/no is written as `if … then … "
            "else …` in the formula. Values that depend on a date stand under `versions` with `effective_from`.",
        ),
        bad="in: {nama: text}",
        good="enums: {jenis: [motor, mobil]}\nin: {jenis: jenis}",
    ),
    Code(
        "E215",
        "range-reversed",
        Texts(
            "batas terendah {low} lebih besar dari batas tertinggi {high}",
            "tidak satu nilai pun dapat berada di antaranya: semua baris ditolak, atau syaratnya tidak pernah "
            "terpenuhi.",
            "tulis {meant}",
            "Batas ditulis dari yang terendah ke yang tertinggi, dan keduanya ikut termasuk.",
        ),
        Texts(
            "the lowest limit {low} is above the highest, {high}",
            "nothing can lie between them: every row would be rejected, or the condition would never hold.",
            "write {meant}",
            "Limits are written from the lowest to the highest, and both are included.",
        ),
        bad="lama: {type: menit, range: 1_440..0}",
        good="lama: {type: menit, range: 0..1_440}",
    ),
    Code(
        "E224",
        "rounding-unit",
        Texts(
            '"{text}" tidak sesuai dengan satuan aturannya, {unit}',
            "hasil aturan ini {unit}, jadi kelipatannya juga harus disebut dalam satuan itu.",
            "mungkin dimaksudkan {meant}",
            "Pembulatan menyebut satuan yang sama dengan `unit`: `down to 1 rupiah`, `half_up to 0.01%`, atau tanpa "
            "satuan untuk number.",
        ),
        Texts(
            '"{text}" does not match the unit of its rule, {unit}',
            "the result of this rule is {unit}, so its step must be said in that unit.",
            "perhaps {meant} is meant",
            "A rounding says the same unit as `unit`: `down to 1 rupiah`, `half_up to 0.01%`, or no unit for number.",
        ),
        bad="unit: rupiah\nround: down to 1",
        good="unit: rupiah\nround: down to 1 rupiah",
    ),
    Code(
        "E229",
        "not-for-this-type",
        Texts(
            "`{key}` tidak berlaku di sini, sebab kolomnya berisi {type}",
            "yang ditetapkan di situ tidak akan berlaku, padahal yang menulisnya mengandalkannya.",
            "",
            "`decimals` dan batas `a..b` hanya untuk bilangan, `range: period` hanya untuk tanggal, `format` "
            "untuk keduanya. Isian yang hanya boleh beberapa kata dijadikan daftar di bawah `enums`; syarat "
            "lain ditulis di bawah `require`.",
        ),
        Texts(
            "`{key}` does not apply here, as the column holds {type}",
            "what is said there would not hold, though its author relies on it.",
            "",
            "`decimals` and limits `a..b` are for numbers only, `range: period` for dates only, `format` for "
            "both. Where only some words are allowed, make them a list under `enums`; other conditions "
            "stand under `require`.",
        ),
        bad="kode: {type: text, range: 1..99}",
        good="kode: {type: number, range: 1..99}",
    ),
    Code(
        "E214",
        "hours-are-minutes",
        Texts(
            '"{name}": jam bukan satuan tersendiri, hanya dapat berada di belakang bilangan',
            "lamanya waktu dihitung dalam menit; dua satuan untuk hal yang sama akan mencampur bilangan yang enam "
            "puluh kali berbeda.",
            "tulis {instead}, dan hitung bilangannya kembali: 1 jam sama dengan 60 menit",
            "Di belakang bilangan, dalam rumus, parameter, tabel, dan `round`, `5.5 jam` sama dengan `330 menit`. "
            "Kolom, aturan, dan hasil bagi memakai menit: kolom `type: menit`, tarif Rp15.000 sejam "
            "`250 rupiah/menit`. Bila berkasnya memuat jam, pakai kolom tanpa satuan dan kalikan dengan `1 jam` dalam "
            "rumus.",
        ),
        Texts(
            '"{name}": jam is no unit of its own, it can only stand behind a number',
            "lengths of time are computed in menit; two units for the same thing would mix numbers that differ sixty "
            "times.",
            "write {instead}, and work out the number again: 1 jam is 60 menit",
            "Behind a number, in formulas, parameters, tables and `round`, `5.5 jam` is `330 menit`. Columns, rules "
            "and quotients use menit: a column `type: menit`, a rate of Rp15,000 an hour `250 rupiah/menit`. Where a "
            "file has hours, use a column without unit and multiply it by `1 jam` in a formula.",
        ),
        bad="lama: {type: jam}",
        good="lama: {type: menit}",
    ),
)
