"""Words and numbers that set an act apart from those already told."""

from .drafts import Draft
from .grammar import can_act
from .likes import is_another, ordinal_after
from .scene import Scene

_OPENING = 5
"""Words from "in" that opens a sentence to the name of the place."""
_DOER = 4
"""Words between "another patrol" and what it did."""


def is_told_apart(scene: Scene, draft: Draft) -> bool:
    """Words that set an act beside those already told: "another", "also", "earlier"."""
    apart = (
        _is_another,
        _is_in_another,
        _tells_of_before,
        _is_further,
        _is_added,
        _came_before,
        _opens_story,
        _answers_back,
    )
    return any(is_so(scene, draft) for is_so in apart)


def _is_another(scene: Scene, draft: Draft) -> bool:
    """ "Another attack": no act told before."""
    anchor = draft.anchor
    if anchor is None:
        return False
    if anchor.is_verb:
        return bool(scene.hits_in("again", max(draft.frames[0].start, anchor.first - _DOER), anchor.first))
    return is_another(scene, anchor)


def _is_in_another(scene: Scene, draft: Draft) -> bool:
    """ "A woman was hurt in another incident (بحادث آخر), by a mine"."""
    frame = draft.frames[0]
    return bool(scene.hits_in("another-case", frame.start, frame.end))


def _tells_of_before(scene: Scene, draft: Draft) -> bool:
    """ "Earlier the militia shelled …": the sentence opens with an act before those just told."""
    first = scene.text.sentences[draft.sentence].first
    recalls = (hit for hit in scene.hits_in("recall", first, first + 1) if hit.last - hit.first > 1)
    return any(
        other.category == "event" and "past" in other.features
        for hit in recalls
        for other in scene.hits.starting(hit.last)
    )


def _is_further(scene: Scene, draft: Draft) -> bool:
    """ "The forces also shelled …": a verb of an act with "also" right behind it."""
    frame = draft.frames[0]
    return any(
        hit.features & {"past", "present"} and hit.category in ("event", "role")
        for also in scene.hits_in("also", frame.start, frame.last)
        for hit in scene.hits.starting(also.first - 1)
    )


def _is_added(scene: Scene, draft: Draft) -> bool:
    """ "Also (كذلك) gunmen attacked"; "as it also shelled B": "as" before the verb of an act with its own place."""
    anchor = draft.anchor
    if anchor is None or not anchor.is_verb or anchor.first == 0:
        return False
    before = anchor.first - 1
    if scene.hits.at(before, "also") is not None:
        return True
    joint = scene.hits.covering(before, "shift") if anchor.strength and draft.place else None
    return joint is not None and joint.value == "clause" and joint.last == anchor.first


def opens_elsewhere(scene: Scene, draft: Draft) -> bool:
    """ "And in A, the camp of B saw a shelling": the sentence opens with a place before its act."""
    sentence = scene.text.sentences[draft.sentence]
    opened = scene.hits.at(sentence.first, "particle")
    if opened is None or opened.value != "in":
        return False
    places = scene.places(sentence.first, sentence.first + _OPENING)
    return any(place.whole.start <= scene.text.words[opened.last].start for place in places)


def other_number(scene: Scene, a: Draft, b: Draft) -> bool:
    """ "The first attack", "the second": told apart by their numbers."""
    ours, theirs = _ordinals(scene, a), _ordinals(scene, b)
    return bool(ours and theirs and not ours & theirs)


def _ordinals(scene: Scene, draft: Draft) -> set[int | None]:
    anchors = (anchor for frame in draft.frames for anchor in frame.anchors)
    return {number.low for anchor in anchors if (number := ordinal_after(scene, anchor))}


def different_persons(scene: Scene, a: Draft, b: Draft) -> bool:
    """Each tells the death of one named person, and the names share no word."""
    ours, theirs = _only_person(scene, a), _only_person(scene, b)
    return bool(ours and theirs and not ours & theirs)


def _only_person(scene: Scene, draft: Draft) -> frozenset[str]:
    """The words of the name of the one person whom a draft counts; empty where there are more, or none."""
    people = [actor for toll in draft.tolls if toll.slot == "killed" for actor in toll.people]
    if len(people) != 1 or people[0].head != "person":
        return frozenset()
    return frozenset(word.form for word in scene.text.words[people[0].first + 1 : people[0].last])


def _came_before(scene: Scene, draft: Draft) -> bool:
    """ "… hours after the killing of three": what time lies before the news is not the news."""
    clause = scene.clause_of(draft.first)
    return clause is not None and clause.link == "after"


def _opens_story(scene: Scene, draft: Draft) -> bool:
    """ "On the other hand seven people were killed": a toll that opens another story."""
    clause = scene.clause_of(scene.text.sentences[draft.sentence].first)
    return draft.anchor is None and clause is not None and clause.link == "shift"


def _answers_back(scene: Scene, draft: Draft) -> bool:
    """ "And the fighters answered (ورد) with shells": the sentence opens with the answer of an armed body."""
    start = scene.text.sentences[draft.sentence].first
    answer = scene.hits.at(start, "answers")
    return answer is not None and any(can_act(actor) for actor in scene.actors(answer.last, answer.last + 1))
