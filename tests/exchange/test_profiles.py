"""A profile keeps back what it says: recent events, fine places, private names, quotations, decisions."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from tests.world import FAMILIES, planted_world

from tawatur.exchange import EXPORT_FORMATS, event_format
from tawatur.exchange.profiles import Profile, profile_of, released, told_by
from tawatur.exchange.terms import Terms
from tawatur.fusion.decisions import Decision, decided
from tawatur.fusion.event import Event, Site
from tawatur.fusion.fuse import fuse
from tawatur.fusion.tellings import tellings_of
from tawatur.lexicon.gazetteer_rows import Candidate
from tawatur.model.errors import InputError

PUBLIC = profile_of("public")
WITNESS = "أبو خالد العمر"
GAZETTEER = {
    one.id: one
    for one in (
        Candidate(
            id="country.sy", name="Syria", names_ar=("سوريا",), lat=35, lon=38, country="sy", level="country"
        ),
        Candidate(id="sy.h", name="Homs", names_ar=("حمص",), lat=34, lon=38, country="sy", level="division1"),
        Candidate(
            id="sy.h.t",
            name="Tadmor",
            names_ar=("تدمر",),
            lat=34.5,
            lon=38.2,
            country="sy",
            level="division2",
        ),
    )
}
VILLAGE = Site(
    name="قرية صغيرة",
    relation="at",
    within=("مزرعة فلان",),
    place_id="sy.v",
    lat=34.51234,
    lon=38.24321,
    country="sy",
    radius=2.0,
    inside=("sy.h.t", "sy.h", "country.sy"),
)


@pytest.fixture(scope="module")
def event() -> Event:
    """An event told by a private person, who is its origin and gives a figure."""
    world = planted_world(4, 12)
    told = fuse(told for one in world for reading in one.readings for told in tellings_of(reading, FAMILIES))
    found = next(one for one in told if one.claims[0].chain and len(one.claims) > 1)
    name = found.claims[0].chain[0]
    kinds = ("person",) * len(found.claims[0].chain)
    text = msgspec.json.encode(found).decode().replace(name, WITNESS)
    renamed = msgspec.json.decode(text, type=Event)
    claims = [
        msgspec.structs.replace(
            claim, kinds=kinds if WITNESS in claim.chain else ("agency",) * len(claim.chain)
        )
        for claim in renamed.claims
    ]
    return msgspec.structs.replace(renamed, place=VILLAGE, claims=tuple(claims))


def test_recent_and_dayless_events_stay_back(event: Event) -> None:
    assert event.latest
    for days, told in ((29, 0), (30, 1)):
        today = event.latest + timedelta(days=days)
        assert len(list(released([event], PUBLIC, GAZETTEER.get, today))) == told
    dayless = msgspec.structs.replace(event, earliest=None, latest=None)
    assert not list(released([dayless], PUBLIC, GAZETTEER.get, date(2030, 1, 1)))


@pytest.mark.parametrize(
    ("finest", "name", "within"),
    [("division2", "تدمر", ("حمص", "سوريا")), ("division1", "حمص", ("سوريا",)), ("country", "سوريا", ())],
)
def test_places_are_coarsened(event: Event, finest: str, name: str, within: tuple[str, ...]) -> None:
    profile = msgspec.convert({"name": "x", "places": finest}, Profile)
    place = told_by(event, profile, GAZETTEER.get).place
    assert place
    assert (place.name, place.within) == (name, within)
    assert place.lat != VILLAGE.lat
    assert (place.radius or 0) > 10


def test_a_place_of_no_known_division_is_not_told(event: Event) -> None:
    lost = msgspec.structs.replace(event, place=msgspec.structs.replace(VILLAGE, inside=(), place_id=None))
    assert told_by(lost, PUBLIC, GAZETTEER.get).place is None


@pytest.mark.parametrize("name", [name for name in EXPORT_FORMATS if name != "xlsx"])
def test_no_format_tells_what_is_kept_back(event: Event, name: str) -> None:
    decision = Decision(number=1, at="", who="سلمى", what="overrule", why="سر", value="contested")
    count = Decision(number=2, at="", who="سلمى", what="correct", why="سر", field="killed", value="4")
    mine = decided(event, {event.tellings[0]: [decision, count]})
    terms = Terms(codes={event.type: {"acled": "Battles / Armed clash", "ucdp": "state-based"}})
    quotes = [claim.quote for claim in event.claims if claim.quote]
    assert quotes

    def written(one: Event) -> str:
        return b"".join(event_format(EXPORT_FORMATS[name]).written([one], terms)).decode()

    kept_back = (WITNESS, "سلمى", "سر", VILLAGE.name, *VILLAGE.within, "34.51", *quotes)
    public = written(told_by(mine, PUBLIC, GAZETTEER.get))
    assert [word for word in kept_back if word in public] == []
    assert [word for word in kept_back if word in written(mine)] != []


def test_bodies_keep_their_names_and_private_people_are_called_by_their_kind(event: Event) -> None:
    told = told_by(event, PUBLIC, GAZETTEER.get)
    before = {name for claim in event.claims for name in claim.chain} - {WITNESS}
    after = {name for claim in told.claims for name in claim.chain}
    assert after == before | {"a person"}


def test_a_profile_of_ones_own(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yml"
    mine.write_text("name: mine\nplaces: division1\n")
    assert profile_of(str(mine)) == Profile(name="mine", places="division1")
    mine.write_text("name: mine\nplaces: village\n")
    with pytest.raises(InputError, match=r"mine\.yml: .*village"):
        profile_of(str(mine))
    with pytest.raises(InputError, match="no profile 'secret'; there is public"):
        profile_of("secret")
