"""The macros in which the SQL rounds and counts days: whole numbers in, whole numbers out, none fails and none is null.

`//` and `%` cut toward zero, also below zero; `/` would give DOUBLE. CASE holds back what is not defined for a number.
"""

from __future__ import annotations

import re

from eremun.values.periods import FIRST_DAY, LAST_DAY

_AWAY = "CASE WHEN n < 0 THEN -1 ELSE 1 END"
_REST = "abs(n % d)"
_DAY = f"CASE WHEN n BETWEEN {FIRST_DAY} AND {LAST_DAY} THEN %s(DATE '1970-01-01' + CAST(n AS INTEGER)) ELSE 0 END"
_LAST = """CASE WHEN n // 100 % 100 IN (4, 6, 9, 11) THEN 30 WHEN n // 100 % 100 <> 2 THEN 31
    WHEN n // 10000 % 4 = 0 AND (n // 10000 % 100 <> 0 OR n // 10000 % 400 = 0) THEN 29 ELSE 28 END"""

_BODIES = {
    "divide_down(n, d)": "n // d",
    "divide_up(n, d)": f"n // d + CASE WHEN n % d = 0 THEN 0 ELSE {_AWAY} END",
    "divide_floor(n, d)": "n // d - CASE WHEN n % d < 0 THEN 1 ELSE 0 END",
    "divide_ceiling(n, d)": "n // d + CASE WHEN n % d > 0 THEN 1 ELSE 0 END",
    "divide_half_up(n, d)": f"n // d + CASE WHEN {_REST} >= d - {_REST} THEN {_AWAY} ELSE 0 END",
    "divide_half_even(n, d)": f"""n // d + CASE WHEN {_REST} > d - {_REST} THEN {_AWAY}
    WHEN {_REST} = d - {_REST} AND n // d % 2 <> 0 THEN {_AWAY} ELSE 0 END""",
    "date_year(n)": _DAY % "year",
    "date_month(n)": _DAY % "month",
    "date_day(n)": _DAY % "day",
    "date_weekday(n)": "CAST((n % 7 + 10) % 7 + 1 AS BIGINT)",
    "is_date(n)": f"""n BETWEEN 10101 AND 99991231 AND n // 100 % 100 BETWEEN 1 AND 12
    AND n % 100 BETWEEN 1 AND {_LAST}""",
    "date_of(n)": """CASE WHEN is_date(n) THEN
    make_date(CAST(n // 10000 AS INTEGER), CAST(n // 100 % 100 AS INTEGER), CAST(n % 100 AS INTEGER))
    - DATE '1970-01-01' ELSE 0 END""",
}


def used(sql: str) -> list[str]:
    """The statements that make the macros which the text calls, each after those that it calls itself."""
    statements: list[str] = []
    for head, body in reversed(_BODIES.items()):
        name = head[: head.index("(")]
        if re.search(rf"(?i)\b{name}\(", sql + "".join(statements)):
            statements.insert(0, f"CREATE TEMP MACRO {head} AS {body}")
    return statements
