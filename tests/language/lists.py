"""The pages of keys, words and codes, made from the code and from the texts beside this module."""

from __future__ import annotations

import re
from pathlib import Path

from eremun.diagnostics.codes import CODES, Code
from eremun.diagnostics.texts import PLACEHOLDER
from tests.language.examples import ROOT, Lang
from tests.language.key_texts import PLACES, Both, Place
from tests.language.word_texts import WORDS, Words

PAGES: dict[Lang, Path] = {"id": ROOT / "docs" / "daftar-kata.md", "en": ROOT / "docs" / "word-list.md"}
HEAD: Both = (
    """\
# Daftar kata

*English: [word-list.md](word-list.md). Dibuat oleh `python -m tests.language`; jangan disunting.*

Semua kunci YAML menurut tempatnya, semua kata rumus, dan semua kode pesan. Cara memakainya ada dalam
[bahasa aturan](bahasa-aturan.md).
""",
    """\
# Word list

*Bahasa Indonesia: [daftar-kata.md](daftar-kata.md). Made by `python -m tests.language`; do not edit.*

All keys of YAML by their place, all words of formulas, all codes of messages. How they are used is in
[the rule language](rule-language.md).
""",
)
TITLES: tuple[Both, ...] = (("Kunci", "Keys"), ("Kata", "Words"), ("Kode", "Codes"))
KEY_HEAD: Both = ("| kunci | untuk apa |", "| key | what it is for |")
WORD_HEAD: Both = ("| kata | ditulis | arti |", "| word | written | says |")
CODE_HEAD: Both = ("| kode | nama | pesan |", "| code | name | message |")
CODES_SAID: Both = (
    "Di tempat … pesan menyebut nama dan isi dari berkas Anda. `eremun rule KODE` menjelaskannya, dengan contoh yang salah dan yang "
    "benar.",
    "In place of … a message has names and contents of your files. `eremun rule CODE` explains it, with a bad and a good example.",
)
FAMILIES: dict[str, Both] = {
    "E1": ("Tulisan: berkas YAML dan rumus", "Text: YAML files and formulas"),
    "E2": ("Bentuk dan nama", "Form and names"),
    "E3": ("Arti: satuan, baris, pembagian", "Meaning: units, rows, divisions"),
    "E5": ("Tabel keputusan", "Decision tables"),
    "E6": ("Bulan yang dihitung, uji, data buatan", "The month computed, tests, made-up data"),
    "E7": ("Data masukan", "The data read"),
    "E8": ("Perintah dan berkas hasil", "Commands and files that come out"),
    "W3": ("Peringatan", "Warnings"),
    "N3": ("Catatan", "Notes"),
}


def page(lang: Lang) -> str:
    """The whole page."""
    place = 0 if lang == "id" else 1
    keys, words, codes = (title[place] for title in TITLES)
    parts = [HEAD[place], f"## {keys}\n", *(_place(one, place) for one in PLACES)]
    parts += [f"## {words}\n", *(_words(one, place) for one in WORDS)]
    parts += [f"## {codes}\n\n{CODES_SAID[place]}\n", *(_family(start, place) for start in FAMILIES)]
    return "\n".join(parts)


def _place(one: Place, place: int) -> str:
    rows = [f"| `{key}` | {texts[place]} |" for key, texts in one.keys.items()]
    return _table(f"`{one.written}`: {one.title[place]}", KEY_HEAD[place], rows)


def _words(one: Words, place: int) -> str:
    rows = [f"| `{word}` | `{written}` | {texts[place]} |" for word, (written, texts) in one.words.items()]
    return _table(one.title[place], WORD_HEAD[place], rows)


def _family(start: str, place: int) -> str:
    found = sorted((code for code in CODES.values() if code.code.startswith(start)), key=lambda code: code.code)
    return _table(FAMILIES[start][place], CODE_HEAD[place], [_code(code, place) for code in found])


def _code(code: Code, place: int) -> str:
    message = (code.id, code.en)[place].message
    text = PLACEHOLDER.sub(lambda found: found.group()[0] if found.group(1) is None else "…", message)
    return f"| {code.code} | {code.slug} | {text} |"


def _table(title: str, head: str, rows: list[str]) -> str:
    line = re.sub(r"[^|]+", "---", head)
    return "\n".join([f"### {title}\n", head, line, *rows]) + "\n"
