"""What a formula gives on a row: a value, something missing, or a set of faults.

Values: number Fraction, date days since 1970-01-01, enum its word, nip an integer, text str, boolean bool.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Missing:
    """Not there; `reason` is the fault it becomes for whoever needs it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Faults:
    """Why there is no value: the names of all reasons."""

    reasons: frozenset[str]


Value = Fraction | bool | int | str
Settled = Value | Faults
Outcome = Value | Missing | Faults


def one(reason: str) -> Faults:
    return Faults(frozenset((reason,)))


def settle(outcome: Outcome) -> Settled:
    """The outcome where a value is needed: what is missing has become a fault."""
    return one(outcome.reason) if isinstance(outcome, Missing) else outcome


def union(outcomes: list[Settled]) -> Faults | None:
    """All faults among the outcomes together; None where there are none."""
    reasons = [outcome.reasons for outcome in outcomes if isinstance(outcome, Faults)]
    return Faults(frozenset().union(*reasons)) if reasons else None
