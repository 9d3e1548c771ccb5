"""Amounts that are shared out: they stand on one coarser row, weights are at least 0, and steps fit."""

from __future__ import annotations

from fractions import Fraction

from eremun.check import typed as t
from eremun.check.faults import Faults
from eremun.check.ranges import Ranges
from eremun.check.steps import Steps
from eremun.check.typing import Typer
from eremun.model.fields import shown
from eremun.model.rules import Split


def typed_split(typer: Typer, split: Split) -> t.Share | None:
    """The split with its amount, a number of the row that one relation leads to, and its weights."""
    amount, by = typer.number(split.amount), typer.number(split.by)
    if amount is None or by is None:
        return None
    if not isinstance(amount, t.Read) or len(amount.path) != 1 or typer.scope.grain == t.PERIOD:
        ways = [*typer.scope.structure.relations[typer.scope.grain], t.PERIOD]
        typer.faults.add("E340", amount.span, known=", ".join(ways))
        return None
    for group in (typer.scope.grain, amount.grain):
        keys = typer.scope.structure.key_rules.get(group, ())
        if keys:
            typer.faults.add("E343", amount.span, group=group, rule=keys[0])
            return None
    return t.Share(amount, by, split.step, amount.type, amount.span)


def check_split(node: t.Share, steps: Steps, ranges: Ranges, faults: Faults) -> None:
    """Weights are at least 0; every amount is a whole number of steps, so that parts can sum to it."""
    low = ranges.of(node.by).low
    if low is None or low < 0:
        said = "@no_limit" if low is None else shown(Fraction(low), node.by.type)
        faults.add("E341", node.by.span, low=said)
    of_amount = steps.of(node.amount).step
    if (of_amount / node.step).denominator != 1:
        of = {"step": shown(node.step, node.type), "amount": shown(of_amount, node.type)}
        faults.add("E342", node.amount.span, **of)
