"""Types of what comes from other rows and from tables: aggregates, rejected rows, table calls."""

from __future__ import annotations

from typing import Literal, cast

from eremun.check import typed as t
from eremun.check.naming import Naming
from eremun.diagnostics.diagnostic import Mark
from eremun.model.fields import nearby, said
from eremun.model.rules import Table
from eremun.sources import syntax as s
from eremun.values.types import BOOLEAN, COUNT, Kind, Type, number


def rows(typer: Naming, node: s.Rows) -> t.Typed | None:
    via = way(typer, node)
    if typer.scope.only_columns or node.grain not in typer.scope.structure.columns:
        return None
    inner = typer.on(node.grain)
    value = None
    if node.value is not None:
        place = node.value_span or node.span
        value = inner.path(s.Path((node.value,), (place,), place), None)
        if value is None or not summable(typer, node.word, value):
            return None
    where = inner.truth(node.where) if node.where is not None else None
    if via is None or (node.where is not None and where is None):
        return None
    type_ = value.type if value else BOOLEAN if node.word == "any" else COUNT
    word = cast(Literal["sum", "average", "min", "max", "count", "any"], node.word)
    relation = typer.scope.structure.relations[node.grain].get(via)
    days = inner.scope.days((via,), node.span) if relation is not None else ()
    return t.Aggregate(word, node.grain, via, value, where, type_, node.span, next(iter(days), None))


def summable(typer: Naming, word: str, value: t.Typed) -> bool:
    if value.type.kind is Kind.NUMBER or (value.type.kind is Kind.DATE and word in ("min", "max")):
        return True
    typer.faults.add("E303", Mark(value.span, said(value.type)), found=said(value.type))
    return False


def way(typer: Naming, node: s.Rows) -> str | None:
    """The relation by which the finer rows lead here."""
    structure = typer.scope.structure
    if typer.scope.only_columns:
        typer.faults.add("E318", node.span)
        return None
    if node.grain not in structure.columns:
        near = nearby(node.grain, structure.grains)
        typer.faults.add("E241", node.grain_span, name=node.grain, **near)
        return None
    ways = structure.ways_up(node.grain, typer.scope.grain)
    if node.via is not None and node.via not in ways:
        typer.faults.add("E247", node.span, name=node.via, grain=node.grain, **nearby(node.via, filter(None, ways)))
        return None
    if node.via is not None:
        ways = [node.via]
    if len(ways) == 1:
        return ways[0]
    typer.faults.add("E308", node.grain_span, over=node.grain, grain=typer.scope.grain)
    return None


def rejected(typer: Naming, node: s.RejectedRows) -> t.Typed | None:
    table = typer.scope.pack.inputs.get(node.table)
    if typer.scope.only_columns:
        typer.faults.add("E318", node.span)
        return None
    if table is None:
        typer.faults.add("E241", node.span, name=node.table, **nearby(node.table, typer.scope.pack.inputs))
        return None
    if not any(r.required and r.target == typer.scope.grain for r in table.relations):
        typer.faults.add("E308", node.span, over=node.table, grain=typer.scope.grain)
        return None
    return t.RejectedRows(node.table, COUNT, node.span)


def table(typer: Naming, node: s.TableCall) -> t.Typed | None:
    table = typer.scope.pack.tables.get(node.table)
    if table is None:
        near = nearby(node.table, typer.scope.pack.tables)
        typer.faults.add("E248", node.table_span, name=node.table, **near)
        arguments_alone(typer, node)
        return None
    if len(node.arguments) != len(table.keys):
        wanted = ", ".join(name for name, _ in table.keys)
        typer.faults.add("E310", node.span, table=node.table, keys=wanted, found=len(node.arguments))
        arguments_alone(typer, node)
        return None
    output = output_place(typer, node, [name for name, _ in table.outputs])
    arguments = [argument(typer, a, type_) for a, (_, type_) in zip(node.arguments, table.keys, strict=True)]
    if output is None or None in arguments:
        return None
    found = tuple(argument for argument in arguments if argument)
    return t.TableRead(node.table, found, output, _cell_type(table, output, found), node.span, typer.scope.law)


def arguments_alone(typer: Naming, node: s.TableCall) -> None:
    """Judges the arguments of a table of which nothing else can be said."""
    for argument in node.arguments:
        typer.beside(None, argument)


def _cell_type(table: Table, output: int, arguments: tuple[t.Typed, ...]) -> Type:
    """A progressive sum of rates has the unit of what it is a share of; a count is a number."""
    type_ = table.outputs[output][1]
    if table.hit == "count":
        return COUNT
    unit = arguments[-1].type.unit
    return number(unit * type_.unit) if table.hit == "marginal" and unit and type_.unit else type_


def output_place(typer: Naming, node: s.TableCall, names: list[str]) -> int | None:
    if node.output is None and len(names) == 1:
        return 0
    if node.output in names:
        return names.index(node.output)
    typer.faults.add("E311", node.span, table=node.table, names=", ".join(filter(None, names)) or "@nameless")
    return None


def argument(typer: Naming, node: s.Formula, wanted: Type) -> t.Typed | None:
    argument = typer.formula(node, wanted)
    if argument is None or argument.type.agrees(wanted):
        return argument
    typer.faults.add("E312", Mark(argument.span, said(argument.type)), found=said(argument.type), wanted=said(wanted))
    return None
