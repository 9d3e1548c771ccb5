"""Who is paid, who is blocked and why, what was found: results in the order the files list them.

Receives a plan, its inputs and results; gives frames of stored columns. Every standing person is paid or blocked.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from eremun.engines.results import Results
from eremun.intake.inputs import Inputs
from eremun.model.rules import Finding
from eremun.outputs.forms import decimals_needed, in_units, ordered, require_exact, shown
from eremun.plan.lines import SHOWN
from eremun.plan.plan import ColumnInfo, Plan

BLOCKED = "@blocked"
REASON = "@reason"
RANK = "@rank"
KEY = "@key"


@dataclass(frozen=True)
class Found:
    """A finding and its rows, in order: `@key` String (the key of the row), `value` Int128 (rupiah or a count, above 0;
    null where a fault kept it from being computed), `faults` Int64 (their bits)."""

    finding: Finding
    rows: pl.DataFrame


@dataclass(frozen=True)
class Settlement:
    """`paid`: one row per paid person. `blocked`: one row per blocked person and reason, with `@reason` String.
    Both have the columns of the person's frame and stand in the order of their files. `people`: paid + blocked.
    `lines`: the lines of those paid, with the columns of their own frame; None where the pack has none."""

    plan: Plan
    inputs: Inputs
    paid: pl.DataFrame
    blocked: pl.DataFrame
    found: tuple[Found, ...]
    people: int
    people_blocked: int
    lines: pl.DataFrame | None = None


def settle(plan: Plan, results: Results, inputs: Inputs) -> Settlement:
    """Divides the people into paid and blocked and collects the findings, all of it in the order of the files."""
    people = results.frames[plan.person]
    paid = people.filter(pl.col(BLOCKED) == 0)
    blocked = people.filter(pl.col(BLOCKED) != 0)
    findings = tuple(_found(plan, finding, results) for finding in plan.checked.pack.findings)
    return Settlement(
        plan, inputs, _sorted_paid(plan, paid), _by_reason(plan, blocked), findings, people.height, blocked.height,
        _lines(plan, results),
    )  # fmt: skip


def reasons_in_order(plan: Plan) -> list[str]:
    """The reasons that can block: those the pack lists, in its order, then the others in the order of their bits."""
    listed = [reason for reason in plan.checked.pack.outputs.blocked_reasons if reason in plan.faults]
    return list(dict.fromkeys((*listed, *plan.faults)))


def info_of(plan: Plan, grain: str, name: str) -> ColumnInfo:
    """Type and step of a column of the results."""
    return plan.columns[grain][name]


def _sorted_paid(plan: Plan, paid: pl.DataFrame) -> pl.DataFrame:
    return _sorted(plan, plan.person, paid, plan.checked.pack.outputs.payroll_sort)


def _lines(plan: Plan, results: Results) -> pl.DataFrame | None:
    lines = plan.checked.pack.outputs.lines
    if lines is None:
        return None
    return _sorted(plan, lines.grain, results.frames[lines.grain].filter(pl.col(SHOWN)), lines.sort)


def _sorted(plan: Plan, grain: str, frame: pl.DataFrame, names: tuple[str, ...]) -> pl.DataFrame:
    """By the named columns, then by the grain's key, so that no order of an engine can be seen."""
    enums = plan.checked.pack.enums
    every = dict.fromkeys((*names, *plan.checked.keys[grain]))
    by = [pl.col(RANK) if name == "reason" else ordered(name, info_of(plan, grain, name), enums) for name in every]
    return frame.sort(by, maintain_order=True) if by else frame


def _by_reason(plan: Plan, blocked: pl.DataFrame) -> pl.DataFrame:
    bits = pl.col(BLOCKED)
    known = (1 << len(plan.faults)) - 1
    if blocked.select((bits & known != bits).any()).item():
        raise ArithmeticError("a fault without a reason")
    parts = [
        blocked.filter(bits & _bits(plan, reason) != 0).with_columns(
            pl.lit(reason).alias(REASON), pl.lit(rank, dtype=pl.Int64).alias(RANK)
        )
        for rank, reason in enumerate(reasons_in_order(plan))
    ]
    if not parts:
        return blocked.with_columns(pl.lit("").alias(REASON))
    sort = plan.checked.pack.outputs.blocked_sort
    return _sorted(plan, plan.person, pl.concat(parts), tuple(dict.fromkeys((*sort, "reason"))))


def _bits(plan: Plan, reason: str) -> int:
    return sum(1 << bit for bit, name in enumerate(plan.faults) if name == reason)


def _found(plan: Plan, finding: Finding, results: Results) -> Found:
    name, frame = f"finding {finding.name}", results.frames[finding.grain]
    info = info_of(plan, finding.grain, name)
    faults = pl.col(f"{name}!") if info.faulty else pl.lit(0, dtype=pl.Int64)
    rows = _sorted(plan, finding.grain, frame.filter((faults != 0) | (pl.col(name) > 0)), ())
    require_exact(rows, name, info, 0)
    value = pl.when(faults == 0).then(in_units(name, info, 0))
    return Found(
        finding, rows.select(_key(plan, finding.grain).alias(KEY), value.alias("value"), faults.alias("faults"))
    )


def _key(plan: Plan, grain: str) -> pl.Expr:
    """The key of a row as text, its columns joined by `+`; empty where rows have none."""
    enums = plan.checked.pack.enums
    infos = [(name, info_of(plan, grain, name)) for name in plan.checked.keys[grain]]
    parts = [shown(name, info, enums, decimals_needed(info)) for name, info in infos]
    return pl.concat_str(parts, separator="+", ignore_nulls=True) if parts else pl.lit("")
