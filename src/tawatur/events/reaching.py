"""Which happening a voice speaks of that names it only by "the attack", "the dead" or its place."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..lexicon import Hit
from ..text import fold_phrase
from .drafts import Draft
from .frames import Frame
from .scene import Scene
from .voices import Voice

_NEAR = 3
"""How many sentences back a plain report still speaks of the same happening."""
_OPENING = 16
_FIRST = 1
_DETAILS = ("reports", "accuses", "confirms")
_NAMED = ("told", "continued")
_MANY = 99
_BODIES = ("killed", "injured")
_PEOPLE = (*_BODIES, "both")
_GENERIC = ("armed_attack", "other_violence")
_PLURAL = ("armed_clash", "air_strike", "shelling", "protest")
"""Kinds of which one happening is told in the plural: clashes, raids."""
_VIOLENT = ("ground", "blast", "bombardment")


def reaching_back(
    scene: Scene, drafts: Sequence[Draft], totals: Sequence[Draft], voices: Sequence[Voice]
) -> list[Voice]:
    """The voices, each with the stretches told elsewhere that it speaks of."""
    counted = [frame for total in totals for frame in total.frames]
    found = [
        voice
        if voice.hint != "claims" and any(_meets(voice, frame) for frame in counted)
        else _reaching(scene, drafts, voices, voice)
        for voice in voices
    ]
    return [*found, *_summed_up(scene, drafts, totals, voices), *_from_the_lead(scene, drafts, voices)]


def names_author(scene: Scene, voice: Voice) -> bool:
    """Whether a voice may name the author of what is told elsewhere: it claims it, or blames somebody for "it"."""
    if voice.hint != "accuses":
        return voice.hint == "claims"
    words = [*_event_words(scene, voice)]
    return bool(words) and all(_is_known(word, voice) and _number(scene, word) == 1 for word in words)


def _from_the_lead(scene: Scene, drafts: Sequence[Draft], voices: Sequence[Voice]) -> Iterator[Voice]:
    """Who tells the second sentence, and the same kind of act at the same place there, tells the opening one."""
    second = next((v for v in voices if _speaks_second(scene, v)), None)
    if second is None or not second.chain or second.reach != "told" or second.hint != "reports":
        return
    told = {str(hit.value["type"]) for hit in scene.hits_in("event", *second.scope)}
    lead = [
        d
        for d in drafts
        if all(scene.opens(f.sentence) for f in d.frames) and d.type in told and not d.background
    ]
    about = tuple((f.first, f.last) for one in _at_its_place(scene, lead, second) for f in one.frames)
    if about:
        yield replace(second, reach="summary", elsewhere=about)


def _speaks_second(scene: Scene, voice: Voice) -> bool:
    return scene.opening is not None and scene.text.sentence_number(voice.scope[0]) == scene.opening + 1


def _summed_up(
    scene: Scene, drafts: Sequence[Draft], totals: Sequence[Draft], voices: Sequence[Voice]
) -> Iterator[Voice]:
    """Who tells the opening total of several attacks tells those of them that nobody else tells."""
    for total in totals:
        if not scene.opens(total.sentence) or total.anchor is None:
            continue
        family = scene.family(total.type)
        parts = [d for d in drafts if scene.family(d.type) == family and not d.background and d.place]
        about = tuple((frame.first, frame.last) for part in parts for frame in part.frames)
        for voice in voices:
            if len(parts) > 1 and voice.reach == "told" and any(_meets(voice, f) for f in total.frames):
                yield replace(voice, reach="summary", scope=voice.scope, elsewhere=about)


def _reaching(scene: Scene, drafts: Sequence[Draft], voices: Sequence[Voice], voice: Voice) -> Voice:
    if voice.reach != "told" or not (voice.chain or voice.hint == "accuses"):
        return voice
    inside = [d for d in drafts if any(_meets(voice, frame) for frame in d.frames)]
    several = voice.hint != "reports" and any(_number(scene, word) > 1 for word in _event_words(scene, voice))
    if inside and not several and voice.hint != "confirms":
        return voice
    near = _before(scene, drafts, voice)
    told = [d for d in near if any(_same_speaker(voice, v) and _tells(v, d) for v in voices)]
    targets = _targets(scene, drafts, [*told, *(d for d in near if not _among(d, told))], voice)
    targets = targets or ([] if inside else _gives_details(scene, near, voices, voice))
    about = tuple((f.first, f.last) for d in targets if not _among(d, inside) for f in d.frames[:1])
    return replace(voice, elsewhere=about) if about else voice


def _gives_details(
    scene: Scene, near: Sequence[Draft], voices: Sequence[Voice], voice: Voice
) -> Sequence[Draft]:
    """ "A shell fell on a house. A neighbour said that the family slept": of what nobody else tells just before.

    In another paragraph only of what opens the report.
    """
    start = scene.text.sentence_of(voice.scope[0]).first
    here = scene.text.sentence_number(start)
    opens = any(paragraph.first == start for paragraph in scene.text.paragraphs)
    if voice.hint not in _DETAILS or (opens and not _speaks_second(scene, voice)) or not _opens(scene, voice):
        return []
    told = [d for d in near if d.frames[-1].sentence == here - 1 and not d.background]
    return [d for d in told if not any(v.chain and v.reach in _NAMED and _tells(v, d) for v in voices)][:1]


def _opens(scene: Scene, voice: Voice) -> bool:
    """Whether the verb of speech opens its sentence; "they accuse" is what they always do."""
    first = scene.text.sentence_of(voice.scope[0]).first
    verbs = scene.hits_in("speech", first, first + 1) if voice.hint == "accuses" else ()
    return (
        not any("present" in verb.features for verb in verbs)
        and voice.verb.start <= scene.text.words[min(first + _FIRST, len(scene.text.words) - 1)].start
    )


def _same_speaker(voice: Voice, other: Voice) -> bool:
    if not voice.chain or not other.chain or other.scope[0] >= voice.scope[0]:
        return False
    return other.chain[0].name == voice.chain[0].name


def _tells(voice: Voice, draft: Draft) -> bool:
    return any(_meets(voice, frame) for frame in draft.frames)


def _among(draft: Draft, drafts: Sequence[Draft]) -> bool:
    return any(draft is other for other in drafts)


def _meets(voice: Voice, frame: Frame) -> bool:
    start, end = voice.scope
    return frame.first < end and start < frame.last


def _targets(scene: Scene, drafts: Sequence[Draft], near: Sequence[Draft], voice: Voice) -> Sequence[Draft]:
    """What the words of a voice mean: by its place, by the kind of its event word, the nearest first."""
    named = _at_its_place(scene, near, voice)
    if voice.hint == "confirms" and named:
        return named[:1]
    word = next((w for w in _event_words(scene, voice) if _is_known(w, voice)), None)
    if word is None and (voice.refers_back or not voice.chain or _denies_it(scene, voice)):
        return _just_told(scene, near, voice)
    if word is None and voice.hint == "claims":
        return _announced(scene, drafts, voice)
    if word is None:
        return named[:1] or _with_its_weapon(scene, near, voice) or _with_people(scene, near, voice)
    hit_people = word.id == "those-hit"
    fitting = [d for d in near if _fits(scene, word, d) and not (hit_people and not d.tolls)]
    if _number(scene, word) == 1:
        return ([d for d in fitting if _among(d, named)] or fitting)[:1]
    if voice.hint == "reports":
        return [d for d in fitting if d.type == word.value["type"] and d.type in _PLURAL][:1]
    return fitting[: _number(scene, word)]


def _denies_it(scene: Scene, voice: Voice) -> bool:
    """ "The army denied the fall of …": an effect is denied, in whatever words."""
    if voice.hint != "denies":
        return False
    effects = (hit.id == "effect" for hit in scene.hits_in("speaker-stop", *voice.scope))
    return any(effects) or bool(scene.hits_in("event", *voice.scope) or scene.hits_in("toll", *voice.scope))


def _just_told(scene: Scene, near: Sequence[Draft], voice: Voice) -> Sequence[Draft]:
    """ "For it", "behind it": what the same sentence or the one before has told."""
    here = scene.text.sentence_number(voice.scope[0])
    return [d for d in near if any(here - 1 <= f.sentence <= here for f in d.frames)][:1]


def _announced(scene: Scene, drafts: Sequence[Draft], voice: Voice) -> Sequence[Draft]:
    """ "Two blasts that the group claimed": those that the next sentences tell one by one."""
    here = scene.text.sentence_number(voice.scope[0])
    for word in _event_words(scene, voice):
        if _number(scene, word) > 1 and _is_taken_up(scene, here + 1):
            later = [d for d in drafts if _is_told_within(d, here + 1, here + _NEAR)]
            return [d for d in later if _fits(scene, word, d)][: _number(scene, word)]
    return []


def _is_told_within(draft: Draft, first: int, last: int) -> bool:
    return any(first <= frame.sentence <= last for frame in draft.frames)


def _is_taken_up(scene: Scene, sentence: int) -> bool:
    """Whether a sentence opens with "the attacks", "the two blasts"."""
    if sentence >= len(scene.text.sentences):
        return False
    told = scene.text.sentences[sentence]
    acts = scene.hits_in("event", told.first, min(told.first + 6, told.last))
    return any(hit.definite for hit in acts)


def _before(scene: Scene, drafts: Sequence[Draft], voice: Voice) -> list[Draft]:
    """The happenings told before a voice, the nearest first; for a plain report only those close by."""
    start = voice.scope[0]
    here = scene.text.sentence_number(start)
    reach = _NEAR if voice.hint in ("reports", "shows") else here
    last = {
        n: max((f.sentence for f in d.frames if f.first < start), default=-1) for n, d in enumerate(drafts)
    }
    near = [n for n in range(len(drafts)) if 0 <= here - last[n] <= reach and last[n] >= 0]
    return [drafts[n] for n in sorted(near, key=lambda n: (last[n], n), reverse=True)]


def _event_words(scene: Scene, voice: Voice) -> Iterator[Hit]:
    """The nouns among a voice's words that name a happening; for a report, those that it opens with."""
    first, last = voice.scope
    last = min(last, first + _OPENING) if voice.hint == "reports" else last
    for hit in scene.hits_in("event", first, last):
        if hit.value["part"] == "noun":
            yield hit
    for hit in scene.hits_in("happening", first, last):
        if not hit.value.get("claimed") or voice.hint == "claims":
            yield hit


def _is_known(word: Hit, voice: Voice) -> bool:
    """ "The blast", "this attack", blamed for "killing him": it takes up something told before."""
    blamed = voice.hint == "accuses" and bool(word.enclitic)
    return word.definite or blamed or word.category == "happening"


def _fits(scene: Scene, word: Hit, draft: Draft) -> bool:
    """Whether a word can mean a happening: the same family, or a plain "attack" for any violence."""
    meant = word.value["type"]
    family = scene.family(draft.type)
    if meant is None or meant in _GENERIC:
        return family in _VIOLENT or (meant is None and family != "none")
    if meant == "unexplained_explosion":
        return family in ("blast", "bombardment")
    return scene.family(meant) == family or draft.type in _GENERIC


def _number(scene: Scene, word: Hit) -> int:
    """How many happenings a word can mean."""
    if word.category == "happening":
        return _MANY if word.value["many"] else 1
    noun = scene.hits.at(word.first, "speaker-stop")
    features = noun.features | word.features if noun else word.features
    if "dual" in features:
        return 2
    return _MANY if "pl" in features else 1


def _at_its_place(scene: Scene, near: Sequence[Draft], voice: Voice) -> list[Draft]:
    """The happenings told close by at the very place that the voice names."""
    names = {fold_phrase(p.name) for p in scene.places(*voice.scope) if p.level != "country"}
    forms = {word.form for word in scene.text.words[slice(*voice.scope)]}
    return [d for d in near if d.place and (fold_phrase(d.place.name) in names | forms)]


def _with_its_weapon(scene: Scene, near: Sequence[Draft], voice: Voice) -> list[Draft]:
    """ "They planted a device …": the nearest happening of the kind that the named means implies."""
    implied = {weapon.implies for weapon in scene.weapons(*voice.scope)} - {None}
    return [d for d in near if d.type in implied][:1]


def _with_people(scene: Scene, near: Sequence[Draft], voice: Voice) -> list[Draft]:
    """ "The dead belong to …": the nearest happening that has dead or injured."""
    hits = [
        h
        for h in scene.hits_in("toll", *voice.scope)
        if (h.definite or h.enclitic) and h.value["slot"] in _PEOPLE
    ]
    return [d for d in near if hits and any(t.slot in _BODIES for t in d.tolls)][:1]
