"""Expected against actual, with results made by hand."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import polars as pl
import pytest

from eremun.diagnostics.diagnostic import Diagnostic, Refused, fault
from eremun.diagnostics.render import render
from eremun.engines.results import Results
from eremun.intake.inputs import Inputs
from eremun.plan.plan import ColumnInfo, Plan
from eremun.testing.expected_values import shown
from eremun.testing.report import case_lines, counts_line
from eremun.testing.runner import Outcome, run_cases
from eremun.values.periods import Period
from eremun.values.types import TEXT, Kind, Type, number
from eremun.values.units import NUMBER, PERSEN, Unit

from .workshop import workshop

RUPIAH, MINUTES = number(Unit((("rupiah", 1),))), number(Unit((("menit", 1),)))
ONE = Fraction(1)
COLUMNS = {
    "hand": {
        "code": ColumnInfo(TEXT, ONE),
        "minutes": ColumnInfo(MINUTES, ONE),
        "share": ColumnInfo(number(PERSEN), Fraction(1, 10_000), faulty=True),
        "pay": ColumnInfo(RUPIAH, ONE, faulty=True),
        "gift": ColumnInfo(RUPIAH, Fraction(1, 3)),
        "finding closed_work": ColumnInfo(number(NUMBER), ONE),
    },
    "team": {"skill": ColumnInfo(Type(Kind.ENUM, enum="skill"), ONE), "team_minutes": ColumnInfo(MINUTES, ONE)},
}
# A has 12.5 % of 9,000 = 1,125; B has no mark; C stands in the file between them and was rejected.
HAND = pl.DataFrame(
    {
        "minutes": [61, 0],
        "share": [1250, 0],
        "share!": [0, 2],
        "pay": [1125, 0],
        "pay!": [0, 2],
        "gift": [1, 0],
        "finding closed_work": [0, 3],
        "@blocked": [0, 3],
    }
)
TEAM = pl.DataFrame({"skill": [1], "team_minutes": [61]})
REJECTED = {"table": ["hand"], "row": [2], "column": ["wage"], "value": ["x"], "reason": ["parse"], "label": [""]}
GIVEN = """\
period: 2026-01
tests:
  one:
    label: Three hands
    given:
      hand:
        - {code: A}
        - {code: C}
        - {code: B}
    expect:
"""


def outcome_of(folder: Path, expect: str, names: tuple[str, ...] = ("polars",)) -> list[Outcome]:
    checked, cases, faults = workshop(folder, GIVEN + expect)
    assert faults == []
    plan = Plan(checked, Period(2026, 1), {}, (), COLUMNS, ("data_ditolak", "mark"), "hand")
    results = Results({"hand": HAND, "team": TEAM})
    inputs = Inputs({}, pl.DataFrame(REJECTED))
    return list(run_cases(cases, lambda _: plan, lambda *_: inputs, dict.fromkeys(names, lambda *_: results)))


def failures(folder: Path, expect: str) -> list[Diagnostic]:
    (outcome,) = outcome_of(folder, expect)
    return list(outcome.failures)


@pytest.mark.parametrize(
    "expect",
    [
        "      hand: [{code: A, pay: 1_125, share: 12.5%, minutes: 61}]\n",
        "      hand: [{code: B, minutes: 0}]\n",  # blocked, but this value has no fault
        "      team: [{skill: high, team_minutes: 61}]\n",
        "      blocked:\n        - {code: B, reason: mark}\n        - {code: B, reason: data_ditolak}\n",
        "      rejected: [{table: hand, row: 2, column: wage, value: x, reason: parse}]\n",
        "      rejected: [{table: hand, row: 2}]\n",  # what is not named is not compared
        "      findings: [{finding: closed_work, code: B, count: 3}]\n",
    ],
)
def test_met(tmp_path: Path, expect: str) -> None:
    assert failures(tmp_path, expect) == []


@pytest.mark.parametrize(
    ("expect", "code", "words"),
    [
        ("      hand: [{code: A, pay: 1_124}]\n", "E650", {"expected": "1_124 rupiah", "actual": "1_125 rupiah"}),
        ("      hand: [{code: A, share: 12.51%}]\n", "E650", {"expected": "12.51%", "actual": "12.50%"}),
        ("      hand: [{code: A, gift: 0}]\n", "E650", {"actual": "1/3 rupiah"}),
        ('      hand: [{code: A, minutes: ""}]\n', "E650", {"expected": '""', "actual": "61 menit"}),
        ("      hand: [{code: B, pay: 0}]\n", "E651", {"reasons": "mark"}),
        ("      hand: [{code: C, pay: 0}]\n", "E652", {"row": "code: C"}),
        ("      team: [{skill: low, team_minutes: 0}]\n", "E652", {"grain": "team"}),
        ("      rejected: []\n", "E654", {"row": "table: hand, row: 2, column: wage, value: x, reason: parse"}),
        ("      rejected: [{table: hand, row: 2}, {table: hand, row: 2}]\n", "E653", {"others": "-"}),
        ("      findings: []\n", "E654", {"row": "finding: closed_work, code: B, count: 3"}),
    ],
)
def test_not_met(tmp_path: Path, expect: str, code: str, words: dict[str, str]) -> None:
    (failure,) = failures(tmp_path, expect)
    assert failure.code == code
    assert words.items() <= failure.arguments.items()


def test_lists_are_complete(tmp_path: Path) -> None:
    found = failures(tmp_path, "      blocked: [{code: B, reason: mark}, {code: A, reason: mark}]\n")
    assert [(one.code, one.arguments["row"]) for one in found] == [
        ("E653", "code: A, reason: mark"),
        ("E654", "code: B, reason: data_ditolak"),
    ]
    assert len(failures(tmp_path / "2", "      blocked: []\n")) == 2


def test_place_and_words_of_a_failure(tmp_path: Path) -> None:
    expect = "      hand:\n        - {code: A, pay: 1_124}\n"
    text = render(failures(tmp_path, expect), {"tests/month.yaml": GIVEN + expect}, "id", "text")
    assert text == (
        "Kesalahan[E650] test-value: one: pay seharusnya 1_124 rupiah, ternyata 1_125 rupiah\n"
        "  --> tests/month.yaml:12:26\n"
        "   |\n"
        "12 |         - {code: A, pay: 1_124}\n"
        "   |                          ^^^^^ 1_125 rupiah\n"
        "   = Sebab: pada hand code: A. Three hands.\n"
        "   = Penjelasan: eremun rule E650"
    )


def test_report_counts_cases_and_names_the_engines(tmp_path: Path) -> None:
    outcomes = outcome_of(tmp_path, "      hand: [{code: A, pay: 1}]\n", ("polars", "duckdb"))
    assert list(case_lines(outcomes, "id")) == ["tests/month.yaml", "  gagal  one (polars, duckdb)"]
    assert counts_line(outcomes, "en") == "0 cases passed, 1 failed"
    assert [outcome.failures[0].arguments["case"] for outcome in outcomes] == ["one (polars)", "one (duckdb)"]


def test_refused_data_fail_the_case_in_both_languages(tmp_path: Path) -> None:
    _, cases, _ = workshop(tmp_path, GIVEN + "      blocked: []\n")

    def refuse(_: Period) -> Plan:
        raise Refused(fault("E659", name="code", form="…"))

    (outcome,) = run_cases(cases, refuse, lambda *_: pytest.fail("read"), {"polars": lambda *_: pytest.fail("run")})
    (failure,) = outcome.failures
    assert failure.code == "E655"
    assert failure.arguments["refusal_id"] == "code belum disebut"
    assert failure.arguments["refusal_en"] == "code is not given"


@pytest.mark.parametrize(
    ("value", "type", "text"),
    [
        (Fraction(-1_234_567), RUPIAH, "-1_234_567 rupiah"),
        (Fraction(-1, 4), RUPIAH, "-0.25 rupiah"),
        (Fraction(721, 1000), number(PERSEN), "72.1%"),
        (Fraction(1, 6000), number(PERSEN), "1/60%"),
        (Fraction(10), number(NUMBER), "10"),
        (True, Type(Kind.BOOLEAN), "ya"),
        (None, RUPIAH, '""'),
    ],
)
def test_values_are_shown_as_they_are_typed(value: Fraction | bool | None, type: Type, text: str) -> None:
    assert shown(value, type) == text
