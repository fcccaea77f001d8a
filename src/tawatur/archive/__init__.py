"""The archive: articles and readings that never change, events made from them, decisions of people."""

from .archive import Archive, default_archive

__all__ = ["Archive", "default_archive"]
