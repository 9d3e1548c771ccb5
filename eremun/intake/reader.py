"""The door of intake: receives a plan and a folder, gives the standing rows of every table and all rejected ones.

Refuses, all together, files that are missing or no tables by the rules; guarantees rows in = standing + rejected.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from eremun.diagnostics.diagnostic import Diagnostic, Refused, fault
from eremun.intake.complete import missing_days
from eremun.intake.csv_file import open_csv
from eremun.intake.folder import Found, find_file, list_files
from eremun.intake.inputs import Inputs, InputTable
from eremun.intake.parquet_file import open_parquet
from eremun.intake.rejects import REJECTED, as_rejected
from eremun.intake.sheet import Sheet
from eremun.intake.table import Context, ReadTable, read_table
from eremun.model.inputs import Input
from eremun.plan.plan import InputPlan, Plan
from eremun.values.periods import Period

Progress = Callable[[str, int], None]


def read_inputs(plan: Plan, folder: Path, progress: Progress | None = None) -> Inputs:
    """The tables that a plan needs, from the files of a folder. Raises `Refused` with every fault of every file."""
    return read_tables(plan.inputs, plan.checked.pack.enums, plan.period, folder, progress)


def read_tables(
    declared: Mapping[str, InputPlan],
    enums: Mapping[str, tuple[str, ...]],
    period: Period,
    folder: Path,
    progress: Progress | None = None,
) -> Inputs:
    """As `read_inputs`, from the declared inputs. `progress` is told each table and its rows when it has been read."""
    with ThreadPoolExecutor(1) as pool:
        reading = _Reading(declared, Context(enums, period), folder, list_files(folder), pool, progress)
        for name in _targets_first(declared):
            reading.read(name)
        if reading.refused:
            order = list(declared)
            raise Refused(*(fault for name in order for fault in reading.refused.get(name, [])))
        return reading.inputs()


@dataclass
class _Reading:
    """Reading under way: what has been read, what was refused, and digests being computed meanwhile."""

    declared: Mapping[str, InputPlan]
    context: Context
    folder: Path
    files: list[Path]
    pool: ThreadPoolExecutor
    progress: Progress | None
    files_read: dict[str, str] = field(default_factory=dict)
    tables: dict[str, ReadTable] = field(default_factory=dict)
    digests: dict[str, Future[str]] = field(default_factory=dict)
    refused: dict[str, list[Diagnostic]] = field(default_factory=dict)

    def read(self, name: str) -> None:
        """Reads one table; one that refers to a refused table is opened, so that its own faults are told too."""
        try:
            self._read(name)
        except Refused as refused:
            self.refused[name] = list(refused.diagnostics)
        except OSError as error:
            file = Path(error.filename or name).name
            self.refused[name] = [fault("E716", at=file, file=file, cause=error.strerror or type(error).__name__)]

    def _read(self, name: str) -> None:
        plan = self.declared[name]
        found = find_file(name, self.files, self.folder)
        self.digests[name] = self.pool.submit(found.sha256)
        sheet = _open(found, plan.input.read_in(self.context.period.start))
        if any(target not in self.tables for target in _referred(plan.input)):
            return
        targets = {other: table.target for other, table in self.tables.items() if table.target is not None}
        table = read_table(sheet, plan, found.name, targets, self.context)
        if lacking := missing_days(plan.input, table, found.name, self.context.period):
            raise Refused(lacking)
        wanted = plan.rejected or any(name in _referred(other.input) for other in self.declared.values())
        self.files_read[name] = found.name
        self.tables[name] = table if wanted else replace(table, target=None)  # its keys may be many
        if self.progress:
            self.progress(name, table.rows_in)

    def inputs(self) -> Inputs:
        tables = {name: self._table(name) for name in self.declared}
        rejected = [as_rejected(name, self.tables[name].faults) for name in self.declared]
        return Inputs(tables, pl.concat([pl.DataFrame(schema=REJECTED), *rejected]))

    def _table(self, name: str) -> InputTable:
        table = self.tables[name]
        counts = [self._rejected(name, other) for other in self.declared[name].rejected]
        frame = table.frame.with_columns(counts)
        file, digest = self.files_read[name], self.digests[name].result()
        return InputTable(frame, file, digest, table.rows_in, table.rejected, table.ignored)

    def _rejected(self, name: str, other: str) -> pl.Series:
        """How many rejected rows of the other table carry the key of each standing row of this one."""
        target, carried = self.tables[name].target, self.tables[other].carried.get(name)
        counts = pl.repeat(0, self.tables[name].frame.height, dtype=pl.Int64, eager=True).alias(f"rejected({other})")
        if target is None or carried is None:
            return counts
        named = [target.rows(values).to_frame().with_row_index("by") for values in carried]
        hits = pl.concat(named).drop_nulls().unique()["row"].value_counts()  # a row that names it twice is one row
        return counts.scatter(hits["row"], hits["count"].cast(pl.Int64))


def _open(found: Found, declared: Input) -> Sheet:
    if found.suffix == ".csv":
        return open_csv(found, declared)
    if found.suffix == ".parquet":
        return open_parquet(found, declared)
    from eremun.intake.xlsx_file import open_xlsx  # late: most runs have no spreadsheet

    return open_xlsx(found, declared)


def _referred(declared: Input) -> list[str]:
    return [relation.target for relation in declared.relations if relation.required]


def _targets_first(declared: Mapping[str, InputPlan]) -> list[str]:
    """The tables in an order in which what a table refers to comes before it."""
    order: list[str] = []

    def visit(name: str) -> None:
        if name not in order:
            for target in _referred(declared[name].input):
                visit(target)
            order.append(name)

    for name in declared:
        visit(name)
    return order
