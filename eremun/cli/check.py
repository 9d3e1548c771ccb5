"""`eremun check PACK`: reads a pack, checks it and its test files, shows all that is wrong or one line of counts."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from eremun.cli.options import FormatOption, LangOption, PackArgument, both, chosen_lang

if TYPE_CHECKING:
    from eremun.diagnostics.diagnostic import Diagnostic
    from eremun.model.pack import Pack

PROVEN = {"id": "Janji yang terbukti: {proven} dari {all}.", "en": "Promises proven: {proven} of {all}."}
BLOCKING = {
    "id": "Yang dapat menahan orang: tempat {places}, janji {promises}; --notes menunjukkannya.",
    "en": "What can block a person: places {places}, promises {promises}; --notes shows them.",
}
BROKEN = {"id": " Dapat dilanggar: {names}.", "en": " Can be broken: {names}."}
OTHERS = {"id": " Diperiksa pada tiap orang: {names}.", "en": " Checked for each person: {names}."}
COUNTS = {
    "id": "{name}: {rules} aturan, {tables} tabel, {tests} kasus uji; {assumed} dari {resting} ketentuan bertumpu pada "
    "anggapan.",
    "en": "{name}: {rules} rules, {tables} tables, {tests} test cases; {assumed} of {resting} provisions rest on "
    "assumptions.",
}
FOUND = {
    "id": "Kesalahan: {faults}. Peringatan: {warnings}.",
    "en": "Faults: {faults}. Warnings: {warnings}.",
}


@dataclass(frozen=True)
class Checked:
    """What is wrong with a pack; where nothing of its rules is, the pack, its warnings and notes, and how many tests it
    has."""

    faults: list[Diagnostic]
    sources: Mapping[str, str]
    pack: Pack | None = None
    warnings: list[Diagnostic] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)
    cases: int = 0


def check(
    pack: PackArgument,
    lang: LangOption = None,
    format: FormatOption = "text",
    notes: Annotated[
        bool,
        typer.Option(
            "--notes",
            help=both("Tunjukkan juga setiap catatan, dengan tempatnya", "Show every note too, with its place"),
        ),
    ] = False,
) -> None:
    """Memeriksa paket aturan: semua yang keliru ditunjukkan sekaligus, dengan tempatnya."""
    spoken, found = lang or chosen_lang(), _checked(pack)
    wrong = [*found.faults, *found.warnings]
    shown = [*wrong, *(found.notes if notes or format == "json" else [])]
    if shown or format == "json":
        from eremun.api import file_shown
        from eremun.diagnostics.places import located
        from eremun.diagnostics.render import print_diagnostics

        print_diagnostics(*located(shown, found.sources, file_shown(pack)), spoken, format, sys.stdout)
    if format == "text" and wrong:
        typer.echo("\n" + FOUND[spoken].format(faults=len(found.faults), warnings=len(found.warnings)))
    if format == "text" and found.pack is not None and not found.faults:
        typer.echo("\n" * (notes and not wrong and bool(shown)) + _counts(found.pack, found.cases, spoken))
        for line in _noted(found, spoken):
            typer.echo(line)
    if found.faults:
        raise typer.Exit(1)


def _checked(name: str) -> Checked:
    """Everything that can be said of the pack; refused where there is none."""
    from eremun.api import draft
    from eremun.check.checker import check_draft
    from eremun.diagnostics.diagnostic import Refused
    from eremun.plan.room import without_room
    from eremun.testing.breaking.promises import told_of
    from eremun.testing.reading import cases_of

    drafted = None
    try:
        drafted = draft(name)
        checked = check_draft(drafted)
    except Refused as refusal:
        if not refusal.sources:
            raise
        of_tests = [] if drafted is None else cases_of(drafted, refusal.diagnostics)[1]
        return Checked([*refusal.diagnostics, *of_tests], refusal.sources)
    cases, faults = cases_of(drafted)
    faults = [*without_room(checked), *faults]
    sources = {document.file: document.text for document in checked.pack.documents}
    return Checked(faults, sources, checked.pack, *told_of(checked), len(cases))


def _noted(found: Checked, lang: str) -> Iterator[str]:
    """How many promises are proven, the names of the others, and how much can block a person."""
    from eremun.check.notes import CAN_BLOCK, NOT_PROVEN, PROVEN_CODE
    from eremun.check.warnings import CAN_BE_BROKEN

    proven, broken, others = (
        [one.arguments["name"] for one in [*found.warnings, *found.notes] if one.code == code]
        for code in (PROVEN_CODE, CAN_BE_BROKEN, NOT_PROVEN)
    )
    if proven or broken or others:
        line = PROVEN[lang].format(proven=len(proven), all=len(proven) + len(broken) + len(others))
        ends = ((BROKEN, broken), (OTHERS, others))
        yield line + "".join(text[lang].format(names=", ".join(names)) for text, names in ends if names)
    places = sum(one.code == CAN_BLOCK for one in found.notes)
    if places:
        yield BLOCKING[lang].format(places=places, promises=len(broken) + len(others))


def _counts(pack: Pack, cases: int, lang: str) -> str:
    from eremun.model.resting import bases_of

    bases = list(bases_of(pack))
    assumed = sum(basis.assumption is not None for basis in bases)
    return COUNTS[lang].format(
        name=pack.name, rules=len(pack.rules), tables=len(pack.tables), tests=cases, assumed=assumed, resting=len(bases)
    )
