"""What can block a person, before there is any data: every place on the way to his outputs and promises where a value
may not exist, and the tables of which a rejected row blocks him.

Follows formulas as the plan does, with what conditions say (`ranges.facts`), so that what they exclude is not listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eremun.check import typed as t
from eremun.check.checked import CheckedPack, CheckedRule
from eremun.check.facts import NO_FACTS, Facts, exists_key, present_key
from eremun.check.meet import meetings
from eremun.check.missing import MISSING_OF_NONE
from eremun.check.ranges import DAYS
from eremun.check.reads import parts_of
from eremun.diagnostics.diagnostic import Span
from eremun.model.dated import begins
from eremun.model.inputs import Relation
from eremun.model.rules import Dated
from eremun.values.intervals import exactly
from eremun.values.periods import FIRST_DAY, LAST_DAY, to_days
from eremun.values.reasons import DIVISION_BY_ZERO, NO_LAW, NO_ROWS, NO_SUCH_DATE, REJECTED_DATA, TWO_EXCEPTIONS
from eremun.values.types import DATE, Kind

START = ((t.PERIOD,), t.PERIOD, "start")


@dataclass(frozen=True)
class Blocker:
    """A reason, as blocked.csv names it, where it arises, and what kind of thing there may not be (a label)."""

    reason: str
    cause: str
    span: Span


def blockers(checked: CheckedPack) -> list[Blocker]:
    """Each place once for each reason; promises, of which there are notes of their own, are not among them."""
    walk = _Walk(checked)
    for formula in checked.payroll:
        walk.whole(formula, checked.pack.person)
    walk.lines()
    for promise, formula in zip(checked.pack.ensures, checked.ensures, strict=True):
        walk.group(promise.grain)
        walk.need(formula, promise.grain, NO_FACTS)
    walk.rules()
    return [*walk.found, *_exceptions(checked, walk.seen), *_rejected(checked)]


def _exceptions(checked: CheckedPack, seen: set[tuple[str, str]]) -> Iterator[Blocker]:
    names = {name.partition("@")[0] for _, name in seen}
    for one in meetings(checked):
        if one.rule in names:
            yield Blocker(TWO_EXCEPTIONS, "@exceptions_together", one.second.span)


def _rejected(checked: CheckedPack) -> Iterator[Blocker]:
    for name, table in checked.pack.inputs.items():
        if table.when_rejected == "block" and checked.required_paths(name, checked.pack.person):
            yield Blocker(REJECTED_DATA, "@rejected_row", table.span)
            yield from (Blocker(REJECTED_DATA, "@row_condition", one.span) for one in table.requires)


def _in_force_since(versions: Sequence[Dated[Any]], since: int) -> bool:
    """Whether one of the versions is in force on that day and every later one."""
    for version in sorted(versions, key=lambda one: one.effective_from):
        if to_days(version.effective_from) <= since:
            since = LAST_DAY if version.effective_to is None else max(since, to_days(version.effective_to) + 1)
    return since >= LAST_DAY


class _Walk:
    """`found`: what can be at fault; `seen`: the rules that are read."""

    def __init__(self, checked: CheckedPack) -> None:
        self.checked, self.ranges = checked, checked.ranges
        self.found: dict[Blocker, None] = {}
        self.seen: set[tuple[str, str]] = set()
        self.open: list[CheckedRule] = []
        self.since = to_days(checked.pack.effective_from)  # the first day whose law is read

    def add(self, reason: str, cause: str, span: Span) -> None:
        self.found[Blocker(reason, cause, span)] = None

    def lines(self) -> None:
        """The lines below the payroll, of which only those that `where` chooses are needed."""
        lines, where, facts = self.checked.pack.outputs.lines, self.checked.lines_where, NO_FACTS
        if lines is None:
            return
        self.group(lines.grain)
        if where is not None:
            self.need(where, lines.grain, NO_FACTS)
            facts = self.ranges.facts(where, True, NO_FACTS)
        for formula in self.checked.lines:
            self.whole(formula, lines.grain, facts)

    # Rules

    def rules(self) -> None:
        """Every rule that has been read, and those that these read."""
        while self.open:
            rule = self.open.pop(0)
            self.since = max(to_days(self.checked.pack.effective_from), begins(rule.name))
            self.group(rule.grain)
            for item in rule.exceptions:
                self.need(item.when, rule.grain, NO_FACTS)
                self.whole(item.formula, rule.grain, self.ranges.facts(item.when, True, NO_FACTS))
            self.whole(rule.formula, rule.grain)

    def whole(self, formula: t.Typed, grain: str, facts: Facts = NO_FACTS) -> None:
        """What a rule or an output gives: a day must be one of the calendar."""
        self.need(formula, grain, facts)
        if formula.type.kind is Kind.DATE:
            self.in_calendar(formula, facts)

    def group(self, grain: str) -> None:
        """Whoever reads a group needs the rules that its rows are grouped by."""
        for key in self.checked.structure.behind(grain):
            self.rule(*key)

    def rule(self, grain: str, name: str) -> None:
        key = self.checked.structure.made_by(grain, name), name
        if key in self.checked.rules and key not in self.seen:
            self.seen.add(key)
            self.open.append(self.checked.rules[key])

    # Formulas

    def need(self, node: t.Typed, grain: str, facts: Facts) -> None:
        """Where a value is needed, its absence blocks."""
        for one in self.value(node, grain, facts):
            self.found[one] = None

    def value(self, node: t.Typed, grain: str, facts: Facts) -> list[Blocker]:
        """Adds what the formula can be at fault for; gives why it may be absent."""
        match node:
            case t.Read():
                return self.read(node, grain, facts)
            case t.Present(value=value):
                self.value(value, grain, facts)
                return []
            case t.Default(value=value, otherwise=otherwise):
                if self.value(value, grain, facts):
                    self.need(otherwise, grain, facts)
                return []
            case t.If():
                self.need(node.condition, grain, facts)
                self.need(node.then, grain, self.ranges.facts(node.condition, True, facts))
                self.need(node.otherwise, grain, self.ranges.facts(node.condition, False, facts))
                return []
            case t.Junction(word=word, parts=parts):
                for part in parts:
                    self.need(part, grain, facts)
                    facts = self.ranges.facts(part, word == "and", facts)
                return []
            case t.Aggregate():
                return self.aggregate(node)
            case t.RowExists(days=days):
                self.days(days, grain, facts)
                return []
        for part in parts_of(node):
            self.need(part, grain, facts)
        if isinstance(node, t.ParameterRead | t.TableRead):
            self.law(node, grain, facts)
        return self.own(node, facts)

    def own(self, node: t.Typed, facts: Facts) -> list[Blocker]:
        """What a node itself can be at fault for, or absent."""
        match node:
            case t.Arithmetic(sign="/", right=right):
                constant = self.ranges.steps.constants(right) is not None
                if not constant and self.ranges.can_be_zero(right, facts):
                    self.add(DIVISION_BY_ZERO, "@divisor_zero", right.span)
            case t.Share(amount=amount, by=by):
                low, shared = self.ranges.of(by).low, self.ranges.of(amount)
                if (low is None or low <= 0) and shared != exactly(0):
                    self.add(DIVISION_BY_ZERO, "@weights_zero", by.span)
            case t.DatePart(value=value):
                self.in_calendar(value, facts)
            case t.Months(start=start, end=end):
                self.in_calendar(start, facts)
                self.in_calendar(end, facts)
            case t.MakeDate(span=span):
                return [Blocker(NO_SUCH_DATE, "@no_such_day", span)]
        return []

    def law(self, node: t.ParameterRead | t.TableRead, grain: str, facts: Facts) -> None:
        """What is not in force on every day on which it can be read."""
        pack = self.checked.pack
        item = pack.parameters[node.name] if isinstance(node, t.ParameterRead) else pack.tables[node.table]
        path, on, name = ((), grain, self.checked.dates[grain]) if grain in self.checked.dates else START
        known = self.ranges.of(node.law or t.Read(path, on, name, DATE, node.span), facts).low
        since = max(self.since, FIRST_DAY if known is None else int(known))
        if not _in_force_since(item.versions, since):
            self.add(NO_LAW, "@not_in_force", item.span)

    def in_calendar(self, node: t.Typed, facts: Facts) -> None:
        known = self.ranges.of(node, facts)
        if known.meet(DAYS) != known or known.low is None or known.high is None:
            self.add(NO_SUCH_DATE, "@no_such_day", node.span)

    def aggregate(self, node: t.Aggregate) -> list[Blocker]:
        self.group(node.over)
        self.days(() if node.day is None else (node.day,), node.over, NO_FACTS)
        for part in (node.where, node.value):
            if part is not None:
                self.need(part, node.over, NO_FACTS)
        return [Blocker(NO_ROWS, "@no_rows", node.span)] if node.word in MISSING_OF_NONE else []

    def days(self, days: tuple[t.Read, ...], grain: str, facts: Facts) -> None:
        """The days by which rows are found."""
        for day in days:
            self.need(day, grain, facts)

    def read(self, node: t.Read, grain: str, facts: Facts) -> list[Blocker]:
        self.rule(node.grain, node.name)
        for name in node.path:
            self.group(name)
        self.days(node.days, grain, facts)
        if present_key(node) in facts:
            return []
        there = exists_key(node.path) in facts
        absent = [
            Blocker(one.name, "@row_missing", node.span)
            for one in self.relations(node.path, grain)
            if not (one.required or there)
        ]
        column = self.checked.structure.columns[node.grain].get(node.name)
        if column is not None and column.optional:
            absent.append(Blocker(node.name, "@cell_empty", node.span))
        return absent

    def relations(self, path: tuple[str, ...], grain: str) -> Iterator[Relation]:
        for name in () if path == (t.PERIOD,) else path:
            relation = self.checked.relations[grain][name]
            yield relation
            grain = relation.target
