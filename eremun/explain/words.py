"""The words of an explanation in both languages, and how values look in each."""

from __future__ import annotations

from fractions import Fraction

from eremun.explain.tree import Segment, Segments, Shown, Word
from eremun.outputs.forms import is_percent
from eremun.values.numbers import decimal_text, decimals_of
from eremun.values.periods import from_days
from eremun.values.types import Kind, Type

MANY_DECIMALS = 6
WORDS: dict[str, dict[str, str]] = {
    "id": {
        "blocked": "Belum dapat dibayar, karena:",
        "paid": "Dibayar.",
        "would_be": "Hitungan di bawah ini tidak dibayarkan selama alasan itu ada.",
        "differs": "PERHATIAN: uraian ini tidak sama dengan hasil mesin hitung. Kesalahannya ada pada program eremun,\n"
        "bukan pada data atau aturan. Jangan dipakai sebelum pembuatnya memeriksa; kirimkan kepadanya baris berikut.",
        "differs_line": "{column}: uraian {explained}, mesin hitung {engine}",
        "reasons": "alasan tertahan",
        "period": "Masa",
        "formula": "rumus",
        "filled": "dengan angka",
        "before": "sebelum dibulatkan",
        "regulation": "dasar",
        "assumption": "anggapan",
        "exception": "pengecualian",
        "held": "berlaku",
        "overridden": "syaratnya terpenuhi, tetapi didahului yang lain",
        "clashing": "syaratnya terpenuhi bersama yang lain, padahal tidak ada yang didahulukan",
        "not_held": "tidak berlaku",
        "parameter": "ketentuan",
        "since": "sejak",
        "table": "tabel",
        "row": "baris",
        "joined_sum": "jumlah baris yang berlaku",
        "joined_min": "yang terkecil dari baris yang berlaku",
        "joined_max": "yang terbesar dari baris yang berlaku",
        "joined_count": "banyaknya baris yang berlaku",
        "joined_marginal": "bertingkat, tiap lapis dengan isinya sendiri",
        "layer": "{cell} dari {part} = {gives}",
        "and": "dan",
        "anything": "apa saja",
        "always": "yang selalu berlaku",
        "found": "{name} pada {day}: {label}, dari {first} sampai {last}",
        "found_running": "{name} pada {day}: {label}, sejak {first}",
        "found_none": "{name} pada {day}: tidak ada barisnya",
        "found_without_day": "{name}: harinya tidak diisi, jadi tidak ada barisnya",
        "not_reached": "belum tercapai, kurang {gap}",
        "at_bound": "belum tercapai, tepat pada batasnya",
        "passed": "terlampaui {gap}",
        "passed_bound": "terlampaui, tepat pada batasnya",
        "above": "sudah diuraikan di atas",
        "no_value": "tidak ada nilainya, karena {faults}",
        "counts_nothing": "tidak dihitung",
        "left_out": "di luar syarat",
        "because": "karena tidak terpenuhi",
        "untold": "{number} baris",
        "rows_told": "{number} baris, sudah diuraikan di atas",
        "none": "tidak ada baris",
        "missing": "(tidak ada)",
        "true": "ya",
        "false": "tidak",
        "half_up": "dibulatkan ke yang terdekat, setengah ke atas, kelipatan {step}",
        "half_even": "dibulatkan ke yang terdekat, setengah ke genap, kelipatan {step}",
        "down": "dibulatkan ke bawah (mendekati nol), kelipatan {step}",
        "up": "dibulatkan ke atas (menjauhi nol), kelipatan {step}",
        "floor": "dibulatkan ke bawah, kelipatan {step}",
        "ceiling": "dibulatkan ke atas, kelipatan {step}",
        "share": "dibagi habis dalam kelipatan {step}, sisanya kepada sisa terbesar",
        "sum": "jumlah",
        "average": "rata-rata",
        "min": "yang terkecil", "max": "yang terbesar", "count": "banyaknya", "any": "apakah ada",
    },
    "en": {
        "blocked": "Can't be paid yet, because:",
        "paid": "Paid.",
        "would_be": "What is computed below is not paid out while a reason stands.",
        "differs": "WARNING: this explanation is not what the engine computed. The fault lies in the program eremun,\n"
        "not in the data or the rules. Do not use it before its makers have looked; send them the lines below.",
        "differs_line": "{column}: explained {explained}, computed {engine}",
        "reasons": "reasons for blocking",
        "period": "Period",
        "formula": "formula",
        "filled": "with numbers",
        "before": "before rounding",
        "regulation": "basis",
        "assumption": "assumption",
        "exception": "exception",
        "held": "applies",
        "overridden": "its condition holds, but another goes before it",
        "clashing": "its condition holds together with another, and neither goes before the other",
        "not_held": "does not apply",
        "parameter": "parameter",
        "since": "since",
        "table": "table",
        "row": "row",
        "joined_sum": "sum of the rows that hold",
        "joined_min": "the smallest of the rows that hold",
        "joined_max": "the largest of the rows that hold",
        "joined_count": "number of rows that hold",
        "joined_marginal": "progressive, each layer at its own",
        "layer": "{cell} of {part} = {gives}",
        "and": "and",
        "anything": "anything",
        "always": "that always holds",
        "found": "{name} on {day}: {label}, from {first} to {last}",
        "found_running": "{name} on {day}: {label}, since {first}",
        "found_none": "{name} on {day}: no row",
        "found_without_day": "{name}: its day is not filled in, so there is no row",
        "not_reached": "not reached, {gap} short",
        "at_bound": "not reached, just at its bound",
        "passed": "passed by {gap}",
        "passed_bound": "passed, just at its bound",
        "above": "explained above",
        "no_value": "has no value, because of {faults}",
        "counts_nothing": "counts nothing",
        "left_out": "left out",
        "because": "because this is not met",
        "untold": "{number} rows",
        "rows_told": "{number} rows, explained above",
        "none": "no rows",
        "missing": "(missing)",
        "true": "yes",
        "false": "no",
        "half_up": "rounded to the nearest, half up, multiple of {step}",
        "half_even": "rounded to the nearest, half to even, multiple of {step}",
        "down": "rounded down (toward zero), multiple of {step}",
        "up": "rounded up (away from zero), multiple of {step}",
        "floor": "rounded down, multiple of {step}",
        "ceiling": "rounded up, multiple of {step}",
        "share": "shared in multiples of {step}, what is left to the largest remainders",
        "sum": "sum",
        "average": "average",
        "min": "the smallest", "max": "the largest", "count": "count", "any": "whether there is any",
    },
}  # fmt: skip


def value_text(shown: Shown, lang: str) -> str:
    """The value with its unit: `Rp2.794.340`, `72,10 %`, `490 menit`; in English with the signs exchanged."""
    value, kind = shown.value, shown.type.kind
    if value is None:
        return WORDS[lang]["missing"]
    if isinstance(value, bool):
        return WORDS[lang]["true" if value else "false"]
    if isinstance(value, str):
        return value
    if kind is Kind.DATE:
        return from_days(int(value)).isoformat()
    if kind is Kind.NIP:
        return f"{int(value):018d}"
    return _with_unit(Fraction(value), shown.type, shown.decimals, lang)


def _with_unit(value: Fraction, type: Type, decimals: int, lang: str) -> str:
    unit = str(type.unit)
    if is_percent(type):
        return f"{number_text(value * 100, decimals, lang)} %"
    if unit == "rupiah":
        return f"{'-' if value < 0 else ''}Rp{number_text(abs(value), decimals, lang)}"
    text = number_text(value, decimals, lang)
    return text if unit == "number" else f"{text} {unit}"


def number_text(value: Fraction, least: int, lang: str) -> str:
    """The number with as many decimals as it has; one without an end is cut after six and says so by dots."""
    needed = decimals_of(Fraction(1, value.denominator))
    endless = needed is None or needed > MANY_DECIMALS
    decimals = MANY_DECIMALS if endless else max(needed or 0, least)
    cut = Fraction(int(value * 10**decimals), 10**decimals)
    whole, _, rest = decimal_text(cut, decimals).partition(".")
    sign = "-" if value < 0 and not whole.startswith("-") else ""
    group, point = (".", ",") if lang == "id" else (",", ".")
    grouped = f"{int(whole.lstrip('-')):,}".replace(",", group)
    minus = "-" if whole.startswith("-") else sign
    return minus + grouped + (point + rest if rest else "") + ("…" if endless else "")


def segments_text(segments: Segments, lang: str) -> str:
    """A formula with its values as text."""
    return "".join(_segment(part, lang) for part in segments)


def _segment(part: Segment, lang: str) -> str:
    if isinstance(part, Word):
        return WORDS[lang][part.name]
    return part if isinstance(part, str) else value_text(part, lang)
