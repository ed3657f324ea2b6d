# demo: the main job on an embedded server.  test: everything that must hold.
# Each target makes its own .venv and installs what it needs.
PYTHON ?= python3
BIN := .venv/bin
# The ledgers of the tests are in memory where there is such a place: a disk takes its time for each step.
PYTEST := $(if $(wildcard /dev/shm),PYTEST_DEBUG_TEMPROOT=/dev/shm) $(BIN)/pytest
IN_PARALLEL := --numprocesses=auto --dist=worksteal

.PHONY: demo test check fix crash simulate fuzz office live record bench bench-peers
demo: .venv/.demo
	$(BIN)/migrate demo

test: check
	$(PYTEST) $(IN_PARALLEL)

check: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest tests/test_maps.py

fix: .venv/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Longer looks at single promises, beside what `test` has of them.
crash: .venv/.dev
	MIGRATE_CRASH=all $(PYTEST) $(IN_PARALLEL) tests/test_crash.py tests/test_crash_points.py \
		tests/test_troubles.py tests/people/follow/test_follow_crash.py

simulate: .venv/.dev
	MIGRATE_SIMULATE=all $(PYTEST) -s --durations=4 tests/posts/replay/test_time.py
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

# What the working tree costs next to a commit.
BASE ?= HEAD^
bench: .venv/.dev
	$(BIN)/python -m benchmarks $(BASE)

# The other programs of the tables live in an environment of their own.
bench-peers: .venv/.dev .venv/.peers
	$(BIN)/python -m benchmarks.peers
	$(BIN)/python -m benchmarks.posting
	$(BIN)/python -m benchmarks.verifying
	$(BIN)/python -m benchmarks.browsing

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
