"""The order of rules: each after what it reads; a circle is drawn and refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from eremun.check import typed as t
from eremun.check.faults import Faults
from eremun.check.reads import walk
from eremun.diagnostics.diagnostic import Mark
from eremun.model.pack import Pack

RuleKey = tuple[str, str]


def rules_read(formulas: list[t.Typed]) -> Iterator[RuleKey]:
    """(grain, name) of every named value that the formulas read, once."""
    seen: set[RuleKey] = set()
    for formula in formulas:
        for node in walk(formula):
            if isinstance(node, t.Read) and (node.grain, node.name) not in seen:
                seen.add((node.grain, node.name))
                yield node.grain, node.name


def in_order(pack: Pack, formulas: Mapping[RuleKey, list[t.Typed]], faults: Faults) -> tuple[RuleKey, ...]:
    """The rules so that each comes after those it reads; () and a fault where they run in a circle."""
    graph = {key: [read for read in rules_read(found) if read in formulas] for key, found in formulas.items()}
    try:
        return tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle: list[RuleKey] = list(reversed(error.args[1]))
        marks = [Mark(pack.rules[key].span, pack.rules[key].name) for key in circle[:-1]]
        faults.add("E320", *marks, circle=" → ".join(name for _, name in circle))
        return ()
