"""What can't be judged because something it needs is at fault already: so that no fault is told by its consequences.

Filled by sources and model, added to by check; whoever reports asks `explains` first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from eremun.diagnostics.diagnostic import Diagnostic
from eremun.sources.syntax import Document

Item = tuple[str, str]
UNKNOWN = ("E204", "E209", "E214", "E226", "E240", "E241", "E245", "E247", "E248", "E249", "E252", "E267", "E282",
           "E284")  # fmt: skip
WORD = re.compile(r"\w+")


class Lost:
    """`names`: those that items at fault, or text that can't be read, would define; None where any name may be one.
    `doubtful`: items whose type is known, but not what they can be: (grain, column or rule), (PARAMETER, name),
    (TABLE, name), and (grain, "") where keys or relations are at fault. `unclear`: names with two meanings."""

    PARAMETER, TABLE = "parameters", "tables"

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        found = [document.lost for document in documents]
        self.names: set[str] | None = None if None in found else {name for names in found for name in names or ()}
        self.doubtful: set[Item] = set()
        self.unclear: set[str] = set()

    def name(self, name: str) -> None:
        """Nothing is said any more of that name being unknown, nor of its parts where formulas can't name it whole."""
        if self.names is not None:
            self.names.update((name, *WORD.findall(name)))

    def has(self, name: str) -> bool:
        return self.names is None or name in self.names

    def doubt(self, grain: str, name: str) -> None:
        self.doubtful.add((grain, name))

    def explains(self, one: Diagnostic) -> bool:
        """Whether the fault may only be there since another is."""
        return one.code in UNKNOWN and self.has(one.arguments["name"])
