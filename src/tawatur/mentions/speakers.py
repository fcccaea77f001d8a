"""Who is quoted or relied on: found where the text says that somebody says something."""

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import structs

from ..lexicon import Hit, Hits, Knowledge
from ..model.mentions import Actor, Speaker
from ..model.spans import Span
from ..text import Text, fold_phrase
from .quotations import opens_long_quote
from .speaker_colons import before_colons
from .speaker_passers import credits_of_captions, passers
from .speaker_phrases import phrase_at, says_something, was_ends
from .speaker_scene import Phrase, Scene
from .speaker_unknown import accuser_at, before_accused, takes_to, unknown_name_at
from .speech_subjects import aside_from, is_called_so, may_be_subject, subject_place, topic_place

_REACH = 14
_CLAUSE = 8
"""Words of the longest subject between "but" and its verb."""
_OPENING = ("complement", "but", "goes-on", "turn")
_SOURCE = 7
"""Words of the longest unknown name that an attribution brings."""
_POINTING = 9


def find_speakers(
    text: Text, hits: Hits, actors: Sequence[Actor], knowledge: Knowledge | None = None
) -> tuple[Speaker, ...]:
    """Speakers beside verbs of speech and attributions, in captions, by-lines and datelines."""
    scene = Scene(text, hits, {actor.first: actor for actor in actors})
    found: dict[int, Phrase] = {}
    for phrase in chain.from_iterable(find(scene) for find in _FINDERS):
        known = found.get(phrase.first)
        if known is None or phrase.last > known.last:
            found[phrase.first] = phrase
    state = _state_of(actors, knowledge)
    return tuple(_speaker(scene, found[first], state) for first in sorted(found))


def _state_of(actors: Sequence[Actor], knowledge: Knowledge | None) -> str | None:
    """The state whose forces an article speaks of most."""
    parties = {} if knowledge is None else knowledge.actors
    states = [a.party for a in actors if a.party in parties and parties[a.party].kind == "state"]
    return max(dict.fromkeys(states), key=states.count, default=None)


def _party(scene: Scene, phrase: Phrase, state: str | None) -> str | None:
    """Whose side the speaker is on: the body named in the phrase, or that it is said to belong to."""
    link = scene.hits.at(phrase.last, "speaker-link")
    last = phrase.last + 2 if link and link.id == "belonging-to" else phrase.last
    inside = (scene.actors.get(at) for at in range(phrase.first, last))
    party = phrase.party or next((actor.party for actor in inside if actor and actor.head == "body"), None)
    party = party or _named_inside(scene, phrase) or _of_the_body_before(scene, phrase)
    if party or state is None or phrase.kind == "source":
        return party
    offices = (scene.hits.at(at, "speaker-office") for at in range(phrase.first, phrase.last))
    return state if any(office is not None for office in offices) else None


def _named_inside(scene: Scene, phrase: Phrase) -> str | None:
    """A body whose name means one party everywhere, inside the phrase: "the media centre of …"."""
    names = (scene.hits.at(at, "actor") for at in range(phrase.first, phrase.last))
    return next((str(hit.value["party"]) for hit in names if hit and not hit.value["in"]), None)


def _of_the_body_before(scene: Scene, phrase: Phrase) -> str | None:
    """ "Its spokesman": the side of the body that the sentence named last."""
    links = (scene.hits.at(at, "speaker-link") for at in range(phrase.first, phrase.last))
    if not any(link and link.id == "in-its-name" for link in links):
        return None
    first = scene.text.sentence_of(phrase.first).first
    before = (scene.actors.get(at) for at in range(phrase.first - 1, first - 1, -1))
    return next((actor.party for actor in before if actor and actor.head == "body"), None)


def _speaker(scene: Scene, phrase: Phrase, state: str | None) -> Speaker:
    text = scene.text
    return Speaker(
        span=phrase.span,
        first=phrase.first,
        last=phrase.last,
        rule=phrase.rule,
        name=_name(text, phrase),
        kind=phrase.kind,
        party=_party(scene, phrase, state),
    )


def _name(text: Text, phrase: Phrase) -> str:
    """The words as written; an article that was fused with "to" is written out again."""
    name = text.name(phrase.span)
    words = text.words[phrase.first : phrase.last]
    word = next((w for w in words if w.end > phrase.span.start), words[0])
    fused = word.form.removeprefix("و").startswith("لل") and word.start < phrase.span.start < word.end
    return f"ال{name}" if fused and not fold_phrase(name).startswith("ال") else name


def _beside_verbs(scene: Scene) -> Iterator[Phrase]:
    """The subject after a verb of speech, or else the one that ends just before it."""
    for verb in speech_verbs(scene.hits, scene.hits.of("speech")):
        after = subject_place(scene.text, scene.hits, verb)
        sentence = scene.text.sentence_of(verb.first)
        if _is_of_antecedent(scene, verb):
            continue
        if topic := _topic(scene, verb, sentence.first):
            yield topic
            continue
        if after < sentence.last and _adjoins(scene, after):
            was = _is_pluperfect(scene, verb, sentence.first)
            is_known = was or verb.value.get("behind")
            was_told = was and _is_accused_behind_was(scene, verb, sentence.first)
            phrase = None if was_told else _subject(scene, after)
            phrase = phrase or (None if is_known else _named(scene, after, verb))
            if phrase:
                phrase = before_accused(scene, phrase) if verb.value["hint"] == "accuses" else phrase
                yield phrase
                yield from _two(scene, phrase)
                continue
        if verb.value.get("behind"):
            continue
        if says_something(scene, verb.last) or _is_pluperfect(scene, verb, sentence.first):
            yield from _before(scene, verb, sentence.first)
        elif opener := _opener(scene, sentence.first, verb):
            yield opener


def _behind_blame(scene: Scene) -> Iterator[Phrase]:
    """ "The police pointed … the finger of blame at": who points, between the verb and its object."""
    for verb in scene.hits.of("blame"):
        end = min(scene.text.sentence_of(verb.first).last, verb.last + _POINTING)
        later = scene.hits.between("blame", verb.last, end) if verb.value.get("points") else ()
        if any(hit.value.get("pointed") for hit in later) and (phrase := _subject(scene, verb.last)):
            yield phrase


def _is_of_antecedent(scene: Scene, verb: Hit) -> bool:
    """ "The brigades, which accused A of doing it": the subject stands before "which", and A is blamed."""
    before = scene.hits.at(verb.first - 1, "particle") if verb.first else None
    return verb.value["hint"] == "accuses" and before is not None and before.value == "which"


def _topic(scene: Scene, verb: Hit, first: int) -> Phrase | None:
    """Who stands behind "as for" before a verb with "then": "as for X, he said"."""
    at = topic_place(scene.text, scene.hits, verb, first)
    if at == 0:
        return None
    return phrase_at(scene, at) or _plain_name(scene, at, aside_from(scene.text, at, verb.first))


def _is_accused_behind_was(scene: Scene, verb: Hit, first: int) -> bool:
    """ "The committees had (وكانت) accused the army of it": who accuses stands between "had" and the verb."""
    mark = scene.hits.covering(first, "speech-mark")
    if mark is None or verb.value["hint"] != "accuses":
        return False
    return was_ends(scene.text, mark) and mark.last < verb.first


def _opener(scene: Scene, first: int, verb: Hit) -> Phrase | None:
    """ "But the ministry denied": who opens the sentence, or what "that" and "but" open, right before the verb."""
    for at in range(max(first, verb.first - _CLAUSE), verb.first if not verb.proclitics else first):
        if at == first or (_opens_clause(scene, at) and not verb.value.get("speaker")):
            phrase = phrase_at(scene, at)
            if phrase and phrase.last == verb.first:
                return phrase
    return None


def _opens_clause(scene: Scene, at: int) -> bool:
    """Whether a noun at a word is the subject of what "that", "but", "while" before it open."""
    mark = scene.hits.covering(at - 1, "speech-mark")
    is_opened = mark is not None and mark.last == at and mark.id in _OPENING
    return is_opened and scene.text.words[at - 1].form != "عن"


def _is_pluperfect(scene: Scene, verb: Hit, first: int) -> bool:
    """ "The army had announced": the subject stands before the verb."""
    for at in (verb.first - 1, first):
        mark = scene.hits.covering(at, "speech-mark") if at >= 0 else None
        if mark and scene.text.words[mark.last - 1].form.endswith(("كان", "كانت", "قد")):
            return True
    return False


def speech_verbs(hits: Hits, found: Sequence[Hit]) -> Iterator[Hit]:
    """The verbs of speech among those found; one with a pronoun on it only where it acts on somebody.

    "Which is thought to be theirs" says whose something is, and not who says it.
    """
    for verb in found:
        if hits.at(verb.first, "membership") or _is_tie(hits, verb):
            continue
        as_said = hits.covering(verb.first - 1, "attribution") if verb.first and verb.enclitic else None
        if not verb.enclitic or as_said or verb.value["hint"] != "reports" or verb.value.get("tells"):
            yield verb


def _is_tie(hits: Hits, verb: Hit) -> bool:
    """ "A centre that belongs to (تابع ل) the ministry", which is spelt like "went on"."""
    link = hits.at(verb.first, "speaker-link")
    behind = hits.starting(verb.last) if link and link.id == "belonging-to" else ()
    return any(hit.proclitics.startswith("ل") for hit in behind)


def _subject(scene: Scene, at: int) -> Phrase | None:
    """A phrase without "to" written onto it."""
    phrase = phrase_at(scene, at)
    word = scene.text.words[at]
    return None if phrase and word.start < phrase.span.start < word.end else phrase


def _two(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """A second speaker joined by "and": "officials and security sources"."""
    at = phrase.last
    words = scene.text.words
    if at < len(words) and words[at].gap == " ":
        second = phrase_at(scene, at)
        joined = words[at].form.startswith("و") and second and second.span.start > words[at].start
        if second and joined and second.rule.startswith("speaker"):
            return [second]
        if other := _another(scene, phrase, at):
            return [other]
    return []


def _another(scene: Scene, phrase: Phrase, at: int) -> Phrase | None:
    """ "A security source and another, medical, one": told by no noun of its own."""
    other = scene.hits.at(at, "speaker-adjective")
    if (
        other is None
        or other.id != "another"
        or other.proclitics != "و"
        or other.last >= len(scene.text.words)
    ):
        return None
    quality = scene.text.words[other.last]
    if quality.gap != " " or not quality.form.endswith(("ي", "يه")):
        return None
    span = Span(other.span.start, quality.end)
    return Phrase(first=at, last=other.last + 1, span=span, kind=phrase.kind, rule=phrase.rule)


def _adjoins(scene: Scene, at: int) -> bool:
    """Whether a word goes on with the verb before it: what a quotation opens is said, not who says it.

    Nor is "as it said, 30 people" about who said it.
    """
    word = scene.text.words[at]
    if word.number and "," in word.gap:
        return False
    return ":" not in word.gap and not opens_long_quote(scene.text, at)


def _named(scene: Scene, at: int, verb: Hit) -> Phrase | None:
    kinds = ("speaker-stop", "speech-mark", "speech-object", "speaker", "event")
    blocked = any(scene.hits.at(at, kind) for kind in kinds) and not is_called_so(scene.text, at)
    attributed = verb.first > 0 and scene.hits.covering(verb.first - 1, "attribution") is not None
    if blocked or scene.text.words[at].number:
        return None
    accuser = accuser_at(scene, at) if verb.value["hint"] == "accuses" else None
    return accuser or unknown_name_at(scene, at, attributed=attributed)


def _before(scene: Scene, verb: Hit, first: int) -> Iterator[Phrase]:
    """Who stands between "had" and the verb, or else who ends nearest before the verb."""
    found: Phrase | None = None
    whole = first
    for at in range(max(first, verb.first - 14), verb.first):
        mark = scene.hits.at(at, "speech-mark")
        if mark and was_ends(scene.text, mark) and mark.last < verb.first:
            subject = phrase_at(scene, mark.last) or _plain_name(scene, mark.last, verb.first)
            if subject:
                yield subject
                return
        phrase = phrase_at(scene, at) if at >= whole else None
        whole = phrase.last if phrase else whole
        if phrase and verb.first - 3 <= phrase.last <= verb.first:
            found = phrase if may_be_subject(scene.text, scene.hits, phrase.last, verb) else found
    if found:
        yield found


def _plain_name(scene: Scene, first: int, last: int) -> Phrase | None:
    """ "Salim had said": one to four unknown words between "had" and the verb."""
    words = range(first, last)
    known = ("speaker-stop", "speech-mark", "event", "toll", "speech")
    if len(words) > 4 or any(scene.hits.at(at, kind) for at in words for kind in known):
        return None
    return Phrase(
        first=first, last=last, span=scene.text.span(first, last), kind="person", rule="speaker/named"
    )


def _beside_attributions(scene: Scene) -> Iterator[Phrase]:
    plain = (
        hit
        for hit in scene.hits.of("attribution")
        if not hit.value.get("verb") and not _is_of_verb(scene, hit)
    )
    for hit in (*plain, *_from_whom(scene)):
        for at in range(hit.last, min(hit.last + 2, len(scene.text.words))):
            phrase = phrase_at(scene, at) or _quoted_person(scene, hit, at) or _unknown_source(scene, hit, at)
            if phrase:
                yield phrase
                yield from _two(scene, phrase)
                break


def _is_of_verb(scene: Scene, hit: Hit) -> bool:
    """ "Directed accusations at": the noun belongs to the verb's phrase."""
    verb = scene.hits.covering(hit.first, "speech")
    return verb is not None and verb.first < hit.first


def _unknown_source(scene: Scene, hit: Hit, at: int) -> Phrase | None:
    """ "According to the embassy": whoever stands there is relied on, but for a law, a plan or an order."""
    if hit.category != "attribution" or hit.id != "according" or at != hit.last:
        return None
    kinds = ("speech-mark", "speech-object", "speaker", "event", "number")
    if scene.text.words[at].gap != " " or any(scene.hits.at(at, kind) for kind in kinds):
        return None
    found = unknown_name_at(scene, at, attributed=True)
    return _without_to(scene, found) if found and found.last - found.first <= _SOURCE else None


def _without_to(scene: Scene, phrase: Phrase) -> Phrase:
    """The name without the "to" that "in accordance (وفقا) with" writes onto it."""
    form = scene.text.words[phrase.first].form
    length = 0 if not takes_to(scene, phrase.first) else 2 if form.startswith("لل") else int(form[0] == "ل")
    return structs.replace(phrase, span=Span(phrase.span.start + length, phrase.span.end))


def _quoted_person(scene: Scene, hit: Hit, at: int) -> Phrase | None:
    """ "From Salim Ali, head of the council, his saying (قوله) that …": a name that no lexicon knows."""
    if hit.category != "speech-mark" or at != hit.last:
        return None
    found = unknown_name_at(scene, at, attributed=True)
    stop = scene.hits.at(found.last, "speaker-stop") if found else None
    return found if stop and stop.id == "his-saying" else None


def _from_whom(scene: Scene) -> Iterator[Hit]:
    """The "from" after a verb that relays: "the agency relayed from a source"."""
    for verb in scene.hits.of("speech"):
        if verb.value.get("relays"):
            for at in range(verb.last, min(verb.last + _REACH, len(scene.text.words))):
                mark = scene.hits.at(at, "speech-mark")
                if mark and scene.text.words[at].form == "عن":
                    yield mark
                    break


_FINDERS = (_beside_verbs, _beside_attributions, before_colons, passers, credits_of_captions, _behind_blame)
