"""Tables made smaller while a promise is still broken: one person, and no row that is not needed for it."""

from __future__ import annotations

from dataclasses import replace
from graphlib import TopologicalSorter

from eremun.model.inputs import Input
from eremun.model.pack import Pack
from eremun.testing.breaking.months import Tables
from eremun.testing.breaking.search import Broken, Trial, breakers
from eremun.testing.given import Cells

MOST_TRIALS, ALL_TRIALS = 40, 80  # for a promise, and for all that are open


def made_smaller(trial: Trial, broken: Broken, promises: int = 1) -> Broken:
    """The same with fewer rows; each step is run, and kept only where the promise is still broken. `promises`: how many
    are open, so that the work does not grow with them."""
    pack = trial.plan.checked.pack
    smaller = _Smaller(trial, broken, min(MOST_TRIALS, ALL_TRIALS // promises))
    smaller.try_instead(_standing(pack, {**broken.tables, pack.person: [smaller.person()]}))
    for name in reversed(_order(pack)):
        if not pack.inputs[name].complete and name != pack.person:
            smaller.without_rows_of(name)
    return replace(broken, tables=smaller.tables)


class _Smaller:
    """`tables`: the smallest so far."""

    def __init__(self, trial: Trial, broken: Broken, most: int) -> None:
        self.trial, self.place, self.tables = trial, broken.place, broken.tables
        self.pack, self.left = trial.plan.checked.pack, most

    def person(self) -> Cells:
        """One of those who break the promise."""
        world = self.trial.world(self.tables)
        assert world is not None, "it was broken a moment ago"
        return self.tables[self.pack.person][next(breakers(world, self.place)).position]

    def try_instead(self, tables: Tables) -> bool:
        """Takes the tables where the promise is broken with them too."""
        self.left -= 1
        if self.left < 0 or not self.trial.breaks(tables, self.place):
            return False
        self.tables = tables
        return True

    def without_rows_of(self, name: str) -> None:
        """First without all its rows, then without halves of them, down to one by one."""
        size = len(self.tables[name])
        while size and self.left > 0:
            rows = self.tables[name]
            starts = range(0, len(rows), size)
            fewer = (_standing(self.pack, {**self.tables, name: [*rows[:at], *rows[at + size :]]}) for at in starts)
            taken = any(self.try_instead(tables) for tables in fewer)
            size = min(size, len(self.tables[name])) if taken else size // 2


def _order(pack: Pack) -> list[str]:
    """Each table after those that it must find rows of."""
    required = {name: [r.target for r in table.relations if r.required] for name, table in pack.inputs.items()}
    return list(TopologicalSorter(required).static_order())


def _standing(pack: Pack, tables: Tables) -> Tables:
    """Without rows whose references lead to rows that are gone."""
    found: Tables = {}
    for name in _order(pack):
        found[name] = [row for row in tables[name] if _is_led(pack, pack.inputs[name], row, found)]
    return found


def _is_led(pack: Pack, table: Input, row: Cells, tables: Tables) -> bool:
    for relation in table.relations:
        if relation.required:
            keys = pack.inputs[relation.target].key
            pairs = [(own, key) for own, key in zip(relation.match, keys, strict=True) if own in row]
            if not any(all(row[own] == other[key] for own, key in pairs) for other in tables[relation.target]):
                return False
    return True
