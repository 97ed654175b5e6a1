"""Nothing is said twice: no two chapters share a sentence, and no two questions ask the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from conftest import CHAPTERS
from test_chapters import chapter, plain

from shared_future.bank import Question, read_banks

MARKUP = re.compile(r"\{eval\}`[^`]*`|\{cite\}`[^`]*`|\]\([^)]*\)|<[^>]*>|\{[\w:-]+\}")
TASK = re.compile(r"\*\d+ minutes\b.*Trains: ")
RUN = 4
"""Words in a row that are compared."""
SHORTEST = 4
"""Runs that a text needs to be compared: "Answer in 150 to 300 words" is nobody's sentence."""
SAME = 0.6
"""Share of the shorter text's runs from which on two texts count as one. Names of events and documents alone stay below."""


def words(markdown: str) -> list[str]:
    return re.findall(r"[\w’'-]+", MARKUP.sub(" ", markdown).lower())


def runs(markdown: str) -> frozenset[tuple[str, ...]]:
    found = words(markdown)
    return frozenset(tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1))


def shared(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """Yield pairs of texts of two owners that are nearly the same: owner, text, other owner, other text."""
    seen = [(owner, text, own) for owner, text in texts if len(own := runs(text)) >= SHORTEST]
    holders = defaultdict(list)
    for number, (_, _, own) in enumerate(seen):
        for run in own:
            holders[run].append(number)
    for number, (owner, text, own) in enumerate(seen):
        common = defaultdict(int)
        for run in own:
            for other in holders[run]:
                if other > number:
                    common[other] += 1
        for other, count in common.items():
            if seen[other][0] != owner and count >= SAME * min(len(own), len(seen[other][2])):
                yield owner, text, *seen[other][:2]


def sentences(name: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a chapter, solutions and exercises included; a sentence is a line."""
    text = re.sub(r"^`{3}\{solution-(?:start|end)\}.*$", "", chapter(name).text.split("---\n", 2)[2], flags=re.MULTILINE)
    yield from ((name, line.strip()) for line in plain(text).splitlines() if not TASK.match(line))


def asked(question: Question) -> str:
    options = [option.text for option in question.options]
    pairs = [f"{pair.term} {pair.meaning}" for pair in question.pairs]
    return "\n".join([question.prompt, *options, *pairs, *(item.text for item in question.items)])


def test_no_two_chapters_share_a_sentence():
    assert list(shared(sentence for name in CHAPTERS for sentence in sentences(name))) == []


def test_no_two_questions_ask_the_same():
    banks = read_banks()
    assert list(shared((question.id, asked(question)) for bank in banks.values() for question in bank.questions)) == []


def test_no_two_short_questions_are_the_same():
    """A prompt without options has too few words for the comparison above."""
    prompts = Counter(tuple(words(asked(question))) for bank in read_banks().values() for question in bank.questions)
    assert [" ".join(prompt) for prompt, count in prompts.items() if count > 1] == []
