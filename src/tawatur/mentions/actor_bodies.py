"""Armed forces and groups: by name, by a generic noun with whose it is, and by anaphora."""

from typing import NamedTuple

from ..lexicon import Hit
from ..model.mentions import Actor, Place
from ..model.spans import Span
from .actor_scene import Scene, is_definite
from .quotations import quoted_end

_STEPS = ("tie", "person", "thing", "one-of")
"""What may stand between a tie and the body: "from (من) members of", "in one of the factions of"."""
_REBELS = "rebels"
_ARTICLE = "ال"
_FEMININE = "ه"


class Body(NamedTuple):
    """A body found at a word: its words, its party and the rule that says so."""

    first: int
    last: int
    span: Span
    party: str
    rule: str
    proclitics: str


def body_at(scene: Scene, word: int) -> Body | None:
    """The body that is spoken of at a word, the longest reading first."""
    longest = None
    for read in (_named, _quoted, _generic, _anaphor, _same):
        body = read(scene, word)
        if body and (longest is None or body.last > longest.last):
            longest = body
    return longest


def _named(scene: Scene, word: int) -> Body | None:
    hits = scene.all_at(word, "actor")
    if not hits:
        return None
    hit = hits[0]
    if _names_a_thing_again(scene, hit):
        return None
    back = _anaphor(scene, word) if any(h.value["in"] for h in hits) else None
    if back and back.last >= hit.last:
        return back
    party = scene.setting.choose([h.value for h in hits], word)
    return _body(hit, hit.last, hit.span, party, "actor/name") if party else None


def _names_a_thing_again(scene: Scene, hit: Hit) -> bool:
    """ "The base" that was named before as "the base of A": no body of that name."""
    thing = scene.at(hit.first, "thing")
    if thing is None or thing.last < hit.last:
        return False
    sentence = scene.text.sentence_of(hit.first)
    before = scene.hits.between("thing", sentence.first, hit.first)
    return any(other.id == thing.id and not other.definite for other in before)


def _body(hit: Hit, last: int, span: Span, party: str, rule: str) -> Body:
    return Body(hit.first, last, span, party, rule, hit.proclitics)


def _generic(scene: Scene, word: int) -> Body | None:
    """A generic noun: an adjective of nation or side decides, else what it meant before, else the country."""
    hit = next((h for h in scene.all_at(word, "body") if not h.value.get("quoted")), None)
    if hit is None:
        return None
    role = hit.value["role"]
    if hit.value.get("own"):
        return _own(scene, hit)
    if hit.value.get("numbered"):
        return _numbered(scene, hit)
    if hit.value.get("ministry") and not _is_ministry(scene, hit):
        return None
    owner = adjective_after(scene, hit.last, role)
    if owner and _agrees(scene, hit, owner[0]):
        last, party = owner
        scene.body_parties[hit.id] = party
        return _body(hit, last, _stretched(scene, hit, last), party, f"actor/{hit.id}+adjective")
    if (state := _state_after(scene, hit)) is not None:
        party = scene.setting.nationals(state.value["country"], role)
        return _body(hit, state.last, _stretched(scene, hit, state.last), party, f"actor/{hit.id}+state")
    if (place := _place_after(scene, hit)) is not None:
        party = scene.setting.nationals(str(place.country).lower(), role)
        return _body(hit, place.last, _stretched(scene, hit, place.last), party, f"actor/{hit.id}+place")
    if (body := _owner_behind(scene, hit)) is not None:
        return _body(hit, body.last, _stretched(scene, hit, body.last), body.party, f"actor/{hit.id}+owner")
    if not is_definite(scene, hit) and scene.joined(hit.last) and (annexed := _behind_its_noun(scene, hit)):
        return annexed
    if not is_definite(scene, hit) and hit.last - hit.first == 1 and not hit.value.get("bare"):
        return None
    named = scene.body_parties.get(hit.id) or scene.setting.holder_at(role, word)
    if named is None:
        named = "unknown" if role == _REBELS else hit.value.get("usually")
    return _body(hit, hit.last, hit.span, named, f"actor/{hit.id}") if named else None


def _is_ministry(scene: Scene, hit: Hit) -> bool:
    """ "The Iraqi Interior (الداخلية العراقية)": a feminine nation right behind, and no noun that it describes."""
    nation = scene.at(hit.last, "nation")
    feminine = nation is not None and scene.form(nation.last - 1).endswith(_FEMININE)
    return feminine and not (hit.first and scene.form(hit.first - 1).removeprefix("و").startswith(_ARTICLE))


def _agrees(scene: Scene, hit: Hit, last: int) -> bool:
    """ "The occupation's forces (arrested) a Palestinian": no adjective without an article where they have one."""
    return scene.form(last - 1).startswith(_ARTICLE) or not is_definite(scene, hit)


def _owner_behind(scene: Scene, hit: Hit) -> Body | None:
    """ "Forces belonging to A"; "large forces of (من) A" where no article makes them known forces."""
    word = hit.last
    while (quality := scene.at(word, "quality")) is not None and scene.joined(word):
        word = quality.last
    tie = scene.at(word, "tie")
    if tie is None or not scene.joined(word):
        return None
    fits = tie.id == "belonging" or (tie.id == "of" and not is_definite(scene, hit))
    return tied_body(scene, tie.last) if fits else None


def _state_after(scene: Scene, hit: Hit) -> Hit | None:
    """ "The army of Niger": the state right behind an indefinite noun of one word."""
    if is_definite(scene, hit) or hit.last - hit.first > 1 or not scene.joined(hit.last):
        return None
    state = scene.at(hit.last, "state")
    return state if state is not None and state.proclitics in ("", "ال") else None


def _place_after(scene: Scene, hit: Hit) -> Place | None:
    """ "The police of Diyala", "the police of the province of Diyala": the place right behind the noun."""
    if not hit.value.get("local") or not scene.joined(hit.last):
        return None
    noun = scene.at(hit.last, "place-noun")
    place = scene.setting.place_at(hit.last) or (scene.setting.place_at(noun.last) if noun else None)
    return place if place is not None and place.country else None


def _quoted(scene: Scene, word: int) -> Body | None:
    """A group behind a noun that says what it is: a name that is known, or any name in quotation marks."""
    hit = next((h for h in scene.all_at(word, "body") if h.value.get("quoted")), None)
    if hit is None or hit.last >= len(scene.text.words) or not scene.joined(hit.last):
        return None
    if scene.at(hit.last, "actor"):
        named = hit.value["role"] == "group" or hit.value.get("named")
        return _behind_its_noun(scene, hit) if named else None
    if scene.at(hit.last, "body") or '"' not in scene.text.words[hit.last].gap:
        return None
    last = quoted_end(scene.text, hit.last)
    known = scene.setting.holder_at("militias", word) or scene.setting.holder_at("factions", word)
    party = known if known and hit.value["role"] == "militias" else "other-group"
    return _body(hit, last, _stretched(scene, hit, last), party, f"actor/{hit.id}")


def _behind_its_noun(scene: Scene, hit: Hit) -> Body | None:
    """ "The organisation A": the body of that name."""
    named = _named(scene, hit.last) or _generic(scene, hit.last)
    if named is None or named.proclitics not in ("", "ال"):
        return None
    return _body(hit, named.last, _stretched(scene, hit, named.last), named.party, named.rule)


def _own(scene: Scene, hit: Hit) -> Body | None:
    """ "Our forces": those of who speaks; "its forces": those, or the force last named."""
    party = scene.last_speaking()
    if party is None and hit.value["own"] == "named":
        party = scene.last_body(hit.first)
    return _body(hit, hit.last, hit.span, party, f"actor/{hit.id}") if party else None


def _numbered(scene: Scene, hit: Hit) -> Body | None:
    """A unit of an army by its number: "الفرقة 17", "الفرقة الثامنة"."""
    last = _end_of_its_number(scene, hit.last)
    if last is None:
        return None
    owner = owner_at(scene, last, annexed=False, people=True)
    if owner:
        return _body(hit, owner.last, _stretched(scene, hit, owner.last), owner.party, "actor/unit+owner")
    party = scene.setting.holder_at(hit.value["role"], hit.first)
    return _body(hit, last, _stretched(scene, hit, last), party, "actor/unit") if party else None


def _end_of_its_number(scene: Scene, word: int) -> int | None:
    """The word after digits or an ordinal with the article: "17", "الثامنة", "الثاني عشر"."""
    if word < len(scene.text.words) and scene.text.words[word].number:
        return word + 1
    ordinal = scene.at(word, "number-word")
    if (
        ordinal is None
        or not ordinal.definite
        or ordinal.value["kind"] != "ordinal"
        or not scene.joined(word)
    ):
        return None
    ten = scene.at(ordinal.last, "number-word")
    return ten.last if ten and not ten.proclitics and scene.joined(ordinal.last) else ordinal.last


def _stretched(scene: Scene, hit: Hit, last: int) -> Span:
    return Span(hit.span.start, scene.text.words[last - 1].end)


def adjective_after(scene: Scene, word: int, role: str | None) -> tuple[int, str] | None:
    """A national or political adjective at a word, over at most two plain ones: (word after it, party)."""
    for _ in range(3):
        if not scene.joined(word):
            return None
        if party := adjective_party(scene, word, role):
            return party
        quality = scene.at(word, "quality")
        model = _model_end(scene, word) if quality is None else None
        if quality is None and model is None:
            return None
        word = quality.last if quality else model or word
    return None


def _model_end(scene: Scene, word: int) -> int | None:
    """The word after the model of a craft in Latin letters: "F16"."""
    if not (scene.form(word).isascii() and scene.form(word).isalpha()):
        return None
    words = scene.text.words
    numbered = word + 1 < len(words) and words[word + 1].number and not words[word + 1].gap.strip(" -")
    return word + 2 if numbered else word + 1


def adjective_party(scene: Scene, word: int, role: str | None) -> tuple[int, str] | None:
    """The party that an adjective at a word gives: (word after it, party)."""
    nation = scene.at(word, "nation")
    if nation and nation.proclitics in ("", "ال"):
        return nation.last, scene.setting.nationals(nation.value["country"], role)
    side = scene.at(word, "affiliation")
    if side and side.proclitics in ("", "ال"):
        party = side.value.get("party") or scene.setting.holder_at(side.value["role"], word)
        return (side.last, party) if party else None
    return None


def _anaphor(scene: Scene, word: int) -> Body | None:
    """A body's noun alone with the article: the last named of the parties that it may mean."""
    hit = scene.at(word, "anaphor")
    if hit is None:
        return None
    again = hit.value.get("again")
    party = scene.last_body(word) if again else scene.last_with(hit.value["parties"])
    return _body(hit, hit.last, hit.span, party, "actor/anaphor") if party else None


def _same(scene: Scene, word: int) -> Body | None:
    """ "The same forces (القوات نفسها)": those last told of by that noun."""
    same = scene.at(word + 1, "same")
    if same is None or same.value != "behind" or not scene.joined(word + 1):
        return None
    noun = scene.form(word).removeprefix("و").removeprefix("لل").removeprefix(_ARTICLE)
    told = (a for a in reversed(scene.found) if a.head in ("body", "members") and a.party != "unknown")
    party = next((a.party for a in told if _tells_noun(scene, a, noun)), None)
    span = scene.text.span(word, same.last)
    return Body(word, same.last, span, party, "actor/same", "") if party else None


def _tells_noun(scene: Scene, actor: Actor, noun: str) -> bool:
    return any(scene.form(at).removeprefix(_ARTICLE) == noun for at in range(actor.first, actor.last))


def owner_at(scene: Scene, word: int, *, annexed: bool, people: bool) -> Body | None:
    """The body that people or things before ``word`` belong to: by a tie ("من"), by ل, or by annexation."""
    if not scene.joined(word):
        return None
    tie = scene.at(word, "tie")
    if tie and (people or not (tie.value or {}).get("only")):
        return tied_body(scene, tie.last)
    body = body_at(scene, word) or (_through_people(scene, word) if annexed or not people else None)
    if body is None:
        return None
    front = body.proclitics.removesuffix("ال")
    if front in ("ل", "لل") or (annexed and not front):
        return body
    return body if people and front in ("ب", "من") else None


def _through_people(scene: Scene, word: int) -> Body | None:
    """ "A gathering of soldiers of A": things are of the body whose people have them."""
    hit = scene.at(word, "person")
    if hit is None or hit.definite or hit.enclitic or not scene.joined(hit.last):
        return None
    tie = scene.at(hit.last, "tie")
    body = body_at(scene, tie.last if tie and tie.id == "of" else hit.last)
    if body is None and tie is None and (nation := adjective_after(scene, hit.last, hit.value.get("role"))):
        last, party = nation
        return Body(
            word, last, _stretched(scene, hit, last), party, f"actor/{hit.id}+adjective", hit.proclitics
        )
    if body is None or body.proclitics not in ("", "ال"):
        return None
    return Body(word, body.last, Span(hit.span.start, body.span.end), body.party, body.rule, hit.proclitics)


def tied_body(scene: Scene, word: int) -> Body | None:
    """After a tie: the body, perhaps over a further tie or a noun for its people ("من عناصر")."""
    for _ in range(3):
        body = body_at(scene, word)
        if body and body.proclitics.removesuffix("ال") in ("", "ل", "لل", "ب"):
            return body
        step = next((s for s in (scene.at(word, name) for name in _STEPS) if s), None)
        if step is None or not scene.joined(step.last):
            return None
        word = step.last
    return None


def craft_owner(scene: Scene, hit: Hit, role: str) -> tuple[int, str] | None:
    """Whose an adjective says a craft is, or "which is thought to be Russian", "to be of the army"."""
    guess = scene.at(hit.last, "membership") if hit.category == "craft" else None
    if guess is None or not scene.joined(guess.last):
        return adjective_after(scene, hit.last, role)
    body = tied_body(scene, guess.last)
    return (body.last, body.party) if body else adjective_after(scene, guess.last, role)


def plain_actor(span: Span, first: int, last: int, rule: str, party: str, head: str, kind: str) -> Actor:
    """An actor of whom the words tell no count."""
    return Actor(span=span, whole=span, first=first, last=last, rule=rule, party=party, head=head, kind=kind)
