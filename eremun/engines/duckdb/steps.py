"""One SELECT for each kind of step: the frame of a grain, and the columns that the step adds to it.

`frame`, `target` and `over` are names of relations that hold the columns read; none holds a null.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from eremun.engines.duckdb.formulas import formula, is_direct
from eremun.engines.duckdb.names import call, cast, column, identifier, literal, named, table, typed
from eremun.plan.nodes import (
    Aggregate,
    Aggregated,
    Attach,
    Cells,
    Column,
    Derive,
    Derived,
    Find,
    Group,
    Match,
    Pair,
    Share,
    Source,
    SourceColumn,
    Steps,
)
from eremun.plan.widths import Widths
from eremun.values.periods import Period, to_days
from eremun.values.types import Kind

_MINE, _OTHER = "mine", "other"


def source(step: Source, needed: set[str]) -> exp.Select:
    """The needed columns of the frame that intake delivered, stored numbers as BIGINT."""
    values: list[exp.Expr] = []
    for item in step.columns:
        values += _delivered(item, needed)
    counts = [f"@{target}" for target in step.references] + [f"rejected({name})" for name in step.rejected]
    values += [_big(name) for name in ("@row", *counts) if name in needed]
    values = values or [column("@row")]
    return _select(values, step.grain)


def group(step: Group, items: Sequence[Aggregated], frame: str, needed: set[str], widths: Widths) -> exp.Select:
    """One row for each combination of the keys, with the aggregates over just those rows."""
    keys = [column(key) for key in step.keys]
    values: list[exp.Expr] = [*keys, *(named(_aggregated(step.grain, item, widths), item.name) for item in items)]
    if "@row" in needed:
        numbered = exp.Window(this=exp.RowNumber())
        values.append(named(exp.Sub(this=numbered, expression=literal(1)), "@row"))
    return _select(values, frame).group_by(*(column(key) for key in step.keys), copy=False)


def pair(step: Pair, first: str, second: str, needed: set[str]) -> exp.Select:
    """One row for each row of the one frame with each row of the other: their numbers."""
    numbers = [named(column("@row", _MINE), f"@{step.first}"), named(column("@row", _OTHER), f"@{step.second}")]
    if "@row" in needed:
        numbers.append(named(exp.Sub(this=exp.Window(this=exp.RowNumber()), expression=literal(1)), "@row"))
    query = _select(numbers, first, _MINE)
    query.append("joins", exp.Join(this=table(second, _OTHER), kind="CROSS"))
    return query


def single(period: Period) -> exp.Select:
    """The row of the period."""
    days = {"start": to_days(period.start), "end": to_days(period.end), "days": period.days, "@row": 0}
    values = [named(typed(value), name) for name, value in days.items()]
    return exp.Select(expressions=[*values, named(literal(period.name), "name")])


def derive(step: Derive, frame: str, widths: Widths) -> exp.Select:
    """The frame with a column for each item; a large table of values is joined, the rest is computed in place."""
    direct = [item for item in step.items if is_direct(item.node)]
    joined = [item for item in step.items if not is_direct(item.node)]
    values: list[exp.Expr] = [named(_derived(step.grain, item, widths), item.name) for item in direct]
    query = _select([_all_of_mine(), *values], frame, _MINE)
    for place, item in enumerate(joined):
        _join_values(query, item, f"{_OTHER} {place + 1}")
    return query


def find(step: Find, frame: str, target: str) -> exp.Select:
    """The frame with a column of row numbers: the last row that has begun by the day, where it has not ended before."""
    names = (*step.match.theirs, step.first, step.last, "@row")
    there = exp.Select(expressions=[named(column(name), f"~{place}") for place, name in enumerate(names)])
    there.from_(table(target), copy=False)
    first, last, row = (column(f"~{len(step.match.theirs) + place}", _OTHER) for place in range(3))
    day = column(step.day, _MINE)
    holds = exp.GTE(this=last, expression=day)
    number = exp.Case(ifs=[exp.If(this=holds, true=row)], default=typed(-1))
    query = _joined(frame, [named(number, step.name)], there, step.match)
    join = query.args["joins"][0]
    join.set("method", "ASOF")
    join.set("on", exp.And(this=join.args["on"], expression=exp.GTE(this=day, expression=first)))
    return query


def attach(step: Attach, frame: str, target: str) -> exp.Select:
    """The frame with columns of the row of the target that matches, or their defaults where there is none."""
    there = exp.Select(expressions=[]).from_(table(target), copy=False)
    keys = [named(column(name), f"~{place}") for place, name in enumerate(step.match.theirs)]
    there.set("expressions", keys + [named(column(item.source), item.name) for item in step.items])
    certain = step.match.certain or not keys
    values: list[exp.Expr] = [
        named(column(item.name, _OTHER) if certain else _default(column(item.name, _OTHER), item.kind), item.name)
        for item in step.items
    ]
    if step.found:
        values.append(named(exp.Not(this=exp.Is(this=column("~0", _OTHER), expression=exp.Null())), step.found)
                      if keys else named(exp.true(), step.found))  # fmt: skip
    return _joined(frame, values, there, step.match)


def aggregate(step: Aggregate, frame: str, over: str, widths: Widths) -> exp.Select:
    """The frame with sums, counts and the like over the finer rows that match."""
    keys = [named(column(name), f"~{place}") for place, name in enumerate(step.match.theirs)]
    sums = [named(_aggregated(step.grain, item, widths), item.name) for item in step.items]
    there = _select([*keys, *sums], over)
    if keys:
        there.set("group", exp.Group(all=True))
    values: list[exp.Expr] = [named(_default(column(item.name, _OTHER), item.kind), item.name) for item in step.items]
    return _joined(frame, values, there, step.match)


def share(step: Share, frame: str, widths: Widths) -> exp.Select:
    """The frame with each row's part: the whole ones, and one more for as many rows as something is left for, in their
    order."""
    wide = (step.grain, step.name) in widths.wide
    whole, remainder = formula(step.whole, wide), formula(step.remainder, wide)
    within = [column(name) for name in step.within]
    order = [exp.Ordered(this=remainder, desc=True), *(exp.Ordered(this=column(name)) for name in step.ties)]
    place = exp.Window(this=exp.RowNumber(), partition_by=within, order=exp.Order(expressions=order))
    given = exp.Window(this=call("SUM", whole), partition_by=within)
    left = exp.Sub(this=column(step.units), expression=given)
    more = exp.And(
        this=exp.GT(this=exp.Paren(this=remainder), expression=literal(0)),
        expression=exp.LTE(this=place, expression=left),
    )
    one = exp.Case(ifs=[exp.If(this=more, true=literal(1))], default=literal(0))
    part = cast(exp.Add(this=whole, expression=one), (step.grain, step.name) in widths.stored)
    return _select([_all_of_mine(), named(part, step.name)], frame, _MINE)


def _delivered(item: SourceColumn, needed: set[str]) -> list[exp.Expr]:
    plain = item.kind in (Kind.BOOLEAN, Kind.TEXT)
    value = column(item.name) if plain else cast(column(item.name))
    there = exp.Not(this=exp.Is(this=column(item.name), expression=exp.Null()))
    filled = named(_default(value, item.kind), item.name) if item.optional else named(value, item.name)
    values: list[exp.Expr] = [filled] if item.name in needed else []
    return [*values, named(there, f"{item.name}?")] if item.optional and f"{item.name}?" in needed else values


def _big(name: str) -> exp.Expr:
    return named(cast(column(name)), name)


def _derived(grain: str, item: Derived, widths: Widths) -> exp.Expr:
    return _narrowed(formula(item.node, (grain, item.name) in widths.wide), grain, item, widths)


def _narrowed(value: exp.Expr, grain: str, item: Derived | Aggregated, widths: Widths) -> exp.Expr:
    """A number back in 64 bit where it was computed, but is not stored, in 128; DuckDB sums 64 bit in 128."""
    place = (grain, item.name)
    widened = place in widths.wide or place in widths.stored or (isinstance(item, Aggregated) and item.word == "sum")
    plain = item.kind in (Kind.BOOLEAN, Kind.TEXT)
    return cast(value, place in widths.stored) if widened and not plain else value


def _aggregated(grain: str, item: Aggregated, widths: Widths) -> exp.Expr:
    wide = (grain, item.name) in widths.wide
    value = formula(item.value, wide) if item.value is not None else None
    where = formula(item.where, wide) if item.where is not None else None
    if item.word == "any":
        return _default(call("BOOL_OR", where if where is not None else exp.true()), item.kind)
    total: exp.Expr = call(item.word.upper(), value if value is not None else exp.Star())
    if where is not None:
        total = exp.Filter(this=total, expression=exp.Where(this=where))
    return _narrowed(_totalled(total, item), grain, item, widths)


def _totalled(total: exp.Expr, item: Aggregated) -> exp.Expr:
    """All but a count are null over no rows."""
    return total if item.word == "count" else _default(total, item.kind)


def _default(value: exp.Expr, kind: Kind) -> exp.Expr:
    nothing: int | bool | str = False if kind is Kind.BOOLEAN else "" if kind is Kind.TEXT else 0
    return exp.Coalesce(this=value, expressions=[literal(nothing)])


def _join_values(query: exp.Select, item: Derived, alias: str) -> None:
    """Steps look for the last threshold not above the value, cells for their number."""
    node = item.node
    assert isinstance(node, (Steps, Cells))
    assert isinstance(node.value, Column)
    steps = isinstance(node, Steps)
    rows = node.thresholds if isinstance(node, Steps) else node.cells
    pairs = [exp.Tuple(expressions=[typed(key), typed(value)]) for key, value in rows]
    names = exp.TableAlias(this=identifier(alias), columns=[identifier("~0"), identifier("~1")])
    own, key = column(node.value.name, _MINE), column("~0", alias)
    on = exp.GTE(this=own, expression=key) if steps else exp.EQ(this=own, expression=key)
    values = exp.Values(expressions=pairs, alias=names)
    query.append("joins", exp.Join(this=values, side="LEFT", method="ASOF" if steps else None, on=on))
    value = exp.Coalesce(this=column("~1", alias), expressions=[literal(node.otherwise)])
    query.append("expressions", named(value, item.name))


def _joined(frame: str, values: list[exp.Expr], there: exp.Select, match: Match) -> exp.Select:
    """The frame beside the subquery, whose columns ~0, ~1, … match; beside its one row where nothing is to match."""
    query = _select([_all_of_mine(), *values], frame, _MINE)
    other = exp.Subquery(this=there, alias=exp.TableAlias(this=identifier(_OTHER)))
    if not match.own:
        query.append("joins", exp.Join(this=other, kind="CROSS"))
        return query
    same: list[exp.Expr] = [
        exp.EQ(this=column(name, _MINE), expression=column(f"~{place}", _OTHER)) for place, name in enumerate(match.own)
    ]
    on = same[0]
    for more in same[1:]:
        on = exp.And(this=on, expression=more)
    query.append("joins", exp.Join(this=other, side="LEFT", on=on))
    return query


def _all_of_mine() -> exp.Expr:
    return exp.Column(this=exp.Star(), table=identifier(_MINE))


def _select(values: Sequence[exp.Expr], frame: str, alias: str | None = None) -> exp.Select:
    return exp.Select(expressions=list(values)).from_(table(frame, alias), copy=False)
