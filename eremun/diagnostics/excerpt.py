"""Excerpts of source text with carets under the marked places.

Columns count characters from 1; carets stand under them whatever the width of a character, and long lines are cut.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from eremun.diagnostics.diagnostic import Mark, Span
from eremun.diagnostics.langs import Lang
from eremun.diagnostics.source_lines import lines_of
from eremun.diagnostics.texts import label_text

WIDEST = 110
AROUND = 30
TAB = "    "
ELLIPSIS = "…"
TURNS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


@dataclass(frozen=True)
class Underline:
    """A mark on one line: characters from `start` up to `end` (from 0), at least one."""

    start: int
    end: int
    caret: str
    label: str


def excerpts(marks: Sequence[Mark], sources: Mapping[str, str], lang: Lang) -> Iterator[str]:
    """The place of each file marked, its marked lines in order, under each line its marks; the first mark of all has
    carets, the others dashes."""
    gutter = gutter_width(marks)
    for file in dict.fromkeys(mark.span.file for mark in marks):
        inside = [mark for mark in marks if mark.span.file == file]
        yield f"{' ' * gutter}{'-->' if inside[0] is marks[0] else ':::'} {place(inside[0].span)}"
        yield from _file_lines(inside, marks[0], sources.get(file), gutter, lang)


def gutter_width(marks: Sequence[Mark]) -> int:
    """How many characters the largest line number takes."""
    return max((len(str(mark.span.line)) for mark in marks), default=1)


def place(span: Span) -> str:
    return f"{span.file}:{span.line}:{span.column}"


def visible(text: str) -> str:
    """The text with tabs as spaces, and characters that would move or hide the others replaced by visible ones."""
    return "".join(_visible_character(character) for character in text)


def _visible_character(character: str) -> str:
    if character == "\t":
        return TAB
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    hides = unicodedata.category(character) in ("Cc", "Zl", "Zp") or unicodedata.bidirectional(character) in TURNS
    return "\ufffd" if hides else character


def _file_lines(marks: list[Mark], first: Mark, text: str | None, gutter: int, lang: Lang) -> Iterator[str]:
    lines = () if text is None else lines_of(text)
    empty = f"{' ' * gutter} |"
    if text is not None:
        yield empty
    last = 0
    for number in sorted({mark.span.line for mark in marks}):
        if last and number > last + 1:
            yield "..."
        line = lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else None
        on_line = [_underline(mark, first, line or "", lang) for mark in marks if mark.span.line == number]
        if line is None:
            yield from (f"{empty} {one.label}" for one in on_line if one.label)
        else:
            yield from _marked_line(line, on_line, f"{number:>{gutter}} |", empty)
        last = number


def _underline(mark: Mark, first: Mark, line: str, lang: Lang) -> Underline:
    span = mark.span
    start = min(max(span.column - 1, 0), len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    label = " ".join(visible(part) for part in label_text(mark.label, lang).split("\n"))
    return Underline(start, max(min(end, len(line)), start + 1), "^" if mark is first else "-", label)


def _marked_line(line: str, marks: list[Underline], numbered: str, empty: str) -> Iterator[str]:
    for group in _together(line, sorted(marks, key=lambda mark: (mark.start, mark.end))):
        begin, end = _window(line, group)
        head = ELLIPSIS if begin else ""
        yield f"{numbered} {head}{visible(line[begin:end])}{ELLIPSIS if end < len(line) else ''}".rstrip()
        for mark in group:
            indent = cell_len(head) + cell_len(visible(line[begin : mark.start]))
            length = max(cell_len(visible(line[mark.start : min(mark.end, end)])), 1)
            yield f"{empty} {' ' * indent}{mark.caret * length} {mark.label}".rstrip()


def _together(line: str, marks: list[Underline]) -> list[list[Underline]]:
    """Marks that can be shown in one excerpt of the line, in order."""
    groups: list[list[Underline]] = []
    for mark in marks:
        if groups and (len(line) <= WIDEST or mark.end - groups[-1][0].start <= WIDEST - 2 * AROUND):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _window(line: str, marks: list[Underline]) -> tuple[int, int]:
    """Which characters of the line are shown: all, or so many that the marks stand among them."""
    if len(line) <= WIDEST:
        return 0, len(line)
    last = max(mark.end for mark in marks)
    begin = 0 if last <= WIDEST - AROUND else max(marks[0].start - AROUND, 0)
    begin = min(begin, len(line) - WIDEST)
    return begin, begin + WIDEST
