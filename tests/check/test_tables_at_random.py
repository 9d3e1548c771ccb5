"""What check says of decision tables, beside brute force over every point; what it accepts, run on every engine.

Twelve tables a pack, each read by a rule; whatever check says of one does not touch another.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from pathlib import Path
from random import Random

import pytest

from eremun.check.checker import check_draft
from eremun.diagnostics.diagnostic import Diagnostic, Refused
from eremun.engines.reference.law import rows_that_hold
from eremun.model.builder import draft_pack
from eremun.model.rules import Table
from eremun.plan import tables as tables_of_plans
from eremun.sources.reader import read_documents
from tests.check.random_tables import INPUTS, WORDS, Point, Sketch, rule, sketch
from tests.conformance import base_pack as base
from tests.conformance.harness import RUNS, everything, world

TABLES = 12
PAIRS = ("unique", "marginal")
Told = set[tuple[int, ...]]


def write(folder: Path, sketches: Sequence[Sketch]) -> Path:
    folder.mkdir()
    chapter = base.CHAPTER + "tables:\n" + "".join(found.yaml for found in sketches)
    files = {
        "pack": base.HEAD, "inputs": INPUTS, "regulations": base.REGISTER, "outputs": base.OUTPUTS.format(columns=""),
        "rules": chapter + "rules:\n  car:\n" + "".join(rule(found) for found in sketches),
    }  # fmt: skip
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, "utf-8")
    for found in sketches:
        if found.csv:
            (folder / f"{found.name}.csv").write_text(found.csv, "utf-8")
    return folder


def faults_of(folder: Path) -> tuple[list[Diagnostic], dict[str, Table]]:
    draft = draft_pack(read_documents(folder), folder.name)
    try:
        check_draft(draft)
    except Refused as refused:
        return list(refused.diagnostics), dict(draft.pack.tables)
    return [], dict(draft.pack.tables)


# What must be told


def overlaps(found: Sketch) -> Told:
    """The first two rows of every point at which several hold."""
    if found.hit not in PAIRS:
        return set()
    return {tuple(held[:2]) for point in found.everywhere() if len(held := found.held(point)) > 1}


def unreachable(found: Sketch) -> Told:
    reached = set()
    for point in found.everywhere():
        held = found.held(point)
        reached.update(held[:1] if found.hit == "first" else held)
    return {(place,) for place in range(len(found.lines)) if place not in reached}


def has_gap(found: Sketch) -> bool:
    none = found.hit not in ("collect sum", "collect count")
    return none and any(not found.held(point) for point in found.arguments())


# What is told


def told(one: Diagnostic, table: Table) -> tuple[int, ...]:
    places = {row.span: place for place, row in enumerate(table.versions[0].content)}
    return tuple(sorted(places[mark.span] for mark in one.marks if mark.span in places))


def point_of(example: str, found: Sketch) -> Point:
    """The point that a message names."""
    words = dict(part.split(" = ") for part in example.split(", "))
    assert list(words) == list(found.keys), example
    return tuple(word if key in WORDS else _number(word) for key, word in words.items())


def _number(text: str) -> Fraction:
    return Fraction(text.rstrip("%")) / (100 if text.endswith("%") else 1)


def judge(found: Sketch, table: Table, faults: list[Diagnostic]) -> bool:
    """Compares; whether the table is accepted."""
    by_code = {code: [one for one in faults if one.code == code] for code in ("E501", "E502", "E503")}
    assert sum(map(len, by_code.values())) == len(faults), faults
    assert {told(one, table) for one in by_code["E501"]} == overlaps(found), found.yaml
    assert {told(one, table) for one in by_code["E502"]} == unreachable(found), found.yaml
    if not by_code["E501"] and not by_code["E502"]:
        assert len(by_code["E503"]) == has_gap(found), found.yaml + rule(found)
    for one in by_code["E501"] + by_code["E503"]:
        point = point_of(str(one.arguments["example"]), found)
        held = [table.versions[0].content.index(row) for row in rows_that_hold(table.versions[0].content, point)]
        assert held == found.held(point), (point, found.yaml)
        assert tuple(held[:2]) == (told(one, table) if one.code == "E501" else ()), (point, found.yaml)
        assert one.code == "E501" or can_occur(found, point), (point, found.yaml + rule(found))
    return not faults


def can_occur(found: Sketch, point: Point) -> bool:
    """A quotient can be any fraction up to 5."""
    values = dict(zip(found.keys, point, strict=True))
    return ("q" in values and 0 <= Fraction(values["q"]) <= 5) or point in set(found.arguments())


@pytest.mark.parametrize("seed", range(24))
def test_what_is_said_of_a_table_is_so(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_of_plans, "MOST_TOGETHER", seed % 8)  # so that keys are narrowed one by one
    chance = Random(seed)
    sketches = [sketch(chance, f"t{number}") for number in range(TABLES)]
    faults, tables = faults_of(write(tmp_path / "pack", sketches))
    good = []
    for found in sketches:
        own = [one for one in faults if one.arguments.get("table") == found.name]
        if judge(found, tables[found.name], own):
            good.append(found)
    assert {one.code for one in faults} <= {"E501", "E502", "E503"}, faults
    if good and seed % 4 == 0:
        run(tmp_path, good)


# Those that are accepted


def run(folder: Path, good: list[Sketch]) -> None:
    """Every engine gives what the table says, for a car of every kind there can be."""
    (folder / "rows").mkdir()
    cars = list(product(WORDS["kind"], WORDS["side"], range(6), range(4), range(0, 11), (1, 2)))
    lines = [
        f"A{place}," + ",".join(_cell(value, at) for at, value in enumerate(car)) for place, car in enumerate(cars)
    ]
    (folder / "rows" / "car.csv").write_text("\n".join(["plate,kind,side,n,m,p,k", *lines, ""]), "utf-8")
    made = world(write(folder / "good", good), folder / "rows")
    wanted = {found.name: [expected(found, car) for car in cars] for found in good}
    for engine, force in RUNS:
        rows = everything(made.plan, made.run(engine, force))["car"]
        for found in good:
            got = [rows[f"A{place}"][f"x_{found.name}"] for place in range(len(cars))]
            assert got == wanted[found.name], (engine, force, found.yaml + rule(found))


def _cell(value: object, place: int) -> str:
    return f"{int(value) / 10}" if place == 4 else str(value)  # type: ignore[call-overload]


def expected(found: Sketch, car: tuple[str | int, ...]) -> Fraction:
    kind, side, n, m, p, k = car
    values = {"kind": kind, "side": side, "n": Fraction(n), "m": Fraction(m), "p": Fraction(int(p), 1000),
              "q": Fraction(n) / int(k)}  # fmt: skip
    if not found.asked(values):  # type: ignore[arg-type]
        return Fraction(0)
    return found.cell(tuple(values[key] for key in found.keys))  # type: ignore[misc]
