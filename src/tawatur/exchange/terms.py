"""What exports need to know besides the events: other codebooks' names, kinds of parties, choices."""

from collections.abc import Mapping

from msgspec import Struct

from tawatur.lexicon import Knowledge


class Terms(Struct, frozen=True, kw_only=True):
    """Codes of the incident types, labels and kinds of the parties; ``bom``: begin csv with Excel's mark."""

    codes: Mapping[str, Mapping[str, str]] = {}
    labels: Mapping[str, str] = {}
    kinds: Mapping[str, str] = {}
    bom: bool = False

    def code(self, type: str, codebook: str) -> str:
        """The name of a type in another codebook; empty where that has none."""
        return self.codes.get(type, {}).get(codebook, "")

    def label(self, party: str) -> str:
        """The English name of a party."""
        return self.labels.get(party, party)

    def is_state(self, party: str) -> bool:
        return self.kinds.get(party) in ("state", "foreign-state", "coalition")

    def is_class(self, party: str) -> bool:
        return self.kinds.get(party) == "class"


def terms_of(knowledge: Knowledge, bom: bool = False) -> Terms:
    """The terms that a knowledge gives."""
    return Terms(
        codes={id: type.codes for id, type in knowledge.events.items()},
        labels={id: actor.label for id, actor in knowledge.actors.items()},
        kinds={id: actor.kind for id, actor in knowledge.actors.items()},
        bom=bom,
    )
