"""Numbers below zero in cells of data, in cells and keys of decision tables, in parameters and in tests of a pack."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from eremun import api
from eremun.intake.reader import read_inputs
from eremun.outputs.summary import Summary
from eremun.outputs.template import page
from eremun.plan.widths import Widths
from eremun.testing.reading import read_cases
from eremun.testing.runner import run_cases
from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, pct, refused, rule, write_pack, write_rows

INPUTS = (
    base.INPUTS.replace("n: {type: number, range: 0..1_000}", "n: {type: number, range: -1_000..1_000}")
    .replace("money: {type: rupiah,", "money: {type: rupiah, decimals: 1,").replace("0..1_000_000_000}", "-100..1_000}")
    .replace("share: {type: persen, decimals: 2, range: 0%", 'share: {type: persen, decimals: 2, format: "1234,56", range: -100%')
    .replace("opt: {type: number, range: 0..1_000, optional", "opt: {type: number, range: -9..9, optional")
    .replace("at: {type: number, range: 0..1_000}", "at: {type: number, range: -9..9}")
)  # fmt: skip


def test_cells_below_zero(park: Park) -> None:
    """-2 x -7 is 14; -12.5 % of -0.5 rupiah is 0.0625; the row of -2 is found; the sum of -4 and 3 is -1."""
    more = rule("number", "n * -7") + (
        "    y:\n      unit: rupiah\n      formula: money * share\n"
        "    z:\n      unit: number\n      formula: place.size default 0\n"
        "    s:\n      unit: number\n      formula: sum(visit.n)\n"
        "    least:\n      unit: number\n      formula: min(visit.n) default 9\n"
    )
    expected = {
        "car.x": {"A": F(14), "B": F(0)}, "car.y": {"A": F("0.0625"), "B": F(0)}, "car.share": {"A": pct("-12.5"), "B": F(0)},
        "car.z": {"A": F(6), "B": F(5)}, "car.s": {"A": F(-1), "B": F(0)}, "car.least": {"A": F(-4), "B": F(9)},
    }  # fmt: skip
    cars = "A n=-2 money=-0.5 share=-12,5 opt=-2; B opt=2"
    park(more, expected, inputs=INPUTS, car=cars, visit="1 A n=-4; 2 A n=3", place="-2 6; 2 5; 0 7")


@pytest.mark.parametrize(
    ("mode", "rounded"), [("half_up", -3), ("half_even", -2), ("down", -2), ("up", -3), ("floor", -3), ("ceiling", -2)]
)
def test_rounding_a_cell_below_zero(park: Park, mode: str, rounded: int) -> None:
    """-2.5, halfway between -3 and -2."""
    park.of("rupiah", "money", F(rounded), round=f"{mode} to 1 rupiah", inputs=INPUTS, car="A money=-2.5")


def test_groups_by_a_number_below_zero(park: Park) -> None:
    group = "groups:\n  same:\n    label: Same\n    of: car\n    by: [n]\n"
    more = group + rule("number", "n * count(car)", grain="same")
    expected = {"same.x": {"-3": F(-6), "3": F(3), "0": F(0)}}
    park(more, expected, inputs=INPUTS, car="A n=-3; B n=3; C n=-3; D n=0")


TABLES = """
tables:
  steps:
    in: {share: persen}
    out: {gives: number}
    from:
      -100%: -7
      -12.5%: 1
      0%: 2
  words:
    in: {n: number}
    out: {gives: rupiah}
    rows:
      - [< -3, -30 rupiah]
      - [-3..-1, -10 rupiah]
      - [[0, 1], 0 rupiah]
      - [">1", 5 rupiah]
  owed:
    in: {n: number}
    out: {gives: persen}
    marginal:
      -2: -10%
      1: 50%
parameters:
  less:
    value: -4 rupiah
"""


@pytest.mark.parametrize(
    ("n", "share", "step", "word"),
    [
        (-4, "-100", -7, -30), (-3, "-12,51", -7, -10), (-1, "-12,5", 1, -10), (0, "-0,01", 1, 0), (1, "0", 2, 0), (2, "5", 2, 5),
    ],
)  # fmt: skip
def test_tables_below_zero(park: Park, n: int, share: str, step: int, word: int) -> None:
    """-3..-1 includes its ends. Of 2, in layers from -2: 3 x -10 % up to 1 and 1 x 50 %."""
    more = TABLES + rule("number", "steps[share]") + (
        "    y:\n      unit: rupiah\n      formula: words[n] + less\n"
        "    z:\n      unit: persen\n      formula: owed[max(n, -2)]\n"
    )  # fmt: skip
    layers = F("-0.1") * max(min(n, 1) + 2, 0) + F("0.5") * max(n - 1, 0)
    park(more, {"car.x": F(step), "car.y": F(word - 4), "car.z": layers}, inputs=INPUTS, car=f"A n={n} share={share}")


def test_a_divisor_that_a_cell_makes_negative_is_refused(park: Park) -> None:
    refused(park, "E331", rule("number", "k / n", "down to 1"), inputs=INPUTS)
    park.of("number", "k / (n + 1_001)", F(2), round="down to 1", inputs=INPUTS, car="A k=5 n=-999")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = write_pack(tmp_path / "pack", rule("number", "n * 2"), "x", INPUTS)
    outputs = (folder / "outputs.yaml").read_text()
    shown = outputs.replace(
        "columns: [table, row, column, value, reason]", "columns: [column, value, reason, keterangan]"
    )
    (folder / "outputs.yaml").write_text(shown)
    return folder


def test_files_show_numbers_below_zero_as_they_came(tmp_path: Path, pack: Path) -> None:
    """Those paid and those rejected get no `'` before the minus. Where the range does not go below zero, a minus is of
    another form, of which nothing more is said."""
    cars = "A n=-5; B n=-1001; C 'n=(5)'; D n=−5; E n=5- share=-3; F m=-5; G share=(2,5); H 'n=- 5'"
    run = api.load(pack).plan("2026-05").run(write_rows(tmp_path / "rows", {"lot": "Z", "car": cars}))
    files = {file.name: file.content.decode().splitlines()[1:] for file in run.files}
    assert files["payroll.csv"] == ["A,-10.000000000"]
    fix = "Bilangan di bawah nol ditulis dengan - tepat di depan angkanya, misalnya "
    assert files["rejected.csv"] == [
        "n,-1001,range,di luar batas", f"n,(5),parse,\"{fix}-2\"", f"n,−5,parse,\"{fix}-2\"", f"n,5-,parse,\"{fix}-2\"",
        "m,-5,parse,bentuknya lain", f"share,\"(2,5)\",parse,\"{fix}-2,5\"", f"n,'- 5,parse,\"{fix}-2\"",
    ]  # fmt: skip
    for lang, said in (
        ("id", "  (5): bilangan di bawah nol ditulis dengan - tepat di depan angkanya, misalnya -2\n"),
        ("en", "  (2,5): a number below zero is written with - directly before its digits, as in -2,5\n"),
    ):
        stream = StringIO()
        Summary(run.settlement, run.report, None, lang).print(stream)  # type: ignore[arg-type]
        assert said in stream.getvalue()


def test_the_page_of_the_template_says_how_a_minus_is_written(pack: Path) -> None:
    text = page(api.load(pack).pack)
    whole = "bilangan bulat tanpa pemisah ribuan; di bawah nol dengan - tepat di depan angkanya, misalnya `-2`"
    assert f"| n | {whole} | -1000 sampai 1000 |" in text
    assert "| m | bilangan bulat tanpa pemisah ribuan | 0 sampai 1000 |" in text
    assert "for example `1234,56`; below zero with - directly before its digits, for example `-2,5`, percent" in text


CASES = """\
period: 2026-05
tests:
  minus:
    given:
      lot: [{lot: Z, fee: 0}]
      car:
        - {plate: A, lot: Z, kind: small, n: -1_000, m: 0, k: 1, share: -0.5, money: -2.5, flag: tidak, since: 2024-01-01,
           owner: "199001012015031001", note: x}
        - {plate: B, lot: Z, kind: small, n: "5-", m: 0, k: 1, share: 0, money: 0, flag: tidak, since: 2024-01-01,
           owner: "199001012015031001", note: x}
    expect:
      car: [{plate: A, x: -2_000, share: -0.5%, money: -2.5}]
      rejected: [{table: car, row: 2, column: n, value: "5-", reason: parse}]
"""


def test_tests_of_a_pack_write_numbers_below_zero(pack: Path) -> None:
    (pack / "tests").mkdir()
    (pack / "tests" / "minus.yaml").write_text(CASES)
    loaded, engine = api.load(pack), api.engine_of("reference")
    cases, faults = read_cases(loaded.pack)
    assert not faults
    engines = {"reference": lambda plan, inputs, keep: engine.run(plan, inputs, Widths(), keep)}
    outcomes = list(run_cases(cases, lambda period: loaded.plan(period.name).plan, read_inputs, engines))
    assert [one.failures for one in outcomes] == [()]
