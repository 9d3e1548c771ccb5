"""Rows up and down: aggregates and their faults, groups, looked-up rows, one person without the others."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from eremun.check import typed as t
from eremun.engines.reference.rules import Evaluation
from eremun.values.types import BOOLEAN
from tests.reference.parking import (
    PLAIN,
    A,
    B,
    Parking,
    both,
    compare,
    day,
    num,
    of,
    op,
    present,
    read,
    rows,
    to,
    value,
)

SIX, SEVEN = day("2024-05-06"), day("2024-05-07")
LONG = compare(read("minutes"), ">", num(60))
VISITS = [
    {"id": "1", "day": SIX, "minutes": 60},
    {"id": "2", "day": SIX, "minutes": 30},
    {"id": "3", "day": SEVEN, "minutes": 90},
    {"id": "4", "day": SIX, "minutes": 500, "nip": B},
]
CARS = [{}, {"nip": B}]


def test_aggregates_of_no_rows():
    assert of(rows("sum", "visit", "car", "minutes")) == 0
    assert of(rows("count", "visit", "car")) == 0
    assert of(rows("any", "visit", "car")) is False
    assert of(present(rows("min", "visit", "car", "minutes"))) is False


def test_aggregates_take_the_rows_that_lead_here():
    expected = {"sum": 180, "min": 30, "max": 90}
    assert {w: of(rows(w, "visit", "car", "minutes"), car=CARS, visit=VISITS) for w in expected} == expected
    assert of(rows("count", "visit", "car", where=LONG), car=CARS, visit=VISITS) == 1
    assert of(rows("any", "visit", "car", where=LONG), car=CARS, visit=VISITS) is True


def test_min_of_rows_that_where_leaves_out_is_missing():
    assert of(rows("min", "visit", "car", "minutes", where=compare(num(1), ">", num(2))), visit=VISITS) == {
        "tidak_ada_baris"
    }


def share(where: t.Typed | None) -> Parking:
    """1 / (minutes - 30) of each visit, summed over the visits of the car."""
    parking = Parking().rule("visit", "share", op(num(1), "/", op(read("minutes"), "-", num(30))))
    return parking.rule("car", "result", rows("sum", "visit", "car", "share", where)).rows(car=CARS, visit=VISITS)


def test_a_row_that_where_leaves_out_costs_nothing():
    # 1/(60-30) + 1/(90-30) = 1/30 + 1/60 = 1/20.
    assert value(share(compare(read("minutes"), "!=", num(30))), "car", "result") * 20 == 1
    assert value(share(None), "car", "result") == {"pembagian_nol"}


def test_faults_of_where_count_on_every_row():
    condition = compare(op(num(1), "/", op(read("minutes"), "-", num(90))), "<", num(-1))
    for word in ("count", "any"):
        assert of(rows(word, "visit", "car", where=condition), visit=VISITS[:3]) == {"pembagian_nol"}


def test_a_looked_up_rows_own_fault_passes_through():
    parking = Parking().rule("permit", "ratio", op(num(1), "/", read("free")))
    parking.rule("car", "result", read("permit.ratio")).rows(permit=[{"free": 0}])
    assert value(parking, "car", "result") == {"pembagian_nol"}
    assert value(parking.rows(permit=[]), "car", "result") == {"permit"}


def test_a_lookup_of_a_missing_column_value_finds_nothing():
    assert of(t.RowExists(("permit",), "permit", BOOLEAN, read("x").span), permit=[{"nip": B}], car=CARS) is False


def test_groups_are_the_distinct_combinations_among_the_rows():
    parking = Parking().rule("stay", "minutes_a_day", rows("sum", "visit", "stay", "minutes"))
    world = parking.rows(car=CARS, visit=VISITS).evaluation()
    days = {
        (world.value(row, "nip"), world.value(row, "day")): world.value(row, "minutes_a_day")
        for row in world.rows.all("stay")
    }
    assert days == {(A, SIX): 90, (A, SEVEN): 90, (B, SIX): 500}


def test_a_group_inherits_relations_up_and_down():
    parking = Parking().rule("stay", "of_a_day", rows("sum", "visit", "stay", "minutes"))
    parking.rule("car", "largest", rows("max", "stay", "car", "of_a_day"))
    parking.rule("car", "days", rows("count", "stay", "car", where=present(read("permit.free"))))
    parking.rows(car=CARS, visit=VISITS, permit=[{"nip": B}])
    assert [value(parking, "car", "largest", place) for place in (0, 1)] == [90, 500]
    assert [value(parking, "car", "days", place) for place in (0, 1)] == [0, 1]


def test_the_period_takes_every_row():
    parking = Parking().rule("period", "total", rows("sum", "visit", "period", "minutes"))
    parking.rule("car", "result", read("period.total")).rows(car=CARS, visit=VISITS)
    assert value(parking, "car", "result") == 60 + 30 + 90 + 500


def test_one_person_asks_only_for_his_own_rows():
    parking = Parking().rule("stay", "of_a_day", rows("sum", "visit", "stay", "minutes"))
    parking.rule("car", "largest", rows("max", "stay", "car", "of_a_day")).rows(car=CARS, visit=VISITS)
    world = parking.evaluation(indexed=False)
    for table in world.rows._inputs.values():
        table.indexed = False
    person = world.rows.find("car", ("nip",), (A,))[0]
    assert world.value(person, "largest") == 90
    assert sorted(world.rows._inputs["visit"]._built) == [0, 1, 2]
    assert world.rows.all("visit")[0] is world.rows._inputs["visit"]._built[0]


def test_row_numbers_of_intake_lead_the_same_way():
    parking = Parking().rule("car", "result", rows("sum", "visit", "car", "minutes"))
    parking.rows(car=[{}, {"nip": B, "share": 5000}], visit=VISITS)
    parking.rule("visit", "size_of_car", read("car.share"))
    plan, inputs = parking.plan(), parking.inputs()
    frame = inputs.tables["visit"].frame
    numbered = frame.with_columns((frame["nip"] == B).cast(int).alias("@car")).drop("nip")
    tables = {**inputs.tables, "visit": replace(inputs.tables["visit"], frame=numbered)}
    world = Evaluation(plan, replace(inputs, tables=tables), indexed=True)
    assert [world.value(row, "result") for row in world.rows.all("car")] == [180, 500]
    assert world.value(world.rows.all("visit")[3], "size_of_car") == Fraction(1, 2)


def test_rejected_rows_are_counted_where_intake_counts_them():
    counted = t.RejectedRows("visit", PLAIN, num(0).span)
    assert of(counted, car=[{"rejected(visit)": 3}]) == 3


def test_a_condition_sees_the_finer_row():
    both_named = both(LONG, compare(read("car.share"), "=", num("0.25")))
    assert of(rows("count", "visit", "car", where=both_named), car=CARS, visit=VISITS) == 1


def test_an_empty_cell_names_no_row():
    # The guide of a visit, looked up among the permits by an optional column.
    parking = Parking().rule("visit", "found", t.RowExists(("guided",), "permit", BOOLEAN, num(0).span))
    plan = parking.rows(visit=[{}, {"id": "2", "guide": B}], permit=[{"nip": B}], car=CARS).plan()
    plan.checked.relations["visit"]["guided"] = to("guided", "permit", "guide", required=False)
    for indexed in (True, False):
        world = Evaluation(plan, parking.inputs(), indexed=indexed)
        assert [world.value(row, "found") for row in world.rows.all("visit")] == [False, True]
