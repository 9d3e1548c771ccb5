"""What a pack needs of the pack that uses it: names on a grain, with type and range, and rows that its rows lead to.

Where nobody uses it, the needs of a grain are an input of that name, so that the pack can be checked and tested alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from eremun.diagnostics.diagnostic import Span
from eremun.model.fields import Collector, Fields
from eremun.model.inputs import Column, Input, Relation
from eremun.model.read_inputs import column_in
from eremun.sources import syntax as s
from eremun.sources.packs import pack_of


@dataclass(frozen=True)
class Need:
    """A name that `pack` needs on a grain, whose heading stands at `place`. `column` says what its values may be;
    `key`: it is part of the grain's key."""

    pack: str
    grain: str
    column: Column
    key: bool
    place: Span

    @property
    def name(self) -> str:
        return self.column.name

    @property
    def span(self) -> Span:
        return self.column.span


@dataclass(frozen=True)
class NeededRow:
    """One row of the grain `target`, which `pack` needs that every row of a grain leads to by this name."""

    pack: str
    grain: str
    name: str
    target: str
    span: Span
    place: Span


def read_need(to: Collector, grain: s.Scalar, key: s.Scalar, node: s.Node) -> Need | NeededRow | None:
    """None where its type is not known."""
    if isinstance(node, s.Mapping) and node.get("to") is not None:
        return _needed_row(to, grain, key, node)
    fields = Fields(to, node, key.text, "type decimals range optional label key to", key.span)
    column = column_in(to, key, fields)
    return None if column is None else Need(pack_of(key.span.file), grain.text, column, fields.flag("key"), grain.span)


def _needed_row(to: Collector, grain: s.Scalar, key: s.Scalar, node: s.Node) -> NeededRow:
    fields = Fields(to, node, key.text, "to label", key.span)
    return NeededRow(pack_of(key.span.file), grain.text, key.text, fields.text("to"), key.span, grain.span)


def as_inputs(needs: Iterable[Need | NeededRow]) -> dict[str, Input]:
    """The needs of each grain as an input; what its rows lead to is told when all inputs are known (`with_rows`)."""
    found: dict[str, list[Need]] = {}
    places: dict[str, Span] = {}
    for need in needs:
        places.setdefault(need.grain, need.place)
        found.setdefault(need.grain, []).extend([need] if isinstance(need, Need) else [])
    return {grain: _input(grain, own, places[grain]) for grain, own in found.items()}


def _input(grain: str, needs: list[Need], place: Span) -> Input:
    key = tuple(need.name for need in needs if need.key)
    return Input(grain, "", key, {need.name: need.column for need in needs}, (), (), place)


def with_rows(item: Input, needed: Iterator[NeededRow], inputs: Mapping[str, Input]) -> Input:
    """The input of what a pack needs, with the rows that its rows lead to: by the other's key, of which it gets the
    columns that it does not need anyway."""
    columns, relations = dict(item.columns), list(item.relations)
    for row in needed:
        target = inputs.get(row.target)
        key = {name: target.columns[name] for name in target.key if name in target.columns} if target else {}
        columns |= {name: replace(column, span=row.span) for name, column in key.items() if name not in columns}
        relations.append(Relation(row.name, row.target, tuple(key), True, row.span))
    return replace(item, columns=columns, relations=tuple(relations))
