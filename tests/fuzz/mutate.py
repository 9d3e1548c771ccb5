"""Changes of a pack's text at random: lines moved, words of the language put in, odd characters, huge numbers."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

TEXT = (
    "if then else and or not in between default via where true false sum min max count any present digits date year months "
    "rejected paid period rupiah menit hari poin persen number % - + * / = != <= >= < > ( ) [ ] , . .. _ : "
    "rules: formula: unit: round: split: amount: by: step: versions: effective_from: effective_to: exceptions: when: "
    "overrides: basis: assumption: accept: parameters: value: tables: rows: cells: from: above: marginal: hit: out: file: "
    "columns: inputs: key: type: decimals: range: optional: header: references: lookups: require: complete: groups: of: "
    "enums: outputs: payroll: blocked: sort: reasons: ensure: findings: tests: given: expect: 2024-01-01 2026-02-30 0 1 "
    "1_000 2.500 9999-12-31 0001-01-01 0% 100% half_up kendaraan kunjungan jumlah biaya tarif jenis motor nomor"
)
WORDS = TEXT.split()
PIECES = [
    "\t", "\r", "\0", "\ufeff", "\u200b", "\u202e", "\u2066", "\u2028", "\x85", "\x1b[2J", "e\u0301", "１２", "٣", "\U0001f600", "\xa0", "|",
    ">", "|2", "&a", "*a", "!x", "!!set", "---", "...", "%YAML 1.1", "? ", "- ", "{", "}", "[", "]", "'", '"', "#", "<<: ", "{a: b}", "\\", "\n\n",
    "9" * 40, "1" + "0" * 400, "0." + "0" * 60 + "1", "(" * 70, "if " * 70, "not " * 70, "- " * 30, "[" * 30, "a." * 40, " + 1" * 160,
    "..", "../x.csv", "/dev/zero", "no", "yes", "~", "null", "1e9", ".5", "5.", "1__0", "-0", "0x1f", "1:30", "=", "==", "&&", "≤", "×",
]  # fmt: skip
ODD_BYTES = [b"\xff\xfe", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80", b"\0"]
Mutation = Callable[[random.Random, list[str], list[str]], None]


def remove(chance: random.Random, lines: list[str], _: list[str]) -> None:
    place = chance.randrange(len(lines))
    del lines[place : place + chance.choice((1, 1, 2, 5))]


def repeat(chance: random.Random, lines: list[str], _: list[str]) -> None:
    place = chance.randrange(len(lines))
    lines[place:place] = lines[place : place + chance.choice((1, 2, 8))] * chance.choice((1, 1, 3))


def move(chance: random.Random, lines: list[str], _: list[str]) -> None:
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))


def indent(chance: random.Random, lines: list[str], _: list[str]) -> None:
    place, by = chance.randrange(len(lines)), chance.choice((-4, -2, -1, 1, 2, 4))
    for number in range(place, min(place + chance.choice((1, 1, 3)), len(lines))):
        lines[number] = " " * by + lines[number] if by > 0 else lines[number][min(-by, leading(lines[number])) :]


def leading(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def put_in(chance: random.Random, lines: list[str], _: list[str]) -> None:
    """A word or an odd piece somewhere in a line, or in place of a word of it."""
    place, piece = chance.randrange(len(lines)), chance.choice(PIECES if chance.random() < 0.5 else WORDS)
    words = lines[place].split(" ")
    number = chance.randrange(len(words))
    if chance.random() < 0.5 and words[number]:
        words[number] = piece
        lines[place] = " ".join(words)
    else:
        at = chance.randint(0, len(lines[place]))
        lines[place] = lines[place][:at] + chance.choice(("", " ")) + piece + lines[place][at:]


def drop_characters(chance: random.Random, lines: list[str], _: list[str]) -> None:
    place = chance.randrange(len(lines))
    at = chance.randint(0, len(lines[place]))
    lines[place] = lines[place][:at] + lines[place][at + chance.choice((1, 1, 2, 6)) :]


def splice(chance: random.Random, lines: list[str], others: list[str]) -> None:
    """Some lines of another text."""
    start = chance.randrange(len(others))
    place = chance.randrange(len(lines))
    lines[place:place] = others[start : start + chance.choice((1, 3, 10))]


def swap_words(chance: random.Random, lines: list[str], others: list[str]) -> None:
    place, words = chance.randrange(len(lines)), chance.choice(others).split()
    mine = lines[place].split(" ")
    if words:
        mine[chance.randrange(len(mine))] = chance.choice(words)
        lines[place] = " ".join(mine)


MUTATIONS: list[Mutation] = [remove, repeat, move, indent, put_in, put_in, put_in, drop_characters, splice, swap_words]


def mutated(chance: random.Random, files: Mapping[str, bytes], others: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with a few changes in one or two of them; `others`: where lines and words are taken from."""
    found = dict(files)
    for name in chance.sample(sorted(files), k=min(len(files), chance.choice((1, 1, 2)))):
        text = files[name].decode("utf-8", "surrogateescape")
        lines = text.split("\n") or [""]
        foreign = others[chance.choice(sorted(others))].decode("utf-8", "surrogateescape").split("\n")
        for _ in range(chance.choice((1, 1, 2, 3, 6))):
            chance.choice(MUTATIONS)(chance, lines := lines or [""], foreign)
        content = "\n".join(lines).encode("utf-8", "surrogateescape")
        if chance.random() < 0.02:
            at = chance.randint(0, len(content))
            content = content[:at] + chance.choice(ODD_BYTES) + content[at:]
        found[name] = content
    return found
