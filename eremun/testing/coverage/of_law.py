"""Parameters and tables: every value of every version, every threshold, every date from which something holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from eremun.diagnostics.diagnostic import Span
from eremun.model.pack import Pack
from eremun.model.rules import CellValue, Condition, Dated, Parameter, Row, Table, Within
from eremun.testing.coverage.items import Alternatives, Change, ChangeKind, Item, put
from eremun.testing.coverage.written import row_text, words_at
from eremun.testing.expected_values import shown
from eremun.values.numbers import decimals_of
from eremun.values.rounding import common_step
from eremun.values.types import Kind, Type

ONE_DAY = timedelta(days=1)
NOWHERE = Span("", 0, 0, 0, 0)
Versions = Sequence[Dated[Any]]


def parameters_of(pack: Pack) -> Iterator[Item]:
    """The value of each version, and when each begins."""
    for parameter in pack.parameters.values():
        amounts = _amounts([version.content for version in parameter.versions], parameter.type)
        for place, version in enumerate(parameter.versions):
            name, read = (
                _dated_name(parameter.name, parameter.versions, place),
                ("parameter", parameter.name, str(place)),
            )
            forms = (_valued(pack, parameter, place, version.content + more) for more in amounts)
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


def _amounts(values: Sequence[CellValue], type: Type) -> list[Fraction]:
    """What to add to one of the values: one of their last decimal, else the step of which all are multiples, since what
    is made of them may be written with too few decimals for more."""
    unit, step = unit_of(values, type), Fraction(0)
    for value in values:
        step = common_step(step, abs(value)) if isinstance(value, Fraction) else step
    return [unit, -unit] if step in (0, unit) else [unit, -unit, step, -step]


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
            yield Item("cell", full, row.span, read, (tuple(forms),), any_form=type.kind is Kind.ENUM)


def _other_cells(pack: Pack, table: Table, output: int, cell: CellValue, type: Type) -> list[CellValue]:
    """What a cell may be changed to, the first choice first. Words have no order and some mean the same pay, so of
    these any will do."""
    if isinstance(cell, str) or type.kind is Kind.ENUM:
        words = pack.enums.get(type.enum or "", ())
        after = words.index(str(cell)) + 1
        return [*words[after:], *words[: after - 1]]
    column = [row.cells[output] for version in table.versions for row in version.content]
    return [cell + more for more in _amounts(column, type)]


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
    """Every border between two rows, moved by one unit of the key on both its sides: among the rows whose other keys
    are the same, else wherever it stands."""
    rows = table.versions[place].content
    for key, (_, type) in enumerate(table.keys):
        bounds = [row.conditions[key] for row in rows if isinstance(row.conditions[key], Within)]
        unit = unit_of((b for c in bounds if isinstance(c, Within) for b in (c.low, c.high) if b is not None), type)
        ends = {(_others(row, key), _end(row.conditions[key], unit)) for row in rows}
        for row in rows:
            condition, here = row.conditions[key], (_others(row, key), _start(row.conditions[key], unit))
            if isinstance(condition, Within) and here[1] is not None and here in ends:
                others = [words_at(pack, c.span) for at, c in enumerate(row.conditions) if at != key]
                keys = ", ".join([*others[:key], words_at(pack, condition.span), *others[key:]])
                moves = [(more, wide) for wide in (False, True) for more in (unit, -unit)]
                forms = tuple(_moved(pack, table, place, row, key, unit, more, wide) for more, wide in moves)
                name = _dated_name(f"{table.name}[{keys}]", table.versions, place)
                yield Item("threshold", name, condition.span, ("table", table.name), (forms,))


def _others(row: Row, key: int) -> tuple[object, ...]:
    """The conditions of the row on its other keys, without their places."""
    return tuple(replace(c, span=NOWHERE) for at, c in enumerate(row.conditions) if at != key)


def _start(condition: Condition, unit: Fraction) -> Fraction | None:
    """The first argument that is inside."""
    if not isinstance(condition, Within) or condition.low is None:
        return None
    return condition.low + (0 if condition.low_inside else unit)


def _end(condition: Condition, unit: Fraction) -> Fraction | None:
    """The first argument that no longer is inside."""
    if not isinstance(condition, Within) or condition.high is None:
        return None
    return condition.high + (unit if condition.high_inside else 0)


def _moved(
    pack: Pack, table: Table, place: int, of: Row, key: int, unit: Fraction, more: Fraction, wide: bool
) -> Change:
    """The border at which that row begins moved: among its like, or (`wide`) in all rows."""
    rows, type, first = table.versions[place].content, table.keys[key][1], of.conditions[key]
    border, alike = _start(first, unit), _others(of, key)

    def moved(row: Row) -> Row:
        condition = row.conditions[key]
        if not isinstance(condition, Within) or not (wide or _others(row, key) == alike):
            return row
        low = condition.low + more if condition.low is not None and _start(condition, unit) == border else condition.low
        high = (
            condition.high + more if condition.high is not None and _end(condition, unit) == border else condition.high
        )
        return replace(row, conditions=put(row.conditions, key, replace(condition, low=low, high=high)))

    assert isinstance(first, Within)
    assert first.low is not None
    before, after = shown(first.low, type), shown(first.low + more, type)
    return Change("value", before, after, _with_rows(pack, table, place, tuple(moved(row) for row in rows)))


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
