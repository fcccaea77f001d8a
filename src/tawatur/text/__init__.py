"""Body -> Text: folded words with exact offsets, sentences, paragraphs and their roles."""

from .folding import Folded, fold, fold_phrase
from .names import name_key, specific_words, without_article
from .texts import Stretch, Text, read_text, text_of
from .words import Word, cut_words

__all__ = [
    "Folded",
    "Stretch",
    "Text",
    "Word",
    "cut_words",
    "fold",
    "fold_phrase",
    "name_key",
    "read_text",
    "specific_words",
    "text_of",
    "without_article",
]
