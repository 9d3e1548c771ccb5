"""Packs on packs: what the lower one needs is filled by the upper one, what it has can be read there."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun import api
from eremun.cli.app import main
from eremun.diagnostics.diagnostic import Refused
from eremun.diagnostics.texts import texts_of
from eremun.outputs.report import pack_report
from eremun.sources import packs
from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, pct, world, write_pack, write_rows

HEAD = base.HEAD + "uses: [tax]\n"
TAX = base.HEAD.replace("parking", "tax")
LAW = """\
chapter: Tax
basis: tax-act art. 7
assumption: order
regulations:
  tax-act: {title: The tax act}
  act: {title: Another act of that name}
assumptions:
  order: {note: The order of steps}
needs:
  car:
    plate: {type: text, key: true}
    gross: {type: rupiah, range: 0..2_000_000_000}
    class: {type: class}
    flag: {type: boolean}
enums:
  class: [first, second]
inputs:
  paid_before:
    key: [plate]
    columns:
      plate: {type: text}
      amount: {type: rupiah, range: 0..1_000_000_000}
    references: {car: [plate]}
    lookups: {}
    when_rejected: block
parameters:
  floor: {value: 1_000 rupiah}
tables:
  rate:
    in: {class: class}
    out: persen
    cells: {first: 10%, second: 20%}
rules:
  car:
    tax:
      unit: rupiah
      formula: (gross - floor) * rate[class] - sum(paid_before.amount)
      round: down to 1 rupiah
ensure:
  car:
    not_too_much:
      formula: tax >= 0 rupiah or flag
findings:
  car:
    high:
      label: A high tax
      amount: tax - 1_000 rupiah
"""
UPPER = """
rules:
  car:
    gross:
      unit: rupiah
      formula: money * 2
    net:
      unit: rupiah
      formula: gross - tax + floor
    high_rate:
      unit: persen
      formula: rate[second]
"""
INPUTS = base.INPUTS.replace(
    "      flag: {type: boolean}\n", "      flag: {type: boolean}\n      class: {type: class}\n"
)
CELLS = {
    **base.CELLS,
    "car": {**base.CELLS["car"], "class": "first"},
    "paid_before": {"plate": "A", "amount": "0"},
}


def lower(folder: Path, law: str = LAW, name: str = "tax", head: str = TAX) -> Path:
    (folder / name).mkdir(exist_ok=True)
    (folder / name / "pack.yaml").write_text(head)
    (folder / name / "law.yaml").write_text(law)
    return folder / name


def test_what_is_needed_is_filled_and_what_is_there_is_read(park: Park) -> None:
    """(2 x 6,000 - 1,000) x 10 % - 100 = 1,000; 12,000 - 1,000 + 1,000 = 12,000. (2 x 3,000 - 1,000) x 20 % = 1,000."""
    lower(park.folder)
    park(
        UPPER,
        {"car.tax": {"A": F(1000), "B": F(1000)}, "car.net": {"A": F(12000), "B": F(6000)},
         "car.high_rate": {"A": pct("20"), "B": pct("20")}},
        head=HEAD, inputs=INPUTS, cells=CELLS,
        car="A money=6000; B money=3000 class=second", paid_before="A amount=100",
    )  # fmt: skip


def test_promises_and_findings_of_the_lower_pack_hold(park: Park) -> None:
    """A paid too much before: 10 % of (2,000 - 1,000) is 100, less 200 is below 0. B may. C: 10 % of 19,000."""
    lower(park.folder)
    found = park(
        UPPER, {"car.tax": {"A": F(-100), "B": F(-100), "C": F(1900)}}, blocked={"A": "not_too_much"},
        head=HEAD, inputs=INPUTS, cells=CELLS, car="A money=1000; B money=1000 flag=ya; C money=10000",
        paid_before="A amount=200; B amount=200",
    )  # fmt: skip
    run = api.load(park.folder / "pack").plan("2026-05").run(park.folder / "rows")
    lines = next(file.content.decode() for file in run.files if file.name == "findings.csv").splitlines()
    assert lines[1:] == ["high,,900"]
    assert found.plan.checked.pack.findings[0].label == "A high tax"


def test_the_lower_pack_alone_takes_what_it_needs_as_data(tmp_path: Path) -> None:
    """(11,000 - 1,000) x 20 % = 2,000; out of its range the row is rejected."""
    rows = write_rows(
        tmp_path / "rows", {"car": "A gross=11000 class=second; B gross=2000000001"},
        {"car": {"plate": "", "gross": "0", "class": "first", "flag": "tidak"}, "paid_before": CELLS["paid_before"]},
    )  # fmt: skip
    found = world(lower(tmp_path), rows)
    for engine in ("reference", "polars", "duckdb"):
        frame = found.run(engine).frames["car"]
        assert frame.select("tax").to_series().to_list() == [2000]


CASES = """\
period: 2026-05
tests:
  alone:
    given:
      car: [{plate: A, gross: 11_000, class: second, flag: tidak}]
      paid_before: [{plate: A, amount: 500}]
    expect:
      car: [{plate: A, gross: 11_000, tax: 1_500}]
"""


def test_the_tests_of_the_lower_pack_give_what_it_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """(11,000 - 1,000) x 20 % - 500 = 1,500."""
    folder = lower(tmp_path)
    (folder / "tests").mkdir()
    (folder / "tests" / "alone.yaml").write_text(CASES)
    monkeypatch.chdir(tmp_path)
    assert main(["test", "tax", "--engine", "all", "--lang", "en"]) == 0
    assert main(["check", "tax", "--lang", "en"]) == 0
    assert "1 rules, 1 tables, 1 test cases" in capsys.readouterr().out


BETWEEN = """\
chapter: Between
basis: own
regulations: {own: {title: Own}}
needs:
  car:
    plate: {type: text, key: true}
    gross: {type: rupiah, range: 0..2_000_000_000}
    flag: {type: boolean}
tables:
  class_of:
    in: {word: number}
    out: class
    rows:
      - [1, first]
      - [2, second]
rules:
  car:
    half:
      unit: rupiah
      formula: tax / 2
    word:
      unit: number
      formula: if flag then 1 else 2
    class:
      unit: class
      formula: class_of[word]
"""


def test_a_rule_of_a_pack_between_fills_what_the_lowest_needs(park: Park) -> None:
    """2 x 4,000 less 1,000, 10 % of it 700; the pack between needs the same of the upper one and takes a half."""
    lower(park.folder)
    lower(park.folder, BETWEEN, "between", TAX + "uses: [tax]\n")
    park(
        "rules:\n  car:\n    gross:\n      unit: rupiah\n      formula: money * 2\n",
        {"car.tax": F(700), "car.half": F(350)},
        head=base.HEAD + "uses: [between]\n", cells={**base.CELLS, "paid_before": CELLS["paid_before"]},
        car="A money=4000 flag=ya",
    )  # fmt: skip


def codes(folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refused:
        api.load(folder)
    return [(one.code, one.span.file if one.span else "") for one in refused.value.diagnostics]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("gross - floor", "gross + money - floor", "E245"),  # a column of the upper pack that it does not need
        ("basis: tax-act", "basis: parking-act", "E209"),  # a register that only the upper pack has
        ("needs:\n", "groups:\n  kinds: {of: car, by: [kind]}\nneeds:\n", "E240"),
    ],
)
def test_the_lower_pack_sees_only_what_it_needs(park: Park, old: str, new: str, code: str) -> None:
    lower(park.folder, LAW.replace(old, new))
    pack = write_pack(park.folder / "pack", UPPER, "", INPUTS, HEAD)
    (pack / "regulations.yaml").write_text(base.REGISTER + "  parking-act: {title: Parking}\n")
    assert codes(pack) == [(code, "tax/law.yaml")]


@pytest.fixture
def two(tmp_path: Path) -> Path:
    lower(tmp_path)
    return write_pack(tmp_path / "pack", UPPER, "", INPUTS, HEAD)


def test_each_pack_has_its_own_register(two: Path, tmp_path: Path) -> None:
    """Both register `act`; the rule of the lower pack cites its own, that of the upper one the parking act."""
    (tmp_path / "tax" / "law.yaml").write_text(LAW.replace("tax-act art. 7", "act art. 7"))
    pack = api.load(two).pack
    titles = {}
    for name in ("tax", "net"):
        basis = pack.rules["car", name].basis
        assert basis is not None
        assert basis.regulation == "act"
        regulation = pack.regulations.find("act", basis.span)
        assert regulation is not None
        titles[name] = regulation.title
    assert titles == {"tax": "Another act of that name", "net": "The parking act"}


def test_an_upper_pack_may_cite_the_register_of_the_lower(two: Path) -> None:
    rules = (two / "rules.yaml").read_text()
    (two / "rules.yaml").write_text(rules.replace("basis: act", "basis: tax-act"))
    assert api.load(two).pack.rules["car", "net"].basis


def test_every_file_of_both_counts_for_the_hash(two: Path, tmp_path: Path) -> None:
    before = pack_report(api.load(two).pack)
    assert {"pack.yaml", "inputs.yaml", "tax/pack.yaml", "tax/law.yaml"} <= set(before.files)
    (tmp_path / "tax" / "law.yaml").write_text(LAW.replace("second: 20%", "second: 21%"))
    after = pack_report(api.load(two).pack)
    assert after.sha256 != before.sha256
    assert {name for name in after.files if after.files[name] != before.files[name]} == {"tax/law.yaml"}


def test_months_before_the_later_of_both_are_not_computed(two: Path, tmp_path: Path) -> None:
    (tmp_path / "tax" / "pack.yaml").write_text(TAX.replace("2020-01-01", "2026-05-01"))
    assert api.load(two).plan("2026-05")
    with pytest.raises(Refused) as refused:
        api.load(two).plan("2026-04")
    assert [one.code for one in refused.value.diagnostics] == ["E604"]


def test_a_lower_pack_of_a_later_eremun_is_told_first(two: Path, tmp_path: Path) -> None:
    (tmp_path / "tax" / "pack.yaml").write_text(TAX.replace(">=0.1", ">=99.0"))
    assert codes(two) == [("E290", "tax/pack.yaml")]


def test_packs_that_come_with_eremun_are_found_by_name(
    two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "tax").rename(elsewhere / "tax")
    assert codes(two) == [("E124", "pack.yaml")]
    monkeypatch.setattr(packs, "shipped_packs", lambda: {"tax": elsewhere / "tax"})
    assert api.load(two).pack.uses


def test_messages_name_the_file_as_it_lies_on_the_disk(
    two: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tax" / "law.yaml").write_text(LAW.replace("rate[class]", "rate[flag]"))
    monkeypatch.chdir(tmp_path)
    assert main(["check", "pack", "--lang", "en"]) == 1
    assert " --> tax/law.yaml:37:39\n" in capsys.readouterr().out
    monkeypatch.chdir(two)
    assert main(["check", ".", "--lang", "en"]) == 1
    assert f" --> {tmp_path}/tax/law.yaml:37:39\n" in capsys.readouterr().out


def test_a_pack_used_on_two_ways_is_read_once(two: Path, tmp_path: Path) -> None:
    lower(tmp_path, "chapter: Other\nneeds:\n  car: {plate: {type: text, key: true}}\n", "other", TAX)
    (tmp_path / "tax" / "pack.yaml").write_text(TAX + "uses: [other]\n")
    (two / "pack.yaml").write_text(base.HEAD + "uses: [other, tax]\n")
    files = [document.file for document in api.load(two).pack.documents]
    assert len(files) == len(set(files))
    assert {"other/pack.yaml", "tax/pack.yaml"} <= set(files)


@pytest.mark.parametrize(
    ("formula", "fits"),
    [
        ("money * 2", True), ("money * 3", False), ("money - 1 rupiah", False), ("max(money - 1 rupiah, 0 rupiah)", True),
        ("min(money * 9, 2_000_000_000 rupiah)", True), ("min(money * 9, 2_000_000_001 rupiah)", False),
    ],
)  # fmt: skip
def test_ranges_are_proven(two: Path, formula: str, fits: bool) -> None:
    """Money is at most 10^9, gross may be 2 x 10^9."""
    rules = (two / "rules.yaml").read_text()
    (two / "rules.yaml").write_text(rules.replace("formula: money * 2", f"formula: {formula}"))
    if fits:
        assert api.load(two)
    else:
        assert codes(two) == [("E273", "rules.yaml")]


@pytest.mark.parametrize(("formula", "fits"), [("money * 50%", False), ("money * 200%", True), ("money * 2", True)])
def test_steps_are_proven(two: Path, formula: str, fits: bool) -> None:
    """Half a rupiah is no whole one."""
    rules = (two / "rules.yaml").read_text()
    (two / "rules.yaml").write_text(rules.replace("formula: money * 2", f"formula: {formula}"))
    if fits:
        assert api.load(two)
    else:
        with pytest.raises(Refused) as refused:
            api.load(two)
        (found,) = refused.value.diagnostics
        assert found.code == "E274"
        assert "steps of 0.5 rupiah" in texts_of(found, "en").message
