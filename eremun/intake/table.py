"""One table: receives its sheet and the tables it refers to, gives its standing rows and the faults of the others.

Columns are read and judged by themselves, so that no more than two lie in memory as text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from eremun.intake import headings, rejects
from eremun.intake.cells import STORED
from eremun.intake.judged import Judged, judge_column, not_in_files
from eremun.intake.keys import Target, overlapping, repeated
from eremun.intake.row_rules import broken
from eremun.intake.sheet import Sheet
from eremun.intake.workers import workers
from eremun.model.inputs import Column, Fixed, Input, Relation
from eremun.plan.plan import InputPlan
from eremun.values.periods import LAST_DAY, Period


@dataclass(frozen=True)
class Context:
    """What all tables share."""

    enums: Mapping[str, tuple[str, ...]]
    period: Period


@dataclass(frozen=True)
class ReadTable:
    """`frame`: the standing rows; `target`: their keys (None where rows have none); `faults`: of the others, in order;
    `carried`: by target, for each relation that must lead there, the values by which the rejected rows refer to it."""

    frame: pl.DataFrame
    target: Target | None
    faults: pl.DataFrame
    rows_in: int
    rejected: int
    ignored: tuple[str, ...]
    carried: dict[str, list[list[pl.Series]]]


@dataclass(frozen=True)
class Resolved:
    """A required relation and the row it names, one per distinct text where there is one column, else one per row."""

    relation: Relation
    rows: pl.Series
    codes: pl.Series | None

    def spread(self) -> pl.Series:
        return self.rows if self.codes is None else self.rows.gather(self.codes)


def read_table(sheet: Sheet, plan: InputPlan, file: str, targets: Mapping[str, Target], context: Context) -> ReadTable:
    """Judges every row; `targets` has every table that this one's required relations name."""
    declared = plan.input
    read = declared.read_in(context.period.start)
    places = headings.places(sheet.headings, read, file)
    columns = _judge_all(sheet, places, read.columns, context)
    columns = {
        name: columns.get(name) or not_in_files(column, sheet.height, context.enums, context.period)
        for name, column in declared.columns.items()
    }
    with workers(sheet.height) as pool:
        doubled = pool.submit(_doubled, declared, columns, sheet.height, len(columns) + 1)
        resolved = list(pool.map(lambda one: _resolve(one, columns, targets, sheet.height), _required(declared)))
    faults = rejects.put_together(_all_faults(sheet, plan, columns, doubled.result(), resolved))
    rejected = faults["row"].unique().sort()
    return ReadTable(
        frame=_frame(plan, columns, resolved, rejected, sheet.height),
        target=_target(declared, columns, rejected, sheet.height),
        faults=faults,
        rows_in=sheet.height,
        rejected=len(rejected),
        ignored=headings.ignored(sheet.headings, places),
        carried=_carried(declared, columns, rejected),
    )


def _judge_all(
    sheet: Sheet, places: dict[str, int], declared: dict[str, Column], context: Context
) -> dict[str, Judged]:
    """The columns, by name."""

    def judge(name: str) -> Judged:
        return judge_column(sheet, places[name], declared[name], context.enums, context.period)

    with workers(sheet.height) as pool:
        return dict(zip(declared, pool.map(judge, declared), strict=True))


def _required(declared: Input) -> list[Relation]:
    """In the order of the columns they stand in."""
    order = list(declared.columns)
    relations = [relation for relation in declared.relations if relation.required]
    return sorted(relations, key=lambda relation: [order.index(name) for name in relation.columns])


def _all_faults(
    sheet: Sheet,
    plan: InputPlan,
    columns: dict[str, Judged],
    doubled: list[pl.DataFrame],
    resolved: list[Resolved],
) -> list[pl.DataFrame]:
    found = [rejects.cell_faults(judged, order) for order, judged in enumerate(columns.values()) if len(judged.bad)]
    order = len(columns)
    if sheet.surplus.height:
        found.append(rejects.faults(sheet.surplus["row"], order, "", sheet.surplus["value"], "surplus"))
    found += doubled
    for place, reference in enumerate(resolved, order + 2):
        found += _lost(reference, [columns[name] for name in reference.relation.columns], place)
    for place, rule in enumerate(plan.row_rules, order + 2 + len(resolved)):
        rows = broken(rule, columns, sheet.height)
        if len(rows):
            value = columns[rule.column].raw(rows)
            found.append(
                rejects.faults(rows, place, columns[rule.column].column.heading, value, rule.reason, rule.label)
            )
    return found


def _doubled(declared: Input, columns: dict[str, Judged], height: int, order: int) -> list[pl.DataFrame]:
    """The rows of which no two may stand: with one key, or where rows have spells with one key on one day."""
    keys = [columns[name] for name in declared.key]
    if declared.spells:
        return _spells(keys, [columns[name] for name in declared.spells], height, order)
    return _duplicates(keys, height, order) if keys else []


def _spells(keys: list[Judged], ends: list[Judged], height: int, order: int) -> list[pl.DataFrame]:
    """The rows that end before they begin, and among the others those that have a day in common."""
    sound = _standing(union([one.bad for one in (*keys, *ends)]), height).arg_true().cast(pl.UInt32)
    first, last = (end.values().gather(sound) for end in ends)
    last = last.fill_null(LAST_DAY)
    backward = first > last
    right = (~backward).arg_true()
    meeting = overlapping(
        [key.values().gather(sound).gather(right) for key in keys], first.gather(right), last.gather(right)
    )
    rows = {"backward": sound.filter(backward), "overlap": sound.gather(right.gather(meeting))}
    said = {"backward": ends, "overlap": [*keys, *ends]}
    return [
        rejects.faults(found, order, rejects.heading(said[reason]), rejects.joined(said[reason], found), reason)
        for reason, found in rows.items()
        if len(found)
    ]


def _duplicates(keys: list[Judged], height: int, order: int) -> list[pl.DataFrame]:
    sound = rows_without(union([key.bad for key in keys]), height)
    values = [key.values() if sound is None else key.values().gather(sound) for key in keys]
    places = repeated(values)
    if not len(places):
        return []
    rows = places if sound is None else sound.gather(places)
    return [rejects.faults(rows, order, rejects.heading(keys), rejects.joined(keys, rows), "duplicate")]


def _resolve(relation: Relation, columns: dict[str, Judged], targets: Mapping[str, Target], height: int) -> Resolved:
    target, alone = targets[relation.target], relation.columns
    if relation.match == alone[:1]:
        judged = columns[alone[0]]
        return Resolved(relation, target.rows([judged.stored]), judged.codes)
    return Resolved(relation, target.rows(_named(relation, columns, None, height)), None)


def _named(relation: Relation, columns: dict[str, Judged], rows: pl.Series | None, count: int) -> list[pl.Series]:
    """What the rows (None: all), of which there are so many, match the key of the target with."""
    return [
        pl.repeat(part.value, count, dtype=STORED[part.kind], eager=True)
        if isinstance(part, Fixed)
        else (columns[part].values() if rows is None else _at(columns[part], rows))
        for part in relation.match
    ]


def _lost(reference: Resolved, columns: list[Judged], order: int) -> list[pl.DataFrame]:
    """The rows whose cells are without fault and name no standing row."""
    if not reference.rows.null_count() and (reference.codes is None or not reference.codes.null_count()):
        return []
    lost = reference.spread().is_null().arg_true().cast(pl.UInt32)
    lost = lost.filter(~lost.is_in(union([column.bad for column in columns]).implode()))
    name = rejects.heading(columns)
    return [rejects.faults(lost, order, name, rejects.joined(columns, lost), "reference")] if len(lost) else []


def union(rows: list[pl.Series]) -> pl.Series:
    """The rows that stand in any of the lists."""
    some = [series for series in rows if len(series)]
    return pl.concat(some).unique() if some else pl.Series(dtype=pl.UInt32)


def rows_without(rows: pl.Series, height: int) -> pl.Series | None:
    """All other rows, ascending; None for all rows."""
    return _standing(rows, height).arg_true().cast(pl.UInt32) if len(rows) else None


def _standing(rejected: pl.Series, height: int) -> pl.Series:
    return pl.repeat(True, height, eager=True).scatter(rejected, False)


def _frame(
    plan: InputPlan, columns: dict[str, Judged], resolved: list[Resolved], rejected: pl.Series, height: int
) -> pl.DataFrame:
    kept: dict[str, tuple[pl.Series, pl.Series | None]] = {
        name: (columns[name].stored, columns[name].codes) for name in plan.columns
    }
    kept |= {f"@{one.relation.name}": (one.rows, one.codes) for one in resolved if one.relation.name in plan.references}
    mask = _standing(rejected, height) if len(rejected) else None
    with workers(height) as pool:
        standing = list(pool.map(lambda pair: _filtered(pair[0], pair[1], mask), kept.values()))
    rows = pl.DataFrame(height=height - len(rejected))  # a frame of no columns has rows too
    return rows.with_columns([series.alias(name) for name, series in zip(kept, standing, strict=True)])


def _filtered(values: pl.Series, codes: pl.Series | None, mask: pl.Series | None) -> pl.Series:
    if codes is None:
        return values if mask is None else values.filter(mask)
    return values.gather(codes if mask is None else codes.filter(mask))


def _target(declared: Input, columns: dict[str, Judged], rejected: pl.Series, height: int) -> Target | None:
    if not declared.key:
        return None
    mask = _standing(rejected, height) if len(rejected) else None
    return Target(tuple(_filtered(columns[name].stored, columns[name].codes, mask) for name in declared.tells_apart))


def _carried(declared: Input, columns: dict[str, Judged], rejected: pl.Series) -> dict[str, list[list[pl.Series]]]:
    found: dict[str, list[list[pl.Series]]] = {}
    for relation in _required(declared):
        named = _named(relation, columns, rejected, len(rejected))
        found.setdefault(relation.target, []).append(named)
    return found


def _at(judged: Judged, rows: pl.Series) -> pl.Series:
    return judged.stored.gather(rows if judged.codes is None else judged.codes.gather(rows))
