"""What a typed formula is made of: its parts, what it reads, and a form without places to compare formulas by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache

from eremun.check import typed as t
from eremun.diagnostics.diagnostic import Span
from eremun.model.lost import Item, Lost


def parts_of(node: t.Typed) -> Iterator[t.Typed]:
    """The formulas directly inside this one, in the order they are read."""
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, tuple):
            yield from (item for item in value if hasattr(item, "type") and hasattr(item, "span"))
        elif hasattr(value, "type") and hasattr(value, "span"):
            yield value


def walk(node: t.Typed) -> Iterator[t.Typed]:
    """This formula and all inside it."""
    yield node
    for part in parts_of(node):
        yield from walk(part)


def read_on(node: t.Typed, grain: str) -> Iterator[tuple[str, t.Read | None, Item]]:
    """The parameters and tables that a formula reads, each with the grain whose day selects their version, and the day
    where a rule names its own."""
    if isinstance(node, t.ParameterRead):
        yield grain, node.law, (Lost.PARAMETER, node.name)
    elif isinstance(node, t.TableRead):
        yield grain, node.law, (Lost.TABLE, node.table)
    for part in parts_of(node):
        yield from read_on(part, node.over if isinstance(node, t.Aggregate) else grain)


@lru_cache(maxsize=20_000)
def shape(node: t.Typed) -> tuple[object, ...]:
    """The formula without its places: equal for two formulas that say the same."""
    found: list[object] = [type(node).__name__]
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, Span):
            continue
        if hasattr(value, "span"):
            found.append(shape(value))
        elif isinstance(value, tuple) and value and hasattr(value[0], "span"):
            found.append(tuple(shape(item) for item in value))
        else:
            found.append(value)
    return tuple(found)
