"""A pack that says the columns of its payroll only: whoever is not paid is listed all the same."""

from __future__ import annotations

from pathlib import Path

import eremun
from tests.messages.test_one_mistake import PACK, written

DATA = {
    "pegawai": "nip,status,kelas\n199001012015031001,pns,7\n199001012015031002,pns,1\n",
    "presensi": "nip,tanggal,terlambat\n199001012015031001,2026-01-05,481\n"
    + "".join(f"199001012015031002,2026-01-{day:02},480\n" for day in range(1, 11)),
}


def test_the_blocked_the_rejected_and_findings_are_listed(tmp_path: Path) -> None:
    """1,900,000 - 10 days × 480 minutes × 500 = -500,000: the promise fails. He is not paid, so his finding is one
    million; the other has no minutes left, but is blocked for the row that was rejected."""
    assert "blocked" not in PACK["data.yaml"]
    pack, data = written(tmp_path), tmp_path / "data"
    data.mkdir()
    for name, text in DATA.items():
        (data / f"{name}.csv").write_text(text, encoding="utf-8")
    files = {file.name: file.content.decode() for file in eremun.load(pack).plan("2026-01").run(data).files}
    assert files["rejected.csv"].splitlines() == [
        "table,row,column,value,reason,keterangan",
        "presensi,1,terlambat,481,range,di luar batas",
    ]
    assert {line.rsplit(",", 1)[0] for line in files["blocked.csv"].splitlines()} == {
        "nip,reason",
        "199001012015031001,data_ditolak",
        "199001012015031002,tidak_minus",
    }
    assert files["findings.csv"].splitlines() == [
        "finding,kunci,count,amount,keterangan",
        "kecil,199001012015031001,,1000000,Kurang dari satu juta",
        "kecil,199001012015031002,,1000000,Kurang dari satu juta",
    ]
