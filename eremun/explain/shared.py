"""How a row came to its part of an amount that is shared out: amount, weight and the total of all weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from eremun.check import typed
from eremun.check.typed import Typed
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.trace import Observed
from eremun.explain.formula_text import PRODUCT, filled, shown
from eremun.explain.tree import Segments, Shown


@dataclass(frozen=True)
class Shared:
    """The numbers of a share: `text` (amount * weight / total) and the exact part before it became whole steps."""

    text: Segments
    exact: Shown


def shared(
    world: Evaluation, node: typed.Share, observed: Observed, steps: Callable[[Typed], Fraction | None]
) -> Shared | None:
    """The numbers of the row's part; None where it has faults."""
    total = world.shares.total(node, observed.row)
    amount, weight = observed.of(node.amount), observed.of(node.by)
    if total is None or not isinstance(amount, Fraction | int) or not isinstance(weight, Fraction | int):
        return None
    texts = [filled(part, observed, steps, within=PRODUCT) for part in (node.amount, node.by)]
    if not total:  # there is nothing to share, and no weight to share it by
        return Shared(texts[0], shown(Fraction(0), node.type))
    text = (*texts[0], " * ", *texts[1], " / ", shown(total, node.by.type, steps(node.by)))
    return Shared(text, shown(Fraction(amount) * weight / total, node.type))
