"""E308-E318: calls of rows, tables and functions."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

CALLS: tuple[Code, ...] = (
    Code(
        "E308",
        "rows-not-related",
        Texts(
            "baris {over} tidak merujuk {grain}",
            "tanpa rujukan tidak diketahui baris mana yang menjadi milik {grain} yang mana.",
            "",
            "`sum`, `average`, `min`, `max`, `count`, `any`, dan `rejected` mengambil baris yang merujuk langsung ke "
            "tabel tempat rumus ini berada: melalui `references`, `lookups`, atau sebagai anggota kelompok. "
            "`rejected` memerlukan `references`. Bila rujukannya melalui tabel lain, jumlahkan dahulu pada tabel di "
            "antaranya.",
        ),
        Texts(
            "the rows of {over} do not refer to {grain}",
            "without a reference it is not known which rows belong to which row of {grain}.",
            "",
            "`sum`, `average`, `min`, `max`, `count`, `any` and `rejected` take rows that refer directly to the table "
            "of this formula: by `references`, by `lookups`, or as members of a group. `rejected` needs `references`. "
            "If they refer to it through another table, sum on the table between first.",
        ),
        bad="rules:\n  lokasi: {jumlah: {formula: sum(kunjungan.biaya), …}}   # kunjungan merujuk kendaraan",
        good=(
            "rules:\n"
            "  kendaraan: {biaya: {formula: sum(kunjungan.biaya), …}}\n"
            "  lokasi: {jumlah: {formula: sum(kendaraan.biaya), …}}   # kendaraan merujuk lokasi"
        ),
    ),
    Code(
        "E310",
        "table-arguments",
        Texts(
            "tabel {table} dibaca dengan {keys}, tetapi di sini ada {found} nilai",
            "setiap syarat tabel memerlukan tepat satu nilai, menurut urutannya.",
            "",
            "Di dalam kurung siku disebut satu nilai untuk setiap nama di bawah `in`, dengan urutan yang sama, "
            "dipisahkan koma.",
        ),
        Texts(
            "the table {table} is read with {keys}, but here are {found} values",
            "every condition of the table needs exactly one value, in its order.",
            "",
            "In the square brackets stands one value for each name under `in`, in the same order, separated by commas.",
        ),
        bad="formula: tarif_lama[jenis]",
        good="formula: tarif_lama[jenis, lama]",
    ),
    Code(
        "E311",
        "table-output",
        Texts(
            "isi tabel {table} yang dimaksud tidak jelas; tabel itu memuat {names}",
            "isi yang berbeda dapat menghasilkan jumlah rupiah yang berbeda.",
            "",
            "Sesudah kurung siku disebut isi yang dimaksud, misalnya `bobot[jenis].tarif`. Tabel dengan satu isi "
            "tanpa nama dibaca tanpa titik.",
        ),
        Texts(
            "it is not clear which content of the table {table} is meant; it has {names}",
            "different contents can give different amounts of rupiah.",
            "",
            "After the square brackets stands the content that is meant, as in `bobot[jenis].tarif`. A table with "
            "one nameless content is read without a dot.",
        ),
        bad="formula: bobot[jenis]",
        good="formula: bobot[jenis].tarif",
    ),
    Code(
        "E312",
        "table-argument-type",
        Texts(
            "tabel ini dibaca dengan {wanted}, padahal nilai ini {found}",
            "batas tabel dalam {wanted} tidak dapat dibandingkan dengan {found}.",
            "",
            "Nilai di dalam kurung siku mempunyai satuan atau jenis yang ditulis di bawah `in` tabel itu.",
        ),
        Texts(
            "this table is read with {wanted}, but this value is {found}",
            "bounds of the table in {wanted} cannot be compared with {found}.",
            "",
            "A value in square brackets has the unit or type said under `in` of that table.",
        ),
        bad="in: {lama: menit}\nformula: tarif_lama[tarif]",
        good="in: {lama: menit}\nformula: tarif_lama[lama]",
    ),
    Code(
        "E313",
        "number-of-arguments",
        Texts(
            "{name}(…) memerlukan {wanted} nilai, tetapi di sini ada {found}",
            "nilai yang kurang atau lebih tidak boleh ditebak.",
            "",
            "`present`, `date`, `year`, `month`, `day`, dan `weekday` memerlukan satu nilai, `months` dua tanggal. "
            "`digits` memerlukan tiga: sebuah nip, lalu urutan angka pertama dan terakhir. `min` dan `max` "
            "membandingkan dua nilai atau lebih.",
        ),
        Texts(
            "the number of values in {name}(…) must be {wanted}, but here it is {found}",
            "a value too few or too many must not be guessed.",
            "",
            "`present`, `date`, `year`, `month`, `day` and `weekday` take one value, `months` two dates. `digits` "
            "takes three: a nip, then the place of the first and the last digit. `min` and `max` compare two "
            "values or more.",
        ),
        bad="formula: digits(nomor, 8)",
        good="formula: digits(nomor, 1, 8)",
    ),
    Code(
        "E314",
        "extreme-of-units",
        Texts(
            "{left} dan {right} tidak dapat dibandingkan untuk mencari yang terkecil atau terbesar",
            "tidak ada yang lebih kecil antara Rp2.000.000 dan 95%.",
            "mungkin dimaksudkan {literal}",
            "Semua nilai di dalam `min(…)` atau `max(…)` bersatuan sama. Nol dan batas juga memerlukan satuan: "
            "`max(sisa, 0 rupiah)`, `min(capaian, 100%)`.",
        ),
        Texts(
            "{left} and {right} cannot be compared to find the smallest or largest",
            "neither of Rp2,000,000 and 95% is smaller.",
            "perhaps {literal} is meant",
            "All values in `min(…)` or `max(…)` have the same unit. Zero and limits need a unit too: `max(sisa, 0 "
            "rupiah)`, `min(capaian, 100%)`.",
        ),
        bad="formula: max(tarif - diskon_tetap, 0)",
        good="formula: max(tarif - diskon_tetap, 0 rupiah)",
    ),
    Code(
        "E315",
        "digits-form",
        Texts(
            "digits(…) memerlukan sebuah nip dan dua urutan angka antara 1 dan 18; nilai ini {found}",
            "hanya nip yang selalu terdiri atas 18 angka, sehingga urutan setiap angkanya pasti.",
            "",
            "`digits(nip, 1, 8)` adalah bilangan dari angka ke-1 sampai ke-8. Kedua urutan ditulis sebagai bilangan "
            "bulat, yang pertama tidak lebih besar dari yang kedua.",
        ),
        Texts(
            "digits(…) takes a nip and two places between 1 and 18; this value is {found}",
            "only a nip always has 18 digits, so that the place of each is certain.",
            "",
            "`digits(nip, 1, 8)` is the number in digits 1 to 8. Both places are written as whole numbers, the "
            "first not above the second.",
        ),
        bad="formula: digits(nomor, 8, 1)",
        good="formula: digits(nomor, 1, 8)",
    ),
    Code(
        "E316",
        "date-needed",
        Texts(
            "{name}(…) memerlukan tanggal, padahal ini {found}",
            "{found} tidak mempunyai tahun, bulan, dan hari.",
            "",
            "`year`, `month`, `day`, dan `weekday` (Senin 1 sampai Minggu 7) diambil dari tanggal, `months` dari "
            "dua tanggal. Bilangan delapan angka seperti 20260131 dijadikan tanggal dengan `date(…)`.",
        ),
        Texts(
            "{name}(…) needs a date, but this is {found}",
            "{found} has no year, month and day.",
            "",
            "`year`, `month`, `day` and `weekday` (Monday 1 to Sunday 7) are taken of a date, `months` of two. A "
            "number of eight digits such as 20260131 becomes a date by `date(…)`.",
        ),
        bad="formula: weekday(lama) in [6, 7]",
        good="formula: weekday(tanggal) in [6, 7]",
    ),
    Code(
        "E318",
        "only-own-columns",
        Texts(
            "syarat baris hanya dapat memakai kolom tabelnya sendiri, masa yang dihitung, parameter, dan tabel tarif",
            "syarat ini diperiksa ketika berkas dibaca; aturan dan tabel lain saat itu belum ada nilainya.",
            "",
            "`require` menolak baris yang isiannya saling bertentangan, misalnya selesai sebelum mulai, atau tidak "
            "sesuai dengan bulan yang dihitung (`period.start`, `period.end`, `period.days`, `period.name`). Syarat "
            "yang memerlukan data lain ditulis sebagai `ensure`, yang menahan pembayarannya dengan alasan bernama.",
        ),
        Texts(
            "a condition on rows can use only columns of its own table, the period computed, parameters and tables",
            "it is checked while the file is read; rules and other data have no values yet.",
            "",
            "`require` rejects rows whose cells contradict each other, such as an end before its beginning, or that do "
            "not fit the month computed (`period.start`, `period.end`, `period.days`, `period.name`). A condition "
            "that needs other data is written as `ensure`, which blocks the payment with a named reason.",
        ),
        bad="require:\n  nomor: {label: Kendaraan harus motor, formula: kendaraan.jenis = motor}",
        good="ensure:\n  kendaraan:\n    jenis_sesuai: {label: Kendaraan harus motor, formula: jenis = motor}",
    ),
    Code(
        "E319",
        "never-missing",
        Texts(
            "{text} tidak pernah kosong, jadi {word} di sini tidak berpengaruh",
            "yang dapat kosong hanyalah isian yang boleh kosong, baris yang dicari dengan lookups, min, max, atau "
            "average dari tidak satu baris pun, dan date(…). Aturan selalu mempunyai nilai; bila tidak dapat "
            "dihitung, yang memakainya tertahan.",
            "tanyakan langsung di sini:\n    {instead}",
            "`present` dan `default` bertanya kepada nilai yang dapat kosong, di tempat nilai itu diambil. Bila nilai "
            "itu sudah diberi nama sebagai aturan, aturan itulah yang menyebut penggantinya: tulis `default` di dalam "
            "rumusnya. Yang tidak pernah kosong ditulis tanpa `present` dan `default`.",
        ),
        Texts(
            "{text} is never missing, so {word} has no effect here",
            "only these can be missing: a cell that may be empty, a row found by lookups, min, max or average of no "
            "rows, and date(…). A rule always has a value; where it can't be computed, who reads it is blocked.",
            "ask for it here:\n    {instead}",
            "`present` and `default` ask about a value that can be missing where it is taken from. Where it has a name "
            "already, as a rule, that rule says what stands in its place: write `default` in its formula. What is "
            "never missing is written without `present` and `default`.",
        ),
        bad="terlama: {unit: menit, formula: max(kunjungan.lama)}\n"
        "batas: {unit: menit, formula: terlama default 0 menit}",
        good="terlama: {unit: menit, formula: max(kunjungan.lama) default 0 menit}\n"
        "batas: {unit: menit, formula: terlama}",
    ),
)
