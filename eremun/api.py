"""The library: `load` a pack, `plan` a month, `run` it on a folder of data, look at the frames, explain, write.

Every refusal is a `Refused` with all its diagnostics; every stage is imported only when it is needed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from eremun.diagnostics.diagnostic import Diagnostic, Refused, fault

if TYPE_CHECKING:
    import polars as pl

    from eremun.check.checked import CheckedPack
    from eremun.engines.results import Engine, Results
    from eremun.explain import Derivation
    from eremun.intake.inputs import Inputs
    from eremun.model.builder import Draft
    from eremun.model.pack import Pack
    from eremun.outputs.files import OutputFile
    from eremun.outputs.report import Report
    from eremun.outputs.settlement import Settlement
    from eremun.outputs.timings import Timings
    from eremun.plan.nodes import Aggregate
    from eremun.plan.plan import Plan
    from eremun.plan.widths import Widths

EngineName = Literal["polars", "duckdb", "reference"]
Place = str | os.PathLike[str]
INPUTS = "inputs.yaml"


def load(pack: Place, tests: bool = True) -> LoadedPack:
    """The pack in that folder, or of that name among those that come with eremun; its tests only where they are wanted.
    Refused with all its independent faults."""
    from eremun.check.checker import check_draft

    return LoadedPack(check_draft(draft(pack, tests)))


def draft(pack: Place, tests: bool = True) -> Draft:
    """The pack as far as its files can be made out, with their faults. Refused where nothing can be said of it."""
    from eremun.model.builder import draft_pack
    from eremun.sources.reader import read_documents

    folder = find_pack(pack)
    return draft_pack(read_documents(folder, tests), folder.resolve().name)


def read(pack: Place, tests: bool = True) -> Pack:
    """The pack as written, before anyone has checked that it makes sense. Refused as `load`, for form only."""
    from eremun.model.builder import whole_pack

    return whole_pack(draft(pack, tests))


def find_pack(pack: Place) -> Path:
    """The folder of the pack. A folder that is there wins over a name. Refused (E801) with the nearest names."""
    folder = Path(pack)
    if os.path.isdir(folder):  # noqa: PTH112 - `is_dir` raises where the name is too long for the system
        return folder
    shipped = shipped_packs()
    name = os.fspath(pack)
    if name in shipped:
        return shipped[name]
    nearest = get_close_matches(folder.name, shipped, n=3, cutoff=0.5) or list(shipped)
    known = ", ".join(shipped) or "-"
    raise Refused(fault("E801", at=name, name=name, known=known, nearest=", ".join(nearest) or "-"))


def shipped_packs() -> dict[str, Path]:
    """The packs that come with eremun, by name."""
    from eremun.sources import packs

    return packs.shipped_packs()


def file_shown(pack: Place) -> Callable[[str], str]:
    """What the files of a pack and of those it uses are called at the shell."""
    from eremun.diagnostics.places import folder_shown
    from eremun.sources.packs import inside, pack_of, packs_beside

    folder = find_pack(pack)
    shown = folder_shown(folder)

    def name(file: str) -> str:
        used = pack_of(file)
        if used:
            return f"{folder_shown(packs_beside(folder)[used])}/{inside(file)}"
        return f"{shown}/{file}" if shown not in ("", ".") else file

    return name


def packs_for(data: Place) -> list[str]:
    """Of the packs that come with eremun and find a file for each table of their own in that folder, those that read
    the most of them."""
    from eremun.sources.syntax import Mapping
    from eremun.sources.yaml_reader import read_yaml

    stems = {path.stem for path in Path(data).glob("*.*")}

    def tables(folder: Path) -> set[str]:
        file = folder / INPUTS
        document = read_yaml(INPUTS, file.read_bytes())[0] if file.is_file() else None
        section = document.root.get("inputs") if document and isinstance(document.root, Mapping) else None
        return set(section.keys()) if isinstance(section, Mapping) else set()

    found = {name: tables(folder) for name, folder in shipped_packs().items()}
    fitting = {name: len(names) for name, names in found.items() if names and names <= stems}
    return [name for name, count in fitting.items() if count == max(fitting.values())]


def engine_of(name: EngineName) -> Engine:
    """The engine of that name; only that one is imported."""
    match name:
        case "polars":
            from eremun.engines.polars.engine import PolarsEngine

            return PolarsEngine()
        case "duckdb":
            from eremun.engines.duckdb.engine import DuckdbEngine

            return DuckdbEngine()
        case "reference":
            from eremun.engines.reference.engine import ReferenceEngine

            return ReferenceEngine()
    raise ValueError(f"no engine is called {name}")


@dataclass(frozen=True)
class LoadedPack:
    """A pack that makes sense."""

    checked: CheckedPack

    @property
    def pack(self) -> Pack:
        """What its files say."""
        return self.checked.pack

    def warnings(self) -> list[Diagnostic]:
        """What its author may not have meant, of which none refuses it."""
        from eremun.check.warnings import warnings_of

        return warnings_of(self.checked)

    def plan(self, period: str) -> LoadedPlan:
        """What the pack means for that month, `YYYY-MM`. Refused where that is no month or no law is in force."""
        from eremun.plan.lowering import lower

        return LoadedPlan(lower(self.checked, period))


@dataclass(frozen=True)
class LoadedPlan:
    """A plan for one month."""

    plan: Plan

    def text(self) -> str:
        """The plan as text, with widths and limits."""
        from eremun.plan.printer import plan_text

        return plan_text(self.plan)

    def sql(self) -> str:
        """The plan as DuckDB computes it: SQL that reads tables named like the inputs."""
        from eremun.engines.duckdb.engine import DuckdbEngine
        from eremun.plan.widths import Widths

        return DuckdbEngine().sql(self.plan, Widths())

    def run(
        self,
        folder: Place,
        engine: EngineName = "polars",
        *,
        timings: Timings | None = None,
        progress: Callable[..., None] | None = None,
    ) -> Run:
        """Reads the tables in the folder and computes the month. Refused where the data can't be read (E7xx)."""
        from eremun.intake.reader import read_inputs
        from eremun.outputs.timings import Timings
        from eremun.plan.focus import for_run

        timings = timings or Timings(engine)
        wanted = self.plan if engine == "reference" else for_run(self.plan)  # it reads formulas, not steps
        with timings.stage("intake"):
            inputs = read_inputs(wanted, Path(folder), progress)
        with timings.stage("engine"):
            widths = _widths(wanted, inputs)
            timings.widths = widths
            results = engine_of(engine).run(wanted, inputs, widths, kept_grains(self.plan))
        return Run(self, Path(folder), inputs, results, widths, engine, timings)

    def explain(self, folder: Place, key: str) -> Derivation:
        """The derivation of one person's amounts, compared with what the polars engine computes from the same tables.
        Refused (E810, E811) where the data has no such person."""
        from eremun.explain import explain
        from eremun.intake.reader import read_inputs
        from eremun.plan.focus import for_run

        inputs = read_inputs(self.plan, Path(folder))
        computed = for_run(self.plan)
        results = engine_of("polars").run(computed, inputs, _widths(computed, inputs), {self.plan.person})
        return explain(self.plan, inputs, key, results.frames[self.plan.person])


def kept_grains(plan: Plan) -> Set[str]:
    """The grains that the outputs show: the person's and those of the findings."""
    lines = plan.checked.pack.outputs.lines
    of_lines = () if lines is None else (lines.grain,)
    return {plan.person, *of_lines, *(finding.grain for finding in plan.checked.pack.findings)}


def _widths(plan: Plan, inputs: Inputs) -> Widths:
    from eremun.plan.widths import choose_widths

    heights = {name: table.frame.height for name, table in inputs.tables.items()}
    return choose_widths(plan, heights, lambda step: _largest_group(plan, inputs, step), False)


def _largest_group(plan: Plan, inputs: Inputs, step: Aggregate) -> int:
    """The most rows of one group of an aggregate; all rows of the table where its frame does not tell."""
    from eremun.plan.widths import most_rows

    group = plan.checked.pack.groups.get(step.over)
    if step.over in plan.checked.pack.pairs:
        return most_rows(plan, step, {name: table.frame.height for name, table in inputs.tables.items()})
    table = inputs.tables.get(group.of if group is not None else step.over)
    if table is None:
        return 1
    columns = list(step.match.theirs)
    if not columns or table.frame.is_empty() or not set(columns) <= set(table.frame.columns):
        return table.frame.height
    return int(table.frame.group_by(columns).len()["len"].max())  # type: ignore[arg-type]


@dataclass(frozen=True)
class Run:
    """A month computed; nothing is written until `write`. `inputs` and `results` hold what its files need."""

    loaded: LoadedPlan
    folder: Path
    inputs: Inputs
    results: Results
    widths: Widths
    engine: EngineName
    timings: Timings
    _more: dict[str, pl.DataFrame] = field(default_factory=dict, repr=False)

    @property
    def plan(self) -> Plan:
        return self.loaded.plan

    def frame(self, grain: str) -> pl.DataFrame:
        """One row per row of the grain, its columns as the files show them: whole numbers Int64 or Int128, decimals
        Decimal (persen in percent), dates Date, nips and words String, null where a value is not there or does not
        exist; the bits of its faults, and `@blocked`, are in `stored(grain)`. Who is blocked for another reason has his
        amounts here too. The rows of a table are in the order of its file, others by their columns. KeyError where
        there is no such grain."""
        from eremun.outputs.values import readable

        pack = self.plan.checked.pack
        frame = readable(self.stored(grain), self.plan.columns[grain], pack.enums)
        return frame.sort(frame.columns) if grain in pack.groups or grain in pack.pairs else frame

    def stored(self, grain: str) -> pl.DataFrame:
        """The frame as the engine gives it (`Results.frames`), with all columns of the grain. The files of a run need
        but a part of the data, so this reads and computes it in full."""
        if grain not in self.plan.columns:
            raise KeyError(grain)
        if grain not in self._more:
            widths = _widths(self.plan, self.whole_inputs)
            again = engine_of(self.engine).run(self.plan, self.whole_inputs, widths, {grain})
            self._more[grain] = again.frames[grain]
        return self._more[grain]

    def explain(self, key: str) -> Derivation:
        """The derivation of one person's amounts, compared with the results of this run. Refused (E810, E811) where the
        data has no such person."""
        from eremun.explain import explain

        return explain(self.plan, self.whole_inputs, key, self.results.frames[self.plan.person])

    @cached_property
    def whole_inputs(self) -> Inputs:
        """The same files with all their columns. Refused (E816) where they have changed since the run."""
        from eremun.intake.reader import read_inputs

        whole = read_inputs(self.plan, self.folder)
        changed = [
            table.file for name, table in whole.tables.items() if table.sha256 != self.inputs.tables[name].sha256
        ]
        if changed:
            raise Refused(*(fault("E816", at=str(self.folder), file=file) for file in changed))
        return whole

    @cached_property
    def settlement(self) -> Settlement:
        """Who is paid, who is blocked and why, what was found."""
        from eremun.outputs.settlement import settle

        return settle(self.plan, self.results, self.inputs)

    @cached_property
    def files(self) -> tuple[OutputFile, ...]:
        """The files of the run, in memory."""
        from eremun.outputs.files import output_files

        with self.timings.stage("outputs"):
            return output_files(self.settlement)

    @cached_property
    def report(self) -> Report:
        """What run.json says."""
        from eremun.outputs.report import make_report
        from eremun.plan.printer import program_text

        return make_report(self.settlement, self.files, program_text(self.plan))

    def write(self, folder: Place) -> None:
        """All files, timings.json and run.json, whole or not at all. Refused (E804-E807, E812) with nothing changed."""
        from eremun.outputs.files import OutputFile
        from eremun.outputs.publish import publish
        from eremun.outputs.report import REPORT_FILE
        from eremun.outputs.timings import TIMINGS_FILE

        report = OutputFile(REPORT_FILE, self.report.to_bytes(), 1)
        timings = OutputFile(TIMINGS_FILE, self.timings.to_bytes(), 1)
        publish(Path(folder), (*self.files, timings), report)
