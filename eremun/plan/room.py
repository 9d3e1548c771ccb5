"""Whether the numbers of a pack have room enough, before there is any data: a checked pack in, E605 out.

What does not fit 128 bit with one row in every group fits in no month.
"""

from __future__ import annotations

from eremun.check.checked import CheckedPack
from eremun.diagnostics.diagnostic import Diagnostic, Refused
from eremun.plan.lowering import lower
from eremun.plan.widths import choose_widths
from eremun.values.periods import Period


def without_room(checked: CheckedPack) -> list[Diagnostic]:
    """The first value that can become too large, of the months that differ most; none where no law is in force."""
    for period in telling_months(checked):
        try:
            choose_widths(lower(checked, period), {})
        except Refused as refused:
            if found := [one for one in refused.diagnostics if one.code == "E605"]:
                return found
    return []


def telling_months(checked: CheckedPack) -> list[Period]:
    """The month in which the last version begins, and the first month of the pack."""
    pack = checked.pack
    days = [version.effective_from for one in pack.parameters.values() for version in one.versions]
    days += [version.effective_from for one in pack.tables.values() for version in one.versions]
    days += [begins.day for begins in pack.begins]
    starts = [max([*days, pack.effective_from]), pack.effective_from]
    return list(dict.fromkeys(Period(day.year, day.month) for day in starts))
