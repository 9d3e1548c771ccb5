"""Exceptions that can meet: what check says of two conditions, beside all rows there can be, run by the reference."""

from __future__ import annotations

import random
import shutil
from itertools import product
from pathlib import Path

import pytest

from eremun import api
from eremun.check.meet import meetings

BASE = Path(__file__).parents[1] / "messages" / "base"
KINDS, TRUTHS, PERCENTS = ("motor", "mobil"), ("ya", "tidak"), ("0", "1", "2", "3")
ATOMS = (
    "jenis = motor", "jenis != motor", "jenis in [motor, mobil]", "not jenis in [mobil]", "berlangganan",
    "not berlangganan", "diskon = 2%", "diskon != 0%", "diskon > 1%", "diskon >= 3%", "diskon < 1%", "diskon <= 2%",
    "diskon between 1% and 2%", "not diskon between 1% and 2%", "1% < diskon", "2% >= diskon", "3% = diskon",
)  # fmt: skip
RULES = """
basis: perda-1-2024
rules:
  kendaraan:
    potongan:
      unit: rupiah
      formula: 0 rupiah
      exceptions:
        pertama:
          when: {one}
          formula: 1 rupiah
        kedua:
          when: {two}
          formula: 2 rupiah
"""


def condition(chance: random.Random, depth: int = 2) -> str:
    if depth == 0 or chance.random() < 0.3:
        return chance.choice(ATOMS)
    parts = [condition(chance, depth - 1) for _ in range(2)]
    joined = f"({parts[0]} {chance.choice(['and', 'or'])} {parts[1]})"
    return f"not {joined}" if chance.random() < 0.2 else joined


def rows_on_which_two_hold(folder: Path, data: Path) -> list[str]:
    """Every kind of vehicle there can be, as formulas would say it; those that both exceptions hold for."""
    rows = list(product(KINDS, TRUTHS, PERCENTS))
    lines = [f"{number},{','.join(row)}" for number, row in enumerate(rows)]
    data.mkdir()
    (data / "kendaraan.csv").write_text("\n".join(["nomor,jenis,berlangganan,diskon", *lines]), "utf-8")
    (data / "kunjungan.csv").write_text("kode,nomor,masuk,lama,menginap,denda\n", "utf-8")
    frame = api.load(folder).plan("2026-01").run(data, "reference").stored("kendaraan")
    met = {int(row["nomor"]) for row in frame.iter_rows(named=True) if row.get("potongan!")}
    return [said(*row) for number, row in enumerate(rows) if number in met]


def said(kind: str, truth: str, percent: str) -> str:
    return f"jenis = {kind}, {'' if truth == 'ya' else 'not '}berlangganan, diskon = {percent}%"


@pytest.mark.parametrize("seed", range(24))
def test_what_is_said_of_two_conditions_is_so(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "parkir"
    shutil.copytree(BASE, folder)
    inputs = (folder / "inputs.yaml").read_text("utf-8").replace("range: 0%..100%", "range: 0%..3%")
    (folder / "inputs.yaml").write_text(inputs, "utf-8")
    rules = RULES.format(one=condition(chance), two=condition(chance))
    (folder / "2-potongan.yaml").write_text(rules, "utf-8")
    outputs = (folder / "outputs.yaml").read_text("utf-8").replace("jumlah]", "jumlah, potongan]")
    (folder / "outputs.yaml").write_text(outputs, "utf-8")
    found = list(meetings(api.load(folder).checked))
    really = rows_on_which_two_hold(folder, tmp_path / "data")
    assert len(found) == bool(really), rules
    for one in found:
        assert one.example is not None
        parts = set(one.example.split(", "))
        assert any(parts <= set(row.split(", ")) for row in really), (one.example, rules)


def test_a_third_one_that_overrides_both_settles_it(tmp_path: Path) -> None:
    folder = tmp_path / "parkir"
    shutil.copytree(BASE, folder)
    third = (
        "        ketiga:\n          when: %THIRD\n          formula: 3 rupiah\n          overrides: [pertama, kedua]\n"
    )
    rules = RULES.format(one="berlangganan", two="jenis = motor") + third
    (folder / "2-potongan.yaml").write_text(rules.replace("%THIRD", "diskon >= 0%"), "utf-8")
    assert list(meetings(api.load(folder).checked)) == []
    (folder / "2-potongan.yaml").write_text(rules.replace("%THIRD", "diskon = 0%"), "utf-8")
    (one,) = meetings(api.load(folder).checked)
    assert one.example == "berlangganan, jenis = motor, diskon = 1%"


def test_no_day_is_shown(tmp_path: Path) -> None:
    folder = tmp_path / "parkir"
    shutil.copytree(BASE, folder)
    rules = RULES.format(one="masuk <= 2020-01-05", two="menginap").replace("kendaraan:", "kunjungan:")
    (folder / "2-potongan.yaml").write_text(rules, "utf-8")
    (one,) = meetings(api.load(folder).checked)
    assert one.example is None
