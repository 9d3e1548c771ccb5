"""The Polars engine: receives a plan, typed inputs and widths, runs the steps in their order, gives results."""

from __future__ import annotations

from collections.abc import Set

from eremun.engines.polars import steps
from eremun.engines.polars.frames import Frames
from eremun.engines.polars.reads import needed_steps
from eremun.engines.polars.results import collect, wanted
from eremun.engines.results import Results
from eremun.intake.inputs import Inputs
from eremun.plan import nodes as n
from eremun.plan.plan import Plan
from eremun.plan.widths import Widths


class PolarsEngine:
    """Computes a plan with Polars."""

    name = "polars"

    def run(self, plan: Plan, inputs: Inputs, widths: Widths, keep: Set[str]) -> Results:
        """The frames of the grains in `keep`."""
        needed, needs = needed_steps(plan.steps, wanted(plan, keep))
        frames = Frames(needs)
        for place, step in enumerate(needed):
            frames.begin(place)
            _take(frames, step, plan, inputs, widths)
        frames.begin(len(needed))
        return collect(frames, plan, widths, keep)


def _take(frames: Frames, step: n.Step, plan: Plan, inputs: Inputs, widths: Widths) -> None:
    match step:
        case n.Source():
            steps.source(frames, step, inputs)
        case n.Group():
            steps.group(frames, step)
        case n.Pair():
            steps.pair(frames, step)
        case n.Single():
            steps.single(frames, step, plan.period)
        case n.Derive():
            steps.derive(frames, step, widths)
        case n.Find():
            steps.find(frames, step)
        case n.Attach():
            steps.attach(frames, step)
        case n.Aggregate():
            steps.aggregate(frames, step, widths)
        case n.Share():
            steps.share(frames, step, widths)
