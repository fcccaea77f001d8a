"""Group the anchors and tolls of a sentence into frames: one frame for each happening it tells."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from .act_joining import anchor_joins
from .anchors import Anchor
from .boundaries import break_between, next_said, reasons_in
from .grammar import is_joined, with_count
from .scene import Scene
from .toll_joining import falls_elsewhere, toll_joins
from .tolls import Toll

_DAMAGE = "property_destruction"
_MARKS = ("-", ")", ".", "/")
"""What stands behind the number of an item."""


class Frame(Struct, frozen=True, kw_only=True, gc=False):
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
    own = _own_tolls(tolls, acts)
    items: list[Anchor | Toll] = [*anchors, *(toll for toll in tolls if toll not in own)]
    for item in items:
        by_sentence[item.sentence].append(item)
    found: list[Frame] = []
    for sentence in sorted(by_sentence):
        items = sorted(by_sentence[sentence], key=lambda item: (item.first, item.last))
        groups = _groups(scene, _main_acts(scene, items))
        found += _bounded(scene, sentence, [_with_own_tolls(group, own) for group in groups])
    vague = (_only_things, _only_damage, _only_describes)
    told = [frame for frame in found if not any(rule(scene, frame) for rule in vague)]
    return tuple(_with_shared_acts(scene, told))


def _own_tolls(tolls: Sequence[Toll], acts: set[int]) -> list[Toll]:
    """The people that acts themselves take; of those told part by part, elsewhere each, only the first."""
    found: dict[tuple[int, str], Toll] = {}
    for toll in tolls:
        if toll.hit.first in acts:
            found.setdefault((toll.hit.first, toll.slot), toll)
    return list(found.values())


def _with_own_tolls(group: Sequence[Anchor | Toll], tolls: Sequence[Toll]) -> list[Anchor | Toll]:
    """A group with the people that its acts themselves take: "arrested five"."""
    acts = {item.hit.first for item in group if isinstance(item, Anchor)}
    return [*group, *(toll for toll in tolls if toll.hit.first in acts and toll not in group)]


def _only_things(scene: Scene, frame: Frame) -> bool:
    """A weapon or an aircraft alone tells no act, unless it is named as the cause of one, or struck in a list."""
    if frame.tolls or any(anchor.part != "thing" for anchor in frame.anchors):
        return False
    if _is_of_list(scene, frame) and scene.places(frame.start, frame.end):
        return False
    causes = scene.hits_in("cause", max(frame.start, frame.first - 3), frame.first)
    return not any(cause.value == "strong" and cause.last == frame.first for cause in causes)


def _is_of_list(scene: Scene, frame: Frame) -> bool:
    """ "3- at 13:20, a gathering near A with rockets": an item of a numbered list, its verb told before the list."""
    words, first = scene.text.words, scene.text.sentences[frame.sentence].first
    if words[first].number:
        return first + 1 < len(words) and bool(set(_MARKS) & set(words[first + 1].gap))
    before = scene.text.sentences[frame.sentence - 1] if frame.sentence else None
    return before is not None and before.last - before.first == 1 and words[before.first].number


def _only_damage(scene: Scene, frame: Frame) -> bool:
    """ "… which led to the destruction of": an effect of what was told before, no act."""
    if frame.tolls or any(anchor.type != _DAMAGE or anchor.is_verb for anchor in frame.anchors):
        return False
    return bool(scene.hits_in("result", max(0, frame.first - 3), frame.first))


def _only_describes(scene: Scene, frame: Frame) -> bool:
    """ "The town, which sees clashes, …": what describes a place."""
    clause = scene.clause_of(frame.first)
    if clause is None or clause.link != "aside" or frame.tolls:
        return False
    aside = scene.hits.at(clause.first, "aside")
    return aside is not None and aside.value == "present"


def _with_shared_acts(scene: Scene, frames: Sequence[Frame]) -> Iterable[Frame]:
    """A toll that goes on counting by the word of the frame before it shares that frame's acts, or lends its own."""
    before = None
    for number, frame in enumerate(frames):
        after = frames[number + 1] if number + 1 < len(frames) else None
        if before and (_count_alike(before, frame) or _falls_elsewhere(scene, before, frame)):
            frame = replace(frame, anchors=frame.anchors or before.anchors, start=frame.first)
        elif after and frame.only_toll and _count_alike(frame, after):
            frame = replace(frame, anchors=after.anchors)
        yield frame
        before = frame


def _falls_elsewhere(scene: Scene, before: Frame, frame: Frame) -> bool:
    if not frame.only_toll or frame.sentence != before.sentence:
        return False
    return falls_elsewhere(scene, before.tolls, frame.tolls[0])


def _count_alike(one: Frame, other: Frame) -> bool:
    """Whether one word counts in both frames."""
    words = {toll.hit.first for toll in one.tolls}
    return any(toll.hit.first in words for toll in other.tolls)


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
        if _goes_back(scene, groups, item):
            groups.pop()
            groups[-1].append(item)
        elif groups and _joins(scene, groups[-1], item, items[number + 1 :]):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _goes_back(scene: Scene, groups: list[list[Anchor | Toll]], item: Anchor | Toll) -> bool:
    """ "They struck A in answer to the attack on B, which killed …": the toll is of what was told first."""
    if not isinstance(item, Toll) or len(groups) < 2:
        return False
    led = break_between(scene, groups[-1][-1].first, item.first) == "result"
    return led and all(isinstance(one, Anchor) and one.is_reason for one in groups[-1])


def _joins(
    scene: Scene, group: Sequence[Anchor | Toll], item: Anchor | Toll, later: Sequence[Anchor | Toll]
) -> bool:
    link = break_between(scene, group[-1].first, item.first)
    if link in ("shift", "after", "aside"):
        return False
    if isinstance(item, Toll):
        return toll_joins(scene, group, item, later, link)
    if item.is_reason and any(isinstance(one, Anchor) and not one.is_reason for one in group):
        return False
    if link is not None and not item.is_reason and all(isinstance(o, Anchor) and o.is_reason for o in group):
        return False
    return anchor_joins(scene, group, item, link)


def _bounded(scene: Scene, sentence: int, groups: list[list[Anchor | Toll]]) -> list[Frame]:
    stretch = scene.text.sentences[sentence]
    hulls = [(min(i.first for i in group), max(i.last for i in group)) for group in groups]
    frames = []
    for number, (group, (first, last)) in enumerate(zip(groups, hulls, strict=True)):
        start = hulls[number - 1][1] if number else stretch.first
        end = hulls[number + 1][0] if number + 1 < len(groups) else stretch.last
        end = next_said(scene, last, end) or end
        end = _before_reason(scene, last, end)
        opener = (next_said(scene, start, first) or _opens_with_and(scene, group)) if number else None
        if opener is not None and scene.places(first, end):
            start = opener
        frames.append(_frame(scene, sentence, group, first, last, start, end))
    return frames


def _opens_with_and(scene: Scene, group: Sequence[Anchor | Toll]) -> int | None:
    """Where "and another raid on B", "likewise gunmen attacked" opens: what stands before it is of the act before."""
    opener = min(group, key=lambda item: item.first)
    if opener.first != opener.hit.first:
        return None
    likewise = opener.first and scene.hits.at(opener.first - 1, "also") is not None
    if likewise or opener.hit.proclitics.startswith("و"):
        return opener.first
    first = with_count(scene, opener.first)
    return first if first < opener.first and is_joined(scene, first) else None


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
    reasons = reasons_in(scene, last, end)
    return reasons[0].first if reasons else end


def _with_followers(scene: Scene, last: int, end: int) -> int:
    """Clauses after the last act that tell no act of their own go with it, up to the next frame's clause."""
    following = scene.clause_of(end)
    if following and following.first < end and following.first > last:
        return following.first
    return end if following is None or following.first >= end else last
