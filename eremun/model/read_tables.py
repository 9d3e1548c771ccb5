"""Parameters and decision tables, with their dated versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeVar

from eremun.model.fields import Collector, Fields, said
from eremun.model.law import Basis
from eremun.model.meant import in_unit
from eremun.model.quantities import quantity
from eremun.model.read_cells import FORMS, CellReader
from eremun.model.read_later import joined, keeps_content, read_later, rests
from eremun.model.rules import Bare, Dated, Hit, Parameter, Row, Table
from eremun.sources import syntax as s
from eremun.values.numbers import parse_number
from eremun.values.types import Kind, Type, number
from eremun.values.units import NUMBER, Unit

T = TypeVar("T")
VERSION = "effective_from effective_to"
HITS: dict[str, Hit] = {
    "unique": "unique",
    "first": "first",
    "collect sum": "sum",
    "collect min": "min",
    "collect max": "max",
    "collect count": "count",
}
ZERO_TYPE = number(NUMBER)


def read_versions(
    to: Collector, fields: Fields, since: date, own: str, read: Callable[[Fields], T | None]
) -> tuple[Dated[T], ...]:
    """The dated versions of an item, or its only one, in force since the pack is. One that says only what it rests on
    is part of the one before."""
    node = fields.get("versions")
    if node is None:
        content = read(fields)
        return () if content is None else (Dated(content, since, None, fields.span),)
    _refuse_beside(to, fields, own)
    found: list[Dated[T]] = []
    entries: list[Dated[T] | Dated[Basis]] = []
    before: Fields | None = None
    for item in to.items(node, "versions"):
        version = Fields(to, item, "versions", f"{VERSION} {own} basis assumption accept", item.span)
        said, first, before = rests(fields, before), before is None, version
        if not first and keeps_content(version, own):
            later = read_later(fields, version, own, found[-1] if found else None, said)
            if later is not None:
                found[-1] = joined(found[-1], later)
                entries.append(later)
            continue
        content = read(version)
        start = version.day("effective_from", needed=True)
        if content is not None and start is not None:
            end, basis = version.day("effective_to"), version.own_basis()
            found.append(Dated(content, start, end, item.span, basis))
            entries.append(found[-1])
    _check_dates(to, entries)
    return tuple(found)


def _refuse_beside(to: Collector, fields: Fields, own: str) -> None:
    """What each version says for itself would never hold beside them."""
    known = ", ".join(f"{VERSION} {own} basis assumption accept".split())
    for key in own.split():
        if fields.has(key):
            to.refuse("E201", fields.key_span(key), key=key, what=fields.what, nearest=f"versions: {key}", known=known)


def _check_dates(to: Collector, versions: Sequence[Dated[Any]]) -> None:
    for before, after in pairwise(versions):
        if after.effective_from <= before.effective_from:
            above = str(before.effective_from) if after.effective_from < before.effective_from else ""
            to.refuse("E216", after.span, day=after.effective_from, before=before.effective_from, above=above)
    for version in versions:
        if version.effective_to is not None and version.effective_to < version.effective_from:
            to.refuse("E217", version.span, start=version.effective_from, end=version.effective_to)


def read_parameter(to: Collector, key: s.Scalar, node: s.Node, since: date) -> Parameter | None:
    """None where no value of it is known, and so no unit."""
    fields = Fields(to, node, key.text, "label value versions basis assumption accept", key.span)
    units: list[Unit] = []
    bare: list[Bare] = []

    def value(version: Fields) -> Fraction | None:
        scalar = version.scalar("value", needed=True)
        found = quantity(to, scalar) if scalar else None
        if found is None:
            return None
        if units and units[0] != found[1] and scalar is not None:
            first = said(number(units[0]))
            meant = in_unit(scalar.text, first) if NUMBER in (found[1], units[0]) else ""
            to.refuse("E218", scalar.span, unit=said(number(found[1])), first=first, meant=meant)
        units.append(found[1])
        if scalar is not None and parse_number(scalar.text) == (found[0], False):
            bare.append(Bare(scalar.text, scalar.span))
        return found[0]

    versions = read_versions(to, fields, since, "value", value)
    basis = item_basis(fields)
    if not units:
        return None
    first = bare[0] if bare else None
    return Parameter(key.text, fields.text("label"), number(units[0]), versions, basis, key.span, first)


def read_table(to: Collector, key: s.Scalar, node: s.Node, since: date) -> Table | None:
    """None where the type of a key or an output is not known."""
    fields = Fields(to, node, key.text, f"label in out hit {FORMS} versions basis assumption accept", key.span)
    before = to.trouble
    keys = _typed_names(to, fields, "in")
    outputs = _typed_names(to, fields, "out")
    hit = _hit(fields)
    if to.trouble > before or not keys or not outputs:
        item_basis(fields)
        return None
    reader = CellReader(to, keys, outputs)
    versions = read_versions(to, fields, since, FORMS, reader.rows)
    basis = item_basis(fields, _rest_alone(versions))
    return Table(key.text, fields.text("label"), keys, outputs, versions, basis, key.span, hit)


def item_basis(fields: Fields, parts_suffice: bool = False) -> Basis | None:
    """What an item rests on; it need not say so where each of its versions, or of their parts, does."""
    own = [item.get("basis") is not None or item.get("assumption") is not None for item in _versions(fields)]
    return fields.basis(needed=not parts_suffice and not (own and all(own)))


def _rest_alone(versions: tuple[Dated[tuple[Row, ...]], ...]) -> bool:
    """Whether every row says what it rests on, itself or by its version."""
    bases = [row.basis or version.basis for version in versions for row in version.content]
    return bool(bases) and None not in bases


def _hit(fields: Fields) -> Hit:
    """Which rows count where several hold; a progressive sum counts each as far as it reaches."""
    forms = fields.node.keys() + [name for item in _versions(fields) for name in item.keys()]  # noqa: SIM118
    if "marginal" in forms:
        return "marginal"
    said_hit = fields.choice("hit", tuple(HITS), "unique")
    return HITS[said_hit]


def _versions(fields: Fields) -> list[s.Mapping]:
    node = fields.get("versions")
    return [item for item in node if isinstance(item, s.Mapping)] if isinstance(node, s.Sequence) else []


def _typed_names(to: Collector, fields: Fields, key: str) -> tuple[tuple[str, Type], ...]:
    node = fields.get(key)
    if isinstance(node, s.Scalar):
        type_ = _cell_type(to, node)
        return (("", type_),) if type_ else ()
    found = [(name.text, _cell_type(to, item)) for name, item in fields.entries(key) if isinstance(item, s.Scalar)]
    if not found and not to.gone(node):
        fields.missing(key)
    return tuple((name, type_) for name, type_ in found if type_ is not None)


def _cell_type(to: Collector, scalar: s.Scalar) -> Type | None:
    type_ = to.type_named(scalar)
    if type_ is None or type_.kind in (Kind.ENUM, Kind.NUMBER):
        return type_
    to.refuse("E208", scalar.span, type=said(type_))
    return None
