"""Tellings -> events, all at once. An archive does the same piece by piece."""

from collections.abc import Iterable, Sequence

from .build import build_event
from .clusters import NO_RULINGS, Rulings, components, split_component
from .event import Event
from .pairs import Link, links
from .tellings import Telling


def fuse(tellings: Iterable[Telling], rulings: Rulings = NO_RULINGS) -> tuple[Event, ...]:
    """The events that the tellings tell together, sorted by id; the order of arrival never matters."""
    by_id = {telling.id: telling for telling in tellings}
    found = list(links(sorted(by_id.values(), key=in_time)))
    joined = [(a, b) for a, b, _ in found] + list(rulings.together)
    groups = components(by_id, joined)
    home = {id: number for number, group in enumerate(groups) for id in group}
    inside: list[list[Link]] = [[] for _ in groups]
    for link in found:
        inside[home[link[0]]].append(link)
    within = rulings.within(home)
    events = [
        event
        for number, group in enumerate(groups)
        for event in fuse_component(
            [by_id[id] for id in group], inside[number], within.get(number, NO_RULINGS)
        )
    ]
    return tuple(sorted(events, key=lambda event: event.id))


def fuse_component(
    members: Sequence[Telling], linked: Sequence[Link], rulings: Rulings = NO_RULINGS
) -> list[Event]:
    """The events of one connected component."""
    by_id = {telling.id: telling for telling in members}
    points = {(a, b): value for a, b, value in linked}
    return [
        build_event([by_id[id] for id in group], points) for group in split_component(by_id, linked, rulings)
    ]


def in_time(telling: Telling) -> tuple[int, str]:
    """The order in which the sweep for links wants tellings."""
    return telling.first or 0, telling.id
