"""The engine's door: a plan and typed inputs in, the frames of every grain wanted out."""

from __future__ import annotations

from collections.abc import Set

from eremun.engines.reference.results import frame_of
from eremun.engines.reference.rules import Evaluation
from eremun.engines.results import Results
from eremun.intake.inputs import Inputs
from eremun.plan.plan import Plan
from eremun.plan.widths import Widths


class ReferenceEngine:
    """Plain fractions, no widths: what the other engines must equal. For thousands of rows, not for millions. Reads the
    formulas of `plan.checked`, so `inputs` are those of the whole plan, not of one cut down to some columns."""

    name = "reference"

    def run(self, plan: Plan, inputs: Inputs, widths: Widths, keep: Set[str]) -> Results:
        """The results of the grains in `keep`. `widths` only says which columns the frames store in 128 bit."""
        world = Evaluation(plan, inputs, indexed=True)
        # In the order of the graph, so that a long chain of rules is no deep recursion.
        for grain, name in plan.checked.order:
            for row in world.rows.all(grain):
                world.value(row, name)
        return Results({grain: frame_of(world, grain, widths) for grain in keep})
