"""Files, pages, records and standard input -> articles, or one clear line for each that cannot be read."""

from .given import Defaults, Failure
from .paths import articles_from

__all__ = ["Defaults", "Failure", "articles_from"]
