"""Cells of a table in a CSV file beside the pack."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from eremun.diagnostics.diagnostic import Span
from eremun.model.fields import Collector, Fields, nearby
from eremun.model.law import Basis
from eremun.sources import syntax as s
from eremun.sources.packs import beside, inside, pack_of

if TYPE_CHECKING:
    from _csv import Reader

Line = tuple[tuple[s.Scalar, ...], Span]
Cited = tuple[tuple[s.Scalar, ...], Basis | None, Span]
RESTS = ("basis", "assumption")  # columns that say what a row alone rests on


def csv_entries(to: Collector, fields: Fields, form: str, width: int) -> Iterator[Cited]:
    """The wanted columns of every row of the file that `file` and `columns` name, each cell with its place. Behind them
    `columns` may name those that say what a row alone rests on; an empty cell says nothing."""
    place = Fields(to, fields.get(form), form, "file columns", fields.key_span(form))
    file, columns = place.scalar("file", needed=True), place.words("columns", needed=True)
    if file is None or not columns:
        return
    name = beside(file.span.file, file.text)
    text = to.files.get(name)
    if to.lost.has(file.text):
        to.trouble += 1
        return
    if text is None:
        beside_it = [inside(other) for other in to.files if pack_of(other) == pack_of(file.span.file)]
        to.refuse("E226", file.span, name=file.text, **nearby(file.text, beside_it))
        return
    own = [column.text for column in columns[width:] if column.text in RESTS]
    if len(columns) - len(set(own)) != width:
        to.refuse("E221", place.key_span("columns"), wanted=width, found=len(columns) - len(set(own)))
        return
    for cells, span in _lines(to, file.text, text, columns):
        said = {key: cell for key, cell in zip(own, cells[width:], strict=True) if cell.text}
        yield cells[:width], to.cite(*map(said.get, RESTS)), span


def _lines(to: Collector, file: str, text: str, columns: tuple[s.Scalar, ...]) -> Iterator[Line]:
    reader = csv.reader(text.splitlines())
    try:
        yield from _rows(to, file, reader, columns)
    except csv.Error:
        to.refuse("E100", Span(file, reader.line_num, 1, reader.line_num, 2), advice="")


def _rows(to: Collector, file: str, reader: Reader, columns: tuple[s.Scalar, ...]) -> Iterator[Line]:
    heading = [name.strip() for name in next(reader, [])]
    for column in columns:
        if column.text not in heading:
            to.refuse("E227", column.span, name=column.text, file=file, **nearby(column.text, heading))
            return
    places = [heading.index(column.text) for column in columns]
    for cells in reader:
        if cells:
            yield _line(file, reader.line_num, cells, places)


def _line(file: str, line: int, cells: list[str], places: list[int]) -> Line:
    scalars = []
    starts = list(accumulate((len(cell) + 1 for cell in cells), initial=1))
    for place in places:
        column = starts[min(place, len(cells))]
        cell = cells[place].strip() if place < len(cells) else ""
        scalars.append(s.Scalar(cell, Span(file, line, column, line, column + max(len(cell), 1))))
    return tuple(scalars), Span(file, line, 1, line, 2)
