"""How every command of ours looks: plain help, no tracebacks, no completion script."""

import typer


def plain_app(help_line: str | None = None) -> typer.Typer:
    """An empty command (or group of commands) in the house's manner."""
    return typer.Typer(
        help=help_line,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
