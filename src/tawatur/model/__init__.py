"""The nouns of Tawatur: frozen records that every room shares."""
