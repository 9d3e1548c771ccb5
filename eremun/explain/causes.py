"""Why a row counts nothing: down from the value 0 or the condition that fails to the first part that is not met."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from eremun.check import typed
from eremun.check.typed import Typed
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.steps import Row
from eremun.engines.reference.trace import Observed, observe, record
from eremun.explain.formula_text import filled
from eremun.explain.tree import Because

Steps = Callable[[Typed], Fraction | None]


class Causes:
    """Receives what a run remembers; `steps` as `filled` takes it."""

    def __init__(self, world: Evaluation, steps: Steps) -> None:
        self.world = world
        self.steps = steps

    def of_zero(self, row: Row, name: str) -> Because | None:
        """Why the rule is 0 on the row; None where it is so by its numbers and no condition decided it."""
        if (row.grain, name) not in self.world.checked.rules:
            return None
        used = record(self.world, row, name).used
        return None if used is None else self._zero(used.node, used)

    def of_false(self, node: Typed, row: Row) -> Because:
        """Which part of the condition is not met on the row."""
        return self._false(node, observe(self.world, node, row), ())

    def _zero(self, node: Typed, observed: Observed) -> Because | None:
        if isinstance(node, typed.If):
            return self._of_branch(node, observed)
        if isinstance(node, typed.Arithmetic) and node.sign in "*/":
            factors = (node.left, node.right) if node.sign == "*" else (node.left,)
            zeros = (self._zero(factor, observed) for factor in factors if observed.of(factor) == 0)
            return next((zero for zero in zeros if zero), None)
        if isinstance(node, typed.Read):
            target = self.world.follow(observed.row, node.path)
            return self.of_zero(target, node.name) if isinstance(target, Row) else None
        return None

    def _of_branch(self, node: typed.If, observed: Observed) -> Because | None:
        if observed.of(node.condition) is False:
            return self._false(node.condition, observed, ())
        return self._zero(node.then, observed)

    def _false(self, node: Typed, observed: Observed, labels: tuple[str, ...]) -> Because:
        """The first part that is false; through a named condition its label joins the way there."""
        if isinstance(node, typed.Junction) and node.word == "and":
            first = next(part for part in node.parts if observed.of(part) is False)
            return self._false(first, observed, labels)
        if isinstance(node, typed.Read):
            target = self.world.follow(observed.row, node.path)
            rule = self.world.checked.pack.rules.get((target.grain, node.name)) if isinstance(target, Row) else None
            if rule is not None and isinstance(target, Row):
                used = record(self.world, target, node.name).used
                if used is not None:
                    return self._false(used.node, used, (*labels, rule.label))
        return Because(labels, filled(node, observed, self.steps, named=True))
