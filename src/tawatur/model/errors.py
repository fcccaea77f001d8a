"""The errors that a user can cause. Reading an article raises none of them."""


class TawaturError(Exception):
    """The root: one clear line saying what is wrong and the mend."""


class InputError(TawaturError):
    """A file, a page or a record that cannot be read as an article."""


class DataError(TawaturError):
    """A bad entry in a knowledge pack: names the file, the line and the right form."""

    def __init__(self, where: str, found: str, wanted: str) -> None:
        super().__init__(f"{where}: {found}; wanted: {wanted}")


class ArchiveError(TawaturError):
    """An archive that cannot be opened, is locked, is full or is newer than the program."""
