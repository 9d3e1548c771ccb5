"""Complete tables: whether every day of the period has a row that stands.

Where one has none, nothing is computed; the answer names the first missing days and what their rows lacked.
"""

from __future__ import annotations

import polars as pl

from eremun.diagnostics.diagnostic import Diagnostic, fault
from eremun.intake.table import ReadTable
from eremun.model.inputs import Input
from eremun.values.periods import Period, from_days, to_days

NAMED = 3


def missing_days(declared: Input, table: ReadTable, file: str, period: Period) -> Diagnostic | None:
    """The refusal of a complete table that lacks days; None where it lacks none."""
    if not declared.complete or table.target is None:
        return None
    day = declared.date or declared.key[0]
    standing = set(table.target.keys[declared.key.index(day)].to_list())
    missing = [number for number in range(to_days(period.start), to_days(period.end) + 1) if number not in standing]
    if not missing:
        return None
    named = ", ".join(str(from_days(number)) for number in missing[:NAMED])
    rest = f" (+{len(missing) - NAMED})" if len(missing) > NAMED else ""
    return fault(
        "E712", at=file, file=file, table=declared.name, count=len(missing), days=named + rest, period=period.name,
        rows=_rejected_rows(declared, table),
    )  # fmt: skip


def _rejected_rows(declared: Input, table: ReadTable) -> str:
    """The first rejected rows with column, value and reason: most likely those of the missing days."""
    if not table.faults.height:
        return "@reason:none"
    shown = table.faults.head(NAMED).select(pl.col("row") + 1, "column", "value", "reason").rows()
    rest = table.faults.height - len(shown)
    forms = {column.heading: column.format for column in declared.columns.values() if column.format}
    texts = [f'{row}: {column} "{value}" ({_said(reason, forms.get(column))})' for row, column, value, reason in shown]
    return "@reason:listed: " + "; ".join(texts) + (f" (+{rest})" if rest else "")


def _said(reason: str, form: str | None) -> str:
    return f"@reason:form {form}" if form and reason == "parse" else f"@reason:{reason}"
