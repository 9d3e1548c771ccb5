"""E66x: what the maker of made-up months finds in a profile."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

SYNTH: tuple[Code, ...] = (
    Code(
        "E660",
        "synth-unknown",
        Texts(
            "`{name}` tidak dikenal di sini",
            "yang dikenal: {known}.",
            "",
            "Profil hanya dapat menyebut tabel dan kolom yang sudah dibuat sebelumnya: tabel menurut urutannya dalam "
            "berkas, kolom menurut urutannya dalam tabel.",
        ),
        Texts(
            "`{name}` is not known here",
            "known: {known}.",
            "",
            "A profile can only name tables and columns that were made before: tables in the order of the file, "
            "columns in the order of the table.",
        ),
        bad="pemeriksa: {copy: kunjungan.atasan}",
        good="pemeriksa: {copy: kunjungan.tamu}",
    ),
    Code(
        "E661",
        "synth-recipe",
        Texts(
            "cara membuat kolom ini menyebut {found}",
            "setiap kolom dibuat dengan satu cara saja, yaitu salah satu dari {known}.",
            "",
            "Cara membuat kolom ialah satu isian yang sama untuk semua baris, atau satu dari cara yang tersedia.",
        ),
        Texts(
            "the recipe of this column names {found}",
            "every column is made in one way only, one of {known}.",
            "",
            "A recipe is one cell, the same in every row, or one of the ways there are.",
        ),
        bad="jumlah: {words: {1: 60, 2: 40}, points: {0: 1, 100: 2}}",
        good="jumlah: {words: {1: 60, 2: 40}}",
    ),
    Code(
        "E662",
        "synth-value",
        Texts(
            "`{text}` tidak dapat menjadi isian {column}",
            "yang dapat: {wanted}.",
            "",
            "Isian dalam profil ditulis seperti dalam berkas CSV, menurut jenis dan batas yang ditetapkan inputs.yaml.",
        ),
        Texts(
            "`{text}` cannot be a cell of {column}",
            "it takes: {wanted}.",
            "",
            "Cells of a profile are written as in a CSV file, within the type and the limits that inputs.yaml sets.",
        ),
        bad="tingkat: {words: {3: 10, 5: 90}}",
        good="tingkat: {words: {4: 10, 5: 90}}",
    ),
    Code(
        "E663",
        "synth-missing",
        Texts(
            "{what} belum mempunyai {missing}",
            "tanpa itu data tidak dapat dibuat.",
            "",
            "Setiap tabel memerlukan banyaknya baris, dan setiap kolom yang tidak dapat diturunkan dari inputs.yaml "
            "memerlukan cara membuatnya.",
        ),
        Texts(
            "{what} has no {missing}",
            "without it there is nothing to make the data from.",
            "",
            "Every table needs a number of rows, and every column that inputs.yaml does not settle needs a recipe.",
        ),
        bad="kunjungan:\n  columns:\n    alasan: rapat",
        good="kunjungan:\n  rows: people/100\n  columns:\n    alasan: rapat",
    ),
    Code(
        "E664",
        "synth-key",
        Texts(
            "kunci tabel {table} tidak tunggal",
            "{count} dari {rows} baris memakai kunci yang sudah dipakai.",
            "",
            "Data tanpa kesalahan mempunyai kunci yang berbeda di setiap baris; pakailah {row} dalam pola kuncinya.",
        ),
        Texts(
            "the key of table {table} is not unique",
            "{count} of {rows} rows have a key that another row has.",
            "",
            "Data without faults has a different key in every row; use {row} in the pattern of the key.",
        ),
        bad="nomor: {pattern: K}",
        good='nomor: {pattern: "K{row:03}"}',
    ),
)
