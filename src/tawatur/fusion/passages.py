"""Shared wording: passages by their shingles, whole texts by a bottom-k sketch of theirs.

The sketch is our own few lines: it is stored for years, so it must not change with a library's version.
"""

import re
from hashlib import blake2b

from ..text import fold_phrase

SHINGLE = 3
SKETCH = 48
_WORD = re.compile(r"\w+")


def passage_of(quote: str) -> frozenset[int]:
    """The hashed three-word shingles of a passage."""
    return frozenset(_shingles(quote))


def sketch_of(body: str) -> frozenset[int]:
    """The smallest shingle hashes of a text: enough to estimate how much two texts share."""
    return frozenset(sorted(_shingles(body))[:SKETCH])


def _shingles(text: str) -> set[int]:
    words = _WORD.findall(fold_phrase(text))
    if len(words) < SHINGLE:
        return {_hash(" ".join(words))} if words else set()
    return {_hash(" ".join(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1)}


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=6).digest())


def resemblance(a: frozenset[int], b: frozenset[int]) -> float:
    """The estimated share of wording that two texts have in common (Jaccard, from their sketches)."""
    if not a or not b:
        return 0.0
    smallest = sorted(a | b)[:SKETCH]
    return sum(1 for value in smallest if value in a and value in b) / len(smallest)


def shared_passage(a: frozenset[int], b: frozenset[int]) -> float:
    """How much of the shorter passage stands in the longer: 0 to 1; short passages never count."""
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter >= SHINGLE else 0.0
