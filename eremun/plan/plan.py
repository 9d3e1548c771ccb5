"""A plan: what a pack means for one period, as data that every engine reads.

`checked` and `period` are what the reference engine evaluates; `steps` is the integer program of the others. Both
describe the same results: for each grain a frame with the columns of `columns[grain]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from eremun.check.checked import CheckedPack
from eremun.model.inputs import Input
from eremun.plan.nodes import Node, Step
from eremun.values.periods import Period
from eremun.values.types import Type


@dataclass(frozen=True)
class RowRule:
    """A condition on a row of an input, to be computed by intake on the stored columns (optional ones as `X` and `X?`)
    of rows whose cells in `reads` are without fault; in 128 bit where `wide`. `reason`: of a row that breaks it."""

    column: str
    label: str
    node: Node
    reads: tuple[str, ...]
    wide: bool = False
    reason: str = "rule"


@dataclass(frozen=True)
class InputPlan:
    """An input, its row rules, and what the plan needs of it: columns by name, `@T` for each of `references` (relations
    that are required), and counts of rejected rows of the inputs in `rejected`."""

    input: Input
    row_rules: tuple[RowRule, ...]
    columns: tuple[str, ...]
    rejected: tuple[str, ...]
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class ColumnInfo:
    """A column of the results: its type, and for numbers what one unit of the stored integer is worth. `faulty`: there
    is a column `name!` of bits beside it, and the value counts only where that is 0."""

    type: Type
    step: Fraction
    optional: bool = False
    faulty: bool = False


@dataclass(frozen=True)
class Plan:
    """`faults`: the reasons in the order of their bits. `person`: the grain that is paid or blocked; its frame has
    `@blocked`, the bits of all reasons. `findings`: columns `finding NAME` on their grain, in the pack's order."""

    checked: CheckedPack
    period: Period
    inputs: dict[str, InputPlan]
    steps: tuple[Step, ...]
    columns: dict[str, dict[str, ColumnInfo]]
    faults: tuple[str, ...]
    person: str
