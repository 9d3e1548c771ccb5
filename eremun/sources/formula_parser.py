"""Formulas: words to a tree, by the grammar of docs/grammar.txt, one function per line of it."""

from __future__ import annotations

from dataclasses import fields
from difflib import get_close_matches
from fractions import Fraction

from eremun.diagnostics.diagnostic import Diagnostic, Span, fault
from eremun.sources import syntax as s
from eremun.sources.formula_words import Word, words_of
from eremun.values.periods import parse_date, to_days
from eremun.values.units import LITERAL_UNITS, in_base_unit

KEYWORDS = frozenset(
    ["if", "then", "else", "and", "or", "not", "in", "between", "default", "via", "where", "true", "false"]
)
AGGREGATES = ("sum", "average", "min", "max", "count", "any")
CALLS = ("min", "max", "present", "year", "month", "day", "weekday", "months", "date", "digits")
COMPARISONS = ("=", "!=", "<=", ">=", "<", ">")
SPOKEN = {"dan": "and", "atau": "or", "bukan": "not", "maka": "then", "selainnya": "else", "x": "*", "kali": "*",
          "dikali": "*", "dibagi": "/", "ditambah": "+", "dikurangi": "-"}  # fmt: skip
PERCENT = ("persen", "percent")
SPOKEN_IF = ("jika", "bila", "kalau", "apabila")
MISTAKEN = {"==": "=", "<>": "!=", "=<": "<=", "=>": ">="}
DEEPEST = 60
TALLEST = 150
MOST_DIGITS = 38


class _Fault(Exception):  # noqa: N818
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def parse_formula(scalar: s.Scalar, faults: list[Diagnostic]) -> s.Formula | None:
    """The tree of a formula; None, and a diagnostic in `faults`, where it is not in the grammar."""
    words = words_of(scalar, faults)
    if words is None:
        return None
    parser = _Parser(words)
    try:
        formula = parser.formula()
        parser.expect_end()
    except _Fault as stop:
        faults.append(stop.diagnostic)
        return None
    if _height(formula) > TALLEST:
        faults.append(fault("E133", formula.span, deepest=TALLEST))
        return None
    return formula


def _height(formula: s.Formula) -> int:
    """How many operations stand one inside the other; in a row of `+` each holds those before it."""
    most, todo = 0, [(formula, 1)]
    while todo:
        node, level = todo.pop()
        most = max(most, level)
        for field in fields(node):
            value = getattr(node, field.name)
            parts = value if isinstance(value, tuple) else (value,)
            todo.extend((part, level + 1) for part in parts if hasattr(part, "span"))
    return most


class _Parser:
    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.place = 0
        self.depth = 0

    @property
    def word(self) -> Word:
        return self.words[self.place]

    def take(self) -> Word:
        word = self.word
        self.place += 1
        return word

    def at(self, *texts: str) -> bool:
        return self.word.sort in ("name", "sign") and self.word.text in texts

    def accept(self, *texts: str) -> Word | None:
        return self.take() if self.at(*texts) else None

    def expect(self, text: str) -> Word:
        if not self.at(text):
            raise self.unexpected(f'"{text}"')
        return self.take()

    def name(self, what: str) -> Word:
        if self.word.sort != "name" or self.word.text in KEYWORDS:
            raise self.unexpected(what)
        return self.take()

    def expect_end(self) -> None:
        if self.word.sort != "end":
            raise self.unexpected("@operator")

    def unexpected(self, wanted: str) -> _Fault:
        if self.word.sort == "end":
            return _Fault(fault("E136", self.word.span, wanted=wanted))
        if meant := self.other_words():
            return meant
        pair = "".join(word.text for word in self.words[max(self.place - 1, 0) : self.place + 1])
        if pair in MISTAKEN:
            span = self.across(self.words[self.place - 1], self.word)
            return _Fault(fault("E131", span, sign=pair, meant=MISTAKEN[pair]))
        if self.word.text in PERCENT and self.words[self.place - 1].sort == "number":
            number, word = self.words[self.place - 1], self.word
            sign = f"{number.text} {word.text}"
            return _Fault(fault("E131", self.across(number, word), sign=sign, meant=f"{number.text}%"))
        if self.word.sort == "name" and self.word.text not in KEYWORDS and self.words[self.place - 1].sort == "number":
            return _Fault(fault("E141", self.word.span, name=self.word.text, known=", ".join(LITERAL_UNITS)))
        return _Fault(fault("E135", self.word.span, found=self.word.text, wanted=wanted))

    def other_words(self) -> _Fault | None:
        """A word of everyday language in place of one of formulas, or a decimal comma."""
        before, here = self.words[max(self.place - 1, 0)], self.word
        if here.sort == "name" and here.text.lower() in SPOKEN:
            return _Fault(fault("E131", here.span, sign=here.text, meant=SPOKEN[here.text.lower()]))
        if before.sort == "name" and before.text.lower() in SPOKEN_IF:
            return _Fault(fault("E131", before.span, sign=before.text, meant="if"))
        if before.text.lower() == "rp" and here.sort == "number":
            sign, meant = f"{before.text} {here.text}", f"{here.text} rupiah"
            return _Fault(fault("E131", self.across(before, here), sign=sign, meant=meant))
        after = self.words[min(self.place + 1, len(self.words) - 1)]
        together = before.span.end_column == here.span.column and here.span.end_column == after.span.column
        number = f"{before.text}.{after.text}"
        if here.text == "," and before.sort == after.sort == "number" and together and not grouped(number):
            return _Fault(fault("E131", self.across(before, after), sign=f"{before.text},{after.text}", meant=number))
        return None

    @staticmethod
    def across(first: Word, last: Word) -> Span:
        return Span(first.span.file, first.span.line, first.span.column, last.span.end_line, last.span.end_column)

    def since(self, start: Span) -> Span:
        end = self.words[self.place - 1].span
        return Span(start.file, start.line, start.column, end.end_line, end.end_column)

    def formula(self) -> s.Formula:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _Fault(fault("E133", self.word.span, deepest=DEEPEST))
        start = self.word.span
        result = self.condition(start) if self.accept("if") else self.any()
        self.depth -= 1
        return result

    def condition(self, start: Span) -> s.Formula:
        condition = self.formula()
        self.expect("then")
        then = self.formula()
        self.expect("else")
        return s.If(condition, then, self.formula(), self.since(start))

    def any(self) -> s.Formula:
        return self.junction("or", self.all)

    def all(self) -> s.Formula:
        return self.junction("and", self.negation)

    def junction(self, word: str, part: object) -> s.Formula:
        start = self.word.span
        parts = [part()]  # type: ignore[operator]
        while self.accept(word):
            parts.append(part())  # type: ignore[operator]
        return parts[0] if len(parts) == 1 else s.Junction(word, tuple(parts), self.since(start))

    def negation(self) -> s.Formula:
        start = self.word.span
        if not self.accept("not"):
            return self.test()
        self.deeper()
        part = self.negation()
        self.depth -= 1
        return s.Not(part, self.since(start))

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _Fault(fault("E133", self.word.span, deepest=DEEPEST))

    def test(self) -> s.Formula:
        start = self.word.span
        left = self.sum()
        if sign := self.accept(*COMPARISONS):
            right = self.sum()
            if self.at(*COMPARISONS):
                raise _Fault(fault("E137", self.word.span))
            return s.Compare(sign.text, left, right, self.since(start))
        if self.accept("in"):
            return s.In(left, self.choices(), self.since(start))
        if self.accept("between"):
            low = self.sum()
            self.expect("and")
            return s.Between(left, low, self.sum(), self.since(start))
        return left

    def choices(self) -> tuple[s.Formula, ...]:
        self.expect("[")
        choices = [self.sum()]
        while self.accept(","):
            choices.append(self.sum())
        self.expect("]")
        return tuple(choices)

    def sum(self) -> s.Formula:
        return self.arithmetic(("+", "-"), self.product)

    def product(self) -> s.Formula:
        return self.arithmetic(("*", "/"), self.signed)

    def arithmetic(self, signs: tuple[str, ...], part: object) -> s.Formula:
        start = self.word.span
        left: s.Formula = part()  # type: ignore[operator]
        while sign := self.accept(*signs):
            left = s.Arithmetic(sign.text, left, part(), self.since(start))  # type: ignore[operator]
        return left

    def signed(self) -> s.Formula:
        start = self.word.span
        if self.accept("-"):
            self.deeper()
            part = self.signed()
            self.depth -= 1
            return s.Negative(part, self.since(start))
        value = self.value()
        if not self.accept("default"):
            return value
        self.deeper()
        otherwise = self.signed()
        self.depth -= 1
        return s.Default(value, otherwise, self.since(start))

    def value(self) -> s.Formula:
        word = self.word
        if word.sort == "number":
            return self.number()
        if word.sort == "date":
            return self.day()
        if word.sort == "text":
            return s.Text(self.take().text[1:-1], word.span)
        if self.at("true", "false"):
            return s.Truth(self.take().text == "true", word.span)
        if self.accept("("):
            inner = self.formula()
            self.expect(")")
            return inner
        return self.named()

    def number(self) -> s.Formula:
        word = self.take()
        if len(word.text.replace("_", "")) > MOST_DIGITS:
            raise _Fault(fault("E142", word.span, most=MOST_DIGITS))
        if grouped(word.text):
            raise _Fault(fault("E113", word.span, text=word.text, meant=word.text.replace(".", "_")))
        percent = word.text.endswith("%")
        value = Fraction(word.text.rstrip("%").replace("_", "")) / (100 if percent else 1)
        unit = self.take().text if not percent and self.at(*LITERAL_UNITS) and not self.called() else None
        if unit is not None:
            value, unit = in_base_unit(value, unit)
        return s.Number(value, percent, unit, self.since(word.span))

    def called(self) -> bool:
        """Whether the word is followed by a bracket or a dot, and so is no unit."""
        return self.words[self.place + 1].text in ("[", "(", ".")

    def day(self) -> s.Formula:
        word = self.take()
        day = parse_date(word.text)
        if day is None:
            raise _Fault(fault("E138", word.span, text=word.text))
        return s.Day(to_days(day), word.span)

    def named(self) -> s.Formula:
        word = self.name("@value")
        following = self.word.text if self.word.sort == "sign" else ""
        if following == "(":
            return self.call(word)
        if following == "[":
            return self.table(word)
        names = [word]
        while self.accept("."):
            names.append(self.name("@name"))
        return s.Path(tuple(w.text for w in names), tuple(w.span for w in names), self.since(word.span))

    def call(self, word: Word) -> s.Formula:
        if word.text == "rejected":
            self.take()
            table = self.name("@table")
            self.expect(")")
            return s.RejectedRows(table.text, self.since(word.span))
        if word.text in ("sum", "average", "count", "any") or (word.text in ("min", "max") and self.over_rows()):
            return self.rows(word)
        known = dict.fromkeys((*AGGREGATES, *CALLS, "rejected"))
        close = get_close_matches(word.text.lower(), known, n=1, cutoff=0.7)
        if word.text.lower() in KEYWORDS:
            raise _Fault(fault("E131", word.span, sign=word.text, meant=word.text.lower()))
        if word.text not in CALLS:
            raise _Fault(fault("E139", word.span, name=word.text, nearest="".join(close), known=", ".join(known)))
        return self.arguments(word)

    def over_rows(self) -> bool:
        """min(a.b) and min(a.b where …) run over rows; min(a.b, c) compares values."""
        depth = 0
        for word in self.words[self.place :]:
            depth += (word.text in ("(", "[")) - (word.text in (")", "]")) if word.sort == "sign" else 0
            if depth == 1 and word.sort == "sign" and word.text == ",":
                return False
            if depth == 0 or word.sort == "end":
                return True
        return True

    def rows(self, word: Word) -> s.Formula:
        self.expect("(")
        grain = self.name("@table")
        value = None
        if word.text in ("sum", "average", "min", "max"):
            if not self.at("."):
                raise _Fault(fault("E140", self.since(grain.span), word=word.text))
            self.take()
            value = self.name("@column")
            if not self.at("via", "where", ")") and self.word.sort != "end":
                raise _Fault(fault("E140", self.since(grain.span), word=word.text))
        via = self.name("@relation") if self.accept("via") else None
        where = self.formula() if self.accept("where") else None
        self.expect(")")
        return s.Rows(
            word.text, grain.text, value.text if value else None, via.text if via else None, where,
            self.since(word.span), grain.span, value.span if value else None,
        )  # fmt: skip

    def arguments(self, word: Word) -> s.Formula:
        self.expect("(")
        arguments = [self.formula()]
        while self.accept(","):
            arguments.append(self.formula())
        self.expect(")")
        return s.Call(word.text, tuple(arguments), self.since(word.span))

    def table(self, word: Word) -> s.Formula:
        self.take()
        arguments = [self.formula()]
        while self.accept(","):
            arguments.append(self.formula())
        self.expect("]")
        output = self.name("@output").text if self.accept(".") else None
        return s.TableCall(word.text, tuple(arguments), output, self.since(word.span), word.span)


def grouped(text: str) -> bool:
    """Whether dots stand between groups of three digits, as in 2.500: thousands in one country, decimals in another."""
    whole, dot, rest = text.rstrip("%").partition(".")
    return bool(dot) and len(rest) == 3 and len(whole) <= 3 and whole != "0"
