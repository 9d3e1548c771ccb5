"""Rules on rows: each is evaluated when it is first read, remembered, and rounded once at its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from eremun.check.checked import CheckedException, CheckedRule
from eremun.check.typed import PERIOD, If, Read, Share, Typed
from eremun.engines.reference import law
from eremun.engines.reference.blocking import reasons_of
from eremun.engines.reference.formulas import need
from eremun.engines.reference.outcomes import Faults, Missing, Outcome, Settled, Value, one, settle, union
from eremun.engines.reference.shares import Shares
from eremun.engines.reference.steps import Row, Rows
from eremun.intake.inputs import Inputs
from eremun.model.inputs import Column
from eremun.model.rules import Row as TableRow
from eremun.plan.plan import Plan
from eremun.values.periods import from_days, is_day, to_days
from eremun.values.reasons import NO_LAW, NO_SUCH_DATE, TWO_EXCEPTIONS
from eremun.values.rounding import round_to
from eremun.values.types import Kind, Type


class Evaluation:
    """All rows of a run and what the rules give on them. `indexed`: all of them will be asked for, not one person's."""

    def __init__(self, plan: Plan, inputs: Inputs, *, indexed: bool) -> None:
        self.plan = plan
        self.checked = plan.checked
        self.seen: dict[int, Outcome] | None = None
        frames = {name: table.frame for name, table in inputs.tables.items() if name in self.checked.pack.inputs}
        self.rows = Rows(plan.checked, frames, self.value, indexed)
        self._blocked: dict[Row, frozenset[str]] = {}
        self.shares = Shares(self)

    def value(self, row: Row, name: str) -> Outcome:
        """The outcome of a column or rule on the row."""
        if name not in row.memo:
            row.memo[name] = self._first_read(row, name)
        return row.memo[name]

    def follow(self, row: Row, path: Sequence[str]) -> Row | Missing | Faults:
        """The row that the relations lead to, or the relation whose row is not there, or why nothing tells which."""
        for name in path:
            lost = None if name == PERIOD else self.rows.lost(row, name)
            if lost is not None:
                return lost
            above = self.rows.period if name == PERIOD else self.rows.up(row, name)
            if above is None:
                return Missing(name)
            row = above
        return row

    def down(self, row: Row, over: str, via: str) -> list[Row]:
        return self.rows.down(row, over, via)

    def lost_below(self, row: Row, over: str, via: str) -> list[tuple[Row, Faults]]:
        return self.rows.lost_below(row, over, via)

    def lost_beside(self, row: Row, name: str) -> Faults | None:
        """For whoever reads a rule of a group: the faults of rows that may be in the group as well."""
        return self.rows.lost_beside(row) if (row.grain, name) in self.checked.rules else None

    def parameter(self, row: Row, name: str, own: Read | None) -> Settled:
        version = law.in_force(self.checked.pack.parameters[name].versions, self.day_of_law(row, own))
        return one(NO_LAW) if version is None else version.content

    def table_row(self, row: Row, table: str, arguments: Sequence[Value], own: Read | None) -> TableRow:
        """The row of the table in force that the arguments meet; LookupError where the table has a gap."""
        version = law.in_force(self.checked.pack.tables[table].versions, self.day_of_law(row, own))
        held = None if version is None else law.row_that_holds(version.content, arguments)
        if held is None:
            raise LookupError(f"no row of {table} holds for {arguments}")
        return held

    def cell(self, row: Row, table: str, arguments: Sequence[Value], output: int, own: Read | None) -> Settled:
        found = self.checked.pack.tables[table]
        version = law.in_force(found.versions, self.day_of_law(row, own))
        return one(NO_LAW) if version is None else law.cell(found, version.content, arguments, output)

    def rejected(self, row: Row, table: str) -> int:
        return int(row.raw(f"rejected({table})") or 0)

    def unsure(self, row: Row) -> Faults | None:
        """The faults of the key of a group by a rule: then nothing of the group has a value."""
        names = self.checked.structure.key_rules.get(row.grain, ())
        return union([settle(self.value(row, name)) for name in names])

    def paid(self, row: Row) -> bool:
        return not self.blocked(row)

    def share(self, node: Share, row: Row) -> Settled:
        return self.shares.part(node, row)

    def branched(self, node: If, holds: bool) -> None:
        """Told which branch of an `if` is taken; nothing is kept of it here."""

    def blocked(self, person: Row) -> frozenset[str]:
        """Every reason for which the person can't be paid."""
        if person not in self._blocked:
            self._blocked[person] = reasons_of(self, person)
        return self._blocked[person]

    def formula(self, node: Typed, row: Row) -> Settled:
        """What a formula that is no rule (an output, a promise, a finding) gives on the row."""
        return self.unsure(row) or in_calendar(node.type, need(node, row, self))

    def day_of_law(self, row: Row, own: Read | None) -> date:
        """A rule's own day where it names one, else the row's, else the first day of the period."""
        target = row if own is None else self.follow(row, own.path)
        column = self.checked.dates.get(row.grain) if own is None else own.name
        day = None if column is None or not isinstance(target, Row) else self.value(target, column)
        return from_days(day) if isinstance(day, int) else self.plan.period.start

    def _first_read(self, row: Row, name: str) -> Outcome:
        rule = self.checked.rules.get((row.grain, name))
        if rule is not None:
            return self.unsure(row) or self._rule(rule, row)
        if row.grain == PERIOD:
            return self._of_period(name)
        column = self.checked.structure.columns[row.grain][name]
        return _from_cell(column, row.cells[name], self.checked.pack.enums)

    def _rule(self, rule: CheckedRule, row: Row) -> Settled:
        seen, self.seen = self.seen, None
        try:
            return rounded(rule, self.unrounded(rule, row))
        finally:
            self.seen = seen

    def unrounded(self, rule: CheckedRule, row: Row) -> Settled:
        """The rule on the row before it is rounded."""
        held = self.exceptions_held(rule, row)
        if isinstance(held, Faults):
            return held
        applying = chosen(held)
        if len(applying) > 1:
            return one(TWO_EXCEPTIONS)
        return need(applying[0].formula if applying else rule.formula, row, self)

    def exceptions_held(self, rule: CheckedRule, row: Row) -> list[CheckedException] | Faults:
        """The exceptions whose `when` is true; every `when` is read, and so are its faults."""
        answers = [need(exception.when, row, self) for exception in rule.exceptions]
        faults = union(answers)
        if faults is not None:
            return faults
        return [exception for exception, answer in zip(rule.exceptions, answers, strict=True) if answer is True]

    def _of_period(self, name: str) -> Value:
        period = self.plan.period
        built_in: dict[str, Value] = {
            "start": to_days(period.start),
            "end": to_days(period.end),
            "days": Fraction(period.days),
            "name": period.name,
        }
        return built_in[name]


def chosen(held: Sequence[CheckedException]) -> list[CheckedException]:
    """Of the exceptions that hold, those that no other of them overrides."""
    names = {exception.name for exception in held}
    return [exception for exception in held if not names.intersection(exception.overridden_by)]


def rounded(rule: CheckedRule, outcome: Settled) -> Settled:
    """The value as the rule stores it."""
    if isinstance(outcome, Faults) or rule.type.kind is not Kind.NUMBER:
        return in_calendar(rule.type, outcome)
    value = Fraction(outcome)
    return value if rule.rounding is None else round_to(value, rule.rounding.step, rule.rounding.mode)


def in_calendar(type_: Type, outcome: Settled) -> Settled:
    """A day, where it is one that the calendar has; all else as it is."""
    outside = type_.kind is Kind.DATE and isinstance(outcome, int) and not is_day(outcome)
    return one(NO_SUCH_DATE) if outside else outcome


def _from_cell(column: Column, raw: int | str | bool | None, enums: dict[str, tuple[str, ...]]) -> Outcome:
    """The value of a cell that intake stored; an empty optional one is missing."""
    if raw is None:
        return Missing(column.name)
    if column.type.kind is Kind.NUMBER:
        return int(raw) * column.step
    if column.type.kind is Kind.ENUM and column.type.enum is not None:
        return enums[column.type.enum][int(raw)]
    return raw
