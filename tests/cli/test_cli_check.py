"""`eremun check`: faults and warnings together, counted, warnings last; only faults decide the exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from eremun.cli.app import main

BASE = Path(__file__).parent.parent / "messages" / "base"
CLEAN = """\
basis: perda-1-2024
assumption: cara-hitung
rules:
  kendaraan:
    lain:
      unit: rupiah
      formula: |
        if berlangganan then tarif_jenis[jenis] * diskon
        else sum(kunjungan.denda where menginap)
      accept: {W301: hanya contoh}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "parkir")
    (tmp_path / "parkir" / "2-lain.yaml").write_text(CLEAN)
    return tmp_path / "parkir"


def printed(words: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["check", *words]) == code
    return capsys.readouterr().out


def test_a_clean_pack_is_counted(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed([str(pack)], 0, capsys) == (
        "parkir: 3 aturan, 1 tabel, 0 kasus uji; 1 dari 5 ketentuan bertumpu pada anggapan.\n"
        "Yang dapat menahan orang: tempat 1, janji 0; --notes menunjukkannya.\n"
    )


def test_warnings_do_not_fail(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / "2-lain.yaml").write_text(CLEAN.replace("      accept: {W301: hanya contoh}\n", ""))
    shown = printed([str(pack), "--lang", "en"], 0, capsys)
    assert shown.startswith("Warning[W301] never-used: the rule lain is used nowhere\n")
    assert shown.endswith(
        "\n\nFaults: 0. Warnings: 1.\nparkir: 3 rules, 1 tables, 0 test cases; 1 of 5 provisions rest on assumptions.\n"
        "What can block a person: places 1, promises 0; --notes shows them.\n"
    )
    found = json.loads(printed([str(pack), "--format", "json"], 0, capsys))
    assert [(one["code"], one["severity"]) for one in found] == [("W301", 2), ("N303", 3)]


PROMISES = """\
basis: perda-1-2024
ensure:
  kendaraan:
    wajar:
      formula: jumlah >= 0 rupiah
    murah:
      formula: jumlah <= 100_000 rupiah
      accept: {W307: menahan yang sangat lama parkir}
"""


def test_the_state_of_promises(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sum of amounts that are not below 0 is not; one visit of a day is dearer. Told in a line, as notes
    where they are asked for, and always in JSON."""
    (pack / "3-janji.yaml").write_text(PROMISES)
    lines = (
        "Janji yang terbukti: 1 dari 2. Diperiksa pada tiap orang: murah.\n"
        "Yang dapat menahan orang: tempat 1, janji 1; --notes menunjukkannya.\n"
    )
    assert printed([str(pack)], 0, capsys).endswith(f"bertumpu pada anggapan.\n{lines}")
    shown = printed([str(pack), "--notes", "--lang", "en"], 0, capsys)
    assert "Note[N301] promise-proven: the promise wajar is proven: no input can break it\n" in shown
    assert "\n\nNote[N302] promise-not-proven: the promise murah is not proven" in shown
    assert "\n\nparkir: 3 rules" in shown
    assert "assumptions.\nPromises proven: 1 of 2. Checked for each person: murah.\n" in shown
    found = json.loads(printed([str(pack), "--format", "json"], 0, capsys))
    assert [(one["code"], one["severity"], one["data"]["arguments"]["name"]) for one in found] == [
        ("N301", 3, "wajar"), ("N302", 3, "murah"), ("N303", 3, "data_ditolak"),
    ]  # fmt: skip


def test_a_promise_that_can_be_broken(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told as broken, with its example, and not as unproven too; the whole tables stand in JSON."""
    (pack / "3-janji.yaml").write_text(PROMISES.replace("      accept: {W307: menahan yang sangat lama parkir}\n", ""))
    shown = printed([str(pack), "--notes", "--lang", "en"], 0, capsys)
    assert "Warning[W307] promise-can-break: the promise murah can be broken by inputs within their ranges" in shown
    assert "N302" not in shown
    assert "\nPromises proven: 1 of 2. Can be broken: murah.\n" in shown
    found = json.loads(printed([str(pack), "--format", "json"], 0, capsys))
    assert [one["code"] for one in found] == ["W307", "N301", "N303"]
    assert found[0]["data"]["arguments"]["given"].startswith("kendaraan:\n  - {nomor: ")


def test_faults_come_first(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault of a test file lets the pack be judged, so its warnings are shown too, after the fault."""
    (pack / "1-biaya.yaml").write_text(
        (BASE / "1-biaya.yaml").read_text() + "    nol:\n      unit: rupiah\n      formula: 0 rupiah\n"
    )
    (pack / "tests").mkdir()
    (pack / "tests" / "satu.yaml").write_text(
        "period: 2026-01\ntests:\n  a:\n    given: {motor: []}\n    expect: {blocked: []}\n"
    )
    shown = printed([str(pack)], 1, capsys)
    assert shown.index("Kesalahan[E656]") < shown.index("Peringatan[W301]")
    assert shown.endswith("\n\nKesalahan: 1. Peringatan: 1.\n")


def test_faults_of_every_stage_together(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line that is no YAML, an unknown heading, a unit that does not fit and a test of an unknown table."""
    (pack / "2-lain.yaml").write_text(
        CLEAN.replace("berlangganan then", "diskon then")
        + '    kutip:\n      label: "tidak ditutup\n      formula: kutip\n    judul:\n      unit: rupiah\n'
        "      rumus: 1 rupiah\n      formula: kutip\n"
    )
    (pack / "tests").mkdir()
    (pack / "tests" / "satu.yaml").write_text(
        "period: 2026-01\ntests:\n  a:\n    given: {motor: []}\n    expect: {blocked: []}\n"
    )
    found = json.loads(printed([str(pack), "--format", "json"], 1, capsys))
    assert [(one["code"], one["range"]["start"]["line"] + 1) for one in found] == [
        ("E302", 8), ("E100", 12), ("E201", 16), ("E656", 4),
    ]  # fmt: skip


def test_another_version_is_told_alone(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = (pack / "pack.yaml").read_text().replace(">=0.1", ">=99.0").replace("kendaraan", "kereta")
    (pack / "pack.yaml").write_text(head)
    shown = printed([str(pack)], 1, capsys)
    assert "E290" in shown
    assert shown.endswith("\n\nKesalahan: 1. Peringatan: 0.\n")
