"""How far the words reach that name a speaker."""

from collections.abc import Callable

from msgspec import structs

from ..lexicon import Hit
from ..model.mentions import Actor
from ..model.spans import Span
from ..text import Text
from .quotations import (
    closed,
    opened,
    opens_long_quote,
    opens_quote,
    opens_speech,
    quoted_end,
    quoted_name_end,
)
from .speaker_scene import Phrase, Scene
from .speech_subjects import is_called_so

_ADJECTIVE_ENDINGS = ("ي", "يه", "يا", "يون", "يين", "يان", "يتين")
_PLACING = ("في", "من", "ب", "لدي")
_STOPPING = frozenset(("speaker-stop", "speech", "speech-participle", "attribution", "event", "place-noun"))
_NEAR = frozenset(' \n"()[]-/')
_PEOPLE = ("source", "witness", "official", "media", "page")
_NAMED_WHOLE = ("rescuers", "observatory")
"""Heads that are whole names of bodies."""


def phrase_at(scene: Scene, at: int) -> Phrase | None:
    """The phrase that starts at a word, if its head is known: a name, a body of an actor, an office."""
    if at >= len(scene.text.words):
        return None
    link = scene.hits.at(at, "speaker-link")
    if link and link.id == "the-same":
        named = phrase_at(scene, link.last)
        return structs.replace(named, first=at) if named else None
    if link and link.id == "some-of" and not scene.hits.at(at, "speaker"):
        return _some_of(scene, link)
    name, head = scene.hits.at(at, "speaker-name"), scene.hits.at(at, "speaker")
    actor = scene.actors.get(at)
    if head and head.value["tail"] == "statement":
        return _whose_statement(scene, head)
    if name and (not head or name.last >= head.last):
        return _of_hit(scene, name, _with_short_name(scene, name.last))
    if actor and actor.head == "body" and (not head or head.value["tail"] == "body"):
        return _of_actor(scene, actor, head)
    if head:
        return None if _is_no_subject(scene, head) else _of_head(scene, head)
    return _of_actor(scene, actor, None) if actor and actor.head in ("body", "class") else None


def _some_of(scene: Scene, link: Hit) -> Phrase | None:
    """ "A number of eyewitnesses": people are meant, so not "some of" a body of which there is but one."""
    named = phrase_at(scene, link.last)
    if named is None or named.kind not in _PEOPLE:
        return None
    return structs.replace(named, first=link.first, span=Span(link.span.start, named.span.end))


def _is_no_subject(scene: Scene, head: Hit) -> bool:
    """An indefinite accusative, but for "that (أن) a source"; "Sunday", and "one of these", who is meant."""
    if head.id == "one-of":
        return head.definite or stops_at(scene, head.last)
    mark = scene.hits.covering(head.first - 1, "speech-mark") if head.first else None
    after_that = mark is not None and mark.id in ("complement", "but")
    return "acc" in head.features and not head.definite and not after_that


def _with_short_name(scene: Scene, at: int) -> int:
    """Past the agency's short name, where it follows in quotation marks."""
    for word in range(at, min(at + 3, len(scene.text.words))):
        name = scene.hits.at(word, "speaker-name")
        if name and '"' in scene.text.words[word].gap:
            return name.last
    return at


def says_something(scene: Scene, at: int) -> bool:
    words = scene.text.words
    if at >= len(words):
        return False
    mark = scene.hits.at(at, "speech-mark")
    return opens_speech(words[at].gap) or (mark is not None and mark.id == "complement")


def was_ends(text: Text, mark: Hit) -> bool:
    """Whether a mark ends on "was", behind which the subject of a past perfect stands."""
    return text.words[mark.last - 1].form.endswith(("كان", "كانت"))


def _of_hit(scene: Scene, hit: Hit, last: int) -> Phrase:
    span = Span(hit.span.start, scene.text.words[last - 1].end)
    return Phrase(
        first=hit.first,
        last=last,
        span=closed(scene.text.body, span),
        kind=hit.value["kind"],
        rule=hit.rule,
        party=hit.value.get("party"),
    )


def _of_actor(scene: Scene, actor: Actor, head: Hit | None) -> Phrase:
    words = scene.text.words
    last = actor.last
    if actor.head == "class" and not words[actor.first].form.startswith(("ال", "وال")):
        last = words_run(scene, last, 2, lambda at: words[at].form.startswith("ال"))
    span = Span(actor.span.start, max(actor.span.end, words[last - 1].end))
    span = closed(scene.text.body, opened(scene.text.body, span))
    kind = "witness" if actor.head == "class" and actor.kind == "civilians" else "body"
    party = actor.party if actor.head == "body" else None
    return Phrase(first=actor.first, last=last, span=span, kind=kind, rule=actor.rule, party=party)


def _of_head(scene: Scene, head: Hit) -> Phrase | None:
    own_name = scene.hits.at(head.last, "speaker-name")
    if own_name and head.value["tail"] == "name" and not own_name.proclitics:
        return structs.replace(
            _of_hit(scene, own_name, own_name.last),
            first=head.first,
            span=closed(scene.text.body, Span(head.span.start, own_name.span.end)),
        )
    last = (_person_tail if _is_named_person(scene, head) else _TAILS[head.value["tail"]])(scene, head)
    if head.value.get("named") and "pl" not in head.features and not _is_quoted(scene, head.last):
        return None
    found = _shortest(scene, _of_hit(scene, head, last))
    owners = (head, *scene.hits.starting(head.last))
    ours = head.id == "correspondent" and any(hit.enclitic == "نا" for hit in owners)
    return structs.replace(found, rule="speaker/own") if ours else found


def _is_named_person(scene: Scene, head: Hit) -> bool:
    """ "The activist Salim": one definite person with a word behind that is no adjective."""
    if head.id != "activist" or not head.definite or "pl" in head.features:
        return False
    return _joined(scene, head.last) and not scene.text.words[head.last].form.startswith("ال")


def _is_quoted(scene: Scene, at: int) -> bool:
    return at < len(scene.text.words) and '"' in scene.text.words[at].gap


def _shortest(scene: Scene, phrase: Phrase) -> Phrase:
    """Rank and name alone, where many offices stand before them."""
    if phrase.last - phrase.first <= 12:
        return phrase
    for at in range(phrase.first + 4, phrase.last - 1):
        rank = scene.hits.at(at, "speaker")
        if rank and rank.id == "rank":
            span = closed(scene.text.body, scene.text.span(at, phrase.last))
            return structs.replace(phrase, span=span)
    return phrase


def _whose_statement(scene: Scene, head: Hit) -> Phrase | None:
    """The body whose statement it is: "a statement of the army", "issued by the ministry"."""
    words = scene.text.words
    unnamed = _unnamed_body(scene, head)
    for at in range(head.last, min(head.last + 4, len(words))):
        if any(mark in words[at].gap for mark in ',:"'):
            return unnamed
        found = phrase_at(scene, at)
        if found and not (unnamed and at >= unnamed.last):
            return structs.replace(found, first=head.first)
        if stops_at(scene, at) and scene.hits.covering(at, "attribution") is None and words[at].form != "عن":
            return unnamed
    return unnamed


def _unnamed_body(scene: Scene, head: Hit) -> Phrase | None:
    """ "The statement of the Interior": a definite word that no lexicon knows."""
    at = head.last
    last = words_run(scene, at, 4, lambda word: scene.text.words[word].form.startswith("ال"))
    if last == at or head.definite:
        return None
    return Phrase(first=head.first, last=last, span=scene.text.span(at, last), kind="body", rule=head.rule)


def _joined(scene: Scene, at: int) -> bool:
    return at < len(scene.text.words) and _NEAR.issuperset(scene.text.words[at].gap)


def stops_at(scene: Scene, at: int) -> bool:
    """Where no name goes on: the end, a verb of speech, an act, "which", "to him", a detached "to"."""
    if at >= len(scene.text.words):
        return True
    if is_called_so(scene.text, at):
        return False
    mark = scene.hits.at(at, "speech-mark")
    if scene.text.words[at].form == "ل" or (mark is not None and mark.id in ("copy", "text-follows")):
        return True
    statement = scene.hits.at(at, "speaker")
    if statement and statement.value["tail"] == "statement" and "acc" in statement.features:
        return True
    link = scene.hits.at(at, "speaker-link")
    is_tie = link is not None and link.id == "belonging-to"
    starting = (
        hit
        for hit in scene.hits.starting(at)
        if not (_is_another_word(hit) or (is_tie and hit.category == "speech"))
    )
    found = {hit.category: hit for hit in starting if hit.category in _STOPPING}
    if not found:
        return False
    if "place-noun" not in found:
        return True
    stop = found.get("speaker-stop")
    return (stop is not None and stop.id != "effect") or not found.keys() <= {
        "place-noun",
        "speaker-stop",
        "event",
    }


def _is_another_word(hit: Hit) -> bool:
    """ "God (الله)" is not "the to him": words that are none with letters written onto them."""
    return (hit.id == "own-name" and bool(hit.proclitics)) or (hit.id == "pronoun" and hit.definite)


def is_passer(scene: Scene, at: int) -> bool:
    """An agency or a channel that is told something: "to the agency"."""
    name, head = scene.hits.at(at, "speaker-name"), scene.hits.at(at, "speaker")
    return name is not None or (head is not None and head.value["kind"] in ("agency", "media"))


def _is_joined_head(scene: Scene, at: int) -> bool:
    """A second speaker joined by "and"."""
    head = scene.hits.at(at, "speaker")
    return head is not None and head.proclitics.startswith("و")


def words_run(scene: Scene, at: int, most: int, allow: Callable[[int], bool]) -> int:
    """The word after a run of at most so many joined words that neither stop nor are refused."""
    last = at
    while last < at + most and last < len(scene.text.words):
        if end := quoted_name_end(scene.text, last) or _whole_body(scene, at, last):
            last = end
            continue
        apart = (last > at and not _joined(scene, last)) or opens_long_quote(scene.text, last)
        if apart or (stops_at(scene, last) and not _is_named_after(scene, last)) or not allow(last):
            break
        last += 1
    return _without_hanging(scene, at, last)


def _whole_body(scene: Scene, at: int, word: int) -> int:
    """The end of a body's name behind an office, whatever its words: "spokesman of the army of the occupation"."""
    known, actor = scene.hits.at(word, "speaker"), scene.actors.get(word)
    named = known is not None and known.id in _NAMED_WHOLE and known.last - known.first > 1
    if named and known is not None and _joined(scene, word):
        return known.last
    behind = actor is not None and actor.head == "body" and _is_named_after(scene, word)
    return actor.last if behind and actor is not None else 0


def _without_hanging(scene: Scene, at: int, last: int) -> int:
    """A run does not end on "in" or "from"."""
    while last > at and scene.text.words[last - 1].form in _PLACING:
        last -= 1
    return last


def _is_object(scene: Scene, head: Hit, at: int) -> bool:
    """A definite word after an indefinite office with its adjective: "an official [blamed] the factions"."""
    words = scene.text.words
    adjective, form = words[at - 1].form, words[at].form
    if at != head.last + 1 or head.definite or adjective in _PLACING or scene.hits.at(at - 1, "place-noun"):
        return False
    known = scene.hits.at(at, "speaker")
    is_name = known is not None and known.id in ("rank", "spokesman")
    is_adjective = adjective.endswith(_ADJECTIVE_ENDINGS) and not adjective.startswith("ال")
    return is_adjective and form.startswith("ال") and not is_name


def _is_joined_on(scene: Scene, at: int) -> bool:
    """A body after "commander of" or with "of" written onto it."""
    return _is_named_after(scene, at) or scene.actors[at].span.start > scene.text.words[at].start


def _is_named_after(scene: Scene, at: int) -> bool:
    """ "Spokesman of the Operations": what follows "in the name of" is a body; "the minister" has his own."""
    link = scene.hits.at(at - 1, "speaker-link") if at > 0 else None
    return link is not None and not link.proclitics.endswith("ال")


def _is_named_after_command(scene: Scene, at: int) -> bool:
    """ "Commander of the Jazira operations": an army's command has a name that is also a channel's."""
    office = scene.hits.covering(at - 1, "speaker-office")
    return office is not None and office.last == at and office.id == "command"


def _source_tail(scene: Scene, head: Hit) -> int:
    """Adjectives, then "in" or "from" a place or body."""
    words = scene.text.words

    def is_adjective(at: int) -> bool:
        if is_passer(scene, at):
            return False
        known = scene.hits.at(at, "speaker-adjective")
        if at == head.last and head.id == "inhabitants" and words[at].form.startswith("ال"):
            return True
        if known is None:
            return words[at].form.endswith(_ADJECTIVE_ENDINGS) and len(words[at].form) > 2
        return known.id != "another" or not known.proclitics

    joined = _joined(scene, head.last)
    return _within_tail(scene, words_run(scene, head.last, 4, is_adjective) if joined else head.last)


def _within_tail(scene: Scene, at: int) -> int:
    words = scene.text.words
    if not _joined(scene, at) or words[at].form not in ("في", "من", "ب") or stops_at(scene, at):
        return at
    last = words_run(
        scene,
        at + 1,
        5,
        lambda word: not (words[word].number or is_passer(scene, word) or _is_joined_head(scene, word)),
    )
    return last if last > at + 1 else at


def _person_tail(scene: Scene, head: Hit) -> int:
    """Offices, bodies and names; one comma may stand between office and name."""
    words = scene.text.words

    def belongs(at: int) -> bool:
        if words[at].number or _is_joined_head(scene, at):
            return False
        if is_passer(scene, at) and not _is_named_after_command(scene, at):
            return False
        actor = scene.actors.get(at)
        if actor and actor.head == "body" and at > head.last and not _is_joined_on(scene, at):
            return words[at - 1].form in _PLACING
        if _is_object(scene, head, at):
            return False
        is_next = at == head.last and head.definite and not _is_named_after(scene, at)
        object_head = scene.hits.at(at, "speaker") if is_next else None
        return object_head is None or object_head.definite or object_head.value["tail"] != "body"

    if not _joined(scene, head.last):
        return _past_comma(scene, head.last, belongs)
    if head.id == "correspondent" and is_passer(scene, head.last):
        whose = phrase_at(scene, head.last)
        return whose.last if whose else head.last
    return _past_comma(scene, words_run(scene, head.last, 24, belongs), belongs)


def _past_comma(scene: Scene, at: int, belongs: Callable[[int], bool]) -> int:
    words = scene.text.words
    if at >= len(words) or words[at].gap.strip() not in (",", "-") or stops_at(scene, at):
        return at
    last = words_run(scene, at, 8, belongs)
    marked = last < len(words) and words[last].gap.strip()[:1] in (",", ":", '"')
    ends = marked or says_something(scene, last)
    return last if ends and last > at + 1 else at


def _body_tail(scene: Scene, head: Hit) -> int:
    """Adjectives and genitives; after a definite word only definite words and "of" go on."""
    words = scene.text.words

    def belongs(at: int) -> bool:
        form = words[at].form
        if words[at].number or form in ("في", "من", "لدي") or ")" in words[at].gap:
            return False
        if "(" in words[at].gap and head.value["tail"] != "name":
            return at == head.last and head.id == "group"
        before = words[at - 1].form
        definite = before.startswith(("ال", "لل"))
        first = at == head.last and not (head.last - head.first > 1 and definite)
        return first or not definite or form.startswith(("ال", "ل", "وال"))

    full = scene.hits.at(head.last, "speaker")
    if full and full.last - full.first > 1 and full.value["kind"] == "monitor":
        return full.last
    return words_run(scene, head.last, 7, belongs) if _joined(scene, head.last) else head.last


def _name_tail(scene: Scene, head: Hit) -> int:
    words = scene.text.words
    last = _body_tail(scene, head)
    for at in range(head.last, min(last + 1, len(words))):
        if opens_quote(words[at].gap) and _joined(scene, at):
            return quoted_end(scene.text, at)
    return last + 1 if last < len(words) and words[last].number and words[last].gap == " " else last


_TAILS: dict[str, Callable[[Scene, Hit], int]] = {
    "source": _source_tail,
    "person": _person_tail,
    "body": _body_tail,
    "name": _name_tail,
}
