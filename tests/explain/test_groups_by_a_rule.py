"""Groups by a rule as they are told: each by its key; where it has no value, with the reason."""

from __future__ import annotations

from pathlib import Path

from eremun.explain import explain, render
from tests.conformance.harness import Park

MORE = """
groups:
  part:
    label: Visits by length
    of: visit
    by: [plate, size]
rules:
  visit:
    size:
      label: Size of a visit
      unit: kind
      formula: if opt > 10 then large else small
  part:
    fee:
      label: Fee of a size
      unit: rupiah
      formula: if size = large then 100 rupiah else min(count(visit) * 10 rupiah, 15 rupiah)
  car:
    fees:
      label: All fees
      unit: rupiah
      formula: sum(part.fee)
"""
VISITS = "1 A opt=1; 2 A opt=2; 3 A opt=20; 4 B opt="


def told(folder: Path, plate: str) -> str:
    found = Park(folder).world(MORE, pays="fees", car="A; B", visit=VISITS)
    return render(explain(found.plan, found.inputs, plate), "en")


def test_each_group_is_told_by_its_key(tmp_path: Path) -> None:
    """Two small visits, 20 but at most 15; one large, 100."""
    text = told(tmp_path, "A")
    assert "All fees (fees): Rp115\n" in text
    assert "- small: Rp15" in text
    assert "- large: Rp100" in text


def test_the_key_is_derived_on_a_row_of_the_group(tmp_path: Path) -> None:
    """Of the small group the first visit, with opt 1; of the large one its only visit, with opt 20."""
    text = told(tmp_path, "A")
    small, large = text.index("- small: Rp15"), text.index("- large: Rp100")
    assert "Size of a visit (size): small\n        formula: if opt > 10 then large else small\n" in text[small:large]
    assert "with numbers: if 1 > 10 then … else small\n" in text[small:large]
    assert "Size of a visit (size): large\n        with numbers: if 20 > 10 then large else …\n" in text[large:]


def test_a_group_without_a_key_is_told_with_the_reason(tmp_path: Path) -> None:
    text = told(tmp_path, "B")
    assert "All fees (fees): has no value, because of opt\n" in text
    assert "- (missing): has no value, because of opt\n" in text
