"""A rule that shares an amount over rows: its weights, their total on the coarser row, and the step that shares.

Every row of a share has the same faults: those of the amount, those of any weight, or an amount with weights that are
all 0. An amount of 0 needs no weights.
"""

from __future__ import annotations

from eremun.check import typed as t
from eremun.check.checked import CheckedRule
from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.plan.definitions import NO_MATCH, Definition
from eremun.plan.formulas import Lowering
from eremun.plan.program import Program
from eremun.plan.value import Value, scaled
from eremun.values.reasons import DIVISION_BY_ZERO
from eremun.values.types import COUNT, Kind


def define_share(program: Program, rule: CheckedRule, node: t.Share) -> None:
    """The column of the rule, and that of its faults where it can have any."""
    grain, name = rule.grain, rule.name
    lowering = Lowering(grain, program)
    amount, by = lowering.need(node.amount), lowering.need(node.by)
    weight = n.Column(program.column_of(grain, f"split {name} by", by.node, Kind.NUMBER))
    total = _total(program, rule, node, n.Aggregated("total", "sum", weight, None, Kind.NUMBER))
    faults = make.bits(amount.faults, _of_weights(program, rule, node, by), _of_lost(program, rule, node))
    whole = scaled(amount, node.step)
    sound = _define_faults(program, rule, node, faults, make.both(_is_0(total), make.negated(_is_0(whole))))
    shared = make.choose(sound, whole, make.ZERO)
    units = program.column_of(grain, f"split {name} units", shared, Kind.NUMBER)
    divisor = program.derive(grain, f"split {name} divisor", n.Greatest((total, make.ONE)), Kind.NUMBER)
    ways = _within(program, grain, node)
    share = n.Share(grain, name, ways, units, weight.name, divisor.name, _ties(program, grain))
    program.define(Definition(grain, name, share, tuple((grain, column) for column in share.columns)))


def _of_weights(program: Program, rule: CheckedRule, node: t.Share, by: Value) -> n.Node | None:
    """The faults of the weights of all rows that share with a row."""
    if by.faults is None:
        return None
    found = _total(program, rule, node, n.Aggregated("total!", "bit_or", by.faults, None, Kind.NUMBER))
    return make.bits_if(program.exists(rule.grain, node.amount.path).node, found)


def _of_lost(program: Program, rule: CheckedRule, node: t.Share) -> n.Node | None:
    """The faults of rows that could share with a row, where nothing tells whether they do."""
    via, above = node.amount.path[0], node.amount.grain
    over = t.Aggregate("sum", rule.grain, via, None, None, COUNT, node.span)
    lost = program.lost_below(above, over)
    if lost is None:
        return None
    relation, label = program.checked.relations[rule.grain][via], f"split {rule.name} lost"
    source = program.column_of(above, label, lost, Kind.NUMBER)
    return program.attach(rule.grain, relation, source, label, Kind.NUMBER)


def _define_faults(
    program: Program, rule: CheckedRule, node: t.Share, faults: n.Node | None, without: n.Node
) -> n.Node:
    """The column of the rule's faults, with that of an amount `without` weights; gives whether a row has none."""
    low = program.checked.ranges.of(node.by).low
    if low is None or low <= 0:
        nothing = make.bits_if(without, program.bit(DIVISION_BY_ZERO))
        faults = make.bits(faults, make.bits_if(make.faultless(faults), nothing))
    if faults is None:
        return make.TRUE
    column = program.derive(rule.grain, f"{rule.name}!", faults, Kind.NUMBER)
    program.faults[rule.grain, rule.name] = faults if isinstance(faults, n.Column) else column
    return make.faultless(column)


def _is_0(node: n.Node) -> n.Node:
    return make.compare("=", node, make.ZERO)


def _total(program: Program, rule: CheckedRule, node: t.Share, item: n.Aggregated) -> n.Column:
    """What the weights of all rows that lead to a coarser row come to, on each of them; 0 where there is none."""
    grain, above, via = rule.grain, node.amount.grain, node.amount.path[0]
    over = t.Aggregate("sum", grain, via, None, None, COUNT, node.span)
    linked = program.linked_below(over)
    name = f"split {grain}.{rule.name} {item.name}"
    where = None if linked == make.TRUE else linked
    below = program.aggregated(above, over, n.Aggregated(name, item.word, item.value, where, item.kind))
    label = f"split {rule.name} {item.name}"
    if via == t.PERIOD:
        return program.over(grain, above, NO_MATCH, n.Attached(label, below.name, item.kind))
    return program.attach(grain, program.checked.relations[grain][via], below.name, label, item.kind)


def _within(program: Program, grain: str, node: t.Share) -> tuple[str, ...]:
    """The columns that say which coarser row a row leads to."""
    via = node.amount.path[0]
    return () if via == t.PERIOD else program.match(grain, program.checked.relations[grain][via]).own


def _ties(program: Program, grain: str) -> tuple[str, ...]:
    """The columns of the key, in order; for rows without one their number in the file."""
    keys = program.checked.keys[grain]
    return tuple(program.column_of(grain, key, program.column(grain, key), Kind.NUMBER) for key in keys) or ("@row",)
