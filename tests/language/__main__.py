"""`python -m tests.language` writes the lists of keys, words and codes, and the messages the pages show."""

from __future__ import annotations

import re

from tests.language import examples, lists
from tests.language.examples import PAGES, Lang
from tests.language.running import message, said_of

SHOWN = re.compile(
    r"(^```(?:yaml|csv) \S+ (?:refused|warned) .*\n(?:.*\n)*?```\n\n```text\n)(?:.*\n)*?(```)$", re.MULTILINE
)


def with_messages(lang: Lang) -> str:
    """The page, with every message it shows as it is printed now."""
    mistakes = [one for example in examples.examples(lang) for one in example.mistakes if one.shown is not None]
    printed = [found for one in mistakes if (found := said_of(one)) is not None]
    texts = iter([message(found, lang).rstrip() for found in printed])
    return SHOWN.sub(lambda found: f"{found[1]}{next(texts)}\n{found[2]}", PAGES[lang].read_text(encoding="utf-8"))


if __name__ == "__main__":
    for lang in PAGES:
        PAGES[lang].write_text(with_messages(lang), encoding="utf-8")
        lists.PAGES[lang].write_text(lists.page(lang), encoding="utf-8")
