"""E30x, E317: values that do not fit together."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

TYPES: tuple[Code, ...] = (
    Code(
        "E301",
        "unit-mismatch",
        Texts(
            "{left} tidak dapat {done} {right}",
            "satuannya berbeda: Rp2.400.000 + 95% bukan Rp2.400.000,95, dan Rp5.000 - 60 menit bukan Rp4.940.",
            "mungkin dimaksudkan {literal}",
            "Hanya bilangan yang bersatuan sama yang dapat dijumlahkan atau dikurangkan. Satuan tidak berubah "
            "dengan sendirinya: menit menjadi poin atau rupiah dengan mengalikannya dengan parameter seperti `100 "
            "rupiah/menit`. Persen dikalikan, bukan ditambahkan; `100% + x` boleh bila x juga persen.",
        ),
        Texts(
            "{right} cannot be {done} {left}",
            "their units differ: Rp2,400,000 + 95% is not Rp2,400,000.95, and Rp5,000 - 60 minutes is not Rp4,940.",
            "perhaps {literal} is meant",
            "Only numbers of the same unit can be added or subtracted. Nothing converts by itself: minutes become "
            "points or rupiah by multiplying with a parameter such as `100 rupiah/menit`. Percents are multiplied, "
            "not added; `100% + x` is right where x is a percentage too.",
        ),
        bad="formula: tarif + diskon        # rupiah dan persen",
        good="formula: tarif * (100% - diskon)",
    ),
    Code(
        "E302",
        "condition-needed",
        Texts(
            "di sini diperlukan syarat yang bernilai ya atau tidak, padahal ini {found}",
            "tidak jelas kapan syarat itu terpenuhi: Rp0 atau Rp1 sama-sama sebuah jumlah.",
            "",
            "Sesudah `if`, `when`, `where`, `not`, serta di kiri dan kanan `and` dan `or` berada perbandingan atau "
            "kolom ya/tidak. Tulislah perbandingannya, misalnya `denda > 0 rupiah`. `ensure` dan `require` juga "
            "berupa syarat.",
        ),
        Texts(
            "a condition that is yes or no is needed here, but this is {found}",
            "it is not clear when the condition holds: Rp0 and Rp1 are both an amount.",
            "",
            "After `if`, `when`, `where` and `not`, and on both sides of `and` and `or`, stands a comparison or a "
            "yes/no column. Write the comparison, as in `denda > 0 rupiah`. `ensure` and `require` are conditions "
            "too.",
        ),
        bad="formula: if denda then 1_000 rupiah else 0 rupiah",
        good="formula: if denda > 0 rupiah then 1_000 rupiah else 0 rupiah",
    ),
    Code(
        "E303",
        "number-needed",
        Texts(
            "di sini diperlukan bilangan, padahal ini {found}",
            "{found} tidak dapat dijumlahkan atau dibandingkan besarnya.",
            "",
            "`sum`, `average`, `min`, `max`, tanda minus, dan nilai temuan memerlukan bilangan; `min` dan `max` juga "
            "menerima tanggal. Untuk menghitung banyaknya baris yang memenuhi syarat, pakai `count(tabel where "
            "syarat)`.",
        ),
        Texts(
            "a number is needed here, but this is {found}",
            "{found} cannot be added up or ranked.",
            "",
            "`sum`, `average`, `min`, `max`, a minus sign and the value of a finding need a number; `min` and `max` "
            "take dates too. To count the rows that meet a condition use `count(table where condition)`.",
        ),
        bad="formula: sum(kunjungan.menginap)",
        good="formula: count(kunjungan where menginap)",
    ),
    Code(
        "E304",
        "cannot-be-compared",
        Texts(
            "{left} tidak dapat dibandingkan dengan {right}",
            "60 menit tidak lebih dan tidak kurang dari Rp60; keduanya hanya dapat dibandingkan bila satuan atau "
            "jenisnya sama.",
            "mungkin dimaksudkan {literal}",
            "Kedua sisi perbandingan mempunyai satuan atau jenis yang sama. Satuan ditulis sesudah bilangannya, "
            "misalnya `lama > 60 menit`, dan persen dengan tandanya, misalnya `diskon > 5%`.",
        ),
        Texts(
            "{left} cannot be compared with {right}",
            "60 minutes are neither more nor less than Rp60; the two can only be compared where unit or type is the "
            "same.",
            "perhaps {literal} is meant",
            "Both sides of a comparison have the same unit or type. A unit stands after its number, as in `lama > "
            "60 menit`, and percents have their sign, as in `diskon > 5%`.",
        ),
        bad="formula: lama > 60",
        good="formula: lama > 60 menit",
    ),
    Code(
        "E305",
        "has-no-order",
        Texts(
            '{type} tidak mempunyai urutan, jadi "{sign}" tidak berarti',
            "misalnya, daftar [motor, mobil] tidak mengatakan bahwa mobil lebih besar; urutan menurut abjad akan "
            "memberi tarif yang keliru.",
            "",
            "Kata, isi daftar pilihan, dan ya/tidak hanya dapat dibandingkan dengan `=`, `!=`, dan `in […]`. Bila "
            "urutannya berarti, pakai kolom bilangan atau sebuah tabel.",
        ),
        Texts(
            '{type} has no order, so "{sign}" means nothing',
            "for instance, the list [motor, mobil] does not say that mobil is larger; the order of the alphabet "
            "would give a wrong rate.",
            "",
            "Words, choices of a list and yes/no are compared with `=`, `!=` and `in […]` only. Where an order "
            "means something, use a column of numbers or a table.",
        ),
        bad="formula: jenis >= mobil",
        good="formula: jenis in [mobil, bus]",
    ),
    Code(
        "E306",
        "cannot-be-computed",
        Texts(
            '"{sign}" tidak dapat dihitung antara {left} dan {right}',
            "yang dapat dihitung hanya bilangan; dari tanggal hanya dapat ditambahkan atau dikurangkan hari.",
            "mungkin dimaksudkan {literal}",
            "Tanggal dikurangi tanggal menghasilkan hari, dan tanggal ditambah atau dikurangi hari menghasilkan "
            "tanggal. Bilangan di samping tanggal harus bersatuan hari, misalnya `masuk + 3 hari`. Kata dan "
            "ya/tidak tidak dapat dihitung; pakai `if … then … else …`.",
        ),
        Texts(
            '"{sign}" cannot be computed between {left} and {right}',
            "only numbers can be computed with; to dates only days can be added or subtracted.",
            "perhaps {literal} is meant",
            "A date minus a date is a number of days, and a date plus or minus days is a date. The number beside a "
            "date must be in days, as in `masuk + 3 hari`. Words and yes/no cannot be computed with; use `if … then "
            "… else …`.",
        ),
        bad="formula: masuk + 3",
        good="formula: masuk + 3 hari",
    ),
    Code(
        "E307",
        "two-results",
        Texts(
            "hasilnya dapat berupa {left} atau {right}",
            "satu aturan menghasilkan satu satuan; bila tidak, Rp5.000 dan 5% berada dalam kolom yang sama.",
            "mungkin dimaksudkan {literal}",
            "Yang sesudah `then` dan sesudah `else`, begitu pula yang di kiri dan kanan `default`, mempunyai satuan "
            "atau jenis yang sama. Nol juga memerlukan satuan: `0 rupiah`.",
        ),
        Texts(
            "the result can be {left} or {right}",
            "a rule has one unit; else Rp5,000 and 5% would stand in the same column.",
            "perhaps {literal} is meant",
            "What follows `then` and `else`, and what stands on both sides of `default`, has the same unit or type. "
            "Zero needs a unit too: `0 rupiah`.",
        ),
        bad="formula: if menginap then 5_000 rupiah else 0",
        good="formula: if menginap then 5_000 rupiah else 0 rupiah",
    ),
    Code(
        "E309",
        "number-or-percent",
        Texts(
            "{text} tanpa tanda: {percent}, atau {text} kali?",
            "{name} adalah bilangan tanpa tanda dan tanpa satuan; Rp1.000.000 * 5 ialah Rp5.000.000, padahal 5% "
            "darinya Rp50.000.",
            "tulis {percent} bila yang dimaksud persen, atau {text} number bila memang bilangan",
            "Persen selalu ditulis dengan `%`, juga dalam `parameters`. Bilangan tanpa satuan yang mengalikan "
            "sesuatu yang bersatuan, atau persen, ditulis dengan kata `number`, agar tidak tertukar dengan persen: "
            "`value: 22 number`. Bilangan yang hanya dibandingkan, ditambahkan, atau dikurangkan tidak "
            "memerlukannya.",
        ),
        Texts(
            "{text} without sign: is it {percent}, or {text} times?",
            "{name} is a number without sign and without unit; Rp1,000,000 * 5 is Rp5,000,000, while 5% of it is "
            "Rp50,000.",
            "write {percent} if a percentage is meant, or {text} number if it is a number",
            "Percents are always written with `%`, in `parameters` too. A number without unit that multiplies "
            "something with a unit, or a percentage, is written with the word `number`, so that it cannot be taken "
            "for one: `value: 22 number`. A number that is only compared, added or subtracted needs no word.",
        ),
        bad="bagian_denda: {value: 25}          # formula: biaya * bagian_denda",
        good="bagian_denda: {value: 25%}",
    ),
    Code(
        "E317",
        "rule-unit",
        Texts(
            "aturan {rule} seharusnya menghasilkan {wanted}, tetapi rumusnya menghasilkan {found}",
            "nilai yang dipakai aturan lain dan dicetak dalam penjelasan harus sesuai dengan satuannya; tanpa "
            "`unit`, hasil aturan ialah ya atau tidak.",
            "tulis {meant}",
            "`unit` mengatakan apa yang dihasilkan aturan. Perkalian dan pembagian mengubah satuan: rupiah/menit "
            "dikalikan menit menjadi rupiah, rupiah dibagi rupiah menjadi bilangan atau persen. Perbaiki rumusnya "
            "bila hasilnya tidak seperti yang dimaksud peraturan, atau perbaiki `unit`.",
        ),
        Texts(
            "the rule {rule} should give {wanted}, but its formula gives {found}",
            "a value that other rules use and explanations print must have the unit it says; without `unit` the "
            "result of a rule is yes or no.",
            "write {meant}",
            "`unit` says what a rule gives. Products and quotients change units: rupiah/menit times menit is "
            "rupiah, rupiah divided by rupiah is a number or a percentage. Correct the formula if it does not give "
            "what the regulation means, or correct `unit`.",
        ),
        bad="biaya:\n  formula: tarif * lama",
        good="biaya:\n  unit: rupiah\n  formula: tarif * lama",
    ),
)
