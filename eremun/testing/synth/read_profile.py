"""From the text of `synth.yaml` to a `Profile`; refused with every fault of shape at once."""

from __future__ import annotations

from collections.abc import Iterator

from eremun.diagnostics.diagnostic import Refused, Span
from eremun.model.fields import Collector, Fields
from eremun.sources import syntax as s
from eremun.testing.synth.profile import Condition, Measure, Path, Profile, TableProfile
from eremun.testing.synth.read_recipe import read_recipe

TABLE_KEYS = "rows each where draw order breaks columns"
MEASURES: dict[str, Measure] = {"people": "people", "entries": "entries", "days": "days"}


def read_profile(document: s.Document) -> Profile:
    """The profile that a document holds. Refused with every fault found."""
    to = Collector()
    start = Span(document.file, 1, 1, 1, 2)
    fields = Fields(to, document.root, document.file, "tables", start)
    profile = {key.text: _table(to, key, node) for key, node in fields.entries("tables")}
    if not profile:
        fields.missing("tables")
    if to.faults:
        raise Refused(*to.faults, sources={document.file: document.text})
    return profile


def _table(to: Collector, key: s.Scalar, node: s.Node) -> TableProfile:
    fields = Fields(to, node, key.text, TABLE_KEYS, key.span)
    measure, count, divisor = _rows(to, fields)
    drawn = next(fields.entries("draw"), None)
    columns = {name.text: read_recipe(to, name, recipe) for name, recipe in fields.entries("columns")}
    return TableProfile(
        name=key.text,
        measure=measure,
        count=count,
        divisor=divisor,
        each=tuple(word.text for word in fields.words("each")),
        where=tuple(_conditions(to, fields.entries("where"))),
        drawn=drawn[0].text if drawn else None,
        drawn_where=tuple(_conditions(to, iter(to.mapping(drawn[1], drawn[0].span, "draw").entries))) if drawn else (),
        order=fields.text("order") or None,
        breaks=tuple(_cells(to, item) for item in to.items(fields.get("breaks"), "breaks")),
        recipes={name: recipe for name, recipe in columns.items() if recipe is not None},
        span=key.span,
    )


def _rows(to: Collector, fields: Fields) -> tuple[Measure, int, int]:
    if fields.has("each") != fields.has("rows"):
        return _measure(to, fields.scalar("rows")) if fields.has("rows") else ("each", 0, 1)
    to.refuse("E663", fields.span, what=fields.what, missing="rows | each")
    return "each", 0, 1


def _measure(to: Collector, scalar: s.Scalar | None) -> tuple[Measure, int, int]:
    text = scalar.text if scalar else ""
    word, slash, divisor = text.partition("/")
    if text.replace("_", "").isdecimal():
        return "rows", int(text), 1
    if word in MEASURES and (not slash or (divisor.isdecimal() and int(divisor) > 0 and word != "days")):
        return MEASURES[word], 0, int(divisor or 1)
    if scalar is not None:
        to.refuse("E662", scalar.span, text=text, column="rows", wanted="300, people, people/250, entries, days")
    return "rows", 0, 1


def _conditions(to: Collector, entries: Iterator[tuple[s.Scalar, s.Node]]) -> Iterator[Condition]:
    for key, node in entries:
        path = Path(tuple(key.text.split(".")), key.span)
        nodes = (node,) if isinstance(node, s.Scalar) else to.items(node, key.text)
        yield path, tuple(item.text for item in nodes if isinstance(item, s.Scalar))


def _cells(to: Collector, node: s.Node) -> dict[str, str]:
    entries = to.mapping(node, node.span, "breaks").entries
    return {key.text: cell.text for key, cell in entries if isinstance(cell, s.Scalar)}
