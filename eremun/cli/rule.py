"""`eremun rule CODE`: explains a code of a message; without CODE, lists them all."""

from __future__ import annotations

from typing import Annotated

import typer

from eremun.cli.options import LangOption, both, chosen_lang, say


def rule(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help=both("Kode, misalnya E301", "A code, such as E301"))
    ] = None,
    lang: LangOption = None,
) -> None:
    """Menjelaskan kode sebuah pesan, dengan contoh yang salah dan yang benar."""
    from eremun.diagnostics.rules import rule_list, rule_text

    spoken = lang or chosen_lang()
    if code is None:
        typer.echo(rule_list(spoken))
        return
    try:
        text = rule_text(code.strip().upper(), spoken)
    except KeyError:
        unknown = say(f"kode {code} tidak ada; `eremun rule` menyebut semuanya", f"no code {code}; see `eremun rule`")
        raise typer.BadParameter(unknown, param_hint="CODE") from None
    typer.echo(text)
