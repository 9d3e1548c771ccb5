"""Conditions narrow a list of words: a table asked within them needs rows only for the words that can come there."""

from __future__ import annotations

import pytest

from tests.conformance.harness import F, Park, fault, refused, rule

TABLES = """
tables:
  wheels:
    in: {kind: kind}
    out: number
    cells: {small: 4, large: 6}
  seats:
    in: {kind: kind, n: number}
    out: number
    rows:
      - [[small, large], 0..10, 5]
      - [bus, "-", 50]
  sign:
    in: {n: number}
    out: kind
    rows:
      - ["< 10", small]
      - [">= 10", large]
"""
CARS = "A; B kind=large n=7; C kind=bus"


@pytest.mark.parametrize(
    "formula",
    [
        "if kind = bus then 0 else wheels[kind]",
        "if bus = kind then 0 else wheels[kind]",
        "if kind != bus then wheels[kind] else 0",
        "if not (kind = bus) then wheels[kind] else 0",
        "if kind in [small, large] then wheels[kind] else 0",
        "if not (kind in [bus]) then wheels[kind] else 0",
        "if kind = small or kind = large then wheels[kind] else 0",
        "if kind = bus or kind = large and n > 100 then 0 else wheels[kind]",
        "if n >= 0 and kind != bus then wheels[kind] else 0",
        "if kind = bus then 0 else if kind = large then 6 else wheels[kind]",
    ],
)
def test_a_table_without_a_row_for_a_word_that_cannot_come(park: Park, formula: str) -> None:
    """The bus has no row, and nobody with one asks: it gets the 0 of the other branch."""
    park.of("number", formula, {"A": F(4), "B": F(6), "C": F(0)}, more=TABLES, car=CARS, pays="x")


@pytest.mark.parametrize(
    "formula",
    [
        "if kind = small then 0 else wheels[kind]",
        "if kind != bus then 0 else wheels[kind]",
        "if kind = bus and n > 5 then 0 else wheels[kind]",
        "if kind in [small, bus] then wheels[kind] else 0",
        "if kind = small or n > 5 then wheels[kind] else 0",
        "if kind = small or kind = bus then wheels[kind] else 0",
        "if kind in [okind default small] then 0 else wheels[kind]",
        "if not (kind = small and n > 5) then wheels[kind] else 0",
        "if kind = bus then 0 else sum(visit.n) + (if any(visit where wheels[kind] > 4) then 1 else 0)",
        "(if kind = bus then 0 else 1) * wheels[kind]",
    ],
)
def test_a_condition_that_leaves_the_word(park: Park, formula: str) -> None:
    refused(park, "E503", rule("number", formula) + TABLES)


def test_the_row_that_a_condition_speaks_of_is_meant(park: Park) -> None:
    """A car that is no bus may have a visit of one: what is known of the car is not known of its visits."""
    more = TABLES + rule("number", "if pegged then 0 else wheels[kind]", grain="visit")
    more += "    pegged:\n      formula: kind = bus\n"
    refused(park, "E503", more)  # a rule by another name is not read through
    other = TABLES + rule("number", "if kind = bus then 0 else sum(visit.y)")
    other += "  visit:\n    y:\n      unit: number\n      formula: wheels[kind]\n"
    refused(park, "E503", other)


def test_both_keys_are_narrowed(park: Park) -> None:
    """Above 10 there are seats in a bus only."""
    formula = "if kind = bus or n <= 10 then (if kind = bus then seats[kind, n] else seats[kind, min(n, 10)]) else 0"
    expected = {"A": F(5), "B": F(0), "C": F(50)}
    park.of("number", formula, expected, more=TABLES, car="A n=10; B kind=large n=11; C kind=bus n=11", pays="x")
    refused(park, "E503", rule("number", "if kind = bus then 0 else seats[kind, n]") + TABLES)


def test_numbers_are_narrowed_by_a_list_and_by_either_of_two(park: Park) -> None:
    """seats of a small car go up to 10: `in` says so, and so does `or` where both sides do."""
    cars = "A n=10; B n=11; C n=3 kind=large"
    expected = {"A": F(5), "B": F(0), "C": F(5)}
    for condition in ("n in [3, 10]", "n = 3 or n = 10", "n < 4 or n between 9 and 10"):
        formula = f"if kind != bus and ({condition}) then seats[kind, n] else 0"
        park.of("number", formula, expected, more=TABLES, car=cars, pays="x")
    for condition in ("n in [3, 11]", "n = 3 or n = 11", "n < 4 or kind = small", "not (n in [3, 10])"):
        formula = f"if kind != bus and ({condition}) then seats[kind, n] else 0"
        refused(park, "E503", rule("number", formula) + TABLES)


def test_two_columns_of_one_list(park: Park) -> None:
    """Where the other is the same word, both can be only what each can; where it differs, not the one it must be."""
    same = "if kind != bus and (okind default small) = kind then wheels[okind default small] else 0"
    rows = "A; B kind=large okind=large; C kind=bus okind=bus; D kind=large okind=bus"
    park.of("number", same, {"A": F(4), "B": F(6), "C": F(0), "D": F(0)}, more=TABLES, car=rows, pays="x")
    refused(park, "E503", rule("number", "if kind != (okind default small) then wheels[kind] else 0") + TABLES)


def test_a_word_that_is_missing_is_a_fault_still(park: Park) -> None:
    """An empty cell is no word: neither branch is taken, and nothing is looked up."""
    formula = "if okind = bus then 0 else wheels[okind]"
    expected = {"A": fault("okind"), "B": F(6), "C": F(0)}
    park.of("number", formula, expected, more=TABLES, car="A; B okind=large; C okind=bus")


def test_a_rule_is_one_of_the_words_it_can_give(park: Park) -> None:
    """A rule, a table and an `if` of words are known by what they give, on the row of another table too."""
    more = TABLES + rule("kind", "if n > 10 then large else small", name="size") + "    x:\n      unit: number\n"
    more += "      formula: wheels[size] + wheels[sign[n]]\n"
    more += "    after:\n      unit: kind\n      formula: size\n      exceptions:\n"
    more += "        bus:\n          when: kind != bus\n          formula: kind\n"
    more += "    y:\n      unit: number\n      formula: wheels[after]\n"
    more += "  visit:\n    z:\n      unit: number\n      formula: wheels[car.size]\n"
    expected = {"car.x": {"A": F(8), "B": F(10), "C": F(12)}, "car.y": {"A": F(4), "B": F(6), "C": F(6)}}
    expected["visit.z"] = {"1": F(6)}
    park(more, expected, car="A; B kind=large n=10; C kind=bus n=11", visit="1 C", pays="x y")
    refused(park, "E503", more.replace("then large", "then bus"))
    refused(park, "E503", more.replace("when: kind != bus", "when: n > 0"))


def test_the_condition_of_an_exception(park: Park) -> None:
    """Its formula meets what `when` leaves; the rule's own formula any word."""
    more = """
rules:
  car:
    x:
      unit: number
      formula: 1
      exceptions:
        one:
          when: kind in [small, large] and n > 5
          formula: wheels[kind]
"""
    park(more + TABLES, {"car.x": {"A": F(1), "B": F(6), "C": F(1)}}, car=CARS, pays="x")
    refused(park, "E503", more.replace("small, large", "small, bus") + TABLES)
    refused(park, "E503", more.replace("formula: 1", "formula: wheels[kind]") + TABLES)


def test_a_branch_that_nobody_reaches_needs_no_row(park: Park) -> None:
    formula = "if kind = bus then (if kind = small then wheels[kind] else 1) else 2"
    park.of("number", formula, {"A": F(2), "B": F(2), "C": F(1)}, more=TABLES, car=CARS)


def test_only_the_versions_in_force_at_some_time_count(park: Park) -> None:
    """Each version must have the rows that can be asked for."""
    more = """
tables:
  wheels:
    in: {kind: kind}
    out: number
    versions:
      - {effective_from: 2020-01-01, cells: {small: 4, large: 6}}
      - {effective_from: 2026-05-01, cells: {small: 3, large: 8, bus: 9}}
"""
    formula = "if kind = bus then 0 else wheels[kind]"
    park.of("number", formula, {"A": F(3), "B": F(8), "C": F(0)}, more=more, car=CARS)
    park.of("number", formula, {"A": F(4), "B": F(6), "C": F(0)}, more=more, car=CARS, period="2026-04")
    refused(park, "E503", rule("number", formula) + more.replace("small: 3, ", ""))
