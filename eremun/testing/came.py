"""Where the values of a case are read from: the frames an engine gives, or the reference engine as it is asked.

Both answer alike, row by row, in the values that tests write: numbers exact, days as text, words, truths.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Protocol

from eremun.engines.reference.outcomes import Faults, Missing, Outcome
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.steps import Row
from eremun.engines.results import Results
from eremun.model.rules import Finding
from eremun.plan.plan import ColumnInfo, Plan
from eremun.testing.cases import Faulty, Value
from eremun.values.periods import from_days
from eremun.values.types import Kind, Type

Handle = Any


class Came(Protocol):
    """What came of a case. A handle stands for a row and means something to its own source only."""

    def rows(self, grain: str) -> Sequence[Handle]:
        """Every row of the grain; those of an input in the order of the file."""
        ...

    def value(self, grain: str, row: Handle, name: str) -> Value | Faulty:
        """A value of the row; None where it is missing."""
        ...

    def finding(self, finding: Finding, row: Handle) -> Value | Faulty:
        """What the finding comes to on the row."""
        ...

    def blocked(self, row: Handle) -> tuple[str, ...]:
        """Every reason for which the person of the row is not paid."""
        ...


class FromFrames:
    """The frames of a run."""

    def __init__(self, plan: Plan, results: Results) -> None:
        self.plan, self.results = plan, results

    def rows(self, grain: str) -> Sequence[Handle]:
        return self.results.frames[grain].to_dicts()

    def value(self, grain: str, row: Handle, name: str) -> Value | Faulty:
        info = self.plan.columns[grain][name]
        bits = row.get(f"{name}!") or 0
        if bits:
            return Faulty(self._reasons(bits))
        if info.optional and not row[f"{name}?"]:
            return None
        return self._decoded(row[name], info)

    def finding(self, finding: Finding, row: Handle) -> Value | Faulty:
        return self.value(finding.grain, row, f"finding {finding.name}")

    def blocked(self, row: Handle) -> tuple[str, ...]:
        return self._reasons(row["@blocked"])

    def _reasons(self, bits: int) -> tuple[str, ...]:
        named = (name for place, name in enumerate(self.plan.faults) if bits >> place & 1)
        return tuple(dict.fromkeys(named))

    def _decoded(self, stored: Any, info: ColumnInfo) -> Value:
        if info.type.kind is Kind.NUMBER:
            return Fraction(int(stored)) * info.step
        if info.type.kind is Kind.ENUM:
            return self.plan.checked.pack.enums[info.type.enum or ""][int(stored)]
        return _said(stored, info.type)


class FromEvaluation:
    """The reference engine, which works out only what is asked."""

    def __init__(self, world: Evaluation) -> None:
        self.world = world

    def rows(self, grain: str) -> Sequence[Handle]:
        return self.world.rows.all(grain)

    def value(self, grain: str, row: Row, name: str) -> Value | Faulty:
        return self._settled(self.world.value(row, name), self.world.plan.columns[grain][name].type)

    def finding(self, finding: Finding, row: Row) -> Value | Faulty:
        place = self.world.checked.pack.findings.index(finding)
        node = self.world.checked.findings[place]
        return self._settled(self.world.formula(node, row), node.type)

    def blocked(self, row: Row) -> tuple[str, ...]:
        return self._ordered(self.world.blocked(row))

    def _settled(self, outcome: Outcome, type: Type) -> Value | Faulty:
        if isinstance(outcome, Faults):
            return Faulty(self._ordered(outcome.reasons))
        return None if isinstance(outcome, Missing) else _said(outcome, type)

    def _ordered(self, reasons: frozenset[str]) -> tuple[str, ...]:
        known = {reason: place for place, reason in enumerate(self.world.plan.faults)}
        return tuple(sorted(reasons, key=lambda reason: (known.get(reason, len(known)), reason)))


def _said(value: Any, type: Type) -> Value:
    """A value as tests write it, where it is no word of a list that is stored by its place."""
    match type.kind:
        case Kind.NUMBER:
            return Fraction(value)
        case Kind.DATE:
            return (value if isinstance(value, date) else from_days(int(value))).isoformat()
        case Kind.NIP:
            return f"{int(value):018d}"
        case Kind.BOOLEAN:
            return bool(value)
        case Kind.TEXT | Kind.ENUM:
            return str(value)
