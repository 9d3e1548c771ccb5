"""What the provisions of a pack rest on: a basis for each, and one more for each version and row that has its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eremun.model.dated import VERSION
from eremun.model.inputs import Column
from eremun.model.law import Basis
from eremun.model.pack import Pack
from eremun.model.rules import Dated, Ensure, Finding, Parameter, Rule, Table


def bases_of(pack: Pack) -> Iterator[Basis]:
    """One for each provision. What several versions or rows of an item share counts once."""
    for parameter in pack.parameters.values():
        yield from _different(_of_parameter(parameter))
    for table in pack.tables.values():
        yield from _different(_of_table(table))
    for rules in _with_versions(pack):
        yield from _different(basis for rule in rules for basis in _of_rule(rule))
    columns = (column for table in pack.inputs.values() for column in table.columns.values())
    of_their_own: Iterable[Ensure | Finding | Column] = (*pack.ensures, *pack.findings, *columns)
    for item in of_their_own:
        yield from _different([item.basis])
    yield from pack.begins_by


def _different(bases: Iterable[Basis | None]) -> Iterator[Basis]:
    yield from dict.fromkeys(basis for basis in bases if basis is not None)


def _of_parameter(parameter: Parameter) -> Iterator[Basis | None]:
    for version in parameter.versions:
        yield version.basis or parameter.basis
        yield from _later(version.later)


def _of_table(table: Table) -> Iterator[Basis | None]:
    for version in table.versions:
        yield from (row.basis or version.basis or table.basis for row in version.content)
        yield from _later(version.later)


def _of_rule(rule: Rule) -> Iterator[Basis | None]:
    yield rule.basis
    yield from _later(rule.later)
    yield from (exception.basis for exception in rule.exceptions)


def _later(later: Iterable[Dated[Basis]]) -> Iterator[Basis]:
    return (one.content for one in later)


def _with_versions(pack: Pack) -> Iterable[list[Rule]]:
    """The rules, each together with those that stand for its versions."""
    found: dict[tuple[str, str], list[Rule]] = {}
    for (grain, name), rule in pack.rules.items():
        found.setdefault((grain, name.partition(VERSION)[0]), []).append(rule)
    return found.values()
