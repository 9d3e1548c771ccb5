"""The door: a checked pack and cases that pass in, what they cover out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from eremun.check.checked import CheckedPack
from eremun.plan.plan import Plan
from eremun.testing.cases import Case
from eremun.testing.coverage.covering import Covering, Reader, Verdict, benches_of, items_of
from eremun.testing.coverage.paths import NewPaths, new_paths

Progress = Callable[..., None]


@dataclass(frozen=True)
class Month:
    """Data of a month whose people's ways are compared with those of the cases."""

    plan: Plan
    folder: Path


@dataclass(frozen=True)
class Measured:
    """A verdict on every item, in the order of the files; `paths` where a month was given."""

    verdicts: tuple[Verdict, ...]
    paths: NewPaths | None

    @property
    def complete(self) -> bool:
        """Whether every change was noticed."""
        return not any(verdict.unnoticed for verdict in self.verdicts)


def measure(
    checked: CheckedPack, cases: Sequence[Case], read: Reader, month: Month | None, progress: Progress
) -> Measured:
    """What the cases, all of which pass, would notice. Refused where the month can't be read. `progress` is told how
    many items are done, and of how many."""
    with TemporaryDirectory(prefix="eremun-coverage-") as folder:
        benches = list(benches_of(checked, cases, read, Path(folder)))
        paths = None if month is None else new_paths(month.plan, read(month.plan, month.folder), benches)
        items, covering, verdicts = items_of(checked), Covering(checked, benches, read), list[Verdict]()
        for item in items:
            progress(f"{len(verdicts)} / {len(items)}")
            verdicts.append(covering.verdict(item))
        return Measured(tuple(verdicts), paths)
