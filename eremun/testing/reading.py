"""Test files to cases: the documents under `tests/` and the pack in, cases and every fault of the files out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eremun.diagnostics.diagnostic import Span, fault
from eremun.model.builder import Draft
from eremun.model.pack import Pack
from eremun.sources.syntax import Document, Node, Scalar
from eremun.testing.cases import Case
from eremun.testing.expected import read_expected
from eremun.testing.given import Cells, read_defaults, read_given
from eremun.testing.shapes import Faults, entries_of, misshapen, text_of, unknown
from eremun.values.periods import Period, parse_period

FOLDER = "tests/"
FILE_KEYS = ("period", "defaults", "tests")
CASE_KEYS = ("label", "period", "given", "expect")
PERIOD_FORM = "2026-01"
ANY_PERIOD = Period(2000, 1)


def read_cases(pack: Pack) -> tuple[tuple[Case, ...], Faults]:
    """The cases of a pack, in the order of files and lines, and what is wrong with the files."""
    faults: Faults = []
    documents = [document for document in pack.documents if document.file.startswith(FOLDER)]
    cases = tuple(case for document in documents for case in _file(document, pack, faults))
    return cases, faults


def cases_of(draft: Draft) -> tuple[tuple[Case, ...], Faults]:
    """The same for a pack that may be at fault itself: without what only follows from that."""
    cases, faults = read_cases(draft.pack)
    broken = {one.span.file for one in draft.faults if one.span is not None}
    unseen = {document.file for document in draft.pack.documents if document.lost is None}
    kept = [one for one in faults if one.span is None or one.span.file not in broken | unseen]
    return cases, [one for one in kept if not (one.code == "E656" and draft.lost.has(one.arguments["name"]))]


def _file(document: Document, pack: Pack, faults: Faults) -> Iterator[Case]:
    if document.root is None:
        faults.append(fault("E659", Span(document.file, 1, 1, 1, 2), name="tests", form="{…: …}"))
        return
    parts = _parts(document.root, FILE_KEYS, faults)
    period = _period(parts.get("period"), faults)
    defaults = read_defaults(parts.get("defaults"), pack, faults)
    if "tests" not in parts:
        faults.append(fault("E659", document.root.span, name="tests", form="{…: …}"))
        return
    for name, content in entries_of(parts["tests"], "{…: {given: …, expect: …}}", faults):
        case = _case(name, content, period, defaults, pack, faults)
        if case is not None:
            yield case


def _case(
    name: Scalar, content: Node, period: Period | None, defaults: Mapping[str, Cells], pack: Pack, faults: Faults
) -> Case | None:
    before = len(faults)
    parts = _parts(content, CASE_KEYS, faults)
    own = _period(parts["period"], faults) if "period" in parts else period
    if own is None:
        faults.append(fault("E659", name.span, name="period", form=PERIOD_FORM))
    if "expect" not in parts and len(faults) == before:
        faults.append(fault("E659", name.span, name="expect", form="{…: …}"))
    if own is None or "expect" not in parts:
        return None
    label = text_of(parts["label"], "label: …", faults) if "label" in parts else None
    tables = read_given(parts.get("given"), defaults, pack, own, faults)
    rows, lists = read_expected(parts["expect"], pack, faults)
    return Case(name.span.file, name.text, label.text if label else "", own, tables, rows, lists, name.span)


def _parts(node: Node, known: tuple[str, ...], faults: Faults) -> dict[str, Node]:
    """The parts of a file or case by their keys; a fault for each key of no meaning."""
    parts: dict[str, Node] = {}
    for key, value in entries_of(node, ", ".join(f"{name}: …" for name in known), faults):
        if key.text in known:
            parts[key.text] = value
        else:
            faults.append(unknown(key, known))
    return parts


def _period(node: Node | None, faults: Faults) -> Period | None:
    """The month named; None where none is. One that can't be read is a fault, and any month stands for it."""
    if node is None:
        return None
    text = text_of(node, PERIOD_FORM, faults)
    period = parse_period(text.text) if text is not None else None
    if text is not None and period is None:
        faults.append(misshapen(text, PERIOD_FORM))
    return period or ANY_PERIOD
