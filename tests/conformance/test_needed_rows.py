"""A pack may need that its rows lead to rows of another table: a rate said once for a lot, not once for each of its cars."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun import api
from eremun.diagnostics.diagnostic import Refused
from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, pct, world, write_pack, write_rows
from tests.conformance.test_packs_on_packs import HEAD, lower

LAW = """\
basis: act
regulations: {act: {title: The tax act}}
needs:
  lot:
    lot: {type: text, key: true}
    fee: {type: rupiah, range: 0..1_000_000}
  car:
    plate: {type: text, key: true}
    share: {type: persen, decimals: 2, range: 0%..200%}
    lot: {to: lot}
rules:
  car:
    levy:
      unit: rupiah
      formula: lot.fee * share
      round: down to 1 rupiah
    part:
      unit: persen
      formula: if lot.levies > 0 rupiah then levy / lot.levies else 0%
      round: down to 0.01%
  lot:
    levies:
      unit: rupiah
      formula: sum(car.levy)
"""
WANTED = {
    "car.levy": {"A": F(500), "B": F(1500), "C": F(33)},
    "car.part": {"A": pct("25"), "B": pct("75"), "C": pct("100")},
    "lot.levies": {"X": F(2000), "Y": F(33)},
}
"""1,000 x 50 % and x 150 %; 67 x 50 % = 33.5, down. 500 of 2,000 is a quarter."""


def test_a_row_of_the_upper_pack_is_read(park: Park) -> None:
    lower(park.folder, LAW)
    park(
        "rules:\n  car:\n    double:\n      unit: rupiah\n      formula: levy * 2\n", WANTED,
        head=HEAD, lot="X fee=1000; Y fee=67", car="A lot=X share=50; B lot=X share=150; C lot=Y share=50",
    )  # fmt: skip


def test_alone_the_row_is_named_by_its_key(tmp_path: Path) -> None:
    """A car of a lot that is not there is rejected, as in any table."""
    rows = write_rows(
        tmp_path / "rows", {"lot": "X fee=1000; Y fee=67", "car": "A lot=X share=50; B lot=X share=150; C lot=Y; D lot=Z"},
        {"lot": {"lot": "", "fee": "0"}, "car": {"plate": "", "lot": "", "share": "50"}},
    )  # fmt: skip
    found = world(lower(tmp_path, LAW), rows)
    assert found.inputs.rejected.select("table", "column", "reason").rows() == [("car", "lot", "reference")]
    for engine in ("reference", "polars", "duckdb"):
        frame = found.run(engine).frames["car"]
        assert dict(zip(frame["plate"].to_list(), frame["levy"].to_list(), strict=True)) == {
            "A": 500,
            "B": 1500,
            "C": 33,
        }


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("references: {lot: [lot]}\n    lookups: {permit: [plate], place: [opt]}", "", ("pack.yaml", "tax/law.yaml")),
        ("references: {lot: [lot]}\n    lookups: {permit:", "lookups: {lot: [lot], permit:", ("inputs.yaml", "tax/law.yaml")),
    ],
)  # fmt: skip
def test_only_a_reference_fills_it(tmp_path: Path, old: str, new: str, place: tuple[str, str]) -> None:
    lower(tmp_path, LAW)
    assert base.INPUTS.count(old) == 1
    pack = write_pack(tmp_path / "pack", "", "", base.INPUTS.replace(old, new), HEAD)
    with pytest.raises(Refused) as refused:
        api.load(pack)
    (found,) = refused.value.diagnostics
    assert found.code == "E277"
    assert found.span is not None
    assert (found.span.file, found.marks[-1].span.file) == place


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("lot: {to: lot}", "lot: {to: lots}", "E241"),
        ("lot: {to: lot}", "lot: {to: lot, type: text}", "E201"),
        ("    lot: {type: text, key: true}\n", "", "E242"),
        ("    lot: {to: lot}\n", "", "E247"),
        ("    lot: {to: lot}\n", "    lot: {type: text}\n", "E247"),
    ],
)
def test_what_it_leads_to_is_needed_too(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert LAW.count(old) == 1
    with pytest.raises(Refused) as refused:
        api.load(lower(tmp_path, LAW.replace(old, new)))
    assert code in [one.code for one in refused.value.diagnostics]
