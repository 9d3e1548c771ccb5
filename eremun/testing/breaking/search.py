"""The search: made-up months through intake and the reference engine, until a promise is seen broken or time is up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from eremun.check.checked import CheckedPack
from eremun.diagnostics.diagnostic import Refused
from eremun.engines.reference.blocking import related
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.steps import Row
from eremun.intake.inputs import Inputs
from eremun.intake.reader import read_inputs
from eremun.plan.lowering import lower
from eremun.plan.plan import Plan
from eremun.plan.room import telling_months
from eremun.testing.breaking.months import MonthMaker, Tables
from eremun.testing.given import write_tables
from eremun.values.periods import Period

MONTHS_MADE = 4  # for each month whose law is tried
PEOPLE = 12
REJECTED_AGAIN = 3


@dataclass(frozen=True)
class Broken:
    """A promise, by its place, and the tables of a month in which a run has shown somebody to break it."""

    place: int
    period: Period
    tables: Tables


class Trial:
    """Runs tables of one month, and says which promises somebody breaks."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan, self.folder = plan, folder

    def read(self, tables: Tables) -> Inputs:
        write_tables({name: tuple(rows) for name, rows in tables.items()}, self.plan.checked.pack, self.folder)
        return read_inputs(self.plan, self.folder)

    def world(self, tables: Tables) -> Evaluation | None:
        """The month, where no row of it is rejected."""
        try:
            inputs = self.read(tables)
        except Refused:
            return None
        return None if inputs.rejected.height else Evaluation(self.plan, inputs, indexed=True)

    def breaks(self, tables: Tables, place: int) -> bool:
        """Whether a person who is there breaks the promise, and no row is rejected."""
        world = self.world(tables)
        return world is not None and next(breakers(world, place), None) is not None


def breakers(world: Evaluation, place: int) -> Iterator[Row]:
    """The persons whom the promise blocks."""
    checked = world.checked
    formula, grain = checked.ensures[place], checked.pack.ensures[place].grain
    for person in world.rows.all(checked.pack.person):
        if any(world.formula(formula, row) is False for row in related(world, person, grain)):
            yield person


def search(checked: CheckedPack, places: Iterable[int], smaller: Callable[[Trial, Broken], Broken]) -> list[Broken]:
    """Of the promises at the places, those that are seen broken, each with tables made smaller."""
    open_, found = list(places), []
    for period in telling_months(checked):
        with TemporaryDirectory(prefix="eremun-check-") as folder:
            trial = _trial(checked, period, Path(folder))
            for number in range(MONTHS_MADE if trial is not None and open_ else 0):
                assert trial is not None
                tables = _standing(trial, MonthMaker(checked, period, PEOPLE, Random(number)).tables_made())
                world = trial.world(tables)
                seen = [] if world is None else [place for place in open_ if next(breakers(world, place), None)]
                found += [smaller(trial, Broken(place, period, tables)) for place in seen]
                open_ = [place for place in open_ if place not in seen]
    return sorted(found, key=lambda one: one.place)


def _trial(checked: CheckedPack, period: Period, folder: Path) -> Trial | None:
    try:
        return Trial(lower(checked, period), folder)
    except Refused:
        return None


def _standing(trial: Trial, tables: Tables) -> Tables:
    """The tables without the rows that are rejected, nor those that are for their sake."""
    for _ in range(REJECTED_AGAIN):
        try:
            rejected = trial.read(tables).rejected
        except Refused:
            return tables
        gone = set(rejected.select("table", "row").iter_rows())
        tables = {name: [row for place, row in enumerate(rows, 1) if (name, place) not in gone]
                  for name, rows in tables.items()}  # fmt: skip
    return tables
