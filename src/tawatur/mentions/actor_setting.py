"""Which country a stretch of text is about: what settles the names that many countries share."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from ..lexicon import Hits, Knowledge
from ..lexicon.actors import ActorEntry, party_in, stand_in
from ..model.mentions import Place
from ..text import Text

_STATE_ROLES = ("army", "security", "government", "air-force", "navy")
_MISSION = "mission"
_OF_ONE_STATE = (*_STATE_ROLES, "police")
"""Roles of the state that the words are about: never another's that the report names too."""


class Setting:
    """The countries of a report, nearest and most frequent first, and the parties that hold roles there."""

    __slots__ = (
        "_actors",
        "_by_sentence",
        "_day",
        "_holders",
        "_known",
        "_local",
        "_overall",
        "_roles",
        "_text",
    )

    def __init__(
        self,
        text: Text,
        hits: Hits,
        places: Iterable[Place],
        knowledge: Knowledge,
        published: date | None,
    ) -> None:
        self._text, self._day = text, published
        self._actors, self._roles = knowledge.actors, knowledge.holders
        self._holders: dict[tuple[str, str], str | None] = {}
        self._known: dict[tuple[str, str], str | None] = {}
        self._by_sentence: dict[int, list[tuple[int, str]]] = {}
        self._local: dict[int, Place] = {}
        votes: Counter[str] = Counter()
        for place in places:
            if place.level != "country":
                self._local[place.first] = place
            if place.country:
                code = place.country.lower()
                votes[code] += 1 if place.level == "country" else 2
                sentence = text.sentence_number(place.first)
                self._by_sentence.setdefault(sentence, []).append((place.first, code))
        if not votes:
            votes = _votes_of_names(hits, self._actors)
        self._overall = tuple(code for code, _ in votes.most_common())

    def countries(self, word: int) -> tuple[str, ...]:
        """The countries that a word may be about: its sentence's first, what the report is most about before others."""
        near = self._by_sentence.get(self._text.sentence_number(word), ())
        weight = {code: -rank for rank, code in enumerate(self._overall)}
        ranked = [
            code for _, code in sorted(near, key=lambda point: (-weight[point[1]], abs(point[0] - word)))
        ]
        return tuple(dict.fromkeys((*ranked, *self._overall)))

    def is_no_state(self, party: str) -> bool:
        """Whether a party is an armed group."""
        entry = self._actors.get(party)
        return entry is not None and entry.kind == "non-state"

    def place_at(self, word: int) -> Place | None:
        """The place smaller than a country that starts at a word."""
        return self._local.get(word)

    def holder(self, role: str, country: str) -> str | None:
        """The party that holds a role in a country on the day of the report."""
        key = role, country
        if key not in self._holders:
            self._holders[key] = self._holder(role, country)
        return self._holders[key]

    def _holder(self, role: str, country: str) -> str | None:
        party = self._party_in(role, country)
        if party is None and role == "police":
            return "police"
        if party is None and role in _STATE_ROLES:
            return "other-state"
        return stand_in(self._actors, party, self._overall) if party else None

    def _party_in(self, role: str, country: str) -> str | None:
        key = role, country
        if key not in self._known:
            self._known[key] = party_in(self._roles, role, country, self._day)
        return self._known[key]

    def holder_at(self, role: str, word: int) -> str | None:
        """The party that a generic word ("the army") means at a word of the text."""
        ranked = self.countries(word)
        if ranked and role in _OF_ONE_STATE:
            return self.holder(role, ranked[0])
        known = next((p for code in ranked[:3] if (p := self._party_in(role, code))), None)
        if known:
            return known
        return self.holder(role, ranked[0]) if ranked else None

    def holder_here(self, role: str, word: int) -> str | None:
        """The party that alone holds a role in the country that a word is about."""
        ranked = self.countries(word)
        return self.holder(role, ranked[0]) if ranked else None

    def holder_throughout(self, role: str, word: int) -> str | None:
        """The party that holds a role where a word is about the country of the whole report."""
        ranked = self.countries(word)
        return self.holder(role, ranked[0]) if ranked[:1] == self._overall[:1] and ranked else None

    def nationals(self, country: str, role: str | None) -> str:
        """Whose the people or things with a national adjective are; an embassy is its state's and no coalition's."""
        if role == _MISSION:
            return self._party_in("government", country) or "other-state"
        party = self.holder(role or "army", country)
        if party is None or self._is_occupier(party, country):
            party = self.holder("factions", country) or self.holder("government", country)
        return party or "other-state"

    def _is_occupier(self, party: str, country: str) -> bool:
        """ "The army" in a land may be another's; what is told by the land's own name never is."""
        entry = self._actors.get(party)
        foreign = entry is not None and entry.kind == "foreign-state"
        return foreign and self._party_in("government", country) not in (None, party)

    def choose(self, candidates: Iterable[Mapping[str, object]], word: int) -> str | None:
        """Among parties that share a name, the one valid on the day and in the country."""
        valid = [c for c in candidates if self._is_valid(c)]
        ranked = self.countries(word)
        for code in ranked[:1]:
            for candidate in valid:
                if code in _codes(candidate):
                    return str(candidate["party"])
        everywhere = next((c for c in valid if not candidate_is_local(c)), None)
        if everywhere:
            return str(everywhere["party"])
        for code in ranked:
            for candidate in valid:
                if code in _codes(candidate):
                    return str(candidate["party"])
        return None

    def _is_valid(self, candidate: Mapping[str, object]) -> bool:
        starts, ends = candidate["starts"], candidate["ends"]
        if self._day is None:
            return not starts
        day = self._day.isoformat()
        return (not starts or str(starts) <= day) and (not ends or day < str(ends))


def candidate_is_local(candidate: Mapping[str, object]) -> bool:
    """Whether a name means the party only in some countries."""
    return bool(candidate["in"])


def _codes(candidate: Mapping[str, object]) -> tuple[str, ...]:
    found = candidate["in"]
    return tuple(found) if isinstance(found, list | tuple) else ()


def _votes_of_names(hits: Hits, actors: Mapping[str, ActorEntry]) -> Counter[str]:
    """Where no place tells the country: national adjectives, states and the homes of named parties."""
    votes: Counter[str] = Counter()
    for category in ("nation", "state"):
        votes.update(hit.value["country"] for hit in hits.of(category))
    for hit in hits.of("actor"):
        entry = actors.get(hit.value["party"])
        if entry and entry.country and not hit.value["in"]:
            votes[entry.country] += 1
    return votes
