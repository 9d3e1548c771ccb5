"""Whom a plan blocks: the bits of all reasons on the grain of the person.

A reason comes from a fault that reaches the person's outputs, from a promise that fails, or from rejected data.
"""

from __future__ import annotations

from collections.abc import Iterator

from eremun.check import typed as t
from eremun.model.inputs import Input
from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.plan.definitions import NO_MATCH, Definition
from eremun.plan.formulas import BLOCKED, Lowering, guarded
from eremun.plan.program import Program
from eremun.values.reasons import REJECTED_DATA
from eremun.values.types import Kind

Path = tuple[str, ...]


def define_blocked(program: Program, output_faults: list[n.Node | None], line_faults: n.Node | None) -> None:
    """The column `@blocked` of the person's grain. `line_faults`: the bits of a line that is to be shown."""
    person = program.checked.pack.person
    bits = [*output_faults, *_promises(program), *_rejected(program)]
    lines = program.checked.pack.outputs.lines
    if lines is not None and line_faults is not None:
        bits += _brought(program, lines.grain, "line faults", line_faults)
    program.derive(person, BLOCKED, make.bits(*bits) or make.ZERO, Kind.NUMBER)


def _promises(program: Program) -> Iterator[n.Node]:
    """The bits of each promise that fails or can't be told."""
    checked = program.checked
    for promise, formula in zip(checked.pack.ensures, checked.ensures, strict=True):
        found = guarded(program.unsure(promise.grain), Lowering(promise.grain, program).need(formula))
        broken = make.bits_if(found.node, None, program.bit(promise.name))
        bits = make.bits(found.faults, make.bits_if(make.faultless(found.faults), broken))
        if bits is not None:
            yield from _brought(program, promise.grain, f"ensure {promise.name}", bits)


def _rejected(program: Program) -> Iterator[n.Node]:
    """The bit of a person of whom a row was rejected that he must not do without."""
    for name, table in program.checked.pack.inputs.items():
        if table.when_rejected == "block":
            yield from _rejected_of(program, name, table)


def _rejected_of(program: Program, name: str, table: Input) -> Iterator[n.Node]:
    """From the rows that carry the person's key; where rows carry but the key of what leads to him, from those."""
    person = program.checked.pack.person
    targets = {relation.target for relation in table.relations if relation.required}
    for target in [person] if person in targets else sorted(targets):
        some = n.Compare(">", program.rejections(target, name), make.ZERO)
        bits = n.Choose(some, program.bit(REJECTED_DATA), make.ZERO)
        if target == person:
            yield bits
        for path in program.checked.required_paths(target, person):
            program.derive(target, f"lost {name}", bits, Kind.NUMBER)
            yield _gathered(program, target, path, f"lost {name}")


def _brought(program: Program, grain: str, name: str, bits: n.Node) -> Iterator[n.Node]:
    """Bits of another grain, where the person's rows lead to it or its rows lead to the person."""
    person = program.checked.pack.person
    if grain == person:
        yield bits
        return
    program.derive(grain, name, bits, Kind.NUMBER)
    if grain == t.PERIOD:
        yield program.over(person, grain, NO_MATCH, n.Attached(f"period.{name}", name, Kind.NUMBER))
        return
    for path in program.checked.required_paths(person, grain):
        yield _attached(program, person, path, name)
    for path in program.checked.required_paths(grain, person):
        yield _gathered(program, grain, path, name)


def _attached(program: Program, grain: str, path: Path, name: str) -> n.Column:
    """The bits of the row that a chain of relations leads to. Of a group, also those of rows that may be in it."""
    relation, label = program.checked.relations[grain][path[0]], f"{'.'.join(path)}.{name}"
    below = name if len(path) == 1 else _attached(program, relation.target, path[1:], name).name
    column, lost = program.attach(grain, relation, below, label, Kind.NUMBER), program.lost_beside(relation)
    if lost is None:
        return column
    return program.derive(grain, f"{label} or lost", make.bits(column, lost) or column, Kind.NUMBER)


def _gathered(program: Program, grain: str, path: Path, name: str) -> n.Column:
    """The union of the bits of all rows whose chain of relations ends at the person."""
    column = n.Column(name)
    for step in path:
        relation = program.checked.relations[grain][step]
        up = program.match(grain, relation)
        match = n.Match(up.theirs, up.own)
        item = n.Aggregated(f"{name} of {grain}", "bit_or", column, None, Kind.NUMBER)
        needs = ((grain, column.name), *((grain, own) for own in up.own), *((relation.target, c) for c in up.theirs))
        column = program.define(Definition(relation.target, item.name, item, needs, grain, match, None))
        grain = relation.target
    return column
