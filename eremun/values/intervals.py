"""Intervals of numbers: what a value can be at least and at most; None is no bound.

Every operation gives an interval that holds all results; none gives up exactness at finite ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

Bound = Fraction | int | None


@dataclass(frozen=True, slots=True)
class Interval:
    low: Bound
    high: Bound

    def __add__(self, other: Interval) -> Interval:
        return Interval(_add(self.low, other.low), _add(self.high, other.high))

    def __neg__(self) -> Interval:
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def __mul__(self, other: Interval) -> Interval:
        if ZERO in (self, other):
            return ZERO
        if None in (self.low, self.high, other.low, other.high):
            return _unbounded_product(self, other)
        return _around(_times(a, b) for a in (self.low, self.high) for b in (other.low, other.high))

    def divided(self, other: Interval, smallest: Fraction | int) -> Interval:
        """Quotients by values of `other` that are at least `smallest`, which is above 0."""
        low = max(other.low if other.low is not None else smallest, smallest)
        high = other.high
        ends: list[Bound] = []
        for top in (self.low, self.high):
            if top is None:
                return Interval(None if self.low is None else min(Fraction(0), Fraction(self.low) / low),
                                None if self.high is None else max(Fraction(0), Fraction(self.high) / low))  # fmt: skip
            ends += [Fraction(top) / low, Fraction(0) if high is None else Fraction(top) / max(high, low)]
        return _around(ends)

    def join(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(low, high)

    def meet(self, other: Interval) -> Interval:
        """The part common to both; where there is none, this interval."""
        low = other.low if self.low is None else self.low if other.low is None else max(self.low, other.low)
        high = other.high if self.high is None else self.high if other.high is None else min(self.high, other.high)
        if low is not None and high is not None and low > high:
            return self
        return Interval(low, high)

    def least(self, other: Interval) -> Interval:
        """The smaller of a value of each."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = other.high if self.high is None else self.high if other.high is None else min(self.high, other.high)
        return Interval(low, high)

    def greatest(self, other: Interval) -> Interval:
        """The larger of a value of each."""
        return -(-self).least(-other)

    def summed(self, most: int | None) -> Interval:
        """Sums of none up to `most` values (None: any number)."""
        if most is None:
            return Interval(0 if _at_least(self.low, 0) else None, 0 if _at_most(self.high, 0) else None)
        low, high = _times(self.low, most), _times(self.high, most)
        return Interval(None if low is None else min(low, 0), None if high is None else max(high, 0))

    def holds(self, value: Fraction | int) -> bool:
        return _at_most(self.low, value, True) and _at_least(self.high, value, True)


ANY = Interval(None, None)
ZERO = Interval(0, 0)


def exactly(value: Fraction | int) -> Interval:
    return Interval(value, value)


def _add(a: Bound, b: Bound) -> Bound:
    return None if a is None or b is None else a + b


def _times(a: Bound, b: Bound) -> Bound:
    return None if a is None or b is None else a * b


def _around(values: Iterable[Bound]) -> Interval:
    """The interval around the values; where one is unbounded, so are both ends."""
    found = list(values)
    known = [value for value in found if value is not None]
    return ANY if len(known) < len(found) else Interval(min(known), max(known))


def _unbounded_product(one: Interval, other: Interval) -> Interval:
    """At least the sign survives where ends are missing."""
    if _at_least(one.low, 0) and _at_least(other.low, 0):
        high = None if one.high is None or other.high is None else one.high * other.high
        assert one.low is not None
        assert other.low is not None
        return Interval(one.low * other.low, high)
    if _at_most(one.high, 0) and _at_most(other.high, 0):
        return (-one) * (-other)
    if (_at_least(one.low, 0) and _at_most(other.high, 0)) or (_at_most(one.high, 0) and _at_least(other.low, 0)):
        return Interval(None, 0)
    return ANY


def _at_least(bound: Bound, value: Fraction | int, unbounded: bool = False) -> bool:
    return unbounded if bound is None else bound >= value


def _at_most(bound: Bound, value: Fraction | int, unbounded: bool = False) -> bool:
    return unbounded if bound is None else bound <= value
