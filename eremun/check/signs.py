"""Percentages whose sign is missing: a parameter `25` multiplies an amount by 25, and no unit tells.

A parameter written as a number alone is taken for a percentage where it stands opposite one, and must not multiply what
has a unit. Who means a number writes `25 number`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Protocol

from eremun.check import typed as t
from eremun.check.faults import Faults
from eremun.check.scope import Scope
from eremun.diagnostics.diagnostic import Mark, Span
from eremun.model.pack import Pack
from eremun.model.rules import Bare
from eremun.values.numbers import decimal_text, decimals_of
from eremun.values.types import Type, number
from eremun.values.units import NUMBER, PERSEN

PERCENT = number(PERSEN)


class Judging(Protocol):
    scope: Scope
    faults: Faults


def times(judging: Judging, factor: t.Typed, other: t.Typed) -> bool:
    """Whether a factor of what has a unit, or of a percentage, is a number alone; that is then a fault."""
    return other.type != number(NUMBER) and refused(judging.scope.pack, judging.faults, factor, other.span)


def beside_percents(judging: Judging, one: t.Typed, other: t.Typed) -> bool:
    """Whether what stands opposite a percentage is no percentage because of a number alone; that is then a fault."""
    return other.type == PERCENT and gives_percents(judging.scope.pack, judging.faults, one, PERCENT, other.span)


def gives_percents(pack: Pack, faults: Faults, formula: t.Typed, wanted: Type, place: Span) -> bool:
    """Whether what should be a percentage is a number because of a number alone; that is then a fault."""
    parts = factors(formula) if wanted == PERCENT and formula.type == number(NUMBER) else ()
    found = [refused(pack, faults, part, place) for part in parts]
    return any(found)


def refused(pack: Pack, faults: Faults, node: t.Typed, other: Span) -> bool:
    """Says of each number alone that the formula may give what it may be, once."""
    found = [(read.name, bare) for read in results(node) if (bare := pack.parameters[read.name].bare) is not None]
    for name, bare in found:
        if not any(one.code == "E309" and one.arguments["name"] == name for one in faults.found):
            marks = Mark(bare.span, ""), Mark(other, "@used_with")
            faults.add("E309", *marks, name=name, text=bare.text, percent=percent(bare))
    return bool(found)


def factors(node: t.Typed) -> Iterator[t.Typed]:
    """What is multiplied, or the formula itself."""
    if isinstance(node, t.Arithmetic) and node.sign == "*":
        yield from (*factors(node.left), *factors(node.right))
    else:
        yield node


def results(node: t.Typed) -> Iterator[t.ParameterRead]:
    """The parameters that the value may be, as they stand."""
    match node:
        case t.ParameterRead():
            yield node
        case t.If():
            yield from (*results(node.then), *results(node.otherwise))
        case t.Default():
            yield from (*results(node.value), *results(node.otherwise))
        case t.Negative():
            yield from results(node.part)


def percent(bare: Bare) -> str:
    """As it would be written: `25%` for 25, and for 0.25, which multiplies as 25 % does."""
    value = Fraction(bare.text.replace("_", ""))
    if not 0 < abs(value) < 1:
        return f"{bare.text}%"
    hundredfold = value * 100
    return f"{decimal_text(hundredfold, decimals_of(hundredfold) or 0)}%"
