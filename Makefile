# Spine Coach: set up, run, test, measure. `make` alone lists the targets.
PYTHON ?= python3
PORT ?= 8080
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help setup run test quick matrix audit slow coverage courses bench lock clean

help:
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(STAMP) ## make .venv and install everything in it, all extras included, exactly as requirements.lock says

$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info < (3, 15); sys.exit(None if ok else "Spine Coach needs Python 3.11 to 3.14; %s is %d.%d. Name another one: make setup PYTHON=python3.12" % (sys.executable, *sys.version_info[:2]))'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python has no venv module here. On Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: setup ## set up, build the audio guides with the bundled voice, and serve everything on this machine (PORT=8080)
	@echo "Offline: the guides speak with the bundled voice. With a network, 'spine-coach audio build' makes them in Google's."
	$(BIN)/spine-coach audio build --voice hibari --keep-voices
	$(BIN)/spine-coach serve --local --port $(PORT)

test: setup ## lint, types, import contracts, content and model checks, every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell skill audio interaction_model tests docs *.md
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/spine-coach content check
	$(BIN)/spine-coach model build --check
	$(BIN)/spine-coach certify
	$(BIN)/pytest -n 3 --dist loadgroup -m "not slow" -q

quick: setup ## types and the quick tests only; PYTHON and VENV name another Python and its environment
	$(BIN)/mypy
	$(BIN)/pytest -n 3 --dist loadgroup -m "not slow" -q

matrix: setup ## types and the quick tests on each Python that is here, and with the oldest dependencies
	.ci/matrix --oldest

audit: ## known vulnerabilities of what requirements.lock installs, where their list can be read
	.ci/audit

slow: setup ## the long suite: thousands of random conversations and every dose of every exercise
	HYPOTHESIS_PROFILE=long $(BIN)/pytest -n 2 --dist loadgroup -q

coverage: setup ## which branches of the rules the tests of rules, conversations and content never take (three minutes)
	$(BIN)/coverage run -m pytest tests/domain tests/dialogues tests/content tests/app tests/alexa/test_screening.py -m "not slow" -q
	$(BIN)/coverage report

courses: setup ## live through every simulated patient's weeks, and write docs/courses.md anew (twenty minutes)
	$(BIN)/python -m tests.courses

bench: setup ## measure turns, counts, guides and start-up, and print tables
	$(BIN)/python -m tests.benchmarks

lock: setup ## write requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --all-extras \
	  --no-emit-index-url --no-emit-find-links --quiet pyproject.toml -o requirements.lock

clean: ## remove everything that was made here
	rm -rf $(VENV) $(VENV)-* build dist *.egg-info .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
