"""``python -m tawatur.cli``."""

from .main import run

run()
