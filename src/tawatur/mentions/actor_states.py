"""States and capitals as doers: "Turkey launched", "by Turkey"."""

from ..lexicon import Hit
from ..model.mentions import Actor
from .actor_scene import Scene

STATE = "actor/state"
_ACCUSER = 7
"""Words from "accused" to the accused: the one who accuses."""
_OF = "ب"


def state_at(scene: Scene, word: int) -> Actor | None:
    """A state or its capital as a doer: where nothing before it makes it a place."""
    hit = scene.at(word, "state")
    if hit is None or hit.proclitics not in ("", "و", "ف", "ل") or not _may_act(scene, hit):
        return None
    party = scene.setting.nationals(hit.value["country"], "government")
    return Actor(
        span=hit.span,
        whole=hit.span,
        first=hit.first,
        last=hit.last,
        rule=STATE,
        party=party,
        head="body",
        kind="combatants",
    )


def _may_act(scene: Scene, hit: Hit) -> bool:
    """A verb, an act or "by" stands right before the name of the state, or a verb right after it."""
    before, after = hit.first - 1, scene.at(hit.last, "event")
    if _heads_dateline(scene, hit):
        return False
    if hit.proclitics == "و" and scene.found and scene.found[-1].last == hit.first:
        return scene.found[-1].head == "body"
    if not scene.joined(hit.first):
        return after is not None and "past" in after.features and scene.joined(hit.last)
    if any(scene.hits.covering(before, name) for name in ("event", "before-state")):
        return True
    role = scene.hits.covering(before, "role")
    if role and role.value == "by":
        return True
    if role and role.value == "occurs":
        return False
    return _looks_like_her_verb(scene.form(before)) or _is_accused(scene, hit)


def _heads_dateline(scene: Scene, hit: Hit) -> bool:
    """ "Niamey - gunmen killed": the capital from which the report comes."""
    opens = hit.first == 0 or "\n" in scene.text.words[hit.first].gap
    return opens and hit.last < len(scene.text.words) and "-" in scene.text.words[hit.last].gap


def _is_accused(scene: Scene, hit: Hit) -> bool:
    """ "The government accused A of (ب) shelling": between the verb and the deed."""
    start = max(scene.text.sentence_of(hit.first).first, hit.first - _ACCUSER)
    deed = hit.last < len(scene.text.words) and scene.form(hit.last).startswith(_OF)
    return deed and any(verb.id == "accuse" for verb in scene.hits.between("speech", start, hit.first))


def _looks_like_her_verb(form: str) -> bool:
    """A past verb of a feminine subject, as states and capitals mostly are: "شنت تركيا"."""
    return len(form) > 2 and form.endswith("ت") and not form.endswith("ات")
