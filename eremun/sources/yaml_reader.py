"""Strict YAML: text to nodes with places, through the parser's events; everything stays text.

Refuses what YAML would let pass in silence: repeated keys, anchors, tags, several documents, `no`/`on`/`yes` as words,
a plain scalar over two lines. Depth and size have limits, so the work is linear in the text.
"""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml import events as ev
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from eremun.diagnostics.diagnostic import Diagnostic, Mark, Span, fault
from eremun.sources.syntax import Document, Mapping, Node, Scalar, Sequence

MOST_BYTES = 2_000_000
DEEPEST = 24
ENGLISH_WORDS = {"yes": "true", "on": "true", "no": "false", "off": "false"}


class _Stop(Exception):  # noqa: N818
    """The file can't be read further."""


class _Reader:
    """Walks the events of one file; `faults` collects what does not end the reading."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.events = iter(YAML(typ="safe", pure=True).parse(text))
        self.faults: list[Diagnostic] = []

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
        return root

    def node(self, event: Any, depth: int, flow: bool = False) -> Node:
        if depth > DEEPEST:
            raise _stop(fault("E108", self.span(event), deepest=DEEPEST), self.faults)
        if isinstance(event, ev.AliasEvent) or event.anchor is not None:
            self.faults.append(fault("E104", self.span(event), name=self.word(event)))
            if isinstance(event, ev.AliasEvent):
                return Scalar("", self.span(event))
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
        while not isinstance(event := self.next(), ev.MappingEndEvent):
            key = self.node(event, depth + 1, flow)
            value = self.node(self.next(), depth + 1, flow)
            if not isinstance(key, Scalar):
                self.faults.append(fault("E107", key.span))
            elif key.text in seen:
                self.faults.append(fault("E103", key.span, Mark(seen[key.text], "@first"), name=key.text))
            else:
                seen[key.text] = key.span
                entries.append((key, value))
        return Mapping(tuple(entries), _join(self.span(start), self.span(event)))

    def scalar(self, event: Any, flow: bool) -> Scalar:
        span = self.span(event)
        if event.style == "|":
            return Scalar(event.value, self.block_span(event, span), block=True, flow=flow)
        if event.style == ">":
            self.faults.append(fault("E110", span))
            return Scalar(event.value, span, flow=flow)
        quoted = event.style in ("'", '"')
        if not quoted and span.end_line > span.line:
            self.faults.append(fault("E109", span, words=" ".join(event.value.split())[:60]))
        meant = ENGLISH_WORDS.get(event.value.lower())
        if not quoted and meant is not None:
            self.faults.append(fault("E111", span, word=event.value, meant=meant))
        return Scalar(event.value, span, quoted=quoted, flow=flow)

    def block_span(self, event: Any, span: Span) -> Span:
        """The span of a block's content: it begins on the line after the bar, where the indent ends."""
        first = next((i for i, line in enumerate(event.value.split("\n")) if line.strip()), 0)
        content = event.value.split("\n")[first]
        line = span.line + first + 1
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        column = len(source.rstrip("\r")) - len(content) + 1
        return Span(self.file, span.line + 1, max(column, 1), span.end_line, span.end_column)


def _stop(reason: Diagnostic, faults: list[Diagnostic]) -> _Stop:
    faults.append(reason)
    return _Stop()


def _join(start: Span, end: Span) -> Span:
    return Span(start.file, start.line, start.column, end.end_line, end.end_column)


def read_yaml(file: str, content: bytes) -> tuple[Document, list[Diagnostic]]:
    """The nodes of one file, and what is wrong with it. `file` is the path that messages name."""
    document, faults = read_plain(file, content)
    return (document, faults) if faults else _read_text(file, document.text)


def read_plain(file: str, content: bytes) -> tuple[Document, list[Diagnostic]]:
    """The text of a file that is no YAML, such as a CSV with the cells of a table."""
    if len(content) > MOST_BYTES:
        return Document(file, "", None), [fault("E102", at=file, most=MOST_BYTES)]
    try:
        return Document(file, content.decode("utf-8-sig").replace("\r\n", "\n"), None), []
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return Document(file, "", None), [fault("E101", Span(file, line, 1, line, 2), line=line)]


def _read_text(file: str, text: str) -> tuple[Document, list[Diagnostic]]:
    reader = _Reader(file, text)
    root: Node | None = None
    try:
        root = reader.document()
    except _Stop:
        pass
    except MarkedYAMLError as error:
        reader.faults.append(_yaml_fault(file, error))
    except YAMLError:
        reader.faults.append(_character_fault(file, text))
    return Document(file, text, root), reader.faults


def _yaml_fault(file: str, error: MarkedYAMLError) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    return fault("E100", Span(file, line, column, line, column + 1))


def _character_fault(file: str, text: str) -> Diagnostic:
    place = next((i for i, sign in enumerate(text) if not sign.isprintable() and sign not in "\n\t"), 0)
    line, column = text.count("\n", 0, place) + 1, place - (text.rfind("\n", 0, place) + 1) + 1
    return fault("E112", Span(file, line, column, line, column + 1), sign=f"U+{ord(text[place]):04X}" if text else "")
