"""What every engine gives."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from eremun.intake.inputs import Inputs
from eremun.plan.plan import Plan
from eremun.plan.widths import Widths


@dataclass(frozen=True)
class Results:
    """`frames`: for each grain kept, one row per row of the grain, with the columns that `plan.columns[grain]` names:
    numbers, dates, enums and nips Int64 (Int128 where the plan stores it wide), booleans Boolean, text String, no
    nulls; `name!` Int64 bits where the column is faulty, `name?` Boolean where it is optional. Order of rows: that of
    the input for an input's rows; none for groups. The person's frame has `@blocked` Int64 too."""

    frames: dict[str, pl.DataFrame]


class Engine(Protocol):
    """`keep`: the grains whose frames are wanted."""

    def run(self, plan: Plan, inputs: Inputs, widths: Widths, keep: Set[str]) -> Results: ...
