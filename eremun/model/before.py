"""Columns that files have only from some day on, and the value that an earlier month takes in their place."""

from __future__ import annotations

from dataclasses import replace

from eremun.model.constants import constant
from eremun.model.fields import Collector, Fields
from eremun.model.inputs import Column


def read_before(to: Collector, fields: Fields, column: Column) -> Column:
    """The column with `effective_from` and `before`, which belong together."""
    if not (fields.has("effective_from") or fields.has("before")):
        return column
    start, scalar = fields.day("effective_from", needed=True), fields.scalar("before", needed=True)
    value = constant(to, scalar, column) if scalar is not None else None
    return replace(column, effective_from=start, before=value)
