"""Pairs of rows as they are told: each by what tells it apart from the others of the person."""

from __future__ import annotations

from pathlib import Path

from eremun.explain import explain, render
from tests.conformance import test_pairs as pairs
from tests.conformance import test_spells as spells
from tests.conformance.harness import Park

RULES = """
rules:
  presence:
    x:
      label: Wage of the day
      unit: number
      formula: held.wage default 0
  car:
    y:
      label: All wages
      unit: number
      formula: sum(presence.x)
"""


def test_a_pair_is_told_by_its_day(tmp_path: Path) -> None:
    """A's spells give 1 on the 3rd, 2 on the 4th, nothing on the 11th, 3 on the 31st: 6."""
    inputs = spells.with_posts().replace("groups:\n", f"{pairs.DAYS}groups:\n{pairs.PAIRS}")
    rows = {"car": "A; B", "post": spells.POSTS, "calendar": pairs.CALENDAR}
    found = Park(tmp_path).world(RULES, pays="y", inputs=inputs, cells=pairs.CELLS, **rows)
    text = render(explain(found.plan, found.inputs, "A"), "en")
    assert "All wages (y): 6\n" in text
    assert "- 2026-05-04: 2" in text
    assert "held on 2026-05-04: Posts of cars, from 2026-05-04 to 2026-05-10\n" in text
    assert "- 0: 2026-05-11" in text
