"""Reasons in words: why a person can't be paid, where the language itself says so, and why a row was rejected.

Each is (Bahasa Indonesia, English). A pack may say its own sentence instead.
"""

from __future__ import annotations

from eremun.values.reasons import DIVISION_BY_ZERO, NO_LAW, NO_ROWS, NO_SUCH_DATE, REJECTED_DATA, TWO_EXCEPTIONS

Spoken = tuple[str, str]

BLOCKED: dict[str, Spoken] = {
    DIVISION_BY_ZERO: (
        "Perhitungannya memuat pembagian dengan nol",
        "Its computation divides by zero",
    ),
    NO_SUCH_DATE: (
        "Sebuah tanggal yang diperlukan tidak ada dalam penanggalan",
        "A date that is needed is not in the calendar",
    ),
    NO_ROWS: (
        "Yang terkecil atau terbesar dicari dari data yang tidak ada satu baris pun",
        "The smallest or largest is wanted of data that have not a single row",
    ),
    TWO_EXCEPTIONS: (
        "Dua pengecualian sebuah aturan berlaku sekaligus; aturannya yang perlu diperbaiki, bukan datanya",
        "Two exceptions of a rule hold at once; the rule is to be mended, not the data",
    ),
    NO_LAW: (
        "Ketentuan yang diperlukan belum atau tidak lagi berlaku",
        "A provision that is needed is not yet or no longer in force",
    ),
    REJECTED_DATA: (
        "Ada baris data atas namanya yang ditolak",
        "A row of data in this person's name was rejected",
    ),
}

REJECTED: dict[str, Spoken] = {
    "empty": ("kosong", "empty"),
    "parse": ("bentuknya lain", "wrong form"),
    "range": ("di luar batas", "out of range"),
    "list": ("tidak ada dalam daftar", "not in the list"),
    "surplus": ("selnya terlalu banyak", "too many cells"),
    "duplicate": ("kuncinya ganda", "key used twice"),
    "backward": ("berakhir sebelum mulai", "ends before it begins"),
    "overlap": ("masanya bertumpang", "overlaps another spell"),
    "reference": ("rujukannya tidak ada", "refers to nothing"),
    "rule": ("melanggar syarat baris", "breaks a row rule"),
    "not_closed": ("bukan bulan sebelum bulan ini", "not a month before this one"),
}

OTHER_MINUS_USED: Spoken = (
    "Bilangan di bawah nol ditulis dengan - tepat di depan angkanya, misalnya {example}",
    "A number below zero is written with - directly before its digits, as in {example}",
)
WRONG_FORM: Spoken = ("Bentuknya bukan {form}", "Not of the form {form}")
