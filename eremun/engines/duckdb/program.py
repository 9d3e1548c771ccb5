"""The whole program as statements of SQL: which frames are stored, and what each statement reads.

Inputs are views. A frame that cost a pass over finer rows and is read more than once is stored as a table until its
last reader is done; every other frame is a part of the statements that read it, with just the columns that these need.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sqlglot import exp

from eremun.engines.duckdb import macros, steps
from eremun.engines.duckdb.lookups import lift
from eremun.engines.duckdb.names import column, identifier, table
from eremun.engines.duckdb.schedule import Block, schedule
from eremun.plan.node_parts import columns_in
from eremun.plan.nodes import Aggregate, Aggregated, Attach, Derive, Find, Group, Pair, Share, Single, Source
from eremun.plan.plan import Plan
from eremun.plan.widths import Widths

_Items = TypeVar("_Items", Derive, Attach, Aggregate)


@dataclass(frozen=True)
class Statement:
    """`result`: the grain whose frame the SELECT gives; None where it makes or drops a table."""

    sql: str
    result: str | None = None


@dataclass(frozen=True)
class Program:
    """`reads`: for each input the columns that its registered frame must have."""

    statements: tuple[Statement, ...]
    reads: dict[str, set[str]]

    def text(self) -> str:
        return "".join(f"{statement.sql};\n\n" for statement in self.statements)


def columns_kept(plan: Plan, grain: str) -> list[str]:
    """The columns of a frame of results, in the order of the plan."""
    names: list[str] = []
    for name, info in plan.columns[grain].items():
        names += [name, *([f"{name}!"] if info.faulty else []), *([f"{name}?"] if info.optional else [])]
    return names + (["@blocked"] if grain == plan.person and "@blocked" not in names else [])


def program(plan: Plan, widths: Widths, keep: Set[str]) -> Program:
    """What computes the kept grains, in the order of the plan; a grain without columns needs nothing."""
    lifted, widths = lift(plan.steps, widths)
    kept = {grain: names for grain in plan.columns if grain in keep and (names := columns_kept(plan, grain))}
    sources = {step.grain for step in lifted if isinstance(step, Source)}
    wanted = {grain: {*names, *({"@row"} if grain in sources else ())} for grain, names in kept.items()}
    maker = _Maker(plan, widths, schedule(lifted, wanted))
    return maker.made(kept, wanted)


@dataclass
class _Maker:
    plan: Plan
    widths: Widths
    blocks: list[Block]
    needs: dict[int, set[str]] = field(default_factory=dict)
    stored: set[int] = field(default_factory=set)
    views: set[int] = field(default_factory=set)

    def made(self, kept: Mapping[str, Sequence[str]], wanted: Mapping[str, Set[str]]) -> Program:
        last = {block.step.grain: place for place, block in enumerate(self.blocks)}
        roots = {self.maker(last[grain], set(names)): set(names) for grain, names in wanted.items()}
        self.needs, readers = needs, _ = self.slice(roots)
        self.choose_stored(needs, readers)
        self.views = {place for place in needs if isinstance(self.blocks[place].step, Source)}
        texts = [(self.view(place), set[int]()) for place in sorted(self.views)]
        for place in sorted(self.stored | set(roots)):
            if place in self.stored:
                texts.append(self.table(place, needs[place]))
            if place in roots:
                grain = self.blocks[place].step.grain
                texts.append(self.result(place, grain, kept[grain], "@row" in wanted[grain]))
        reads = {self.blocks[place].step.grain: needs[place] for place in self.views}
        return Program(self.with_macros(self.with_drops(texts)), reads)

    def slice(
        self, roots: Mapping[int, set[str]], stop: Set[int] = frozenset()
    ) -> tuple[dict[int, set[str]], dict[int, int]]:
        """What each block must give so that the roots give those columns, and how many blocks (and roots) read it."""
        needs = {place: set(names) for place, names in roots.items()}
        readers = dict.fromkeys(roots, 1)
        for place in range(max(roots, default=-1), -1, -1):
            if place not in needs or place in stop:
                continue
            for at, names in self.inputs(place, needs[place]):
                needs.setdefault(at, set()).update(names)
                readers[at] = readers.get(at, 0) + 1
        return needs, readers

    def inputs(self, place: int, needed: set[str]) -> list[tuple[int, set[str]]]:
        """The blocks that this one reads, with the columns; blocks that make none of them are passed over."""
        block = self.blocks[place]
        own, other = _reads(block, needed)
        read = [] if block.before is None else [(self.maker(block.before, own), own)]
        return read if block.read is None else [*read, (self.maker(block.read, other), other)]

    def maker(self, place: int, names: set[str]) -> int:
        while not _makes(self.blocks[place]) & names and not (place in self.stored and names <= self.needs[place]):
            before = self.blocks[place].before
            if before is None or isinstance(self.blocks[place].step, Pair):
                break
            place = before
        return place

    def choose_stored(self, needs: Mapping[int, set[str]], readers: Mapping[int, int]) -> None:
        heavy: set[int] = set()
        for place in sorted(needs):
            block = self.blocks[place]
            read = {at for at, _ in self.inputs(place, needs[place])}
            if isinstance(block.step, (Group, Find, Aggregate, Share)) or read & heavy:
                (self.stored if readers[place] > 1 else heavy).add(place)

    def view(self, place: int) -> Statement:
        """A part that is read twice would be stored by DuckDB, all rows of it; a view is not."""
        create = exp.Create(this=table(self.name(place)), kind="VIEW", expression=self.select(place, self.needs[place]),
                            properties=exp.Properties(expressions=[exp.TemporaryProperty()]))  # fmt: skip
        return Statement(_text(create))

    def table(self, place: int, names: set[str]) -> tuple[Statement, set[int]]:
        query, read = self.query(place, names, inside=True)
        create = exp.Create(this=table(self.name(place)), kind="TABLE", expression=query,
                            properties=exp.Properties(expressions=[exp.TemporaryProperty()]))  # fmt: skip
        return Statement(_text(create)), read | {place}

    def result(self, place: int, grain: str, names: Sequence[str], ordered: bool) -> tuple[Statement, set[int]]:
        needed = {*names, "@row"} if ordered else set(names)
        query, read = self.query(place, needed, inside=False)
        query.set("expressions", [column(name) for name in names])
        if ordered:
            query.order_by(exp.Ordered(this=column("@row"), nulls_first=False), copy=False)
        return Statement(_text(query), grain), read

    def query(self, place: int, names: set[str], inside: bool) -> tuple[exp.Select, set[int]]:
        """The columns of a block, with all blocks that are not stored as parts; and which stored ones it reads."""
        stop = (self.stored - {place} if inside else self.stored) | self.views
        needs, readers = self.slice({place: names}, stop)
        query = exp.Select(expressions=[column(name) for name in sorted(names)])
        query.from_(table(self.name(place)), copy=False)
        for at in sorted(needs):
            if at not in stop:
                self.add_part(query, at, needs[at], twice=readers[at] > 1)
        return query, {at for at in needs if at in self.stored and at in stop}

    def add_part(self, query: exp.Select, place: int, needed: set[str], twice: bool) -> None:
        part = self.select(place, needed)
        query.with_(identifier(self.name(place)), part, materialized=False if twice else None, copy=False)

    def select(self, place: int, needed: set[str]) -> exp.Select:
        block = self.blocks[place]
        names = [self.name(at) for at, _ in self.inputs(place, needed)]
        match block.step:
            case Source():
                return steps.source(block.step, needed)
            case Single():
                return steps.single(self.plan.period)
            case Group():
                totals = [item for item in block.totals if item.name in needed]
                return steps.group(block.step, totals, names[0], needed, self.widths)
            case Pair():
                return steps.pair(block.step, names[0], names[1], needed)
            case Derive():
                return steps.derive(_only(block.step, needed), names[0], self.widths)
            case Find():
                return steps.find(block.step, names[0], names[1])
            case Attach():
                return steps.attach(_only(block.step, needed), names[0], names[1])
            case Aggregate():
                return steps.aggregate(_only(block.step, needed), names[0], names[1], self.widths)
            case Share():
                return steps.share(block.step, names[0], self.widths)

    def name(self, place: int) -> str:
        """The grain, and how many blocks have added to it."""
        grain = self.blocks[place].step.grain
        return f"{grain} {sum(block.step.grain == grain for block in self.blocks[: place + 1])}"

    def with_drops(self, texts: Sequence[tuple[Statement, set[int]]]) -> list[Statement]:
        """Each table dropped after the last statement that touches it."""
        last = {place: number for number, (_, read) in enumerate(texts) for place in read}
        statements: list[Statement] = []
        for number, (statement, read) in enumerate(texts):
            statements.append(statement)
            for place in sorted(place for place in read if last[place] == number):
                statements.append(Statement(f"DROP TABLE {_text(table(self.name(place)))}"))
        return statements

    def with_macros(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        called = macros.used("".join(statement.sql for statement in statements))
        return (*(Statement(sql) for sql in called), *statements)


def _text(query: exp.Expr) -> str:
    return query.sql(dialect="duckdb", pretty=True, copy=False)


def _makes(block: Block) -> set[str]:
    """The columns that the block adds."""
    step = block.step
    if isinstance(step, (Derive, Attach, Aggregate)):
        found = {step.found} if isinstance(step, Attach) and step.found else set()
        return {item.name for item in step.items} | found
    return {step.name} if isinstance(step, (Find, Share)) else set()


def _reads(block: Block, needed: set[str]) -> tuple[set[str], set[str]]:
    """What the block reads on its own grain, and on the other, to give the needed columns."""
    step, passed = block.step, needed - _makes(block)
    match step:
        case Source() | Single():
            return set(), set()
        case Group():
            return set(), {*step.keys, *_read_by(item for item in block.totals if item.name in needed)}
        case Pair():
            return {"@row"}, {"@row"}
        case Derive():
            return passed.union(columns_in(*(item.node for item in step.items if item.name in needed))), set()
        case Find():
            return passed.union(step.match.own, {step.day}), {"@row", *step.match.theirs, step.first, step.last}
        case Attach():
            sources = {item.source for item in step.items if item.name in needed}
            return passed.union(step.match.own), sources.union(step.match.theirs)
        case Aggregate():
            read = _read_by(item for item in step.items if item.name in needed)
            return passed.union(step.match.own), read.union(step.match.theirs)
        case Share():
            return passed.union(step.columns), set()


def _read_by(items: Iterable[Aggregated]) -> set[str]:
    return set(columns_in(*(node for item in items for node in (item.value, item.where))))


def _only(step: _Items, needed: set[str]) -> _Items:
    """The step with the items that are needed."""
    items = tuple(item for item in step.items if item.name in needed)
    if isinstance(step, Attach) and step.found and step.found not in needed:
        return replace(step, items=items, found=None)
    return replace(step, items=items)
