"""What a pack defines and nothing uses: W301, a name misspelled elsewhere or a provision forgotten.

Of columns only numbers and yes/no count: the others may inform. Those of keys and relations may stay unread.
"""

from __future__ import annotations

from collections.abc import Iterator

from eremun.check import typed as t
from eremun.check.checked import CheckedPack
from eremun.check.reads import walk
from eremun.diagnostics.diagnostic import Diagnostic, Span, fault
from eremun.model.accepted import ACCEPTABLE
from eremun.model.inputs import Group, Input, Pairs
from eremun.model.lost import Item, Lost
from eremun.model.pack import Pack
from eremun.values.types import Kind, Type

UNUSED = ACCEPTABLE[0]
Found = tuple[str, str, Span]


def unused(checked: CheckedPack) -> Iterator[Diagnostic]:
    """A warning for each, at its name. What a pack that serves others defines, they may use."""
    used = _used(checked)
    found = (
        [*_law(checked.pack)]
        if checked.pack.serves
        else [*_law(checked.pack), *_data(checked, used), *_named(checked, used)]
    )
    for kind, name, span in found:
        yield fault(UNUSED, span, kind=kind, name=name, warning="" if kind == "@an_enum" else UNUSED)


def _used(checked: CheckedPack) -> set[Item]:
    """Everything that a formula reads or an output shows; (grain, "") where rows of a grain are reached."""
    used: set[Item] = set()
    for _, formula in checked.every_formula():
        for node in walk(formula):
            match node:
                case t.Read(grain=grain, name=name, path=path):
                    used |= {(grain, name), *((one, "") for one in (*path, *([grain] if path else [])))}
                case t.ParameterRead(name=name):
                    used.add((Lost.PARAMETER, name))
                case t.TableRead(table=name):
                    used.add((Lost.TABLE, name))
                case t.Aggregate(over=grain) | t.RowExists(grain=grain):
                    used.add((grain, ""))
                case t.RejectedRows(table=name):
                    used.add((name, ""))
    outputs, person = checked.pack.outputs, checked.pack.person
    shown = (*outputs.payroll_sort, *outputs.blocked_columns, *outputs.blocked_sort)
    used |= {(group.of, name) for group in checked.pack.groups.values() for name in group.by}
    sorted_by = {(outputs.lines.grain, name) for name in outputs.lines.sort} if outputs.lines else set()
    used |= set(_asked_by(checked))
    return used | {(person, name) for name in shown} | {(person, "")} | sorted_by


def _asked_by(checked: CheckedPack) -> Iterator[Item]:
    """The rules by whose day rows are found; like columns, whether or not a formula follows that relation."""
    for grain, relations in checked.relations.items():
        for relation in relations.values():
            day = checked.structure.day_by_rule(grain, relation)
            if day is not None:
                yield checked.structure.made_by(grain, day), day


def _law(pack: Pack) -> Iterator[Found]:
    """Assumptions that nothing cites, and regulations that nothing cites and that none of the cited ones changed."""
    cited = {basis.regulation for basis in pack.cited} - {None}
    linked = [(r.name, other) for r in pack.regulations.entries.values() for other in (r.amends, r.replaces) if other]
    grew = True
    while grew:
        more = {name for pair in linked if not cited.isdisjoint(pair) for name in pair}
        grew = not more <= cited
        cited |= more
    regulations, assumptions = pack.regulations.entries.values(), pack.assumptions.entries.values()
    yield from (("@a_regulation", one.name, one.span) for one in regulations if one.name not in cited)
    assumed = {basis.assumption for basis in pack.cited}
    yield from (("@an_assumption", one.name, one.span) for one in assumptions if one.name not in assumed)


def _data(checked: CheckedPack, used: set[Item]) -> Iterator[Found]:
    pack = checked.pack
    reached = {grain for grain, name in used if not name}
    reached |= {grain for grain, _ in checked.every_formula()}
    related = [relation for item in pack.inputs.values() for relation in item.relations]
    related += [relation for pairs in pack.pairs.values() for relation in pairs.lookups]
    reached |= {relation.target for relation in related} | {group.of for group in pack.groups.values()}
    reached |= {name for pairs in pack.pairs.values() for name in pairs.each}
    for table in pack.inputs.values():
        if table.name not in reached:
            yield "@an_input", table.name, table.span
        else:
            yield from _columns(checked, table, used)
    made: list[Group | Pairs] = [*pack.groups.values(), *pack.pairs.values()]
    yield from (("@a_group", one.name, one.span) for one in made if one.name not in reached)


def _columns(checked: CheckedPack, table: Input, used: set[Item]) -> Iterator[Found]:
    grouped = [group for group in checked.pack.groups.values() if group.of == table.name]
    kept = {*table.key, *table.spells, table.date, *(name for one in table.relations for name in one.reads)}
    kept |= {name for group in grouped for name in group.by}
    for name, column in table.columns.items():
        counts = column.type.kind in (Kind.NUMBER, Kind.BOOLEAN) and name not in kept
        if counts and (table.name, name) not in used:
            yield "@a_column", name, column.span


def _named(checked: CheckedPack, used: set[Item]) -> Iterator[Found]:
    """Parameters, tables, rules and lists."""
    pack = checked.pack
    for parameter in pack.parameters.values():
        if (Lost.PARAMETER, parameter.name) not in used:
            yield "@a_parameter", parameter.name, parameter.span
    for table in pack.tables.values():
        if (Lost.TABLE, table.name) not in used:
            yield "@a_table", table.name, table.span
    for key, rule in pack.rules.items():
        if key not in used:
            yield "@a_rule", rule.name, rule.span
    enums = {type_.enum for type_ in _types(pack)}
    yield from (("@an_enum", name, pack.enum_spans[name]) for name in pack.enums if name not in enums)


def _types(pack: Pack) -> Iterator[Type]:
    yield from (column.type for table in pack.inputs.values() for column in table.columns.values())
    yield from (type_ for table in pack.tables.values() for _, type_ in (*table.keys, *table.outputs))
    yield from (rule.type for rule in pack.rules.values())
