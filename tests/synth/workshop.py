"""A small pack of another trade, written to a folder, so that nothing in the maker of months can lean on one pack."""

from __future__ import annotations

from pathlib import Path

from eremun.model.builder import draft_pack, whole_pack
from eremun.model.pack import Pack
from eremun.sources.reader import read_documents

PACK = """\
name: kebun
label: Upah kebun
eremun: ">=0.1"
effective_from: 2020-01-01
period: month
person: pemetik
"""
INPUTS = """\
enums:
  mutu: [baik, sedang, buruk]
inputs:
  pemetik:
    label: Pemetik
    key: [nomor]
    columns:
      nomor: {type: text}
      lahir: {type: date}
  panen:
    label: Panen
    key: [karcis]
    date: hari
    columns:
      karcis: {type: text}
      nomor: {type: text}
      hari: {type: date, range: period}
      berat: {type: number, decimals: 1, range: 0..80}
      mutu: {type: mutu}
      catatan: {type: text, optional: true}
    references: {pemetik: [nomor]}
outputs:
  payroll: {columns: [nomor]}
"""
PROFILE = """\
tables:
  pemetik:
    rows: people
    columns:
      nomor: {pattern: "P{row:03}"}
      lahir: {after: period.start, days: {-20000..-7000: 1}}
  panen:
    rows: entries
    columns:
      karcis: {pattern: "{row}"}
"""


def kebun(folder: Path, profile: str = PROFILE, inputs: str = INPUTS) -> Pack:
    """The pack with that profile beside it."""
    for name, text in {"pack.yaml": PACK, "inputs.yaml": inputs, "synth.yaml": profile}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return whole_pack(draft_pack(read_documents(folder), "kebun"))
