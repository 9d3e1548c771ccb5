"""Reading the nine tables: receives a folder of CSV files and the month.

Gives the rows that stand, the rows rejected, and every fault in the order of rejected.csv.
A row stands only if it has no fault of any kind; whoever refers to a row that fell, falls too.
"""

import re
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from .csv_text import Refused, Sheet, read_sheet, trim
from .tables import TABLES, Column, Month, Row, Table


@dataclass(frozen=True)
class Fault:
    """One line of rejected.csv."""

    table: str
    row: int
    column: str
    value: str
    reason: str
    keterangan: str


@dataclass
class Inputs:
    """What reading gave: rows that stand and rows rejected by table, and all faults in order."""

    standing: dict[str, list[Row]] = field(default_factory=dict)
    rejected: dict[str, list[Row]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


REASONS = {
    "empty": "Isian yang wajib ada masih kosong",
    "parse": "Isian tidak sesuai dengan bentuk yang ditentukan",
    "range": "Isian di luar batas yang ditentukan",
    "list": "Isian tidak ada dalam daftar yang ditentukan",
    "surplus": "Baris memuat lebih banyak sel daripada judul kolomnya",
    "duplicate": "Kunci baris ini dipakai oleh lebih dari satu baris",
    "reference": "Baris yang dirujuk tidak ada atau ikut ditolak",
}


def month_named(period: str) -> Month:
    """The month of a period YYYY-MM from 2022-01 on; an earlier one has no rates."""
    if not re.fullmatch("[0-9]{4}-(0[1-9]|1[0-2])", period) or period < "2022-01":
        raise Refused(f"period {period} cannot be computed")
    length = monthrange(int(period[:4]), int(period[5:]))[1]
    return Month(period, [f"{period}-{day:02}" for day in range(1, length + 1)])


def read_inputs(folder: Path, month: Month) -> Inputs:
    """Read the nine tables in their order, so that references always look back."""
    inputs = Inputs()
    sheets = {table.name: read_sheet(the_file(folder, table), names(table)) for table in TABLES}
    for table in TABLES:
        read_table(table, sheets[table.name], month, inputs)
    if {row["tanggal"] for row in inputs.standing["kalender"]} != set(month.days):
        raise Refused("kalender does not have every day of the period")
    return inputs


def the_file(folder: Path, table: Table) -> Path:
    """The one file of the table; this reading of the specification knows CSV only."""
    found = [folder / f"{table.name}.{form}" for form in ("csv", "parquet", "xlsx")]
    found = [path for path in found if path.is_file()]
    if len(found) != 1:
        raise Refused(f"table {table.name} has {len(found)} files")
    if found[0].suffix != ".csv":
        raise NotImplementedError(found[0].name)
    return found[0]


def names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def read_table(table: Table, sheet: Sheet, month: Month, inputs: Inputs) -> None:
    """Sort the rows of one table into those which stand and those rejected, with their faults."""
    width = len(sheet.heading)
    place = {name: sheet.heading.index(name) for name in names(table)}
    raws = [{n: cells[at] if at < len(cells) else "" for n, at in place.items()} for cells in sheet.rows]
    rows = [{name: trim(cell) for name, cell in raw.items()} for raw in raws]
    cell_faults = [faults_of_cells(table, row, month) for row in rows]
    repeated = repeated_keys(table, rows, cell_faults)
    known = {c.refers: keys_of(c.refers, inputs) for c in table.columns if c.refers}
    inputs.standing[table.name], inputs.rejected[table.name] = [], []
    for number, row in enumerate(rows):
        faulty = cell_faults[number]
        found = [(name, raws[number][name], reason) for name, reason in faulty.items()]
        found += surplus(sheet.rows[number][width:])
        found += duplicate(table, row, raws[number], repeated)
        found += references(table, row, raws[number], faulty, known)
        lines = [Fault(table.name, number + 1, *fault, REASONS[fault[2]]) for fault in found]
        lines += rule_broken(table, number + 1, row, raws[number], faulty)
        inputs.faults += lines
        (inputs.rejected if lines else inputs.standing)[table.name].append(row)


def faults_of_cells(table: Table, row: Row, month: Month) -> dict[str, str]:
    """The reason for each faulty cell, by column, in the order of the table's columns."""
    reasons = {column.name: reason_against(column, row[column.name], month) for column in table.columns}
    return {name: reason for name, reason in reasons.items() if reason}


def reason_against(column: Column, cell: str, month: Month) -> str:
    if not cell:
        return "" if column.optional else "empty"
    return column.check(cell, month)


def key_of(table: Table, row: Row) -> tuple[str, ...]:
    return tuple(row[name] for name in table.key)


def repeated_keys(table: Table, rows: list[Row], faults: list[dict[str, str]]) -> set[tuple[str, ...]]:
    """The keys that stand more than once among the rows whose key cells have no fault."""
    sound = [row for row, faulty in zip(rows, faults, strict=True) if not faulty.keys() & set(table.key)]
    counts = Counter(key_of(table, row) for row in sound) if table.key else Counter()
    return {key for key, count in counts.items() if count > 1}


def keys_of(name: str, inputs: Inputs) -> set[str]:
    """The keys of the rows which stand; every table referred to has a key of one column."""
    key = next(table.key[0] for table in TABLES if table.name == name)
    return {row[key] for row in inputs.standing[name]}


Found = list[tuple[str, str, str]]


def surplus(cells: list[str]) -> Found:
    return [("", ",".join(cells), "surplus")] if cells else []


def duplicate(table: Table, row: Row, raw: Row, repeated: set[tuple[str, ...]]) -> Found:
    if key_of(table, row) not in repeated:
        return []
    return [("+".join(table.key), "+".join(raw[name] for name in table.key), "duplicate")]


def references(table: Table, row: Row, raw: Row, faulty: dict[str, str], known: dict[str, set[str]]) -> Found:
    return [
        (column.name, raw[column.name], "reference")
        for column in table.columns
        if column.refers and column.name not in faulty and row[column.name] not in known[column.refers]
    ]


def rule_broken(table: Table, number: int, row: Row, raw: Row, faulty: dict[str, str]) -> list[Fault]:
    rule = table.rule
    if rule is None or faulty.keys() & set(rule.reads) or rule.holds(row):
        return []
    return [Fault(table.name, number, rule.blamed, raw[rule.blamed], "rule", rule.label)]
