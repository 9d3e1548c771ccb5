"""Whom a run can't pay, and every reason: faults that reach his outputs, promises that fail, rejected data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from eremun.check.checked import CheckedPack
from eremun.check.outputs import to_person
from eremun.check.typed import PERIOD, Typed
from eremun.engines.reference.outcomes import Faults, Missing, Settled
from eremun.engines.reference.steps import Row, Rows
from eremun.values.reasons import REJECTED_DATA

Path = tuple[str, ...]


class Evaluation(Protocol):
    """What blocking asks of an evaluation."""

    checked: CheckedPack
    rows: Rows

    def formula(self, node: Typed, row: Row) -> Settled: ...
    def follow(self, row: Row, path: Sequence[str]) -> Row | Missing | Faults: ...
    def down(self, row: Row, over: str, via: str) -> list[Row]: ...
    def rejected(self, row: Row, table: str) -> int: ...
    def paid(self, row: Row) -> bool: ...


def reasons_of(world: Evaluation, person: Row) -> frozenset[str]:
    """The names of all reasons that block the person; none where he is paid."""
    return frozenset({
        *_of_outputs(world, person), *_of_lines(world, person), *_of_promises(world, person),
        *_of_rejected(world, person),
    })  # fmt: skip


def _of_outputs(world: Evaluation, person: Row) -> Iterator[str]:
    for column in world.checked.payroll:
        outcome = world.formula(column, person)
        if isinstance(outcome, Faults):
            yield from outcome.reasons


def _of_lines(world: Evaluation, person: Row) -> Iterator[str]:
    lines = world.checked.pack.outputs.lines
    for row in [] if lines is None else related(world, person, lines.grain):
        where = _wanted(world, row)
        told = [world.formula(column, row) for column in world.checked.lines] if where is True else [where]
        for outcome in told:
            if isinstance(outcome, Faults):
                yield from outcome.reasons


def _wanted(world: Evaluation, row: Row) -> Settled:
    return True if world.checked.lines_where is None else world.formula(world.checked.lines_where, row)


def is_wanted(world: Evaluation, row: Row) -> bool:
    """Whether a line is to be shown if its person is paid."""
    return _wanted(world, row) is True


def is_shown(world: Evaluation, row: Row) -> bool:
    """Whether a line is in its file: it is to be, and its person is paid."""
    (relation,) = to_person(world.checked.pack, world.checked.relations[row.grain].values())
    person = world.follow(row, (relation.name,))
    return is_wanted(world, row) and isinstance(person, Row) and world.paid(person)


def _of_promises(world: Evaluation, person: Row) -> Iterator[str]:
    for promise, formula in zip(world.checked.pack.ensures, world.checked.ensures, strict=True):
        for row in related(world, person, promise.grain):
            outcome = world.formula(formula, row)
            lost = world.rows.lost_beside(row)
            yield from lost.reasons if lost is not None else ()
            if isinstance(outcome, Faults):
                yield from outcome.reasons
            elif not outcome:
                yield promise.name


def _of_rejected(world: Evaluation, person: Row) -> Iterator[str]:
    for name, table in world.checked.pack.inputs.items():
        targets = {relation.target for relation in table.relations if relation.required}
        carriers = [person] if person.grain in targets else _through(world, person, targets)
        listed = [row for row in carriers if f"rejected({name})" in row.cells]
        if table.when_rejected == "block" and any(world.rejected(row, name) for row in listed):
            yield REJECTED_DATA


def _through(world: Evaluation, person: Row, grains: Iterable[str]) -> Iterator[Row]:
    """The rows of the grains from which required relations lead to the person."""
    for grain in grains:
        for path in world.checked.required_paths(grain, person.grain):
            yield from _leading_here(world, person, grain, path)


def related(world: Evaluation, person: Row, grain: str) -> list[Row]:
    """The rows of the grain that required relations lead to from the person, and those they lead from to him."""
    if grain == person.grain:
        return [person]
    if grain == PERIOD:
        return [world.rows.period]
    found: dict[Row, None] = {}
    for path in world.checked.required_paths(person.grain, grain):
        above = world.follow(person, path)
        if isinstance(above, Row):
            found[above] = None
    found.update(dict.fromkeys(_through(world, person, [grain])))
    return list(found)


def _leading_here(world: Evaluation, person: Row, grain: str, path: Path) -> list[Row]:
    """The rows of the grain whose chain of relations ends at the person."""
    grains = [grain]
    for name in path:
        grains.append(world.checked.relations[grains[-1]][name].target)
    rows = [person]
    for finer, name in zip(reversed(grains[:-1]), reversed(path), strict=True):
        rows = [below for row in rows for below in world.down(row, finer, name)]
    return rows
