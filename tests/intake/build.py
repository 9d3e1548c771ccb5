"""Inputs for the tests of reading: short ways to declare columns, relations and tables, and to read files."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import polars as pl

from eremun.diagnostics.diagnostic import Span
from eremun.intake.inputs import Inputs
from eremun.intake.reader import read_tables
from eremun.model.inputs import Column, Input, Relation
from eremun.plan.plan import InputPlan, RowRule
from eremun.values.periods import Period
from eremun.values.types import BOOLEAN, DATE, NIP, TEXT, Kind, Type, number
from eremun.values.units import NUMBER, Unit

JANUARY = Period(2026, 1)
ENUMS = {"warna": ("merah", "putih", "biru")}
NOWHERE = Span("inputs.yaml", 1, 1, 1, 1)
TYPES = {"text": TEXT, "nip": NIP, "date": DATE, "boolean": BOOLEAN, "number": number(NUMBER),
         "warna": Type(Kind.ENUM, enum="warna")}  # fmt: skip


def column(name: str, kind: str = "text", *, headers: tuple[str, ...] = (), decimals: int = 0, low: int | None = None,
           high: int | None = None, unit: Unit | None = None, in_period: bool = False, optional: bool = False,
           refuses_typed_number: bool = False) -> Column:  # fmt: skip
    """A column; low and high are in the column's own value."""
    return Column(
        name, number(unit) if unit else TYPES[kind], headers or (name,), NOWHERE, decimals,
        None if low is None else Fraction(low), None if high is None else Fraction(high), in_period, optional,
        refuses_typed_number,
    )  # fmt: skip


def table(name: str, *columns: Column, key: tuple[str, ...] = (), refers: dict[str, tuple[str, ...]] | None = None,
          rules: tuple[RowRule, ...] = (), rejected: tuple[str, ...] = (), complete: bool = False,
          keep: tuple[str, ...] | None = None) -> InputPlan:  # fmt: skip
    """A table and what the plan needs of it: all columns unless `keep` says which."""
    relations = tuple(Relation(to, to, own, True, NOWHERE) for to, own in (refers or {}).items())
    declared = Input(
        name, name, key, {one.name: one for one in columns}, relations, (), NOWHERE,
        date=key[0] if complete else None, complete=complete,
    )  # fmt: skip
    return InputPlan(declared, rules, tuple(declared.columns) if keep is None else keep, rejected, tuple(refers or {}))


def read(folder: Path, *tables: InputPlan) -> Inputs:
    """Reads the tables from a folder, for January 2026."""
    return read_tables({one.input.name: one for one in tables}, ENUMS, JANUARY, folder)


def read_text(folder: Path, text: str | bytes, *columns: Column, key: tuple[str, ...] = ()) -> Inputs:
    """Writes the text to t.csv and reads it as the table t."""
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "t.csv").write_bytes(data)
    return read(folder, table("t", *columns, key=key))


def faults(inputs: Inputs) -> list[tuple[int, str, str, str]]:
    """(row, column, value, reason) of every rejected cell, in order."""
    return inputs.rejected.select(pl.col("row"), "column", "value", "reason").rows()


def rows(inputs: Inputs, name: str = "t") -> list[tuple[object, ...]]:
    """The standing rows."""
    return inputs.tables[name].frame.rows()
