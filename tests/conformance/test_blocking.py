"""Whom a run blocks: promises, rejected rows, and findings over the paid."""

from __future__ import annotations

from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, fault, refused

ZERO = "pembagian_nol"


def test_a_promise_on_the_person(park: Park) -> None:
    more = """
ensure:
  car:
    too_small:
      formula: n > 5
    divided:
      formula: m = 0 or n / m > 1
"""
    rows = "A n=6; B n=5; C n=6 m=6; D n=3 m=3"
    park(more, blocked={"B": "too_small", "C": "divided", "D": "too_small divided"}, car=rows)


def test_a_promise_that_cannot_be_told(park: Park) -> None:
    more = """
ensure:
  car:
    enough:
      formula: opt > 5
"""
    park(more, blocked={"B": "enough", "C": "opt"}, car="A opt=6; B opt=5; C")


def test_a_promise_above_the_person(park: Park) -> None:
    more = """
ensure:
  lot:
    full:
      formula: fee > 0 rupiah
"""
    park(more, blocked={"B": "full"}, lot="Z; Y fee=0", car="A; B lot=Y")


def test_a_promise_below_the_person(park: Park) -> None:
    more = """
ensure:
  visit:
    short:
      formula: spent <= 60 menit
  stay:
    once:
      formula: count(visit) = 1
"""
    rows = "1 A spent=60; 2 B spent=61; 3 C; 4 C"
    park(more, blocked={"B": "short", "C": "once"}, car="A; B; C; D", visit=rows)


def test_a_promise_of_the_period(park: Park) -> None:
    more = """
ensure:
  period:
    someone:
      formula: sum(car.n) > 5
"""
    park(more, blocked={"A": "someone", "B": "someone"}, car="A n=2; B n=3")
    park(more, car="A n=2; B n=4")


def test_a_rejected_row_that_blocks(park: Park) -> None:
    """A visit of B is out of range and blocks; the place of the key is known."""
    more = """
rules:
  car:
    lost:
      unit: number
      formula: rejected(visit)
    visits:
      unit: number
      formula: count(visit)
"""
    expected = {"car.lost": {"A": F(0), "B": F(2)}, "car.visits": {"A": F(1), "B": F(1)}}
    visits = "1 A; 2 B spent=9999; 3 B; 4 B spent=x; 5 QQ"
    park(more, expected, car="A; B", visit=visits, blocked={"B": "data_ditolak"})


CHAIN = """  trip:
    label: Trips, of a visit
    key: [trip]
    columns:
      trip: {type: text}
      visit: {type: text}
      km: {type: number, range: 0..100}
    references: {visit: [visit]}
  leg:
    label: Legs, of a trip
    key: none
    columns:
      trip: {type: text}
      km: {type: number, range: 0..100}
    references: {trip: [trip]}
"""


def test_a_rejected_row_that_leads_to_a_person_through_other_rows(park: Park) -> None:
    """A trip of B and two legs of C are out of range, and carry the key of no car; the trip of visit 9, which does not
    stand, leads to nobody. A leg of a rejected trip finds no trip: that trip blocks already."""
    inputs = base.INPUTS.replace("  stamp:\n", CHAIN + "  stamp:\n", 1)
    more = """
rules:
  trip:
    legs:
      unit: number
      formula: count(leg)
  visit:
    far:
      unit: number
      formula: sum(trip.km) + sum(trip.legs)
  car:
    km:
      unit: number
      formula: sum(visit.far)
"""
    rows = {
        "visit": "1 A; 2 B; 3 C; 4 D", "trip": "t1 1 5; t2 2 6; t3 2 101; t4 3 7; t5 9 1; t6 4 8",
        "leg": "t1 1; t3 1; t4 101; t4 x; t4 2",
    }  # fmt: skip
    cells = {**base.CELLS, "trip": {"trip": "", "visit": "", "km": "0"}, "leg": {"trip": "", "km": "0"}}
    expected = {"car.km": {"A": F(6), "B": F(6), "C": F(8), "D": F(8)}}
    park(
        more,
        expected,
        inputs=inputs,
        cells=cells,
        car="A; B; C; D",
        blocked={"B": "data_ditolak", "C": "data_ditolak"},
        **rows,
    )
    dropped = inputs.replace("references: {visit: [visit]}", "references: {visit: [visit]}\n    when_rejected: drop")
    park(more, expected, inputs=dropped, cells=cells, car="A; B; C; D", blocked={"C": "data_ditolak"}, **rows)


def test_a_rejected_row_that_is_dropped(park: Park) -> None:
    more = """
rules:
  car:
    lost:
      unit: number
      formula: rejected(permit) + rejected(ticket)
    free:
      unit: menit
      formula: permit.free default 0 menit
"""
    expected = {"car.lost": {"A": F(0), "B": F(3)}, "car.free": {"A": F(5), "B": F(0)}}
    park(more, expected, car="A; B", permit="A free=5; B free=99999", ticket="B fine=x; B fine=; A fine=1")


def test_a_row_of_a_rejected_row_is_rejected(park: Park) -> None:
    """Car B is rejected (no such lot); its visit cannot be anybody's."""
    more = "rules:\n  period:\n    visits:\n      unit: number\n      formula: count(visit)\n"
    park(more, {"period.visits": F(1)}, car="A; B lot=none", visit="1 A; 2 B")


def test_keys_twice_are_all_rejected(park: Park) -> None:
    more = "rules:\n  car:\n    x:\n      unit: number\n      formula: count(visit)\n"
    park(more, {"car.x": F(1)}, visit="1 A; 2 A; 2 A n=1", blocked={"A": "data_ditolak"})


def test_findings_over_the_paid(park: Park) -> None:
    """B is blocked (no permit): 3 + 5 are paid; 3 + 4 + 5 is all."""
    more = """
rules:
  car:
    x:
      unit: menit
      formula: permit.free
findings:
  lot:
    paid_n:
      label: Paid
      count: sum(car.n where paid)
    all_n:
      label: All
      count: sum(car.n)
    paid_free:
      label: Minutes of the paid over 10
      amount: sum(car.x where paid) - 10 menit
    unpaid:
      label: Not paid
      count: count(car where not paid)
    broken:
      label: Reads what blocks
      amount: sum(car.x)
"""
    expected = {
        "lot.finding paid_n": F(8), "lot.finding all_n": F(12), "lot.finding paid_free": F(5),
        "lot.finding unpaid": F(1), "lot.finding broken": fault("permit"),
    }  # fmt: skip
    rows = {"car": "A n=3; B n=4; C n=5", "permit": "A free=7; C free=8"}
    park(more, expected, pays="x", blocked={"B": "permit"}, **rows)


def test_a_finding_on_the_person(park: Park) -> None:
    more = """
findings:
  car:
    ours:
      label: Of the paid only
      count: if paid then n else 0
ensure:
  car:
    small:
      formula: n < 5
"""
    park(more, {"car.finding ours": {"A": F(3), "B": F(0)}}, blocked={"B": "small"}, car="A n=3; B n=5")


def test_paid_stands_in_findings_only(park: Park) -> None:
    refused(park, "E245", "rules:\n  lot:\n    x:\n      unit: number\n      formula: count(car where paid)\n")


def test_reasons_of_a_lookup_twice_are_one(park: Park) -> None:
    more = """
rules:
  car:
    x:
      unit: menit
      formula: permit.free + permit.free
    y:
      unit: menit
      formula: permit.free
"""
    park(more, {"car.x": fault("permit")}, pays="x y", blocked={"A": "permit"})


def test_a_promise_reads_what_is_at_fault_only_where_used(park: Park) -> None:
    more = """
rules:
  car:
    ratio:
      unit: number
      formula: n / m
      round: down to 1
ensure:
  car:
    fine:
      formula: m = 0 or ratio > 1
    also:
      formula: ratio >= 0
"""
    park(more, {"car.ratio": {"A": fault(ZERO), "B": F(2)}}, car="A; B n=4 m=2", blocked={"A": ZERO})
