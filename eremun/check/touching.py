"""Rows that hold for some days and have one in the month: no two of one key on one day, so at most 31 of each key.

Recognized where the conditions of an aggregate say it of the first and of the last day of a row; a rule that is a
condition is read through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eremun.check import typed as t
from eremun.check.spells import DAYS_OF_PERIOD
from eremun.model.inputs import Input

Truths = Mapping[tuple[str, str], t.Typed]


def touches_period(where: t.Typed | None, table: Input, truths: Truths) -> bool:
    """Whether rows of the table of which the condition holds have a day in the month, or there are none. `truths`: the
    formulas of rules that are conditions."""
    if where is None or len(table.spells) != 2 or table.spells[0] in table.key:
        return False
    first, last = table.spells
    found = list(_conditions(where, table.name, truths))
    if any(isinstance(one, t.Constant) and not one.value for one in found):
        return True
    return any(_begins(one, table.name, first) for one in found) and any(_ends(one, table.name, last) for one in found)


def _conditions(where: t.Typed, grain: str, truths: Truths) -> Iterator[t.Typed]:
    """What holds wherever the condition does."""
    yield where
    if isinstance(where, t.Junction) and where.word == "and":
        for part in where.parts:
            yield from _conditions(part, grain, truths)
    if isinstance(where, t.Read) and not where.path and (grain, where.name) in truths:
        yield from _conditions(truths[grain, where.name], grain, truths)


def _begins(node: t.Typed, grain: str, first: str) -> bool:
    """Whether the first day is said to lie before the end of the month, or on it."""
    return any(_is_cell(day, grain, first) and sign in ("<", "<=", "=") for day, sign in _with_days(node))


def _ends(node: t.Typed, grain: str, last: str) -> bool:
    """Whether the last day is said to lie after the start of the month, or on it; without one a row still runs."""
    if isinstance(node, t.Junction) and node.word == "or":
        return all(_runs(part, grain, last) or _ends(part, grain, last) for part in node.parts)
    return any(
        _is_cell(day.value if isinstance(day, t.Default) else day, grain, last) and sign in (">", ">=", "=")
        for day, sign in _with_days(node)
    )


def _runs(node: t.Typed, grain: str, last: str) -> bool:
    return isinstance(node, t.Not) and isinstance(node.part, t.Present) and _is_cell(node.part.value, grain, last)


def _with_days(node: t.Typed) -> Iterator[tuple[t.Typed, str]]:
    """What is compared with the first or last day of the month, and how."""
    if isinstance(node, t.Compare):
        if _is_of_period(node.right):
            yield node.left, node.sign
        if _is_of_period(node.left):
            yield node.right, t.MIRROR[node.sign]


def _is_of_period(node: t.Typed) -> bool:
    return isinstance(node, t.Read) and node.path == (t.PERIOD,) and (t.PERIOD, node.name) in DAYS_OF_PERIOD


def _is_cell(node: t.Typed, grain: str, name: str) -> bool:
    return isinstance(node, t.Read) and not node.path and (node.grain, node.name) == (grain, name)
