"""The day whose law a rule reads, where it names its own: one that always is there and lies in the month."""

from __future__ import annotations

from eremun.check import typed as t
from eremun.check.scope import Scope
from eremun.check.spells import DAYS_OF_PERIOD
from eremun.check.typing import Typer
from eremun.diagnostics.diagnostic import Span
from eremun.model.inputs import Column
from eremun.sources.syntax import Formula, Path
from eremun.values.types import DATE


def day_of_law(typer: Typer, day: Formula) -> t.Read | None:
    """The day as a value of the row, or of a row that it leads to in any case; None where it is none (E269)."""
    if not isinstance(day, Path):
        _refuse(typer, day.span)
        return None
    found = typer.formula(day)
    if found is None or _is_sure(found, typer.scope):
        return found if isinstance(found, t.Read) else None
    _refuse(typer, day.span)
    return None


def _refuse(typer: Typer, span: Span) -> None:
    columns = typer.scope.structure.columns[typer.scope.grain].values()
    days = [column.name for column in columns if _is_sure_cell(column)]
    known = ", ".join([*days, *(".".join(path) for path in DAYS_OF_PERIOD)])
    typer.faults.add("E269", span, text=typer.scope.words(span), known=known)


def _is_sure(node: t.Typed, scope: Scope) -> bool:
    if not isinstance(node, t.Read):
        return False
    if node.path == (t.PERIOD,):
        return (t.PERIOD, node.name) in DAYS_OF_PERIOD
    grain = scope.grain
    for name in node.path:
        relation = scope.structure.relations[grain][name]
        if not relation.required:
            return False
        grain = relation.target
    column = scope.structure.columns[grain].get(node.name)
    return column is not None and _is_sure_cell(column)


def _is_sure_cell(column: Column) -> bool:
    return column.type == DATE and column.in_period and not column.optional
