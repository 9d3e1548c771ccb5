"""A long run: mutations of packs, kept where they reach code that none reached before. See README.md in this folder.

`python -m tests.fuzz.long --minutes 10 --seed 1 --found FOLDER`: prints executions, minutes of processor time and lines
reached; a text that breaks the program is written to FOLDER, one subfolder each, and ends nothing.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from tests.fuzz.corpus import packs
from tests.fuzz.mutate import mutated
from tests.fuzz.target import judged

ROOT = str(Path(__file__).parent.parent.parent / "eremun")
MOST_KEPT = 5_000
MOST_BYTES = 40_000


class Reached:
    """Pairs of lines run one after the other inside the program."""

    def __init__(self) -> None:
        self.pairs: set[tuple[CodeType, int, int]] = set()
        self.inside: dict[CodeType, bool] = {}
        self.last = 0

    def __call__(self, frame: FrameType, _event: str, _argument: object) -> Any:
        code = frame.f_code
        if code not in self.inside:
            self.inside[code] = code.co_filename.startswith(ROOT)
        return self.line if self.inside[code] else None

    def line(self, frame: FrameType, event: str, _argument: object) -> Any:
        if event == "line":
            self.pairs.add((frame.f_code, self.last, frame.f_lineno))
            self.last = frame.f_lineno
        return self.line


def attempt(files: dict[str, bytes], reached: Reached | None) -> BaseException | None:
    """What escapes from judging these files; None where nothing does."""
    sys.settrace(reached)
    try:
        judged(files)
    except Exception as error:
        return error
    finally:
        sys.settrace(None)
    return None


def keep(error: BaseException, files: dict[str, bytes], folder: Path, known: set[str]) -> None:
    """Writes what broke the program, once for each place where it breaks."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__}-{Path(frame.filename).stem}-{frame.lineno}"
    if place in known:
        return
    known.add(place)
    print(place, error, flush=True)
    (folder / place).mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / place / name.replace("/", "_")).write_bytes(content)
    (folder / place / "traceback.txt").write_text("".join(traceback.format_exception(error)), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--found", type=Path, default=Path("found"))
    asked = parser.parse_args()
    chance, reached, known, executions = random.Random(asked.seed), Reached(), set[str](), 0
    corpus, start = list(packs().values()), time.process_time()
    for files in corpus:
        attempt(files, reached)
    while time.process_time() - start < asked.minutes * 60:
        files = mutated(chance, chance.choice(corpus), chance.choice(corpus))
        before, guided = len(reached.pairs), executions % 4 == 0
        error = attempt(files, reached if guided else None)
        executions += 1
        if error is not None:
            keep(error, files, asked.found, known)
        elif len(reached.pairs) > before and len(corpus) < MOST_KEPT and sum(map(len, files.values())) < MOST_BYTES:
            corpus.append(files)
        if executions % 200 == 0:
            print(f"{executions} executions, {(time.process_time() - start) / 60:.1f} minutes, {len(reached.pairs)} pairs of lines, {len(corpus)} kept, {len(known)} found", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
