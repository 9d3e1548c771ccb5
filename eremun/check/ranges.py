"""Ranges: what every value can be at least and at most, with what `if` and `and` say about it.

A sum over rows is bounded only where keys bound the number of rows, or days do.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from eremun.check import typed as t
from eremun.check.facts import NO_FACTS, Facts, exists_key, in_any_case, present_key
from eremun.check.reads import shape
from eremun.check.steps import Steps
from eremun.check.structure import Structure
from eremun.check.touching import touches_period
from eremun.check.words import Words
from eremun.model.inputs import Column
from eremun.model.pack import Pack
from eremun.model.rules import Rounding, Within
from eremun.values.intervals import ANY, Interval, exactly
from eremun.values.periods import FIRST_DAY, LAST_DAY, month_number
from eremun.values.rounding import round_to
from eremun.values.types import Kind

DAYS = Interval(FIRST_DAY, LAST_DAY)
COUNTED = Interval(0, None)
MOST_WHOLE, MOST_BEFORE_DECIMALS, MOST_STORED = 10**18 - 1, 10**15 - 1, 2**63 - 1
PARTS = {"year": Interval(1, 9999), "month": Interval(1, 12), "day": Interval(1, 31), "weekday": Interval(1, 7)}


class Ranges:
    """Finds ranges; `rules` holds those of the rules already done, `columns` those that are not as the column says,
    `truths` the formulas of rules that are conditions; `words` finds words of lists."""

    def __init__(self, pack: Pack, structure: Structure, steps: Steps) -> None:
        self.pack, self.structure, self.steps = pack, structure, steps
        self.rules: dict[tuple[str, str], Interval] = {}
        self.columns: dict[tuple[str, str], Interval] = {}
        self.truths: dict[tuple[str, str], t.Typed] = {}
        self.words = Words(pack, structure, self.facts)

    def of(self, node: t.Typed, facts: Facts = NO_FACTS) -> Interval:
        """The range of a number or a day; ANY for what is neither."""
        known = facts.get(shape(node))
        found = self.plain(node, facts)
        return found.meet(known) if isinstance(known, Interval) else found

    def plain(self, node: t.Typed, facts: Facts) -> Interval:
        match node:
            case t.Constant(value=value) if node.type.kind in (Kind.NUMBER, Kind.DATE):
                return exactly(Fraction(value))
            case t.ParameterRead(name=name):
                values = [version.content for version in self.pack.parameters[name].versions]
                return Interval(min(values), max(values)) if values else ANY
            case t.Read(grain=grain, name=name):
                return self.named(grain, name)
            case t.Negative(part=part):
                return -self.of(part, facts)
            case t.Arithmetic():
                return self.arithmetic(node, facts)
            case t.If():
                then = self.of(node.then, self.facts(node.condition, True, facts))
                return then.join(self.of(node.otherwise, self.facts(node.condition, False, facts)))
            case t.Default(value=value, otherwise=otherwise):
                return self.of(value, facts).join(self.of(otherwise, facts))
            case t.Extreme():
                return self.extreme(node, facts)
            case t.TableRead():
                return self.table(node, facts)
            case t.Aggregate():
                return self.aggregate(node)
            case t.DatePart(word=word):
                return PARTS[word]
            case t.Months(start=start, end=end):
                return self.month(end, facts) - self.month(start, facts)
            case t.MakeDate():
                return DAYS
            case t.Digits(first=first, last=last):
                return Interval(0, 10 ** (last - first + 1) - 1)
            case t.RejectedRows():
                return COUNTED
            case t.Share(amount=amount):
                return self.of(amount, facts).join(exactly(0))
        return ANY

    def named(self, grain: str, name: str) -> Interval:
        grain = self.structure.made_by(grain, name)
        column = self.structure.columns[grain].get(name)
        if column is not None:
            return self.columns.get((grain, name)) or column_range(column)
        if grain == t.PERIOD and name in ("start", "end"):
            return DAYS
        if grain == t.PERIOD and name == "days":
            return Interval(28, 31)
        return self.rules.get((grain, name), ANY)

    def arithmetic(self, node: t.Arithmetic, facts: Facts) -> Interval:
        left, right = self.of(node.left, facts), self.of(node.right, facts)
        if node.sign == "+":
            return left + right
        if node.sign == "-":
            return left - right
        if node.sign == "*":
            return left * right
        if right.low is None or right.low < 0:
            return ANY
        stepped = self.steps.of(node.right)
        if stepped.division is None:
            return left.divided(right, stepped.step or Fraction(1))
        if right.low > 0:
            return left.divided(right, Fraction(right.low))
        return left * COUNTED  # a fraction can come as near to 0 as it likes

    def extreme(self, node: t.Extreme, facts: Facts) -> Interval:
        result, *rest = [self.of(part, facts) for part in node.parts]
        for other in rest:
            result = result.least(other) if node.word == "min" else result.greatest(other)
        return result

    def month(self, node: t.Typed, facts: Facts) -> Interval:
        """The months that a day can lie in, counted from the year 0: a later day never lies in an earlier month."""
        days = self.of(node, facts)
        first = FIRST_DAY if days.low is None else min(max(int(days.low), FIRST_DAY), LAST_DAY)
        last = LAST_DAY if days.high is None else max(min(int(days.high), LAST_DAY), FIRST_DAY)
        return Interval(month_number(first), month_number(last))

    def table(self, node: t.TableRead, facts: Facts) -> Interval:
        table = self.pack.tables[node.table]
        cells = [row.cells[node.output] for version in table.versions for row in version.content]
        values = [cell for cell in cells if isinstance(cell, Fraction)]
        most = max((len(version.content) for version in table.versions), default=0)
        if table.hit == "count":
            return Interval(0, most)
        if not values:
            return ANY
        found = Interval(min(values), max(values))
        if table.hit == "sum":
            return found.summed(most)
        if table.hit == "marginal":
            last = (row.conditions[-1] for version in table.versions for row in version.content)
            lows = (bounds.low for bounds in last if isinstance(bounds, Within) and bounds.low is not None)
            reached = self.of(node.arguments[-1], facts) - exactly(min(lows, default=Fraction(0)))
            return reached.greatest(exactly(0)) * found.join(exactly(0))
        return found

    def aggregate(self, node: t.Aggregate) -> Interval:
        if node.word == "any":
            return ANY
        value = exactly(1) if node.value is None else self.of(node.value)
        if node.word in ("min", "max", "average"):
            return value
        table = self.pack.inputs.get(node.over)
        touching = table is not None and touches_period(node.where, table, self.truths)
        return value.summed(self.structure.largest_group(node.over, node.via, touching))

    # What conditions say

    def facts(self, condition: t.Typed, holds: bool, facts: Facts) -> Facts:
        """What is known besides, where the condition holds (or does not)."""
        match condition:
            case t.Junction(word=word, parts=parts) if (word == "and") == holds:
                for part in parts:
                    facts = self.facts(part, holds, facts)
                return facts
            case t.Junction(parts=parts):
                return in_any_case([self.facts(part, holds, facts) for part in parts])
            case t.Not(part=part):
                return self.facts(part, not holds, facts)
            case t.Present(value=value) if holds:
                return {**facts, present_key(value): ANY}
            case t.RowExists(path=path) if holds:
                return {**facts, exists_key(path): ANY}
            case t.Compare(left=left) if left.type.kind is Kind.ENUM:
                return self.words.compared(condition, holds, facts)
            case t.Compare(left=left) if left.type.kind in (Kind.NUMBER, Kind.DATE):
                return self.compared(condition, holds, facts)
            case t.In(value=value) if value.type.kind is Kind.ENUM:
                return self.words.chosen(condition, holds, facts)
            case t.In(value=value, choices=choices) if holds and value.type.kind in (Kind.NUMBER, Kind.DATE):
                return self.chosen(value, choices, facts)
        return facts

    def compared(self, node: t.Compare, holds: bool, facts: Facts) -> Facts:
        sign = node.sign if holds else t.OPPOSITE[node.sign]
        left, right = self.of(node.left, facts), self.of(node.right, facts)
        step = self.grid(node.left), self.grid(node.right)
        found = dict(facts)
        found[shape(node.left)] = left.meet(bounded(sign, right, step[0]))
        found[shape(node.right)] = right.meet(bounded(t.MIRROR[sign], left, step[1]))
        return found

    def chosen(self, value: t.Typed, choices: Sequence[t.Typed], facts: Facts) -> Facts:
        """One of several numbers or days lies between the least and the greatest of them."""
        first, *rest = [self.of(choice, facts) for choice in choices]
        for other in rest:
            first = first.join(other)
        return {**facts, shape(value): self.of(value, facts).meet(first)}

    def grid(self, node: t.Typed) -> Fraction:
        """What every value is a whole multiple of; 0 where it is a fraction that varies."""
        found = self.steps.of(node)
        return found.step if found.division is None else Fraction(0)

    def can_be_zero(self, divisor: t.Typed, facts: Facts) -> bool:
        return self.of(divisor, facts).holds(0)

    def rounded(self, found: Interval, rounding: Rounding) -> Interval:
        """The range after rounding: rounding is monotone."""
        mode, step = rounding.mode, rounding.step
        low = None if found.low is None else round_to(Fraction(found.low), step, mode)
        high = None if found.high is None else round_to(Fraction(found.high), step, mode)
        return Interval(low, high)


def bounded(sign: str, other: Interval, step: Fraction) -> Interval:
    """What a value, a multiple of step, can be if it stands in this relation to one in `other`. A strict bound that is
    a multiple of the step moves by one step; any other stays, which is still true."""
    if sign in ("<", "<="):
        return Interval(None, _moved(other.high, step, -1) if sign == "<" else other.high)
    if sign in (">", ">="):
        return Interval(_moved(other.low, step, +1) if sign == ">" else other.low, None)
    return other if sign == "=" else ANY


def _moved(bound: Fraction | int | None, step: Fraction, by: int) -> Fraction | int | None:
    if bound is None or not step or (Fraction(bound) / step).denominator != 1:
        return bound
    return bound + by * step


def column_range(column: Column) -> Interval:
    """What the cells of a column can be: its declared range, or what its form allows."""
    if column.type.kind is Kind.DATE:
        return DAYS
    if column.type.kind is not Kind.NUMBER:
        return ANY
    low = column.low if column.low is not None else Fraction(0)
    return Interval(low, column.high if column.high is not None else most_in_cell(column) * column.step)


def most_in_cell(column: Column) -> int:
    """The largest number of steps that a cell can say: 18 digits, or with decimals 15 before them, within 64 bit."""
    if not column.decimals:
        return MOST_WHOLE
    one: int = 10**column.decimals
    return (min(MOST_BEFORE_DECIMALS, MOST_STORED // one - 1) + 1) * one - 1
