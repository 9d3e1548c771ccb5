"""Making nodes: constants are folded, and what changes nothing is left out, so that plans stay small."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import Any, Literal

from eremun.plan import nodes as n
from eremun.values.rounding import Mode, divide

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
ZERO = n.Const(0)
ONE = n.Const(1)
TRUE = n.Const(True)
FALSE = n.Const(False)


def add(left: n.Node, right: n.Node) -> n.Node:
    if isinstance(left, n.Const) and isinstance(right, n.Const):
        return n.Const(int(left.value) + int(right.value))
    if left == ZERO:
        return right
    if right == ZERO:
        return left
    parts = (*(left.parts if isinstance(left, n.Add) else (left,)), right)
    return n.Add(parts)


def subtract(left: n.Node, right: n.Node) -> n.Node:
    if isinstance(left, n.Const) and isinstance(right, n.Const):
        return n.Const(int(left.value) - int(right.value))
    return left if right == ZERO else n.Subtract(left, right)


def multiply(left: n.Node, right: n.Node) -> n.Node:
    if isinstance(left, n.Const) and isinstance(right, n.Const):
        return n.Const(int(left.value) * int(right.value))
    if ZERO in (left, right):
        return ZERO
    if left == ONE:
        return right
    return left if right == ONE else n.Multiply(left, right)


def divided(left: n.Node, right: n.Node, mode: Mode) -> n.Node:
    if right == ONE:
        return left
    if isinstance(left, n.Const) and isinstance(right, n.Const):
        return n.Const(divide(int(left.value), int(right.value), mode))
    return n.Divide(left, right, mode)


def compare(sign: n.CompareSign, left: n.Node, right: n.Node) -> n.Node:
    if isinstance(left, n.Const) and isinstance(right, n.Const):
        return n.Const(COMPARE[sign](left.value, right.value))
    return n.Compare(sign, left, right)


def choose(condition: n.Node, then: n.Node, otherwise: n.Node) -> n.Node:
    if condition == TRUE or then == otherwise:
        return then
    if condition == FALSE:
        return otherwise
    if then == TRUE and otherwise == FALSE:
        return condition
    if then == FALSE and otherwise == TRUE:
        return negated(condition)
    return n.Choose(condition, then, otherwise)


def extreme(word: Literal["min", "max"], parts: list[n.Node]) -> n.Node:
    if len(set(parts)) == 1:
        return parts[0]
    return n.Least(tuple(parts)) if word == "min" else n.Greatest(tuple(parts))


def both(*parts: n.Node) -> n.Node:
    """All of the parts."""
    found = _flat(parts, n.And, TRUE)
    if FALSE in found:
        return FALSE
    return TRUE if not found else found[0] if len(found) == 1 else n.And(tuple(found))


def either(*parts: n.Node) -> n.Node:
    """Any of the parts."""
    found = _flat(parts, n.Or, FALSE)
    if TRUE in found:
        return TRUE
    return FALSE if not found else found[0] if len(found) == 1 else n.Or(tuple(found))


def _flat(parts: Iterable[n.Node], of: type[n.And] | type[n.Or], nothing: n.Node) -> list[n.Node]:
    found: list[n.Node] = []
    for part in parts:
        inner = part.parts if isinstance(part, of) else (part,)
        found.extend(item for item in inner if item != nothing and item not in found)
    return found


def negated(part: n.Node) -> n.Node:
    if isinstance(part, n.Const):
        return n.Const(not part.value)
    return part.part if isinstance(part, n.Not) else n.Not(part)


def bits(*parts: n.Node | None) -> n.Node | None:
    """The union of fault bits; None where none of the parts can be at fault."""
    known = [part for part in parts if part is not None and part != ZERO]
    flat = (inner for part in known for inner in (part.parts if isinstance(part, n.BitOr) else (part,)))
    found = list(dict.fromkeys(flat))
    return None if not found else found[0] if len(found) == 1 else n.BitOr(tuple(found))


def bits_if(condition: n.Node, then: n.Node | None, otherwise: n.Node | None = None) -> n.Node | None:
    if then is None and otherwise is None:
        return None
    found = choose(condition, then or ZERO, otherwise or ZERO)
    return None if found == ZERO else found


def faultless(faults: n.Node | None) -> n.Node:
    """Whether no bit is set."""
    if faults is None:
        return TRUE
    if isinstance(faults, n.Const):
        return n.Const(faults.value == 0)
    if isinstance(faults, n.Choose) and isinstance(faults.then, n.Const) and isinstance(faults.otherwise, n.Const):
        return choose(faults.condition, faultless(faults.then), faultless(faults.otherwise))
    return n.Compare("=", faults, ZERO)
