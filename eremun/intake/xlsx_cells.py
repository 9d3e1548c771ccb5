"""Cells of a spreadsheet that are not what they look like: receives an XLSX file, says where they stand.

The library that reads the rest gives a formula that failed (#N/A, #DIV/0! …) as nothing, and nothing must not be made
of an error in silence; and it gives what is shown as 95% as 0.95, which in a column of percents is another number.
"""

from __future__ import annotations

import re
from collections.abc import Set
from decimal import Context, InvalidOperation
from io import BytesIO
from zipfile import ZipFile

Strange = tuple[int, int, str]
CELL = re.compile(rb"<c\b([^>]*[^/>])>(?!</c>)(.*?)</c>", re.DOTALL)
PLACE = re.compile(rb'\br="([A-Z]+)([0-9]+)"')
CONTENT = re.compile(rb"<v>([^<]*)</v>")
KIND = re.compile(rb'\bt="([A-Za-z]+)"')
STYLE = re.compile(rb'\bs="([0-9]+)"')
FORMATS = re.compile(rb"<numFmt\b[^>]*>")
CODE = re.compile(rb'\bformatCode="([^"]*)"')
NUMBER = re.compile(rb'\bnumFmtId="([0-9]+)"')
STYLES = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
ONE_STYLE = re.compile(rb"<xf\b[^>]*>")
QUOTED = re.compile(rb"&quot;.*?&quot;|\\.", re.DOTALL)
PERCENTS = {b"9", b"10"}  # the formats 0% and 0.00%, which every spreadsheet has
DIGITS = Context(prec=15)  # as many as a spreadsheet keeps; the rest of what it writes is noise


def strange_cells(data: bytes) -> list[Strange]:
    """(row, column, text) of each, counted from the first row and the first column that have a filled cell."""
    with ZipFile(BytesIO(data)) as parts:
        names = parts.namelist()
        percents = _percent_styles(parts.read("xl/styles.xml")) if "xl/styles.xml" in names else set()
        for name in names:
            if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
                text = parts.read(name)
                if found := _placed(text, percents) if percents or b't="e"' in text else []:
                    return found
    return []


def _percent_styles(text: bytes) -> set[bytes]:
    """The numbers of the styles by which a cell shows a hundred times its number, and a percent sign."""
    percents = set(PERCENTS)
    for form in FORMATS.findall(text):
        number, code = NUMBER.search(form), CODE.search(form)
        if number and code and b"%" in QUOTED.sub(b"", code[1]):
            percents.add(number[1])
    styles = STYLES.search(text)
    numbers = [NUMBER.search(style) for style in ONE_STYLE.findall(styles[0])] if styles else []
    return {str(place).encode() for place, number in enumerate(numbers) if number and number[1] in percents}


def _placed(text: bytes, percents: Set[bytes]) -> list[Strange]:
    cells = [(_place(cell[1]), _strange(cell[1], cell[2], percents)) for cell in CELL.finditer(text)]
    if not all(place for place, _ in cells):
        return []
    first_row = min((place[0] for place, _ in cells if place), default=0)
    first_column = min((place[1] for place, _ in cells if place), default=0)
    return [(place[0] - first_row, place[1] - first_column, said) for place, said in cells if place and said]


def _place(attributes: bytes) -> tuple[int, int] | None:
    found = PLACE.search(attributes)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + letter - ord("A") + 1
    return int(found[2]), column


def _strange(attributes: bytes, inside: bytes, percents: Set[bytes]) -> str:
    """What the cell shows, where that is not what it is read as; else nothing."""
    kind, style, content = KIND.search(attributes), STYLE.search(attributes), CONTENT.search(inside)
    if kind and kind[1] == b"e":
        return content[1].decode() if content else "#"
    if content and style and style[1] in percents and (kind is None or kind[1] == b"n"):
        return _percent(content[1].decode())
    return ""


def _percent(number: str) -> str:
    try:
        shown = DIGITS.create_decimal(number) * 100
    except InvalidOperation:
        return ""
    return format(shown.normalize(), "f") + "%"
