"""The columns of a rule: its value, from the formula or the exception that applies, and the bits of its faults.

Rules come in the order of `CheckedPack.order`, each after what it reads.
"""

from __future__ import annotations

from eremun.check import typed as t
from eremun.check.checked import CheckedRule
from eremun.check.facts import NO_FACTS, Facts
from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.plan.formulas import Lowering, chosen, guarded
from eremun.plan.program import Program
from eremun.plan.shares import define_share
from eremun.plan.value import Value, scaled
from eremun.values.reasons import TWO_EXCEPTIONS
from eremun.values.types import Kind


def define_rule(program: Program, rule: CheckedRule) -> None:
    """The column of a rule, and that of its faults where it can have any."""
    if isinstance(rule.formula, t.Share):
        define_share(program, rule, rule.formula)
        return
    value = guarded(program.unsure(rule.grain), _value(program, rule))
    node = scaled(value, rule.step) if rule.type.kind is Kind.NUMBER else value.node
    program.derive(rule.grain, rule.name, node, rule.type.kind)
    if value.faults is not None:
        column = program.derive(rule.grain, f"{rule.name}!", value.faults, Kind.NUMBER)
        same = value.faults if isinstance(value.faults, n.Column) else column
        program.faults[rule.grain, rule.name] = same


def _value(program: Program, rule: CheckedRule) -> Value:
    lowering = Lowering(rule.grain, program)

    def lower(node: t.Typed, facts: Facts = NO_FACTS) -> Value:
        if rule.rounding is not None:
            return lowering.rounded(node, rule.rounding.step, rule.rounding.mode, facts)
        return lowering.day(node, facts) if rule.type.kind is Kind.DATE else lowering.need(node, facts)

    result = lower(rule.formula)
    whens = {item.name: lowering.need(item.when) for item in rule.exceptions}
    applies: list[n.Node] = []
    for item in rule.exceptions:
        others = [make.negated(whens[name].node) for name in item.overridden_by]
        applies.append(make.both(whens[item.name].node, *others))
    for item, condition in zip(rule.exceptions, applies, strict=True):
        facts = program.checked.ranges.facts(item.when, True, NO_FACTS)
        result = chosen(condition, lower(item.formula, facts), result)
    if len(applies) > 1:
        result = guarded(_two_at_once(program, applies), result)
    return guarded(make.bits(*(when.faults for when in whens.values())), result)


def _two_at_once(program: Program, applies: list[n.Node]) -> n.Node | None:
    """The bit of two exceptions that apply together, where neither overrides the other."""
    pairs = [make.both(a, b) for i, a in enumerate(applies) for b in applies[i + 1 :] if not _exclude(a, b)]
    return make.bits_if(make.either(*pairs), program.bit(TWO_EXCEPTIONS)) if pairs else None


def _exclude(one: n.Node, other: n.Node) -> bool:
    """Whether the two conditions can't hold together because one contains the other's opposite."""
    parts = [set(node.parts) if isinstance(node, n.And) else {node} for node in (one, other)]
    return any(make.negated(part) in parts[1] for part in parts[0])
