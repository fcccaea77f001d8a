"""The type of a happening: its most specific word, or the means where the means decides."""

from collections.abc import Sequence

from ..model.mentions import Weapon
from .act_joining import MUTUAL
from .anchors import Anchor
from .frames import Frame
from .means import decides, is_marked
from .scene import Scene

_NO_ACT = "other_violence"
_ATTACK = "armed_attack"
_CLASH = "armed_clash"
_ARREST = "detention"
_RELEASE = "release"
_MOVED = "movement"
_BOMBARDMENT = ("ground", "blast", "bombardment")
_BY_MEANS = ("blast", "bombardment")
_DAMAGE = "property_destruction"
_PROTEST = "protest"
_BOMB = "ied"
_EXPLOSIVE = (
    "ied",
    "car-bomb",
    "remote-ied",
    "sticky-bomb",
    "mine",
    "explosives",
    "boobytrap",
    "suicide-belt",
)
_LAID = 6
"""Words between a blast, the bomb, and "which had been prepared"."""
_STRIKES = "bombardment"
_AND = "و"
_ROW = 3
"""Words of "and a swarm of" between two means."""
_MAKER = 8
"""Words of "the fighters of the group made at dawn a series of" before the attack."""
ENTRIES = (
    *("event/armed_attack/stormed", "event/armed_attack/storming", "event/armed_attack/attacked"),
    *("event/armed_attack/attacking", "event/territory/besiege", "event/violence_against_person/assault-on"),
)
"""Ways into a place, which may be no more than how another act was done there."""
LEAVES = ("event/territory/withdraw", "event/territory/withdrawal")
VISITS = ("sweep", "detention", "abduction", "property_destruction", "movement")
"""Acts after which those who did them leave a place that they never held."""
_BROUGHT_DOWN = "interception"
"""What was fired and brought down did not strike."""
CAPTURED = "event/abduction/captured"
_FOUGHT = ("ground", "control")
_SEIZED = "seizure"
_SET = "event/clearance/prepared"
_FOUND = "event/other_violence/body-found"
_SHOT = ("bullets", "gun")
_CAR_BOMB = "car-bomb"
_FIRED = ("air_strike", "drone_strike", "shelling", "missile", "suicide_bombing")


def kind_of(scene: Scene, frame: Frame) -> tuple[str, Anchor | None]:
    """The incident type, and the anchor that tells it."""
    telling = _telling(scene, frame)
    if telling and telling.type == _ARREST and _kills_first(frame, telling):
        return _ATTACK, telling
    if telling and _makes_safe(scene, frame, telling):
        return "clearance", telling
    if _is_shot_body(scene, frame):
        return "targeted_killing", telling
    if telling and telling.strength == 2:
        return telling.type, telling
    means = _deciding_means(scene, frame)
    if telling is None or (telling.type == _MOVED and _hurts(frame)):
        return _of_toll(frame, means), None
    if means and means.implies and _names_type(scene, telling, means):
        return means.implies, telling
    return telling.type, telling


def _kills_first(frame: Frame, arrest: Anchor) -> bool:
    """ "Killed three gunmen and arrested two": an attack in which some were taken."""
    dead = (t for t in frame.tolls if t.slot == "killed" and not t.is_zero and t.hit.value.get("active"))
    joined = len(frame.anchors) == 1 and arrest.hit.proclitics == "و" and not arrest.hit.enclitic
    return joined and any(toll.hit.first < arrest.first for toll in dead)


def _makes_safe(scene: Scene, frame: Frame, act: Anchor) -> bool:
    """ "Blew up a bomb that had been prepared", "the destruction of twelve bombs": nobody is hurt."""
    if frame.tolls or act.type not in (_BOMB, _DAMAGE):
        return False
    laid = [w for w in scene.weapons(act.first, act.last + _LAID) if w.id in _EXPLOSIVE and w.last > act.last]
    if not laid:
        return False
    if act.type == _DAMAGE:
        return not act.is_verb and any(
            number.last == laid[0].first for number in scene.numbers(act.last, laid[0].first)
        )
    return bool(scene.hits_in("prepared", laid[0].last, laid[0].last + _LAID))


def _of_toll(frame: Frame, means: Weapon | None) -> str:
    """The type of killing told without an act: by its means; an attack where a body says that it killed."""
    if means and means.implies:
        return means.implies
    return _ATTACK if any(toll.killer for toll in frame.tolls) else _NO_ACT


def _telling(scene: Scene, frame: Frame) -> Anchor | None:
    """The strongest anchor that is an act by itself; a thing alone only supports one."""
    acts = [anchor for anchor in frame.anchors if anchor.part != "thing"]
    acts = _without_shelling_in_clash(_before_leaving(_of_damage(frame, acts)))
    acts = _of_fight(scene, _outside_protests(scene, _of_attack(scene, frame, acts)))
    acts = _freed(acts) or _harmful(scene, frame, acts) or acts
    things = [anchor for anchor in frame.anchors if anchor.part == "thing"]
    taken = {toll.hit.first for toll in frame.tolls}
    best = max(
        acts,
        key=lambda a: (
            *(a.strength, a.type == _BROUGHT_DOWN, a.first in taken, not _is_setting(scene, frame, a)),
            *(_is_cause(scene, frame, a), a.hit.last - a.hit.first),
        ),
        default=None,
    )
    if things and (best is None or (best.strength == 0 and scene.family(best.type) in _BOMBARDMENT)):
        return max(things, key=lambda a: a.strength)
    return _more_specific(scene, _of_find(scene, frame, best, acts), acts) if best else None


def _of_find(scene: Scene, frame: Frame, best: Anchor, acts: Sequence[Anchor]) -> Anchor:
    """ "Found 13 rifles and three bombs set to go off": arms first of all, and nothing made safe."""
    finds = [act for act in acts if act.type == _SEIZED and act.first < best.first]
    if best.hit.rule != _SET or not finds:
        return best
    found = scene.weapons(finds[-1].last, frame.end)
    return best if not found or found[0].id in _EXPLOSIVE else finds[-1]


def _of_attack(scene: Scene, frame: Frame, acts: list[Anchor]) -> list[Anchor]:
    """ "Made (شن) an attack on A, and clashes broke out": what somebody began, and not the clashes that followed."""
    first = acts[0] if acts else None
    if first is None or first.type != _ATTACK or first.definite:
        return acts
    made = scene.hits_in("role", max(frame.start, first.first - _MAKER), first.first)
    if not first.is_verb and not any(hit.value == "by" for hit in made):
        return acts
    return [act for act in acts if act.type != _CLASH or act.strength > 1]


def _outside_protests(scene: Scene, acts: list[Anchor]) -> list[Anchor]:
    """ "The attack on the police during protests": the attack, and not what went on meanwhile."""
    rest = [act for act in acts if act.type != _PROTEST or not _is_meanwhile(scene, act)]
    return rest if any(scene.family(act.type) in _BOMBARDMENT for act in rest) else acts


def _is_meanwhile(scene: Scene, act: Anchor) -> bool:
    """Whether "during" (خلال، أثناء) stands right before an act."""
    before = scene.hits.covering(act.first - 1, "date-bound") if act.first else None
    return not act.is_verb and before is not None and before.value == "during"


def _of_fight(scene: Scene, acts: list[Anchor]) -> list[Anchor]:
    """ "Repelled the attack, killed twenty and captured six": the fight, and not whom it brought in."""
    rest = [act for act in acts if act.hit.rule != CAPTURED]
    return rest if any(scene.family(act.type) in _FOUGHT for act in rest) else acts


def _of_damage(frame: Frame, acts: list[Anchor]) -> list[Anchor]:
    """Damage tells an act only where nothing else does, or nothing but the way in."""
    if _wrecks_after_entry(frame):
        return [anchor for anchor in acts if anchor.type == _DAMAGE]
    return [anchor for anchor in acts if anchor.type != _DAMAGE] or acts


def _without_shelling_in_clash(acts: list[Anchor]) -> list[Anchor]:
    """ "Clashes and mutual shelling" are clashes."""
    if not any(anchor.type == _CLASH for anchor in acts):
        return acts
    return [anchor for anchor in acts if anchor.hit.rule != MUTUAL]


def _before_leaving(acts: list[Anchor]) -> list[Anchor]:
    """ "Entered the village, searched homes and then withdrew": what was done there, and not the way out."""
    rest = [anchor for anchor in acts if anchor.hit.rule not in LEAVES]
    return rest if rest and all(anchor.type in VISITS for anchor in rest) else acts


def _wrecks_after_entry(frame: Frame) -> bool:
    """ "Burned cars after they had attacked the village": nobody hurt, and the damage is the news."""
    acts = [anchor for anchor in frame.anchors if anchor.part != "thing"]
    wrecked = any(anchor.type == _DAMAGE for anchor in acts)
    return wrecked and not frame.tolls and all(a.type == _DAMAGE or a.hit.rule in ENTRIES for a in acts)


def _is_setting(scene: Scene, frame: Frame, anchor: Anchor) -> bool:
    """ "Aircraft struck A during the clashes": what went on while the strike was made."""
    if not any(scene.family(other.type) == "bombardment" for other in frame.anchors):
        return False
    return anchor.definite and _is_meanwhile(scene, anchor)


def _harmful(scene: Scene, frame: Frame, acts: list[Anchor]) -> list[Anchor]:
    """ "The attack left three dead, and ended as reinforcements arrived": not the movement, where people were hurt."""
    hurt = _hurts(frame)
    violent = any(scene.family(anchor.type) in _BOMBARDMENT for anchor in acts)
    return [anchor for anchor in acts if anchor.type != _MOVED] if hurt and violent else []


def _hurts(frame: Frame) -> bool:
    return any(toll.slot in ("killed", "injured") and not toll.is_zero for toll in frame.tolls)


def _freed(acts: list[Anchor]) -> list[Anchor]:
    """ "Freed after an arrest of six months": the release alone, where it is told first."""
    return acts[:1] if acts and acts[0].type == _RELEASE else []


def _is_cause(scene: Scene, frame: Frame, anchor: Anchor) -> bool:
    """ "… were killed as a result of the shelling": what brought the toll about."""
    causes = scene.hits_in("cause", max(frame.start, anchor.first - 2), anchor.first)
    killed = any(toll.hit.first < anchor.first for toll in frame.tolls)
    return killed and any(cause.value == "strong" and cause.last == anchor.first for cause in causes)


def _more_specific(scene: Scene, best: Anchor, acts: list[Anchor]) -> Anchor:
    """Of several words for one blast or bombardment the most specific: "raids shelled" are raids."""
    family = scene.family(best.type)
    if family not in _BY_MEANS or best.type == _BROUGHT_DOWN:
        return best
    same = [a for a in acts if a.strength == best.strength and scene.family(a.type) == family]
    return max(same, key=lambda a: scene.rank(a.type))


def _is_shot_body(scene: Scene, frame: Frame) -> bool:
    """A body found with the marks of bullets (codebook, "Deaths in combat")."""
    if not any(anchor.hit.rule == _FOUND for anchor in frame.anchors):
        return False
    return any(weapon.id in _SHOT for weapon in scene.weapons(frame.start, frame.end))


def _deciding_means(scene: Scene, frame: Frame) -> Weapon | None:
    """The most specific means named for this act, or the first of a row: "with rockets and drones"."""
    weapons = [w for w in scene.weapons(frame.start, frame.end) if decides(scene, frame, w)]
    best = max(weapons, key=lambda w: scene.rank(w.implies), default=None)
    for before in reversed(weapons):
        if best and before.first < best.first and _is_in_row(scene, before, best):
            best = before
    return best


def _is_in_row(scene: Scene, before: Weapon, weapon: Weapon) -> bool:
    """Whether only "and" and a word or two stand between two means of bombardment."""
    if weapon.first - before.last > _ROW:
        return False
    if any(scene.family(means.implies or "") != _STRIKES for means in (before, weapon)):
        return False
    between = scene.text.words[before.last : weapon.first + 1]
    return any(word.form.startswith(_AND) for word in between)


def _names_type(scene: Scene, anchor: Anchor, means: Weapon) -> bool:
    return _means_wins(scene, anchor, means.implies or "") or _wrecks(scene, anchor, means)


def _wrecks(scene: Scene, anchor: Anchor, means: Weapon) -> bool:
    """ "Destroyed the post with rockets", "blew up the gate with a car bomb": what was fired or driven, not laid."""
    fired = means.id == _CAR_BOMB or means.implies in _FIRED
    return anchor.type == _DAMAGE and fired and is_marked(scene, means)


def _means_wins(scene: Scene, anchor: Anchor, implied: str) -> bool:
    """A means names the type of an attack, a blast or a bombardment; never of an arrest or a protest."""
    known = scene.types.get(anchor.type)
    if known is None or not known.means_wins or known.family not in _BOMBARDMENT:
        return False
    return anchor.strength == 0 or scene.rank(implied) > scene.rank(anchor.type)
