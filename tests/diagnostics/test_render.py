"""Messages as they are read: text with carets, JSON, colour."""

from __future__ import annotations

import io
import json

import pytest

from eremun.diagnostics.codes import CODES, Code, Texts
from eremun.diagnostics.diagnostic import Diagnostic, Mark, Span, fault
from eremun.diagnostics.render import print_diagnostics, render, rule_list, rule_text, sorted_diagnostics

UNIT = Code(
    "E001",
    "unit-mismatch",
    Texts(
        "{right} tidak dapat dijumlahkan dengan {left}",
        "capaian 95% menjadi {sum}.",
        "mungkin perkalian:\n    formula: {fix}",
        "Satuan yang berbeda tidak dijumlahkan.",
    ),
    Texts("{right} cannot be added to {left}", "95% becomes {sum}.", "perhaps a product:\n  formula: {fix}", ""),
    bad="formula: a + b",
    good="formula: a * b",
)
RULES = "rules:\n  pegawai:\n    tpp:\n      formula: dasar + capaian\n"
INPUTS = "inputs:\n  x: {capaian: persen}\n"
SOURCES = {"1.yaml": RULES, "inputs.yaml": INPUTS}
ARGUMENTS = {"left": "persen", "right": "rupiah", "sum": "Rp95", "fix": "dasar * capaian"}


@pytest.fixture(autouse=True)
def _code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CODES, "E001", UNIT)


def at(file: str, line: int, start: int, end: int, end_line: int = 0) -> Span:
    return Span(file, line, start, end_line or line, end)


def mismatch() -> Diagnostic:
    return fault(
        "E001",
        Mark(at("1.yaml", 4, 24, 31), "persen"),
        Mark(at("1.yaml", 4, 16, 21), "rupiah"),
        Mark(at("inputs.yaml", 2, 16, 22), "@unit"),
        **ARGUMENTS,
    )


def drawn(line: str, *marks: Mark) -> list[str]:
    """The lines between the place and the explanation, for marks in a file of that one line."""
    text = render([Diagnostic("E001", marks, ARGUMENTS)], {"f": line}, "en", "text").split("\n")
    return [each.partition("|")[2][1:] for each in text[3:] if "|" in each]


def test_text_has_every_mark_in_its_file() -> None:
    assert render([mismatch()], SOURCES, "id", "text") == (
        "Kesalahan[E001] unit-mismatch: rupiah tidak dapat dijumlahkan dengan persen\n"
        " --> 1.yaml:4:24\n"
        "  |\n"
        "4 |       formula: dasar + capaian\n"
        "  |                ----- rupiah\n"
        "  |                        ^^^^^^^ persen\n"
        " ::: inputs.yaml:2:16\n"
        "  |\n"
        "2 |   x: {capaian: persen}\n"
        "  |                ------ satuannya ditetapkan di sini\n"
        "  = Sebab: capaian 95% menjadi Rp95.\n"
        "  = Perbaikan: mungkin perkalian:\n"
        "      formula: dasar * capaian\n"
        "  = Penjelasan: eremun rule E001"
    )


def test_english_words_and_labels() -> None:
    text = render([mismatch()], SOURCES, "en", "text")
    assert text.startswith("Error[E001] unit-mismatch: rupiah cannot be added to persen\n")
    for line in ("= Reason: 95%", "= Fix: perhaps", "= Explanation: eremun rule E001", "its unit is set here"):
        assert line in text


def test_lines_apart_in_one_file_are_parted_and_numbers_share_a_margin() -> None:
    source = "a: 1\n" * 12
    one = fault("E001", at("f", 12, 4, 5), at("f", 2, 1, 2), at("f", 3, 1, 2))
    body = render([one], {"f": source}, "id", "text").split("\n")[1:10]
    assert body == [
        "  --> f:12:4",
        "   |",
        " 2 | a: 1",
        "   | -",
        " 3 | a: 1",
        "   | -",
        "...",
        "12 | a: 1",
        "   |    ^",
    ]


@pytest.mark.parametrize(
    ("line", "start", "end", "before"),
    [
        ("\t\tx: kelas", 6, 11, 8 + 3),  # two tabs of four cells, then "x: "
        ("nama: 東京 kelas", 10, 15, 6 + 4 + 1),  # wide characters take two cells
        ("nama: e\u0301 kelas", 10, 15, 6 + 1 + 1),  # a combining accent takes none
        ("\u202enama kelas", 7, 12, 6),  # a character that turns the line is shown as one cell
    ],
)
def test_carets_stand_under_the_word(line: str, start: int, end: int, before: int) -> None:
    assert drawn(line, Mark(at("f", 1, start, end)))[1] == " " * before + "^^^^^"


def test_long_line_is_cut_around_each_mark() -> None:
    line = "a" * 50 + "SATU" + "b" * 300 + "DUA" + "c" * 200
    shown = drawn(line, Mark(at("f", 1, 51, 55), "satu"), Mark(at("f", 1, 355, 358), "dua"))
    assert len(shown) == 4
    for text, marked, word in ((shown[0], shown[1], "SATU"), (shown[2], shown[3], "DUA")):
        assert len(text) <= 112
        assert text.endswith("…")
        assert text.index(word) == len(marked) - len(marked.lstrip())
    assert shown[2].startswith("…")


def test_span_over_several_lines_shows_the_first() -> None:
    text = render([fault("E001", at("f", 1, 4, 9, end_line=3))], {"f": "a: min(b,\n  c,\n  d)\n"}, "id", "text")
    assert "1 | a: min(b,\n  |    ^^^^^^\n" in text
    assert "c," not in text


def test_place_beyond_the_text_or_an_unknown_file_still_shows() -> None:
    beyond = render([fault("E001", Mark(at("f", 9, 1, 2), "di sini"))], {"f": "a"}, "id", "text")
    assert "--> f:9:1" in beyond
    assert "| di sini" in beyond
    assert "--> g:3:7" in render([fault("E001", at("g", 3, 7, 8))], {}, "id", "text")
    assert drawn("abc", Mark(at("f", 1, 40, 50)))[1] == "   ^"


def test_data_place_where_there_is_no_span() -> None:
    assert " --> data/opd.csv\n" in render([fault("E001", at="data/opd.csv")], {}, "id", "text")


def test_arguments_are_put_in_as_they_stand() -> None:
    one = fault("E001", left="{right} {0} %s", right="{}", sum="{{x}}")
    text = render([one], {}, "id", "text")
    assert "E001] unit-mismatch: {} tidak dapat dijumlahkan dengan {right} {0} %s\n" in text
    assert "menjadi {{x}}." in text
    assert "formula: {fix}" in text  # an argument that is missing


def test_unknown_code_still_gives_a_message() -> None:
    text = render([fault("E999", at("f", 1, 1, 2), name="x")], {"f": "a"}, "id", "text")
    assert text.startswith("Kesalahan[E999]: ")
    assert "name: x" in text
    assert "eremun rule" not in text


def test_control_characters_are_shown_not_sent() -> None:
    text = render([fault("E001", right="a\x1b[31mb", left="c", at="d\x07")], {}, "id", "text")
    assert "\x1b" not in text
    assert "\x07" not in text


def test_order_of_files_lines_columns_then_those_without_place() -> None:
    places = [None, at("b", 1, 1, 2), at("z", 1, 1, 2), at("a", 10, 1, 2), at("a", 9, 5, 6), at("a", 9, 4, 5)]
    ordered = sorted_diagnostics([fault("E001", place) for place in places], {"b": "", "a": ""})
    assert [one.span for one in ordered] == [places[1], places[5], places[4], places[3], places[2], None]


def test_json_counts_from_zero_in_utf16_and_has_both_languages() -> None:
    source = {"f": "x: \U0001f600 kelas\n"}
    one = fault("E001", Mark(at("f", 1, 6, 11), "@here"), Mark(at("f", 1, 1, 2), "@unit"), **ARGUMENTS)
    (found,) = json.loads(render([one], source, "en", "json"))
    # x, colon, space, an emoji of two units, space: the word begins at 6
    assert found["range"] == {"start": {"line": 0, "character": 6}, "end": {"line": 0, "character": 11}}
    assert (found["file"], found["code"], found["severity"]) == ("f", "E001", 1)
    assert found["message"] == "rupiah cannot be added to persen"
    assert found["relatedInformation"][0]["message"] == "its unit is set here"
    assert found["data"]["id"]["message"] == "rupiah tidak dapat dijumlahkan dengan persen"
    assert found["data"]["en"]["fix"].endswith("formula: dasar * capaian")
    assert found["data"]["label"] == "here"


def test_json_without_place() -> None:
    (found,) = json.loads(render([fault("E001", at="x.csv")], {}, "id", "json"))
    assert (found["file"], found["range"], found["data"]["place"]) == (None, None, "x.csv")
    assert json.loads(render([], {}, "id", "json")) == []


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    plain, screen = io.StringIO(), Terminal()
    print_diagnostics([mismatch()], SOURCES, "id", "text", plain)
    print_diagnostics([mismatch()], SOURCES, "id", "text", screen)
    assert plain.getvalue() == render([mismatch()], SOURCES, "id", "text") + "\n"
    assert "\x1b[" in screen.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    screen = Terminal()
    print_diagnostics([mismatch()], SOURCES, "id", "text", screen)
    assert "\x1b[" not in screen.getvalue()


def test_rule_text_says_all_the_catalogue_knows() -> None:
    text = rule_text("E001", "id")
    assert text.startswith("E001 unit-mismatch\n")
    for part in (
        "… tidak dapat dijumlahkan dengan …",
        "Sebab: ",
        "Perbaikan: ",
        "Satuan yang berbeda",
        "Salah:\n    formula: a + b",
        "Benar:\n    formula: a * b",
    ):
        assert part in text
    assert "Reason: " in rule_text("E001", "en")
    assert any(line.startswith("E001  unit-mismatch ") for line in rule_list("id").split("\n"))
