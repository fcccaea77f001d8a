"""Body -> Text: folded words with exact offsets, sentences, paragraphs and their roles."""

from .folding import Folded, fold, fold_phrase
from .texts import Stretch, Text, read_text
from .words import Word

__all__ = ["Folded", "Stretch", "Text", "Word", "fold", "fold_phrase", "read_text"]
