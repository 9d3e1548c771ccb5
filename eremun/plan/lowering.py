"""The door of this stage: a checked pack and a period in, a `Plan` out.

Refused where the law of the pack is not in force in that period.
"""

from __future__ import annotations

from fractions import Fraction

from eremun.check.checked import CheckedPack
from eremun.check.ranges import column_range
from eremun.check.typed import PERIOD, Read, Typed
from eremun.diagnostics.diagnostic import Diagnostic, Refused, fault
from eremun.model.builder import in_file_order
from eremun.model.inputs import Column, Input
from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.plan.blocking import define_blocked
from eremun.plan.definitions import Definition
from eremun.plan.formulas import Lowering, guarded
from eremun.plan.lacking import needed_by_all
from eremun.plan.lines import define_lines, define_shown
from eremun.plan.node_parts import columns_in
from eremun.plan.plan import ColumnInfo, InputPlan, Plan, RowRule
from eremun.plan.program import Program
from eremun.plan.rules import define_rule
from eremun.plan.schedule import schedule
from eremun.plan.value import UNIT, scaled
from eremun.plan.widths import is_wide
from eremun.values.periods import Period, parse_period
from eremun.values.types import Kind, Type


def lower(checked: CheckedPack, period: Period | str) -> Plan:
    """The plan for one month: every rule on every grain, the blocked, the findings, the output columns."""
    month = parse_period(period) if isinstance(period, str) else period
    if month is None:
        raise Refused(fault("E601", at=checked.pack.name, text=period))
    if month.start < checked.pack.effective_from:
        raise Refused(fault("E604", at=checked.pack.name, period=month.name, since=checked.pack.effective_from))
    return _Planner(checked.in_month(month.start), month).plan()


class _Planner:
    def __init__(self, checked: CheckedPack, period: Period) -> None:
        self.checked, self.pack, self.period = checked, checked.pack, period
        self.program = Program(checked, period)
        self.columns: dict[str, dict[str, ColumnInfo]] = {grain: {} for grain in checked.structure.columns}
        self.of_rows: dict[str, Diagnostic] = {}  # law that is not in force and conditions on rows read

    def plan(self) -> Plan:
        for key in self.checked.order:
            define_rule(self.program, self.checked.rules[key])
        self.name_columns()
        payroll = zip(self.pack.outputs.payroll_columns, self.checked.payroll, strict=True)
        outputs = [self.output(column.name, formula) for column, formula in payroll]
        lines = self.pack.outputs.lines
        of_lines = None if lines is None else define_lines(self.program, lines, self.columns[lines.grain])
        define_blocked(self.program, outputs, of_lines)
        if lines is not None:
            define_shown(self.program, lines, self.columns[lines.grain])
        for place in range(len(self.pack.findings)):
            self.finding(place)
        first = self.first_steps()
        steps = (*first, *schedule(self.program.definitions.values()))
        plan = Plan(
            checked=self.checked,
            period=self.period,
            inputs={name: self.input_plan(item) for name, item in self.pack.inputs.items()},
            steps=steps,
            columns=self.columns,
            faults=tuple(self.program.reasons),
            person=self.pack.person,
        )
        missing = {name: self.program.missing[name] for name in needed_by_all(self.program)} | self.of_rows
        if missing:
            sources = {document.file: document.text for document in self.pack.documents}
            raise Refused(*in_file_order([*missing.values()], self.pack.documents), sources=sources)
        return plan

    def name_columns(self) -> None:
        """The results of every grain: its own columns, and its rules."""
        for grain, columns in self.checked.structure.columns.items():
            for name, column in columns.items():
                self.columns[grain][name] = self.column_info(grain, column)
        for (grain, name), rule in self.checked.rules.items():
            self.columns[grain][name] = ColumnInfo(rule.type, rule.step, faulty=(grain, name) in self.program.faults)

    def column_info(self, grain: str, column: Column) -> ColumnInfo:
        if column.name in self.checked.structure.key_rules.get(grain, ()):
            found = self.program.of_key(grain, column.name)
            return ColumnInfo(column.type, found.step, faulty=found.faults is not None)
        self.program.column(grain, column.name)
        return ColumnInfo(column.type, column.step, column.optional)

    def output(self, name: str, formula: Typed) -> n.Node | None:
        """The bits of what a payroll column needs; its value, where it is a formula, gets a column `output NAME`."""
        lowering = Lowering(self.pack.person, self.program)
        found = lowering.day(formula) if formula.type.kind is Kind.DATE else lowering.need(formula)
        if not (isinstance(formula, Read) and not formula.path):
            step = self.checked.steps.of(formula).step or UNIT
            node = scaled(found, step) if formula.type.kind is Kind.NUMBER else found.node
            self.program.derive(self.pack.person, f"output {name}", node, formula.type.kind)
            self.columns[self.pack.person][f"output {name}"] = ColumnInfo(formula.type, step)
        return found.faults

    def finding(self, place: int) -> None:
        item, formula = self.pack.findings[place], self.checked.findings[place]
        step = self.checked.finding_steps[place]
        found = guarded(self.program.unsure(item.grain), Lowering(item.grain, self.program).need(formula))
        name = f"finding {item.name}"
        node = scaled(found, step) if found.node != make.ZERO else make.ZERO
        if found.faults is not None:
            self.program.derive(item.grain, f"{name}!", found.faults, Kind.NUMBER)
        self.program.derive(item.grain, name, make.choose(make.faultless(found.faults), node, make.ZERO), Kind.NUMBER)
        self.columns[item.grain][name] = ColumnInfo(formula.type, step, faulty=found.faults is not None)

    def first_steps(self) -> list[n.Step]:
        """The rows of every grain; groups by a rule come when it has been computed."""
        steps: list[n.Step] = [n.Single(PERIOD)]
        steps += [self.source(name) for name in self.pack.inputs]
        steps += [n.Pair(name, *pairs.each) for name, pairs in self.pack.pairs.items()]
        for name, group in self.pack.groups.items():
            step = n.Group(name, group.of, self.program.all_group_keys(name))
            if self.checked.structure.key_rules[name]:
                self.program.define(Definition(name, "", step, tuple((group.of, key) for key in step.keys)))
            else:
                steps.append(step)
        return steps

    def source(self, name: str) -> n.Source:
        columns = tuple(source_column(column, self.pack.enums) for column in self.program.sources[name].values())
        return n.Source(name, columns, tuple(self.program.references[name]), tuple(self.program.rejected[name]))

    def input_plan(self, item: Input) -> InputPlan:
        source = self.source(item.name)
        names = tuple(column.name for column in source.columns)
        return InputPlan(item, self.row_rules(item), names, source.rejected, source.references)

    def row_rules(self, item: Input) -> tuple[RowRule, ...]:
        """The conditions on rows, on a program of their own: intake reads all columns anyway."""
        program = Program(self.checked, self.period)
        lowering = Lowering(item.name, program)
        source = n.Source(item.name, tuple(source_column(c, self.pack.enums) for c in item.columns.values()))
        rules = []
        for require, formula in zip(item.requires, self.checked.requires[item.name], strict=True):
            found = lowering.need(formula)
            node = make.both(make.faultless(found.faults), found.node)
            reads = tuple(dict.fromkeys(name.rstrip("?") for name in columns_in(node)))
            rules.append(RowRule(require.column, require.label, node, reads, is_wide(node, source)))
        if item.ledger:
            closed = make.compare("<", n.Column(item.month), n.Const(self.period.month))
            rules.append(RowRule(item.month, "", closed, (item.month,), reason="not_closed"))
        self.of_rows |= program.missing
        return tuple(rules)


def source_column(column: Column, enums: dict[str, tuple[str, ...]]) -> n.SourceColumn:
    """A column as intake delivers it, with what its integers can be."""
    low, high = _stored_range(column.type, column, enums)
    return n.SourceColumn(column.name, column.type.kind, column.optional, low, high)


def _stored_range(type_: Type, column: Column, enums: dict[str, tuple[str, ...]]) -> tuple[int, int]:
    if type_.kind is Kind.ENUM:
        return 0, len(enums.get(type_.enum or "", ()))
    if type_.kind is Kind.NIP:
        return 0, 10**18 - 1
    if type_.kind not in (Kind.NUMBER, Kind.DATE):
        return 0, 1
    found = column_range(column)
    assert found.low is not None
    assert found.high is not None
    return int(Fraction(found.low) / column.step), int(Fraction(found.high) / column.step)
