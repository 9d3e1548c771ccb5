"""`eremun check PACK`: reads a pack, checks it and its test files, shows all that is wrong or one line of counts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import typer

from eremun.cli.options import FormatOption, LangOption, PackArgument, chosen_lang

if TYPE_CHECKING:
    from eremun.diagnostics.diagnostic import Diagnostic
    from eremun.model.pack import Pack

NO_PACK = "E120"
COUNTS = {
    "id": "{name}: {rules} aturan, {tables} tabel, {tests} kasus uji; {assumed} dari {resting} ketentuan bertumpu pada "
    "anggapan.",
    "en": "{name}: {rules} rules, {tables} tables, {tests} test cases; {assumed} of {resting} provisions rest on "
    "assumptions.",
}


def check(
    pack: PackArgument,
    lang: LangOption = None,
    format: FormatOption = "text",
) -> None:
    """Memeriksa paket aturan: semua yang keliru ditunjukkan sekaligus, dengan tempatnya."""
    from eremun.api import find_pack
    from eremun.diagnostics.diagnostic import Refused
    from eremun.diagnostics.places import folder_shown, located
    from eremun.diagnostics.render import print_diagnostics

    spoken = lang or chosen_lang()
    folder = find_pack(pack)
    try:
        found, faults, cases = _checked(pack)
        sources = {document.file: document.text for document in found.documents}
    except Refused as refusal:
        if any(one.code == NO_PACK for one in refusal.diagnostics):
            raise
        found, faults, cases, sources = None, list(refusal.diagnostics), 0, refusal.sources
    if faults or format == "json":
        print_diagnostics(*located(faults, sources, folder_shown(folder)), spoken, format, sys.stdout)
    if faults:
        raise typer.Exit(1)
    if found is not None and format == "text":
        typer.echo(_counts(found, cases, spoken))


def _checked(name: str) -> tuple[Pack, list[Diagnostic], int]:
    """The pack, the faults of its test files, and how many cases they have."""
    from eremun.api import load
    from eremun.testing.reading import read_cases

    pack = load(name).pack
    cases, faults = read_cases(pack)
    return pack, faults, len(cases)


def _counts(pack: Pack, cases: int, lang: str) -> str:
    exceptions = [exception for rule in pack.rules.values() for exception in rule.exceptions]
    columns = [column for table in pack.inputs.values() for column in table.columns.values()]
    items: list[Any] = [
        *pack.parameters.values(),
        *pack.tables.values(),
        *pack.rules.values(),
        *exceptions,
        *pack.ensures,
        *pack.findings,
        *columns,
    ]
    bases = [item.basis for item in items if item.basis is not None]
    assumed = sum(basis.assumption is not None for basis in bases)
    return COUNTS[lang].format(
        name=pack.name, rules=len(pack.rules), tables=len(pack.tables), tests=cases, assumed=assumed, resting=len(bases)
    )
