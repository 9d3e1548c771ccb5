"""Cells in the form that a column declares: the values that rules see, what is said of others, tests and templates."""

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
from tests.conformance.harness import F, Park, date, rule, write_pack, write_rows

INPUTS = (
    base.INPUTS.replace("day: {type: date, range: period}", "day: {type: date, range: period, format: dd/mm/yyyy}")
    .replace("since: {type: date}", "since: {type: date, format: dd-mm-yyyy}")
    .replace("money: {type: rupiah,", 'money: {type: rupiah, decimals: 2, format: "1.234,56",')
    .replace("share: {type: persen,", 'share: {type: persen, format: "1234,56",')
)
CELLS = {
    **base.CELLS,
    "car": {**base.CELLS["car"], "since": "01-01-2024"},
    "visit": {**base.CELLS["visit"], "day": "04/05/2026"},
    "stamp": {**base.CELLS["stamp"], "day": "04/05/2026"},
}


def test_rules_see_the_same_values_as_of_plain_cells(park: Park) -> None:
    """12.5 % of 1,234,567.80 rupiah is 154,320.975; the visit of 5 May finds the stamp of 5 May."""
    more = rule("rupiah", "money * share + 0.5 rupiah * sum(visit.stamped)") + (
        "    y:\n      unit: hari\n      formula: period.start - since\n"
        "  visit:\n    stamped:\n      unit: number\n      formula: stamp.mark\n"
    )
    park(
        more,
        {"car.x": F("154322.475"), "car.y": F(31), "visit.day": date(2026, 5, 5)},
        inputs=INPUTS,
        cells=CELLS,
        car="A money=1.234.567,80 share=12,5 since=31-03-2026",
        visit="1 A day=05/05/2026",
        stamp="A day=05/05/2026 mark=3",
    )


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack", rule("rupiah", "money"), "", INPUTS)


def test_what_is_said_of_a_cell_in_another_form(tmp_path: Path, pack: Path) -> None:
    outputs = (pack / "outputs.yaml").read_text()
    shown = outputs.replace("columns: [table, row, column, value, reason]", "columns: [column, value, keterangan]")
    (pack / "outputs.yaml").write_text(shown)
    rows = write_rows(tmp_path / "rows", {"lot": "Z", "car": "A; B money=1,5,5; C since=2024-01-01; D n=x"}, CELLS)
    run = api.load(pack).plan("2026-05").run(rows)
    rejected = next(file.content.decode() for file in run.files if file.name == "rejected.csv")
    assert rejected.splitlines()[1:] == [
        'money,"1,5,5","Bentuknya bukan 1.234,56"', "since,2024-01-01,Bentuknya bukan dd-mm-yyyy", "n,x,bentuknya lain",
    ]  # fmt: skip
    stream = StringIO()
    Summary(run.settlement, run.report, None, "en").print(stream)
    assert "  1,5,5: cells of the column money are written like 1.234,56\n" in stream.getvalue()
    assert "2024-01-01: cells of the column since are written like dd-mm-yyyy = 31-01-2026\n" in stream.getvalue()
    assert "year-month-day" not in stream.getvalue()


def test_the_page_of_the_template_says_the_form(pack: Path) -> None:
    text = page(api.load(pack).pack)
    assert "| day | tanggal dd/mm/yyyy, misalnya `31/01/2026` | dalam bulan yang dihitung |" in text
    assert "| money | a number with at most 2 decimals after a comma, for example `1.234,56`, rupiah |" in text


CASES = """\
period: 2026-05
tests:
  forms:
    given:
      lot: [{lot: Z, fee: 0}]
      car:
        - {plate: A, lot: Z, kind: small, n: 0, m: 0, k: 1, share: 0.5, money: 1_234.5, flag: tidak, since: 2024-01-01,
           owner: "199001012015031001", note: x}
        - {plate: B, lot: Z, kind: small, n: 0, m: 0, k: 1, share: 0.5, money: "1.234,5", flag: tidak,
           since: "2024-01-01", owner: "199001012015031001", note: x}
      stamp: [{plate: A, day: 2026-05-04, mark: 3}]
    expect:
      car: [{plate: A, x: 1_234.5, since: 2024-01-01}]
      stamp: [{plate: A, day: 2026-05-04, mark: 3}]
      rejected: [{table: car, row: 2, column: since, value: 2024-01-01, reason: parse}]
"""


def test_tests_of_a_pack_write_values_and_quote_cells(pack: Path) -> None:
    """What is quoted stands in the file as it is: `"2024-01-01"` is not of the form; a day or number is put in it."""
    (pack / "tests").mkdir()
    (pack / "tests" / "forms.yaml").write_text(CASES)
    loaded = api.load(pack)
    cases, faults = read_cases(loaded.pack)
    assert not faults
    engine = api.engine_of("reference")
    outcomes = list(
        run_cases(
            cases,
            lambda period: loaded.plan(period.name).plan,
            read_inputs,
            {"reference": lambda plan, inputs, keep: engine.run(plan, inputs, Widths(), keep)},
        )
    )
    assert [one.failures for one in outcomes] == [()]
