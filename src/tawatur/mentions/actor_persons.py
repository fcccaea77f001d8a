"""Persons: a title, perhaps whose they are, and a name of one to four words."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..lexicon import Hit
from ..model.mentions import Actor
from ..model.spans import Span
from .actor_bodies import adjective_party, owner_at
from .actor_people import people_at
from .actor_scene import Scene

_APART = 1
_LONGEST = 4
_NOT_NAMES = ("thing", "weapon", "event", "tie", "role", "toll", "quality", "body", "subset")
_FUSED = ("بال", "لل", "وال", "فال")
_NAMES = 6
"""Words of two names."""
_INITIALS = 4


def person_at(scene: Scene, word: int) -> Actor | None:
    """A titled and named person at a word."""
    title = scene.at(word, "title")
    if title is None or (title.id == "journalist" and _is_adjective(scene, title)):
        return None
    after, party = _side(scene, title)
    last = _end_of_party(scene, title) or name_end(scene, after)
    if last - after < 2:
        return None
    end = scene.text.words[last - 1].end
    party = party or _of_body_after(scene, last) or _apposed(scene, last)
    return Actor(
        span=Span(title.span.start, end),
        whole=Span(title.span.start, end),
        first=title.first,
        last=last,
        rule=f"actor/title/{title.id}{'+owner' if party else ''}",
        party=party or _usual(scene, title),
        head="person",
        low=1,
        high=1,
        counted=True,
        kind="combatants" if party else title.value["kind"],
        definite=True,
    )


def _end_of_party(scene: Scene, title: Hit) -> int:
    """The word after a party that is named by its leader: "the retired general A B", and no word further."""
    names = scene.all_at(title.first, "actor")
    return names[0].last if names and names[0].last > title.last + 1 else 0


def _of_body_after(scene: Scene, word: int) -> str | None:
    """ "Sergeant A B, may God have mercy on him, of the force C"."""
    while (aside := _aside(scene, word)) is not None:
        word = aside
    if scene.at(word, "tie"):
        body = owner_at(scene, word, annexed=False, people=True)
        return body.party if body else None
    return None


def _apposed(scene: Scene, word: int) -> str | None:
    """ "A B, one of the members of C", "A B, a commander in C": what is said of the person behind a comma."""
    if word >= scene.text.sentence_of(word - 1).last or scene.text.words[word].gap.strip() not in (",", ""):
        return None
    one = scene.at(word, "one-of")
    at = one.last if one else word
    if not scene.at(at, "person") or scene.form(word).startswith("و"):
        return None
    said = people_at(scene, at, None, at)
    return said.party if said and said.rule.endswith("+owner") and said.kind == "combatants" else None


def _aside(scene: Scene, word: int) -> int | None:
    """The word after a blessing or an age that starts at a word."""
    if word >= scene.text.sentence_of(word - 1).last or "," in scene.text.words[word].gap:
        return None
    if scene.text.words[word].number:
        return word + 1
    aside = scene.at(word, "name-aside")
    return aside.last if aside else None


def with_shared_bodies(found: Sequence[Actor]) -> Iterator[Actor]:
    """ "Sergeant A and Corporal B of the force C": both are of it."""
    for number, actor in enumerate(found):
        after = next(_listed_after(found, number), None)
        yield replace(actor, party=after.party, kind="combatants") if after else actor


def _listed_after(found: Sequence[Actor], number: int) -> Iterator[Actor]:
    """The one of a list of titled persons who is told with a body, if this one is not."""
    for before, actor in zip(found[number:], found[number + 1 :], strict=False):
        if not _is_titled(before) or not _is_titled(actor) or actor.first - before.last > _APART:
            return
        if before.rule.endswith("+owner"):
            return
        if actor.rule.endswith("+owner"):
            yield actor


def _is_titled(actor: Actor) -> bool:
    return actor.rule.startswith("actor/title/") and actor.kind == "combatants"


def _is_adjective(scene: Scene, title: Hit) -> bool:
    """ "The media centre": a title that qualifies the definite noun before it."""
    definite = all(scene.form(word).startswith("ال") for word in (title.first - 1, title.first))
    return definite and scene.joined(title.first)


def _side(scene: Scene, title: Hit) -> tuple[int, str | None]:
    """Whose the person is, where it stands between title and name: (word of the name, party)."""
    quality = scene.at(title.last, "quality")
    word = quality.last if quality else title.last
    if scene.joined(word) and (side := adjective_party(scene, word, title.value.get("role"))):
        return side if scene.at(word, "nation") is None or _is_armed(title) else (side[0], None)
    body = owner_at(scene, word, annexed=False, people=True)
    return (body.last, body.party) if body else (word, None)


def _is_armed(title: Hit) -> bool:
    """Whether a nation behind a title says whose forces its bearer is of: not of "the young Palestinian A"."""
    return bool(title.value.get("role")) or title.value["kind"] == "combatants"


def _usual(scene: Scene, title: Hit) -> str:
    value = title.value
    role = value.get("role")
    if role:
        return scene.setting.holder_at(role, title.first) or "unknown"
    if value.get("inherits"):
        return scene.last_armed(title.first) or "unknown"
    return str(value["party"])


def name_end(scene: Scene, word: int) -> int:
    """The word after the name that starts at a word: four words at most, particles of names not counted."""
    last, counted = word, 0
    while counted < _LONGEST and _goes_on(scene, last, counted):
        counted += scene.at(last, "name-part") is None
        last += 1
        if scene.form(last - 1).startswith("ال") and counted > 1:
            break
    return last


def _goes_on(scene: Scene, word: int, counted: int) -> bool:
    form = scene.form(word)
    if not form or not scene.joined(word) or scene.text.words[word].number:
        return False
    if scene.at(word, "name-end") or form.startswith(_FUSED) or set(scene.text.words[word].gap) & set("()"):
        return False
    if any(scene.at(word, category) for category in _NOT_NAMES) or _lies_in(scene, word):
        return False
    if counted and form.startswith("و"):
        return False
    return len(form) > 1


def _lies_in(scene: Scene, word: int) -> bool:
    """ "In the province of" (بمحافظة): behind the name of a place that opens like a title ("الشيخ زويد")."""
    noun = scene.at(word, "place-noun")
    return noun is not None and "ب" in noun.proclitics


def are_named(scene: Scene, hit: Hit) -> bool:
    """ "(Arrested …) the Lebanese (pl.) A B and C D": nationals behind whom two names stand."""
    before = hit.first - 1
    if hit.features.isdisjoint(("pl", "dual")) or before < 0 or scene.form(before).startswith("ال"):
        return False
    words, last = scene.text.words, min(scene.text.sentence_of(hit.first).last, hit.last + _NAMES)
    names = [
        at for at in range(hit.last, last) if not scene.hits.starting(at) or scene.at(at, "place-common")
    ]
    several = any(words[at].form.startswith("و") for at in names[1:])
    return several and names[:2] == [hit.last, hit.last + 1] and not words[hit.last].gap.strip()


def has_initials(scene: Scene, word: int) -> bool:
    """ "The Syrian (A.B.)": a person named only by letters in brackets."""
    if word >= len(scene.text.words):
        return False
    letters = scene.text.words[word]
    return "(" in letters.gap and letters.end - letters.start > len(letters.form) <= _INITIALS
