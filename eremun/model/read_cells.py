"""The cells of a decision table: every form they are written in becomes rows of conditions.

`cells` are keys and values; `from` and `above` thresholds, inclusive and exclusive, the lowest of which may be open
(`-`); `marginal` thresholds of a progressive sum; `rows` conditions. All may stand in a CSV file beside the pack, named
with its columns. A row that rests on something of its own says so beside itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from eremun.diagnostics.diagnostic import Span
from eremun.model.fields import Collector, Fields, said
from eremun.model.law import Basis
from eremun.model.quantities import quantity, refuse_unit, word_of
from eremun.model.read_csv import csv_entries
from eremun.model.rules import AnyOf, Anything, CellValue, Condition, Row, Within
from eremun.sources import syntax as s
from eremun.values.types import Kind, Type

FORMS = "cells from above marginal rows"
MOST_THRESHOLDS = 12  # that a fix says
OPEN = "-"  # anything
Typed = tuple[tuple[str, Type], ...]


@dataclass(frozen=True)
class Entry:
    """What stands for one row: a scalar for each key, a node for each output, what it alone rests on."""

    keys: tuple[s.Scalar, ...]
    cells: tuple[s.Node, ...]
    span: Span
    basis: Basis | None = None


class CellReader:
    """Reads the cells of one table by the types of its keys and outputs."""

    def __init__(self, to: Collector, keys: Typed, outputs: Typed) -> None:
        self.to, self.keys, self.outputs = to, keys, outputs
        self.from_file = False

    def rows(self, fields: Fields) -> tuple[Row, ...] | None:
        """The rows of the one form that the table (or this version of it) has."""
        forms = [form for form in FORMS.split() if fields.has(form)]
        if len(forms) != 1:
            self.to.refuse("E219", fields.span, what=fields.what)
            return None
        node = fields.get(forms[0])
        self.from_file = isinstance(node, s.Mapping) and node.get("file") is not None
        entries = list(self.entries(fields, forms[0]))
        if forms[0] == "rows":
            return self.found(self.condition_row(entry) for entry in entries)
        if forms[0] == "cells":
            return self.found(self.plain_row(entry) for entry in entries)
        return self.thresholds(entries, forms[0])

    def found(self, rows: Iterator[Row | None]) -> tuple[Row, ...]:
        return tuple(row for row in rows if row is not None)

    # Where entries stand

    def entries(self, fields: Fields, form: str) -> Iterator[Entry]:
        node = fields.get(form)
        if self.from_file:
            width = len(self.keys) + len(self.outputs)
            for scalars, basis, span in csv_entries(self.to, fields, form, width):
                yield self.split(scalars, span, basis)
        elif form == "rows":
            yield from self.listed(node)
        elif isinstance(node, s.Mapping):
            yield from self.nested(node, ())
        else:
            self.to.mapping(node, fields.key_span(form), form)

    def listed(self, node: s.Node | None) -> Iterator[Entry]:
        wanted = len(self.keys) + len(self.outputs)
        for item in self.to.items(node, "rows"):
            row, basis = _row(self.to, item)
            items = self.to.items(row, "rows")
            if row is not None and len(items) == wanted:
                yield self.split(items, row.span, basis)
            elif isinstance(row, s.Sequence):
                self.to.refuse("E221", row.span, wanted=wanted, found=len(items))

    def split(self, items: tuple[s.Node, ...], span: Span, basis: Basis | None) -> Entry:
        keys = items[: len(self.keys)]
        return Entry(keys, items[len(self.keys) :], span, basis)  # type: ignore[arg-type]

    def nested(self, node: s.Mapping, outer: tuple[s.Scalar, ...]) -> Iterator[Entry]:
        """Keys within keys: the words of the first key, under each those of the next."""
        for key, value in node.entries:
            keys = (*outer, key)
            if len(keys) < len(self.keys):
                yield from self.nested(self.to.mapping(value, key.span, key.text), keys)
            else:
                yield from self.innermost(keys, value)

    def innermost(self, keys: tuple[s.Scalar, ...], node: s.Node) -> Iterator[Entry]:
        value, basis = _value(self.to, node)
        if value is None:
            return
        cells = value.items if isinstance(value, s.Sequence) and len(self.outputs) > 1 else (value,)
        if len(cells) == len(self.outputs):
            yield Entry(keys, cells, keys[-1].span, basis)
        else:
            self.to.refuse("E221", value.span, wanted=len(self.outputs), found=len(cells))

    # Rows

    def plain_row(self, entry: Entry) -> Row | None:
        """The row that holds for single values of the entry's keys: all of the table's, or the first of them."""
        keys = [self.value(key, type_) for key, (_, type_) in zip(entry.keys, self.keys, strict=False)]
        cells = self.cells(entry)
        if cells is None or any(key is None for key in keys):
            return None
        spans = [key.span for key in entry.keys]
        alike = tuple(AnyOf((k,), at) for k, at in zip(keys, spans, strict=True) if k is not None)
        return Row(alike, cells, entry.span, entry.basis)

    def condition_row(self, entry: Entry) -> Row | None:
        pairs = zip(entry.keys, self.keys, strict=True)
        conditions = [self.condition(key, type_) for key, (_, type_) in pairs]
        cells = self.cells(entry)
        if cells is None or any(condition is None for condition in conditions):
            return None
        return Row(tuple(c for c in conditions if c), cells, entry.span, entry.basis)

    def thresholds(self, entries: list[Entry], form: str) -> tuple[Row, ...]:
        """Each threshold of the last key holds up to the next one under the same other keys."""
        groups: dict[tuple[str, ...], list[Entry]] = {}
        for entry in entries:
            groups.setdefault(tuple(key.text for key in entry.keys[:-1]), []).append(entry)
        return tuple(row for group in groups.values() for row in self.group(group, form))

    def group(self, entries: list[Entry], form: str) -> Iterator[Row]:
        """Those under the same other keys; where the lowest is `-` it has no end below."""
        if self.keys[-1][1].kind is Kind.ENUM:
            self.to.refuse("E228", entries[0].keys[-1].span, text=entries[0].keys[-1].text, enum=self.keys[-1][1])
            return
        open_below = form != "marginal" and entries[0].keys[-1].text == OPEN
        starts = [self.value(entry.keys[-1], self.keys[-1][1]) for entry in entries[open_below:]]
        known = [*[None] * open_below, *(start if isinstance(start, Fraction) else None for start in starts)]
        for entry, before, start in zip(entries[1:], known, known[1:], strict=False):
            if before is not None and start is not None and start <= before:
                order = in_order(entries, known)
                self.to.refuse("E220", entry.keys[-1].span, value=entry.keys[-1].text, order=order)
        for entry, start, end in zip(entries, known, [*known[1:], None], strict=True):
            outer = self.plain_row(Entry(entry.keys[:-1], entry.cells, entry.span)) if len(self.keys) > 1 else None
            alone = self.cells(entry) if len(self.keys) == 1 else None
            cells = outer.cells if outer else alone
            known_start = start is not None or (open_below and entry is entries[0])
            if known_start and cells is not None:
                reach = stretch(start, end, form, entry.keys[-1].span)
                yield Row((*(outer.conditions if outer else ()), reach), cells, entry.span, entry.basis)

    def cells(self, entry: Entry) -> tuple[CellValue, ...] | None:
        cells = [self.cell(node, type_) for node, (_, type_) in zip(entry.cells, self.outputs, strict=True)]
        return None if any(cell is None for cell in cells) else tuple(cell for cell in cells if cell is not None)

    # Conditions and values

    def condition(self, node: s.Node, type_: Type) -> Condition | None:
        if isinstance(node, s.Scalar):
            return self.scalar_condition(node, type_)
        values = [self.value(n, type_) for n in self.to.items(node, "rows") if isinstance(n, s.Scalar)]
        return None if None in values else AnyOf(tuple(v for v in values if v is not None), node.span)

    def scalar_condition(self, scalar: s.Scalar, type_: Type) -> Condition | None:
        text = scalar.text.strip()
        if text == OPEN:
            return Anything(scalar.span)
        if type_.kind is Kind.ENUM and re.search(r"[<>]|\.\.", text):
            self.to.refuse("E228", scalar.span, text=text, enum=type_)
            return None
        if sign := re.match(r"<=|>=|<|>", text):
            bound = self.value(s.Scalar(text[sign.end() :].strip(), scalar.span), type_)
            return self.one_sided(sign.group(), bound, scalar.span) if isinstance(bound, Fraction) else None
        low, dots, high = text.partition("..")
        if dots:
            ends = [self.value(s.Scalar(part.strip(), scalar.span), type_) for part in (low, high)]
            if not isinstance(ends[0], Fraction) or not isinstance(ends[1], Fraction):
                return None
            return Within(ends[0], ends[1], True, True, scalar.span)
        value = self.value(scalar, type_)
        return None if value is None else AnyOf((value,), scalar.span)

    def one_sided(self, sign: str, bound: Fraction, span: Span) -> Within:
        if sign[0] == "<":
            return Within(None, bound, False, sign == "<=", span)
        return Within(bound, None, sign == ">=", False, span)

    def cell(self, node: s.Node, type_: Type) -> CellValue | None:
        if isinstance(node, s.Scalar):
            return self.value(node, type_)
        self.to.refuse("E200", node.span, what="cells", wanted="@one")
        return None

    def value(self, scalar: s.Scalar, type_: Type) -> CellValue | None:
        """A cell or key as its type wants it: a word of the enum, or a number (a percent with its sign; in a file,
        where the heading says what the column holds, without)."""
        if type_.kind is Kind.ENUM:
            return word_of(self.to, scalar, type_)
        if " " in scalar.text.strip():
            found = quantity(self.to, scalar)
            if found is None or (type_.unit is not None and found[1] == type_.unit):
                return None if found is None else found[0]
            refuse_unit(self.to, scalar, said(type_))
            return None
        plain = self.to.number(scalar)
        if plain is None:
            return None
        percent = str(type_) == "persen"
        if self.from_file and percent and not plain[1]:
            return plain[0] / 100
        if plain[1] != percent:
            refuse_unit(self.to, scalar, said(type_))
            return None
        return plain[0]


def stretch(start: Fraction | None, end: Fraction | None, form: str, span: Span) -> Condition:
    """From one threshold to the next, with the first of them or with the second; None: no end there."""
    if start is None and end is None:
        return Anything(span)
    above = form == "above"
    return Within(start, end, start is not None and not above, end is not None and above, span)


def _row(to: Collector, node: s.Node) -> tuple[s.Node | None, Basis | None]:
    """A row of conditions, and what it alone rests on: the row itself, or `row` with `basis` or `assumption`."""
    if not isinstance(node, s.Mapping):
        return node, None
    return _beside_basis(Fields(to, node, "rows", "row basis assumption", node.span), "row")


def _value(to: Collector, node: s.Node) -> tuple[s.Node | None, Basis | None]:
    """The content of a row and what it alone rests on: the content, or `value` with `basis` or `assumption`."""
    if not isinstance(node, s.Mapping):
        return node, None
    return _beside_basis(Fields(to, node, "cells", "value basis assumption", node.span), "value")


def _beside_basis(fields: Fields, key: str) -> tuple[s.Node | None, Basis | None]:
    if not fields.has(key):
        fields.missing(key)
    return fields.get(key), fields.own_basis()


def in_order(entries: list[Entry], starts: list[Fraction | None]) -> str:
    """The thresholds as written, from the smallest to the largest; "" where two are equal, one is unknown or they are
    too many to be read in a line."""
    known = {start: entry.keys[-1].text for start, entry in zip(starts, entries, strict=True) if start is not None}
    told = len(known) == len(entries) <= MOST_THRESHOLDS
    return ", ".join(known[start] for start in sorted(known)) if told else ""
