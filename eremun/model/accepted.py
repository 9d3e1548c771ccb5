"""Warnings that an author accepts on an item, and days on which law begins for a grain: what `check` warns by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eremun.diagnostics.diagnostic import Span

ACCEPTABLE = ("W301", "W302", "W305", "W306", "W307", "W308")


@dataclass(frozen=True)
class Accepted:
    """`accept: {CODE: reason}` on the item that stands at `item`; `span` is the code's own place."""

    code: str
    reason: str
    span: Span
    item: Span


@dataclass(frozen=True)
class Begins:
    """A version of a rule, or an exception, that is in force from that day for rows of the grain. `monthly`: the first
    day of the month selects it, and no day of a row."""

    grain: str
    day: date
    span: Span
    monthly: bool
