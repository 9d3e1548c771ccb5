"""Large tables of values taken out of the formulas they stand in: each becomes a column of its own, which a join fills.

The program stays the same; the new columns are named `~` and a number, which no name of the language can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import TypeGuard

from eremun.engines.duckdb.formulas import is_direct
from eremun.plan.nodes import Aggregate, Cells, Column, Const, Derive, Derived, Node, Step, Steps
from eremun.plan.widths import Widths
from eremun.values.types import Kind


def lift(steps: Iterable[Step], widths: Widths) -> tuple[tuple[Step, ...], Widths]:
    """The steps with the lookups before them, and the widths of the columns added; a wide formula has wide parts."""
    lifter = _Lifter()
    lifted = tuple(new for step in steps for new in lifter.step(step, widths))
    wide = frozenset(lifter.wide)
    return lifted, Widths(widths.wide | wide, widths.stored | wide)


@dataclass
class _Lifter:
    wide: set[tuple[str, str]] = field(default_factory=set)
    count: int = 0

    def step(self, step: Step, widths: Widths) -> Iterator[Step]:
        if isinstance(step, Derive):
            added: list[Derived] = []
            items = tuple(
                replace(item, node=self.node(item.node, step.grain, (step.grain, item.name) in widths.wide, added))
                for item in step.items
            )
            yield from _one_by_one(step.grain, added)
            yield replace(step, items=items)
        elif isinstance(step, Aggregate):
            yield from self.aggregate(step, widths)
        else:
            yield step

    def aggregate(self, step: Aggregate, widths: Widths) -> Iterator[Step]:
        """Its formulas are computed on the finer rows, and so are the lookups in them."""
        added: list[Derived] = []
        items = []
        for item in step.items:
            wide = (step.grain, item.name) in widths.wide
            value = self.node(item.value, step.over, wide, added) if item.value is not None else None
            where = self.node(item.where, step.over, wide, added) if item.where is not None else None
            items.append(replace(item, value=value, where=where))
        yield from _one_by_one(step.over, added)
        yield replace(step, items=tuple(items))

    def node(self, node: Node, grain: str, wide: bool, added: list[Derived]) -> Node:
        changed = _with_parts(node, lambda part: self.node(part, grain, wide, added))
        if not isinstance(changed, (Cells, Steps)):
            return changed
        if not isinstance(changed.value, (Column, Const)) and _is_long(changed):
            changed = replace(changed, value=self.column(changed.value, grain, wide, added))
        return changed if is_direct(changed) else self.column(changed, grain, wide, added)

    def column(self, node: Node, grain: str, wide: bool, added: list[Derived]) -> Column:
        self.count += 1
        name = f"~{self.count}"
        added.append(Derived(name, node, Kind.NUMBER))
        if wide:
            self.wide.add((grain, name))
        return Column(name)


def _is_long(node: Cells | Steps) -> bool:
    """A formula that would be written out for every threshold is better computed once."""
    return len(node.cells if isinstance(node, Cells) else node.thresholds) > 3


def _one_by_one(grain: str, added: list[Derived]) -> Iterator[Step]:
    return (Derive(grain, (item,)) for item in added)


def _with_parts(node: Node, change: Callable[[Node], Node]) -> Node:
    """The node with each of its parts changed."""
    changes: dict[str, object] = {}
    for place in fields(node):
        value = getattr(node, place.name)
        if _is_node(value):
            changes[place.name] = change(value)
        elif isinstance(value, tuple) and value and _is_node(value[0]):
            changes[place.name] = tuple(change(part) for part in value)
    return replace(node, **changes) if changes else node  # type: ignore[arg-type]


def _is_node(part: object) -> TypeGuard[Node]:
    return is_dataclass(part)
