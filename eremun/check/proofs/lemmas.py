"""Lemmas: what a value is at most and at least, said by other values. Each is a fact of arithmetic, tested alone."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from eremun.check import typed as t
from eremun.check.proofs.atoms import Atoms, Value, at_least_0
from eremun.check.proofs.case import Case
from eremun.check.proofs.polynomial import Polynomial, constant, single
from eremun.check.proofs.rows import is_at_most
from eremun.model.rules import Rounding
from eremun.values.intervals import Interval

HALF = Fraction(1, 2)


def rounded_up_to(value: Polynomial, rounding: Rounding, range_: Interval) -> Iterator[Polynomial]:
    """Polynomials that a value, which lies in the range, is at most once it is rounded."""
    not_above = rounding.mode == "floor" or (rounding.mode == "down" and at_least_0(range_))
    not_above = not_above or (rounding.mode == "up" and _at_most_0(range_))
    if not_above:
        yield value
    elif rounding.mode in ("half_up", "half_even"):
        if at_least_0(range_):
            yield value.times(Fraction(2))  # below half a step it becomes 0
        yield value + constant(rounding.step * HALF)
    else:
        yield value + constant(rounding.step)


def rounded_down_to(value: Polynomial, rounding: Rounding, range_: Interval) -> Iterator[Polynomial]:
    """Polynomials that a value, which lies in the range, is at least once it is rounded."""
    mirrored = {"floor": "ceiling", "ceiling": "floor"}.get(rounding.mode, rounding.mode)
    opposite = Rounding(mirrored, rounding.step, rounding.span)  # type: ignore[arg-type]
    return (-found for found in rounded_up_to(-value, opposite, -range_))


def stays_on_steps(grid: Fraction, factor: Fraction, rounding: Rounding) -> bool:
    """Whether rounding can be left out of `factor * rounded + rest >= 0`, where the rest is a multiple of `grid` (0: of
    nothing known): it is monotone and does not move what is on its steps, so it goes over no border that is."""
    return grid != 0 and (grid / factor / rounding.step).denominator == 1


def bounds_above(case: Case, atom: int, others: tuple[int, ...]) -> Iterator[Polynomial]:
    """What an atom is at most: a part of a `min`, a count over more rows, what a condition says."""
    yield from _parts(case, atom, "min")
    one = _counted(case.atoms, atom)
    for other in others if isinstance(one.node, t.Aggregate) else ():
        if other != atom and is_at_most(case.atoms.checked, one, _counted(case.atoms, other)):
            yield single(other)
    yield from _known(case, atom, -1)


def bounds_below(case: Case, atom: int, others: tuple[int, ...]) -> Iterator[Polynomial]:
    """What an atom is at least, likewise."""
    yield from _parts(case, atom, "max")
    many = _counted(case.atoms, atom)
    for other in others if isinstance(many.node, t.Aggregate) else ():
        if other != atom and is_at_most(case.atoms.checked, _counted(case.atoms, other), many):
            yield single(other)
    yield from _known(case, atom, 1)


def _parts(case: Case, atom: int, word: str) -> Iterator[Polynomial]:
    found = formula_behind(case.atoms, atom)
    if isinstance(found.node, t.Extreme) and found.node.word == word:
        yield from (case.polynomial(part, found.place) for part in found.node.parts)


def _known(case: Case, atom: int, sign: int) -> Iterator[Polynomial]:
    """From `a * atom + b >= 0`: the atom is at least -b/a where a is above 0, and at most where it is below."""
    for polynomial in case.known:
        found = polynomial.parts(atom)
        factor = None if found is None else found[0].constant
        if found is not None and factor and factor * sign > 0:
            yield found[1].times(-1 / factor)


def formula_behind(atoms: Atoms, atom: int) -> Value:
    """The formula of a rule that is nothing else, else the value itself."""
    value = atoms.values[atom]
    rule = atoms.rule(atom)
    if rule is None or rule.rounding is not None or rule.exceptions:
        return value
    return Value(value.place, rule.formula)


def _counted(atoms: Atoms, atom: int) -> Value:
    return formula_behind(atoms, atom)


def _at_most_0(found: Interval) -> bool:
    return found.high is not None and found.high <= 0
