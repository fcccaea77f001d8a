"""The gazetteer: compiled once, found by folded names, imports checked."""

import pickle
from pathlib import Path

import pytest

from tawatur.lexicon.gazetteer import Gazetteer, import_places
from tawatur.model.errors import InputError
from tawatur.text import fold_phrase

HEADER = "id\tplacetype\tname\tnames_ar\tlat\tlon\tgeonames_id\tregion\tcounty\tpopulation\n"
REGION = "1\tregion\tAleppo\tحلب|محافظة حلب\t36.2\t37.6\t\tAleppo\t\t\n"
VILLAGE = "2\tlocality\tNowhere\tالمجربة\t36.31\t37.71\t\tAleppo\t\t120\n"


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return Gazetteer(tmp_path_factory.mktemp("home"))


def test_a_name_gives_its_places_the_most_prominent_first(gazetteer: Gazetteer) -> None:
    places = gazetteer.candidates(fold_phrase("رفح"))
    assert {"eg", "ps"} <= {place.country for place in places}
    assert places[0].level == "town"


def test_containers_are_smallest_first(gazetteer: Gazetteer) -> None:
    town = gazetteer.candidates(fold_phrase("السخنة"))[0]
    assert [place.id for place in gazetteer.containers(town.id)] == ["sy.homs", "country.sy"]


@pytest.mark.parametrize("name", ["الفوعة", "الفُوعة", "فوعة", "الفوعه"])
def test_find_folds_and_toggles_the_article(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name)[0].id == "sy.t-fuaa"


def test_an_unknown_name_finds_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("غغغغغغغ") == ()
    assert gazetteer.candidates("غغغغغغغ") == ()


def test_every_country_named_has_coordinates_on_earth(gazetteer: Gazetteer) -> None:
    for name in ("سوريا", "العراق", "اليمن", "ليبيا", "مصر", "السودان", "فلسطين", "لبنان"):
        place = gazetteer.candidates(fold_phrase(name))[0]
        assert place.level == "country"
        assert abs(place.lat) < 60


def test_it_survives_pickling(gazetteer: Gazetteer) -> None:
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert copy.candidates("حلب") == gazetteer.candidates("حلب")


def test_a_second_opening_reads_the_store(tmp_path: Path) -> None:
    Gazetteer(tmp_path).candidates("حلب")
    (store,) = (tmp_path / "cache").glob("*.sqlite")
    before = store.stat().st_mtime_ns
    Gazetteer(tmp_path).candidates("حلب")
    assert store.stat().st_mtime_ns == before


def test_a_home_that_cannot_be_written_still_reads(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    assert Gazetteer(tmp_path / "home").candidates("حلب")


def test_an_import_is_found_inside_its_division(tmp_path: Path) -> None:
    file = tmp_path / "sy.tsv"
    file.write_text(HEADER + REGION + VILLAGE, "utf-8")
    assert import_places(file, tmp_path / "home") == 2
    place = Gazetteer(tmp_path / "home").candidates(fold_phrase("المجربة"))[0]
    assert (place.country, place.division1) == ("sy", "sy.aleppo")


def test_a_geonames_dump_is_read(tmp_path: Path) -> None:
    row = ["7", "Nowhere", "Nowhere", "Nowhere,المجربة", "33.1", "44.2", "P", "PPL", "IQ", "", "07"]
    (tmp_path / "IQ.txt").write_text("\t".join([*row, *[""] * 8]) + "\n", "utf-8")
    assert import_places(tmp_path / "IQ.txt", tmp_path / "home") == 1
    place = Gazetteer(tmp_path / "home").candidates(fold_phrase("المجربة"))[0]
    assert (place.country, place.division1) == ("iq", "iq.baghdad")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "line 1"),
        (b"a\tb\n1\t2\n", "line 1"),
        (b"\xff\xfe\x00", "UTF-8"),
        ((HEADER + VILLAGE.replace("36.31", "north")).encode(), "line 2"),
        ((HEADER + VILLAGE.replace("36.31", "136.31")).encode(), "line 2"),
        ((HEADER + VILLAGE.replace("المجربة", "Nowhere")).encode(), "Arabic"),
    ],
)
def test_a_bad_file_is_told_in_one_line(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "sy.tsv"
    file.write_bytes(content)
    with pytest.raises(InputError, match=told) as caught:
        import_places(file, tmp_path / "home")
    assert "\n" not in str(caught.value)


def test_an_absent_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        import_places(tmp_path / "absent.tsv", tmp_path / "home")


@pytest.mark.parametrize("name", ["دير الزور", "مدينة دير الزور", "Deir ez-Zor", "deir ez-zor"])
def test_a_place_is_found_as_an_analyst_types_it(name: str, tmp_path: Path) -> None:
    assert Gazetteer(tmp_path).find(name)[0].id == "geonames:170794"
