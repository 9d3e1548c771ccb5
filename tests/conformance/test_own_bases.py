"""Versions and rows that say what they alone rest on: the values are those of the plain forms."""

from __future__ import annotations

import pytest

from eremun.model.resting import bases_of
from tests.conformance.harness import F, Park, pct, refused, write_pack

RULE = """
rules:
  visit:
    x:
      unit: rupiah
      formula: toll[kind, n]
"""
VISITS = "1 A kind=small n=9; 2 A kind=small n=10; 3 A kind=large n=9; 4 A kind=large n=10; 5 A kind=bus n=10"
FORMS = {
    "rows": """
    rows:
      - [small, "< 10", 5]
      - row: [small, ">= 10", 7]
        basis: act article 2
      - row: [large, "< 10", 2]
        assumption: guess
      - {row: [large, ">= 10", 3], basis: act, assumption: guess}
      - [bus, "-", 0]
""",
    "from": """
    from:
      small:
        0: 5
        10: {value: 7, basis: act article 2}
      large:
        0:
          value: 2
          assumption: guess
        10: {value: 3, basis: act, assumption: guess}
      bus: {0: 0}
""",
    "above": """
    above:
      small: {-1: 5, 9: {value: 7, basis: act article 2}}
      large: {-1: {value: 2, assumption: guess}, 9: {value: 3, basis: act, assumption: guess}}
      bus: {-1: 0}
""",
    "file": """
    from:
      file: fees.csv
      columns: [kind, from, fee, assumption, basis]
""",
}
FILE = "kind,basis,from,fee,assumption\nsmall,,0,5,\nsmall,act article 2,10,7,\nlarge,,0,2,guess\nlarge,act,10,3,guess\nbus,,0,0,\n"
OWN = {"small 10": ("act", "article 2", None), "large 0": (None, "", "guess"), "large 10": ("act", "", "guess")}


def fees(form: str) -> str:
    register = "assumptions:\n  guess: {note: Nobody knows}\n"
    head = "tables:\n  toll:\n    in: {kind: kind, n: number}\n    out: rupiah"
    return register + head + FORMS[form] + RULE


@pytest.mark.parametrize("form", FORMS)
def test_a_row_that_rests_on_something_of_its_own(park: Park, form: str) -> None:
    write_pack(park.folder / "pack")
    (park.folder / "pack" / "fees.csv").write_text(FILE, encoding="utf-8")
    expected = {"1": F(5), "2": F(7), "3": F(2), "4": F(3), "5": F(0)}
    world = park(fees(form), {"visit.x": expected}, visit=VISITS)
    rows = world.plan.checked.pack.tables["toll"].versions[0].content
    found = [row.basis and (row.basis.regulation, row.basis.article, row.basis.assumption) for row in rows]
    assert found == [None, *OWN.values(), None]


def test_of_two_results_and_of_cells(park: Park) -> None:
    more = """
tables:
  both:
    in: {kind: kind}
    out: {fee: rupiah, part: persen}
    cells:
      small: [1, 10%]
      large: {value: [2, 20%], basis: act article 2}
      bus: {value: [3, 30%], basis: act article 3}
  layers:
    in: {money: rupiah}
    out: persen
    marginal:
      0: 5%
      1000: {value: 10%, basis: act article 2}
rules:
  car:
    x:
      unit: rupiah
      formula: both[kind].fee
    y:
      unit: persen
      formula: both[kind].part
    z:
      unit: rupiah
      formula: layers[money]
      round: down to 1 rupiah
"""
    # 5 % of 1,000 and 10 % of the next 1,000: 50 + 100.
    expected = {
        "car.x": {"A": F(2), "B": F(3)},
        "car.y": {"A": pct("20"), "B": pct("30")},
        "car.z": {"A": F(150), "B": F(50)},
    }
    park(more, expected, car="A kind=large money=2000; B kind=bus money=1000")


def test_versions_that_rest_on_something_of_their_own(park: Park) -> None:
    more = """
parameters:
  levy:
    versions:
      - {effective_from: 2020-01-01, value: 1 rupiah, basis: act article 1}
      - {effective_from: 2026-05-16, value: 2 rupiah, basis: act article 2}
tables:
  toll:
    in: {kind: kind}
    out: rupiah
    versions:
      - {effective_from: 2020-01-01, cells: {small: 10, large: 10, bus: 10}, basis: act article 3}
      - effective_from: 2026-05-16
        basis: act article 4
        cells: {small: 20, large: 20, bus: 20}
rules:
  visit:
    x:
      unit: rupiah
      versions:
        - effective_from: 2020-01-01
          basis: act article 5
          formula: toll[kind] + levy
        - effective_from: 2026-05-16
          basis: act article 6
          formula: toll[kind] + levy + 100 rupiah
"""
    park(more, {"visit.x": {"1": F(11), "2": F(122)}}, visit="1 A 2026-05-15; 2 A 2026-05-16")


LATER = """
parameters:
  levy:
    versions:
      - {effective_from: 2020-01-01, value: 1 rupiah, basis: act article 1}
      - {effective_from: 2026-05-10, basis: act article 2}
      - {effective_from: 2026-05-16, value: 2 rupiah}
      - {effective_from: 2026-05-20, assumption: guess}
tables:
  toll:
    in: {kind: kind}
    out: rupiah
    basis: act article 0
    versions:
      - effective_from: 2020-01-01
        cells: {small: 10, large: {value: 20, basis: act article 9}, bus: 30}
      - {effective_from: 2026-05-12, basis: act article 4}
assumptions:
  guess: {note: Nobody knows}
rules:
  visit:
    x:
      unit: rupiah
      versions:
        - effective_from: 2020-01-01
          basis: act article 5
          formula: (toll[kind] + levy) / 4
          round: down to 1 rupiah
        - {effective_from: 2026-05-11, basis: act article 6}
        - effective_from: 2026-05-18
          formula: toll[kind] + levy
        - effective_from: 2026-05-19
          effective_to: 2026-05-21
          basis: act article 7
          assumption: guess
    y:
      unit: rupiah
      basis: act article 5
      versions:
        - effective_from: 2020-01-01
          formula: levy / 4
          round: up to 1 rupiah
        - {effective_from: 2026-05-10, basis: act article 6}
"""
DAYS = {"09": "2 1", "10": "2 1", "15": "2 1", "16": "3 1", "17": "3 1", "18": "12 1", "20": "12 1", "22": "12 1"}


def test_a_version_that_says_only_what_it_rests_on(park: Park) -> None:
    """It keeps the content of the version before, and its rounding. (10 + 1) / 4 = 2.75, from the 16th on (10 + 2) / 4
    = 3, from the 18th on 10 + 2 = 12; y: 1/4 and 2/4, rounded up to 1."""
    rows = "; ".join(f"{day} A 2026-05-{day}" for day in DAYS)
    pairs = {day: values.split() for day, values in DAYS.items()}
    expected = {"visit.x": {day: F(x) for day, (x, _) in pairs.items()}}
    expected["visit.y"] = {day: F(y) for day, (_, y) in pairs.items()}
    found = park(LATER, expected, visit=rows)
    assert [key for key in found.plan.checked.pack.rules if "@" in key[1]] == [
        ("visit", "x@2020-01-01"), ("visit", "x@2026-05-18"),
    ]  # fmt: skip


def test_what_is_counted_of_such_versions(park: Park) -> None:
    """Each different basis of an item once: levy has three, since one of its versions rests on the chapter (four with
    it), toll the article of each of two days and that of a row, x four (its third version rests on the chapter) and y
    two; guess twice."""
    bases = list(bases_of(park.world(LATER).plan.checked.pack))
    assert sorted(basis.article for basis in bases if basis.assumption is None) == [
        "", "", "article 0", "article 1", "article 2", "article 4", "article 5", "article 5", "article 6", "article 6",
        "article 9",
    ]  # fmt: skip
    assert [basis.article for basis in bases if basis.assumption is not None] == ["", "article 7"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{effective_from: 2026-05-10, basis: act article 6}", "{effective_from: 2026-05-10}", "E235"),
        ("{effective_from: 2026-05-10, basis: act article 6}", "{effective_from: 2026-05-10, basis: act article 5}", "E235"),
        ("{effective_from: 2026-05-12, basis: act article 4}", "{effective_from: 2026-05-12, basis: act  article 0}", "E235"),
        ("{effective_from: 2026-05-20, assumption: guess}", "{effective_from: 2026-05-20, basis: act}", "E235"),
        ("{effective_from: 2026-05-10, basis: act article 2}", "{effective_from: 2020-01-01, basis: act article 2}", "E216"),
        ("formula: toll[kind] + levy\n", "formula: toll[kind] + levy\n          effective_to: 2026-05-18\n", "E236"),
        ("          formula: levy / 4\n          round: up to 1 rupiah\n", "", "E202"),
        ("basis: act article 4", "basis: other", "E209"),
    ],
)  # fmt: skip
def test_a_version_that_cannot_stay(park: Park, old: str, new: str, code: str) -> None:
    assert LATER.count(old) == 1
    refused(park, code, LATER.replace(old, new))


def test_what_ended_may_come_again(park: Park) -> None:
    """In between the chapter's basis held, so that something changes once more."""
    again = "          assumption: guess\n        - effective_from: 2026-05-25\n          basis: act article 7\n          assumption: guess\n    y:\n"
    found = park.world(LATER.replace("          assumption: guess\n    y:\n", again))
    rests = found.plan.checked.pack.rules["visit", "x@2026-05-18"].later
    assert [(one.effective_from.day, one.content.article) for one in rests] == [(19, "article 7"), (25, "article 7")]
