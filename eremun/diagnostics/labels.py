"""Words under carets that are said in the reader's language: key -> (Bahasa Indonesia, English).

A `Mark` whose label is one of these keys is shown in the language asked for; any other label is shown as it is.
"""

from __future__ import annotations

LABELS: dict[str, tuple[str, str]] = {
    "@here": ("di sini", "here"),
    "@declared": ("ditetapkan di sini", "declared here"),
    "@unit": ("satuannya ditetapkan di sini", "its unit is set here"),
    "@first": ("yang pertama di sini", "the first one is here"),
    "@again": ("ditulis lagi di sini", "written again here"),
    "@used": ("dipakai di sini", "used here"),
    "@overlaps": ("bertumpang tindih dengan ini", "overlaps with this"),
    "@expected": ("yang diharapkan", "what is expected"),
}
