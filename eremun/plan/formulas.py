"""Lowering: a typed formula on one grain to integer nodes, with the bits of every fault it can have.

Exact: nothing is rounded but by the rule itself, and that branch by branch, so that fractions are never joined without
need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import reduce
from typing import Literal, Protocol

from eremun.check import typed as t
from eremun.check.checked import CheckedPack
from eremun.check.facts import NO_FACTS, Facts, exists_key, present_key
from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.plan.node_parts import parts_of
from eremun.plan.value import UNIT, Value, joined, rounded, same_divisor, scaled, together
from eremun.values.periods import FIRST_DAY, LAST_DAY
from eremun.values.reasons import DIVISION_BY_ZERO, NO_SUCH_DATE
from eremun.values.rounding import Mode
from eremun.values.types import Kind

BLOCKED = "@blocked"


class Columns(Protocol):
    """What a formula needs of the program around it: the columns of its grain, made when first asked for."""

    checked: CheckedPack

    def read(self, grain: str, node: t.Read, there: bool) -> Value: ...
    def exists(self, grain: str, path: tuple[str, ...]) -> Value: ...
    def parameter(self, grain: str, node: t.ParameterRead) -> Value: ...
    def aggregate(self, grain: str, node: t.Aggregate) -> Value: ...
    def table(self, grain: str, node: t.TableRead, arguments: list[Value]) -> Value: ...
    def rejections(self, grain: str, table: str) -> n.Node: ...
    def bit(self, reason: str) -> n.Node: ...


class Lowering:
    """Lowers formulas that stand on one grain."""

    def __init__(self, grain: str, columns: Columns) -> None:
        self.grain, self.columns = grain, columns
        self.ranges = columns.checked.ranges

    def value(self, node: t.Typed, facts: Facts = NO_FACTS) -> Value:
        """The formula as it stands: it may be a fraction, and may be absent."""
        match node:
            case t.Present():
                return self.present(node, facts)
            case t.Default():
                return self.default(node, facts)
            case t.If():
                return self.condition(node, facts)
            case t.Junction():
                return self.junction(node, facts)
            case t.Not(part=part):
                found = self.need(part, facts)
                return replace(found, node=make.negated(found.node))
            case t.Compare():
                return self.compare(node, facts)
            case t.In():
                return self.choice(node, facts)
            case t.Arithmetic():
                return self.arithmetic(node, facts)
            case t.Negative(part=part):
                found = self.need(part, facts)
                return replace(found, node=make.subtract(make.ZERO, found.node))
            case t.Extreme():
                return self.extreme(node, facts)
            case t.DatePart(word=word):
                found = self.day(node.value, facts)
                return replace(found, node=n.DatePart(word, found.node))
            case t.Months():
                return self.months(node, facts)
            case t.MakeDate():
                return self.make_date(node, facts)
            case t.Digits():
                return self.digits(node, facts)
        return self.told(node, facts)

    def told(self, node: t.Typed, facts: Facts) -> Value:
        """What is not worked out of parts: constants, and what columns, tables and other rows say."""
        match node:
            case t.Constant():
                return self.constant(node)
            case t.ParameterRead():
                return self.columns.parameter(self.grain, node)
            case t.Read():
                return self.read(node, facts)
            case t.RowExists(path=path):
                return self.columns.exists(self.grain, path)
            case t.TableRead():
                return self.table(node, facts)
            case t.Aggregate():
                return self.columns.aggregate(self.grain, node)
            case t.RejectedRows(table=table):
                return Value(self.columns.rejections(self.grain, table))
            case t.Paid():
                return Value(n.Compare("=", n.Column(BLOCKED), make.ZERO))
        raise AssertionError("a split is a rule, and no part of a formula")

    def read(self, node: t.Read, facts: Facts) -> Value:
        found = self.columns.read(self.grain, node, exists_key(node.path) in facts)
        return replace(found, absent=None) if present_key(node) in facts else found

    def present(self, node: t.Present, facts: Facts) -> Value:
        found = self.value(node.value, facts)
        return Value(make.faultless(found.absent), faults=found.faults)

    def table(self, node: t.TableRead, facts: Facts) -> Value:
        arguments = [self.need(argument, facts) for argument in node.arguments]
        found = self.columns.table(self.grain, node, arguments)
        return found.with_faults(*(argument.faults for argument in arguments))

    def need(self, node: t.Typed, facts: Facts = NO_FACTS) -> Value:
        """The formula where a value is needed."""
        return self.value(node, facts).needed()

    def rounded(self, node: t.Typed, step: Fraction, mode: Mode, facts: Facts = NO_FACTS) -> Value:
        """The formula rounded. Rounding is monotone, so it goes into the branches and below min and max."""
        if isinstance(node, t.If):
            return self.branches(node, facts, lambda part, known: self.rounded(part, step, mode, known))
        if isinstance(node, t.Extreme) and not self.shares_divisor(node, facts):
            values = [self.rounded(part, step, mode, facts) for part in node.parts]
            return _extreme(node.word, values)
        found = self.need(node, facts)
        return Value(rounded(found, step, mode), step, faults=found.faults)

    def shares_divisor(self, node: t.Extreme, facts: Facts) -> bool:
        divisors = {self.need(part, facts).divisor for part in node.parts} - {None}
        return len(divisors) <= 1

    def constant(self, node: t.Constant) -> Value:
        if node.type.kind is Kind.NUMBER:
            number = Fraction(node.value)
            sign = (number > 0) - (number < 0)
            return Value(n.Const(sign), abs(number) or UNIT)
        if node.type.kind is Kind.ENUM:
            words = self.columns.checked.pack.enums[node.type.enum or ""]
            return Value(n.Const(words.index(str(node.value))))
        if isinstance(node.value, Fraction):
            return Value(n.Const(int(node.value)))
        return Value(n.Const(node.value))

    # Branches

    def condition(self, node: t.If, facts: Facts) -> Value:
        return self.branches(node, facts, self.need)

    def branches(self, node: t.If, facts: Facts, lower: Callable[[t.Typed, Facts], Value]) -> Value:
        condition = self.need(node.condition, facts)
        then = lower(node.then, self.ranges.facts(node.condition, True, facts))
        otherwise = lower(node.otherwise, self.ranges.facts(node.condition, False, facts))
        found = chosen(condition.node, then, otherwise)
        return guarded(condition.faults, found)

    def default(self, node: t.Default, facts: Facts) -> Value:
        value, otherwise = self.value(node.value, facts), self.need(node.otherwise, facts)
        if value.absent is None:
            return value
        there = make.faultless(value.absent)
        found = chosen(there, replace(value, absent=None, faults=None), otherwise)
        return guarded(value.faults, found)

    def junction(self, node: t.Junction, facts: Facts) -> Value:
        """Left to right: faults of a part count only where the parts before it have not decided."""
        going_on = node.word == "and"
        combine = make.both if going_on else make.either
        decided: list[n.Node] = []
        faults: n.Node | None = None
        for part in node.parts:
            found = self.need(part, facts)
            if found.faults is not None:
                before = combine(*decided)
                open_ = before if going_on else make.negated(before)
                faults = make.bits(faults, make.bits_if(make.both(make.faultless(faults), open_), found.faults))
            decided.append(found.node)
            facts = self.ranges.facts(part, going_on, facts)
        return Value(combine(*decided), faults=faults)

    # Comparisons

    def compare(self, node: t.Compare, facts: Facts) -> Value:
        left, right = self.need(node.left, facts), self.need(node.right, facts)
        faults = make.bits(left.faults, right.faults)
        return Value(compared(node.sign, left, right), faults=faults)

    def choice(self, node: t.In, facts: Facts) -> Value:
        value = self.need(node.value, facts)
        choices = [self.need(choice, facts) for choice in node.choices]
        faults = make.bits(value.faults, *(choice.faults for choice in choices))
        plain = [choice.node.value for choice in choices if isinstance(choice.node, n.Const)]
        if len(plain) == len(choices) and node.value.type.kind is not Kind.NUMBER:
            return Value(n.IsIn(value.node, tuple(plain)), faults=faults)
        return Value(make.either(*(compared("=", value, choice) for choice in choices)), faults=faults)

    # Arithmetic

    def arithmetic(self, node: t.Arithmetic, facts: Facts) -> Value:
        left, right = self.need(node.left, facts), self.need(node.right, facts)
        faults = make.bits(left.faults, right.faults)
        if node.sign == "*":
            divisor = _product_of(left.divisor, right.divisor)
            return Value(make.multiply(left.node, right.node), left.step * right.step, divisor, faults)
        if node.sign == "/":
            return self.quotient(node, left, right, facts)
        if node.type.kind is Kind.DATE:  # in days, whatever the steps of what is added
            (one, other), step, divisor = (scaled(left, UNIT), scaled(right, UNIT)), UNIT, None
        else:
            (one, other), step, divisor, _ = joined([left, right])
        result = make.add(one, other) if node.sign == "+" else make.subtract(one, other)
        return Value(result, step, divisor, faults)

    def quotient(self, node: t.Arithmetic, left: Value, right: Value, facts: Facts) -> Value:
        faults = make.bits(left.faults, right.faults)
        if right.node == make.ZERO:
            always = make.bits_if(make.faultless(faults), self.columns.bit(DIVISION_BY_ZERO))
            return Value(make.ZERO, faults=make.bits(faults, always))
        if isinstance(right.node, n.Const) and right.divisor is None:
            return self.by_constant(left, Fraction(int(right.node.value)) * right.step, faults)
        if right.divisor is None and self.ranges.steps.constants(node.right) is not None:
            return self.by_dated(left, right.node, right.step, faults)
        top = left.node if right.divisor is None else make.multiply(left.node, right.divisor)
        bottom = right.node
        if self.ranges.can_be_zero(node.right, facts):
            zero = n.Compare("=", bottom, make.ZERO)
            sound = make.both(make.faultless(faults), zero)
            faults = make.bits(faults, make.bits_if(sound, self.columns.bit(DIVISION_BY_ZERO)))
        masked = n.Greatest((bottom, make.ONE))
        return Value(top, left.step / right.step, _product_of(left.divisor, masked), faults)

    def by_constant(self, left: Value, divisor: Fraction, faults: n.Node | None) -> Value:
        node = left.node if divisor > 0 else make.subtract(make.ZERO, left.node)
        return Value(node, left.step / abs(divisor), left.divisor, faults)

    def by_dated(self, left: Value, divisor: n.Node, step: Fraction, faults: n.Node | None) -> Value:
        """By a constant that the law changes within the month: by each of its values, so that it stays exact."""
        if isinstance(divisor, n.Const):
            return self.by_constant(left, Fraction(int(divisor.value)) * step, faults)
        since = first_condition(divisor)
        then, otherwise = (self.by_dated(left, settled(divisor, since, h), step, faults) for h in (True, False))
        return chosen(since, then, otherwise)

    def extreme(self, node: t.Extreme, facts: Facts) -> Value:
        return _extreme(node.word, [self.need(part, facts) for part in node.parts])

    # Days and nips

    def day(self, node: t.Typed, facts: Facts = NO_FACTS) -> Value:
        """A day where the calendar must have it (years 1 to 9999): one that lies outside is a fault."""
        found, known = self.need(node, facts), self.ranges.of(node, facts)
        if known.low is not None and known.high is not None and known.low >= FIRST_DAY and known.high <= LAST_DAY:
            return found
        first, last = n.Compare(">=", found.node, n.Const(FIRST_DAY)), n.Compare("<=", found.node, n.Const(LAST_DAY))
        outside = make.bits_if(make.both(first, last), None, self.columns.bit(NO_SUCH_DATE))
        return found.with_faults(make.bits_if(make.faultless(found.faults), outside))

    def months(self, node: t.Months, facts: Facts) -> Value:
        start, end = self.day(node.start, facts), self.day(node.end, facts)
        years = make.subtract(n.DatePart("year", end.node), n.DatePart("year", start.node))
        months = make.subtract(n.DatePart("month", end.node), n.DatePart("month", start.node))
        faults = make.bits(start.faults, end.faults)
        return Value(make.add(make.multiply(n.Const(12), years), months), faults=faults)

    def make_date(self, node: t.MakeDate, facts: Facts) -> Value:
        found = self.need(node.value, facts)
        whole = scaled(found, UNIT)
        missing = make.bits_if(n.IsDate(whole), None, self.columns.bit(NO_SUCH_DATE))
        return Value(n.ToDate(whole), faults=found.faults, absent=missing)

    def digits(self, node: t.Digits, facts: Facts) -> Value:
        found = self.need(node.value, facts)
        below = 10 ** (18 - node.last)
        rest = make.divided(found.node, n.Const(below), "floor")
        if node.first > 1:
            size = n.Const(10 ** (node.last - node.first + 1))
            rest = make.subtract(rest, make.multiply(n.Divide(rest, size, "floor"), size))
        return Value(rest, faults=found.faults)


def compared(sign: n.CompareSign, left: Value, right: Value) -> n.Node:
    """The comparison of two values on whole numbers."""
    one, other = same_divisor([left, right])
    step = together([one, other])
    nodes = [make.ZERO if v.node == make.ZERO else scaled(v, step) for v in (one, other)]
    return make.compare(sign, nodes[0], nodes[1])


def chosen(condition: n.Node, then: Value, otherwise: Value) -> Value:
    """One value or the other; each keeps its own divisor."""
    step = together([then, otherwise])
    nodes = [make.ZERO if v.node == make.ZERO else scaled(v, step) for v in (then, otherwise)]
    divisor = None
    if then.divisor is not None or otherwise.divisor is not None:
        divisor = make.choose(condition, then.divisor or make.ONE, otherwise.divisor or make.ONE)
    faults = make.bits_if(condition, then.faults, otherwise.faults)
    return Value(make.choose(condition, nodes[0], nodes[1]), step, divisor, faults)


def guarded(before: n.Node | None, value: Value) -> Value:
    """The value's own faults count only where what was read before has none."""
    if before is None:
        return value
    return replace(value, faults=make.bits(before, make.bits_if(make.faultless(before), value.faults)))


def first_condition(node: n.Node) -> n.Node:
    """The condition of the first choice within a node that is made of choices between constants."""
    if isinstance(node, n.Choose):
        return node.condition
    return next(first_condition(part) for part in parts_of(node) if not isinstance(part, n.Const))


def settled(node: n.Node, condition: n.Node, holds: bool) -> n.Node:
    """The node where the condition holds, or does not."""
    match node:
        case n.Choose() if node.condition == condition:
            return settled(node.then if holds else node.otherwise, condition, holds)
        case n.Choose(then=then, otherwise=otherwise):
            return make.choose(node.condition, settled(then, condition, holds), settled(otherwise, condition, holds))
        case n.Add(parts=parts):
            return reduce(make.add, (settled(part, condition, holds) for part in parts))
        case n.Subtract(left=left, right=right):
            return make.subtract(settled(left, condition, holds), settled(right, condition, holds))
        case n.Multiply(left=left, right=right):
            return make.multiply(settled(left, condition, holds), settled(right, condition, holds))
    return node


def _extreme(word: Literal["min", "max"], values: list[Value]) -> Value:
    nodes, step, divisor, faults = joined(values)
    return Value(make.extreme(word, nodes), step, divisor, faults)


def _product_of(one: n.Node | None, other: n.Node | None) -> n.Node | None:
    if one is None or other is None:
        return one or other
    return make.multiply(one, other)
