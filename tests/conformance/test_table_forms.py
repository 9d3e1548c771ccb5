"""Forms of tables: thresholds within a key, exclusive thresholds, progressive sums, hit policies, cells in a CSV file."""

from __future__ import annotations

import pytest

from tests.conformance.harness import F, Park, pct, refused, write_pack

ABOVE = """
tables:
  rate:
    label: Share above a sum
    in: {kind: kind, money: rupiah}
    out: persen
    above:
      small: {-1: 0%, 5_400: 0.25%, 5_650: 0.5%}
      large: {-1: 0%, 6_200: 0.25%}
      bus: {-1: 7%}
rules:
  car:
    x:
      unit: persen
      formula: rate[kind, money]
"""


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("kind=small money=0", pct("0")),
        ("kind=small money=5400", pct("0")),  # up to and including
        ("kind=small money=5401", pct("0.25")),
        ("kind=small money=5650", pct("0.25")),
        ("kind=small money=5651", pct("0.5")),
        ("kind=large money=6200", pct("0")),
        ("kind=large money=6201", pct("0.25")),
        ("kind=bus money=1000000000", pct("7")),
    ],
)
def test_thresholds_above_within_a_key(park: Park, cells: str, expected: object) -> None:
    park(ABOVE, {"car.x": expected}, car=f"A {cells}")


OPEN = """
tables:
  rate:
    label: Share of a difference, which may be below nought
    in: {gap: rupiah}
    out: persen
    FORM: {"-": 1%, -100: 2%, 5_400: 3%}
rules:
  car:
    x:
      unit: persen
      formula: rate[money - 1_000_000 rupiah]
"""


@pytest.mark.parametrize(
    ("form", "money", "expected"),
    [
        ("above", 0, "1"), ("above", 999_900, "1"), ("above", 999_901, "2"), ("above", 1_005_400, "2"),
        ("above", 1_005_401, "3"), ("from", 0, "1"), ("from", 999_899, "1"), ("from", 999_900, "2"),
        ("from", 1_005_399, "2"), ("from", 1_005_400, "3"),
    ],
)  # fmt: skip
def test_the_lowest_threshold_may_be_open(park: Park, form: str, money: int, expected: str) -> None:
    """Money less a million: from -1,000,000 upwards, and no threshold lies so low."""
    park(OPEN.replace("FORM", form), {"car.x": pct(expected)}, car=f"A money={money}")


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ('above: {0: 1%, "-": 2%}', "E203"), ('marginal: {"-": 1%, 5: 2%}', "E203"), ('from: {"-": 1%, "-": 2%}', "E103"),
        ('above: {"-": 1%, 5: 2%, 4: 3%}', "E220"),
    ],
)  # fmt: skip
def test_only_the_lowest_threshold_may_be_open(park: Park, cells: str, code: str) -> None:
    refused(park, code, OPEN.replace('FORM: {"-": 1%, -100: 2%, 5_400: 3%}', cells))


def test_nothing_but_an_open_threshold(park: Park) -> None:
    one = OPEN.replace('FORM: {"-": 1%, -100: 2%, 5_400: 3%}', 'above: {"-": 7%}')
    park(one, {"car.x": pct("7")}, car="A money=5")


MARGINAL = """
tables:
  tax:
    label: Progressive rates
    in: {money: rupiah}
    out: persen
    marginal: {0: 5%, 60_000_000: 15%, 250_000_000: 25%, 500_000_000: 30%}
rules:
  car:
    x:
      unit: rupiah
      formula: tax[money]
      round: down to 1 rupiah
"""


@pytest.mark.parametrize(
    ("money", "expected"),
    [
        (0, 0),
        (1, 0),  # 0.05
        (60_000_000, 3_000_000),
        (60_000_007, 3_000_001),  # 3,000,000 + 1.05
        (250_000_000, 31_500_000),  # 3,000,000 + 190,000,000 x 15 %
        (300_000_000, 44_000_000),  # + 50,000,000 x 25 %
        (500_000_000, 94_000_000),  # + 200,000,000 x 25 % more
        (1_000_000_000, 244_000_000),  # + 500,000,000 x 30 %
    ],
)
def test_a_progressive_sum(park: Park, money: int, expected: int) -> None:
    park(MARGINAL, {"car.x": F(expected)}, car=f"A money={money}")


def test_a_progressive_sum_within_a_key(park: Park) -> None:
    more = """
tables:
  tax:
    label: Progressive rates by kind
    in: {kind: kind, money: rupiah}
    out: persen
    marginal:
      small: {0: 10%, 100: 20%}
      large: {0: 50%}
      bus: {0: 0%, 10: 100%}
rules:
  car:
    x:
      unit: rupiah
      formula: tax[kind, money]
"""
    expected = {
        "A": F(30),  # 100 x 10 % + 100 x 20 %
        "B": F(100),  # 200 x 50 %
        "C": F(190),  # (200 - 10) x 100 %
    }
    park(more, {"car.x": expected}, car="A kind=small money=200; B kind=large money=200; C kind=bus money=200")


COLLECT = """
tables:
  charge:
    label: Charges that add up
    in: {{kind: kind, n: number}}
    out: rupiah
    hit: {hit}
    rows:
      - [small, "-", 7]
      - [[small, large], ">= 10", 100]
      - ["-", 10..20, 5]
      - [bus, "< 10", 1]
      - [large, "< 10", 2]
rules:
  car:
    x:
      unit: {unit}
      formula: charge[kind, n]
"""


@pytest.mark.parametrize(
    ("hit", "expected"),
    [
        # rows that hold: A none but 7; B 7, 100, 5; C 5; D 1; E 100
        ("collect sum", {"A": F(7), "B": F(112), "C": F(5), "D": F(1), "E": F(100)}),
        ("collect min", {"A": F(7), "B": F(5), "C": F(5), "D": F(1), "E": F(100)}),
        ("collect max", {"A": F(7), "B": F(100), "C": F(5), "D": F(1), "E": F(100)}),
        ("collect count", {"A": F(1), "B": F(3), "C": F(1), "D": F(1), "E": F(1)}),
        ("first", {"A": F(7), "B": F(7), "C": F(5), "D": F(1), "E": F(100)}),
    ],
)
def test_several_rows_hold(park: Park, hit: str, expected: dict[str, object]) -> None:
    unit = "number" if hit.endswith("count") else "rupiah"
    more = COLLECT.format(hit=hit, unit=unit).replace('[bus, "< 10", 1]', '[bus, "-", 1]') if hit != "collect sum" else (
        COLLECT.format(hit=hit, unit=unit))  # fmt: skip
    cars = "A kind=small n=1; B kind=small n=10; C kind=bus n=20; D kind=bus n=9; E kind=large n=21"
    if hit != "collect sum":  # there every argument must meet a row
        expected = dict(expected)
        expected["C"] = {"collect min": F(1), "collect max": F(5), "collect count": F(2), "first": F(5)}[hit]
    park(more, {"car.x": expected}, car=cars)


def test_cells_in_a_file(park: Park) -> None:
    more = """
tables:
  rate:
    label: Share above a sum
    in: {kind: kind, money: rupiah}
    out: persen
    above:
      file: rates.csv
      columns: [kind, above, percent]
rules:
  car:
    x:
      unit: persen
      formula: rate[kind, money]
"""
    folder = park.folder / "pack"
    write_pack(folder)
    rows = "above,kind,percent,remark\n-1,small,0,a\n1000,small,2.5,b\n-1,large,1,\n-1,bus,3.25,\n"
    (folder / "rates.csv").write_text(rows, encoding="utf-8")
    expected = {"A": pct("0"), "B": pct("2.5"), "C": pct("1"), "D": pct("3.25")}
    cars = "A kind=small money=1000; B kind=small money=1001; C kind=large money=5; D kind=bus money=0"
    park(more, {"car.x": expected}, car=cars)


def test_a_progressive_sum_within_a_key_in_a_file(park: Park) -> None:
    """The word stands on every line; its rows are one sum, whichever lines they stand on."""
    more = """
tables:
  tax:
    label: Progressive rates by kind
    in: {kind: kind, money: rupiah}
    out: persen
    marginal:
      file: rates.csv
      columns: [kind, above, percent]
rules:
  car:
    x:
      unit: rupiah
      formula: tax[kind, money]
"""
    folder = park.folder / "pack"
    write_pack(folder)
    rows = "kind,above,percent\nsmall,0,10\nbus,0,0\nlarge,0,50\nsmall,100,20\nbus,10,100\n"
    (folder / "rates.csv").write_text(rows, encoding="utf-8")
    expected = {
        "A": F(30),  # 100 x 10 % + 100 x 20 %
        "B": F(100),  # 200 x 50 %
        "C": F(190),  # (200 - 10) x 100 %
    }
    park(more, {"car.x": expected}, car="A kind=small money=200; B kind=large money=200; C kind=bus money=200")


def test_two_thousand_rows_beside_an_equality(park: Park) -> None:
    """Kind k in thousands: row i of it holds from 10 i; the cell is 1,000 k + i."""
    lines = "\n".join(
        f"      - [{kind}, {10 * i}..{10 * i + 9}, {1000 * k + i}]"
        for k, kind in enumerate(["small", "large"], 1)
        for i in range(1000)
    )
    more = f"""
tables:
  big:
    label: Many rows
    in: {{kind: kind, n: number}}
    out: number
    rows:
{lines}
      - [bus, "-", 7]
rules:
  car:
    y:
      unit: number
      formula: n * 9 + m
    x:
      unit: number
      formula: if y <= 9_999 then big[kind, y] else 0
"""
    expected = {"A": F(1000), "B": F(1999), "C": F(2450), "D": F(7)}
    cars = "A kind=small n=0 m=0; B kind=small n=1000 m=999; C kind=large n=500 m=4; D kind=bus n=3 m=4"
    park(more, {"car.x": expected}, car=cars)


def test_two_ranges_and_an_equality(park: Park) -> None:
    more = """
tables:
  grid:
    label: Two ranges
    in: {n: number, share: persen, kind: kind}
    out: {a: rupiah, b: kind}
    rows:
      - [0..10, "<= 50%", small, 1, bus]
      - [0..10, "> 50%", small, 2, large]
      - ["> 10", "-", small, 3, small]
      - ["-", "-", [large, bus], 4, bus]
rules:
  car:
    x:
      unit: rupiah
      formula: grid[n, share, kind].a
    y:
      unit: kind
      formula: grid[n, share, kind].b
"""
    cars = """A n=10 share=50 kind=small
B n=10 share=50.01 kind=small
C n=11 share=200 kind=small
D n=0 share=0 kind=bus"""
    expected = {"car.x": {"A": F(1), "B": F(2), "C": F(3), "D": F(4)},
                "car.y": {"A": "bus", "B": "large", "C": "small", "D": "bus"}}  # fmt: skip
    park(more, expected, car=cars)


def test_two_thousand_rows_with_own_brackets_for_each_pair(park: Park) -> None:
    """Pair (i, j), i and j up to 19, has thresholds of its own: 0 and 1,000 b + 20 i + j for b = 1 to 4; bracket b of
    it gives 10,000 i + 100 j + b. In all 20 x 20 x 5 rows."""
    entries = ", ".join(
        f"{i}: {{{', '.join(f'{j}: {{{_brackets(i, j)}}}' for j in range(20))}}}" for i in range(20)
    )  # fmt: skip
    more = f"""
tables:
  big:
    label: Brackets of each pair
    in: {{n: number, m: number, money: rupiah}}
    out: number
    from: {{{entries}}}
rules:
  car:
    x:
      unit: number
      formula: if n <= 19 and m <= 19 then big[n, m, money] else -1
"""
    cars = """A n=0 m=0 money=999
B n=0 m=0 money=1000
C n=19 m=18 money=1397
D n=19 m=18 money=1398
E n=7 m=3 money=4143
F n=7 m=3 money=4142
G n=20 m=3 money=4142"""
    expected = {
        "A": F(0), "B": F(1),
        "C": F(191_800), "D": F(191_801),  # 1,000 + 20 x 19 + 18 = 1,398
        "E": F(70_304), "F": F(70_303),  # 4,000 + 20 x 7 + 3 = 4,143
        "G": F(-1),
    }  # fmt: skip
    park(more, {"car.x": expected}, car=cars)


def _brackets(i: int, j: int) -> str:
    starts = [0, *(1000 * b + 20 * i + j for b in (1, 2, 3, 4))]
    return ", ".join(f"{start}: {10_000 * i + 100 * j + b}" for b, start in enumerate(starts))


def test_two_thousand_rows_of_three_ranges(park: Park) -> None:
    """n in tens (0..9, 10..19, …, 50 of them); under the i-th, m in stretches of 50 from i on (20 of them, the first
    and last without an end); under the j-th of those, money up to 10 i + j or above it. Cells 1,000 i + 10 j + 0 or 1."""
    lines = "\n".join(
        f'      - [{10 * i}..{10 * i + 9}, {_stretch(i, j)}, "{sign} {10 * i + j}", {1000 * i + 10 * j + above}]'
        for i in range(50)
        for j in range(20)
        for above, sign in enumerate(("<=", ">"))
    )
    more = f"""
tables:
  big:
    label: Ranges within ranges
    in: {{n: number, m: number, money: rupiah}}
    out: number
    rows:
{lines}
rules:
  car:
    x:
      unit: number
      formula: if n < 500 then big[n, m, money] else -1
"""
    cars = """A n=0 m=0 money=0
B n=9 m=0 money=1
C n=10 m=50 money=10
D n=10 m=51 money=11
E n=499 m=1000 money=509
F n=499 m=1000 money=510
G n=499 m=98 money=490
H n=500 m=98 money=490"""
    expected = {
        "A": F(0), "B": F(1),  # up to 0, above it
        "C": F(1000), "D": F(1010),  # 50 is before 1 + 50; 51 is not, and 11 is up to 10 + 1
        "E": F(49_190), "F": F(49_191),  # i = 49, j = 19: up to 490 + 19, above it
        "G": F(49_000),  # 98 is before 49 + 50
        "H": F(-1),
    }  # fmt: skip
    park(more, {"car.x": expected}, car=cars)


def _stretch(i: int, j: int) -> str:
    """The j-th of 20 stretches, cut at i + 50, i + 100, …"""
    low, high = i + 50 * j, i + 50 * (j + 1) - 1
    return f'"<= {high}"' if j == 0 else f'">= {low}"' if j == 19 else f"{low}..{high}"
