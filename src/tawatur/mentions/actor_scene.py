"""What the finders of actors look at: words, hits, numbers, and the actors named before."""

from collections.abc import Iterable, Sequence

from ..lexicon import Hit, Hits
from ..model.mentions import Actor, Number
from ..text import Text
from .actor_setting import Setting


class Scene:
    """One report as the finders of actors see it; ``found`` are the actors found so far."""

    __slots__ = ("body_parties", "found", "hits", "numbers", "setting", "text")

    def __init__(self, text: Text, hits: Hits, setting: Setting, numbers: dict[int, Number]) -> None:
        self.text = text
        self.hits = hits
        self.setting = setting
        self.numbers = numbers
        self.body_parties: dict[str, str] = {}
        self.found: list[Actor] = []

    def at(self, word: int, category: str) -> Hit | None:
        """The first reading of a category that starts at a word."""
        return self.hits.at(word, category)

    def all_at(self, word: int, category: str) -> Sequence[Hit]:
        """All readings of a category that start at a word."""
        return self.hits.all_at(word, category)

    def joined(self, word: int) -> bool:
        """Whether a word follows the one before without a comma, a full stop or a new line."""
        if not 0 < word < len(self.text.words):
            return False
        return _APART.isdisjoint(self.text.words[word].gap)

    def form(self, word: int) -> str:
        return self.text.words[word].form if word < len(self.text.words) else ""

    def last_with(self, parties: Iterable[str]) -> str | None:
        """The party last named before, of those given."""
        wanted = set(parties)
        return next((actor.party for actor in reversed(self.found) if actor.party in wanted), None)

    def last_body(self, word: int) -> str | None:
        """The force last named in this sentence or the one before."""
        here = self.text.sentence_number(word)
        near = (a for a in reversed(self.found) if here - self.text.sentence_number(a.first) <= 1)
        bodies = [a for a in near if _names_body(a) and a.party not in _NOBODY][:2]
        if len(bodies) == 2 and self._is_army_of(*bodies):
            return bodies[1].party
        return bodies[0].party if bodies else None

    def _is_army_of(self, army: Actor, state: Actor) -> bool:
        """ "The state A, in the person of the armed forces": nobody else's army is named in its own clause."""
        if army.rule != "actor/army-generic" or state.rule != "actor/name":
            return False
        if self.text.sentence_number(army.first) != self.text.sentence_number(state.first):
            return False
        between = self.text.words[state.last : army.first + 1]
        if any("," in word.gap or word.form.startswith("و") for word in between):
            return False
        return not any(
            [*self.hits.between(name, state.last, army.first)] for name in ("event", "role", "toll", "speech")
        )

    def owner_by_pronoun(self, hit: Hit) -> str | None:
        """ "Our fighters", "it said that its fighters": the speaker's; "its soldiers": of the force last named."""
        if hit.enclitic == OUR:
            return self.last_speaking()
        if hit.enclitic and self._is_said(hit.first) and (party := self.last_speaking()):
            return party
        return self.last_body(hit.first) if hit.enclitic else None

    def _is_said(self, word: int) -> bool:
        """ "It explained that (أن)": the words right behind what opens the speech of somebody named before."""
        opens = self.hits.at(word - 1, "speech-mark") if word else None
        if opens is None or opens.id != "complement":
            return False
        return bool(self.hits.between("speech", max(0, word - _OF), word))

    def last_speaking(self) -> str | None:
        """The force that last spoke: whose "our fighters" are."""
        bodies = (a for a in reversed(self.found) if a.head == "body" and a.party not in _NOBODY)
        named = (a for a in bodies if a.rule != "actor/adjective")
        return next((actor.party for actor in named if self._speaks(actor)), None)

    def _speaks(self, actor: Actor) -> bool:
        """A verb of saying, a statement or a spokesman beside a body, or a colon right after it."""
        sentence = self.text.sentence_of(actor.first)
        first, last = max(sentence.first, actor.first - _SAID), min(sentence.last, actor.last + 2)
        said = [*self.hits.between("speech", first, last)]
        near = self.hits.between("speaker", max(first, actor.first - _OF), actor.first)
        said += [hit for hit in near if hit.id in _SPOKESMEN]
        if any(not self._colon(hit.last, actor.first + 1) for hit in said):
            return True
        return self._colon(actor.last, actor.last + 1)

    def _colon(self, first: int, last: int) -> bool:
        """Whether a colon stands before one of some words: what follows it is said, and says nothing itself."""
        return any(":" in word.gap for word in self.text.words[first:last])

    def same_people(self, noun: str) -> str | None:
        """Whose the people were that the same noun named before with an owner or an adjective."""
        rule = f"actor/{noun}+owner"
        return next((actor.party for actor in reversed(self.found) if actor.rule == rule), None)

    def last_people(self, word: int) -> Actor | None:
        """The people last told of in this sentence: whose comrades "his comrades" are."""
        first = self.text.sentence_of(word).first
        return next((a for a in reversed(self.found) if a.first >= first and a.head in _PEOPLE), None)

    def last_armed(self, word: int) -> str | None:
        """The armed party whose people or things were last spoken of in this sentence or the one before."""
        here = self.text.sentence_number(word)
        for actor in reversed(self.found):
            if here - self.text.sentence_number(actor.first) > 1:
                return None
            if (actor.head in ("members", "object") or self._is_owner(actor)) and actor.kind == "combatants":
                return None if actor.party in _NOBODY else actor.party
        return None

    def _is_owner(self, actor: Actor) -> bool:
        """ "A car of the type B that belongs to (تابعة ل) A": a body behind a tie."""
        first = actor.first
        tie = next(iter(self.hits.between("tie", max(0, first - 2), first + 1)), None)
        if actor.head != "body" or tie is None or tie.id != "belonging" or tie.last < first:
            return False
        return bool([*self.hits.between("thing", max(0, tie.first - _NAME_OF_THING), tie.first)])


OUR = "نا"
_SAID = 7
"""Words between a verb of saying and the body that says it: its office, "in a statement"."""
_OF = 3
"""Words between a spokesman or a statement and the body whose it is."""
_SPOKESMEN = ("spokesman", "statement", "ministry", "media")
_NAME_OF_THING = 4
"""Words of "a car of the type B"."""
_PEOPLE = ("members", "person", "class")
_APART = frozenset(",.;:!?\n")
_NOBODY = frozenset(
    {
        "unknown",
        "civilians",
        "journalists",
        "medics",
        "protesters",
        "officials",
        "prisoners",
        "private-persons",
        "settlers",
    }
)


def _names_body(actor: Actor) -> bool:
    """A body, or a thing of one that is named with it: "the dens of A"."""
    return actor.head == "body" or (actor.head == "object" and actor.rule.endswith("+owner"))


def is_definite(scene: Scene, hit: Hit) -> bool:
    """Whether a hit's words are definite: by an article, or by a definite word after the first."""
    if hit.definite or hit.enclitic or hit.proclitics.endswith("لل"):
        return True
    if scene.form(hit.first).removeprefix("و").startswith("لل"):
        return True
    return any(scene.form(i).startswith("ال") for i in range(hit.first, hit.last))
