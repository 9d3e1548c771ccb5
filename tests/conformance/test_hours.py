"""`jam` behind a number is so many times 60 menit, everywhere a number with its unit may stand."""

from __future__ import annotations

import pytest

from eremun.api import load
from tests.conformance.harness import F, Park, pct, refused, rule, write_pack

MORE = """
parameters:
  whole: {value: 5.5 jam}
  odd: {value: 0.001 jam}
tables:
  late:
    in: {time: menit}
    out: persen
    from: {0: 0%, 1 jam: 1%, 150 menit: 2%, 4 jam: 3%}
  pause:
    in: {kind: kind}
    out: menit
    cells: {small: 0.5 jam, large: 45, bus: 1 jam}
  exact:
    in: {time: menit}
    out: number
    rows:
      - [< 1 jam, 1]
      - [1 jam..2 jam, 2]
      - ["> 2 jam", 3]
"""


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("5.5 jam", F(330)), ("n * 1 jam", F(180)), ("whole - 30 menit", F(300)), ("max(2 jam, 119 menit)", F(120)),
        ("if 1 jam = 60 menit then 1_0.25 jam else 0 jam", F(615)), ("-(0.5 jam)", F(-30)), ("0.01 jam", F(3, 5)),
        ("odd * 50", F(3)), ("pause[kind]", F(30)), ("min(n * 25 menit, 1.25 jam)", F(75)),
    ],
)  # fmt: skip
def test_so_many_times_sixty(park: Park, formula: str, expected: object) -> None:
    """n is 3; 10.25 x 60 = 615; 0.01 x 60 = 0.6; 0.001 x 60 x 50 = 3."""
    park.of("menit", formula, expected, more=MORE, car="A n=3")


def test_borders_of_tables(park: Park) -> None:
    rows = "; ".join(f"c{n} n={n}" for n in (59, 60, 149, 150, 239, 240))
    shares = {"c59": "0", "c60": "1", "c149": "1", "c150": "2", "c239": "2", "c240": "3"}
    park.of("persen", "late[n * 1 menit]", {car: pct(share) for car, share in shares.items()}, more=MORE, car=rows)
    places = {"a": F(1), "b": F(2), "c": F(2), "d": F(3)}
    park.of("number", "exact[n * 1 menit]", places, more=MORE, car="a n=59; b n=60; c n=120; d n=121")


def test_rounding_and_shares_of_an_hour(park: Park) -> None:
    """119 menit is one whole hour, 60; 120 two."""
    expected = {"A": F(60), "B": F(120)}
    park.of("menit", "n * 1 menit", expected, round="down to 1 jam", car="A n=119; B n=120")
    park.of("menit", "n * 1 menit", {"A": F(90), "B": F(120)}, round="down to 0.5 jam", car="A n=119; B n=120")


def test_elsewhere_it_is_a_name(park: Park) -> None:
    """A rule may be called jam; behind a number the word is the unit."""
    more = rule("menit", "n * 1 jam", name="jam") + "    x:\n      unit: menit\n      formula: jam + 2 jam\n"
    park(more, {"car.x": F(300)}, car="A n=3")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (rule("jam", "1 jam"), "E214"), (rule("rupiah/jam", "money / 1 jam"), "E214"),
        ("parameters:\n  fee: {value: 100 rupiah/jam}\n", "E214"), (rule("rupiah", "1 jam"), "E317"),
        (rule("menit", "1 jam + 1"), "E301"), (rule("menit", "n * 1 menit", "down to 1 rupiah/jam"), "E224"),
        (rule("rupiah", "money", "down to 1 jam"), "E224"), ("parameters:\n  fee: {value: 5% jam}\n", "E203"),
        (rule("menit", "5 jams"), "E141"),
    ],
)  # fmt: skip
def test_a_unit_of_its_own_it_is_not(park: Park, more: str, code: str) -> None:
    refused(park, code, more)


SHIFT = "inputs:\n  shift:\n    key: [id]\n    columns: {id: {type: text}, long: {type: jam}}\n"


def test_a_column_of_hours_is_refused(park: Park) -> None:
    """Unless a list has that name: then it is meant."""
    refused(park, "E214", SHIFT)
    load(write_pack(park.folder / "listed", "enums:\n  jam: [morning, evening]\n" + SHIFT))
