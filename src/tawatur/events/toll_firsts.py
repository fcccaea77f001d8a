"""The one told first whom no lexicon knows: "the head of A was killed, and two of his guards"."""

from msgspec.structs import replace

from ..lexicon import Hit
from .further_counts import with_also_named
from .grammar import is_joined
from .people import People
from .people_names import is_name
from .scene import Scene
from .toll_people import a_named_one

_FIRST = 10
"""Words of an office, a name and where that was, before those joined to the one told first."""
_SOME = 2
_KIN = "relatives"
_SEVERAL = ("ون", "ين", "ان", "ات", "وا")
_TELLING = ("toll", "result", "cause", "speech", "subset", "event")
_NO_NOUN = (
    "particle",
    "place",
    "date",
    "number-bound",
    "toll",
    "result",
    "cause",
    "others",
    "also",
    "manner",
)


def with_those_beside(scene: Scene, hit: Hit, people: People | None) -> People | None:
    """Those counted, with whom the words before and behind them add."""
    return with_also_named(scene, _with_number_behind(scene, _with_unknown_first(scene, hit, people)))


def _with_unknown_first(scene: Scene, hit: Hit, people: People | None) -> People | None:
    """Those counted, and the one before them to whom "and" or "with" joins them."""
    if people is None or not _goes_on(scene, hit, people) or not _opens_with_one(scene, hit.last):
        return people
    low, high = people.low, people.high
    return replace(
        people, low=None if low is None else low + 1, high=None if high is None else high + 1, first=hit.last
    )


def _goes_on(scene: Scene, hit: Hit, people: People) -> bool:
    """Whether those counted are joined to somebody before them, with nothing else told between."""
    if not 0 < people.first - hit.last <= _FIRST or hit.enclitic or hit.value.get("people") == "self":
        return False
    last = people.first if _are_theirs(scene, people) else people.first + 1
    if any("," in word.gap for word in scene.text.words[hit.last : last]):
        return False
    tied = _is_with(scene, people.first)
    if any(scene.hits_in(kind, hit.last, people.first - tied) for kind in _TELLING):
        return False
    return tied or _is_joined(scene, people.first)


def _are_theirs(scene: Scene, people: People) -> bool:
    """ "(The father,) and three of his children": told by a pronoun of the one before."""
    nouns = scene.hits_in("person", people.first, people.last)
    return any(noun.enclitic or noun.id == _KIN for noun in nouns)


def _is_joined(scene: Scene, word: int) -> bool:
    """ "And two", "and his son": written onto a number or kin, and not the letter that a word begins with."""
    if not is_joined(scene, word):
        return False
    hits = scene.hits_in("person", word, word + 1)
    return bool(scene.numbers(word, word + 1)) or any(hit.proclitics == "و" and hit.enclitic for hit in hits)


def _is_with(scene: Scene, word: int) -> bool:
    before = scene.hits.at(word - 1, "role")
    return before is not None and before.value == "with"


def _opens_with_one(scene: Scene, word: int) -> bool:
    """Whether a noun or a name in the singular stands right behind the word that kills or hurts."""
    form = scene.text.words[word].form
    if scene.text.words[word].number or form.endswith(_SEVERAL) or scene.text.words[word].gap.strip():
        return False
    if scene.numbers(word, word + 1) or scene.dates(word, word + 1) or scene.places(word, word + 1):
        return False
    return not any(hit.category in _NO_NOUN for hit in scene.hits.starting(word))


def named_beyond(scene: Scene, hit: Hit) -> People | None:
    """ "In which (فيها) A B was killed", "at dawn A B fell": a name of two words behind when and where."""
    last = scene.text.sentence_of(hit.first).last
    word = _past_circumstances(scene, hit.last, min(last, hit.last + _FIRST))
    if word == hit.last or word + 1 >= last or scene.text.words[word + 1].gap.strip():
        return None
    return a_named_one(scene, hit.up_to(word)) if is_name(scene, word) and is_name(scene, word + 1) else None


def _past_circumstances(scene: Scene, word: int, last: int) -> int:
    """The first word behind dates, and what tells by a pronoun when and how."""
    while word < last:
        manner = scene.hits.at(word, "manner")
        ends = [date.last for date in scene.dates(word, word + 1) if date.first == word]
        end = max((*ends, manner.last if manner else word))
        if end == word:
            return word
        word = end
    return word


def _with_number_behind(scene: Scene, people: People | None) -> People | None:
    """ "Killed those in it, four in number (وعددهم أربعة)": people told before their number."""
    if people is None or people.high is not None or people.low != _SOME:
        return people
    end = min(scene.text.sentence_of(people.first).last, people.last + _FIRST)
    told = next(iter(scene.hits_in("numbering", people.last, end)), None)
    number = scene.first_number(told.last, told.last + 1) if told else None
    if told is None or number is None or number.ordinal or number.first != told.last:
        return people
    if any(scene.hits_in(kind, people.last, told.first) for kind in _TELLING):
        return people
    told_as = scene.first_actor(number.first, number.last + 1)
    actors = (told_as,) if told_as and told_as.counted else people.actors
    return replace(people, low=number.low, high=number.high, actors=actors, last=number.last)
