"""The door of this stage: a `Pack` in, a `CheckedPack` out, or every independent fault at once, in file order."""

from __future__ import annotations

from eremun.check import typed as t
from eremun.check.checked import CheckedException, CheckedPack, CheckedRule
from eremun.check.faults import Faults
from eremun.check.graph import RuleKey, in_order
from eremun.check.outputs import check_outputs
from eremun.check.ranges import DAYS, NO_FACTS, Facts, Ranges
from eremun.check.reads import parts_of
from eremun.check.scope import Scope
from eremun.check.splits import check_split, typed_split
from eremun.check.steps import ONE, Steps
from eremun.check.structure import Structure
from eremun.check.tables import check_table, first_gap
from eremun.check.typing import Typer
from eremun.diagnostics.diagnostic import Diagnostic, Mark, Refused, Span
from eremun.model.fields import nearby, said, shown
from eremun.model.pack import Pack
from eremun.model.rules import Ensure, ExceptionOf, Finding, OutputColumn, Rule, Split
from eremun.sources.syntax import Formula
from eremun.values.numbers import decimals_of
from eremun.values.types import Kind
from eremun.values.units import parse_unit


def check_pack(pack: Pack) -> CheckedPack:
    """The pack with every formula typed. Refused with all its independent faults."""
    checker = _Checker(pack)
    checked = checker.run()
    if checker.faults.found:
        sources = {document.file: document.text for document in pack.documents}
        raise Refused(*_in_file_order(checker.faults.found, pack), sources=sources)
    assert checked is not None
    return checked


def _in_file_order(found: list[Diagnostic], pack: Pack) -> list[Diagnostic]:
    order = {document.file: place for place, document in enumerate(pack.documents)}
    start = Span("", 0, 0, 0, 0)

    def place(diagnostic: Diagnostic) -> tuple[int, int, int]:
        span = diagnostic.span or start
        return order.get(span.file, -1), span.line, span.column

    return sorted(found, key=place)


class _Checker:
    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.faults = Faults()
        self.structure = Structure(pack, self.faults)
        self.steps = Steps(pack, self.structure)
        self.ranges = Ranges(pack, self.structure, self.steps)
        self.formulas: dict[RuleKey, t.Typed] = {}
        self.exceptions: dict[RuleKey, tuple[CheckedException, ...]] = {}

    def run(self) -> CheckedPack | None:
        for table in self.pack.tables.values():
            check_table(table, self.pack, self.faults)
        if self.faults.found:
            return None
        self.check_names()
        check_outputs(self.pack, self.structure, self.faults)
        for key, rule in self.pack.rules.items():
            self.type_rule(key, rule)
        requires = {name: self.type_requires(name) for name in self.pack.inputs}
        ensures = [self.type_truth(e.grain, e.formula) for e in self.pack.ensures]
        findings = [self.type_finding(f.grain, f.formula) for f in self.pack.findings]
        payroll = [self.type_output(column) for column in self.pack.outputs.payroll_columns]
        if self.faults.found:
            return None
        order = in_order(self.pack, self.everything_read(), self.faults)
        rules = {key: self.measure(key) for key in order}
        others = [f for f in (*ensures, *findings, *payroll) if f] + [r for rs in requires.values() for r in rs]
        for formula in others:
            self.check_values(formula, NO_FACTS)
            self.check_whole(formula)
        self.check_decimals([f for f in payroll if f])
        self.check_findings([f for f in findings if f])
        self.check_shown()
        return CheckedPack(
            pack=self.pack,
            order=order,
            rules=rules,
            relations=self.structure.relations,
            keys=self.structure.keys,
            requires=requires,
            ensures=tuple(f for f in ensures if f),
            findings=tuple(f for f in findings if f),
            finding_steps=tuple(self.steps.of(f).step or ONE for f in findings if f),
            payroll=tuple(f for f in payroll if f),
            dates=self.structure.dates,
            structure=self.structure,
            steps=self.steps,
            ranges=self.ranges,
        )

    # Names and types

    def check_names(self) -> None:
        """Columns, rules and parameters that one grain can see all have different names; grains of rules exist."""
        items: list[Rule | Ensure | Finding] = [*self.pack.rules.values(), *self.pack.ensures, *self.pack.findings]
        for item in items:
            if item.grain not in self.structure.columns:
                near = nearby(item.grain, self.structure.grains)
                self.faults.add("E241", item.span, name=item.grain, **near)
        for table in self.pack.inputs.values():
            for name in table.columns.keys() & self.pack.parameters.keys():
                self.faults.add(
                    "E230", table.columns[name].span, Mark(self.pack.parameters[name].span, "@declared"), name=name
                )
        for rule in self.pack.rules.values():
            column = self.structure.columns.get(rule.grain, {}).get(rule.name)
            other = column or self.pack.parameters.get(rule.name)
            if other is not None:
                self.faults.add("E230", rule.span, Mark(other.span, "@declared"), name=rule.name)

    def typer(self, grain: str, findings: bool = False, only_columns: bool = False) -> Typer | None:
        if grain not in self.structure.columns:
            return None
        return Typer(Scope(self.pack, self.structure, grain, findings, only_columns), self.faults)

    def type_rule(self, key: RuleKey, rule: Rule) -> None:
        typer = self.typer(rule.grain)
        if typer is None:
            return
        formula: t.Typed | None
        if isinstance(rule.formula, Split):
            formula = typed_split(typer, rule.formula)
        else:
            formula = typer.formula(rule.formula, rule.type)
        if formula is not None and self.suits(formula, rule):
            self.formulas[key] = formula
        self.exceptions[key] = tuple(
            found for item in rule.exceptions if (found := self.type_exception(typer, rule, item)) is not None
        )

    def suits(self, formula: t.Typed, rule: Rule) -> bool:
        if formula.type.agrees(rule.type):
            return True
        marks = Mark(formula.span, said(formula.type)), Mark(rule.span, said(rule.type))
        named = rule.type.kind is Kind.BOOLEAN and parse_unit(str(formula.type)) is not None
        unit = f"unit: {formula.type}" if named else ""
        self.faults.add("E317", *marks, rule=rule.name, found=said(formula.type), wanted=said(rule.type), unit=unit)
        return False

    def type_exception(self, typer: Typer, rule: Rule, item: ExceptionOf) -> CheckedException | None:
        names = [other.name for other in rule.exceptions if other is not item]
        for name in item.overrides:
            if name not in names:
                self.faults.add("E249", item.span, name=name, **nearby(name, names))
        when, formula = typer.truth(item.when), typer.formula(item.formula, rule.type)
        if when is None or formula is None or not self.suits(formula, rule):
            return None
        return CheckedException(item.name, when, formula, _overriders(item.name, rule.exceptions))

    def type_truth(self, grain: str, formula: Formula) -> t.Typed | None:
        typer = self.typer(grain)
        return typer.truth(formula) if typer else None

    def type_requires(self, name: str) -> tuple[t.Typed, ...]:
        typer = self.typer(name, only_columns=True)
        found = [typer.truth(item.formula) for item in self.pack.inputs[name].requires] if typer else []
        return tuple(formula for formula in found if formula)

    def type_finding(self, grain: str, formula: Formula) -> t.Typed | None:
        typer = self.typer(grain, findings=True)
        return typer.number(formula) if typer else None

    def type_output(self, column: OutputColumn) -> t.Typed | None:
        typer = self.typer(self.pack.person)
        return typer.formula(column.formula) if typer else None

    def everything_read(self) -> dict[RuleKey, list[t.Typed]]:
        return {
            key: [formula, *(f for item in self.exceptions[key] for f in (item.when, item.formula))]
            for key, formula in self.formulas.items()
        }

    # Steps and ranges

    def measure(self, key: RuleKey) -> CheckedRule:
        """A rule's step and range, from those of the rules before it."""
        rule, formula, exceptions = self.pack.rules[key], self.formulas[key], self.exceptions[key]
        parts = [formula, *(item.formula for item in exceptions)]
        for part in [*parts, *(item.when for item in exceptions)]:
            self.check_values(part, NO_FACTS)
        if isinstance(formula, t.Share):
            check_split(formula, self.steps, self.ranges, self.faults)
            self.check_whole(formula.by)
        found = self.steps.joined(*parts)
        found_range = self.ranges.of(formula)
        for part in parts[1:]:
            found_range = found_range.join(self.ranges.of(part))
        step = found.step or ONE
        if rule.rounding is not None:
            step, found_range = rule.rounding.step, self.ranges.rounded(found_range, rule.rounding)
        elif rule.type.kind is Kind.DATE:
            found_range = DAYS  # any other day is a fault
        elif found.division is not None:
            example = shown(ONE / 100 if str(rule.type) == "persen" else ONE, rule.type)
            self.faults.add("E330", found.division.span, rule=rule.name, step=example)
        self.steps.rules[key], self.ranges.rules[key] = step, found_range
        return CheckedRule(rule.grain, rule.name, rule.type, formula, exceptions, rule.rounding, step)

    def check_whole(self, formula: t.Typed) -> None:
        """A value that no rule rounds must not be a fraction that varies."""
        division = self.steps.of(formula).division
        if division is not None:
            self.faults.add("E333", division.span)

    def check_values(self, node: t.Typed, facts: Facts) -> None:
        """Divisors are at least 0, tables hold for all arguments: in every part, with what its conditions say."""
        if isinstance(node, t.If):
            self.check_values(node.condition, facts)
            self.check_values(node.then, self.ranges.facts(node.condition, True, facts))
            self.check_values(node.otherwise, self.ranges.facts(node.condition, False, facts))
            return
        if isinstance(node, t.Junction):
            for part in node.parts:
                self.check_values(part, facts)
                facts = self.ranges.facts(part, node.word == "and", facts)
            return
        if isinstance(node, t.Arithmetic) and node.sign == "/":
            self.check_divisor(node, facts)
        if isinstance(node, t.TableRead):
            self.check_arguments(node, facts)
        if isinstance(node, t.Arithmetic) and node.type.kind is Kind.DATE:
            self.check_days(node.right)
        if isinstance(node, t.MakeDate):
            self.check_days(node.value)
        for part in parts_of(node):
            self.check_values(part, NO_FACTS if isinstance(node, t.Aggregate) else facts)

    def check_divisor(self, node: t.Arithmetic, facts: Facts) -> None:
        constants = self.steps.constants(node.right)
        if constants is not None:
            if 0 in constants:
                set_at = self.pack.parameters[node.right.name].span if isinstance(node.right, t.ParameterRead) else None
                self.faults.add("E332", node.right.span, Mark(set_at, "@declared") if set_at else None)
            return
        found = self.ranges.of(node.right, facts)
        if found.low is None or found.low < 0:
            low = "@no_limit" if found.low is None else shown(ONE * found.low, node.right.type)
            self.faults.add("E331", node.right.span, low=low)

    def check_days(self, node: t.Typed) -> None:
        """What is added to a day, or read as one, is a whole number."""
        stepped = self.steps.of(node)
        if stepped.division is not None or stepped.step.denominator != 1:
            example = stepped.step if stepped.division is None else stepped.step / 3
            self.faults.add("E323", node.span, step=shown(example, node.type))

    def check_arguments(self, node: t.TableRead, facts: Facts) -> None:
        table = self.pack.tables[node.table]
        divided = next((a for a in node.arguments if self.steps.of(a).division), None)
        if divided is not None and table.hit not in ("unique", "first"):
            self.faults.add("E505", divided.span, table=table.name)
        domains = [(self.ranges.of(a, facts), self.ranges.grid(a)) for a in node.arguments]
        for version in table.versions:
            gap = first_gap(table, version.content, domains, self.pack)
            if gap is not None:
                self.faults.add("E503", node.span, Mark(version.span, "@declared"), table=table.name, example=gap)
                return

    def check_decimals(self, payroll: list[t.Typed]) -> None:
        for column, formula in zip(self.pack.outputs.payroll_columns, payroll, strict=True):
            if formula.type.kind is Kind.NUMBER:
                percent = 100 if str(formula.type) == "persen" else 1
                scaled = self.steps.of(formula).step * percent * 10**column.decimals
                if scaled.denominator != 1:
                    step = shown(self.steps.of(formula).step, formula.type)
                    enough = decimals_of(scaled / 10**column.decimals)
                    more = {"step": step, "needed": "" if enough is None or enough > 9 else enough}
                    self.faults.add("E322", column.span, name=column.name, decimals=column.decimals, **more)

    def check_findings(self, findings: list[t.Typed]) -> None:
        """Findings are listed in whole rupiah or as a count."""
        for finding, formula in zip(self.pack.findings, findings, strict=True):
            found = self.steps.of(formula)
            percent = 100 if str(formula.type) == "persen" else 1
            if found.division is None and (found.step * percent).denominator != 1:
                self.faults.add("E324", formula.span, name=finding.name, step=shown(found.step, formula.type))

    def check_shown(self) -> None:
        """Numbers of the person that a file or the report shows can be written with decimals."""
        outputs, person = self.pack.outputs, self.pack.person
        shown_by = {"blocked: columns": outputs.blocked_columns, "payroll: sort": outputs.payroll_sort[:1]}
        for place, names in shown_by.items():
            for name in names:
                step = self.steps.rules.get((person, name), ONE)
                if decimals_of(step) is None:
                    at = outputs.places.get((place, name))
                    self.faults.add(
                        "E325", at, name=name, place=place, step=shown(step, self.pack.rules[person, name].type)
                    )


def _overriders(name: str, exceptions: tuple[ExceptionOf, ...]) -> tuple[str, ...]:
    """The exceptions that override this one, directly or through others."""
    found: list[str] = []
    todo = [name]
    while todo:
        current = todo.pop()
        for item in exceptions:
            if current in item.overrides and item.name not in found and item.name != name:
                found.append(item.name)
                todo.append(item.name)
    return tuple(found)
