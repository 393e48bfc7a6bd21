# Spine Coach: set up, run, test, measure. `make` alone lists the targets.
PYTHON ?= python3
PORT ?= 8080
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help setup run test slow bench lock clean

help:
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(STAMP) ## make .venv and install everything in it, exactly as requirements.lock says

$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info < (3, 14); sys.exit(None if ok else "Spine Coach needs Python 3.11, 3.12 or 3.13; %s is %d.%d. Name another one: make setup PYTHON=python3.12" % (sys.executable, *sys.version_info[:2]))'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python has no venv module here. On Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: setup ## set up, build the audio guides with the bundled voice, and serve everything on this machine (PORT=8080)
	$(BIN)/spine-coach audio build --voice hibari
	$(BIN)/spine-coach serve --local --port $(PORT)

test: setup ## lint, types, import contracts, content and model checks, every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell skill audio interaction_model tests docs *.md
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/spine-coach content check
	$(BIN)/spine-coach model build --check
	$(BIN)/pytest -n 3 --dist loadgroup -m "not slow" -q

slow: setup ## the long suite: thousands of random conversations and every dose of every exercise
	HYPOTHESIS_PROFILE=long $(BIN)/pytest -n 2 --dist loadgroup -q

bench: setup ## measure turns, counts, guides and start-up, and print tables
	$(BIN)/python -m tests.benchmarks

lock: setup ## write requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --extra dev --extra postgres \
	  --no-emit-index-url --no-emit-find-links --quiet pyproject.toml -o requirements.lock

clean: ## remove everything that was made here
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
