"""Made-up people with random spells, on every engine, against what is worked out apart from the pack: each spell's amount
and tax to the rupiah, each reason for which somebody is not paid. EREMUN_SEED: another seed than the fixed one."""

from __future__ import annotations

import csv
import os
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import polars as pl
import pytest

from eremun import api
from tests.posts.worked_out import AMOUNTS, DAYS_OF_ACTING, TAX, Pay, Person, Spell, month_of, worked_out

SEED = os.environ.get("EREMUN_SEED", "1")
PEOPLE = 400
MONTHS = {"2026-01": date(2026, 1, 1), "2026-02": date(2026, 2, 1)}
ENGINES: tuple[api.EngineName, ...] = ("reference", "polars", "duckdb")
WAYS = ("hari_penentu", "awal_bulan", "bagi_hari")
UNITS = ("A", "B")  # of each region
POSTS = ("Sekretaris", "Inspektur")


def near(dice: random.Random, first: date) -> date:
    """A day in or about the month."""
    return first + timedelta(days=dice.choice((dice.randrange(-3, 35), dice.randrange(0, 3), dice.randrange(12, 18))))


def spells(dice: random.Random, kind: str, begins: date, first: date, unit: str) -> Iterator[Spell]:
    """One spell or two that follow each other, with a gap at times, at times in the same post."""
    early = None if kind == "definitif" else first + timedelta(days=dice.randrange(3))
    one = spell(dice, kind, begins, dice.choice((None, early, near(dice, first))), unit)
    yield one
    if one.last is not None and dice.random() < 0.8:
        later = one.last + timedelta(days=dice.choice((1, 1, 1, 2, 9)))
        two = spell(dice, kind, later, None, dice.choice(("A", "B")) + unit[1:])
        yield replace(two, unit=one.unit, post=one.post) if dice.random() < 0.4 else two


def spell(dice: random.Random, kind: str, first: date, last: date | None, unit: str) -> Spell:
    last = max(first, last) if last is not None else None
    candidate = kind == "definitif" and dice.random() < 0.15
    above = kind == "plt" and dice.random() < 0.4
    return Spell(kind, first, last, unit, dice.choice(list(AMOUNTS)), dice.choice(POSTS), above, candidate)


def people(dice: random.Random, first: date, numbers: Iterable[int] = range(PEOPLE)) -> Iterator[Person]:
    for number in numbers:
        way = dice.choice(WAYS)
        unit, other = (f"{letter} {way}" for letter in dice.sample(UNITS, 2))
        long_ago = date(2020, 1, 1)
        own = list(spells(dice, "definitif", dice.choice((long_ago, long_ago, near(dice, first))), first, unit))
        acting: list[Spell] = []
        if dice.random() < 0.5:
            begins = dice.choice((long_ago, near(dice, first), first))
            acting = list(spells(dice, dice.choice(("plt", "plt", "plt", "plh")), begins, first, unit))
        payer = dice.choice((own[-1].unit, own[0].unit, own[0].unit, other))
        listed = dice.choice(((payer,),) * 8 + ((), (unit, other)))
        end = dice.choice((None,) * 5 + (near(dice, first), first - timedelta(days=1)))
        duty = dice.choice((long_ago,) * 5 + (near(dice, first),))
        yield Person(
            f"19900101201503{number:04}", payer, way, dice.choice(list(TAX)), min(duty, end or duty), end,
            Fraction(dice.choice((10_000, dice.randrange(10_001))), 10_000), (*own, *acting), listed,
        )  # fmt: skip


def write(folder: Path, everybody: Sequence[Person], month: Sequence[date], working: set[date]) -> None:
    write_table(folder, "daerah", ("daerah", "cara_mutasi"), ((way, way) for way in WAYS))
    units = [f"{letter} {way}" for way in WAYS for letter in UNITS]
    write_table(folder, "opd", ("opd", "nama", "daerah"), ((unit, unit, unit.split()[1]) for unit in units))
    write_table(
        folder, "pegawai",
        ("nip", "nama", "opd", "golongan", "spmt", "hari_terakhir", "sebab_berhenti", "nilai_kinerja", "bank", "rekening"),
        (
            (one.nip, "Siti", one.unit, one.rank, one.duty, one.end, one.end and "pensiun",
             percent(one.performance), "BJB", "01")
            for one in everybody
        ),
    )  # fmt: skip
    write_table(
        folder, "penugasan",
        ("nip", "jenis_penugasan", "mulai", "selesai", "opd", "jabatan", "kelas_jabatan", "kedudukan", "status"),
        (
            (one.nip, part.kind, part.first, part.last, part.unit, part.post, part.grade,
             ("setingkat_lebih_tinggi" if part.above else "setingkat") if part.kind == "plt" else None,
             "cpns" if part.candidate else "pns")
            for one in everybody for part in one.spells
        ),
    )  # fmt: skip
    write_table(folder, "rekap", ("nip", "opd"), ((one.nip, unit) for one in everybody for unit in one.listed))
    days = ((day, "ya" if day in working else "tidak") for day in month)
    write_table(folder, "kalender", ("tanggal", "hari_kerja"), days)


def percent(part: Fraction) -> str:
    hundredths = int(part * 10_000)
    return f"{hundredths // 100}.{hundredths % 100:02}"


def write_table(folder: Path, name: str, head: Sequence[str], rows: Iterator[tuple[object, ...]]) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])


@pytest.mark.parametrize("name", MONTHS)
def test_each_spell_is_paid_as_worked_out(name: str, tmp_path: Path) -> None:
    month = month_of(MONTHS[name])
    working = {day for day in month if day.weekday() < 5}
    everybody = list(people(random.Random(f"{SEED} {name}"), month[0]))
    write(tmp_path, everybody, month, working)
    wanted = {one.nip: worked_out(one, month, working) for one in everybody}
    said_enough(everybody, wanted)
    if len(working) > DAYS_OF_ACTING:
        said_enough_of_acting(everybody, wanted)
    plan = api.load("jabatan", tests=False).plan(name)
    for engine in ENGINES:
        run = plan.run(tmp_path, engine)
        assert run.inputs.rejected.is_empty()
        assert spells_of(run, everybody) == {one.nip: wanted[one.nip].rows for one in everybody}
        assert lines_of(run) == lines_wanted(everybody, wanted)
        assert blocked_by(run) == {nip: pay.reasons for nip, pay in wanted.items() if pay.reasons}


def spells_of(run: api.Run, everybody: Sequence[Person]) -> dict[str, list[tuple[int, int]]]:
    """Of each person the amounts and taxes of his spells. Where he has no amount at all, there is no tax to share."""
    rows = {
        (nip, kind, first): (amount, tax if bits == 0 else 0)
        for nip, kind, first, amount, tax, bits in run.frame("penugasan")
        .with_columns(run.stored("penugasan")["pph21_baris!"])
        .select("nip", "jenis_penugasan", "mulai", "tpp_baris", "pph21_baris", "pph21_baris!")
        .iter_rows()
    }
    return {one.nip: [rows[one.nip, part.kind, part.first] for part in one.spells] for one in everybody}


def lines_of(run: api.Run) -> list[tuple[str, ...]]:
    """The lines of pay, in the order of their file."""
    columns = ["nip", "jenis_penugasan", "opd", "unit_pembayar", "tpp_baris", "pph21_baris", "bersih_baris"]
    return pl.read_csv(run.files[4].content, infer_schema=False).select(columns).rows()


def lines_wanted(everybody: Sequence[Person], wanted: dict[str, Pay]) -> list[tuple[str, ...]]:
    """Of those paid every spell with an amount: own posts before acting ones, each kind by its days."""
    return [
        (one.nip, part.kind, part.unit, one.unit, str(amount), str(tax), str(amount - tax))
        for one in sorted(everybody, key=lambda one: one.nip)
        for part, (amount, tax) in zip(one.spells, wanted[one.nip].rows, strict=True)
        if amount and not wanted[one.nip].reasons
    ]


def blocked_by(run: api.Run) -> dict[str, set[str]]:
    blocked = pl.read_csv(run.files[1].content, columns=["nip", "reason"], infer_schema=False)
    found: dict[str, set[str]] = {}
    for nip, reason in blocked.iter_rows():
        found.setdefault(nip, set()).add(reason)
    return found


def said_enough(everybody: Sequence[Person], wanted: dict[str, Pay]) -> None:
    """The people show what they are meant to: every reason, two paid spells that share a tax, an acting post instead."""
    assert set().union(*(pay.reasons for pay in wanted.values())) == {
        "sesudah_berhenti", "rekap_ganda", "belum_direkap", "unit_keliru"}  # fmt: skip
    both = [pay for pay in wanted.values() if sum(amount > 0 for amount, _ in pay.rows) > 1]
    assert any(sum(tax for _, tax in pay.rows) for pay in both)
    assert len([pay for pay in wanted.values() if not pay.reasons and pay.total()]) > PEOPLE // 5
    instead = [
        one for one in everybody
        if any(part.above and amount for part, (amount, _) in zip(one.spells, wanted[one.nip].rows, strict=True))
    ]  # fmt: skip
    assert instead


def said_enough_of_acting(everybody: Sequence[Person], wanted: dict[str, Pay]) -> None:
    """One post by two letters, both paid; two posts, of which one was held long enough."""
    acting = [[(part, amount) for part, (amount, _) in zip(one.spells, wanted[one.nip].rows, strict=True)
               if part.kind == "plt"] for one in everybody]  # fmt: skip
    twice = [found for found in acting if len(found) > 1]
    assert any(all(amount for _, amount in found) for found in twice)
    assert any(
        len({(part.unit, part.post) for part, _ in found}) > 1 and sum(amount > 0 for _, amount in found) == 1
        for found in twice
    )
