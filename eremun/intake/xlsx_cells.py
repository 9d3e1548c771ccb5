"""Cells of a spreadsheet whose formula failed (#N/A, #DIV/0! …): receives an XLSX file, says where they stand.

The library that reads the rest gives such a cell as nothing, and nothing must not be made of an error in silence.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

ERROR = b't="e"'
CELL = re.compile(rb"<c\b([^>]*[^/>])>(?!</c>)(.*?)</c>", re.DOTALL)
PLACE = re.compile(rb'\br="([A-Z]+)([0-9]+)"')
CONTENT = re.compile(rb"<v>([^<]*)</v>")


def error_cells(data: bytes) -> list[tuple[int, int, str]]:
    """(row, column, text) of each, counted from the first row and the first column that have a filled cell."""
    with ZipFile(BytesIO(data)) as parts:
        sheets = [name for name in parts.namelist() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]
        for name in sheets:
            text = parts.read(name)
            if ERROR in text:
                return _placed(text)
    return []


def _placed(text: bytes) -> list[tuple[int, int, str]]:
    cells = [(_place(cell[1]), cell) for cell in CELL.finditer(text)]
    if not all(place for place, _ in cells):
        return []
    first_row = min(place[0] for place, _ in cells if place)
    first_column = min(place[1] for place, _ in cells if place)
    return [
        (place[0] - first_row, place[1] - first_column, _content(cell[2]))
        for place, cell in cells
        if place and ERROR in cell[1]
    ]


def _place(attributes: bytes) -> tuple[int, int] | None:
    found = PLACE.search(attributes)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + letter - ord("A") + 1
    return int(found[2]), column


def _content(inside: bytes) -> str:
    found = CONTENT.search(inside)
    return found[1].decode() if found else "#"
