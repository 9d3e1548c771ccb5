"""What can block a person: listed where it can, and not where ranges or conditions exclude it; and nobody of packs at
random is ever blocked for a reason that is not listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun import api
from eremun.check.blockers import blockers
from eremun.check.checked import CheckedPack
from eremun.check.unused import unused
from eremun.diagnostics.diagnostic import Span
from eremun.engines.reference.rules import Evaluation
from tests.conformance import base_pack as base
from tests.conformance.harness import write_pack
from tests.conformance.test_spells import HELD, with_posts
from tests.properties.test_engines_agree import worlds

PACKS = 60
ALWAYS = "data_ditolak visit"  # the one table of the base pack whose rejected rows block


def listed(formula: str, folder: Path, unit: str = "number", more: str = "") -> list[str]:
    """Reason and words of every place, for a rule that the payroll shows."""
    text = f"rules:\n  car:\n    x:\n      unit: {unit}\n      formula: |\n        {formula}\n      round: down to 1\n{more}"
    if unit == "date":
        text = text.replace("      round: down to 1\n", "")
    checked = api.load(write_pack(folder / "pack", text, pays="" if unit == "date" else "x")).checked
    found = [f"{one.reason} {words(checked, one.span)}" for one in blockers(checked)]
    assert found[-1] == ALWAYS
    return found[:-1]


def words(checked: CheckedPack, span: Span) -> str:
    text = next(one.text for one in checked.pack.documents if one.file == span.file).splitlines()[span.line - 1]
    return text[span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("n / m", ["pembagian_nol m"]),
        ("n / k", []),
        ("if m > 0 then n / m else 0", []),
        ("if m >= 0 then n / m else 0", ["pembagian_nol m"]),
        ("if m = 0 then 0 else n / (m + 1)", []),
        ("opt", ["opt opt"]),
        ("opt default 3", []),
        ("if present(opt) then opt else 0", []),
        ("permit.free / 1 menit", ["permit permit.free"]),
        ("if present(permit) then permit.free / 1 menit else 0", []),
        ("if present(permit) then permit.extra else 0", ["extra permit.extra"]),
        ("permit.extra default n / m", ["pembagian_nol m"]),
        ("min(visit.n)", ["tidak_ada_baris min(visit.n)"]),
        ("min(visit.n) default 0", []),
        ("average(visit.n)", ["tidak_ada_baris average(visit.n)"]),
        ("average(visit.n) default 0", []),
        ("sum(visit.n)", []),
        ("sum(visit.n where opt > 3)", ["opt opt"]),
        ("count(visit where present(opt) and opt > 3)", []),
        ("if present(until) then day(until + n * 1 hari) else 0", ["tanggal_tidak_ada until + n * 1 hari"]),
        ("months(since, since + n * 1 hari)", ["tanggal_tidak_ada since + n * 1 hari"]),
        ("months(since + n * 1 hari, since)", ["tanggal_tidak_ada since + n * 1 hari"]),
        ("if present(date(n)) then n else 0", []),
        ("year(date(n))", ["tanggal_tidak_ada date(n)"]),
        ("lot.rank", ["rank lot.rank"]),
    ],
)
def test_places(formula: str, found: list[str], tmp_path: Path) -> None:
    assert listed(formula, tmp_path) == found


def test_what_nobody_reads_blocks_nobody(tmp_path: Path) -> None:
    more = "    unread:\n      unit: number\n      formula: n / m\n      round: down to 1\n"
    assert listed("n", tmp_path, more=more) == []


@pytest.mark.parametrize(
    ("where", "found"),
    [("n > 0", ["opt opt", "stamp stamp.mark"]), ("present(opt) and present(stamp)", []), ("opt > 3", ["opt opt"] * 2)],
)
def test_what_a_line_needs_blocks_where_it_is_to_be_shown(where: str, found: list[str], tmp_path: Path) -> None:
    columns = "opt" if where == "opt > 3" else "opt, {mark: {value: stamp.mark}}"
    lines = f"rows: visit\nwhere: {where}\ncolumns: [id, {columns}]"
    checked = api.load(write_pack(tmp_path / "pack", lines=lines)).checked
    listed = [f"{one.reason} {words(checked, one.span)}" for one in blockers(checked)]
    assert listed == [*found, ALWAYS]


def test_what_a_promise_reads_blocks(tmp_path: Path) -> None:
    more = "ensure:\n  visit:\n    p:\n      formula: opt > car.y\nrules:\n"
    more = "    y:\n      unit: number\n      formula: n / m\n      round: down to 1\n" + more.replace("rules:\n", "")
    assert listed("n", tmp_path, more=more) == ["opt opt", "pembagian_nol m"]


def test_exceptions_that_can_meet(tmp_path: Path) -> None:
    more = "      exceptions:\n" + "".join(
        f"        {name}:\n          when: {when}\n          formula: 1\n"
        for name, when in (("a", "flag"), ("b", "n > 3"))
    )
    assert listed("n", tmp_path, more=more) == ["pengecualian_ganda b"]
    assert listed("n", tmp_path, more=more.replace("n > 3", "not flag")) == []


@pytest.mark.slow
def test_every_reason_that_blocks_somebody_is_listed() -> None:
    seen: set[str] = set()
    for seed, found in worlds(PACKS):
        checked, world = found.plan.checked, Evaluation(found.plan, found.inputs, indexed=True)
        told = {one.reason for one in blockers(checked)} | {one.name for one in checked.pack.ensures}
        for person in world.rows.all(checked.pack.person):
            assert world.blocked(person) <= told, seed
            seen |= world.blocked(person)
    assert len(seen) > 5


def test_what_a_group_is_grouped_by_blocks(tmp_path: Path) -> None:
    """Cars by a quotient: a car without one may belong to any group, so what is read of groups has its fault."""
    inputs = base.INPUTS.replace("groups:\n", "groups:\n  band:\n    label: Bands\n    of: car\n    by: [quotient]\n")
    more = """
rules:
  car:
    quotient:
      unit: number
      formula: n / m
      round: down to 1
    x:
      unit: number
      formula: period.bands
  period:
    bands:
      unit: number
      formula: count(band)
"""
    checked = api.load(write_pack(tmp_path / "pack", more, pays="x", inputs=inputs)).checked
    assert [one.reason for one in blockers(checked)] == ["pembagian_nol", "data_ditolak"]


def test_a_row_reads_its_group_by_a_rule(tmp_path: Path) -> None:
    """Through the group to what it leads to as well: which group that is, the rule tells."""
    inputs = base.INPUTS.replace(
        "groups:\n", "groups:\n  band:\n    label: Bands\n    of: car\n    by: [lot, quotient]\n"
    )
    more = """
rules:
  car:
    quotient:
      unit: number
      formula: n / m
      round: down to 1
    x:
      unit: rupiah
      formula: FORMULA
  band:
    cars:
      unit: rupiah
      formula: count(car) * 1 rupiah
"""
    for place, formula in enumerate(("band.cars", "band.lot.fee")):
        pack = write_pack(tmp_path / f"{place}", more.replace("FORMULA", formula), pays="x", inputs=inputs)
        assert [one.reason for one in blockers(api.load(pack).checked)] == ["pembagian_nol", "data_ditolak"]


def test_what_lines_show_blocks_where_they_are_shown(tmp_path: Path) -> None:
    lines = "rows: visit\nwhere: (opt default 0) > 3\ncolumns: [id, {a: {value: opt}}, {b: {value: permit.free}}]"
    checked = api.load(write_pack(tmp_path / "pack", "", lines=lines)).checked
    found = [f"{one.reason} {words(checked, one.span)}" for one in blockers(checked)]
    assert found == ["opt opt", "permit permit.free", ALWAYS]
    there = lines.replace("where: (opt default 0) > 3", "where: present(opt) and present(permit)")
    checked = api.load(write_pack(tmp_path / "there", "", lines=there)).checked
    assert [one.reason for one in blockers(checked)] == ["data_ditolak"]


@pytest.mark.parametrize("formula", ["held.wage default 0", "if present(held) then 1 else 0"])
def test_the_day_of_a_rule_by_which_a_row_is_found_blocks(formula: str, tmp_path: Path) -> None:
    """And a rule that only gives a day is no rule that nobody uses."""
    more = f"""
rules:
  visit:
    asked:
      unit: date
      formula: day + opt * 1 hari
    y:
      unit: number
      formula: {formula}
  post:
    z:
      unit: number
      formula: count(visit via held)
  car:
    x:
      unit: number
      formula: sum(visit.y)
    w:
      unit: number
      formula: sum(post.z)
"""
    inputs = with_posts(HELD.replace("as_of: day", "as_of: asked"), "")
    for pays, places in (("x", ["opt opt"]), ("w", ["opt opt"])):
        checked = api.load(write_pack(tmp_path / pays, more, pays=pays, inputs=inputs)).checked
        found = [f"{one.reason} {words(checked, one.span)}" for one in blockers(checked) if one.reason == "opt"]
        assert found == places
        assert "asked" not in [one.arguments["name"] for one in unused(checked)]


@pytest.mark.parametrize(
    ("versions", "formula", "found"),
    [
        ("2020-01-01", "rate", []),  # since the pack is in force
        ("2019-01-01", "rate", []),
        ("2020-01-02", "rate", ["tidak_berlaku rate"]),
        ("2021-01-01", "if period.start >= 2021-01-01 then rate else 0", []),
        ("2021-01-01", "if period.start >= 2020-12-31 then rate else 0", ["tidak_berlaku rate"]),
        ("2021-01-01", "if period.start < 2021-01-01 then rate else 0", ["tidak_berlaku rate"]),
        ("2020-01-01..2023-12-31", "rate", ["tidak_berlaku rate"]),
        ("2020-01-01..2023-12-31 2024-01-01", "rate", []),
        ("2020-01-01..2023-12-31 2024-01-02", "rate", ["tidak_berlaku rate"]),
        ("2020-01-01 2022-01-01..2023-12-31", "rate", []),  # then the first one holds again
        ("2021-01-01", "sum(visit.n where day >= 2021-01-01 and rate > n)", []),
        ("2021-01-01", "sum(visit.n where day >= 2020-12-31 and rate > n)", ["tidak_berlaku rate"]),
    ],
)
def test_law_with_gaps_can_block(versions: str, formula: str, found: list[str], tmp_path: Path) -> None:
    law = "parameters:\n  rate:\n    versions:\n"
    for days in versions.split():
        start, _, end = days.partition("..")
        until = f", effective_to: {end}" if end else ""
        law += f"      - {{effective_from: {start}, value: 3{until}}}\n"
    assert listed(formula, tmp_path, more=law) == found


RATE = "parameters:\n  rate:\n    versions:\n      - {effective_from: 2021-03-01, value: 3}\n"


@pytest.mark.parametrize(("begins", "found"), [("2021-03-01", []), ("2021-02-28", ["tidak_berlaku rate"])])
def test_a_version_or_exception_reads_law_only_since_it_began(begins: str, found: list[str], tmp_path: Path) -> None:
    version = f"""rules:
  car:
    x:
      unit: number
      versions:
        - effective_from: 2020-01-01
          formula: 1
        - effective_from: {begins}
          formula: rate
"""
    exception = f"""rules:
  car:
    x:
      unit: number
      formula: 1
      exceptions:
        new:
          effective_from: {begins}
          when: flag
          formula: rate
"""
    for place, text in enumerate((version, exception)):
        checked = api.load(write_pack(tmp_path / str(place), text + RATE, pays="x")).checked
        names = [f"{one.reason} {words(checked, one.span)}" for one in blockers(checked)]
        assert names == [*found, ALWAYS]
