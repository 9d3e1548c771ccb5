"""Tables of which several rows count: the explanation names each and what they give together."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun.explain import explain, render
from tests.conformance.harness import Park

MARGINAL = """
tables:
  tax:
    label: Progressive rates
    in: {kind: kind, money: rupiah}
    out: persen
    marginal:
      small: {0: 5%, 60_000_000: 15%, 250_000_000: 25%}
      large: {0: 50%}
      bus: {0: 0%}
rules:
  car:
    x:
      label: Tax
      unit: rupiah
      formula: tax[kind, money]
      round: down to 1 rupiah
"""

COLLECT = """
tables:
  charge:
    label: Charges
    in: {{kind: kind, n: number}}
    out: rupiah
    hit: {hit}
    rows:
      - [[small, large], "-", 7]
      - [small, ">= 10", 100]
      - ["-", 10..20, 5]
rules:
  car:
    x:
      label: Charge
      unit: {unit}
      formula: charge[kind, n]
"""


def text(tmp_path: Path, more: str, cells: str, lang: str = "en") -> list[str]:
    made = Park(tmp_path).world(more, pays="x", car=f"A {cells}")
    return [line.strip() for line in render(explain(made.plan, made.inputs, "A"), lang).splitlines()]


def test_a_progressive_sum_layer_by_layer(tmp_path: Path) -> None:
    # 60 million at 5 %, the next 190 million at 15 %, the last 50 million at 25 %: 3 + 28.5 + 12.5 = 44 million.
    said = text(tmp_path, MARGINAL, "kind=small money=300000000")
    at = said.index(
        "table Progressive rates [small, Rp300,000,000]: Rp44,000,000 (progressive, each layer at its own, since 2020-01-01)"
    )
    assert said[at + 1 : at + 4] == [
        "row >= Rp0 and < Rp60,000,000: 5 % of Rp60,000,000 = Rp3,000,000",
        "row >= Rp60,000,000 and < Rp250,000,000: 15 % of Rp190,000,000 = Rp28,500,000",
        "row >= Rp250,000,000: 25 % of Rp50,000,000 = Rp12,500,000",
    ]


def test_layers_in_indonesian_and_those_that_are_not_reached(tmp_path: Path) -> None:
    said = text(tmp_path, MARGINAL, "kind=small money=60000000", "id")
    assert [line for line in said if line.startswith("baris")] == [
        "baris >= Rp0 dan < Rp60.000.000: 5 % dari Rp60.000.000 = Rp3.000.000"
    ]


def test_a_progressive_sum_of_nothing(tmp_path: Path) -> None:
    said = text(tmp_path, MARGINAL, "kind=small money=0")
    assert said[next(at for at, line in enumerate(said) if line.startswith("table")) + 1] == "no rows"


@pytest.mark.parametrize(
    ("hit", "unit", "total", "words"),
    [
        ("collect sum", "rupiah", "Rp112", "sum of the rows that hold"),
        ("collect count", "number", "3", "number of rows that hold"),
    ],
)
def test_every_row_that_holds_is_named(tmp_path: Path, hit: str, unit: str, total: str, words: str) -> None:
    # small and 10: 7 + 100 + 5
    more = COLLECT.format(hit=hit, unit=unit)
    if hit == "collect count":  # there every argument must meet a row
        more = more.replace("[small, large]", "[small, large, bus]")
    said = text(tmp_path, more, "kind=small n=10")
    assert f"Charge (x): {total}" in said
    at = said.index(f"table Charges [small, 10]: {total} ({words}, since 2020-01-01)")
    assert [line.rpartition(": ")[2] for line in said[at + 1 : at + 4]] == ["Rp7", "Rp100", "Rp5"]
    assert said[at + 2] == "row small; >= 10: Rp100"
    assert said[at + 3] == "row anything; >= 10 and <= 20: Rp5"


def test_where_no_row_holds_the_sum_is_nothing(tmp_path: Path) -> None:
    said = text(tmp_path, COLLECT.format(hit="collect sum", unit="rupiah"), "kind=bus n=9", "id")
    at = said.index("tabel Charges [bus, 9]: Rp0 (jumlah baris yang berlaku, sejak 2020-01-01)")
    assert said[at + 1] == "tidak ada baris"
