"""A formula while it is lowered: an integer node, its step, a divisor, the bits of its faults and of its absence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.values.rounding import Mode, common_step

UNIT = Fraction(1)


@dataclass(frozen=True, slots=True)
class Value:
    """node * step / divisor. `divisor` None is 1; else at least 1. `faults`: bits, None where it can't be at fault.
    `absent`: bits that say why there is no value, 0 where there is one; None where there always is."""

    node: n.Node
    step: Fraction = UNIT
    divisor: n.Node | None = None
    faults: n.Node | None = None
    absent: n.Node | None = None

    def needed(self) -> Value:
        """The value where one is needed: its absence is a fault, unless what it is made of has faults already."""
        if self.absent is None:
            return self
        absent = make.bits_if(make.faultless(self.faults), self.absent)
        return replace(self, faults=make.bits(self.faults, absent), absent=None)

    def with_faults(self, *faults: n.Node | None) -> Value:
        return replace(self, faults=make.bits(self.faults, *faults))


def scaled(value: Value, step: Fraction) -> n.Node:
    """The value's node in units of a step of which its own step is a whole multiple."""
    factor = value.step / step
    if factor == 1 or value.node == make.ZERO:
        return value.node
    if factor.denominator != 1:
        raise AssertionError(f"{value.step} is no multiple of {step}")
    return make.multiply(value.node, n.Const(factor.numerator))


def together(values: list[Value]) -> Fraction:
    """The common step of values; of zeros only, 1."""
    step = Fraction(0)
    for value in values:
        if value.node != make.ZERO:
            step = common_step(step, value.step)
    return step or UNIT


def same_divisor(values: list[Value]) -> list[Value]:
    """The values over one common divisor."""
    divisors = list(dict.fromkeys(value.divisor for value in values if value.divisor is not None))
    if not divisors:
        return values
    result = []
    for value in values:
        node = value.node
        for divisor in divisors:
            if divisor != value.divisor:
                node = make.multiply(node, divisor)
        result.append(replace(value, node=node, divisor=_product(divisors)))
    return result


def _product(divisors: list[n.Node]) -> n.Node:
    product = divisors[0]
    for divisor in divisors[1:]:
        product = make.multiply(product, divisor)
    return product


def joined(values: list[Value]) -> tuple[list[n.Node], Fraction, n.Node | None, n.Node | None]:
    """Nodes of the values over one step and one divisor; the step, the divisor, and the union of their faults."""
    common = same_divisor(values)
    step = together(common)
    faults = make.bits(*(value.faults for value in values))
    nodes = [make.ZERO if value.node == make.ZERO else scaled(value, step) for value in common]
    return nodes, step, common[0].divisor, faults


def rounded(value: Value, step: Fraction, mode: Mode) -> n.Node:
    """The value to a whole number of steps."""
    factor = value.step / step
    top = make.multiply(value.node, n.Const(factor.numerator))
    bottom = make.multiply(value.divisor or make.ONE, n.Const(factor.denominator))
    return make.divided(top, bottom, mode)
