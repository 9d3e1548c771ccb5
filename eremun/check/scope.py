"""Names: what a word means, seen from one grain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from eremun.check import typed as t
from eremun.check.structure import Structure
from eremun.check.typed import PERIOD
from eremun.diagnostics.diagnostic import Span
from eremun.diagnostics.source_lines import lines_of
from eremun.model.pack import Pack
from eremun.values.types import DATE, TEXT, Type, number
from eremun.values.units import Unit

HARI = Unit(dims=(("hari", 1),))
BUILT_IN: dict[str, Type] = {"start": DATE, "end": DATE, "days": number(HARI), "name": TEXT}


@dataclass(frozen=True)
class Scope:
    """Where a formula stands: its grain, whether it may ask who is paid (findings), whether it may read rules and other
    grains (a row condition, worked out while reading, may not; it knows the month computed); the day whose law it
    reads, where a rule names its own. It names a day of its own row: on finer rows, in `where`, their own day holds."""

    pack: Pack
    structure: Structure
    grain: str
    findings: bool = False
    only_columns: bool = False
    law: t.Read | None = None

    def at(self, grain: str) -> Scope:
        return Scope(self.pack, self.structure, grain, self.findings, self.only_columns)

    def type_of(self, grain: str, name: str) -> Type | None:
        """The type of a column or rule of a grain; None where it has none of that name."""
        column = self.structure.columns[grain].get(name)
        if column is not None:
            return column.type
        if grain == PERIOD and name in BUILT_IN:
            return BUILT_IN[name]
        rule = self.pack.rules.get((grain, name))
        return rule.type if rule is not None and not self.only_columns else None

    def declared(self, node: t.Typed) -> Span | None:
        """Where the unit of a named value is set."""
        if isinstance(node, t.ParameterRead):
            return self.pack.parameters[node.name].span
        if not isinstance(node, t.Read):
            return None
        item = self.structure.columns[node.grain].get(node.name) or self.pack.rules.get((node.grain, node.name))
        return item.span if item is not None else None

    def words(self, span: Span) -> str:
        """What the author wrote there, on one line."""
        text = next(document.text for document in self.pack.documents if document.file == span.file)
        lines = list(lines_of(text)[span.line - 1 : span.end_line])
        lines[-1] = lines[-1][: span.end_column - 1]
        lines[0] = lines[0][span.column - 1 :]
        return " ".join(" ".join(lines).split())

    def days(self, path: tuple[str, ...], span: Span) -> tuple[t.Read, ...]:
        """The days, given by rules, by which rows on the way that the relations lead are found."""
        found: tuple[t.Read, ...] = ()
        grain = self.grain
        for place, name in enumerate(() if path == (PERIOD,) else path):
            relation = self.structure.relations[grain][name]
            day = self.structure.day_by_rule(grain, relation)
            if day is not None:
                found += (t.Read(path[:place], grain, day, DATE, span, found),)
            grain = relation.target
        return found

    def names(self, grain: str) -> Iterable[str]:
        """Every name that formulas on this grain can use."""
        columns, relations = self.structure.columns[grain], self.structure.relations[grain]
        built_in = BUILT_IN if grain == PERIOD else ()
        return chain(columns, self.structure.rules.get(grain, ()), built_in, self.pack.parameters, relations)

    def follow(self, relations: tuple[str, ...]) -> tuple[str, int]:
        """The grain that a chain of relations leads to, and how many of them could be followed."""
        if relations == (PERIOD,):
            return PERIOD, 1
        grain = self.grain
        for place, name in enumerate(relations):
            relation = self.structure.relations[grain].get(name)
            if relation is None or self.only_columns or relation.target not in self.structure.columns:
                return grain, place
            grain = relation.target
        return grain, len(relations)
