"""Measure reading: reports a second, the ratio to its own floor, start-up, peak memory.

The reports are the samples and texts put together from their paragraphs by a fixed recipe, so that
anyone can repeat the figures; another folder or file of reports can be named instead.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from tawatur import Article, Knowledge, load_knowledge, read
from tawatur.intake import Defaults, articles_from
from tawatur.text import read_text, words

ROOT = Path(__file__).parent.parent
MANY = 300
LENGTH = 2_000


def reports(path: str) -> list[Article]:
    """The articles of a path."""
    return [a for a in articles_from(path, Defaults()) if isinstance(a, Article)]


def made_up(samples: list[Article]) -> list[Article]:
    """Reports of about 2,000 characters, put together from the paragraphs of the samples."""
    chance = Random(31)
    pool = [(a.published, p) for a in samples for p in a.body.split("\n\n") if p.strip()]
    made = []
    for number in range(MANY):
        body = ""
        while len(body) < LENGTH:
            day, paragraph = chance.choice(pool)
            body += paragraph + "\n\n"
        made.append(Article(id=str(number), body=body[:LENGTH], published=day))
    return made


def seconds(work: Callable[[Article], object], articles: list[Article]) -> float:
    """Processor time of this work over all articles."""
    begun = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - begun


def floor_of(knowledge: Knowledge) -> Callable[[Article], object]:
    """Folding and one pass of the lexicon: less than this no reading can take."""
    return lambda article: knowledge.matcher.hits(read_text(article.body))


def warm_start(*command: str) -> float:
    """The best of five runs of a command, in seconds."""
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "tawatur.cli", *command], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    """Print one figure a line."""
    samples = reports(str(ROOT / "samples"))
    articles = reports(sys.argv[1]) if len(sys.argv) > 1 else made_up(samples)
    characters = sum(len(a.body) for a in articles)
    knowledge = load_knowledge()
    for article in articles[:20]:
        read(article, knowledge)
    floor = seconds(floor_of(knowledge), articles)
    full = seconds(lambda article: read(article, knowledge), articles)
    print(
        f"rooms that read              {'interpreted' if Path(words.__file__).suffix == '.py' else 'compiled':>11}"
    )
    print(f"reports                       {len(articles):10,}")
    print(f"characters a report           {characters / len(articles):10,.0f}")
    print(f"reports a second, one core    {len(articles) / full:10,.0f}")
    print(f"1,000 reports of 2,000 chars  {full / characters * 2_000_000:10.2f} s")
    print(f"folding and lexicon alone     {floor / characters * 2_000_000:10.2f} s")
    print(f"full reading / that floor     {full / floor:10.1f}")
    print(
        f"peak memory                   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10.0f} MB"
    )
    print(f"start-up: tawatur --help      {warm_start('--help'):10.2f} s")
    print(f"start-up: one short report    {warm_start('read', str(ROOT / 'samples/sample-09.txt')):10.2f} s")


main()
