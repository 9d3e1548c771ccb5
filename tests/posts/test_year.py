"""A year of 1,000 made-up people who change posts, month by month on every engine: what is split over the spells of a
person sums to what he gets, to the rupiah. EREMUN_SEED: another seed than the fixed one."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from eremun import api
from tests.posts.test_made_up_people import ENGINES, SEED, people, write
from tests.posts.worked_out import Person, month_of

pytestmark = pytest.mark.slow

PEOPLE = 1_000
MONTHS = [date(2026, month, 1) for month in range(1, 13)]
Sums = dict[str, tuple[int, int]]


def everybody() -> Iterator[Person]:
    """A twelfth of them changes posts in and about each month."""
    for place, first in enumerate(MONTHS):
        yield from people(random.Random(f"{SEED} {first}"), first, range(place, PEOPLE, len(MONTHS)))


def amounts(run: api.Run) -> Sums:
    """nip -> allowance and tax of the person."""
    rows = run.frame("pegawai").select("nip", "tpp", "pph21").drop_nulls().iter_rows()
    return {nip: (allowance, tax) for nip, allowance, tax in rows}


def sums(run: api.Run) -> tuple[Sums, set[str]]:
    """nip -> the sums of his spells; and who has several spells with tax."""
    parts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for nip, allowance, tax in run.frame("penugasan").select("nip", "tpp_baris", "pph21_baris").iter_rows():
        parts[nip].append((allowance, tax))
    several = {nip for nip, rows in parts.items() if sum(bool(tax) for _, tax in rows) > 1}
    return {nip: (sum(a for a, _ in rows), sum(t or 0 for _, t in rows)) for nip, rows in parts.items()}, several


def test_the_parts_of_every_person_sum_to_his_whole(tmp_path: Path) -> None:
    persons = list(everybody())
    assert len({one.nip for one in persons}) == PEOPLE
    shared: set[str] = set()
    for first in MONTHS:
        month, name = month_of(first), f"{first:%Y-%m}"
        folder = tmp_path / name
        folder.mkdir()
        write(folder, persons, month, {day for day in month if day.weekday() < 5})
        plan = api.load("jabatan", tests=False).plan(name)
        for engine in ENGINES:
            run = plan.run(folder, engine)
            whole, (parts, several) = amounts(run), sums(run)
            assert len(whole) == PEOPLE
            assert parts == whole, (engine, name)
            shared |= several
    assert len(shared) > PEOPLE // 20
