"""What `eremun rule CODE` shows of a code of the catalogue, and the list of all."""

from __future__ import annotations

import re
from textwrap import indent

from eremun.diagnostics.codes import CODES, Code
from eremun.diagnostics.langs import Lang
from eremun.diagnostics.texts import PLACEHOLDER, WORDS

WORD = re.compile(r"\w")
SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def rule_text(code: str, lang: Lang) -> str:
    """The code's slug, explanation, texts, and an example before and after; KeyError where there is no such code."""
    entry = CODES[code]
    texts, words = (entry.id if lang == "id" else entry.en), WORDS[lang]
    title = f"{entry.code} {entry.slug}"
    parts = [f"{title}\n{'=' * len(title)}"]
    parts += [texts.explanation.strip()] if texts.explanation else []
    parts += [
        f"{words[word]}: {text}"
        for word, text in (
            ("message", _without_arguments(texts.message)),
            ("reason", _without_arguments(texts.reason)),
            ("fix", _without_arguments(texts.fix)),
        )
        if WORD.search(text)
    ]
    parts += [words["dots"]] if any("…" in part for part in parts[2:]) else []
    parts += [
        f"{words[word]}:\n{indent(example.strip(chr(10)), '    ')}"
        for word, example in (("bad", entry.bad), ("good", entry.good))
        if example
    ]
    return "\n\n".join(parts)


def rule_list(lang: Lang) -> str:
    """All codes with slug and what they are about, one on a line."""
    entries = sorted(CODES.values(), key=lambda entry: entry.code)
    longest = max((len(entry.slug) for entry in entries), default=0)
    return "\n".join(f"{entry.code}  {entry.slug:<{longest}}  {_about(entry, lang)}" for entry in entries)


def _about(entry: Code, lang: Lang) -> str:
    """The first sentence of the explanation, since a message without its names says little."""
    texts = entry.id if lang == "id" else entry.en
    text = " ".join((texts.explanation or _without_arguments(texts.message)).split())
    return SENTENCE_END.split(text)[0].rstrip(".")


def _without_arguments(template: str) -> str:
    return PLACEHOLDER.sub(lambda found: found.group()[0] if found.group(1) is None else "…", template)
