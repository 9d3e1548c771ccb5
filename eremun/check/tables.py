"""Decision tables: overlaps, rows that never hold, and arguments that no row holds for, found exactly."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from eremun.check.faults import Faults
from eremun.check.table_cells import Domain, Point, Walk
from eremun.diagnostics.diagnostic import Mark, Span
from eremun.model.fields import shown
from eremun.model.pack import Pack
from eremun.model.rules import Row, Table
from eremun.values.types import Type


def check_table(table: Table, pack: Pack, faults: Faults) -> None:
    """Overlaps and unreachable rows of every version."""
    for version in table.versions:
        _check_rows(table, version.content, pack, faults)


def _check_rows(table: Table, rows: tuple[Row, ...], pack: Pack, faults: Faults) -> None:
    walk = Walk(rows, [type_ for _, type_ in table.keys], pack.enums)
    reached: set[int] = set()
    overlaps: dict[tuple[int, int], tuple[Point, ...]] = {}
    for point, held in walk.cells():
        reached.update(held[:1] if table.hit == "first" else held)
        if len(held) > 1 and table.hit in ("unique", "marginal"):
            overlaps.setdefault((held[0], held[1]), point)
    if walk.stopped:
        faults.add("E504", table.span, table=table.name, rows=len(rows))
        return
    for (first, second), point in overlaps.items():
        other = Mark(rows[first].span, "@overlaps")
        faults.add("E501", rows[second].span, other, table=table.name, example=_words(table, point))
    for place, row in enumerate(rows):
        if place not in reached:
            faults.add("E502", row.span, table=table.name)


def check_arguments(
    table: Table, place: Span, domains: Sequence[Domain], pack: Pack, faults: Faults
) -> list[set[int]] | None:
    """A row holds for all arguments within `domains` that the table is asked for at that place; the first version of
    which this is not so is told. Gives which rows of every version the arguments can reach; None where each row can
    count for any of them."""
    if table.hit in ("sum", "count"):
        return None
    reached: list[set[int]] = []
    for version in table.versions:
        walk, rows = Walk(version.content, [type_ for _, type_ in table.keys], pack.enums, domains), set[int]()
        for point, held in walk.cells():
            if not held:
                _tell_gap(table, place, Mark(version.span, "@declared"), point, faults)
                return None
            rows.update(held[:1] if table.hit == "first" else held)
        if walk.stopped:
            faults.add("E504", table.span, table=table.name, rows=len(version.content))
            return None
        reached.append(rows)
    return None if table.hit == "marginal" else reached


def _tell_gap(table: Table, place: Span, declared: Mark, gap: tuple[Point, ...], faults: Faults) -> None:
    """The same gap is one mistake, however often the table is asked."""
    told = {(one.arguments["table"], one.arguments["example"]) for one in faults.found if one.code == "E503"}
    example, numbers = _words(table, gap), any(isinstance(value, Fraction) for value in gap)
    if (table.name, example) not in told:
        instead = "@narrow_range" if numbers else "@ask_first"
        faults.add("E503", place, declared, table=table.name, example=example, instead=instead)


def _words(table: Table, point: tuple[Point, ...]) -> str:
    return ", ".join(f"{name} = {_word(value, type_)}" for (name, type_), value in zip(table.keys, point, strict=True))


def _word(value: Point, type_: Type) -> str:
    return shown(value, type_) if isinstance(value, Fraction) else value
