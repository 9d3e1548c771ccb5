"""The names a test may use: the grains of a pack, their keys, and the type of each column and rule."""

from __future__ import annotations

from eremun.check.typed import PERIOD
from eremun.model.inputs import Column, Input
from eremun.model.pack import Pack
from eremun.values.types import Type


def grains_of(pack: Pack) -> list[str]:
    """Inputs, groups, and the one row of the period."""
    return [*pack.inputs, *pack.pairs, *pack.groups, PERIOD]


def key_of(pack: Pack, grain: str) -> tuple[str, ...]:
    """The columns that tell the rows of a grain apart; none for the period and for inputs without a key."""
    if grain in pack.inputs:
        return pack.inputs[grain].tells_apart
    if grain in pack.pairs:
        return pack.pairs[grain].key(pack.inputs)
    return pack.groups[grain].by if grain in pack.groups else ()


def types_of(pack: Pack, grain: str) -> dict[str, Type]:
    """The type of every column and rule of the grain, by name."""
    columns: dict[str, Type] = {}
    if grain in pack.inputs:
        columns = {name: column.type for name, column in pack.inputs[grain].columns.items()}
    elif grain in pack.pairs:
        columns = {name: column.type for name, column in pack.pairs[grain].columns(pack.inputs).items()}
    elif grain in pack.groups:
        group = pack.groups[grain]
        below = types_of(pack, group.of)
        columns = {name: below[name] for name in group.by if name in below}
    rules = {name: rule.type for (of, name), rule in pack.rules.items() if of == grain}
    return columns | rules


def column_named(table: Input, name: str) -> Column | None:
    """The column that a file would fill under that heading, else the one of that name."""
    headed = next((column for column in table.columns.values() if name in column.headers), None)
    return headed or table.columns.get(name)


def headings_of(table: Input) -> list[str]:
    """Everything by which a test may name a column of the table."""
    return [name for column in table.columns.values() for name in dict.fromkeys((*column.headers, column.name))]
