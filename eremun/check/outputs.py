"""Names that the outputs mention: what the four files sort by and show is there."""

from __future__ import annotations

from collections.abc import Iterable

from eremun.check.faults import Faults
from eremun.check.structure import Structure
from eremun.diagnostics.diagnostic import Mark
from eremun.model.fields import nearby
from eremun.model.pack import Pack
from eremun.model.rules import OutputColumn

REJECTED = ("table", "row", "column", "value", "reason", "keterangan")
BLOCKED = ("reason", "keterangan")


def check_outputs(pack: Pack, structure: Structure, faults: Faults) -> None:
    """Columns of the payroll differ by name; what the others show and sort by is the person's or their own."""
    outputs = pack.outputs
    if pack.person not in pack.inputs:
        return
    person = [*structure.columns.get(pack.person, {}), *(name for grain, name in pack.rules if grain == pack.person)]
    _known(pack, faults, "payroll: sort", outputs.payroll_sort, person)
    _known(pack, faults, "blocked: columns", outputs.blocked_columns, [*person, *BLOCKED])
    _known(pack, faults, "blocked: sort", outputs.blocked_sort, [*person, "reason"])
    _known(pack, faults, "rejected: columns", outputs.rejected_columns, REJECTED)
    first: dict[str, OutputColumn] = {}
    for column in outputs.payroll_columns:
        if column.name in first:
            faults.add("E213", column.span, Mark(first[column.name].span, "@first"), name=column.name)
        first.setdefault(column.name, column)


def _known(pack: Pack, faults: Faults, place: str, names: tuple[str, ...], known: Iterable[str]) -> None:
    known = list(known)
    for name in names:
        if name not in known:
            faults.add("E252", pack.outputs.places.get((place, name)), name=name, place=place, **nearby(name, known))
