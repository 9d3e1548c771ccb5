"""Columns that files have only from some day on, or until some day, and the value that other months take instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from eremun.model.constants import constant
from eremun.model.fields import Collector, Fields
from eremun.model.inputs import Column, Constant


def read_before(to: Collector, fields: Fields, column: Column) -> Column:
    """The column with `effective_from` and `before`, and with `effective_to` and `after`, which belong together."""
    start, before = _pair(to, fields, column, "effective_from", "before")
    end, after = _pair(to, fields, column, "effective_to", "after")
    if start is not None and end is not None and end < start:
        to.refuse("E217", fields.key_span("effective_to"), start=start, end=end)
    return replace(column, effective_from=start, before=before, effective_to=end, after=after)


def _pair(to: Collector, fields: Fields, column: Column, day: str, value: str) -> tuple[date | None, Constant | None]:
    """A day on which the files change, and what stands for the column beyond it."""
    if not (fields.has(day) or fields.has(value)):
        return None, None
    found, scalar = fields.day(day, needed=True), fields.scalar(value, needed=True)
    return found, None if scalar is None else constant(to, scalar, column)
