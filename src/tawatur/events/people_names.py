"""Names of people that no lexicon knows: what opens one, and where a list of them ends."""

from .scene import Scene

_TELLING = ("toll", "event", "result", "cause", "subset")
_OF_NAMES = (
    "name-whole",
    "place-common",
    "given-name",
    "name-part",
    "place-head",
    "name-end",
    "place-ending",
)
_ALI = "علي"
"""A name, and by a folded letter also "on" (على)."""
_NO_NAMES = ("ت", "وا", "ه", "ها", "هم")
_KNOWN = ("place-stop", "place-common", "name-part", "name-whole", "title")


def parts_names(scene: Scene, word: int) -> bool:
    """A comma, any preposition, or what ends a list of names."""
    if "," in scene.text.words[word].gap or ends_names(scene, word):
        return True
    return scene.hits.at(word, "particle") is not None and not is_ali(scene, word)


def ends_names(scene: Scene, word: int) -> bool:
    """A verb, a cause or any preposition but "from" ends a list of names."""
    if is_ali(scene, word):
        return False
    hits = [hit for hit in scene.hits.starting(word) if not hit.definite]
    particles = (hit.value not in ("from", "of") for hit in hits if hit.category == "particle")
    return any(hit.category in _TELLING for hit in hits) or any(particles)


def joins_name(scene: Scene, word: int) -> bool:
    """Whether a word opens the next of names that "and" joins."""
    form = scene.text.words[word].form
    if form == "و":
        return True
    return form.startswith("و") and (bool(scene.actors(word, word + 1)) or opens_name(scene, word))


def is_name(scene: Scene, word: int) -> bool:
    """Whether a word may be of a person's name: no other meaning of it is known."""
    if word < 0 or scene.text.words[word].number:
        return False
    return all(hit.category in _OF_NAMES or hit.definite for hit in scene.hits.starting(word))


def is_ali(scene: Scene, word: int) -> bool:
    """The name as it is written with two dots, which "on" is not in careful spelling."""
    form = scene.text.words[word].form
    return form in (_ALI, f"و{_ALI}") and scene.text.last_letter(word) == _ALI[-1]


def opens_name(scene: Scene, at: int) -> bool:
    """An unknown word with "and" written onto it, which is no verb by its form."""
    form = scene.text.words[at].form
    if form.startswith("و") and is_ali(scene, at):
        return True
    if not form.startswith("و") or len(form) < 4 or form.endswith(_NO_NAMES):
        return False
    if (whole := scene.hits.at(at, "name-whole")) and not whole.proclitics:
        return False
    return not scene.actors(at, at + 1) and not any(
        hit.category not in _KNOWN for hit in scene.hits.starting(at)
    )
