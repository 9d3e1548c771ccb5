"""The door of this stage: documents in, a `Pack` out, or every fault of shape at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from eremun.diagnostics.diagnostic import Diagnostic, Mark, Refused, Span, fault
from eremun.model.fields import Collector, Fields, checked_name, nearby
from eremun.model.inputs import Group, Input, Pairs
from eremun.model.law import Basis, Register
from eremun.model.lost import Lost
from eremun.model.needs import Need, NeededRow, as_inputs, read_need, with_rows
from eremun.model.pack import Pack
from eremun.model.read_inputs import is_of_pairs, read_enum, read_group, read_input, read_pairs
from eremun.model.read_law import check_register, read_assumption, read_regulation
from eremun.model.read_outputs import read_outputs
from eremun.model.read_relations import read_relations
from eremun.model.read_rules import read_ensure, read_finding, read_rules
from eremun.model.read_tables import read_parameter, read_table
from eremun.model.read_version import version_refused
from eremun.model.rules import Ensure, Finding, Outputs, Rule
from eremun.model.two_packs import refuse_two_packs
from eremun.sources import syntax as s
from eremun.sources.packs import HEAD, beside, inside, pack_of, uses_of
from eremun.sources.reader import Reading, decides_pay

SECTIONS = (
    "chapter basis assumption regulations assumptions enums inputs groups needs parameters tables "
    "rules ensure findings outputs"
)
HEAD_KEYS = "name label eremun effective_from basis assumption period person uses corrects"
NAMED = ("inputs", "groups", "parameters", "tables")
REGISTERS = ("regulations", "assumptions")
PERIOD = "period"
UNDER_GRAINS = ("rules", "ensure", "findings", "needs")
NO_DAY = date.max  # nothing begins later, so nothing is said to begin too late
T = TypeVar("T")


def whole_pack(draft: Draft) -> Pack:
    """The pack of a draft without fault. Refused with its faults."""
    documents = draft.pack.documents
    if draft.faults:
        sources = {document.file: document.text for document in documents}
        raise Refused(*in_file_order(draft.faults, documents), sources=sources)
    return draft.pack


@dataclass(frozen=True)
class Draft:
    """A pack as far as it could be made out: the faults of sources and model, and what they leave unknown. `lower`: the
    packs that it uses, each by itself."""

    pack: Pack
    faults: tuple[Diagnostic, ...] = ()
    lost: Lost = field(default_factory=Lost)
    lower: tuple[Draft, ...] = ()


def draft_pack(reading: Reading, folder: str, name: str = "") -> Draft:
    """What the documents say, those of the packs it uses among them, without the items that are at fault; of `name`,
    one of the used packs, alone. Refused where another version is asked for."""
    documents = _of_pack(reading.documents, name)
    heads = [document for document in documents if inside(document.file) == HEAD]
    other_versions = [refused for head in heads if (refused := version_refused(head.root)) is not None]
    if other_versions:
        raise Refused(*other_versions, sources=reading.sources)
    builder = _Builder(documents, name)
    pack = builder.pack(folder)
    files = {document.file for document in documents}
    unread = [one for one in reading.faults if not name or (one.span is not None and one.span.file in files)]
    lower = tuple(draft_pack(reading, used, used) for used in pack.uses if used in builder.heads)
    return Draft(pack, (*unread, *builder.to.faults), builder.to.lost, lower)


def _of_pack(documents: tuple[s.Document, ...], name: str) -> tuple[s.Document, ...]:
    """The documents of a pack and of those it uses, itself or through another."""
    heads = {pack_of(one.file): one.root for one in documents if inside(one.file) == HEAD}
    wanted, todo = [name], [name]
    while todo:
        found = [word.text for word in uses_of(heads.get(todo.pop())) if word.text not in wanted]
        wanted, todo = [*wanted, *found], [*todo, *found]
    return tuple(document for document in documents if pack_of(document.file) in wanted)


def in_file_order(found: Sequence[Diagnostic], documents: Sequence[s.Document]) -> list[Diagnostic]:
    """Diagnostics by the order of the files, line and column; without a place first."""
    place, first = place_in(documents), Span("", 0, 0, 0, 0)
    return sorted(found, key=lambda one: place(one.span or first))


def place_in(documents: Sequence[s.Document]) -> Callable[[Span], tuple[int, int, int]]:
    """What places are sorted by: the order of the files, line and column."""
    order = {document.file: place for place, document in enumerate(documents)}
    return lambda span: (order.get(span.file, -1), span.line, span.column)


class _Builder:
    def __init__(self, documents: tuple[s.Document, ...], name: str) -> None:
        own = [document for document in documents if decides_pay(document.file)]
        self.to = Collector(Lost(own))
        self.documents, self.name = documents, name
        self.heads = {pack_of(d.file): d for d in own if inside(d.file) == HEAD}
        if any(word.text not in self.heads for head in self.heads.values() for word in uses_of(head.root)):
            self.to.lost.names = None  # a pack that could not be read may define any name
        self.parts = [d for d in own if d.file.endswith(".yaml") and inside(d.file) != HEAD]
        self.to.files = {d.file: d.text for d in own if d.file.endswith(".csv")}
        self.names: dict[tuple[str, str], Span] = {}
        self.since: dict[str, date] = {}
        self.begins_by: list[Basis] = []
        self.pairs: dict[str, Pairs] = {}
        self.sections: dict[str, Fields] = {}
        self.needed: set[str] = set()
        self.absent: set[str] = set()

    def pack(self, folder: str) -> Pack:
        fields = {name: self.read_head(document) for name, document in self.heads.items()}[self.name]
        for part in self.parts:
            self.check_sections(part)
        self.to.enums = dict(self.known("enums", lambda _, n: read_enum(self.to, n) or None))
        uses = {name: tuple(word.text for word in uses_of(head.root)) for name, head in self.heads.items()}
        regulations = Register({n: read_regulation(self.to, k, i) for n, k, i in self.register("regulations")}, uses)
        assumptions = Register({n: read_assumption(self.to, k, i) for n, k, i in self.register("assumptions")}, uses)
        needs = tuple(self.needs())
        self.needed = {need.grain for need in needs}
        own_needs = [need for need in needs if need.pack == self.name]
        inputs = self.inputs(own_needs)
        pack = Pack(
            name=fields.text("name", folder),
            label=fields.text("label"),
            requires=fields.text("eremun", ">=0.1"),
            person=fields.text("person", needed=True),
            effective_from=max(self.since.values()),
            regulations=regulations,
            assumptions=assumptions,
            enums=self.to.enums,
            inputs=inputs,
            groups=self.groups(inputs),
            parameters=dict(self.known("parameters", lambda k, n: read_parameter(self.to, k, n, self.since_of(k)))),
            tables=dict(self.known("tables", lambda k, n: read_table(self.to, k, n, self.since_of(k)))),
            rules={(rule.grain, rule.name): rule for rule in self.rules()},
            ensures=tuple(self.ensures()),
            findings=tuple(self.findings()),
            outputs=self.outputs(bool(own_needs), inputs.get(fields.text("person"))),
            documents=self.documents,
            folder=folder,
            enum_spans={name: span for (space, name), span in self.names.items() if space == "enums"},
            pairs=self.pairs,
            begins_by=tuple(self.begins_by),
            head=self.heads[self.name].file,
            uses={word.text: word.span for word in uses_of(self.heads[self.name].root)},
            needs=tuple(need for need in needs if need.pack != self.name and isinstance(need, Need)),
            needed_rows=tuple(row for row in needs if row.pack != self.name and isinstance(row, NeededRow)),
            serves=bool(own_needs),
            corrects={word.text: word.span for word in fields.distinct("corrects")},
        )
        self.no_basis_at_all()
        check_register(self.to, regulations, assumptions)
        return replace(pack, cited=tuple(self.to.cited), accepted=tuple(self.to.accepted), begins=tuple(self.to.begins))

    def no_basis_at_all(self) -> None:
        """A file of which nothing says what it rests on lacks one line at its top: told once, there."""
        lacking = Counter(one.span.file for one in self.to.faults if one.code == "E210" and one.span is not None)
        cited = {basis.span.file for basis in self.to.cited}
        wholly = {file for file, times in lacking.items() if times > 1 and file not in cited}
        kept = [one for one in self.to.faults if one.code != "E210" or one.span is None or one.span.file not in wholly]
        said = {file for file, fields in self.sections.items() if fields.may_be("basis")}
        told = [fault("E210", Span(file, 1, 1, 1, 2), what=inside(file)) for file in sorted(wholly - said)]
        self.to.faults[:] = [*kept, *told]

    def read_head(self, head: s.Document) -> Fields:
        """What every pack.yaml says, whose it may be."""
        fields = Fields(self.to, head.root, HEAD, HEAD_KEYS, Span(head.file, 1, 1, 1, 2))
        fields.choice("period", ("month",), "month")
        fields.distinct("uses")
        self.since[pack_of(head.file)] = fields.day("effective_from", needed=True) or NO_DAY
        basis = fields.own_basis()
        self.begins_by += [basis] if basis is not None else []
        return fields

    def since_of(self, key: s.Scalar) -> date:
        """Since when the pack is in force in whose files that stands."""
        return self.since[pack_of(key.span.file)]

    def check_sections(self, part: s.Document) -> None:
        self.sections[part.file] = Fields(self.to, part.root, part.file, SECTIONS, Span(part.file, 1, 1, 1, 2))

    def section(self, name: str) -> Iterator[tuple[s.Scalar, s.Node]]:
        """The items of a section over all files; a name said twice is refused."""
        for part in self.parts:
            node = part.root.get(name) if isinstance(part.root, s.Mapping) else None
            if node is None:
                continue
            self.to.default_basis = self.chapter_basis(part)
            for key, item in self.to.mapping(node, node.span, name).entries:
                new = name in UNDER_GRAINS or self.first(self.space(name, key), key, name)
                if new and (name not in NAMED or checked_name(self.to, key)):
                    yield key, item
            self.to.default_basis = None

    def space(self, section: str, key: s.Scalar) -> str:
        """Within what the names of a section differ; every pack has its own registers."""
        if section in REGISTERS:
            return beside(key.span.file, section)
        return "inputs" if section == "groups" else section

    def register(self, name: str) -> Iterator[tuple[tuple[str, str], s.Scalar, s.Node]]:
        """The entries of a register, each under its pack's name and its own."""
        for key, item in self.section(name):
            yield (pack_of(key.span.file), key.text), key, item

    def first(self, space: str, key: s.Scalar, doubtful: str) -> bool:
        """Whether the name is new there; where another pack has it, the place in the upper one is told first."""
        before = self.names.setdefault((space, key.text), key.span)
        if before is key.span:
            return True
        self.to.lost.doubt(doubtful, key.text)
        if pack_of(before.file) == pack_of(key.span.file):
            self.to.refuse("E213", key.span, Mark(before, "@first"), name=key.text)
        else:
            refuse_two_packs(self.to.refuse, key.text, before, key.span)
        return False

    def known(self, section: str, read: Callable[[s.Scalar, s.Node], T | None]) -> Iterator[tuple[str, T]]:
        """The items of a section of which it is known what they are; an item with a fault is doubtful."""
        for key, node in self.section(section):
            before = self.to.trouble
            item = read(key, node)
            if item is None:
                self.to.lost.name(key.text)
                continue
            if self.to.trouble > before:
                self.to.lost.doubt(section, key.text)
            yield key.text, item

    def chapter_basis(self, part: s.Document) -> Basis | None:
        fields = self.sections[part.file]
        if not (fields.has("basis") or fields.has("assumption")):
            return None
        return fields.basis()

    def chapter(self, key: s.Scalar) -> str:
        part = next(part for part in self.parts if part.file == key.span.file)
        title = part.root.get("chapter") if isinstance(part.root, s.Mapping) else None
        return title.text if isinstance(title, s.Scalar) else ""

    def inputs(self, needs: list[Need | NeededRow]) -> dict[str, Input]:
        """The declared inputs; before them the grains of what the pack itself needs, when nobody uses it."""
        needed = as_inputs(needs)
        self.names.update({("inputs", name): item.span for name, item in needed.items()})
        nodes = {k.text: (k, n) for k, n in self.section("inputs")}
        found = needed | {name: read_input(self.to, key, node) for name, (key, node) in nodes.items()}
        self.to.dates = {name: item.date for name, item in found.items() if item.date is not None}
        rows = [row for row in needs if isinstance(row, NeededRow)]
        needed = {n: with_rows(item, (r for r in rows if r.grain == n), found) for n, item in needed.items()}
        return needed | {name: self.related(found[name], node, found) for name, (_, node) in nodes.items()}

    def related(self, item: Input, node: s.Node, inputs: dict[str, Input]) -> Input:
        """The table with its relations, now that all tables are known."""
        before = self.to.trouble
        relations = read_relations(self.to, node, item.columns, inputs)
        if self.to.trouble > before:
            self.to.lost.doubt(item.name, "")
        return replace(item, relations=relations)

    def groups(self, inputs: dict[str, Input]) -> dict[str, Group]:
        nodes = list(self.section("groups"))
        self.pairs = {k.text: read_pairs(self.to, k, n, inputs) for k, n in nodes if is_of_pairs(n)}
        days = {name: pairs.date(inputs) for name, pairs in self.pairs.items()}
        self.to.dates |= {name: day for name, day in days.items() if day is not None}
        read = ((key, read_group(self.to, key, node)) for key, node in nodes if not is_of_pairs(node))
        found = {key.text: group for key, group in read if group is not None}
        for name, group in found.items():
            if self.to.dates.get(group.of) in group.by:
                self.to.dates[name] = self.to.dates[group.of]
        return found

    def items(self, section: str) -> Iterator[tuple[s.Scalar, s.Scalar, s.Node]]:
        """(grain, name, item) of a section whose items stand under grains. Two packs may need the same."""
        for grain, node in self.section(section):
            if section != "needs" and self.no_grain(grain, node):
                continue
            whose = pack_of(grain.span.file) if section == "needs" else ""
            for key, item in self.to.mapping(node, grain.span, grain.text).entries:
                if self.first(f"{section} {whose} {grain.text}", key, grain.text):
                    yield grain, key, item

    def no_grain(self, key: s.Scalar, node: s.Node) -> bool:
        """Whether no rows have that name; told once. What stands there, or is written too far out, is lost."""
        if key.text == PERIOD or key.text in self.needed or ("inputs", key.text) in self.names:
            return False
        grains = [name for space, name in self.names if space == "inputs"]
        if key.text not in self.absent:
            self.to.refuse("E241", key.span, name=key.text, **nearby(key.text, [*grains, PERIOD]))
        self.absent.add(key.text)
        too_far_out = isinstance(node, s.Mapping) and any(isinstance(value, s.Scalar) for _, value in node.entries)
        for name in [key.text] if too_far_out else s.keys_in(node):
            self.to.lost.name(name)
        return True

    def needs(self) -> Iterator[Need | NeededRow]:
        for grain, key, item in self.items("needs"):
            named = checked_name(self.to, grain) and checked_name(self.to, key)
            need = read_need(self.to, grain, key, item) if named else None
            if need is not None:
                yield need
            else:
                self.to.lost.name(key.text)

    def rules(self) -> Iterator[Rule]:
        for grain, key, item in self.items("rules"):
            before = self.to.trouble
            found = list(read_rules(self.to, grain.text, key, item, self.chapter(key), self.since_of(key)))
            if not found:
                self.to.lost.name(key.text)
            if self.to.trouble > before:
                self.to.lost.doubtful.update((rule.grain, rule.name) for rule in found)
            yield from found

    def ensures(self) -> Iterator[Ensure]:
        for grain, key, item in self.items("ensure"):
            ensure = read_ensure(self.to, grain.text, key, item)
            if ensure is not None:
                yield ensure

    def findings(self) -> Iterator[Finding]:
        for grain, key, item in self.items("findings"):
            finding = read_finding(self.to, grain.text, key, item)
            if finding is not None:
                yield finding

    def outputs(self, needs: bool, person: Input | None) -> Outputs:
        """Those of the pack itself. One that needs something of another is paid by that one, and may have none."""
        for part in self.parts:
            root = part.root if pack_of(part.file) == self.name else None
            for key, node in root.entries if isinstance(root, s.Mapping) else ():
                if key.text == "outputs":
                    keys = () if person is None else tuple(name for name in person.key if name in person.columns)
                    return read_outputs(self.to, key, node, keys)
        if not needs and not self.to.lost.has("outputs"):
            self.to.refuse("E202", Span(self.heads[self.name].file, 1, 1, 1, 2), key="outputs", what="pack")
        return Outputs()
