"""Facts: what is known besides of the values of one row, from the conditions around a formula.

A fact is kept under the form of the formula that it speaks of: an interval of a number or a day, the words that one of
a list can still be, or that a value or a row is there. It holds on that row alone, so none enters an aggregate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eremun.check import typed as t
from eremun.check.reads import shape
from eremun.values.intervals import Interval

Known = Interval | frozenset[str]
Facts = Mapping[tuple[object, ...], Known]
NO_FACTS: Facts = {}


def present_key(node: t.Typed) -> tuple[object, ...]:
    """The fact that a value is there."""
    return ("present", shape(node))


def exists_key(path: tuple[str, ...]) -> tuple[object, ...]:
    """The fact that the row which the relations lead to is there."""
    return ("exists", path)


def in_any_case(cases: Sequence[Facts]) -> Facts:
    """What is known where one of the cases holds, and it is not told which: of what every case speaks, the whole."""
    found, *rest = cases
    for other in rest:
        found = {key: _either(known, other[key]) for key, known in found.items() if key in other}
    return found


def _either(one: Known, other: Known) -> Known:
    if isinstance(one, Interval) and isinstance(other, Interval):
        return one.join(other)
    assert isinstance(one, frozenset)
    assert isinstance(other, frozenset)
    return one | other
