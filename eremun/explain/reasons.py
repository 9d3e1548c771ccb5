"""Why a person is not paid, each reason with its sentence and, for a promise, the condition that fails."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from eremun.check.typed import Typed
from eremun.engines.reference.blocking import related
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.steps import Row
from eremun.engines.reference.trace import observe
from eremun.explain.cited import citations
from eremun.explain.formula_text import filled
from eremun.explain.tree import Reason, Segments
from eremun.outputs.payroll import reason_sentence

Steps = Callable[[Typed], Fraction | None]


def reasons_of(world: Evaluation, person: Row, steps: Steps) -> tuple[Reason, ...]:
    """Every reason that blocks the person, in the order in which the pack lists them."""
    listed = list(world.checked.pack.outputs.blocked_reasons)
    blocked = world.blocked(person)
    order = [*(name for name in listed if name in blocked), *sorted(blocked.difference(listed))]
    return tuple(_reason(world, person, name, steps) for name in order)


def _reason(world: Evaluation, person: Row, name: str, steps: Steps) -> Reason:
    pack = world.checked.pack
    sentence = pack.outputs.blocked_reasons.get(name, "")
    for promise, node in zip(pack.ensures, world.checked.ensures, strict=True):
        if promise.name == name:
            return Reason(name, sentence or promise.label, _failing(world, person, promise.grain, node, steps),
                          citations(pack, promise.basis))  # fmt: skip
    if sentence:
        return Reason(name, sentence)
    return Reason(name, reason_sentence(pack, name, "id"), english=reason_sentence(pack, name, "en"))


def _failing(world: Evaluation, person: Row, grain: str, node: Typed, steps: Steps) -> Segments:
    rows = related(world, person, grain)
    failed = next((row for row in rows if world.formula(node, row) is False), None)
    return () if failed is None else filled(node, observe(world, node, failed), steps, named=True)
