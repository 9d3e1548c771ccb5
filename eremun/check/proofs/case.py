"""A case of a proof: what is known besides the ranges, from conditions that hold in it.

A case in which something contradicts itself never comes up, and whatever is to be shown holds in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from eremun.check import typed as t
from eremun.check.proofs.atoms import NUMBERS, Atoms, Place, at_least_0
from eremun.check.proofs.polynomial import Polynomial, constant
from eremun.check.reads import shape
from eremun.values.intervals import Interval
from eremun.values.types import Kind


@dataclass
class Case:
    """`limits`: of atoms; `known`: polynomials that are at least 0; `words` and `truths`: what enums and conditions may
    be, by row and form. `empty`: it contradicts itself."""

    atoms: Atoms
    limits: dict[int, Interval] = field(default_factory=dict)
    positive: set[int] = field(default_factory=set)
    known: list[Polynomial] = field(default_factory=list)
    words: dict[object, frozenset[str]] = field(default_factory=dict)
    truths: dict[object, bool] = field(default_factory=dict)
    empty: bool = False

    def copy(self) -> Case:
        return Case(self.atoms, dict(self.limits), set(self.positive), list(self.known), dict(self.words),
                    dict(self.truths), self.empty)  # fmt: skip

    # Numbers

    def polynomial(self, node: t.Typed, place: Place) -> Polynomial:
        return self.atoms.polynomial(node, place, self.positive)

    def interval(self, atom: int) -> Interval:
        found = self.atoms.interval(atom)
        if atom in self.limits:
            found = found.meet(self.limits[atom])
        return found.meet(Interval(self.atoms.step(atom), None)) if atom in self.positive else found

    def limit(self, atom: int, found: Interval) -> None:
        """The atom lies within the interval besides."""
        before = self.interval(atom)
        if _apart(before, found):
            self.empty = True
        self.limits[atom] = before.meet(found)

    def of(self, polynomial: Polynomial) -> Interval:
        """An interval that holds every value of the polynomial."""
        return polynomial.within(self.interval)

    def reduced(self, polynomial: Polynomial) -> Polynomial:
        """Without the product of atoms that divides every term, where that is never below 0."""
        common = polynomial.common()
        sure = all(power < 0 or at_least_0(self.interval(atom)) for atom, power in common)
        return polynomial.over(common) if common and sure else polynomial

    def know(self, polynomial: Polynomial) -> None:
        """The polynomial is at least 0."""
        high = self.of(polynomial).high
        if high is not None and high < 0:
            self.empty = True
        if polynomial.constant is None:
            self.known.append(polynomial)
        if len(polynomial.atoms) == 1:
            self.know_of_one(polynomial, polynomial.atoms[0])

    def know_of_one(self, polynomial: Polynomial, atom: int) -> None:
        found = polynomial.parts(atom)
        factor = None if found is None else found[0].constant
        if found is not None and factor:
            bound = -(found[1].constant or Fraction(0)) / factor
            self.limit(atom, Interval(bound, None) if factor > 0 else Interval(None, bound))

    # Conditions

    def assume(self, node: t.Typed, place: Place, holds: bool) -> None:
        """The condition holds on the row, or does not."""
        match node:
            case t.Constant(value=value):
                self.empty = self.empty or value != holds
            case t.Not(part=part):
                self.assume(part, place, not holds)
            case t.Junction(word=word, parts=parts) if (word == "and") == holds:
                for part in parts:
                    self.assume(part, place, holds)
            case t.Compare(left=left) if left.type.kind in NUMBERS:
                self.compared(node, place, node.sign if holds else t.OPPOSITE[node.sign])
            case t.Compare(left=left, right=t.Constant(value=value)) if left.type.kind is Kind.ENUM:
                self.among(left, place, [str(value)], holds == (node.sign == "="))
            case t.In(value=left, choices=choices) if left.type.kind is Kind.ENUM:
                self.chosen(left, place, choices, holds)
            case _:
                key = _key(node, place)
                self.empty = self.empty or self.truths.setdefault(key, holds) != holds
                self.assume_rule(node, place, holds)

    def assume_rule(self, node: t.Typed, place: Place, holds: bool) -> None:
        """What a rule that is a condition says."""
        rule = self.atoms.checked.rules.get((node.grain, node.name)) if isinstance(node, t.Read) else None
        if rule is not None and not rule.exceptions and isinstance(node, t.Read):
            self.assume(rule.formula, place.to(node), holds)

    def compared(self, node: t.Compare, place: Place, sign: str) -> None:
        found = self.polynomial(node.left, place) - self.polynomial(node.right, place)
        if sign in ("<", "<="):
            found, sign = -found, {"<": ">", "<=": ">="}[sign]
        if sign in (">", ">=", "="):
            self.know(found - constant(self.atoms.grid(found)) if sign == ">" else found)
        if sign == "=":
            self.know(-found)

    def chosen(self, node: t.Typed, place: Place, choices: Iterable[t.Typed], holds: bool) -> None:
        named = [choice.value for choice in choices if isinstance(choice, t.Constant)]
        if len(named) == len(list(choices)) or holds is False:
            self.among(node, place, [str(word) for word in named], holds)

    def among(self, node: t.Typed, place: Place, named: Iterable[str], holds: bool) -> None:
        words, known = self.words_of(node, place), frozenset(named)
        left = words & known if holds else words - known
        self.words[_key(node, place)] = left
        self.empty = self.empty or not left

    def words_of(self, node: t.Typed, place: Place) -> frozenset[str]:
        """The words that an enum can be."""
        known = self.words.get(_key(node, place))
        return known if known is not None else frozenset(self.atoms.checked.pack.enums[node.type.enum or ""])


def _apart(one: Interval, other: Interval) -> bool:
    """Whether no value lies in both."""
    above = one.low is not None and other.high is not None and one.low > other.high
    return above or (one.high is not None and other.low is not None and one.high < other.low)


def _key(node: t.Typed, place: Place) -> object:
    if isinstance(node, t.Read):
        place = place.to(node)
        return place.path, place.grain, node.name
    return place.path, place.grain, shape(node)
