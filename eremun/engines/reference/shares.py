"""An amount shared over rows by largest remainder: the parts are whole steps and sum to the amount.

Each row gets its exact part cut down to whole steps; what is left goes, one step each, to the rows that lost most by
it, among equals to the one whose key comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor
from typing import Any, Protocol

from eremun.check import typed
from eremun.check.checked import CheckedPack
from eremun.engines.reference.formulas import World, need
from eremun.engines.reference.outcomes import Faults, Settled, one, settle, union
from eremun.engines.reference.steps import Row
from eremun.values.reasons import DIVISION_BY_ZERO


class Evaluation(World, Protocol):
    """What sharing asks of an evaluation."""

    checked: CheckedPack


class Shares:
    """Shares out each amount once and remembers the parts of all its rows."""

    def __init__(self, world: Evaluation) -> None:
        self.world = world
        self._parts: dict[tuple[int, Row], dict[Row, Settled]] = {}

    def part(self, node: typed.Share, row: Row) -> Settled:
        """The row's part; faults where its amount or any weight beside it has some, or all weights are 0
        and the amount is not."""
        above = self.world.follow(row, node.amount.path)
        if not isinstance(above, Row):
            return settle(above)
        key = (id(node), above)
        if key not in self._parts:
            seen, self.world.seen = self.world.seen, None
            try:
                lost = self.world.lost_below(above, row.grain, node.amount.path[0])
                self._parts[key] = self._shared(node, self.beside(node, row.grain, above), union([f for _, f in lost]))
            finally:
                self.world.seen = seen
        return self._parts[key][row]

    def beside(self, node: typed.Share, grain: str, above: Row) -> list[Row]:
        """All rows that share the amount of the coarser row."""
        return self.world.down(above, grain, node.amount.path[0])

    def total(self, node: typed.Share, row: Row) -> Fraction | None:
        """What the weights of all rows that share with this one come to; None where its part has faults."""
        above = self.world.follow(row, node.amount.path)
        if not isinstance(above, Row) or isinstance(self.part(node, row), Faults):
            return None
        weights = [need(node.by, beside, self.world) for beside in self.beside(node, row.grain, above)]
        return sum((Fraction(weight) for weight in weights if not isinstance(weight, Faults)), Fraction(0))

    def _shared(self, node: typed.Share, rows: list[Row], lost: Faults | None) -> dict[Row, Settled]:
        amount = need(node.amount, rows[0], self.world)
        weights = [need(node.by, row, self.world) for row in rows]
        faults = union([amount, *weights, *([lost] if lost else [])])
        if faults is None and not any(weights):
            if amount == 0:
                return dict.fromkeys(rows, Fraction(0))
            faults = one(DIVISION_BY_ZERO)
        if faults is not None:
            return dict.fromkeys(rows, faults)
        steps = self._steps(Fraction(amount) / node.step, rows, [Fraction(weight) for weight in weights])  # type: ignore[arg-type]
        return {row: count * node.step for row, count in steps.items()}

    def _steps(self, units: Fraction, rows: list[Row], weights: Sequence[Fraction]) -> dict[Row, int]:
        """How many of the whole `units` each row gets."""
        total = sum(weights)
        exact = {row: units * weight / total for row, weight in zip(rows, weights, strict=True)}
        parts = {row: floor(value) for row, value in exact.items()}
        left = units - sum(parts.values())
        lost_most = sorted(rows, key=lambda row: (parts[row] - exact[row], self._key(row)))
        for row in lost_most[: int(left)]:
            parts[row] += 1
        return parts

    def _key(self, row: Row) -> tuple[Any, ...]:
        """What tells rows apart, as stored: words of an enum by their place. Rows without a key: their place."""
        names = self.world.checked.keys[row.grain]
        return tuple(row.raw(name) for name in names) if names else (row.position,)
