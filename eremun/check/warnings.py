"""Warnings: what a pack says that holds, and yet is rarely meant. None of them refuses a pack.

An author accepts one on its item, with a reason (`accept: {W301: …}`); a reason left out, or a warning that is not
there, is warned of itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from eremun.check.checked import CheckedPack
from eremun.check.meet import meetings
from eremun.check.proofs.promises import proven
from eremun.check.reads import read_on
from eremun.check.unused import unused
from eremun.diagnostics.diagnostic import Diagnostic, Mark, Span, fault
from eremun.model.accepted import ACCEPTABLE
from eremun.model.builder import in_file_order
from eremun.model.lost import Item, Lost
from eremun.model.rules import Parameter, Row, Table
from eremun.sources.packs import pack_of

_, MID_MONTH, CAN_MEET, MAY_MEET, CAN_BE_BROKEN, OUT_OF_REACH = ACCEPTABLE
FIRST_DAY = ("period", "start")


def warnings_of(checked: CheckedPack) -> list[Diagnostic]:
    """The warnings of a pack that nobody has accepted, and those about accepting, in the order of files and lines; not
    those of packs that it uses."""
    found = [*unused(checked), *_in_mid_month(checked), *_meetings(checked), *_out_of_reach(checked)]
    places = {*((one.code, one.span) for one in found), *_not_proven(checked)}
    silent = {(one.code, one.item) for one in checked.pack.accepted if one.reason}
    shown = [one for one in found if (one.code, one.span) not in silent]
    for one in checked.pack.accepted:
        if not one.reason:
            shown.append(fault("W304", one.span, warning=one.code))
        elif (one.code, one.item) not in places:
            shown.append(fault("W303", one.span, warning=one.code))
    own = [one for one in shown if one.span is not None and pack_of(one.span.file) == pack_of(checked.pack.head)]
    return in_file_order(own, checked.pack.documents)


def _not_proven(checked: CheckedPack) -> Iterator[tuple[str, Span]]:
    """Where it may be accepted that data break a promise: at every one that is not proven."""
    if any(one.code == CAN_BE_BROKEN for one in checked.pack.accepted):
        promises = enumerate(checked.pack.ensures)
        yield from ((CAN_BE_BROKEN, one.span) for place, one in promises if place not in proven(checked))


def _meetings(checked: CheckedPack) -> Iterator[Diagnostic]:
    """Exceptions of one rule that can hold on one row, or of which it can't be told."""
    for one in meetings(checked):
        names = {"rule": one.rule, "first": one.first.name, "second": one.second.name}
        places = Mark(one.second.span), Mark(one.first.span, "@overlaps")
        code = CAN_MEET if one.example else MAY_MEET
        yield fault(code, *places, arguments=names, example=one.example or "")


def _out_of_reach(checked: CheckedPack) -> Iterator[Diagnostic]:
    """Tables with rows that no formula can reach: each once, with the first of these rows. A pack above may reach those
    of one that serves it."""
    first: dict[str, tuple[Table, list[Row]]] = {}
    for table, row in () if checked.pack.serves else checked.out_of_reach:
        first.setdefault(table.name, (table, []))[1].append(row)
    for table, rows in first.values():
        yield fault(OUT_OF_REACH, table.span, Mark(rows[0].span, "@never_reached"), table=table.name, rows=len(rows))


def _in_mid_month(checked: CheckedPack) -> Iterator[Diagnostic]:
    """Versions that begin after the first of a month, read for rows that have no day of their own."""
    read: dict[Item, str] = {}
    for grain, formula in checked.every_formula():
        for on, law, item in read_on(formula, grain):
            by_month = on not in checked.dates if law is None else (*law.path, law.name) == FIRST_DAY
            if by_month:
                read.setdefault(item, on)
    dated: dict[Item, Parameter | Table] = {(Lost.PARAMETER, p.name): p for p in checked.pack.parameters.values()}
    dated |= {(Lost.TABLE, table.name): table for table in checked.pack.tables.values()}
    for item, found in dated.items():
        for version in found.versions if item in read else ():
            if version.effective_from.day > 1 and version.span != found.span:
                yield fault(MID_MONTH, Mark(version.span), day=version.effective_from, grain=read[item])
    for begins in checked.pack.begins:
        if begins.day.day > 1 and begins.monthly:
            yield fault(MID_MONTH, begins.span, day=begins.day, grain=begins.grain)
