"""Leaving out what is no YAML, so that the rest of its file is read: the item that holds it, and its names.

Names are the words before a colon: what a text that can't be read may define.
"""

from __future__ import annotations

import re

NAME = re.compile(r"(?<![\w./-])([^\W_][\w./-]*)[\"']?:(?=\s|$)", re.MULTILINE)
OF_GRAINS = ("rules", "ensure", "findings")


def names_in(text: str) -> frozenset[str]:
    """The words of a text that stand before a colon."""
    return frozenset(NAME.findall(text))


FAR = 1_000
ENTRY = re.compile(r"\w+:(?= |$)")


def advice(text: str, line: int) -> str:
    """What to do about a line (from 0) that is no YAML, as a label; "" where it can't be told."""
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    words = here.strip()
    content = words.partition(": ")[2]
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return "@no_tab"
    if re.match(r"\w+:[^\s:]", words) and not content:
        return "@blank"
    if re.match(r"\w+ ", words) and ":" not in words:
        return "@colon"
    if ": " in content and content[0] not in "\"'[{":
        return "@quotes"
    above = next((one for one in reversed(lines[:line]) if one.strip()), "")
    beside = ENTRY.match(words) and ENTRY.match(above.strip()) and not above.rstrip().endswith(":")
    return "@align" if beside and _indent(above) != _indent(here) else ""


def without_item(text: str, line: int) -> tuple[str, str]:
    """The text with the item around that line (from 0) made blank, so that places stay; and what was left out."""
    lines = text.split("\n")
    line = min(line, len(lines) - 1)
    first = _first_line(lines, line)
    indent, last = _indent(lines[first]), line + 1
    while last < len(lines) and (not lines[last].strip() or _indent(lines[last]) > indent):
        last += 1
    left_out = lines[first:last]
    lines[first:last] = [""] * len(left_out)
    return "\n".join(lines), "\n".join(left_out)


def _first_line(lines: list[str], line: int) -> int:
    """Where the item begins: the second heading from the margin, under a grain the third."""
    outer = [line]
    for place in range(line - 1, -1, -1):
        text = lines[place].strip()
        if text and not text.startswith("#") and _indent(lines[place]) < _indent(lines[outer[-1]]):
            outer.append(place)
        if not _indent(lines[outer[-1]]):
            break
    outer.reverse()
    section = lines[outer[0]].split(":")[0].strip()
    return outer[min(2 if section in OF_GRAINS else 1, len(outer) - 1)]


def _indent(line: str) -> int:
    """How far in a line begins; one that begins with a tab belongs to the line above, however far."""
    blanks = line[: len(line) - len(line.lstrip(" \t"))]
    return len(blanks) if "\t" not in blanks else FAR
