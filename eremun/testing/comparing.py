"""Expected against actual: a diagnostic at the place of every expectation that was not met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from eremun.diagnostics.diagnostic import Diagnostic, Mark, fault
from eremun.diagnostics.langs import LANGS, Lang
from eremun.testing.actual import Actual
from eremun.testing.came import Handle
from eremun.testing.cases import ExpectedList, ExpectedRow, ExpectedValue, Faulty, Value
from eremun.testing.expected_values import shown_like
from eremun.values.numbers import parse_number

NUMBERS = ("amount", "count", "row")
MOST_LISTED = 8
PRINTED: dict[Lang, str] = {
    "id": "ternyata itulah yang tercetak dalam sumbernya, padahal salah cetak: {reason}",
    "en": "that is what the source prints, and it is a misprint: {reason}",
}
SIMPLE = re.compile(r"[\w./-]+")


class Teller(Protocol):
    """Tells, in each language, how a value came about that was not expected."""

    def told(self, grain: str, key: tuple[str, ...], name: str, came: Value | Faulty) -> Mapping[Lang, str]: ...


def failures(actual: Actual, name: str, how: Teller | None = None) -> Iterator[Diagnostic]:
    """What the case expected and did not get; `name` is how messages call the case."""
    for row in actual.case.rows:
        yield from _row_failures(actual, row, name, how)
    for expected in actual.case.lists:
        yield from _list_failures(actual, expected, name)


def _row_failures(actual: Actual, expected: ExpectedRow, case: str, how: Teller | None) -> Iterator[Diagnostic]:
    row = actual.row(expected.grain, tuple(expected.key.values()))
    if row is None:
        rejected = _some([line for line in actual.lines("rejected") if line["table"] in actual.case.tables])
        place = typed(expected.key)
        yield fault("E652", expected.span, case=case, grain=expected.grain, row=place, rejected=rejected)
        return
    for value in expected.values:
        yield from _value_failure(actual, expected, row, value, case, how)


def _value_failure(
    actual: Actual, row: ExpectedRow, found: Handle, expected: ExpectedValue, case: str, how: Teller | None
) -> Iterator[Diagnostic]:
    value = actual.value(row.grain, found, expected.name)
    said = {
        "case": case,
        "name": expected.name,
        "row": row_text(row),
        "expected": shown_like(expected.value, expected.type, expected.text),
        "label": _sentence(actual.case.label),
    }
    if isinstance(value, Faulty):
        reasons = ", ".join(value.reasons)
        yield fault("E651", Mark(expected.span, reasons), arguments={**said, "reasons": reasons})
    elif value != expected.value:
        came = shown_like(value, expected.type, expected.text)
        told = how.told(row.grain, tuple(row.key.values()), expected.name, value) if how else {}
        lines = {f"how_{lang}": _printed(expected, value, lang) + told.get(lang, "") for lang in LANGS}
        yield fault("E650", Mark(expected.span, came), arguments={**said, "actual": came, **lines})


def _printed(expected: ExpectedValue, came: Value, lang: Lang) -> str:
    """A line that says that what came is what the source misprints."""
    misprint = expected.misprint
    return "" if misprint is None or came != misprint.value else f"\n{PRINTED[lang].format(reason=misprint.reason)}"


def _list_failures(actual: Actual, expected: ExpectedList, case: str) -> Iterator[Diagnostic]:
    left = list(actual.lines(expected.name))
    lacking = []
    for row in expected.rows:
        same = next((line for line in left if agrees(row.cells, line)), None)
        if same is None:
            lacking.append(row)
        else:
            left.remove(same)
    for row in lacking:
        yield fault("E653", row.span, case=case, list=expected.name, row=typed(row.cells), others=_some(left))
    for line in left:
        yield fault("E654", expected.span, case=case, list=expected.name, row=typed(line))


def agrees(expected: Mapping[str, str], line: Mapping[str, str]) -> bool:
    """Whether the line has every cell that is expected of it; numbers agree whatever way they are written."""
    return all(_canonical(name, text) == _canonical(name, line.get(name)) for name, text in expected.items())


def typed(cells: Mapping[str, str]) -> str:
    """Cells as a test writes them: `nomor: "12", reason: x`."""
    return ", ".join(f"{name}: {_quoted(name, text)}" for name, text in cells.items())


def _canonical(name: str, text: str | None) -> object:
    parsed = parse_number(text) if text is not None and name in NUMBERS else None
    return text if parsed is None else parsed[0]


def row_text(row: ExpectedRow) -> str:
    """A row as messages call it: its grain, and its key as a test writes it."""
    return f"{row.grain} {typed(row.key)}".strip()


def _quoted(name: str, text: str) -> str:
    if name in NUMBERS and text.isdigit():
        return f"{int(text):_}"
    is_plain = SIMPLE.fullmatch(text) and (not text.isdigit() or len(text) < 4)
    return text if is_plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _some(lines: list[dict[str, str]]) -> str:
    shown_lines = [f"{{{typed(line)}}}" for line in lines[:MOST_LISTED]]
    return "; ".join(shown_lines + (["…"] if len(lines) > MOST_LISTED else [])) or "-"


def _sentence(label: str) -> str:
    return label if not label or label.endswith((".", "!", "?")) else label + "."
