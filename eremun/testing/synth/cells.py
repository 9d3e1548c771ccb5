"""Constant cells of a profile, checked against the column they stand in and given the form they have in a series."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from eremun.diagnostics.diagnostic import Diagnostic, Refused, Span, fault
from eremun.model.inputs import Column
from eremun.testing.synth.profile import Cell
from eremun.values.periods import parse_date
from eremun.values.types import Kind

YES_NO = ("ya", "tidak")
Value = str | int | date | None


class Cells:
    """The cells of one column; `column` is None for a helper, whose cells are text."""

    def __init__(self, name: str, column: Column | None, enums: dict[str, tuple[str, ...]]) -> None:
        self.name, self.column, self.enums = name, column, enums
        self.kind = column.type.kind if column else Kind.TEXT

    def words(self) -> tuple[str, ...]:
        """The words of a list, ya and tidak of a boolean, nothing else."""
        if self.kind is Kind.BOOLEAN:
            return YES_NO
        return self.enums[self.column.type.enum] if self.column and self.column.type.enum else ()

    def value(self, cell: Cell) -> Value:
        """The cell in the form of its column; refused where it is not one."""
        if not cell.text:
            if self.column is None or self.column.optional:
                return None
            raise self.refused(cell.text, cell.span)
        if self.kind is Kind.NUMBER:
            return self.number(cell)
        found: Value = parse_date(cell.text) if self.kind is Kind.DATE else cell.text
        wrong_word = self.words() and found not in self.words()
        wrong_nip = self.kind is Kind.NIP and not re.fullmatch("[0-9]{18}", cell.text)
        if found is None or wrong_word or wrong_nip:
            raise self.refused(cell.text, cell.span)
        return found

    def number(self, cell: Cell) -> int:
        assert self.column is not None
        decimals = self.column.decimals
        form = r"[0-9]{1,18}" if not decimals else rf"[0-9]{{1,15}}(\.[0-9]{{1,{decimals}}})?"
        if not re.fullmatch(("-?" if self.column.below_zero else "") + form, cell.text):
            raise self.refused(cell.text, cell.span)
        return self.units(Fraction(cell.text), cell.span)

    def units(self, value: Fraction, span: Span) -> int:
        """A number as written in a cell, in units of its last decimal; refused outside the column's range."""
        low, high = self.limits()
        units = self.apart(value, span)
        if (low is not None and units < low) or (high is not None and units > high):
            raise self.refused(str(value), span)
        return units

    def apart(self, value: Fraction, span: Span) -> int:
        """How far two cells lie apart, in units of the last decimal; refused where that is no whole number of them."""
        assert self.column is not None
        units: Fraction = value * 10**self.column.decimals
        if units.denominator != 1:
            raise self.refused(str(value), span)
        return int(units)

    def limits(self) -> tuple[int | None, int | None]:
        """The range of the column in units of its last decimal."""
        assert self.column is not None
        ends = (self.column.low, self.column.high)
        low, high = (None if end is None else int(end / self.column.step) for end in ends)
        return low, high

    def wanted(self) -> str:
        if self.words():
            return ", ".join(self.words())
        if self.kind is Kind.NUMBER and self.column is not None:
            low, high = self.limits()
            unit = 10**self.column.decimals
            ends = ("" if end is None else str(end // unit) for end in (low, high))
            return f"{'..'.join(ends)}, {self.column.decimals} des."
        return {Kind.DATE: "YYYY-MM-DD", Kind.NIP: "[0-9]{18}"}.get(self.kind, "…")

    def refused(self, text: str, span: Span) -> Refused:
        return Refused(self.fault(text, span))

    def fault(self, text: str, span: Span) -> Diagnostic:
        return fault("E662", span, text=text, column=self.name, wanted=self.wanted())
