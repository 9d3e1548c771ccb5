"""Types of the functions: min, max, present, digits, date, months and the parts of a date."""

from __future__ import annotations

from typing import Literal, cast

from eremun.check import typed as t
from eremun.check.missing import asked
from eremun.check.naming import Naming
from eremun.diagnostics.diagnostic import Mark, Span
from eremun.model.fields import said
from eremun.sources import syntax as s
from eremun.values.types import BOOLEAN, COUNT, DATE, NIP, Kind, common


def call(typer: Naming, node: s.Call) -> t.Typed | None:
    if node.word in ("min", "max"):
        return extreme(typer, node)
    wanted = {"digits": 3, "months": 2}.get(node.word, 1)
    if len(node.arguments) != wanted:
        typer.faults.add("E313", node.span, name=node.word, wanted=wanted, found=len(node.arguments))
        return None
    if node.word == "present":
        return present(typer, node)
    if node.word == "digits":
        return digits(typer, node)
    if node.word == "date":
        value = typer.number(node.arguments[0])
        return t.MakeDate(value, DATE, node.span) if value else None
    return months(typer, node) if node.word == "months" else date_part(typer, node)


def extreme(typer: Naming, node: s.Call) -> t.Typed | None:
    parts = [typer.formula(argument) for argument in node.arguments]
    found = [part for part in parts if part]
    if len(found) < len(parts):
        return None
    for part in found:
        if part.type.kind not in (Kind.NUMBER, Kind.DATE):
            typer.faults.add("E303", Mark(part.span, said(part.type)), found=said(part.type))
            return None
        if not typer.fit(found[0], part, "E314"):
            return None
    type_ = found[0].type
    for part in found[1:]:
        type_ = common(type_, part.type)
    return t.Extreme(cast(Literal["min", "max"], node.word), tuple(found), type_, node.span)


def present(typer: Naming, node: s.Call) -> t.Typed | None:
    argument = node.arguments[0]
    value = _row(typer, argument, node.span) or typer.formula(argument)
    if value is None:
        return None
    asked(typer, "present", value, argument.span)
    return value if isinstance(value, t.RowExists) else t.Present(value, BOOLEAN, node.span)


def _row(typer: Naming, argument: s.Formula, span: Span) -> t.RowExists | None:
    """Whether there is the row that relations lead to, where the argument names nothing else."""
    if not isinstance(argument, s.Path) or typer.scope.type_of(typer.scope.grain, argument.names[0]) is not None:
        return None
    grain, followed = typer.scope.follow(argument.names)
    if followed < len(argument.names):
        return None
    return t.RowExists(argument.names, grain, BOOLEAN, span, typer.scope.days(argument.names, argument.span))


def digits(typer: Naming, node: s.Call) -> t.Typed | None:
    value = typer.formula(node.arguments[0])
    places = [int(a.value) for a in node.arguments[1:] if isinstance(a, s.Number) and a.value.denominator == 1]
    if value is None:
        return None
    if value.type != NIP or len(places) != 2 or not 1 <= places[0] <= places[1] <= 18:
        typer.faults.add("E315", node.span, found=said(value.type))
        return None
    return t.Digits(value, places[0], places[1], COUNT, node.span)


def date_part(typer: Naming, node: s.Call) -> t.Typed | None:
    value = _day(typer, node, 0)
    word = cast(Literal["year", "month", "day", "weekday"], node.word)
    return t.DatePart(word, value, COUNT, node.span) if value else None


def months(typer: Naming, node: s.Call) -> t.Typed | None:
    start, end = _day(typer, node, 0), _day(typer, node, 1)
    return t.Months(start, end, COUNT, node.span) if start and end else None


def _day(typer: Naming, node: s.Call, place: int) -> t.Typed | None:
    """The argument in that place, which must be a date."""
    value = typer.formula(node.arguments[place])
    if value is None or value.type.kind is Kind.DATE:
        return value
    typer.faults.add("E316", Mark(value.span, said(value.type)), name=node.word, found=said(value.type))
    return None
