"""Types of what a pack has: rules, exceptions, promises, conditions on rows, findings, columns of the payroll.

None where an item is at fault, or reads one that is.
"""

from __future__ import annotations

from dataclasses import replace

from eremun.check import typed as t
from eremun.check.checked import CheckedException
from eremun.check.faults import Faults
from eremun.check.graph import RuleKey
from eremun.check.law_days import day_of_law
from eremun.check.scope import Scope
from eremun.check.signs import gives_percents
from eremun.check.splits import typed_split
from eremun.check.structure import Structure
from eremun.check.typing import Typer
from eremun.diagnostics.diagnostic import Mark
from eremun.model.fields import nearby, said
from eremun.model.meant import in_unit
from eremun.model.pack import Pack
from eremun.model.rules import ExceptionOf, OutputColumn, Rule, Split
from eremun.sources.syntax import Formula
from eremun.values.types import Kind, number
from eremun.values.units import NUMBER, parse_unit


class ItemTyper:
    """`formulas` and `exceptions`: those of the rules of which every part could be typed; `laws`: their own days."""

    def __init__(self, pack: Pack, structure: Structure, faults: Faults) -> None:
        self.pack, self.structure, self.faults = pack, structure, faults
        self.formulas: dict[RuleKey, t.Typed] = {}
        self.exceptions: dict[RuleKey, tuple[CheckedException, ...]] = {}
        self.laws: dict[RuleKey, t.Read | None] = {}

    def typer(self, grain: str, findings: bool = False, only_columns: bool = False) -> Typer | None:
        if grain not in self.structure.columns:
            return None
        return Typer(Scope(self.pack, self.structure, grain, findings, only_columns), self.faults)

    def type_rules(self) -> None:
        """Types every rule. One whose unit and formula differ has no type that others could be judged by."""
        before = len(self.faults.found)
        self.type_each()
        unclear = {one.arguments["rule"] for one in self.faults.found[before:] if one.code == "E317"}
        if unclear:
            self.faults.lost.unclear |= unclear
            del self.faults.found[before:]
            self.type_each()

    def type_each(self) -> None:
        self.formulas, self.exceptions = {}, {}
        for key, rule in self.pack.rules.items():
            self.type_rule(key, rule)

    def type_rule(self, key: RuleKey, rule: Rule) -> None:
        typer = self.typer(rule.grain)
        law = day_of_law(typer, rule.date) if typer and rule.date else None
        if typer is None or (rule.date is not None and law is None):
            return
        typer = Typer(replace(typer.scope, law=law), self.faults)
        formula: t.Typed | None
        if isinstance(rule.formula, Split):
            formula = typed_split(typer, rule.formula)
        else:
            formula = typer.formula(rule.formula, rule.type)
        suits = formula is not None and self.suits(formula, rule)
        exceptions = [self.exception(typer, rule, item) for item in rule.exceptions]
        if formula is not None and suits and None not in exceptions:
            self.formulas[key], self.laws[key] = formula, law
            self.exceptions[key] = tuple(item for item in exceptions if item)

    def parts(self, key: RuleKey) -> list[t.Typed]:
        """All formulas of a rule."""
        return [self.formulas[key], *(f for item in self.exceptions[key] for f in (item.when, item.formula))]

    def suits(self, formula: t.Typed, rule: Rule) -> bool:
        if formula.type.agrees(rule.type):
            return True
        if gives_percents(self.pack, self.faults, formula, rule.type, formula.span):
            return False
        marks = Mark(formula.span, said(formula.type)), Mark(rule.span, said(rule.type))
        named = rule.type.kind is Kind.BOOLEAN and parse_unit(str(formula.type)) is not None
        meant = f"unit: {formula.type}" if named else self.in_unit_of(formula, rule)
        self.faults.add("E317", *marks, rule=rule.name, found=said(formula.type), wanted=said(rule.type), meant=meant)
        return False

    def in_unit_of(self, formula: t.Typed, rule: Rule) -> str:
        """A formula that is a number alone, in the unit of its rule."""
        plain = isinstance(formula, t.Constant) and formula.type == number(NUMBER)
        return (
            in_unit(Scope(self.pack, self.structure, rule.grain).words(formula.span), str(rule.type)) if plain else ""
        )

    def exception(self, typer: Typer, rule: Rule, item: ExceptionOf) -> CheckedException | None:
        names = [other.name for other in rule.exceptions if other is not item]
        for name, place in item.overrides.items():
            if name not in names:
                self.faults.add("E249", place, name=name, **nearby(name, names))
        when, formula = typer.truth(item.when), typer.formula(item.formula, rule.type)
        if when is None or formula is None or not self.suits(formula, rule):
            return None
        return CheckedException(item.name, when, formula, _overriders(item.name, rule.exceptions))

    def truth(self, grain: str, formula: Formula) -> t.Typed | None:
        typer = self.typer(grain)
        return typer.truth(formula) if typer else None

    def requires(self, name: str) -> tuple[t.Typed, ...]:
        typer = self.typer(name, only_columns=True)
        found = [typer.truth(item.formula) for item in self.pack.inputs[name].requires] if typer else []
        return tuple(formula for formula in found if formula)

    def finding(self, grain: str, formula: Formula) -> t.Typed | None:
        typer = self.typer(grain, findings=True)
        return typer.number(formula) if typer else None

    def output(self, column: OutputColumn, grain: str) -> t.Typed | None:
        """A column of a file, on the grain of its rows."""
        typer = self.typer(grain)
        return typer.formula(column.formula) if typer else None

    def lines(self) -> tuple[list[t.Typed | None], t.Typed | None]:
        """The columns of the lines, and the condition of their rows; none where a pack has no lines."""
        lines = self.pack.outputs.lines
        if lines is None:
            return [], None
        columns = [self.output(column, lines.grain) for column in lines.columns]
        return columns, None if lines.where is None else self.truth(lines.grain, lines.where)


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
