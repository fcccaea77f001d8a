"""From clauses to incidents: anchors, tolls, frames, drafts, one draft a happening."""

from collections.abc import Sequence

from msgspec import Struct

from ..model.incidents import Claim, Doubt, Incident, Party, Tally, When, Where, Words
from ..model.mentions import Actor, Date, Mention, Place
from .anchors import find_anchors
from .authors import with_owner
from .authors_before import with_authors_before
from .background import is_habit, is_several_reasons, is_too_vague, with_background
from .battles import without_battles
from .claims import find_claims
from .context import in_context, with_places, with_times
from .counting import count
from .doubts import doubts_about_speakers
from .drafts import Draft, draft
from .enemies import with_enemies
from .episodes import without_parts
from .finishing import settled
from .frames import Frame, find_frames
from .gapped_acts import with_gapped_acts
from .merging import merge_drafts, merge_settled
from .peaceful import is_nowhere, is_peaceful
from .quiet import quiet_sentences
from .raids import without_raids
from .reaching import names_author, reaching_back
from .scene import Scene
from .taking import is_of_the_dead
from .tallies import find_totals, tally
from .toll_wounds import without_mortal_wounds, without_those_named
from .tolls import find_tolls
from .victims import victims_of
from .voices import Voice
from .wholes import as_parts


class Told(Struct, frozen=True, gc=False):
    """What an article tells: incidents, tallies, the claims about both, and what stayed in doubt."""

    incidents: tuple[Incident, ...]
    tallies: tuple[Tally, ...]
    claims: tuple[Claim, ...]
    doubts: tuple[Doubt, ...]


def find_incidents(scene: Scene, voices: Sequence[Voice]) -> Told:
    """Every incident and tally of an article, each with who says it."""
    speaking = frozenset(i for s in scene.mentions.speakers for i in range(s.first, s.last))
    quiet = quiet_sentences(scene)
    anchors = with_gapped_acts(scene, find_anchors(scene, quiet))
    found = without_those_named(scene, find_tolls(scene, anchors, quiet))
    tolls = tuple(without_mortal_wounds(found))
    frames = find_frames(scene, anchors, tolls)
    told_apart = without_raids(scene, [draft(scene, frame, speaking) for frame in frames])
    drafts = without_battles(scene, in_context(scene, told_apart))
    totals = find_totals(scene, drafts)
    happenings = merge_drafts(scene, [d for d in drafts if d not in totals and not _is_aside(scene, d)])
    told = [d for d in happenings if not is_too_vague(scene, d) and not is_peaceful(scene, d)]
    owning = [voice for voice in voices if names_author(scene, voice)]
    reached = [*reaching_back(scene, told, totals, owning), *(v for v in voices if v not in owning)]
    claimed = [settled(scene, with_owner(scene, d, reached)) for d in told]
    once = merge_settled(scene, with_times(scene, with_places(scene, claimed)))
    whole = [settled(scene, one) for one in once if len(once) == 1 or not is_nowhere(one)]
    kept = with_authors_before(scene, as_parts(scene, with_background(scene, whole), drafts))
    faced = with_enemies(scene, without_parts(scene, kept))
    return _told(scene, faced, totals, reaching_back(scene, faced, totals, voices))


def _is_aside(scene: Scene, draft: Draft) -> bool:
    """Whether a draft only gives the reasons of another act, how those killed had been taken, or what is usual."""
    if is_several_reasons(scene, draft) or is_of_the_dead(scene, draft):
        return True
    return not scene.opens(draft.sentence) and is_habit(scene, draft)


def _told(scene: Scene, drafts: Sequence[Draft], totals: Sequence[Draft], voices: Sequence[Voice]) -> Told:
    incidents, tallies, claims = [], [], []
    for number, one in enumerate(drafts, 1):
        incident = _incident(scene, one, f"i{number}", voices)
        incidents.append(incident)
        claims += find_claims(scene, one, voices, incident.id, (*incident.by, *incident.against))
    for number, one in enumerate(totals, 1):
        name = f"t{number}"
        place = _where(scene, one.place) if one.place else None
        tallies.append(tally(scene, one, name, _evidence(scene, one), place))
        claims += find_claims(scene, one, voices, name, ())
    return Told(tuple(incidents), tuple(tallies), tuple(claims), doubts_about_speakers(claims))


def _incident(scene: Scene, one: Draft, name: str, voices: Sequence[Voice]) -> Incident:
    return Incident(
        id=name,
        type=one.type,
        anchor=_anchor(scene, one),
        evidence=_evidence(scene, one),
        stage=one.stage,
        background=one.background,
        date=_when(scene, one.time),
        place=_where(scene, one.place) if one.place else None,
        relation=one.place.relation if one.place else "at",
        within=tuple(_where(scene, p) for p in one.within),
        also_places=tuple(_where(scene, p) for p in one.also),
        by=tuple(_party(scene, actor) for actor in one.by),
        against=tuple(_party(scene, actor) for actor in one.against),
        killed=count(scene, one, "killed", voices=voices),
        injured=count(scene, one, "injured", voices=voices),
        detained=count(scene, one, "detained", voices=voices),
        abducted=count(scene, one, "abducted", voices=voices),
        victims=victims_of(scene, one),
        weapon=_quoted(scene, one.weapon) if one.weapon else None,
    )


def _quoted(scene: Scene, mention: Mention) -> Words:
    return Words(span=mention.span, quote=mention.span.of(scene.text.body), rule=mention.rule)


def _anchor(scene: Scene, one: Draft) -> Words:
    hit = one.anchor.hit if one.anchor else one.tolls[0].hit
    return Words(span=hit.span, quote=hit.span.of(scene.text.body), rule=hit.rule)


def _evidence(scene: Scene, one: Draft) -> Words:
    """The clause or sentence that tells most: type, place and effect."""
    frame = max(one.frames, key=lambda f: _richness(scene, f))
    span = scene.text.span(frame.start, frame.end)
    return Words(span=span, quote=span.of(scene.text.body), rule="evidence/clauses")


def _richness(scene: Scene, frame: Frame) -> int:
    places = len(scene.places(frame.start, frame.end))
    return 2 * bool(frame.anchors) + 2 * bool(frame.tolls) + min(places, 2)


def _when(scene: Scene, time: Date | None) -> When | None:
    if not time or not time.earliest or not time.latest:
        return None
    quote = time.span.of(scene.text.body)
    return When(
        earliest=time.earliest,
        latest=time.latest,
        precision=time.precision,
        rule=time.rule,
        span=time.span,
        quote=quote,
    )


def _where(scene: Scene, place: Place) -> Where:
    return Where(
        name=place.name,
        span=place.span,
        quote=place.span.of(scene.text.body),
        rule=f"{place.rule}: {place.reason}" if place.reason else place.rule,
        place_id=place.place_id,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        precision=place.level,
        radius=place.radius,
        within=place.within,
    )


def _party(scene: Scene, actor: Actor) -> Party:
    return Party(party=actor.party, span=actor.span, quote=actor.span.of(scene.text.body), rule=actor.rule)
