"""Groups of tellings that tell one event: greedy average link inside connected components.

Everything is ordered by points and content ids, so the order in which articles arrived cannot matter,
and a new article changes only the components that it touches.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from .likeness import ON_AVERAGE, SAME, likeness
from .pairs import Link
from .tellings import Telling

Likeness = Callable[[Telling, Telling], float]


class Rulings(Struct, frozen=True, kw_only=True):
    """What people decided about pairs: these belong together, these stand apart."""

    together: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()

    def within(self, home: Mapping[str, int]) -> dict[int, "Rulings"]:
        """The rulings about pairs that share a home, by its number."""
        found: dict[int, tuple[set[tuple[str, str]], set[tuple[str, str]]]] = {}
        for number, pairs in enumerate((self.together, self.apart)):
            for a, b in pairs:
                if a in home and home[a] == home.get(b):
                    found.setdefault(home[a], (set(), set()))[number].add((a, b))
        return {
            at: Rulings(together=frozenset(joined), apart=frozenset(parted))
            for at, (joined, parted) in found.items()
        }


NO_RULINGS = Rulings()


def components(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected groups of ids, each sorted, the groups sorted."""
    parent = {id: id for id in ids}

    def root(id: str) -> str:
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for a, b in pairs:
        if a in parent and b in parent:
            low, high = sorted((root(a), root(b)))
            parent[high] = low
    groups: dict[str, list[str]] = {}
    for id in sorted(parent):
        groups.setdefault(root(id), []).append(id)
    return [groups[key] for key in sorted(groups)]


def split_component(
    tellings: Mapping[str, Telling],
    links: Iterable[Link],
    rulings: Rulings = NO_RULINGS,
    like: Likeness = likeness,
) -> list[list[str]]:
    """The events of one connected component, as sorted lists of telling ids."""
    clusters = {id: [id] for id in tellings}
    for a, b in sorted(rulings.together):
        if a in clusters and b in clusters and clusters[a] is not clusters[b]:
            _join(clusters, a, b)
    points = {(a, b): value for a, b, value in links}
    for a, b in sorted(points, key=lambda pair: (-points[pair], pair)):
        ours, theirs = clusters[a], clusters[b]
        if ours is not theirs and _may_join(ours, theirs, tellings, points, rulings, like):
            _join(clusters, a, b)
    return sorted(sorted(group) for group in {id(group): group for group in clusters.values()}.values())


def _join(clusters: dict[str, list[str]], a: str, b: str) -> None:
    joined = [*clusters[a], *clusters[b]]
    for id in joined:
        clusters[id] = joined


def _may_join(
    ours: Sequence[str],
    theirs: Sequence[str],
    tellings: Mapping[str, Telling],
    points: Mapping[tuple[str, str], float],
    rulings: Rulings,
    like: Likeness,
) -> bool:
    if {tellings[id].article for id in ours} & {tellings[id].article for id in theirs}:
        return False
    pairs = [(min(a, b), max(a, b)) for a in ours for b in theirs]
    if any(pair in rulings.apart for pair in pairs):
        return False
    total = sum(_points(pair, tellings, points, like) for pair in pairs)
    return total >= ON_AVERAGE * len(pairs)


def _points(
    pair: tuple[str, str],
    tellings: Mapping[str, Telling],
    points: Mapping[tuple[str, str], float],
    like: Likeness,
) -> float:
    known = points.get(pair)
    return min(SAME * 2, like(tellings[pair[0]], tellings[pair[1]]) if known is None else known)
