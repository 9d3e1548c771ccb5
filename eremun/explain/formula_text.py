"""A typed formula with its numbers put in: what was read as values, what was not read as dots."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from eremun.check import typed
from eremun.check.typed import Typed
from eremun.engines.reference.outcomes import Faults, Missing, Outcome
from eremun.engines.reference.trace import Observed
from eremun.explain.tree import Segment, Segments, Shown
from eremun.outputs.forms import is_percent
from eremun.values.numbers import decimals_of
from eremun.values.types import Kind, Type

UNREAD: Segments = ("…",)
OR, AND, NOT, TEST, SUM, PRODUCT, SIGN, ATOM = range(8)


def shown(outcome: Outcome | None, type: Type, step: Fraction | None = None) -> Shown:
    """The outcome as a value to be shown; without one where it is missing or at fault."""
    value = None if outcome is None or isinstance(outcome, Missing | Faults) else outcome
    return Shown(value, type, _decimals(type, step))


def _decimals(type: Type, step: Fraction | None) -> int:
    """As many decimals as the rule stores, where these are the two that points and percents have."""
    if type.kind is not Kind.NUMBER or step is None:
        return 0
    return min(decimals_of(step * 100 if is_percent(type) else step) or 0, 2)


def filled(
    node: Typed,
    observed: Observed,
    steps: Callable[[Typed], Fraction | None],
    named: bool = False,
    within: int = OR,
) -> Segments:
    """The formula with numbers put in. `steps` gives the step of a named value, to show all its decimals. `named`: each
    number stands behind the name it has in the formula. `within`: how tightly what stands around it binds."""
    return _Filler(observed, steps, named).text(node, within)


class _Filler:
    def __init__(self, observed: Observed, steps: Callable[[Typed], Fraction | None], named: bool) -> None:
        self.observed = observed
        self.steps = steps
        self.named = named

    def text(self, node: Typed, within: int) -> Segments:
        """The node's text, in brackets where its operator binds less than the place it stands in."""
        if self.observed.of(node) is None:
            return UNREAD
        form = _FORMS.get(type(node))
        if form is None:
            return self.value(node)
        own, segments = form(self, node)
        return ("(", *segments, ")") if own < within else segments

    def value(self, node: Typed) -> Segments:
        outcome = self.observed.of(node)
        if isinstance(outcome, Missing | Faults):
            return (_name(node), " ", Shown(None, node.type))
        value = shown(outcome, node.type, self.steps(node))
        shows_name = (self.named and not isinstance(node, typed.Constant)) or _is_named_truth(node)
        return (_name(node), " (", value, ")") if shows_name else (value,)

    def joined(self, nodes: tuple[Typed, ...], between: str, within: int) -> Segments:
        segments: list[Segment] = []
        for place, node in enumerate(nodes):
            segments += [between] if place else []
            segments += self.text(node, within)
        return tuple(segments)


Form = tuple[int, Segments]
_OTHER_NAMES = {typed.MakeDate: "date", typed.Digits: "digits", typed.Paid: "paid", typed.RejectedRows: "rejected"}


def _is_named_truth(node: Typed) -> bool:
    return isinstance(node, typed.Read) and node.type.kind is Kind.BOOLEAN


def _if(fill: _Filler, node: typed.If) -> Form:
    condition = fill.observed.of(node.condition)
    if _is_named_truth(node.condition) and isinstance(condition, bool):
        return OR, fill.text(node.then if condition else node.otherwise, OR)
    return _if_in_full(fill, node)


def _if_in_full(fill: _Filler, node: typed.If) -> Form:
    condition, then = fill.text(node.condition, OR), fill.text(node.then, OR)
    return OR, ("if ", *condition, " then ", *then, " else ", *fill.text(node.otherwise, OR))


def _junction(fill: _Filler, node: typed.Junction) -> Form:
    own = AND if node.word == "and" else OR
    return own, fill.joined(node.parts, f" {node.word} ", own + 1)


def _not(fill: _Filler, node: typed.Not) -> Form:
    return NOT, ("not ", *fill.text(node.part, NOT))


def _compare(fill: _Filler, node: typed.Compare) -> Form:
    return TEST, fill.joined((node.left, node.right), f" {node.sign} ", SUM)


def _in(fill: _Filler, node: typed.In) -> Form:
    return TEST, (*fill.text(node.value, SUM), " in [", *fill.joined(node.choices, ", ", SUM), "]")


def _arithmetic(fill: _Filler, node: typed.Arithmetic) -> Form:
    own = SUM if node.sign in "+-" else PRODUCT
    return own, (*fill.text(node.left, own), f" {node.sign} ", *fill.text(node.right, own + 1))


def _negative(fill: _Filler, node: typed.Negative) -> Form:
    return SIGN, ("-", *fill.text(node.part, SIGN))


def _default(fill: _Filler, node: typed.Default) -> Form:
    if isinstance(fill.observed.of(node.value), Missing):
        return SIGN, (*fill.value(node.value), " default ", *fill.text(node.otherwise, SIGN))
    return ATOM, fill.text(node.value, ATOM)


def _extreme(fill: _Filler, node: typed.Extreme) -> Form:
    return ATOM, (f"{node.word}(", *fill.joined(node.parts, ", ", OR), ")")


def _months(fill: _Filler, node: typed.Months) -> Form:
    return ATOM, ("months(", *fill.joined((node.start, node.end), ", ", OR), ")")


def _present(_fill: _Filler, node: typed.Present | typed.RowExists) -> Form:
    asked = _name(node.value) if isinstance(node, typed.Present) else ".".join(node.path)
    return ATOM, (f"present({asked})",)


def _name(node: Any) -> str:
    """What a place is called in a formula."""
    if isinstance(node, typed.Read):
        return ".".join((*node.path, node.name))
    if isinstance(node, typed.Aggregate):
        return f"{node.word}({node.over})"
    if isinstance(node, typed.TableRead):
        return node.table
    return _OTHER_NAMES.get(type(node)) or str(getattr(node, "name", "") or getattr(node, "word", "…"))


_FORMS: dict[type, Callable[[_Filler, Any], Form]] = {
    typed.If: _if,
    typed.Junction: _junction,
    typed.Not: _not,
    typed.Compare: _compare,
    typed.In: _in,
    typed.Arithmetic: _arithmetic,
    typed.Negative: _negative,
    typed.Default: _default,
    typed.Extreme: _extreme,
    typed.Months: _months,
    typed.Present: _present,
    typed.RowExists: _present,
}
