"""Inputs and groups: from their YAML to `Input` and `Group`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import cast

from eremun.diagnostics.diagnostic import Mark
from eremun.model.before import read_before
from eremun.model.fields import Collector, Fields, checked_name, said
from eremun.model.inputs import Column, Group, Input, Pairs, Require, WhenRejected
from eremun.model.meant import range_meant
from eremun.model.quantities import refuse_unit
from eremun.model.read_relations import read_relations
from eremun.sources import syntax as s
from eremun.values.forms import DAYS, NUMBERS
from eremun.values.types import TEXT, Kind, Type, number
from eremun.values.units import PERSEN

INPUT_KEYS = "label key date spells ledger complete columns references lookups require when_rejected accept"
COLUMN_KEYS = (
    "type format decimals range optional header typed_number effective_from before effective_to after label "
    "basis assumption accept"
)
EACH_DAY = "each day of the period"


def read_enum(to: Collector, node: s.Node) -> tuple[str, ...]:
    words = to.words(node, "enums")
    seen: dict[str, s.Scalar] = {}
    for word in words:
        if word.text in seen:
            to.refuse("E213", word.span, Mark(seen[word.text].span, "@first"), name=word.text)
        seen.setdefault(word.text, word)
    return tuple(seen)


def read_input(to: Collector, key: s.Scalar, node: s.Node) -> Input:
    """A table without its relations, which can be read when all tables are known."""
    fields = Fields(to, node, key.text, INPUT_KEYS, key.span)
    if not fields.has("columns"):
        fields.missing("columns")
    columns = dict(_columns(to, key.text, fields))
    _check_headings(to, key.text, columns)
    before = to.trouble
    keys = fields.distinct("key", needed=True)
    spells = fields.distinct("spells")
    if to.trouble > before or not fields.has("columns"):
        to.lost.doubt(key.text, "")
    return Input(
        name=key.text,
        label=fields.text("label"),
        key=() if [word.text for word in keys] == ["none"] else tuple(word.text for word in keys),
        columns=columns,
        relations=(),
        requires=tuple(r for name, item in fields.entries("require") if (r := _require(to, name, item))),
        span=key.span,
        date=fields.text("date") or None,
        when_rejected=cast(WhenRejected, fields.choice("when_rejected", ("block", "drop"), "block")),
        complete=_complete(to, fields),
        spells=tuple(word.text for word in spells),
        ledger=fields.text("ledger"),
    )


def _columns(to: Collector, grain: str, fields: Fields) -> Iterator[tuple[str, Column]]:
    """The columns whose type is known; the others are lost."""
    for name, node in fields.entries("columns"):
        if not checked_name(to, name):
            continue
        before = to.trouble
        column = read_column(to, name, node)
        if column is None:
            to.lost.name(name.text)
            continue
        if to.trouble > before:
            to.lost.doubt(grain, name.text)
        yield name.text, column


def _check_headings(to: Collector, grain: str, columns: Mapping[str, Column]) -> None:
    """No heading of a file is read as two columns."""
    first: dict[str, Column] = {}
    for column in columns.values():
        for heading in column.headers:
            if heading in first:
                to.refuse("E213", column.span, Mark(first[heading].span, "@first"), name=heading)
                to.lost.doubt(grain, column.name)
            first.setdefault(heading, column)


def _complete(to: Collector, fields: Fields) -> bool:
    scalar = fields.scalar("complete")
    if scalar is not None and scalar.text != EACH_DAY:
        to.refuse("E212", scalar.span, text=scalar.text, known=EACH_DAY)
    return scalar is not None


def read_column(to: Collector, key: s.Scalar, node: s.Node) -> Column | None:
    return column_in(to, key, Fields(to, node, key.text, COLUMN_KEYS, key.span))


def column_in(to: Collector, key: s.Scalar, fields: Fields) -> Column | None:
    """None where its type is not known."""
    named = fields.scalar("type", needed=True)
    type_ = to.type_named(named) if named else None
    decimals = _decimals(to, fields, type_)
    low, high, in_period = _range(to, fields, type_)
    headers = tuple(word.text for word in fields.words("header")) or (key.text,)
    if type_ is None:
        return None
    column = Column(
        name=key.text,
        type=type_,
        headers=headers,
        span=key.span,
        decimals=decimals,
        format=_format(to, fields, type_),
        low=low,
        high=high,
        in_period=in_period,
        optional=fields.flag("optional"),
        refuses_typed_number=fields.choice("typed_number", ("refused",), "") == "refused",
        basis=fields.own_basis(),
    )
    return read_before(to, fields, column)


def _suits(to: Collector, scalar: s.Scalar, key: str, type_: Type | None, kind: Kind) -> bool:
    if type_ is not None and type_.kind is not kind:
        to.refuse("E229", scalar.span, key=key, type=said(type_))
    return type_ is not None and type_.kind is kind


def _format(to: Collector, fields: Fields, type_: Type | None) -> str:
    scalar = fields.scalar("format")
    if scalar is None or type_ is None:
        return ""
    known = {Kind.DATE: DAYS, Kind.NUMBER: NUMBERS}.get(type_.kind, ())
    if not known:
        to.refuse("E229", scalar.span, key="format", type=said(type_))
    elif scalar.text not in known:
        shown = ", ".join(f'"{form}"' if "," in form else form for form in known)
        to.refuse("E212", scalar.span, text=scalar.text, known=shown)
    return scalar.text if scalar.text in known else ""


def _decimals(to: Collector, fields: Fields, type_: Type | None) -> int:
    scalar = fields.scalar("decimals")
    if scalar is None or not _suits(to, scalar, "decimals", type_, Kind.NUMBER):
        return 0
    if scalar.text not in tuple("012345678"):
        to.refuse("E212", scalar.span, text=scalar.text, known="0, 1, …, 8")
        return 0
    return int(scalar.text)


def _range(to: Collector, fields: Fields, type_: Type | None) -> tuple[Fraction | None, Fraction | None, bool]:
    scalar = fields.scalar("range")
    if scalar is None:
        return None, None, False
    if scalar.text == "period":
        return None, None, _suits(to, scalar, "range: period", type_, Kind.DATE)
    if not _suits(to, scalar, "range", type_, Kind.NUMBER):
        return None, None, False
    low, dots, high = scalar.text.partition("..")
    if not dots:
        to.refuse("E207", scalar.span, text=scalar.text, meant=range_meant(scalar.text))
        return None, None, False
    ends = [to.number(s.Scalar(part.strip(), scalar.span)) for part in (low, high)]
    if ends[0] is None or ends[1] is None:
        return None, None, False
    if {ends[0][1], ends[1][1]} != {type_ == number(PERSEN)}:
        refuse_unit(to, scalar, said(type_ or TEXT))
    elif ends[0][0] > ends[1][0]:
        to.refuse("E215", scalar.span, low=low, high=high, meant=f"range: {high}..{low}")
    return ends[0][0], ends[1][0], False


def _require(to: Collector, key: s.Scalar, node: s.Node) -> Require | None:
    fields = Fields(to, node, key.text, "label formula", key.span)
    formula = fields.formula("formula")
    label = fields.text("label", needed=True)
    return Require(key.text, label, formula[0], key.span) if formula else None


def is_of_pairs(node: s.Node) -> bool:
    """Whether a group is all pairs of two tables' rows."""
    return isinstance(node, s.Mapping) and node.get("each") is not None


def read_pairs(to: Collector, key: s.Scalar, node: s.Node, inputs: Mapping[str, Input]) -> Pairs:
    """All pairs of two tables' rows, with what else each pair leads to."""
    before = to.trouble
    fields = Fields(to, node, key.text, "label each lookups accept", key.span)
    each = tuple(word.text for word in fields.distinct("each"))
    pairs = Pairs(key.text, fields.text("label"), each, key.span)
    lookups = read_relations(to, node, pairs.columns(inputs), inputs)
    for lookup in lookups:
        if lookup.name in each:
            to.refuse("E213", lookup.span, Mark(fields.key_span("each"), "@first"), name=lookup.name)
    if to.trouble > before:
        to.lost.doubt(key.text, "")
    return replace(pairs, lookups=lookups)


def read_group(to: Collector, key: s.Scalar, node: s.Node) -> Group | None:
    """None, and lost, where it is not known which rows it has."""
    fields = Fields(to, node, key.text, "label of by accept", key.span)
    before = to.trouble
    by, of = tuple(word.text for word in fields.distinct("by", needed=True)), fields.text("of", needed=True)
    if to.trouble > before or not of:
        to.lost.name(key.text)
        return None
    return Group(key.text, fields.text("label"), of, by, key.span)
