"""Dated rules: a rule with versions becomes one rule for each version, and one that takes the version in force.

So a version is rounded, explained and at fault like any rule, and only where its dates choose it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from eremun.diagnostics.diagnostic import Span
from eremun.model.accepted import Begins
from eremun.model.fields import Collector
from eremun.model.rules import Dated, Rule
from eremun.sources import syntax as s
from eremun.values.periods import FIRST_DAY, to_days

VERSION = "@"  # in the name of a rule that stands for a version; authors can't write it


def versions_of(to: Collector, versions: list[Dated[Rule]], since: date) -> Iterator[Rule]:
    """The rules that stand for a rule with these versions, the chosen one last. The first must be in force from the
    beginning and without end, so that there always is one. What it rests on is said by the version that is chosen."""
    first = versions[0]
    if first.effective_from > since or first.effective_to is not None:
        to.refuse("E233", first.span, since=since)
        return
    hidden = [_rule_for(version) for version in versions]
    if len(hidden) == 1 and first.later:  # one formula at all times, whatever it rests on
        yield replace(hidden[0], name=first.content.name)
        return
    yield from hidden
    formula: s.Formula = _read(hidden[0].name, first.span)
    for rule, version in zip(hidden[1:], versions[1:], strict=True):
        condition = in_force(to, rule.grain, rule.date, version.effective_from, version.effective_to, version.span)
        formula = s.If(condition, _read(rule.name, version.span), formula, version.span)
    names = ", ".join(rule.name for rule in hidden)
    yield replace(first.content, formula=formula, text=names, rounding=None, exceptions=(), basis=None)


def _rule_for(version: Dated[Rule]) -> Rule:
    basis = version.basis or version.content.basis
    return replace(version.content, name=version_name(version), basis=basis, later=version.later)


def begins(name: str) -> int:
    """The day on which the version begins for which a rule of that name stands; the first of all for any other rule."""
    day = name.partition(VERSION)[2]
    return to_days(date.fromisoformat(day)) if day else FIRST_DAY


def version_name(version: Dated[Rule]) -> str:
    """The name of the rule that stands for a version."""
    return f"{version.content.name}{VERSION}{version.effective_from}"


def in_force(
    to: Collector, grain: str, own: s.Formula | None, start: date | None, end: date | None, span: Span
) -> s.Formula:
    """Whether the day that selects the law, a rule's own or else its grain's, lies between two days; a day left out is
    no bound."""
    names = (to.dates[grain],) if grain in to.dates else ("period", "start")
    day = own if isinstance(own, s.Path) else s.Path(names, (span,) * len(names), span)
    to.begins += [Begins(grain, start, span, day.names == ("period", "start"))] if start is not None else []
    signs = ((">=", start), ("<=", end))
    parts = [s.Compare(sign, day, s.Day(to_days(bound), span), span) for sign, bound in signs if bound is not None]
    return parts[0] if len(parts) == 1 else s.Junction("and", tuple(parts), span)


def _read(name: str, span: Span) -> s.Path:
    return s.Path((name,), (span,), span)
