"""Find the places that a report names, and settle which place each name means."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from ..lexicon import Hits, Knowledge
from ..lexicon.gazetteer import Gazetteer
from ..lexicon.gazetteer_rows import Candidate
from ..model.mentions import Place
from ..model.spans import Span
from ..text import Text, read_text
from .place_choice import Choice, Scores, choose, count_scores, evidence, inside, is_misplaced, radius_of
from .place_context import Context, hit_before, is_direction, read_context
from .place_ends import is_stopped
from .place_lists import (
    find_along_road,
    find_before_dash,
    find_before_noun,
    find_before_relation,
    find_beside,
    find_between,
    find_dashed,
    find_defined,
    find_headed,
    find_sites,
)
from .place_names import Named, find_names, name_span
from .place_parts import country_parts, part_of_country
from .place_support import countries_named, is_stray, pointers
from .place_told import find_in, find_near
from .place_unknown import Unknown, find_unknown

_ENOUGH = 4.0
_NEAR_WORDS = 9
_SHORT = 2
_FINDERS = (
    find_sites,
    find_beside,
    find_before_relation,
    find_before_noun,
    find_between,
    find_defined,
    find_headed,
    find_along_road,
    find_before_dash,
    find_dashed,
    find_near,
    find_in,
)
_LOCAL = frozenset({"local", "monitor", "official"})


class Found(NamedTuple):
    """A name held to be a place, its context, and the places that it may mean (none if unknown)."""

    named: Named
    context: Context
    candidates: tuple[Candidate, ...]


def find_places(
    text: Text, hits: Hits, knowledge: Knowledge, *, title: str | None = None, outlet: str | None = None
) -> tuple[Place, ...]:
    """Every place that the text names, in the order of the text; unknown ones have no coordinates.

    ``title`` and ``outlet`` help to settle which of several places of one name is meant.
    """
    gazetteer = knowledge.gazetteer
    names = find_names(text, hits, knowledge)
    known = _accepted(text, hits, gazetteer, names)
    home, states = _home(knowledge, outlet), countries_named(hits)
    scores = count_scores([found.candidates for found in known], home)
    scores.countries.update(states)
    headline = _countries_of_title(title, knowledge, home)
    scores.countries.update(headline)
    found = _without_parts(known, _unknown(text, hits, gazetteer, known, names))
    named = [(one.named.key, one.candidates) for one in known]
    pointed = pointers(named, [*states, *headline, *([home] if home else [])])
    found = [one for one in found if not _is_word(text, hits, one, pointed)]
    places = [_place(text, hits, gazetteer, found, i, scores, pointed) for i in range(len(found))]
    ends = frozenset(one.context.end for one in found)
    places += country_parts(text, hits, gazetteer, scores, ends)
    return tuple(sorted(_paired(places, found), key=lambda place: place.span))


def _home(knowledge: Knowledge, outlet: str | None) -> str | None:
    """The country of an outlet that reports on its own country only, so far as one is known."""
    known = knowledge.outlet(outlet)
    return known.country.lower() if known and known.country and known.kind in _LOCAL else None


def _accepted(text: Text, hits: Hits, gazetteer: Gazetteer, names: Sequence[Named]) -> list[Found]:
    """The names for which there is enough evidence that they are places."""
    possible = [gazetteer.ranked(named.ids) for named in names]
    kept: list[Found] = []
    for i, (named, candidates) in enumerate(zip(names, possible, strict=True)):
        before = kept[-1].context if kept else None
        context = read_context(text, hits, named.first, named.last, named.proclitics, before)
        near = _beside(names, possible, i)
        if not _is_surname(text, hits, named, kept) and _is_place(
            text, hits, gazetteer, named, candidates, context, near
        ):
            kept.append(Found(named, context, candidates))
    return kept


def _is_place(
    text: Text,
    hits: Hits,
    gazetteer: Gazetteer,
    named: Named,
    candidates: tuple[Candidate, ...],
    context: Context,
    near: Sequence[Sequence[Candidate]],
) -> bool:
    single = named.last - named.first == 1
    stopped = context.noun and _is_stopped(hits, named)
    if single and stopped and context.level not in {place.level for place in candidates}:
        return False
    if not context.noun and not context.preposed and _is_byname(hits, named):
        return False
    common = _is_common(hits, named)
    score = evidence(candidates, named.last - named.first, context, common=common)
    if single and not context.noun:
        score -= _other_reading(hits, named, candidates)
    if context.preposed and score < _ENOUGH:
        told = not common and not named.proclitics and len(named.key) > _SHORT + 1
        told = told and bool(hit_before(hits, text, context.start, "place-preposition"))
        score += 3.0 if told or inside(gazetteer, candidates, near) else 0.0
    return score >= _ENOUGH


def _is_byname(hits: Hits, named: Named) -> bool:
    """Whether a name of several words opens like a person's ("Abu …")."""
    part = hits.at(named.first, "name-part")
    return part is not None and named.last > part.last


def _is_surname(text: Text, hits: Hits, named: Named, kept: Sequence[Found]) -> bool:
    """Whether a lone name ends a person's name of three words ("Abu X al-Baghdadi")."""
    start = named.first - 2
    if start < 0 or named.proclitics or (kept and kept[-1].named.last > start):
        return False
    spaced = all(text.words[i].gap == " " for i in (start + 1, named.first))
    part = hits.covering(start, "name-part")
    return bool(spaced and part and part.last == start + 1 and not hits.covering(start + 1, "place-noun"))


def _is_common(hits: Hits, named: Named) -> bool:
    """Whether the name is an everyday word or a person's name as well."""
    if len(named.key) <= _SHORT:
        return True
    hit = hits.covering(named.first, "place-common")
    return bool(hit and hit.last >= named.last) or _is_stopped(hits, named)


def _is_stopped(hits: Hits, named: Named) -> bool:
    hit = hits.covering(named.first, "place-stop")
    return bool(hit and hit.last >= named.last and is_stopped(hits, named.first))


def _other_reading(hits: Hits, named: Named, candidates: tuple[Candidate, ...]) -> float:
    """How much an everyday meaning, or a person's title before it, speaks against a lone name."""
    if hits.covering(named.first - 1, "title") or hits.covering(named.first - 1, "name-part"):
        return 4.0
    if candidates[0].level in ("country", "division1"):
        return 0.0
    other = [
        hit for hit in hits.starting(named.first) if not hit.category.startswith(("place-", "state", "actor"))
    ]
    return 2.0 if other else 0.0


def _beside(
    names: Sequence[Named], possible: Sequence[tuple[Candidate, ...]], i: int
) -> list[tuple[Candidate, ...]]:
    """The places that the names next to this one may mean."""
    return [
        possible[j]
        for j in (i + 1, i + 2, i - 1, i - 2)
        if 0 <= j < len(names) and abs(names[j].first - names[i].first) <= _NEAR_WORDS
        if possible[j] and possible[j][0].level != "village"
    ]


def _unknown(
    text: Text, hits: Hits, gazetteer: Gazetteer, known: Sequence[Found], possible: Sequence[Named]
) -> list[Found]:
    """The names that only their noun, their list or a container beside them shows to be places."""
    ends = {found.named.first: found.named.last for found in known}
    names = list(find_unknown(text, hits, ends, {name.first: name for name in possible}))
    names += (name for find in _FINDERS for name in find(text, hits, ends))
    kept: list[Unknown] = []
    for name in sorted(names, key=lambda name: (name.first, -name.last)):
        if not kept or name.first >= kept[-1].last:
            kept.append(name)
    return [_found(text, hits, gazetteer, name) for name in kept]


def _found(text: Text, hits: Hits, gazetteer: Gazetteer, name: Unknown) -> Found:
    named = Named(name.first, name.last, name.cut, "", "", ())
    context = read_context(text, hits, name.first, name.last, "", None)
    if name.noun and not context.noun:
        context = context._replace(noun=name.noun, inherited=True)
    key = " ".join(word.form for word in text.words[name.first : name.last])[name.cut :]
    return Found(named, context, gazetteer.candidates(key) or gazetteer.article_twins(key))


def _without_parts(known: Sequence[Found], unknown: Sequence[Found]) -> list[Found]:
    """All names in order, but not those that are a word of another ("… al-Jawlan")."""
    inner = {word for one in unknown for word in range(one.named.first, one.named.last)}
    kept = [one for one in known if one.named.first not in inner]
    return sorted([*kept, *unknown], key=lambda one: one.named.first)


def _place(
    text: Text,
    hits: Hits,
    gazetteer: Gazetteer,
    found: Sequence[Found],
    i: int,
    scores: Scores,
    pointed: Mapping[str, frozenset[str]],
) -> Place:
    named, context, candidates = found[i]
    span = _span(text, named, context)
    bare = Place(
        first=context.noun.first if context.noun and context.keeps_noun else named.first,
        last=context.end,
        whole=Span(min(span.start, text.words[context.start].start), span.end),
        span=span,
        name=text.name(span),
        level=context.level if context.level not in ("", "any") else "village",
        relation=context.relation,
        qualifies=context.qualifies,
        rule="place/unknown",
        reason="In no gazetteer; the words around it name it as a place.",
    )
    if not candidates:
        return bare
    near = [other.candidates for other in _around(found, i) if other.candidates]
    choice = choose(gazetteer, candidates, context, scores, near)
    if part := part_of_country(text, hits, choice.place, context, _follows(text, found, i)):
        return part
    if is_stray(choice.place, named.key, pointed) and "lies" not in choice.reason:
        return replace(bare, reason=f"The report points to no place in the country {choice.place.country}.")
    if is_misplaced(choice, context):
        return replace(
            bare, reason=f"{choice.place.label} ({choice.place.id}) lies far from what is named beside it."
        )
    if choice.place.level == "country" and is_direction(context.relation):
        bare = replace(bare, relation="at")
    return _resolved(bare, gazetteer, named, context, choice)


def _resolved(bare: Place, gazetteer: Gazetteer, named: Named, context: Context, choice: Choice) -> Place:
    """The mention with what the gazetteer knows of the place taken."""
    place = choice.place
    level = context.level if context.keeps_noun else place.level
    fused = named.proclitics.endswith("ل") and named.key.startswith("ال") and not context.keeps_noun
    return replace(
        bare,
        name=place.label if fused else bare.name,
        level=level,
        place_id=place.id,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        within=tuple(other.id for other in gazetteer.containers(place.id)),
        radius=radius_of(level, context.relation),
        rule=f"place/{place.source}",
        reason=choice.reason,
    )


def _span(text: Text, named: Named, context: Context) -> Span:
    """The words of the name: with the noun and the compass adjective where they are part of it."""
    span = name_span(text, named)
    start = context.noun.span.start if context.noun and context.keeps_noun else span.start
    end = text.words[context.end - 1].end if context.end > named.last else span.end
    return Span(start, end)


def _around(found: Sequence[Found], i: int) -> list[Found]:
    """The places named next to this one, in the same stretch of words."""
    here = found[i].named.first
    return [
        found[j]
        for j in (i + 1, i + 2, i - 1, i - 2)
        if 0 <= j < len(found) and abs(found[j].named.first - here) <= _NEAR_WORDS
    ]


def _follows(text: Text, found: Sequence[Found], i: int) -> bool:
    """Whether the relation only says where the place lies whose name ends right before it."""
    start = found[i].context.start
    return i > 0 and start == found[i - 1].context.end and not text.words[start].form.startswith("و")


def _is_word(text: Text, hits: Hits, found: Found, pointed: Mapping[str, frozenset[str]]) -> bool:
    """Whether only far countries have such a place, and neither noun nor "in" says that this is one."""
    if not found.candidates or found.context.noun or found.context.relation != "at":
        return False
    if found.named.last - found.named.first > 1 and any(place.level != "site" for place in found.candidates):
        return False
    before = hits.covering(found.named.first - 1, "particle")
    told = bool(before and before.value == "in")
    return not told and all(is_stray(place, found.named.key, pointed) for place in found.candidates)


def _countries_of_title(title: str | None, knowledge: Knowledge, home: str | None) -> list[str]:
    """The countries of the places that the headline names: where one may lie in the outlet's, that."""
    text = read_text(title or "")
    hits = knowledge.matcher.hits(text)
    found = _accepted(text, hits, knowledge.gazetteer, find_names(text, hits, knowledge))
    lying = [[place.country for place in one.candidates] for one in found]
    return [home if home and home in countries else countries[0] for countries in lying]


def _paired(places: list[Place], found: Sequence[Found]) -> list[Place]:
    """Join the two ends of "between A and B" and of "the A-B road"."""
    for i in range(len(found) - 1):
        one, two = places[i], places[i + 1]
        joined = found[i].context.end == found[i + 1].context.start
        joined = joined and (found[i + 1].context.joined or not found[i + 1].context.preposed)
        if joined and one.relation in ("between", "road") and (one.pair is None):
            places[i] = replace(one, pair=two.span)
            radius = None if two.radius is None else radius_of(two.level, one.relation)
            places[i + 1] = replace(two, pair=one.span, relation=one.relation, radius=radius)
    return places
