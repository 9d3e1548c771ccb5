"""What each word of formulas and each fixed word of a pack says, in both languages; a test compares them with the code."""

from __future__ import annotations

from dataclasses import dataclass

from eremun.check.scope import BUILT_IN
from eremun.model.read_tables import HITS
from eremun.sources import formula_parser as parser
from eremun.values.rounding import MODES
from eremun.values.units import LITERAL_UNITS
from tests.language.key_texts import Both

SIGNS = ("+", "-", "*", "/", "(", ")", "[", "]", ".", ",", *parser.COMPARISONS)


@dataclass(frozen=True)
class Words:
    """Words of one sort: those of the code (`known`), and of each how it is written and what it says."""

    title: Both
    known: frozenset[str]
    words: dict[str, tuple[str, Both]]


WORDS = (
    Words(
        ("Kata rumus", "Words of formulas"),
        frozenset(parser.KEYWORDS),
        {
            "if": ("if a then b else c", ("bila a maka b, kalau tidak c", "b where a holds, otherwise c")),
            "then": ("if a then b else c", ("lihat `if`", "see `if`")),
            "else": ("if a then b else c", ("lihat `if`; selalu ada", "see `if`; never left out")),
            "and": ("a and b", ("keduanya; b hanya dilihat bila a terpenuhi", "both; b is only looked at where a holds")),
            "or": ("a or b", ("salah satu; b hanya dilihat bila a tidak terpenuhi", "either; b is only looked at where a does not hold")),
            "not": ("not a", ("a tidak terpenuhi", "a does not hold")),
            "in": ("a in [x, y]", ("a salah satu dari x dan y", "a is one of x and y")),
            "between": ("a between x and y", ("a dari x sampai y, keduanya ikut", "a from x to y, both included")),
            "default": ("a default b", ("a, atau b bila a tidak ada nilainya", "a, or b where a has no value")),
            "where": ("sum(t.k where s)", ("hanya baris yang memenuhi s", "only rows for which s holds")),
            "via": ("count(t via h)", ("melalui hubungan h, bila ada beberapa", "by the relation h, where there are several")),
            "true": ("true", ("ya", "yes")),
            "false": ("false", ("tidak", "no")),
        },
    ),
    Words(
        ("Rangkuman atas baris yang lebih halus", "Of many finer rows"),
        frozenset({*parser.AGGREGATES, "rejected"}),
        {
            "sum": ("sum(t.k)", ("jumlah kolom atau aturan k; 0 bila tidak ada baris", "the sum of the column or rule k; 0 of no rows")),
            "average": ("average(t.k)", ("rata-ratanya; tidak ada nilainya bila tidak ada baris", "their average; missing of no rows")),
            "min": ("min(t.k)", ("yang terkecil; tidak ada nilainya bila tidak ada baris", "the smallest; missing of no rows")),
            "max": ("max(t.k)", ("yang terbesar; tidak ada nilainya bila tidak ada baris", "the largest; missing of no rows")),
            "count": ("count(t)", ("banyaknya baris", "how many rows")),
            "any": ("any(t where s)", ("apakah ada barisnya", "whether there is a row")),
            "rejected": ("rejected(t)", ("banyaknya baris t yang ditolak dan menyebut baris ini", "how many rejected rows of t name this row")),
        },
    ),
    Words(
        ("Fungsi", "Functions"),
        frozenset(parser.CALLS),
        {
            "min": ("min(a, b)", ("yang terkecil", "the smallest")),
            "max": ("max(a, b)", ("yang terbesar", "the largest")),
            "present": ("present(a)", ("apakah a ada nilainya, atau baris a ada", "whether a has a value, or the row a is there")),
            "year": ("year(t)", ("tahun suatu tanggal", "the year of a date")),
            "month": ("month(t)", ("bulannya, 1 sampai 12", "its month, 1 to 12")),
            "day": ("day(t)", ("harinya, 1 sampai 31", "its day, 1 to 31")),
            "weekday": ("weekday(t)", ("hari pekan: Senin 1 sampai Minggu 7", "the day of the week: Monday 1 to Sunday 7")),
            "months": ("months(a, b)", ("banyaknya bulan dari bulan tanggal a sampai bulan tanggal b; kurang dari nol bila b lebih dahulu", "the number of months from that of the date a to that of the date b; below 0 if b is earlier")),
            "date": ("date(a)", ("tanggal dari bilangan TTTTBBHH; tidak ada nilainya bila hari itu tidak ada", "the date of a number YYYYMMDD; missing where there is no such day")),
            "digits": ("digits(nip, 1, 8)", ("bilangan dari angka ke-1 sampai ke-8 sebuah NIP", "the number in places 1 to 8 of a NIP")),
        },
    ),
    Words(
        ("Tanda", "Signs"),
        frozenset(SIGNS),
        {
            "+": ("a + b", ("tambah; tanggal + hari", "plus; date + days")),
            "-": ("a - b", ("kurang; tanggal - tanggal adalah hari", "minus; date - date is days")),
            "*": ("a * b", ("kali", "times")),
            "/": ("a / b", ("bagi; dengan yang berubah-ubah hanya dalam aturan yang membulatkan", "divided by; by what varies only in a rule that rounds")),
            "(": ("(a + b) * c", ("kurung", "brackets")),
            ")": ("(a + b) * c", ("kurung", "brackets")),
            "[": ("tabel[a, b]", ("tabel keputusan; sesudah `in` sebuah daftar", "a decision table; after `in` a list")),
            "]": ("tabel[a, b]", ("penutupnya", "its end")),
            ".": ("opd.pagu", ("isi baris yang dituju; isi bernama sebuah tabel", "what the row led to says; a named content of a table")),
            ",": ("min(a, b)", ("pemisah", "between several")),
            "=": ("a = b", ("sama dengan", "equal to")),
            "!=": ("a != b", ("tidak sama dengan", "not equal to")),
            "<": ("a < b", ("kurang dari", "less than")),
            "<=": ("a <= b", ("paling banyak", "at most")),
            ">": ("a > b", ("lebih dari", "more than")),
            ">=": ("a >= b", ("paling sedikit", "at least")),
        },
    ),
    Words(
        ("Satuan", "Units"),
        frozenset({*LITERAL_UNITS, "persen", "number"}),
        {
            "rupiah": ("2_500_000 rupiah", ("uang", "money")),
            "menit": ("450 menit", ("lamanya waktu", "a length of time")),
            "jam": ("5.5 jam", ("330 menit; hanya di belakang bilangan", "330 menit; behind a number only")),
            "hari": ("3 hari", ("banyaknya hari", "a number of days")),
            "poin": ("1.25 poin", ("poin kinerja", "points of performance")),
            "persen": ("2.5%", ("perbandingan, dengan tandanya", "a share, with its sign")),
            "number": ("12", ("bilangan tanpa satuan", "a number without unit")),
        },
    ),
    Words(
        ("Bulan yang dihitung, dan yang dibayar", "The month computed, and those paid"),
        frozenset({*(f"period.{name}" for name in BUILT_IN), "paid"}),
        {
            "period.start": ("period.start", ("hari pertama bulan itu", "the first day of the month")),
            "period.end": ("period.end", ("hari terakhir bulan itu", "the last day of the month")),
            "period.days": ("period.days", ("banyaknya hari, dalam `hari`", "how many days it has, in `hari`")),
            "period.name": ("period.name", ("`2026-01`", "`2026-01`")),
            "paid": ("where paid", ("hanya dalam temuan: orang itu dibayar", "in findings only: the person is paid")),
        },
    ),
    Words(
        ("Cara membulatkan (`round`)", "Modes of rounding (`round`)"),
        frozenset(MODES),
        {
            "half_up": ("half_up to 1 rupiah", ("terdekat; tepat di tengah menjauhi nol", "nearest; exactly between away from zero")),
            "half_even": ("half_even to 1", ("terdekat; tepat di tengah ke yang genap", "nearest; exactly between to the even one")),
            "down": ("down to 0.01 poin", ("mendekati nol", "toward zero")),
            "up": ("up to 100 rupiah", ("menjauhi nol", "away from zero")),
            "floor": ("floor to 1", ("selalu turun", "always down")),
            "ceiling": ("ceiling to 1", ("selalu naik", "always up")),
        },
    ),
    Words(
        ("Cara memilih baris tabel (`hit`)", "Which rows of a table count (`hit`)"),
        frozenset(HITS),
        {
            "unique": ("hit: unique", ("tepat satu; ini bila tidak ditulis", "exactly one; this where nothing is said")),
            "first": ("hit: first", ("yang pertama terpenuhi", "the first that holds")),
            "collect sum": ("hit: collect sum", ("jumlah semua yang terpenuhi; 0 bila tidak ada", "the sum of all that hold; 0 of none")),
            "collect min": ("hit: collect min", ("yang terkecil", "the smallest")),
            "collect max": ("hit: collect max", ("yang terbesar", "the largest")),
            "collect count": ("hit: collect count", ("banyaknya yang terpenuhi", "how many hold")),
        },
    ),
)  # fmt: skip
