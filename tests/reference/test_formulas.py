"""What each form of a formula means: which values it gives, which faults it passes on, and which cost nothing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from eremun.check import typed as t
from eremun.values.types import BOOLEAN, DATE, NIP
from tests.reference.parking import (
    AT,
    MINUTES,
    PLAIN,
    both,
    compare,
    day,
    default,
    either,
    num,
    of,
    on,
    op,
    present,
    read,
    rows,
    truth,
    when,
    word,
)

ZERO_DIVISION = op(num(1), "/", num(0))
NO_PERMIT = read("permit.free")
BROKEN = compare(ZERO_DIVISION, "=", num(1))


def test_arithmetic_is_exact():
    third = op(num(1), "/", num(3))
    assert of(op(op(third, "+", third), "+", third)) == 1
    assert of(op(num("0.1"), "*", num("0.2"))) == Fraction(1, 50)


def test_a_division_by_zero_is_a_fault():
    assert of(ZERO_DIVISION) == {"pembagian_nol"}


def test_all_operands_contribute_their_faults():
    assert of(op(ZERO_DIVISION, "+", NO_PERMIT)) == {"pembagian_nol", "permit"}
    assert of(t.Extreme("min", (ZERO_DIVISION, NO_PERMIT, num(1)), PLAIN, AT)) == {"pembagian_nol", "permit"}
    assert of(t.In(NO_PERMIT, (num(1), ZERO_DIVISION), BOOLEAN, AT)) == {"pembagian_nol", "permit"}


def test_the_branch_not_taken_costs_nothing():
    assert of(when(truth(True), num(7), ZERO_DIVISION)) == 7
    assert of(when(truth(False), ZERO_DIVISION, num(8))) == 8


def test_a_faulted_condition_takes_no_branch():
    assert of(when(BROKEN, NO_PERMIT, num(1))) == {"pembagian_nol"}


def test_what_stands_right_of_the_deciding_part_costs_nothing():
    assert of(both(truth(False), BROKEN)) is False
    assert of(either(truth(True), BROKEN)) is True
    assert of(both(truth(True), BROKEN)) == {"pembagian_nol"}
    assert of(both(BROKEN, truth(False))) == {"pembagian_nol"}


def test_missing_becomes_the_fault_of_its_kind():
    assert of(op(NO_PERMIT, "+", num(1))) == {"permit"}
    assert of(op(read("weight"), "+", num(1))) == {"weight"}
    assert of(t.MakeDate(num(20240230), DATE, AT)) == {"tanggal_tidak_ada"}
    assert of(rows("max", "visit", "car", "minutes")) == {"tidak_ada_baris"}


def test_comparing_what_is_missing_is_a_fault_not_false():
    assert of(compare(read("weight"), "!=", num(1))) == {"weight"}
    assert of(compare(NO_PERMIT, "=", num(1))) == {"permit"}


def test_present_asks_and_default_answers():
    assert of(present(read("weight"))) is False
    assert of(present(read("weight")), car=[{"weight": 3}]) is True
    assert of(present(t.MakeDate(num(20240229), DATE, AT))) is True
    assert of(default(read("weight"), num(5))) == 5
    assert of(default(read("weight"), num(5)), car=[{"weight": 3}]) == 3
    assert of(default(NO_PERMIT, read("weight"))) == {"weight"}


def test_present_does_not_hide_a_fault():
    assert of(present(ZERO_DIVISION)) == {"pembagian_nol"}
    assert of(default(ZERO_DIVISION, num(1))) == {"pembagian_nol"}


def test_present_guards_what_stands_right_of_it():
    guarded = both(present(read("weight")), compare(read("weight"), ">", num(2)))
    assert of(guarded) is False
    assert of(guarded, car=[{"weight": 3}]) is True


def test_an_empty_cell_of_a_row_that_is_there_is_named_by_its_column():
    assert of(op(read("permit.note"), "+", num(1)), permit=[{}]) == {"note"}


def test_whether_a_looked_up_row_is_there():
    exists = t.RowExists(("permit",), "permit", BOOLEAN, AT)
    assert of(exists) is False
    assert of(exists, permit=[{}]) is True


def test_dates():
    hari = op(on("2024-03-01"), "-", on("2024-02-28"), PLAIN)
    assert of(hari) == 2
    assert of(op(on("2024-02-28"), "+", num(2), DATE)) == day("2024-03-01")
    parts = [of(t.DatePart(name, on("2024-05-05"), PLAIN, AT)) for name in ("year", "month", "day", "weekday")]
    assert parts == [2024, 5, 5, 7]
    assert of(t.Months(on("2023-11-30"), on("2024-02-01"), PLAIN, AT)) == 3


@pytest.mark.parametrize(("first", "last", "number"), [(1, 8, 19900101), (13, 14, 3), (17, 18, 1)])
def test_digits_of_a_nip(first, last, number):
    # 19900101 201503 1 001: the digits 13 and 14 are 03, the last two 01.
    assert of(t.Digits(read("nip", NIP), first, last, PLAIN, AT)) == number


def test_digits_count_from_the_left_of_eighteen():
    assert of(t.Digits(read("nip", NIP), 1, 2, PLAIN, AT), car=[{"nip": 12345}]) == 0


def test_the_period_is_a_row():
    assert of(read("period.start", DATE)) == day("2024-05-01")
    assert of(read("period.end", DATE)) == day("2024-05-31")
    assert of(op(read("period.days"), "*", num(1))) == 31


def test_enums_are_their_words_and_numbers_their_steps():
    assert of(compare(read("size"), "=", word("large")), car=[{"size": 1}]) is True
    assert of(read("share")) == Fraction(1, 4)
    assert of(op(read("zone.fee"), "*", num(1, MINUTES))) == 2000


def test_negation():
    assert of(t.Negative(num(3), PLAIN, AT)) == -3
    assert of(t.Not(truth(False), BOOLEAN, AT)) is True
