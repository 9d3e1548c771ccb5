"""Names that the outputs mention: what the files sort by and show is there."""

from __future__ import annotations

from collections.abc import Iterable

from eremun.check.faults import Faults
from eremun.check.file_names import wrong_names
from eremun.check.structure import Structure
from eremun.diagnostics import reasons
from eremun.diagnostics.diagnostic import Mark
from eremun.model.fields import nearby
from eremun.model.inputs import Relation
from eremun.model.pack import Pack
from eremun.model.read_outputs import BLOCKED, LINES, REJECTED
from eremun.model.rules import Lines, OutputColumn, Outputs

FINDINGS = ("finding", "count", "amount", "keterangan")


def check_outputs(pack: Pack, structure: Structure, faults: Faults) -> None:
    """Files have names of their own; columns of the payroll differ by name; what the others show and sort by is the
    person's or their own; reasons are such as can arise."""
    outputs = pack.outputs
    _file_names(outputs, faults)
    if pack.person not in pack.inputs:
        return
    person = [*structure.columns.get(pack.person, {}), *(name for grain, name in pack.rules if grain == pack.person)]
    _known(pack, faults, "payroll: rows", outputs.payroll_rows, [pack.person])
    _known(pack, faults, "payroll: sort", outputs.payroll_sort, person)
    _known(pack, faults, "blocked: columns", outputs.blocked_columns, [*person, *BLOCKED])
    _known(pack, faults, "blocked: sort", outputs.blocked_sort, [*person, "reason"])
    _known(pack, faults, "blocked: reasons", tuple(outputs.blocked_reasons), _reasons(pack, structure))
    _known(pack, faults, "rejected: columns", outputs.rejected_columns, REJECTED)
    _known(pack, faults, "rejected: reasons", tuple(outputs.rejected_reasons), reasons.REJECTED)
    keys = [name for name in outputs.findings_columns if name not in FINDINGS]
    _known(pack, faults, "findings: columns", tuple(keys[1:]), FINDINGS)  # the first is the heading of what is found
    _different(outputs.payroll_columns, faults)
    if outputs.lines is not None:
        _check_lines(pack, outputs.lines, structure, faults)


def _file_names(outputs: Outputs, faults: Faults) -> None:
    """Of two files with one name, that is said where it is written."""
    for name, file in wrong_names(outputs).items():
        place = outputs.places.get((f"{name}: file", file))
        if place or name == LINES:
            faults.add("E815", place or outputs.span, name=file)


def _check_lines(pack: Pack, lines: Lines, structure: Structure, faults: Faults) -> None:
    """Their rows are there, and each belongs to one person, by one relation that it must have."""
    if lines.grain not in structure.relations:
        faults.add("E241", lines.span, name=lines.grain, **nearby(lines.grain, structure.relations))
        return
    if len(to_person(pack, structure.relations[lines.grain].values())) != 1:
        faults.add("E308", lines.span, over=lines.grain, grain=pack.person)
    known = [*structure.columns[lines.grain], *(name for grain, name in pack.rules if grain == lines.grain)]
    _known(pack, faults, "lines: sort", lines.sort, known)
    _different(lines.columns, faults)


def to_person(pack: Pack, relations: Iterable[Relation]) -> list[Relation]:
    """The relations by which a row must name a person."""
    return [relation for relation in relations if relation.required and relation.target == pack.person]


def _different(columns: Iterable[OutputColumn], faults: Faults) -> None:
    first: dict[str, OutputColumn] = {}
    for column in columns:
        if column.name in first:
            faults.add("E213", column.span, Mark(first[column.name].span, "@first"), name=column.name)
        first.setdefault(column.name, column)


def _reasons(pack: Pack, structure: Structure) -> list[str]:
    """Promises, the language's own reasons, rows that are looked up, cells that may be empty."""
    relations = (relation for found in structure.relations.values() for relation in found.values())
    columns = (column for item in pack.inputs.values() for column in item.columns.values())
    names = [relation.name for relation in relations if not relation.required]
    names += [column.name for column in columns if column.optional]
    return [*(ensure.name for ensure in pack.ensures), *reasons.BLOCKED, *dict.fromkeys(names)]


def _known(pack: Pack, faults: Faults, place: str, names: tuple[str, ...], known: Iterable[str]) -> None:
    known = list(known)
    for name in names:
        if name not in known:
            faults.add("E252", pack.outputs.places.get((place, name)), name=name, place=place, **nearby(name, known))
