"""A group that a row reads by its name is told like any other amount: which group, then the rows it is made of."""

from __future__ import annotations

from pathlib import Path

from eremun.explain import explain, render
from tests.conformance.harness import Park

MORE = """
rules:
  stay:
    minutes:
      label: Minutes of a day
      unit: menit
      formula: sum(visit.spent)
  visit:
    of_long_day:
      label: On a long day
      formula: stay.minutes >= 60 menit
    of_day:
      label: Minutes of its day
      unit: menit
      formula: stay.minutes
  car:
    newest:
      label: Minutes of the longest day
      unit: menit
      formula: max(visit.of_day) default 0 menit
    long_visits:
      label: Visits on long days
      unit: number
      formula: count(visit where of_long_day)
"""
VISITS = "1 A 2026-05-04 spent=20; 2 A 2026-05-04 spent=40; 3 A 2026-05-05 spent=59"


def told(folder: Path, pays: str) -> str:
    found = Park(folder).world(MORE, pays=pays, visit=VISITS)
    return render(explain(found.plan, found.inputs, "A"), "en")


def test_the_group_is_named_then_its_rows_are_told(tmp_path: Path) -> None:
    """60 minutes on the 4th, of the visits 1 and 2; the second of them repeats it."""
    text = told(tmp_path, "newest")
    first = text[text.index("- 1, 2026-05-04: 60 menit") : text.index("- 2, 2026-05-04: 60 menit")]
    assert "Minutes of a day (minutes) · Days of a car A, 2026-05-04: 60 menit\n" in first
    assert "formula: sum(visit.spent)\n" in first
    assert "- 1: 20 menit\n" in first
    assert "- 2: 40 menit\n" in first
    assert (
        "Minutes of a day (minutes) · Days of a car A, 2026-05-05: 59 menit\n"
        in text[text.index("- 3, 2026-05-05: 59 menit") :]
    )


def test_what_the_group_lacks_is_why_a_row_is_left_out(tmp_path: Path) -> None:
    text = told(tmp_path, "long_visits")
    assert "Visits on long days (long_visits): 2\n" in text
    assert (
        "left out: 3, 2026-05-05: because this is not met: On a long day: stay.minutes (59 menit) >= 60 menit" in text
    )
