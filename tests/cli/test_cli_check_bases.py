"""`eremun check` of versions, rows and first days that say what they alone rest on: counted, looked up in the registers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eremun.cli.app import main
from tests.conformance import base_pack as base
from tests.conformance.harness import write_pack

RULES = """
assumptions:
  guess: {note: Nobody knows}
parameters:
  levy:
    versions:
      - {effective_from: 2020-01-01, value: 1 rupiah, assumption: guess}
      - {effective_from: 2026-01-01, value: 2 rupiah}
      - {effective_from: 2026-02-01, value: 3 rupiah}
tables:
  toll:
    in: {kind: kind}
    out: rupiah
    rows:
      - row: [small, 1]
        assumption: guess
      - [[large, bus], 2]
rules:
  car:
    x:
      unit: rupiah
      versions:
        - effective_from: 2020-01-01
          formula: toll[kind] + levy
        - effective_from: 2026-02-01
          assumption: guess
          formula: toll[kind] + levy * 2
"""
FILED = RULES.replace(
    "    rows:\n      - row: [small, 1]\n        assumption: guess\n      - [[large, bus], 2]\n",
    "    cells:\n      file: toll.csv\n      columns: [kind, fee, assumption]\n",
)  # fmt: skip
CSV = "kind,fee,assumption\nsmall,1,{}\nlarge,2,\nbus,2,\n"


def checked(folder: Path, capsys: pytest.CaptureFixture[str], more: str, head: str = base.HEAD, file: str = "") -> str:
    pack = write_pack(folder / "parking", more, pays="x", head=head)
    if file:
        (pack / "toll.csv").write_text(CSV.format(file), encoding="utf-8")
    main(["check", str(pack), "--lang", "en"])
    return capsys.readouterr().out


@pytest.mark.parametrize("more", [RULES, FILED], ids=["rows", "file"])
def test_a_version_and_a_row_with_a_basis_of_their_own_count(
    more: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Parameter, table and rule rest on the act and on the guess: six, of which three are assumed. The two versions of
    the parameter that say nothing share the act."""
    text = checked(tmp_path, capsys, more, file="guess")
    assert "3 of 6 provisions rest on assumptions." in text
    assert "the assumption guess is used" not in text


def test_the_first_day_of_the_pack_may_be_assumed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = checked(tmp_path, capsys, RULES, base.HEAD + "assumption: guess\n")
    assert "4 of 7 provisions rest on assumptions." in text
    assert "E209" in checked(tmp_path, capsys, RULES, base.HEAD + "assumption: gues\n")


def test_an_assumption_that_only_a_row_names_is_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    only = RULES.replace(", assumption: guess}", "}").replace("          assumption: guess\n", "")
    assert "1 of 4 provisions rest on assumptions." in checked(tmp_path / "a", capsys, only)
    text = checked(
        tmp_path / "b",
        capsys,
        only.replace("      - row: [small, 1]\n        assumption: guess\n", "      - [small, 1]\n"),
    )
    assert "the assumption guess is used nowhere" in text


def test_a_cell_that_names_no_assumption_of_the_register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = checked(tmp_path, capsys, FILED, file="gues")
    assert "Error[E209]" in text
    assert "toll.csv:2:9" in text


BARE = """
assumptions:
  guess: {note: Nobody knows}
parameters:
  levy:
    versions:
      - {effective_from: 2020-01-01, value: 1 rupiah, assumption: guess}
      - {effective_from: 2026-01-01, value: 2 rupiah, basis: act}
tables:
  toll:
    in: {kind: kind}
    out: rupiah
    cells:
      small: {value: 1, assumption: guess}
      large: {value: 2, basis: act}
      bus: {value: 2, basis: act}
rules:
  car:
    x:
      unit: rupiah
      versions:
        - effective_from: 2020-01-01
          basis: act
          formula: toll[kind] + levy
"""


@pytest.mark.parametrize(
    ("gone", "where"),
    [("", ""), (", basis: act}\ntables", "levy"), (", basis: act}\nrules", "toll"), ("          basis: act\n", "x")],
    ids=["none", "a version of the parameter", "a row", "a version of the rule"],
)
def test_an_item_may_leave_its_basis_out_where_every_part_has_one(
    gone: str, where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.conformance.base_pack.CHAPTER", "chapter: Rules\n")
    assert not gone or gone in BARE
    text = checked(tmp_path, capsys, BARE.replace(gone, "}" + gone[gone.index("\n") :] if "}" in gone else ""))
    assert ("Error[E210]" in text) == bool(gone)
    assert not gone or f"no-basis: {where} does not say" in text


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("{row: [small, 1], asumption: guess}", "E201"),
        ("{assumption: guess}", "E202"),
        ("{row: [small], assumption: guess}", "E221"),
        ("{row: small, assumption: guess}", "E200"),
        ("{row: }", "E200"),
    ],
)
def test_a_row_written_wrong(row: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = RULES.replace("row: [small, 1]\n        assumption: guess", row)
    text = checked(tmp_path, capsys, wrong)
    assert wrong != RULES
    assert re.findall(r"Error\[(E\d+)\]", text) == [code]


@pytest.mark.parametrize(
    "columns", ["[kind, fee, assumption, assumption]", "[kind, assumption, fee]", "[kind, fee, remark]"]
)
def test_columns_of_a_file_that_do_not_fit(columns: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = FILED.replace("[kind, fee, assumption]", columns)
    text = checked(tmp_path, capsys, wrong, file="guess")
    assert wrong != FILED
    assert "Error[E221]" in text


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("{value: 1, asumption: guess}", "E201"),
        ("{assumption: guess}", "E202"),
        ("{value: [1, 2], basis: act}", "E200"),
    ],
)
def test_a_cell_written_wrong(cell: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = checked(tmp_path, capsys, BARE.replace("{value: 1, assumption: guess}", cell))
    assert f"Error[{code}]" in text
