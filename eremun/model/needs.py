"""What a pack needs of the pack that uses it: names on a grain, with type and range.

Where nobody uses it, the needs of a grain are an input of that name, so that the pack can be checked and tested alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eremun.diagnostics.diagnostic import Span
from eremun.model.fields import Collector, Fields
from eremun.model.inputs import Column, Input
from eremun.model.read_inputs import column_in
from eremun.sources import syntax as s
from eremun.sources.packs import pack_of

NEED_KEYS = "type decimals range optional label key"


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


def read_need(to: Collector, grain: s.Scalar, key: s.Scalar, node: s.Node) -> Need | None:
    """None where its type is not known."""
    fields = Fields(to, node, key.text, NEED_KEYS, key.span)
    column = column_in(to, key, fields)
    return None if column is None else Need(pack_of(key.span.file), grain.text, column, fields.flag("key"), grain.span)


def as_inputs(needs: Iterable[Need]) -> dict[str, Input]:
    """The needs of each grain as an input."""
    found: dict[str, list[Need]] = {}
    for need in needs:
        found.setdefault(need.grain, []).append(need)
    return {grain: _input(grain, own) for grain, own in found.items()}


def _input(grain: str, needs: list[Need]) -> Input:
    key = tuple(need.name for need in needs if need.key)
    return Input(grain, "", key, {need.name: need.column for need in needs}, (), (), needs[0].place)
