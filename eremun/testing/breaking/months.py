"""A made-up month: a few rows of every table, whose references lead to rows that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from graphlib import TopologicalSorter
from random import Random

from eremun.check.checked import CheckedPack
from eremun.model.inputs import Column, Input, Relation
from eremun.testing.breaking.cells import CellMaker
from eremun.testing.given import Cells
from eremun.values.forms import in_form
from eremun.values.periods import Period

Tables = dict[str, list[Cells]]
MOST_OWNERS = 40


class MonthMaker:
    """Makes the tables of one month."""

    def __init__(self, checked: CheckedPack, period: Period, people: int, chance: Random) -> None:
        self.checked, self.period, self.people, self.chance = checked, period, people, chance
        self.cells = CellMaker(checked, period, chance)
        self.tables: Tables = {}

    def tables_made(self) -> Tables:
        inputs = {name: table.read_in(self.period.start) for name, table in self.checked.pack.inputs.items()}
        required = {name: [r.target for r in table.relations if r.required] for name, table in inputs.items()}
        for name in TopologicalSorter(required).static_order():
            self.tables[name] = self.unlike(inputs[name], self.rows(inputs[name]))
        return self.tables

    def unlike(self, table: Input, rows: Iterator[Cells]) -> list[Cells]:
        """The rows, of those with one key the first."""
        key = table.tells_apart
        found: dict[object, Cells] = {}
        for number, row in enumerate(rows):
            found.setdefault(tuple(row[name] for name in key) if key else number, row)
        return list(found.values())

    def rows(self, table: Input) -> Iterator[Cells]:
        days = [name for name in (table.tells_apart or table.columns) if table.columns[name].in_period]
        owners = next((r for r in table.relations if r.required and not set(r.columns) & set(days)), None)
        if owners is None:
            several = self.people if table.name == self.checked.pack.person else 4
            for number in range(1 if days else several):
                yield from self.over_days(table, days, self.alike(table, {}, number) if days else {}, number)
            return
        for number, owner in enumerate(self.tables[owners.target][:MOST_OWNERS]):
            given = self.leading_to(table, owners, owner)
            alike = self.alike(table, given, number)
            for place in range(self.chance.choice((0, 1, 1, 1, 2, 9))):
                yield from self.over_days(table, days, {**alike, **given}, 10 * number + place)

    def alike(self, table: Input, given: Cells, number: int) -> Cells:
        """What all rows of one owner have alike, half of the time: sums then reach their ends."""
        if self.chance.random() < 0.5:
            return {}
        key = table.tells_apart
        return {name: cell for name, cell in self.row(table, given, number).items() if name not in key}

    def over_days(self, table: Input, days: list[str], given: Cells, number: int) -> Iterator[Cells]:
        """One row, or where a day of the month tells rows apart one for each of some days."""
        for day in self.days_chosen(table.complete) if days else [None]:
            own = {} if day is None else {days[0]: in_form(day, table.columns[days[0]].format)}
            yield self.row(table, {**given, **own}, number)

    def days_chosen(self, whole: bool) -> list[str]:
        month = [(self.period.start + timedelta(place)).isoformat() for place in range(self.period.days)]
        count = len(month) if whole else self.chance.choice((1, 2, len(month) - 1, len(month), len(month)))
        return month if count == len(month) else sorted(self.chance.sample(month, count))

    def row(self, table: Input, given: Mapping[str, str], number: int) -> Cells:
        found = {name: given[name] if name in given else self.cells.cell(column, number + 1)
                 for name, column in table.columns.items()}  # fmt: skip
        for relation in table.relations:
            if not set(relation.columns) & set(given) and self.is_led(table, relation):
                targets = self.tables.get(relation.target, [])
                if targets:
                    found |= self.leading_to(table, relation, self.chance.choice(targets))
        return found

    def is_led(self, table: Input, relation: Relation) -> bool:
        """Whether the row's cells are to be those of a row that is there: always of a reference, mostly of a lookup by
        columns that are not the row's own key."""
        own_key = set(relation.columns) & set(table.key)
        return relation.required or (not own_key and self.chance.random() < 0.8)

    def leading_to(self, table: Input, relation: Relation, target: Cells) -> Cells:
        keys = self.checked.pack.inputs[relation.target].key
        pairs = zip(relation.match, keys, strict=True)
        return {name: _as_in(table.columns[name], target[key]) for name, key in pairs
                if isinstance(name, str) and name in table.columns}  # fmt: skip


def _as_in(column: Column, cell: str) -> str:
    return in_form(cell, column.format)
