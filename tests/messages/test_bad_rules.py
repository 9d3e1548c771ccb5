"""What authors of rules get wrong most: `eremun check` refuses each with its place and what to do, and what it says was
probably meant can be typed as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eremun.cli.app import main
from eremun.model.meant import day_meant, in_unit, number_meant
from eremun.sources import packs
from tests.messages.messages import HERE, case_of, write_pack

BAD = {
    "a table with a gap": "E503",
    "two rows that overlap": "E501",
    "a row that is never reached": "E502",
    "units that are mixed": "E301",
    "a percent without its sign": "E222",
    "versions out of order": "E216",
    "a version that ends before it begins": "E217",
    "a day in another form": "E205",
    "a Roman numeral where a number belongs": "E203",
    "a Roman numeral in a formula": "E245",
    "two packs that define one name": "E270",
    "a need that nobody fills": "E271",
    "a need filled with another unit": "E272",
    "a need filled with a wider range": "E273",
    "packs that use each other": "E126",
}


@pytest.mark.parametrize("code", BAD.values(), ids=BAD.keys())
def test_check_says_where_and_what_to_do(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (page,) = HERE.glob(f"{code}-*.md")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(packs, "shipped_packs", dict)
    write_pack(case_of(page), Path("parkir"))
    assert main(["check", "parkir"]) == 1
    told = [part for part in capsys.readouterr().out.split("\n\n") if part.startswith(f"Kesalahan[{code}]")]
    assert told
    assert all(re.search(r"^ *--> \S+\.yaml:\d+:\d+$", part, re.MULTILINE) for part in told)
    assert any("= Sebab: " in part and "= Perbaikan: " in part for part in told)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("IX", "9"), ("XVII", "17"), ("IV", "4"), ("XL", "40"), ("MCMXCIV", "1994"), ("IIX", ""), ("", ""),
        ("Rp5.000,00", "5_000 rupiah"), ("Rp.5.000", "5_000 rupiah"), ("Rp2500", "2500 rupiah"), ("2,5%", "2.5%"),
        ("0,05", "0.05"), ("1.500,50", "1_500.50"), ("5.000,-", "5_000"), ("-1,5", "-1.5"),
        ("−5", "-5"), ("– 2,5%", "-2.5%"), ("(2,5%)", "-2.5%"), ("(Rp5.000)", "-5_000 rupiah"), ("5-", "-5"), ("- 5", "-5"),
        ("5 −", "-5"), ("((5))", ""), ("(5", ""), ("--5", ""), ("9-7", ""), ("()", ""), ("-", ""),
        ("5,000", ""), ("1.50,00", ""), ("sembilan", ""),
    ],
)  # fmt: skip
def test_a_number_that_was_meant(written: str, meant: str) -> None:
    """5,000 may be five or five thousand, so nothing is said of it."""
    assert number_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31/12/2026", "2026-12-31"), ("1-2-2026", "2026-02-01"), ("1.2.2026", "2026-02-01"),
        ("31 Desember 2026", "2026-12-31"), ("2026/1/5", "2026-01-05"), ("2026-1-5", "2026-01-05"),
        ("30/2/2026", ""), ("12/31/2026", ""), ("1/2-2026", ""), ("31 December 2026", ""), ("besok", ""),
    ],
)  # fmt: skip
def test_a_day_that_was_meant(written: str, meant: str) -> None:
    assert day_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "unit", "meant"),
    [
        ("5", "persen", "5%"), ("0..100", "persen", "0%..100%"), ("2.5", "persen", "2.5%"),
        ("5%..10", "persen", "5%..10%"), ("5 menit", "persen", "5%"), ("5%", "rupiah", "5 rupiah"), ("> 60 hari", "menit", "> 60 menit"),
        ("31..60 hari", "menit", "31..60"), ("lima", "persen", ""), ("5", "poin/menit", ""),
    ],
)  # fmt: skip
def test_a_unit_that_was_meant(written: str, unit: str, meant: str) -> None:
    assert in_unit(written, unit) == meant
