"""Rows: sums up and down, groups, the period, keys, order; what is none; what `where` leaves out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, differences, fault, refused, rule, shuffled

ZERO = "pembagian_nol"
VISITS = (
    "1 A spent=30 n=4 m=2; 2 A spent=50 n=9 m=3 kind=bus; 3 B spent=70 n=5 m=0; 4 A spent=20 n=1 m=1 day=2026-05-31"
)


@pytest.mark.parametrize(
    ("unit", "formula", "a", "b", "c"),
    [
        ("menit", "sum(visit.spent)", 100, 70, 0),
        ("number", "count(visit)", 3, 1, 0),
        ("", "any(visit)", True, True, False),
        ("menit", "max(visit.spent) default 0 menit", 50, 70, 0),
        ("menit", "min(visit.spent) default 0 menit", 20, 70, 0),
        ("menit", "sum(visit.spent where kind = small)", 50, 70, 0),
        ("number", "count(visit where n > 4)", 1, 1, 0),
        ("", "any(visit where kind = bus)", True, False, False),
        ("menit", "max(visit.spent where kind = bus) default 1 menit", 50, 1, 1),
        ("menit", "min(visit.spent where kind = bus) default 1 menit", 50, 1, 1),
        ("number", "count(visit where kind = large)", 0, 0, 0),
        ("menit", "sum(visit.spent where kind = large)", 0, 0, 0),
        ("number", "count(visit where n > m and kind in [small, large])", 1, 1, 0),
        ("menit", "sum(visit.spent via car)", 100, 70, 0),
        ("menit", "sum(visit.spent) + sum(visit.spent)", 200, 140, 0),
        ("number", "sum(visit.n where m > 1) * count(visit)", 39, 0, 0),  # (4 + 9) x 3
        ("", "count(visit) = 1 or any(visit where spent >= 50 menit)", True, True, False),
    ],
)  # fmt: skip
def test_down(park: Park, unit: str, formula: str, a: object, b: object, c: object) -> None:
    park.of(unit, formula, {"A": a, "B": b, "C": c}, car="A; B; C", visit=VISITS)


def test_the_rows_that_where_leaves_out_cost_nothing(park: Park) -> None:
    """4/2 + 9/3 + 1/1 = 6; B's 5/0 is left out."""
    more = """
rules:
  visit:
    ratio:
      unit: number
      formula: n / m
      round: down to 0.1
  car:
    total:
      unit: number
      formula: sum(visit.ratio)
    spared:
      unit: number
      formula: sum(visit.ratio where m > 0)
    high:
      unit: number
      formula: max(visit.ratio where m > 0) default -1
    counted:
      unit: number
      formula: count(visit where m > 0 and ratio >= 2)
"""
    expected = {
        "car.total": {"A": F(6), "B": fault(ZERO)}, "car.spared": {"A": F(6), "B": F(0)},
        "car.high": {"A": F(3), "B": F(-1)}, "car.counted": {"A": F(2), "B": F(0)},
    }  # fmt: skip
    park(more, expected, car="A; B", visit=VISITS)


def test_where_sees_the_finer_rows_names(park: Park) -> None:
    """`n` is the visit's, not the car's."""
    park.of("number", "count(visit where n > 4)", F(1), car="A n=0", visit="1 A n=9; 2 A n=1")


def test_where_reads_what_is_above_the_finer_row(park: Park) -> None:
    park.of("number", "count(visit where car.flag and car.lot.fee > 0 rupiah)", {"A": F(2), "B": F(0)},
            car="A flag=ya; B", visit="1 A; 2 A; 3 B")  # fmt: skip


def test_sums_of_sums(park: Park) -> None:
    """Visits to days (30 + 50, 20), days to the car: the greatest 80; to the lot 100 + 70."""
    more = """
rules:
  stay:
    long:
      unit: menit
      formula: sum(visit.spent)
  car:
    longest:
      unit: menit
      formula: max(stay.long) default 0 menit
    days:
      unit: number
      formula: count(stay)
    all:
      unit: menit
      formula: sum(stay.long)
  lot:
    used:
      unit: menit
      formula: sum(car.all)
"""
    expected = {
        "stay.long": {"A 2026-05-04": F(80), "A 2026-05-31": F(20), "B 2026-05-04": F(70)},
        "car.longest": {"A": F(80), "B": F(70), "C": F(0)}, "car.days": {"A": F(2), "B": F(1), "C": F(0)},
        "lot.used": {"Z": F(170), "Y": F(0)},
    }  # fmt: skip
    park(more, expected, lot="Z; Y", car="A; B; C", visit=VISITS)


def test_a_group_inherits_relations_and_date(park: Park) -> None:
    """A day of a car leads to the car, to its permit and to the stamp of that day."""
    more = """
rules:
  stay:
    owner_n:
      unit: number
      formula: car.n
    stamped:
      unit: number
      formula: stamp.mark default 0
    free:
      unit: menit
      formula: permit.free default 0 menit
    late:
      formula: day > 2026-05-15
"""
    expected = {
        "stay.owner_n": {"A 2026-05-04": F(7), "A 2026-05-31": F(7), "B 2026-05-04": F(8)},
        "stay.stamped": {"A 2026-05-04": F(3), "A 2026-05-31": F(0), "B 2026-05-04": F(0)},
        "stay.free": {"A 2026-05-04": F(15), "A 2026-05-31": F(15), "B 2026-05-04": F(0)},
        "stay.late": {"A 2026-05-04": False, "A 2026-05-31": True, "B 2026-05-04": False},
    }  # fmt: skip
    park(
        more,
        expected,
        car="A n=7; B n=8",
        visit=VISITS,
        stamp="A 2026-05-04 mark=3; B 2026-05-05 mark=4",
        permit="A free=15",
    )


def test_a_group_by_an_enum(park: Park) -> None:
    more = rule("number", "sum(car.n)", grain="sort")
    park(more, {"sort.x": {"small": F(3), "bus": F(4)}}, car="A n=1; B n=2; C n=4 kind=bus")


def test_a_group_by_number_and_word(park: Park) -> None:
    """5 + 2 of (3, small), 7 of (4, small), 1 of (3, bus); and a group by texts, which are no numbers."""
    more = """
groups:
  pair:
    of: visit
    by: [n, kind]
  said:
    of: car
    by: [note, flag]
rules:
  pair:
    x:
      unit: menit
      formula: sum(visit.spent)
  said:
    y:
      unit: number
      formula: sum(car.n)
"""
    expected = {
        "pair.x": {"3 small": F(7), "4 small": F(7), "3 bus": F(1)},
        "said.y": {"a True": F(1), "a False": F(6), "b False": F(8)},
    }  # fmt: skip
    visits = "1 A n=3 spent=5; 2 A n=4 spent=7; 3 B n=3 spent=2; 4 B n=3 kind=bus spent=1"
    park(more, expected, car="A note=a flag=ya n=1; B note=a n=2; C note=b n=8; D note=a n=4", visit=visits)


def test_the_period_row(park: Park) -> None:
    more = """
rules:
  period:
    cars:
      unit: number
      formula: count(car)
    all_n:
      unit: number
      formula: sum(car.n where kind != bus)
    long:
      unit: hari
      formula: period.end - period.start + 1 hari
  car:
    part:
      unit: number
      formula: n / period.cars
      round: down to 0.01
    days:
      unit: hari
      formula: period.days
    last:
      formula: period.end = 2026-05-31 and period.start = 2026-05-01 and period.name = "2026-05"
"""
    expected = {
        "period.cars": F(3), "period.all_n": F(3), "period.long": F(31),
        "car.part": {"A": F("0.33"), "B": F("0.66"), "C": F("1.33")}, "car.days": dict.fromkeys("ABC", F(31)),
        "car.last": dict.fromkeys("ABC", True),
    }  # fmt: skip
    park(more, expected, car="A n=1; B n=2; C n=4 kind=bus")


@pytest.mark.parametrize(("month", "days"), [("2024-02", 29), ("2026-02", 28), ("2100-02", 28), ("2026-12", 31)])
def test_months_end_where_they_end(park: Park, month: str, days: int) -> None:
    park.of("hari", "period.end - period.start + 1 hari", F(days), grain="period", period=month)


def test_a_value_of_the_period_that_only_a_sum_reads(park: Park) -> None:
    """Nothing of the period is left on a visit once the visits are counted."""
    more = """
rules:
  period:
    least:
      unit: menit
      formula: max(30 menit, 0 menit)
  visit:
    twice:
      unit: menit
      formula: spent * 2
  car:
    x:
      unit: number
      formula: count(visit where period.least <= spent)
"""
    park(more, {"car.x": F(1), "visit.twice": {"1": F(60), "2": F(58)}}, visit="1 A spent=30; 2 A spent=29")


def test_a_fault_of_the_period_blocks_who_reads_it(park: Park) -> None:
    more = """
rules:
  period:
    mean:
      unit: number
      formula: sum(car.n) / sum(car.m)
      round: down to 1
  car:
    x:
      unit: number
      formula: if flag then period.mean else 0
"""
    park(more, {"car.x": {"A": fault(ZERO), "B": F(0)}}, car="A flag=ya n=1; B n=2", pays="x", blocked={"A": ZERO})


def test_a_fault_of_a_shared_row_blocks_who_reads_it(park: Park) -> None:
    """Lot Y's rank is empty: it blocks B, who reads it, not A of another lot."""
    rows = {"lot": "Z rank=4; Y", "car": "A; B lot=Y"}
    park.of("number", "lot.rank * 2", {"A": F(8), "B": fault("rank")}, pays="x", blocked={"B": "rank"}, **rows)


def test_a_fault_in_a_total_blocks_the_unit(park: Park) -> None:
    """B divides by zero: the total of its lot is at fault, and with it A; C stands in another."""
    more = """
rules:
  car:
    ratio:
      unit: number
      formula: n / m
      round: down to 1
    x:
      unit: number
      formula: lot.all
  lot:
    all:
      unit: number
      formula: sum(car.ratio)
"""
    expected = {"lot.all": {"Z": fault(ZERO), "Y": F(3)}, "car.x": {"A": fault(ZERO), "B": fault(ZERO), "C": F(3)}}
    rows = {"lot": "Z; Y", "car": "A n=4 m=2; B n=4; C lot=Y n=6 m=2"}
    park(more, expected, pays="x", blocked={"A": ZERO, "B": ZERO}, **rows)


def test_rows_without_a_key(park: Park) -> None:
    """Two equal tickets are two; they stand in the order of the file."""
    more = """
rules:
  ticket:
    twice:
      unit: rupiah
      formula: fine * 2
  car:
    fines:
      unit: rupiah
      formula: sum(ticket.fine)
    tickets:
      unit: number
      formula: count(ticket)
"""
    expected = {
        "ticket.twice": {"0": F(14), "1": F(14), "2": F(2)}, "car.fines": {"A": F(14), "B": F(1)},
        "car.tickets": {"A": F(2), "B": F(1)},
    }  # fmt: skip
    park(more, expected, car="A; B", ticket="A fine=7; A fine=7; B fine=1")


def test_the_order_of_rows_is_not_visible(park: Park) -> None:
    more = """
rules:
  stay:
    long:
      unit: menit
      formula: sum(visit.spent)
  car:
    x:
      unit: menit
      formula: max(stay.long) default 0 menit
    first:
      unit: number
      formula: min(visit.n) default 0
"""
    found = park(
        more, {"car.x": {"A": F(80), "B": F(70)}, "car.first": {"A": F(1), "B": F(5)}}, car="A; B", visit=VISITS
    )
    turned = replace(found, inputs=shuffled(found.inputs, "visit"))
    assert differences(turned, {"car.x": {"A": F(80), "B": F(70)}, "car.first": {"A": F(1), "B": F(5)}}, {}) == {}


@pytest.mark.parametrize(
    ("type_", "column", "cells", "keys"),
    [
        ("{type: text}", "note", ("note=x", "'note=y y'", "note=z"), ("x", "'y y'", "q")),
        ("{type: nip}", "owner", ("owner=000000000000000000", "owner=199001012015031001", "owner=199001012015031002"),
         ("000000000000000000", "199001012015031001", "199001012015031003")),
        ("{type: rupiah}", "money", ("money=0", "money=999999999", "money=5"), ("0", "999999999", "123456789012345678")),
        ("{type: date}", "since", ("since=1970-01-01", "since=9999-12-31", "since=2024-02-29"),
         ("1970-01-01", "9999-12-31", "2024-02-28")),
        ("{type: kind}", "kind", ("kind=small", "kind=bus", "kind=large"), ("small", "bus")),
        ("{type: persen, decimals: 2}", "share", ("share=0.01", "share=100", "share=1"), ("0.01", "100", "10")),
        ("{type: kind}", "okind", ("okind=small", "okind=bus", "okind="), ("small", "bus")),
        ("{type: nip}", "agent", ("agent=000000000000000000", "agent=199001012015031001", "agent="),
         ("000000000000000000", "199001012015031001")),
        ("{type: text}", "onote", ("onote=x", "'onote=y y'", "onote="), ("x", "'y y'", "q")),
        ("{type: date}", "until", ("until=1970-01-01", "until=9999-12-31", "until="), ("1970-01-01", "9999-12-31")),
    ],
)  # fmt: skip
def test_a_row_found_by_a_key_of_any_type(
    park: Park, type_: str, column: str, cells: tuple[str, ...], keys: tuple[str, ...]
) -> None:
    """A finds the first row, B the second, C none; the first is found by one car, the others by as many."""
    inputs = base.INPUTS.replace("at: {type: number, range: 0..1_000}", f"at: {type_}").replace(
        "place: [opt]", f"place: [{column}]"
    )
    rows = {"car": "; ".join(f"{key} {cell}" for key, cell in zip("ABC", cells, strict=True)),
            "place": "; ".join(f"{key} size={size}" for key, size in zip(keys, (11, 22, 33), strict=False))}  # fmt: skip
    more = "  place:\n    users:\n      unit: number\n      formula: count(car)\n"
    found = park.of(
        "number", "place.size default 0", {"A": F(11), "B": F(22), "C": F(0)}, inputs=inputs, more=more, **rows
    )
    frame = found.run("reference").frames["place"]
    assert frame["users"].to_list() == [1, 1, 0][: frame.height]


def test_tables_without_rows(park: Park) -> None:
    more = """
rules:
  visit:
    double:
      unit: menit
      formula: spent * 2
  stay:
    long:
      unit: menit
      formula: sum(visit.double) + (permit.free default 0 menit)
  car:
    x:
      unit: menit
      formula: sum(stay.long) + (permit.free default 0 menit)
  lot:
    cars:
      unit: number
      formula: count(car)
"""
    park(more, {"visit.double": {}, "stay.long": {}, "car.x": {"A": F(0)}, "lot.cars": {"Z": F(1)}})


def test_nobody_at_all(park: Park) -> None:
    park.of("number", "count(car)", {"Z": F(0)}, grain="lot", car="")
    park.of("number", "count(car)", F(0), grain="period", car="")


def test_a_value_that_no_relation_leads_to_is_refused(park: Park) -> None:
    refused(park, "E308", rule("number", "count(car)", grain="visit"))
    refused(park, "E247", rule("number", "permit.place.size"))


def test_a_sum_over_two_relations_is_refused(park: Park) -> None:
    refused(park, "E308", rule("number", "count(visit)", grain="lot"))


def test_many_groups_and_a_row_each(park: Park) -> None:
    """Forty cars, each with as many visits as its number modulo 7: no group is lost, none is doubled."""
    cars = "; ".join(f"C{i:02d}" for i in range(40))
    visits = "; ".join(f"v{i}-{j} C{i:02d} spent={i}" for i in range(40) for j in range(i % 7))
    expected = {f"C{i:02d}": F(i * (i % 7)) for i in range(40)}
    park.of("menit", "sum(visit.spent)", expected, car=cars, visit=visits)
