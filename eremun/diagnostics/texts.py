"""The sentences of a diagnostic in one language: the catalogue's texts with the arguments put in.

Never fails: an unknown code or a missing argument still gives a message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from eremun.diagnostics.codes import CODES, Texts
from eremun.diagnostics.diagnostic import Diagnostic
from eremun.diagnostics.labels import INSIDE, LABELS
from eremun.diagnostics.langs import LANGS, Lang

WORDS: dict[Lang, dict[str, str]] = {
    "id": {
        "error": "Kesalahan",
        "warning": "Peringatan",
        "note": "Catatan",
        "reason": "Sebab",
        "fix": "Perbaikan",
        "explanation": "Penjelasan",
        "bad": "Salah",
        "good": "Benar",
        "unknown": "kode ini tidak ada dalam daftar",
        "message": "Bunyi pesannya",
        "dots": "(Di tempat … pesan menyebut nama dan isi dari berkas Anda.)",
    },
    "en": {
        "error": "Error",
        "warning": "Warning",
        "note": "Note",
        "reason": "Reason",
        "fix": "Fix",
        "explanation": "Explanation",
        "bad": "Bad",
        "good": "Good",
        "unknown": "this code is not in the list",
        "message": "The message",
        "dots": "(Where … stands, the message says names and contents of your files.)",
    },
}

PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([A-Za-z_]\w*)\}")
WORD_INSIDE = re.compile(r"@reason:[a-z]+")


def fill(template: str, arguments: Mapping[str, str]) -> str:
    """The template with each `{name}` replaced by its argument as it stands; `{{` and `}}` are braces, and a `{name}`
    without an argument stays."""

    def replaced(found: re.Match[str]) -> str:
        name = found.group(1)
        return found.group()[0] if name is None else arguments.get(name, found.group())

    return PLACEHOLDER.sub(replaced, template)


def texts_of(diagnostic: Diagnostic, lang: Lang) -> Texts:
    """Message, reason and fix of the diagnostic in that language. An argument that is a label is said in that language;
    a fix one of whose arguments is empty can't be typed and is left out."""
    code = CODES.get(diagnostic.code)
    if code is None:
        said = ", ".join(f"{name}: {value}" for name, value in diagnostic.arguments.items())
        return Texts(WORDS[lang]["unknown"] + (f" ({said})" if said else ""), "", "")
    texts = code.id if lang == "id" else code.en
    words = {name: label_text(value, lang) for name, value in diagnostic.arguments.items()}
    fix = texts.fix if all(words.get(name, name) for name in PLACEHOLDER.findall(texts.fix) if name) else ""
    return Texts(fill(texts.message, words), fill(texts.reason, words), fill(fix, words))


def slug_of(diagnostic: Diagnostic) -> str:
    """The slug of its code; empty where the catalogue does not know it."""
    code = CODES.get(diagnostic.code)
    return code.slug if code else ""


def label_text(label: str, lang: Lang) -> str:
    """What stands under the carets, or an argument; a label of the catalogue in that language, also a `@reason:…`
    inside other words; any other as it is."""
    place = LANGS.index(lang)
    known = LABELS.get(label)
    if known is not None:
        return known[place]
    return WORD_INSIDE.sub(lambda found: INSIDE.get(found.group(), (found.group(),) * 2)[place], label)


def severity_of(code: str) -> int:
    """As LSP numbers them: 3 for notes (N), which say what is so; 2 for warnings (W); 1 for all others, faults."""
    return {"N": 3, "W": 2}.get(code[:1], 1)
