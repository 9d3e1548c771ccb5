"""E219-E228: the cells of decision tables, and findings."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

CELLS: tuple[Code, ...] = (
    Code(
        "E219",
        "one-form-of-cells",
        Texts(
            "{what} harus menyebut tepat satu dari cells, from, above, marginal, dan rows",
            "isi tabel dibaca dari salah satunya saja.",
            "",
            "`cells` memberi satu isi untuk setiap nilai, `from` satu isi mulai dari setiap batas sampai sebelum "
            "batas berikutnya, `above` satu isi di atas setiap batas sampai dengan batas berikutnya, `marginal` tarif "
            "bertingkat, `rows` satu baris syarat dan isi. Bila isinya berubah menurut waktu, semuanya ditulis di "
            "dalam `versions`, bukan di sampingnya.",
        ),
        Texts(
            "{what} must say exactly one of cells, from, above, marginal and rows",
            "the content of the table is read from one of them only.",
            "",
            "`cells` gives one content for each value, `from` one from each threshold to before the next, `above` one "
            "above each threshold up to and including the next, `marginal` progressive rates, `rows` one row of "
            "conditions and contents. Where the content changes over time they stand inside `versions`, not beside it.",
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
            "tulis menurut urutan {order}, setiap batas dengan isinya",
            "Di bawah `from` batas ditulis dari yang terkecil ke yang terbesar, dan setiap batas hanya sekali.",
        ),
        Texts(
            "the threshold {value} is not above the one before it",
            "each threshold holds up to the next one, so one of these would never hold.",
            "write them in the order {order}, each with its content",
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
            "siku; syarat yang selalu terpenuhi ditulis `-`. Baris yang dasarnya lain ditulis di bawah `row`, dengan "
            "`basis` atau `assumption` di sampingnya.",
        ),
        Texts(
            "this row has {found} cells, but the table has {wanted} columns",
            "a cell too few or too many moves others to the wrong column.",
            "",
            "A row under `rows` has one condition for each name under `in`, then one content for each name under "
            "`out`, in that order. Several values in one condition stand in square brackets; a condition that "
            "always holds is `-`. A row that rests on something of its own stands under `row`, with `basis` or "
            "`assumption` beside it.",
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
            "mungkin dimaksudkan {meant}",
            "Bilangan di dalam tabel mengikuti satuan yang disebut di bawah `in` dan `out`, dan batas kolom "
            "mengikuti `type`. Persen selalu ditulis dengan `%`: 5 persen ialah `5%`, sebab 5 saja berarti 500%. "
            "Satuan lain boleh tidak ditulis, atau ditulis sama seperti satuan kolomnya.",
        ),
        Texts(
            "{text} is not {unit}",
            "this place needs {unit}; percents are written with %, everything else without.",
            "perhaps {meant} is meant",
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
)
