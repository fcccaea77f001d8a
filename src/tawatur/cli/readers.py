"""Reads what intake hands over, in any process, with the knowledge loaded once in each."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from tawatur.intake import Defaults, Failure, articles_from
from tawatur.lexicon import Knowledge, load_knowledge
from tawatur.model.article import Article
from tawatur.model.errors import TawaturError
from tawatur.model.reading import Reading
from tawatur.reading import read


@lru_cache(maxsize=4)
def knowledge_of(packs: tuple[Path, ...]) -> Knowledge:
    """The knowledge of these packs: once for each process, and shared by those forked from it."""
    return load_knowledge(packs)


def all_articles(paths: Iterable[str], defaults: Defaults) -> Iterator[Article | Failure]:
    """Every article and failure of these paths, in order."""
    for path in paths:
        yield from articles_from(path, defaults)


def reading_of(item: Article | Failure, packs: tuple[Path, ...]) -> Reading | Failure:
    """The reading of an article. A fault of ours becomes a failure, so that one report stops no others."""
    if isinstance(item, Failure):
        return item
    try:
        return read(item, knowledge_of(packs))
    except TawaturError:
        raise
    except Exception as fault:
        return Failure(item.id, f"a fault of the reader ({type(fault).__name__}: {fault}); please report it")
