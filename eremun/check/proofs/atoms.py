"""Atoms: values that a proof does not take apart, each one value of one row; and formulas as polynomials over them.

A row is named by the relations that lead to it from the row of the promise, so that one name is always one row.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from fractions import Fraction
from typing import cast

from eremun.check import typed as t
from eremun.check.checked import CheckedPack, CheckedRule
from eremun.check.graph import items_read
from eremun.check.proofs.polynomial import Polynomial, constant, single
from eremun.check.reads import shape
from eremun.diagnostics.diagnostic import Span
from eremun.values.intervals import Interval
from eremun.values.rounding import common_step
from eremun.values.types import Kind

Path = tuple[str, ...]
NUMBERS = (Kind.NUMBER, Kind.DATE)


@dataclass(frozen=True)
class Place:
    """A row: the relations that lead to it from the promise's, and its grain."""

    path: Path
    grain: str

    def to(self, node: t.Read | t.RowExists) -> Place:
        """The row that a read leads to."""
        if node.grain == t.PERIOD:
            return Place((t.PERIOD,), t.PERIOD)
        return Place((*self.path, *node.path), node.grain)


@dataclass(frozen=True)
class Value:
    """What an atom stands for: a node on a row. A read stands on the row that it leads to."""

    place: Place
    node: t.Typed


class Atoms:
    """The atoms of one pack, numbered as they are met. `refined`: of rules, ranges narrower than theirs;
    `same`: rules that are never anything but another value."""

    def __init__(self, checked: CheckedPack) -> None:
        self.checked = checked
        self.values: list[Value] = []
        self.numbers: dict[object, int] = {}
        self.ranks = {key: place for place, key in enumerate(checked.order)}
        self.refined: dict[tuple[str, str], Interval] = {}
        self.same: set[tuple[str, str]] = set()
        self.ranges: dict[int, Interval] = {}

    def atom(self, node: t.Typed, place: Place) -> int:
        """The number of the value; equal for equal values of one row."""
        if isinstance(node, t.Read):
            place, node = place.to(node), replace(node, path=(), days=())
            key: object = (place.path, place.grain, node.name)
        else:
            key = (place.path, place.grain, shape(node))
        if key not in self.numbers:
            self.numbers[key] = len(self.values)
            self.values.append(Value(place, node))
        return self.numbers[key]

    def rule(self, atom: int) -> CheckedRule | None:
        """The rule that the atom is a value of."""
        node = self.values[atom].node
        return self.checked.rules.get((node.grain, node.name)) if isinstance(node, t.Read) else None

    def rank(self, atom: int) -> int:
        """When it is taken apart, the highest first: branches, then rules from the last on, a `min` or `max` before the
        rules that it reads, then all else."""
        rule, node = self.rule(atom), self.values[atom].node
        if rule is not None:
            return 2 * self.ranks[rule.grain, rule.name]
        if isinstance(node, t.Extreme):
            read = [self.ranks[key] for key in items_read([node], self.checked.structure) if key in self.ranks]
            return 2 * max(read, default=-1) + 1
        return 2 * len(self.ranks) if isinstance(node, t.If) else -1

    def interval(self, atom: int) -> Interval:
        """What the value can be, whatever the case."""
        node = self.values[atom].node
        if isinstance(node, t.Read) and (node.grain, node.name) in self.refined:
            return self.refined[node.grain, node.name]
        if atom not in self.ranges:
            self.ranges[atom] = self.checked.ranges.of(node)
        return self.ranges[atom]

    def step(self, atom: int) -> Fraction:
        """What every value is a whole multiple of; 0 where that is not known."""
        return self.checked.ranges.grid(self.values[atom].node)

    def grid(self, polynomial: Polynomial) -> Fraction:
        """What every value of the polynomial is a whole multiple of; 0 where that is not known or it is always 0."""
        result = Fraction(0)
        for monomial, factor in polynomial.terms.items():
            step = abs(factor)
            for atom, power in monomial:
                step *= self.step(atom) ** power if power > 0 else 0
            if not step:
                return Fraction(0)
            result = common_step(result, step)
        return result

    def polynomial(self, node: t.Typed, place: Place, positive: set[int]) -> Polynomial:
        """The number or day that a formula gives on the row, where it gives one; `positive` takes the atoms that must
        be above 0 for it to give one."""
        match node:
            case t.Constant(value=value):
                return constant(Fraction(cast(Fraction, value)))
            case t.ParameterRead(name=name):
                values = {version.content for version in self.checked.pack.parameters[name].versions}
                return constant(*values) if len(values) == 1 else single(self.atom(node, place))
            case t.Negative(part=part):
                return -self.polynomial(part, place, positive)
            case t.Arithmetic():
                return self.arithmetic(node, place, positive)
            case t.Read(grain=grain, name=name) if (grain, name) in self.same:
                return self.polynomial(self.checked.rules[grain, name].formula, place.to(node), positive)
            case t.Extreme():
                return self.extreme(node, place, positive)
        return single(self.atom(node, place))

    def extreme(self, node: t.Extreme, place: Place, positive: set[int]) -> Polynomial:
        """Without the parts beyond which another always lies: those are never the smallest (or largest)."""
        left = [(part, self.polynomial(part, place, positive)) for part in node.parts]
        for one in list(left):
            if any(self.never_beyond(one[1], other[1], node.word) for other in left if other is not one):
                left.remove(one)
        if len(left) == 1:
            return left[0][1]
        return single(self.atom(replace(node, parts=tuple(part for part, _ in left)), place))

    def never_beyond(self, part: Polynomial, other: Polynomial, word: str) -> bool:
        """Whether the other is at most (for `max`: at least) the part wherever both have a value."""
        mine, theirs = part.within(self.interval), other.within(self.interval)
        if word == "max":
            return mine.high is not None and theirs.low is not None and mine.high <= theirs.low
        return mine.low is not None and theirs.high is not None and mine.low >= theirs.high

    def arithmetic(self, node: t.Arithmetic, place: Place, positive: set[int]) -> Polynomial:
        left = self.polynomial(node.left, place, positive)
        right = self.polynomial(node.right, place, positive)
        if node.sign == "+":
            return left + right
        if node.sign == "-":
            return left - right
        if node.sign == "*":
            return left * right
        if right.constant:
            return left.times(1 / right.constant)
        if any(value <= 0 for value in self.checked.ranges.steps.constants(node.right) or ()):
            return single(self.atom(node, place))  # by a number that the law makes negative on some day
        return self.quotient(left, right, node.right, place, positive)

    def quotient(
        self, left: Polynomial, right: Polynomial, divisor: t.Typed, place: Place, positive: set[int]
    ) -> Polynomial:
        """A divisor is at least 0 (check has seen to that), and where there is a quotient it is not 0."""
        if len(right.terms) == 1:
            ((monomial, factor),) = right.terms.items()
            if factor > 0 and all(power > 0 and at_least_0(self.interval(atom)) for atom, power in monomial):
                positive.update(atom for atom, _ in monomial)
                return left.over(monomial).times(1 / factor)
        atom = self.atom(divisor, place)
        positive.add(atom)
        return left.over(((atom, 1),))


def at_least_0(found: Interval) -> bool:
    return found.low is not None and found.low >= 0


def moved(node: t.Typed, relation: str) -> t.Typed:
    """A formula on the row that the relation leads to, as one on the row that it leads from."""
    if isinstance(node, t.Read | t.RowExists) and node.path != (t.PERIOD,):
        days = tuple(replace(day, path=(relation, *day.path)) for day in node.days)
        return replace(node, path=(relation, *node.path), days=days)
    changed: dict[str, object] = {}
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, tuple) and value and hasattr(value[0], "span"):
            changed[field.name] = tuple(moved(part, relation) for part in value)
        elif hasattr(value, "span") and not isinstance(value, Span):
            changed[field.name] = moved(value, relation)
    return replace(node, **changed) if changed else node  # type: ignore[arg-type]
