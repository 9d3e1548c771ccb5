"""A city's pack on top of `nasional`: it fills what is needed with columns and rules, and takes the tax from there."""

from __future__ import annotations

import re
from pathlib import Path

from eremun.api import load, shipped_packs
from eremun.intake.reader import read_inputs
from tests.conformance.harness import World, decode
from tests.nasional.people import EARLIER, ENGINES, PERSON, REGION, nip

HEAD = """\
name: kota
label: Kota Contoh
eremun: ">=0.1"
effective_from: 2024-01-01
period: month
person: pegawai
uses: [nasional]
"""
RULES = """\
assumptions: {kota: {note: Kebijakan kota ini}}
assumption: kota
inputs:
  daerah:
    label: Daerah
    key: [daerah]
    columns:
OF_REGION
  pegawai:
    label: Pegawai
    key: [nip]
    columns:
      kelas: {type: number, range: 1..17}
      daerah: {type: text}
OF_PERSON
    references: {daerah: [daerah]}
tables:
  besaran:
    label: TPP menurut kelas
    in: {kelas: number}
    out: rupiah
    from: {1: 3_000_000, 9: 6_000_000}
rules:
  daerah:
    cara_pajak_tpp:
      unit: cara_pajak_tpp
      versions:
        - effective_from: 2024-01-01
          formula: final
        - effective_from: 2024-07-01
          formula: digabung
  pegawai:
    tpp:
      unit: rupiah
      formula: besaran[kelas]
    bersih:
      unit: rupiah
      formula: bruto + tpp_bulan_ini - pph21_dipotong - pph_final_dipotong - iuran_pegawai_tpp
outputs:
  payroll:
    file: payroll.csv
    rows: pegawai
    sort: [nip]
    columns: [nip, bersih]
  blocked: {file: blocked.csv, sort: [nip, reason], columns: [nip, reason], reasons: {}}
  rejected: {file: rejected.csv, columns: [table, row, column, value, reason], reasons: {}}
  findings: {file: findings.csv, columns: [finding, daerah, count, amount]}
"""
FILLED = {"tpp", "cara_pajak_tpp"}


def columns(grain: str) -> str:
    """What is needed on a grain and no rule or reference fills, as columns of the city."""
    text = (shipped_packs()["nasional"] / "inputs.yaml").read_text(encoding="utf-8")
    needs = text[text.index("needs:") : text.index("inputs:")]
    (part,) = re.findall(rf"^  {grain}:.*\n((?:    .*\n|\n)*)", needs, flags=re.MULTILINE)
    found = re.findall(r"^    (\w+): (\{.*\})", part, flags=re.MULTILINE)
    kept = [(name, said) for name, said in found if name not in FILLED and not said.startswith("{to:")]
    return "\n".join(f"      {name}: {said.replace(', key: true', '')}" for name, said in kept)


def test_a_city_fills_what_is_needed_and_takes_the_tax(tmp_path: Path) -> None:
    """III/c, K/1, 4,545,000 and class 9. June: TPP final, 5 % of 6,000,000 = 300,000, and 4,545,000 is free. July:
    10,545,000 together, B 1.5 % = 158,175. Insurance: 1 % of 6,000,000 = 60,000."""
    pack, data = tmp_path / "kota", tmp_path / "data"
    pack.mkdir()
    data.mkdir()
    (pack / "pack.yaml").write_text(HEAD, encoding="utf-8")
    rules = RULES.replace("OF_REGION", columns("daerah")).replace("OF_PERSON", columns("pegawai"))
    (pack / "1-kota.yaml").write_text(rules, encoding="utf-8")
    loaded = load(pack, tests=False)
    region = loaded.pack.inputs["daerah"].columns
    (data / "daerah.csv").write_text(f"{','.join(region)}\n{','.join(str(REGION.get(n, '')) for n in region)}\n")
    person = {**PERSON, "nip": nip(0), "bruto": 4_545_000, "status_ptkp": "K/1", "kelas": 9}
    names = list(loaded.pack.inputs["pegawai"].columns)
    cells = ",".join(str(person.get(name, "")) for name in names)
    (data / "pegawai.csv").write_text(f"{','.join(names)}\n{cells}\n", encoding="utf-8")
    (data / "bulan_lalu.csv").write_text(",".join(("nip", "masa_pajak", *EARLIER)) + "\n", encoding="utf-8")
    (data / "hukuman.csv").write_text("nip,hukuman_sedang,mulai\n", encoding="utf-8")
    for period, tax, final in (("2024-06", 0, 300_000), ("2024-07", 158_175, 0)):
        plan = loaded.plan(period).plan
        world = World(plan, read_inputs(plan, data))
        for engine in ENGINES:
            (row,) = decode(plan, "pegawai", world.run(engine).frames["pegawai"]).values()
            assert not row["@blocked"]
            assert (row["pph21"], row["pph_tpp"]) == (tax, final), (engine, period)
            assert row["bersih"] == 10_545_000 - tax - final - 60_000, (engine, period)
