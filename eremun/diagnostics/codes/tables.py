"""E5xx and E60x: decision tables with gaps and overlaps, law that is not in force, limits of a plan."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

TABLES: tuple[Code, ...] = (
    Code(
        "E501",
        "rows-overlap",
        Texts(
            "dua baris tabel {table} berlaku sekaligus, misalnya untuk {example}",
            "tidak jelas baris mana yang menentukan pembayaran.",
            "ubah syarat salah satunya, sehingga untuk {example} hanya satu baris berlaku",
            "Untuk setiap nilai paling banyak satu baris berlaku. Batas `a..b` memuat a dan b, jadi sesudah `0..60` "
            "baris berikutnya mulai dari `> 60`. Ubah salah satu baris sehingga keduanya tidak bertumpang tindih.",
        ),
        Texts(
            "two rows of the table {table} hold at once, for instance for {example}",
            "it is not clear which of them decides what is paid.",
            "change the conditions of one of them, so that only one row holds for {example}",
            "For each value at most one row holds. `a..b` includes a and b, so after `0..60` the next row begins "
            "with `> 60`. Change one of the rows so that they no longer overlap.",
        ),
        bad="rows:\n  - [0..60, 2_000]\n  - [60..120, 3_000]",
        good="rows:\n  - [0..60, 2_000]\n  - [61..120, 3_000]",
    ),
    Code(
        "E502",
        "row-never-holds",
        Texts(
            "baris tabel {table} ini tidak pernah berlaku",
            "tidak ada nilai yang memenuhi syaratnya, jadi yang ditulis di situ tidak akan pernah dibayarkan.",
            "hapus baris ini; tukar batasnya bila terbalik; atau pindahkan ke atas baris yang sudah mencakupnya",
            "Biasanya batas bawah dan batas atasnya tertukar, atau daftar nilainya kosong. Perbaiki atau hapus "
            "baris itu.",
        ),
        Texts(
            "this row of the table {table} never holds",
            "no value meets its conditions, so what it says would never be paid.",
            "delete this row; exchange its bounds if they are reversed; or move it above the row that "
            "already covers it",
            "Mostly its lower and upper bounds are exchanged, or its list of values is empty. Correct or remove the "
            "row.",
        ),
        bad="- [60..0, 2_000]",
        good="- [0..60, 2_000]",
    ),
    Code(
        "E503",
        "table-gap",
        Texts(
            "tabel {table} tidak mempunyai baris untuk {example}",
            "nilai itu dapat terjadi di sini, dan yang mengalaminya tidak akan dapat dibayar.",
            "tambahkan baris untuk {example}; bila tidak mungkin terjadi, {instead}",
            "Tabel harus memuat isi untuk setiap nilai yang dapat sampai kepadanya menurut `range` kolom dan rumus. "
            "Tambahkan baris yang kurang, meskipun isinya nol. Bila nilai itu tidak mungkin terjadi, persempit "
            "`range` kolomnya, sehingga isian seperti itu ditolak ketika dibaca. Yang dikecualikan oleh syarat di "
            "sekitarnya (`if`, `when`, `and`) tidak memerlukan baris.",
        ),
        Texts(
            "the table {table} has no row for {example}",
            "that value can occur here, and whoever has it could not be paid.",
            "add a row for {example}; if it cannot occur, {instead}",
            "A table must have a content for every value that can reach it by the `range` of columns and the "
            "formula. Add the missing row, even if its content is zero. If the value cannot occur, narrow the "
            "`range` of the column, so that such a cell is rejected when it is read. What the conditions around it "
            "(`if`, `when`, `and`) exclude needs no row.",
        ),
        bad="lama: {type: menit, range: 0..1_440}\nfrom: {60: 2_000}",
        good="lama: {type: menit, range: 0..1_440}\nfrom: {0: 0, 60: 2_000}",
    ),
    Code(
        "E504",
        "table-too-large",
        Texts(
            "tabel {table} terlalu besar untuk diperiksa: rentang pada {rows} barisnya terlalu banyak bertemu",
            "tanpa pemeriksaan, baris yang bertumpang tindih atau kurang tidak akan diketahui.",
            "",
            "Baris dibagi dahulu menurut syarat yang menyebut satu nilai, lalu menurut rentang; ribuan baris pun dapat "
            "diperiksa selama setiap rentang bertemu dengan sedikit rentang lain. Yang terlalu banyak ialah baris "
            "dengan rentang pada beberapa syarat sekaligus yang saling memotong. Bagilah tabel menjadi dua tabel "
            "dengan syarat yang lebih sedikit, lalu kalikan atau jumlahkan isinya dalam rumus.",
        ),
        Texts(
            "the table {table} is too large to be checked: the ranges of its {rows} rows meet too often",
            "without a check, rows that overlap or are missing would not be seen.",
            "",
            "Rows are parted by conditions of single values first, then by ranges; thousands of rows can be checked as "
            "long as each range meets few others. Too many are rows with ranges in several conditions at once that "
            "cut each other. Divide the table into two with fewer conditions, and multiply or add their contents in "
            "the formula.",
        ),
        bad="in: {a: number, b: number, c: number, d: number, e: number}",
        good="in: {a: number, b: number}",
    ),
    Code(
        "E505",
        "division-into-a-sum",
        Texts(
            "tabel {table} menjumlahkan beberapa baris, jadi nilai ini tidak boleh berupa pembagian yang belum "
            "dibulatkan",
            "setiap baris akan membulatkan bagiannya sendiri, dan jumlahnya dapat berbeda beberapa rupiah dari yang "
            "diperintahkan peraturan.",
            "",
            "Tarif progresif dan tabel dengan `hit: collect` menggabungkan beberapa baris. Tulislah pembagiannya "
            "sebagai aturan bernama dengan `round`, lalu baca tabel dengan nama aturan itu.",
        ),
        Texts(
            "the table {table} adds up several rows, so this value must not be a division that is not rounded",
            "every row would round its own part, and the sum could differ by some rupiah from what the regulation "
            "orders.",
            "",
            "Progressive rates and tables with `hit: collect` join several rows. Write the division as a named rule "
            "with `round`, and read the table with the name of that rule.",
        ),
        bad="formula: pajak[jumlah / bulan]",
        good=(
            "rata_rata:\n"
            "  unit: rupiah\n"
            "  formula: jumlah / bulan\n"
            "  round: down to 1 rupiah\n"
            "pajak_sebulan:\n"
            "  unit: rupiah\n"
            "  formula: pajak[rata_rata]"
        ),
    ),
    Code(
        "E601",
        "not-a-month",
        Texts(
            '"{text}" bukan bulan',
            "bulan menentukan peraturan mana yang berlaku dan data mana yang dibaca.",
            "tulis tahun, tanda hubung, lalu bulan, misalnya --period 2026-01",
            "Bulan ditulis sebagai tahun dan bulan, misalnya `2026-01`.",
        ),
        Texts(
            '"{text}" is not a month',
            "the month says which law holds and which data are read.",
            "write the year, a hyphen, then the month, as in --period 2026-01",
            "A month is written as year and month, as in `2026-01`.",
        ),
        bad="--period 01-2026",
        good="--period 2026-01",
    ),
    Code(
        "E602",
        "no-law-in-force",
        Texts(
            "tidak ada versi {name} yang berlaku pada {day}",
            "nilai yang sudah berakhir atau belum berlaku tidak boleh dipakai untuk membayar.",
            "",
            "Nilai yang berubah menurut waktu ditulis di bawah `versions`. Bila bayaran semua orang atau suatu temuan "
            "memerlukannya, harus ada versi yang sudah mulai dan belum berakhir. Tambahkan versi yang berlaku pada "
            "hari itu, dengan dasarnya. Bila kolom berkas yang memerlukannya memang baru ada kemudian, beri kolom itu "
            "`effective_from`.",
        ),
        Texts(
            "no version of {name} is in force on {day}",
            "a value that has ended or has not begun must not be used to pay.",
            "",
            "A value that changes over time stands under `versions`. Where everybody's pay or a finding needs it, "
            "there must be a version that has begun and not ended. Add the version in force on that day, with its "
            "basis. "
            "Where the column of a file that needs it is there only since later, give that column `effective_from`.",
        ),
        bad="versions:\n  - {effective_from: 2024-01-01, effective_to: 2025-12-31, value: 2_000 rupiah}",
        good=(
            "versions:\n"
            "  - {effective_from: 2024-01-01, effective_to: 2025-12-31, value: 2_000 rupiah}\n"
            "  - {effective_from: 2026-01-01, value: 2_500 rupiah}"
        ),
    ),
    Code(
        "E603",
        "too-many-reasons",
        Texts(
            "paket ini mempunyai lebih dari {most} alasan seseorang dapat tertahan",
            "alasan seseorang disimpan bersama dalam satu bilangan, yang hanya cukup untuk {most} alasan.",
            "",
            "Setiap data yang boleh tidak ada, setiap isian yang boleh kosong, dan setiap nama di bawah `ensure` "
            "adalah satu alasan. Gabungkan beberapa syarat `ensure` dengan `and`, atau isi yang boleh tidak ada "
            "dengan `default`.",
        ),
        Texts(
            "this pack has more than {most} reasons why a person can be blocked",
            "the reasons of a person are kept together in one number, which is enough for {most} of them.",
            "",
            "Every row that may not be there, every cell that may be empty and every name under `ensure` is a "
            "reason. Join several conditions of `ensure` with `and`, or give what may be missing a `default`.",
        ),
        bad="ensure: {kendaraan: {syarat_1: …, syarat_2: …, syarat_63: …}}",
        good="ensure: {kendaraan: {lengkap: {formula: a and b and c, …}}}",
    ),
    Code(
        "E604",
        "before-the-pack",
        Texts(
            "paket ini berlaku sejak {since}, jadi bulan {period} tidak dapat dihitung",
            "bulan sebelum itu dibayar menurut peraturan lain.",
            "",
            "`effective_from` dalam pack.yaml adalah hari pertama paket ini berlaku, dan setiap nilai yang tidak "
            "bertanggal berlaku sejak hari itu. Pilih bulan yang lebih baru, atau ubah tanggal itu bila "
            "peraturannya memang sudah berlaku lebih dahulu.",
        ),
        Texts(
            "this pack is in force since {since}, so the month {period} cannot be computed",
            "months before that were paid by other regulations.",
            "",
            "`effective_from` in pack.yaml is the first day this pack is in force, and every value without a date "
            "holds from that day on. Choose a later month, or change that date if the regulation was in force "
            "earlier.",
        ),
        bad="effective_from: 2024-01-01\n--period 2023-12",
        good="effective_from: 2024-01-01\n--period 2024-01",
    ),
    Code(
        "E605",
        "numbers-too-large",
        Texts(
            "nilai {column} pada {grain} dapat menjadi terlalu besar untuk dihitung dengan tepat",
            "bilangan sebesar itu, lebih dari 38 angka, tidak terjadi dalam pembayaran; biasanya sebuah kolom belum "
            "mempunyai batas.",
            "",
            "Setiap nilai dihitung sebagai bilangan bulat, dan sebelum menghitung dipastikan bahwa bilangan "
            "terbesar pun cukup tempatnya. Beri kolom yang dipakai rumus itu `range` yang wajar, atau bulatkan "
            "nilai di antaranya.",
        ),
        Texts(
            "the value {column} on {grain} can become too large to be computed exactly",
            "a number like that, of more than 38 digits, does not occur in payments; mostly a column has no limits "
            "yet.",
            "",
            "Every value is computed as a whole number, and before computing it is made certain that even the "
            "largest fits. Give the columns of that formula a sensible `range`, or round a value on the way.",
        ),
        bad="jumlah: {type: rupiah}",
        good="jumlah: {type: rupiah, range: 0..1_000_000_000}",
    ),
    Code(
        "E606",
        "too-many-pairs",
        Texts(
            "{name} akan mempunyai {rows} baris",
            "setiap baris tabel yang satu dipasangkan dengan setiap baris tabel yang lain, dan sebanyak itu tidak "
            "dapat dihitung.",
            "",
            "Pasangkan tabel yang lebih pendek, misalnya kendaraan dengan hari-hari dalam sebulan. Baris yang sudah "
            "memuat keduanya, seperti catatan harian, dihimpun dengan `of` dan `by`.",
        ),
        Texts(
            "{name} would have {rows} rows",
            "every row of the one table is paired with every row of the other, and so many can't be computed.",
            "",
            "Pair shorter tables, such as vehicles with the days of a month. Rows that hold both already, such as "
            "a daily log, are collected with `of` and `by`.",
        ),
        bad="groups: {semua: {each: [kunjungan, kendaraan]}}",
        good="groups: {semua: {each: [kendaraan, hari_buka]}}",
    ),
)
