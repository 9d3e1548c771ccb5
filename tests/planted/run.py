"""Plants the faults of faults.toml, one at a time in a copy of the project, and sees that the named test turns red.

`python tests/planted/run.py [NAME …]` prints `n of n` and what went unseen; 1 where not all were seen, or where a text
to replace no longer occurs exactly once, or a named test is red without its fault.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
COPIED = ("eremun", "tests", "rules", "sample_data", "docs", "pyproject.toml", "cli.py")
AT_ONCE = 2
LONGEST = 120


@dataclass(frozen=True)
class Planted:
    name: str
    file: str
    find: str
    put: str
    test: str


def faults(names: Sequence[str] = ()) -> list[Planted]:
    """The faults of those names; of no names, all."""
    listed = tomllib.loads((HERE / "faults.toml").read_text(encoding="utf-8"))
    return [Planted(name, **fault) for name, fault in listed.items() if not names or name in names]


def misplaced(planted: Planted) -> str | None:
    """Why the fault cannot be planted; None where it can."""
    text = (PROJECT / planted.file).read_text(encoding="utf-8")
    times = text.count(planted.find)
    return None if times == 1 else f"{planted.name}: the text occurs {times} times in {planted.file}"


def copy(to: Path) -> Path:
    """The project as it lies on the disk."""
    for name in COPIED:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        elif source.is_file():
            shutil.copy(source, to / name)
    return to


def is_green(project: Path, tests: Sequence[str]) -> bool:
    """Whether all those tests pass there."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", *tests]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(project)}
    environment.pop("EREMUN_SEED", None)
    try:
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return False
    if done.returncode not in (0, 1, 2):  # 2: what the fault broke could not even be imported
        raise RuntimeError(f"{tests}: {done.stdout.decode()[-2000:]}")
    return done.returncode == 0


def is_seen(planted: Planted, project: Path) -> bool:
    """Whether the named test turns red; the copy is as before afterwards."""
    path = project / planted.file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(planted.find, planted.put), encoding="utf-8")
    try:
        return not is_green(project, [planted.test])
    finally:
        path.write_text(text, encoding="utf-8")


def unseen(planted: Sequence[Planted], copies: Sequence[Path]) -> list[str]:
    """The faults whose test stayed green."""
    free: Queue[Path] = Queue()
    for project in copies:
        free.put(project)

    def one(fault: Planted) -> bool:
        project = free.get()
        try:
            return is_seen(fault, project)
        finally:
            free.put(project)

    with ThreadPoolExecutor(len(copies)) as pool:
        seen = list(pool.map(one, planted))
    return [fault.name for fault, found in zip(planted, seen, strict=True) if not found]


def main(names: Sequence[str]) -> int:
    started = time.monotonic()
    planted = faults(names)
    wrong = [text for fault in planted if (text := misplaced(fault)) is not None]
    if wrong:
        print("\n".join(wrong))
        return 1
    with tempfile.TemporaryDirectory() as folder:
        copies = [copy(Path(folder) / str(place)) for place in range(AT_ONCE)]
        if not is_green(copies[0], sorted({fault.test for fault in planted})):
            print("a named test is red without any fault")
            return 1
        left = unseen(planted, copies)
    print(
        f"{len(planted) - len(left)} of {len(planted)} planted faults were seen, in {time.monotonic() - started:.0f} s"
    )
    for name in left:
        print(f"not seen: {name}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
