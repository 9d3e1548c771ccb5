"""What an amount rests on: articles and assumptions with their titles, parameters, rows of tables; what names a row."""

from __future__ import annotations

from fractions import Fraction

from eremun.check import typed
from eremun.engines.reference import law
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.steps import Row
from eremun.engines.reference.trace import Joined, Neighbour, Observed, TableHit, table_hit
from eremun.explain.formula_text import shown
from eremun.explain.tree import (
    Citation,
    JoinedLine,
    NeighbourLine,
    ParameterLine,
    Segment,
    Segments,
    Shown,
    TableLine,
    Word,
)
from eremun.model.inputs import Input
from eremun.model.law import Basis
from eremun.model.pack import Pack
from eremun.model.rules import AnyOf, Condition, Table, Within
from eremun.model.rules import Row as TableRow
from eremun.values.types import Type

FEW_COLUMNS = 4
ANYTHING: Segments = (Word("anything"),)


def citations(pack: Pack, basis: Basis | None) -> tuple[Citation, ...]:
    """The entries of the registers that an item cites."""
    if basis is None:
        return ()
    found = []
    if basis.regulation is not None:
        regulation = pack.regulations.find(basis.regulation, basis.span)
        assert regulation is not None
        found.append(Citation("regulation", basis.regulation, regulation.title, basis.article))
    if basis.assumption is not None:
        assumption = pack.assumptions.find(basis.assumption, basis.span)
        assert assumption is not None
        found.append(Citation("assumption", basis.assumption, assumption.note))
    return tuple(found)


def parameter_line(world: Evaluation, node: typed.ParameterRead, observed: Observed) -> ParameterLine | None:
    """None where no version is in force."""
    parameter = world.checked.pack.parameters[node.name]
    day = world.day_of_law(observed.row, node.law)
    version = law.in_force(parameter.versions, day)
    if version is None:
        return None
    value = shown(version.content, parameter.type)
    bases = citations(world.checked.pack, version.basis_on(day) or parameter.basis)
    return ParameterLine(node.name, parameter.label, value, version.effective_from, bases)


def table_line(world: Evaluation, node: typed.TableRead, observed: Observed) -> TableLine | None:
    """The row of the table that held, and those beside it, or all that count; None where it could not be looked up."""
    hit = table_hit(world, node, observed)
    if hit is None:
        return None
    pack = world.checked.pack
    table = pack.tables[node.table]
    types = [type for _, type in table.keys]
    own = hit.row.basis if hit.row else None
    return TableLine(
        node.table, table.label, table.outputs[node.output][0], hit.since,
        tuple(shown(value, type) for value, type in zip(hit.arguments, types, strict=True)),
        _conditions(hit.row, types) if hit.row else (),
        _cell(table, hit.row, node.output) if hit.row else shown(observed.of(node), node.type),
        tuple(_neighbour(table, hit, beside, types) for beside in hit.neighbours),
        citations(pack, own or hit.basis) if _inherits(hit) else (), table.hit,
        tuple(_joined(pack, table, row, node, types) for row in hit.joined),
    )  # fmt: skip


def _inherits(hit: TableHit) -> bool:
    """Whether anything is to be cited for the look as a whole: not where every row that counts cites its own."""
    return not hit.joined or any(counted.row.basis is None for counted in hit.joined)


def _joined(pack: Pack, table: Table, counted: Joined, node: typed.TableRead, types: list[Type]) -> JoinedLine:
    """One of the rows that count, with what it alone rests on."""
    cell, bases = _cell(table, counted.row, node.output), citations(pack, counted.row.basis)
    if counted.part is None:
        return JoinedLine(_conditions(counted.row, types), cell, None, None, bases)
    gives = shown(counted.part * Fraction(counted.row.cells[node.output]), node.type)
    condition = condition_text(counted.row.conditions[-1], types[-1])
    return JoinedLine(condition, cell, shown(counted.part, types[-1]), gives, bases)


def _neighbour(table: Table, hit: TableHit, beside: Neighbour, types: list[Type]) -> NeighbourLine:
    place = next(place for place, c in enumerate(beside.row.conditions) if isinstance(c, Within))
    gap = shown(beside.gap, types[place])
    condition = condition_text(beside.row.conditions[place], types[place])
    return NeighbourLine(condition, _cell(table, beside.row, hit.output), gap, beside.above)


def _cell(table: Table, row: TableRow, output: int) -> Shown:
    return shown(row.cells[output], table.outputs[output][1])


def _conditions(row: TableRow, types: list[Type]) -> Segments:
    """What the row asks of each argument; one that asks nothing of any is said in words."""
    texts = [condition_text(condition, type) for condition, type in zip(row.conditions, types, strict=True)]
    if all(text == ANYTHING for text in texts):
        return (Word("always"),)
    segments: list[Segment] = []
    for text in texts:
        segments += ["; "] if segments else []
        segments += text
    return tuple(segments)


def condition_text(condition: Condition, type: Type) -> Segments:
    """A condition of a table's row as it would be written."""
    if isinstance(condition, AnyOf):
        segments: list[Segment] = []
        for value in condition.values:
            segments += [", "] if segments else []
            segments.append(shown(value, type))
        return tuple(segments)
    return _bounds(condition, type) if isinstance(condition, Within) else ANYTHING


def _bounds(bounds: Within, type: Type) -> Segments:
    """`>= 31 menit dan < 61 menit`, or one side alone."""
    low: Segments = _side(">=" if bounds.low_inside else ">", bounds.low, type)
    high: Segments = _side("<=" if bounds.high_inside else "<", bounds.high, type)
    return (*low, " ", Word("and"), " ", *high) if low and high else low or high or ANYTHING


def _side(sign: str, bound: Fraction | None, type: Type) -> Segments:
    return () if bound is None else (f"{sign} ", shown(bound, type))


def row_key(world: Evaluation, row: Row, via: str) -> tuple[Shown, ...]:
    """What tells the row apart among those that lead to the same coarser row: its key and its day; where rows have no
    key, their first columns."""
    checked = world.checked
    relation = checked.relations.get(row.grain, {}).get(via)
    known = () if relation is None else relation.columns
    table = checked.pack.inputs.get(row.grain)
    names = checked.keys[row.grain] or _first_columns(table, row)
    day = () if table is None or table.date is None or table.date in names else (table.date,)
    return tuple(_cell_of(world, row, name) for name in (*names, *day) if name not in known)


def _first_columns(table: Input | None, row: Row) -> tuple[str, ...]:
    return () if table is None else tuple(name for name in table.columns if name in row.cells)[:FEW_COLUMNS]


def _cell_of(world: Evaluation, row: Row, name: str) -> Shown:
    while row.members:
        row = row.members[0]
    rule = world.checked.rules.get((row.grain, name))
    if rule is not None:
        return shown(world.value(row, name), rule.type, rule.step)
    column = world.checked.structure.columns[row.grain][name]
    return shown(world.value(row, name), column.type, column.step)
