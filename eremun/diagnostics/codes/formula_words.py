"""E113, E114, E13x, E14x: numbers, signs and words that formulas do not have."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

FORMULA_WORDS: tuple[Code, ...] = (
    Code(
        "E113",
        "dot-for-thousands",
        Texts(
            "{text} dapat dibaca sebagai ribuan atau sebagai desimal",
            "di Indonesia titik memisahkan ribuan, dalam rumus titik memisahkan desimal; Rp2.500 dapat terbayar "
            "sebagai dua setengah rupiah.",
            "tulis {meant}",
            "Dalam berkas aturan ribuan dipisahkan dengan garis bawah, misalnya `2_500_000`, atau tidak dipisahkan. "
            "Titik hanya untuk desimal, dan tidak boleh diikuti tepat tiga angka; dua setengah ditulis `2.5`.",
        ),
        Texts(
            "{text} can be read as thousands or as decimals",
            "in Indonesia a dot separates thousands, in formulas it separates decimals; Rp2.500 could be paid as "
            "two and a half rupiah.",
            "write {meant}",
            "In rule files thousands are separated by an underscore, as in `2_500_000`, or not at all. A dot is for "
            "decimals only, and exactly three digits may not follow it; two and a half is `2.5`.",
        ),
        bad="value: 2.500.000 rupiah",
        good="value: 2_500_000 rupiah",
    ),
    Code(
        "E114",
        "formula-in-braces",
        Texts(
            "`{key}` ditulis di dalam kurung {{ }} atau [ ]",
            "di dalam kurung itu koma memisahkan isi, sehingga rumus seperti min(a, b) terpotong di komanya tanpa "
            "diketahui.",
            "",
            "Rumus selalu berada di barisnya sendiri, sesudah `formula:`, `when:`, `amount:`, atau `count:`. "
            "Uraikan isi kurung itu menjadi satu baris untuk setiap nama.",
        ),
        Texts(
            "`{key}` is written inside {{ }} or [ ]",
            "inside such brackets a comma separates contents, so that a formula such as min(a, b) is cut at its "
            "comma unseen.",
            "",
            "A formula stands on a line of its own, after `formula:`, `when:`, `amount:` or `count:`. Write the "
            "content of the brackets as one line for each name.",
        ),
        bad='biaya: {unit: rupiah, formula: "min(tarif, batas)"}',
        good="biaya:\n  unit: rupiah\n  formula: min(tarif, batas)",
    ),
    Code(
        "E130",
        "sign-unknown",
        Texts(
            'tanda "{sign}" tidak dikenal dalam rumus',
            "tanda yang dikenal: + - * / ( ) [ ] , . = != < <= > >= % dan tanda kutip dua.",
            "",
            "Rumus hanya memuat nama, bilangan, tanggal, kata dalam tanda kutip, dan tanda hitung. Pangkat ditulis "
            "sebagai perkalian. Nama yang memuat tanda lain, seperti garis hubung, harus diganti menjadi garis "
            "bawah.",
        ),
        Texts(
            'the sign "{sign}" is not known in formulas',
            "signs that are known: + - * / ( ) [ ] , . = != < <= > >= % and double quotes.",
            "",
            "A formula has only names, numbers, dates, words in quotes and the signs of arithmetic. A power is "
            "written as a product. In a name, other signs such as a hyphen become an underscore.",
        ),
        bad="formula: tarif ^ 2",
        good="formula: tarif * tarif",
    ),
    Code(
        "E131",
        "sign-of-another-language",
        Texts(
            "{sign} tidak dipakai dalam rumus",
            "setiap hal hanya mempunyai satu cara tulis, supaya semua aturan terbaca sama.",
            "tulis {meant}",
            "Rumus memakai `=` dan `!=` untuk sama dan tidak sama, `and`, `or`, dan `not` untuk dan, atau, dan "
            "bukan, `*` dan `/` untuk kali dan bagi. Tanda persen melekat pada bilangannya: `5%`. Kata ditulis "
            "dalam tanda kutip dua.",
        ),
        Texts(
            "{sign} is not used in formulas",
            "there is one way to write each thing, so that all rules read alike.",
            "write {meant}",
            "Formulas use `=` and `!=` for equal and not equal, `and`, `or` and `not`, `*` and `/` for times and "
            "divided by. A percent sign is attached to its number: `5%`. Words stand in double quotes.",
        ),
        bad="formula: lama == 0 menit && gratis",
        good="formula: lama = 0 menit and gratis",
    ),
    Code(
        "E134",
        "quote-not-closed",
        Texts(
            "tanda kutip dibuka di sini, tetapi tidak ditutup di baris yang sama",
            "tanpa penutup, sisa rumus ikut menjadi bagian dari kata itu.",
            "",
            "Kata di dalam rumus ditulis antara dua tanda kutip dua, di satu baris. Kata dari sebuah daftar pilihan "
            "(enums) tidak memerlukan tanda kutip.",
        ),
        Texts(
            "a quote is opened here, but not closed on the same line",
            "without its end the rest of the formula would be part of that word.",
            "",
            "A word in a formula stands between two double quotes, on one line. A word of a list of choices (enums) "
            "needs no quotes.",
        ),
        bad='formula: kode = "A1',
        good='formula: kode = "A1"',
    ),
    Code(
        "E138",
        "no-such-day",
        Texts(
            "tanggal {text} tidak ada",
            "penanggalan tidak memuat hari itu, jadi tidak jelas mana yang sebelum dan mana yang sesudahnya.",
            "",
            "Tanggal ditulis sebagai tahun-bulan-hari, misalnya `2026-02-28`. Bulan Februari mempunyai 29 hari "
            "hanya pada tahun kabisat.",
        ),
        Texts(
            "there is no day {text}",
            "the calendar has no such day, so it is not clear what comes before and after it.",
            "",
            "A date is written year-month-day, as in `2026-02-28`. February has 29 days in leap years only.",
        ),
        bad="formula: masuk >= 2026-02-30",
        good="formula: masuk >= 2026-02-28",
    ),
    Code(
        "E139",
        "function-unknown",
        Texts(
            '"{name}(…)" tidak dikenal',
            "yang dapat diikuti kurung: {known}.",
            "mungkin dimaksudkan {nearest}",
            "Rumus tidak mempunyai cara hitung lain dari yang tersedia. Tabel dibaca dengan kurung siku, misalnya "
            "`tarif_jenis[jenis]`. Pembulatan bukan bagian dari rumus: tulislah `round:` di bawah aturannya.",
        ),
        Texts(
            '"{name}(…)" is not known',
            "these can be followed by brackets: {known}.",
            "perhaps {nearest} is meant",
            "There are no other functions than those. A table is read with square brackets, as in "
            "`tarif_jenis[jenis]`. Rounding is no part of a formula: write `round:` under the rule.",
        ),
        bad="formula: round(tarif * lama)",
        good="formula: tarif * lama\nround: down to 1 rupiah",
    ),
    Code(
        "E141",
        "unit-unknown",
        Texts(
            '"{name}" sesudah bilangan bukan satuan yang dikenal',
            "satuan yang dikenal: {known}. Persen ditulis dengan tanda %.",
            "",
            "Sesudah bilangan hanya dapat ditulis salah satu satuan itu. Minggu ditulis dalam hari, "
            "ribu dan juta dengan semua angkanya, misalnya `2_500_000 rupiah`. Benda yang dihitung banyaknya "
            "tidak bersatuan: `3`, bukan `3 kali`.",
        ),
        Texts(
            '"{name}" after the number is not a known unit',
            "units: {known}. Percents are written with %.",
            "",
            "After a number only one of these units can stand. Weeks are written in days, "
            "thousands and millions with all their digits, as in `2_500_000 rupiah`. What is counted has no unit: "
            "`3`, not `3 kali`.",
        ),
        bad="formula: batas - hari_ini > 2 minggu",
        good="formula: batas - hari_ini > 14 hari",
    ),
    Code(
        "E142",
        "number-too-long",
        Texts(
            "bilangan ini lebih panjang dari {most} angka",
            "jumlah rupiah sebesar itu tidak ada; biasanya ada angka yang tertempel dua kali.",
            "",
            "Bilangan dihitung dengan tepat sampai 38 angka, termasuk yang di belakang titik. Tulislah bilangan itu "
            "dengan angka yang memang disebut dalam peraturan.",
        ),
        Texts(
            "this number is longer than {most} digits",
            "there is no such amount of rupiah; mostly digits were pasted twice.",
            "",
            "Numbers are computed exactly up to 38 digits, those behind the dot included. Write the number with the "
            "digits that the regulation has.",
        ),
        bad="value: 250000025000002500000250000025000002500000 rupiah",
        good="value: 2_500_000 rupiah",
    ),
)
