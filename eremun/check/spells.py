"""Rows that hold for some days: the columns that say which, and relations that find the one of a day."""

from __future__ import annotations

from eremun.check.faults import Faults
from eremun.check.typed import PERIOD
from eremun.model.fields import nearby, said
from eremun.model.inputs import Input, Relation
from eremun.values.types import DATE

DAYS_OF_PERIOD = ((PERIOD, "start"), (PERIOD, "end"))


def check_spells(item: Input, faults: Faults) -> None:
    """Two dates, the first of them always there, and a key by which rows belong together."""
    if not item.spells:
        return
    if len(item.spells) != 2:
        faults.add("E261", item.span, table=item.name, found=", ".join(item.spells))
    if not item.key:
        faults.add("E262", item.span, table=item.name)
    for name in item.spells:
        column = item.columns.get(name)
        if column is not None and column.type != DATE:
            faults.add("E263", column.span, name=name, table=item.name, type=said(column.type))
    first = item.columns.get(item.spells[0])
    if first is not None and first.optional:
        faults.add("E246", first.span, name=first.name, table=item.name)


def check_day(grain: str, days: list[str], relation: Relation, target: Input, faults: Faults) -> None:
    """A row of a table with spells is found by a day, and no other row is; such a row need not be there. `days`: those
    that the rows which look have."""
    said_with = {"name": relation.name, "target": target.name}
    if bool(target.spells) != bool(relation.as_of):
        faults.add("E264" if target.spells else "E265", relation.span, **said_with)
        return
    if relation.as_of and relation.required:
        faults.add("E266", relation.span, **said_with)
    known = [*days, *(".".join(path) for path in DAYS_OF_PERIOD)]
    name = ".".join(relation.as_of)
    if relation.as_of and name not in known:
        faults.add("E267", relation.span, name=name, table=grain, **nearby(name, known))
