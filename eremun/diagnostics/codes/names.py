"""E20x-E23x: what is refused in the shape of a pack: headings, forms, registers, cells."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

NAMES: tuple[Code, ...] = (
    Code(
        "E200",
        "other-form",
        Texts(
            "isi {what} harus ditulis sebagai {wanted}",
            "dalam bentuk lain tidak jelas mana nama dan mana isinya.",
            "",
            "Setiap judul mempunyai satu bentuk isi: satu nilai di baris yang sama; daftar, yaitu `[a, b]` atau "
            "baris yang diawali `-`; atau `nama: isi`, satu di tiap baris dan satu tingkat lebih dalam.",
        ),
        Texts(
            "the content of {what} must be written as {wanted}",
            "in another form it is not clear what is a name and what is its content.",
            "",
            "Every heading has one form of content: one value on the same line; a list, which is `[a, b]` or lines "
            "that begin with `-`; or `name: content`, one on each line and one level further in.",
        ),
        bad="rules:\n  - biaya",
        good="rules:\n  kunjungan:\n    biaya:\n      unit: rupiah\n      formula: tarif * lama",
    ),
    Code(
        "E201",
        "heading-unknown",
        Texts(
            '"{key}" tidak dikenal di bawah {what}',
            "yang dikenal di situ: {known}. Isi di bawah judul yang tidak dikenal tidak akan pernah berlaku.",
            "mungkin dimaksudkan {nearest}",
            "Judul yang salah eja tidak dilewati begitu saja: pembulatan di bawah judul `roud` tidak akan berlaku, "
            "dan semua orang akan dibayar tanpa pembulatan itu. Periksa ejaan dan banyaknya spasi di awal baris.",
        ),
        Texts(
            '"{key}" is not known under {what}',
            "known there: {known}. What stands under an unknown heading would never hold.",
            "perhaps {nearest} is meant",
            "A misspelled heading is not passed over: a rounding under `roud` would not hold, and everybody would "
            "be paid without it. Look at the spelling and at the blanks before the line.",
        ),
        bad="biaya:\n  unit: rupiah\n  formula: tarif * lama\n  roud: down to 1 rupiah",
        good="biaya:\n  unit: rupiah\n  formula: tarif * lama\n  round: down to 1 rupiah",
    ),
    Code(
        "E202",
        "heading-missing",
        Texts(
            "{what} belum menyebut `{key}`",
            "isinya tidak boleh ditebak.",
            "",
            "Setiap bagian mempunyai judul yang wajib ada: tabel data menyebut `key` dan `columns`, kolom menyebut "
            "`type`, aturan menyebut `formula`, tabel menyebut `in` dan `out`, paket menyebut `person`, "
            "`effective_from`, dan `outputs`.",
        ),
        Texts(
            "{what} does not say `{key}`",
            "it must not be guessed.",
            "",
            "Every part has headings it needs: a data table `key` and `columns`, a column `type`, a rule `formula`, "
            "a table `in` and `out`, a pack `person`, `effective_from` and `outputs`.",
        ),
        bad="kunjungan:\n  columns:\n    kode: {type: text}",
        good="kunjungan:\n  key: [kode]\n  columns:\n    kode: {type: text}",
    ),
    Code(
        "E203",
        "not-a-number",
        Texts(
            '"{text}" bukan bilangan',
            "bilangan ditulis tanpa Rp dan tanpa koma, misalnya 2_500_000, 0.5, atau 2.5%; 1.500,50 dapat terbaca "
            "sebagai dua jumlah yang berbeda.",
            "",
            "Bilangan ditulis dengan angka, garis bawah untuk ribuan, titik untuk desimal, dan `%` untuk persen: "
            "`2_500_000`, `0.5`, `2.5%`. Rp dan koma tidak dipakai; satuan ditulis sesudahnya, misalnya `2_500_000 "
            "rupiah`.",
        ),
        Texts(
            '"{text}" is not a number',
            "numbers are written without Rp and commas, as in 2_500_000, 0.5 or 2.5%; 1.500,50 can be read as two "
            "different amounts.",
            "",
            "A number is written with digits, underscores for thousands, a dot for decimals and `%` for percents: "
            "`2_500_000`, `0.5`, `2.5%`. Rp and commas are not used; a unit stands after it, as in `2_500_000 "
            "rupiah`.",
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
            "",
            "Dalam berkas aturan tanggal ditulis tahun-bulan-hari, misalnya `2026-02-01`, dan hari itu harus ada "
            "dalam penanggalan.",
        ),
        Texts(
            '"{text}" is not a date',
            "dates say which law holds; 1/2/2026 can mean January or February.",
            "",
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
            "",
            "Kedua batas ikut termasuk, misalnya `0..1_440` atau `0%..100%`. Untuk tanggal, `range: period` berarti "
            "hari di dalam bulan yang dihitung.",
        ),
        Texts(
            'the limits "{text}" cannot be read',
            "limits are written lowest..highest; without them one typing mistake can pay Rp1,000,000,000.",
            "",
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
        "E209",
        "not-registered",
        Texts(
            '"{name}" tidak ada dalam daftar {register}',
            "yang ada: {known}. Setiap rupiah harus dapat ditunjukkan dasarnya.",
            "mungkin dimaksudkan {nearest}",
            "Peraturan didaftar sekali di bawah `regulations` dan anggapan di bawah `assumptions`, biasanya dalam "
            "regulations.yaml. Kata pertama sesudah `basis:` adalah nama dalam daftar itu; sesudahnya boleh disebut "
            "pasalnya.",
        ),
        Texts(
            '"{name}" is not in the register of {register}',
            "it has: {known}. For every rupiah its basis must be shown.",
            "perhaps {nearest} is meant",
            "Regulations are listed once under `regulations` and assumptions under `assumptions`, mostly in "
            "regulations.yaml. The first word after `basis:` is a name of that list; the article may follow it.",
        ),
        bad="basis: Perda Nomor 1 Tahun 2024 pasal 3",
        good="basis: perda-1-2024 pasal 3",
    ),
    Code(
        "E210",
        "no-basis",
        Texts(
            "{what} belum menyebut dasarnya",
            "pemeriksa akan bertanya dari mana angka ini; tanpa dasar, pembayarannya tidak dapat "
            "dipertanggungjawabkan.",
            "",
            "Sebutkan `basis:` dengan nama peraturan dalam daftar, atau `assumption:` bila belum ada peraturan yang "
            "mengaturnya. Bila semua isi berkas berdasar sama, sebutkan sekali di bagian atas berkas itu.",
        ),
        Texts(
            "{what} does not say what it rests on",
            "an auditor will ask where this number comes from; without a basis the payment cannot be accounted for.",
            "",
            "Say `basis:` with the name of a regulation in the register, or `assumption:` where no regulation says "
            "it yet. If everything in a file rests on the same, say it once at the top of the file.",
        ),
        bad="tarif:\n  value: 2_000 rupiah",
        good="tarif:\n  value: 2_000 rupiah\n  basis: perda-1-2024 pasal 3",
    ),
    Code(
        "E211",
        "name-form",
        Texts(
            '"{name}" tidak dapat menjadi nama',
            "nama diawali huruf dan terdiri atas huruf, angka, dan garis bawah, dan bukan kata yang sudah berarti "
            "dalam rumus; tarif-dasar berarti tarif dikurangi dasar.",
            "",
            "Nama dipakai di dalam rumus, jadi tidak boleh memuat spasi, garis hubung, atau tanda lain. Kata yang "
            "sudah mempunyai arti dalam rumus (if, then, else, and, or, not, in, between, default, via, where, "
            "true, false) tidak dapat dipakai. Tabel tidak dapat bernama period.",
        ),
        Texts(
            '"{name}" cannot be a name',
            "a name begins with a letter and has letters, digits and underscores, and is no word that means "
            "something in formulas; tarif-dasar means tarif minus dasar.",
            "",
            "Names are used in formulas, so they have no blanks, hyphens or other signs. Words that mean something "
            "in formulas (if, then, else, and, or, not, in, between, default, via, where, true, false) can't be "
            "names. No table can be called period.",
        ),
        bad="tarif-dasar: {type: rupiah}",
        good="tarif_dasar: {type: rupiah}",
    ),
    Code(
        "E212",
        "choice-unknown",
        Texts(
            '"{text}" tidak dikenal di sini',
            "yang dapat ditulis: {known}.",
            "",
            "Di tempat ini hanya ada beberapa pilihan, dan ejaannya harus sama, termasuk huruf kecilnya.",
        ),
        Texts(
            '"{text}" is not known here',
            "what can be written: {known}.",
            "",
            "There are only a few choices in this place, and they must be spelled exactly so, in small letters.",
        ),
        bad="when_rejected: tahan",
        good="when_rejected: block",
    ),
    Code(
        "E213",
        "name-twice",
        Texts(
            'nama "{name}" sudah dipakai',
            "yang menyebut {name} tidak akan tahu mana yang dimaksud.",
            "",
            "Parameter, tabel, data, dan kelompok mempunyai nama yang berbeda di seluruh paket, juga bila ditulis "
            "dalam berkas yang berbeda. Aturan berbeda namanya pada satu tabel. Kolom disebut satu kali di dalam "
            "`key` atau `by`, dan satu tabel tidak menjadi `references` sekaligus `lookups`. Ganti nama salah "
            "satunya, atau hapus yang tidak berlaku lagi.",
        ),
        Texts(
            'the name "{name}" is already used',
            "whatever says {name} would not know which one is meant.",
            "",
            "Parameters, tables, data and groups have different names in the whole pack, in different files too. "
            "Rules differ by name on one table. A column stands once in `key` or `by`, and a table is not both "
            "`references` and `lookups`. Rename one of the two, or remove the one that no longer holds.",
        ),
        bad=(
            "# 1-tarif.yaml\n"
            "parameters: {tarif: {value: 2_000 rupiah}}\n"
            "# 2-tarif.yaml\n"
            "parameters: {tarif: {value: 3_000 rupiah}}"
        ),
        good="parameters:\n  tarif_motor: {value: 2_000 rupiah}\n  tarif_mobil: {value: 3_000 rupiah}",
    ),
    Code(
        "E215",
        "range-reversed",
        Texts(
            "batas terendah {low} lebih besar dari batas tertinggi {high}",
            "tidak satu isian pun dapat berada di antaranya, jadi semua baris akan ditolak.",
            "tulis range: {high}..{low}",
            "Batas ditulis dari yang terendah ke yang tertinggi, dan keduanya ikut termasuk.",
        ),
        Texts(
            "the lowest limit {low} is above the highest, {high}",
            "no cell can lie between them, so every row would be rejected.",
            "write range: {high}..{low}",
            "Limits are written from the lowest to the highest, and both are included.",
        ),
        bad="lama: {type: menit, range: 1_440..0}",
        good="lama: {type: menit, range: 0..1_440}",
    ),
    Code(
        "E216",
        "versions-not-in-order",
        Texts(
            "versi ini mulai berlaku {day}, tidak sesudah versi di atasnya ({before})",
            "dari dua versi yang mulai pada hari yang sama, atau yang tidak berurutan, tidak tampak mana yang berlaku.",
            "",
            "Versi ditulis dari yang terlama ke yang terbaru, dan setiap versi mulai pada hari yang berbeda. Pada "
            "suatu hari berlaku versi yang terakhir mulai.",
        ),
        Texts(
            "this version begins on {day}, not after the one above it ({before})",
            "of two versions that begin on one day, or that are out of order, it does not show which one holds.",
            "",
            "Versions are written from the oldest to the newest, and each begins on a different day. On a given day "
            "the version that began last holds.",
        ),
        bad=(
            "versions:\n"
            "  - {effective_from: 2026-01-01, value: 3_000 rupiah}\n"
            "  - {effective_from: 2024-01-01, value: 2_000 rupiah}"
        ),
        good=(
            "versions:\n"
            "  - {effective_from: 2024-01-01, value: 2_000 rupiah}\n"
            "  - {effective_from: 2026-01-01, value: 3_000 rupiah}"
        ),
    ),
    Code(
        "E217",
        "ends-before-it-begins",
        Texts(
            "versi ini berakhir {end}, sebelum mulai berlaku {start}",
            "versi itu tidak akan berlaku pada hari apa pun.",
            "",
            "`effective_to` adalah hari terakhir berlakunya, dan hari itu ikut termasuk. Tanpa `effective_to`, "
            "suatu versi berlaku sampai ada versi yang mulai sesudahnya.",
        ),
        Texts(
            "this version ends on {end}, before it begins on {start}",
            "it would hold on no day at all.",
            "",
            "`effective_to` is the last day it holds, that day included. Without it a version holds until another "
            "one begins.",
        ),
        bad="- {effective_from: 2026-07-01, effective_to: 2026-06-30, value: 1_000 rupiah}",
        good="- {effective_from: 2026-06-01, effective_to: 2026-06-30, value: 1_000 rupiah}",
    ),
    Code(
        "E218",
        "unit-changes",
        Texts(
            "versi ini berupa {unit}, sedangkan versi pertama {first}",
            "rumus yang memakainya akan menghitung {first} pada bulan yang satu dan {unit} pada bulan yang lain.",
            "",
            "Nilai boleh berubah dari waktu ke waktu, satuannya tidak. Bila peraturan baru mengganti rupiah dengan "
            "persen, buatlah parameter baru dan ubah rumusnya.",
        ),
        Texts(
            "this version is {unit}, but the first one is {first}",
            "formulas that use it would compute {first} in one month and {unit} in another.",
            "",
            "A value may change over time, its unit may not. If a new regulation replaces rupiah by percents, make "
            "a new parameter and change the formula.",
        ),
        bad=(
            "versions:\n"
            "  - {effective_from: 2024-01-01, value: 2_000 rupiah}\n"
            "  - {effective_from: 2026-01-01, value: 5%}"
        ),
        good=(
            "versions:\n"
            "  - {effective_from: 2024-01-01, value: 2_000 rupiah}\n"
            "  - {effective_from: 2026-01-01, value: 2_500 rupiah}"
        ),
    ),
    Code(
        "E219",
        "one-form-of-cells",
        Texts(
            "{what} harus menyebut tepat satu dari cells, from, dan rows",
            "isi tabel dibaca dari salah satunya saja.",
            "",
            "`cells` memberi satu isi untuk setiap nilai, `from` satu isi mulai dari setiap batas sampai sebelum "
            "batas berikutnya, `rows` satu baris syarat dan isi. Bila isinya berubah menurut waktu, ketiganya "
            "ditulis di dalam `versions`, bukan di sampingnya.",
        ),
        Texts(
            "{what} must say exactly one of cells, from and rows",
            "the content of the table is read from one of them only.",
            "",
            "`cells` gives one content for each value, `from` one from each threshold up to the next, `rows` one "
            "row of conditions and contents. Where the content changes over time they stand inside `versions`, not "
            "beside it.",
        ),
        bad="tarif_jenis:\n  in: {jenis: jenis}\n  out: rupiah",
        good="tarif_jenis:\n  in: {jenis: jenis}\n  out: rupiah\n  cells: {motor: 2_000, mobil: 5_000}",
    ),
    Code(
        "E220",
        "thresholds-not-rising",
        Texts(
            "batas {value} tidak lebih besar dari batas sebelumnya",
            "setiap batas berlaku sampai sebelum batas berikutnya, jadi salah satu batas ini tidak akan pernah "
            "berlaku.",
            "",
            "Di bawah `from` batas ditulis dari yang terkecil ke yang terbesar, dan setiap batas hanya sekali.",
        ),
        Texts(
            "the threshold {value} is not above the one before it",
            "each threshold holds up to the next one, so one of these would never hold.",
            "",
            "Under `from` thresholds are written from the smallest to the largest, each once.",
        ),
        bad="from: {0: 1_000, 120: 3_000, 60: 2_000}",
        good="from: {0: 1_000, 60: 2_000, 120: 3_000}",
    ),
    Code(
        "E221",
        "cells-in-row",
        Texts(
            "baris ini mempunyai {found} isian, padahal tabelnya mempunyai {wanted} kolom",
            "isian yang kurang atau lebih menggeser isian lain ke kolom yang salah.",
            "",
            "Setiap baris di bawah `rows` memuat satu syarat untuk setiap nama di bawah `in`, lalu satu isi untuk "
            "setiap nama di bawah `out`, menurut urutannya. Beberapa nilai dalam satu syarat ditulis dalam kurung "
            "siku; syarat yang selalu terpenuhi ditulis `-`.",
        ),
        Texts(
            "this row has {found} cells, but the table has {wanted} columns",
            "a cell too few or too many moves others to the wrong column.",
            "",
            "A row under `rows` has one condition for each name under `in`, then one content for each name under "
            "`out`, in that order. Several values in one condition stand in square brackets; a condition that "
            "always holds is `-`.",
        ),
        bad="- [motor, mobil, 2_000]",
        good="- [[motor, mobil], 2_000]",
    ),
    Code(
        "E222",
        "cell-unit",
        Texts(
            "{text} bukan {unit}",
            "di tempat ini diperlukan {unit}; persen ditulis dengan tanda %, yang lain tanpa tanda itu.",
            "",
            "Bilangan di dalam tabel mengikuti satuan yang disebut di bawah `in` dan `out`, dan batas kolom "
            "mengikuti `type`. Persen selalu ditulis dengan `%`: 5 persen ialah `5%`, sebab 5 saja berarti 500%. "
            "Satuan lain boleh tidak ditulis, atau ditulis sama seperti satuan kolomnya.",
        ),
        Texts(
            "{text} is not {unit}",
            "this place needs {unit}; percents are written with %, everything else without.",
            "",
            "Numbers in a table have the unit said under `in` and `out`, limits of a column that of its `type`. "
            "Percents are always written with `%`: 5 percent is `5%`, as 5 alone is 500%. Another unit may be left "
            "out, or written as the unit of the column.",
        ),
        bad="out: persen\ncells: {motor: 5, mobil: 10}",
        good="out: persen\ncells: {motor: 5%, mobil: 10%}",
    ),
    Code(
        "E223",
        "word-not-in-list",
        Texts(
            '"{word}" tidak ada dalam daftar {enum}',
            "yang ada: {known}. Kata yang tidak ada dalam daftar tidak akan pernah cocok dengan satu baris pun.",
            "mungkin dimaksudkan {nearest}",
            "Daftar pilihan ditulis di bawah `enums`. Di seberang sebuah daftar (sesudah `=` dan `in`, atau di "
            "dalam tabel) sebuah kata selalu berarti salah satu isi daftar itu. Perhatikan huruf besar dan kecil.",
        ),
        Texts(
            '"{word}" is not in the list {enum}',
            "it has: {known}. A word that is not in the list would never match a row.",
            "perhaps {nearest} is meant",
            "Lists of choices stand under `enums`. Opposite a list (after `=` and `in`, or in a table) a word "
            "always means one of that list. Capital and small letters differ.",
        ),
        bad="enums: {jenis: [motor, mobil]}\nformula: jenis = mobl",
        good="enums: {jenis: [motor, mobil]}\nformula: jenis = mobil",
    ),
    Code(
        "E224",
        "rounding-unit",
        Texts(
            '"{text}" tidak sesuai dengan satuan aturannya, {unit}',
            "hasil aturan ini {unit}, jadi kelipatannya juga harus disebut dalam satuan itu.",
            "",
            "Pembulatan menyebut satuan yang sama dengan `unit`: `down to 1 rupiah`, `half_up to 0.01%`, atau tanpa "
            "satuan untuk number.",
        ),
        Texts(
            '"{text}" does not match the unit of its rule, {unit}',
            "the result of this rule is {unit}, so its step must be said in that unit.",
            "",
            "A rounding says the same unit as `unit`: `down to 1 rupiah`, `half_up to 0.01%`, or no unit for number.",
        ),
        bad="unit: rupiah\nround: down to 1",
        good="unit: rupiah\nround: down to 1 rupiah",
    ),
    Code(
        "E225",
        "amount-or-count",
        Texts(
            "temuan {name} harus menyebut salah satu dari amount dan count",
            "laporan menunjukkan jumlah rupiah atau banyaknya, tidak keduanya dalam satu baris.",
            "",
            "Temuan dilaporkan bila nilainya lebih dari nol. `amount` adalah jumlah, misalnya kelebihan dalam "
            "rupiah; `count` adalah banyaknya. Bila keduanya diperlukan, buatlah dua temuan.",
        ),
        Texts(
            "the finding {name} must say one of amount and count",
            "the report shows an amount or a number of cases, not both in one line.",
            "",
            "A finding is reported where its value is above zero. `amount` is an amount, such as an excess in "
            "rupiah; `count` is a number of cases. If both are needed, make two findings.",
        ),
        bad="lama_berlebih:\n  label: Kunjungan lebih dari sehari",
        good="lama_berlebih:\n  label: Kunjungan lebih dari sehari\n  count: count(kunjungan where lama > 1_440 menit)",
    ),
    Code(
        "E226",
        "cell-file-unknown",
        Texts(
            "berkas {name} tidak ada di folder paket ini",
            "berkas CSV yang ada: {known}. Tanpa berkas itu tabelnya kosong.",
            "mungkin dimaksudkan {nearest}",
            "Isi tabel yang besar dapat disimpan sebagai CSV di samping berkas YAML paket. Yang ditulis adalah nama "
            "berkasnya saja, dengan huruf besar dan kecil yang sama.",
        ),
        Texts(
            "there is no file {name} in the folder of this pack",
            "CSV files there are: {known}. Without that file the table is empty.",
            "perhaps {nearest} is meant",
            "The content of a large table can be a CSV file beside the YAML files of the pack. Only the name of the "
            "file is written, in the same capital and small letters.",
        ),
        bad="cells: {file: Tarif.csv, columns: [jenis, biaya]}",
        good="cells: {file: tarif.csv, columns: [jenis, biaya]}",
    ),
    Code(
        "E227",
        "cell-column-unknown",
        Texts(
            '{file} tidak mempunyai kolom "{name}"',
            "judul kolom yang ada: {known}.",
            "mungkin dimaksudkan {nearest}",
            "`columns` menyebut judul kolom dalam baris pertama berkas CSV itu: dahulu yang sesuai dengan nama-nama "
            "di bawah `in`, lalu yang sesuai dengan nama-nama di bawah `out`. Kolom lain dalam berkas itu tidak "
            "dibaca.",
        ),
        Texts(
            '{file} has no column "{name}"',
            "headings there are: {known}.",
            "perhaps {nearest} is meant",
            "`columns` names headings in the first line of the CSV file: first those that match the names under "
            "`in`, then those under `out`. Other columns of the file are not read.",
        ),
        bad="cells: {file: tarif.csv, columns: [jenis, harga]}",
        good="cells: {file: tarif.csv, columns: [jenis, biaya]}",
    ),
    Code(
        "E228",
        "choices-have-no-order",
        Texts(
            '"{text}" memerlukan bilangan, padahal {enum} adalah daftar pilihan',
            "daftar tidak mempunyai urutan, jadi tidak ada yang mulai dari atau di antara isinya.",
            "",
            "Untuk daftar pilihan setiap kata disebut sendiri: di bawah `cells`, atau di bawah `rows` sebagai satu "
            "kata atau beberapa kata dalam kurung siku. `from`, `above`, `marginal`, `<`, `>`, dan `..` hanya untuk "
            "bilangan.",
        ),
        Texts(
            '"{text}" needs a number, but {enum} is a list of choices',
            "a list has no order, so nothing begins at one of its words or lies between two.",
            "",
            "Of a list each word is named: under `cells`, or under `rows` as one word or several in square "
            "brackets. `from`, `above`, `marginal`, `<`, `>` and `..` are for numbers only.",
        ),
        bad="in: {jenis: jenis}\nfrom: {motor: 1_000, mobil: 2_000}",
        good="in: {jenis: jenis}\ncells: {motor: 1_000, mobil: 2_000}",
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
        "E230",
        "two-meanings",
        Texts(
            '"{name}" mempunyai dua arti di tempat yang sama',
            "rumus yang menyebut {name} tidak akan tahu mana yang dimaksud, padahal nilainya dapat berbeda.",
            "",
            "Kolom, aturan, dan parameter yang terbaca dari satu tabel mempunyai nama yang berbeda-beda. Ganti "
            "salah satu nama itu; bila sebuah kolom bernama sama, kolom itu dapat diberi nama lain dengan `header` "
            "sebagai judulnya dalam berkas data.",
        ),
        Texts(
            '"{name}" means two things in the same place',
            "a formula that says {name} would not know which one is meant, and their values can differ.",
            "",
            "Columns, rules and parameters seen from one table all have different names. Rename one of them; a "
            "column can have another name than its heading in the data file, which is then said as `header`.",
        ),
        bad="columns: {jasa: {type: boolean}}\nrules: {orang: {jasa: …}}",
        good="columns: {membayar_jasa: {type: boolean, header: jasa}}\nrules: {orang: {jasa: …}}",
    ),
    Code(
        "E233",
        "first-version-too-late",
        Texts(
            "versi pertama aturan ini harus berlaku sejak {since} tanpa batas akhir",
            "kalau tidak, ada hari yang tidak mempunyai rumus, dan siapa pun yang dihitung pada hari itu tidak dapat "
            "dibayar.",
            "tulis effective_from: {since}",
            "Pada setiap hari sejak paket berlaku harus ada satu rumus. Versi pertama berlaku sejak hari itu; versi "
            "berikutnya menggantikannya, dan yang mempunyai `effective_to` hanya menggantikannya sampai hari itu. "
            "Aturan "
            "yang memang belum ada dahulu ditulis dengan versi pertama yang bernilai nol.",
        ),
        Texts(
            "the first version of this rule must hold from {since} on, without an end",
            "else some day has no formula, and whoever is computed on that day can't be paid.",
            "write effective_from: {since}",
            "There must be one formula on every day since the pack is in force. The first version holds from that day "
            "on; "
            "later ones replace it, and one with `effective_to` replaces it only up to that day. A rule that did not "
            "exist "
            "at first is written with a first version of zero.",
        ),
        bad="versions:\n  - effective_from: 2026-01-01   # paket berlaku sejak 2024-01-01\n    formula: tarif * lama",
        good="versions:\n"
        "  - effective_from: 2024-01-01\n"
        "    formula: 0 rupiah\n"
        "  - effective_from: 2026-01-01\n"
        "    formula: tarif * lama",
    ),
    Code(
        "E234",
        "before-outside-range",
        Texts(
            "{text} tidak mungkin menjadi isian kolom {name}",
            "nilai sebelum kolom itu ada dihitung seperti isian biasa, jadi harus berada dalam batas (`range`) "
            "kolomnya.",
            "",
            "`before` ialah nilai yang dipakai bagi bulan sebelum `effective_from`. Pilih nilai dalam batas kolom, "
            "atau lebarkan batasnya bila peraturan memang demikian.",
        ),
        Texts(
            "{text} can't be a cell of the column {name}",
            "the value from before the column was there is computed with like any cell, so it must lie within the "
            "`range` of the column.",
            "",
            "`before` is the value for the months before `effective_from`. Choose a value within the limits of the "
            "column, or widen them if that is the law.",
        ),
        bad="lama: {type: menit, range: 0..1_440, effective_from: 2026-01-01, before: 2_000}",
        good="lama: {type: menit, range: 0..1_440, effective_from: 2026-01-01, before: 0}",
    ),
    Code(
        "E290",
        "newer-eremun-needed",
        Texts(
            "paket ini memerlukan eremun {wanted} atau yang lebih baru, padahal yang terpasang {running}",
            "aturan yang ditulis untuk versi baru dapat memuat hal yang tidak dikenal, atau dibaca lain, oleh versi "
            "lama.",
            "pasang eremun {wanted} atau yang lebih baru, lalu jalankan lagi",
            "`eremun:` dalam pack.yaml menyebut versi terendah yang memahami paket ini. Bila yang terpasang lebih "
            "lama, "
            "tidak ada yang diperiksa atau dihitung. Nomor itu hanya boleh diturunkan bila paketnya memang berjalan "
            "dan "
            "lulus ujinya pada versi yang lebih lama.",
        ),
        Texts(
            "this pack needs eremun {wanted} or newer, but {running} is installed",
            "rules written for a newer version can say things that an older one does not know or reads otherwise.",
            "install eremun {wanted} or newer, then run again",
            "`eremun:` in pack.yaml says the lowest version that understands the pack. With an older one nothing is "
            "checked or computed. Lower the number only where the pack does work and pass its tests on an older "
            "version.",
        ),
        bad='eremun: ">=9.0"',
        good='eremun: ">=0.1"',
    ),
    Code(
        "E291",
        "version-form",
        Texts(
            'versi eremun "{text}" tidak dapat dibaca',
            "yang dapat ditulis ialah tanda >= dan dua bilangan dengan titik di antaranya.",
            'tulis eremun: ">={usual}"',
            '`eremun:` menyebut versi terendah yang memahami paket ini, misalnya `">=0.1"`. Versi tertinggi atau '
            "satu "
            "versi tertentu tidak dapat disebut: versi yang lebih baru memahami paket yang lama.",
        ),
        Texts(
            'the version of eremun "{text}" cannot be read',
            "what can be written is the sign >= and two numbers with a dot between them.",
            'write eremun: ">={usual}"',
            '`eremun:` says the lowest version that understands the pack, as in `">=0.1"`. A highest version or one '
            "single version can't be named: newer versions understand older packs.",
        ),
        bad="eremun: 0.1",
        good='eremun: ">=0.1"',
    ),
)
