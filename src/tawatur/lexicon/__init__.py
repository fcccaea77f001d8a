"""Data folders -> checked entries -> one compiled matcher; ``Knowledge`` is what readers are handed."""

from .entries import Entry
from .hits import Hit, Hits
from .knowledge import EventType, Knowledge, load_knowledge
from .matcher import Matcher
from .regression import Regression

__all__ = ["Entry", "EventType", "Hit", "Hits", "Knowledge", "Matcher", "Regression", "load_knowledge"]
