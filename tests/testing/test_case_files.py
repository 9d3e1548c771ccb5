"""Test files of a pack: what they give, and what is said of their faults."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from eremun import api
from eremun.diagnostics.diagnostic import Diagnostic, Span
from eremun.model.inputs import Column, Input
from eremun.testing.cases import Case
from eremun.testing.given import write_tables
from eremun.testing.names import column_named
from eremun.testing.reading import read_cases
from eremun.values.types import TEXT

from .workshop import RULES, workshop, write_pack

HEAD = """\
period: 2026-01
defaults:
  hand: {skill: low, gift: tidak, wage: 20_000}
  opening: {open: tidak}
tests:
"""


def case_of(folder: Path, text: str) -> Case:
    """The only case of a file that has no fault."""
    _, cases, faults = workshop(folder, HEAD + text)
    assert faults == []
    (case,) = cases
    return case


def faults_of(folder: Path, text: str) -> list[Diagnostic]:
    return workshop(folder, text)[2]


def test_defaults_underscores_headings_and_days(tmp_path: Path) -> None:
    case = case_of(
        tmp_path,
        """\
  one:
    label: A label
    given:
      hand:
        - {code: A}
        - {code: B, wage: "1_000", gift: ya}
      opening:
        - {day: 2026-01-05..2026-01-06, open: ya}
      work:
        - {code: A, day: 2026-01-05..2026-01-07, spent: 1_00}
    expect:
      hand:
        - {code: A, minutes: 200}
""",
    )
    assert (case.name, case.label, case.period.name) == ("one", "A label", "2026-01")
    assert case.tables["hand"] == (
        {"code": "A", "skill": "low", "given": "tidak", "wage": "20000"},
        {"code": "B", "skill": "low", "given": "ya", "wage": "1_000"},  # quoted: as it is
    )
    days = [row["day"] for row in case.tables["work"]]
    assert days == ["2026-01-05", "2026-01-06", "2026-01-07"]
    assert {row["spent"] for row in case.tables["work"]} == {"100"}
    opening = case.tables["opening"]
    assert len(opening) == 31  # the days that are not named come from the defaults
    assert [row["open"] for row in opening[:3]] == ["ya", "ya", "tidak"]
    assert opening[2]["day"] == "2026-01-01"
    assert case.tables["mark"] == ()


def test_complete_table_without_defaults_gets_no_days(tmp_path: Path) -> None:
    text = "period: 2026-01\ntests:\n  one:\n    given:\n      opening: [{day: 2026-01-05, open: ya}]\n    expect: {blocked: []}\n"
    _, (case,), faults = workshop(tmp_path, text)
    assert faults == []
    assert len(case.tables["opening"]) == 1


def test_files_have_headings_and_cells_as_an_office_sends_them(tmp_path: Path) -> None:
    given = '    given:\n      hand:\n        - {code: "A, ""1""", gift: ya}\n'.replace('""', "'")
    case = case_of(tmp_path, f"  one:\n{given}    expect: {{blocked: []}}\n")
    checked, _, _ = workshop(tmp_path / "again", HEAD + "  one:\n    expect: {blocked: []}\n")
    write_tables(case.tables, checked.pack, tmp_path)
    rows = list(csv.reader((tmp_path / "hand.csv").open(encoding="utf-8")))
    assert rows == [["code", "skill", "gift", "wage"], ["A, '1'", "low", "ya", "20000"]]
    assert (tmp_path / "mark.csv").read_text(encoding="utf-8") == "code,percent\n"


def test_expected_values_are_exact_and_typed(tmp_path: Path) -> None:
    case = case_of(
        tmp_path,
        """\
  one:
    expect:
      hand:
        - {code: A, pay: 1_234, share: 12.5%, is_busy: ya, skill: high, minutes: ""}
      team:
        - {skill: low, team_minutes: 60}
      work:
        - {code: A, day: 2026-01-05..2026-01-06, counted: 0}
""",
    )
    hand, team, *work = case.rows
    assert hand.key == {"code": "A"}
    assert {value.name: value.value for value in hand.values} == {
        "pay": Fraction(1234),
        "share": Fraction(1, 8),
        "is_busy": True,
        "skill": "high",
        "minutes": None,
    }
    assert (team.grain, team.key) == ("team", {"skill": "low"})
    assert [row.key["day"] for row in work] == ["2026-01-05", "2026-01-06"]


def test_period_of_a_case_overrides_that_of_the_file(tmp_path: Path) -> None:
    case = case_of(tmp_path, "  one:\n    period: 2024-02\n    expect: {blocked: []}\n")
    assert case.period.name == "2024-02"
    assert len(case.tables["opening"]) == 29


ONE = "period: 2026-01\ntests:\n  one:\n"


@pytest.mark.parametrize(
    ("text", "code", "words", "place"),
    [
        (ONE + "    expects: {}\n", "E656", {"name": "expects", "nearest": "expect"}, (4, 5)),
        (ONE + "    given:\n      hadn: []\n    expect: {blocked: []}\n", "E656", {"nearest": "hand"}, (5, 7)),
        (
            ONE + "    given:\n      hand:\n        - {cod: A}\n    expect: {blocked: []}\n",
            "E656",
            {"nearest": "code"},
            (6, 12),
        ),
        (ONE + "    expect:\n      hands: []\n", "E656", {"nearest": "hand"}, (5, 7)),
        (ONE + "    expect:\n      hand:\n        - {code: A, minuts: 1}\n", "E656", {"nearest": "minutes"}, (6, 21)),
        (ONE + "    expect:\n      hand:\n        - {pay: 1}\n", "E659", {"name": "code"}, (6, 11)),
        (ONE + "    expect:\n      hand:\n        - {code: A, share: 50}\n", "E657", {"found": "50"}, (6, 28)),
        (ONE + "    expect:\n      hand:\n        - {code: A, pay: 1.000.000}\n", "E658", {}, (6, 26)),
        (ONE + "    expect:\n      hand:\n        - {code: A, pay: 5%}\n", "E658", {}, (6, 26)),
        (
            ONE + "    expect:\n      hand:\n        - {code: A, is_busy: true}\n",
            "E658",
            {"form": "ya / tidak"},
            (6, 30),
        ),
        (ONE + "    expect:\n      hand:\n        - {code: A, skill: hihg}\n", "E656", {"nearest": "high"}, (6, 28)),
        (ONE + "    expect:\n      hand: {code: A}\n", "E658", {}, (5, 13)),
        (
            ONE + "    given:\n      work:\n        - {day: 2026-01-09..2026-01-05}\n    expect: {blocked: []}\n",
            "E658",
            {},
            (6, 17),
        ),
        (
            ONE + "    expect:\n      findings:\n        - {finding: closed_wrk}\n",
            "E656",
            {"nearest": "closed_work"},
            (6, 21),
        ),
        (
            ONE + "    expect:\n      blocked:\n        - {code: A, reasons: x}\n",
            "E656",
            {"nearest": "reason"},
            (6, 21),
        ),
        (ONE + "    expect:\n      rejected:\n        - {table: hnd}\n", "E656", {"nearest": "hand"}, (6, 19)),
        ("tests:\n  one:\n    expect: {blocked: []}\n", "E659", {"name": "period"}, (2, 3)),
        ("period: 2026-13\ntests:\n  one:\n    expect: {blocked: []}\n", "E658", {"form": "2026-01"}, (1, 9)),
        ("period: 2026-01\n", "E659", {"name": "tests"}, (1, 1)),
        ("", "E659", {"name": "tests"}, (1, 1)),
        ("period: 2026-01\ndefaults:\n  hnd: {}\ntests: {}\n", "E656", {"nearest": "hand"}, (3, 3)),
    ],
)
def test_faults_of_the_file(
    tmp_path: Path, text: str, code: str, words: dict[str, str], place: tuple[int, int]
) -> None:
    found = faults_of(tmp_path, text)
    assert found[0].code == code
    assert words.items() <= found[0].arguments.items()
    assert found[0].span is not None
    assert (found[0].span.file, found[0].span.line, found[0].span.column) == ("tests/month.yaml", *place)
    # Without a period a case can't be read further; else one fault is one fault.
    assert len(found) == 1


def test_all_faults_at_once(tmp_path: Path) -> None:
    text = ONE + "    given:\n      hadn: []\n    expect:\n      hand:\n        - {code: A, pya: 1, share: 3}\n"
    assert [one.code for one in faults_of(tmp_path, text)] == ["E656", "E656", "E657"]


def test_a_heading_wins_over_a_column_of_that_name() -> None:
    at = Span("f", 1, 1, 1, 2)
    columns = {name: Column(name, TEXT, (heading,), at) for name, heading in (("one", "first"), ("two", "one"))}
    table = Input("t", "", (), columns, (), (), at)
    assert column_named(table, "one") is columns["two"]
    assert column_named(table, "two") is columns["two"]
    assert column_named(table, "three") is None


def test_ranges_of_days_multiply_up_to_a_limit(tmp_path: Path) -> None:
    """Two ranges in one row are all their pairs: 100 x 100 days are 10,000 rows; 100 x 101 are too many."""
    with_two_days = RULES.replace("day: {type: date", "until: {type: date, optional: true}\n      day: {type: date", 1)
    for last, rows in (("2026-04-10", 10_000), ("2026-04-11", None)):
        row = f"{{day: 2026-01-01..2026-04-10, until: 2026-01-01..{last}}}"
        text = f"period: 2026-01\ntests:\n  one:\n    given:\n      opening:\n        - {row}\n    expect: {{blocked: []}}\n"
        folder = write_pack(tmp_path / last, text)
        (folder / "rules.yaml").write_text(with_two_days, encoding="utf-8")
        cases, faults = read_cases(api.read(folder))
        if rows is None:
            assert [(one.code, one.arguments) for one in faults] == [
                ("E666", {"table": "opening", "rows": "10100", "most": "10000"})
            ]
        else:
            assert faults == []
            assert len(cases[0].tables["opening"]) == rows
