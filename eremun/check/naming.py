"""Names in formulas: what a word or a path means where it stands, and whether what it gives fits.

What the typing of every kind of formula builds on; `formula` itself is in typing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from eremun.check import typed as t
from eremun.check.faults import Faults
from eremun.check.scope import Scope
from eremun.check.signs import beside_percents
from eremun.diagnostics.diagnostic import Mark
from eremun.model.fields import nearby, said
from eremun.model.meant import in_unit, number_meant
from eremun.sources import syntax as s
from eremun.values.types import BOOLEAN, Kind, Type, number
from eremun.values.units import NUMBER


class Naming(ABC):
    """Resolves names in one scope."""

    def __init__(self, scope: Scope, faults: Faults) -> None:
        self.scope, self.faults = scope, faults

    @abstractmethod
    def formula(self, node: s.Formula, wanted: Type | None = None) -> t.Typed | None:
        """The typed formula; `wanted` says what stands opposite, so that a word can be one of an enum."""

    @abstractmethod
    def beside(self, other: t.Typed | None, node: s.Formula, wanted: Type | None = None) -> t.Typed | None:
        """A formula that stands opposite another; where that one is at fault, a word is not judged."""

    @abstractmethod
    def on(self, grain: str) -> Naming:
        """The same for formulas on another grain."""

    def truth(self, node: s.Formula) -> t.Typed | None:
        """A formula that must be true or false."""
        part = self.formula(node)
        if part is not None and part.type.kind is not Kind.BOOLEAN:
            self.faults.add("E302", Mark(part.span, said(part.type)), found=said(part.type))
            return None
        return part

    def number(self, node: s.Formula) -> t.Typed | None:
        part = self.formula(node)
        if part is not None and part.type.kind is not Kind.NUMBER:
            self.faults.add("E303", Mark(part.span, said(part.type)), found=said(part.type))
            return None
        return part

    # Names

    def path(self, node: s.Path, wanted: Type | None) -> t.Typed | None:
        if node.names[-1] in self.faults.lost.unclear:
            return None
        if len(node.names) == 1:
            return self.name(node, wanted)
        grain, followed = self.scope.follow(node.names[:-1])
        if followed < len(node.names) - 1:
            if self.scope.only_columns:
                self.faults.add("E318", node.span)
                return None
            known = self.scope.structure.relations[grain]
            place, name = node.spans[followed], node.names[followed]
            self.faults.add("E247", place, name=name, grain=grain, **nearby(name, [*known, t.PERIOD]))
            return None
        type_ = self.scope.type_of(grain, node.names[-1])
        if type_ is None and self.scope.only_columns and node.names[-1] in self.scope.names(grain):
            self.faults.add("E318", node.span)
            return None
        if type_ is None:
            near = nearby(node.names[-1], self.scope.names(grain))
            self.faults.add("E245", node.spans[-1], name=node.names[-1], grain=grain, **near)
            return None
        days = self.scope.days(node.names[:-1], node.span)
        return t.Read(node.names[:-1], grain, node.names[-1], type_, node.span, days)

    def name(self, node: s.Path, wanted: Type | None) -> t.Typed | None:
        name, grain = node.names[0], self.scope.grain
        if wanted is not None and wanted.kind is Kind.ENUM:
            return self.word(node, wanted)
        type_ = self.scope.type_of(grain, name)
        if type_ is not None:
            return t.Read((), grain, name, type_, node.span)
        parameter = self.scope.pack.parameters.get(name)
        if parameter is not None:
            return t.ParameterRead(name, parameter.type, node.span, self.scope.law)
        if name == "paid" and self.scope.findings and grain == self.scope.pack.person:
            return t.Paid(BOOLEAN, node.span)
        if name == "paid" and self.scope.findings and self.scope.pack.person not in self.scope.structure.columns:
            return None  # the grain of the person is refused already
        if self.scope.only_columns and name in self.scope.names(grain):
            self.faults.add("E318", node.span)
            return None
        near = nearby(name, self.scope.names(grain))
        near["nearest"] = near["nearest"] or number_meant(name)  # a Roman numeral reads as a name
        self.faults.add("E245", node.span, name=name, grain=grain, **near)
        return None

    def word(self, node: s.Path, wanted: Type) -> t.Typed | None:
        """Opposite an enum a word is one of its values; a name that has the same enum as type may stand there too."""
        words = self.scope.pack.enums[wanted.enum or ""]
        if node.names[0] in words:
            return t.Constant(node.names[0], wanted, node.span)
        type_ = self.scope.type_of(self.scope.grain, node.names[0])
        if type_ == wanted:
            return t.Read((), self.scope.grain, node.names[0], type_, node.span)
        near = nearby(node.names[0], words)
        self.faults.add("E223", node.span, word=node.names[0], enum=wanted.enum, **near)
        return None

    def fit(self, left: t.Typed, right: t.Typed, code: str, product: str = "", **more: str) -> bool:
        if left.type.agrees(right.type):
            return True
        if beside_percents(self, left, right) or beside_percents(self, right, left):
            return False
        marks = [Mark(right.span, said(right.type)), Mark(left.span, said(left.type))]
        marks += [Mark(span, "@unit") for part in (left, right) if (span := self.scope.declared(part)) is not None]
        literal = self.with_unit(left, right) or self.with_unit(right, left) or product
        self.faults.add(code, *marks, left=said(left.type), right=said(right.type), literal=literal, **more)
        return False

    def with_unit(self, one: t.Typed, other: t.Typed) -> str:
        """A number without unit as it would be written with the unit of what stands opposite; "" where it is none."""
        unit = "hari" if other.type.kind is Kind.DATE else str(other.type)
        plain = isinstance(one, t.Constant) and one.type == number(NUMBER)
        return in_unit(self.scope.words(one.span), unit) if plain else ""
