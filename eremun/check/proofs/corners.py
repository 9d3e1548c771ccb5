"""Corners: a polynomial that is linear in an atom is least at one end of what the atom can be.

So an atom is replaced by its ends, one after another, until an interval tells. Ends are numbers, or other values that a
lemma names; those keep what two values have to do with each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from eremun.check.proofs.case import Case
from eremun.check.proofs.lemmas import bounds_above, bounds_below
from eremun.check.proofs.polynomial import Polynomial, constant, inverse
from eremun.values.intervals import Bound, Interval

MOST_LEMMAS = 6


class Budget:
    """How many terms of polynomials may still be looked at: a proof takes the same steps on every machine."""

    def __init__(self, terms: int) -> None:
        self.left = terms

    def spend(self, polynomial: Polynomial) -> bool:
        self.left -= 1 + len(polynomial.terms)
        return self.left >= 0


class Linear(NamedTuple):
    """A polynomial as factor * atom ** power + rest; the exponent is 1 or -1."""

    atom: int
    power: int
    factor: Polynomial
    rest: Polynomial


class Ends(NamedTuple):
    """What an atom is at least and at most: any of these."""

    lower: list[Polynomial]
    upper: list[Polynomial]


class Corners:
    """Whether polynomials are at least 0 in one case."""

    def __init__(self, case: Case, budget: Budget) -> None:
        self.case, self.budget = case, budget
        self.told: dict[object, bool] = {}

    def at_least_0(self, polynomial: Polynomial, lemmas: int = MOST_LEMMAS) -> bool:
        """`lemmas`: how many more may be used one after another."""
        key = (polynomial.key, lemmas)
        if key not in self.told:
            self.told[key] = False
            self.told[key] = self.case.empty or self.found(polynomial, lemmas)
        return self.told[key]

    def found(self, polynomial: Polynomial, lemmas: int) -> bool:
        if not self.budget.spend(polynomial):
            return False
        polynomial = self.case.reduced(polynomial)
        range_ = self.case.of(polynomial)
        if range_.low is not None and range_.low >= 0:
            return True
        if range_.high is not None and range_.high < 0:
            return False
        related = self.related(polynomial) if lemmas else {}
        named = {other for ends in related.values() for bound in (*ends.lower, *ends.upper) for other in bound.atoms}
        linear = list(_linear(polynomial))
        free = [one for one in linear if one.atom not in related and one.atom not in named]
        if free:
            first = min(free, key=self.open_ends)
            return self.by_ends(first, self.numbers(first), lemmas)
        return lemmas > 0 and any(self.by_ends(one, self.with_lemmas(one, related), lemmas - 1) for one in linear)

    def related(self, polynomial: Polynomial) -> dict[int, Ends]:
        """Atoms with ends that lemmas name."""
        found = {}
        for atom in polynomial.atoms:
            above = list(bounds_above(self.case, atom, polynomial.atoms))
            below = list(bounds_below(self.case, atom, polynomial.atoms))
            if above or below:
                found[atom] = Ends(below, above)
        return found

    def open_ends(self, one: Linear) -> int:
        """How many of an atom's ends are missing: those of others may settle which end is wanted."""
        return sum(not end for end in self.numbers(one))

    def numbers(self, one: Linear) -> Ends:
        """The ends of the atom's own interval, or of its inverse's."""
        range_ = self.case.interval(one.atom)
        found = range_ if one.power == 1 else inverse(range_)
        return Ends(_end(found.low), _end(found.high))

    def with_lemmas(self, one: Linear, related: dict[int, Ends]) -> Ends:
        lower, upper = self.numbers(one)
        more = related.get(one.atom, Ends([], [])) if one.power == 1 else Ends([], [])
        return Ends([*more.lower, *lower], [*more.upper, *upper])

    def by_ends(self, one: Linear, ends: Ends, lemmas: int) -> bool:
        """Whether it is at least 0 at the ends at which it can be least."""
        sign = _sign(self.case.of(one.factor))
        if sign > 0:
            return any(self.at_end(one, end, lemmas) for end in ends.lower)
        if sign < 0:
            return any(self.at_end(one, end, lemmas) for end in ends.upper)
        return any(all(self.at_end(one, end, lemmas) for end in both) for both in product(*ends))

    def at_end(self, one: Linear, end: Polynomial, lemmas: int) -> bool:
        return self.at_least_0(one.factor * end + one.rest, lemmas)


def _linear(polynomial: Polynomial) -> Iterator[Linear]:
    for atom in polynomial.atoms:
        for power in (1, -1):
            found = polynomial.parts(atom, power)
            if found is not None and found[0].terms:
                yield Linear(atom, power, *found)


def _end(bound: Bound) -> list[Polynomial]:
    return [] if bound is None else [constant(Fraction(bound))]


def _sign(found: Interval) -> int:
    """1 where no value is below 0, -1 where none is above, else 0."""
    if found.low is not None and found.low >= 0:
        return 1
    return -1 if found.high is not None and found.high <= 0 else 0
