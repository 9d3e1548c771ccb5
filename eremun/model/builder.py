"""The door of this stage: documents in, a `Pack` out, or every fault of shape at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from eremun.diagnostics.diagnostic import Diagnostic, Mark, Refused, Span
from eremun.model.fields import Collector, Fields, checked_name
from eremun.model.inputs import Group, Input, Pairs
from eremun.model.law import Basis
from eremun.model.lost import Lost
from eremun.model.pack import Pack
from eremun.model.read_inputs import is_of_pairs, read_enum, read_group, read_input, read_pairs
from eremun.model.read_law import check_register, read_assumption, read_regulation
from eremun.model.read_outputs import read_outputs
from eremun.model.read_relations import read_relations
from eremun.model.read_rules import read_ensure, read_finding, read_rules
from eremun.model.read_tables import read_parameter, read_table
from eremun.model.read_version import version_refused
from eremun.model.rules import Ensure, Finding, Outputs, Rule
from eremun.sources import syntax as s
from eremun.sources.reader import Reading, decides_pay

NO_RULES = ("pack.yaml", "synth.yaml")
SECTIONS = (
    "chapter basis assumption regulations assumptions enums inputs groups parameters tables "
    "rules ensure findings outputs"
)
NAMED = ("inputs", "groups", "parameters", "tables")
NO_DAY = date.max  # nothing begins later, so nothing is said to begin too late
T = TypeVar("T")


def build_pack(documents: tuple[s.Document, ...], folder: str) -> Pack:
    """What the documents of a pack say. Refused with every fault of shape, in file order; one that asks for another
    version of eremun with that alone, since all else would follow from it."""
    return whole_pack(draft_pack(Reading(documents, ()), folder))


def whole_pack(draft: Draft) -> Pack:
    """The pack of a draft without fault. Refused with its faults."""
    documents = draft.pack.documents
    if draft.faults:
        sources = {document.file: document.text for document in documents}
        raise Refused(*in_file_order(draft.faults, documents), sources=sources)
    return draft.pack


@dataclass(frozen=True)
class Draft:
    """A pack as far as it could be made out: the faults of sources and model, and what they leave unknown."""

    pack: Pack
    faults: tuple[Diagnostic, ...] = ()
    lost: Lost = field(default_factory=Lost)


def draft_pack(reading: Reading, folder: str) -> Draft:
    """What the documents say, without the items that are at fault. Refused where another version is asked for."""
    other_version = version_refused(next(one for one in reading.documents if one.file == "pack.yaml").root)
    if other_version is not None:
        raise Refused(other_version, sources=reading.sources)
    builder = _Builder(reading.documents)
    pack = builder.pack(folder)
    return Draft(pack, (*reading.faults, *builder.to.faults), builder.to.lost)


def in_file_order(found: Sequence[Diagnostic], documents: Sequence[s.Document]) -> list[Diagnostic]:
    """Diagnostics by the order of the files, line and column; without a place first."""
    order = {document.file: place for place, document in enumerate(documents)}
    first = Span("", 0, 0, 0, 0)

    def place(diagnostic: Diagnostic) -> tuple[int, int, int]:
        span = diagnostic.span or first
        return order.get(span.file, -1), span.line, span.column

    return sorted(found, key=place)


class _Builder:
    def __init__(self, documents: tuple[s.Document, ...]) -> None:
        self.to = Collector(Lost(document for document in documents if decides_pay(document.file)))
        self.documents = documents
        self.parts = [d for d in documents if "/" not in d.file and d.file.endswith(".yaml") and d.file not in NO_RULES]
        self.to.files = {d.file: d.text for d in documents if d.file.endswith(".csv")}
        self.names: dict[tuple[str, str], Span] = {}
        self.pairs: dict[str, Pairs] = {}

    def pack(self, folder: str) -> Pack:
        head = next(document for document in self.documents if document.file == "pack.yaml")
        place = Span("pack.yaml", 1, 1, 1, 2)
        fields = Fields(self.to, head.root, "pack.yaml", "name label eremun effective_from period person", place)
        fields.choice("period", ("month",), "month")
        since = fields.day("effective_from", needed=True) or NO_DAY
        for part in self.parts:
            self.check_sections(part)
        self.to.enums = dict(self.known("enums", lambda _, n: read_enum(self.to, n) or None))
        regulations = {k.text: read_regulation(self.to, k, n) for k, n in self.section("regulations")}
        assumptions = {k.text: read_assumption(self.to, k, n) for k, n in self.section("assumptions")}
        inputs = self.inputs()
        pack = Pack(
            name=fields.text("name", folder),
            label=fields.text("label"),
            requires=fields.text("eremun", ">=0.1"),
            person=fields.text("person", needed=True),
            effective_from=since,
            regulations=regulations,
            assumptions=assumptions,
            enums=self.to.enums,
            inputs=inputs,
            groups=self.groups(inputs),
            parameters=dict(self.known("parameters", lambda k, n: read_parameter(self.to, k, n, since))),
            tables=dict(self.known("tables", lambda k, n: read_table(self.to, k, n, since))),
            rules={(rule.grain, rule.name): rule for rule in self.rules(since)},
            ensures=tuple(self.ensures()),
            findings=tuple(self.findings()),
            outputs=self.outputs(),
            documents=self.documents,
            folder=folder,
            enum_spans={name: span for (space, name), span in self.names.items() if space == "enums"},
            pairs=self.pairs,
        )
        check_register(self.to, regulations, assumptions)
        return replace(pack, cited=tuple(self.to.cited), accepted=tuple(self.to.accepted), begins=tuple(self.to.begins))

    def check_sections(self, part: s.Document) -> None:
        Fields(self.to, part.root, part.file, SECTIONS, Span(part.file, 1, 1, 1, 2))

    def section(self, name: str) -> Iterator[tuple[s.Scalar, s.Node]]:
        """The items of a section over all files; a name said twice is refused."""
        for part in self.parts:
            node = part.root.get(name) if isinstance(part.root, s.Mapping) else None
            if node is None:
                continue
            self.to.default_basis = self.chapter_basis(part)
            for key, item in self.to.mapping(node, node.span, name).entries:
                if self.first(name, key) and (name not in NAMED or checked_name(self.to, key)):
                    yield key, item
            self.to.default_basis = None

    def first(self, section: str, key: s.Scalar) -> bool:
        space = "inputs" if section == "groups" else section
        before = self.names.setdefault((space, key.text), key.span)
        if before is not key.span and section not in ("rules", "ensure", "findings"):
            self.to.refuse("E213", key.span, Mark(before, "@first"), name=key.text)
            self.to.lost.doubt(section, key.text)
            return False
        return True

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
        fields = Fields(self.to, part.root, part.file, SECTIONS, Span(part.file, 1, 1, 1, 2))
        if not (fields.has("basis") or fields.has("assumption")):
            return None
        return fields.basis()

    def chapter(self, key: s.Scalar) -> str:
        part = next(part for part in self.parts if part.file == key.span.file)
        title = part.root.get("chapter") if isinstance(part.root, s.Mapping) else None
        return title.text if isinstance(title, s.Scalar) else ""

    def inputs(self) -> dict[str, Input]:
        nodes = {k.text: (k, n) for k, n in self.section("inputs")}
        found = {name: read_input(self.to, key, node) for name, (key, node) in nodes.items()}
        self.to.dates = {name: item.date for name, item in found.items() if item.date is not None}
        return {name: self.related(item, nodes[name][1], found) for name, item in found.items()}

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
        """(grain, name, item) of a section whose items stand under grains."""
        for grain, node in self.section(section):
            for key, item in self.to.mapping(node, grain.span, grain.text).entries:
                before = self.names.setdefault((f"{section} {grain.text}", key.text), key.span)
                if before is not key.span:
                    self.to.refuse("E213", key.span, Mark(before, "@first"), name=key.text)
                    self.to.lost.doubt(grain.text, key.text)
                else:
                    yield grain, key, item

    def rules(self, since: date) -> Iterator[Rule]:
        for grain, key, item in self.items("rules"):
            before = self.to.trouble
            found = list(read_rules(self.to, grain.text, key, item, self.chapter(key), since))
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

    def outputs(self) -> Outputs:
        for part in self.parts:
            root = part.root
            for key, node in root.entries if isinstance(root, s.Mapping) else ():
                if key.text == "outputs":
                    return read_outputs(self.to, key, node)
        if not self.to.lost.has("outputs"):
            self.to.refuse("E202", Span("pack.yaml", 1, 1, 1, 2), key="outputs", what="pack")
        return Outputs()
