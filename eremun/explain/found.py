"""Rows that were found by a day: which day was asked for, and which row held on it."""

from __future__ import annotations

from collections.abc import Iterator

from eremun.check import typed
from eremun.check.typed import Typed
from eremun.engines.reference.outcomes import Faults, Missing
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.steps import Row
from eremun.explain.formula_text import shown
from eremun.explain.tree import FoundLine
from eremun.values.types import DATE


def found_lines(world: Evaluation, node: Typed, row: Row) -> Iterator[FoundLine]:
    """A line for every relation on the way of a read that finds its row by a day."""
    for name in node.path if isinstance(node, typed.Read | typed.RowExists) else ():
        relation = world.checked.relations.get(row.grain, {}).get(name)
        above = world.follow(row, (name,))
        if isinstance(above, Faults):
            return
        if relation is not None and relation.as_of:
            yield _line(world, name, relation.target, world.rows.day(row, relation.as_of), above)
        if isinstance(above, Missing):
            return
        row = above


def _line(world: Evaluation, name: str, target: str, day: int | None, found: Row | Missing) -> FoundLine:
    table = world.checked.pack.inputs[target]
    ends = (None, None) if isinstance(found, Missing) else tuple(world.value(found, end) for end in table.spells)
    first, last = (shown(end, DATE) for end in ends)
    return FoundLine(name, table.label, shown(day, DATE), first, last)
