"""E28x: what is read of closed months, and what a correction of one pays."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

CLOSED: tuple[Code, ...] = (
    Code(
        "E280",
        "closed-months-key",
        Texts(
            "{table} berisi bulan-bulan {grain} yang sudah ditutup, tetapi kuncinya {found}",
            "sebuah baris dikenali dari kunci {grain} dan bulannya, supaya tidak ada bulan yang dihitung dua kali.",
            "key: [{key}, bulan]",
            "Kunci tabel dengan `ledger` ialah kunci tabel yang disebutnya, lalu bulannya. Ada satu baris untuk setiap "
            "baris tabel itu dan setiap bulan tahun ini yang sudah ditutup.",
        ),
        Texts(
            "{table} holds closed months of {grain}, but its key is {found}",
            "a row is told apart by the key of {grain} and its month, so that no month is counted twice.",
            "key: [{key}, month]",
            "The key of a table with `ledger` is that of the table it names, and then the month. There is one row for "
            "each row of that table and each month of this year that is closed.",
        ),
        bad="sebelumnya: {ledger: kendaraan, key: [nomor], …}",
        good="sebelumnya: {ledger: kendaraan, key: [nomor, bulan], …}",
    ),
    Code(
        "E281",
        "closed-month-form",
        Texts(
            "kolom {name} menyebut bulan dari baris {table}, tetapi dapat berisi yang bukan bulan",
            "bulan ditulis sebagai bilangan 1 sampai 12, supaya dapat dibandingkan dengan bulan yang dihitung.",
            "{name}: {{type: number, range: 1..11}}",
            "Kolom bulan suatu tabel dengan `ledger` bilangan bulat dari 1 sampai 12. Baris dari bulan "
            "yang dihitung atau sesudahnya ditolak.",
        ),
        Texts(
            "the column {name} says the month of a row of {table}, but can hold what is no month",
            "a month is written as a number from 1 to 12, so that it can be compared with the one that is computed.",
            "{name}: {{type: number, range: 1..11}}",
            "The month column of a table with `ledger` is a whole number within 1 to 12. Rows of the month that is "
            "computed, or of a later one, are rejected.",
        ),
        bad="bulan: {type: number}",
        good="bulan: {type: number, range: 1..11}",
    ),
    Code(
        "E282",
        "closed-value-unknown",
        Texts(
            "{name} bukan kolom atau aturan {grain}, jadi bulan yang ditutup tidak memuatnya",
            "yang ada: {known}.",
            "mungkin dimaksudkan {nearest}",
            "Kolom tabel dengan `ledger` bernama seperti nilai yang dibacanya. Nilai itu kolom atau aturan tabel yang "
            "disebut `ledger`.",
        ),
        Texts(
            "{name} is no column or rule of {grain}, so no closed month has it",
            "there are: {known}.",
            "perhaps {nearest} is meant",
            "A column of a table with `ledger` is named like the value it reads. That is a column or a rule of the "
            "table that `ledger` names.",
        ),
        bad="sebelumnya: {ledger: kendaraan, columns: {jumlh: {type: rupiah}, …}}",
        good="sebelumnya: {ledger: kendaraan, columns: {jumlah: {type: rupiah}, …}}",
    ),
    Code(
        "E283",
        "closed-value-differs",
        Texts(
            "kolom {name} di sini {found}, tetapi pada {grain} {wanted}",
            "nilai bulan yang sudah ditutup harus dapat ditulis di sini tanpa diubah.",
            "{name}: {{type: {wanted}}}",
            "Kolom tabel dengan `ledger` bertipe sama dengan nilai yang dibacanya. Desimalnya cukup untuk nilai itu.",
        ),
        Texts(
            "the column {name} is {found} here, but {wanted} on {grain}",
            "the value of a closed month must fit here unchanged.",
            "{name}: {{type: {wanted}}}",
            "A column of a table with `ledger` has the type of the value it reads. Its decimals are enough for it.",
        ),
        bad="sebelumnya: {ledger: kendaraan, columns: {jumlah: {type: menit}, …}}",
        good="sebelumnya: {ledger: kendaraan, columns: {jumlah: {type: rupiah}, …}}",
    ),
    Code(
        "E284",
        "corrected-rule-unknown",
        Texts(
            "{name} bukan aturan {person} yang berisi angka, jadi tidak ada selisih yang dapat dibayar",
            "yang ada: {known}.",
            "mungkin dimaksudkan {nearest}",
            "`corrects` menyebut aturan yang selisihnya dibayar. Selisih itu timbul bila bulan yang sudah ditutup "
            "dihitung ulang, dan dibayar kepada {person}.",
        ),
        Texts(
            "{name} is no rule of {person} that holds a number, so there is no difference to pay",
            "there are: {known}.",
            "perhaps {nearest} is meant",
            "`corrects` names the rules whose differences are paid. They arise when a closed month is computed again, "
            "and are paid to {person}.",
        ),
        bad="corrects: [jumlh]",
        good="corrects: [jumlah]",
    ),
    Code(
        "E285",
        "corrected-twice",
        Texts(
            "{name} dihitung dari {other}, dan selisih keduanya akan dibayar",
            "selisih {other} sudah terkandung dalam selisih {name}, sehingga dibayar dua kali.",
            "hapus salah satunya, {name} atau {other}",
            "Di bawah `corrects` tidak ada aturan yang dihitung dari aturan lain di situ.",
        ),
        Texts(
            "{name} is computed from {other}, and the differences of both would be paid",
            "the difference of {other} is part of that of {name}, so it would be paid twice.",
            "take away one of the two, {name} or {other}",
            "Under `corrects`, no rule is computed from another that stands there.",
        ),
        bad="corrects: [bruto, neto]   # neto: bruto - pajak",
        good="corrects: [neto]",
    ),
)
