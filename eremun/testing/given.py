"""The data of a case: rows with defaults put in, one for each day of `a..b`, and the files a run would read."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod
from pathlib import Path

from eremun.diagnostics.diagnostic import fault
from eremun.model.inputs import Column, Input
from eremun.model.pack import Pack
from eremun.sources.syntax import Mapping as Entries
from eremun.sources.syntax import Node, Scalar
from eremun.testing.names import column_named, headings_of
from eremun.testing.shapes import Faults, entries_of, items_of, misshapen, text_of, unknown
from eremun.values.forms import in_form
from eremun.values.periods import Period, from_days, parse_date, to_days
from eremun.values.types import Kind

Cells = dict[str, str]
RANGE = re.compile(r"(\S+?)\.\.(\S+)")
RANGE_FORM = "2026-01-05..2026-01-09"
MOST_DAYS, MOST_ROWS = 1000, 10_000
NUMBER = re.compile(r"-?[0-9][0-9_]*(\.[0-9]+)?")
TABLE_FORM = "{…: [{…: …}]}"


def read_defaults(node: Node | None, pack: Pack, faults: Faults) -> dict[str, Cells]:
    """For each table named, what a cell holds that a row does not name."""
    found: dict[str, Cells] = {}
    for name, row in entries_of(node, "{…: {…: …}}", faults) if node is not None else ():
        table = pack.inputs.get(name.text)
        if table is None:
            faults.append(unknown(name, pack.inputs))
        elif isinstance(row, Entries):
            found[name.text] = next(_rows(table, row, faults), {})
        else:
            faults.append(misshapen(row, "{…: …}"))
    return found


def read_given(
    nodes: Sequence[Node], defaults: Mapping[str, Cells], pack: Pack, period: Period, faults: Faults
) -> dict[str, tuple[Cells, ...]]:
    """The rows of every table of the pack, those of the nodes one after the other; a table not named is empty."""
    named: dict[str, list[Cells]] = {}
    for name, rows in (entry for node in nodes for entry in entries_of(node, TABLE_FORM, faults)):
        table = pack.inputs.get(name.text)
        if table is None:
            faults.append(unknown(name, pack.inputs))
            continue
        items = items_of(rows, "- {…: …}", faults)
        named.setdefault(name.text, []).extend(row for item in items for row in _rows(table, item, faults))
    return {
        name: _filled(table, named.get(name, []), defaults.get(name), period) for name, table in pack.inputs.items()
    }


def write_tables(tables: Mapping[str, tuple[Cells, ...]], pack: Pack, folder: Path) -> None:
    """One CSV file for every table, as an office would send it."""
    for name, rows in tables.items():
        columns = pack.inputs[name].columns.values()
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([column.headers[0] if column.headers else column.name for column in columns])
            writer.writerows([[row.get(column.name, "") for column in columns] for row in rows])


def days_between(text: Scalar, faults: Faults) -> list[str]:
    """The days that `a..b` names, or the text itself where it is no range."""
    ends = None if text.quoted else RANGE.fullmatch(text.text)
    if ends is None:
        return [text.text]
    first, last = parse_date(ends.group(1)), parse_date(ends.group(2))
    if first is None or last is None or not 0 <= (last - first).days < MOST_DAYS:
        faults.append(misshapen(text, RANGE_FORM))
        return []
    return [from_days(day).isoformat() for day in range(to_days(first), to_days(last) + 1)]


def _rows(table: Input, row: Entries, faults: Faults) -> Iterator[Cells]:
    """One row, or one for each day of the ranges in it; a row with nothing that can be read is an empty one."""
    cells: dict[str, list[str]] = {}
    for name, value in row.entries:
        column, text = column_named(table, name.text), text_of(value, "…: …", faults)
        if column is None:
            faults.append(unknown(name, headings_of(table)))
        elif text is not None:
            cells[column.name] = _cell(column, text, faults)
    rows = prod(map(len, cells.values()))
    if rows > MOST_ROWS:
        faults.append(fault("E666", row.span, table=table.name, rows=rows, most=MOST_ROWS))
        return
    for combination in product(*cells.values()):
        yield dict(zip(cells, combination, strict=True))


def _cell(column: Column, text: Scalar, faults: Faults) -> list[str]:
    """What stands in the file: a day or number in the form of its column, what is quoted as it is."""
    cells = [text.text]
    if column.type.kind is Kind.DATE:
        cells = days_between(text, faults) or [""]
    elif column.type.kind is Kind.NUMBER and not text.quoted and NUMBER.fullmatch(text.text):
        cells = [text.text.replace("_", "")]
    return cells if text.quoted else [in_form(cell, column.format) for cell in cells]


def _filled(table: Input, rows: list[Cells], defaults: Cells | None, period: Period) -> tuple[Cells, ...]:
    """The rows with defaults put in, and after them a row for each day that a complete table lacks."""
    if defaults is None:
        return tuple(rows)
    lacking: list[Cells] = []
    if table.complete and table.date is not None:
        named = {row.get(table.date) for row in rows}
        form = table.columns[table.date].format
        days = (from_days(to_days(period.start) + place).isoformat() for place in range(period.days))
        lacking = [{table.date: day} for day in (in_form(day, form) for day in days) if day not in named]
    return tuple({**defaults, **row} for row in (*rows, *lacking))
