"""From a row to the group it is in: what the group is worth is read by its name, like what any other row says."""

from __future__ import annotations

from typing import Any

from tests.conformance.harness import F, Park, fault, refused

OF_A_DAY = """
rules:
  stay:
    minutes:
      unit: menit
      formula: sum(visit.spent)
  visit:
    share_of_day:
      unit: number
      formula: if stay.minutes = 0 menit then 0 else spent / stay.minutes
      round: down to 0.01
    of_long_day:
      formula: stay.minutes >= 60 menit
  car:
    long_visits:
      unit: number
      formula: count(visit where of_long_day)
"""
VISITS = """1 A 2026-05-04 spent=20
2 A 2026-05-04 spent=40
3 A 2026-05-05 spent=59
4 B 2026-05-04 spent=90
5 B 2026-05-06 spent=0"""


def test_a_row_reads_the_group_it_is_in(park: Park) -> None:
    """A's two visits of the 4th make 60 minutes: 20 / 60 = 0.33, 40 / 60 = 0.66; the 59 of the 5th stand alone."""
    expected: dict[str, Any] = {
        "stay.minutes": {"A 2026-05-04": F(60), "A 2026-05-05": F(59), "B 2026-05-04": F(90), "B 2026-05-06": F(0)},
        "visit.share_of_day": {"1": F(33, 100), "2": F(66, 100), "3": F(1), "4": F(1), "5": F(0)},
        "visit.of_long_day": {"1": True, "2": True, "3": False, "4": True, "5": False},
        "car.long_visits": {"A": F(2), "B": F(1)},
    }
    park(OF_A_DAY, expected, car="A;B", visit=VISITS)


def test_no_rows_and_no_groups(park: Park) -> None:
    park(OF_A_DAY, {"stay.minutes": {}, "visit.of_long_day": {}, "car.long_visits": F(0)}, visit="")


TO_AND_FRO = """
rules:
  sort:
    total:
      unit: rupiah
      formula: sum(car.money)
    of_parts:
      unit: rupiah
      formula: sum(car.part)
    cars:
      unit: number
      formula: count(car via sort)
  car:
    part:
      unit: rupiah
      formula: sort.total - money
    again:
      unit: rupiah
      formula: sort.of_parts
  visit:
    above:
      unit: rupiah
      formula: car.sort.of_parts + car.sort.total
    of_the_kind:
      formula: car.sort.kind = kind
"""


def test_a_group_of_rows_that_read_it_and_over_another_row(park: Park) -> None:
    """Small: 10 + 20 = 30, so the parts are 20 and 10, and they make 30 again; large: 5 alone, its part is 0."""
    expected: dict[str, Any] = {
        "sort.total": {"small": F(30), "large": F(5)},
        "car.part": {"A": F(20), "B": F(10), "C": F(0)},
        "sort.of_parts": {"small": F(30), "large": F(0)},
        "sort.cars": {"small": F(2), "large": F(1)},
        "car.again": {"A": F(30), "B": F(30), "C": F(0)},
        "visit.above": {"1": F(60), "2": F(5)},
        "visit.of_the_kind": {"1": True, "2": False},
    }
    cars = "A kind=small money=10; B kind=small money=20; C kind=large money=5"
    park(TO_AND_FRO, expected, car=cars, visit="1 B kind=small; 2 C kind=small")


def test_onward_from_the_group(park: Park) -> None:
    """A day of a car leads to the car; the row reads through it, and asks for a row that may not be there."""
    more = """
rules:
  visit:
    fee:
      unit: rupiah
      formula: stay.car.lot.fee
    stamped:
      formula: present(stay.stamp)
    mark:
      unit: number
      formula: stay.stamp.mark default 7
"""
    expected: dict[str, Any] = {
        "visit.fee": {"1": F(2000), "2": F(2000), "3": F(2000)},
        "visit.stamped": {"1": True, "2": True, "3": False},
        "visit.mark": {"1": F(3), "2": F(3), "3": F(7)},
    }
    visits = "1 A 2026-05-04; 2 A 2026-05-04; 3 A 2026-05-05"
    park(more, expected, visit=visits, stamp="A 2026-05-04 mark=3")


def test_faults_of_the_group_come_with_its_value(park: Park) -> None:
    """The permit of B is not there: the days on which B stands have no value, those of A do, and B alone is blocked."""
    more = """
rules:
  stay:
    free:
      unit: menit
      formula: sum(visit.spent) - permit.free
  visit:
    rest:
      unit: menit
      formula: if kind = bus then 0 menit else stay.free
  car:
    owed:
      unit: menit
      formula: sum(visit.rest)
"""
    expected: dict[str, Any] = {
        "stay.free": {"A 2026-05-04": F(50), "B 2026-05-04": fault("permit"), "C 2026-05-04": fault("permit")},
        "visit.rest": {"1": F(50), "2": fault("permit"), "3": F(0)},
        "car.owed": {"A": F(50), "B": fault("permit"), "C": F(0)},
    }
    visits = "1 A spent=60; 2 B spent=60; 3 C spent=60 kind=bus"
    park(more, expected, blocked={"B": "permit"}, pays="owed", car="A;B;C", visit=visits, permit="A free=10")


BY_A_RULE = """
groups:
  class: {label: Cars of a lot by a number that may be missing, of: car, by: [lot, ten]}
rules:
  car:
    ten:
      unit: number
      formula: opt * 10
    share_of_class:
      unit: rupiah
      formula: class.total
    key_again:
      unit: number
      formula: class.ten
    lot_again:
      formula: class.lot = lot
    told:
      unit: rupiah
      formula: if flag then class.total else 1 rupiah
  class:
    total:
      unit: rupiah
      formula: sum(car.money)
  visit:
    of_class:
      unit: rupiah
      formula: car.class.total
"""


def test_a_row_without_a_key_may_be_in_any_group_of_its_columns(park: Park) -> None:
    """B and C have no `opt`, so nobody knows what the classes of their lot are worth: A may be with one of them. Of the
    other lot they are not. What tells the groups apart each row has itself."""
    no = fault("opt")
    expected: dict[str, Any] = {
        "car.share_of_class": {"A": no, "B": no, "C": no, "D": F(100), "E": F(100)},
        "car.key_again": {"A": F(10), "B": no, "C": no, "D": F(10), "E": F(10)},
        "car.lot_again": {"A": True, "B": True, "C": True, "D": True, "E": True},
        "car.told": {"A": no, "B": no, "C": F(1), "D": F(100), "E": F(1)},
        "visit.of_class": {"1": F(100), "2": no, "3": no},
    }
    cars = """A opt=1 money=1 flag=ya
B money=10 flag=ya
C money=50
D lot=Y opt=1 money=60 flag=ya
E lot=Y opt=1 money=40"""
    blocked = {"A": "opt", "B": "opt"}
    park(BY_A_RULE, expected, blocked=blocked, pays="told", lot="Z;Y", car=cars, visit="1 D; 2 B; 3 A")


def test_groups_by_rules_alone(park: Park) -> None:
    """Without a column that they share, a row without a key may be in any group at all."""
    more = BY_A_RULE.replace("by: [lot, ten]", "by: [ten]").replace("class.lot = lot", "class.ten = ten")
    no = fault("opt")
    cars = "A opt=1 money=1; B money=10; C opt=2 money=50"
    park(more, {"car.share_of_class": {"A": no, "B": no, "C": no}}, car=cars)
    cars = "A opt=1 money=1; B opt=1 money=10; C opt=2 money=50"
    park(more, {"car.share_of_class": {"A": F(11), "B": F(11), "C": F(50)}}, car=cars)


def test_a_key_that_is_made_of_its_own_group(park: Park) -> None:
    more = """
groups:
  class: {label: Classes, of: car, by: [lot, size]}
rules:
  car:
    size:
      unit: number
      formula: if class.lot = lot then 1 else 2
"""
    refused(park, "E320", more)


def test_a_circle_through_the_group(park: Park) -> None:
    more = """
rules:
  sort:
    total:
      unit: rupiah
      formula: sum(car.part)
  car:
    part:
      unit: rupiah
      formula: min(sort.total, money)
"""
    refused(park, "E320", more)


def test_it_is_always_there(park: Park) -> None:
    refused(park, "E319", "rules:\n  car:\n    x:\n      formula: present(sort)\n")


def test_a_promise_of_a_group_blocks_all_whose_rows_are_in_it(park: Park) -> None:
    """Large cars are worth 30 in all: all of them wait. That of the days of a car blocks the car, as it always did."""
    more = """
ensure:
  sort:
    cheap:
      label: Not too dear in all
      formula: sum(car.money) < 30 rupiah
  stay:
    short:
      label: Not too long
      formula: sum(visit.spent) < 60 menit
"""
    cars = "A kind=large money=10; B kind=large money=20; C kind=small money=29; D kind=small"
    visits = "1 D spent=30; 2 D spent=30"
    park(more, blocked={"A": "cheap", "B": "cheap", "D": "short"}, car=cars, visit=visits)


def test_a_promise_of_groups_by_a_rule(park: Park) -> None:
    """D may be in any class of its lot, so that none of them is sure to keep the promise; those of lot Y are told."""
    more = (
        BY_A_RULE
        + """
ensure:
  class:
    cheap:
      label: Not too dear in all
      formula: total < 30 rupiah
"""
    )
    cars = """A opt=1 money=10
B opt=1 money=20
C opt=2 money=29
D
E lot=Y opt=1 money=30
F lot=Y opt=2 money=29"""
    park(more, blocked={"A": "cheap opt", "B": "cheap opt", "C": "opt", "D": "opt", "E": "cheap"}, lot="Z;Y", car=cars)


SHARED = """
rules:
  car:
    part:
      unit: rupiah
      split:
        amount: sort.whole
        by: money
        step: 1 rupiah
  sort:
    whole:
      unit: rupiah
      formula: 100 rupiah * count(car)
"""


def test_an_amount_of_the_group_is_shared_among_its_rows(park: Park) -> None:
    """Of 200 for the small ones by money 1 : 2 the parts are 67 and 133, and of 100 all to the only other."""
    expected = {"car.part": {"A": F(67), "B": F(133), "C": F(100)}}
    park(SHARED, expected, car="A money=1; B money=2; C kind=bus money=5")


def test_an_amount_of_a_group_by_a_rule_is_not(park: Park) -> None:
    """A car without `opt` may belong to any class: nobody knows who else has a part of it."""
    more = """
groups:
  class: {label: Classes, of: car, by: [ten]}
rules:
  car:
    ten:
      unit: number
      formula: opt * 10
    part:
      unit: rupiah
      split:
        amount: class.whole
        by: money
        step: 1 rupiah
  class:
    whole:
      unit: rupiah
      formula: 100 rupiah
"""
    refused(park, "E343", more)


def test_the_day_of_a_group_selects_its_law(park: Park) -> None:
    more = """
parameters:
  rate:
    versions:
      - {effective_from: 2020-01-01, value: 1 rupiah/menit}
      - {effective_from: 2026-05-10, value: 2 rupiah/menit}
rules:
  stay:
    fee:
      unit: rupiah
      formula: rate * sum(visit.spent)
  visit:
    of_day:
      unit: rupiah
      formula: stay.fee
"""
    visits = "1 A 2026-05-09 spent=10; 2 A 2026-05-10 spent=10; 3 A 2026-05-10 spent=5"
    park(more, {"visit.of_day": {"1": F(10), "2": F(30), "3": F(30)}}, visit=visits)
