"""The app: which verbs there are, and `main`, which runs one of them.

Only the verb that is asked for is imported, so `--help` is quick and a broken verb breaks no other.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated, Any

import typer

import eremun
from eremun.cli.exits import guarded
from eremun.cli.help import SpokenCommand, SpokenGroup
from eremun.cli.options import LangOption, both, remember, say
from eremun.cli.usage import unavailable

GARBAGE = 100_000  # objects before Python looks for circles among them: reading a pack makes many, and hardly a circle
VERBS: dict[str, tuple[str, str]] = {
    "check": ("Memeriksa paket aturan", "Check a rule pack"),
    "test": ("Menjalankan uji yang ada dalam paket", "Run the tests of a pack"),
    "plan": ("Menampilkan rencana hitungan untuk satu bulan", "Show what a pack computes for a month"),
    "template": ("Membuat berkas kosong untuk data masukan", "Make empty files for the data to be read"),
    "run": ("Menghitung satu bulan dan menulis hasilnya", "Compute a month and write the results"),
    "explain": ("Menjelaskan hasil hitungan satu orang", "Explain the amounts of one person"),
    "rule": ("Menjelaskan sebuah kode kesalahan", "Explain the code of a fault"),
}


def main(words: Sequence[str] | None = None) -> int:
    """Runs the command line and gives the exit code: 0 done, 1 found something, 2 wrong usage, 3 refused, 130, 70."""
    if words is None:
        gc.set_threshold(GARBAGE)
    arguments = list(sys.argv[1:] if words is None else words)
    remember(arguments)
    return guarded(lambda: execute(arguments), last=words is None)


def execute(words: Sequence[str]) -> int:
    """One verb, without the mapping of exceptions."""
    command = typer.main.get_command(make_app(words))
    try:
        with command.make_context("eremun", list(words)) as context:
            code = command.invoke(context)
    except typer.Exit as leaving:
        code = leaving.exit_code
    return code if isinstance(code, int) else 0


def make_app(words: Sequence[str]) -> typer.Typer:
    """An app with every verb; only the one named first in the words is more than its name."""
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        cls=SpokenGroup,
        help=say(
            "Tunjangan kinerja dari catatan kegiatan, tepat sampai rupiah, menurut aturan yang tertulis.",
            "Performance pay from activity logs, exact to the rupiah, by written rules.",
        ),
        no_args_is_help=True,
    )
    app.callback()(common)
    asked = next((word for word in words if word in VERBS), None)
    for verb, (indonesian, english) in VERBS.items():
        function = command_of(verb) if verb == asked else _only_named
        app.command(verb, cls=SpokenCommand, help=say(indonesian, english))(function)
    return app


def command_of(verb: str) -> Callable[..., Any]:
    """The function of that name in the verb's module; wrong usage where there is no such module."""
    if find_spec(f"eremun.cli.{verb}") is None:
        raise unavailable(verb)
    function: Callable[..., Any] = getattr(import_module(f"eremun.cli.{verb}"), verb)
    return function


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"eremun {eremun.__version__}")
        raise typer.Exit


def common(
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_show_version, help=both("Menampilkan versi", "Show the version")
        ),
    ] = False,
    lang: LangOption = None,
) -> None:
    """What may stand before a verb. `lang` is read from the words themselves, since help needs it earlier."""
    del lang, version


def _only_named() -> None:
    """Stands for a verb that was not asked for."""
