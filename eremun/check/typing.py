"""Types and units: a formula with every name resolved, or diagnostics for what does not fit.

One method per kind of syntax; None where a part was refused already, so that nothing is reported twice.
"""

from __future__ import annotations

from typing import Literal, cast

from eremun.check import typed as t
from eremun.check.missing import asked
from eremun.check.naming import Naming
from eremun.check.scope import HARI, Scope
from eremun.check.signs import times
from eremun.check.typing_calls import call
from eremun.check.typing_rows import rejected, rows, table
from eremun.diagnostics.diagnostic import Mark
from eremun.model.fields import said
from eremun.sources import syntax as s
from eremun.values.types import BOOLEAN, DATE, TEXT, Kind, Type, common, number
from eremun.values.units import NUMBER, PERSEN, parse_unit

DAYS = number(HARI)
PERCENT = number(PERSEN)


class Typer(Naming):
    """Types formulas that stand in one scope."""

    def formula(self, node: s.Formula, wanted: Type | None = None) -> t.Typed | None:
        """The typed formula; `wanted` says what stands opposite, so that a word can be one of an enum."""
        match node:
            case s.Number() | s.Day() | s.Text() | s.Truth():
                return _literal(node)
            case s.Path():
                return self.path(node, wanted)
            case s.If():
                return self.condition(node, wanted)
            case s.Junction():
                return self.junction(node)
            case s.Not():
                part = self.truth(node.part)
                return t.Not(part, BOOLEAN, node.span) if part else None
            case s.Compare():
                return self.compare(node)
            case s.In():
                return self.choice(node)
            case s.Between():
                return self.between(node)
            case s.Arithmetic():
                return self.arithmetic(node)
            case s.Negative():
                part = self.number(node.part)
                return t.Negative(part, part.type, node.span) if part else None
            case s.Default():
                return self.default(node, wanted)
            case s.Rows():
                return rows(self, node)
            case s.RejectedRows():
                return rejected(self, node)
            case s.TableCall():
                return table(self, node)
            case s.Call():
                return call(self, node)

    def on(self, grain: str) -> Typer:
        """A typer of formulas on another grain."""
        return Typer(self.scope.at(grain), self.faults)

    # Truths

    def junction(self, node: s.Junction) -> t.Typed | None:
        parts = [self.truth(part) for part in node.parts]
        if None in parts:
            return None
        word = cast(Literal["and", "or"], node.word)
        return t.Junction(word, tuple(part for part in parts if part), BOOLEAN, node.span)

    def pair(self, left: s.Formula, right: s.Formula) -> tuple[t.Typed, t.Typed] | None:
        """Two operands that stand opposite each other: the type of one tells what a word in the other means."""
        if _may_be_word(left, self.scope) and not _may_be_word(right, self.scope):
            two = self.formula(right)
            one = self.beside(two, left)
        elif isinstance(right, s.Path) and self.faults.lost.has(right.names[0]):
            return None
        else:
            one = self.formula(left)
            two = self.beside(one, right)
        return (one, two) if one and two else None

    def beside(self, other: t.Typed | None, node: s.Formula, wanted: Type | None = None) -> t.Typed | None:
        if other is None and wanted is None and _may_be_word(node, self.scope):
            return None
        return self.formula(node, wanted or (other.type if other else None))

    def compare(self, node: s.Compare) -> t.Typed | None:
        pair = self.pair(node.left, node.right)
        if pair is None or not self.fit(*pair, "E304"):
            return None
        if node.sign not in ("=", "!=") and pair[0].type.kind not in (Kind.NUMBER, Kind.DATE):
            self.faults.add("E305", node.span, type=said(pair[0].type), sign=node.sign)
            return None
        sign = cast(Literal["=", "!=", "<", "<=", ">", ">="], node.sign)
        return t.Compare(sign, *pair, BOOLEAN, node.span)

    def choice(self, node: s.In) -> t.Typed | None:
        value = self.formula(node.value)
        choices = [self.beside(value, choice) for choice in node.choices]
        if value is None or not all(choice is not None and self.fit(value, choice, "E304") for choice in choices):
            return None
        return t.In(value, tuple(choice for choice in choices if choice), BOOLEAN, node.span)

    def between(self, node: s.Between) -> t.Typed | None:
        low = self.compare(s.Compare(">=", node.value, node.low, node.span))
        high = self.compare(s.Compare("<=", node.value, node.high, node.span)) if low else None
        if isinstance(low, t.Compare) and isinstance(high, t.Compare) and self.reversed(low.right, high.right):
            return None
        return t.Junction("and", (low, high), BOOLEAN, node.span) if low and high else None

    def reversed(self, low: t.Typed, high: t.Typed) -> bool:
        """Whether both limits are written there and the lowest is above the highest; that is then a fault."""
        if not (isinstance(low, t.Constant) and isinstance(high, t.Constant) and low.value > high.value):  # type: ignore[operator]
            return False
        words = [self.scope.words(limit.span) for limit in (low, high)]
        meant = f"between {words[1]} and {words[0]}"
        self.faults.add("E215", Mark(low.span), Mark(high.span), low=words[0], high=words[1], meant=meant)
        return True

    # Numbers and days

    def arithmetic(self, node: s.Arithmetic) -> t.Typed | None:
        left, right = self.formula(node.left), self.formula(node.right)
        if left is None or right is None:
            return None
        type_ = self.days(node.sign, left, right) or self.result(node.sign, left, right)
        sign = cast(Literal["+", "-", "*", "/"], node.sign)
        return t.Arithmetic(sign, left, right, type_, node.span) if type_ else None

    def days(self, sign: str, left: t.Typed, right: t.Typed) -> Type | None:
        """date - date is hari; date + hari and date - hari are dates."""
        if left.type.kind is not Kind.DATE:
            return None
        if sign == "-" and right.type.kind is Kind.DATE:
            return DAYS
        return DATE if sign in ("+", "-") and right.type.agrees(DAYS) else None

    def result(self, sign: str, left: t.Typed, right: t.Typed) -> Type | None:
        for part in (left, right):
            if part.type.kind is not Kind.NUMBER:
                marks = (Mark(left.span, said(left.type)), Mark(right.span, said(right.type)))
                self.faults.add("E306", *marks, sign=sign, left=said(left.type), right=said(right.type),
                                literal=self.with_unit(right, left))  # fmt: skip
                return None
        assert left.type.unit is not None
        assert right.type.unit is not None
        if sign in ("+", "-"):
            done = "@added" if sign == "+" else "@subtracted"
            fits = self.fit(left, right, "E301", self.product(left, right), done=done)
            return common(left.type, right.type) if fits else None
        if sign == "*" and (times(self, left, right) or times(self, right, left)):
            return None
        unit = left.type.unit * right.type.unit if sign == "*" else left.type.unit / right.type.unit
        return number(unit)

    def product(self, left: t.Typed, right: t.Typed) -> str:
        """What may be meant where a percentage is added to something else: their product, as it would be written."""
        simple = (t.Read, t.ParameterRead, t.Constant, t.TableRead, t.Aggregate)
        if not all(isinstance(part, simple) for part in (left, right)) or PERCENT not in (left.type, right.type):
            return ""
        return f"{self.scope.words(left.span)} * {self.scope.words(right.span)}"

    def condition(self, node: s.If, wanted: Type | None) -> t.Typed | None:
        condition = self.truth(node.condition)
        then = self.formula(node.then, wanted)
        otherwise = self.beside(then, node.otherwise, wanted)
        if condition is None or then is None or otherwise is None or not self.fit(then, otherwise, "E307"):
            return None
        return t.If(condition, then, otherwise, common(then.type, otherwise.type), node.span)

    def default(self, node: s.Default, wanted: Type | None) -> t.Typed | None:
        value = self.formula(node.value, wanted)
        otherwise = self.beside(value, node.otherwise)
        if value is None or otherwise is None or not self.fit(value, otherwise, "E307"):
            return None
        asked(self, "default", value, value.span, node.otherwise)
        return t.Default(value, otherwise, common(value.type, otherwise.type), node.span)


def _literal(node: s.Number | s.Day | s.Text | s.Truth) -> t.Constant:
    match node:
        case s.Number():
            unit = PERSEN if node.percent else parse_unit(node.unit) if node.unit else NUMBER
            return t.Constant(node.value, number(unit or NUMBER), node.span)
        case s.Day():
            return t.Constant(node.days, DATE, node.span)
        case s.Text():
            return t.Constant(node.text, TEXT, node.span)
        case s.Truth():
            return t.Constant(node.value, BOOLEAN, node.span)


def _may_be_word(node: s.Formula, scope: Scope) -> bool:
    if not isinstance(node, s.Path) or len(node.names) > 1:
        return False
    return scope.type_of(scope.grain, node.names[0]) is None and node.names[0] not in scope.pack.parameters
