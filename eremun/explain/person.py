"""The person that a key names, or why he is not among those a run pays or blocks."""

from __future__ import annotations

from typing import Any

import polars as pl

from eremun.diagnostics.diagnostic import Refused, fault
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.steps import Row
from eremun.intake.inputs import Inputs
from eremun.model.inputs import Column
from eremun.values.types import Kind


def find_person(world: Evaluation, inputs: Inputs, key_text: str) -> Row:
    """The row of the person. The parts of a key of several columns are joined by `+`. Refused E810 where nobody has the
    key, E811 where his row was rejected."""
    grain = world.plan.person
    table = world.checked.pack.inputs[grain]
    texts = [part.strip() for part in key_text.split("+")] if len(table.key) > 1 else [key_text.strip()]
    if len(texts) == len(table.key):
        key = [_stored(table.columns[name], text) for name, text in zip(table.key, texts, strict=True)]
        found = world.rows.find(grain, table.key, tuple(key))
        if found:
            return found[0]
    raise _refusal(inputs, grain, table.label, "+".join(table.key), "+".join(texts))


def _stored(column: Column, text: str) -> Any:
    """The key's cell as intake stores it; None, which no row has, where the text can't be one."""
    if column.type.kind is Kind.NIP:
        return int(text) if len(text) == 18 and text.isdecimal() else None
    if column.type.kind is Kind.NUMBER:
        return int(text) if text.isdecimal() else None
    return text if column.type.kind is Kind.TEXT else None


def _refusal(inputs: Inputs, grain: str, label: str, column: str, key: str) -> Refused:
    """A row that was rejected for its key is found by it; one rejected for another cell does not say whose it was."""
    same_key = (pl.col("table") == grain) & (pl.col("value").str.strip_chars() == key)
    lines = inputs.rejected.filter(same_key).select("row", "reason").rows()
    if lines:
        reasons = "; ".join(f"{row}: @reason:{reason}" for row, reason in lines)
        return Refused(fault("E811", at=grain, key=key, table=label, reasons=reasons))
    return Refused(fault("E810", at=grain, key=key, table=label, column=column))
