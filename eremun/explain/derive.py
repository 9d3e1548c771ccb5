"""From the record of the reference engine to the tree: each amount once, from the one that is paid out down to rows."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any, Literal

import polars as pl

from eremun.check import typed
from eremun.check.typed import PERIOD, Typed
from eremun.engines.reference.outcomes import Faults
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.steps import Row
from eremun.engines.reference.trace import Observed, Part, Record, observe, parts, record
from eremun.explain.causes import Causes
from eremun.explain.cited import citations, parameter_line, row_key, table_line
from eremun.explain.compared import differences
from eremun.explain.formula_text import filled, shown
from eremun.explain.found import found_lines
from eremun.explain.order import below, nodes_of, payroll_order
from eremun.explain.person import find_person
from eremun.explain.reasons import reasons_of
from eremun.explain.shared import shared
from eremun.explain.tree import (
    Because,
    Citation,
    Derivation,
    ExceptionLine,
    LeftOut,
    RowLine,
    RowsLine,
    Segments,
    Shown,
    Step,
)
from eremun.intake.inputs import Inputs
from eremun.model.rules import basis_on
from eremun.plan.plan import Plan
from eremun.values.rounding import Mode

MOST_ROWS = 500


def explain(plan: Plan, inputs: Inputs, key_text: str, computed: pl.DataFrame | None = None) -> Derivation:
    """The derivation of the amounts of the person with that key. Reads his rows only, and what others' amounts his
    depend on. `computed`: the frame of the person's grain that a run gave, with which the result is compared. Refused
    E810 where there is no such person, E811 where his row was rejected."""
    world = Evaluation(plan, inputs, indexed=False)
    person = find_person(world, inputs, key_text)
    derivation = derivation_of(world, person, key_text.strip())
    return derivation if computed is None else replace(derivation, differences=differences(world, person, computed))


def derivation_of(world: Evaluation, person: Row, key: str) -> Derivation:
    """The tree of one person's month, from an evaluation that may have been used before."""
    derive = Derive(world)
    facts, amounts = payroll_order(world.checked)
    # In the order of the graph, so that a long chain of rules is no deep recursion.
    needed = {name for _, node in amounts for name in below(world.checked, node)}
    for grain, rule in world.checked.order:
        if grain == person.grain and (grain, rule) in needed:
            world.value(person, rule)
    told = [(name, shown(world.formula(node, person), node.type, derive.step_of(node))) for name, node in facts]
    reasons = reasons_of(world, person, derive.step_of)
    steps = []
    for name, node in amounts:
        target = derive.target(node, person)
        if target is None or (target[0], target[1]) not in derive.told:
            steps.append(derive.amount(name, node, person))
    return Derivation(world.checked.pack.label, world.plan.period.name, key, tuple(told), reasons, tuple(steps))


class Derive:
    """Builds steps. `told`: the values that have been explained; a second mention only repeats the value."""

    def __init__(self, world: Evaluation) -> None:
        self.world = world
        self.told: set[tuple[Row, str]] = set()
        self.causes = Causes(world, self.step_of)

    def step_of(self, node: Typed) -> Fraction | None:
        """The step of a named value; None for any other part of a formula."""
        if isinstance(node, typed.Read):
            return self._step(node.grain, node.name)
        if isinstance(node, typed.Aggregate) and isinstance(node.value, typed.Read):
            return self._step(node.over, node.value.name)
        return None

    def _step(self, grain: str, name: str) -> Fraction | None:
        rule = self.world.checked.rules.get((grain, name))
        if rule is not None:
            return rule.step
        table = self.world.checked.pack.inputs.get(grain)
        column = None if table is None else table.columns.get(name)
        return None if column is None else column.step

    def target(self, node: Typed, row: Row) -> tuple[Row, str] | None:
        """The row and rule that a read leads to; None where it is no rule or there is no such row. A rule by which
        rows are grouped is told on the first row of the group, since all of them have its value."""
        if not isinstance(node, typed.Read):
            return None
        found = self.world.follow(row, node.path)
        if not isinstance(found, Row):
            return None
        if node.name in self.world.checked.structure.key_rules.get(found.grain, ()):
            found = self.world.down(found, self.world.checked.structure.made_by(found.grain, node.name), found.grain)[0]
        return (found, node.name) if (found.grain, node.name) in self.world.checked.rules else None

    def amount(self, name: str, node: Typed, row: Row) -> Step:
        """A column of the payroll file: the rule it reads, or a formula of its own."""
        target = self.target(node, row)
        if target is not None:
            return self.rule(*target)
        observed = observe(self.world, node, row)
        value, faults = self.settled(observed.outcome, node)
        text = filled(node, observed, self.step_of)
        return Step(row.grain, name, name, value, faults, "", text, **self.made_of([observed]))

    def rule(self, row: Row, name: str) -> Step:
        """A rule on a row, explained where it is for the first time."""
        rule = self.world.checked.pack.rules[(row.grain, name)]
        if (row, name) in self.told:
            value, faults = self.value_of(row, name)
            return Step(row.grain, name, rule.label, value, faults, repeated=True, **self.group_of(row))
        self.told.add((row, name))
        return self._first(record(self.world, row, name))

    def group_of(self, row: Row) -> dict[str, Any]:
        """Which group a row is, where it is one: nothing else in the explanation tells them apart."""
        group = self.world.checked.pack.groups.get(row.grain)
        return {} if group is None else {"group": group.label, "key": row_key(self.world, row, "")}

    def _first(self, found: Record) -> Step:
        rule = self.world.checked.pack.rules[(found.rule.grain, found.rule.name)]
        value, faults = self.value_of(found.row, rule.name)
        used = found.used
        made_of = self.group_of(found.row) | self.made_of([*found.conditions, *([used] if used else [])])
        return Step(
            rule.grain, rule.name, rule.label, value, faults, rule.text, *self.worked_out(found),
            self.bases(found), self.exceptions(found), **made_of,
        )  # fmt: skip

    def bases(self, found: Record) -> tuple[Citation, ...]:
        """What the rule rests on by the day of the row."""
        pack, day = self.world.checked.pack, self.world.day_of_law(found.row, found.rule.law)
        rule = pack.rules[(found.rule.grain, found.rule.name)]
        return citations(pack, basis_on(rule.basis, rule.later, day))

    def worked_out(self, found: Record) -> tuple[Segments, Shown | None, tuple[Mode | Literal["share"], Shown] | None]:
        """The formula with numbers put in, what it gives before it is rounded, and how it is rounded."""
        rule, used = found.rule, found.used
        if used is not None and isinstance(used.node, typed.Share):
            part = shared(self.world, used.node, used, self.step_of)
            step = shown(used.node.step, rule.type, used.node.step)
            return ((), None, None) if part is None else (part.text, part.exact, ("share", step))
        text = () if used is None else filled(used.node, used, self.step_of)
        if rule.rounding is None:
            return text, None, None
        step = shown(rule.rounding.step, rule.type, rule.rounding.step)
        return text, shown(found.unrounded, rule.type), (rule.rounding.mode, step)

    def exceptions(self, found: Record) -> tuple[ExceptionLine, ...]:
        pack = self.world.checked.pack
        rule = pack.rules[(found.rule.grain, found.rule.name)]
        lines = []
        for exception, condition in zip(rule.exceptions, found.conditions, strict=True):
            text = filled(condition.node, condition, self.step_of, named=True)
            is_chosen = found.chosen is not None and found.chosen.name == exception.name
            held = exception.name in found.held
            basis = citations(pack, exception.basis)
            lines.append(ExceptionLine(exception.name, exception.label, held, is_chosen, text, basis))
        return tuple(lines)

    def made_of(self, formulas: list[Observed]) -> dict[str, Any]:
        """What the formulas read: parameters, tables, aggregates and rules, each once."""
        world = self.world
        pairs = [(node, formula) for formula in formulas for node in nodes_of(formula.node)]
        read = [(node, formula) for node, formula in pairs if formula.of(node) is not None]
        named = {n.name: parameter_line(world, n, f) for n, f in read if isinstance(n, typed.ParameterRead)}
        tables = [table_line(world, n, f) for n, f in read if isinstance(n, typed.TableRead)]
        aggregates = [self.rows(n, f.row) for n, f in read if isinstance(n, typed.Aggregate)]
        targets = dict.fromkeys(t for n, f in read if (t := self.target(n, f.row)) is not None)
        return {
            "parameters": tuple(line for line in named.values() if line is not None),
            "tables": tuple(dict.fromkeys(table for table in tables if table is not None)),
            "aggregates": tuple(aggregates),
            "parts": tuple(self.rule(*target) for target in targets),
            "found": tuple(dict.fromkeys(line for n, f in read for line in found_lines(world, n, f.row))),
        }

    def settled(self, outcome: object, node: Typed) -> tuple[Shown | None, tuple[str, ...]]:
        if isinstance(outcome, Faults):
            return None, tuple(sorted(outcome.reasons))
        return shown(outcome, node.type, self.step_of(node)), ()  # type: ignore[arg-type]

    def value_of(self, row: Row, name: str) -> tuple[Shown | None, tuple[str, ...]]:
        outcome = self.world.value(row, name)
        if isinstance(outcome, Faults):
            return None, tuple(sorted(outcome.reasons))
        rule = self.world.checked.rules[(row.grain, name)]
        return shown(outcome, rule.type, rule.step), ()

    def rows(self, node: typed.Aggregate, row: Row) -> RowsLine:
        """The rows of an aggregate: first those that count, or of which that can't be told, then those of value 0, then
        those left out."""
        found = parts(self.world, node, row)
        total = shown(self.world.formula(node, row), node.type, self.step_of(node))
        label = self.label_of(node)
        if len(found) > MOST_ROWS and node.via == PERIOD:
            return RowsLine(node.word, node.over, label, total, (), (), len(found))
        counted = [part for part in found if part.held is not False]
        ordered = sorted(counted, key=lambda part: part.value == 0)
        lines = tuple(self.line(node, part) for part in ordered)
        return RowsLine(node.word, node.over, label, total, lines, self.left_out(node, found))

    def label_of(self, node: typed.Aggregate) -> str:
        pack = self.world.checked.pack
        if isinstance(node.value, typed.Read):
            rule = pack.rules.get((node.over, node.value.name))
            return node.value.name if rule is None else rule.label
        source = pack.inputs.get(node.over) or pack.groups.get(node.over) or pack.pairs.get(node.over)
        return node.over if source is None else source.label

    def line(self, node: typed.Aggregate, part: Part) -> RowLine:
        key = row_key(self.world, part.row, node.via)
        if isinstance(part.held, Faults):
            return RowLine(key, None, None, None, tuple(sorted(part.held.reasons)))
        if node.value is None:
            return RowLine(key, None, None, None)
        value, faults = self.settled(part.value, node.value)
        target = self.target(node.value, part.row)
        because = None
        if part.value == 0 and target is not None:
            because = self.causes.of_zero(*target)
        if target is None or because is not None:
            return RowLine(key, value, None, because, faults)
        return RowLine(key, value, self.rule(*target), None, faults)

    def left_out(self, node: typed.Aggregate, found: list[Part]) -> tuple[LeftOut, ...]:
        """The rows that `where` leaves out, those with the same failing part together."""
        if node.where is None:
            return ()
        alike: dict[Because, list[tuple[Shown, ...]]] = {}
        for part in found:
            if part.held is False:
                because = self.causes.of_false(node.where, part.row)
                alike.setdefault(because, []).append(row_key(self.world, part.row, node.via))
        return tuple(LeftOut(tuple(keys), because) for because, keys in alike.items())
