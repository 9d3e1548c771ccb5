"""The `expect` of a case: values of rows by their keys, and complete lists of what was blocked, rejected and found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import get_args

from eremun.diagnostics.diagnostic import fault
from eremun.model.pack import Pack
from eremun.model.rules import Finding
from eremun.sources.syntax import Mapping, Node, Scalar
from eremun.testing.cases import ExpectedList, ExpectedRow, ExpectedValue, ListedRow, ListName
from eremun.testing.expected_values import key_text
from eremun.testing.given import days_between
from eremun.testing.misprints import read_value
from eremun.testing.names import grains_of, key_of, types_of
from eremun.testing.shapes import Faults, entries_of, items_of, misshapen, text_of, unknown
from eremun.values.types import Kind, Type

LISTS: tuple[ListName, ...] = get_args(ListName)
REJECTED = ("table", "row", "column", "value", "reason")
ROW = "row"
Expected = tuple[tuple[ExpectedRow, ...], tuple[ExpectedList, ...]]


def read_expected(nodes: Sequence[Node], pack: Pack, faults: Faults) -> Expected:
    """What a case expects in all these places, by grain and in lists."""
    rows: list[ExpectedRow] = []
    lists: list[ExpectedList] = []
    grains = grains_of(pack)
    for name, content in (entry for node in nodes for entry in entries_of(node, "{…: [{…: …}]}", faults)):
        listed = next((each for each in LISTS if each == name.text), None)
        if listed is not None:
            items = items_of(content, "- {…: …} / []", faults)
            lists.append(ExpectedList(listed, tuple(_listed(listed, item, pack, faults) for item in items), name.span))
        elif name.text not in grains:
            faults.append(unknown(name, (*grains, *LISTS)))
        else:
            for item in items_of(content, "- {…: …}", faults):
                rows.extend(_rows(name.text, item, pack, faults))
    return tuple(rows), tuple(lists)


def _rows(grain: str, item: Mapping, pack: Pack, faults: Faults) -> Iterator[ExpectedRow]:
    """The row, or one for each day of a range in its key."""
    types, key = types_of(pack, grain), key_of(pack, grain)
    addressed = key or ((ROW,) if grain in pack.inputs else ())
    keys = _key(item, addressed, types, faults)
    values = tuple(_values(item, set(addressed), types, pack, faults))
    if keys is not None:
        for combination in product(*keys.values()):
            yield ExpectedRow(grain, dict(zip(keys, combination, strict=True)), values, item.span)


def _key(item: Mapping, key: tuple[str, ...], types: dict[str, Type], faults: Faults) -> dict[str, list[str]] | None:
    found: dict[str, list[str]] = {}
    for name in key:
        text = item.get(name)
        if text is None:
            faults.append(fault("E659", item.span, name=name, form="…"))
            return None
        if not isinstance(text, Scalar):
            faults.append(misshapen(text, f"{name}: …"))
            return None
        type = types.get(name)
        days = days_between(text, faults) if type is not None and type.kind is Kind.DATE else [text.text]
        found[name] = [key_text(each, type) if type else each.strip() for each in days]
    return found


def _values(
    item: Mapping, key: set[str], types: dict[str, Type], pack: Pack, faults: Faults
) -> Iterator[ExpectedValue]:
    for name, node in item.entries:
        if name.text in key:
            continue
        if name.text not in types:
            faults.append(unknown(name, (*key, *types)))
            continue
        value = read_value(name.text, node, types[name.text], pack, faults)
        if value is not None:
            yield value


def _listed(list: ListName, item: Mapping, pack: Pack, faults: Faults) -> ListedRow:
    known = _columns(list, item, pack, faults)
    cells: dict[str, str] = {}
    for name, node in item.entries:
        if name.text not in known:
            faults.append(unknown(name, known))
        elif (text := text_of(node, f"{name.text}: …", faults)) is not None:
            type = known[name.text]
            cells[name.text] = key_text(text.text, type) if type else text.text
    return ListedRow(cells, item.span)


def _columns(list: ListName, item: Mapping, pack: Pack, faults: Faults) -> dict[str, Type | None]:
    """What a row of that list may name, with the type of what is part of a key."""
    if list == "rejected":
        _known_table(item, pack, faults)
        return dict.fromkeys(REJECTED)
    if list == "blocked":
        return {**_key_types(pack, pack.person), "reason": None}
    finding = _finding(item, pack, faults)
    keys = _key_types(pack, finding.grain) if finding else {name.text: None for name, _ in item.entries}
    return {"finding": None, **keys, "amount": None, "count": None}


def _key_types(pack: Pack, grain: str) -> dict[str, Type | None]:
    types = types_of(pack, grain)
    return {name: types.get(name) for name in key_of(pack, grain)}


def _finding(item: Mapping, pack: Pack, faults: Faults) -> Finding | None:
    name = item.get("finding")
    if not isinstance(name, Scalar):
        faults.append(fault("E659", item.span, name="finding", form="…"))
        return None
    found = next((finding for finding in pack.findings if finding.name == name.text), None)
    if found is None:
        faults.append(unknown(name, [finding.name for finding in pack.findings]))
    return found


def _known_table(item: Mapping, pack: Pack, faults: Faults) -> None:
    table = item.get("table")
    if isinstance(table, Scalar) and table.text not in pack.inputs:
        faults.append(unknown(table, pack.inputs))
