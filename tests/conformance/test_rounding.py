"""Rounding: six modes with ties and negatives, at steps from 100 to 0.01 %, once, at the rule's end."""

from __future__ import annotations

import pytest

from tests.conformance.harness import F, Park, pct

MODES = ("half_up", "half_even", "down", "up", "floor", "ceiling")

# Quarters of 1 from -10 to 10: what each mode makes of n / 4. By hand from the definitions.
TABLE = {
    #           -2.5 -2.25 -1.75 -1.5 -0.5 -0.25  0 0.25 0.5 0.75 1.5 1.75 2.5 2.75
    "half_up":   (-3, -2, -2, -2, -1, 0, 0, 0, 1, 1, 2, 2, 3, 3),
    "half_even": (-2, -2, -2, -2, 0, 0, 0, 0, 0, 1, 2, 2, 2, 3),
    "down":      (-2, -2, -1, -1, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2),
    "up":        (-3, -3, -2, -2, -1, -1, 0, 1, 1, 1, 2, 2, 3, 3),
    "floor":     (-3, -3, -2, -2, -1, -1, 0, 0, 0, 0, 1, 1, 2, 2),
    "ceiling":   (-2, -2, -1, -1, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3),
}  # fmt: skip
QUARTERS = (-10, -9, -7, -6, -2, -1, 0, 1, 2, 3, 6, 7, 10, 11)
# (unit of the rule, what one whole is, its step as text)
STEPS = (
    ("number", "1", "1", F(1)), ("poin", "0.01 poin", "0.01 poin", F(1, 100)), ("rupiah", "100 rupiah", "100 rupiah", F(100)),
    ("persen", "0.01%", "0.01%", pct("0.01")), ("rupiah", "1 rupiah", "1 rupiah", F(1)),
    ("number", "7", "7", F(7)), ("number", "0.3", "0.3", F(3, 10)),
)  # fmt: skip


def cars() -> str:
    """A car for each number of quarters: n - m of them."""
    return "\n".join(f"C{q} n={max(q, 0)} m={max(-q, 0)} k=4" for q in QUARTERS)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("unit", "one", "text", "step"), STEPS[:4])
@pytest.mark.parametrize("divisor", ["4", "k"], ids=["constant", "varying"])
def test_a_mode(park: Park, mode: str, unit: str, one: str, text: str, step: object, divisor: str) -> None:
    expected = {f"C{q}": value * step for q, value in zip(QUARTERS, TABLE[mode], strict=True)}  # type: ignore[operator]
    park.of(unit, f"(n - m) * {one} / {divisor}", expected, round=f"{mode} to {text}", car=cars())


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("unit", "one", "text", "step"), STEPS[5:])
def test_a_step_that_is_no_power_of_ten(park: Park, mode: str, unit: str, one: str, text: str, step: object) -> None:
    expected = {f"C{q}": value * step for q, value in zip(QUARTERS, TABLE[mode], strict=True)}  # type: ignore[operator]
    park.of(unit, f"(n - m) * {one} / k", expected, round=f"{mode} to {text}", car=cars())


@pytest.mark.parametrize("mode", MODES)
def test_odd_divisors_have_no_ties(park: Park, mode: str) -> None:
    """-7/3 = -2.33, -5/3 = -1.67, 5/3, 7/3."""
    numbers = {
        "half_up": (-2, -2, 2, 2), "half_even": (-2, -2, 2, 2), "down": (-2, -1, 1, 2), "up": (-3, -2, 2, 3),
        "floor": (-3, -2, 1, 2), "ceiling": (-2, -1, 2, 3),
    }[mode]  # fmt: skip
    expected = dict(zip(("a", "b", "c", "d"), map(F, numbers), strict=True))
    rows = "a m=7 k=3; b m=5 k=3; c n=5 k=3; d n=7 k=3"
    park.of("number", "(n - m) / k", expected, round=f"{mode} to 1", car=rows)


def test_a_whole_value_is_not_touched(park: Park) -> None:
    """12 to the next 4 up is 12."""
    park.of("number", "n", F(12), round="up to 4", car="A n=12")


def test_rounding_finer_than_the_value(park: Park) -> None:
    park.of("number", "n / 4", F(7, 4), round="down to 0.01", car="A n=7")


def test_both_branches_are_rounded_by_the_rule(park: Park) -> None:
    """7/2 = 3.5 -> 4; 7/4 = 1.75 -> 2; each over its own divisor."""
    expected = {"A": F(4), "B": F(2)}
    formula = "if flag then n / k else n / (m + 1)"
    park.of("number", formula, expected, round="half_up to 1", car="A n=7 k=2 flag=ya; B n=7 m=3 flag=tidak")


def test_min_and_max_of_fractions(park: Park) -> None:
    """min(7/2, 10/3) = 3.33 -> 3.3; max -> 3.5."""
    park(
        """
        rules:
          car:
            low:
              unit: number
              formula: min(n / k, m / (k + 1))
              round: half_up to 0.1
            high:
              unit: number
              formula: max(n / k, m / (k + 1))
              round: half_up to 0.1
        """,
        {"car.low": F("3.3"), "car.high": F("3.5")},
        car="A n=7 k=2 m=10",
    )


def test_a_sum_of_fractions_is_rounded_once(park: Park) -> None:
    """7/2 + 10/3 = 41/6 = 6.83; rounded apart it would be 3.5 + 3.3 = 6.8."""
    park.of("number", "n / k + m / (k + 1)", F("6.83"), round="half_up to 0.01", car="A n=7 k=2 m=10")


def test_comparing_fractions_is_exact(park: Park) -> None:
    """1/3 < 334/1000 and 1/3 > 333/1000."""
    park.of("", "n / k < m / 1000", {"A": True, "B": False}, car="A n=1 k=3 m=334; B n=1 k=3 m=333")


def test_rounding_a_negative_sum(park: Park) -> None:
    """-(5/2) floor -> -3, of -2.5 down -> -2."""
    park.of("number", "-(n / k)", F(-3), round="floor to 1", car="A n=5 k=2")


def test_the_exception_is_rounded_too(park: Park) -> None:
    """80 % of 7/2 is 2.8 -> 2; without exception 7/2 -> 3."""
    park(
        """
        rules:
          car:
            x:
              unit: number
              formula: n / k
              round: down to 1
              exceptions:
                young:
                  when: flag
                  formula: n / k * 0.8
        """,
        {"car.x": {"A": F(2), "B": F(3)}},
        car="A n=7 k=2 flag=ya; B n=7 k=2",
    )


def test_constants_that_all_round_to_nothing(park: Park) -> None:
    """3 and 1 to the next hundred are 0, and 0 is a multiple of every step."""
    park.of("number", "if flag then 3 else 1", {"A": F(0), "B": F(0)}, round="half_even to 100", car="A; B flag=ya")
