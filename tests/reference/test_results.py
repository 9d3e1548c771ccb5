"""Frames, blocked persons and findings."""

from __future__ import annotations

from fractions import Fraction

import polars as pl
import pytest

from eremun.check import typed as t
from eremun.engines.reference import ReferenceEngine
from eremun.plan.widths import Widths
from eremun.values.types import BOOLEAN
from tests.reference.parking import AT, PERCENT, PLAIN, A, B, Parking, compare, day, num, op, read, rows

PERSONS = [{}, {"nip": B}]
RATIO = op(num(1), "/", read("weight"))


def run(parking: Parking, *keep: str, widths: Widths = Widths()) -> dict[str, pl.DataFrame]:  # noqa: B008
    return ReferenceEngine().run(parking.plan(), parking.inputs(), widths, set(keep)).frames


def test_numbers_are_whole_steps():
    parking = Parking(steps={"half": Fraction(1, 200)}).rule("car", "half", op(read("share"), "/", num(2), PERCENT))
    # 25 % / 2 = 12.5 % = 25 steps of 0.5 %.
    assert run(parking, "car")["car"]["half"].to_list() == [25]


def test_a_value_between_two_steps_is_our_error():
    parking = Parking().rule("car", "half", op(read("share"), "/", num(2), PERCENT))
    with pytest.raises(ValueError, match="half"):
        run(parking, "car")


def test_a_fault_is_zero_with_its_bits():
    parking = Parking(faults=("permit", "weight", "pembagian_nol")).rule("car", "ratio", RATIO)
    frame = run(parking.rows(car=[{"weight": 1}, {"nip": B, "weight": 0}, {"nip": 3}]), "car")["car"]
    assert frame["ratio"].to_list() == [1, 0, 0]
    assert frame["ratio!"].to_list() == [0, 0b100, 0b010]


def test_a_fault_that_the_plan_does_not_expect_is_our_error():
    with pytest.raises(ValueError, match="ratio"):
        run(Parking().rule("car", "ratio", RATIO), "car")


def test_optional_cells_are_filled_and_say_so():
    frame = run(Parking().rows(car=[{"weight": 4}, {"nip": B}]), "car")["car"]
    assert frame["weight"].to_list() == [4, 0]
    assert frame["weight?"].to_list() == [True, False]
    assert frame["size"].to_list() == [0, 0]
    assert frame.schema["nip"] == pl.Int64


def test_groups_have_their_columns():
    frame = run(Parking().rows(visit=[{}, {"id": "2"}]), "stay")["stay"]
    assert frame.select("nip", "day").rows() == [(A, day("2024-05-06"))]


def test_wide_columns_are_128_bit():
    huge = Parking().rule("car", "huge", num(2**40)).rule("car", "beyond", num(2**70))
    frame = run(huge, "car", widths=Widths(stored=frozenset({("car", "huge")})))["car"]
    assert [frame.schema[name] for name in ("huge", "beyond")] == [pl.Int128, pl.Int128]
    assert frame["beyond"].to_list() == [2**70]


def test_only_the_grains_wanted():
    assert set(run(Parking(), "car", "period")) == {"car", "period"}


def blocked(parking: Parking) -> list[set[str]]:
    world = parking.evaluation()
    return [set(world.blocked(row)) for row in world.rows.all("car")]


def test_every_fault_of_the_outputs_blocks():
    parking = Parking(payroll=(read("permit.free"), RATIO)).rows(car=[{}, {"nip": B, "weight": 2}], permit=[{"nip": B}])
    assert blocked(parking) == [{"permit", "weight"}, set()]


def test_a_promise_that_fails_blocks_by_its_name_a_faulted_one_by_its_faults():
    light = compare(read("weight"), "<", num(10))
    parking = Parking(ensures={("car", "too_heavy"): light})
    parking.rows(car=[{"weight": 3}, {"nip": B, "weight": 12}, {"nip": 3}])
    assert blocked(parking) == [set(), {"too_heavy"}, {"weight"}]


def test_a_promise_on_another_grain_blocks_those_it_concerns():
    cheap = compare(read("fee"), "<=", num(2000))
    parking = Parking(ensures={("zone", "dear"): cheap}).rows(zone=[{}, {"zone": "Y", "fee": 3000}])
    assert blocked(parking.rows(car=[{}, {"nip": B, "zone": "Y"}])) == [set(), {"dear"}]
    short = compare(read("minutes"), "<", num(100))
    for grain in ("visit", "stay"):
        formula = short if grain == "visit" else compare(rows("max", "visit", "stay", "minutes"), "<", num(100))
        parking = Parking(ensures={(grain, "long"): formula}).rows(car=PERSONS)
        parking.rows(visit=[{}, {"id": "2", "nip": B, "minutes": 100}])
        assert blocked(parking) == [set(), {"long"}]
    assert (
        blocked(Parking(ensures={("period", "never"): t.Constant(False, BOOLEAN, AT)}).rows(car=PERSONS))
        == [{"never"}] * 2
    )


def test_rejected_rows_block_where_the_input_says_so():
    # visits block when rejected, permits are dropped
    parking = Parking().rows(car=[{"rejected(visit)": 1}, {"nip": B}, {"nip": 3, "rejected(permit)": 2}])
    assert blocked(parking) == [{"data_ditolak"}, set(), set()]


def test_blocked_bits_stand_in_the_persons_frame():
    parking = Parking(payroll=(read("permit.free"),), faults=("weight", "permit"))
    parking.rows(permit=[{"nip": B}], car=PERSONS)
    assert run(parking, "car")["car"]["@blocked"].to_list() == [0b10, 0]


def test_findings_sum_the_paid_and_keep_their_faults():
    paid = rows("sum", "car", "zone", "weight", t.Paid(BOOLEAN, AT))
    ratio = op(num(1), "/", read("rank"), PLAIN)
    parking = Parking(
        ensures={("car", "odd"): compare(read("weight"), "<", num(10))},
        findings={("zone", "load"): paid, ("zone", "ratio"): ratio},
        faults=("odd", "rank", "pembagian_nol"),
    ).rows(
        zone=[{}, {"zone": "Y", "rank": 0}],
        car=[{"weight": 3}, {"nip": B, "weight": 4}, {"nip": 3, "weight": 12}, {"nip": 4, "zone": "Y", "weight": 5}],
    )  # fmt: skip
    frame = run(parking, "zone")["zone"]
    assert frame["finding load"].to_list() == [3 + 4, 5]
    assert frame["finding ratio"].to_list() == [0, 0]
    assert frame["finding ratio!"].to_list() == [0b010, 0b100]
