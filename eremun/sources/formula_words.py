"""The words of a formula: numbers, dates, texts, names and signs, each with its place in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from eremun.diagnostics.diagnostic import Diagnostic, Span, fault
from eremun.diagnostics.source_lines import place_of
from eremun.sources.syntax import Scalar

Sort = Literal["number", "date", "text", "name", "sign", "end"]
LONGEST = 20_000
_WORD = re.compile(
    r"(?P<space>[ \t\r\n]+)"
    r"|(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9A-Za-z_]))"
    r"|(?P<number>[0-9][0-9_]*(?:\.[0-9]+)?%?)"
    r'|(?P<text>"[^"\n]*")'
    r"|(?P<name>[^\W\d_][\w]*)"
    r"|(?P<sign><=|>=|!=|[-+*/()\[\],.=<>])"
)


@dataclass(frozen=True, slots=True)
class Word:
    sort: Sort
    text: str
    span: Span


def words_of(scalar: Scalar, faults: list[Diagnostic]) -> list[Word] | None:
    """The words of a formula, an `end` word last; None where a sign belongs to no formula."""
    text = scalar.text
    if len(text) > LONGEST:
        faults.append(fault("E132", scalar.span, most=LONGEST))
        return None
    words: list[Word] = []
    place = 0
    while place < len(text):
        match = _WORD.match(text, place)
        if match is None:
            faults.append(_strange(text, place, scalar))
            return None
        if match.lastgroup != "space":
            words.append(Word(match.lastgroup, match.group(), span_of(scalar, place, match.end())))  # type: ignore[arg-type]
        place = match.end()
    end = len(text.rstrip())
    words.append(Word("end", "", span_of(scalar, end, end + 1)))
    return words


def span_of(scalar: Scalar, start: int, end: int) -> Span:
    """The place in the file of characters start to end of a scalar's text."""
    line, column = _place(scalar, start)
    end_line, end_column = _place(scalar, max(end - 1, start))
    return Span(scalar.span.file, line, column, end_line, end_column + 1)


def _place(scalar: Scalar, offset: int) -> tuple[int, int]:
    line, column = place_of(scalar.text, offset)
    return scalar.span.line + line, scalar.span.column + column + (1 if scalar.quoted else 0)


_MEANT = {"&": "and", "|": "or", "!": "not", "'": '"', "{": "(", "}": ")", ":": "/", "≤": "<=", "≥": ">=",
          "≠": "!=", "×": "*", "÷": "/", "–": "-", "−": "-", ";": ",",
          "“": '"', "”": '"', "‘": '"', "’": '"'}  # fmt: skip


def _strange(text: str, place: int, scalar: Scalar) -> Diagnostic:
    sign = text[place]
    span = span_of(scalar, place, place + 1)
    if sign == '"':
        return fault("E134", span)
    if text[place : place + 2] in ("&&", "||"):
        return fault("E131", span_of(scalar, place, place + 2), sign=sign * 2, meant=_MEANT[sign])
    if sign in _MEANT:
        return fault("E131", span, sign=sign, meant=_MEANT[sign])
    if number := re.search(r"[0-9._]+ +\Z", text[:place]) if sign == "%" else None:
        return fault("E131", span_of(scalar, number.start(), place + 1), sign=text[number.start() : place + 1],
                     meant=f"{number.group().rstrip()}%")  # fmt: skip
    return fault("E130", span, sign=sign)
