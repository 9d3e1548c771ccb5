"""Definitions: the columns of a plan while it is made, each added when it is first asked for.

So their list is in an order in which they can be computed; `schedule` makes steps of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from eremun.check.checked import CheckedPack
from eremun.diagnostics.diagnostic import Diagnostic, Refused, fault
from eremun.model.inputs import Column, Relation
from eremun.plan import nodes as n
from eremun.plan.node_parts import columns_in
from eremun.plan.value import Value
from eremun.values.periods import Period, to_days
from eremun.values.types import Kind

NO_MATCH = n.Match((), ())
MOST_REASONS = 62


@dataclass(frozen=True)
class Definition:
    """One column of a grain. `needs`: (grain, column) it is computed from. The item is a Derived, Attached or
    Aggregated (None: whether there is a row); the last two come over `target` by
    `match`; `largest` as in their steps. A Share and a Find are steps of their own; so is a Group by a rule, which is
    the rows of its grain, named ""."""

    grain: str
    name: str
    item: n.Derived | n.Attached | n.Aggregated | n.Share | n.Find | n.Group | None
    needs: tuple[tuple[str, str], ...]
    target: str = ""
    match: n.Match = NO_MATCH
    largest: int | None = None


class Definitions:
    """`definitions` grows as formulas are lowered; `reasons` are the faults in the order of their bits; `faults`: for
    each rule that can be at fault, the column of its bits, or the one it has them all from; `missing`: the law that is
    not in force, by the column that says so."""

    def __init__(self, checked: CheckedPack, period: Period) -> None:
        self.checked, self.period = checked, period
        self.definitions: dict[tuple[str, str], Definition] = {}
        self.sources: dict[str, dict[str, Column]] = {name: {} for name in checked.pack.inputs}
        self.references: dict[str, dict[str, None]] = {name: {} for name in checked.pack.inputs}
        self.rejected: dict[str, dict[str, None]] = {name: {} for name in checked.pack.inputs}
        self.reasons: list[str] = list(checked.pack.outputs.blocked_reasons)
        self.missing: dict[str, Diagnostic] = {}
        self.faults: dict[tuple[str, str], n.Node] = {}
        self.aggregates: dict[object, Value] = {}
        self.built_in: dict[str, int | str] = {
            "start": to_days(period.start),
            "end": to_days(period.end),
            "days": period.days,
            "name": period.name,
        }

    def define(self, definition: Definition) -> n.Column:
        self.definitions.setdefault((definition.grain, definition.name), definition)
        return n.Column(definition.name)

    def derive(self, grain: str, name: str, node: n.Node, kind: Kind) -> n.Column:
        if isinstance(node, n.Column) and node.name == name:
            return node
        needs = tuple((grain, column) for column in columns_in(node))
        return self.define(Definition(grain, name, n.Derived(name, node, kind), needs))

    def bit(self, reason: str) -> n.Node:
        if reason not in self.reasons:
            self.reasons.append(reason)
        place = self.reasons.index(reason)
        if place >= MOST_REASONS:
            raise Refused(fault("E603", at=self.checked.pack.name, most=MOST_REASONS))
        return n.Const(1 << place)

    def source(self, grain: str, name: str) -> n.Node:
        """A column of the input a grain is read from."""
        self.sources[grain][name] = self.checked.pack.inputs[grain].columns[name]
        return n.Column(name)

    def reference(self, grain: str, relation: Relation) -> str:
        """The column with the row number that a required relation leads to."""
        self.references[grain][relation.name] = None
        return f"@{relation.name}"

    def rejections(self, grain: str, table: str) -> n.Column:
        """The column with the number of rejected rows of an input that carry a row's key."""
        self.rejected[grain][table] = None
        return n.Column(f"rejected({table})")
