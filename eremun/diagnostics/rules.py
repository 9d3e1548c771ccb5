"""What `eremun rule CODE` shows of a code of the catalogue, and the list of all."""

from __future__ import annotations

from textwrap import indent

from eremun.diagnostics.codes import CODES
from eremun.diagnostics.texts import PLACEHOLDER, WORDS, Lang


def rule_text(code: str, lang: Lang) -> str:
    """The code's slug, texts, explanation, and an example before and after; KeyError where there is no such code."""
    entry = CODES[code]
    texts, words = (entry.id if lang == "id" else entry.en), WORDS[lang]
    title = f"{entry.code} {entry.slug}"
    parts = [f"{title}\n{'=' * len(title)}", _without_arguments(texts.message)]
    parts += [f"{words[word]}: {_without_arguments(text)}" for word, text in
              (("reason", texts.reason), ("fix", texts.fix)) if text]
    parts += [texts.explanation.strip()] if texts.explanation else []
    parts += [f"{words[word]}:\n{indent(example.strip(chr(10)), '    ')}" for word, example in
              (("bad", entry.bad), ("good", entry.good)) if example]
    return "\n\n".join(parts)


def rule_list(lang: Lang) -> str:
    """All codes with slug and message, one on a line."""
    entries = sorted(CODES.values(), key=lambda entry: entry.code)
    longest = max((len(entry.slug) for entry in entries), default=0)
    messages = (_without_arguments((entry.id if lang == "id" else entry.en).message) for entry in entries)
    return "\n".join(
        f"{entry.code}  {entry.slug:<{longest}}  {' '.join(message.split())}"
        for entry, message in zip(entries, messages, strict=True)
    )


def _without_arguments(template: str) -> str:
    return PLACEHOLDER.sub(lambda found: found.group()[0] if found.group(1) is None else "…", template)
