"""Grains, keys and relations: which rows there are and which rows they lead to."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from functools import cached_property

from eremun.check.circles import circles
from eremun.check.faults import Faults
from eremun.check.spells import check_day, check_spells
from eremun.check.typed import PERIOD
from eremun.diagnostics.diagnostic import Mark, Span
from eremun.model.dated import VERSION
from eremun.model.fields import nearby, said
from eremun.model.inputs import Column, Fixed, Group, Input, Pairs, Relation
from eremun.model.lost import Item
from eremun.model.pack import Pack
from eremun.sources.syntax import Mapping
from eremun.values.types import DATE, Kind

MOST_DAYS = 31


class Structure:
    """`relations`: of each grain, by name; `keys`: the columns that tell its rows apart; `dates`: the column whose day
    selects the law; `columns`: the columns a grain has from its input (a group: what it is grouped by); `key_rules`:
    the rules among what a group is grouped by."""

    def __init__(self, pack: Pack, faults: Faults) -> None:
        self.pack, self.faults = pack, faults
        self.relations: dict[str, dict[str, Relation]] = {PERIOD: {}}
        self.keys: dict[str, tuple[str, ...]] = {PERIOD: ()}
        self.dates: dict[str, str] = {}
        self.columns: dict[str, dict[str, Column]] = {PERIOD: {}}
        self.key_rules: dict[str, tuple[str, ...]] = {}
        self.known_days: dict[str, list[str]] = {}
        for item in pack.inputs.values():
            self.add_input(item)
        unsure = frozenset(faults.lost.doubtful)
        for item in pack.inputs.values():
            self.check_relations(item.name, item.relations, unsure)
        self.check_circles()
        for pairs in pack.pairs.values():
            self.add_pairs(pairs)
        for name in pack.groups:
            self.add_group(name)
        self.lead_to_groups()
        if pack.person and pack.person not in pack.inputs:
            faults.add("E241", _place_of_person(pack), name=pack.person, **nearby(pack.person, pack.inputs))

    @cached_property
    def rules(self) -> dict[str, list[str]]:
        """The names of the rules of each grain, without those that stand for a version."""
        found: dict[str, list[str]] = {}
        for grain, name in self.pack.rules:
            if VERSION not in name:
                found.setdefault(grain, []).append(name)
        return found

    @property
    def grains(self) -> list[str]:
        return list(self.columns)

    def add_input(self, item: Input) -> None:
        self.columns[item.name] = item.columns
        self.keys[item.name] = item.tells_apart
        self.relations[item.name] = {relation.name: relation for relation in item.relations}
        if item.date is not None:
            self.dates[item.name] = item.date
        before = self.faults.trouble
        named = [*item.key, *([item.date] if item.date else []), *(require.column for require in item.requires)]
        named += item.spells
        for name in named:
            if name not in item.columns:
                self.faults.add("E240", item.span, name=name, table=item.name, **nearby(name, item.columns))
        if item.date in item.columns and item.columns[item.date].type != DATE:
            found = item.columns[item.date]
            self.faults.add("E251", found.span, name=item.date, type=said(found.type))
        elif item.date in item.columns and not item.columns[item.date].in_period:
            self.faults.add("E254", item.columns[item.date].span, name=item.date)
        for name in item.key:
            if name in item.columns and item.columns[name].optional:
                self.faults.add("E246", item.columns[name].span, name=name, table=item.name)
        check_spells(item, self.faults)
        if self.faults.trouble > before:
            self.faults.lost.doubt(item.name, "")

    def check_relations(self, grain: str, relations: tuple[Relation, ...], unsure: Set[Item]) -> None:
        """`unsure`: the keys and relations that are at fault already, and so are not compared."""
        before = self.faults.trouble
        for relation in relations:
            target = self.pack.inputs.get(relation.target)
            if target is not None:
                self.check_name(relation)
            if target is None:
                near = nearby(relation.target, self.pack.inputs)
                self.faults.add("E241", relation.span, name=relation.target, **near)
                self.faults.lost.name(relation.name)
            elif unsure.isdisjoint(((grain, ""), (target.name, ""))):
                check_day(grain, self.days(grain), relation, target, self.faults)
                self.check_columns(grain, relation, target)
        if self.faults.trouble > before:
            self.faults.lost.doubt(grain, "")

    def days(self, grain: str) -> list[str]:
        """The columns and rules of a grain that are days."""
        if grain not in self.known_days:
            columns = [column.name for column in self.columns[grain].values() if column.type == DATE]
            rules = [name for name in self.rules.get(grain, ()) if self.pack.rules[grain, name].type == DATE]
            self.known_days[grain] = [*columns, *rules]
        return self.known_days[grain]

    def day_by_rule(self, grain: str, relation: Relation) -> str | None:
        """The rule whose day the row of a relation is found by; None where it is found by none or by another day."""
        if len(relation.as_of) != 1:
            return None
        (name,) = relation.as_of
        by_column = name in self.columns[grain] and name not in self.key_rules.get(grain, ())
        return None if by_column or name not in self.days(grain) else name

    def check_name(self, relation: Relation) -> None:
        """A relation called like a table leads to that table."""
        other = self.pack.inputs.get(relation.name) or self.made_rows.get(relation.name)
        if other is not None and relation.name != relation.target:
            mark = Mark(other.span, "@declared")
            self.faults.add("E260", relation.span, mark, name=relation.name, target=relation.target)

    def check_columns(self, grain: str, relation: Relation, target: Input) -> None:
        columns = self.columns[grain]
        if len(relation.match) != len(target.key) or not target.key:
            wanted = ", ".join(target.key) or "key: none"
            self.faults.add("E242", relation.span, table=target.name, key=wanted, found=", ".join(relation.columns))
            return
        for name, key in zip(relation.match, target.key, strict=True):
            if isinstance(name, Fixed):
                continue
            if name not in columns:
                self.faults.add("E240", relation.span, name=name, table=grain, **nearby(name, columns))
            elif key in target.columns and not columns[name].type.agrees(target.columns[key].type):
                self.faults.add("E243", relation.span, name=name, found=said(columns[name].type),
                                wanted=said(target.columns[key].type), table=target.name)  # fmt: skip
            elif key in target.columns and columns[name].decimals != target.columns[key].decimals:
                self.faults.add("E253", relation.span, name=name, found=columns[name].decimals,
                                wanted=target.columns[key].decimals, table=target.name)  # fmt: skip

    def check_circles(self) -> None:
        """Required references must not run in a circle: no table could be read first."""
        graph = {name: [r.target for r in item.relations if r.required] for name, item in self.pack.inputs.items()}
        for circle in circles({name: [one for one in found if one in graph] for name, found in graph.items()}):
            self.faults.add("E244", self.pack.inputs[circle[-1]].span, circle=" → ".join(circle))

    def add_pairs(self, pairs: Pairs) -> None:
        """A pair leads to a row of either table, and over its lookups to others."""
        name, inputs = pairs.name, self.pack.inputs
        ends = pairs.ends(inputs)
        unknown = [other for other in pairs.each if other not in inputs and other not in self.made_rows]
        for other in unknown:
            self.faults.add("E241", pairs.span, name=other, **nearby(other, inputs))
        if not unknown and not (len(pairs.each) == len(ends) == 2 and all(end.key for end in ends)):
            self.faults.add("E268", pairs.span, name=name, found=", ".join(pairs.each) or "-")
        if len(ends) != 2:
            self.faults.lost.name(name)
            return
        self.columns[name], self.keys[name] = pairs.columns(inputs), pairs.key(inputs)
        to_ends = [Relation(end.name, end.name, end.tells_apart, True, pairs.span) for end in ends]
        self.relations[name] = {relation.name: relation for relation in (*to_ends, *pairs.lookups)}
        self.check_relations(name, pairs.lookups, frozenset(self.faults.lost.doubtful))
        day = pairs.date(inputs)
        if day is not None:
            self.dates[name] = day
            if day in self.columns[name] and self.columns[name][day].optional:
                self.faults.add("E246", self.columns[name][day].span, name=day, table=name)
        for column in sorted(ends[0].in_pairs.keys() & ends[1].in_pairs.keys()):
            marks = (ends[1].columns[column].span, Mark(ends[0].columns[column].span, "@declared"))
            self.faults.add("E230", *marks, name=column)

    @property
    def made_rows(self) -> dict[str, Group | Pairs]:
        """The grains whose rows are made of others'."""
        return {**self.pack.groups, **self.pack.pairs}

    def add_group(self, name: str) -> None:
        group = self.pack.groups[name]
        if group.of in self.made_rows:
            self.faults.add("E250", group.span, name=name, of=group.of)
        if group.of not in self.pack.inputs:
            if group.of not in self.made_rows:
                self.faults.add("E241", group.span, name=group.of, **nearby(group.of, self.pack.inputs))
            self.faults.lost.name(name)
            return
        own = self.columns[group.of]
        made = {key: self.pack.rules[group.of, key] for key in group.by if (group.of, key) in self.pack.rules}
        for column in group.by:
            if column not in own and column not in made:
                near = nearby(column, [*own, *self.rules.get(group.of, ())])
                self.faults.add("E240", group.span, name=column, table=group.of, **near)
                self.faults.lost.name(column)
                self.faults.lost.doubt(name, "")
            elif column in own and own[column].optional:
                self.faults.add("E246", own[column].span, name=column, table=name)
        known = {**{key: Column(key, rule.type, (key,), rule.span) for key, rule in made.items()}, **own}
        self.columns[name] = {column: known[column] for column in group.by if column in known}
        self.key_rules[name] = tuple(column for column in group.by if column in made and column not in own)
        self.keys[name] = group.by
        inherited = self.relations[group.of].items()
        self.relations[name] = {n: replace(r, span=group.span) for n, r in inherited if set(r.reads) <= set(group.by)}
        date = self.dates.get(group.of)
        if date is not None and date in group.by:
            self.dates[name] = date

    def lead_to_groups(self) -> None:
        """Every row leads to the group it is in, under the group's name; what a group inherits was settled before."""
        for name, group in self.pack.groups.items():
            if name in self.columns:
                self.relations[group.of][name] = Relation(name, name, group.by, True, group.span)

    def made_by(self, grain: str, name: str) -> str:
        """The grain whose rule gives a group this part of its key; else the grain itself."""
        return self.pack.groups[grain].of if name in self.key_rules.get(grain, ()) else grain

    def behind(self, *grains: str) -> dict[Item, None]:
        """The rules that say which rows groups have; of a way of relations, the groups on it (they bear its names)."""
        keys = ((grain, name) for grain in grains for name in self.key_rules.get(grain, ()))
        return {(self.made_by(*key), key[1]): None for key in keys}

    def ways_up(self, fine: str, coarse: str) -> list[str]:
        """The names by which rows of `fine` lead to rows of `coarse`."""
        if coarse == PERIOD:
            return [PERIOD]
        return [name for name, relation in self.relations[fine].items() if relation.target == coarse]

    def largest_group(self, fine: str, via: str, touching: bool = False) -> int | None:
        """The most rows of `fine` that one row can have that `via` leads to, where the key of `fine` implies a number.
        `touching`: only rows with a day in the month are meant, and no two of one key have a day in common."""
        key = self.keys.get(fine, ())
        fixed = self.relations[fine][via].columns if via != PERIOD else ()
        if not key:
            return None
        most = 1
        for name in key:
            if name not in fixed:
                begins = touching and name == self.pack.inputs[fine].spells[0]
                count = MOST_DAYS if begins else _domain(self.columns[fine].get(name), self.pack)
                if count is None:
                    return None
                most *= count
        return most


def _place_of_person(pack: Pack) -> Span | None:
    """Where pack.yaml says who is paid."""
    head = next((document.root for document in pack.documents if document.file == pack.head), None)
    node = head.get("person") if isinstance(head, Mapping) else None
    return node.span if node is not None else None


def _domain(column: Column | None, pack: Pack) -> int | None:
    """How many different values a column can hold; a date of the period: 31."""
    if column is None:
        return None
    if column.in_period:
        return MOST_DAYS
    if column.type.kind is Kind.BOOLEAN:
        return 2
    if column.type.kind is Kind.ENUM:
        return len(pack.enums.get(column.type.enum or "", ()))
    if column.type.kind is Kind.NUMBER and column.low is not None and column.high is not None:
        return int((column.high - column.low) / column.step) + 1
    return None
