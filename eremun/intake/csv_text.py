"""CSV text, exactly: receives the bytes of a file, gives its heading, and its rows as lines that need no quotes.

Where a quoted cell holds a separator, a line end, a quote or nothing, `Plain` has a mark that the file never uses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NoReturn

from eremun.diagnostics.diagnostic import Refused, fault

BOM = b"\xef\xbb\xbf"
MARKS = tuple(chr(place) for place in range(0xE000, 0xF8FF))


@dataclass(frozen=True)
class Text:
    """The bytes of a CSV file, its name, and where its text begins (after a BOM)."""

    file: str
    data: bytes

    @property
    def start(self) -> int:
        return len(BOM) if self.data.startswith(BOM) else 0

    def line(self, at: int) -> int:
        return self.data.count(b"\n", 0, at) + 1

    def refuse(self, code: str, at: int) -> NoReturn:
        line = self.line(at)
        raise Refused(fault(code, at=f"{self.file}:{line}", file=self.file, line=line, byte=at + 1))


@dataclass(frozen=True)
class Plain:
    """Rows as lines that end in LF, after one empty line; `marks` stand for the characters beside them."""

    data: bytes
    marks: dict[str, str]


def first_record(text: Text, separator: bytes) -> tuple[list[str], int] | None:
    """The cells of the first line that has a character, and where the next line begins; None where there is none."""
    at = text.start
    while after := _line_end(text.data, at):
        at = after
    if at == len(text.data):
        return None
    cells: list[bytes] = []
    while True:
        cell, at = _cell(text, at, separator)
        cells.append(cell)
        if text.data[at : at + 1] != separator:
            break
        at += 1
    return [cell.decode().strip(" \t\u00a0") for cell in cells], _line_end(text.data, at) or at


def check_utf8(text: Text) -> None:
    """Refuses bytes that are no UTF-8, naming the first."""
    try:
        text.data.decode()
    except UnicodeDecodeError as error:
        text.refuse("E706", error.start)


def plain(text: Text, start: int, separator: bytes) -> Plain:
    """The rows from there on without quotes, without CR and without empty lines."""
    marks = _unused_marks(text.data)
    signs = (separator, b"\n", b"\r", b'"', b"")
    replacements = dict(zip(signs, (mark.encode() for mark in marks), strict=True))
    body = b"\n" + b"".join(_unquoted(text, start, separator, replacements))
    body = _without_cr(text, start, separator, body)
    body = re.sub(b"\n\n+", b"\n", body)
    return Plain(body, dict(zip(marks, (sign.decode() for sign in signs), strict=True)))


def _unused_marks(data: bytes) -> list[str]:
    unused: list[str] = []
    for mark in MARKS:
        if mark.encode() not in data:
            unused.append(mark)
        if len(unused) == 5:
            return unused
    raise ValueError("a text that uses all private characters")


@cache
def _simple_run(separator: bytes) -> re.Pattern[bytes]:
    """A run of text in which every quote belongs to a quoted cell that holds nothing to be marked, nor is a line.

    No possessive quantifiers: those of Python 3.11.2 take an unclosed quote for a cell (`"";"`)."""
    inside, after = b'[^"%b\r\n]' % separator, b"(?=[%b\n]|\r\n)" % separator
    first = b'(?<=\n)"(?:%b+"%b|"(?=%b))' % (inside, after, separator)
    other = b'(?<=%b)"%b*"%b' % (separator, inside, after)
    return re.compile(b'(?:[^"]*(?:%b|%b))+' % (first, other))


def _unquoted(text: Text, at: int, separator: bytes, marks: dict[bytes, bytes]) -> list[bytes]:
    data, parts, start, run = text.data, [], at, _simple_run(separator)
    while True:
        if simple := run.match(data, at):
            parts.append(simple[0].replace(b'"', b""))
            at = simple.end()
        quote = data.find(b'"', at)
        if quote < 0:
            parts.append(data[at:])
            return parts
        parts.append(data[at:quote])
        if quote == start or data[quote - 1 : quote] in (separator, b"\n"):
            cell, at = _quoted(text, quote, separator)
            parts.append(_marked(cell, marks))
        else:
            parts.append(marks[b'"'])
            at = quote + 1


def _marked(cell: bytes, marks: dict[bytes, bytes]) -> bytes:
    for sign, mark in marks.items():
        cell = cell.replace(sign, mark) if sign else cell or mark
    return cell


def _without_cr(text: Text, start: int, separator: bytes, body: bytes) -> bytes:
    if b"\r" not in body:
        return body
    if body.count(b"\r") != body.count(b"\r\n"):
        text.refuse("E709", _lone_cr(text, start, separator))
    return body.replace(b"\r\n", b"\n")


def _lone_cr(text: Text, at: int, separator: bytes) -> int:
    """Where the first CR without LF stands outside quotes; there is one."""
    while True:
        cell_end = _cell(text, at, separator)[1]
        if text.data[cell_end : cell_end + 1] == b"\r" and text.data[cell_end + 1 : cell_end + 2] != b"\n":
            return cell_end
        at = _line_end(text.data, cell_end) or cell_end + 1


def _cell(text: Text, at: int, separator: bytes) -> tuple[bytes, int]:
    if text.data[at : at + 1] == b'"':
        return _quoted(text, at, separator)
    end = _bare_end(separator).search(text.data, at)
    stop = end.start() if end else len(text.data)
    return text.data[at:stop], stop


@cache
def _bare_end(separator: bytes) -> re.Pattern[bytes]:
    return re.compile(b"[%b\r\n]" % separator)


def _quoted(text: Text, opening: int, separator: bytes) -> tuple[bytes, int]:
    """The content of the quoted cell that opens there, and what comes after its closing quote."""
    data, at = text.data, opening + 1
    while True:
        quote = data.find(b'"', at)
        if quote < 0:
            text.refuse("E707", opening)
        if data[quote + 1 : quote + 2] != b'"':
            break
        at = quote + 2
    after = data[quote + 1 : quote + 2]
    if after not in (b"", separator, b"\n", b"\r"):
        text.refuse("E708", quote + 1)
    return data[opening + 1 : quote].replace(b'""', b'"'), quote + 1


def _line_end(data: bytes, at: int) -> int:
    """Where the next line begins if a line end stands here, else 0."""
    if data[at : at + 1] == b"\n":
        return at + 1
    return at + 2 if data[at : at + 2] == b"\r\n" else 0
