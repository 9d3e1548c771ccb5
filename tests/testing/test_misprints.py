"""Values that the source of a case misprints: what must come, what is said of them, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eremun.cli.app import main
from eremun.testing.cases import Misprint

from .test_commands import MONTH, MONTHS
from .workshop import RULES, workshop, write_pack

# A hand has a day and a name too, for a value of every kind.
COLUMNS = "wage: {type: rupiah, range: 0..1_000_000}\n"
WITH_DAY = RULES.replace(COLUMNS, COLUMNS + "      since: {type: date}\n      called: {type: text}\n")
DEFAULTS = "wage: 20_001"
OF_A = "is_busy: tidak, share: 12.5%, pay: 2_500"
MISPRINTED = 'pay: {value: 2_500, as_printed: 2_501, reason: "12.5 % of 20,001, rounded up"}'


def month(expected: str) -> str:
    """The month, in which these values are expected of A."""
    text = MONTH.replace(DEFAULTS, f"{DEFAULTS}, since: 2020-02-01, called: Ana").replace(OF_A, expected)
    assert text.count(expected) == 1
    return text


def run(folder: Path, text: str, *words: str) -> int:
    pack = write_pack(folder / "workshop", text)
    (pack / "rules.yaml").write_text(WITH_DAY, encoding="utf-8")
    return main(["test", str(pack), *words])


def value(right: str, printed: str, reason: str = "the print errs") -> str:
    return f"{{value: {right}, as_printed: {printed}, reason: {reason}}}"


@pytest.mark.parametrize("engine", ["reference", "polars", "duckdb"])
def test_the_right_value_must_come(tmp_path: Path, engine: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Of every kind, in both forms of YAML. A's pay is 20,001 * 12.5 % = 2,500.125, down to 2,500."""
    expected = ", ".join(
        (
            f"pay: {value('2_500', '2_501')}",
            f"share: {value('12.5%', '1.25%')}",
            f"is_busy: {value('tidak', 'ya')}",
            f"skill: {value('low', 'high')}",
            f"since: {value('2020-02-01', '2020-01-02')}",
            f"called: {value('Ana', 'Anna')}",
        )
    )
    block = (
        "\n          minutes:\n            value: 61\n            as_printed: 16\n            reason: turned round\n"
    )
    text = month(expected).replace("{code: B, minutes: 61, is_busy: ya, gift: 5}", f"code: B{block}          gift: 5")
    assert run(tmp_path, text, "--engine", engine, "--lang", "en") == 0
    assert capsys.readouterr().out == (
        "tests/month.yaml\n  passed  month\n\n1 cases passed, 0 failed\n"
        "7 values misprinted in their source, each with its reason\n"
    )


@pytest.mark.parametrize(
    ("name", "right", "printed"),
    [
        ("pay", "2_501", "2_500"),
        ("share", "1.25%", "12.50%"),
        ("is_busy", "ya", "tidak"),
        ("skill", "high", "low"),
        ("since", "2020-01-02", "2020-02-01"),
        ("called", "Anna", "Ana"),
    ],
)
def test_the_printed_value_fails_and_is_said_to_be_it(
    tmp_path: Path, name: str, right: str, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = month(f"{name}: {value(right, printed)}")
    assert run(tmp_path, text, "--lang", "en") == 1
    out = capsys.readouterr().out
    assert f"Error[E650] test-value: month: {name} should be {right}" in out
    assert f", but is {printed}" in out
    assert "\n       that is what the source prints, and it is a misprint: the print errs\n" in out
    assert out.endswith("0 cases passed, 1 failed\n1 value misprinted in its source, with its reason\n")


def test_another_value_is_not_said_to_be_the_printed_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, month(f"pay: {value('2_502', '2_501')}"), "--lang", "en") == 1
    assert "what the source prints" not in capsys.readouterr().out


def test_both_are_shown_in_the_language_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, month(f"pay: {value('2_501', '2_500', 'dua angka tertukar')}"), "--lang", "id") == 1
    assert capsys.readouterr().out.endswith(
        "   = Sebab: pada hand code: A. One is paid, one is blocked, one is rejected.\n"
        "       ternyata itulah yang tercetak dalam sumbernya, padahal salah cetak: dua angka tertukar\n"
        "       rumus: wage * share\n"
        "       dengan angka: Rp20.001 * 12,50 %\n"
        "       sebelum dibulatkan: Rp2.500,125; dibulatkan ke bawah (mendekati nol), kelipatan Rp1\n"
        "   = Penjelasan: eremun rule E650\n\n0 kasus lulus, 1 gagal\n"
        "1 nilai salah cetak dalam sumbernya, dengan sebabnya\n"
    )


def test_as_json_they_are_listed_once_whatever_the_engines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, month(MISPRINTED), "--format", "json", "--engine", "all") == 0
    assert json.loads(capsys.readouterr().out)["misprints"] == [
        {
            "file": "tests/month.yaml",
            "line": 25,
            "case": "month",
            "row": "hand code: A",
            "name": "pay",
            "value": "2_500 rupiah",
            "as_printed": "2_501 rupiah",
            "reason": "12.5 % of 20,001, rounded up",
        }
    ]


def test_a_value_of_several_months_is_one_misprint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`skill` is low in both months of the case, which writes that once."""
    months = MONTHS.replace(
        "expect: {blocked", f"expect: {{hand: [{{code: A, skill: {value('low', 'high')}}}], blocked"
    )
    pack = write_pack(tmp_path / "workshop", months)
    assert main(["test", str(pack)]) == 0
    assert capsys.readouterr().out.endswith(
        "\n4 kasus lulus, 0 gagal\n1 nilai salah cetak dalam sumbernya, dengan sebabnya\n"
    )


def test_the_reason_is_one_line(tmp_path: Path) -> None:
    expect = "      hand:\n        - code: A\n          pay:\n            value: 1\n            as_printed: 2\n            reason: |\n"
    text = f"period: 2026-01\ntests:\n  one:\n    expect:\n{expect}              two\n              lines\n"
    _, (case,), faults = workshop(tmp_path, text)
    assert faults == []
    assert case.rows[0].values[0].misprint == Misprint(2, "2", "two lines")


@pytest.mark.parametrize(
    ("written", "code", "said"),
    [
        ("pay: {value: 2_500, as_printed: 2_501}", "E668", "pay: this misprint does not say `reason`"),
        ('pay: {value: 2_500, as_printed: 2_501, reason: " "}', "E668", "pay: this misprint does not say `reason`"),
        ("pay: {value: 2_500, as_printed: 2_501, reason: }", "E668", "pay: this misprint does not say `reason`"),
        ("pay: {as_printed: 2_501, reason: x}", "E668", "pay: this misprint does not say `value`"),
        ("pay: {value: 2_500, reason: x}", "E668", "pay: this misprint does not say `as_printed`"),
        ("pay: {}", "E668", "pay: this misprint does not say `value`"),
        ("pay: {value: 2_500, as_printde: 2_501, reason: x}", "E656", "perhaps as_printed is meant"),
        (
            "pay: {value: 2_500, as_printed: 2500, reason: x}",
            "E667",
            "pay: `as_printed: 2500` is the same as `value: 2_500`",
        ),
        ("share: {value: 12.5%, as_printed: 12.50%, reason: x}", "E667", "= Fix: share: 12.5%"),
        ("skill: {value: low, as_printed: low, reason: x}", "E667", "= Fix: skill: low"),
        ("share: {value: 12.5%, as_printed: 1.25, reason: x}", "E657", "= Fix: 1.25%"),
        ("share: {value: 12.5, as_printed: 1.25%, reason: x}", "E657", "= Fix: 12.5%"),
        ("pay: {value: 2_500, as_printed: 2.501.000, reason: x}", "E658", "2_500_000 / 12.5"),
        ("pay: {value: 2_500, as_printed: 25%, reason: x}", "E658", "2_500_000 / 12.5 (rupiah)"),
        ("skill: {value: low, as_printed: hihg, reason: x}", "E656", "perhaps high is meant"),
        ("is_busy: {value: tidak, as_printed: true, reason: x}", "E658", "ya / tidak"),
        ("since: {value: 2020-02-01, as_printed: 2020-02-30, reason: x}", "E658", "2026-01-31"),
        ("pay: {value: [2_500], as_printed: 2_501, reason: x}", "E658", "value: …"),
        ("pay: [2_500]", "E658", "pay: …"),
    ],
)
def test_refused(tmp_path: Path, written: str, code: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """By `check` as by `test`, once, at its line."""
    text = month(written)
    assert run(tmp_path, text, "--lang", "en") == 1
    out = capsys.readouterr().out
    assert out.count("Error[") == 1
    assert f"Error[{code}" in out
    assert "workshop/tests/month.yaml:25:" in out
    assert said in out
    assert main(["check", str(tmp_path / "workshop"), "--lang", "en"]) == 1
    assert f"Error[{code}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "lang", "said"),
    [
        (
            "{value: 2_500, as_printed: 2_501}",
            "id",
            "   = Sebab: `value` adalah nilai yang benar, `as_printed` yang tercetak, `reason` sebabnya salah; ketiganya perlu.\n"
            '   = Perbaikan: reason: "…"\n   = Penjelasan: eremun rule E668\n',
        ),
        (
            "{value: 2_500, as_printed: 2_501}",
            "en",
            "   = Reason: `value` is the right value, `as_printed` the one printed, `reason` why that is wrong; all are needed.\n"
            '   = Fix: reason: "…"\n   = Explanation: eremun rule E668\n',
        ),
        (
            "{value: 2_500, as_printed: 2500, reason: x}",
            "id",
            "   = Sebab: maka tidak ada salah cetak; lain cara menulis suatu nilai bukan lain nilainya.\n"
            "   = Perbaikan: pay: 2_500\n   = Penjelasan: eremun rule E667\n",
        ),
        (
            "{value: 2_500, as_printed: 2500, reason: x}",
            "en",
            "   = Reason: so there is no misprint; to write a value in another way makes it no other value.\n"
            "   = Fix: pay: 2_500\n   = Explanation: eremun rule E667\n",
        ),
    ],
)
def test_what_a_clerk_reads(
    tmp_path: Path, written: str, lang: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, month(f"pay: {written}"), "--lang", lang) == 1
    assert capsys.readouterr().out.endswith(said)


@pytest.mark.parametrize(
    ("written", "column"),
    [("{value: 2_500, as_printed: 2_501}", 39), ('{value: 2_500, as_printed: 2_501, reason: ""}', 81)],
)
def test_an_empty_reason_is_pointed_at_and_an_absent_one_where_it_belongs(
    tmp_path: Path, written: str, column: int, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tmp_path, month(f"pay: {written}"))
    assert f"workshop/tests/month.yaml:25:{column}\n" in capsys.readouterr().out


def test_a_key_is_never_misprinted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, MONTH.replace("{code: A, minutes: 60", f"{{code: {value('A', 'B')}, minutes: 60")) == 1
    assert "Kesalahan[E658]" in capsys.readouterr().out


def test_a_list_has_no_misprints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, MONTH.replace("count: 1}", f"count: {value('1', '2')}}}")) == 1
    assert "Kesalahan[E658]" in capsys.readouterr().out


def test_coverage_is_the_same_with_and_without(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for place, expected in enumerate((OF_A, OF_A.replace("pay: 2_500", MISPRINTED))):
        run(tmp_path / str(place), month(expected), "--coverage", "--format", "json")
        said.append(json.loads(capsys.readouterr().out)["coverage"])
    assert said[0] == said[1]
