"""Closed months: what a pack reads of them, and which rules a correction of one would pay.

An input with `ledger: GRAIN` has a row for each row of that grain and each closed month of the year. Its columns are
the key of the grain, the month, and values that the grain has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from eremun.check.faults import Faults
from eremun.check.graph import RuleKey
from eremun.check.steps import ONE, Steps
from eremun.check.structure import Structure
from eremun.diagnostics.diagnostic import Mark
from eremun.model.dated import VERSION
from eremun.model.fields import nearby, said
from eremun.model.inputs import Column, Input
from eremun.model.lost import Item
from eremun.model.pack import Pack
from eremun.values.numbers import decimals_of
from eremun.values.types import Kind, Type, number
from eremun.values.units import NUMBER, PERSEN

MONTHS = 12


def check_closed(pack: Pack, structure: Structure, steps: Steps, faults: Faults) -> None:
    """Each row is one month of one row of the grain, and each value one that the grain has, whole."""
    for item in pack.inputs.values():
        if not item.ledger:
            continue
        if item.ledger not in structure.relations:
            faults.add("E241", item.span, name=item.ledger, **nearby(item.ledger, structure.grains))
            continue
        key = structure.keys[item.ledger]
        if not key or item.key[:-1] != key or item.month in key:
            found = ", ".join(item.key) or "none"
            faults.add("E280", item.span, table=item.name, grain=item.ledger, key=", ".join(key), found=found)
            continue
        for column in item.columns.values():
            if column.name != item.month:
                _check_value(item, column, pack, structure, steps, faults)
            elif not _says_months(column):
                faults.add("E281", column.span, name=column.name, table=item.name)


def _says_months(column: Column) -> bool:
    within = column.low is not None and column.high is not None and 1 <= column.low <= column.high <= MONTHS
    return column.type == number(NUMBER) and not column.decimals and within


def _check_value(item: Input, column: Column, pack: Pack, structure: Structure, steps: Steps, faults: Faults) -> None:
    """The column can hold what a month gave for the name."""
    grain = item.ledger
    if (grain, column.name) in faults.lost.doubtful:
        return
    wanted = _value_of(grain, column.name, pack, structure, steps)
    if wanted is None:
        known = [*structure.columns[grain], *structure.rules.get(grain, ())]
        faults.add("E282", column.span, name=column.name, table=item.name, grain=grain, **nearby(column.name, known))
        return
    type_, step = wanted
    fits = column.type.kind is not Kind.NUMBER or (step / column.step).denominator == 1
    if column.type != type_ or not fits:
        found, needed = _described(column.type, column.step), _described(type_, step)
        faults.add("E283", column.span, name=column.name, grain=grain, found=found, wanted=needed)


def _value_of(grain: str, name: str, pack: Pack, structure: Structure, steps: Steps) -> tuple[Type, Fraction] | None:
    column = structure.columns[grain].get(name)
    if column is not None:
        return column.type, column.step
    rule = pack.rules.get((grain, name))
    return None if rule is None else (rule.type, steps.rules.get((grain, name), ONE))


def _described(type_: Type, step: Fraction) -> str:
    """A type, and for numbers that are not whole how many decimals they need."""
    if type_.kind is not Kind.NUMBER:
        return said(type_)
    decimals = decimals_of(step * 100 if type_ == number(PERSEN) else step)
    return said(type_) + (f", decimals: {decimals}" if decimals else f", {step}" if decimals is None else "")


def check_corrects(
    pack: Pack, order: Iterable[RuleKey], read: Mapping[RuleKey, Iterable[Item]], faults: Faults
) -> None:
    """Numbers of the person, none of which is made from another: its difference would be paid twice."""
    known = [name for (grain, name), rule in pack.rules.items()
             if grain == pack.person and rule.type.kind is Kind.NUMBER and VERSION not in name]  # fmt: skip
    behind: dict[Item, set[str]] = {}
    for key in order:
        found = {name for item in read[key] for name in behind.get(item, ())}
        behind[key] = found | ({key[1]} if key[0] == pack.person else set())
    for name, span in pack.corrects.items():
        if name not in known:
            faults.add("E284", span, name=name, person=pack.person, **nearby(name, known))
            continue
        for other in pack.corrects:
            if other != name and other in behind.get((pack.person, name), ()):
                faults.add("E285", span, Mark(pack.corrects[other], "@declared"), name=name, other=other)
