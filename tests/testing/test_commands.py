"""`eremun check`, `test` and `rule` from the shell, on a small pack and on the one that comes with eremun."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eremun import api
from eremun.cli.app import main
from eremun.testing.given import write_tables

from .workshop import RULES, workshop, write_pack

# A: 60 minutes on the open 5th, 30 on the closed 6th, so 60 count; 20,001 * 12.5 % = 2,500.125, down to 2,500.
# B has no mark: his pay is not to be had, his minutes (61) are. C's wage is a word: he is rejected.
MONTH = """\
period: 2026-01
defaults:
  hand: {skill: low, gift: tidak, wage: 20_001}
  opening: {open: tidak}
tests:
  month:
    label: One is paid, one is blocked, one is rejected
    given:
      hand:
        - {code: A}
        - {code: C, wage: much}
        - {code: B, gift: ya, skill: high}
      opening:
        - {day: 2026-01-05, open: ya}
      work:
        - {code: A, day: 2026-01-05, spent: 60}
        - {code: A, day: 2026-01-06, spent: 30}
        - {code: B, day: 2026-01-05, spent: 61}
      mark:
        - {code: A, percent: 12.5}
    expect:
      work:
        - {code: A, day: 2026-01-06, counted: 0}
      hand:
        - {code: A, minutes: 60, is_busy: tidak, share: 12.5%, pay: 2_500, gift: 0}
        - {code: B, minutes: 61, is_busy: ya, gift: 5}
      team:
        - {skill: low, team_minutes: 60}
        - {skill: high, team_minutes: 61}
      blocked:
        - {code: B, reason: mark}
      rejected:
        - {table: hand, row: 2, column: wage, value: much, reason: parse}
      findings:
        - {finding: closed_work, code: A, count: 1}
"""


@pytest.mark.parametrize("engine", ["reference", "polars", "duckdb"])
def test_a_month_passes_on_every_engine(tmp_path: Path, engine: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_pack(tmp_path / "workshop", MONTH)
    assert main(["test", str(folder), "--engine", engine]) == 0
    assert capsys.readouterr().out == "tests/month.yaml\n  lulus  month\n\n1 kasus lulus, 0 gagal\n"


@pytest.mark.parametrize(
    ("right", "wrong", "code", "said"),
    [
        ("pay: 2_500", "pay: 2_501", "E650", "2_500 rupiah"),
        ("{code: B, minutes: 61", "{code: B, pay: 1", "E651", "mark"),
        ("{code: B, minutes: 61", "{code: C, minutes: 0", "E652", "wage"),
        ("reason: mark}", "reason: other}", "E653", "code: B, reason: mark"),
        ("count: 1}", "count: 2}", "E653", "closed_work"),
    ],
)
def test_what_is_wrong_fails_with_its_place(
    tmp_path: Path, right: str, wrong: str, code: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = MONTH.replace(right, wrong)
    folder = write_pack(tmp_path / "workshop", text)
    assert main(["test", str(folder), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    line = next(place for place, line in enumerate(text.split("\n"), start=1) if wrong in line)
    assert f"Error[{code}]" in out
    if code != "E653":
        assert f"workshop/tests/month.yaml:{line}:" in out
    assert said in out
    assert out.endswith("0 cases passed, 1 failed\n")


def test_a_failure_tells_how_the_value_came_about(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the author's own form: he wrote no marks between thousands, and two decimals of a percentage."""
    text = MONTH.replace("share: 12.5%, pay: 2_500", "share: 12.40%, pay: 2501")
    folder = write_pack(tmp_path / "workshop", text)
    assert main(["test", str(folder), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "month: share should be 12.40%, but is 12.50%\n" in out
    assert "month: pay should be 2501 rupiah, but is 2500 rupiah\n" in out
    line = next(place for place, line in enumerate(text.split("\n"), start=1) if "pay: 2501" in line)
    assert f"workshop/tests/month.yaml:{line}:{text.split(chr(10))[line - 1].index('2501') + 1}\n" in out
    assert (
        "   = Reason: at hand code: A. One is paid, one is blocked, one is rejected.\n"
        "       formula: wage * share\n"
        "       with numbers: Rp20,001 * 12.50 %\n"
        "       before rounding: Rp2,500.125; rounded down (toward zero), multiple of Rp1\n"
    ) in out
    assert main(["test", str(folder), "--engine", "reference"]) == 1
    assert "       rumus: wage * share\n       dengan angka: Rp20.001 * 12,50 %\n" in capsys.readouterr().out


def test_a_failure_of_a_cell_tells_nothing_of_formulas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_pack(tmp_path / "workshop", MONTH.replace("{code: A, minutes: 60", "{code: A, wage: 2, minutes: 60"))
    assert main(["test", str(folder), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "wage should be 2 rupiah, but is 20_001 rupiah" in out
    assert "formula" not in out


# 60 minutes on open days, and in February 30 more: its own rows follow those of the case. The date 2026-01-05 is no day
# of February, so its row is rejected there.
MONTHS = """\
period: 2026-01
defaults:
  hand: {skill: low, gift: tidak, wage: 20_001}
  opening: {open: ya}
tests:
  minutes:
    given:
      hand:
        - {code: A}
      opening: []
    periods:
      2026-01:
        given: {work: [{code: A, day: 2026-01-05, spent: 60}]}
        expect: {hand: [{code: A, minutes: 60}]}
      2026-02:
        given:
          hand: [{code: B}]
          work: [{code: A, day: 2026-02-05, spent: 90}, {code: B, day: 2026-02-06, spent: 10}]
        expect: {hand: [{code: A, minutes: 90}, {code: B, minutes: 10}]}
  always:
    given: {hand: [{code: A}]}
    periods: {2026-01: {}, 2028-02: {}}
    expect: {blocked: [{code: A, reason: mark}]}
"""


@pytest.mark.parametrize("engine", ["reference", "polars", "duckdb", "all"])
def test_a_case_of_several_months(tmp_path: Path, engine: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_pack(tmp_path / "workshop", MONTHS)
    assert main(["test", str(folder), "--engine", engine]) == 0
    assert capsys.readouterr().out == (
        "tests/month.yaml\n  lulus  minutes 2026-01\n  lulus  minutes 2026-02\n"
        "  lulus  always 2026-01\n  lulus  always 2028-02\n\n4 kasus lulus, 0 gagal\n"
    )
    assert main(["check", str(folder), "--lang", "en"]) == 0
    assert " 4 test cases; " in capsys.readouterr().out


def test_the_month_that_fails_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_pack(tmp_path / "workshop", MONTHS.replace("minutes: 90", "minutes: 60"))
    assert main(["test", str(folder), "--lang", "en"]) == 1
    assert "minutes 2026-02: minutes should be 60 menit, but is 90 menit" in capsys.readouterr().out


@pytest.mark.parametrize("expect", ["{}", "{hand: []}", "\n"])
def test_a_case_of_nothing_is_reported(tmp_path: Path, expect: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"period: 2026-01\ntests:\n  empty:\n    expect: {expect}\n"
    folder = write_pack(tmp_path / "workshop", text)
    for verb in ("check", "test"):
        assert main([verb, str(folder), "--lang", "en"]) == 1
        out = capsys.readouterr().out
        assert "Error[E665] test-of-nothing: empty: nothing at all is expected" in out or "E658" in out
        assert "workshop/tests/month.yaml:" in out


def test_json_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_pack(tmp_path / "workshop", MONTH.replace("pay: 2_500", "pay: 2_501"))
    assert main(["test", str(folder), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["passed"], report["failed"], report["diagnostics"]) == (0, 1, [])
    (failure,) = report["cases"][0]["diagnostics"]
    assert failure["code"] == "E650"
    assert failure["file"].endswith("workshop/tests/month.yaml")


def test_data_that_refuse_a_month_fail_the_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_pack(tmp_path / "workshop", MONTH.replace("  opening: {open: tidak}\n", ""))
    assert main(["test", str(folder)]) == 1
    assert "Kesalahan[E655]" in capsys.readouterr().out


def test_faults_of_a_test_file_are_found_by_check_and_test(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_pack(tmp_path / "workshop", MONTH.replace("is_busy: ya", "is_bussy: ya"))
    for verb in ("check", "test"):
        assert main([verb, str(folder)]) == 1
        assert "Kesalahan[E656] test-unknown-name: is_bussy" in capsys.readouterr().out


def test_check_counts_or_shows_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_pack(tmp_path / "workshop", MONTH)
    assert main(["check", str(folder), "--lang", "en"]) == 0
    assert "\nworkshop: 7 rules, 0 tables, 1 test cases; " in capsys.readouterr().out
    assert main(["check", str(folder), "--format", "json"]) == 0
    assert {(one["code"], one["severity"]) for one in json.loads(capsys.readouterr().out)} == {("N303", 3), ("W301", 2)}
    (folder / "rules.yaml").write_text(RULES.replace("wage * share", "wage + share"), encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    assert "workshop/rules.yaml:" in capsys.readouterr().out


def test_no_pack_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 3
    assert main(["check", "no-such-pack"]) == 3
    assert capsys.readouterr().out == ""


def test_rule_explains_and_lists(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "e650"]) == 0
    assert capsys.readouterr().out.startswith("E650 test-value\n")
    assert main(["rule"]) == 0
    assert "E651  test-value-fault" in capsys.readouterr().out
    assert main(["rule", "E000"]) == 2


def test_the_pack_that_comes_with_eremun_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", "kota-bandung"]) == 0
    assert " 0 gagal\n" in capsys.readouterr().out


def test_explain_needs_a_pack_where_the_tables_do_not_tell_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["explain", "B", "--period", "2026-01", "--data", str(tmp_path)]
    monkeypatch.setattr(api, "shipped_packs", lambda: {"one": tmp_path, "two": tmp_path})
    assert main(words) == 2
    assert "one, two" in capsys.readouterr().err


def test_explain_as_json_has_exact_numbers_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_pack(tmp_path / "workshop", MONTH)
    checked, (case,), _ = workshop(tmp_path / "again", MONTH)
    write_tables(case.tables, checked.pack, tmp_path)
    words = ["explain", "A", "--pack", str(folder), "--period", "2026-01", "--data", str(tmp_path), "--format", "json"]
    assert main(words) == 0
    amounts = json.loads(capsys.readouterr().out)["amounts"]
    assert amounts[0]["value"] == {"value": "2500", "type": "rupiah"}
