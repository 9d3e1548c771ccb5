"""Promises that are seen broken: what is said of them is so when a run is given the same tables, on another engine too."""

from __future__ import annotations

import tempfile
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from eremun import api
from eremun.check.checked import CheckedPack
from eremun.check.proofs.promises import proven
from eremun.diagnostics.diagnostic import Refused
from eremun.testing.breaking.cells import CellMaker
from eremun.testing.breaking.promises import broken_promises
from eremun.testing.breaking.search import Broken, Trial, search
from eremun.testing.breaking.smaller import made_smaller
from eremun.testing.given import write_tables
from eremun.values.periods import Period
from tests.conformance import base_pack as base
from tests.conformance.harness import write_pack
from tests.properties.packs import Maker

PACKS = 10
SHIPPED = ("dki-jakarta", "nasional")


def really_broken(checked: CheckedPack, one: Broken, folder: Path) -> bool:
    """Whether a run of polars on those tables rejects nothing and blocks somebody with the promise as a reason."""
    write_tables({name: tuple(rows) for name, rows in one.tables.items()}, checked.pack, folder)
    run = api.LoadedPack(checked).plan(one.period.name).run(folder)
    bit = 1 << run.plan.faults.index(checked.pack.ensures[one.place].name)
    blocked = run.results.frames[checked.pack.person]["@blocked"]
    return run.inputs.rejected.is_empty() and any(bits & bit for bits in blocked)


@pytest.mark.slow
@pytest.mark.parametrize("pack", SHIPPED)
def test_what_is_broken_in_a_shipped_pack_is_broken_in_a_run(pack: str, tmp_path: Path) -> None:
    checked = api.load(pack).checked
    found = search(checked, range(len(checked.ensures)), made_smaller)
    assert found
    for one in found:
        assert one.place not in proven(checked)
        assert really_broken(checked, one, tmp_path)


@pytest.mark.slow
def test_what_is_broken_in_packs_at_random_is_broken_in_a_run() -> None:
    seen = 0
    for seed in range(PACKS):
        with tempfile.TemporaryDirectory() as name:
            folder, sample = Path(name), Maker(Random(seed).choice).sample()
            try:
                checked = api.load(write_pack(folder / "pack", sample.rules, sample.pays, sample.inputs)).checked
                found = search(checked, range(len(checked.ensures)), made_smaller)
            except Refused:
                continue
            for one in found:
                seen += 1
                assert one.place not in proven(checked), seed
                assert really_broken(checked, one, folder), seed
    assert seen


def test_no_row_is_left_that_is_not_needed(tmp_path: Path) -> None:
    """One car whose one visit is enough."""
    more = "ensure:\n  car:\n    calm:\n      formula: sum(visit.n) <= 5\n"
    checked = api.load(write_pack(tmp_path / "pack", more)).checked
    (one,) = search(checked, [0], made_smaller)
    assert {name: len(rows) for name, rows in one.tables.items() if rows} == {"lot": 1, "car": 1, "visit": 1}
    assert int(one.tables["visit"][0]["n"]) > 5
    (told,) = broken_promises(checked)
    assert told.arguments["example"] == f"car; visit: n = {one.tables['visit'][0]['n']}"


def test_a_month_whose_files_lack_a_column(tmp_path: Path) -> None:
    """The only month tried is that in which the pack begins; `m` came later, and so stands in no example."""
    inputs = base.INPUTS.replace(
        "      m: {type: number, range: 0..1_000}\n",
        "      m: {type: number, range: 0..1_000, effective_from: 2025-01-01, before: 7}\n", 1,
    )  # fmt: skip
    more = "ensure:\n  car:\n    calm:\n      formula: n + m <= 500\n"
    checked = api.load(write_pack(tmp_path / "pack", more, inputs=inputs)).checked
    (told,) = broken_promises(checked)
    assert told.arguments["period"] == "2020-01"
    assert str(told.arguments["example"]).startswith("car: n = ")


def test_what_is_accepted_is_not_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eremun.testing.breaking.search.search", lambda *_: pytest.fail("it was looked for"))
    more = "ensure:\n  car:\n    calm:\n      formula: sum(visit.n) <= 5\n      accept: {W307: it holds back}\n"
    assert broken_promises(api.load(write_pack(tmp_path / "pack", more)).checked) == []


def test_a_proven_promise_has_nothing_to_accept(tmp_path: Path) -> None:
    more = "ensure:\n  car:\n    calm:\n      formula: n >= 0\n      accept: {W307: it holds back}\n"
    assert "W303" in [one.code for one in api.load(write_pack(tmp_path / "pack", more)).warnings()]


def test_cells_lie_within_the_range_of_their_column() -> None:
    checked = api.load("nasional").checked
    maker = CellMaker(checked, Period(2024, 2), Random(1))
    for table in checked.pack.inputs.values():
        for column in table.columns.values():
            if column.high is not None and column.low is not None and not column.format:
                per = 100 if str(column.type) == "persen" else 1
                values = [maker.cell(column, 1) for _ in range(30)]
                assert all(column.low * per <= Fraction(value) <= column.high * per for value in values if value)


def test_a_month_with_a_rejected_row_shows_nothing(tmp_path: Path) -> None:
    """A visit of no car there is: who can tell what he did?"""
    more = "ensure:\n  car:\n    calm:\n      formula: sum(visit.n) <= 5\n"
    checked = api.load(write_pack(tmp_path / "pack", more)).checked
    (one,) = search(checked, [0], made_smaller)
    (tmp_path / "rows").mkdir()
    trial = Trial(api.LoadedPack(checked).plan(one.period.name).plan, tmp_path / "rows")
    assert trial.breaks(one.tables, 0)
    stray = {**one.tables["visit"][0], "id": "stray", "plate": "nobody"}
    assert not trial.breaks({**one.tables, "visit": [*one.tables["visit"], stray]}, 0)
