"""Rules: exceptions, rounding, law by date, tables, and faults that reach no one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from eremun.check.checked import CheckedException
from eremun.model.rules import AnyOf, Anything, Rounding, Row, Within
from tests.reference.parking import (
    AT,
    PERCENT,
    Parking,
    compare,
    day,
    num,
    of,
    op,
    param,
    read,
    rows,
    table,
    truth,
    value,
    version,
)

ZERO_DIVISION = op(num(1), "/", num(0))


def with_exceptions(*exceptions: CheckedException) -> object:
    parking = Parking(exceptions={"result": exceptions}).rule("car", "result", num(100))
    return value(parking, "car", "result")


def exception(name, condition, formula, *overridden_by):
    return CheckedException(name, condition, formula, overridden_by)


YES, NO = truth(True), truth(False)


def test_the_exception_that_holds_replaces_the_formula():
    assert with_exceptions(exception("a", NO, num(1))) == 100
    assert with_exceptions(exception("a", YES, num(1))) == 1


def test_the_overridden_drops_out():
    assert with_exceptions(exception("a", YES, num(1), "b"), exception("b", YES, num(2))) == 2
    assert with_exceptions(exception("a", YES, num(1), "b"), exception("b", NO, num(2))) == 1


def test_two_that_hold_are_a_fault():
    assert with_exceptions(exception("a", YES, num(1)), exception("b", YES, num(2))) == {"pengecualian_ganda"}


def test_one_that_is_overridden_by_one_of_two_leaves_a_fault_for_the_rest():
    held = (exception("a", YES, num(1), "c"), exception("b", YES, num(2)), exception("c", YES, num(3)))
    assert with_exceptions(*held) == {"pengecualian_ganda"}


def test_every_condition_is_read_and_only_the_chosen_formula():
    broken = compare(ZERO_DIVISION, "=", num(1))
    assert with_exceptions(exception("a", broken, num(1)), exception("b", YES, num(2))) == {"pembagian_nol"}
    assert with_exceptions(exception("a", NO, ZERO_DIVISION)) == 100
    assert with_exceptions(exception("a", YES, ZERO_DIVISION, "b"), exception("b", YES, num(2))) == 2
    parking = Parking(exceptions={"result": (exception("a", YES, num(1)),)}).rule("car", "result", ZERO_DIVISION)
    assert value(parking, "car", "result") == 1


@pytest.mark.parametrize(
    ("mode", "plus", "minus"),
    # 2.5 and -2.5 to whole numbers.
    [("half_up", 3, -3), ("half_even", 2, -2), ("down", 2, -2), ("up", 3, -3), ("floor", 2, -3), ("ceiling", 3, -2)],
)
def test_ties_and_negatives(mode, plus, minus):
    for sign, expected in ((1, plus), (-1, minus)):
        half = op(num(sign * 5), "/", num(2))
        parking = Parking().rule("car", "result", half, round_to=Rounding(mode, Fraction(1), AT))
        assert value(parking, "car", "result") == expected


def test_rounding_comes_once_after_the_exceptions():
    # 100/3 % to 0.01 %: 33.33 %.
    parking = Parking(exceptions={"result": (exception("a", YES, op(num(1), "/", num(3))),)})
    parking.rule("car", "result", num(1, PERCENT), round_to=Rounding("down", Fraction(1, 10000), AT))
    assert value(parking, "car", "result") == Fraction(3333, 10000)


def test_naming_a_part_keeps_its_fraction():
    parking = Parking().rule("car", "third", op(num(1), "/", num(3)))
    parking.rule("car", "result", op(read("third"), "*", num(3)))
    assert value(parking, "car", "result") == 1


def test_a_rule_that_nobody_reads_blocks_nobody():
    parking = Parking(payroll=(read("good"),)).rule("car", "good", num(1)).rule("car", "bad", ZERO_DIVISION)
    world = parking.evaluation()
    assert world.blocked(world.rows.all("car")[0]) == set()


RATE = (version(Fraction(1)), version(Fraction(2), "2024-05-10"), version(Fraction(9), "2024-05-12", "2024-05-13"))


@pytest.mark.parametrize(("on_day", "rate"), [("09", 1), ("10", 2), ("11", 2), ("12", 9), ("13", 9), ("14", 2)])
def test_the_rows_own_day_selects_the_law(on_day, rate):
    parking = Parking(parameters={"rate": RATE}).rule("visit", "result", param("rate"))
    parking.rule("stay", "also", param("rate")).rows(visit=[{"day": day(f"2024-05-{on_day}")}])
    assert value(parking, "visit", "result") == rate
    assert value(parking, "stay", "also") == rate


def test_without_a_day_the_first_day_of_the_period_selects():
    parking = Parking(parameters={"rate": RATE}).rule("car", "result", param("rate"))
    parking.rule("period", "also", param("rate"))
    assert value(parking, "car", "result") == 1
    assert value(parking, "period", "also") == 1


def test_a_sum_reads_each_row_by_its_own_law():
    parking = Parking(parameters={"rate": RATE}).rule("visit", "rated", param("rate"))
    parking.rule("car", "result", rows("sum", "visit", "car", "rated"))
    parking.rows(visit=[{"id": "1", "day": day("2024-05-09")}, {"id": "2", "day": day("2024-05-12")}])
    assert value(parking, "car", "result") == 1 + 9


def test_without_a_version_in_force_there_is_no_value():
    parking = Parking(parameters={"rate": (version(Fraction(1), "2024-05-02"),)}).rule("car", "result", param("rate"))
    assert value(parking, "car", "result") == frozenset({"tidak_berlaku"})


def bands(*versions):
    return Parking(tables={"band": versions})


def within(low, high, cell, low_inside=True, high_inside=False):
    bounds = (None if low is None else Fraction(low), None if high is None else Fraction(high))
    return Row((Within(*bounds, low_inside, high_inside, AT),), (Fraction(cell),), AT)


@pytest.mark.parametrize(("weight", "cell"), [(0, 10), (30, 10), (31, 20), (60, 20), (61, 30), (1000, 30)])
def test_thresholds(weight, cell):
    parking = bands(version((within(0, 31, 10), within(31, 60, 20, True, True), within(60, None, 30, False))))
    parking.rule("car", "result", table("band", read("weight"))).rows(car=[{"weight": weight}])
    assert value(parking, "car", "result") == cell


def test_words_numbers_and_anything():
    listed = Row((AnyOf((Fraction(1), Fraction(3)), AT), Anything(AT)), (Fraction(5), Fraction(6)), AT)
    parking = bands(version((listed,))).rule("car", "result", table("band", num(3), num(99), output=1))
    assert value(parking, "car", "result") == 6


def test_a_table_has_versions_too():
    any_value = [Row((Anything(AT),), (Fraction(cell),), AT) for cell in (1, 2)]
    parking = bands(version((any_value[0],)), version((any_value[1],), "2024-05-06"))
    parking.rule("visit", "result", table("band", num(1))).rule("car", "also", table("band", num(1)))
    parking.rows(visit=[{"day": day("2024-05-06")}])
    assert value(parking, "visit", "result") == 2
    assert value(parking, "car", "also") == 1


def test_a_table_passes_on_the_faults_of_its_arguments():
    assert of(table("band", ZERO_DIVISION, read("permit.free"))) == {"pembagian_nol", "permit"}
