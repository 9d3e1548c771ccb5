"""The frames of all grains while a plan runs.

Columns are added to a frame lazily and computed together when another grain needs them; a column that no later step
reads is dropped. Rows never move: a row's place in its frame is its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl

from eremun.engines.polars.keys import Packing
from eremun.engines.polars.reads import Needs


class Frames:
    """`needs`: for each place in the plan what the step there and those after it read."""

    def __init__(self, needs: Sequence[Needs]) -> None:
        self._needs = needs
        self._place = 0
        self._lazy: dict[str, pl.LazyFrame] = {}
        self._names: dict[str, dict[str, object]] = {}  # column -> what must be needed for it to stay
        self._pending: set[str] = set()
        self._packings: dict[tuple[str, tuple[str, ...]], Packing | None] = {}
        self.heights: dict[str, int] = {}

    def begin(self, place: int) -> None:
        """The step at that place of the plan is next."""
        self._place = place

    def put(self, grain: str, frame: pl.DataFrame) -> None:
        """The rows of a grain; it gets its `@row` where a step reads that."""
        if "@row" in self._needs[0].get(grain, ()) and "@row" not in frame.columns:
            frame = frame.with_row_index("@row")
        self.heights[grain] = frame.height
        self._store(grain, frame, {name: name for name in frame.columns})

    def add(self, grain: str, columns: Iterable[pl.Expr]) -> None:
        """New columns of a grain, from those it has."""
        named = list(columns)
        self._lazy[grain] = self._lazy[grain].with_columns(named)
        self._names[grain].update((name, name) for name in (column.meta.output_name() for column in named))
        self._pending.add(grain)

    def add_hidden(self, grain: str, column: pl.Expr, serves: object) -> None:
        """A column of the engine's own, which stays while a later step needs what it `serves`."""
        self.add(grain, [column])
        self._names[grain][column.meta.output_name()] = serves

    def has(self, grain: str, column: str) -> bool:
        return column in self._names[grain]

    def lazy(self, grain: str) -> pl.LazyFrame:
        """The frame with the columns not yet computed."""
        return self._lazy[grain]

    def frame(self, grain: str) -> pl.DataFrame:
        """The frame with all columns that are still needed, computed; one at least, for it counts the rows."""
        needed = self._needs[self._place].get(grain, frozenset())
        names = {name: serves for name, serves in self._names[grain].items() if serves in needed}
        names = names or dict(list(self._names[grain].items())[:1])
        lazy = self._lazy[grain].select(list(names))
        frame = lazy.collect(engine="streaming" if grain in self._pending else "in-memory")
        self._store(grain, frame, names)
        return frame

    def rows(self, grain: str) -> pl.LazyFrame:
        """The frame for the step at hand; computed first where a later step needs it too."""
        return self.frame(grain).lazy() if grain in self._needs[self._place + 1] else self._lazy[grain]

    def packing(self, grain: str, columns: tuple[str, ...]) -> Packing | None:
        """How those columns of the grain are packed into one number; None where they cannot."""
        if (grain, columns) not in self._packings:
            self._packings[grain, columns] = self._pack(grain, columns)
        return self._packings[grain, columns]

    def _pack(self, grain: str, columns: tuple[str, ...]) -> Packing | None:
        schema = self._lazy[grain].collect_schema()
        if not all(schema[name].is_integer() and schema[name] != pl.Int128 for name in columns):
            return None
        packing = Packing(*zip(*(self._range(grain, name) for name in columns), strict=True))
        return packing if packing.extent < 2**62 else None

    def _range(self, grain: str, column: str) -> tuple[int, int]:
        """The smallest value, and how many values lie between it and the largest."""
        target = grain if column == "@row" else self.numbered(column)
        if target is not None:
            return 0, max(self.heights[target], 1)
        values = self._lazy[grain].select(low=pl.col(column).min(), high=pl.col(column).max()).collect()
        low, high = values.row(0)
        return (0, 1) if low is None else (low, high - low + 1)

    def numbered(self, column: str) -> str | None:
        """The grain whose rows a column numbers; None where its name does not tell."""
        target = column[1:]
        return target if column != "@row" and column.startswith("@") and target in self.heights else None

    def _store(self, grain: str, frame: pl.DataFrame, names: dict[str, object]) -> None:
        self._lazy[grain], self._names[grain] = frame.lazy(), names
        self._pending.discard(grain)
