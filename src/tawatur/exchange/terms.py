"""What exports need to know besides the events: other codebooks' names, kinds of parties, choices."""

from collections.abc import Mapping

from msgspec import Struct

from tawatur.fusion.parties import CLASSES
from tawatur.lexicon import Knowledge

from .divisions import Lookup, nowhere


class Terms(Struct, frozen=True, kw_only=True):
    """Codes of the incident types, labels and kinds of the parties, places by the gazetteer's ids.

    ``bom``: begin csv with Excel's mark.
    """

    codes: Mapping[str, Mapping[str, str]] = {}
    labels: Mapping[str, str] = {}
    kinds: Mapping[str, str] = {}
    place: Lookup = nowhere
    bom: bool = False

    def code(self, type: str, codebook: str) -> str:
        """The name of a type in another codebook; empty where that has none."""
        return self.codes.get(type, {}).get(codebook, "")

    def label(self, party: str) -> str:
        """The English name of a party."""
        plain = party.replace("-", " ").capitalize() if party in CLASSES else party
        return self.labels.get(party, plain)

    def is_state(self, party: str) -> bool:
        return self.kinds.get(party) in ("state", "foreign-state", "coalition")

    def is_class(self, party: str) -> bool:
        return party in CLASSES or self.kinds.get(party) == "class"


def terms_of(knowledge: Knowledge, bom: bool = False) -> Terms:
    """The terms that a knowledge gives."""
    return Terms(
        codes={id: type.codes for id, type in knowledge.events.items()},
        labels={id: actor.label for id, actor in knowledge.actors.items()},
        kinds={id: actor.kind for id, actor in knowledge.actors.items()},
        place=knowledge.gazetteer.place,
        bom=bom,
    )
