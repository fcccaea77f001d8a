"""Group the anchors and tolls of a sentence into frames: one frame for each happening it tells."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from .anchors import Anchor
from .grammar import acts_alone, arguments
from .scene import Scene
from .tolls import Toll

_NEXT = 6
_DAMAGE = "property_destruction"
_BREAKS = ("shift", "while", "and", "result")


class Frame(Struct, frozen=True, kw_only=True):
    """What one sentence tells of one happening. ``start`` and ``end`` bound the words that tell it."""

    anchors: tuple[Anchor, ...]
    tolls: tuple[Toll, ...]
    sentence: int
    first: int
    last: int
    start: int
    end: int

    @property
    def only_toll(self) -> bool:
        return not self.anchors


def find_frames(scene: Scene, anchors: Sequence[Anchor], tolls: Sequence[Toll]) -> tuple[Frame, ...]:
    """The frames of an article in the order of the text."""
    by_sentence: dict[int, list[Anchor | Toll]] = defaultdict(list)
    acts = {anchor.hit.first for anchor in anchors}
    for item in [*anchors, *(toll for toll in tolls if toll.hit.first not in acts)]:
        by_sentence[item.sentence].append(item)
    found: list[Frame] = []
    for sentence in sorted(by_sentence):
        items = sorted(by_sentence[sentence], key=lambda item: (item.first, item.last))
        groups = _groups(scene, _main_acts(scene, items))
        found += _bounded(scene, sentence, [_with_own_tolls(group, tolls) for group in groups])
    return tuple(frame for frame in found if not _only_things(scene, frame))


def _with_own_tolls(group: Sequence[Anchor | Toll], tolls: Sequence[Toll]) -> list[Anchor | Toll]:
    """A group with the people that its acts themselves take: "arrested five"."""
    acts = {item.hit.first for item in group if isinstance(item, Anchor)}
    return [*group, *(toll for toll in tolls if toll.hit.first in acts and toll not in group)]


def _only_things(scene: Scene, frame: Frame) -> bool:
    """A weapon or an aircraft alone tells no act, unless it is named as the cause of one."""
    if frame.tolls or any(anchor.part != "thing" for anchor in frame.anchors):
        return False
    causes = scene.hits_in("cause", max(frame.start, frame.first - 3), frame.first)
    return not any(cause.value == "strong" and cause.last == frame.first for cause in causes)


def _main_acts(scene: Scene, items: list[Anchor | Toll]) -> list[Anchor | Toll]:
    """The acts and tolls without the operations during which they befell: "killed while combing …"."""
    kept = [item for item in items if isinstance(item, Toll) or not _is_occasion(scene, item)]
    return kept if any(isinstance(item, Anchor) and item.strength for item in kept) else items


def _is_occasion(scene: Scene, anchor: Anchor) -> bool:
    if anchor.is_verb or scene.family(anchor.type) not in ("control", "civil"):
        return False
    cause = scene.hits.covering(anchor.first - 1, "cause") if anchor.first else None
    return bool(cause and cause.value == "weak" and cause.last == anchor.first and cause.first > 0)


def _groups(scene: Scene, items: list[Anchor | Toll]) -> list[list[Anchor | Toll]]:
    groups: list[list[Anchor | Toll]] = []
    for number, item in enumerate(items):
        if groups and _joins(scene, groups[-1], item, items[number + 1 :]):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _joins(scene: Scene, group: Sequence[Anchor | Toll], item: Anchor | Toll, later: Sequence[Anchor | Toll]) -> bool:
    link = _break_between(scene, group[-1].first, item.first)
    if link == "shift":
        return False
    if isinstance(item, Toll):
        return _toll_joins(scene, group, item, later, link)
    return _anchor_joins(scene, group, item, link)


def _break_between(scene: Scene, first: int, last: int) -> str | None:
    """The strongest clause boundary between two words."""
    links = {clause.link for clause in scene.clauses if first < clause.first <= last}
    return next((link for link in _BREAKS if link in links), None)


def _toll_joins(
    scene: Scene, group: Sequence[Anchor | Toll], toll: Toll, later: Sequence[Anchor | Toll], link: str | None
) -> bool:
    """A toll belongs to the act before it unless it brings an act, or a place, of its own."""
    acts = [item for item in group if isinstance(item, Anchor)]
    if not acts:
        return link != "while" or not _moves_on(scene, group, toll)
    if link == "result":
        return True
    if _goes_with_toll(scene, group[-1], toll):
        return True
    own = _own_act(scene, toll, later)
    if own and not own.hit.definite and not all(_gives_way(act) for act in acts):
        return False
    if own and not own.hit.definite and _moves_on(scene, group, toll):
        return False
    return link is None or not _brings_place(scene, toll.first)


def _goes_with_toll(scene: Scene, before: Anchor | Toll, toll: Toll) -> bool:
    """ "Killed three and wounded five": the second count right after the first, with no place between."""
    if not isinstance(before, Toll) or before.slot == toll.slot or toll.hit.first - before.last > _NEXT:
        return False
    return not scene.places(before.last, toll.first) and not scene.places(before.first, before.last)


def _own_act(scene: Scene, toll: Toll, later: Iterable[Anchor | Toll]) -> Anchor | None:
    """The act that a toll names after itself: "three were killed in the shelling of …"."""
    for item in later:
        if _break_between(scene, toll.first, item.first):
            return None
        if isinstance(item, Anchor):
            return item if scene.hits_in("cause", toll.hit.last, item.first + 1) else None
    return None


def _moves_on(scene: Scene, group: Sequence[Anchor | Toll], toll: Toll) -> bool:
    """Whether a place stands both before and after the toll: two happenings."""
    return bool(_brings_place(scene, toll.first) and scene.places(group[0].first, toll.first))


def _brings_place(scene: Scene, word: int) -> bool:
    clause = scene.clause_of(word)
    return bool(clause and any(not p.qualifies for p in scene.places(word, clause.last)))


def _anchor_joins(scene: Scene, group: Sequence[Anchor | Toll], anchor: Anchor, link: str | None) -> bool:
    before = [item for item in group if isinstance(item, Anchor)]
    if not before:
        return link in (None, "result")
    if anchor.hit.definite and _same_kind(scene, before, anchor):
        return True
    if anchor.type == _DAMAGE and not anchor.is_verb and link in (None, "result"):
        return True
    if _goes_on(scene, group, before[-1], anchor):
        return True
    if link == "and" and _repeats(scene, group, before, anchor):
        return True
    if link in ("while", "and"):
        return link == "while" and _adds_place(scene, before, anchor)
    if anchor.type in {item.type for item in before}:
        return link == "result" or not _brings_place_between(scene, group[-1].last, anchor)
    if anchor.part == "thing" or anchor.strength == 0 or all(_gives_way(item) for item in before):
        return True
    if link is None and _same_kind(scene, before, anchor) and not _opens_with_and(scene, anchor):
        return True
    return link is None and _is_nested(scene, group[-1], anchor)


def _opens_with_and(scene: Scene, anchor: Anchor) -> bool:
    return scene.text.words[anchor.first].form.startswith("و")


def _adds_place(scene: Scene, before: Sequence[Anchor], anchor: Anchor) -> bool:
    """ "… as it also struck C": the same raid, one more place, nothing else of its own."""
    return (
        anchor.is_verb
        and anchor.strength == 0
        and any(scene.family(item.type) == "bombardment" for item in before)
        and acts_alone(scene, anchor)
    )


def _goes_on(scene: Scene, group: Sequence[Anchor | Toll], before: Anchor, anchor: Anchor) -> bool:
    """A verb that only says what the raid or the attack before it struck: no author and no place of its own."""
    if not anchor.is_verb or before.is_verb or not acts_alone(scene, anchor):
        return False
    if anchor.strength and _break_between(scene, before.first, anchor.first) == "and" and _brings_place(scene, anchor.last):
        return False
    same = before.type == anchor.type or scene.family(before.type) == scene.family(anchor.type)
    return (same or anchor.strength == 0) and (anchor.first - group[-1].last <= 8 or anchor.strength == 0)


def _repeats(scene: Scene, group: Sequence[Anchor | Toll], before: Sequence[Anchor], anchor: Anchor) -> bool:
    """One act told in two verbs of one subject: "advanced … and took", "seized them and led them away"."""
    if anchor.type not in {item.type for item in before} or not anchor.is_verb:
        return False
    return not _brings_place_between(scene, group[0].last, anchor) and arguments(scene, anchor.hit).subject is None


def _gives_way(anchor: Anchor) -> bool:
    return anchor.strength == 0 or anchor.part == "thing"


def _same_kind(scene: Scene, before: Iterable[Anchor], anchor: Anchor) -> bool:
    family = scene.family(anchor.type)
    return any(item.type == anchor.type or scene.family(item.type) == family for item in before)


def _brings_place_between(scene: Scene, last: int, anchor: Anchor) -> bool:
    """Two acts of one type with a place after each are two happenings: "raids on A and shelling of B"."""
    before, after = scene.places(last, anchor.first), _brings_place(scene, anchor.last)
    return bool(before and after and scene.text.words[anchor.first].form.startswith("و"))


def _is_nested(scene: Scene, before: Anchor | Toll, anchor: Anchor) -> bool:
    """The second act is only how the first was done: "killed in a raid", "attack by shelling"."""
    causes = scene.hits_in("cause", before.last, anchor.first + 1)
    return any(hit.value == "strong" for hit in causes) and isinstance(before, Toll)


def _bounded(scene: Scene, sentence: int, groups: list[list[Anchor | Toll]]) -> list[Frame]:
    stretch = scene.text.sentences[sentence]
    hulls = [(min(i.first for i in group), max(i.last for i in group)) for group in groups]
    frames = []
    for number, (group, (first, last)) in enumerate(zip(groups, hulls, strict=True)):
        start = hulls[number - 1][1] if number else stretch.first
        end = hulls[number + 1][0] if number + 1 < len(groups) else stretch.last
        end = _before_reason(scene, last, end)
        frames.append(_frame(scene, sentence, group, first, last, start, end))
    return frames


def _frame(
    scene: Scene, sentence: int, group: list[Anchor | Toll], first: int, last: int, start: int, end: int
) -> Frame:
    """Words between two frames belong to the one in whose clause they stand."""
    own, final = scene.clause_of(first), scene.clause_of(last - 1)
    if own and start < own.first <= first and start > scene.text.sentences[sentence].first:
        start = own.first
    if final and last <= final.last < end:
        end = _with_followers(scene, final.last, end)
    return Frame(
        anchors=tuple(item for item in group if isinstance(item, Anchor)),
        tolls=tuple(item for item in group if isinstance(item, Toll)),
        sentence=sentence,
        first=first,
        last=last,
        start=start,
        end=max(end, last),
    )


def _before_reason(scene: Scene, last: int, end: int) -> int:
    """What follows "in protest at" or "in answer to" tells of another act."""
    reasons = scene.hits_in("reason", last, end)
    return reasons[0].first if reasons else end


def _with_followers(scene: Scene, last: int, end: int) -> int:
    """Clauses after the last act that tell no act of their own go with it, up to the next frame's clause."""
    following = scene.clause_of(end)
    if following and following.first < end and following.first > last:
        return following.first
    return end if following is None or following.first >= end else last
