"""Steps: of which number every value of a formula is a whole multiple, and whether it is a fraction that varies.

Derived from what the formula is made of, so that constants never force a rounding the law does not order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from eremun.check import typed as t
from eremun.check.structure import Structure
from eremun.model.pack import Pack
from eremun.model.rules import Within
from eremun.values.rounding import common_step
from eremun.values.types import Kind

ONE = Fraction(1)


@dataclass(frozen=True)
class Stepped:
    """`step` 0: the value can only be 0. `division`: the first division by something that varies, not yet rounded; an
    average is one by how many rows there are."""

    step: Fraction
    division: t.Arithmetic | t.Aggregate | None = None


class Steps:
    """Derives steps; `rules` holds those of the rules already done."""

    def __init__(self, pack: Pack, structure: Structure) -> None:
        self.pack, self.structure = pack, structure
        self.rules: dict[tuple[str, str], Fraction] = {}

    def of(self, node: t.Typed) -> Stepped:
        if node.type.kind is not Kind.NUMBER:
            return Stepped(ONE)
        match node:
            case t.Constant(value=value):
                return Stepped(abs(Fraction(value)))
            case t.ParameterRead(name=name):
                return Stepped(self.together(v.content for v in self.pack.parameters[name].versions))
            case t.Read(grain=grain, name=name):
                return Stepped(self.named(grain, name))
            case t.Negative(part=part):
                return self.of(part)
            case t.Arithmetic():
                return self.arithmetic(node)
            case t.If(then=then, otherwise=otherwise):
                return self.joined(then, otherwise)
            case t.Default(value=value, otherwise=otherwise):
                return self.joined(value, otherwise)
            case t.Extreme(parts=parts):
                return self.joined(*parts)
            case t.TableRead():
                return self.table(node)
            case t.Aggregate(word=word, value=value) if value is not None:
                return replace(self.of(value), division=node if word == "average" else None)
            case t.Share(step=step):
                return Stepped(step)
        return Stepped(ONE)

    def named(self, grain: str, name: str) -> Fraction:
        grain = self.structure.made_by(grain, name)
        column = self.structure.columns[grain].get(name)
        return column.step if column is not None else self.rules.get((grain, name), ONE)

    def joined(self, *parts: t.Typed) -> Stepped:
        found = [self.of(part) for part in parts]
        division = next((item.division for item in found if item.division), None)
        return Stepped(self.together(item.step for item in found), division)

    def together(self, steps: Iterable[Fraction]) -> Fraction:
        result = Fraction(0)
        for step in steps:
            result = common_step(result, abs(step))
        return result

    def table(self, node: t.TableRead) -> Stepped:
        """A progressive sum is made of products of the last key and its thresholds with the cells."""
        table, cells = self.pack.tables[node.table], self.cells(node.table, node.output)
        if table.hit != "marginal":
            return Stepped(ONE if table.hit == "count" else cells)
        rows = (row for version in table.versions for row in version.content)
        bounds = [c.low for row in rows if isinstance(c := row.conditions[-1], Within) and c.low is not None]
        key = self.of(node.arguments[-1])
        return Stepped(self.together([key.step, *bounds]) * cells, key.division)

    def cells(self, table: str, output: int) -> Fraction:
        rows = (row for version in self.pack.tables[table].versions for row in version.content)
        return self.together(cell for row in rows if isinstance(cell := row.cells[output], Fraction))

    def arithmetic(self, node: t.Arithmetic) -> Stepped:
        if node.sign in ("+", "-"):
            if node.left.type.kind is Kind.DATE:
                return Stepped(ONE)
            return self.joined(node.left, node.right)
        left, right = self.of(node.left), self.of(node.right)
        division = left.division or right.division
        if node.sign == "*":
            return Stepped(left.step * right.step, division)
        divisors = self.constants(node.right)
        if divisors is None:
            return Stepped(left.step, division or node)
        return Stepped(self.together(left.step / value for value in divisors if value), division)

    def constants(self, node: t.Typed) -> list[Fraction] | None:
        """Every value a constant formula can have over the dates; None where it is not constant."""
        match node:
            case t.Constant(value=value) if node.type.kind is Kind.NUMBER:
                return [Fraction(value)]
            case t.ParameterRead(name=name):
                return [version.content for version in self.pack.parameters[name].versions]
            case t.Negative(part=part):
                found = self.constants(part)
                return None if found is None else [-value for value in found]
            case t.Arithmetic(sign=sign, left=left, right=right) if node.type.kind is Kind.NUMBER:
                one, other = self.constants(left), self.constants(right)
                if one is None or other is None or (sign == "/" and 0 in other):
                    return None
                return [_compute(sign, a, b) for a in one for b in other]
        return None


def _compute(sign: str, a: Fraction, b: Fraction) -> Fraction:
    return {"+": a + b, "-": a - b, "*": a * b}[sign] if sign != "/" else a / b
