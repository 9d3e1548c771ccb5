"""Places of a pack in its author's own words."""

from __future__ import annotations

from functools import lru_cache

from eremun.diagnostics.diagnostic import Span
from eremun.model.pack import Pack
from eremun.model.rules import Row, Table

MOST = 60


def row_text(pack: Pack, table: Table, row: Row) -> str:
    """A row of a table by its keys as they are written: `name[key, key]`."""
    keys = ", ".join(words_at(pack, condition.span) for condition in row.conditions)
    alone = len(row.conditions) == 1 and keys.startswith("[")
    return f"{table.name}{keys if alone else f'[{keys}]'}"


def words_at(pack: Pack, span: Span) -> str:
    """What stands at the place, on one line; cut where it is long."""
    text = next((document.text for document in pack.documents if document.file == span.file), "")
    lines = list(_lines(text)[span.line - 1 : span.end_line])
    if not lines:
        return "…"
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    words = " ".join(" ".join(lines).split())
    return words if len(words) <= MOST else words[: MOST - 1] + "…"


@lru_cache(maxsize=64)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))
