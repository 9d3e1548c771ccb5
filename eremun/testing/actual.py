"""What came of a case: the rows of every grain by their keys, and the lists of blocked, rejected and found rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from eremun.engines.results import Results
from eremun.intake.inputs import Inputs
from eremun.model.inputs import Column
from eremun.plan.plan import ColumnInfo, Plan
from eremun.testing.cases import Case, ListName, Value
from eremun.testing.expected_values import key_text
from eremun.testing.names import key_of
from eremun.values.forms import plain_of
from eremun.values.periods import from_days
from eremun.values.types import Kind

Row = dict[str, Any]
ROW = "row"


@dataclass(frozen=True)
class Faulty:
    """A value that cannot be computed, for these reasons."""

    reasons: tuple[str, ...]


class Actual:
    """The results of one case, looked at row by row."""

    def __init__(self, case: Case, plan: Plan, inputs: Inputs, results: Results) -> None:
        self.case, self.plan, self.inputs, self.results = case, plan, inputs, results
        self.pack = plan.checked.pack
        self._rows: dict[str, dict[tuple[str, ...], Row]] = {}

    def row(self, grain: str, key: tuple[str, ...]) -> Row | None:
        """The row of that key; None where it does not exist or was rejected."""
        if grain not in self._rows:
            self._rows[grain] = dict(zip(self._keys(grain), self.results.frames[grain].to_dicts(), strict=True))
        return self._rows[grain].get(key)

    def value(self, grain: str, row: Row, name: str) -> Value | Faulty:
        """A value of the row; None where it is missing."""
        info = self.plan.columns[grain][name]
        bits = row.get(f"{name}!") or 0
        if bits:
            return Faulty(self._reasons(bits))
        if info.optional and not row[f"{name}?"]:
            return None
        return self._decoded(row[name], info)

    def lines(self, name: ListName) -> list[dict[str, str]]:
        """The rows of one of the lists, as text."""
        return {"blocked": self._blocked, "rejected": self._rejected, "findings": self._findings}[name]

    @cached_property
    def _blocked(self) -> list[dict[str, str]]:
        grain = self.plan.person
        return [
            {**self._key_cells(grain, key), "reason": reason}
            for key, row in self._keyed(grain)
            for reason in self._reasons(row["@blocked"])
        ]

    @cached_property
    def _rejected(self) -> list[dict[str, str]]:
        columns = ("table", "row", "column", "value", "reason")
        rows = self.inputs.rejected.select(columns).to_dicts()
        return [{name: "" if row[name] is None else str(row[name]) for name in columns} for row in rows]

    @cached_property
    def _findings(self) -> list[dict[str, str]]:
        lines = []
        for finding in self.pack.findings:
            column = f"finding {finding.name}"
            for key, row in self._keyed(finding.grain):
                value = self.value(finding.grain, row, column)
                if isinstance(value, Fraction) and value > 0:
                    cells = self._key_cells(finding.grain, key)
                    lines.append({"finding": finding.name, **cells, finding.kind: str(value)})
        return lines

    def _keyed(self, grain: str) -> list[tuple[tuple[str, ...], Row]]:
        return list(zip(self._keys(grain), self.results.frames[grain].to_dicts(), strict=True))

    def _key_cells(self, grain: str, key: tuple[str, ...]) -> dict[str, str]:
        names = key_of(self.pack, grain) or ((ROW,) if grain in self.pack.inputs else ())
        return dict(zip(names, key, strict=True))

    def _keys(self, grain: str) -> list[tuple[str, ...]]:
        """The key of every row of the grain's frame, in order. Rows of an input stand in the order of the file."""
        names = key_of(self.pack, grain)
        if grain in self.pack.inputs:
            return self._given_keys(grain, names)
        columns = [self.plan.columns[grain][name] for name in names]
        rows = self.results.frames[grain].to_dicts()
        return [
            tuple(
                key_text(_plain(self._decoded(row[name], info)), info.type)
                for name, info in zip(names, columns, strict=True)
            )
            for row in rows
        ]

    def _given_keys(self, grain: str, names: tuple[str, ...]) -> list[tuple[str, ...]]:
        rejected = set(self.inputs.rejected.filter(self.inputs.rejected["table"] == grain)["row"].to_list())
        columns = self.pack.inputs[grain].columns
        return [
            tuple(_key_cell(row, columns[name]) for name in names) if names else (str(number),)
            for number, row in enumerate(self.case.tables[grain], start=1)
            if number not in rejected
        ]

    def _reasons(self, bits: int) -> tuple[str, ...]:
        named = (name for place, name in enumerate(self.plan.faults) if bits >> place & 1)
        return tuple(dict.fromkeys(named))

    def _decoded(self, stored: Any, info: ColumnInfo) -> Fraction | bool | str:
        match info.type.kind:
            case Kind.NUMBER:
                return Fraction(int(stored)) * info.step
            case Kind.DATE:
                return (stored if isinstance(stored, date) else from_days(int(stored))).isoformat()
            case Kind.ENUM:
                return self.pack.enums[info.type.enum or ""][int(stored)]
            case Kind.NIP:
                return f"{int(stored):018d}"
            case Kind.BOOLEAN:
                return bool(stored)
            case Kind.TEXT:
                return str(stored)


def _key_cell(row: dict[str, str], column: Column) -> str:
    return key_text(plain_of(row.get(column.name, "").strip(), column.format), column.type)


def _plain(value: Fraction | bool | str) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return str(value)
