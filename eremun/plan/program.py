"""The program of a plan: what formulas read, rules, and the law in force, as definitions of columns."""

from __future__ import annotations

from dataclasses import replace

from eremun.check import typed as t
from eremun.check.reads import shape
from eremun.model.inputs import Relation
from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.plan.definitions import NO_MATCH, Definition
from eremun.plan.formulas import Lowering
from eremun.plan.law import LawInForce
from eremun.plan.node_parts import columns_in
from eremun.plan.value import UNIT, Value
from eremun.values.reasons import NO_ROWS
from eremun.values.types import COUNT, Kind


class Program(LawInForce):
    """Defines columns as formulas ask for them (`plan.formulas.Columns`); those of a rule must be there before."""

    # What formulas ask for

    def read(self, grain: str, node: t.Read, there: bool) -> Value:
        """A named value; `there`: it is known that the row which the path leads to exists."""
        if node.path == (t.PERIOD,):
            return self.from_period(grain, node)
        if node.path:
            return self.from_above(grain, node, there)
        return self.own(grain, node.name)

    def own(self, grain: str, name: str) -> Value:
        """A column or rule of the grain itself."""
        rule = self.checked.rules.get((grain, name))
        if rule is not None:
            return Value(n.Column(name), rule.step, faults=self.faults.get((grain, name)))
        if grain == t.PERIOD:
            return Value(n.Const(self.built_in[name]))
        if name in self.checked.structure.key_rules.get(grain, ()):
            return self.of_key(grain, name)
        column = self.checked.structure.columns[grain][name]
        if grain not in self.checked.pack.inputs:
            return Value(self.column(grain, name), column.step)
        absent = None
        if column.optional:
            absent = make.bits_if(n.Column(f"{name}?"), None, self.bit(name))
        return Value(self.source(grain, name), column.step, absent=absent)

    # Groups by a rule

    def rule_keys(self, grain: str, name: str) -> tuple[str, ...]:
        """Rows without a value of it differ by their bits alone."""
        rule = self.checked.rules[grain, name]
        faults = self.faults.get((grain, name))
        if faults is None:
            return (name,)
        nothing = {Kind.BOOLEAN: make.FALSE, Kind.TEXT: n.Const("")}.get(rule.type.kind, make.ZERO)
        known = make.choose(make.faultless(faults), n.Column(name), nothing)
        key = self.derive(grain, f"key {name}", known, rule.type.kind)
        return key.name, self.derive(grain, f"key {name}!", faults, Kind.NUMBER).name

    def of_key(self, grain: str, name: str) -> Value:
        """What a group by a rule has of it."""
        rule = self.checked.rules[self.checked.structure.made_by(grain, name), name]
        faulty = len(self.group_keys(grain, name)) > 1
        return Value(self.column(grain, name), rule.step, faults=n.Column(f"{name}!") if faulty else None)

    def unsure(self, grain: str) -> n.Node | None:
        """The bits of a group whose key has no value: then nothing of it has one. None where that can't be."""
        names = self.checked.structure.key_rules.get(grain, ())
        keys = [self.group_keys(grain, name) for name in names]
        return make.bits(*(n.Column(key[1]) for key in keys if len(key) > 1))

    def lost_beside(self, relation: Relation) -> n.Node | None:
        """On the rows that lead to a group, the bits of those that may be in it as well: they have the columns by which
        it is grouped, but no value of the rules."""
        if relation.target not in self.checked.pack.groups:
            return None
        of, rules = self.checked.pack.groups[relation.target].of, self.checked.structure.key_rules[relation.target]
        bits = make.bits(*(self.faults.get((of, name)) for name in rules))
        if bits is None:
            return None
        columns = [name for name in relation.columns if name not in rules]
        keys = tuple(key for name in columns for key in self.group_keys(relation.target, name))
        item = n.Aggregated(f"lost({relation.target})", "bit_or", bits, None, Kind.NUMBER)
        needs = tuple((of, name) for name in (*columns_in(bits), *keys))
        return self.define(Definition(of, item.name, item, needs, of, n.Match(keys, keys)))

    def from_period(self, grain: str, node: t.Read) -> Value:
        found = self.own(t.PERIOD, node.name)
        if grain == t.PERIOD or isinstance(found.node, n.Const):
            return found
        kind = node.type.kind
        name = f"period.{node.name}"
        column = self.over(grain, t.PERIOD, NO_MATCH, n.Attached(name, node.name, kind))
        bits = None
        if found.faults is not None:
            bits = self.over(grain, t.PERIOD, NO_MATCH, n.Attached(f"{name}!", f"{node.name}!", Kind.NUMBER))
        return Value(column, found.step, faults=bits)

    def from_above(self, grain: str, node: t.Read, there: bool) -> Value:
        """A value of the row that relations lead to; its faults and absence come with it."""
        first, rest = node.path[0], node.path[1:]
        relation = self.checked.relations[grain][first]
        inner = t.Read(rest, node.grain, node.name, node.type, node.span)
        found = self.read(relation.target, inner, there) if rest else self.own(relation.target, node.name)
        label = ".".join((*node.path, node.name))
        below = self.column_of(relation.target, ".".join((*rest, node.name)), found.node, node.type.kind)
        column = self.attach(grain, relation, below, label, node.type.kind)
        bits = self.attached_bits(grain, relation, label, "!", found.faults)
        absent = self.attached_bits(grain, relation, label, "~", found.absent)
        if not rest and (relation.target, node.name) in self.checked.rules:
            bits = make.bits(bits, self.lost_beside(relation))
        if not (relation.required or there):
            lost = self.lost(grain, relation)
            told = make.either(self.found(grain, relation), make.negated(make.faultless(lost)))
            bits = make.bits(bits, lost)
            absent = make.bits(absent, make.bits_if(told, None, self.bit(relation.name)))
        return Value(column, found.step, faults=bits, absent=absent)

    def aggregate(self, grain: str, node: t.Aggregate) -> Value:
        key = (grain, shape(node))
        if key not in self.aggregates:
            self.aggregates[key] = self.new_aggregate(grain, node)
        return self.aggregates[key]

    def average(self, grain: str, node: t.Aggregate) -> Value:
        """The sum over the number of rows, for the rule that reads it to round; all faults are the sum's already."""
        total = self.aggregate(grain, replace(node, word="sum"))
        rows = self.aggregate(grain, replace(node, word="count", value=None, type=COUNT)).node
        absent = make.bits_if(make.compare("=", rows, make.ZERO), self.bit(NO_ROWS))
        return replace(total, divisor=n.Greatest((rows, make.ONE)), absent=absent)

    def new_aggregate(self, grain: str, node: t.Aggregate) -> Value:
        word = node.word
        if word == "average":
            return self.average(grain, node)
        lowering = Lowering(node.over, self)
        where = lowering.need(node.where) if node.where is not None else None
        value = lowering.need(node.value) if node.value is not None else None
        name = self.unused(grain, f"{word}({node.over}{_member(node)})")
        linked, unsure = self.linked_below(node), self.unsure(node.over)
        sure = make.both(linked, make.faultless(unsure))
        counted = sure if where is None else make.both(sure, make.faultless(where.faults), where.node)
        sound = None if counted == make.TRUE else counted
        kind = Kind.BOOLEAN if word == "any" else Kind.NUMBER
        column = self.aggregated(grain, node, n.Aggregated(name, word, value.node if value else None, sound, kind))
        bits = make.bits(
            make.bits_if(linked, unsure),
            make.bits_if(sure, where.faults) if where else None,
            make.bits_if(sound or make.TRUE, value.faults) if value else None,
        )
        faults: n.Node | None = None
        if bits is not None:
            item = n.Aggregated(f"{name}!", "bit_or", bits, None, Kind.NUMBER)
            faults = self.aggregated(grain, node, item)
        faults = make.bits(faults, self.lost_below(grain, node))
        absent = None
        if word in ("min", "max"):
            there = self.aggregated(grain, node, n.Aggregated(f"{name}?", "any", None, sound, Kind.BOOLEAN))
            absent = make.bits_if(there, None, self.bit(NO_ROWS))
        return Value(column, value.step if value else UNIT, faults=faults, absent=absent)

    def lost_below(self, grain: str, node: t.Aggregate) -> n.Node | None:
        """The bits of finer rows that could lead to a row, which is told by a day that has faults: by key they do."""
        relation = self.checked.relations[node.over].get(node.via)
        lost = None if relation is None else self.lost(node.over, relation)
        if relation is None or lost is None:
            return None
        all_bits = make.bits_if(make.faultless(lost), None, make.bits(lost, self.unsure(node.over)))
        up = self.by_key(node.over, relation)
        linked = self.filled(node.over, relation)
        sound = None if linked == make.TRUE else linked
        item = n.Aggregated(f"lost({node.over}.{node.via})", "bit_or", all_bits, sound, Kind.NUMBER)
        return self.aggregated(grain, node, item, n.Match(up.theirs, up.own))

    def linked_below(self, node: t.Aggregate) -> n.Node:
        """Whether a finer row has the cells by which it names a row of this grain."""
        relation = self.checked.relations[node.over].get(node.via)
        return make.TRUE if relation is None else self.linked(node.over, relation)

    def unused(self, grain: str, name: str) -> str:
        """The name with the first number after it that no other column has."""
        number = 1
        while (grain, f"{name}#{number}") in self.definitions:
            number += 1
        return f"{name}#{number}"

    def aggregated(self, grain: str, node: t.Aggregate, item: n.Aggregated, meeting: n.Match | None = None) -> n.Column:
        """A column over the finer rows that lead to a row, or that meet it as `meeting` says."""
        match = meeting or self.way_down(node)
        nodes = [part for part in (item.value, item.where) if part is not None]
        needs = (
            *((node.over, column) for part in nodes for column in columns_in(part)),
            *((grain, own) for own in match.own),
            *((node.over, theirs) for theirs in match.theirs),
        )
        largest = None if meeting else self.checked.structure.largest_group(node.over, node.via)
        return self.define(Definition(grain, item.name, item, needs, node.over, match, largest))

    def way_down(self, node: t.Aggregate) -> n.Match:
        """How rows of a grain meet the finer rows: own columns here, theirs there."""
        if node.via == t.PERIOD:
            return NO_MATCH
        up = self.match(node.over, self.checked.relations[node.over][node.via])
        return n.Match(up.theirs, up.own)


def _member(node: t.Aggregate) -> str:
    return f".{node.value.name}" if isinstance(node.value, t.Read) else ""
