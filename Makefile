# Patchwork's commands. Prerequisites: Python 3.11 and make.
.DEFAULT_GOAL := help
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?=
BIN := .venv/bin
# A server for each core; a server that is named is one, and its tests take turns.
WORKERS := $(if $(TEST_NEO4J_URI),0,2)
.PHONY: help setup demo test check prove mutate bench bench-quick screenshots policy-pictures clean test-containers format

help: ## Say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1 \t\2/p' Makefile | expand -t 22

setup: .venv/ready node_modules/ready .cache/neo4j-ready ## Install everything that is pinned: Python and browser packages, Neo4j

demo: setup ## Serve the demo area on this machine
	@$(BIN)/patchwork demo $(if $(PORT),--port $(PORT))

check: setup ## The fast checks: style, types, layers, and the tests without a database (a minute)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PATH="$(CURDIR)/$(BIN):$$PATH" node node_modules/pyright/index.js
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -q -n 2 -m "not database and not browser and not embedded"

test: check ## All tests
	@PYTHON=$(BIN)/python .ci/browser
	$(BIN)/pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m "(database or embedded) and not browser"
	$(BIN)/pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m browser

prove: setup ## The whole proof of who may see what, with its counts: oracle, mutants, withdrawals, every route (long)
	PATCHWORK_PROOF=full $(BIN)/pytest -q tests/proof

mutate: setup ## Each clause of the visibility rules removed or weakened once: which changes does no world find out?
	PATCHWORK_PROOF=full $(BIN)/pytest -q tests/proof/test_mutants.py

test-containers: setup ## The database tests against Neo4j in a container built here from the same jars
	$(BIN)/python -m tests.containers

bench: setup ## The figures of this machine, as ratios taken in one run
	$(BIN)/python -m tests.benchmarks

screenshots: setup ## The pictures of the README and the help, taken anew
	PATCHWORK_SCREENSHOTS=1 $(BIN)/pytest -q tests/browser/test_readme_screenshot.py tests/browser/test_help_pictures.py

policy-pictures: setup ## The pictures of docs/visibility, drawn anew by the rules in force
	PATCHWORK_SCREENSHOTS=1 $(BIN)/pytest -q tests/policy_examples

bench-quick: setup ## The same on a small area
	$(BIN)/python -m tests.benchmarks --quick

format: .venv/ready ## Put the Python code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## Remove what the other commands made in this folder; data in PATCHWORK_DATA_DIR stays
	rm -rf .venv node_modules .cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready: requirements.lock installer.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Patchwork needs Python 3.11 or newer; set PYTHON to it." >&2; exit 1; }
	@$(PYTHON) -m venv .venv 2>/dev/null || PYTHON=$(PYTHON) .ci/venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r installer.lock
	$(BIN)/uv pip sync --quiet --require-hashes requirements.lock
	$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch .venv/ready

node_modules/ready: package-lock.json package.json .venv/ready
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --no-audit --no-fund --loglevel=error
	@touch node_modules/ready

# Fetches the jars; the server's first stop writes the class-data archive that makes later starts quick.
.cache/neo4j-ready: config/neo4j-5.26.30.sha256 .venv/ready
	@$(BIN)/patchwork schema status >/dev/null
	@mkdir -p .cache && touch $@
