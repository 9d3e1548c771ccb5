"""Diagnostics as a person or an editor reads them: text with carets, or JSON in the shape of LSP diagnostics.

Receives diagnostics and the texts of the files they point into; gives a string, never fails on what they contain.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from textwrap import dedent, indent
from typing import Any, Literal, TextIO

from eremun.diagnostics.diagnostic import Diagnostic, Mark, Span
from eremun.diagnostics.excerpt import excerpts, gutter_width, visible
from eremun.diagnostics.langs import LANGS, Lang
from eremun.diagnostics.rules import rule_list, rule_text
from eremun.diagnostics.source_lines import lines_of
from eremun.diagnostics.texts import WORDS, label_text, severity_of, slug_of, texts_of

Format = Literal["text", "json"]
KINDS = {1: "error", 2: "warning", 3: "note"}

__all__ = ["Format", "Lang", "print_diagnostics", "render", "rule_list", "rule_text", "sorted_diagnostics"]


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], lang: Lang, format: Format) -> str:
    """All diagnostics in the order of the files in `sources`, lines and columns; those without a place come last.

    Text: blocks with a blank line between them. JSON: a list with one object for each. No line end at the end.
    """
    ordered = sorted_diagnostics(diagnostics, sources)
    if format == "json":
        return json.dumps([_as_json(one, sources, lang) for one in ordered], ensure_ascii=False, indent=2)
    return "\n\n".join("\n".join(_text_lines(one, sources, lang)) for one in ordered)


def sorted_diagnostics(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str]) -> list[Diagnostic]:
    """Faults, then warnings, then notes, each in the order of `sources`, then of files as they occur, then line and
    column; without a span, last."""
    named = (one.span.file for one in diagnostics if one.span)
    rank = {file: number for number, file in enumerate(dict.fromkeys((*sources, *named)))}

    def key(one: Diagnostic) -> tuple[int, int, int, int]:
        place = (rank[one.span.file], one.span.line, one.span.column) if one.span else (len(rank), 0, 0)
        return (severity_of(one.code), *place)

    return sorted(diagnostics, key=key)


def print_diagnostics(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], lang: Lang, format: Format, stream: TextIO
) -> None:
    """Writes them to the stream: in colour where it is a terminal and NO_COLOR is not set."""
    text = render(diagnostics, sources, lang, format)
    if format == "text" and stream.isatty() and not os.environ.get("NO_COLOR"):
        _print_coloured(text, stream)
    else:
        stream.write(text + "\n")


def _text_lines(one: Diagnostic, sources: Mapping[str, str], lang: Lang) -> Iterator[str]:
    words, texts, slug = WORDS[lang], texts_of(one, lang), slug_of(one)
    margin = " " * gutter_width(one.marks)
    kind = words[KINDS[severity_of(one.code)]]
    yield f"{kind}[{one.code}]{' ' + slug if slug else ''}: {_continued(texts.message, margin)}"
    if one.marks:
        yield from excerpts(one.marks, sources, lang)
    elif one.data_place:
        yield f"{margin}--> {visible(one.data_place)}"
    for word, text in (("reason", texts.reason), ("fix", texts.fix)):
        if text:
            yield f"{margin} = {words[word]}: {_continued(text, margin)}"
    if slug:
        yield f"{margin} = {words['explanation']}: eremun rule {one.code}"


def _continued(text: str, margin: str) -> str:
    """The text with its further lines moved under the first, keeping their own indents."""
    first, _, rest = text.strip("\n").partition("\n")
    if not rest:
        return visible(first)
    below = "\n".join(visible(line.rstrip("\r")) for line in dedent(rest).split("\n"))
    return f"{visible(first)}\n{indent(below, margin + '     ')}"


def _as_json(one: Diagnostic, sources: Mapping[str, str], lang: Lang) -> dict[str, Any]:
    span = one.span
    return {
        "file": span.file if span else None,
        "range": _range(span, sources) if span else None,
        "severity": severity_of(one.code),
        "code": one.code,
        "source": "eremun",
        "message": texts_of(one, lang).message,
        "relatedInformation": [_related(mark, sources, lang) for mark in one.marks[1:]],
        "data": {
            "slug": slug_of(one),
            "place": one.data_place or None,
            "label": label_text(one.marks[0].label, lang) if one.marks else "",
            **{language: _both(one, language) for language in LANGS},
            "arguments": dict(one.arguments),
        },
    }


def _both(one: Diagnostic, lang: Lang) -> dict[str, str]:
    texts = texts_of(one, lang)
    return {"message": texts.message, "reason": texts.reason, "fix": texts.fix}


def _related(mark: Mark, sources: Mapping[str, str], lang: Lang) -> dict[str, Any]:
    location = {"uri": mark.span.file, "range": _range(mark.span, sources)}
    return {"location": location, "message": label_text(mark.label, lang)}


def _range(span: Span, sources: Mapping[str, str]) -> dict[str, dict[str, int]]:
    lines = lines_of(sources.get(span.file, ""))
    return {
        "start": _position(lines, span.line, span.column),
        "end": _position(lines, span.end_line, span.end_column),
    }


def _position(lines: Sequence[str], line: int, column: int) -> dict[str, int]:
    """From 0, in UTF-16 units, as LSP counts where nothing else was agreed."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    beyond_the_plane = sum(ord(character) > 0xFFFF for character in text[: column - 1])
    return {"line": max(line - 1, 0), "character": max(column - 1, 0) + beyond_the_plane}


def _print_coloured(text: str, stream: TextIO) -> None:
    from rich.console import Console
    from rich.text import Text

    coloured = Text(text)
    coloured.highlight_regex(r"(?m)^(Kesalahan|Error)\[\w+\][^:\n]*", "bold red")
    coloured.highlight_regex(r"(?m)^(Peringatan|Warning)\[\w+\][^:\n]*", "bold yellow")
    coloured.highlight_regex(r"(?m)^(Catatan|Note)\[\w+\][^:\n]*", "bold blue")
    coloured.highlight_regex(r"(?m)^ +\| *\^+.*$", "bold red")
    coloured.highlight_regex(r"(?m)^ +\| *-+.*$", "cyan")
    coloured.highlight_regex(r"(?m)^ *(-->|:::|\.\.\.)|^ *\d* \||^ += [^:\n]*:", "not bold blue")
    Console(file=stream).print(coloured, soft_wrap=True)
