"""`--help` in the language of the screen: typer knows which words there are, the page is made here.

Texts of options are written with `both`, since they are made before the language is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any

from typer.core import TyperCommand, TyperGroup

from eremun.cli.options import BETWEEN, say

WIDEST = 100
FIRST_COLUMN = 28


class SpokenCommand(TyperCommand):
    """A verb whose help is wholly in one language."""

    def get_help(self, ctx: Any) -> str:
        return "\n".join(_page(self, ctx, ()))


class SpokenGroup(TyperGroup):
    """All verbs, likewise."""

    def get_help(self, ctx: Any) -> str:
        verbs = [(name, self.commands[name].help or "") for name in self.commands]
        return "\n".join(_page(self, ctx, verbs))


Rows = list[tuple[str, str]]


def _page(command: TyperCommand | TyperGroup, ctx: Any, verbs: Rows | tuple[()]) -> Iterator[str]:
    shown = command.get_params(ctx)
    arguments = [one for one in shown if one.param_type_name == "argument"]
    options = [one for one in shown if one.param_type_name == "option"]
    yield _usage(ctx, arguments, options, bool(verbs))
    yield ""
    yield from wrap(_said(command.help or ""), _width() - 2, initial_indent="  ", subsequent_indent="  ")
    yield from _section(say("Sesudah perintah", "Arguments"), [(_word(one), _explained(one)) for one in arguments])
    yield from _section(say("Pilihan", "Options"), [(_option(one, ctx), _explained(one)) for one in options])
    yield from _section(say("Perintah", "Commands"), list(verbs))
    if verbs:
        yield ""
        yield say(f"Bantuan sebuah perintah: {ctx.command_path} PERINTAH --help",
                  f"Help on a command: {ctx.command_path} COMMAND --help")  # fmt: skip


def _usage(ctx: Any, arguments: list[Any], options: list[Any], is_group: bool) -> str:
    words = [ctx.command_path]
    words += [_word(one) if one.required else f"[{_word(one)}]" for one in arguments]
    words += [_option(one, ctx) for one in options if one.required]
    words += [say("PERINTAH …", "COMMAND …")] if is_group else [say("[PILIHAN …]", "[OPTIONS …]")]
    return f"{say('Pemakaian', 'Usage')}: {' '.join(words)}"


def _word(argument: Any) -> str:
    return str(argument.metavar or argument.name).strip("[]")


def _option(option: Any, ctx: Any) -> str:
    """`--engine polars|duckdb`, `--data DIR`; a flag alone."""
    record = option.get_help_record(ctx)
    return str(record[0]).replace("<", "").replace(">", "") if record else str(option.opts[0])


def _explained(parameter: Any) -> str:
    """What it means; whether it must stand, or what holds without it."""
    if "--help" in parameter.opts:
        return say("Menampilkan bantuan ini", "Show this help")
    said = _said(parameter.help or "")
    if parameter.required:
        return f"{said} ({say('wajib', 'required')})"
    if isinstance(parameter.default, str):
        return f"{said} ({say('bila tidak disebut', 'if not given')}: {parameter.default})"
    return said


def _said(text: str) -> str:
    indonesian, _, english = text.partition(BETWEEN)
    return say(indonesian, english or indonesian)


def _section(title: str, rows: Rows) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield f"{title}:"
    column = min(max(len(first) for first, _ in rows), FIRST_COLUMN) + 4
    for first, text in rows:
        head = f"  {first}".ljust(column)
        if len(first) > FIRST_COLUMN:
            yield f"  {first}"
            head = " " * column
        yield from wrap(text, _width(), initial_indent=head, subsequent_indent=" " * column)


def _width() -> int:
    return max(min(get_terminal_size().columns, WIDEST), 50)
