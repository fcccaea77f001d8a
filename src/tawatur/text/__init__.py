"""Body -> Text: folded words with exact offsets, sentences, paragraphs and their roles."""

from .folding import Folded, fold, fold_phrase
from .texts import Stretch, Text, read_text, text_of
from .words import Word, cut_words

__all__ = ["Folded", "Stretch", "Text", "Word", "cut_words", "fold", "fold_phrase", "read_text", "text_of"]
