"""A rule that shares an amount over rows: its weights, their total on the coarser row, and the step that shares.

Every row of a share has the same faults: those of the amount, those of any weight, or weights that are all 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from eremun.check import typed as t
from eremun.check.checked import CheckedRule
from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.plan.definitions import NO_MATCH, Definition
from eremun.plan.formulas import Lowering
from eremun.plan.value import scaled
from eremun.values.reasons import DIVISION_BY_ZERO
from eremun.values.types import COUNT, Kind

if TYPE_CHECKING:
    from eremun.plan.program import Program


def define_share(program: Program, rule: CheckedRule, node: t.Share) -> None:
    """The column of the rule, and that of its faults where it can have any."""
    grain, name = rule.grain, rule.name
    lowering = Lowering(grain, program)
    amount, by = lowering.need(node.amount), lowering.need(node.by)
    weight = program.derive(grain, f"split {name} by", by.node, Kind.NUMBER)
    total = _total(program, rule, node, n.Aggregated("total", "sum", weight, None, Kind.NUMBER))
    faults = amount.faults
    if by.faults is not None:
        of_weights = _total(program, rule, node, n.Aggregated("total!", "bit_or", by.faults, None, Kind.NUMBER))
        faults = make.bits(faults, make.bits_if(make.faultless(faults), of_weights))
    low = program.checked.ranges.of(node.by).low
    if low is None or low <= 0:
        nothing = make.bits_if(n.Compare("=", total, make.ZERO), program.bit(DIVISION_BY_ZERO))
        faults = make.bits(faults, make.bits_if(make.faultless(faults), nothing))
    sound = make.TRUE
    if faults is not None:
        column = program.derive(grain, f"{name}!", faults, Kind.NUMBER)
        program.faults[grain, name] = faults if isinstance(faults, n.Column) else column
        sound = make.faultless(column)
    units = make.choose(sound, scaled(amount, node.step), make.ZERO)
    _define(program, rule, node, units, make.choose(sound, weight, make.ZERO), total)


def _total(program: Program, rule: CheckedRule, node: t.Share, item: n.Aggregated) -> n.Column:
    """What the weights of all rows that lead to a coarser row come to, on each of them; 0 where there is none."""
    grain, above, via = rule.grain, node.amount.grain, node.amount.path[0]
    over = t.Aggregate("sum", grain, via, None, None, COUNT, node.span, above)
    linked = program.linked_below(over)
    name = f"split {grain}.{rule.name} {item.name}"
    where = None if linked == make.TRUE else linked
    below = program.aggregated(above, over, n.Aggregated(name, item.word, item.value, where, item.kind))
    label = f"split {rule.name} {item.name}"
    if via == t.PERIOD:
        return program.over(grain, above, NO_MATCH, n.Attached(label, below.name, item.kind))
    return program.attach(grain, program.checked.relations[grain][via], below.name, label, item.kind)


def _define(
    program: Program, rule: CheckedRule, node: t.Share, units: n.Node, weight: n.Node, total: n.Column
) -> None:
    grain, name = rule.grain, rule.name
    parts = {"units": units, "weight": weight, "divisor": n.Greatest((total, make.ONE))}
    columns = [program.derive(grain, f"split {name} {word}", part, Kind.NUMBER).name for word, part in parts.items()]
    step = n.Share(grain, name, _within(program, grain, node), columns[0], columns[1], columns[2], _ties(program, grain))
    program.define(Definition(grain, name, step, tuple((grain, column) for column in step.columns)))


def _within(program: Program, grain: str, node: t.Share) -> tuple[str, ...]:
    """The columns that say which coarser row a row leads to."""
    via = node.amount.path[0]
    return () if via == t.PERIOD else program.match(grain, program.checked.relations[grain][via]).own


def _ties(program: Program, grain: str) -> tuple[str, ...]:
    """The columns of the key, in order; for rows without one their number in the file."""
    keys = program.checked.keys[grain]
    if grain in program.checked.pack.groups:
        nodes = [program.of_group(grain, key) for key in keys]
    else:
        nodes = [program.source(grain, key) for key in keys]
    return tuple(program.column_of(grain, key, found, Kind.TEXT) for key, found in zip(keys, nodes, strict=True)) or (
        "@row",
    )
