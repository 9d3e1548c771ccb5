"""Rows of decision tables: what a table gives for arguments of which something is known, and a case for each row."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from eremun.check import typed as t
from eremun.check.proofs.atoms import Place
from eremun.check.proofs.case import Case
from eremun.check.proofs.polynomial import Polynomial
from eremun.check.reads import shape
from eremun.model.rules import AnyOf, Row, Within
from eremun.values.intervals import Interval, exactly
from eremun.values.types import Kind

MOST_ROWS = 64
Group = list[tuple[int, t.TableRead]]


def row_cases(polynomial: Polynomial, case: Case) -> list[Case] | None:
    """A case for each row of a table that the polynomial reads and whose cell is open; None where there is none, or the
    rows are too many."""
    for place, group in _groups(polynomial, case):
        rows = list(_rows(group[0][1], case))
        if len(rows) <= MOST_ROWS:
            return [found for row in rows for found in [_met(row, group, place, case)] if not found.empty]
    return None


def _groups(polynomial: Polynomial, case: Case) -> Iterator[tuple[Place, Group]]:
    """Reads of one table for the same arguments on one row, those with the most reads first."""
    groups: dict[object, tuple[Place, Group]] = {}
    for atom in polynomial.atoms:
        value, known = case.atoms.values[atom], case.interval(atom)
        node = value.node
        open_ = known.low is None or known.low != known.high
        if (
            isinstance(node, t.TableRead)
            and open_
            and case.atoms.checked.pack.tables[node.table].hit in ("unique", "first")
        ):
            read = (value.place, node.table, tuple(map(shape, node.arguments)), node.law and shape(node.law))
            groups.setdefault(read, (value.place, []))[1].append((atom, node))
    return iter(sorted(groups.values(), key=lambda group: -len(group[1])))


def _rows(node: t.TableRead, case: Case) -> Iterator[Row]:
    for version in case.atoms.checked.pack.tables[node.table].versions:
        yield from version.content


def _met(row: Row, group: Group, place: Place, case: Case) -> Case:
    """The case with the row's conditions on the arguments, and its cells for what is read."""
    found = case.copy()
    for argument, condition in zip(group[0][1].arguments, row.conditions, strict=True):
        if isinstance(condition, AnyOf) and argument.type.kind is Kind.ENUM:
            found.among(argument, place, map(str, condition.values), True)
        elif isinstance(condition, AnyOf):
            values = [Fraction(value) for value in condition.values]
            _limit(found, argument, place, Interval(min(values), max(values)))
        elif isinstance(condition, Within):
            _limit(found, argument, place, Interval(condition.low, condition.high))
    for atom, node in group:
        cell = row.cells[node.output]
        if isinstance(cell, Fraction):
            found.limit(atom, exactly(cell))
    return found


def _limit(case: Case, argument: t.Typed, place: Place, within: Interval) -> None:
    found = case.polynomial(argument, place).alone
    if found is not None:
        case.limit(found, within)
