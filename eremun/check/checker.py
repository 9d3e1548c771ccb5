"""The door of this stage: a `Pack` in, a `CheckedPack` out, or every independent fault at once, in file order.

What is at fault is left out, and what reads it is not judged; everything else is (`Lost`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from eremun.check import typed as t
from eremun.check.checked import CheckedPack, CheckedRule
from eremun.check.closed import check_closed, check_corrects
from eremun.check.facts import NO_FACTS
from eremun.check.faults import Faults
from eremun.check.graph import RuleKey, in_order, items_read
from eremun.check.items import ItemTyper
from eremun.check.judging import Judge
from eremun.check.names import check_names
from eremun.check.needs import Needs, check_grains
from eremun.check.outputs import check_outputs
from eremun.check.ranges import DAYS, Ranges
from eremun.check.shown import check_decimals, check_findings, check_shown
from eremun.check.splits import check_split
from eremun.check.steps import ONE, Steps
from eremun.check.structure import Structure
from eremun.check.tables import check_table
from eremun.diagnostics.diagnostic import Refused
from eremun.model.builder import Draft, in_file_order
from eremun.model.fields import shown
from eremun.model.lost import Item, Lost
from eremun.model.pack import Pack
from eremun.values.types import Kind

T = TypeVar("T")


def check_pack(pack: Pack) -> CheckedPack:
    """The pack with every formula typed. Refused with all its independent faults."""
    return check_draft(Draft(pack))


def check_draft(draft: Draft) -> CheckedPack:
    """The same of a pack some of whose items may be at fault already. Refused with those faults too; where a pack that
    it uses is at fault by itself, with those of that one."""
    for lower in draft.lower:
        check_draft(lower)
    faults = Faults(draft.lost)
    check_grains(draft.pack, faults)
    checked = None if faults.found else _Checker(draft, faults).run()
    found = [*draft.faults, *faults.found]
    if found:
        sources = {document.file: document.text for document in draft.pack.documents}
        raise Refused(*in_file_order(found, draft.pack.documents), sources=sources)
    assert checked is not None
    return checked


class _Checker:
    def __init__(self, draft: Draft, faults: Faults) -> None:
        self.pack, self.lost, self.faults = draft.pack, draft.lost, faults
        self.structure = Structure(self.pack, self.faults)
        self.steps = Steps(self.pack, self.structure)
        self.ranges = Ranges(self.pack, self.structure, self.steps)
        self.needs = Needs(self.pack, self.structure, self.faults)
        self.judge = Judge(self.pack, self.steps, self.ranges, self.faults)
        self.typer = ItemTyper(self.pack, self.structure, self.faults)

    def run(self) -> CheckedPack | None:
        self.check_tables()
        if self.needs.not_met():
            return None
        check_names(self.pack, self.structure, self.faults)
        check_outputs(self.pack, self.structure, self.faults)
        self.typer.type_rules()
        requires = {name: self.typer.requires(name) for name in self.pack.inputs}
        ensures = [self.typer.truth(e.grain, e.formula) for e in self.pack.ensures]
        findings = [self.typer.finding(f.grain, f.formula) for f in self.pack.findings]
        payroll = [self.typer.output(column, self.pack.person) for column in self.pack.outputs.payroll_columns]
        lines, where = self.typer.lines()
        order, rules = self.measured()
        check_closed(self.pack, self.structure, self.steps, self.faults)
        of_rows = [formula for formulas in requires.values() for formula in formulas]
        for formula in self.judged([*ensures, *findings, *payroll, *lines, where, *of_rows]):
            self.judge.values(formula, NO_FACTS)
            self.judge.whole(formula)
        check_decimals(self.pairs(self.pack.outputs.payroll_columns, payroll), self.steps, self.faults)
        if self.pack.outputs.lines is not None:
            check_decimals(self.pairs(self.pack.outputs.lines.columns, lines), self.steps, self.faults)
        check_findings(self.pairs(self.pack.findings, findings), self.steps, self.faults)
        check_shown(self.pack, self.steps, self.faults)
        if self.faults.trouble:
            return None
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
            lines=tuple(f for f in lines if f),
            lines_where=where,
            dates=self.structure.dates,
            structure=self.structure,
            steps=self.steps,
            ranges=self.ranges,
            out_of_reach=self.judge.out_of_reach(),
        )

    def check_tables(self) -> None:
        for table in self.pack.tables.values():
            if (Lost.TABLE, table.name) not in self.lost.doubtful:
                before = self.faults.trouble
                check_table(table, self.pack, self.faults)
                if self.faults.trouble > before:
                    self.lost.doubt(Lost.TABLE, table.name)

    # Steps and ranges

    def measured(self) -> tuple[tuple[RuleKey, ...], dict[RuleKey, CheckedRule]]:
        """The rules in order, each with its step and range; those that read what is doubtful are doubtful too."""
        self.lost.doubtful.update(key for key in self.pack.rules if key not in self.typer.formulas)
        read = {key: self.reads(key) for key in self.typer.formulas}
        self.ranges.columns = self.needs.of_columns()
        order, rules = in_order(self.pack, read, self.faults), {}
        check_corrects(self.pack, order, read, self.faults)
        for key in order:
            before = self.faults.trouble
            if key not in self.lost.doubtful and self.lost.doubtful.isdisjoint(read[key]):
                rules[key] = self.measure(key)
            if key not in rules or self.faults.trouble > before:
                self.lost.doubt(*key)
        return order, rules

    def reads(self, key: RuleKey) -> dict[Item, None]:
        """What a rule reads; of a group's, also the rules that say which groups there are."""
        return items_read(self.typer.parts(key), self.structure) | self.structure.behind(key[0])

    def judged(self, formulas: Iterable[t.Typed | None]) -> Iterator[t.Typed]:
        """Those that read nothing doubtful."""
        for formula in formulas:
            if formula is not None and self.lost.doubtful.isdisjoint(items_read([formula], self.structure)):
                yield formula

    def pairs(self, items: Sequence[T], formulas: Sequence[t.Typed | None]) -> list[tuple[T, t.Typed]]:
        """Items with their formulas, where these can be judged."""
        found = zip(items, formulas, strict=True)
        return [(item, judged) for item, formula in found for judged in self.judged([formula])]

    def measure(self, key: RuleKey) -> CheckedRule:
        """A rule's step and range, from those of the rules before it."""
        rule, formula, exceptions = self.pack.rules[key], self.typer.formulas[key], self.typer.exceptions[key]
        parts = [
            (formula, NO_FACTS),
            *((item.formula, self.ranges.facts(item.when, True, NO_FACTS)) for item in exceptions),
        ]
        for part, facts in [*parts, *((item.when, NO_FACTS) for item in exceptions)]:
            self.judge.values(part, facts)
        if isinstance(formula, t.Share):
            check_split(formula, self.steps, self.ranges, self.faults)
            self.judge.whole(formula.by)
        found = self.steps.joined(*(part for part, _ in parts))
        found_range = self.ranges.of(*parts[0])
        for part, facts in parts[1:]:
            found_range = found_range.join(self.ranges.of(part, facts))
        step = found.step or ONE
        if rule.rounding is not None:
            step, found_range = rule.rounding.step, self.ranges.rounded(found_range, rule.rounding)
        elif rule.type.kind is Kind.DATE:
            found_range = DAYS  # any other day is a fault
        elif found.division is not None:
            example = shown(ONE / 100 if str(rule.type) == "persen" else ONE, rule.type)
            what = "@average_result" if isinstance(found.division, t.Aggregate) else "@division_result"
            self.faults.add("E330", found.division.span, what=what, rule=rule.name, step=example)
        if rule.rounding is not None or found.division is None:
            found_range = self.needs.of_rule(rule, step, found_range)
        self.steps.rules[key], self.ranges.rules[key] = step, found_range
        if rule.type.kind is Kind.ENUM:
            self.ranges.words.rules[key] = frozenset().union(*(self.ranges.words.of(*part) for part in parts))
        if rule.type.kind is Kind.BOOLEAN and not exceptions:
            self.ranges.truths[key] = formula
        law = self.typer.laws[key]
        return CheckedRule(rule.grain, rule.name, rule.type, formula, exceptions, rule.rounding, step, law)
