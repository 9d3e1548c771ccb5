"""One column of a table: from its recipe, or its declaration where it has none, to a series of cells."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl

from eremun.diagnostics.diagnostic import Refused, Span, fault
from eremun.testing.synth import profile as p
from eremun.testing.synth.cells import Cells, Value
from eremun.testing.synth.draws import Draws
from eremun.testing.synth.made import Made, Tables
from eremun.testing.synth.serials import numbered, serials
from eremun.values.periods import Period
from eremun.values.types import Kind

OTHERWISE = "else"
FINE = 2**20  # how finely a distribution is drawn: a rupiah column of 10¹³ times this stays within 64 bits
FIELD = re.compile(r"\{([^{}:]+)(?::([^{}]*))?\}")


@dataclass(frozen=True)
class Maker:
    """Makes the cells of one column for the rows of one table."""

    rows: Made
    tables: Tables
    period: Period
    cells: Cells
    draws: Draws

    def named(self, name: object) -> Maker:
        return Maker(self.rows, self.tables, self.period, self.cells, self.draws.named(name))

    def make(self, recipe: p.Recipe) -> pl.Series:
        return MAKERS[type(recipe)](self, recipe)

    def whole(self, recipe: p.Recipe) -> pl.Series:
        """The cells of the whole column, serial numbers given across all its recipes."""
        cells = self.make(recipe)
        return numbered(cells, recipe.span) if self.cells.kind is Kind.NIP else cells

    def series(self, values: list[Value], places: pl.Series) -> pl.Series:
        """The values at these places, in the form of the column."""
        return pl.Series(values, dtype=self.dtype).gather(places)

    @property
    def dtype(self) -> pl.DataType:
        return {Kind.NUMBER: pl.Int64(), Kind.DATE: pl.Date()}.get(self.cells.kind, pl.String())

    @property
    def height(self) -> int:
        return self.rows.height


def constant(maker: Maker, recipe: p.Cell) -> pl.Series:
    return pl.Series([maker.cells.value(recipe)], dtype=maker.dtype).new_from_index(0, maker.height)


def words(maker: Maker, recipe: p.Words) -> pl.Series:
    values = [maker.cells.value(cell) for cell, _ in recipe.choices]
    return maker.series(values, maker.draws.chosen(maker.height, [weight for _, weight in recipe.choices]))


def points(maker: Maker, recipe: p.Points) -> pl.Series:
    values = [maker.cells.units(value, recipe.span) for _, value in recipe.points]
    places = [int(share * FINE) for share, _ in recipe.points]
    drawn = maker.draws.bits(maker.height) // (2**32 // FINE)
    least = values[0]
    result = pl.Series([0], dtype=pl.UInt64).new_from_index(0, maker.height)
    for begin, end, low, high in zip(places, places[1:], values, values[1:], strict=False):
        inside = (drawn.clip(begin, end - 1) - begin) * (high - low + 1) // (end - begin) + (low - least)
        result = inside.zip_with(drawn >= begin, result)
    step = maker.cells.apart(recipe.step, recipe.span) if recipe.step else 1
    return ((result.cast(pl.Int64) + least) // step * step).clip(least)


def copy(maker: Maker, recipe: p.Copy) -> pl.Series:
    found = maker.tables.cells(maker.rows, recipe.path)
    if maker.cells.column is not None and found.dtype != maker.dtype:
        raise maker.cells.refused(".".join(recipe.path.names), recipe.path.span)
    return found


def leader(maker: Maker, recipe: p.Leader) -> pl.Series:
    table = recipe.path.names[-1]
    index, end = maker.tables.walk(maker.rows, recipe.path.names, recipe.path.span)
    assert index is not None
    group = recipe.group
    first = index // group * group
    above = ((index // group + 1) * group).cast(pl.UInt32)
    above = above.zip_with(above < end.height, pl.zeros(maker.height, dtype=pl.UInt32, eager=True))
    return maker.tables.key_of(table).gather(above.zip_with(first == index, first.cast(pl.UInt32)))


def pattern(maker: Maker, recipe: p.Pattern) -> pl.Series:
    frame, parts, end = {}, [], 0
    for number, found in enumerate(FIELD.finditer(recipe.text)):
        parts += [pl.lit(recipe.text[end : found.start()]), pl.col(str(number))]
        frame[str(number)] = _filled(maker, found[1], found[2] or "", recipe.span)
        end = found.end()
    parts.append(pl.lit(recipe.text[end:]))
    if not frame:
        return constant(maker, p.Cell(recipe.text, recipe.span))
    return pl.DataFrame(frame).select(pl.concat_str(parts)).to_series()


def _filled(maker: Maker, name: str, form: str, span: Span) -> pl.Series:
    if name == "row":
        number = pl.int_range(1, maker.height + 1, eager=True).cast(pl.String)
        return number.str.zfill(int(form)) if form else number
    cells = maker.tables.cells(maker.rows, p.Path(tuple(name.split(".")), span))
    if form and cells.dtype == pl.Date:
        return cells.dt.strftime(form)
    return cells.cast(pl.String).str.zfill(int(form)) if form else cells.cast(pl.String)


def after(maker: Maker, recipe: p.After) -> pl.Series:
    base = {"period.start": maker.period.start, "period.end": maker.period.end}.get(".".join(recipe.path.names))
    if base is None:
        start = maker.tables.cells(maker.rows, recipe.path)
    else:
        start = pl.Series([base], dtype=pl.Date).new_from_index(0, maker.height)
    which = maker.draws.chosen(maker.height, [weight for _, _, weight in recipe.days])
    spread = [last - first + 1 for first, last, _ in recipe.days]
    inside = pl.zeros(maker.height, dtype=pl.UInt64, eager=True)
    if max(spread) > 1:
        widths = pl.Series(spread, dtype=pl.UInt64).gather(which)
        inside = maker.draws.named("day").bits(maker.height) * widths // 2**32
    days = pl.Series([first for first, _, _ in recipe.days], dtype=pl.Int32).gather(which) + inside.cast(pl.Int32)
    return (start.cast(pl.Int32) + days).cast(pl.Date)


def serial(maker: Maker, recipe: p.Serial) -> pl.Series:
    return serials(maker.draws, maker.height, maker.period, recipe)


def by(maker: Maker, recipe: p.By) -> pl.Series:
    chooser = maker.tables.cells(maker.rows, recipe.path).cast(pl.String)
    choosing = [chooser.is_in(list(words)) for words, _ in recipe.cases]
    if recipe.otherwise is None:
        result = constant(maker, p.Cell("", recipe.span)) if _may_be_empty(maker) else _covered(maker, recipe, chooser)
    else:
        result = maker.named(OTHERWISE).make(recipe.otherwise)
    for number, ((_, one), chosen) in enumerate(zip(recipe.cases, choosing, strict=True)):
        result = _put(maker, number, one, chosen.fill_null(False), result)
    return result


def _put(maker: Maker, number: int, recipe: p.Recipe, chosen: pl.Series, others: pl.Series) -> pl.Series:
    """The recipe's cells where chosen, the others elsewhere; refused where a helper would hold both dates and text."""
    cells = maker.named(number).make(recipe)
    if cells.dtype != others.dtype:
        raise maker.cells.refused(maker.cells.name, recipe.span)
    return cells.zip_with(chosen, others)


def _may_be_empty(maker: Maker) -> bool:
    return maker.cells.column is None or maker.cells.column.optional


def _covered(maker: Maker, recipe: p.By, chooser: pl.Series) -> pl.Series:
    """Nothing yet, since every cell has its case; refused where one has none."""
    named = [word for words, _ in recipe.cases for word in words]
    others = chooser.filter(~chooser.is_in(named))
    if len(others):
        raise Refused(fault("E660", recipe.span, name=others[0], known=", ".join(named)))
    return pl.Series([None], dtype=maker.dtype).new_from_index(0, maker.height)


def mix(maker: Maker, recipe: p.Mix) -> pl.Series:
    result, begin = maker.named(OTHERWISE).make(recipe.otherwise), Fraction(0)
    drawn = maker.draws.named("mix").bits(maker.height)
    for number, (share, one) in enumerate(recipe.shares):
        low, begin = int(begin * 2**32), begin + share
        chosen = (drawn >= low) & (drawn < int(begin * 2**32))
        result = _put(maker, number, one, chosen, result)
    return result


MAKERS: dict[type, Callable[[Maker, Any], pl.Series]] = {
    p.Cell: constant,
    p.Words: words,
    p.Points: points,
    p.Copy: copy,
    p.Leader: leader,
    p.Pattern: pattern,
    p.After: after,
    p.Serial: serial,
    p.By: by,
    p.Mix: mix,
}


def declared(maker: Maker, table: str) -> pl.Series:
    """The cells of a column that the profile says nothing about; refused where its declaration is not enough."""
    column = maker.cells.column
    assert column is not None
    if choices := maker.cells.words():
        return maker.series(list(choices), maker.draws.below(maker.height, len(choices)))
    if column.type.kind is Kind.NUMBER and None not in (limits := maker.cells.limits()):
        low, high = (Fraction(limit or 0, 10**column.decimals) for limit in limits)
        return points(maker, p.Points(((Fraction(0), low), (Fraction(1), high)), None, column.span))
    if column.in_period:
        days: list[Value] = [date(maker.period.year, maker.period.month, day + 1) for day in range(maker.period.days)]
        return maker.series(days, maker.draws.below(maker.height, len(days)))
    if column.type.kind is Kind.NIP:
        return maker.whole(p.Serial((22, 57), (19, 34), (1, 12), column.span))
    if column.optional:
        return constant(maker, p.Cell("", column.span))
    raise Refused(fault("E663", column.span, what=f"{table}.{column.name}", missing="columns"))
