"""Exceptions of a rule: none, one, overridden ones, those that collide."""

from __future__ import annotations

import pytest

from tests.conformance.harness import F, Park, fault, refused

TWO, ZERO = "pengecualian_ganda", "pembagian_nol"

RULE = """
rules:
  car:
    ratio:
      unit: number
      formula: n / m
      round: down to 1
    x:
      unit: number
      formula: {formula}
      exceptions:
        one:
          when: {one}
          formula: {first}
        two:
          when: {two}
          formula: {second}
          {overrides}
"""


def text(one: str = "flag", two: str = "kind = bus", overrides: str = "overrides: [one]", **more: str) -> str:
    values = {"formula": "100", "first": "80", "second": "0", **more}
    return RULE.format(one=one, two=two, overrides=overrides, **values)


CARS = "A; B flag=ya; C kind=bus; D flag=ya kind=bus"


def test_none_one_and_two_with_an_override(park: Park) -> None:
    park(text(), {"car.x": {"A": F(100), "B": F(80), "C": F(0), "D": F(0)}}, car=CARS)


def test_two_that_meet_are_a_fault(park: Park) -> None:
    expected = {"A": F(100), "B": F(80), "C": F(0), "D": fault(TWO)}
    park(text(overrides=""), {"car.x": expected}, car=CARS, pays="x", blocked={"D": TWO})


def test_two_that_cannot_meet_are_none(park: Park) -> None:
    park(text(two="not flag", overrides=""), {"car.x": {"A": F(0), "B": F(80), "C": F(0), "D": F(80)}}, car=CARS)


def test_only_the_chosen_formula_is_evaluated(park: Park) -> None:
    """m is 0: `ratio` is a fault where it is chosen, and only there."""
    park(text(first="ratio"), {"car.x": {"A": F(100), "B": fault(ZERO), "C": F(0), "D": F(0)}}, car=CARS)
    park(text(formula="ratio"), {"car.x": {"A": fault(ZERO), "B": F(80), "C": F(0), "D": F(0)}}, car=CARS)


def test_every_condition_is_read(park: Park) -> None:
    """A condition that cannot be told is a fault, even beside one that overrides it."""
    expected = {"A": fault("opt"), "B": F(80), "C": fault("opt"), "D": F(0)}
    rows = "A; B opt=3; C kind=bus; D opt=3 kind=bus"
    park(text(one="opt > 2"), {"car.x": expected}, car=rows)


def test_a_fault_of_a_condition_goes_before_a_collision(park: Park) -> None:
    park(text(one="opt > 2 or ratio > 1", overrides=""), {"car.x": fault("opt")}, car="A kind=bus")


def test_conditions_may_read_a_lookup(park: Park) -> None:
    park(text(one="present(permit)"), {"car.x": {"A": F(80), "B": F(100)}}, car="A; B", permit="A")


def test_overriding_is_transitive(park: Park) -> None:
    """Three overrides two, two overrides one: with one and three only, three holds."""
    more = (
        text()
        + """
        three:
          when: n > 5
          formula: 7
          overrides: [two]
"""
    )
    rows = "A n=9; B flag=ya n=9; C kind=bus n=9; D flag=ya kind=bus n=9; E flag=ya kind=bus"
    park(more, {"car.x": {"A": F(7), "B": F(7), "C": F(7), "D": F(7), "E": F(0)}}, car=rows)


def test_one_overrides_two_of_three(park: Park) -> None:
    """The overridden drop out; the two that are left collide with nobody but each other."""
    more = (
        text(overrides="")
        + """
        three:
          when: n > 5
          formula: 7
          overrides: [one]
"""
    )
    rows = "A flag=ya n=9; B flag=ya kind=bus n=9; C flag=ya kind=bus; D kind=bus n=9"
    park(more, {"car.x": {"A": F(7), "B": fault(TWO), "C": fault(TWO), "D": fault(TWO)}}, car=rows)


def test_an_exception_of_a_truth(park: Park) -> None:
    more = """
rules:
  car:
    x:
      formula: n > 5
      exceptions:
        always:
          when: flag
          formula: true
"""
    park(more, {"car.x": {"A": False, "B": True, "C": True}}, car="A; B flag=ya; C n=6")


def test_an_exception_of_an_enum(park: Park) -> None:
    more = """
rules:
  car:
    x:
      unit: kind
      formula: kind
      exceptions:
        always:
          when: flag
          formula: large
"""
    park(more, {"car.x": {"A": "bus", "B": "large"}}, car="A kind=bus; B kind=bus flag=ya")


@pytest.mark.parametrize("overrides", ["overrides: [three]", "overrides: [two]"])
def test_overriding_what_is_not_there_is_refused(park: Park, overrides: str) -> None:
    refused(park, "E249", text(overrides=overrides))


def test_steps_of_an_exception_join(park: Park) -> None:
    """0.25 and 1/3 both stay exact."""
    more = text(formula="0.25 * n", first="n / 3", second="0")
    park(more, {"car.x": {"A": F(1, 4), "B": F(1, 3)}}, car="A n=1; B n=1 flag=ya")


NARROWED = """
tables:
  band:
    label: From one on
    in: {n: number}
    out: number
    from: {1: 10, 5: 20}
rules:
  car:
    x:
      unit: number
      formula: 7
      exceptions:
        some:
          when: WHEN
          formula: FORMULA
      round: down to 1
"""


@pytest.mark.parametrize(
    ("when", "formula", "expected"),
    [
        ("n >= 1", "band[n]", {"A": F(7), "B": F(10), "C": F(20)}),  # no row of the table for 0
        ("flag and n > 0", "band[n]", {"A": F(7), "B": F(7), "C": F(20)}),
        ("m > 0", "n / m", {"A": F(7), "B": F(7), "C": F(2)}),  # 5 / 2, and m is 0 elsewhere
        ("n - m > 0", "k / (n - m)", {"A": F(7), "B": F(100), "C": F(33)}),  # 100 / 1, 100 / 3; for A 0
        ("present(opt) and opt > 2", "opt", {"A": F(7), "B": F(7), "C": F(3)}),
    ],
)  # fmt: skip
def test_a_condition_narrows_what_its_formula_meets(park: Park, when: str, formula: str, expected: object) -> None:
    """As an `if` does: what the condition excludes is neither a gap of the table nor a divisor below nought or 0."""
    more = NARROWED.replace("WHEN", when).replace("FORMULA", formula)
    park(more, {"car.x": expected}, car="A k=100; B n=1 k=100; C n=5 m=2 k=100 opt=3 flag=ya", pays="x")


@pytest.mark.parametrize(
    ("when", "formula", "code"),
    [("n >= 0", "band[n]", "E503"), ("m > 0", "k / (n - m)", "E331"), ("not (n >= 1)", "band[n]", "E503")],
)
def test_a_condition_that_does_not_narrow(park: Park, when: str, formula: str, code: str) -> None:
    refused(park, code, NARROWED.replace("WHEN", when).replace("FORMULA", formula))


def test_the_rule_itself_is_not_narrowed(park: Park) -> None:
    """Where no exception holds the rule's own formula counts, for whatever the data have."""
    more = (
        NARROWED.replace("WHEN", "n < 1")
        .replace("FORMULA", "7")
        .replace("formula: 7\n      exc", "formula: band[n]\n      exc")
    )
    refused(park, "E503", more)
