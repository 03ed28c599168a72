# make demo   reads the example agreement of 128 pages and shows what each side promised
# make test   installs what the tests need and runs them all
# Both need python3 (3.11 or newer) and make; everything else goes into .venv.

SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
EXAMPLE := examples/zaaksysteem/zaaksysteem.pdf
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install

.PHONY: demo test test-postgresql check score speed picture screenshots words clean help

help:
	@sed -n 's/^# \{0,1\}//p' Makefile | head -3
	@echo "also: make check (style, types, layers), make score, make speed, make picture, make clean"

demo: .venv/installed
	@$(BIN)/klaar read $(EXAMPLE) --top 4

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Klaar needs Python 3.11 or newer as python3." >&2; exit 1; }
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || { .ci/packages python3-venv && $(PYTHON) -m venv --clear .venv; } \
	|| { rm -rf .venv; echo "Klaar needs the venv module of Python (Debian: apt install python3-venv)." >&2; exit 1; }

.venv/installed: .venv/bin/python pyproject.toml
	@echo "Installing Klaar in .venv …" >&2
	@$(PIP) --editable .
	@$(BIN)/python -m compileall -q src/klaar
	@touch $@

.venv/developed: .venv/installed
	@echo "Installing what the tests need in .venv …" >&2
	@$(PIP) --editable '.[dev,examples]'
	@touch $@

test: .venv/developed
	@.ci/packages tesseract-ocr tesseract-ocr-nld || echo "Not installed, so the tests with real OCR are not run." >&2
	@.ci/packages chromium fonts-liberation || echo "Not installed, so without a Chromium no page is tested." >&2
	$(BIN)/python -m pytest -rfEs -n auto --dist loadfile --no-loadscope-reorder
	@$(MAKE) --no-print-directory test-postgresql

# What depends on the database once more, on a PostgreSQL server that is started for it and gone afterwards.
ON_POSTGRESQL := $(addprefix tests/web/test_,migrations.py at_once.py sign.py table.py correct.py listen.py invite.py \
	understand.py take.py members.py) $(addprefix tests/web/keep/test_,kill.py store.py reminders.py) \
	$(addprefix tests/web/dates/test_,choosing.py together.py) \
	$(addprefix tests/web/api/test_,operations.py webhooks.py)
test-postgresql: .venv/developed
	@.ci/postgresql $(BIN)/python -m pytest -q -n auto --dist loadfile $(ON_POSTGRESQL); code=$$?; \
	[ $$code -ne 69 ] || { echo "No PostgreSQL server, so the web application is tested on SQLite only." >&2; exit 0; }; \
	exit $$code

check: .venv/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --output-format concise .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

score: .venv/developed
	$(BIN)/python bench/score.py

speed: .venv/developed
	$(BIN)/python bench/speed.py

picture: .venv/developed
	$(BIN)/python docs/pictures/draw.py

screenshots: .venv/developed
	$(BIN)/python docs/pictures/draw_web.py

# After a change in a django.po: its words as the web application reads them.
words: .venv/developed
	@for file in $$(find src/klaar/web -name django.po); do \
	$(BIN)/pybabel --quiet compile --locale nl --input-file $$file --output-file $${file%po}mo; done

clean:
	rm -rf .venv build dist out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
