"""Test files to cases: the documents under `tests/` and the pack in, cases and every fault of the files out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from eremun.diagnostics.diagnostic import Diagnostic, Span, fault
from eremun.model.builder import Draft
from eremun.model.lost import UNKNOWN
from eremun.model.pack import Pack
from eremun.sources.syntax import Document, Node, Scalar
from eremun.testing.cases import Case
from eremun.testing.expected import read_expected
from eremun.testing.given import Cells, read_defaults, read_given
from eremun.testing.shapes import Faults, entries_of, misshapen, text_of, unknown
from eremun.values.periods import Period, parse_period

FOLDER = "tests/"
FILE_KEYS = ("period", "defaults", "tests")
CASE_KEYS = ("label", "period", "periods", "given", "expect")
MONTH_KEYS = ("given", "expect")
PERIOD_FORM = "2026-01"
ANY_PERIOD = Period(2000, 1)


def read_cases(pack: Pack) -> tuple[tuple[Case, ...], Faults]:
    """The cases of a pack, in the order of files and lines, and what is wrong with the files."""
    faults: Faults = []
    documents = [document for document in pack.documents if document.file.startswith(FOLDER)]
    cases = tuple(case for document in documents for case in _file(document, pack, faults))
    return cases, faults


def cases_of(draft: Draft, told: Sequence[Diagnostic] = ()) -> tuple[tuple[Case, ...], Faults]:
    """The same for a pack that may be at fault itself, of which that is `told`: without what only follows from it. An
    unknown name is one mistake in every row of a file."""
    cases, faults = read_cases(draft.pack)
    broken = {one.span.file for one in draft.faults if one.span is not None}
    unseen = {document.file for document in draft.pack.documents if document.lost is None}
    kept = [one for one in faults if one.span is None or one.span.file not in broken | unseen]
    unknown_there = {one.arguments["name"] for one in told if one.code in UNKNOWN}
    return cases, [one for one in _once(kept) if not _follows(one, draft, unknown_there)]


def _once(found: Faults) -> Iterator[Diagnostic]:
    """Of the same name that is unknown in the same file, the first."""
    told: set[tuple[str, object, object]] = set()
    for one in found:
        what = (one.span.file if one.span else "", one.arguments.get("name"), one.arguments.get("known"))
        if one.code != "E656" or what not in told:
            yield one
        told.add(what)


def _follows(one: Diagnostic, draft: Draft, unknown_there: Set[object]) -> bool:
    """Whether a name is unknown, a key not given or a value of another form, for a fault of the pack itself."""
    name = one.arguments.get("name")
    if one.code == "E656":
        return name in unknown_there or draft.lost.has(str(name))
    if one.code == "E658":
        return name in draft.lost.unclear
    return one.code == "E659" and any(not name for _, name in draft.lost.doubtful)


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
        yield from _cases(name, content, period, defaults, pack, faults)


def _cases(
    name: Scalar, content: Node, period: Period | None, defaults: Mapping[str, Cells], pack: Pack, faults: Faults
) -> Iterator[Case]:
    """The case, or one for each month it names; what it says itself then holds in all of them."""
    before = len(faults)
    parts = _parts(content, CASE_KEYS, faults)
    own = _period(parts["period"], faults) if "period" in parts else period
    if "periods" in parts:
        for month, node in entries_of(parts["periods"], "{2026-01: {expect: …}}", faults):
            of_month = [parts, _parts(node, MONTH_KEYS, faults)]
            called = f"{name.text} {month.text}"
            yield from _case(called, month, _period(month, faults), of_month, defaults, pack, faults)
    elif len(faults) == before or "expect" in parts:
        yield from _case(name.text, name, own, [parts], defaults, pack, faults)


def _case(
    name: str,
    place: Scalar,
    period: Period | None,
    said: Sequence[Mapping[str, Node]],
    defaults: Mapping[str, Cells],
    pack: Pack,
    faults: Faults,
) -> Iterator[Case]:
    """One case of one month, from what is said of it, the outer first."""
    given, expected = ([parts[key] for parts in said if key in parts] for key in ("given", "expect"))
    label = text_of(said[0]["label"], "label: …", faults) if "label" in said[0] else None
    if period is None:
        faults.append(fault("E659", place.span, name="period", form=PERIOD_FORM))
    if not expected:
        faults.append(fault("E659", place.span, name="expect", form="{…: …}"))
    if period is None or not expected:
        return
    tables = read_given(given, defaults, pack, period, faults)
    before = len(faults)
    rows, lists = read_expected(expected, pack, faults)
    if not rows and not lists and len(faults) == before:
        faults.append(fault("E665", place.span, case=name, example="blocked: []"))
    yield Case(place.span.file, name, label.text if label else "", period, tables, rows, lists, place.span)


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
