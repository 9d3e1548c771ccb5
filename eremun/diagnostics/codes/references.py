"""E24x-E25x: names that are not there, and data that do not fit together."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

REFERENCES: tuple[Code, ...] = (
    Code(
        "E240",
        "column-unknown",
        Texts(
            '{table} tidak mempunyai kolom "{name}"',
            "kolom yang ada: {known}.",
            "mungkin dimaksudkan {nearest}",
            "`key`, `date`, `require`, serta kolom di dalam `references` dan `lookups` menyebut kolom dari tabel itu "
            "sendiri, dengan nama yang ditulis di bawah `columns`. `by` menyebut kolom, atau aturan dari tabel itu.",
        ),
        Texts(
            '{table} has no column "{name}"',
            "columns there are: {known}.",
            "perhaps {nearest} is meant",
            "`key`, `date`, `require` and the columns in `references` and `lookups` name columns of that table "
            "itself, as they stand under `columns`. `by` names columns, or rules of that table.",
        ),
        bad="key: [nomer]\ncolumns: {nomor: {type: text}}",
        good="key: [nomor]\ncolumns: {nomor: {type: text}}",
    ),
    Code(
        "E241",
        "table-unknown",
        Texts(
            'tidak ada data atau kelompok yang bernama "{name}"',
            "yang ada: {known}.",
            "mungkin dimaksudkan {nearest}",
            "Yang dimaksud di sini ialah tabel data di bawah `inputs` atau kelompok di bawah `groups`. Aturan "
            "berada pada salah satunya atau pada `period`, yaitu bulan yang dihitung. Tabel tarif di bawah `tables` "
            "dibaca dengan kurung siku dan bukan tempat aturan.",
        ),
        Texts(
            'there is no data or group called "{name}"',
            "there are: {known}.",
            "perhaps {nearest} is meant",
            "This must be a data table under `inputs` or a group under `groups`. Rules stand on one of them or on "
            "`period`, the month that is computed. Tables under `tables` are read with square brackets and carry no "
            "rules.",
        ),
        bad="rules: {kendaran: {biaya: …}}",
        good="rules: {kendaraan: {biaya: …}}",
    ),
    Code(
        "E242",
        "reference-columns",
        Texts(
            "{table} dikenali dengan {key}, tetapi di sini disebut {found}",
            "satu baris hanya ditemukan bila semua kolom kuncinya disebut, dengan urutan yang sama.",
            "",
            "Sesudah nama tabel disebut kolom dari tabel ini yang memuat kunci tabel itu, satu untuk setiap kolom "
            "kunci. Tabel dengan `key: none` tidak dapat dirujuk, sebab barisnya tidak dapat dibedakan.",
        ),
        Texts(
            "{table} is told apart by {key}, but here stands {found}",
            "a row is found only where all columns of its key are said, in the same order.",
            "",
            "After the name of the other table stand the columns of this one that hold its key, one for each column "
            "of the key. A table with `key: none` can't be referred to, as its rows can't be told apart.",
        ),
        bad="harian: {key: [nomor, tanggal], …}\nlookups: {harian: [nomor]}",
        good="harian: {key: [nomor, tanggal], …}\nlookups: {harian: [nomor, tanggal]}",
    ),
    Code(
        "E243",
        "reference-type",
        Texts(
            "kolom {name} berisi {found}, padahal kunci {table} berisi {wanted}",
            "isian yang berbeda jenisnya tidak akan pernah sama, jadi tidak satu baris pun ditemukan.",
            "",
            "Kolom yang merujuk tabel lain mempunyai `type` yang sama dengan kolom kunci tabel itu.",
        ),
        Texts(
            "the column {name} is {found}, but the key of {table} is {wanted}",
            "cells of different types are never equal, so no row would ever be found.",
            "",
            "A column that refers to another table has the same `type` as the key column of that table.",
        ),
        bad=(
            "kendaraan: {key: [nomor], columns: {nomor: {type: text}}}\n"
            "kunjungan: {columns: {nomor: {type: number}}, references: {kendaraan: [nomor]}, …}"
        ),
        good="kunjungan: {columns: {nomor: {type: text}}, references: {kendaraan: [nomor]}, …}",
    ),
    Code(
        "E244",
        "references-in-a-circle",
        Texts(
            "tabel-tabel ini saling mewajibkan: {circle}",
            "baris tabel yang satu baru sah bila baris yang lain sah, dan sebaliknya; tidak ada yang dapat dibaca "
            "lebih dahulu.",
            "",
            "`references` berarti baris yang dirujuk wajib ada. Salah satu rujukan dalam lingkaran itu dapat "
            "menjadi `lookups`, yang boleh tidak ada barisnya.",
        ),
        Texts(
            "these tables require each other: {circle}",
            "a row of the one stands only if a row of the other does, and the other way round; none can be read first.",
            "",
            "`references` means that the row must be there. One reference of the circle can become a `lookups`, "
            "where there may be no row.",
        ),
        bad="a: {references: {b: [kode]}, …}\nb: {references: {a: [kode]}, …}",
        good="a: {references: {b: [kode]}, …}\nb: {lookups: {a: [kode]}, …}",
    ),
    Code(
        "E245",
        "name-unknown",
        Texts(
            '"{name}" tidak dikenal pada {grain}',
            "yang dapat disebut di situ: {known}.",
            "mungkin dimaksudkan {nearest}",
            "Rumus pada suatu tabel dapat menyebut kolom dan aturan tabel itu, parameter, dan melalui titik kolom "
            "dan aturan tabel yang dirujuknya, misalnya `kendaraan.jenis`. Kata dari daftar pilihan hanya dikenal "
            "di seberang daftarnya, dan nilai dari banyak baris dijumlahkan dengan `sum(tabel.nama)`.",
        ),
        Texts(
            '"{name}" is not known on {grain}',
            "what can be said there: {known}.",
            "perhaps {nearest} is meant",
            "A formula on a table can name columns and rules of that table, parameters, and after a dot columns and "
            "rules of a table it refers to, as in `kendaraan.jenis`. A word of a list is known only opposite that "
            "list, and values of many rows are added with `sum(table.name)`.",
        ),
        bad="formula: tarf * lama",
        good="formula: tarif * lama",
    ),
    Code(
        "E246",
        "key-may-be-empty",
        Texts(
            "kolom {name} boleh kosong, padahal barisnya dibedakan dengan kolom itu ({table})",
            "dua baris dengan isian kosong tidak dapat dibedakan, dan salah satunya akan hilang atau terbayar dua "
            "kali.",
            "",
            "Kolom kunci dan kolom yang mengelompokkan baris selalu terisi: hapus `optional: true` pada kolom itu, "
            "atau pakai kolom lain sebagai kunci.",
        ),
        Texts(
            "the column {name} may be empty, but rows are told apart by it ({table})",
            "two rows with an empty cell can't be told apart, and one of them would be lost or paid twice.",
            "",
            "Columns of a key, and columns by which rows are grouped, are always filled in: remove `optional: true` "
            "from the column, or use another one as the key.",
        ),
        bad="key: [nomor]\ncolumns: {nomor: {type: text, optional: true}}",
        good="key: [nomor]\ncolumns: {nomor: {type: text}}",
    ),
    Code(
        "E247",
        "relation-unknown",
        Texts(
            'dari {grain} tidak ada hubungan yang bernama "{name}"',
            "hubungan yang ada: {known}.",
            "mungkin dimaksudkan {nearest}",
            "Di depan titik berada nama tabel yang dirujuk, seperti yang ditulis di bawah `references` atau "
            "`lookups`, atau nama kelompok yang memuat baris itu. Kelompok mewarisi hubungan yang kolomnya semua ada "
            "di dalam `by`. Dari mana pun `period` dapat disebut.",
        ),
        Texts(
            'from {grain} there is no relation called "{name}"',
            "relations there are: {known}.",
            "perhaps {nearest} is meant",
            "Before the dot stands the name of a table referred to, as it is under `references` or `lookups`, or of "
            "a group that the row is in. A group inherits the relations whose columns are all among its `by`. "
            "`period` can be named from anywhere.",
        ),
        bad="formula: kendaran.jenis = motor",
        good="formula: kendaraan.jenis = motor",
    ),
    Code(
        "E248",
        "decision-table-unknown",
        Texts(
            'tidak ada tabel yang bernama "{name}"',
            "tabel yang ada: {known}.",
            "mungkin dimaksudkan {nearest}",
            "Nama di depan kurung siku adalah tabel di bawah `tables`. Data di bawah `inputs` tidak dibaca dengan "
            "kurung siku, melainkan melalui hubungan dan titik.",
        ),
        Texts(
            'there is no table called "{name}"',
            "tables there are: {known}.",
            "perhaps {nearest} is meant",
            "The name before square brackets is a table under `tables`. Data under `inputs` are not read with "
            "square brackets, but through a relation and a dot.",
        ),
        bad="formula: tarif_jnis[jenis]",
        good="formula: tarif_jenis[jenis]",
    ),
    Code(
        "E249",
        "overrides-unknown",
        Texts(
            'aturan ini tidak mempunyai pengecualian lain yang bernama "{name}"',
            "pengecualian yang ada: {known}. Tanpa yang dikalahkan, dua pengecualian dapat berlaku sekaligus dan "
            "pembayarannya tertahan.",
            "mungkin dimaksudkan {nearest}",
            "`overrides` menyebut pengecualian lain dari aturan yang sama, yang tidak berlaku lagi bila "
            "pengecualian ini berlaku.",
        ),
        Texts(
            'this rule has no other exception called "{name}"',
            "its exceptions are: {known}. With nothing overridden, two exceptions can hold at once and block the "
            "payment.",
            "perhaps {nearest} is meant",
            "`overrides` names other exceptions of the same rule, which no longer hold where this one does.",
        ),
        bad="exceptions:\n  tamu: {…}\n  menginap: {overrides: [tami], …}",
        good="exceptions:\n  tamu: {…}\n  menginap: {overrides: [tamu], …}",
    ),
    Code(
        "E250",
        "group-of-a-group",
        Texts(
            "kelompok {name} dibuat dari kelompok lain, {of}",
            "kelompok menghimpun baris sebuah tabel data, bukan baris kelompok lain.",
            "",
            "Sebut tabel data asalnya di bawah `of`, dengan kolom yang lebih sedikit di bawah `by`. Jumlah dari "
            "jumlah tetap dapat dihitung dari tabel data itu.",
        ),
        Texts(
            "the group {name} is made of another group, {of}",
            "a group collects rows of a data table, not those of another group.",
            "",
            "Name the data table under `of`, with fewer columns under `by`. Sums of sums can be computed from that "
            "table as well.",
        ),
        bad="harian: {of: kunjungan, by: [nomor, masuk]}\nbulanan: {of: harian, by: [nomor]}",
        good="harian: {of: kunjungan, by: [nomor, masuk]}\nbulanan: {of: kunjungan, by: [nomor]}",
    ),
    Code(
        "E251",
        "date-column-type",
        Texts(
            "kolom {name} berisi {type}, padahal kolom ini menentukan peraturan yang berlaku bagi setiap baris",
            "dari isian yang bukan tanggal tidak dapat diketahui versi peraturan mana yang berlaku bagi baris itu.",
            "tulis {name}: {{type: date, range: period}}",
            "`date:` menyebut kolom tanggal. Versi parameter dan tabel yang berlaku pada tanggal itu dipakai untuk "
            "menghitung barisnya.",
        ),
        Texts(
            "the column {name} holds {type}, but it decides which law holds for each row",
            "from a cell that is no date it can't be told which version of a regulation holds for the row.",
            "write {name}: {{type: date, range: period}}",
            "`date:` names a column of dates. The versions of parameters and tables that are in force on that date "
            "are used to compute the row.",
        ),
        bad="date: masuk\ncolumns: {masuk: {type: text}}",
        good="date: masuk\ncolumns: {masuk: {type: date, range: period}}",
    ),
    Code(
        "E252",
        "output-name-unknown",
        Texts(
            '"{name}" di bawah {place} tidak dikenal',
            "yang dapat disebut di situ: {known}.",
            "mungkin dimaksudkan {nearest}",
            "Urutan dan kolom keempat berkas hasil menyebut kolom dan aturan dari yang dibayar. Berkas yang "
            "tertahan juga mempunyai `reason` dan `keterangan`; berkas yang ditolak dan temuan mempunyai kolomnya "
            "sendiri.",
        ),
        Texts(
            '"{name}" under {place} is not known',
            "what can be said there: {known}.",
            "perhaps {nearest} is meant",
            "Order and columns of the four files name columns and rules of who is paid. The blocked have `reason` "
            "and `keterangan` besides; the files of rejected rows and findings have columns of their own.",
        ),
        bad="payroll: {sort: [nomer], columns: [nomor, jumlah]}",
        good="payroll: {sort: [nomor], columns: [nomor, jumlah]}",
    ),
    Code(
        "E253",
        "reference-decimals",
        Texts(
            "kolom {name} ditulis dengan {found} desimal, padahal kunci {table} dengan {wanted} desimal",
            "bilangan yang sama disimpan berbeda di kedua kolom, jadi barisnya tidak akan ditemukan, atau yang "
            "ditemukan baris yang keliru.",
            "tulis `decimals: {wanted}` pada kolom {name}",
            "Kolom yang merujuk tabel lain mempunyai `decimals` yang sama dengan kolom kunci tabel itu.",
        ),
        Texts(
            "the column {name} is written with {found} decimals, but the key of {table} with {wanted} decimals",
            "the same number is stored differently in the two columns, so its row would not be found, or the wrong "
            "one would be.",
            "write `decimals: {wanted}` at the column {name}",
            "A column that refers to another table has the same `decimals` as the key column of that table.",
        ),
        bad=(
            "tempat: {key: [kode], columns: {kode: {type: number, decimals: 2}}}\n"
            "kunjungan: {columns: {kode: {type: number}}, lookups: {tempat: [kode]}, …}"
        ),
        good="kunjungan: {columns: {kode: {type: number, decimals: 2}}, lookups: {tempat: [kode]}, …}",
    ),
    Code(
        "E254",
        "date-column-of-any-day",
        Texts(
            "kolom {name} menentukan peraturan yang berlaku bagi setiap baris, tetapi dapat berisi hari di luar bulan "
            "yang dihitung",
            "yang dihitung hanya satu bulan, dengan peraturan yang berlaku pada hari-hari bulan itu.",
            "tulis {name}: {{type: date, range: period}}",
            "Kolom yang disebut di bawah `date:` hanya berisi hari dalam bulan yang dihitung; baris dengan hari lain "
            "ditolak.",
        ),
        Texts(
            "the column {name} decides which law holds for each row, but it may hold days outside the month that is "
            "computed",
            "only one month is computed, by the law that is in force on its days.",
            "write {name}: {{type: date, range: period}}",
            "The column named under `date:` holds only days of the month that is computed; rows with another day are "
            "rejected.",
        ),
        bad="date: masuk\ncolumns: {masuk: {type: date}}",
        good="date: masuk\ncolumns: {masuk: {type: date, range: period}}",
    ),
)
