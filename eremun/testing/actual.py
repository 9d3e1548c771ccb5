"""What came of a case: the rows of every grain by their keys, and the lists of blocked, rejected and found rows."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property

from eremun.intake.inputs import Inputs
from eremun.model.inputs import Column
from eremun.plan.plan import Plan
from eremun.testing.came import Came, Handle
from eremun.testing.cases import Case, Faulty, ListName, Value
from eremun.testing.expected_values import key_text
from eremun.testing.names import key_of
from eremun.values.forms import plain_of

ROW = "row"
Key = tuple[str, ...]


class Actual:
    """The results of one case, looked at row by row."""

    def __init__(self, case: Case, plan: Plan, inputs: Inputs, came: Came) -> None:
        self.case, self.plan, self.inputs, self.came = case, plan, inputs, came
        self.pack = plan.checked.pack
        self._rows: dict[str, dict[Key, Handle]] = {}

    def row(self, grain: str, key: Key) -> Handle | None:
        """The row of that key; None where it does not exist or was rejected."""
        return self._keyed(grain).get(key)

    def value(self, grain: str, row: Handle, name: str) -> Value | Faulty:
        """A value of the row; None where it is missing."""
        return self.came.value(grain, row, name)

    def lines(self, name: ListName) -> list[dict[str, str]]:
        """The rows of one of the lists, as text."""
        return {"blocked": self._blocked, "rejected": self._rejected, "findings": self._findings}[name]()

    def _blocked(self) -> list[dict[str, str]]:
        grain = self.plan.person
        return [
            {**self._key_cells(grain, key), "reason": reason}
            for key, row in self._keyed(grain).items()
            for reason in self.came.blocked(row)
        ]

    def _rejected(self) -> list[dict[str, str]]:
        columns = ("table", "row", "column", "value", "reason")
        rows = self.inputs.rejected.select(columns).to_dicts()
        return [{name: "" if row[name] is None else str(row[name]) for name in columns} for row in rows]

    def _findings(self) -> list[dict[str, str]]:
        lines = []
        for finding in self.pack.findings:
            for key, row in self._keyed(finding.grain).items():
                value = self.came.finding(finding, row)
                if isinstance(value, Fraction) and value > 0:
                    cells = self._key_cells(finding.grain, key)
                    lines.append({"finding": finding.name, **cells, finding.kind: str(value)})
        return lines

    def _key_cells(self, grain: str, key: Key) -> dict[str, str]:
        names = key_of(self.pack, grain) or ((ROW,) if grain in self.pack.inputs else ())
        return dict(zip(names, key, strict=True))

    def _keyed(self, grain: str) -> dict[Key, Handle]:
        if grain not in self._rows:
            rows = self.came.rows(grain)
            self._rows[grain] = dict(zip(self._keys(grain, rows), rows, strict=True))
        return self._rows[grain]

    def _keys(self, grain: str, rows: Sequence[Handle]) -> list[Key]:
        """The key of every row of the grain, in order. Rows of an input stand in the order of the file."""
        names = key_of(self.pack, grain)
        if grain in self.pack.inputs:
            return self._given_keys(grain, names)
        types = {name: self.plan.columns[grain][name].type for name in names}
        return [
            tuple(key_text(_plain(self.came.value(grain, row, name)), types[name]) for name in names) for row in rows
        ]

    def _given_keys(self, grain: str, names: Key) -> list[Key]:
        columns = self.pack.inputs[grain].columns
        return [
            tuple(_key_cell(row, columns[name]) for name in names) if names else (str(number),)
            for number, row in enumerate(self.case.tables[grain], start=1)
            if (grain, number) not in self._rejected_rows
        ]

    @cached_property
    def _rejected_rows(self) -> set[tuple[str, int]]:
        return set(self.inputs.rejected.select("table", "row").iter_rows())


def _key_cell(row: dict[str, str], column: Column) -> str:
    return key_text(plain_of(row.get(column.name, "").strip(), column.format), column.type)


def _plain(value: Value | Faulty) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return str(value)
