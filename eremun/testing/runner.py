"""Runs cases on the road of a run: files written, read by intake, computed by an engine, compared exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from eremun.diagnostics.diagnostic import Diagnostic, Refused, fault
from eremun.diagnostics.langs import LANGS
from eremun.diagnostics.texts import texts_of
from eremun.engines.results import Results
from eremun.intake.inputs import Inputs
from eremun.plan.plan import Plan
from eremun.testing.actual import Actual
from eremun.testing.came import FromFrames
from eremun.testing.cases import Case
from eremun.testing.comparing import Teller, failures
from eremun.testing.given import write_tables
from eremun.values.periods import Period

Planner = Callable[[Period], Plan]
Reader = Callable[[Plan, Path], Inputs]
Computer = Callable[[Plan, Inputs, Set[str]], Results]
Explainer = Callable[[Case, Plan, Inputs], Teller]


@dataclass(frozen=True)
class Outcome:
    """One case on one engine; it passed where there are no failures."""

    case: Case
    engine: str
    failures: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        return not self.failures


def run_cases(
    cases: Sequence[Case],
    plan_for: Planner,
    read: Reader,
    engines: Mapping[str, Computer],
    explainer: Explainer | None = None,
) -> Iterator[Outcome]:
    """An outcome for every case and engine, as they come. `explainer`: tells of values that were not expected."""
    plans: dict[Period, Plan | Refused] = {}
    with TemporaryDirectory(prefix="eremun-test-") as folder:
        for number, case in enumerate(cases):
            if case.period not in plans:
                plans[case.period] = _planned(plan_for, case.period)
            yield from _outcomes(case, plans[case.period], read, engines, Path(folder) / str(number), explainer)


def _planned(plan_for: Planner, period: Period) -> Plan | Refused:
    try:
        return plan_for(period)
    except Refused as refusal:
        return refusal


def _outcomes(
    case: Case,
    plan: Plan | Refused,
    read: Reader,
    engines: Mapping[str, Computer],
    folder: Path,
    explainer: Explainer | None,
) -> Iterator[Outcome]:
    names = {engine: case.name if len(engines) == 1 else f"{case.name} ({engine})" for engine in engines}
    try:
        if isinstance(plan, Refused):
            raise plan
        folder.mkdir()
        write_tables(case.tables, plan.checked.pack, folder)
        inputs = read(plan, folder)
    except Refused as refusal:
        for engine, name in names.items():
            yield Outcome(case, engine, (_refused(case, name, refusal),))
        return
    how = None if explainer is None else explainer(case, plan, inputs)
    for engine, compute in engines.items():
        yield Outcome(case, engine, _failures(case, plan, inputs, compute, names[engine], how))


def _failures(
    case: Case, plan: Plan, inputs: Inputs, compute: Computer, name: str, how: Teller | None
) -> tuple[Diagnostic, ...]:
    try:
        results = compute(plan, inputs, grains_wanted(case, plan))
        return tuple(failures(Actual(case, plan, inputs, FromFrames(plan, results)), name, how))
    except Refused as refusal:
        return (_refused(case, name, refusal),)


def grains_wanted(case: Case, plan: Plan) -> Set[str]:
    """The grains whose rows the case looks at: those it names, and those of the lists."""
    findings = plan.checked.pack.findings
    return {plan.person, *(row.grain for row in case.rows), *(finding.grain for finding in findings)}


def _refused(case: Case, name: str, refusal: Refused) -> Diagnostic:
    said = {f"refusal_{lang}": "\n".join(texts_of(one, lang).message for one in refusal.diagnostics) for lang in LANGS}
    return fault("E655", case.span, case=name, arguments=said)
