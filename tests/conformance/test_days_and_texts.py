"""Days, digits of nips, texts and words of lists."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conformance.harness import F, Park, fault, refused, rule

GONE = "tanggal_tidak_ada"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("since + 1 hari = 2024-02-29", True),
        ("since + 2 hari = 2024-03-01", True),
        ("since - 28 hari = 2024-01-31", True),
        ("2024-03-01 - since = 2 hari", True),
        ("since - 2024-03-01 = -2 hari", True),
        ("2025-03-01 - 2025-02-28 = 1 hari", True),
        ("2000-03-01 - 2000-02-28 = 2 hari", True),
        ("1900-03-01 - 1900-02-28 = 1 hari", True),
        ("2024-12-31 - 2024-01-01 = 365 hari", True),
        ("since + n * 1 hari = 2024-03-01", True),
        ("since between 2024-02-28 and 2024-02-29", True),
        ("since < 2024-02-29 and since <= 2024-02-28", True),
        ("since in [2024-02-27, 2024-02-28]", True),
        ("since != 2024-02-28", False),
        ("max(since, 2024-02-29) = 2024-02-29", True),
        ("min(since, 2024-02-29, 2020-01-01) = 2020-01-01", True),
        ("(if flag then since else 2020-01-01) = 2020-01-01", True),
        ("since > period.end or period.start <= period.end", True),
    ],
)
def test_days(park: Park, formula: str, expected: bool) -> None:
    park.of("", formula, expected, car="A since=2024-02-28 n=2")


DAYS = {
    # 1970-01-01 was a Thursday; 2000-01-01 a Saturday; 0001-01-01 a Monday; 9999-12-31 a Friday.
    "a": ("1970-01-01", 1970, 1, 1, 4), "b": ("2000-01-01", 2000, 1, 1, 6), "c": ("0001-01-01", 1, 1, 1, 1),
    "d": ("9999-12-31", 9999, 12, 31, 5), "e": ("2024-02-29", 2024, 2, 29, 4), "f": ("1969-12-31", 1969, 12, 31, 3),
    "g": ("1900-02-28", 1900, 2, 28, 3), "h": ("2026-05-31", 2026, 5, 31, 7),
}  # fmt: skip


@pytest.mark.parametrize(("word", "place"), [("year", 1), ("month", 2), ("day", 3), ("weekday", 4)])
def test_parts_of_days(park: Park, word: str, place: int) -> None:
    rows = "; ".join(f"{key} since={day[0]}" for key, day in DAYS.items())
    park.of("number", f"{word}(since)", {key: F(int(day[place])) for key, day in DAYS.items()}, car=rows)


MONTHS = {
    # Only the months count, not the days in them. 9999-12 is 12 * 9998 + 11 = 119,987 months after 0001-01.
    "a": ("2026-01-31", "2026-02-01", 1), "b": ("2026-01-01", "2026-01-31", 0), "c": ("2026-01-31", "2026-01-01", 0),
    "d": ("2025-11-30", "2026-02-01", 3), "e": ("2026-02-01", "2025-11-30", -3), "f": ("2024-12-31", "2025-01-01", 1),
    "g": ("0001-01-01", "9999-12-31", 119_987), "h": ("9999-12-31", "0001-01-01", -119_987),
}  # fmt: skip


def test_months_from_one_day_to_another(park: Park) -> None:
    rows = "; ".join(f"{key} since={first} until={last}" for key, (first, last, _) in MONTHS.items())
    park.of("number", "months(since, until)", {key: F(months) for key, (_, _, months) in MONTHS.items()}, car=rows)


def test_months_of_days_outside_the_calendar(park: Park) -> None:
    """After 9999-12-31 there is no month; of a cell that is empty neither."""
    rows = {"car": "A since=9999-12-31 n=1; B since=9999-12-30 n=1", "pays": "x"}
    for formula in ("months(since + n * 1 hari, since)", "months(since, since + n * 1 hari)"):
        park(rule("number", formula), {"car.x": {"A": fault(GONE), "B": F(0)}}, blocked={"A": GONE}, **rows)
    park(rule("number", "months(since, until)"), {"car.x": fault("until")}, blocked={"A": "until"}, pays="x")


def test_months_are_as_wide_as_their_dates(park: Park) -> None:
    """A divisor is at least 0: 1 + months(2025-12-01, …) is, where the date is at least 2025-11-01, and not a day before."""
    quotient = "12 / (1 + months(2025-12-01, max(%s, since)))"
    park(
        rule("number", quotient % "2025-11-01", "down to 1"), {"car.x": F(4)}, car="A since=2026-02-28"
    )  # 12 / (1 + 2)
    refused(park, "E331", rule("number", quotient % "2025-10-31", "down to 1"))
    turned = "12 / (1 + months(min(%s, since), 2025-12-31))"
    park(rule("number", turned % "2026-01-31", "down to 1"), {"car.x": F(6)}, car="A since=2025-11-01")  # 12 / (1 + 1)
    refused(park, "E331", rule("number", turned % "2026-02-01", "down to 1"))


def test_months_are_of_two_dates(park: Park) -> None:
    refused(park, "E316", rule("number", "months(since, n)"))
    refused(park, "E316", rule("number", "months(n, since)"))
    refused(park, "E313", rule("number", "months(since)"))
    refused(park, "E317", rule("hari", "months(since, since)"))


def test_age_in_years(park: Park) -> None:
    """Born 2000-02-29: 25 on 2026-02-28, 26 on 2026-03-01, by comparing month and day."""
    formula = """year(period.end) - year(since)
        - (if month(period.end) * 100 + day(period.end) < month(since) * 100 + day(since) then 1 else 0)"""
    park.of("number", formula, F(25), car="A since=2000-02-29", period="2026-02")
    park.of("number", formula, F(26), car="A since=2000-02-29", period="2026-03")


NIPS = {"A": "199802292026031001", "B": "200002292026031001", "C": "200013012026031001", "D": "000001012026031001"}


@pytest.mark.parametrize(
    ("first", "last", "a", "d"),
    [(1, 8, 19980229, 101), (1, 4, 1998, 0), (5, 6, 2, 1), (15, 15, 1, 1), (18, 18, 1, 1), (1, 18, 199802292026031001, 1012026031001),
     (9, 14, 202603, 202603), (16, 18, 1, 1)],
)  # fmt: skip
def test_digits(park: Park, first: int, last: int, a: int, d: int) -> None:
    rows = "; ".join(f"{key} owner={nip}" for key, nip in NIPS.items() if key in "AD")
    park.of("number", f"digits(owner, {first}, {last})", {"A": F(a), "D": F(d)}, car=rows)


def test_date_of_digits(park: Park) -> None:
    """29 February 1998 and the 13th month do not exist, nor the year 0; 29 February 2000 does."""
    more = """
rules:
  car:
    there:
      formula: present(date(digits(owner, 1, 8)))
    born:
      formula: date(digits(owner, 1, 8)) = 2000-02-29
    guarded:
      formula: present(date(digits(owner, 1, 8))) and year(date(digits(owner, 1, 8))) = 2000
    instead:
      unit: number
      formula: year(date(digits(owner, 1, 8)) default 2001-01-01)
"""
    expected = {
        "car.there": {"A": False, "B": True, "C": False, "D": False},
        "car.born": {"A": fault(GONE), "B": True, "C": fault(GONE), "D": fault(GONE)},
        "car.guarded": {"A": False, "B": True, "C": False, "D": False},
        "car.instead": {"A": F(2001), "B": F(2000), "C": F(2001), "D": F(2001)},
    }  # fmt: skip
    park(more, expected, car="; ".join(f"{key} owner={nip}" for key, nip in NIPS.items()))


@pytest.mark.parametrize(
    ("written", "there"),
    [(20240229, True), (20230229, False), (19000229, False), (20000229, True), (20240431, False), (20240430, True),
     (20240100, False), (20241301, False), (20240001, False), (10101, True), (0, False), (99991231, True), (101, False)],
)  # fmt: skip
def test_days_that_exist(park: Park, written: int, there: bool) -> None:
    rows = f"A owner={written:08d}2026031001"
    park.of("", "present(date(digits(owner, 1, 8)))", there, car=rows)


def test_days_are_counted_from_no_day_in_particular(park: Park) -> None:
    """1970-01-01 is stored as 0, which has no step of its own: 28 days later it is 1970-01-29."""
    more = (
        rule("number", "n * year(1970-01-01 + 28 hari)")
        + """
    next:
      unit: date
      formula: 1970-01-01 + 28 hari
    before:
      unit: date
      formula: 1970-01-01 - n * 7 hari
"""
    )
    expected = {"car.x": F(3940), "car.next": date(1970, 1, 29), "car.before": date(1969, 12, 18)}
    park(more, expected, car="A n=2")


OUTSIDE = """
rules:
  car:
    next:
      unit: date
      formula: since + n * 1 hari
    x:
      unit: number
      formula: year(since + n * 1 hari)
    before:
      unit: number
      formula: weekday(since - m * 1 hari)
    still:
      formula: since + n * 1 hari > since - 1 hari
"""


def test_a_day_outside_the_calendar_is_a_fault(park: Park) -> None:
    """After 9999-12-31 and before 0001-01-01 (a Monday) there is no date; days may still be counted."""
    expected = {
        "car.next": {"A": fault(GONE), "B": date(9999, 12, 31), "C": date(1, 1, 1)},
        "car.x": {"A": fault(GONE), "B": F(9999), "C": F(1)}, "car.before": {"A": F(5), "B": F(4), "C": fault(GONE)},
        "car.still": dict.fromkeys("ABC", True),
    }  # fmt: skip
    rows = "A since=9999-12-31 n=1; B since=9999-12-30 n=1; C since=0001-01-01 m=1"
    park(OUTSIDE, expected, car=rows, pays="x", blocked={"A": GONE})


def test_days_are_whole(park: Park) -> None:
    refused(park, "E323", rule("", "since + n * 1 hari / 2 > since"))
    refused(park, "E323", rule("", "since + money / k * 1 hari / 1 rupiah > since"))
    refused(park, "E323", rule("", "present(date(n / 2))"))
    park.of("", "since + n * 1 hari / 2 * 2 > since", True, car="A n=1")


def test_text(park: Park) -> None:
    """Blanks around are no part of it; case and accents are."""
    more = """
rules:
  car:
    a:
      formula: note = "x y"
    b:
      formula: note != "x y"
    c:
      formula: note in ["X Y", "x  y"]
    d:
      formula: note = lot
"""
    expected = {
        "car.a": {"A": True, "B": True, "C": False, "D": False, "E": False},
        "car.b": {"A": False, "B": False, "C": True, "D": True, "E": True},
        "car.c": {"A": False, "B": False, "C": True, "D": True, "E": False},
        "car.d": {"A": False, "B": False, "C": False, "D": False, "E": True},
    }  # fmt: skip
    rows = "A 'note=x y'; B 'note=  x y '; C 'note=X Y'; D 'note=x  y'; E note=é lot=é"
    park(more, expected, car=rows, lot="Z; é")


def test_keys_are_compared_after_trimming_by_code_point(park: Park) -> None:
    """` A ` is A; `a` is another."""
    rows = {"car": "A; a", "visit": "1 ' A ' spent=5; 2 a spent=7"}
    park.of("menit", "sum(visit.spent)", {"A": F(5), "a": F(7)}, **rows)


def test_texts_have_no_order(park: Park) -> None:
    refused(park, "E305", rule("", 'note < "b"'))
    refused(park, "E305", rule("", "owner > agent"))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("kind = bus", (False, True)), ("kind != bus", (True, False)), ("kind in [small, large]", (True, False)),
        ("not kind in [small, large]", (False, True)), ("bus = kind", (False, True)),
        ("(if flag then kind else bus) = bus", (True, True)), ("kind = okind", (True, False)),
        ("owner = agent", (True, False)), ("owner in [agent]", (True, False)),
    ],
)  # fmt: skip
def test_words_of_a_list(park: Park, formula: str, expected: tuple[bool, bool]) -> None:
    rows = "A kind=small okind=small agent=199001012015031001; B kind=bus okind=large agent=199001012015031002"
    park.of("", formula, dict(zip("AB", expected, strict=True)), car=rows)


def test_enums_have_no_order(park: Park) -> None:
    refused(park, "E305", rule("", "kind > small"))


def test_a_rule_may_be_a_day_or_a_text(park: Park) -> None:
    more = """
rules:
  car:
    next:
      unit: date
      formula: since + 30 hari
    said:
      unit: text
      formula: if flag then note else "none"
    who:
      unit: nip
      formula: agent default owner
    which:
      unit: kind
      formula: if flag then kind else large
"""
    expected = {
        "car.next": date(2024, 3, 1), "car.said": "none", "car.who": 199001012015031001, "car.which": "large",
    }  # fmt: skip
    park(more, expected, car="A since=2024-01-31")
