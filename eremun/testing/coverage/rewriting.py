"""Other formulas made of formulas: the same plus one step, its opposite, without a part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

from eremun.diagnostics.diagnostic import Span
from eremun.sources import syntax as s
from eremun.values.types import Type
from eremun.values.units import PERSEN, Unit

ONE_DAY = Fraction(1)


def plus(formula: s.Formula, amount: Fraction, type: Type) -> s.Formula:
    """The formula and so much more, in the unit of its type."""
    sign = "-" if amount < 0 else "+"
    return s.Arithmetic(sign, formula, literal(abs(amount), type.unit, formula.span), formula.span)


def literal(value: Fraction, unit: Unit | None, span: Span) -> s.Number:
    if unit is not None and unit.dims:
        return s.Number(value, False, str(unit), span)
    return s.Number(value, unit is not None and unit.plain == PERSEN.plain, None, span)


def days_later(formula: s.Formula) -> s.Formula:
    return s.Arithmetic("+", formula, s.Number(ONE_DAY, False, "hari", formula.span), formula.span)


def opposite(formula: s.Formula) -> s.Formula:
    return s.Not(formula, formula.span)


def next_word(formula: s.Formula, words: tuple[str, ...]) -> s.Formula:
    """Where the formula gives a word, the one that follows it in the list. A word by itself, or in a branch, cannot be
    compared: nothing beside it says of which list it is."""
    if isinstance(formula, s.If):
        then, otherwise = next_word(formula.then, words), next_word(formula.otherwise, words)
        return replace(formula, then=then, otherwise=otherwise)
    if isinstance(formula, s.Path) and formula.names[0] in words:
        return _word(words[(words.index(formula.names[0]) + 1) % len(words)], formula.span)
    at = formula.span
    found: s.Formula = _word(words[0], at)
    for word, following in pairwise(words):
        found = s.If(s.Compare("=", formula, _word(word, at), at), _word(following, at), found, at)
    return found


def other_text(formula: s.Formula) -> s.Formula:
    """Some text that the formula does not give."""
    at = formula.span
    return s.If(s.Compare("=", formula, s.Text("-", at), at), s.Text("--", at), s.Text("-", at), at)


def always(span: Span) -> s.Formula:
    return s.Truth(True, span)


def nothing(formula: s.Formula) -> s.Formula:
    """The formula times 0."""
    return s.Arithmetic("*", formula, s.Number(Fraction(0), False, None, formula.span), formula.span)


def rewritten(node: Any, change: Callable[[Any], Any]) -> Any:
    """The formula with `change` applied to every part, inner ones first."""
    if isinstance(node, Span | type) or not is_dataclass(node):
        return node
    found: dict[str, Any] = {}
    whole: Any = node
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, tuple):
            found[field.name] = tuple(rewritten(item, change) for item in value)
        else:
            found[field.name] = rewritten(value, change)
    return change(replace(whole, **found))


def dates_of(formula: s.Formula, span: Span) -> list[s.Compare]:
    """The comparisons in a formula that stand for the first and last day of the item at that place."""
    found: list[s.Compare] = []

    def look(node: Any) -> Any:
        if isinstance(node, s.Compare) and isinstance(node.right, s.Day) and node.right.span == span:
            found.append(node)
        return node

    rewritten(formula, look)
    return found


def a_day_later(date: s.Compare, node: Any) -> Any:
    """The part of a formula; where it is that comparison, with the next day."""
    if node == date and isinstance(date.right, s.Day):
        return replace(date, right=replace(date.right, days=date.right.days + 1))
    return node


def more_where_found(formula: s.Formula, amount: Fraction, type: Type) -> s.Formula:
    """The formula and so much more, but only where it is above 0."""
    at = formula.span
    found = s.Compare(">", formula, literal(Fraction(0), type.unit, at), at)
    return s.If(found, plus(formula, amount, type), formula, at)


def _word(word: str, span: Span) -> s.Path:
    return s.Path((word,), (span,), span)
