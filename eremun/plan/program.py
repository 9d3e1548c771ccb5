"""The program of a plan while it is made: the columns of every grain, each defined when it is first asked for.

So the list of definitions is in an order in which it can be computed; `schedule` makes steps of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from eremun.check import typed as t
from eremun.check.checked import CheckedPack, CheckedRule
from eremun.check.reads import shape
from eremun.diagnostics.diagnostic import Refused, Span, fault
from eremun.model.inputs import Column, Relation
from eremun.model.rules import Dated
from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.plan.formulas import Lowering, chosen, guarded
from eremun.plan.law import in_force, over_days
from eremun.plan.tables import table_value
from eremun.plan.value import UNIT, Value, scaled
from eremun.values.periods import Period, to_days
from eremun.values.reasons import NO_ROWS, TWO_EXCEPTIONS
from eremun.values.types import Kind

T = TypeVar("T")


@dataclass(frozen=True)
class Definition:
    """One column of a grain. `needs`: (grain, column) it is computed from. The item is a Derived, Attached or Aggregated;
    the last two come over `target` by `match`; `largest` and `found` as in their steps."""

    grain: str
    name: str
    item: n.Derived | n.Attached | n.Aggregated | None
    needs: tuple[tuple[str, str], ...]
    target: str = ""
    match: n.Match = n.Match((), ())
    largest: int | None = None


class Program:
    """`definitions` grows as formulas are lowered; `reasons` are the faults in the order of their bits; `faults`: for
    each rule that can be at fault, the column of its bits, or the one it has them all from."""

    def __init__(self, checked: CheckedPack, period: Period) -> None:
        self.checked, self.period = checked, period
        self.definitions: dict[tuple[str, str], Definition] = {}
        self.sources: dict[str, dict[str, Column]] = {name: {} for name in checked.pack.inputs}
        self.references: dict[str, dict[str, None]] = {name: {} for name in checked.pack.inputs}
        self.rejected: dict[str, dict[str, None]] = {name: {} for name in checked.pack.inputs}
        self.reasons: list[str] = list(checked.pack.outputs.blocked_reasons)
        self.faults: dict[tuple[str, str], n.Node] = {}
        self.aggregates: dict[object, Value] = {}

    # Columns

    def define(self, definition: Definition) -> n.Column:
        self.definitions.setdefault((definition.grain, definition.name), definition)
        return n.Column(definition.name)

    def derive(self, grain: str, name: str, node: n.Node, kind: Kind) -> n.Column:
        if isinstance(node, n.Column) and node.name == name:
            return node
        needs = tuple((grain, column) for column in columns_in(node))
        return self.define(Definition(grain, name, n.Derived(name, node, kind), needs))

    def bit(self, reason: str) -> n.Node:
        if reason not in self.reasons:
            self.reasons.append(reason)
        place = self.reasons.index(reason)
        if place >= 62:
            raise Refused(fault("E603", at=self.checked.pack.name, most=62))
        return n.Const(1 << place)

    def source(self, grain: str, name: str) -> n.Node:
        """A column of the input a grain is read from."""
        self.sources[grain][name] = self.checked.pack.inputs[grain].columns[name]
        return n.Column(name)

    def reference(self, grain: str, relation: Relation) -> str:
        """The column with the row number that a required relation leads to."""
        self.references[grain][relation.name] = None
        return f"@{relation.name}"

    def rejections(self, grain: str, table: str) -> n.Column:
        """The column with the number of rejected rows of an input that carry a row's key."""
        self.rejected[grain][table] = None
        return n.Column(f"rejected({table})")

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
            self.rule(rule)
            return Value(n.Column(name), rule.step, faults=self.faults.get((grain, name)))
        if grain == t.PERIOD:
            return Value(n.Column(name))
        column = self.checked.structure.columns[grain][name]
        if grain in self.checked.pack.groups:
            return Value(self.of_group(grain, name), column.step)
        absent = None
        if column.optional:
            absent = make.bits_if(n.Column(f"{name}?"), None, self.bit(name))
        return Value(self.source(grain, name), column.step, absent=absent)

    def of_group(self, grain: str, name: str) -> n.Node:
        """A column that a group is grouped by: its own key, or the key of the row that stands for it."""
        key = self.group_key(grain, name)
        if key == name:
            return n.Column(name)
        relation = self.checked.relations[grain][key[1:]]
        return self.attach(grain, relation, self.checked.keys[relation.target][0], name)

    def group_key(self, grain: str, name: str) -> str:
        """The column of the rows it is made of that tells groups apart: a row number where a reference gives one."""
        of = self.checked.pack.groups[grain].of
        found = self.numbered(of, name) if of in self.checked.pack.inputs else None
        if found is None:
            self.source(of, name)
        return found or name

    def numbered(self, grain: str, column: str) -> str | None:
        """The row number that says the same as the column: of the row a required relation leads to by it alone."""
        for relation in self.checked.relations[grain].values():
            if relation.required and relation.columns == (column,):
                return self.reference(self.base(grain), relation)
        return None

    def base(self, grain: str) -> str:
        group = self.checked.pack.groups.get(grain)
        return group.of if group is not None else grain

    def match(self, grain: str, relation: Relation) -> n.Match:
        """How rows of a grain meet the rows a relation leads to: by row numbers wherever both sides have them."""
        if relation.required and grain in self.checked.pack.inputs:
            return n.Match((self.reference(grain, relation),), ("@row",))
        pairs = [
            self.paired(grain, own, relation.target, theirs)
            for own, theirs in zip(relation.columns, self.checked.keys[relation.target], strict=True)
        ]
        return n.Match(tuple(own for own, _ in pairs), tuple(theirs for _, theirs in pairs))

    def paired(self, grain: str, own: str, target: str, theirs: str) -> tuple[str, str]:
        here, there = self.number_of(grain, own), self.number_of(target, theirs)
        if here is not None and there is not None and here[0] == there[0]:
            return here[1], there[1]
        if grain in self.checked.pack.groups:
            self.of_group(grain, own)
        else:
            self.source(grain, own)
        self.source(target, theirs)
        return own, theirs

    def number_of(self, grain: str, column: str) -> tuple[str, str] | None:
        """(table, column) of a row number that stands for the column: its own row's, or one a reference leads to."""
        found = self.numbered(grain, column)
        if found is not None:
            return self.checked.relations[grain][found[1:]].target, found
        if self.checked.keys[grain] == (column,) and grain in self.checked.pack.inputs:
            return grain, "@row"
        return None

    # Other rows

    def from_period(self, grain: str, node: t.Read) -> Value:
        found = self.own(t.PERIOD, node.name)
        if grain == t.PERIOD:
            return found
        kind = node.type.kind
        name = f"period.{node.name}"
        column = self.over(grain, t.PERIOD, n.Match((), ()), n.Attached(name, node.name, kind))
        bits = None
        if found.faults is not None:
            bits = self.over(grain, t.PERIOD, n.Match((), ()), n.Attached(f"{name}!", f"{node.name}!", Kind.NUMBER))
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
        if not (relation.required or there):
            exists = self.found(grain, relation)
            absent = make.bits(absent, make.bits_if(exists, None, self.bit(relation.name)))
        return Value(column, found.step, faults=bits, absent=absent)

    def column_of(self, grain: str, name: str, node: n.Node, kind: Kind) -> str:
        """The name of a column that holds the node."""
        return node.name if isinstance(node, n.Column) else self.derive(grain, name, node, kind).name

    def attached_bits(
        self, grain: str, relation: Relation, label: str, sign: str, node: n.Node | None
    ) -> n.Node | None:
        if node is None:
            return None
        below = self.column_of(relation.target, f"{label.split('.', 1)[1]}{sign}", node, Kind.NUMBER)
        return self.attach(grain, relation, below, f"{label}{sign}", Kind.NUMBER)

    def attach(
        self, grain: str, relation: Relation, source: str, name: str, kind: Kind | None = None
    ) -> n.Column:
        if kind is None:
            kind = self.checked.structure.columns[relation.target][source].type.kind
            if relation.target in self.checked.pack.inputs:
                self.source(relation.target, source)
        return self.over(grain, relation.target, self.match(grain, relation), n.Attached(name, source, kind))

    def over(self, grain: str, target: str, match: n.Match, item: n.Attached) -> n.Column:
        needs = ((target, item.source), *((grain, own) for own in match.own), *((target, key) for key in match.theirs))
        return self.define(Definition(grain, item.name, item, needs, target, match))

    def found(self, grain: str, relation: Relation) -> n.Node:
        """Whether there is a looked-up row."""
        match = self.match(grain, relation)
        needs = (*((grain, own) for own in match.own), *((relation.target, key) for key in match.theirs))
        name = f"@{relation.name}?"
        return self.define(Definition(grain, name, None, needs, relation.target, match))

    def exists(self, grain: str, path: tuple[str, ...]) -> n.Node:
        if path == (t.PERIOD,):
            return make.TRUE
        relation = self.checked.relations[grain][path[0]]
        here: n.Node = make.TRUE if relation.required else self.found(grain, relation)
        if len(path) == 1:
            return here
        there = self.exists(relation.target, path[1:])
        if isinstance(there, n.Const):
            return here
        name = ".".join(path) + "?"
        below = self.column_of(relation.target, ".".join(path[1:]) + "?", there, Kind.BOOLEAN)
        return make.both(here, self.attach(grain, relation, below, name, Kind.BOOLEAN))

    def aggregate(self, grain: str, node: t.Aggregate) -> Value:
        key = (grain, shape(node))
        if key not in self.aggregates:
            self.aggregates[key] = self.new_aggregate(grain, node)
        return self.aggregates[key]

    def new_aggregate(self, grain: str, node: t.Aggregate) -> Value:
        lowering = Lowering(node.over, self)
        where = lowering.need(node.where) if node.where is not None else None
        value = lowering.need(node.value) if node.value is not None else None
        name = self.unused(grain, f"{node.word}({node.over}{_member(node)})")
        sound = None if where is None else make.both(make.faultless(where.faults), where.node)
        kind = Kind.BOOLEAN if node.word == "any" else Kind.NUMBER
        column = self.aggregated(grain, node, n.Aggregated(name, node.word, value.node if value else None, sound, kind))
        bits = make.bits(
            where.faults if where else None,
            make.bits_if(sound or make.TRUE, value.faults) if value else None,
        )
        faults = None
        if bits is not None:
            item = n.Aggregated(f"{name}!", "bit_or", bits, None, Kind.NUMBER)
            faults = self.aggregated(grain, node, item)
        absent = None
        if node.word in ("min", "max"):
            there = self.aggregated(grain, node, n.Aggregated(f"{name}?", "any", None, sound, Kind.BOOLEAN))
            absent = make.bits_if(there, None, self.bit(NO_ROWS))
        return Value(column, value.step if value else UNIT, faults=faults, absent=absent)

    def unused(self, grain: str, name: str) -> str:
        """The name with the first number after it that no other column has."""
        number = 1
        while (grain, f"{name}#{number}") in self.definitions:
            number += 1
        return f"{name}#{number}"

    def aggregated(self, grain: str, node: t.Aggregate, item: n.Aggregated) -> n.Column:
        match = self.way_down(grain, node)
        nodes = [part for part in (item.value, item.where) if part is not None]
        needs = (
            *((node.over, column) for part in nodes for column in columns_in(part)),
            *((grain, own) for own in match.own),
            *((node.over, theirs) for theirs in match.theirs),
        )
        largest = self.checked.structure.largest_group(node.over, node.via, grain)
        return self.define(Definition(grain, item.name, item, needs, node.over, match, largest))

    def way_down(self, grain: str, node: t.Aggregate) -> n.Match:
        """How rows of a grain meet the finer rows: own columns here, theirs there."""
        if node.via == t.PERIOD:
            return n.Match((), ())
        if node.via == "":
            keys = tuple(self.group_key(grain, name) for name in self.checked.pack.groups[grain].by)
            return n.Match(keys, keys)
        up = self.match(node.over, self.checked.relations[node.over][node.via])
        return n.Match(up.theirs, up.own)

    # Law

    def parameter(self, grain: str, name: str) -> Value:
        parameter = self.checked.pack.parameters[name]

        def lower(version: Dated[Fraction]) -> Value:
            sign = (version.content > 0) - (version.content < 0)
            return Value(n.Const(sign), abs(version.content) or UNIT)

        return self.dated(grain, self.versions(grain, parameter.versions, name, parameter.span), lower)

    def table(self, grain: str, node: t.TableRead, arguments: list[Value]) -> Value:
        table = self.checked.pack.tables[node.table]
        found = self.versions(grain, table.versions, node.table, node.span)
        return self.dated(
            grain, found, lambda v: table_value(self.checked, table, v.content, node.output, arguments)
        )

    def versions(
        self, grain: str, versions: tuple[Dated[T], ...], name: str, span: Span
    ) -> list[tuple[int, Dated[T]]]:
        """The versions that rows of the grain can meet, each with the first day it is in force."""
        if grain in self.checked.dates:
            found = over_days(versions, self.period)
        else:
            found = [(self.period.start, in_force(versions, self.period.start))]
        missing = next((day for day, version in found if version is None), None)
        if missing is not None:
            sources = {d.file: d.text for d in self.checked.pack.documents}
            raise Refused(fault("E602", span, name=name, day=missing), sources=sources)
        return [(to_days(day), version) for day, version in found if version is not None]

    def dated(self, grain: str, versions: list[tuple[int, Dated[T]]], lower: Callable[[Dated[T]], Value]) -> Value:
        """The version in force on the row's day; where only one can be, that one."""
        result = lower(versions[0][1])
        if len(versions) == 1:
            return result
        day = self.own(grain, self.checked.dates[grain]).node
        for start, version in versions[1:]:
            result = chosen(n.Compare(">=", day, n.Const(start)), lower(version), result)
        return result

    # Rules

    def rule(self, rule: CheckedRule) -> None:
        """The column of a rule, and that of its faults where it can have any."""
        if (rule.grain, rule.name) in self.definitions:
            return
        value = self.rule_value(rule)
        node = scaled(value, rule.step) if rule.type.kind is Kind.NUMBER else value.node
        self.derive(rule.grain, rule.name, node, rule.type.kind)
        if value.faults is not None:
            column = self.derive(rule.grain, f"{rule.name}!", value.faults, Kind.NUMBER)
            same = value.faults if isinstance(value.faults, n.Column) else column
            self.faults[rule.grain, rule.name] = same

    def rule_value(self, rule: CheckedRule) -> Value:
        lowering = Lowering(rule.grain, self)

        def lower(node: t.Typed) -> Value:
            if rule.rounding is not None:
                return lowering.rounded(node, rule.rounding.step, rule.rounding.mode)
            return lowering.need(node)

        result = lower(rule.formula)
        whens = {item.name: lowering.need(item.when) for item in rule.exceptions}
        applies: list[n.Node] = []
        for item in rule.exceptions:
            others = [make.negated(whens[name].node) for name in item.overridden_by]
            applies.append(make.both(whens[item.name].node, *others))
        for item, condition in zip(rule.exceptions, applies, strict=True):
            result = chosen(condition, lower(item.formula), result)
        if len(applies) > 1:
            result = guarded(self.two_at_once(applies), result)
        return guarded(make.bits(*(when.faults for when in whens.values())), result)

    def two_at_once(self, applies: list[n.Node]) -> n.Node | None:
        """The bit of two exceptions that apply together, where neither overrides the other."""
        pairs = [make.both(a, b) for i, a in enumerate(applies) for b in applies[i + 1 :] if not _exclude(a, b)]
        return make.bits_if(make.either(*pairs), self.bit(TWO_EXCEPTIONS)) if pairs else None


def _member(node: t.Aggregate) -> str:
    return f".{node.value.name}" if isinstance(node.value, t.Read) else ""


def _exclude(one: n.Node, other: n.Node) -> bool:
    """Whether the two conditions can't hold together because one contains the other's opposite."""
    parts = [set(node.parts) if isinstance(node, n.And) else {node} for node in (one, other)]
    return any(make.negated(part) in parts[1] for part in parts[0])


def columns_in(node: n.Node) -> list[str]:
    """The columns a node is computed from, each once."""
    found: dict[str, None] = {}
    todo: list[n.Node] = [node]
    while todo:
        current = todo.pop()
        if isinstance(current, n.Column):
            found[current.name] = None
        else:
            todo.extend(parts_of(current))
    return list(found)


def parts_of(node: n.Node) -> list[n.Node]:
    """The nodes directly inside a node."""
    found: list[n.Node] = []
    for name in node.__slots__:
        value = getattr(node, name)
        if isinstance(value, tuple):
            found.extend(part for part in value if hasattr(part, "__slots__"))
        elif hasattr(value, "__slots__"):
            found.append(value)
    return found
