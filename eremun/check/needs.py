"""What used packs need of the pack above them: every name is there on its grain, with the type, the range and the step
that were said, and every row that their rows lead to, so that what such a pack has proven by itself stays true."""

from __future__ import annotations

import re
from fractions import Fraction

from eremun.check.faults import Faults
from eremun.check.ranges import column_range
from eremun.check.structure import Structure
from eremun.diagnostics.diagnostic import Mark
from eremun.model.dated import VERSION
from eremun.model.fields import nearby, said, shown
from eremun.model.inputs import Column
from eremun.model.needs import Need, NeededRow
from eremun.model.pack import Pack
from eremun.model.rules import Rule, Split
from eremun.sources.packs import pack_of
from eremun.values.intervals import Interval
from eremun.values.types import Kind


def check_grains(pack: Pack, faults: Faults) -> None:
    """The grains that used packs need are rows of the pack: the first need of each is named."""
    there = [*pack.inputs, *pack.groups]
    needed: list[Need | NeededRow] = [*pack.needs, *pack.needed_rows]
    missing = {(need.pack, need.grain): need for need in reversed(needed) if need.grain not in there}
    for need in reversed(missing.values()):
        faults.add("E275", *_places(pack, need), name=need.name, grain=need.grain, pack=need.pack,
                   **nearby(need.grain, there))  # fmt: skip


class Needs:
    """Compares what is needed with the columns and rules that are there."""

    def __init__(self, pack: Pack, structure: Structure, faults: Faults) -> None:
        self.pack, self.structure, self.faults = pack, structure, faults

    def not_met(self) -> bool:
        """Whether a name is not there, or of another type, or the keys differ: then nothing else can be judged."""
        before = self.faults.trouble
        self.check()
        return self.faults.trouble > before

    def check(self) -> None:
        for need in self.pack.needs:
            column = self.structure.columns[need.grain].get(need.name)
            rule = self.pack.rules.get((need.grain, need.name))
            filler = column or rule
            if filler is None:
                self.not_filled(need)
            elif not self.suits(need, filler):
                places = Mark(filler.span, said(filler.type)), Mark(need.span, said(need.column.type))
                self.faults.add("E272", *places, name=need.name, pack=need.pack, found=said(filler.type),
                                wanted=_wanted(need.column))  # fmt: skip
            elif isinstance(filler, Column) and filler.optional and not need.column.optional:
                self.faults.add("E278", filler.span, Mark(need.span, "@needed"), name=need.name, pack=need.pack)
        for name, grain in dict.fromkeys((need.pack, need.grain) for need in self.pack.needs):
            self.check_key(name, grain)
        for row in self.pack.needed_rows:
            self.check_row(row)

    def suits(self, need: Need, filler: Column | Rule) -> bool:
        dated = not need.column.in_period or (isinstance(filler, Column) and filler.in_period)
        return filler.type.agrees(need.column.type) and dated

    def not_filled(self, need: Need) -> None:
        rules = [rule.name for rule in self.pack.rules.values() if _may_fill(need, rule)]
        known = [*self.structure.columns[need.grain], *rules]
        unit = [] if need.column.type.kind is Kind.BOOLEAN else [f"      unit: {need.column.type}"]
        lines = ["rules:", f"  {need.grain}:", f"    {need.name}:", *unit, "      formula: …"]
        self.faults.add("E271", *_places(self.pack, need), name=need.name, grain=need.grain, pack=need.pack,
                        rule="\n  ".join(lines), **nearby(need.name, known))  # fmt: skip

    def check_key(self, pack: str, grain: str) -> None:
        """Rows are told apart by the same columns, so that what refers to a row finds it."""
        keys = [need for need in self.pack.needs if (need.pack, need.grain) == (pack, grain) and need.key]
        wanted, found = tuple(need.name for need in keys), self.structure.keys[grain]
        if keys and wanted != found:
            self.faults.add("E276", *_places(self.pack, keys[0]), grain=grain, pack=pack, wanted=", ".join(wanted),
                            found=", ".join(found) or "key: none")  # fmt: skip

    def check_row(self, row: NeededRow) -> None:
        """Every row of the grain leads to one of the other's by that name."""
        there = self.structure.relations[row.grain]
        found = there.get(row.name)
        if found is not None and found.required and found.target == row.target:
            return
        target = self.pack.inputs.get(row.target)
        fix = f"references: {{{row.name}: [{', '.join(target.key)}]}}" if target and row.name == row.target else ""
        marks = _places(self.pack, row) if found is None else (Mark(found.span), Mark(row.span, "@needed"))
        known = ", ".join(name for name, relation in there.items() if relation.required) or "-"
        self.faults.add("E277", *marks, name=row.name, grain=row.grain, target=row.target, pack=row.pack, known=known,
                        fix=fix)  # fmt: skip

    def of_columns(self) -> dict[tuple[str, str], Interval]:
        """The ranges of the columns that fill a need, as `of_rule` gives them."""
        found: dict[tuple[str, str], Interval] = {}
        for need in self.pack.needs:
            column, place = self.structure.columns[need.grain].get(need.name), (need.grain, need.name)
            if column is not None and column.type.kind is Kind.NUMBER:
                found[place] = self.measured(need, column, column.step, found.get(place, column_range(column)))
        return found

    def of_rule(self, rule: Rule, step: Fraction, found: Interval) -> Interval:
        """The range that goes on to others: where it is wider than needed, that which was needed, so that nothing is
        told twice."""
        for need in self.pack.needs:
            if (need.grain, need.name) == (rule.grain, rule.name) and rule.type.kind is Kind.NUMBER:
                found = self.measured(need, rule, step, found)
        return found

    def measured(self, need: Need, filler: Column | Rule, step: Fraction, found: Interval) -> Interval:
        places = Mark(filler.span), Mark(need.span, "@needed")
        if (step / need.column.step).denominator != 1:
            wanted = shown(need.column.step, need.column.type)
            fix = f"decimals: {need.column.decimals}" if isinstance(filler, Column) else f"round: half_up to {wanted}"
            self.faults.add("E274", *places, name=need.name, pack=need.pack, step=shown(step, filler.type),
                            wanted=wanted, fix=fix)  # fmt: skip
        allowed = column_range(need.column)
        if _within(found, allowed):
            return found
        ends = {"low": _end(found.low, filler), "high": _end(found.high, filler),
                "least": _end(allowed.low, filler), "most": _end(allowed.high, filler)}  # fmt: skip
        fix = _narrowed(filler, found, allowed)
        self.faults.add("E273", *places, name=need.name, pack=need.pack, fix=fix, **ends)
        return found.meet(allowed)


def _places(pack: Pack, need: Need | NeededRow) -> tuple[Mark, ...]:
    """Where the pack is used, if this one names it itself, and where it says what it needs."""
    used, needed = pack.uses.get(need.pack), Mark(need.span, "@needed")
    return (Mark(used), needed) if used is not None else (needed,)


def _may_fill(need: Need, rule: Rule) -> bool:
    return rule.grain == need.grain and pack_of(rule.span.file) != need.pack and VERSION not in rule.name


def _wanted(column: Column) -> str:
    return "@day_of_period" if column.in_period else said(column.type)


def _within(found: Interval, allowed: Interval) -> bool:
    low = found.low is not None and allowed.low is not None and found.low >= allowed.low
    return low and found.high is not None and allowed.high is not None and found.high <= allowed.high


def _end(bound: Fraction | int | None, filler: Column | Rule) -> str:
    if bound is None:
        return "@no_limit"
    return re.sub("[0-9]+", lambda digits: f"{int(digits[0]):_}", shown(Fraction(bound), filler.type), count=1)


def _narrowed(filler: Column | Rule, found: Interval, allowed: Interval) -> str:
    """The filler with the range that is needed, as it would be typed; "" where it is not one formula."""
    low, high = _end(allowed.low, filler), _end(allowed.high, filler)
    if isinstance(filler, Column):
        return f"range: {low.split(' ')[0]}..{high.split(' ')[0]}"
    if isinstance(filler.formula, Split) or filler.exceptions or VERSION in filler.text:
        return ""
    above = found.high is None or (allowed.high is not None and found.high > allowed.high)
    below = found.low is None or (allowed.low is not None and found.low < allowed.low)
    text = f"min({filler.text}, {high})" if above else filler.text
    return f"formula: max({text}, {low})" if below else f"formula: {text}"
