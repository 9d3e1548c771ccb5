"""People for the pack `nasional`, as CSV files: what a row does not say is as in `PERSON`; and a run on every engine."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from eremun.api import LoadedPack, load
from eremun.intake.reader import read_inputs
from tests.conformance.harness import World, decode

ENGINES = ("reference", "polars", "duckdb")
Row = Mapping[str, object]
PERSON: Row = {
    "nama": "Contoh", "daerah": "A", "status": "pns", "golongan": "III/c", "penerima": "pegawai_tetap",
    "status_ptkp": "TK/0", "mulai_bekerja": "2010-01-01", "bruto": 0, "tpp": 0,
    "honorarium": 0, "gaji_pokok": 0, "tunjangan_keluarga": 0, "tunjangan_jabatan": 0, "tunjangan_profesi": 0,
    "tunjangan_pangan": 0, "iuran_pensiun": 0, "zakat": 0, "hari_alpa": 0, "alpa_beruntun": 0,
}  # fmt: skip
REGION: Row = {
    "daerah": "A", "cara_pajak_tpp": "digabung", "penanggung_pph21": "pegawai", "penanggung_final": "pegawai",
    "perlakuan_pppk": "tidak_dikenai", "upah_minimum": 0,
}  # fmt: skip
EARLIER: Row = {"bruto_pph21": 0, "iuran_pensiun": 0, "zakat": 0, "pph21": 0, "pph21_ditanggung": 0, "hari_alpa": 0}
BASES = {"daerah": REGION, "pegawai": PERSON, "bulan_lalu": EARLIER}


def nip(number: int) -> str:
    """The nip of the person of that number."""
    return f"19700101199503{number % 9 + 1}{number:03d}" if number < 1000 else f"1970010119950{number:05d}"


@cache
def nasional() -> LoadedPack:
    return load("nasional", tests=False)


def write(folder: Path, **tables: Iterable[Row]) -> Path:
    """A CSV file for every input of the pack; one that is not given is empty, but there is one region."""
    tables = {"daerah": [{}], **tables}
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in nasional().pack.inputs.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(table.columns), restval="")
            writer.writeheader()
            writer.writerows({**BASES.get(name, {}), **row} for row in tables.get(name, []))
    return folder


def months(
    folder: Path, period: str, names: Sequence[str], engines: Sequence[str] = ENGINES
) -> dict[str, dict[str, dict[str, Any]]]:
    """engine -> nip -> the values of those names in that month (1 % is 1/100); nobody may be blocked or rejected."""
    plan = nasional().plan(period).plan
    world = World(plan, read_inputs(plan, folder))
    assert world.inputs.rejected.is_empty(), world.inputs.rejected
    found = {}
    for engine in engines:
        rows = decode(plan, "pegawai", world.run(engine).frames["pegawai"])
        assert not any(row["@blocked"] for row in rows.values()), engine
        found[engine] = {f"{int(key):018}": {name: row[name] for name in names} for key, row in rows.items()}
    return found
