"""Parameters and decision tables: every form of cells becomes rows of conditions."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from eremun.diagnostics.diagnostic import Span
from eremun.model.fields import Collector, Fields, nearby, said
from eremun.model.rules import AnyOf, Anything, CellValue, Condition, Dated, Parameter, Row, Table, Within
from eremun.sources import syntax as s
from eremun.values.types import Kind, Type, number
from eremun.values.units import NUMBER, PERSEN, Unit, parse_unit

T = TypeVar("T")
VERSION = "effective_from effective_to"
FORMS = "cells from rows"
ZERO_TYPE = number(NUMBER)


def read_versions(
    to: Collector, fields: Fields, since: date, own: str, read: Callable[[Fields], T | None]
) -> tuple[Dated[T], ...]:
    """The dated versions of an item, or its only one, in force since the pack is."""
    node = fields.get("versions")
    if node is None:
        content = read(fields)
        return () if content is None else (Dated(content, since, None, fields.span),)
    found: list[Dated[T]] = []
    for item in to.items(node, "versions"):
        version = Fields(to, item, "versions", f"{VERSION} {own}", item.span)
        content = read(version)
        start = version.day("effective_from", needed=True)
        if content is not None and start is not None:
            found.append(Dated(content, start, version.day("effective_to"), item.span))
    _check_dates(to, found)
    return tuple(found)


def _check_dates(to: Collector, versions: list[Dated[T]]) -> None:
    for before, after in pairwise(versions):
        if after.effective_from <= before.effective_from:
            to.refuse("E216", after.span, day=after.effective_from, before=before.effective_from)
    for version in versions:
        if version.effective_to is not None and version.effective_to < version.effective_from:
            to.refuse("E217", version.span, start=version.effective_from, end=version.effective_to)


def read_parameter(to: Collector, key: s.Scalar, node: s.Node, since: date) -> Parameter:
    fields = Fields(to, node, key.text, "label value versions basis assumption", key.span)
    units: list[Unit] = []

    def value(version: Fields) -> Fraction | None:
        scalar = version.scalar("value", needed=True)
        found = _quantity(to, scalar) if scalar else None
        if found is None:
            return None
        if units and units[0] != found[1] and scalar is not None:
            to.refuse("E218", scalar.span, unit=said(number(found[1])), first=said(number(units[0])))
        units.append(found[1])
        return found[0]

    versions = read_versions(to, fields, since, "value", value)
    type_ = number(units[0]) if units else ZERO_TYPE
    return Parameter(key.text, fields.text("label"), type_, versions, fields.basis(), key.span)


def _quantity(to: Collector, scalar: s.Scalar) -> tuple[Fraction, Unit] | None:
    """A number with its unit, such as `3 hari`, `2.5%` or `1 poin/menit`."""
    digits, _, word = scalar.text.strip().partition(" ")
    found = to.number(s.Scalar(digits, scalar.span))
    if found is None:
        return None
    value, percent = found
    unit = parse_unit(word.strip()) if word.strip() else (PERSEN if percent else NUMBER)
    if percent and word.strip():
        to.refuse("E203", scalar.span, text=scalar.text)
        return None
    if unit is None:
        to.refuse("E204", scalar.span, name=word, **nearby(word, ["rupiah", "menit", "hari", "poin"]))
        return None
    return value, unit


def read_table(to: Collector, key: s.Scalar, node: s.Node, since: date) -> Table:
    fields = Fields(to, node, key.text, f"label in out {FORMS} versions basis assumption", key.span)
    keys = _typed_names(to, fields, "in")
    outputs = _typed_names(to, fields, "out")
    reader = _TableReader(to, keys, outputs)
    versions = read_versions(to, fields, since, FORMS, reader.rows) if keys and outputs else ()
    return Table(key.text, fields.text("label"), keys, outputs, versions, fields.basis(), key.span)


def _typed_names(to: Collector, fields: Fields, key: str) -> tuple[tuple[str, Type], ...]:
    node = fields.get(key)
    if isinstance(node, s.Scalar):
        type_ = to.type_named(node)
        return (("", type_),) if type_ else ()
    found = [(name.text, to.type_named(item)) for name, item in fields.entries(key) if isinstance(item, s.Scalar)]
    if not found:
        fields.missing(key)
    return tuple((name, type_) for name, type_ in found if type_ is not None)


class _TableReader:
    """Reads the cells of one table by the types of its keys and outputs."""

    def __init__(
        self, to: Collector, keys: tuple[tuple[str, Type], ...], outputs: tuple[tuple[str, Type], ...]
    ) -> None:
        self.to, self.keys, self.outputs = to, keys, outputs

    def rows(self, fields: Fields) -> tuple[Row, ...] | None:
        forms = [form for form in FORMS.split() if fields.has(form)]
        if len(forms) != 1:
            self.to.refuse("E219", fields.span, what=fields.what)
            return None
        if forms[0] == "rows":
            return self.condition_rows(fields)
        return self.cells(fields) if forms[0] == "cells" else self.thresholds(fields)

    def cells(self, fields: Fields) -> tuple[Row, ...]:
        rows = []
        for key, node in fields.entries("cells"):
            condition = self.value(key, self.keys[0][1])
            cell = self.cell(node, self.outputs[0][1])
            if condition is not None and cell is not None:
                rows.append(Row((AnyOf((condition,), key.span),), (cell,), key.span))
        return tuple(rows)

    def thresholds(self, fields: Fields) -> tuple[Row, ...]:
        """Each threshold holds from itself to below the next."""
        found: list[tuple[Fraction, CellValue, Span]] = []
        for key, node in fields.entries("from"):
            start = self.value(key, self.keys[0][1])
            cell = self.cell(node, self.outputs[0][1])
            if isinstance(start, Fraction) and cell is not None:
                if found and start <= found[-1][0]:
                    self.to.refuse("E220", key.span, value=key.text)
                found.append((start, cell, key.span))
        ends: list[Fraction | None] = [start for start, _, _ in found[1:]]
        return tuple(
            Row((Within(start, end, True, False, span),), (cell,), span)
            for (start, cell, span), end in zip(found, [*ends, None], strict=True)
        )

    def condition_rows(self, fields: Fields) -> tuple[Row, ...]:
        rows: list[Row] = []
        for node in self.to.items(fields.get("rows"), "rows"):
            items = self.to.items(node, "rows")
            if len(items) != len(self.keys) + len(self.outputs):
                self.to.refuse("E221", node.span, wanted=len(self.keys) + len(self.outputs), found=len(items))
                continue
            conditions = [self.condition(n, t) for n, (_, t) in zip(items, self.keys, strict=False)]
            cells = [self.cell(n, t) for n, (_, t) in zip(items[len(self.keys) :], self.outputs, strict=True)]
            if None not in conditions and None not in cells:
                rows.append(Row(tuple(c for c in conditions if c), tuple(c for c in cells if c is not None), node.span))
        return tuple(rows)

    def condition(self, node: s.Node, type_: Type) -> Condition | None:
        if isinstance(node, s.Scalar):
            return self.scalar_condition(node, type_)
        values = [self.value(n, type_) for n in self.to.items(node, "rows") if isinstance(n, s.Scalar)]
        return None if None in values else AnyOf(tuple(v for v in values if v is not None), node.span)

    def scalar_condition(self, scalar: s.Scalar, type_: Type) -> Condition | None:
        text = scalar.text.strip()
        if text == "-":
            return Anything(scalar.span)
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
        """A cell or key as its type wants it: a word of the enum, or a number (a percent with its sign)."""
        if type_.kind is Kind.ENUM:
            return self.word(scalar, type_)
        found = _quantity(self.to, scalar) if " " in scalar.text.strip() else None
        plain = self.to.number(scalar) if " " not in scalar.text.strip() else None
        percent = str(type_) == "persen"
        if found is not None and type_.unit is not None and found[1] == type_.unit:
            return found[0]
        if found is not None:
            self.to.refuse("E222", scalar.span, text=scalar.text, unit=said(type_))
            return None
        if plain is None:
            return None
        if plain[1] != percent:
            self.to.refuse("E222", scalar.span, text=scalar.text, unit=said(type_))
            return None
        return plain[0]

    def word(self, scalar: s.Scalar, type_: Type) -> str | None:
        words = self.to.enums.get(type_.enum or "", ())
        if scalar.text in words:
            return scalar.text
        self.to.refuse("E223", scalar.span, word=scalar.text, enum=type_.enum, **nearby(scalar.text, words))
        return None
