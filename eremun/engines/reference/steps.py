"""The rows of every grain and the ways between them: up to the row a relation names, down to those that name this one.

Nothing is built before it is asked for, so that one person of a city costs what his own rows cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import polars as pl

from eremun.check.checked import CheckedPack
from eremun.check.typed import PERIOD
from eremun.engines.reference.outcomes import Faults, Outcome, settle, union
from eremun.model.inputs import Fixed

Raw = int | str | bool | None
Reader = Callable[["Row", str], Outcome]
SMALL = 2_000


class Row:
    """A row of a grain. `cells`: as intake stored them; `memo`: outcomes by name; `members`: the rows a group is of;
    `ends`: by grain, the two rows of a pair."""

    __slots__ = ("cells", "ends", "grain", "members", "memo", "position")

    def __init__(self, grain: str, position: int, cells: Mapping[str, Raw]) -> None:
        self.grain = grain
        self.position = position
        self.cells = cells
        self.members: list[Row] = []
        self.ends: dict[str, Row] = {}
        self.memo: dict[str, Outcome] = {}

    def raw(self, name: str) -> Raw:
        return self.members[0].raw(name) if self.members else self.cells[name]


class InputRows:
    """The standing rows of an input. `indexed`: every row will be asked for, so find by an index of them all."""

    def __init__(self, grain: str, frame: pl.DataFrame, indexed: bool) -> None:
        self.grain = grain
        self.frame = frame
        self.indexed = indexed or frame.height <= SMALL
        self._built: dict[int, Row] = {}
        self._all: list[Row] | None = None
        self._found: dict[tuple[str, ...], dict[tuple[Raw, ...], list[Row]]] = {}

    def all(self) -> list[Row]:
        if self._all is None:
            self._all = self._build(range(self.frame.height), self.frame)
        return self._all

    def at(self, position: int) -> Row:
        if self.indexed:
            return self.all()[position]
        return self._built.get(position) or self._build([position], self.frame[position])[0]

    def find(self, names: tuple[str, ...], wanted: tuple[Raw, ...]) -> list[Row]:
        """The rows with those stored values; a missing cell equals nothing."""
        if self.indexed:
            return self._index(names).get(wanted, [])
        first = self._narrowed(names[0], wanted[0]) if names else self.all()
        return [row for row in first if all(row.cells[name] == raw for name, raw in zip(names, wanted, strict=True))]

    def _index(self, names: tuple[str, ...]) -> dict[tuple[Raw, ...], list[Row]]:
        if names not in self._found:
            index: dict[tuple[Raw, ...], list[Row]] = {}
            for row in self.all():
                index.setdefault(tuple(row.cells[name] for name in names), []).append(row)
            self._found[names] = index
        return self._found[names]

    def _narrowed(self, name: str, raw: Raw) -> list[Row]:
        """The rows with that value in one column, read from the frame once."""
        known = self._found.setdefault((name,), {})
        if (raw,) not in known:
            places = self.frame.select(pl.arg_where(pl.col(name) == raw)).to_series()
            known[(raw,)] = self._build(places.to_list(), self.frame[places])
        return known[(raw,)]

    def _build(self, places: Iterable[int], part: pl.DataFrame) -> list[Row]:
        rows = zip(places, part.iter_rows(named=True), strict=True)
        return [self._built.setdefault(place, Row(self.grain, place, cells)) for place, cells in rows]


class Rows:
    """All grains of a plan. `read` gives the outcome of a name on a row (a group may be made by a rule)."""

    def __init__(self, checked: CheckedPack, frames: Mapping[str, pl.DataFrame], read: Reader, indexed: bool) -> None:
        self.checked = checked
        self.period = Row(PERIOD, 0, {})
        self._read = read
        self._inputs = {grain: InputRows(grain, frame, indexed) for grain, frame in frames.items()}
        self._groups: dict[str, dict[tuple[Outcome, ...], Row]] = {grain: {} for grain in checked.pack.groups}
        self._homes: dict[str, dict[Row, Row]] = {grain: {} for grain in checked.pack.groups}
        self._beside: dict[Row, Faults | None] = {}
        self._pairs: dict[str, dict[tuple[int, int], Row]] = {grain: {} for grain in checked.pack.pairs}

    def all(self, grain: str) -> list[Row]:
        """Every row of the grain, an input's in file order."""
        if grain == PERIOD:
            return [self.period]
        if grain in self._groups:
            return self._grouped(grain, self.all(self.checked.pack.groups[grain].of))
        return self.find(grain, (), ()) if grain in self._pairs else self._inputs[grain].all()

    def at(self, grain: str, position: int) -> Row:
        return self._inputs[grain].at(position)

    def find(self, grain: str, names: tuple[str, ...], wanted: tuple[Any, ...]) -> list[Row]:
        """The rows of the grain with those stored values; `names` of a group are among what it is made by."""
        if grain in self._groups:
            return self._grouped(grain, self.find(self.checked.pack.groups[grain].of, names, wanted))
        if grain in self._pairs:
            return self._paired(grain, dict(zip(names, wanted, strict=True)))
        return self._inputs[grain].find(names, wanted)

    def up(self, row: Row, name: str) -> Row | None:
        """The row that the relation names; None where a looked-up row is not there."""
        if name in row.ends:
            return row.ends[name]
        relation = self.checked.relations[row.grain][name]
        if relation.target in self._groups:
            return self.home(row, relation.target)
        place = row.cells.get(f"@{name}")
        if place is not None:
            return self.at(relation.target, int(place))
        wanted = tuple(part.value if isinstance(part, Fixed) else row.raw(part) for part in relation.match)
        found = self.find(relation.target, self.checked.pack.inputs[relation.target].key, wanted)
        if relation.as_of:
            day = self.day(row, relation.as_of)
            found = [spell for spell in found if day is not None and self._holds(spell, day)]
        return next(iter(found), None)

    def home(self, row: Row, grain: str) -> Row:
        """The group that the row is in: it is among those of the rows with the same cells in its columns."""
        homes = self._homes[grain]
        if row not in homes:
            names = self._by_columns(grain)
            self.find(grain, names, tuple(row.raw(name) for name in names))
        return homes[row]

    def lost_beside(self, group: Row) -> Faults | None:
        """The faults of the rules by which rows are grouped, of all rows that have a group's cells in its columns."""
        by_rules = self.checked.structure.key_rules.get(group.grain, ())
        if by_rules and group not in self._beside:
            self._beside[group] = self._told_beside(group, by_rules)
        return self._beside.get(group)

    def _told_beside(self, group: Row, by_rules: tuple[str, ...]) -> Faults | None:
        names = self._by_columns(group.grain)
        rows = self.find(self.checked.pack.groups[group.grain].of, names, tuple(group.raw(name) for name in names))
        return union([settle(self._read(row, rule)) for row in rows for rule in by_rules])

    def _by_columns(self, grain: str) -> tuple[str, ...]:
        by_rules = self.checked.structure.key_rules[grain]
        return tuple(name for name in self.checked.pack.groups[grain].by if name not in by_rules)

    def day(self, row: Row, path: tuple[str, ...]) -> int | None:
        """The day by which a row asks for another; None where its cell is empty."""
        day = self._read(self.period if path[0] == PERIOD else row, path[-1])
        return day if isinstance(day, int) else None

    def lost(self, row: Row, name: str) -> Faults | None:
        """The faults of the day by which the row asks for that of the relation: nothing tells which row that is."""
        relation = None if name in row.ends else self.checked.relations[row.grain][name]
        day = None if relation is None else self.checked.structure.day_by_rule(row.grain, relation)
        outcome = None if day is None else self._read(row, day)
        return outcome if isinstance(outcome, Faults) else None

    def _holds(self, spell: Row, day: int) -> bool:
        """Whether a row holds on the day; without a last day it still runs."""
        first, last = (spell.raw(name) for name in self.checked.pack.inputs[spell.grain].spells)
        return isinstance(first, int) and first <= day and (not isinstance(last, int) or day <= last)

    def down(self, row: Row, over: str, via: str) -> list[Row]:
        """The rows of the finer grain that lead to this row."""
        if via == PERIOD:
            return self.all(over)
        if self.checked.relations[over][via].target in self._groups:
            return row.members
        if over in self._groups:
            return self._grouped(over, self.down(row, self.checked.pack.groups[over].of, via))
        if over in self._inputs and f"@{via}" in self._inputs[over].frame.columns:
            return self._inputs[over].find((f"@{via}",), (row.position,))
        pairs = zip(self.checked.relations[over][via].match, self.checked.keys[row.grain], strict=False)
        known = {part: row.raw(column) for part, column in pairs if isinstance(part, str)}
        return [part for part in self.find(over, tuple(known), tuple(known.values())) if self.up(part, via) is row]

    def lost_below(self, row: Row, over: str, via: str) -> list[tuple[Row, Faults]]:
        """The finer rows that could lead to this row, which is told by a day that has faults: by key they do."""
        relation = self.checked.relations[over].get(via)
        if relation is None or self.checked.structure.day_by_rule(over, relation) is None:
            return []
        keys = self.checked.pack.inputs[row.grain].key
        pairs = dict(zip(relation.match, keys, strict=True))
        if any(isinstance(part, Fixed) and part.value != row.raw(key) for part, key in pairs.items()):
            return []
        known = {part: row.raw(key) for part, key in pairs.items() if isinstance(part, str)}
        asking = self.find(over, tuple(known), tuple(known.values()))
        return [(part, faults) for part in asking if (faults := self.lost(part, via)) is not None]

    def _paired(self, grain: str, wanted: Mapping[str, Any]) -> list[Row]:
        """The pairs with those stored values, each of which is one of either row's."""
        pairs = self.checked.pack.pairs[grain]
        sides: list[list[Row]] = []
        for end in pairs.ends(self.checked.pack.inputs):
            named = {name: value for name, value in wanted.items() if name in end.in_pairs}
            sides.append(self.find(end.name, tuple(named), tuple(named.values())))
        return [self._pair(grain, first, second) for first in sides[0] for second in sides[1]]

    def _pair(self, grain: str, first: Row, second: Row) -> Row:
        known, place = self._pairs[grain], (first.position, second.position)
        if place not in known:
            ends = {end.grain: end for end in (first, second)}
            tables = self.checked.pack.pairs[grain].ends(self.checked.pack.inputs)
            cells = {name: ends[table.name].raw(name) for table in tables for name in table.in_pairs}
            known[place] = Row(grain, len(known), cells)
            known[place].ends = ends
        return known[place]

    def _grouped(self, grain: str, finer: list[Row]) -> list[Row]:
        """The groups of those rows. Whoever asks hands over all rows of each group, never a part of one."""
        by, groups = self.checked.pack.groups[grain].by, self._groups[grain]
        parts: dict[tuple[Outcome, ...], list[Row]] = {}
        for row in finer:
            parts.setdefault(tuple(self._read(row, name) for name in by), []).append(row)
        for key, members in parts.items():
            if key not in groups:
                groups[key] = group = Row(grain, len(groups), {})
                group.members, group.memo = members, dict(zip(by, key, strict=True))
                self._homes[grain].update(dict.fromkeys(members, group))
        return [groups[key] for key in parts]
