"""Half-open stretches of code points in an article's body."""

from msgspec import Struct


class Span(Struct, frozen=True, order=True, gc=False):
    """A half-open stretch of code points: ``body[start:end]``.

    >>> Span(0, 3).of("قصف مدفعي")
    'قصف'
    """

    start: int
    end: int

    def of(self, body: str) -> str:
        """The quoted words themselves."""
        return body[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def hull(*spans: Span) -> Span:
    """The smallest span that covers all of them."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
