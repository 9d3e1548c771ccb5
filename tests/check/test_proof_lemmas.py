"""What a proof rests on, each fact by itself and beside all small values there can be."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product as all_of

import pytest

from eremun.check.proofs.lemmas import rounded_down_to, rounded_up_to, stays_on_steps
from eremun.check.proofs.polynomial import Polynomial, inverse, product, single
from eremun.diagnostics.diagnostic import Span
from eremun.model.rules import Rounding
from eremun.values.intervals import Interval
from eremun.values.rounding import MODES, Mode, round_to

NOWHERE = Span("", 1, 1, 1, 1)
X = single(0)
STEPS = (Fraction(1), Fraction(1, 100), Fraction(3, 10), Fraction(100))
VALUES = [Fraction(n, 4) for n in range(-13, 14)]
RANGES = (Interval(0, None), Interval(None, 0), Interval(None, None), Interval(Fraction(-1), Fraction(2)))


def value_of(polynomial: Polynomial, at: dict[int, Fraction]) -> Fraction:
    total = Fraction(0)
    for monomial, factor in polynomial.terms.items():
        for atom, power in monomial:
            factor *= at[atom] ** power
        total += factor
    return total


def at_random(chance: random.Random) -> Polynomial:
    terms = {}
    for _ in range(chance.randrange(5)):
        powers = sorted({chance.randrange(3): chance.choice((-1, 1, 1, 2)) for _ in range(chance.randrange(3))}.items())
        terms[tuple(powers)] = Fraction(chance.choice((-3, -1, 1, 2)), chance.choice((1, 2)))
    return Polynomial(terms)


@pytest.mark.parametrize("seed", range(40))
def test_polynomials_compute_as_numbers_do(seed: int) -> None:
    chance = random.Random(seed)
    one, two = at_random(chance), at_random(chance)
    at = {atom: Fraction(chance.randrange(1, 6), chance.randrange(1, 4)) for atom in range(3)}
    a, b = value_of(one, at), value_of(two, at)
    assert value_of(one + two, at) == a + b
    assert value_of(one - two, at) == a - b
    assert value_of(one * two, at) == a * b
    common = one.common()
    assert value_of(one.over(common), at) * value_of(Polynomial({common: Fraction(1)}), at) == a
    for atom, power in all_of(range(3), (1, -1)):
        found = one.parts(atom, power)
        if found is not None:
            assert value_of(found[0], at) * at[atom] ** power + value_of(found[1], at) == a
            assert all(atom not in part.atoms for part in found)


def test_equal_polynomials_have_equal_keys() -> None:
    y = single(1)
    assert (X * y + X).key == (X + y * X).key
    assert (X - X).constant == 0
    assert product(((0, 1),), ((0, -1),)) == ()


@pytest.mark.parametrize("mode", MODES)
def test_bounds_of_what_is_rounded(mode: Mode) -> None:
    """For every value of a range: what it is rounded to is within each bound, and one bound is reached or nearly."""
    for step, range_, value in all_of(STEPS, RANGES, VALUES):
        if not range_.holds(value):
            continue
        rounding, at = Rounding(mode, step, NOWHERE), {0: value}
        rounded = round_to(value, step, mode)
        above = [value_of(bound, at) for bound in rounded_up_to(X, rounding, range_)]
        below = [value_of(bound, at) for bound in rounded_down_to(X, rounding, range_)]
        assert above
        assert below
        assert all(rounded <= bound for bound in above), (step, range_, value)
        assert all(bound <= rounded for bound in below), (step, range_, value)
        assert min(above) <= value + step
        assert max(below) >= value - step


@pytest.mark.parametrize("mode", MODES)
def test_rounding_goes_over_no_border_on_its_steps(mode: Mode) -> None:
    """factor * x + rest >= 0 before rounding implies the same after, where the border lies on the steps."""
    seen = 0
    for step, factor, border in all_of(STEPS, (Fraction(-2), Fraction(-1), Fraction(1), Fraction(3, 2)), VALUES):
        if not stays_on_steps(abs(border * factor), factor, Rounding(mode, step, NOWHERE)):
            continue
        for value in VALUES:
            before, after = (factor * x + border * factor for x in (value, round_to(value, step, mode)))
            seen += 1
            assert before < 0 or after >= 0, (step, factor, border, value)
    assert seen > 500


def test_a_border_between_steps_is_gone_over() -> None:
    """2.5 <= 2.6, and to whole numbers, half up, it is 3."""
    whole = Rounding("half_up", Fraction(1), NOWHERE)
    assert not stays_on_steps(Fraction(26, 10), Fraction(-1), whole)
    assert stays_on_steps(Fraction(3), Fraction(-1), whole)


def test_inverses() -> None:
    for low, high in all_of((None, -1, 0, 1, 2), (None, 0, 3)):
        found = inverse(Interval(low, high))
        for value in (Fraction(n, 2) for n in range(1, 9)):
            if Interval(low, high).holds(value):
                assert found.holds(1 / value), (low, high, value)
