"""CSV text as the specification describes it: receives a file and the columns its table needs.

Gives the heading and the data rows as lists of raw cells, nothing trimmed and nothing converted.
Raises `Refused` for text that is not the CSV described; it never repairs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BLANKS = " \t\u00a0"
SEPARATORS = (",", ";")


class Refused(Exception):  # noqa: N818 - it is an answer
    """The run cannot be made at all from these inputs."""


@dataclass(frozen=True)
class Sheet:
    """The heading with blanks cut, and every data row with its cells as read."""

    heading: list[str]
    rows: list[list[str]]


def trim(cell: str) -> str:
    """Cut the spaces, tabs and no-break spaces at both ends; no other white space counts."""
    return cell.strip(BLANKS)


def read_sheet(path: Path, columns: list[str]) -> Sheet:
    """Read the file with the first separator whose heading names all the columns."""
    text = decoded(path)
    for separator in SEPARATORS:
        heading = first_record(text, separator)
        if set(columns) <= set(heading):
            refuse_repeated(heading, columns, path)
            return Sheet(heading, list(records(text, separator))[1:])
    raise Refused(f"{path.name}: the heading does not name every column")


def decoded(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(f"{path.name}: not UTF-8") from error
    return text.removeprefix("\ufeff")


def first_record(text: str, separator: str) -> list[str]:
    """The heading as this separator cuts it; none at all where it cannot."""
    try:
        return [trim(cell) for cell in next(records(text, separator), [])]
    except Refused:
        return []


def refuse_repeated(heading: list[str], columns: list[str], path: Path) -> None:
    for column in columns:
        if heading.count(column) > 1:
            raise Refused(f"{path.name}: column {column} stands twice in the heading")


def records(text: str, separator: str) -> Iterator[list[str]]:
    """Every line with at least one character, as its cells; a quoted cell may hold line ends."""
    at = 0
    while at < len(text):
        after_empty_line = after_line_end(text, at)
        if after_empty_line:
            at = after_empty_line
        else:
            cells, at = record(text, separator, at)
            yield cells


def record(text: str, separator: str, at: int) -> tuple[list[str], int]:
    """The cells of the record that begins here, and where the next line begins."""
    cells: list[str] = []
    while True:
        cell, at = quoted_cell(text, at + 1) if text.startswith('"', at) else plain_cell(text, separator, at)
        cells.append(cell)
        if at == len(text):
            return cells, at
        if text[at] == separator:
            at += 1
            continue
        after = after_line_end(text, at)
        if not after:
            raise Refused(f"neither a separator nor a line end at character {at + 1}")
        return cells, after


def plain_cell(text: str, separator: str, at: int) -> tuple[str, int]:
    """An unquoted cell runs to the separator or the line end; a quote inside is a character."""
    stop = re.compile(f"[{separator}\r\n]").search(text, at)
    end = stop.start() if stop else len(text)
    return text[at:end], end


def quoted_cell(text: str, at: int) -> tuple[str, int]:
    """A quoted cell runs to the first quote that is not doubled; a doubled one is one quote."""
    parts: list[str] = []
    while True:
        quote = text.find('"', at)
        if quote < 0:
            raise Refused("a quote is not closed")
        parts.append(text[at:quote])
        if not text.startswith('"', quote + 1):
            return "".join(parts), quote + 1
        parts.append('"')
        at = quote + 2


def after_line_end(text: str, at: int) -> int:
    """Where the next line begins if a line end (LF or CRLF) stands here, else 0."""
    if text.startswith("\n", at):
        return at + 1
    return at + 2 if text.startswith("\r\n", at) else 0
