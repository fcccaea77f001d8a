"""One module for each part of the desk; the table in ``app.py`` says which address leads where."""
