"""The reference engine under observation: which provisions a case reads, and which way each rule goes on each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from eremun.check import typed
from eremun.check.checked import CheckedException, CheckedRule
from eremun.diagnostics.diagnostic import Span
from eremun.engines.reference import law
from eremun.engines.reference.outcomes import Faults, Outcome, Settled, Value
from eremun.engines.reference.rules import Evaluation, chosen
from eremun.engines.reference.steps import Row
from eremun.intake.inputs import Inputs
from eremun.model.rules import Row as TableRow
from eremun.plan.plan import Plan
from eremun.testing.coverage.items import Read

Place = tuple[Row, str]


@dataclass(frozen=True)
class Branch:
    """One choice: a row of a table, an exception, or a branch of the `if` whose condition stands there."""

    kind: str  # row | exception | if
    name: str
    span: Span
    holds: bool = True


Step = tuple[tuple[str, str], frozenset[Branch]]


@dataclass
class Taken:
    """How one rule went on one row: its choices, and the rules it read."""

    key: tuple[str, str]
    branches: set[Branch] = field(default_factory=set)
    below: list[Place] = field(default_factory=list)

    @property
    def step(self) -> Step:
        return self.key, frozenset(self.branches)


class Watched(Evaluation):
    """An evaluation that remembers what it read. `read`: provisions, as items name them; `taken`: of each rule on each
    row."""

    def __init__(self, plan: Plan, inputs: Inputs) -> None:
        self.read: set[Read] = set()
        self.taken: dict[Place, Taken] = {}
        self._open = [Taken(("", ""))]
        super().__init__(plan, inputs, indexed=True)

    def value(self, row: Row, name: str) -> Outcome:
        if (row.grain, name) in self.checked.rules:
            self._open[-1].below.append((row, name))
        return super().value(row, name)

    def unrounded(self, rule: CheckedRule, row: Row) -> Settled:
        self.read.add(("rule", rule.grain, rule.name))
        taken = self.taken[row, rule.name] = Taken((rule.grain, rule.name))
        self._open.append(taken)
        try:
            return super().unrounded(rule, row)
        finally:
            self._open.pop()

    def exceptions_held(self, rule: CheckedRule, row: Row) -> list[CheckedException] | Faults:
        held = super().exceptions_held(rule, row)
        for exception in [] if isinstance(held, Faults) else chosen(held):
            self._open[-1].branches.add(Branch("exception", exception.name, exception.formula.span))
        return held

    def branched(self, node: typed.If, holds: bool) -> None:
        self._open[-1].branches.add(Branch("if", "", node.condition.span, holds))

    def parameter(self, row: Row, name: str, own: typed.Read | None) -> Settled:
        versions = self.checked.pack.parameters[name].versions
        version = law.in_force(versions, self.day_of_law(row, own))
        if version is not None:
            self.read |= {("parameter", name), ("parameter", name, str(versions.index(version)))}
        return super().parameter(row, name, own)

    def cell(self, row: Row, table: str, arguments: Sequence[Value], output: int, own: typed.Read | None) -> Settled:
        versions = self.checked.pack.tables[table].versions
        version = law.in_force(versions, self.day_of_law(row, own))
        if version is None:
            return super().cell(row, table, arguments, output, own)
        place = versions.index(version)
        self.read.add(("table", table))
        for number in law.places_that_count(self.checked.pack.tables[table], version.content, arguments):
            self.read.add(("cell", table, str(place), str(number)))
            self._open[-1].branches.add(_row_of(table, version.content[number]))
        return super().cell(row, table, arguments, output, own)

    def blocked(self, person: Row) -> frozenset[str]:
        self.read.add(("blocked",))
        return super().blocked(person)

    def steps_of(self, person: Row) -> set[Step]:
        """Every step on the way to what the person is paid or blocked for."""
        root = Taken(("", ""))
        self._open.append(root)
        self.blocked(person)
        self._open.pop()
        return {taken.step for taken in self._all_below(root)}

    def all_steps(self) -> set[Step]:
        """Every step taken so far."""
        return {taken.step for taken in self.taken.values()}

    def _all_below(self, root: Taken) -> Iterator[Taken]:
        waiting, passed = list(root.below), set[Place]()
        while waiting:
            place = waiting.pop()
            if place not in passed and place in self.taken:
                passed.add(place)
                waiting += self.taken[place].below
                yield self.taken[place]


def _row_of(table: str, row: TableRow) -> Branch:
    return Branch("row", table, row.span)
