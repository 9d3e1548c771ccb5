"""A whole pack."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from eremun.diagnostics.diagnostic import Span
from eremun.model.accepted import Accepted, Begins
from eremun.model.inputs import Group, Input, Pairs
from eremun.model.law import Assumption, Basis, Register, Regulation
from eremun.model.needs import Need, NeededRow
from eremun.model.rules import Ensure, Finding, Outputs, Parameter, Rule, Table
from eremun.sources.packs import HEAD
from eremun.sources.syntax import Document


@dataclass(frozen=True)
class Pack:
    """What the files of a pack say, and of those it uses. Dicts keep file order; rules are keyed by (grain, name).
    `cited`: every basis that an item or chapter names; `begins_by`: what the first day rests on of this pack, and of
    those it uses, where their heads say so. `head`: the name of its pack.yaml among the documents; `uses`:
    where it names each pack that it uses; `needs`, `needed_rows`: what they need of it;
    `serves`: it needs something itself, of a pack that uses it. `corrects`: the rules whose differences a correction
    pays, with their places."""

    name: str
    label: str
    requires: str
    person: str
    effective_from: date
    regulations: Register[Regulation]
    assumptions: Register[Assumption]
    enums: dict[str, tuple[str, ...]]
    inputs: dict[str, Input]
    groups: dict[str, Group]
    parameters: dict[str, Parameter]
    tables: dict[str, Table]
    rules: dict[tuple[str, str], Rule]
    ensures: tuple[Ensure, ...]
    findings: tuple[Finding, ...]
    outputs: Outputs
    documents: tuple[Document, ...]
    folder: str
    enum_spans: dict[str, Span] = field(default_factory=dict)
    cited: tuple[Basis, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    begins: tuple[Begins, ...] = ()
    begins_by: tuple[Basis, ...] = ()
    pairs: dict[str, Pairs] = field(default_factory=dict)
    head: str = HEAD
    uses: dict[str, Span] = field(default_factory=dict)
    needs: tuple[Need, ...] = ()
    needed_rows: tuple[NeededRow, ...] = ()
    serves: bool = False
    corrects: dict[str, Span] = field(default_factory=dict)
