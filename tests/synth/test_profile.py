"""Profiles: what each recipe makes, and what is said where a profile is wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from eremun.api import read
from eremun.diagnostics.diagnostic import Refused
from eremun.testing.synth.make import month, write_month
from eremun.testing.synth.months import Size
from eremun.values.periods import Period

from .workshop import INPUTS, PROFILE, kebun

SIZE = Size(people=40, entries=3000, period=Period(2026, 2), seed=5)


def panen(folder: Path, columns: str = "", table: str = "") -> pl.DataFrame:
    """The table panen with these columns and keys added to its profile."""
    lines = [f"    {table}"] if table else []
    text = PROFILE.replace("    rows: entries", "\n".join(["    rows: entries", *lines]))
    return month(kebun(folder, text + columns), SIZE)["panen"]


def codes(folder: Path, profile: str) -> list[tuple[str, int]]:
    """Codes and lines of what is refused."""
    with pytest.raises(Refused) as refused:
        month(kebun(folder, profile), SIZE)
    return [(one.code, one.span.line if one.span else 0) for one in refused.value.diagnostics]


def test_what_is_declared_needs_no_recipe(tmp_path: Path) -> None:
    frame = panen(tmp_path)
    assert frame.height == 3000
    assert frame["karcis"].to_list() == [str(row) for row in range(1, 3001)]
    assert set(frame["nomor"]) == {f"P{row:03}" for row in range(1, 41)}
    assert set(frame["mutu"]) == {"baik", "sedang", "buruk"}
    assert (frame["hari"].min(), frame["hari"].max()) == (date(2026, 2, 1), date(2026, 2, 28))
    assert frame["berat"].dtype == pl.Decimal(18, 1)
    assert Decimal(0) <= frame["berat"].min() < Decimal(1)  # type: ignore[operator]
    assert Decimal(79) < frame["berat"].max() <= Decimal(80)  # type: ignore[operator]
    assert frame["catatan"].null_count() == 3000


def test_points_are_the_shares_of_a_distribution(tmp_path: Path) -> None:
    frame = panen(tmp_path, "      berat: {points: {0: 2, 50: 4, 100: 60}}\n")
    below = (frame["berat"] < 4).mean()
    assert abs(float(below) - 0.5) < 0.04  # type: ignore[arg-type]
    assert frame["berat"].min() == Decimal(2)


def test_a_step_keeps_to_its_multiples(tmp_path: Path) -> None:
    frame = panen(tmp_path, "      berat: {points: {0: 2.5, 100: 60}, step: 2.5}\n")
    assert set(frame.select(pl.col("berat").cast(pl.String)).to_series().str.tail(2)) == {".0", ".5"}


def test_a_case_is_chosen_by_another_cell(tmp_path: Path) -> None:
    text = "      berat: {by: mutu, cases: {baik: 50, else: {points: {0: 1, 100: 9}}}}\n"
    frame = panen(tmp_path, "      mutu: {words: {baik: 1, buruk: 3}}\n" + text)
    assert frame.filter(pl.col("mutu") == "baik")["berat"].unique().to_list() == [Decimal(50)]
    assert frame.filter(pl.col("mutu") == "buruk")["berat"].max() == Decimal(9)


def test_a_share_is_mixed_in_and_a_share_left_empty(tmp_path: Path) -> None:
    frame = panen(tmp_path, "      catatan: {mix: {25%: hujan, else: cerah}, empty: 10%}\n")
    # 10 % empty; of the rest 25 %, which is 22.5 % of all; 3,000 rows: 4 standard deviations are below 3.1 %
    assert abs(frame["catatan"].null_count() / 3000 - 0.1) < 0.031
    assert abs(frame.filter(pl.col("catatan") == "hujan").height / 3000 - 0.225) < 0.031


def test_cells_are_copied_from_related_rows_and_dates_lie_after_others(tmp_path: Path) -> None:
    text = '      nomor: {mix: {100%: P007, else: P001}}\n      _l: {copy: pemetik.lahir}\n      catatan: {pattern: "{_l:%d}/{mutu}"}\n'
    frame = panen(tmp_path, "      mutu: baik\n" + text)
    born = month(kebun(tmp_path), SIZE)["pemetik"].filter(pl.col("nomor") == "P007")["lahir"][0]
    assert frame["catatan"].unique().to_list() == [f"{born:%d}/baik"]
    assert date(2026, 2, 1).toordinal() - born.toordinal() in range(7000, 20001)


def test_rows_come_in_the_order_asked_for_and_are_numbered_in_it(tmp_path: Path) -> None:
    frame = panen(tmp_path, table="order: hari")
    assert frame["hari"].is_sorted()
    assert frame["karcis"][0] == "1"


def test_the_leader_of_a_group_answers_to_the_next(tmp_path: Path) -> None:
    frame = panen(tmp_path, "      catatan: {leader: pemetik, group: 10}\n")
    above = dict(frame.select("nomor", "catatan").unique().iter_rows())
    assert above["P002"] == above["P010"] == "P001"
    assert above["P001"] == "P011"
    assert above["P031"] == "P001"


def test_pairs_of_rows_where_a_condition_holds(tmp_path: Path) -> None:
    gudang = '  gudang:\n    rows: 3\n    columns:\n      _n: {pattern: "{row}"}\n      nama: {pattern: "G{_n}"}\n'
    text = PROFILE.replace("    rows: entries", "    each: [pemetik, gudang]\n    where: {gudang.nama: [G1, G3]}")
    inputs = "inputs:\n  gudang:\n    label: Gudang\n    key: none\n    columns:\n      nama: {type: text}\n"
    pack = kebun(tmp_path, text.replace("  panen:", gudang + "  panen:"), INPUTS.replace("inputs:\n", inputs, 1))
    frame = month(pack, SIZE)["panen"]
    assert frame.height == 40 * 2
    assert frame["nomor"].to_list()[:4] == ["P001", "P001", "P002", "P002"]


def test_the_same_arguments_give_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    pack = kebun(tmp_path)
    (one, two, three) = (tmp_path / name for name in ("one", "two", "three"))
    for folder, seed in ((one, 5), (two, 5), (three, 6)):
        write_month(pack, Size(40, 500, Period(2026, 2), seed), folder, "csv")
    assert (one / "panen.csv").read_bytes() == (two / "panen.csv").read_bytes()
    assert (one / "panen.csv").read_bytes() != (three / "panen.csv").read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('{pattern: "{row}"}', "{pattern: K, copy: nomor}", "E661", 10),
        ('{pattern: "{row}"}', "{patern: K}", "E201", 10),
        ('{pattern: "{row}"}', "{copy: pemetik.nama}", "E660", 10),
        ('{pattern: "{row}"}', "{copy: kebun.nama}", "E660", 10),
        ('{pattern: "{row}"}', "sama", "E664", 7),
        ("rows: entries", "rows: banyak", "E662", 8),
        ("    rows: entries\n", "", "E663", 7),
        ("    rows: entries\n", "    rows: entries\n    draw: {lain: {mutu: baik}}\n", "E660", 7),
        ("      karcis:", "      berat: {points: {0: 1, 100: 81}}\n      karcis:", "E662", 10),
        ("      karcis:", "      berat: {points: {0: 5, 100: 1}}\n      karcis:", "E662", 10),
        ("      karcis:", "      berat: 12.34\n      karcis:", "E662", 10),
        ("      karcis:", "      mutu: {words: {bagus: 1}}\n      karcis:", "E662", 10),
        ("      karcis:", "      catatan: {mix: {120%: a, else: b}}\n      karcis:", "E662", 10),
        ("      karcis:", "      catatan: {mix: {10%: a}}\n      karcis:", "E663", 10),
        ("      karcis:", "      mutu: {by: nomor, cases: {P001: baik}}\n      karcis:", "E660", 10),
        (
            "      karcis:",
            "      _d: {by: nomor, cases: {P001: {copy: pemetik.lahir}, else: a}}\n      karcis:",
            "E662",
            10,
        ),
        ("      karcis:", "      warna: merah\n      karcis:", "E660", 10),
        ("      lahir: {after: period.start, days: {-20000..-7000: 1}}\n", "", "E663", 0),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, old: str, new: str, code: str, line: int) -> None:
    assert old in PROFILE
    before, after = PROFILE.rsplit(old, 1)
    found = codes(tmp_path, before + new + after)
    assert [one for one, _ in found][:1] == [code]
    assert not line or found[0][1] == line


def test_a_table_without_a_profile_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        month(kebun(tmp_path, PROFILE.split("  panen:")[0]), SIZE)
    assert [one.arguments["what"] for one in refused.value.diagnostics] == ["panen"]


def test_a_pack_without_a_profile_is_refused(tmp_path: Path) -> None:
    kebun(tmp_path)
    (tmp_path / "synth.yaml").unlink()
    with pytest.raises(Refused) as refused:
        month(read(tmp_path), SIZE)
    assert refused.value.diagnostics[0].code == "E663"
