"""Whether an explanation says what the engine computed: every column of the payroll file, every reason for blocking.

Receives the person's row as the reference engine evaluates it and the frame of another engine; gives the differences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import polars as pl

from eremun.check.typed import Typed
from eremun.engines.reference.outcomes import Faults, Missing, Outcome
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.steps import Row
from eremun.explain.tree import Difference
from eremun.model.rules import OutputColumn
from eremun.outputs.payroll import stored_column
from eremun.plan.plan import ColumnInfo, Plan
from eremun.values.types import Kind

BLOCKED = "@blocked"
OWN_FORMULA = "output "
NOTHING = "-"


def differences(world: Evaluation, person: Row, frame: pl.DataFrame) -> tuple[Difference, ...]:
    """What the engine gave otherwise. `frame`: the person's grain as a run has it, one row per person in the order of
    the input, at least with the columns of the payroll file and `@blocked`."""
    cells = frame.row(person.position, named=True)
    return tuple(_found(world, person, cells))


def _found(world: Evaluation, person: Row, cells: Mapping[str, Any]) -> Iterator[Difference]:
    plan = world.plan
    columns = plan.checked.pack.outputs.payroll_columns
    for column, node in zip(columns, plan.checked.payroll, strict=True):
        here, there = _explained(world, person, column, node), _computed(plan, column, cells)
        if here != there:
            yield Difference(column.name, _text(here), _text(there))
    reasons = (world.blocked(person), _reasons(plan, int(cells[BLOCKED])))
    if reasons[0] != reasons[1]:
        yield Difference(BLOCKED, _text(reasons[0]), _text(reasons[1]))


def _explained(world: Evaluation, person: Row, column: OutputColumn, node: Typed) -> object:
    name, _ = stored_column(world.plan, column)
    outcome: Outcome
    outcome = world.formula(node, person) if name.startswith(OWN_FORMULA) else world.value(person, name)
    if isinstance(outcome, Faults):
        return outcome.reasons
    return None if isinstance(outcome, Missing) else outcome


def _computed(plan: Plan, column: OutputColumn, cells: Mapping[str, Any]) -> object:
    """The stored value as the reference engine would give it: a set of reasons where it is at fault."""
    name, info = stored_column(plan, column)
    if info.faulty and cells[f"{name}!"]:
        return _reasons(plan, int(cells[f"{name}!"]))
    if info.optional and not cells[f"{name}?"]:
        return None
    return _value(plan, info, cells[name])


def _value(plan: Plan, info: ColumnInfo, cell: Any) -> object:
    match info.type.kind:
        case Kind.NUMBER:
            return Fraction(int(cell)) * info.step
        case Kind.ENUM:
            return plan.checked.pack.enums[info.type.enum or ""][int(cell)]
        case _:
            return cell


def _reasons(plan: Plan, bits: int) -> frozenset[str]:
    return frozenset(name for bit, name in enumerate(plan.faults) if bits >> bit & 1)


def _text(value: object) -> str:
    """For whoever mends the program: the exact number, the names of the reasons."""
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or NOTHING
    return NOTHING if value is None else str(value)
