"""The tiny pack that every case starts from: a car park with lots, cars (the grain paid), permits, visits and stamps."""

from __future__ import annotations

HEAD = """\
name: parking
label: Parking
eremun: ">=0.1"
effective_from: 2020-01-01
period: month
person: car
"""

INPUTS = """\
enums:
  kind: [small, large, bus]
inputs:
  lot:
    label: Lots
    key: [lot]
    columns:
      lot: {type: text}
      fee: {type: rupiah, range: 0..1_000_000}
      rank: {type: number, range: 0..9, optional: true}
  car:
    label: Cars
    key: [plate]
    columns:
      plate: {type: text}
      lot: {type: text}
      kind: {type: kind}
      n: {type: number, range: 0..1_000}
      m: {type: number, range: 0..1_000}
      k: {type: number, range: 1..1_000}
      share: {type: persen, decimals: 2, range: 0%..200%}
      money: {type: rupiah, range: 0..1_000_000_000}
      flag: {type: boolean}
      since: {type: date}
      owner: {type: nip}
      note: {type: text}
      opt: {type: number, range: 0..1_000, optional: true}
      until: {type: date, optional: true}
      agent: {type: nip, optional: true}
      okind: {type: kind, optional: true}
      oflag: {type: boolean, optional: true}
      onote: {type: text, optional: true}
    references: {lot: [lot]}
    lookups: {permit: [plate], place: [opt]}
  permit:
    label: Permits
    key: [plate]
    columns:
      plate: {type: text}
      free: {type: menit, range: 0..10_000}
      extra: {type: number, range: 0..1_000, optional: true}
    references: {car: [plate]}
    when_rejected: drop
  place:
    label: Places, found by a number
    key: [at]
    columns:
      at: {type: number, range: 0..1_000}
      size: {type: number, range: 0..100}
  visit:
    label: Visits
    key: [id]
    date: day
    columns:
      id: {type: text}
      plate: {type: text}
      day: {type: date, range: period}
      spent: {type: menit, range: 0..1_440}
      n: {type: number, range: 0..1_000}
      m: {type: number, range: 0..1_000}
      kind: {type: kind}
      opt: {type: number, range: 0..1_000, optional: true}
    references: {car: [plate]}
    lookups: {permit: [plate], stamp: [plate, day]}
    when_rejected: block
  stamp:
    label: Stamps, one a day
    key: [plate, day]
    date: day
    columns:
      plate: {type: text}
      day: {type: date, range: period}
      mark: {type: number, range: 0..9}
    references: {car: [plate]}
    when_rejected: drop
  ticket:
    label: Tickets
    key: none
    columns:
      plate: {type: text}
      fine: {type: rupiah, range: 0..1_000_000}
    references: {car: [plate]}
    when_rejected: drop
groups:
  stay:
    label: Days of a car
    of: visit
    by: [plate, day]
  sort:
    label: Kinds of cars
    of: car
    by: [kind]
"""

OUTPUTS = """\
outputs:
  payroll:
    file: payroll.csv
    rows: car
    sort: [plate]
    columns:
      - plate
{columns}
  blocked:
    file: blocked.csv
    sort: [plate, reason]
    columns: [plate, reason]
    reasons: {{}}
  rejected:
    file: rejected.csv
    columns: [table, row, column, value, reason]
    reasons: {{}}
  findings:
    file: findings.csv
    columns: [finding, count, amount]
"""

REGISTER = """\
regulations:
  act: {title: The parking act}
"""

CHAPTER = "chapter: Rules\nbasis: act\n"

CELLS: dict[str, dict[str, str]] = {
    "lot": {"lot": "Z", "fee": "2000", "rank": ""},
    "car": {
        "plate": "A", "lot": "Z", "kind": "small", "n": "0", "m": "0", "k": "1", "share": "0", "money": "0",
        "flag": "tidak", "since": "2024-01-01", "owner": "199001012015031001", "note": "note", "opt": "",
        "until": "", "agent": "", "okind": "", "oflag": "", "onote": "",
    },
    "permit": {"plate": "A", "free": "0", "extra": ""},
    "place": {"at": "0", "size": "0"},
    "visit": {
        "id": "1", "plate": "A", "day": "2026-05-04", "spent": "0", "n": "0", "m": "0", "kind": "small", "opt": "",
    },
    "stamp": {"plate": "A", "day": "2026-05-04", "mark": "0"},
    "ticket": {"plate": "A", "fine": "0"},
}  # fmt: skip
