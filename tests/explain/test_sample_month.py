"""Everybody of the sample month: what is explained is what the expected files say, which another program worked out."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

import polars as pl
import pytest

from eremun import api
from eremun.api import packs_for
from eremun.cli.app import main
from eremun.engines.reference.rules import Evaluation
from eremun.explain import Derivation, derive, render
from eremun.explain.compared import differences
from eremun.explain.derive import derivation_of
from eremun.explain.tree import Shown, Step
from eremun.explain.words import value_text
from eremun.intake.reader import read_inputs
from eremun.values.types import Kind

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "sample_data" / "2026-01"


def expected(name: str) -> list[dict[str, str]]:
    """The lines of the file, without the `'` that keeps a spreadsheet from taking text for a formula."""
    with (DATA / "expected" / name).open(encoding="utf-8", newline="") as file:
        return [{name: cell.removeprefix("'") for name, cell in line.items()} for line in csv.DictReader(file)]


@dataclass(frozen=True)
class Month:
    """All persons of the month by NIP, explained, and what the polars engine gave."""

    world: Evaluation
    computed: pl.DataFrame
    people: dict[str, Derivation]


@cache
def month() -> Month:
    loaded = api.load(ROOT / "rules" / "kota-bandung", tests=False).plan("2026-01")
    world = Evaluation(loaded.plan, read_inputs(loaded.plan, DATA), indexed=True)
    rows = world.rows.all(loaded.plan.person)
    keys = [f"{row.cells['nip']:018d}" for row in rows]
    computed = loaded.run(DATA).results.frames[loaded.plan.person]
    return Month(world, computed, {key: derivation_of(world, row, key) for key, row in zip(keys, rows, strict=True)})


def steps(step: Step) -> Iterator[Step]:
    yield step
    for part in step.parts:
        yield from steps(part)
    for row in (row for rows in step.aggregates for row in rows.rows):
        if row.step is not None:
            yield from steps(row.step)


def told(derivation: Derivation) -> dict[str, Shown]:
    """What the explanation says of each name, facts and amounts."""
    amounts = [step for amount in derivation.amounts for step in steps(amount)]
    return dict(derivation.facts) | {
        step.name: step.value for step in amounts if step.grain == "pegawai" and step.value
    }


def as_in_the_file(shown: Shown) -> object:
    """A number in the unit of the file, anything else as it is printed."""
    if shown.type.kind is Kind.NUMBER:
        percent = shown.type.unit is not None and str(shown.type.unit) == "persen"
        return Fraction(str(shown.value)) * (100 if percent else 1)
    return value_text(shown, "id")


def test_everybody_is_explained() -> None:
    paid, blocked = expected("payroll.csv"), {line["nip"] for line in expected("blocked.csv")}
    assert len(paid) == 51
    assert len(blocked) == 12
    assert set(month().people) == {line["nip"] for line in paid} | blocked


def test_the_figures_of_who_is_paid() -> None:
    wrong = []
    for line in expected("payroll.csv"):
        derivation = month().people[line["nip"]]
        assert not derivation.blocked
        said = {name: as_in_the_file(value) for name, value in told(derivation).items()}
        cells = {name: Fraction(cell) if isinstance(said[name], Fraction) else cell for name, cell in line.items()}
        wrong += [(line["nip"], name, said[name], cell) for name, cell in cells.items() if said[name] != cell]
    assert wrong == []


def test_the_reasons_of_who_is_blocked() -> None:
    reasons: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in expected("blocked.csv"):
        reasons[line["nip"]].append((line["reason"], line["keterangan"]))
    explained = {key: [(one.name, one.sentence) for one in d.reasons] for key, d in month().people.items() if d.blocked}
    assert explained == dict(reasons)


def test_the_engine_gives_the_same_for_everybody() -> None:
    made = month()
    rows = made.world.rows.all("pegawai")
    assert [found for row in rows for found in differences(made.world, row, made.computed)] == []


PAID = "199901172025031003"


def spoilt(frame: pl.DataFrame) -> pl.DataFrame:
    """One rupiah more for everybody, and the first reason that can block."""
    return frame.with_columns(pl.col("tpp_bersih") + 1, pl.col("@blocked") | 1)


def test_what_the_engine_gives_otherwise_is_said_before_all_else() -> None:
    made = month()
    row = made.world.rows.all("pegawai")[list(made.people).index(PAID)]
    found = differences(made.world, row, spoilt(made.computed))
    # 2.974.458 in the expected payroll, and one more.
    assert [(one.column, one.explained, one.engine) for one in found] == [
        ("tpp_bersih", "2974458", "2974459"), ("@blocked", "-", "perilaku"),
    ]  # fmt: skip


def test_a_difference_ends_the_command_loudly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    honest = derive.differences
    monkeypatch.setattr(derive, "differences", lambda world, person, frame: honest(world, person, spoilt(frame)))
    words = [
        "explain",
        PAID,
        "--pack",
        str(ROOT / "rules" / "kota-bandung"),
        "--data",
        str(DATA),
        "--period",
        "2026-01",
    ]
    assert main(words) == 70
    first, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("PERHATIAN: uraian ini tidak sama dengan hasil mesin hitung")
    assert main([*words, "--lang", "en"]) == 70
    shown = capsys.readouterr().out
    assert shown.startswith("WARNING: this explanation is not what the engine computed")
    assert "- tpp_bersih: explained 2974458, computed 2974459" in shown


def test_nothing_is_said_where_nothing_differs() -> None:
    assert render(month().people[PAID]).startswith("TPP Pemerintah Kota Bandung")


def test_the_pack_is_the_one_whose_tables_are_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert packs_for(DATA) == ["kota-bandung"]
    (tmp_path / "pegawai.csv").touch()
    assert packs_for(tmp_path) == []
    assert main(["explain", PAID, "--data", str(tmp_path), "--period", "2026-01", "--lang", "en"]) == 2
    assert "--pack is missing, and the tables in the folder of the data do not tell" in capsys.readouterr().err
