"""A year of 1,000 made-up people, month by month on every engine: what must hold of their tax whoever they are.

They come in fours: somebody there all year; the same, but said to be a tax subject from January to December; the same with
more income; somebody who starts or leaves within the year. EREMUN_SEED: another seed than the fixed one.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.nasional.people import Row, months, nip, write

pytestmark = pytest.mark.slow

PEOPLE = 1_000
SEED = os.environ.get("EREMUN_SEED", "1")
ALLOWANCE = {"TK/0": 54_000, "TK/1": 58_500, "TK/2": 63_000, "TK/3": 67_500,
          "K/0": 58_500, "K/1": 63_000, "K/2": 67_500, "K/3": 72_000}  # fmt: skip
NAMES = ("bruto_pph21", "pph21", "pph21_ditanggung", "pph_terutang", "pph_setahun", "pkp", "neto_setahun")


@dataclass
class Person:
    """Somebody of the year: what stands in his row every month, income and tax month by month."""

    fixed: dict[str, object]
    income: list[int]  # of January, February, …
    first: int = 1
    last: int = 12

    def row(self, month: int) -> Row:
        return {**self.fixed, "bruto": self.income[month - 1]}


def people(dice: random.Random, year: int) -> Iterator[Person]:
    for four in range(PEOPLE // 4):
        salary = int(10 ** dice.uniform(6.3, 8.3))
        income = [salary * dice.choice((1, 1, 1, 1, 2)) + dice.randrange(1_000) for _ in range(12)]
        fixed = {
            "status_ptkp": dice.choice(list(ALLOWANCE)),
            "penerima": dice.choice(("pegawai_tetap",) * 4 + ("pensiunan",)),
            "iuran_pensiun": dice.choice((0, salary // 50)),
            "zakat": dice.choice((0, salary // 40)),
        }
        more = [amount + dice.choice((0, 1, 1_000, 700_000)) for amount in income]
        first = dice.randrange(1, 13)
        last = dice.randrange(first, 13)
        here = {"mulai_bekerja": f"{year}-{first:02}-15"} if first > 1 else {}
        gone = {"berhenti": f"{year}-{last:02}-20"} if last < 12 else {}
        subject = {"subjek_sejak": f"{year}-01-01", "subjek_sampai": f"{year}-12-31"}
        someone = [
            Person(fixed, income),
            Person({**fixed, **subject}, income),
            Person(fixed, more),
            Person({**fixed, **here, **gone}, income, first, last),
        ]
        for place, person in enumerate(someone):
            person.fixed = {**person.fixed, "nip": nip(1_000 + four * 4 + place)}
            yield person


@dataclass
class Year:
    """nip -> tax of every month; nip -> the values of the last period."""

    taxes: dict[str, list[int]]
    settled: dict[str, dict[str, int]]


def computed(everybody: list[Person], year: int, folder: Path) -> Year:
    """The year, each month from those before it; every engine must give the same of each month."""
    earlier: list[Row] = []
    taxes: dict[str, list[int]] = {}
    settled: dict[str, dict[str, int]] = {}
    for month in range(1, 13):
        here = {str(person.fixed["nip"]): person for person in everybody if person.first <= month <= person.last}
        rows = [person.row(month) for person in here.values()]
        past = [row for row in earlier if row["nip"] in here]
        period = f"{year}-{month:02}"
        found = months(write(folder / period, pegawai=rows, bulan_lalu=past), period, NAMES)
        assert found["reference"] == found["polars"] == found["duckdb"], month
        for key, person in here.items():
            values = found["polars"][key]
            taxes.setdefault(key, []).append(values["pph21"])
            earlier.append(
                {"nip": key, "masa_pajak": month, **{name: values[name] for name in NAMES[:3]},
                 "iuran_pensiun": person.fixed["iuran_pensiun"], "zakat": person.fixed["zakat"]}
            )  # fmt: skip
            if month == person.last:
                settled[key] = values
    return Year(taxes, settled)


@pytest.fixture(scope="module", params=[2023, 2025])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Person], Year]:
    everybody = list(people(random.Random(f"{SEED} {request.param}"), request.param))
    return everybody, computed(everybody, request.param, tmp_path_factory.mktemp("year"))


World = tuple[list[Person], Year]


def test_the_months_and_the_last_period_sum_to_the_tax_of_the_year(world: World) -> None:
    everybody, year = world
    for person in everybody:
        key = str(person.fixed["nip"])
        assert len(year.taxes[key]) == person.last - person.first + 1
        assert sum(year.taxes[key]) == year.settled[key]["pph_terutang"], person


def test_twelve_months_as_part_of_a_year_are_a_year(world: World) -> None:
    everybody, year = world
    for whole, part in zip(everybody[::4], everybody[1::4], strict=True):
        assert year.taxes[str(whole.fixed["nip"])] == year.taxes[str(part.fixed["nip"])], whole


def test_no_tax_where_the_income_is_within_the_allowance(world: World) -> None:
    everybody, year = world
    free = 0
    for person in everybody:
        values = year.settled[str(person.fixed["nip"])]
        within = values["neto_setahun"] < (ALLOWANCE[str(person.fixed["status_ptkp"])] + 1) * 1_000
        assert (values["pph_setahun"] == 0) == within, person
        free += within
    assert 50 < free < PEOPLE - 50


def test_more_income_never_means_less_tax_over_the_year(world: World) -> None:
    everybody, year = world
    for less, more in zip(everybody[::4], everybody[2::4], strict=True):
        first, second = (sum(year.taxes[str(person.fixed["nip"])]) for person in (less, more))
        assert first <= second, less
