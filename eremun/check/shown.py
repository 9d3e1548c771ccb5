"""Whether what the files and the report show can be written there, with the decimals they have."""

from __future__ import annotations

from collections.abc import Sequence

from eremun.check import typed as t
from eremun.check.faults import Faults
from eremun.check.steps import ONE, Steps
from eremun.model.fields import shown
from eremun.model.pack import Pack
from eremun.model.rules import Finding, OutputColumn
from eremun.values.numbers import decimals_of
from eremun.values.types import Kind


def check_decimals(payroll: Sequence[tuple[OutputColumn, t.Typed]], steps: Steps, faults: Faults) -> None:
    """A column of the payroll has decimals enough for its values."""
    for column, formula in payroll:
        if formula.type.kind is Kind.NUMBER:
            percent = 100 if str(formula.type) == "persen" else 1
            scaled = steps.of(formula).step * percent * 10**column.decimals
            if scaled.denominator != 1:
                step = shown(steps.of(formula).step, formula.type)
                enough = decimals_of(scaled / 10**column.decimals)
                more = {"step": step, "needed": "" if enough is None or enough > 9 else enough}
                faults.add("E322", column.span, name=column.name, decimals=column.decimals, **more)


def check_findings(findings: Sequence[tuple[Finding, t.Typed]], steps: Steps, faults: Faults) -> None:
    """Findings are listed in whole rupiah or as a count."""
    for finding, formula in findings:
        found = steps.of(formula)
        percent = 100 if str(formula.type) == "persen" else 1
        if found.division is None and (found.step * percent).denominator != 1:
            faults.add("E324", formula.span, name=finding.name, step=shown(found.step, formula.type))


def check_shown(pack: Pack, steps: Steps, faults: Faults) -> None:
    """Numbers of the person that a file or the report shows can be written with decimals."""
    outputs, person = pack.outputs, pack.person
    shown_by = {"blocked: columns": outputs.blocked_columns, "payroll: sort": outputs.payroll_sort[:1]}
    for place, names in shown_by.items():
        for name in names:
            step = steps.rules.get((person, name), ONE)
            if decimals_of(step) is None:
                at = outputs.places.get((place, name))
                faults.add("E325", at, name=name, place=place, step=shown(step, pack.rules[person, name].type))
