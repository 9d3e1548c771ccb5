"""Numbers: the algebra of units, exact fractions, steps that are derived, decimals of outputs."""

from __future__ import annotations

import pytest

from tests.conformance.harness import F, Park, pct, refused, rule


@pytest.mark.parametrize(
    ("unit", "formula", "expected"),
    [
        ("rupiah", "money * share", F(250_000)),  # 1,000,000 x 25 %
        ("rupiah", "share * money", F(250_000)),
        ("persen", "share * share", F(1, 16)),
        ("persen", "share * n", F(3, 4)),
        ("number", "n * m", F(12)),
        ("number", "money / 4 rupiah", F(250_000)),  # a quotient of like units is a number
        ("persen", "money / 1_600_000 rupiah", pct("62.5")),  # or a percentage
        ("menit/hari", "n * 1 menit / 2 hari", F(3, 2)),
        ("rupiah", "money / 1 hari * 3 hari", F(3_000_000)),
        ("menit", "n * 1 menit + 30 menit", F(33)),
        ("rupiah", "-money", F(-1_000_000)),
        ("number", "-n + m", F(1)),
        ("number", "--n", F(3)),
        ("persen", "100% - share", pct("75")),
        ("number", "2 + 3 * n - 1", F(10)),
        ("number", "(2 + 3) * n - 1", F(14)),
        ("number", "n - m - 1", F(-2)),  # from the left
        ("number", "60 / 3 / 2", F(10)),
        ("number", "min(n, m, 2.5)", F(5, 2)),
        ("number", "max(n, m, 2.5)", F(4)),
        ("number", "n / 8", F(3, 8)),
        ("persen", "5% / 300", F(1, 6000)),
        ("persen", "5% / 300 * n", F(1, 2000)),
        ("number", "n / 3 + n / 7", F(10, 7)),
        ("number", "n / 3 * 3", F(3)),
        ("number", "n / -2", F(-3, 2)),
        ("number", "0 * n", F(0)),
        ("number", "0.1 + 0.2", F(3, 10)),
        ("number", "n / 0.3", F(10)),
        ("persen", "0.01% * n", F(3, 10_000)),
        ("", "n / 3 = 1", True),
        ("", "0.1 + 0.2 = 0.3", True),
        ("", "n between 3 and 4", True),
        ("", "n between 1 and 2.99", False),
        ("", "n between 1 and 3", True),
        ("", "n in [1, 3, 5]", True),
        ("", "n in [1, 2.5, 5]", False),
        ("", "n = 3 or n = 4 and flag", True),  # and binds closer
        ("", "(n = 3 or n = 4) and flag", False),
        ("", "not n = 4", True),
        ("", "not flag and n = 3", True),
    ],
)  # fmt: skip
def test_a_formula(park: Park, unit: str, formula: str, expected: object) -> None:
    park.of(unit, formula, expected, car="A n=3 m=4 money=1000000 share=25")


@pytest.mark.parametrize(
    ("unit", "formula", "code"),
    [
        ("rupiah", "money + share", "E301"), ("persen", "share + n", "E301"), ("", "share > n", "E304"),
        ("number", "min(share, n)", "E314"), ("", "money > n", "E304"), ("rupiah", "n", "E317"),
        ("", "note < \"b\"", "E305"), ("number", "year(n)", "E316"), ("", "kind > small", "E305"),
        ("", "kind = train", "E223"), ("number", "n / m", "E331|E330"), ("number", "money / n * n", "E330|E317"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(park: Park, unit: str, formula: str, code: str) -> None:
    for wanted in code.split("|"):
        try:
            refused(park.of, wanted, unit, formula=formula, expected=None)
        except AssertionError:
            if wanted == code.split("|")[-1]:
                raise
        else:
            return


def test_naming_a_part_changes_nothing(park: Park) -> None:
    """7/3 named and multiplied is 7/3 multiplied: 14/3."""
    park(
        """
        rules:
          car:
            third:
              unit: number
              formula: n / 3
            named:
              unit: number
              formula: third * 2
            whole:
              unit: number
              formula: n / 3 * 2
        """,
        {"car.third": F(7, 3), "car.named": F(14, 3), "car.whole": F(14, 3)},
        car="A n=7",
    )


def test_naming_a_part_changes_its_rounding(park: Park) -> None:
    """7/3 rounded is 2, doubled 4; 14/3 rounded is 5."""
    park(
        """
        rules:
          car:
            third:
              unit: number
              formula: n / 3
              round: half_up to 1
            named:
              unit: number
              formula: third * 2
            whole:
              unit: number
              formula: n / 3 * 2
              round: half_up to 1
        """,
        {"car.named": F(4), "car.whole": F(5)},
        car="A n=7",
    )


def test_a_derived_step_is_exact_over_a_chain(park: Park) -> None:
    """5 % / 300 a minute, 450 minutes: 7.5 %; of 999,999: 74,999.925."""
    park(
        """
        parameters:
          rate:
            value: 5%
        rules:
          car:
            a_minute:
              unit: persen
              formula: rate / 300
            cut:
              unit: persen
              formula: a_minute * n
            paid_out:
              unit: rupiah
              formula: money * cut
        """,
        {"car.a_minute": F(1, 6000), "car.cut": pct("7.5"), "car.paid_out": F("74999.925")},
        car="A n=450 money=999999",
    )


def test_a_varying_fraction_must_be_rounded(park: Park) -> None:
    refused(park, "E330", rule("number", "n / k"))


def test_an_output_with_more_decimals_is_refused(park: Park) -> None:
    """A third has no nine decimals."""
    refused(park, "E322", rule("number", "n / 3"), pays="x")


def test_an_output_formula_counts(park: Park) -> None:
    """An eighth has three decimals and fits."""
    park(rule("number", "n / 8"), {"car.x": F(3, 8)}, car="A n=3", pays="x")


def test_parameters_keep_their_own_digits(park: Park) -> None:
    """2.50 x 3 is 7.5; 0.125 poin a minute x 20 minutes is 2.5 poin; -4 stays below zero."""
    park(
        """
        parameters:
          half:
            value: 2.50
          rate:
            value: 0.125 poin/menit
          below:
            value: -4
          nothing:
            value: 0
        rules:
          car:
            a:
              unit: number
              formula: half * n
            b:
              unit: poin
              formula: rate * 20 menit
            c:
              unit: number
              formula: below * n + nothing * n
            d:
              unit: number
              formula: n / below
        """,
        {"car.a": F("7.5"), "car.b": F("2.5"), "car.c": F(-12), "car.d": F(-3, 4)},
        car="A n=3",
    )


def test_a_constant_zero_divisor_is_refused(park: Park) -> None:
    refused(park, "E332", rule("number", "n / 0"))


def test_a_divisor_below_zero_is_refused(park: Park) -> None:
    refused(park, "E331", rule("number", "n / (m - 5)", "down to 1"))


def test_a_strict_bound_on_a_fraction_is_no_whole_step(park: Park) -> None:
    """n / k > 0 does not make it 1: with n = 1, k = 4 the divisor n / k - 0.5 is -0.25, so it must be refused."""
    refused(park, "E331", rule("number", "if n / k > 0 then m / (n / k - 0.5) else 0", "down to 1"))


def test_a_quotient_by_a_fraction_can_be_large(park: Park) -> None:
    """100 / (1 / 50) = 5,000: a divisor 4,999 - x would be below zero, so it must be refused."""
    more = """
        rules:
          car:
            large:
              unit: number
              formula: if n >= 1 then 100 / (n / k) else 0
              round: down to 1
            x:
              unit: number
              formula: m / (4_999 - large)
              round: down to 1
        """
    refused(park, "E331", more)


def test_a_divisor_may_itself_be_a_fraction(park: Park) -> None:
    """7 / (3 / 4) = 28/3 = 9.33."""
    park.of("number", "if n >= 1 then m / (n / k) else 0", F("9.33"), round="down to 0.01", car="A n=3 k=4 m=7")


def test_the_smallest_of_zeros_is_a_zero_of_any_step(park: Park) -> None:
    """6 x 0.3 = 1.8 beside a zero, which has no step of its own."""
    rows = "A n=5; B n=6"
    park.of("number", "if n > 5 then n * 0.3 else min(0, 0)", {"A": F(0), "B": F(18, 10)}, car=rows)
    twice = "(if n > 5 then n * 0.3 else max(0, 0.0, 0)) * 2 + min(0, 0)"
    park.of("number", twice, {"A": F(0), "B": F(36, 10)}, car=rows)
