"""Promises, findings and conditions on rows: what is changed of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Any

from eremun.check.checked import CheckedPack
from eremun.check.reads import walk
from eremun.check.typed import Compare
from eremun.model.pack import Pack
from eremun.model.rules import Ensure, Finding
from eremun.sources import syntax as s
from eremun.testing.coverage.items import Change, Item, put
from eremun.testing.coverage.of_law import unit_of
from eremun.testing.coverage.of_rules import signed
from eremun.testing.coverage.rewriting import always, more_where_found, nothing, plus, rewritten
from eremun.values.types import Kind, Type

HARDER = {">=": 1, ">": 1, "<=": -1, "<": -1}


def ensures_of(checked: CheckedPack) -> Iterator[Item]:
    """A promise is covered where it blocks somebody, or lets somebody through who just keeps it: some can't be broken,
    and no case could notice that they are gone."""
    pack = checked.pack
    for place, ensure in enumerate(pack.ensures):

        def instead(formula: s.Formula, place: int = place, ensure: Ensure = ensure) -> Pack:
            return replace(pack, ensures=put(pack.ensures, place, replace(ensure, formula=formula)))

        gone = Change("removed", "", "", instead(always(ensure.span)))
        tighter = (Change("by", "", after, instead(formula)) for after, formula in _tighter(checked, place))
        name = f"{ensure.grain}.{ensure.name}"
        yield Item("ensure", name, ensure.span, ("blocked",), ((gone, *tighter),), any_form=True)


def _tighter(checked: CheckedPack, place: int) -> Iterator[tuple[str, s.Formula]]:
    """The promise with each border in it one step harder to keep."""
    formula = checked.pack.ensures[place].formula
    for node in walk(checked.ensures[place]):
        if isinstance(node, Compare) and node.sign in HARDER and node.left.type.kind is Kind.NUMBER:
            step = checked.steps.of(node.left).step or Fraction(1)
            amount = unit_of([step], node.left.type) * HARDER[node.sign]
            yield signed(amount, node.left.type), rewritten(formula, partial(_moved, node, amount))


def _moved(border: Compare, amount: Fraction, node: Any) -> Any:
    if isinstance(node, s.Compare) and node.span == border.span:
        return replace(node, right=plus(node.right, amount, border.left.type))
    if isinstance(node, s.Between) and node.span == border.span:
        if border.sign == ">=":
            return replace(node, low=plus(node.low, amount, border.left.type))
        return replace(node, high=plus(node.high, amount, border.left.type))
    return node


def findings_of(checked: CheckedPack) -> Iterator[Item]:
    """A finding must be expected somewhere, and exactly."""
    pack = checked.pack
    for place, (finding, node) in enumerate(zip(pack.findings, checked.findings, strict=True)):
        never = put(pack.findings, place, replace(finding, formula=nothing(finding.formula)))
        gone = Change("removed", "", "", replace(pack, findings=never))
        more = tuple(_finding(pack, place, finding, Fraction(sign), node.type) for sign in (1, -1))
        name = f"{finding.grain}.{finding.name}"
        yield Item("finding", name, finding.span, ("findings",), (more, (gone,)))


def requires_of(pack: Pack) -> Iterator[Item]:
    for table in pack.inputs.values():
        for place, require in enumerate(table.requires):
            requires = put(table.requires, place, replace(require, formula=always(require.span)))
            inputs = {**pack.inputs, table.name: replace(table, requires=requires)}
            gone = Change("removed", "", "", replace(pack, inputs=inputs))
            name = f"{table.name}.{require.column}"
            yield Item("require", name, require.span, ("broken", table.name), ((gone,),))


def _finding(pack: Pack, place: int, finding: Finding, amount: Fraction, type: Type) -> Change:
    other = replace(finding, formula=more_where_found(finding.formula, amount, type))
    return Change("by", "", signed(amount, type), replace(pack, findings=put(pack.findings, place, other)))
