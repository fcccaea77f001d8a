"""An Excel workbook: one sheet of events, one of claims; Arabic opens right, nothing in it is a formula."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.workbook.child import _WorkbookChild

from tawatur.fusion.event import Event

from . import claims_csv, events_csv
from .cells import Cell, Row, harmless
from .terms import Terms

_LONGEST = 32_000
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def written(events: Iterable[Event], terms: Terms) -> Iterator[bytes]:
    """The events and claims as a workbook."""
    found = list(events)
    book = Workbook(write_only=True)
    _sheet(book, "events", events_csv.COLUMNS, (events_csv.row(event, terms) for event in found))
    claims = (claims_csv.row(event, claim) for event in found for claim in event.claims)
    _sheet(book, "claims", claims_csv.COLUMNS, claims)
    file = io.BytesIO()
    book.save(file)
    yield file.getvalue()


def _sheet(book: Workbook, name: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.append(list(columns))
    for row in rows:
        sheet.append([_cell(sheet, row.get(column)) for column in columns])


def _cell(sheet: _WorkbookChild, value: Cell) -> object:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, _UNWRITABLE.sub("\ufffd", str(harmless(value)))[:_LONGEST])
    cell.data_type = "s"
    return cell
