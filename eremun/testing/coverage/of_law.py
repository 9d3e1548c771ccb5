"""Parameters and tables: every value of every version, every threshold, every date from which something holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from eremun.model.pack import Pack
from eremun.model.rules import CellValue, Condition, Dated, Parameter, Row, Table, Within
from eremun.testing.coverage.items import Alternatives, Change, ChangeKind, Item, put
from eremun.testing.coverage.written import row_text
from eremun.testing.expected_values import shown
from eremun.values.numbers import decimals_of
from eremun.values.types import Kind, Type

ONE_DAY = timedelta(days=1)
Versions = Sequence[Dated[Any]]


def parameters_of(pack: Pack) -> Iterator[Item]:
    """The value of each version, and when each begins."""
    for parameter in pack.parameters.values():
        unit = unit_of([version.content for version in parameter.versions], parameter.type)
        for place, version in enumerate(parameter.versions):
            name, read = (
                _dated_name(parameter.name, parameter.versions, place),
                ("parameter", parameter.name, str(place)),
            )
            forms = (_valued(pack, parameter, place, version.content + more) for more in (unit, -unit))
            yield Item("parameter", name, _place(parameter, version), read, (tuple(forms),))
        yield from _dates(parameter, ("parameter", parameter.name), lambda other: _with_parameter(pack, other))


def tables_of(pack: Pack) -> Iterator[Item]:
    """Every cell, every threshold between two rows, and when each version begins."""
    for table in pack.tables.values():
        for place in range(len(table.versions)):
            yield from _cells(pack, table, place)
            yield from _thresholds(pack, table, place)
        yield from _dates(table, ("table", table.name), lambda other: _with_table(pack, other))


def unit_of(values: Iterable[CellValue], type: Type) -> Fraction:
    """One of the last decimal that any of the values is written with."""
    scale = 100 if str(type) == "persen" else 1
    decimals = [decimals_of(value * scale) or 0 for value in values if isinstance(value, Fraction)]
    return Fraction(1, 10 ** max(decimals, default=0) * scale)


# Parameters


def _valued(pack: Pack, parameter: Parameter, place: int, value: Fraction) -> Change:
    version = parameter.versions[place]
    other = replace(parameter, versions=put(parameter.versions, place, replace(version, content=value)))
    return Change("value", shown(version.content, parameter.type), shown(value, parameter.type),
                  _with_parameter(pack, other))  # fmt: skip


def _with_parameter(pack: Pack, other: Parameter) -> Pack:
    return replace(pack, parameters={**pack.parameters, other.name: other})


# Cells


def _cells(pack: Pack, table: Table, place: int) -> Iterator[Item]:
    for number, row in enumerate(table.versions[place].content):
        for output, (name, type) in enumerate(table.outputs):
            forms = (_celled(pack, table, place, number, output, value)
                     for value in _other_cells(pack, table, output, row.cells[output], type))  # fmt: skip
            read = ("cell", table.name, str(place), str(number))
            full = _dated_name(row_text(pack, table, row) + (f".{name}" if name else ""), table.versions, place)
            yield Item("cell", full, row.span, read, (tuple(forms),))


def _other_cells(pack: Pack, table: Table, output: int, cell: CellValue, type: Type) -> list[CellValue]:
    """What a cell may be changed to, the first choice first."""
    if isinstance(cell, str) or type.kind is Kind.ENUM:
        words = pack.enums.get(type.enum or "", ())
        after = words.index(str(cell)) + 1
        return [*words[after:], *words[: after - 1]]
    unit = unit_of((row.cells[output] for version in table.versions for row in version.content), type)
    return [cell + unit, cell - unit]


def _celled(pack: Pack, table: Table, place: int, number: int, output: int, value: CellValue) -> Change:
    rows, type = table.versions[place].content, table.outputs[output][1]
    before = rows[number].cells[output]
    other = replace(rows[number], cells=put(rows[number].cells, output, value))
    return Change(
        "value", shown(before, type), shown(value, type), _with_rows(pack, table, place, put(rows, number, other))
    )


def _with_rows(pack: Pack, table: Table, place: int, rows: tuple[Row, ...]) -> Pack:
    version = replace(table.versions[place], content=rows)
    return _with_table(pack, replace(table, versions=put(table.versions, place, version)))


def _with_table(pack: Pack, other: Table) -> Pack:
    return replace(pack, tables={**pack.tables, other.name: other})


# Thresholds


def _thresholds(pack: Pack, table: Table, place: int) -> Iterator[Item]:
    """Every border between two rows, moved by one unit of the key on both its sides."""
    rows = table.versions[place].content
    for key, (_, type) in enumerate(table.keys):
        conditions = [row.conditions[key] for row in rows]
        unit = unit_of((bound for c in conditions if isinstance(c, Within) for bound in (c.low, c.high) if bound), type)
        ends = {_end(condition, unit) for condition in conditions if isinstance(condition, Within)}
        starts = {_start(c, unit): c for c in reversed(conditions) if isinstance(c, Within) and c.low is not None}
        for border in sorted(border for border in starts if border is not None and border in ends):
            condition = starts[border]
            forms = (_moved(pack, table, place, key, border, more) for more in (unit, -unit))
            name = _dated_name(f"{table.name}[{shown(condition.low, type)}]", table.versions, place)
            yield Item("threshold", name, condition.span, ("table", table.name), (tuple(forms),))


def _start(condition: Within, unit: Fraction) -> Fraction | None:
    """The first argument that is inside."""
    return None if condition.low is None else condition.low + (0 if condition.low_inside else unit)


def _end(condition: Within, unit: Fraction) -> Fraction | None:
    """The first argument that no longer is inside."""
    return None if condition.high is None else condition.high + (unit if condition.high_inside else 0)


def _moved(pack: Pack, table: Table, place: int, key: int, border: Fraction, more: Fraction) -> Change:
    rows, type, unit = table.versions[place].content, table.keys[key][1], abs(more)

    def moved(condition: Condition) -> Condition:
        if not isinstance(condition, Within):
            return condition
        low, high = condition.low, condition.high
        low = low + more if low is not None and _start(condition, unit) == border else low
        high = high + more if high is not None and _end(condition, unit) == border else high
        return replace(condition, low=low, high=high)

    others = tuple(replace(row, conditions=put(row.conditions, key, moved(row.conditions[key]))) for row in rows)
    return Change("value", shown(border, type), shown(border + more, type), _with_rows(pack, table, place, others))


# Dates


def _dates(item: Any, read: tuple[str, ...], made: Callable[[Any], Pack]) -> Iterator[Item]:
    """That a later version is there, begins on its day, and ends on it."""
    versions: Versions = item.versions
    for place, version in enumerate(versions):
        changes: list[Alternatives] = []
        if place:
            gone = replace(item, versions=tuple(other for other in versions if other is not version))
            changes.append(tuple(_redated(item, place, "start", more, made) for more in (ONE_DAY, -ONE_DAY)))
            changes.append((Change("removed", "", "", made(gone)),))
        if version.effective_to is not None:
            changes.append(tuple(_redated(item, place, "end", more, made) for more in (ONE_DAY, -ONE_DAY)))
        if changes:
            yield Item("version", _dated_name(item.name, versions, place), version.span, read, tuple(changes))


def _redated(item: Any, place: int, kind: ChangeKind, more: timedelta, made: Callable[[Any], Pack]) -> Change:
    version: Dated[Any] = item.versions[place]
    before: date = version.effective_from if kind == "start" else version.effective_to or date.max
    after = before + more if before + more < date.max else before
    other = replace(version, effective_from=after) if kind == "start" else replace(version, effective_to=after)
    changed = replace(item, versions=put(item.versions, place, other))
    return Change(kind, before.isoformat(), after.isoformat(), made(changed))


def _dated_name(name: str, versions: Versions, place: int) -> str:
    """The name; where there are several versions, with the day from which this one holds."""
    return name if len(versions) == 1 else f"{name} @{versions[place].effective_from}"


def _place(parameter: Parameter, version: Dated[Fraction]) -> Any:
    return version.span if len(parameter.versions) > 1 else parameter.span
