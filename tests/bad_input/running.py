"""Runs a case: puts its month and an older result into a folder, gives the command, looks at what is there afterwards."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from eremun import api
from eremun.cli.app import main
from tests.bad_input.around import Around, applied, command
from tests.bad_input.cases import Case
from tests.bad_input.month import clean_folder, clean_month, write

ROOT = Path(__file__).resolve().parents[2]
OUT = "hasil"
ENORMOUS = 10_000_000
RESULTS = ("blocked.csv", "findings.csv", "payroll.csv", "rejected.csv", "run.json", "timings.json")
LONGEST = 190

Tree = dict[str, bytes | str]


@dataclass(frozen=True)
class Outcome:
    """How a command ended, what it printed, and everything in its folder before and after."""

    exit: int
    out: str
    err: str
    before: Tree
    after: Tree

    def results(self) -> Tree:
        """The files of the folder of results, by name."""
        return {
            name.removeprefix(f"{OUT}/"): content for name, content in self.after.items() if name.startswith(f"{OUT}/")
        }

    def report(self) -> dict[str, Any]:
        return dict(json.loads(self.results()["run.json"]))

    def lines(self, file: str) -> list[dict[str, str]]:
        content = self.results()[file]
        assert isinstance(content, bytes)
        before = csv.field_size_limit(ENORMOUS)
        try:
            return list(csv.DictReader(io.StringIO(content.decode(), newline="")))
        finally:
            csv.field_size_limit(before)

    def message(self) -> str:
        """The first line said about a fault: of a refusal, else of the rejected rows, else of all."""
        lines = (self.err or self.out).splitlines()
        heads = [place for place, line in enumerate(lines) if line.startswith("Baris yang ditolak ketika dibaca")]
        text = " ".join(lines[heads[0] + 1 if heads else 0].split()) if lines else ""
        return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"

    def left(self) -> str:
        """What became of the folder of results, for the page."""
        if self.before == self.after:
            return "hasil lama utuh"
        if tuple(sorted(self.results())) != RESULTS:
            return "TIDAK UTUH: " + ", ".join(self.results())
        people, inputs = self.report()["people"], self.report()["inputs"]
        rows = sum(table["rows_rejected"] for table in inputs.values())
        counts = f"dibayar {people['paid']}, tertahan {people['blocked']}, ditolak {people['rejected']}"
        return f"hasil baru, lengkap: {counts}; baris ditolak {rows}"


def prepare(case: Case, form: str, root: Path, older: bool = True) -> None:
    """The case's month in `data`, and an older result in `hasil`."""
    shutil.copytree(clean_folder(form), root / "data")
    if older:
        shutil.copytree(older_result(), root / OUT)
    if case.rows:
        _write_changed(case, form, root / "data")
    if case.files:
        case.files(root, form)


def _write_changed(case: Case, form: str, folder: Path) -> None:
    month, clean = clean_month(), clean_month()
    assert case.rows
    case.rows(month, form)
    for name, table in month.items():
        if table != clean[name]:
            write(folder, name, table, form)


@cache
def older_result() -> Path:
    """The result of the month without fault; what is in it is told apart from new results by its report."""
    folder = clean_folder("csv").parent / "older"
    with redirect_stdout(io.StringIO()), remembered_packs():
        assert (
            main(
                ["run", "kota-bandung", "--data", str(clean_folder("csv")), "--period", "2026-01", "--out", str(folder)]
            )
            == 0
        )
    (folder / "timings.json").write_text("{}")
    return folder


def clean_payroll() -> bytes:
    return (older_result() / "payroll.csv").read_bytes()


def words(case: Case, *more: str) -> list[str]:
    return ["run", case.pack, "--data", case.data, "--period", case.period, "--out", case.out, *more]


def run_here(case: Case, root: Path, *more: str, around: Around | None = None) -> Outcome:
    """The console script's `main` in this process; packs are read once."""
    around = case.around if around is None else around
    out, err, before = io.StringIO(), io.StringIO(), tree(root)
    packs = remembered_packs() if case.remembers_pack else _nothing()
    with chdir(root), redirect_stdout(out), redirect_stderr(err), packs, applied(around):
        code = main(words(case, *more))
    return Outcome(code, out.getvalue(), err.getvalue(), before, tree(root))


def run_console(case: Case, root: Path, *more: str) -> Outcome:
    """The console script in a process of its own."""
    before, temporary = tree(root), root.parent / f"{root.name}-tmp"
    temporary.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("EREMUN_")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(temporary)}
    done = subprocess.run(
        command(case.around, words(case, *more)),
        cwd=root,
        env=environment,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert not list(temporary.iterdir()), f"left over: {list(temporary.iterdir())}"
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode(), before, tree(root))


@contextmanager
def _nothing() -> Iterator[None]:
    yield


_remembered: dict[str, Any] = {}


@contextmanager
def remembered_packs() -> Iterator[None]:
    """Reading a pack takes longer than a small month, and it is not what is tried here."""
    with (
        patch.object(api, "load", _remembering(api.load)),
        patch.object(api.LoadedPack, "plan", _remembering(api.LoadedPack.plan)),
        patch.object(api.LoadedPlan, "text", _remembering(api.LoadedPlan.text)),
    ):
        yield


def _remembering(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which gives again what it gave for the same words and the same remembered things."""

    def remembered(*arguments: Any, **options: Any) -> Any:
        told = [one if isinstance(one, str) else id(one) for one in (*arguments, *options.values())]
        key = f"{function.__qualname__} {told} {list(options)}"
        if key not in _remembered:
            _remembered[key] = function(*arguments, **options)
        return _remembered[key]

    return remembered


def tree(root: Path) -> Tree:
    """Every file below, with its content; folders, links and what can't be read with what they are."""
    found: Tree = {}
    for folder, folders, files in os.walk(root):
        for name in [*folders, *files]:
            path = Path(folder, name)
            found[path.relative_to(root).as_posix()] = _content(path)
    return found


def _content(path: Path) -> bytes | str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    if path.is_dir():
        return "folder"
    return path.read_bytes() if os.access(path, os.R_OK) else "unreadable"
