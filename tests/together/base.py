"""Single faults of the small pack that the messages are tested with."""

from __future__ import annotations

from tests.together.single import Single, column, parameter, rows, rule, table

SINGLES = [
    Single("E100", "inputs.yaml", ("enums", "jenis"), "[motor, mobil]", "[motor, mobil"),
    Single("E135", "1-biaya.yaml", rule("kunjungan", "biaya"), "tarif * lama", "tarif lama"),
    Single("E203", "tables.yaml", parameter("tarif"), "100 rupiah/menit", "seratus rupiah/menit"),
    Single("E204", "inputs.yaml", column("kunjungan", "lama"), "lama: {type: menit,", "lama: {type: minggu,"),
    Single("E241", "inputs.yaml", rows("kunjungan"), "references: {kendaraan: [nomor]}", "references: {mobil: [nomor]}"),
    Single("E248", "1-biaya.yaml", rule("kendaraan", "jumlah"), "sum(kunjungan.biaya)", "sum(kunjungan.biaya) + tarif_kelas[jenis]", 0, "type"),
    Single("E223", "tables.yaml", table("tarif_jenis"), "mobil: 2_000", "bus: 2_000", also=(("enums", "jenis"),)),
    Single("E252", "outputs.yaml", ("outputs", "sort"), "sort: [nomor]", "sort: [nomer]"),
    Single("E205", "pack.yaml", ("pack", ""), "effective_from: 2024-01-01", "effective_from: 2024-00-01"),
    Single("E202", "regulations.yaml", ("regulations", "cara-hitung"), "    note: Urutan langkah, sejauh tidak tertulis dalam peraturan\n", "    # kosong\n", -1),
]  # fmt: skip
