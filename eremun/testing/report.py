"""Outcomes as a person or a program reads them: a line for each case, counts, and the whole as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eremun.diagnostics.diagnostic import Diagnostic, Span
from eremun.diagnostics.langs import Lang
from eremun.diagnostics.places import Shown, located
from eremun.diagnostics.render import render
from eremun.testing.cases import Case, ExpectedRow, ExpectedValue, Misprint
from eremun.testing.comparing import row_text
from eremun.testing.expected_values import shown_like
from eremun.testing.runner import Outcome

PASSED = {"id": "lulus", "en": "passed"}
FAILED = {"id": "gagal", "en": "failed"}
MISPRINTED = {
    "id": ("{number} nilai salah cetak dalam sumbernya, dengan sebabnya",) * 2,
    "en": (
        "{number} value misprinted in its source, with its reason",
        "{number} values misprinted in their source, each with its reason",
    ),
}
COUNTS = {"id": "{passed} kasus lulus, {failed} gagal", "en": "{passed} cases passed, {failed} failed"}


def case_lines(outcomes: Sequence[Outcome], lang: Lang) -> Iterator[str]:
    """The files, under each its cases with how they ended; where a case failed on some engines only, on which."""
    file = ""
    for group in by_case(outcomes):
        case, failed = group[0].case, [outcome.engine for outcome in group if not outcome.passed]
        if case.file != file:
            file = case.file
            yield file
        where = f" ({', '.join(failed)})" if failed and len(group) > 1 else ""
        yield f"  {FAILED[lang] if failed else PASSED[lang]}  {case.name}{where}"


def counts_line(outcomes: Sequence[Outcome], lang: Lang) -> str:
    """How many cases passed and failed; a case passes where it does so on every engine."""
    passed, failed = counts(outcomes)
    return COUNTS[lang].format(passed=passed, failed=failed)


def counts(outcomes: Sequence[Outcome]) -> tuple[int, int]:
    """Cases that passed on every engine, and the others."""
    ends = [all(outcome.passed for outcome in group) for group in by_case(outcomes)]
    return sum(ends), len(ends) - sum(ends)


def misprint_lines(outcomes: Sequence[Outcome], lang: Lang) -> Iterator[str]:
    """How many of the values expected are misprinted in their source; no line where none is."""
    number = len(misprints(outcomes))
    if number:
        yield MISPRINTED[lang][number > 1].format(number=number)


def misprints(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """Each of those values once, though it holds on several days, in several months and on several engines: `file`,
    `line`, `case`, `row`, `name`, and as text `value`, `as_printed` and `reason`."""
    found: dict[Span, dict[str, Any]] = {}
    for case in (outcome.case for outcome in outcomes):
        for row in case.rows:
            for value in row.values:
                if value.misprint is not None:
                    found.setdefault(value.span, _misprint(case, row, value, value.misprint))
    return list(found.values())


def _misprint(case: Case, row: ExpectedRow, value: ExpectedValue, misprint: Misprint) -> dict[str, Any]:
    return {
        "file": value.span.file,
        "line": value.span.line,
        "case": case.name,
        "row": row_text(row),
        "name": value.name,
        "value": shown_like(value.value, value.type, value.text),
        "as_printed": shown_like(misprint.value, value.type, misprint.text),
        "reason": misprint.reason,
    }


def failures_of(outcomes: Sequence[Outcome]) -> list[Diagnostic]:
    """What was not as expected, over all cases and engines."""
    return [failure for outcome in outcomes for failure in outcome.failures]


def report_of(
    outcomes: Sequence[Outcome], faults: Sequence[Diagnostic], sources: Mapping[str, str], shown: Shown, lang: Lang
) -> dict[str, Any]:
    """Names, lists and texts: `passed`, `failed`, `diagnostics` of the test files themselves, `misprints` of their
    sources, and `cases` with file, name, label, period, engine, `passed` and diagnostics of each."""

    def listed(diagnostics: Sequence[Diagnostic]) -> object:
        return json.loads(render(*located(diagnostics, sources, shown), lang, "json"))

    passed, failed = counts(outcomes)
    cases = [
        {
            "file": outcome.case.file,
            "name": outcome.case.name,
            "label": outcome.case.label,
            "period": outcome.case.period.name,
            "engine": outcome.engine,
            "passed": outcome.passed,
            "diagnostics": listed(outcome.failures),
        }
        for outcome in outcomes
    ]
    ends: dict[str, Any] = {"passed": passed, "failed": failed, "diagnostics": listed(faults)}
    return {**ends, "misprints": misprints(outcomes), "cases": cases}


def by_case(outcomes: Sequence[Outcome]) -> list[list[Outcome]]:
    """The outcomes of each case together, in order."""
    groups: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault((outcome.case.file, outcome.case.name), []).append(outcome)
    return list(groups.values())
