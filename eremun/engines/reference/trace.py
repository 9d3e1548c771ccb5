"""The record of a derivation: how one rule came to its value on one row, read again from what the run remembers.

Receives an `Evaluation`, a row and a rule or formula; gives what was used. Nothing is kept for rows nobody asks about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from eremun.check import typed
from eremun.check.checked import CheckedException, CheckedRule
from eremun.check.typed import Typed
from eremun.engines.reference import law
from eremun.engines.reference.formulas import aggregated_rows, need
from eremun.engines.reference.outcomes import Faults, Outcome, Settled, Value, settle
from eremun.engines.reference.rules import Evaluation, chosen
from eremun.engines.reference.steps import Row
from eremun.model.law import Basis
from eremun.model.rules import Row as TableRow
from eremun.model.rules import Within

Seen = Mapping[int, Outcome]


@dataclass(frozen=True)
class Observed:
    """A formula on a row: its outcome, and by the id of each node that was read what that gave."""

    node: Typed
    row: Row
    outcome: Settled
    seen: Seen

    def of(self, node: Typed) -> Outcome | None:
        """What the part gave; None where it was not read."""
        return self.seen.get(id(node))


@dataclass(frozen=True)
class Record:
    """A rule on a row: its outcome, and before that the value not yet rounded and the formula that gave it.
    `held`: the names of the exceptions whose condition is true. `used` is None where none could be chosen."""

    rule: CheckedRule
    row: Row
    outcome: Settled
    unrounded: Settled
    held: tuple[str, ...]
    chosen: CheckedException | None
    used: Observed | None
    conditions: tuple[Observed, ...]


@dataclass(frozen=True)
class Neighbour:
    """A row of thresholds beside the one that held: by how much the argument missed it, on which side it lies."""

    row: TableRow
    gap: Fraction
    above: bool


@dataclass(frozen=True)
class Joined:
    """A row of a table of which several count. `part`: how much of the last argument lies within its bounds, where the
    table is a progressive sum."""

    row: TableRow
    part: Fraction | None


@dataclass(frozen=True)
class TableHit:
    """A look into a table: the arguments, the row that held, the rows beside it where it is one of thresholds. Where
    several rows count, `row` is None and they are `joined`. `basis`: what the version in force rests on."""

    table: str
    since: date
    basis: Basis | None
    arguments: tuple[Value, ...]
    row: TableRow | None
    output: int
    neighbours: tuple[Neighbour, ...]
    joined: tuple[Joined, ...] = ()


@dataclass(frozen=True)
class Part:
    """A finer row of an aggregate: what `where` says of it, and its value where that is true (count: 1)."""

    row: Row
    held: Settled
    value: Settled | None


def observe(world: Evaluation, node: Typed, row: Row) -> Observed:
    """The formula on the row, with the outcome of everything it read."""
    before, world.seen = world.seen, {}
    try:
        return Observed(node, row, need(node, row, world), world.seen)
    finally:
        world.seen = before


def record(world: Evaluation, row: Row, name: str) -> Record:
    """How the rule came to its value on the row."""
    rule = world.checked.rules[(row.grain, name)]
    conditions = tuple(observe(world, exception.when, row) for exception in rule.exceptions)
    held = world.exceptions_held(rule, row)
    names = () if isinstance(held, Faults) else tuple(exception.name for exception in held)
    left = None if isinstance(held, Faults) else chosen(held)
    winner = left[0] if left and len(left) == 1 else None
    formula = winner.formula if winner else rule.formula
    used = None if left is None or len(left) > 1 else observe(world, formula, row)
    return Record(rule, row, _settled(world, row, name), world.unrounded(rule, row), names, winner, used, conditions)


def _settled(world: Evaluation, row: Row, name: str) -> Settled:
    outcome = world.value(row, name)
    return settle(outcome)


def table_hit(world: Evaluation, node: typed.TableRead, observed: Observed) -> TableHit | None:
    """Which row of the table held; None where the table was not read, an argument is at fault, or none is in force."""
    outcomes = [observed.of(argument) for argument in node.arguments]
    values = tuple(o for o in outcomes if isinstance(o, Fraction | bool | int | str))
    table = world.checked.pack.tables[node.table]
    day = world.day_of_law(observed.row, node.law)
    version = law.in_force(table.versions, day)
    if observed.of(node) is None or len(values) < len(outcomes) or version is None:
        return None
    basis = version.basis_on(day) or table.basis
    if table.hit not in ("unique", "first"):
        counted = tuple(_joined(table.hit == "marginal", version.content, values))
        return TableHit(node.table, version.effective_from, basis, values, None, node.output, (), counted)
    held = world.table_row(observed.row, node.table, values, node.law)
    beside = neighbours(version.content, values, held)
    return TableHit(node.table, version.effective_from, basis, values, held, node.output, beside)


def _joined(progressive: bool, rows: tuple[TableRow, ...], arguments: tuple[Value, ...]) -> Iterator[Joined]:
    """The rows that hold; of a progressive sum those that the last argument reaches, each with its part of it."""
    if not progressive:
        yield from (Joined(row, None) for row in law.rows_that_hold(rows, arguments))
        return
    last = Fraction(arguments[-1])
    for row in rows:
        bounds = row.conditions[-1]
        under = all(map(law.holds, row.conditions[:-1], arguments[:-1]))
        if under and isinstance(bounds, Within) and bounds.low is not None and bounds.low < last:
            yield Joined(row, (last if bounds.high is None else min(last, bounds.high)) - bounds.low)


def neighbours(rows: tuple[TableRow, ...], arguments: tuple[Value, ...], held: TableRow) -> tuple[Neighbour, ...]:
    """The nearest threshold rows on either side of the one that held, the other keys being what they are."""
    places = [place for place, condition in enumerate(held.conditions) if isinstance(condition, Within)]
    if len(places) != 1:
        return ()
    place, found = places[0], []
    for row in rows:
        pairs = enumerate(zip(row.conditions, arguments, strict=True))
        others = [law.holds(condition, argument) for at, (condition, argument) in pairs if at != place]
        bounds = row.conditions[place]
        if row is not held and all(others) and isinstance(bounds, Within):
            found += _beside(row, bounds, Fraction(arguments[place]))
    sides = ([n for n in found if n.above], [n for n in found if not n.above])
    return tuple(min(side, key=lambda n: n.gap) for side in sides if side)


def _beside(row: TableRow, bounds: Within, value: Fraction) -> list[Neighbour]:
    if not law.above(bounds, value) and bounds.low is not None:
        return [Neighbour(row, bounds.low - value, above=True)]
    if not law.below(bounds, value) and bounds.high is not None:
        return [Neighbour(row, value - bounds.high, above=False)]
    return []


def parts(world: Evaluation, node: typed.Aggregate, row: Row) -> list[Part]:
    """The rows that the aggregate looks at, with what each contributes."""
    found = []
    for finer, held in aggregated_rows(node, row, world):
        counts: Settled | None = Fraction(1) if node.value is None else None
        if held is True and node.value is not None:
            counts = need(node.value, finer, world)
        found.append(Part(finer, held, counts if held is True else None))
    return found
