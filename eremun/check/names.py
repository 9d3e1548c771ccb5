"""Names of a pack: those that one grain can see are all different, and the grains of rules exist."""

from __future__ import annotations

from eremun.check.faults import Faults
from eremun.check.structure import Structure
from eremun.diagnostics.diagnostic import Mark, Span
from eremun.model.fields import nearby
from eremun.model.pack import Pack
from eremun.model.rules import Ensure, Finding, Rule
from eremun.model.two_packs import refuse_two_packs
from eremun.sources.packs import pack_of


def check_names(pack: Pack, structure: Structure, faults: Faults) -> None:
    """Columns, rules and parameters that one grain can see all have different names; grains of rules exist."""
    _check_grains(pack, structure, faults)
    for table in pack.inputs.values():
        for name, column in table.columns.items():
            if name in pack.parameters:
                _two_meanings(name, column.span, pack.parameters[name].span, faults)
    for rule in pack.rules.values():
        column_of = structure.columns.get(rule.grain, {}).get(rule.name)
        other = column_of or pack.parameters.get(rule.name)
        if other is not None:
            _two_meanings(rule.name, rule.span, other.span, faults)


def _two_meanings(name: str, span: Span, other: Span, faults: Faults) -> None:
    if pack_of(span.file) != pack_of(other.file):
        refuse_two_packs(faults.add, name, span, other)
    else:
        faults.add("E230", span, Mark(other, "@declared"), name=name)
    faults.lost.unclear.add(name)


def _check_grains(pack: Pack, structure: Structure, faults: Faults) -> None:
    """A grain that is not there is told once; what would stand on it is lost."""
    items: list[Rule | Ensure | Finding] = [*pack.rules.values(), *pack.ensures, *pack.findings]
    told: set[str] = set()
    for item in items:
        if item.grain in structure.columns:
            continue
        faults.lost.name(item.name)
        if item.grain not in told:
            told.add(item.grain)
            faults.add("E241", item.span, name=item.grain, **nearby(item.grain, structure.grains))
