"""The order of rules: each after what it reads; circles are drawn and refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from graphlib import TopologicalSorter

from eremun.check import typed as t
from eremun.check.circles import circles
from eremun.check.faults import Faults
from eremun.check.reads import walk
from eremun.check.structure import Structure
from eremun.diagnostics.diagnostic import Mark
from eremun.model.lost import Item, Lost
from eremun.model.pack import Pack

RuleKey = tuple[str, str]


def items_read(formulas: Sequence[t.Typed], structure: Structure) -> dict[Item, None]:
    """What the formulas read, once each, named as `Lost` names what is doubtful; of groups also the rules of their
    keys."""
    found: dict[Item, None] = {}
    for formula in formulas:
        for node in walk(formula):
            match node:
                case t.Read(path=path, grain=grain, name=name):
                    found |= {(structure.made_by(grain, name), name): None, **structure.behind(*path)}
                case t.RowExists(path=path):
                    found |= structure.behind(*path)
                case t.ParameterRead(name=name):
                    found[Lost.PARAMETER, name] = None
                case t.TableRead(table=name):
                    found[Lost.TABLE, name] = None
                case t.Aggregate(over=grain):
                    found |= {(grain, ""): None, **structure.behind(grain)}
    return found


def in_order(pack: Pack, read: Mapping[RuleKey, Mapping[Item, None]], faults: Faults) -> tuple[RuleKey, ...]:
    """The rules so that each comes after those it reads; a fault for each circle, without the rules in it."""
    graph = {key: [item for item in found if item in read] for key, found in read.items()}
    for circle in circles(graph):
        marks = [Mark(pack.rules[key].span, pack.rules[key].name) for key in circle[:-1]]
        faults.add("E320", *marks, circle=" → ".join(name for _, name in circle))
        faults.lost.doubtful.update(circle)
    return tuple(TopologicalSorter(graph).static_order())
