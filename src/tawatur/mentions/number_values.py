"""Read amounts from digits and number words: the grammar of Arabic numerals, without bounds."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..lexicon import Hits
from ..text import Text, Word

AND = "و"
ARTICLE = "ال"


class Token(NamedTuple):
    """A number word or a run of digits: its words, what it adds, and whether "and" is written onto it."""

    first: int
    last: int
    kind: str
    n: int
    joined: bool = False
    alone: int = 0
    vague: int = 0
    definite: bool = False


class Amount(NamedTuple):
    """A value as written: ``low`` to ``high``, and the kind of writing that gave it."""

    first: int
    last: int
    low: int | None
    high: int | None
    kind: str


Tokens = Mapping[int, Token]


def read_amounts(text: Text, hits: Hits) -> Iterator[Amount]:
    """Every amount of a text in order; no word belongs to two."""
    tokens = number_tokens(text, hits)
    after = 0
    for at in sorted(tokens):
        if at >= after and (amount := _amount(text, tokens, at)):
            after = amount.last
            yield amount


def number_tokens(text: Text, hits: Hits) -> dict[int, Token]:
    """Number words and runs of digits by their first word."""
    tokens = {token.first: token for token in _digit_tokens(text)}
    for hit in sorted(hits.of("number-word"), key=lambda hit: -len(hit.proclitics)):
        if "ك" not in hit.proclitics and not hits.at(hit.first, "weekday"):
            tokens[hit.first] = _word_token(hit.first, hit.last, hit.value, hit.proclitics)
    return tokens


def _word_token(first: int, last: int, value: Mapping[str, int | str], proclitics: str) -> Token:
    return Token(
        first,
        last,
        str(value["kind"]),
        int(value["n"]),
        proclitics.startswith(AND),
        int(value.get("alone", 0)),
        int(value.get("vague", value.get("times", 0))),
        proclitics.endswith((ARTICLE, "لل")),
    )


def _digit_tokens(text: Text) -> Iterator[Token]:
    """Runs of digits; 1,200 and 1.200 and 1 200 000 are one number, 12.7 is a decimal."""
    words = text.words
    after = 0
    for i in [i for i, word in enumerate(words) if word.number]:
        if i >= after and len(words[i].form) <= 12 and not _is_footnote(words, i):
            after, value, kind = _digits(words, i)
            yield Token(i, after, kind, value, i > 0 and words[i - 1].form == AND)


def _is_footnote(words: tuple[Word, ...], at: int) -> bool:
    """ "In the town[1], …": the mark of a note counts nothing."""
    return words[at].gap.endswith("[") and at + 1 < len(words) and words[at + 1].gap.startswith("]")


def _digits(words: tuple[Word, ...], at: int) -> tuple[int, int, str]:
    last = at + 1
    while last < len(words) and words[last].number and _is_thousands(words, at, last):
        last += 1
    if last > at + 1:
        return last, int("".join(word.form for word in words[at:last])), "digits"
    if last < len(words) and words[last].number and words[last].gap in (".", ",") and len(words[at].form) < 4:
        if last + 1 < len(words) and words[last + 1].number and words[last + 1].gap == words[last].gap:
            return last, int(words[at].form), "digits"
        return last + 1, int(float(f"{words[at].form}.{words[last].form[:6]}") * 1_000_000), "decimal"
    return last, int(words[at].form), "digits"


def _is_thousands(words: tuple[Word, ...], at: int, i: int) -> bool:
    head = words[at].form
    return len(words[i].form) == 3 and words[i].gap in (",", ".", "'") and len(head) <= 3 and head[0] != "0"


def _next(text: Text, tokens: Tokens, at: int) -> tuple[Token | None, bool]:
    """The token that continues a number at a word, and whether "and" joins it."""
    words = text.words
    if at >= len(words) or not _is_blank(words[at].gap):
        return None, False
    if words[at].form == AND:
        token = tokens.get(at + 1)
        return (token, True) if token and _is_blank(words[at + 1].gap) else (None, False)
    token = tokens.get(at)
    return token, bool(token and token.joined)


def _is_blank(gap: str) -> bool:
    return gap == " " or (not gap.strip(' "') and "\n" not in gap)


def _amount(text: Text, tokens: Tokens, at: int) -> Amount | None:
    token = tokens[at]
    if token.kind == "ordinal":
        return _ordinal(text, tokens, token)
    if token.kind == "vague":
        return _vague(text, tokens, token)
    if token.kind == "half":
        return _half(text, tokens, token)
    return _backwards(text, tokens, token) or _exact(text, tokens, token)


def _ordinal(text: Text, tokens: Tokens, token: Token) -> Amount:
    """Third, thirteenth, twenty-third."""
    following, joined = _next(text, tokens, token.last)
    if following and following.kind == "ten" and not joined and token.n < 10:
        return Amount(token.first, following.last, token.n + 10, token.n + 10, "ordinal")
    if following and following.kind == "tens" and joined and token.n < 10:
        value = token.n + following.n
        return Amount(token.first, following.last, value, value, "ordinal")
    return Amount(token.first, token.last, token.n, token.n, "ordinal")


def _vague(text: Text, tokens: Tokens, token: Token) -> Amount:
    """Dozens, hundreds, several, dozens of thousands."""
    following, joined = _next(text, tokens, token.last)
    if following and not joined and following.kind in ("scale", "vague"):
        low = token.vague * following.n if following.kind == "scale" else following.n
        return Amount(token.first, following.last, low, None, "vague")
    return Amount(token.first, token.last, token.n, None, "vague")


def _half(text: Text, tokens: Tokens, token: Token) -> Amount | None:
    """Half a million; other fractions are no amounts."""
    following, joined = _next(text, tokens, token.last)
    if following and following.kind == "scale" and not joined:
        return Amount(token.first, following.last, following.n // 2, following.n // 2, "words")
    return None


def _backwards(text: Text, tokens: Tokens, token: Token) -> Amount | None:
    """The old order of years: four and eighty and nine hundred and a thousand."""
    if token.kind not in ("unit", "teen"):
        return None
    small, last = _from_unit(text, tokens, token)
    hundred, joined = _next(text, tokens, last)
    if small is None or not (hundred and joined and hundred.kind == "hundred"):
        return None
    scale, joined = _next(text, tokens, hundred.last)
    if not (scale and joined and scale.n in (1000, 2000)):
        return None
    value = small + hundred.n + scale.n
    return Amount(token.first, scale.last, value, value, "words")


def _exact(text: Text, tokens: Tokens, token: Token) -> Amount | None:
    """A sum of groups, each below a thousand and multiplied by the scale that follows it."""
    kind = token.kind if token.kind in ("digits", "decimal") else "words"
    total, limit, last, part = 0, 0, token.last, token
    while True:
        group, last = _group(text, tokens, part)
        if group is None:
            return None
        scale, joined = _next(text, tokens, last)
        multiplied = part.kind not in ("scale", "dual") and scale is not None and scale.kind == "scale"
        if multiplied and scale is not None and not joined and (not limit or scale.n < limit):
            group, last, limit = group * scale.n, scale.last, scale.n
            if part.kind == "decimal":
                group, kind = group // 1_000_000, "digits"
        elif part.kind == "decimal":
            return Amount(token.first, last, None, None, "decimal")
        else:
            limit = {"scale": part.n, "dual": part.n // 2}.get(part.kind, 0)
        total += group
        part_or_none = _smaller(text, tokens, last, limit)
        if part_or_none is None:
            break
        if part_or_none.kind == "half":
            total, last = total + limit // 2, _past_scale(text, tokens, part_or_none.last)
            break
        part = part_or_none
    if token.kind == "scale" and total == token.n and last == token.last:
        return _bare_scale(token)
    return Amount(token.first, last, total, total, kind)


def _past_scale(text: Text, tokens: Tokens, at: int) -> int:
    """Past the scale that is said again: a million and a half *million*."""
    token, joined = _next(text, tokens, at)
    return token.last if token and token.kind == "scale" and not joined else at


def _bare_scale(token: Token) -> Amount:
    """Thousand; two thousand (of); thousands."""
    if token.vague:
        return Amount(token.first, token.last, token.vague, None, "vague")
    value = token.alone or token.n
    return Amount(token.first, token.last, value, value, "words")


def _smaller(text: Text, tokens: Tokens, at: int, limit: int) -> Token | None:
    """The part of a number that "and" adds after a thousand or a million."""
    part, joined = _next(text, tokens, at)
    if not (limit and part and joined):
        return None
    if part.kind == "digits":
        return part if 100 <= part.n < limit else None
    if part.kind in ("scale", "dual"):
        return part if part.n < limit else None
    return part if part.kind in ("unit", "teen", "ten", "tens", "hundred", "half") else None


def _group(text: Text, tokens: Tokens, token: Token) -> tuple[int | None, int]:
    """A number below a thousand, a run of digits, or a bare scale."""
    if token.kind == "hundred":
        return _with_rest(text, tokens, token.n, token.last)
    if token.kind in ("unit", "teen"):
        return _from_unit(text, tokens, token)
    return token.n, token.last


def _from_unit(text: Text, tokens: Tokens, token: Token) -> tuple[int | None, int]:
    following, joined = _next(text, tokens, token.last)
    if following and following.kind == "ten" and not joined and token.n:
        return token.n + 10, following.last
    if following and following.kind == "hundred" and following.n == 100 and not joined and token.n > 2:
        return _with_rest(text, tokens, token.n * 100, following.last)
    if following and following.kind == "tens" and joined:
        return token.n + following.n, following.last
    return (None, token.last) if token.kind == "teen" else (token.n, token.last)


def _with_rest(text: Text, tokens: Tokens, hundreds: int, at: int) -> tuple[int, int]:
    """Hundreds, and what "and" adds to them."""
    part, joined = _next(text, tokens, at)
    if not part or not joined or part.kind not in ("unit", "teen", "ten", "tens"):
        return hundreds, at
    rest, last = _group(text, tokens, part)
    return (hundreds + rest, last) if rest is not None else (hundreds, at)
