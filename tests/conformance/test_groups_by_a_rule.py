"""Groups whose key is a rule of the rows they are made of: which there are, what they add up to, and what becomes of rows
whose key has no value."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.conformance.harness import F, Park, fault, refused

CLASSES = """
groups:
  class:
    label: Cars of a lot by their computed class
    of: car
    by: [lot, size]
rules:
  car:
    size:
      unit: kind
      formula: if n > 10 then bus else if n > 5 then large else small
  class:
    total:
      unit: rupiah
      formula: sum(car.money)
    most:
      unit: rupiah
      formula: if size = bus then 0 rupiah else min(total, 100 rupiah)
  lot:
    paid_out:
      unit: rupiah
      formula: sum(class.most)
    classes:
      unit: number
      formula: count(class where size != small)
  period:
    all_classes:
      unit: number
      formula: count(class)
"""


def test_a_group_by_a_computed_class(park: Park) -> None:
    """At most 100 for each class of a lot, nothing for buses. Z: small 30 + 80, large 60, bus 500; Y: large 40."""
    cars = """A lot=Z n=0 money=30
B lot=Z n=5 money=80
C lot=Z n=6 money=60
D lot=Z n=11 money=500
E lot=Y n=10 money=40"""
    expected = {
        "class.total": {"Z small": F(110), "Z large": F(60), "Z bus": F(500), "Y large": F(40)},
        "class.most": {"Z small": F(100), "Z large": F(60), "Z bus": F(0), "Y large": F(40)},
        "lot.paid_out": {"Z": F(160), "Y": F(40), "X": F(0)},
        "lot.classes": {"Z": F(2), "Y": F(1), "X": F(0)},
        "period.all_classes": F(4),
    }
    park(CLASSES, expected, lot="Z;Y;X", car=cars)


def test_no_rows_no_groups(park: Park) -> None:
    park(CLASSES, {"class.total": {}, "lot.paid_out": F(0), "period.all_classes": F(0)}, car="")


TENS = """
groups:
  tens:
    label: Cars of a lot by a number that may be missing
    of: car
    by: [lot, ten]
rules:
  car:
    ten:
      unit: number
      formula: opt * 10 + m
    plain:
      unit: rupiah
      formula: money
    of_lot:
      unit: rupiah
      formula: lot.total
  tens:
    sum_of_ten:
      unit: rupiah
      formula: sum(car.money)
    one:
      unit: number
      formula: 1
    key_again:
      unit: number
      formula: ten + 1
  lot:
    total:
      unit: rupiah
      formula: sum(tens.sum_of_ten)
    how_many:
      unit: number
      formula: count(tens)
    of_one:
      unit: rupiah
      formula: sum(tens.sum_of_ten where ten = 10)
    largest:
      unit: rupiah
      formula: max(tens.sum_of_ten) default 0 rupiah
"""
UNKNOWN = str(fault("opt"))
CARS = """A lot=Z opt=1 money=1
B lot=Z opt= m=1 money=10
C lot=Z opt=1 money=100
D lot=Z opt= m=2 money=1000
E lot=Y opt=2 money=7"""


def test_rows_whose_key_has_no_value_make_whoever_reads_the_groups_fault(park: Park) -> None:
    """B and D have no `opt`: in lot Z nobody knows to which group they belong; lot Y is not touched."""
    expected: dict[str, Any] = {
        "tens.sum_of_ten": {"Z 10": F(101), f"Z {UNKNOWN}": fault("opt"), "Y 20": F(7)},
        "tens.one": {"Z 10": F(1), f"Z {UNKNOWN}": fault("opt"), "Y 20": F(1)},
        "tens.key_again": {"Z 10": F(11), f"Z {UNKNOWN}": fault("opt"), "Y 20": F(21)},
        "lot.total": {"Z": fault("opt"), "Y": F(7)},
        "lot.how_many": {"Z": fault("opt"), "Y": F(1)},
        "lot.of_one": {"Z": fault("opt"), "Y": F(0)},
        "lot.largest": {"Z": fault("opt"), "Y": F(7)},
        "car.plain": {"A": F(1), "B": F(10), "C": F(100), "D": F(1000), "E": F(7)},
    }
    park(TENS, expected, pays="plain", lot="Z;Y", car=CARS)


def test_whoever_is_paid_by_such_a_total_is_blocked(park: Park) -> None:
    park(TENS, blocked=dict.fromkeys("ABCD", "opt"), pays="of_lot", lot="Z;Y", car=CARS)


def test_promises_and_findings_of_such_a_group(park: Park) -> None:
    """The promise is of the groups of a car's visits; the visit without `opt` blocks its own car alone."""
    more = """
groups:
  part:
    label: Visits of a car by a number that may be missing
    of: visit
    by: [plate, ten]
rules:
  visit:
    ten:
      unit: number
      formula: opt * 10
ensure:
  part:
    promise:
      label: Not so long
      formula: sum(visit.spent) < 50 menit
findings:
  part:
    found:
      label: Found
      count: count(visit) - 1
"""
    visits = "1 A spent=10 opt=1; 2 A spent=10 opt=1; 3 B spent=10 opt=; 4 C spent=60 opt=2"
    expected = {"part.finding found": {"A 10": F(1), f"B {UNKNOWN}": fault("opt"), "C 20": F(0)}}
    park(more, expected, blocked={"B": "opt", "C": "promise"}, car="A;B;C;D", visit=visits)


def test_truths_days_and_fractions_as_keys(park: Park) -> None:
    """A third has a step of its own; two rules stand beside each other; a rule of a rule counts too."""
    more = """
groups:
  by_truth: {label: By a truth, of: car, by: [rich]}
  by_day: {label: By a day, of: car, by: [next_day]}
  by_third: {label: By thirds and a truth, of: car, by: [third, rich]}
rules:
  car:
    rich:
      formula: money > 100 rupiah
    next_day:
      unit: date
      formula: since + 1 hari
    third:
      unit: number
      formula: n / 3
  by_truth:
    cars:
      unit: number
      formula: count(car)
    said:
      unit: number
      formula: if rich then 1 else 2
  by_day:
    cars:
      unit: number
      formula: count(car)
    month_of:
      unit: number
      formula: month(next_day)
  by_third:
    cars:
      unit: number
      formula: count(car)
    twice:
      unit: number
      formula: third * 2
"""
    cars = """A n=1 money=1 since=2026-01-31
B n=1 money=500 since=2026-01-31
C n=1 money=2 since=2026-03-01
D n=2 money=2 since=2026-03-01"""
    expected = {
        "by_truth.cars": {"False": F(3), "True": F(1)},
        "by_truth.said": {"False": F(2), "True": F(1)},
        "by_day.cars": {str(date(2026, 2, 1)): F(2), str(date(2026, 3, 2)): F(2)},
        "by_day.month_of": {str(date(2026, 2, 1)): F(2), str(date(2026, 3, 2)): F(3)},
        "by_third.cars": {"1/3 False": F(2), "1/3 True": F(1), "2/3 False": F(1)},
        "by_third.twice": {"1/3 False": F(2, 3), "1/3 True": F(2, 3), "2/3 False": F(4, 3)},
    }
    park(more, expected, car=cars)


def test_days_and_truths_without_a_value(park: Park) -> None:
    more = """
groups:
  by_day: {label: By a day, of: car, by: [lot, next_day, owned]}
rules:
  car:
    next_day:
      unit: date
      formula: until + 1 hari
    owned:
      formula: oflag
  by_day:
    cars:
      unit: number
      formula: count(car)
  lot:
    days:
      unit: number
      formula: count(by_day)
"""
    cars = """A lot=Z until=2026-01-31 oflag=ya
B lot=Y until= oflag=ya
C lot=X until=2026-01-31 oflag=
D lot=W until= oflag="""
    both, until, oflag = fault("until", "oflag"), fault("until"), fault("oflag")
    expected = {"lot.days": {"Z": F(1), "Y": until, "X": oflag, "W": both, "V": F(0)}}
    park(more, expected, lot="Z;Y;X;W;V", car=cars)


def test_a_key_of_what_finer_rows_add_up_to(park: Park) -> None:
    """Visits of a car by day and by whether the car stood long in all: 30 + 40 is more than 60, 20 is not."""
    more = """
groups:
  spell:
    label: Days of a car by how long it stood in all
    of: visit
    by: [plate, day, long]
parameters:
  rate:
    versions:
      - {effective_from: 2020-01-01, value: 1 rupiah/menit}
      - {effective_from: 2026-05-10, value: 2 rupiah/menit}
rules:
  car:
    stood:
      unit: menit
      formula: sum(visit.spent)
    fees:
      unit: rupiah
      formula: sum(spell.fee)
  visit:
    long:
      formula: car.stood > 60 menit
  spell:
    fee:
      unit: rupiah
      formula: if long then rate * sum(visit.spent) else car.n * 1 rupiah
"""
    visits = "1 A day=2026-05-04 spent=30; 2 A day=2026-05-10 spent=40; 3 B day=2026-05-10 spent=20"
    expected = {"car.fees": {"A": F(110), "B": F(7)}}  # 30 x 1 + 40 x 2; n of B
    park(more, expected, car="A n=3; B n=7", visit=visits)


def test_a_key_that_reads_its_own_groups(park: Park) -> None:
    more = """
groups:
  class: {label: Classes, of: car, by: [lot, size]}
rules:
  car:
    size:
      unit: number
      formula: lot.classes
  lot:
    classes:
      unit: number
      formula: count(class)
"""
    refused(park, "E320", more)


def test_a_rule_called_like_the_key(park: Park) -> None:
    more = """
groups:
  class: {label: Classes, of: car, by: [size]}
rules:
  car:
    size:
      unit: number
      formula: n
  class:
    size:
      unit: number
      formula: 1
"""
    refused(park, "E230", more)


def test_the_rule_comes_before_those_of_its_group_whatever_it_reads(park: Park) -> None:
    """The rule of the key reads another rule, so it could come late; B has no `opt`, and its group has no value."""
    more = """
groups:
  class: {label: Cars by what their permit says, of: car, by: [tens]}
rules:
  permit:
    tens:
      unit: number
      formula: extra * 10
  car:
    tens:
      unit: number
      formula: permit.tens
    all:
      unit: number
      formula: period.most
  class:
    cars:
      unit: number
      formula: count(car)
  period:
    most:
      unit: number
      formula: max(class.cars) default 0
"""
    none = fault("extra")
    expected = {"class.cars": {"20": F(1), str(none): none}, "car.all": {"A": none, "B": none}}
    blocked = {"A": "extra", "B": "extra"}
    park(more, expected, car="A; B", permit="A extra=2; B", pays="all", blocked=blocked)
