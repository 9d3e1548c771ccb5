"""Amounts shared over rows: the parts sum to the amount, what is left goes to the largest remainders, ties by key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import floor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eremun.intake.reader import read_inputs
from eremun.plan.focus import for_run
from eremun.plan.nodes import Share
from tests.conformance import base_pack as base
from tests.conformance.harness import RUNS, F, Park, World, differences, everything, fault, pct, refused, shuffled

ZERO = "pembagian_nol"


def split(
    amount: str, by: str, step: str = "1 rupiah", grain: str = "visit", unit: str = "rupiah", name: str = "x"
) -> str:
    """The YAML of one rule that shares an amount."""
    return f"""\
rules:
  {grain}:
    {name}:
      unit: {unit}
      split:
        amount: {amount}
        by: {by}
        step: {step}
"""


MONEY = split("car.money", "n")


def test_what_is_left_goes_to_the_largest_remainder(park: Park) -> None:
    """100 by 2, 1: 66 2/3 and 33 1/3, so 67 and 33. 1,000 by 1, 1, 5: 142 6/7 twice and 714 2/7: 999, and the one that
    is left goes to the first. 7 by 3, 3, 1: 3, 3, 1 with nothing left."""
    rows = "1 A n=2; 2 A n=1; 3 B n=1; 4 B n=1; 5 B n=5; 6 C n=3; 7 C n=3; 8 C n=1"
    expected = {"1": F(67), "2": F(33), "3": F(143), "4": F(143), "5": F(714), "6": F(3), "7": F(3), "8": F(1)}
    park(MONEY, {"visit.x": expected}, car="A money=100; B money=1000; C money=7", visit=rows)


def test_more_than_one_is_left(park: Park) -> None:
    """100 by 3, 3, 3, 2 is 27 3/11 three times and 18 2/11: 99; by 5, 5, 4, 1: 33 1/3, 33 1/3, 26 2/3, 6 2/3: 98, and
    the two that are left go to the remainders of 2/3."""
    rows = "1 A n=3; 2 A n=3; 3 A n=3; 4 A n=2; 5 B n=5; 6 B n=5; 7 B n=4; 8 B n=1"
    expected = {"1": F(28), "2": F(27), "3": F(27), "4": F(18), "5": F(33), "6": F(33), "7": F(27), "8": F(7)}
    park(MONEY, {"visit.x": expected}, car="A money=100; B money=100", visit=rows)


def test_one_row_has_all(park: Park) -> None:
    """And where there is no row, nothing is shared."""
    park(
        MONEY, {"visit.x": {"1": F(100), "2": F(0)}}, car="A money=100; B money=0; C money=7", visit="1 A n=3; 2 B n=1"
    )


def test_no_rows(park: Park) -> None:
    park(MONEY, {"visit.x": {}}, car="A money=100")


def test_rows_without_weight_get_nothing(park: Park) -> None:
    """10 by 0, 1, 0, 1, 1: 3 1/3 each, and the one that is left goes to the first that has a weight."""
    rows = "1 A n=0; 2 A n=1; 3 A n=0; 4 A n=1; 5 A n=1"
    park(MONEY, {"visit.x": {"1": F(0), "2": F(4), "3": F(0), "4": F(3), "5": F(3)}}, car="A money=10", visit=rows)


def test_no_weights_at_all(park: Park) -> None:
    """There is nothing to share by; where there is nothing to share either, everyone's part is 0. Other amounts are not
    concerned."""
    expected = {"1": fault(ZERO), "2": fault(ZERO), "3": F(0), "4": F(0), "5": F(7)}
    park(MONEY, {"visit.x": expected}, car="A money=10; B; C money=7", visit="1 A; 2 A; 3 B; 4 B; 5 C n=2")


def test_nothing_to_share_and_faults(park: Park) -> None:
    """A weight or an amount without a value is a fault whatever the others are: 0 is not known to be shared."""
    of_opt = split("car.money", "opt")
    park(
        of_opt,
        {"visit.x": {"1": fault("opt"), "2": fault("opt"), "3": F(0)}},
        car="A; B",
        visit="1 A opt=0; 2 A; 3 B opt=0",
    )
    of_permit = split("permit.free", "n", "1 menit", unit="menit")
    expected = {"1": fault("permit"), "2": F(0), "3": F(0), "4": fault(ZERO)}
    park(of_permit, {"visit.x": expected}, car="A; B; C", permit="B free=0; C free=1", visit="1 A; 2 B; 3 B; 4 C")


def test_half_a_step_of_nothing(park: Park) -> None:
    """In steps of 100 rupiah: 0 is shared by no weights, and so is what is rounded to 0; -100 is not."""
    more = (
        split("car.debt", "n", "100 rupiah")
        + "  car:\n    debt:\n      unit: rupiah\n      formula: 0 rupiah - money\n"
    )
    more += "      round: half_up to 100 rupiah\n"
    expected = {"1": F(0), "2": fault(ZERO), "3": F(-100)}
    park(more, {"visit.x": expected}, car="A money=49; B money=50; C money=50", visit="1 A; 2 B; 3 C n=1")


def test_an_amount_below_zero(park: Park) -> None:
    """-100 by 1, 1, 1: -34 each is -102, and two are left. By 2, 1: -66 2/3 becomes -67, -33 1/3 becomes -34; the one
    that is left goes to the larger remainder, 2/3."""
    more = split("car.debt", "n") + "  car:\n    debt:\n      unit: rupiah\n      formula: 0 rupiah - money\n"
    rows = "1 A n=1; 2 A n=1; 3 A n=1; 4 B n=2; 5 B n=1; 6 C n=1"
    expected = {"1": F(-33), "2": F(-33), "3": F(-34), "4": F(-67), "5": F(-33), "6": F(-1)}
    park(more, {"visit.x": expected}, car="A money=100; B money=100; C money=1", visit=rows)


@pytest.mark.parametrize(
    ("step", "amount", "parts"),
    [
        ("1 rupiah", "money", (334, 333, 333)),
        ("100 rupiah", "money", (400, 300, 300)),  # 10 hundreds: 3 1/3 each
        ("1_000 rupiah", "money", (1000, 0, 0)),
        ("0.01 rupiah", "money", ("333.34", "333.33", "333.33")),
        ("0.25 rupiah", "money", ("333.5", "333.25", "333.25")),  # 4,000 quarters: 1,333 1/3 each
        ("0.5 rupiah", "money * 1.5", (500, 500, 500)),
        ("0.05 rupiah", "money / 4 + 0.5 rupiah", ("83.5", "83.5", "83.5")),  # 250.5, a multiple of 0.25 as all such
    ],
)
def test_steps(park: Park, step: str, amount: str, parts: Sequence[object]) -> None:
    more = split("car.shared", "1", step) + "  car:\n    shared:\n      unit: rupiah\n      formula: " + amount + "\n"
    more += "      round: down to 1_000 rupiah\n" if "00 " in step else ""
    expected = {str(place): F(part) for place, part in enumerate(parts, 1)}  # type: ignore[arg-type]
    park(more, {"visit.x": expected}, car="A money=1000", visit="1 A; 2 A; 3 A")


def test_percents_and_weights_of_any_unit(park: Park) -> None:
    """100 % over 1:1:1 in steps of 0.01 %, by minutes; 1 by percents of 25 and 75, in steps of 0.01."""
    more = split("car.share", "spent", "0.01%", unit="persen") + "    y:\n      unit: number\n      split:\n"
    more += "        amount: car.k\n        by: car.share * n\n        step: 0.01\n"
    expected = {
        "visit.x": {"1": pct("33.34"), "2": pct("33.33"), "3": pct("33.33")},
        "visit.y": {"1": F("0.25"), "2": F("0.75"), "3": F(0)},
    }
    park(more, expected, car="A share=100", visit="1 A spent=5 n=1; 2 A spent=5 n=3; 3 A spent=5 n=0")


# Ties


def of_two(names: str) -> dict[str, Fraction]:
    """2 over four rows of equal weight: the first two of the key get 1 each."""
    return {name: F(int(place < 2)) for place, name in enumerate(names.split())}


@pytest.mark.parametrize(
    ("order", "rows"),
    [
        ("1 2 3 4", "4; 2; 3; 1"),
        ("1 10 11 9", "9; 11; 1; 10"),  # as text
        ("Z a b É", "b; É; a; Z"),  # by code point: capitals first, letters with accents last
        ("a aa ab b", "b; aa; ab; a"),
        ("z ｡ 𝐚 😀", "😀; z; 𝐚; ｡"),  # beyond 16 bit comes last
    ],
)
def test_ties_by_text(park: Park, order: str, rows: str) -> None:
    visits = "; ".join(f"{row.strip()} A n=3" for row in rows.split(";"))
    park(MONEY, {"visit.x": of_two(order)}, car="A money=2", visit=visits)


def pool(amount: int) -> str:
    return f"  period:\n    pool:\n      unit: rupiah\n      formula: {amount} rupiah\n"


def test_ties_by_number(park: Park) -> None:
    rows = "10; 9; 100; 2"
    park(split("period.pool", "1", grain="place") + pool(2), {"place.x": of_two("2 9 10 100")}, place=rows)


def test_ties_by_several_columns(park: Park) -> None:
    """Plate first, then the day."""
    rows = "B 2026-05-01; A 2026-05-31; A 2026-05-09; B 2026-05-02"
    expected = of_two("A,2026-05-09 A,2026-05-31 B,2026-05-01 B,2026-05-02")
    more = split("period.pool", "1", grain="stamp") + pool(2)
    park(more, {"stamp.x": {key.replace(",", " "): part for key, part in expected.items()}}, car="A; B", stamp=rows)


def test_ties_by_the_place_of_a_word(park: Park) -> None:
    """small, large, bus, as the list has them; not by their letters."""
    more = split("period.pool", "1", grain="sort") + pool(1)
    park(more, {"sort.x": {"large": F(1), "bus": F(0)}}, car="A kind=bus; B kind=large")
    park(more, {"sort.x": {"small": F(1), "large": F(0), "bus": F(0)}}, car="A kind=bus; B kind=large; C")


def test_ties_by_truth_day_and_nip(park: Park) -> None:
    """False comes first, then the earlier day, then the smaller number of a nip."""
    inputs = base.INPUTS + "  owners:\n    label: Owners\n    of: car\n    by: [flag, since, owner]\n"
    late, early, low, high = "2024-02-01", "1969-12-31", "199001012015031001", "199001012015031002"
    keys = [("tidak", late, low), ("ya", early, low), ("tidak", early, high), ("tidak", early, low), ("ya", late, low)]
    cars = "; ".join(f"C{i} flag={flag} since={day} owner={nip}" for i, (flag, day, nip) in enumerate(keys))
    wins = {("tidak", early, low), ("tidak", early, high)}
    expected = {f"{flag == 'ya'} {day} {nip}": F(int((flag, day, nip) in wins)) for flag, day, nip in keys}
    park(split("period.pool", "1", grain="owners") + pool(2), {"owners.x": expected}, inputs=inputs, car=cars)


def test_ties_without_a_key_go_by_the_row_of_the_file(park: Park) -> None:
    """The same tickets in reverse: again the first two of A in the file get the larger parts of 8 over 3."""
    more = split("car.money", "fine", grain="ticket")
    rows = ["A fine=7", "B fine=1", "A fine=7", "A fine=7"]
    park(
        more,
        {"ticket.x": {"0": F(3), "1": F(5), "2": F(3), "3": F(2)}},
        car="A money=8; B money=5",
        ticket="; ".join(rows),
    )
    expected = {"0": F(3), "1": F(3), "2": F(5), "3": F(2)}
    park(more, {"ticket.x": expected}, car="A money=8; B money=5", ticket="; ".join(reversed(rows)))


def test_the_order_of_rows_is_not_visible(park: Park) -> None:
    rows = "; ".join(f"{i:02d} {'AB'[i % 2]} n={i % 5}" for i in range(20))
    found = park(MONEY, {}, car="A money=1001; B money=77", visit=rows)
    # n is i mod 5: both cars have each of 0..4 twice, 20 in all; A: 50.05 n, B: 3.85 n
    parts = {"A": {0: [0, 0], 1: [50, 50], 2: [100, 100], 3: [150, 150], 4: [201, 200]},
             "B": {0: [0, 0], 1: [4, 4], 2: [8, 8], 3: [12, 11], 4: [15, 15]}}  # fmt: skip
    expected = {f"{i:02d}": F(parts["AB"[i % 2]][i % 5].pop(0)) for i in range(20)}
    assert differences(found, {"visit.x": expected}, {}) == {}
    turned = replace(found, inputs=shuffled(found.inputs, "visit"))
    assert differences(turned, {"visit.x": expected}, {}) == {}


# Faults


RATIO = "    ratio:\n      unit: number\n      formula: n / m\n      round: down to 1\n"


def test_a_fault_of_one_weight_reaches_all_rows_beside_it(park: Park) -> None:
    expected = {"1": fault(ZERO), "2": fault(ZERO), "3": F(9)}
    more = split("car.money", "ratio") + RATIO
    park(more, {"visit.x": expected}, car="A money=9; B money=9", visit="1 A n=4 m=2; 2 A n=4 m=0; 3 B n=4 m=2")


def test_a_fault_of_the_amount_reaches_all_its_rows(park: Park) -> None:
    """And joins those of the weights. Nobody is asked whether weights are 0 where something else is wrong."""
    more = split("car.opt", "n + opt", "1", unit="number")
    rows = "1 A n=1 opt=1; 2 B n=1 opt=1; 3 B n=1 opt=1; 4 C n=1; 5 C n=1 opt=1; 6 D opt=0"
    expected = {
        "1": F(5), "2": fault("opt"), "3": fault("opt"), "4": fault("opt"), "5": fault("opt"), "6": fault("opt"),
    }  # fmt: skip
    park(more, {"visit.x": expected}, car="A opt=5; B; C opt=5; D", visit=rows)
    more = split("car.half", "n", "1", unit="number")
    more += "  car:\n    half:\n      unit: number\n      formula: n / m + opt\n      round: down to 1\n"
    expected = {"1": F(6), "2": fault(ZERO), "3": fault("opt"), "4": fault("opt", ZERO)}
    cars = "A n=4 m=4 opt=5; B opt=1; C m=1; D"
    park(more, {"visit.x": expected}, car=cars, visit="1 A n=1; 2 B n=1; 3 C n=1; 4 D n=1")


def test_faults_of_amount_and_weights_join(park: Park) -> None:
    more = split("car.opt", "ratio", "1", unit="number") + RATIO
    expected = {"1": fault("opt", ZERO), "2": fault("opt", ZERO), "3": fault(ZERO)}
    park(more, {"visit.x": expected}, car="A; B opt=1", visit="1 A n=1 m=1; 2 A n=1; 3 B n=1")


def test_whoever_reads_a_part_is_blocked(park: Park) -> None:
    more = split("lot.fee", "opt", grain="car")
    rows = "A opt=1; B; C lot=Y opt=1; D lot=Y opt=0"
    expected = {"A": fault("opt"), "B": fault("opt"), "C": F(2000), "D": F(0)}
    park(more, {"car.x": expected}, pays="x", lot="Z; Y", car=rows, blocked={"A": "opt", "B": "opt"})


# Which rows share


def test_rows_without_a_looked_up_row_take_no_part(park: Park) -> None:
    """100 minutes of A by 1, 2: 33 1/3 and 66 2/3. B has no permit; its weights, also faulty ones, concern nobody."""
    more = split("permit.free", "ratio", "1 menit", unit="menit") + RATIO
    rows = "1 A n=1 m=1; 2 A n=2 m=1; 3 B n=5 m=1; 4 B n=5; 5 C n=0 m=1"
    expected = {"1": F(33), "2": F(67), "3": fault("permit"), "4": fault("permit"), "5": fault(ZERO)}
    park(more, {"visit.x": expected}, car="A; B; C", visit=rows, permit="A free=100; C free=1")


def test_an_empty_cell_leads_to_no_row(park: Park) -> None:
    """Place 0 is shared by those who say 0, not by those who say nothing; nobody is at place 9."""
    more = split("place.size", "n", "1", grain="car", unit="number")
    rows = "A opt=0 n=1; B n=8; C opt=0 n=2; D opt=9 n=4; E opt=3 n=1"
    expected = {"A": F(3), "B": fault("place"), "C": F(7), "D": fault("place"), "E": F(5)}
    park(more, {"car.x": expected}, car=rows, place="0 size=10; 3 size=5; 4 size=7")


def test_a_part_at_fault_is_stored_as_zero(park: Park) -> None:
    """-10 over A and C; B says no place, and stands beside them where an empty cell is kept as 0. D has weights of 0."""
    more = split("place.debt", "n", "1", grain="car", unit="number")
    more += "  place:\n    debt:\n      unit: number\n      formula: 0 - size\n"
    cars = "A opt=0 n=1; B n=8; C opt=0 n=2; D opt=3 n=0; E opt=9 n=1"
    found = park.world(more, car=cars, place="0 size=10; 3 size=5")
    for engine, force in RUNS:
        frame = found.run(engine, force).frames["car"]
        # -3 1/3 is -4, -6 2/3 is -7, and the one that is left goes to the remainder of 2/3
        assert dict(zip(frame["plate"], frame["x"], strict=True)) == {"A": -3, "B": 0, "C": -7, "D": 0, "E": 0}, engine


def test_a_part_may_be_zero_though_its_amount_is_not(park: Park) -> None:
    """k is at least 1, and so is what is shared; a part of it is not."""
    more = split("car.k", "n", "1", unit="number") + "    y:\n      unit: number\n      formula: 10 / x\n"
    more += "      round: down to 1\n"
    park(more, {"visit.y": {"1": F(5), "2": fault(ZERO)}}, car="A k=2", visit="1 A n=1; 2 A n=0")


def test_an_empty_cell_has_no_faults_of_others(park: Park) -> None:
    """Place 0 has no weights, and B, who says nothing, is not at it."""
    more = split("place.size", "ratio", "1", grain="car", unit="number") + RATIO
    park(more, {"car.x": {"A": fault(ZERO), "B": fault("place")}}, car="A opt=0; B", place="0 size=10")


def test_an_amount_of_the_period(park: Park) -> None:
    """10 over all cars, whatever their lot, by 1, 1, 4: 1 2/3, 1 2/3, 6 2/3."""
    more = split("period.pool", "n", grain="car") + pool(10)
    park(more, {"car.x": {"A": F(2), "B": F(2), "C": F(6)}}, lot="Z; Y", car="A n=1; B n=1 lot=Y; C n=4")


def test_rows_of_a_group_share(park: Park) -> None:
    """The days of a car by the minutes of the day: 10 by 30, 60."""
    more = split("car.money", "sum(visit.spent)", grain="stay")
    rows = "1 A spent=10; 2 A spent=20; 3 A spent=60 day=2026-05-31; 4 B spent=1"
    expected = {"A 2026-05-04": F(3), "A 2026-05-31": F(7), "B 2026-05-04": F(8)}
    park(more, {"stay.x": expected}, car="A money=10; B money=8", visit=rows)


def test_parts_are_shared_on(park: Park) -> None:
    """2,000 by 1, 2 is 667 and 1,333 (666 2/3, 1,333 1/3); 667 over two is 334 and 333."""
    more = split("lot.fee", "n", grain="car") + split("car.x", "1").removeprefix("rules:\n")
    expected = {"car.x": {"A": F(667), "B": F(1333)}, "visit.x": {"1": F(334), "2": F(333), "3": F(1333)}}
    park(more, expected, car="A n=1; B n=2", visit="1 A; 2 A; 3 B")


def test_the_tax_of_two_posts(park: Park) -> None:
    """Pay 3,333 and 6,667 of A: 5 % of 10,000 is 500, shared as 166.65 and 333.35; of 1,001 of B: 50 (down). The parts
    make the tax again."""
    more = """
rules:
  visit:
    pay:
      unit: rupiah
      formula: n * 1 rupiah + m * 1_000 rupiah
    x:
      unit: rupiah
      split:
        amount: car.tax
        by: pay
        step: 1 rupiah
    net:
      unit: rupiah
      formula: pay - x
  car:
    gross:
      unit: rupiah
      formula: sum(visit.pay)
    tax:
      unit: rupiah
      formula: gross * 5%
      round: down to 1 rupiah
    paid_out:
      unit: rupiah
      formula: sum(visit.net)
ensure:
  car:
    whole:
      label: The parts make the tax
      formula: sum(visit.x) = tax
"""
    expected = {
        "visit.x": {"1": F(167), "2": F(333), "3": F(50), "4": F(0)}, "car.paid_out": {"A": F(9500), "B": F(951)},
    }  # fmt: skip
    rows = "1 A n=333 m=3; 2 A n=667 m=6; 3 B n=1 m=1; 4 B"
    park(more, expected, pays="paid_out", car="A; B", visit=rows)


def test_a_run_computes_only_what_its_files_need(park: Park) -> None:
    """The plan of a run has the key that breaks ties, also where no file shows it."""
    more = split("car.money", "n") + "  car:\n    first:\n      unit: rupiah\n      formula: sum(visit.x where n = 1)\n"
    more += split("car.money", "1", grain="stay", name="unread").removeprefix("rules:\n")
    found = park.world(more, pays="first", car="A money=11; B money=5", visit="1 A n=1; 2 A n=1; 3 B n=1; 4 B n=4")
    plan = for_run(found.plan)
    assert [step.name for step in plan.steps if isinstance(step, Share)] == ["x"]
    small = World(plan, read_inputs(plan, park.folder / "rows"))
    for engine in ("polars", "duckdb"):
        cars = everything(plan, small.run(engine))["car"]
        assert {key: row["first"] for key, row in cars.items()} == {"A": F(11), "B": F(1)}


# Widths


def test_64_bit_is_enough_for_what_fits(park: Park) -> None:
    """Money to 10^9 by n to 1,000 is 10^12, whatever the number of rows."""
    assert ("visit", "x") not in park.world(MONEY, visit="1 A; 2 A; 3 A").widths().wide


def test_products_beyond_64_bit(park: Park) -> None:
    """(10^18 - 1) by 10^18 - 1 and 2: 10^36 on the way; the second gets 2 (10^18 - 1) / (10^18 + 1), a little below 2,
    and has the larger remainder."""
    most = 10**18 - 1
    inputs = base.INPUTS.replace("range: 0..1_000}", f"range: 0..{most}}}").replace("0..1_000_000_000}", f"0..{most}}}")
    more = MONEY + split("car.all", "n", name="y").split("visit:\n")[1]
    more += "  car:\n    all:\n      unit: rupiah\n      formula: money * 9\n"
    expected = {"visit.x": {"1": F(most - 2), "2": F(2)}, "visit.y": {"1": F(9 * most - 18), "2": F(18)}}
    found = park(more, expected, inputs=inputs, car=f"A money={most}", visit=f"1 A n={most}; 2 A n=2")
    assert {("visit", "x"), ("visit", "y")} <= found.widths().wide
    more = split("car.debt", "n") + "  car:\n    debt:\n      unit: rupiah\n      formula: 0 rupiah - money * 100\n"
    # 10^20 - 100 below zero, by n and n: halves
    park(more, {"visit.x": {"1": F(-most * 50), "2": F(-most * 50)}}, inputs=inputs, car=f"A money={most}",
         visit=f"1 A n={most}; 2 A n={most}")  # fmt: skip


def test_products_beyond_128_bit_are_refused(park: Park) -> None:
    most = 10**18 - 1
    inputs = base.INPUTS.replace("range: 0..1_000}", f"range: 0..{most}}}").replace("0..1_000_000_000}", f"0..{most}}}")
    refused(park, "E605", split("car.money", "n * n"), inputs=inputs, visit="1 A n=1")


# What is refused


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("E340", split("n", "m", "1", unit="number")),
        ("E340", split("car.lot.fee", "n")),
        ("E340", split("car.money * 2", "n")),
        ("E340", split("sum(car.money)", "1", grain="period")),
        ("E340", split("period.days", "1", "1 hari", grain="period", unit="hari")),
        ("E303", split("car.note", "n")),
        ("E303", split("car.since", "n", unit="date")),
        ("E303", split("car.money", "flag", grain="ticket").replace("flag", "car.flag")),
        ("E317", split("car.money", "n", "1 poin", unit="poin")),
        ("E317", split("car.money", "n").replace("      unit: rupiah\n", "")),
        ("E224", split("car.money", "n", "1")),
        ("E224", split("car.money", "n", "1 poin")),
        ("E232", split("car.money", "n", "0 rupiah")),
        ("E232", split("car.money", "n", "-1 rupiah")),
        ("E341", split("car.money", "n - m")),
        ("E341", split("car.money", "-1")),
        ("E342", split("car.money", "n", "2 rupiah")),
        ("E342", split("car.money", "n", "0.3 rupiah")),
        ("E333", split("car.money", "n / max(m, 1)")),
        ("E231", split("car.money", "n") + "      formula: car.money\n"),
        ("E231", split("car.money", "n") + "      round: down to 1 rupiah\n"),
        ("E231", split("car.money", "n") + "      versions:\n        - {effective_from: 2020-01-01}\n"),
        ("E231", split("car.money", "n") + "      exceptions: {none: {when: n = 0}}\n"),
        ("E202", split("car.money", "n").replace("        step: 1 rupiah\n", "")),
        ("E201", split("car.money", "n") + "        ties: id\n"),
        ("E200", "rules:\n  visit:\n    x:\n      unit: rupiah\n      split: car.money\n"),
        ("E320", split("car.all", "n") + "  car:\n    all:\n      unit: rupiah\n      formula: sum(visit.x)\n"),
        ("E320", split("car.money", "x / 1 rupiah")),
    ],
)
def test_refused(park: Park, code: str, more: str) -> None:
    refused(park, code, more)


def test_weights_that_guards_keep_from_being_negative(park: Park) -> None:
    """max(n - m, 0): 3, 0, 1."""
    rows = "1 A n=5 m=2; 2 A n=2 m=5; 3 A n=2 m=1"
    park(
        split("car.money", "max(n - m, 0)"),
        {"visit.x": {"1": F(75), "2": F(0), "3": F(25)}},
        car="A money=100",
        visit=rows,
    )


# Any amount over any rows


def parts_of(amount: int, weights: Sequence[int]) -> list[int]:
    """By the rule, on integers: whole parts first, then one each to the largest remainders, from the first row on."""
    total = sum(weights)
    parts = [floor(Fraction(amount * weight, total)) for weight in weights]
    lost = [Fraction(amount * weight, total) - part for weight, part in zip(weights, parts, strict=True)]
    for place in sorted(range(len(parts)), key=lambda place: (-lost[place], place))[: amount - sum(parts)]:
        parts[place] += 1
    return parts


AMOUNTS = st.one_of(st.integers(0, 20), st.integers(0, 10**9))
WEIGHTS = st.lists(st.one_of(st.integers(0, 3), st.integers(0, 1000)), min_size=1, max_size=9).filter(any)
OWED = "  car:\n    owed:\n      unit: rupiah\n      formula: if flag then 0 rupiah - money else money\n"


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(AMOUNTS, st.booleans(), WEIGHTS), min_size=1, max_size=8))
def test_parts_sum_to_the_amount(cases: list[tuple[int, bool, list[int]]]) -> None:
    """Each part differs from the exact one by less than one step."""
    cars, visits, expected = [], [], {}
    for number, (money, owed, weights) in enumerate(cases):
        amount = -money if owed else money
        cars.append(f"C{number} money={money} flag={'ya' if owed else 'tidak'}")
        parts = parts_of(amount, weights)
        assert sum(parts) == amount
        for place, (weight, part) in enumerate(zip(weights, parts, strict=True)):
            assert abs(Fraction(amount * weight, sum(weights)) - part) < 1
            visits.append(f"C{number}-{place} C{number} n={weight}")
            expected[f"C{number}-{place}"] = F(part)
    with TemporaryDirectory() as folder:
        rows = {"car": "; ".join(cars), "visit": "; ".join(visits)}
        Park(Path(folder))(split("car.owed", "n") + OWED, {"visit.x": expected}, **rows)
