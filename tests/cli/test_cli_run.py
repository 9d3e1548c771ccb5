"""`eremun run` on the month that lies beside the project: the same bytes as the expected files, and what it refuses."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from eremun.cli.app import main

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "sample_data" / "2026-01"
FILES = ("payroll.csv", "blocked.csv", "rejected.csv", "findings.csv")


@pytest.fixture(autouse=True)
def _indonesian(monkeypatch):
    monkeypatch.delenv("EREMUN_LANG", raising=False)


def run(out: Path | None, *more: str, data: Path = DATA, period: str = "2026-01") -> int:
    words = ["run", "kota-bandung", "--data", str(data), "--period", period, *more]
    return main([*words, "--out", str(out)] if out else words)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("engine", ["polars", "duckdb", "reference"])
def test_every_engine_writes_the_expected_bytes(tmp_path, engine):
    assert run(tmp_path / "out", "--engine", engine) == 0
    written = contents(tmp_path / "out")
    assert set(written) == {*FILES, "run.json", "timings.json"}
    for name in FILES:
        assert written[name] == (DATA / "expected" / name).read_bytes()


def test_run_json_is_the_same_on_every_engine(tmp_path):
    reports = []
    for engine in ("polars", "duckdb", "reference"):
        run(tmp_path / engine, "--engine", engine)
        reports.append((tmp_path / engine / "run.json").read_bytes())
    assert reports[0] == reports[1] == reports[2]
    people = json.loads(reports[0])["people"]
    assert people["people_in"] == people["paid"] + people["blocked"] + people["rejected"] == 69


def test_strict_writes_the_files_and_ends_with_1(tmp_path):
    assert run(tmp_path / "out", "--strict") == 1
    assert (tmp_path / "out" / "run.json").exists()


def test_a_dry_run_writes_nothing(tmp_path, capsys):
    assert run(tmp_path / "out", "--dry-run") == 0
    assert not (tmp_path / "out").exists()
    assert "tidak ada berkas yang ditulis" in capsys.readouterr().out
    assert run(None, "--dry-run") == 0


def test_json_for_programs(tmp_path, capsys):
    assert run(tmp_path / "out", "--format", "json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["folder"] == str(tmp_path / "out")
    assert said["report"] == json.loads((tmp_path / "out" / "run.json").read_bytes())


@pytest.mark.parametrize("period", ["2026-13", "202601", "2026-1", "2021-12", "0000-01", ""])
def test_a_period_that_cannot_be_computed_is_refused(tmp_path, period):
    assert run(tmp_path / "out", period=period) == 3
    assert not (tmp_path / "out").exists()


def test_a_refused_run_leaves_the_older_output_and_says_so(tmp_path, capsys):
    run(tmp_path / "out")
    before = contents(tmp_path / "out")
    (tmp_path / "data").mkdir()
    assert run(tmp_path / "out", data=tmp_path / "data") == 3
    assert contents(tmp_path / "out") == before
    assert "tetap seperti semula" in capsys.readouterr().err


def test_results_do_not_go_among_the_data(tmp_path, capsys):
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    assert run(data, data=data) == 3
    assert "E813" in capsys.readouterr().err
    assert not (data / "payroll.csv").exists()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path, capsys):
    (tmp_path / "out").write_bytes(b"mine")
    assert run(tmp_path / "out") == 3
    assert "E804" in capsys.readouterr().err
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_language_and_folder_change_no_byte(tmp_path, monkeypatch, capsys):
    run(tmp_path / "one")
    monkeypatch.setenv("EREMUN_LANG", "en")
    monkeypatch.chdir(tmp_path)
    run(Path("two"))
    assert "People in the data" in capsys.readouterr().out
    one, two = contents(tmp_path / "one"), contents(tmp_path / "two")
    assert {name: one[name] for name in (*FILES, "run.json")} == {name: two[name] for name in (*FILES, "run.json")}


def test_a_broken_rule_is_shown_where_the_author_finds_it(tmp_path, monkeypatch, capsys):
    pack = Path(shutil.copytree(ROOT / "rules" / "kota-bandung", tmp_path / "contoh"))
    chapter = pack / "4-potongan.yaml"
    chapter.write_text(chapter.read_text().replace("tpp_bruto - potongan_hukuman", "tpp_bruto - nilai_kinerja"))
    monkeypatch.chdir(tmp_path)
    assert main(["run", "contoh", "--data", str(DATA), "--period", "2026-01", "--out", "out"]) == 3
    assert "--> contoh/4-potongan.yaml:" in capsys.readouterr().err


@pytest.mark.parametrize("delay", [0.3, 0.6, 0.9])
def test_ctrl_c_leaves_nothing_half_written(tmp_path, delay):
    words = ["run", "kota-bandung", "--data", str(DATA), "--period", "2026-01", "--out", str(tmp_path / "out")]
    running = subprocess.Popen(
        [sys.executable, "cli.py", *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(delay)
    os.kill(running.pid, signal.SIGINT)
    said = running.communicate(timeout=60)[1]
    assert "Traceback" not in said
    assert running.returncode in (0, 130)
    if (tmp_path / "out").exists():
        assert set(contents(tmp_path / "out")) == {*FILES, "run.json", "timings.json"}
        assert not [path for path in (tmp_path / "out").iterdir() if path.is_dir()]


def test_a_reader_who_leaves_changes_nothing(tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    words = ["run", "kota-bandung", "--data", str(DATA), "--period", "2026-01", "--out", str(tmp_path / "out")]
    done = subprocess.run(
        [sys.executable, "cli.py", *words], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out" / "run.json").exists()


def test_plan_and_sql(capsys):
    assert main(["plan", "kota-bandung", "--period", "2026-01"]) == 0
    assert capsys.readouterr().out.strip()
    assert main(["plan", "kota-bandung", "--period", "2026-01", "--sql"]) == 0
    assert "SELECT" in capsys.readouterr().out


def test_template_is_read_back_and_never_overwrites(tmp_path, capsys):
    assert main(["template", "kota-bandung", "--out", str(tmp_path)]) == 0
    heading = (tmp_path / "aktivitas.csv").read_text()
    assert heading == "id,nip,tanggal,kode,volume,status,diajukan,diputus,verifikator\n"
    assert "zakat" in (tmp_path / "pegawai.csv").read_text()
    (tmp_path / "aktivitas.csv").write_text("mine")
    assert main(["template", "kota-bandung", "--out", str(tmp_path)]) == 3
    assert "E808" in capsys.readouterr().err
    assert (tmp_path / "aktivitas.csv").read_text() == "mine"
