"""In which order amounts are told: first the last rupiah column of the payroll file that no other column reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from eremun.check import typed
from eremun.check.checked import CheckedPack
from eremun.check.typed import Typed
from eremun.outputs.forms import is_money

Named = tuple[str, Typed]
_TYPED = typed.Typed.__args__


def payroll_order(checked: CheckedPack) -> tuple[list[Named], list[Named]]:
    """The columns of the payroll file that are no numbers computed by rules, and those that are, in telling order."""
    names = [column.name for column in checked.pack.outputs.payroll_columns]
    columns = list(zip(names, checked.payroll, strict=True))
    amounts = [column for column in columns if is_computed(checked, column[1])]
    facts = [column for column in columns if column not in amounts]
    read = {name for column in amounts for name in below(checked, column[1])}
    final = [column for column in amounts if _name(column[1]) not in read]
    money = [column for column in final if is_money(column[1].type)]
    first = money[-1:] or final[-1:]
    return facts, [*first, *(c for c in final if c not in first), *(c for c in amounts if c not in final)]


def is_computed(checked: CheckedPack, node: Typed) -> bool:
    """Whether the column is more than a cell of the person's row."""
    if isinstance(node, typed.Read):
        return (node.grain, node.name) in checked.rules
    return not isinstance(node, typed.Constant)


def nodes_of(node: Typed) -> Iterator[Typed]:
    """The node and all its parts on the same row, in the order they stand."""
    yield node
    if isinstance(node, typed.Aggregate):
        return
    for part in _parts(node):
        yield from nodes_of(part)


def below(checked: CheckedPack, node: Typed) -> set[tuple[str, str]]:
    """The rules that the column's own rule reads, directly or through others."""
    found: set[tuple[str, str]] = set()
    waiting = _reads(checked.rules[_name(node)]) if _name(node) in checked.rules else _reads(node)
    while waiting:
        name = waiting.pop()
        if name in checked.rules and name not in found:
            found.add(name)
            waiting |= _reads(checked.rules[name])
    return found


def _name(node: Typed) -> tuple[str, str]:
    return (node.grain, node.name) if isinstance(node, typed.Read) else ("", "")


def _reads(item: Any) -> set[tuple[str, str]]:
    """The names that a formula, or all formulas of a checked rule, read."""
    own = {(item.grain, item.name)} if isinstance(item, typed.Read) else set()
    return own.union(*(_reads(part) for part in _parts(item)))


def _parts(item: Any) -> Iterator[Any]:
    """The formulas directly inside a node, a checked rule or a checked exception."""
    for field in fields(item):
        value = getattr(item, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, _TYPED) or (is_dataclass(part) and type(part).__name__ == "CheckedException"):
                yield part
