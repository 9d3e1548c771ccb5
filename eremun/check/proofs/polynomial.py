"""Polynomials over atoms, with whole exponents of either sign: what arithmetic makes of values not taken apart.

An atom is a number that stands for a value (`proofs.atoms`); one with an exponent below 0 is known to be above 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from eremun.values.intervals import Interval, exactly

Monomial = tuple[tuple[int, int], ...]
UNIT: Monomial = ()


@dataclass(frozen=True)
class Polynomial:
    """`terms`: the coefficient of every monomial (pairs of atom and exponent, in order), none of them 0."""

    terms: Mapping[Monomial, Fraction]

    @cached_property
    def key(self) -> tuple[tuple[Monomial, Fraction], ...]:
        """Equal for equal polynomials."""
        return tuple(sorted(self.terms.items()))

    def __add__(self, other: Polynomial) -> Polynomial:
        terms = dict(self.terms)
        for monomial, factor in other.terms.items():
            _add(terms, monomial, factor)
        return Polynomial(terms)

    def __neg__(self) -> Polynomial:
        return self.times(Fraction(-1))

    def __sub__(self, other: Polynomial) -> Polynomial:
        return self + -other

    def __mul__(self, other: Polynomial) -> Polynomial:
        terms: dict[Monomial, Fraction] = {}
        for one, factor in self.terms.items():
            for two, by in other.terms.items():
                _add(terms, product(one, two), factor * by)
        return Polynomial(terms)

    def times(self, factor: Fraction) -> Polynomial:
        return Polynomial({monomial: value * factor for monomial, value in self.terms.items()} if factor else {})

    def over(self, divisor: Monomial) -> Polynomial:
        """Divided by a product of atoms."""
        inverse = tuple((atom, -power) for atom, power in divisor)
        return Polynomial({product(one, inverse): factor for one, factor in self.terms.items()})

    @cached_property
    def atoms(self) -> tuple[int, ...]:
        return tuple(sorted({atom for monomial in self.terms for atom, _ in monomial}))

    @property
    def constant(self) -> Fraction | None:
        """Its value, where it has no atoms."""
        return None if self.atoms else self.terms.get(UNIT, Fraction(0))

    @property
    def alone(self) -> int | None:
        """The atom that it is, with nothing besides."""
        return self.atoms[0] if len(self.atoms) == 1 and self.terms == single(self.atoms[0]).terms else None

    def within(self, interval: Callable[[int], Interval]) -> Interval:
        """An interval that holds every value of it, from those of its atoms."""
        result = exactly(0)
        for monomial, factor in self.terms.items():
            term = exactly(factor)
            for atom, power in monomial:
                base = interval(atom) if power > 0 else inverse(interval(atom))
                for _ in range(abs(power)):
                    term = term * base
            result = result + term
        return result

    def parts(self, atom: int, power: int = 1) -> tuple[Polynomial, Polynomial] | None:
        """(a, b) where this is a * atom ** power + b and neither speaks of the atom; None where it is not so."""
        with_it: dict[Monomial, Fraction] = {}
        without: dict[Monomial, Fraction] = {}
        for monomial, factor in self.terms.items():
            found = next((exponent for one, exponent in monomial if one == atom), 0)
            if found not in (0, power):
                return None
            rest = tuple(pair for pair in monomial if pair[0] != atom)
            (with_it if found else without)[rest] = factor
        return Polynomial(with_it), Polynomial(without)

    def common(self) -> Monomial:
        """The product of atoms, with the least exponent of each, that divides every term."""
        rows = [dict(monomial) for monomial in self.terms]
        least = ((atom, min(row.get(atom, 0) for row in rows)) for atom in self.atoms)
        return tuple((atom, power) for atom, power in least if power)


ZERO = Polynomial({})


def constant(value: Fraction | int) -> Polynomial:
    return Polynomial({UNIT: Fraction(value)} if value else {})


def single(atom: int) -> Polynomial:
    return Polynomial({((atom, 1),): Fraction(1)})


def product(one: Monomial, two: Monomial) -> Monomial:
    if not one or not two:
        return one or two
    powers = dict(one)
    for atom, power in two:
        powers[atom] = powers.get(atom, 0) + power
    return tuple(sorted((atom, power) for atom, power in powers.items() if power))


def inverse(found: Interval) -> Interval:
    """The inverse of a value that is above 0; of one that can't be, anything above 0."""
    low = 1 / Fraction(found.high) if found.high is not None and found.high > 0 else Fraction(0)
    return Interval(low, 1 / Fraction(found.low) if found.low is not None and found.low > 0 else None)


def _add(terms: dict[Monomial, Fraction], monomial: Monomial, factor: Fraction) -> None:
    value = terms.get(monomial, Fraction(0)) + factor
    if value:
        terms[monomial] = value
    else:
        terms.pop(monomial, None)
