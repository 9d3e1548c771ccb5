"""E13x, E14x: formulas whose words stand where they can't, or that are too long."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

FORMULA_ORDER: tuple[Code, ...] = (
    Code(
        "E132",
        "formula-too-long",
        Texts(
            "rumus ini lebih panjang dari {most} huruf",
            "rumus sepanjang itu tidak dapat diperiksa orang.",
            "",
            "Bagilah menjadi beberapa aturan yang masing-masing bernama; rumus yang memakai namanya tetap "
            "menghasilkan nilai yang sama, dan setiap bagian tampak dalam penjelasan. Pilihan yang banyak lebih "
            "baik ditulis sebagai tabel.",
        ),
        Texts(
            "this formula is longer than {most} characters",
            "nobody can check a formula of that length.",
            "",
            "Divide it into several rules with a name each; a formula that uses the names gives the same value, and "
            "every part shows in the explanation. Many choices are better written as a table.",
        ),
        bad="formula: if jenis = a then 1 rupiah else if jenis = b then …   (ratusan baris)",
        good="formula: tarif_jenis[jenis]",
    ),
    Code(
        "E133",
        "formula-too-nested",
        Texts(
            "rumus ini bertingkat lebih dari {deepest} kali",
            "kurung, if, atau hitungan beruntun sebanyak itu tidak dapat diperiksa orang.",
            "",
            "Bagilah menjadi beberapa aturan yang bernama, atau tulis pilihan yang bersusun sebagai tabel: satu "
            "baris untuk setiap keadaan. Dalam jumlah yang panjang setiap tanda + juga menambah satu tingkat.",
        ),
        Texts(
            "this formula is nested more than {deepest} levels deep",
            "nobody can check so many brackets, ifs or operations in a row.",
            "",
            "Divide it into several named rules, or write nested choices as a table: one row for each case. In a "
            "long sum every + adds a level, too.",
        ),
        bad="formula: ((((((((((((…tarif…))))))))))))",
        good="formula: tarif",
    ),
    Code(
        "E135",
        "not-here",
        Texts(
            '"{found}" tidak dapat berada di sini; di tempat ini diperlukan {wanted}',
            "karena itu tidak jelas apa yang harus dihitung.",
            "",
            "Rumus dibaca dari kiri ke kanan: nilai, tanda hitung, nilai. Sesudah `if` harus ada `then` dan `else`; "
            "setiap kurung yang dibuka harus ditutup. Kata if, then, else, and, or, not, in, between, default, via, "
            "where, true, dan false tidak dapat menjadi nama.",
        ),
        Texts(
            '"{found}" cannot stand here; this place needs {wanted}',
            "so it is not clear what is to be computed.",
            "",
            "A formula is read from left to right: value, sign, value. After `if` come `then` and `else`; every "
            "bracket that is opened must be closed. The words if, then, else, and, or, not, in, between, default, "
            "via, where, true and false can't be names.",
        ),
        bad="formula: if menginap 5_000 rupiah else 0 rupiah",
        good="formula: if menginap then 5_000 rupiah else 0 rupiah",
    ),
    Code(
        "E136",
        "formula-ends-early",
        Texts(
            "rumus berakhir di sini, padahal masih diperlukan {wanted}",
            "rumus yang terpotong tidak dihitung sebagian, supaya tidak ada yang terbayar kurang.",
            "",
            "Biasanya rumus terpotong ketika disalin, atau sebuah kurung belum ditutup. Setiap `if` memerlukan "
            "`then` dan `else`: apa yang berlaku bila syaratnya tidak terpenuhi harus tertulis.",
        ),
        Texts(
            "the formula ends here, but still needs {wanted}",
            "a formula that was cut off is not computed in part, so that nobody is paid too little.",
            "",
            "Mostly a formula was cut when it was copied, or a bracket was not closed. Every `if` needs `then` and "
            "`else`: what holds where the condition does not must be written.",
        ),
        bad="formula: if menginap then 5_000 rupiah",
        good="formula: if menginap then 5_000 rupiah else 0 rupiah",
    ),
    Code(
        "E137",
        "chained-comparison",
        Texts(
            "dua perbandingan ditulis beruntun",
            "0 < lama < 60 dapat dibaca dengan dua cara, dan hasilnya berbeda.",
            "",
            "Setiap perbandingan mempunyai tepat dua sisi. Rentang yang kedua batasnya ikut ditulis dengan `between "
            "… and …`; rentang yang lain ditulis sebagai dua perbandingan yang dihubungkan dengan `and`.",
        ),
        Texts(
            "two comparisons stand in a row",
            "0 < lama < 60 can be read in two ways, with different results.",
            "",
            "A comparison has exactly two sides. A range that includes both its ends is written `between … and …`; "
            "any other as two comparisons joined by `and`.",
        ),
        bad="formula: 0 menit < lama < 60 menit",
        good="formula: lama > 0 menit and lama < 60 menit",
    ),
    Code(
        "E140",
        "sum-of-unnamed",
        Texts(
            "{word}(…) hanya menerima satu kolom atau aturan yang bernama, seperti {word}(tabel.kolom)",
            "apa yang dijumlahkan harus mempunyai nama dan satuan, supaya tampak satu per satu dalam penjelasan "
            "pembayaran.",
            "",
            "Hitungan untuk setiap baris ditulis sebagai aturan pada tabel itu; yang dijumlahkan kemudian ialah "
            "nama aturan tersebut. Baris yang ikut dipilih dengan `where`. Untuk menghitung banyaknya baris pakai "
            "`count(tabel)`.",
        ),
        Texts(
            "{word}(…) takes one named column or rule only, as in {word}(table.column)",
            "what is summed must have a name and a unit, so that it can be shown item by item where a payment is "
            "explained.",
            "",
            "A computation for each row is written as a rule on that table; what is summed is then the name of the "
            "rule. Rows are chosen with `where`. To count rows use `count(table)`.",
        ),
        bad="formula: sum(kunjungan.lama * tarif)",
        good=(
            "kunjungan:\n"
            "  biaya:\n"
            "    unit: rupiah\n"
            "    formula: lama * tarif\n"
            "kendaraan:\n"
            "  jumlah:\n"
            "    unit: rupiah\n"
            "    formula: sum(kunjungan.biaya)"
        ),
    ),
)
