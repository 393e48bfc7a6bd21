"""Which samples can be said with the same words: Alexa would have to guess between them.

All samples are walked at once, word by word, with every phrase of their slots. Where only one sample is left, there is
nothing more to find.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from interaction_model.forms import Slot, SlotPhrases, Spoken, SpokenForm

_AT_START = -1

_Cursor = tuple[int, int, int]
"""A form's index, a part's index, and the place inside the part's phrases (`_AT_START`: before the part)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two samples that the same words may mean."""

    first: SpokenForm
    second: SpokenForm
    words: str
    """Shortest of what may be said for both."""


class _Phrases:
    """The phrases of all slot types as one set of prefix trees."""

    def __init__(self, phrases: SlotPhrases) -> None:
        self.next: list[dict[str, int]] = []
        self.ends: set[int] = set()
        self.roots = {name: self._grow(words) for name, words in phrases.items()}

    def _grow(self, phrases: Mapping[Spoken, object]) -> int:
        root = self._node()
        for words in phrases:
            node = root
            for word in words:
                if word not in self.next[node]:
                    self.next[node][word] = self._node()
                node = self.next[node][word]
            self.ends.add(node)
        return root

    def _node(self) -> int:
        self.next.append({})
        return len(self.next) - 1


def overlaps(forms: tuple[SpokenForm, ...], phrases: SlotPhrases) -> Iterator[Overlap]:
    """Yield every pair of samples that the same words may mean, once, with the shortest such words."""
    trees = _Phrases(phrases)
    start = frozenset((index, 0, _AT_START) for index in range(len(forms)))
    seen, found = {start}, set()
    todo: deque[tuple[frozenset[_Cursor], Spoken]] = deque([(start, ())])
    while todo:
        cursors, said = todo.popleft()
        complete = sorted({form for form, part, _ in cursors if part == len(forms[form].parts)})
        for pair in combinations(complete, 2):
            if pair not in found:
                found.add(pair)
                yield Overlap(first=forms[pair[0]], second=forms[pair[1]], words=" ".join(said))
        for word, further in _further(cursors, forms, trees).items():
            after = frozenset(further)
            if after not in seen and len({form for form, _, _ in after}) > 1:
                seen.add(after)
                todo.append((after, (*said, word)))


def _further(cursors: frozenset[_Cursor], forms: tuple[SpokenForm, ...], trees: _Phrases) -> dict[str, set[_Cursor]]:
    further: defaultdict[str, set[_Cursor]] = defaultdict(set)
    for cursor in cursors:
        for word, after in _moves(cursor, forms[cursor[0]], trees):
            further[word].add(after)
    return further


def _moves(cursor: _Cursor, form: SpokenForm, trees: _Phrases) -> Iterator[tuple[str, _Cursor]]:
    index, part_index, node = cursor
    if part_index == len(form.parts):
        return
    part = form.parts[part_index]
    behind = (index, part_index + 1, _AT_START)
    if not isinstance(part, Slot):
        yield part, behind
    elif part.type in trees.roots:
        inside = trees.roots[part.type] if node == _AT_START else node
        for word, after in trees.next[inside].items():
            yield word, (index, part_index, after)
            if after in trees.ends:
                yield word, behind
