"""Strict YAML: text to nodes with places, through the parser's events; everything stays text.

Refuses what YAML would let pass in silence: repeated keys, anchors, tags, several documents, `no`/`on`/`yes` as words,
a plain scalar over two lines. Depth and size have limits, so the work is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml import events as ev
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from eremun.diagnostics.diagnostic import Diagnostic, Mark, Span, fault
from eremun.sources.mending import advice, names_in, without_item
from eremun.sources.syntax import Document, Mapping, Node, Scalar, Sequence, keys_in

MOST_BYTES = 2_000_000
DEEPEST = 24
MOST_READINGS = 20
REPLACED = "\ufffd"
NOTHING = Mapping((), Span("", 1, 1, 1, 2), lost=True)
ENGLISH_WORDS = {"yes": "true", "on": "true", "no": "false", "off": "false"}


class _Stop(Exception):  # noqa: N818
    """The file can't be read further."""


class _Reader:
    """Walks the events of one file; `faults` collects what does not end the reading. What holds `mark` is lost."""

    def __init__(self, file: str, text: str, mark: str | None) -> None:
        self.file, self.mark = file, mark
        self.lines = text.split("\n")
        self.events = iter(YAML(typ="safe", pure=True).parse(text))
        self.faults: list[Diagnostic] = []
        self.unread = len(self.lines)
        self.lost: set[str] = set()

    def next(self) -> Any:
        return next(self.events)

    def span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def word(self, event: Any) -> str:
        """The word with which the event begins in the file."""
        line, column = int(event.start_mark.line), int(event.start_mark.column)
        return self.lines[line][column:].split()[0].rstrip(",]}")

    def document(self) -> Node | None:
        self.next()  # stream start
        event = self.next()
        if isinstance(event, ev.StreamEndEvent):
            return None
        root = self.node(self.next(), 0)
        self.next()  # document end
        event = self.next()
        if not isinstance(event, ev.StreamEndEvent):
            self.faults.append(fault("E106", self.span(event)))
            self.unread = event.start_mark.line
        return root

    def node(self, event: Any, depth: int, flow: bool = False) -> Node:
        if depth > DEEPEST:
            raise _stop(fault("E108", self.span(event), deepest=DEEPEST), self.faults)
        if isinstance(event, ev.AliasEvent) or event.anchor is not None:
            self.faults.append(fault("E104", self.span(event), name=self.word(event)))
            if isinstance(event, ev.AliasEvent):
                return Scalar("", self.span(event), lost=True)
        if event.ctag is not None and str(event.ctag) not in ("None", "!"):
            self.faults.append(fault("E105", self.span(event), tag=self.word(event)))
        if isinstance(event, ev.ScalarEvent):
            return self.scalar(event, flow)
        inside = flow or bool(event.flow_style)
        if isinstance(event, ev.SequenceStartEvent):
            return self.sequence(event, depth, inside)
        return self.mapping(event, depth, inside)

    def sequence(self, start: Any, depth: int, flow: bool) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := self.next(), ev.SequenceEndEvent):
            items.append(self.node(event, depth + 1, flow))
        return Sequence(tuple(items), _join(self.span(start), self.span(event)))

    def mapping(self, start: Any, depth: int, flow: bool) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Span] = {}
        lost = False
        while not isinstance(event := self.next(), ev.MappingEndEvent):
            key = self.node(event, depth + 1, flow)
            if isinstance(key, Scalar) and not key.quoted and key.text != getattr(event, "value", key.text):
                self.lost.add(event.value)  # `no` or `on`, refused as a word
                key = replace(key, lost=True)
            value = self.node(self.next(), depth + 1, flow)
            if not isinstance(key, Scalar):
                self.faults.append(fault("E107", key.span))
                self.lost.update(words_in(key))
                lost = True
            elif key.lost or (isinstance(value, Scalar) and value.lost and key.text == "<<"):
                lost = True
            elif key.text in seen:
                self.faults.append(fault("E103", key.span, Mark(seen[key.text], "@first"), name=key.text))
                self.lost.update(keys_in(value))
            else:
                seen[key.text] = key.span
                entries.append((key, value))
        return Mapping(tuple(entries), _join(self.span(start), self.span(event)), lost)

    def scalar(self, event: Any, flow: bool) -> Scalar:
        span = self.span(event)
        if event.style == "|":
            lost = self.mark is not None and self.mark in event.value
            return Scalar(event.value, self.block_span(event, span), block=True, flow=flow, lost=lost)
        if event.style == ">":
            self.faults.append(fault("E110", span))
            return Scalar(event.value, span, flow=flow, lost=True)
        quoted = event.style in ("'", '"')
        glued = not quoted and span.end_line > span.line
        if glued:
            self.faults.append(fault("E109", span, words=" ".join(event.value.split())[:60]))
        meant = None if quoted else ENGLISH_WORDS.get(event.value.lower())
        if meant is not None:
            self.faults.append(fault("E111", span, word=event.value, meant=meant))
        lost = glued or (self.mark is not None and self.mark in event.value)
        return Scalar(meant or event.value, span, quoted=quoted, flow=flow, lost=lost)

    def block_span(self, event: Any, span: Span) -> Span:
        """The span of a block's content: it begins on the line after the bar, where the indent ends."""
        first = next((i for i, line in enumerate(event.value.split("\n")) if line.strip()), 0)
        content = event.value.split("\n")[first]
        line = span.line + first + 1
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        column = len(source.rstrip("\r")) - len(content) + 1
        return Span(self.file, span.line + 1, max(column, 1), span.end_line, span.end_column)


def words_in(node: Node) -> Iterator[str]:
    """The text of every scalar in a node."""
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Sequence):
        for item in node:
            yield from words_in(item)
    else:
        for key, value in node.entries:
            yield key.text
            yield from words_in(value)


def _stop(reason: Diagnostic, faults: list[Diagnostic]) -> _Stop:
    faults.append(reason)
    return _Stop()


def _join(start: Span, end: Span) -> Span:
    return Span(start.file, start.line, start.column, end.end_line, end.end_column)


def read_yaml(file: str, content: bytes) -> tuple[Document, list[Diagnostic]]:
    """The nodes of one file, and what is wrong with it. `file` is the path that messages name."""
    if len(content) > MOST_BYTES:
        return unread(file), [fault("E102", at=file, most=MOST_BYTES)]
    text, faults = _decoded(file, content)
    if "\0" in text and faults:
        return unread(file), faults
    document, more = _read_text(file, text, REPLACED if faults else None)
    if faults and any(REPLACED in line[: line.rfind(":") + 1] for line in text.split("\n")):
        document = replace(document, lost=None)
    return document, faults + more


def read_plain(file: str, content: bytes) -> tuple[Document, list[Diagnostic]]:
    """The text of a file that is no YAML, such as a CSV with the cells of a table."""
    if len(content) > MOST_BYTES:
        return unread(file), [fault("E102", at=file, most=MOST_BYTES)]
    text, faults = _decoded(file, content)
    return (unread(file) if faults else Document(file, text, None)), faults


def unread(file: str) -> Document:
    """A file that could not be read: YAML may define any name, other files but what names them."""
    return Document(file, "", NOTHING, None) if file.endswith(".yaml") else Document(file, "", None, frozenset((file,)))


def _decoded(file: str, content: bytes) -> tuple[str, list[Diagnostic]]:
    """The text, and a fault where it is not UTF-8; what can't be decoded is replaced."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n"), []
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        faults = [fault("E101", Span(file, line, 1, line, 2), line=line)]
        return content.decode("utf-8-sig", "replace").replace("\r\n", "\n"), faults


def _read_text(file: str, text: str, mark: str | None) -> tuple[Document, list[Diagnostic]]:
    """An item that is no YAML is left out and the rest is read again, as often as that stays linear in the text."""
    readable, lost, faults = text, frozenset[str](), list[Diagnostic]()
    for _ in range(min(MOST_READINGS, 1 + MOST_BYTES // max(len(text), 1))):
        reader = _Reader(file, readable, mark)
        try:
            root = reader.document()
            lost |= reader.lost | names_in("\n".join(reader.lines[reader.unread :]))
            return Document(file, text, root, lost), faults + reader.faults
        except _Stop:
            return Document(file, text, NOTHING, names_in(text)), faults + reader.faults
        except MarkedYAMLError as error:
            faults.append(_yaml_fault(file, text, error))
            readable, left_out = without_item(readable, _line_of(error))
            lost |= names_in(left_out)
        except YAMLError:
            return Document(file, text, NOTHING, names_in(text)), [*faults, _character_fault(file, readable)]
    return Document(file, text, NOTHING, names_in(text)), faults


def _yaml_fault(file: str, text: str, error: MarkedYAMLError) -> Diagnostic:
    mark = _mark_of(error)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    return fault("E100", Span(file, line, column, line, column + 1), advice=advice(text, line - 1))


def _mark_of(error: MarkedYAMLError) -> Any:
    """Where the mistake is: what was begun and not ended (a quote, a bracket), else what does not fit."""
    begun = error.context_mark is not None and not str(error.context).startswith("while parsing a block")
    return error.context_mark if begun else error.problem_mark or error.context_mark


def _line_of(error: MarkedYAMLError) -> int:
    mark = _mark_of(error)
    return int(mark.line) if mark is not None else 0


def _character_fault(file: str, text: str) -> Diagnostic:
    place = next((i for i, sign in enumerate(text) if not sign.isprintable() and sign not in "\n\t"), 0)
    line, column = text.count("\n", 0, place) + 1, place - (text.rfind("\n", 0, place) + 1) + 1
    return fault("E112", Span(file, line, column, line, column + 1), sign=f"U+{ord(text[place]):04X}" if text else "")
