"""From outcomes to the canonical frames: whole numbers of steps, bits of faults."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import polars as pl

from eremun.engines.reference.blocking import is_shown, is_wanted
from eremun.engines.reference.outcomes import Faults, Missing, Outcome
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.steps import Row
from eremun.plan.plan import ColumnInfo
from eremun.plan.widths import Widths
from eremun.values.types import Kind

BLOCKED = "@blocked"
FINDING = "finding "
OUTPUT = "output "
LINE = "line "
SHOWN = "lines shown"
LARGEST = 2**63 - 1
_NOTHING: dict[Kind, int | bool | str] = {Kind.BOOLEAN: False, Kind.TEXT: ""}


def frame_of(world: Evaluation, grain: str, widths: Widths) -> pl.DataFrame:
    """The frame of a grain: the columns that `plan.columns` names, one row per row of the grain."""
    rows = world.rows.all(grain)
    series: list[pl.Series] = []
    for name, info in world.plan.columns[grain].items():
        if name != BLOCKED:
            outcomes = [_outcome(world, row, name) for row in rows]
            series += _column(world, name, info, outcomes, (grain, name) in widths.stored)
    if grain == world.plan.person:
        bits = [_bits(world, world.blocked(row)) for row in rows]
        series.append(pl.Series(BLOCKED, bits, pl.Int64))
    return pl.DataFrame(series)


def _outcome(world: Evaluation, row: Row, name: str) -> Outcome:
    if name.startswith(FINDING):
        findings = zip(world.checked.pack.findings, world.checked.findings, strict=True)
        wanted = (row.grain, name.removeprefix(FINDING))
        return next(world.formula(node, row) for found, node in findings if (found.grain, found.name) == wanted)
    if name.startswith(OUTPUT):
        outputs = zip(world.checked.pack.outputs.payroll_columns, world.checked.payroll, strict=True)
        return next(world.formula(node, row) for column, node in outputs if column.name == name.removeprefix(OUTPUT))
    if name == SHOWN:
        return is_shown(world, row)
    if name.startswith(LINE) and world.checked.pack.outputs.lines is not None:
        if not is_wanted(world, row):
            return Missing("")
        lines = zip(world.checked.pack.outputs.lines.columns, world.checked.lines, strict=True)
        return next(world.formula(node, row) for column, node in lines if column.name == name.removeprefix(LINE))
    return world.value(row, name)


def _column(world: Evaluation, name: str, info: ColumnInfo, outcomes: list[Outcome], wide: bool) -> list[pl.Series]:
    """The stored values, and beside them the bits of faults and whether an optional value is there."""
    stored = [_stored(world, name, info, outcome) for outcome in outcomes]
    series = [pl.Series(name, stored, _dtype(info, stored, wide), strict=True)]
    if info.optional:
        series.append(pl.Series(f"{name}?", [not isinstance(o, Missing) for o in outcomes], pl.Boolean))
    if info.faulty:
        series.append(pl.Series(f"{name}!", [_bits_of(world, outcome) for outcome in outcomes], pl.Int64))
    elif not name.startswith((OUTPUT, LINE)) and any(isinstance(outcome, Faults) for outcome in outcomes):
        raise ValueError(f"{name} has faults, and the plan says that it can have none")
    return series


def _stored(world: Evaluation, name: str, info: ColumnInfo, outcome: Outcome) -> int | bool | str:
    if isinstance(outcome, Faults | Missing):
        return _NOTHING.get(info.type.kind, 0)
    if info.type.kind is Kind.NUMBER:
        return _whole(name, Fraction(outcome) / info.step)
    if info.type.kind is Kind.BOOLEAN:
        return bool(outcome)
    if info.type.kind is Kind.ENUM and info.type.enum is not None:
        return world.checked.pack.enums[info.type.enum].index(str(outcome))
    return outcome if isinstance(outcome, str) else int(outcome)


def _whole(name: str, value: Fraction) -> int:
    if value.denominator != 1:
        raise ValueError(f"{name}: {value} is no whole number of steps")
    return value.numerator


def _dtype(info: ColumnInfo, stored: list[Any], wide: bool) -> pl.DataType:
    if info.type.kind is Kind.BOOLEAN:
        return pl.Boolean()
    if info.type.kind is Kind.TEXT:
        return pl.String()
    return pl.Int128() if wide or any(abs(value) > LARGEST for value in stored) else pl.Int64()


def _bits_of(world: Evaluation, outcome: Outcome) -> int:
    return _bits(world, outcome.reasons) if isinstance(outcome, Faults) else 0


def _bits(world: Evaluation, reasons: frozenset[str]) -> int:
    return sum(1 << world.plan.faults.index(reason) for reason in reasons)
