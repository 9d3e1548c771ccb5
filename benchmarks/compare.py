"""The engines beside the same job written by hand: whole processes in turn, the same data, the same bytes checked.

`python benchmarks/compare.py` makes the data where absent, runs A B A B …, prints medians, ratios and peak memory.
The hand-written jobs trust every cell and work out the pay only; `eremun run` checks and writes all it always does.
"""

from __future__ import annotations

import argparse
import os
import platform
import shlex
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
PACK, PERIOD, SEED = "kota-bandung", "2026-01", 1
KINDS = ("polars", "duckdb", "pandas")
SHUFFLE = """
import pathlib, sys
import polars as pl
for file in pathlib.Path(sys.argv[1]).iterdir():
    parquet = file.suffix == ".parquet"
    rows = pl.read_parquet(file) if parquet else pl.read_csv(file, infer_schema=False)
    rows = rows.sample(fraction=1.0, shuffle=True, seed=int(sys.argv[2]))
    rows.write_parquet(file) if parquet else rows.write_csv(file)
"""


@dataclass
class Job:
    """A command, where it leaves payroll.csv, and what its runs took: seconds, seconds of processor, bytes at most."""

    name: str
    kind: str
    command: list[str]
    payroll: Path
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)


def main() -> int:
    given = _arguments()
    data = _data(given)
    with tempfile.TemporaryDirectory() as out:
        jobs = _jobs(given, data, Path(out))
        for turn in range(given.warmup + given.runs):
            for job in jobs:
                _run(job, counted=turn >= given.warmup)
                print(f"\r{turn + 1}/{given.warmup + given.runs} {job.name:24}", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        different = [job.name for job in jobs if job.payroll.read_bytes() != jobs[0].payroll.read_bytes()]
        _report(given, jobs, different)
    return 1 if different else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The engines of eremun beside the job written by hand.")
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--entries", type=int, default=4_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--warmup", type=int, default=1, help="runs of each that are not counted")
    parser.add_argument(
        "--engines", default="polars,duckdb", help="of polars, duckdb; empty: the hand-written jobs only"
    )
    parser.add_argument("--format", choices=("parquet", "csv"), default="parquet", help="what all of them read")
    parser.add_argument("--shuffle", action="store_true", help="rows in no order, as an export without one has them")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "eremun-benchmarks")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table there too")
    return parser.parse_args()


def _data(given: argparse.Namespace) -> Path:
    """The folder of the month; made if it is not there, whole or not at all."""
    order = "-shuffled" if given.shuffle else ""
    folder: Path = given.cache / f"{PACK}-{PERIOD}-{given.people}-{given.entries}-{SEED}-{given.format}{order}"
    if not folder.is_dir():
        half_made = folder.with_name(folder.name + f".{os.getpid()}")
        size = ["--people", str(given.people), "--entries", str(given.entries), "--seed", str(SEED)]
        where = ["--period", PERIOD, "--format", given.format, "--out", str(half_made)]
        command = [sys.executable, "-m", "eremun.testing.synth", PACK, *size, *where]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_environment())
        if given.shuffle:
            # in a process of its own: what this one has used counts as the memory of those it starts
            subprocess.run([sys.executable, "-c", SHUFFLE, str(half_made), str(SEED)], check=True, env=_environment())
        half_made.rename(folder)
    return folder


def _jobs(given: argparse.Namespace, data: Path, out: Path) -> list[Job]:
    jobs = []
    engines = [name for name in given.engines.split(",") if name]
    for kind in KINDS:
        if kind in engines:
            folder = out / kind
            run = ["run", PACK, "--data", str(data), "--period", PERIOD, "--out", str(folder), "--engine", kind]
            jobs.append(Job(f"eremun, {kind}", kind, [*_eremun(), *run], folder / "payroll.csv"))
        file = out / f"{kind}.csv"
        script = [sys.executable, str(HERE / "by_hand" / f"{kind}_job.py"), str(data), PERIOD, str(file)]
        jobs.append(Job(f"by hand, {kind}", kind, script, file))
    return jobs


def _eremun() -> list[str]:
    """The console script beside this Python; in a checkout that is not installed, cli.py."""
    script = Path(sys.executable).with_name("eremun")
    return [str(script)] if script.is_file() else [sys.executable, str(HERE.parent / "cli.py")]


def _environment() -> dict[str, str]:
    """That of an installed program: its modules are compiled once and kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, [str(HERE.parent), os.environ.get("PYTHONPATH")]))}


def _run(job: Job, counted: bool) -> None:
    """Runs the job once, alone. Its memory is what the kernel says of that one process."""
    with tempfile.TemporaryFile() as said:
        begin = time.perf_counter()
        process = subprocess.Popen(job.command, stdout=said, stderr=said, env=_environment())
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(
                f"\n{job.name} ended with {process.returncode}:\n{said.read().decode(errors='replace')[-3000:]}"
            )
    if counted:
        job.seconds.append(seconds)
        job.processor.append(usage.ru_utime + usage.ru_stime)
        job.memory.append(usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


def _report(given: argparse.Namespace, jobs: list[Job], different: list[str]) -> None:
    """The table on stdout, in Markdown as it can stand in the documentation."""
    by_hand = {job.kind: job for job in jobs if job.name.startswith("by hand")}
    lines = ["| job | seconds, median | min to max | to by hand | processor s | to by hand | peak MB |"]
    lines.append("|---|---:|---:|---:|---:|---:|---:|")
    for job in jobs:
        other = by_hand[job.kind]
        wall = f"{median(job.seconds):.2f} | {min(job.seconds):.2f} to {max(job.seconds):.2f}"
        busy = f"{median(job.processor):.2f} | {_ratio(job.processor, other.processor):.2f}"
        ratio = f"{_ratio(job.seconds, other.seconds):.2f}"
        lines.append(f"| {job.name} | {wall} | {ratio} | {busy} | {max(job.memory) / 1e6:.0f} |")
    verdict = f"payroll.csv differs: {', '.join(different)}" if different else "payroll.csv: the same bytes from all."
    text = "\n".join([*_heading(given), "", *lines, "", verdict, ""])
    print(text)
    if given.markdown:
        given.markdown.write_text(text, encoding="utf-8")


def _ratio(ours: list[float], by_hand: list[float]) -> float:
    """The median of the ratios turn by turn: what slows the machine for a while slows both."""
    return median(one / two for one, two in zip(ours, by_hand, strict=True))


def _heading(given: argparse.Namespace) -> list[str]:
    libraries = ", ".join(f"{name} {version(name)}" for name in KINDS)
    python = f"Python {platform.python_version()}"
    machine = f"{platform.machine()}, {os.cpu_count()} processors, {_memory()}, {python}, {libraries}"
    size = f"{given.people:,} people, {given.entries:,} entries, {given.format}"
    command = shlex.join(["python", "benchmarks/compare.py", *sys.argv[1:]])
    return [
        f"{PACK} {PERIOD}: {size}; whole processes, {given.runs} runs each in turn.",
        f"{date.today()}, {machine}",
        f"`{command}`",
    ]


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"


if __name__ == "__main__":
    sys.exit(main())
