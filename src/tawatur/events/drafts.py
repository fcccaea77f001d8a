"""A happening as far as one sentence tells it, before the sentences of an article are set together."""

from msgspec import Struct

from ..model.mentions import Actor, Date, Place, Weapon
from .anchors import Anchor
from .clauses import comes_again
from .frames import Frame
from .kinds import kind_of
from .means import means_of
from .roles import find_roles
from .scene import Scene
from .settings import Site, find_site
from .timing import find_time
from .tolls import Toll

_ARTICLES = ("ال", "لل")
_VERBS = ("past", "present")
_DOWNED = "interception"
_CONDEMNS = "condemn"
_OBJECT = 7
"""Words of a verb of condemning and of who condemns."""


class Draft(Struct, frozen=True, kw_only=True, gc=False):
    """One or more frames that tell one happening."""

    type: str
    frames: tuple[Frame, ...]
    anchor: Anchor | None
    place: Place | None = None
    also: tuple[Place, ...] = ()
    within: tuple[Place, ...] = ()
    time: Date | None = None
    announced: bool = False
    lent: bool = False
    beside: Place | None = None
    by: tuple[Actor, ...] = ()
    against: tuple[Actor, ...] = ()
    tolls: tuple[Toll, ...] = ()
    weapon: Weapon | None = None
    stage: str = "occurred"
    background: bool = False
    refers: bool = False

    @property
    def sentence(self) -> int:
        return self.frames[0].sentence

    @property
    def first(self) -> int:
        return self.frames[0].first

    numbered: bool = False

    @property
    def definite(self) -> bool:
        """Whether it is told as something already known: "the shelling", not "the second shelling"."""
        if self.numbered or self.refers:
            return self.refers and not self.numbered
        hit = self.anchor.hit if self.anchor else self.tolls[0].hit if self.tolls else None
        plain = self.anchor is not None and self.anchor.is_anew
        if hit and not plain and (hit.definite or (hit.enclitic and hit.features.isdisjoint(_VERBS))):
            return True
        nouns = any(a.part == "noun" and _is_told_before(a) for f in self.frames for a in f.anchors)
        return nouns and not _brings_act(self.frames[0])


def _brings_act(frame: Frame) -> bool:
    """Whether a noun of the frame, before any definite one, tells an act anew: "a shelling …, the shelling hit A"."""
    nouns = [anchor for anchor in frame.anchors if anchor.part == "noun"]
    return bool(nouns) and nouns[0].strength > 0 and not nouns[0].definite and not nouns[0].hit.enclitic


def _is_told_before(anchor: Anchor) -> bool:
    """Whether a noun has an article of its own, and not as part of a set phrase ("fired at")."""
    return anchor.definite and anchor.hit.proclitics.endswith(_ARTICLES)


def draft(scene: Scene, frame: Frame, speaking: frozenset[int]) -> Draft:
    """Fill a frame: its type, where, when, who, whom, with what, and how many."""
    type_id, anchor = kind_of(scene, frame)
    roles = find_roles(scene, frame, speaking)
    site: Site = find_site(scene, frame)
    time, announced = find_time(scene, frame)
    stage = _stage(frame, type_id, anchor)
    return Draft(
        type=type_id,
        frames=(frame,),
        anchor=anchor,
        place=site.place,
        also=site.also,
        within=site.within,
        time=time,
        announced=announced,
        by=roles.by,
        against=roles.against,
        tolls=frame.tolls,
        weapon=means_of(scene, frame, type_id),
        refers=_refers(scene, frame),
        numbered=_is_numbered(scene, frame),
        stage="occurred" if stage != "foiled" and any(not t.is_zero for t in frame.tolls) else stage,
    )


def _stage(frame: Frame, type_id: str, told: Anchor | None) -> str:
    """What an intercepted craft tried to do is no part of the interception; what was done before a try, occurred."""
    if told and told.stage == "occurred" and all(told.first <= anchor.first for anchor in frame.anchors):
        return "occurred"
    own = [anchor for anchor in frame.anchors if type_id != _DOWNED or anchor.type == _DOWNED]
    return next((anchor.stage for anchor in own if anchor.stage != "occurred"), "occurred")


def _refers(scene: Scene, frame: Frame) -> bool:
    """Whether the words of a frame speak of an act as one already told."""
    known = _speaks_of_known_dead(scene, frame) or _is_named_by_day(scene, frame)
    return known or _comes(scene, frame) or _is_condemned(scene, frame)


def _is_condemned(scene: Scene, frame: Frame) -> bool:
    """ "It condemned (استنكرت) the targeting of": what a verb of condemning takes as its object."""
    first = frame.anchors[0] if frame.anchors else None
    if first is None or first.is_verb:
        return False
    said = [
        h for h in scene.hits_in("speech", max(0, first.first - _OBJECT), first.first) if h.id == _CONDEMNS
    ]
    who = [a.first for a in scene.actors(first.first - _OBJECT, first.first) if a.last == first.first]
    return any(hit.last == first.first or hit.last in who for hit in said)


def _speaks_of_known_dead(scene: Scene, frame: Frame) -> bool:
    """ "Among the dead were …": the sentence goes on about people counted before."""
    sentence = scene.text.sentences[frame.sentence]
    counted = {toll.hit.first for toll in frame.tolls}
    return any(
        hit.definite and hit.first not in counted and hit.value.get("people") == "self"
        for hit in scene.hits_in("toll", sentence.first, frame.last)
    )


def _comes(scene: Scene, frame: Frame) -> bool:
    """ "The announcement of the strike comes (ويأتي) after …": the news once more."""
    start = scene.text.sentences[frame.sentence].first
    clause = scene.clause_of(frame.first)
    return clause is not None and clause.first == start and comes_again(scene.hits, start)


def _is_named_by_day(scene: Scene, frame: Frame) -> bool:
    """ "Thursday's attack": its day right after it makes an act definite."""
    nouns = [anchor for anchor in frame.anchors if anchor.part == "noun"]
    return any(scene.dates(anchor.hit.last, anchor.hit.last + 1) for anchor in nouns)


def _is_numbered(scene: Scene, frame: Frame) -> bool:
    """ "The second attack was on A": one of several acts, each told by its number."""
    ends = {anchor.hit.last for anchor in frame.anchors if anchor.hit.definite and not anchor.is_verb}
    return any(number.ordinal for last in ends for number in scene.numbers(last, last + 1))
