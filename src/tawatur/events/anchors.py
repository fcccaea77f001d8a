"""The words that tell a happening, once metaphors, denials and mere possibilities are set aside."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..lexicon import Hit
from .grammar import is_figure, reads_as_verb
from .quiet import is_figurative
from .scene import Scene

_STRENGTH = {"strong": 2, "plain": 1, "weak": 0}
_REACH = 9
"""How many words before it a possibility still governs an anchor."""
_REASON_REACH = 4


_REACHES = {"negation": 1, "unreal": _REACH, "foiled": 3, "reason": _REASON_REACH}


class Anchor(Struct, frozen=True, kw_only=True):
    """A word that tells an act of some type, with what its entry says of its roles."""

    hit: Hit
    type: str
    part: str
    strength: int
    subject: str
    object: str
    toll: str | None
    stage: str
    sentence: int
    is_reason: bool = False

    @property
    def first(self) -> int:
        return self.hit.first

    @property
    def last(self) -> int:
        return self.hit.last

    @property
    def is_verb(self) -> bool:
        return self.part == "verb"


def find_anchors(scene: Scene, quiet: frozenset[int] = frozenset()) -> tuple[Anchor, ...]:
    """The anchors that tell something that happened, was tried, foiled, threatened or planned."""
    groups: dict[int, list[Hit]] = defaultdict(list)
    for hit in scene.hits.of("event"):
        groups[hit.first].append(hit)
    covered = _covered_words(scene)
    found: list[Anchor] = []
    for first in sorted(groups):
        if found and first < found[-1].last:
            continue
        if first not in covered and scene.clause_of(first) and scene.text.sentence_number(first) not in quiet:
            anchor = _best(scene, groups[first])
            if anchor:
                found.append(anchor)
    return tuple(found)


def _covered_words(scene: Scene) -> set[int]:
    """Words inside the names of speakers and places tell no act."""
    mentions = scene.mentions
    named = [m for m in mentions.places if m.last - m.first > 1 or m.reason]
    return {i for mention in [*mentions.speakers, *named] for i in range(mention.first, mention.last)}


def _best(scene: Scene, hits: list[Hit]) -> Anchor | None:
    """The most telling reading of a word that still counts as an act."""
    readings = [anchor for hit in hits if (anchor := _anchor(scene, hit))]
    if not readings:
        return None
    verb = reads_as_verb(scene, hits[0])
    return max(readings, key=lambda a: (a.is_verb == verb, a.strength, a.part != "thing"))


def _anchor(scene: Scene, hit: Hit) -> Anchor | None:
    value = hit.value
    if value["part"] == "verb" and hit.proclitics.endswith(("ب", "ك")):
        return None
    sentence = scene.text.sentence_number(hit.first)
    if is_figure(scene, hit) or is_figurative(scene, hit, scene.family(value["type"])):
        return None
    if _is_noun_by_its_letters(scene, hit) or not (hit.definite or _has_what_it_needs(scene, value["needs"], sentence)):
        return None
    stage = stage_of(scene, hit)
    if stage is None or (value["part"] == "thing" and _is_other_weapon(scene, hit)):
        return None
    return Anchor(
        hit=hit,
        type=value["type"],
        part=value["part"],
        strength=_STRENGTH[value["strength"]],
        subject=value["subject"],
        object=value["object"],
        toll=value["toll"],
        stage=stage if value["stage"] == "occurred" else value["stage"],
        sentence=sentence,
        is_reason=any(other.category == "reason" for other in _governors(scene, hit)),
    )


def _is_noun_by_its_letters(scene: Scene, hit: Hit) -> bool:
    """A verb never ends in ta marbuta: a family is not "captured him"."""
    return hit.value["part"] == "verb" and scene.text.quote(hit.first, hit.first + 1).endswith("ة")


def _is_other_weapon(scene: Scene, hit: Hit) -> bool:
    """Part of a longer name of another weapon: the shell of a rocket-propelled grenade is no artillery shell."""
    longer = next((w for w in scene.weapons(hit.first, hit.first + 1) if w.last > hit.last), None)
    return longer is not None and longer.implies != hit.value["type"]


def _has_what_it_needs(scene: Scene, needs: Iterable[str], sentence: int) -> bool:
    stretch = scene.text.sentences[sentence]
    finders = {
        "actor": scene.actors,
        "place": scene.places,
        "weapon": scene.weapons,
        "date": scene.dates,
        "toll": lambda first, last: scene.hits_in("toll", first, last),
    }
    wanted = [need for need in needs if need in finders]
    return not wanted or any(finders[need](stretch.first, stretch.last) for need in wanted)


def stage_of(scene: Scene, hit: Hit) -> str | None:
    """The stage that words before the anchor give it; None where they say that nothing happened."""
    for other in _governors(scene, hit):
        if other.category == "negation":
            return None
        if other.category == "foiled":
            return "foiled"
        if other.category == "unreal":
            return None if other.value in (None, "none") else str(other.value)
    return "occurred"


def _governors(scene: Scene, hit: Hit) -> Iterator[Hit]:
    """Negations and possibilities that stand shortly before the anchor in its clause, nearest first."""
    clause = scene.clause_of(hit.first)
    words = scene.text.words
    start = max(clause.first if clause else 0, hit.first - _REACH)
    start = max([start, *(at for at in range(start + 1, hit.first + 1) if "," in words[at].gap)])
    found = [h for category in _REACHES for h in scene.hits_in(category, start, hit.first) if _governs(h, hit)]
    for other in sorted(found, key=lambda h: -h.first):
        if other.category != "negation" or not is_figure(scene, other):
            yield other


def _governs(other: Hit, hit: Hit) -> bool:
    return 0 <= hit.first - other.last <= _REACHES[other.category]
