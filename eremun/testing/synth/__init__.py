"""Made-up months of any size for a pack: from its declared inputs and the profile `synth.yaml` beside it, by seed.

The same arguments give the same cells everywhere, and the same bytes of CSV. No row is rejected and nobody
blocked, unless the profile has it so or faults are asked for.

    python -m eremun.testing.synth PACK --people N --entries M --period 2026-01 --seed S --format csv|parquet --out DIR

What the pack declares (types, ranges, lists, keys, relations) is not repeated; the profile says the rest. Its section
`tables` lists the inputs in the order they are made; each has

    rows: 300 | people | people/250 | entries    how many rows; a share is rounded up
    rows: days                                   one for each day of the period, which its date column names
    each: [table] | [table, table]               one for each row of a table, or for each pair
    where: {table.column: word or [words]}       … of those only
    draw: {table: {column: word or [words]}}     beside `rows`: every row belongs to a random row of that table
    order: column                                rows are sorted by it; {row} in a pattern counts in that order
    breaks: [{column: cell, …}]                  cells that break a condition of the table, for --faults
    columns: {column: recipe}                    made in this order; a name that begins with _ is a helper, not written

A column without a recipe comes from its declaration: the key of the row it relates to (a random one where none is drawn
yet), any word of its list, any number of its range, any day of the period, a NIP. A recipe is a cell (in all rows), or

    words: {word: weight, …}                     one of them
    points: {0: low, 50: median, 100: high}      a number; percent of rows: up to this value. Also step: 100
    copy: path                                   the cell of another column: column, table.column or table.table.column
    leader: path to a table, group: 20           the key of the first row of each group; his own is the next one's
    pattern: "{row:07} {table.column} {day:%d}"
    after: path | period.start | period.end      a date, days: {0: weight, 1..3: weight} later; days may be below 0
    nip: {age: 22..58, joined: 18..33, months: 1..12}    birth, age at appointment, digits 13 and 14; sex; serial number
    by: path, cases: {"word, word": recipe, else: recipe}
    mix: {3%: recipe, else: recipe}              by chance

and beside any of them `empty: 5%`, the share of empty cells. Cells are written as in a CSV, without %.
"""
