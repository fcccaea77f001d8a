# `make` alone lists the targets.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := requirements/dev.lock
COMPILE := scripts/compile.sh $(BIN)/python
SHARED ?= $(or $(TAWATUR_SHARED),../shared)

.DEFAULT_GOAL := help
.PHONY: help setup fast demo test lint format types tests data docs schema readme bench accuracy lock assets screenshots clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.ready ## make .venv and install everything from the lock file

$(VENV)/.ready: $(LOCK) pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement $(LOCK)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(COMPILE)
	touch $@

fast: setup ## compile the rooms that read anew, after a change in them (needs a C compiler)
	@$(COMPILE)

demo: setup ## read the bundled sample reports, print what they tell, and open them on the desk
	$(BIN)/tawatur read samples
	mkdir -p build && rm -f build/demo.sqlite*
	$(BIN)/tawatur ingest samples --archive build/demo.sqlite
	$(BIN)/tawatur events --archive build/demo.sqlite
	$(BIN)/tawatur event --archive build/demo.sqlite \
	  "$$($(BIN)/tawatur events --archive build/demo.sqlite --type ied --since 2021-06-07 --until 2021-06-07 2>/dev/null | cut -c 1-13 | head -n 1)"
	@scripts/desk-assets.sh || echo "The desk's assets could not be fetched; its maps will be plain drawings."
	$(BIN)/tawatur desk --archive build/demo.sqlite --no-browser

test: lint types tests ## everything that .ci/run proves

lint: setup ## ruff: faults and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## mypy --strict
	$(BIN)/mypy

tests: setup ## pytest: code, knowledge packs, documentation, shape
	$(BIN)/pytest

data: setup ## only the checks of the knowledge packs
	$(BIN)/pytest -n0 tests/test_data.py

docs: setup ## only the checks of the documentation
	$(BIN)/pytest -n0 tests/test_docs.py

format: setup ## put the code into the house's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schema: setup ## write docs/reading.schema.json and docs/event.schema.json anew
	$(BIN)/python bench/schema.py > docs/reading.schema.json
	$(BIN)/python bench/schema.py event > docs/event.schema.json

readme: setup ## write the README's output anew
	$(BIN)/python bench/readme.py

bench: setup ## speed, start-up, memory; growth of the archive; fusion against the development gold
	$(BIN)/python bench/read.py
	$(BIN)/python bench/dates.py
	$(BIN)/python -m bench.archive 5000 10000 20000
	TAWATUR_SHARED=$(SHARED) $(BIN)/python -m bench.fusion

accuracy: setup ## score the reading of the invented and of the development reports against their coding
	$(BIN)/python -m bench.invented
	$(BIN)/python bench/accuracy.py $(SHARED)
	$(BIN)/python bench/places.py $(SHARED)

lock: ## write the lock file anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --all-extras --python-version 3.11 --universal \
	  --generate-hashes --no-header --no-emit-index-url --no-annotate \
	  requirements/build.in --output-file $(LOCK)

assets: ## put the desk's map, outlines and fonts (npm) into the package
	scripts/desk-assets.sh

screenshots: setup assets ## pictures of the desk's main pages into docs/screenshots (needs chromium)
	$(BIN)/python scripts/screenshots.py docs/screenshots

clean: ## remove what was built, the virtual environment included
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
