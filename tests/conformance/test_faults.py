"""Faults count only where their value is used; missing is not false; division by zero is a fault."""

from __future__ import annotations

import pytest

from eremun.api import load
from tests.conformance.harness import MISSING, F, Park, fault, refused, rule

ZERO = "pembagian_nol"
BROKEN = """
rules:
  car:
    ratio:
      unit: number
      formula: n / m
      round: down to 0.1
"""


def test_n_by_zero_is_a_fault(park: Park) -> None:
    park(BROKEN, {"car.ratio": {"A": F("3.5"), "B": fault(ZERO), "C": fault(ZERO)}}, car="A n=7 m=2; B n=7; C n=0 m=0")


def test_a_divisor_that_is_zero_however_computed(park: Park) -> None:
    """0 x n is no constant zero to the author, and always zero: a fault where it is used."""
    expected = {"A": fault(ZERO), "B": F(7)}
    park.of("number", "if flag then n / (0 * n) else 7", expected, round="down to 1", car="A n=3 flag=ya; B n=3")


def test_a_fault_goes_on_to_who_reads_it(park: Park) -> None:
    more = BROKEN + "    x:\n      unit: number\n      formula: ratio + 1\n"
    park(more, {"car.x": {"A": F("4.5"), "B": fault(ZERO)}}, car="A n=7 m=2; B n=7", pays="x", blocked={"B": ZERO})


def test_nobody_is_blocked_by_what_no_output_reads(park: Park) -> None:
    more = BROKEN + "    x:\n      unit: number\n      formula: n + 1\n"
    park(more, {"car.x": F(8), "car.ratio": fault(ZERO)}, car="A n=7 m=0", pays="x")


def test_an_untaken_branch_costs_nothing(park: Park) -> None:
    more = BROKEN + "    x:\n      unit: number\n      formula: if m > 0 then ratio else 0\n"
    park(more, {"car.x": {"A": F("3.5"), "B": F(0)}}, car="A n=7 m=2; B n=7 m=0", pays="x")


def test_an_untaken_division_costs_nothing(park: Park) -> None:
    """7 / 2 down to 1 is 3; the other branch would divide by 0."""
    expected = {"A": F(3), "B": F(7)}
    park.of("number", "if m > 0 then n / m else n", expected, round="down to 1", car="A n=7 m=2; B n=7", pays="x")


def test_a_taken_division_is_at_fault(park: Park) -> None:
    expected = {"A": fault(ZERO), "B": F(7)}
    park.of("number", "if flag then n / m else n", expected, round="down to 1", car="A n=7 flag=ya; B n=7")


def test_a_faulty_condition_is_a_fault(park: Park) -> None:
    park(BROKEN + "    x:\n      formula: if ratio > 1 then flag else flag\n", {"car.x": fault(ZERO)}, car="A n=7")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("m > 0 and ratio > 1", False),  # decided by the left side
        ("m = 0 or ratio > 1", True),
        ("ratio > 1 and m > 0", fault(ZERO)),  # the left side is read first
        ("ratio > 1 or m = 0", fault(ZERO)),
        ("flag and m > 0 and ratio > 1", False),
        ("not (m > 0 and ratio > 1)", True),
        ("not ratio > 1", fault(ZERO)),
        ("if m > 0 and ratio > 1 then true else false", False),
        ("if m = 0 then true else ratio > 1", True),
        ("m != 0 and n / m > 1", False),
        ("(m > 0 or n / m > 1) and flag", fault(ZERO)),
        ("true or ratio > 1", True),
        ("false and ratio > 1", False),
    ],
)
def test_decided_and_or(park: Park, formula: str, expected: object) -> None:
    park(BROKEN + f"    x:\n      formula: {formula}\n", {"car.x": expected}, car="A n=7 m=0 flag=ya")


def test_the_left_side_must_decide_to_spare_the_right(park: Park) -> None:
    more = BROKEN + "    x:\n      formula: flag and ratio > 1\n    y:\n      formula: flag or ratio > 1\n"
    expected = {"car.x": {"A": fault(ZERO), "B": False}, "car.y": {"A": True, "B": fault(ZERO)}}
    park(more, expected, car="A flag=ya; B flag=tidak")


def test_every_reason_is_listed(park: Park) -> None:
    more = BROKEN + "    x:\n      unit: number\n      formula: ratio + opt\n"
    park(more, {"car.x": fault(ZERO, "opt")}, car="A n=7", pays="x", blocked={"A": f"{ZERO} opt"})


def test_a_masked_divisor_never_shows(park: Park) -> None:
    """The mask puts 1 for 0: 7 / 1 = 7 must not be told; nor summed."""
    park(
        BROKEN
        + """
  sort:
    x:
      unit: number
      formula: sum(car.ratio where m > 0)
    y:
      unit: number
      formula: sum(car.ratio)
    z:
      unit: number
      formula: count(car where m > 0 and ratio > 3)
""",
        {"sort.x": F("3.5"), "sort.y": fault(ZERO), "sort.z": F(1)},
        car="A n=7 m=2; B n=7 m=0",
    )


def test_a_fault_in_where_is_a_fault_of_the_sum(park: Park) -> None:
    more = BROKEN + "  sort:\n    x:\n      unit: number\n      formula: count(car where ratio > 1)\n"
    park(more, {"sort.x": fault(ZERO)}, car="A n=7 m=2; B n=7")


# Missing


@pytest.mark.parametrize(
    ("formula", "there", "missing"),
    [
        ("opt = 3", True, fault("opt")),
        ("opt != 3", False, fault("opt")),  # not true
        ("opt != 4", True, fault("opt")),
        ("not opt = 3", False, fault("opt")),
        ("present(opt)", True, False),
        ("not present(opt)", False, True),
        ("present(opt) and opt = 3", True, False),
        ("present(opt) and opt != 3", False, False),
        ("not present(opt) or opt = 3", True, True),
        ("opt default 0 = 3", True, False),
        ("(opt default 4) != 3", False, True),
        ("opt in [3, 4]", True, fault("opt")),
        ("opt between 1 and 5", True, fault("opt")),
        ("opt = 3 and present(opt)", True, fault("opt")),  # left to right
        ("if present(opt) then opt = 3 else flag", True, False),
    ],
)
def test_an_empty_number(park: Park, formula: str, there: object, missing: object) -> None:
    park.of("", formula, {"A": there, "B": missing}, car="A opt=3; B")


def test_what_is_computed_of_an_empty_cell_is_never_missing(park: Park) -> None:
    """The cell is needed to add: there is a sum, or the reason why there is none."""
    refused(park, "E319", rule("", "present(opt + 1)"))


@pytest.mark.parametrize(
    ("formula", "there", "missing"),
    [
        ("until = 2026-05-31", True, fault("until")), ("until != 2026-05-31", False, fault("until")),
        ("(until default 2026-01-01) > since", True, True), ("present(until) and until > since", True, False),
        ("agent = owner", False, fault("agent")), ("agent != owner", True, fault("agent")),
        ("present(agent) and agent != owner", True, False),
        ("okind = bus", True, fault("okind")), ("okind != bus", False, fault("okind")),
        ("(okind default small) = small", False, True), ("okind in [small, bus]", True, fault("okind")),
        ("oflag", True, fault("oflag")), ("not oflag", False, fault("oflag")), ("oflag default true", True, True),
        ("oflag default false", True, False), ("present(oflag) and not oflag", False, False),
        ("onote = \"x y\"", True, fault("onote")), ("(onote default \"\") = \"\"", False, True),
        ("onote != note", True, fault("onote")), ("present(onote)", True, False),
    ],
)  # fmt: skip
def test_an_empty_cell_of_every_type(park: Park, formula: str, there: object, missing: object) -> None:
    rows = "A until=2026-05-31 agent=198001012015031002 okind=bus oflag=ya 'onote=x y'; B"
    park.of("", formula, {"A": there, "B": missing}, car=rows)


def test_an_optional_column_itself_is_missing(park: Park) -> None:
    park("", {"car.opt": {"A": F(3), "B": MISSING, "C": F(0)}}, car="A opt=3; B; C opt=0")


def test_a_default_that_is_not_needed_costs_nothing(park: Park) -> None:
    more = BROKEN + "    x:\n      unit: number\n      formula: opt default ratio\n"
    park(more, {"car.x": {"A": F(3), "B": fault(ZERO)}}, car="A opt=3; B")


def test_a_chain_of_defaults(park: Park) -> None:
    rows = "A opt=3; B; C"
    expected = {"A": F(3), "B": F(9), "C": F(7)}
    park.of("number", "opt default (permit.extra default 7)", expected, car=rows, permit="B extra=9; C")


def test_a_looked_up_row(park: Park) -> None:
    """A has a permit, B one without extra, C none."""
    expected = {"A": F(5), "B": fault("extra"), "C": fault("permit")}
    park.of("number", "permit.extra", expected, car="A; B; C", permit="A extra=5; B")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("present(permit)", (True, True, False)),
        ("present(permit.extra)", (True, False, False)),
        ("permit.extra default 0 = 5", (True, False, False)),
        ("present(permit) and permit.free = 30 menit", (True, False, False)),
        ("present(permit) and permit.extra = 5", (True, fault("extra"), False)),
        ("present(permit.extra) and permit.extra = 5", (True, False, False)),
        ("not present(permit) or permit.free > 0 menit", (True, False, True)),
        ("(permit.free default 60 menit) >= 60 menit", (False, False, True)),
        ("permit.free >= 0 menit", (True, True, fault("permit"))),
    ],
)
def test_present_of_a_lookup(park: Park, formula: str, expected: tuple[object, ...]) -> None:
    park.of("", formula, dict(zip("ABC", expected, strict=True)), car="A; B; C", permit="A free=30 extra=5; B free=0")


def test_an_empty_cell_finds_no_row(park: Park) -> None:
    """B's cell is empty; there is a place at 0, and it is not B's."""
    expected = {"A": F(11), "B": fault("place"), "C": F(22), "D": fault("place")}
    more = "    y:\n      formula: present(place)\n"
    found = {"car.y": {"A": True, "B": False, "C": True, "D": False}}
    rows = {"car": "A opt=0; B; C opt=7; D opt=8", "place": "0 size=11; 7 size=22"}
    park.of("number", "place.size", expected, **rows)
    park("rules:\n  car:\n" + more, found, **rows)


def test_an_empty_cell_leads_to_no_row_from_below(park: Park) -> None:
    """At 0 stands A only; B has no cell."""
    park.of(
        "number", "count(car)", {"0": F(1), "7": F(2)}, grain="place", car="A opt=0; B; C opt=7; D opt=7", place="0; 7"
    )


def test_a_value_over_two_relations(park: Park) -> None:
    """A visit's car's permit; of B there is none; the lot's rank is empty."""
    more = "    y:\n      unit: number\n      formula: car.lot.rank\n    z:\n      formula: present(car.permit)\n"
    rows = {"car": "A; B lot=Y", "lot": "Z rank=4; Y", "permit": "A free=30", "visit": "1 A; 2 B"}
    values = {
        "visit.x": {"1": F(30), "2": fault("permit")}, "visit.y": {"1": F(4), "2": fault("rank")},
        "visit.z": {"1": True, "2": False},
    }  # fmt: skip
    park(rule("menit", "car.permit.free", grain="visit") + more, values, **rows)


def test_what_is_missing_two_relations_away(park: Park) -> None:
    """The permit's `extra` is empty, or there is no permit: both are told apart, whether or not asked before."""
    more = """
rules:
  visit:
    guarded:
      formula: present(car.permit) and car.permit.extra = 5
    x:
      unit: number
      formula: car.permit.extra
    asked:
      formula: present(car.permit.extra)
"""
    expected = {
        "visit.x": {"1": F(5), "2": fault("extra"), "3": fault("permit")},
        "visit.guarded": {"1": True, "2": fault("extra"), "3": False},
        "visit.asked": {"1": True, "2": False, "3": False},
    }  # fmt: skip
    park(more, expected, car="A; B; C", permit="A extra=5; B", visit="1 A; 2 B; 3 C")


def test_a_promise_that_only_asks_whether_a_cell_is_there(park: Park) -> None:
    """A run reads no more than it needs: here whether the cell is there, and not what it holds."""
    more = "ensure:\n  car:\n    asked:\n      formula: present(opt)\n"
    park(more, blocked={"B": "asked"}, car="A opt=3; B")
    for engine in ("polars", "duckdb"):
        run = load(park.folder / "pack").plan("2026-05").run(park.folder / "rows", engine)  # type: ignore[arg-type]
        assert (run.results.frames["car"]["@blocked"] == 0).to_list() == [True, False]


def test_min_and_max_of_no_rows_are_missing(park: Park) -> None:
    more = """
    high:
      unit: menit
      formula: max(visit.spent) default -1 menit
    low:
      unit: menit
      formula: min(visit.spent where n > 0) default 0 menit
    there:
      formula: present(max(visit.spent where n > 0))
"""
    park(
        rule("menit", "min(visit.spent)") + more,
        {
            "car.x": {"A": F(5), "B": fault("tidak_ada_baris")}, "car.high": {"A": F(9), "B": F(-1)},
            "car.low": {"A": F(9), "B": F(0)}, "car.there": {"A": True, "B": False},
        },
        car="A; B", visit="1 A spent=5; 2 A spent=9 n=1", pays="x", blocked={"B": "tidak_ada_baris"},
    )  # fmt: skip


def test_a_min_below_zero_is_not_capped_by_the_rows_left_out(park: Park) -> None:
    """-5 and -3: the greatest is -3, not 0; the least of 5 and 3 is 3, not 0."""
    more = """
rules:
  visit:
    below:
      unit: number
      formula: n - m
  car:
    high:
      unit: number
      formula: max(visit.below where kind = bus) default 100
    low:
      unit: number
      formula: min(visit.n where kind = small) default 100
"""
    visits = "1 A m=5 kind=bus; 2 A m=3 kind=bus; 3 A n=5; 4 A n=3"
    park(more, {"car.high": F(-3), "car.low": F(3)}, visit=visits)


def test_min_and_max_of_days(park: Park) -> None:
    """An extreme of days before 1970 is not held at 0."""
    more = """
rules:
  sort:
    first:
      formula: min(car.since) = 1960-02-29
    last:
      formula: max(car.since where flag) = 1965-01-01
"""
    park(
        more,
        {"sort.first": True, "sort.last": True},
        car="A since=1960-02-29; B since=1965-01-01 flag=ya; C since=1970-01-02",
    )
