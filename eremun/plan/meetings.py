"""How rows of one grain meet rows of another: by row numbers wherever a reference gives one, else by their keys."""

from __future__ import annotations

from abc import ABC, abstractmethod

from eremun.check import typed as t
from eremun.model.inputs import Fixed, Relation
from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.plan.definitions import Definition, Definitions
from eremun.plan.value import Value
from eremun.values.periods import FIRST_DAY, LAST_DAY
from eremun.values.types import Kind


class Meetings(Definitions, ABC):
    """Relations of grains as matches of columns, and the columns that come over them."""

    def of_group(self, grain: str, name: str) -> n.Node:
        """A column that a group is grouped by: its own key, or the key of the row that stands for it."""
        key, *bits = self.group_keys(grain, name)
        if bits:
            self.derive(grain, f"{name}!", n.Column(bits[0]), Kind.NUMBER)
            return self.derive(grain, name, n.Column(key), self.checked.structure.columns[grain][name].type.kind)
        if key == name:
            return n.Column(name)
        relation = self.checked.relations[grain][key[1:]]
        return self.attach(grain, relation, self.checked.keys[relation.target][0], name)

    @abstractmethod
    def rule_keys(self, grain: str, name: str) -> tuple[str, ...]:
        """The column of a rule that tells groups apart; where it can be at fault, beside that of its bits."""

    def group_keys(self, grain: str, name: str) -> tuple[str, ...]:
        """The columns of the rows it is made of that tell groups apart: a row number where a reference gives one."""
        of = self.checked.pack.groups[grain].of
        if name in self.checked.structure.key_rules[grain]:
            return self.rule_keys(of, name)
        found = self.numbered(of, name) if of in self.checked.pack.inputs else None
        if found is None:
            self.source(of, name)
        return (found or name,)

    def all_group_keys(self, grain: str) -> tuple[str, ...]:
        """The columns that tell groups apart."""
        return tuple(key for name in self.checked.pack.groups[grain].by for key in self.group_keys(grain, name))

    def numbered(self, grain: str, column: str) -> str | None:
        """The row number that says the same as the column: of the row a required relation leads to by it alone."""
        for relation in self.checked.relations[grain].values():
            if relation.required and relation.match == (column,) and relation.target in self.checked.pack.inputs:
                return self.number(grain, relation)
        return None

    def number(self, grain: str, relation: Relation) -> str:
        """The column with the row number that a required relation leads to."""
        if grain in self.checked.pack.pairs:
            return f"@{relation.name}"
        group = self.checked.pack.groups.get(grain)
        return self.reference(grain if group is None else group.of, relation)

    def match(self, grain: str, relation: Relation) -> n.Match:
        """How rows of a grain meet the rows a relation leads to: by row numbers wherever both sides have them."""
        if relation.target in self.checked.pack.groups:
            keys = self.all_group_keys(relation.target)
            return n.Match(keys, keys)
        if relation.as_of:
            return n.Match((self.by_day(grain, relation),), ("@row",))
        if relation.required and grain not in self.checked.pack.groups:
            return n.Match((self.number(grain, relation),), ("@row",), certain=True)
        return self.by_key(grain, relation)

    def by_key(self, grain: str, relation: Relation) -> n.Match:
        """Columns of the grain, and constants, beside the key columns of the row that the relation leads to."""
        pairs = [
            self.fixed(grain, own, relation.target, theirs)
            if isinstance(own, Fixed)
            else self.paired(grain, own, relation.target, theirs)
            for own, theirs in zip(relation.match, self.checked.pack.inputs[relation.target].key, strict=True)
        ]
        return n.Match(tuple(own for own, _ in pairs), tuple(theirs for _, theirs in pairs))

    def by_day(self, grain: str, relation: Relation) -> str:
        """The column with the number of the row that a relation finds by a day. Where a cell by which it is found is
        empty, or the day has faults, the day is one before all days."""
        name, match = f"#{relation.name}", self.by_key(grain, relation)
        first, last = self.spell_days(relation.target)
        known = make.both(self.filled(grain, relation), make.faultless(self.lost(grain, relation)))
        day = make.choose(known, self.day_of(grain, relation), n.Const(FIRST_DAY - 1))
        asked = self.column_of(grain, f"day of {relation.name}", day, Kind.DATE)
        find = n.Find(grain, name, relation.target, match, asked, first, last)
        needs = ((grain, column) for column in (*match.own, asked))
        theirs = ((relation.target, column) for column in (*match.theirs, first, last))
        return self.define(Definition(grain, name, find, (*needs, *theirs), relation.target, match)).name

    def day_of(self, grain: str, relation: Relation) -> n.Node:
        if relation.as_of[0] == t.PERIOD:
            return n.Const(self.built_in[relation.as_of[1]])
        rule = self.checked.structure.day_by_rule(grain, relation)
        return self.column(grain, relation.as_of[0]) if rule is None else self.own(grain, rule).node

    def lost(self, grain: str, relation: Relation) -> n.Node | None:
        """The bits of the day by which a relation finds its row, where a rule gives it and it can have any."""
        rule = self.checked.structure.day_by_rule(grain, relation)
        return None if rule is None else self.own(grain, rule).faults

    @abstractmethod
    def own(self, grain: str, name: str) -> Value:
        """A column or rule of the grain itself."""

    def spell_days(self, target: str) -> tuple[str, str]:
        """The columns of the first and of the last day on which a row holds; one that still runs has no last day."""
        first, last = self.checked.pack.inputs[target].spells
        for name in (first, last):
            self.source(target, name)
        if not self.checked.structure.columns[target][last].optional:
            return first, last
        ends = make.choose(n.Column(f"{last}?"), n.Column(last), n.Const(LAST_DAY))
        return first, self.derive(target, f"last day of {last}", ends, Kind.DATE).name

    def column(self, grain: str, name: str) -> n.Node:
        """A column of the grain that comes from an input."""
        if grain in self.checked.pack.groups:
            return self.of_group(grain, name)
        return self.of_pair(grain, name) if grain in self.checked.pack.pairs else self.source(grain, name)

    def of_pair(self, grain: str, name: str) -> n.Node:
        """A column that a pair has of one of its two rows."""
        pairs, inputs = self.checked.pack.pairs[grain], self.checked.pack.inputs
        end = next(end for end in pairs.ends(inputs) if name in end.in_pairs)
        return self.attach(grain, self.checked.relations[grain][end.name], name, name)

    def fixed(self, grain: str, own: Fixed, target: str, theirs: str) -> tuple[str, str]:
        """A constant stands in a column of its own, so that rows meet over columns alone."""
        self.source(target, theirs)
        return self.derive(grain, f"= {own.value!r}", n.Const(own.value), own.kind).name, theirs

    def paired(self, grain: str, own: str, target: str, theirs: str) -> tuple[str, str]:
        here, there = self.number_of(grain, own), self.number_of(target, theirs)
        if here is not None and there is not None and here[0] == there[0]:
            return here[1], there[1]
        self.column(grain, own)
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

    def column_of(self, grain: str, name: str, node: n.Node, kind: Kind) -> str:
        """The name of a column that holds the node."""
        return node.name if isinstance(node, n.Column) else self.derive(grain, name, node, kind).name

    def attach(self, grain: str, relation: Relation, source: str, name: str, kind: Kind | None = None) -> n.Column:
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
        found = self.define(Definition(grain, name, None, needs, relation.target, match))
        return make.both(self.linked(grain, relation), found)

    def linked(self, grain: str, relation: Relation) -> n.Node:
        """Whether a row has all cells by which it is matched with another; where a day finds the row, their absence is
        in the number of it already."""
        return make.TRUE if relation.as_of else self.filled(grain, relation)

    def filled(self, grain: str, relation: Relation) -> n.Node:
        """Whether a row has all cells by which it names another; an empty one, stored as 0, names no row."""
        columns = self.checked.structure.columns[grain]
        named = [name for name in relation.reads if name in columns and not relation.required]
        optional = [name for name in named if columns[name].optional]
        for name in optional:
            self.source(grain, name)
        return make.both(*(n.Column(f"{name}?") for name in optional))

    def exists(self, grain: str, path: tuple[str, ...]) -> Value:
        """Whether there is the row that relations lead to; faults where nothing tells which row that is."""
        if path == (t.PERIOD,):
            return Value(make.TRUE)
        relation = self.checked.relations[grain][path[0]]
        here: n.Node = make.TRUE if relation.required else self.found(grain, relation)
        lost = self.lost(grain, relation)
        if len(path) == 1:
            return Value(here, faults=lost)
        there, name = self.exists(relation.target, path[1:]), ".".join(path) + "?"
        lost = make.bits(lost, self.attached_bits(grain, relation, name, "!", there.faults))
        if isinstance(there.node, n.Const):
            return Value(here, faults=lost)
        below = self.column_of(relation.target, ".".join(path[1:]) + "?", there.node, Kind.BOOLEAN)
        return Value(make.both(here, self.attach(grain, relation, below, name, Kind.BOOLEAN)), faults=lost)

    def attached_bits(
        self, grain: str, relation: Relation, label: str, sign: str, node: n.Node | None
    ) -> n.Node | None:
        """Bits of the row above. They bear the name of the column they come from: those of a value whose row is known
        to be there are fewer than those of the same value elsewhere."""
        if node is None:
            return None
        below = self.column_of(relation.target, f"({label.split('.', 1)[1]}){sign}", node, Kind.NUMBER)
        return self.attach(grain, relation, below, f"{relation.name}.{below}", Kind.NUMBER)
