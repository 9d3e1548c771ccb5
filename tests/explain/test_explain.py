"""The derivation of one person's amounts: which facts stand in the tree, and how they read in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl
import pytest

from eremun.check.checked import CheckedException
from eremun.diagnostics.codes import CODES
from eremun.diagnostics.diagnostic import Refused
from eremun.explain import Derivation, explain, render
from eremun.explain.cited import _conditions
from eremun.explain.tree import Shown, Step
from eremun.explain.words import number_text, segments_text, value_text
from eremun.model.law import Assumption, Basis, Register, Regulation
from eremun.model.rules import Anything, ExceptionOf, OutputColumn, Rounding, Row, Within
from eremun.plan.plan import Plan
from eremun.values.types import BOOLEAN, DATE, NIP
from tests.reference.parking import (
    AT,
    MINUTES,
    MONEY,
    NOTHING,
    PERCENT,
    PLAIN,
    A,
    Parking,
    both,
    compare,
    day,
    default,
    num,
    op,
    param,
    read,
    rows,
    table,
    truth,
    version,
    when,
)
from tests.reference.parking import read as read_name

BASIS = Basis("decree", "article 3", "guess", AT)


def car(name: str, kind: Any = PLAIN) -> Any:
    """A rule of the car, as the checker types it."""
    return replace(read_name(name, kind), grain="car")


def whole(parking: Parking, *payroll: str, texts: dict[str, str] | None = None, **more: Any) -> Plan:
    """The plan of a pack with registers, formula texts and payroll columns of those names."""
    parking.payroll = tuple(car(name, parking.rules[("car", name)][1]) for name in payroll)
    plan = parking.plan()
    rules = {
        key: replace(rule, text=(texts or {}).get(rule.name, ""), basis=BASIS, **more.get(rule.name, {}))
        for key, rule in plan.checked.pack.rules.items()
    }
    outputs = replace(
        plan.checked.pack.outputs,
        payroll_columns=tuple(OutputColumn(name, NOTHING, 0, AT) for name in payroll),
        blocked_reasons={"permit": "There is no permit", "late": "He came late"},
    )
    pack = replace(
        plan.checked.pack, rules=rules, outputs=outputs,
        regulations=Register({("", "decree"): Regulation("decree", "Decree 7 of 2020", AT)}),
        assumptions=Register({("", "guess"): Assumption("guess", "Nobody knows", AT)}),
    )  # fmt: skip
    return replace(plan, checked=replace(plan.checked, pack=pack))


def told(parking: Parking, *payroll: str, **more: Any) -> Derivation:
    return explain(whole(parking, *payroll, **more), parking.inputs(), str(A))


def first(parking: Parking, **more: Any) -> Step:
    return told(parking, "result", **more).amounts[0]


def lines(derivation: Derivation, lang: str = "en") -> list[str]:
    return [line.strip() for line in render(derivation, lang).splitlines()]


def test_the_last_amount_that_nothing_reads_comes_first():
    parking = Parking().rule("car", "gross", num(900, MONEY)).rule("car", "net", op(car("gross"), "-", num(1), MONEY))
    parking.rule("car", "beside", num(5, MONEY)).rule("car", "late", num(7))
    derivation = told(parking, "gross", "beside", "net", "late")
    assert [amount.name for amount in derivation.amounts] == ["net", "beside", "late"]
    assert [part.name for part in derivation.amounts[0].parts] == ["gross"]


def test_a_rounded_amount_says_what_it_was_before():
    # 7 rupiah / 2 = 3.5, down to 3.
    half = op(car("seven", MONEY), "/", num(2), MONEY)
    parking = Parking().rule("car", "seven", num(7, MONEY))
    parking.rule("car", "result", half, round_to=Rounding("down", Fraction(1), AT))
    found = told(parking, "result", texts={"result": "seven / 2"})
    step = found.amounts[0]
    assert step.value == Shown(Fraction(3), MONEY)
    assert step.unrounded == Shown(Fraction(7, 2), MONEY)
    assert step.filled == (Shown(Fraction(7), MONEY), " / ", Shown(Fraction(2), PLAIN))
    assert "formula: seven / 2" in lines(found)
    assert "with numbers: Rp7 / 2" in lines(found)
    assert "before rounding: Rp3.5; rounded down (toward zero), multiple of Rp1" in lines(found)


def test_articles_and_assumptions_are_cited_with_their_titles():
    found = told(Parking().rule("car", "result", num(1)), "result")
    assert [(c.kind, c.title, c.article) for c in found.amounts[0].bases] == [
        ("regulation", "Decree 7 of 2020", "article 3"), ("assumption", "Nobody knows", ""),
    ]  # fmt: skip
    assert "dasar: Decree 7 of 2020, article 3 (decree)" in lines(found, "id")


def test_parameters_say_since_when():
    parking = Parking(parameters={"rate": (version(Fraction(1)), version(Fraction(2), "2024-02-01"))})
    line = first(parking.rule("car", "result", param("rate"))).parameters[0]
    assert (line.value.value, line.since) == (2, date(2024, 2, 1))


def band(low: int | None, high: int | None, cell: int) -> Row:
    bounds = (None if low is None else Fraction(low), None if high is None else Fraction(high))
    return Row((Within(*bounds, True, False, AT),), (Fraction(cell),), AT)


def test_a_threshold_table_says_what_was_missed_and_by_how_much():
    parking = Parking(
        tables={
            "band": (
                version((band(None, 5, 3), band(5, 31, 0), band(31, 61, 10), band(61, 91, 20), band(91, None, 7))),
            )
        }
    )
    parking.rule("car", "result", table("band", read("weight"))).rows(car=[{"weight": 40}])
    line = first(parking).tables[0]
    # 61 - 40 = 21 short of the next, 40 - 31 = 9 past the one before.
    assert [(n.cell.value, n.gap.value, n.above) for n in line.neighbours] == [(20, 21, True), (0, 9, False)]
    assert "row >= 61 and < 91: 20, not reached, 21 short" in lines(told(parking, "result"))


def test_conditions_of_a_table_are_said_in_the_readers_language():
    always = Row((Anything(AT),), (Fraction(3),), AT)
    parking = Parking(tables={"band": (version((band(31, 61, 10),)),), "flat": (version((always,)),)})
    parking.rule("car", "result", op(table("band", read("weight")), "+", table("flat", read("weight"))))
    found = told(parking.rows(car=[{"weight": 40}]), "result")
    assert "tabel band [40]: 10 (baris >= 31 dan < 61, sejak 2000-01-01)" in lines(found, "id")
    assert "table band [40]: 10 (row >= 31 and < 61, since 2000-01-01)" in lines(found)
    assert "tabel flat [40]: 3 (baris yang selalu berlaku, sejak 2000-01-01)" in lines(found, "id")
    assert "table flat [40]: 3 (row that always holds, since 2000-01-01)" in lines(found)


def test_a_condition_that_asks_nothing_beside_one_that_does():
    row = Row((Within(Fraction(31), None, True, False, AT), Anything(AT)), (Fraction(1),), AT)
    assert [segments_text(_conditions(row, [PLAIN, PLAIN]), lang) for lang in ("id", "en")] == [
        ">= 31; apa saja", ">= 31; anything",
    ]  # fmt: skip


def test_exceptions_say_which_held():
    taken, beaten, other = (
        CheckedException("a", compare(read("weight"), ">", num(1)), num(2), ("b",)),
        CheckedException("b", truth(True), num(3), ()),
        CheckedException("c", truth(False), num(4), ()),
    )
    parking = Parking(exceptions={"result": (taken, beaten, other)}).rule("car", "result", num(1))
    said = tuple(ExceptionOf(n, f"Case {n}", NOTHING, NOTHING, (), None, AT) for n in "abc")
    found = told(parking.rows(car=[{"weight": 5}]), "result", result={"exceptions": said})
    assert [(e.name, e.held, e.chosen) for e in found.amounts[0].exceptions] == [
        ("a", True, False), ("b", True, True), ("c", False, False),
    ]  # fmt: skip
    assert found.amounts[0].filled == (Shown(Fraction(3), PLAIN),)
    assert "exception Case a: its condition holds, but another goes before it (weight (5) > 1)" in lines(found)


def test_two_exceptions_at_once_are_said_in_words():
    both_hold = (CheckedException("a", truth(True), num(2), ()), CheckedException("b", truth(True), num(3), ()))
    parking = Parking(exceptions={"result": both_hold}, faults=("pengecualian_ganda",)).rule("car", "result", num(1))
    said = tuple(ExceptionOf(n, f"Case {n}", NOTHING, NOTHING, (), None, AT) for n in "ab")
    found = told(parking, "result", result={"exceptions": said})
    text = lines(found, "id")
    assert (
        "- pengecualian_ganda: Dua pengecualian sebuah aturan berlaku sekaligus; aturannya yang perlu diperbaiki, bukan "
        "datanya"
    ) in text
    clash = "syaratnya terpenuhi bersama yang lain, padahal tidak ada yang didahulukan (ya)"
    assert [f"pengecualian Case {name}: {clash}" for name in "ab"] == [line for line in text if "Case" in line]
    assert any(line.startswith("- pengecualian_ganda: Two exceptions of a rule hold at once") for line in lines(found))


def test_a_count_is_called_so():
    found = told(Parking().rule("car", "result", rows("count", "visit", "car")).rows(visit=VISITS), "result")
    assert "count Visit (visit): 3" in lines(found)
    assert "banyaknya Visit (visit): 3" in lines(found, "id")


VISITS = [
    {"id": "2", "minutes": 10},
    {"id": "1", "minutes": 60},
    {"id": "3", "minutes": 90, "day": day("2024-05-08")},
]


def counted() -> Parking:
    """Visits of more than 30 minutes before the 8th count their minutes."""
    early = compare(read("day", DATE), "<", num(day("2024-05-08"), DATE))
    parking = Parking().rule("visit", "long", both(compare(read("minutes"), ">", num(30)), early))
    long = replace(read("long", BOOLEAN), grain="visit")
    parking.rule("visit", "good", when(long, op(read("minutes"), "*", num(2)), num(0)))
    total = rows("sum", "visit", "car", "good")
    return parking.rule("car", "result", total).rows(visit=VISITS)


def test_rows_that_count_stand_before_those_that_do_not():
    found = first(counted()).aggregates[0]
    assert [(row.key[0].value, row.value and row.value.value) for row in found.rows] == [("1", 120), ("2", 0), ("3", 0)]
    first_row = found.rows[0].step
    assert first_row is not None
    assert first_row.filled == (Shown(Fraction(60), PLAIN), " * ", Shown(Fraction(2), PLAIN))


def test_a_row_that_counts_nothing_names_the_first_part_that_is_not_met():
    found = [row.because for row in first(counted()).aggregates[0].rows]
    assert found[0] is None
    assert found[1] is not None
    assert found[2] is not None
    assert found[1].labels == ("The long",)
    assert found[1].condition == ("minutes", " (", Shown(Fraction(10), PLAIN), ")", " > ", Shown(Fraction(30), PLAIN))
    assert found[2].condition[0] == "day"
    assert "- 0: 2, 2024-05-06 (counts nothing, because this is not met: The long: minutes (10) > 30)" in lines(
        told(counted(), "result")
    )


def test_rows_that_where_leaves_out_stand_together():
    short = compare(read("minutes"), "<", num(80))
    parking = Parking().rule("car", "result", rows("count", "visit", "car", where=short)).rows(visit=VISITS)
    found = first(parking).aggregates[0]
    assert [row.key[0].value for row in found.rows] == ["2", "1"]
    assert [[key[0].value for key in left.keys] for left in found.left_out] == [["3"]]


def test_groups_are_named_by_what_tells_them_apart():
    parking = Parking().rule("stay", "total", rows("sum", "visit", "stay", "minutes"))
    parking.rule("car", "result", rows("max", "stay", "car", "total")).rows(visit=VISITS)
    line = first(parking).aggregates[0]
    assert {(row.key, row.value and row.value.value) for row in line.rows} == {
        ((Shown(day("2024-05-06"), DATE),), 70), ((Shown(day("2024-05-08"), DATE),), 90),
    }  # fmt: skip


def test_an_amount_is_explained_once():
    parking = Parking().rule("car", "part", num(4)).rule("car", "one", op(car("part"), "+", num(1)))
    parking.rule("car", "two", op(car("part"), "+", num(2))).rule("car", "result", op(car("one"), "+", car("two")))
    one, two = first(parking).parts
    assert [one.parts[0].repeated, two.parts[0].repeated] == [False, True]
    assert two.parts[0].value == Shown(Fraction(4), PLAIN)


def test_the_branch_not_taken_is_left_out():
    chosen = when(compare(read("weight"), ">", num(1)), read("weight"), op(num(9), "/", num(7)))
    found = first(Parking().rule("car", "result", chosen).rows(car=[{"weight": 5}]))
    assert found.filled == (
        "if ", Shown(Fraction(5), PLAIN), " > ", Shown(Fraction(1), PLAIN), " then ", Shown(Fraction(5), PLAIN),
        " else ", "…",
    )  # fmt: skip


def test_brackets_stand_where_they_must():
    product = op(op(num(1), "+", num(2)), "*", op(num(6), "/", op(num(4), "-", num(1))))
    found = told(Parking().rule("car", "result", op(product, "-", op(num(2), "-", num(1)))), "result")
    assert "with numbers: (1 + 2) * (6 / (4 - 1)) - (2 - 1)" in lines(found)


def test_what_is_missing_and_what_answers_for_it():
    found = told(Parking().rule("car", "result", default(read("weight"), num(3))), "result")
    assert "with numbers: weight (missing) default 3" in lines(found)


def test_a_blocked_person_hears_every_reason_first():
    parking = Parking(ensures={("car", "late"): compare(read("weight"), "<", num(10))}, faults=("permit", "late"))
    parking.rule("car", "result", op(read("permit.free"), "*", num(2))).rows(car=[{"weight": 12}])
    found = told(parking, "result")
    assert [reason.name for reason in found.reasons] == ["permit", "late"]
    assert found.amounts[0].faults == ("permit",)
    text = lines(found)
    assert text.index("- permit: There is no permit") < text.index("- late: He came late") < len(text) - 2
    assert "because this is not met: weight (12) < 10" in text
    assert "Belum dapat dibayar, karena:" in lines(found, "id")


def test_nobody_of_that_key_and_a_rejected_row_are_told_apart():
    parking = Parking().rule("car", "result", num(1))
    plan, inputs = whole(parking, "result"), parking.inputs()
    with pytest.raises(Refused) as unknown:
        explain(plan, inputs, "198001012015031009")
    assert [d.code for d in unknown.value.diagnostics] == ["E810"]
    line = ("car", 4, "nip", " 198001012015031009 ", "duplicate", "")
    names = ("table", "row", "column", "value", "reason", "label")
    rejected = pl.DataFrame([dict(zip(names, line, strict=True))], schema=inputs.rejected.schema)
    with pytest.raises(Refused) as known:
        explain(plan, replace(inputs, rejected=rejected), "198001012015031009")
    assert [d.code for d in known.value.diagnostics] == ["E811"]
    assert known.value.diagnostics[0].arguments["reasons"] == "4: @reason:duplicate"
    for code in ("E810", "E811"):
        for texts in (CODES[code].id, CODES[code].en):
            texts.message.format(**known.value.diagnostics[0].arguments, column="nip")


def test_a_key_that_is_no_nip_is_nobodys():
    parking = Parking().rule("car", "result", num(1))
    with pytest.raises(Refused):
        explain(whole(parking, "result"), parking.inputs(), "Budi")


@pytest.mark.parametrize(
    ("value", "type", "indonesian", "english"),
    [
        (Fraction(2794340), MONEY, "Rp2.794.340", "Rp2,794,340"),
        (Fraction(-5, 2), MONEY, "-Rp2,5", "-Rp2.5"),
        (Fraction(721, 1000), PERCENT, "72,1 %", "72.1 %"),
        (Fraction(490), MINUTES, "490 menit", "490 menit"),
        (Fraction(1, 3), PLAIN, "0,333333…", "0.333333…"),
        (Fraction(-1, 3), PLAIN, "-0,333333…", "-0.333333…"),
        (True, BOOLEAN, "ya", "yes"),
        (day("2024-05-06"), DATE, "2024-05-06", "2024-05-06"),
        (12345, NIP, "000000000000012345", "000000000000012345"),
        (None, PLAIN, "(tidak ada)", "(missing)"),
    ],
)
def test_values_as_text(value, type, indonesian, english):
    assert value_text(Shown(value, type), "id") == indonesian
    assert value_text(Shown(value, type), "en") == english


def test_a_rule_shows_all_decimals_it_stores():
    assert value_text(Shown(Fraction(721, 1000), PERCENT, 2), "id") == "72,10 %"
    assert number_text(Fraction(1234567, 1000), 2, "id") == "1.234,567"
