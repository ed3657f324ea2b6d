# demo: the main job on an embedded server.  test: everything that must hold.
# Each target makes its own .venv and installs what it needs.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check fix crash simulate fuzz office live record bench
demo: .venv/.demo
	$(BIN)/migrate demo

test: check
	$(BIN)/pytest

check: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

fix: .venv/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Longer looks at single promises, beside what `test` has of them.
crash: .venv/.dev
	MIGRATE_CRASH=all $(BIN)/pytest tests/test_crash.py

# In memory where there is such a place: what is simulated is the server, not this disk.
simulate: MEMORY := $(firstword $(wildcard /dev/shm) /tmp)
simulate: .venv/.dev
	MIGRATE_SIMULATE=all $(BIN)/pytest -s --durations=4 --basetemp=$(MEMORY)/migrate tests/posts/replay/test_time.py
	$(BIN)/python -m benchmarks.memory

live: .venv/.dev
	$(BIN)/pytest tests/live

# What a server answers to the questions of tests/recordings; its README says how.
record: .venv/.dev
	$(BIN)/python -m tests.recordings.record $(SERVER)

office: .venv/.dev
	MIGRATE_OFFICE=1 $(BIN)/pytest tests/office

fuzz: .venv/.dev
	MIGRATE_FUZZ=20000 $(BIN)/pytest tests/archive/test_fuzz.py -s

# The other programs of the tables live in an environment of their own.
bench: .venv/.dev .venv/.peers
	$(BIN)/python -m benchmarks.archives
	$(BIN)/python -m benchmarks.posting
	$(BIN)/python -m benchmarks.finding
	$(BIN)/python -m benchmarks.preview

.venv/.peers: .venv/.pip
	$(PYTHON) -m venv .venv/peers
	.venv/peers/bin/pip install --quiet ijson taupe twitter-to-sqlite
	touch $@

.venv/.pip:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	touch $@

.venv/.demo: .venv/.pip pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[demo]'
	touch $@

.venv/.dev: .venv/.demo
	$(BIN)/python -m pip install --quiet --group dev
	touch $@
