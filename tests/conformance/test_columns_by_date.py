"""Columns that files have from some day on: an earlier month is read without them and takes the value before."""

from __future__ import annotations

import pytest

from eremun.diagnostics.diagnostic import Refused
from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, pct

NEW = "      bonus: {type: rupiah, range: 0..1_000, effective_from: 2026-05-01, before: 7}\n"
SHARE = "      cut: {type: persen, decimals: 1, range: 0%..50%, effective_from: 2026-05-01, before: 2.5%}\n"
WORD = "      fuel: {type: kind, effective_from: 2026-05-01, before: bus}\n"
FLAG = "      taxed: {type: boolean, effective_from: 2026-05-01, before: ya}\n"
INPUTS = base.INPUTS.replace("      n: {type: number, range: 0..1_000}\n      m:", NEW + SHARE + WORD + FLAG
                             + "      n: {type: number, range: 0..1_000}\n      m:", 1)  # fmt: skip
MORE = """
rules:
  car:
    x:
      unit: rupiah
      formula: bonus + 1 rupiah
    y:
      unit: persen
      formula: cut
    z:
      unit: kind
      formula: fuel
    w:
      formula: taxed
"""
OLD = {"car.x": F(8), "car.y": pct("2.5"), "car.z": "bus", "car.w": True}


def cells(**more: str) -> dict[str, dict[str, str]]:
    return {**base.CELLS, "car": {**base.CELLS["car"], **more}}


def test_an_earlier_month_is_read_without_them(park: Park) -> None:
    park(MORE, OLD, inputs=INPUTS, period="2026-04")


def test_a_later_month_has_them(park: Park) -> None:
    found = cells(bonus="100", cut="10", fuel="small", taxed="tidak")
    expected = {"car.x": F(101), "car.y": pct("10"), "car.z": "small", "car.w": False}
    park(MORE, expected, inputs=INPUTS, cells=found, period="2026-05")


def test_an_earlier_month_does_not_look_at_such_a_column(park: Park) -> None:
    found = cells(bonus="not a number", cut="", fuel="", taxed="")
    park(MORE, OLD, inputs=INPUTS, cells=found, period="2026-04")


def test_a_later_month_without_them_is_refused(park: Park) -> None:
    with pytest.raises(Refused) as refused:
        park.world(MORE, inputs=INPUTS, period="2026-05")
    assert {d.code for d in refused.value.diagnostics} == {"E704"}
