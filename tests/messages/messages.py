"""Messages of packs with a mistake: a Markdown file's blocks laid over a small valid pack, and what is then printed.

Blocks: `yaml FILE` and `csv FILE` (a file; `../NAME/FILE` for one of another pack beside it), `repeat N FILE` (its lines
N times, {n} counting), `escaped FILE` (bytes with \\x escapes), `remove` (a file of the base), `period` (another month than
2026-01), `text id` and `text en` (the message).
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Container
from dataclasses import dataclass, field
from pathlib import Path

from eremun.check.checker import check_draft
from eremun.diagnostics.codes import CODES
from eremun.diagnostics.diagnostic import Diagnostic, Refused
from eremun.diagnostics.render import Lang, render
from eremun.diagnostics.texts import PLACEHOLDER
from eremun.model.builder import draft_pack
from eremun.plan.lowering import lower
from eremun.plan.widths import choose_widths
from eremun.sources.reader import read_documents
from eremun.testing.breaking.promises import told_of

HERE = Path(__file__).parent
BASE = HERE / "base"
FENCE = re.compile(r"^```(.+)\n((?:.*\n)*?)```$", re.MULTILINE)


@dataclass
class Case:
    """What stands in one Markdown file."""

    name: str
    files: dict[str, bytes] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    period: str = "2026-01"
    expected: dict[str, str] = field(default_factory=dict)


def case_of(path: Path) -> Case:
    return _case(path.stem, path.read_text(encoding="utf-8"))


def cases_of(path: Path) -> list[Case]:
    """The cases of a file of several, each under a heading of its own."""
    _, *parts = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [_case(part.partition("\n")[0], part) for part in parts]


def _case(name: str, text: str) -> Case:
    case = Case(name)
    for info, content in FENCE.findall(text):
        _add(case, info.split(), content)
    return case


def _add(case: Case, info: list[str], content: str) -> None:
    kind, file = info[0], info[-1]
    if kind == "text":
        case.expected[file] = content.rstrip("\n")
    elif kind == "remove":
        case.removed += content.split()
    elif kind == "period":
        case.period = content.strip()
    elif kind == "repeat":
        again = "".join(content.replace("{n}", str(number)) for number in range(int(info[1])))
        case.files[file] = case.files.get(file, b"") + again.encode()
    elif kind == "escaped":
        case.files[file] = content.encode("latin-1").decode("unicode_escape").encode("latin-1")
    else:
        assert kind in ("yaml", "csv"), f"{case.name}: a block of no known kind, {kind}"
        case.files[file] = content.encode()


def write_pack(case: Case, folder: Path) -> None:
    shutil.copytree(BASE, folder)
    for file in case.removed:
        (folder / file).unlink()
    for file, content in case.files.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_bytes(content)


def said(folder: Path, files: Container[str]) -> Refused:
    """The warnings and notes of a pack that stand in some of its files."""
    checked = check_draft(draft_pack(read_documents(folder), folder.name))
    warnings, notes = told_of(checked)
    shown = [one for one in (*warnings, *notes) if one.span and one.span.file in files]
    return Refused(*shown, sources={document.file: document.text for document in checked.pack.documents})


def refusal(folder: Path, period: str) -> Refused | None:
    """What refuses the pack on its way to a plan and the widths of its numbers; None where nothing does."""
    try:
        plan = lower(check_draft(draft_pack(read_documents(folder), folder.name)), period)
        choose_widths(plan, {})
    except Refused as refused:
        return refused
    return None


def printed(refused: Refused | None, lang: Lang) -> str:
    return "" if refused is None else render(refused.diagnostics, refused.sources, lang, "text")


def unfilled(one: Diagnostic) -> set[str]:
    """The placeholders of its texts for which the raising place gave nothing."""
    texts = CODES[one.code].id
    names = PLACEHOLDER.findall(f"{texts.message} {texts.reason} {texts.fix}")
    return {name for name in names if name and name not in one.arguments}
