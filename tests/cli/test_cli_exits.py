"""Exit codes and what stderr says: usage, refusals, interrupts, closed pipes, faults of ours."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from eremun.cli.app import VERBS, execute, main
from eremun.cli.exits import guarded
from eremun.cli.options import remember
from eremun.diagnostics.diagnostic import Refused, fault

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _indonesian(monkeypatch):
    monkeypatch.delenv("EREMUN_LANG", raising=False)
    monkeypatch.delenv("EREMUN_DEBUG", raising=False)
    remember([])


def raising(error):
    def work():
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Refused(fault("E801", name="x", known="y", nearest="y")), 3),
        (KeyboardInterrupt(), 130),
        (MemoryError(), 3),
        (OSError(errno.ENOSPC, "full"), 3),
        (ValueError("ours"), 70),
        (OSError(errno.EIO, "ours"), 70),
        (SystemExit(143), 143),
    ],
)
def test_every_end_has_its_code(error, code, monkeypatch):
    monkeypatch.setattr("eremun.cli.exits.close_stdout", lambda: None)
    assert guarded(raising(error)) == code


def test_ctrl_c_that_a_library_turned_into_its_own_error():
    def work():
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise RuntimeError("query interrupted") from None

    assert guarded(work) == 130


def test_the_signal_handlers_are_as_before():
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    guarded(raising(ValueError()))
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before


def test_a_fault_of_ours_is_short_in_both_languages_and_tells_no_data(capsys):
    assert guarded(raising(ValueError("Budi"))) == 70
    said = capsys.readouterr().err
    assert "kesalahan pada programnya sendiri" in said
    assert "a fault in the program itself" in said
    assert "ValueError" in said
    assert "Traceback" not in said
    assert "Budi" not in said


def test_the_traceback_on_demand(capsys, monkeypatch):
    monkeypatch.setenv("EREMUN_DEBUG", "1")
    assert guarded(raising(ValueError("Budi"))) == 70
    assert "ValueError: Budi" in capsys.readouterr().err


def test_a_refusal_goes_to_stderr_and_as_json_to_stdout(capsys):
    refused = Refused(fault("E801", name="x", known="y", nearest="y"))
    guarded(raising(refused))
    text = capsys.readouterr()
    assert text.out == ""
    assert "Kesalahan[E801] pack-not-found" in text.err
    remember(["--format=json"])
    guarded(raising(refused))
    assert json.loads(capsys.readouterr().out)[0]["code"] == "E801"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Pemakaian: eremun PERINTAH"),
        (["runn"], "tidak ada perintah 'runn'"),
        (["run", "x", "--perod", "2026-01"], "tidak ada pilihan --perod; mungkin dimaksudkan --period"),
        (["run"], "PACK belum disebut"),
        (["run", "x", "--period", "2026-01"], "--data belum disebut"),
        (["run", "x", "--period"], "pilihan '--period' memerlukan nilai"),
        (["run", "x", "--data", "d", "--period", "2026-01"], "(atau pakai --dry-run)\nLihat: eremun run --help"),
        (["run", "x", "--engine", "z"], "bukan salah satu dari"),
        (["run", "x", "--lang", "fr"], "nilai untuk --lang tidak dapat dipakai"),
        (["template", "x", "y", "--out", "z"], "ada kata yang berlebih (y)"),
    ],
)
def test_wrong_usage_is_2_in_the_language_of_the_screen(capsys, words, said):
    assert main(words) == 2
    text = capsys.readouterr()
    assert said in text.err
    assert text.out == ""


def test_wrong_usage_in_english(capsys):
    assert main(["run", "--lang", "en"]) == 2
    assert "Wrong usage: PACK is missing\nSee: eremun run --help" in capsys.readouterr().err


def test_help_and_version(capsys, monkeypatch):
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert [verb for verb in VERBS if verb not in shown] == []
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("eremun 0.")
    monkeypatch.setenv("EREMUN_LANG", "en")
    assert execute(["--help"]) == 0
    assert "Compute a month" in capsys.readouterr().out


def test_a_verb_that_is_not_there_yet(capsys, monkeypatch):
    monkeypatch.setitem(VERBS, "nanti", ("Nanti", "Later"))
    assert main(["nanti"]) == 2
    assert "perintah nanti belum tersedia" in capsys.readouterr().err


def test_an_unknown_pack_is_refused_with_the_nearest(capsys):
    assert main(["plan", "nama-yang-tidak-ada", "--period", "2026-01"]) == 3
    assert "tidak ada paket aturan bernama" in capsys.readouterr().err


def test_help_imports_no_engine():
    wanted = "import sys; from eremun.cli.app import main; main(sys.argv[1:]); print(*sys.modules)"
    for words in (["--help"], ["run", "--help"]):
        done = subprocess.run(
            [sys.executable, "-c", wanted, *words], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert not {"polars", "duckdb", "rich", "ruamel", "ruamel.yaml"} & set(done.stdout.split())


def test_nobody_reads_stdout():
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "cli.py", "rule"], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_stdout_on_a_full_disk():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "cli.py", "rule"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 3
    assert "E814" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (["run", "kota-bandung", "--data", "", "--period", "2026-01", "--dry-run"], "--data"),
        (["run", "kota-bandung", "--data", "x", "--period", "2026-01", "--out", " "], "--out"),
        (["explain", "1", "--data", "", "--period", "2026-01"], "--data"),
        (["template", "kota-bandung", "--out="], "--out"),
        (["test", "kota-bandung", "--coverage", "--data", " ", "--period", "2026-01"], "--data"),
    ],
)
def test_an_empty_name_is_not_the_folder_one_is_in(words, option, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    assert f"nilai untuk {option} tidak dapat dipakai: nama foldernya kosong" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def in_a_shell(script: str) -> subprocess.CompletedProcess[str]:
    """The command of an installation, with words and redirections as typed."""
    eremun = f'{sys.executable} -c "from eremun.cli import main; raise SystemExit(main())"'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(script.format(eremun=eremun), shell=True, capture_output=True, text=True, env=environment)


@pytest.mark.skipif(os.name != "posix", reason="a shell of another kind")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_without_stdout_or_stderr_the_exit_code_is_the_same(closed):
    for words, code in (("rule E704", 0), ("rule E9999", 2)):
        ran = in_a_shell(f"{{eremun}} {words} {closed}")
        assert ran.returncode == code, ran.stderr
        assert "Traceback" not in ran.stdout + ran.stderr
        assert "kesalahan pada programnya" not in ran.stderr


def test_ctrl_c_while_python_leaves_is_nothing():
    """Libraries tidy up when the process ends; a Ctrl-C there came with a traceback."""
    script = (
        "import atexit, signal, sys\nfrom eremun.cli import main\n"
        "sys.argv[1:] = ['rule', 'E704']\ncode = main()\n"
        "atexit.register(signal.raise_signal, signal.SIGINT)\nsys.exit(code)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(os.name != "posix", reason="no timer of that kind")
def test_ctrl_c_that_python_would_leave_out():
    """As while an object goes away: it was printed with a traceback, and the work went on."""
    script = (
        "import signal, sys, time\n"
        "from eremun.cli import app, main\n"
        "class Going:\n"
        "    def __del__(self):\n"
        "        signal.raise_signal(signal.SIGINT)\n"
        "def work(words):\n"
        "    Going()\n"
        "    time.sleep(30)\n"
        "app.execute = work\n"
        "sys.argv[1:] = []\n"
        "sys.exit(main())"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, timeout=20)
    assert (ran.returncode, ran.stderr) == (130, "Dihentikan.\n")


@pytest.mark.skipif(os.name != "posix", reason="no timer of that kind")
@pytest.mark.parametrize("pool", ["with ThreadPoolExecutor(1) as pool:", "for pool in [ThreadPoolExecutor(1)]:"])
def test_ctrl_c_that_leaves_a_thread_waiting_for_ever(pool):
    """As when it comes while a lock is being taken: neither who waits for the thread nor Python's own end may hang."""
    script = (
        "import signal, sys, threading\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from eremun.cli import app, exits, main\n"
        "exits.PATIENCE = 0.1\n"
        "def work(words):\n"
        f"    {pool}\n"
        "        pool.submit(threading.Event().wait)\n"
        "        signal.raise_signal(signal.SIGINT)\n"
        "app.execute = work\n"
        "sys.argv[1:] = []\n"
        "sys.exit(main())"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert (ran.returncode, ran.stderr) == (130, "Dihentikan.\n")
