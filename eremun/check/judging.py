"""Whether values can be worked out: divisors, arguments of tables, days, and fractions that nothing rounds."""

from __future__ import annotations

from eremun.check import typed as t
from eremun.check.facts import NO_FACTS, Facts
from eremun.check.faults import Faults
from eremun.check.ranges import Ranges
from eremun.check.reads import parts_of
from eremun.check.steps import ONE, Steps
from eremun.check.table_cells import Domain
from eremun.check.tables import check_arguments
from eremun.diagnostics.diagnostic import Mark
from eremun.model.fields import shown
from eremun.model.pack import Pack
from eremun.model.rules import Row, Table
from eremun.values.types import Kind


class Judge:
    """Judges typed formulas of which everything that they read has a step and a range. `reached`: of every table read,
    the rows of each version that some formula can reach."""

    def __init__(self, pack: Pack, steps: Steps, ranges: Ranges, faults: Faults) -> None:
        self.pack, self.steps, self.ranges, self.faults = pack, steps, ranges, faults
        self.reached: dict[str, list[set[int]]] = {}

    def whole(self, formula: t.Typed) -> None:
        """A value that no rule rounds must not be a fraction that varies."""
        division = self.steps.of(formula).division
        if division is not None:
            what = "@average" if isinstance(division, t.Aggregate) else "@division"
            self.faults.add("E333", division.span, what=what)

    def values(self, node: t.Typed, facts: Facts) -> None:
        """Divisors are at least 0, tables hold for all arguments: in every part, with what its conditions say."""
        if isinstance(node, t.If):
            self.values(node.condition, facts)
            self.values(node.then, self.ranges.facts(node.condition, True, facts))
            self.values(node.otherwise, self.ranges.facts(node.condition, False, facts))
            return
        if isinstance(node, t.Junction):
            for part in node.parts:
                self.values(part, facts)
                facts = self.ranges.facts(part, node.word == "and", facts)
            return
        if isinstance(node, t.Arithmetic) and node.sign == "/":
            self.divisor(node, facts)
        if isinstance(node, t.TableRead):
            self.arguments(node, facts)
        if isinstance(node, t.Arithmetic) and node.type.kind is Kind.DATE:
            self.days(node.right)
        if isinstance(node, t.MakeDate):
            self.days(node.value)
        for part in parts_of(node):
            self.values(part, NO_FACTS if isinstance(node, t.Aggregate) else facts)

    def divisor(self, node: t.Arithmetic, facts: Facts) -> None:
        constants = self.steps.constants(node.right)
        if constants is not None:
            if 0 in constants:
                set_at = self.pack.parameters[node.right.name].span if isinstance(node.right, t.ParameterRead) else None
                self.faults.add("E332", node.right.span, Mark(set_at, "@declared") if set_at else None)
            return
        found = self.ranges.of(node.right, facts)
        if found.low is None or found.low < 0:
            low = "@no_limit" if found.low is None else shown(ONE * found.low, node.right.type)
            self.faults.add("E331", node.right.span, low=low)

    def days(self, node: t.Typed) -> None:
        """What is added to a day, or read as one, is a whole number."""
        stepped = self.steps.of(node)
        if stepped.division is not None or stepped.step.denominator != 1:
            example = stepped.step if stepped.division is None else stepped.step / 3
            self.faults.add("E323", node.span, step=shown(example, node.type))

    def arguments(self, node: t.TableRead, facts: Facts) -> None:
        table = self.pack.tables[node.table]
        divided = next((a for a in node.arguments if self.steps.of(a).division), None)
        if divided is not None and table.hit not in ("unique", "first"):
            self.faults.add("E505", divided.span, table=table.name)
        domains = [self.domain(argument, facts) for argument in node.arguments]
        found = check_arguments(table, node.span, domains, self.pack, self.faults)
        known = self.reached.setdefault(table.name, [set() for _ in table.versions])
        for place, version in enumerate(table.versions):
            known[place] |= set(range(len(version.content))) if found is None else found[place]

    def out_of_reach(self) -> tuple[tuple[Table, Row], ...]:
        """The rows of the tables read that no formula can reach, as far as everything has been judged."""
        return tuple(
            (table, row)
            for name, versions in self.reached.items()
            for table in [self.pack.tables[name]]
            for version, reached in zip(table.versions, versions, strict=True)
            for place, row in enumerate(version.content)
            if place not in reached
        )

    def domain(self, node: t.Typed, facts: Facts) -> Domain:
        words = self.ranges.words.of(node, facts) if node.type.kind is Kind.ENUM else None
        return Domain(self.ranges.of(node, facts), self.ranges.grid(node), words)
