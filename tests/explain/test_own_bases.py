"""What is cited is what the version and the row rest on that applied."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun.explain import explain, render
from tests.conformance.harness import Park
from tests.conformance.test_own_bases import FORMS, LATER, fees

VERSIONS = """
parameters:
  levy:
    label: Levy
    basis: act article 0
    versions:
      - {effective_from: 2020-01-01, value: 1 rupiah}
      - {effective_from: 2026-05-16, value: 2 rupiah, basis: act article 2}
tables:
  toll:
    label: Fee
    in: {kind: kind}
    out: rupiah
    versions:
      - {effective_from: 2020-01-01, cells: {small: 10, large: 10, bus: 10}, basis: act article 3}
      - {effective_from: 2026-05-16, cells: {small: 20, large: 20, bus: 20}, basis: act article 4}
rules:
  visit:
    x:
      label: Due
      unit: rupiah
      basis: act article 7
      versions:
        - effective_from: 2020-01-01
          formula: toll[kind] + levy
        - effective_from: 2026-05-16
          basis: act article 6
          formula: toll[kind] + levy
  car:
    y:
      label: All
      unit: rupiah
      formula: sum(visit.x)
"""
ROWS = """  car:
    y:
      label: All
      unit: rupiah
      formula: sum(visit.x)
"""


def told(tmp_path: Path, more: str, visit: str) -> str:
    found = Park(tmp_path).world(more, pays="y", visit=visit)
    return render(explain(found.plan, found.inputs, "A"), "en")


def articles(text: str) -> list[str]:
    return [line.rpartition("article ")[2].removesuffix(" (act)") for line in text.splitlines() if "article" in line]


@pytest.mark.parametrize(("day", "expected"), [("2026-05-15", ["7", "0", "3"]), ("2026-05-16", ["6", "2", "4"])])
def test_the_version_of_the_day_is_cited(tmp_path: Path, day: str, expected: list[str]) -> None:
    """The rule's own article holds for the version that says nothing; the parameter's likewise."""
    assert articles(told(tmp_path, VERSIONS, f"1 A {day}")) == expected


def test_on_a_later_row_the_other_version_is_cited_too(tmp_path: Path) -> None:
    assert articles(told(tmp_path, VERSIONS, "1 A 2026-05-15; 2 A 2026-05-16")) == ["7", "0", "3", "6", "2", "4"]


def test_a_parameter_that_changes_under_the_same_rule_is_told_again(tmp_path: Path) -> None:
    """Within the month of one rule without versions: its value, since when, its article."""
    plain = (
        VERSIONS[: VERSIONS.index("rules:")]
        + "rules:\n  visit:\n    x:\n      label: Due\n      unit: rupiah\n      formula: levy\n"
        + ROWS
    )
    text = told(tmp_path, plain.replace("tables:", "tables:\n"), "1 A 2026-05-15; 2 A 2026-05-16; 3 A 2026-05-17")
    assert text.count("parameter Levy: Rp1 (since 2020-01-01)") == 1
    assert text.count("parameter Levy: Rp2 (since 2026-05-16)") == 1
    assert articles(text) == ["0", "2"]


@pytest.mark.parametrize("form", [form for form in FORMS if form != "file"])
def test_the_row_that_held_is_cited(tmp_path: Path, form: str) -> None:
    """A row that says nothing rests on what its chapter does (the act, without an article)."""
    text = told(tmp_path, fees(form) + ROWS, "1 A kind=small n=9; 2 A kind=small n=10; 3 A kind=large n=9")
    lines = [line.strip() for line in text.splitlines()]
    bases = [line for line in lines if line.startswith(("basis", "assumption"))]
    # The chapter under both rules; under the look of each row what it rests on.
    assert bases == [
        "basis: The parking act (act)", "basis: act", "basis: act", "basis: act, article 2",
        "assumption: Nobody knows (guess)",
    ]  # fmt: skip
    assert lines.index("basis: act, article 2") > next(i for i, line in enumerate(lines) if "[small, 10]" in line)


def test_of_several_rows_each_is_cited(tmp_path: Path) -> None:
    more = """
tables:
  layers:
    label: Layers
    in: {money: rupiah}
    out: persen
    basis: act article 1
    marginal:
      0: 5%
      1000: {value: 10%, basis: act article 2}
      2000: {value: 20%, basis: act article 3}
rules:
  car:
    y:
      label: All
      unit: rupiah
      formula: layers[money]
      round: down to 1 rupiah
"""
    found = Park(tmp_path).world(more, pays="y", car="A money=1500")
    lines = [line.strip() for line in render(explain(found.plan, found.inputs, "A"), "en").splitlines()]
    at = next(place for place, line in enumerate(lines) if line.startswith("table Layers"))
    assert lines[at + 1 : at + 5] == [
        "row >= Rp0 and < Rp1,000: 5 % of Rp1,000 = Rp50", "row >= Rp1,000 and < Rp2,000: 10 % of Rp500 = Rp50",
        "basis: act, article 2", "basis: act, article 1",
    ]  # fmt: skip


ALL = """  car:
    z:
      label: All
      unit: rupiah
      formula: sum(visit.x)
"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [("09", ["5", "1", "0"]), ("10", ["5", "2", "0"]), ("11", ["6", "2", "0"]), ("12", ["6", "2", "4"])],
)
def test_a_version_that_says_only_what_it_rests_on_is_cited(tmp_path: Path, day: str, expected: list[str]) -> None:
    found = Park(tmp_path).world(LATER + ALL, pays="z", visit=f"1 A 2026-05-{day}")
    assert articles(render(explain(found.plan, found.inputs, "A"), "en")) == expected


def test_it_is_cited_again_on_the_row_from_which_it_is_another(tmp_path: Path) -> None:
    rows = "1 A 2026-05-09; 2 A 2026-05-09 kind=bus; 3 A 2026-05-11; 4 A 2026-05-12 kind=large"
    found = Park(tmp_path).world(LATER + ALL, pays="z", visit=rows)
    text = render(explain(found.plan, found.inputs, "A"), "en")
    assert articles(text) == ["5", "1", "0", "6", "2", "9"]  # the row of the large keeps its own
    assert text.count(": Rp1 (since 2020-01-01)") == 2


def test_a_basis_that_ends(tmp_path: Path) -> None:
    """From the 19th to the 21st article 7; after it the chapter's again."""
    for day, expected in (("18", []), ("19", ["7"]), ("21", ["7"]), ("22", [])):
        found = Park(tmp_path).world(LATER + ALL, pays="z", visit=f"1 A 2026-05-{day} kind=large")
        assert articles(render(explain(found.plan, found.inputs, "A"), "en")) == [*expected, "9"]


def test_the_day_of_law_of_the_rule_chooses(tmp_path: Path) -> None:
    """Two rules of the month; one reads the law of its last day."""
    more = """
rules:
  car:
    first:
      label: First
      unit: rupiah
      versions:
        - effective_from: 2020-01-01
          basis: act article 1
          formula: money
        - {effective_from: 2026-05-16, basis: act article 2}
    last:
      label: Last
      unit: rupiah
      date: period.end
      versions:
        - effective_from: 2020-01-01
          basis: act article 3
          formula: money
        - {effective_from: 2026-05-16, basis: act article 4}
"""
    found = Park(tmp_path).world(more, pays="first last")
    assert sorted(articles(render(explain(found.plan, found.inputs, "A"), "en"))) == ["1", "4"]
