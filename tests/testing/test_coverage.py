"""`eremun test --coverage` from the shell: what each expectation holds, and what is said where it is left out."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from eremun.cli.app import main

from .bakery import OUTPUTS, RULES, TESTS, write_bakery

HEAD = "Not covered; no case fails with this change:"


def covered(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """The lines of coverage that are printed for the pack, in English."""
    capsys.readouterr()
    assert main(["test", str(folder), "--coverage", "--lang", "en", *words]) == 0
    out = capsys.readouterr().out
    return out.partition(" failed\n\n")[2].splitlines()


def missed(lines: list[str]) -> list[str]:
    """What is not covered, without the folder before each place."""
    return [line.strip().rpartition("bakery/")[2] for line in lines if line.startswith("  ")]


def test_everything_is_covered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_bakery(tmp_path / "bakery")
    assert covered(folder, capsys) == ["17 of 17 provisions covered"]


FEBRUARY = "2026-02: {expect: {baker: [{code: A, pay: 126}]}}"
FINDINGS = "      findings:\n        - {finding: long_hours, code: D, amount: 3}\n"
LATER = "version rate @2026-02-01: in force from 2026-02-01 → 2026-02-02"


@pytest.mark.parametrize(
    ("others", "lines"),
    [
        # March knows the rate, but not since when.
        ({FEBRUARY: FEBRUARY.replace("02:", "03:")}, [LATER]),
        (
            {FEBRUARY: "2026-02: {expect: {baker: [{code: A, is_fine: tidak}]}}"},
            ["parameter rate @2026-02-01: 12.5% → 12.6%", LATER, "version rate @2026-02-01: removed"],
        ),
        # At 101 and 99 hours the bonus could as well begin at 101.
        (
            {"rank: senior, hours: 100}": "rank: senior, hours: 101}", "2_000, hours: 100}": "2_000, hours: 101}"},
            ["threshold bonus_of[100]: 100 → 101"],
        ),
        ({"{code: C, grade: fine, pay: 2_500}": "{code: C}"}, ["table cell grade_of[chief]: fine → plain"]),
        ({", first_day: 2026-01-01}": "}"}, ["rule baker.first_day: +1 hari"]),
        (
            {"        - {code: D, pay: 7}\n": ""},
            ["exception baker.pay: starting: removed", "exception baker.pay: starting: +1 rupiah"],
        ),
        ({"        - {code: G, wage: 0}\n": ""}, ["promise baker.pay_not_negative: removed"]),
        ({FINDINGS: ""}, ["finding baker.long_hours: +1 rupiah", "finding baker.long_hours: removed"]),
        ({", amount: 3}": "}"}, ["finding baker.long_hours: +1 rupiah"]),
        (
            {
                "        - {code: F, rank: chief, wage: 0}\n": "",
                "rejected:\n        - {table: baker, row: 6, column: wage, reason: rule}\n": "rejected: []\n",
            },
            ["row rule baker.wage: removed"],
        ),
    ],
)  # fmt: skip
def test_what_no_case_holds_is_named_with_its_change(
    others: dict[str, str], lines: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = changed(tmp_path, capsys, {}, others)
    assert found[0] == HEAD
    assert [line.partition("  ")[2] for line in missed(found)] == lines


def test_a_border_of_between_is_kept_by_somebody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """G earns nothing: he just keeps a promise that its lower border makes, and no longer one from 1 rupiah on."""
    promise = {"formula: pay >= 0 rupiah": "formula: pay between 0 rupiah and 9_999_999 rupiah"}
    assert changed(tmp_path, capsys, promise, {}) == ["17 of 17 provisions covered"]


def test_places_and_count_in_both_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_bakery(tmp_path / "bakery", TESTS.replace(", first_day: 2026-01-01}", "}"))
    line = RULES.splitlines().index("    first_day:") + 1
    assert covered(folder, capsys) == [
        HEAD,
        f"  {folder.as_posix()}/rules.yaml:{line}:5  rule baker.first_day: +1 hari",
        "",
        "16 of 17 provisions covered",
    ]
    assert main(["test", str(folder), "--coverage"]) == 0
    assert capsys.readouterr().out.endswith(
        "3 kasus lulus, 0 gagal\n\n"
        "Tidak tercakup; perubahan ini tidak menggagalkan satu kasus pun:\n"
        f"  {folder.as_posix()}/rules.yaml:{line}:5  aturan baker.first_day: +1 hari\n\n"
        "16 dari 17 ketentuan tercakup\n"
    )


def test_strict_is_found_where_something_is_missed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = write_bakery(tmp_path / "whole" / "bakery")
    part = write_bakery(tmp_path / "part" / "bakery", TESTS.replace(", first_day: 2026-01-01}", "}"))
    assert main(["test", str(whole), "--coverage", "--strict"]) == 0
    assert main(["test", str(part), "--coverage"]) == 0
    assert main(["test", str(part), "--coverage", "--strict"]) == 1
    capsys.readouterr()


def test_a_case_that_fails_is_shown_instead_of_coverage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_bakery(tmp_path / "bakery", TESTS.replace("pay: 7", "pay: 8"))
    assert main(["test", str(folder), "--coverage", "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "Error[E650]" in out
    assert "covered" not in out


def test_json_has_the_change_as_data_and_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_bakery(tmp_path / "bakery", TESTS.replace("hours: 100}", "hours: 101}"))
    assert main(["test", str(folder), "--coverage", "--format", "json"]) == 0
    coverage = json.loads(capsys.readouterr().out)["coverage"]
    assert (coverage["covered"], coverage["total"], coverage["unchangeable"]) == (16, 17, [])
    (unnoticed,) = coverage["unnoticed"]
    assert unnoticed["file"].endswith("bakery/rules.yaml")
    assert unnoticed["line"] == next(n for n, line in enumerate(RULES.splitlines(), 1) if "from: {0" in line)
    assert unnoticed["change"] == {"kind": "value", "before": "100", "after": "101"}
    assert (unnoticed["id"], unnoticed["en"]) == (
        "ambang bonus_of[100]: 100 → 101",
        "threshold bonus_of[100]: 100 → 101",
    )


@pytest.mark.parametrize(
    "words",
    [["--strict"], ["--data", "x", "--period", "2026-01"], ["--coverage", "--data", "x"], ["--coverage", "--period", "y"]],
)  # fmt: skip
def test_options_that_do_not_go_together(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", str(write_bakery(tmp_path / "bakery")), *words]) == 2
    assert capsys.readouterr().out == ""


# Forms of provisions that the bakery does not have


def changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rules: dict[str, str], tests: dict[str, str]
) -> list[str]:
    """What is not covered of the bakery with other rules and other tests."""
    new_rules, new_tests = RULES, TESTS
    for old, new in rules.items():
        assert old in RULES
        new_rules = new_rules.replace(old, new)
    for old, new in tests.items():
        assert old in TESTS
        new_tests = new_tests.replace(old, new)
    return covered(write_bakery(tmp_path / "bakery", new_tests, new_rules), capsys)


VERSIONS = """\
      unit: date
      versions:
        - effective_from: 2020-01-01
          formula: since + 1 hari
        - effective_from: 2026-02-01
          formula: since + 2 hari
"""


def test_versions_of_a_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first is asked for in January; nobody asks for the second, for its day, or whether it is there."""
    rules = {"      unit: date\n      formula: since + 1 hari\n": VERSIONS}
    found = changed(tmp_path / "1", capsys, rules, {})
    assert [line.partition("  ")[2] for line in missed(found)] == [
        "rule baker.first_day@2026-02-01: +1 hari",
        "version baker.first_day@2026-02-01: removed",
        "version baker.first_day@2026-02-01: in force from 2026-02-01 → 2026-02-02",
    ]
    # 31 December and two days
    asked = {"2026-02: {expect: {baker: [{code: A, pay: 126}]}}":
             "2026-02: {expect: {baker: [{code: A, pay: 126, first_day: 2026-01-02}]}}"}  # fmt: skip
    assert changed(tmp_path / "2", capsys, rules, asked) == ["19 of 19 provisions covered"]


def test_a_version_that_says_only_what_it_rests_on_is_nothing_to_cover(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No amount changes on its day, so no case could notice it."""
    rules = {
        "      - {effective_from: 2026-02-01, value: 12.5%}\n":
        "      - {effective_from: 2026-02-01, value: 12.5%}\n      - {effective_from: 2026-03-01, assumption: other}\n",
        "      unit: date\n      formula: since + 1 hari\n":
        VERSIONS[: VERSIONS.index("        - effective_from: 2026")] + "        - {effective_from: 2026-02-01, assumption: other}\n",
        "    from: {0: 0, 100: 500}\n":
        "    versions:\n      - {effective_from: 2020-01-01, from: {0: 0, 100: 500}}\n"
        "      - {effective_from: 2026-02-01, assumption: other}\n",
        "rules:\n": "assumptions:\n  other: {note: Another one}\nrules:\n",
    }  # fmt: skip
    assert changed(tmp_path, capsys, rules, {}) == ["17 of 17 provisions covered"]


def test_dates_of_an_exception(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In force to the end of January: a case in February in which he would still get 7 holds the day it ends."""
    rules = {"          when: since > period.start\n":
             "          effective_to: 2026-01-31\n          when: since > 2026-01-01\n"}  # fmt: skip
    found = changed(tmp_path / "1", capsys, rules, {})
    assert missed(found)[0].endswith("exception baker.pay: starting: in force until 2026-01-31 → 2026-02-01")
    asked = {"2026-02: {expect: {baker: [{code: A, pay: 126}]}}":
             "2026-02: {given: {baker: [{code: D, since: 2026-01-02}]}, "
             "expect: {baker: [{code: A, pay: 126}, {code: D, pay: 126}]}}"}  # fmt: skip
    assert changed(tmp_path / "2", capsys, rules, asked) == ["17 of 17 provisions covered"]


LEFT = """\
    left:
      label: Left
      unit: number
      formula: 201 / (301 - most)
      round: down to 1
"""
MOST = {
    "parameters:\n": "parameters:\n  most: {label: Most, value: 300, assumption: all}\n",
    "    first_day:\n": f"{LEFT}    first_day:\n",
}


def test_one_less_where_one_more_makes_no_sense(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With 301 the divisor would be 0. With 299 it is 2, and 201 / 2 is not 201."""
    found = changed(tmp_path / "1", capsys, MOST, {})
    assert [line.partition("  ")[2] for line in missed(found)] == ["parameter most: 300 → 299", "rule baker.left: +1"]
    asked = {"{code: D, pay: 7}": "{code: D, pay: 7, left: 201}"}
    assert changed(tmp_path / "2", capsys, MOST, asked) == ["19 of 19 provisions covered"]


def test_what_cannot_be_changed_is_not_covered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With 301, 299, twice 300 or none a divisor would be 0. 201 / 1 / 1 / 300 / 300 is less than 1."""
    divisors = "(301 - most) / (most - 299) / (600 - most) / most"
    rules = {key: text.replace("(301 - most)", divisors) for key, text in MOST.items()}
    found = changed(tmp_path, capsys, rules, {"{code: D, pay: 7}": "{code: D, pay: 7, left: 0}"})
    assert found[0] == "Cannot be changed by any step, so not counted as covered:"
    assert [line.partition("  ")[2] for line in missed(found)] == ["parameter most"]
    assert found[-1] == "18 of 19 provisions covered, 1 cannot be changed"
    assert main(["test", str(tmp_path / "bakery"), "--coverage", "--strict"]) == 0
    capsys.readouterr()


SHARED = """    fund:
      label: Fund
      unit: rupiah
      split:
        amount: period.pot
        by: hours
        step: 1 rupiah
"""
POT = """  period:
    pot:
      label: Pot
      unit: rupiah
      formula: 100 rupiah
"""


def test_parts_of_a_split(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """100 over 99, 100, 100, 203, 0 and 99 hours, in all 601. A's part is 16.47, so 16; of the 3 rupiah left D, B and C
    get one each. Of 101 A's part is 16.64: 3 are left, and he gets one after B and C."""
    rules = {"    first_day:\n": f"{SHARED}    first_day:\n", "ensure:\n": f"{POT}ensure:\n"}
    missing = changed(tmp_path / "1", capsys, rules, {})
    assert [line.partition("  ")[2] for line in missed(missing)] == [
        "rule baker.fund: +1 rupiah",
        "rule period.pot: +1 rupiah",
    ]
    asked = {"{code: A, grade": "{code: A, fund: 16, grade"}
    assert changed(tmp_path / "2", capsys, rules, asked) == ["19 of 19 provisions covered"]


@pytest.mark.parametrize(
    ("cells", "name", "asked"),
    [
        ('rows: [[0..99, 0], [">= 100", 500]]', '">= 100"', {}),
        ('rows: [["< 100", 0], [100..300, 500]]', "100..300", {}),
        # Beyond 100 hours 5 rupiah for each: none for B, 10 * 5 = 50 for C at 110.
        (
            "marginal: {0: 0, 100: 5}",
            "",
            {"pay: 601": "pay: 101", "2_000, hours: 100": "2_000, hours: 110", "pay: 2_500": "pay: 2_050"},
        ),
    ],
)
def test_forms_of_thresholds(
    cells: str, name: str, asked: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = {"from: {0: 0, 100: 500}": cells}
    assert changed(tmp_path / "1", capsys, rules, asked) == ["17 of 17 provisions covered"]
    if not asked:
        found = changed(tmp_path / "2", capsys, rules, {"hours: 100}": "hours: 101}"})
        assert [line.partition("  ")[2] for line in missed(found)] == [f"threshold bonus_of[{name}]: 100 → 101"]


def test_thresholds_within_a_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """B, a senior, has 100 hours and C, a chief, too; no junior does. The border of each rank is one of its own."""
    rules = {
        "    in: {hours: number}\n": "    in: {rank: rank, hours: number}\n",
        "from: {0: 0, 100: 500}": "from: {junior: {0: 0, 100: 500}, senior: {0: 0, 100: 500}, chief: {0: 0, 100: 500}}",
        "bonus_of[hours]": "bonus_of[rank, hours]",
    }
    found = changed(tmp_path, capsys, rules, {})
    assert [line.partition("  ")[2] for line in missed(found)] == [
        "table cell bonus_of[junior, 100]: 500 rupiah → 501 rupiah",
        "threshold bonus_of[junior, 100]: 100 → 101",
        "table cell bonus_of[senior, 0]: 0 rupiah → 1 rupiah",
        "table cell bonus_of[chief, 0]: 0 rupiah → 1 rupiah",
    ]


def test_texts_are_changed_to_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = '    title:\n      label: Title\n      unit: text\n      formula: if is_fine then "-" else "Mr"\n'
    rules = {"    first_day:\n": f"{text}    first_day:\n"}
    missing = changed(tmp_path / "1", capsys, rules, {})
    assert [line.partition("  ")[2] for line in missed(missing)] == ["rule baker.title: another value"]
    asked = {"{code: D, pay: 7}": "{code: D, pay: 7, title: Mr}"}
    assert changed(tmp_path / "2", capsys, rules, asked) == ["18 of 18 provisions covered"]


@pytest.mark.parametrize("formula", ["chief", "if not is_fine then chief else rank"])
def test_a_word_is_changed_to_the_next(formula: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = f"    level:\n      label: Level\n      unit: rank\n      formula: {formula}\n"
    rules = {"    first_day:\n": f"{word}    first_day:\n"}
    missing = changed(tmp_path / "1", capsys, rules, {})
    assert [line.partition("  ")[2] for line in missed(missing)] == ["rule baker.level: another value"]
    asked = {"{code: D, pay: 7}": "{code: D, pay: 7, level: chief}"}
    assert changed(tmp_path / "2", capsys, rules, asked) == ["18 of 18 provisions covered"]


# D gets 7 and 3 more.
STREET = """\
name: street
label: Street
eremun: ">=0.1"
effective_from: 2020-01-01
period: month
person: baker
uses: [bakery]
"""
STREET_RULES = """\
rules:
  baker:
    with_gift:
      label: Pay with a gift
      unit: rupiah
      formula: pay + 3 rupiah
      assumption: all
""" + OUTPUTS.replace("columns: [code, pay]", "columns: [code, with_gift]")
STREET_TESTS = """\
period: 2026-01
tests:
  gift:
    given:
      baker:
        - {code: D, rank: junior, wage: 1_015, since: 2026-01-02, hours: 203}
    expect:
      baker:
        - {code: D, with_gift: 10}
"""


def test_a_used_pack_is_covered_by_its_own_cases(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The bakery is paid in a pack above it, whose cases ask for one rule of its own."""
    write_bakery(tmp_path / "bakery")
    upper = tmp_path / "street"
    (upper / "tests").mkdir(parents=True)
    (upper / "pack.yaml").write_text(STREET, encoding="utf-8")
    (upper / "rules.yaml").write_text(STREET_RULES, encoding="utf-8")
    (upper / "tests" / "a.yaml").write_text(STREET_TESTS, encoding="utf-8")
    assert covered(upper, capsys) == ["1 of 1 provisions covered"]
    assert covered(tmp_path / "bakery", capsys) == ["17 of 17 provisions covered"]


def test_long_chains_of_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Many rules, each one more than the one before: read from the last, deeper than Python goes by itself."""
    number = 120
    chain = "".join(
        f"    step_{place}:\n      label: Step\n      unit: number\n"
        f"      formula: {f'step_{place - 1} + 1' if place else 'hours'}\n"
        for place in range(number)
    )
    rules = {"ensure:\n": f"{chain}ensure:\n"}
    asked = {"{code: D, pay: 7}": f"{{code: D, pay: 7, step_{number - 1}: {203 + number - 1}}}"}
    before = sys.getrecursionlimit()
    assert changed(tmp_path, capsys, rules, asked) == [f"{17 + number} of {17 + number} provisions covered"]
    assert sys.getrecursionlimit() == before


# People of a month

PEOPLE = """\
code,rank,wage,hours,since
A,senior,3000,20,2020-01-01
H,chief,2000,50,2020-01-01
I,chief,2001,51,2020-01-01
J,chief,2001,151,2020-01-01
"""
WAY = "baker.pay: if is_fine: yes; bonus_of[0]"


def test_people_who_came_a_way_that_no_case_takes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The only chief of the cases has 100 hours; H and I have fewer. A and J went as B and C do."""
    folder, data = write_bakery(tmp_path / "bakery"), tmp_path / "data"
    data.mkdir()
    (data / "baker.csv").write_text(PEOPLE, encoding="utf-8")
    words = ("--data", str(data), "--period", "2026-01")
    assert covered(folder, capsys, *words) == [
        "17 of 17 provisions covered",
        "",
        "2 of 4 people in period 2026-01 came a way that no case takes",
        "Steps that are in no case, with how many people took them and one of these:",
        f"  2  H  {WAY}",
    ]
    assert main(["test", str(folder), "--coverage", "--format", "json", *words]) == 0
    paths = json.loads(capsys.readouterr().out)["paths"]
    indonesian = WAY.replace("yes", "ya")
    steps = [{"rule": "baker.pay", "people": ["H", "I"], "id": indonesian, "en": WAY}]
    assert paths == {"period": "2026-01", "people": 2, "of": 4, "steps": steps}


def test_a_way_through_an_exception(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_bakery(tmp_path / "bakery", TESTS.replace(", since: 2026-01-02", "").replace("pay: 7", "pay: 601"))
    data = tmp_path / "data"
    data.mkdir()
    (data / "baker.csv").write_text(
        PEOPLE.replace("A,senior,3000,20,2020-01-01", "A,senior,3000,20,2026-01-05"), "utf-8"
    )
    found = covered(folder, capsys, "--data", str(data), "--period", "2026-01")
    assert "3 of 4 people in period 2026-01 came a way that no case takes" in found
    assert "  1  A  baker.pay: exception starting" in found


def test_data_that_are_not_there_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_bakery(tmp_path / "bakery")
    assert main(["test", str(folder), "--coverage", "--data", str(tmp_path), "--period", "2026-01"]) == 3
    assert capsys.readouterr().out == ""
