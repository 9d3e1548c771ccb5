"""Closed months of the year as an input (`ledger`): which rows stand, and what may be summed over them."""

from __future__ import annotations

import pytest

from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, refused, rule

CLOSED = """\
  before:
    label: Closed months
    ledger: car
    key: [plate, month]
    columns:
      plate: {type: text}
      month: {type: number, range: 1..12}
      n: {type: number, range: 0..1_000}
      x: {type: rupiah, range: 0..1_000_000}
    references: {car: [plate]}
    when_rejected: block
groups:
"""
INPUTS = base.INPUTS.replace("groups:\n", CLOSED, 1)
CELLS = {**base.CELLS, "before": {"plate": "A", "month": "", "n": "0", "x": "0"}}
X = rule("rupiah", "money - sum(before.x)")


def test_the_months_before_this_one(park: Park) -> None:
    """In May: January to April stand, May itself does not, nor does December. A: 1000 - 1 - 20 = 979. C
    and D are not paid the 1000 that leaves their rows out."""
    rows = "A 1 x=1; A 4 x=20; C 5 x=300; D 12 x=4000"
    blocked = {"C": "data_ditolak", "D": "data_ditolak"}
    park(X, {"car.x": {"A": F(979), "B": F(1000), "C": F(1000), "D": F(1000)}}, inputs=INPUTS, cells=CELLS, before=rows, blocked=blocked,
         car="A money=1000; B money=1000; C money=1000; D money=1000")  # fmt: skip


@pytest.mark.parametrize(("period", "stand"), [("2026-01", ""), ("2026-02", "A"), ("2026-12", "ABC")])
def test_the_first_and_the_last_month(park: Park, period: str, stand: str) -> None:
    """In January no month of the year is closed; in December eleven are."""
    park(X, {"car.x": {key: F(-7 if key in stand else 0) for key in "ABC"}}, inputs=INPUTS, cells=CELLS, period=period,
         before="A 1 x=7; B 10 x=7; C 11 x=7", car="A; B; C",
         blocked={key: "data_ditolak" for key in "ABC" if key not in stand})  # fmt: skip


def test_why_a_row_does_not_stand(park: Park) -> None:
    """The month is blamed; a month twice is a fault of its own."""
    found = park.world(X, inputs=INPUTS, cells=CELLS, before="A 5; A 4; A 4 n=1; A 3")
    rejected = found.inputs.rejected.select("row", "column", "value", "reason").rows()
    assert rejected == [
        (1, "month", "5", "not_closed"), (2, "plate+month", "A+4", "duplicate"), (3, "plate+month", "A+4", "duplicate"),
    ]  # fmt: skip


def test_no_month_yet(park: Park) -> None:
    """A file of nothing but its heading: nobody has an earlier month."""
    park(X, {"car.x": F(5)}, inputs=INPUTS, cells=CELLS, period="2026-01", car="A money=5")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("key: [plate, month]", "key: [plate]", "E280"), ("key: [plate, month]", "key: none", "E280"),
        ("key: [plate, month]", "key: [plate, month, n]", "E280"),
        ("key: [plate, month]", "key: [month, plate]", "E280"), ("ledger: car", "ledger: ticket", "E280"),
        ("ledger: car", "ledger: bus", "E241"), ("month: {type: number, range: 1..12}", "month: {type: number}", "E281"),
        ("month: {type: number, range: 1..12}", "month: {type: persen, range: 1%..12%}", "E281"),
        ("1..12}", "1..13}", "E281"), ("1..12}", "1..12, decimals: 1}", "E281"), ("1..12}", "0..12}", "E281"),
        ("x: {type: rupiah, range: 0..1_000_000}", "y: {type: rupiah}", "E282"),
        ("x: {type: rupiah, range: 0..1_000_000}", "x: {type: menit}", "E283"),
        ("      n: {type: number, range: 0..1_000}\n      x", "      share: {type: persen, decimals: 1}\n      x", "E283"),
    ],
)  # fmt: skip
def test_what_closed_months_can_hold(park: Park, old: str, new: str, code: str) -> None:
    """The key of the grain and a month, and values of that grain: `share` has two decimals there."""
    assert old in CLOSED
    inputs = base.INPUTS.replace("groups:\n", CLOSED.replace(old, new), 1)
    refused(park, code, rule("rupiah", "money"), inputs=inputs)
