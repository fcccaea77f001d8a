"""The means of an act: which of the weapons named beside it were used, and which were only hit or moved."""

from ..lexicon import Hit
from ..model.mentions import Weapon
from .anchors import Anchor
from .frames import Frame
from .grammar import can_act
from .scene import Scene

_ARMS = "arms"
"""Bare "arms" are used only where the words say so."""
_OBJECT_TYPES = ("clearance", "seizure")
_NO_MEANS = ("control", "coercion", "civil")
_CHOSEN = "targeted_killing"
_RIOT = "riot"
_OF_CROWDS = ("petrol-bomb", "stun", "teargas")
_TANK = "tank"
_SHOTS = ("bullets", "gun", "arms", "sniper")
"""What does not explode."""
_AIR_FORCE = "air-force"
"""A body of aircraft: it tells of raids, and is no means itself."""
_CRAFT = ("aircraft", "aviation", _AIR_FORCE)
_AIR_STRIKE = "air_strike"
_OBLIQUE = ("تين",)
_CLASH = "armed_clash"
_INTERCEPTION = "interception"
_ANTI_AIR = "anti-air"
_DAMAGE = "property_destruction"
_BULLDOZER = "bulldozer"
OVERFLIES = ("event/movement/overflight", "event/movement/overflying")
"""What goes along with an act without being it: aircraft in the sky."""
_ALOFT = 2
"""Words of "intense" between "the overflight" and the aircraft."""
_USED = 5
"""Words of "the two sides used in it" before the weapon."""


def means_of(scene: Scene, frame: Frame, type_id: str) -> Weapon | None:
    """The weapon used in an act of this type; for clearance and seizure what was found."""
    weapons = [w for w in scene.weapons(frame.start, frame.end) if w.id != _AIR_FORCE]
    if not weapons:
        return None
    if type_id in _OBJECT_TYPES:
        return next((weapon for weapon in weapons if weapon.last > frame.first), None)
    used = [weapon for weapon in weapons if _is_used(scene, frame, weapon, type_id)]
    return min(used, key=lambda weapon: _order(scene, weapon, type_id), default=None)


def finer_means(scene: Scene, a: Weapon | None, b: Weapon | None, type_id: str) -> Weapon | None:
    """Of two tellings' means that which says more: what was dropped rather than what dropped it."""
    return min(
        (weapon for weapon in (a, b) if weapon), key=lambda w: _order(scene, w, type_id)[:4], default=None
    )


def _order(scene: Scene, weapon: Weapon, type_id: str) -> tuple[bool, bool, bool, bool, int]:
    """Smaller is better: what fits the type, what was dropped, a noun, a new mention."""
    definite = any(hit.definite for hit in scene.hits.starting(weapon.first) if hit.category == "weapon")
    dropped = type_id == _AIR_STRIKE and _is_with(scene, weapon)
    fits = weapon.implies == type_id or dropped or (weapon.implies is None and is_marked(scene, weapon))
    return not fits, is_carrier(scene, weapon), _is_adjective(scene, weapon), definite, weapon.first


def _is_adjective(scene: Scene, weapon: Weapon) -> bool:
    """ "Rocket fire": the means as a quality of the act."""
    act = scene.hits.covering(weapon.first, "event")
    return (
        act is not None
        and act.first < weapon.first
        and act.value["part"] == "noun"
        and weapon.last == weapon.first + 1
    )


def is_carrier(scene: Scene, weapon: Weapon) -> bool:
    """Aircraft and vehicles carry the means; a drone is the means."""
    craft = weapon.id in _CRAFT or scene.hits.at(weapon.first, "craft") is not None
    return craft and weapon.implies != "drone_strike"


def _is_used(scene: Scene, frame: Frame, weapon: Weapon, type_id: str) -> bool:
    family = scene.family(type_id)
    if _is_struck(scene, frame, weapon) or _is_denied(scene, weapon) or _only_flies(scene, weapon):
        return False
    if type_id == _INTERCEPTION:
        return weapon.id == _ANTI_AIR or is_marked(scene, weapon)
    if type_id == _CLASH:
        return is_marked(scene, weapon)
    if family in _NO_MEANS:
        return _is_tool(scene, weapon, type_id)
    if weapon.implies == type_id or is_marked(scene, weapon):
        return family != "blast" or weapon.id not in _SHOTS
    if family == "blast":
        return weapon.id not in _SHOTS
    if type_id == _CHOSEN and scene.family(weapon.implies or "") == "blast":
        return True
    if weapon.implies or weapon.id == _ARMS:
        return False
    return family == "ground" and not is_carrier(scene, weapon)


def _is_tool(scene: Scene, weapon: Weapon, type_id: str) -> bool:
    """What crowds and those who disperse them use, and with what a home was destroyed."""
    if type_id == _DAMAGE:
        return weapon.id == _BULLDOZER or is_marked(scene, weapon)
    return type_id == _RIOT and weapon.id in _OF_CROWDS


def decides(scene: Scene, frame: Frame, weapon: Weapon) -> bool:
    """Whether a weapon can say what kind of act it was: marked as the means, or beside the act's word."""
    if weapon.implies is None or _is_struck(scene, frame, weapon) or _is_denied(scene, weapon):
        return False
    if _only_flies(scene, weapon) or _only_backs(scene, weapon):
        return False
    if not frame.anchors:
        return not is_carrier(scene, weapon) or is_marked(scene, weapon)
    beside = any(-1 <= weapon.first - a.last <= 1 or a.first <= weapon.first < a.last for a in frame.anchors)
    return beside or all(a.strength == 0 for a in frame.anchors) or is_marked(scene, weapon)


def _only_flies(scene: Scene, weapon: Weapon) -> bool:
    """ "Shelled it, along with an overflight by war planes": in the sky, and no means."""
    before = scene.hits_in("event", weapon.first - _ALOFT, weapon.first)
    return is_carrier(scene, weapon) and any(hit.rule in OVERFLIES for hit in before)


def _only_backs(scene: Scene, weapon: Weapon) -> bool:
    """ "An attack with the support of war planes": no air strike."""
    before = scene.hits.covering(weapon.first - 1, "role") if weapon.first else None
    return is_carrier(scene, weapon) and before is not None and before.value == "backer"


def is_marked(scene: Scene, weapon: Weapon) -> bool:
    """Whether words say that a weapon was the means of an act."""
    return _is_with(scene, weapon) or _is_put_to_use(scene, weapon)


def _is_with(scene: Scene, weapon: Weapon) -> bool:
    """ "With", "by means of" written onto or right before a weapon."""
    if (
        scene.text.words[weapon.first].form.startswith("ب")
        and weapon.span.start > scene.text.words[weapon.first].start
    ):
        return True
    cause = scene.hits.covering(weapon.first - 1, "cause") if weapon.first else None
    return bool(cause and cause.value == "strong" and cause.last == weapon.first)


def _is_put_to_use(scene: Scene, weapon: Weapon) -> bool:
    """ "Used", "by the use of", "fired" shortly before a weapon in its sentence."""
    return any(not used.enclitic for used in _uses(scene, weapon))


def _is_denied(scene: Scene, weapon: Weapon) -> bool:
    """ "They did not use rifles this time"."""
    return any(
        used.first and scene.hits.covering(used.first - 1, "negation") for used in _uses(scene, weapon)
    )


def _uses(scene: Scene, weapon: Weapon) -> tuple[Hit, ...]:
    start = max(scene.text.sentence_of(weapon.first).first, weapon.first - _USED)
    return scene.hits_in("use", start, weapon.first)


def _is_struck(scene: Scene, frame: Frame, weapon: Weapon) -> bool:
    """ "The fighters struck a tank", "the targeting of two tanks": a vehicle that was hit is no means."""
    vehicle = is_carrier(scene, weapon) or (weapon.id == _TANK and weapon.last - weapon.first == 1)
    if not vehicle or is_marked(scene, weapon):
        return False
    if weapon.id == _TANK and any(is_marked(scene, w) for w in scene.weapons(frame.start, frame.end)):
        return True
    if any(a.object == "against" and a.first < weapon.first < a.last for a in frame.anchors):
        return True
    before = [a for a in frame.anchors if a.object == "against" and a.last <= weapon.first]
    if not before:
        return False
    act = before[-1]
    if act.last == weapon.first or _is_counted_object(scene, act, weapon):
        oblique = scene.text.words[weapon.first].form.endswith(_OBLIQUE) or _has_subject(act)
        return oblique or (not act.is_verb and act.strength == 0)
    doers = (a for a in scene.actors(act.last, weapon.first) if a.last == weapon.first and can_act(a))
    return act.is_verb and not scene.text.words[weapon.first].gap.strip() and any(doers)


def _is_counted_object(scene: Scene, act: Anchor, weapon: Weapon) -> bool:
    """ "The destruction of four tanks": only their number stands between."""
    return any(number.last == weapon.first for number in scene.numbers(act.last, act.last + 1))


def _has_subject(act: Anchor) -> bool:
    """ "They struck [a tank]": the verb's own ending says who did it."""
    return act.is_verb and bool({"mp", "we"} & act.hit.features)
