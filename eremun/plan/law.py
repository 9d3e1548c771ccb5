"""Dated law: which version of a parameter or table is in force on a day, and what a formula reads of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Generic, TypeVar

from eremun.check import typed as t
from eremun.diagnostics.diagnostic import Span, fault
from eremun.model.rules import Dated, Row
from eremun.plan import nodes as n
from eremun.plan.formulas import chosen
from eremun.plan.meetings import Meetings
from eremun.plan.tables import table_value
from eremun.plan.value import UNIT, Value
from eremun.values.periods import Period, from_days, is_within, to_days
from eremun.values.reasons import NO_LAW
from eremun.values.types import Kind

T = TypeVar("T")


def in_force(versions: Sequence[Dated[T]], day: date) -> Dated[T] | None:
    """The version that began last among those that have begun and not ended; None where there is none."""
    current = [version for version in versions if is_within(day, version.effective_from, version.effective_to)]
    return max(current, key=lambda version: version.effective_from, default=None)


def over_days(versions: Sequence[Dated[T]], period: Period) -> list[tuple[date, Dated[T] | None]]:
    """The versions in force within a month, each with the day from which it is; the first from the first day."""
    starts = {period.start, *(version.effective_from for version in versions)}
    ends = (version.effective_to for version in versions)
    starts |= {end + timedelta(days=1) for end in ends if end is not None and end < date.max}
    found: list[tuple[date, Dated[T] | None]] = []
    for day in sorted(start for start in starts if period.start <= start <= period.end):
        version: Dated[T] | None = in_force(versions, day)
        if not found or found[-1][1] is not version:
            found.append((day, version))
    return found


@dataclass(frozen=True)
class InForce(Generic[T]):
    """A version and the day of the month from which it is in force. `lacks`: where none is and this one only stands
    for its form, the column that says so."""

    since: int
    version: Dated[T]
    lacks: str


class LawInForce(Meetings, ABC):
    """Parameters and tables as values of a grain's rows."""

    @abstractmethod
    def read(self, grain: str, node: t.Read, there: bool) -> Value:
        """A named value, as `plan.formulas.Columns` has it."""

    def parameter(self, grain: str, node: t.ParameterRead) -> Value:
        parameter, day = self.checked.pack.parameters[node.name], self.day_of_law(grain, node.law)

        def lower(version: Dated[Fraction]) -> Value:
            sign = (version.content > 0) - (version.content < 0)
            return Value(n.Const(sign), abs(version.content) or UNIT)

        return self.dated(grain, day, self.versions(day, parameter.versions, node.name, parameter.span), lower)

    def table(self, grain: str, node: t.TableRead, arguments: list[Value]) -> Value:
        table, day = self.checked.pack.tables[node.table], self.day_of_law(grain, node.law)

        def lower(version: Dated[tuple[Row, ...]]) -> Value:
            return table_value(self.checked, table, version.content, node.output, arguments)

        return self.dated(grain, day, self.versions(day, table.versions, node.table, node.span), lower)

    def day_of_law(self, grain: str, own: t.Read | None) -> n.Node:
        """The day that selects the law: a rule's own, else the row's, else the first of the month."""
        if own is not None:
            return self.read(grain, own, there=True).node
        dates = self.checked.dates
        return self.own(grain, dates[grain]).node if grain in dates else n.Const(self.built_in["start"])

    def versions(self, day: n.Node, versions: tuple[Dated[T], ...], name: str, span: Span) -> list[InForce[T]]:
        """What rows can meet on that day of theirs. The first day without a version is noted in `missing`."""
        if isinstance(day, n.Const):
            known = from_days(int(day.value))
            found = [(known, in_force(versions, known))]
        else:
            found = over_days(versions, self.period)
        gap = next((day for day, version in found if version is None), None)
        if gap is not None:
            self.missing.setdefault(f"{NO_LAW} {name}", fault("E602", span, name=name, day=gap))
        return [
            InForce(to_days(since), version or versions[0], "" if version else f"{NO_LAW} {name}")
            for since, version in found
        ]

    def dated(self, grain: str, day: n.Node, found: list[InForce[T]], lower: Callable[[Dated[T]], Value]) -> Value:
        """The version in force on the day; where only one can be, that one. Without one there is no value."""

        def value(item: InForce[T]) -> Value:
            if not item.lacks:
                return lower(item.version)
            return lower(item.version).with_faults(self.derive(grain, item.lacks, self.bit(NO_LAW), Kind.NUMBER))

        result = value(found[0])
        for item in found[1:]:
            result = chosen(n.Compare(">=", day, n.Const(item.since)), value(item), result)
        return result
