"""Relations: the rows that a row leads to, `references` that must be there and `lookups` that may not.

`TABLE: [columns]`, or under a name of its own `NAME: {to: TABLE, match: {key column: column or constant}, as_of: day}`.
"""

from __future__ import annotations

from collections.abc import Mapping

from eremun.diagnostics.diagnostic import Mark
from eremun.model.constants import constant, stored
from eremun.model.fields import Collector, Fields, checked_name
from eremun.model.inputs import Column, Fixed, Input, Relation
from eremun.sources import syntax as s
from eremun.values.types import Kind

Columns = Mapping[str, Column]
Inputs = Mapping[str, Input]
FORMS = (("references", True), ("lookups", False))


def read_relations(to: Collector, node: s.Node, columns: Columns, inputs: Inputs) -> tuple[Relation, ...]:
    """The relations of rows that have these columns, required ones first."""
    found: dict[str, Relation] = {}
    for section, required in FORMS:
        for key, item in _entries(to, node, section):
            relation = _relation(to, key, item, required, columns, inputs)
            first = found.setdefault(key.text, relation)
            if first is not relation:
                to.refuse("E213", key.span, Mark(first.span, "@first"), name=key.text)
    return tuple(found.values())


def _entries(to: Collector, node: s.Node, section: str) -> tuple[tuple[s.Scalar, s.Node], ...]:
    under = node.get(section) if isinstance(node, s.Mapping) else None
    return () if under is None else to.mapping(under, node.span, section).entries


def _relation(to: Collector, key: s.Scalar, node: s.Node, required: bool, columns: Columns, inputs: Inputs) -> Relation:
    if not isinstance(node, s.Mapping):
        own = tuple(item.text for item in to.words(node, key.text))
        return Relation(key.text, key.text, own, required, key.span)
    fields = Fields(to, node, key.text, "to match as_of", key.span)
    checked_name(to, key)
    target = fields.text("to", key.text)
    if not fields.has("match"):
        fields.missing("match")
    wanted = {name.text: item for name, item in fields.entries("match") if isinstance(item, s.Scalar)}
    table = inputs.get(target)
    if table is not None and set(wanted) != set(table.key):
        said = {"key": ", ".join(table.key) or "key: none", "found": ", ".join(wanted) or "-"}
        to.refuse("E242", fields.key_span("match"), table=target, **said)
        return Relation(key.text, target, (), required, key.span)
    order = wanted if table is None else table.key
    parts = (_part(to, wanted[name], columns, table.columns.get(name) if table else None) for name in order)
    as_of = fields.text("as_of")
    return Relation(key.text, target, tuple(parts), required, key.span, tuple(as_of.split(".")) if as_of else ())


def _part(to: Collector, scalar: s.Scalar, columns: Columns, key: Column | None) -> str | Fixed:
    """A column, or a constant of the key's type. Opposite an enum a word is one of its words; text in quotes is a
    constant; a name of no column that could be no constant either is left for what is said of unknown columns."""
    if key is None or not _is_constant(to, scalar, columns, key):
        return scalar.text
    value = constant(to, scalar, key)
    words = to.enums.get(key.type.enum or "", ())
    return scalar.text if value is None else Fixed(stored(value, key, words), key.type.kind, scalar.text, key.heading)


def _is_constant(to: Collector, scalar: s.Scalar, columns: Columns, key: Column) -> bool:
    match key.type.kind:
        case Kind.ENUM:
            return scalar.text in to.enums.get(key.type.enum or "", ()) or scalar.text not in columns
        case Kind.TEXT | Kind.NIP:
            return scalar.quoted
        case Kind.BOOLEAN:
            return scalar.text not in columns and scalar.text in ("ya", "tidak")
    return scalar.text not in columns and (scalar.quoted or scalar.text[:1].isdigit() or scalar.text[:1] == "-")
