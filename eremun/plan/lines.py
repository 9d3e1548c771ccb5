"""The lines of a payroll: finer rows of those paid, in columns `line NAME`, and whether each is shown in `lines shown`.

A fault in a line that is to be shown blocks the person whose line it is, as one in a column of the payroll does.
"""

from __future__ import annotations

from collections.abc import Iterator

from eremun.check.outputs import to_person
from eremun.check.typed import Typed
from eremun.model.rules import Lines, OutputColumn
from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.plan.formulas import BLOCKED, Lowering, guarded
from eremun.plan.plan import ColumnInfo
from eremun.plan.program import Program
from eremun.plan.value import UNIT, Value, scaled
from eremun.values.types import BOOLEAN, Kind

NOTHING: dict[Kind, int | bool | str] = {Kind.BOOLEAN: False, Kind.TEXT: ""}  # of a line that is not to be shown
LINE = "line "
SHOWN = "lines shown"
WANTED = "lines wanted"


def define_lines(program: Program, lines: Lines, columns: dict[str, ColumnInfo]) -> n.Node | None:
    """The columns of the lines; `columns` learns of them. Gives the bits of a line that is to be shown."""
    lowering = Lowering(lines.grain, program)
    condition = program.checked.lines_where
    where = guarded(program.unsure(lines.grain), Value(make.TRUE) if condition is None else lowering.need(condition))
    wanted = make.both(make.faultless(where.faults), where.node)
    program.derive(lines.grain, WANTED, wanted, Kind.BOOLEAN)
    faults = list(_columns(program, lines, lowering, columns))
    return make.bits(where.faults, make.bits_if(n.Column(WANTED), make.bits(*faults)))


def _columns(
    program: Program, lines: Lines, lowering: Lowering, columns: dict[str, ColumnInfo]
) -> Iterator[n.Node | None]:
    """Defines each column and gives its bits."""
    pairs: Iterator[tuple[OutputColumn, Typed]] = zip(lines.columns, program.checked.lines, strict=True)
    for column, formula in pairs:
        kind, name = formula.type.kind, f"{LINE}{column.name}"
        found = lowering.day(formula) if kind is Kind.DATE else lowering.need(formula)
        step = program.checked.steps.of(formula).step or UNIT
        told = scaled(found, step) if kind is Kind.NUMBER else found.node
        sound = make.both(n.Column(WANTED), make.faultless(found.faults))
        program.derive(lines.grain, name, make.choose(sound, told, n.Const(NOTHING.get(kind, 0))), kind)
        columns[name] = ColumnInfo(formula.type, step)
        yield found.faults


def define_shown(program: Program, lines: Lines, columns: dict[str, ColumnInfo]) -> None:
    """Whether a line is in the file: it is to be, and its person is paid."""
    (relation,) = to_person(program.checked.pack, program.checked.relations[lines.grain].values())
    blocked = program.attach(lines.grain, relation, BLOCKED, f"{relation.name}.{BLOCKED}", Kind.NUMBER)
    shown = make.both(n.Column(WANTED), n.Compare("=", blocked, make.ZERO))
    program.derive(lines.grain, SHOWN, shown, Kind.BOOLEAN)
    columns[SHOWN] = ColumnInfo(BOOLEAN, UNIT)
