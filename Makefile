# Everything that is done to this checkout, one target each. `make` alone lists them.
# Needs python3 (3.11 or newer, with venv), git and make; everything else comes from the lock files.

PYTHON ?= python3
NPM ?= npm
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.stamp-runtime
DEV := $(VENV)/.stamp-dev
PDF := $(VENV)/.stamp-pdf
NODE_TOOLS := node_modules/.stamp
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

# Arguments for the targets that take some: make test ARGS="tests/game -k promise"
ARGS ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve pdf install test check format docs bench perft bless torture lock clean \
	check-format check-lint check-types check-imports check-rulesets check-docs check-browser browser-tools

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(RUNTIME) ## set up what is missing, then serve the game
	@exec $(BIN)/python -m server $(ARGS)

pdf: $(PDF) ## add what the report as PDF needs (besides Pango: apt install libpango-1.0-0 libpangoft2-1.0-0)

install: $(DEV) ## set up the environment in .venv, with the tools for tests and checks

test: $(DEV) browser-tools ## run the tests, with branch coverage of game/ (a part, without: ARGS="tests/game -k deal")
ifeq ($(strip $(ARGS)),)
	@$(BIN)/python -m pytest -n auto --dist worksteal --ignore=tests/server --ignore=tests/browser \
		--cov=game --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100
	@$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder tests/browser tests/server
else
	@$(BIN)/python -m pytest $(ARGS)
endif

check: check-format check-lint check-types check-imports check-rulesets check-docs check-browser ## format, lint, types, imports, rulesets, generated docs, browser code
	@echo "make check: all well"

check-format: $(DEV)
	@$(BIN)/ruff format --check --quiet . || { echo "run: make format"; exit 1; }

check-lint: $(DEV)
	@$(BIN)/ruff check --quiet .

check-types: $(DEV)
	@$(BIN)/mypy

check-imports: $(DEV)
	@$(BIN)/lint-imports --no-logo

check-rulesets: $(RUNTIME)
	@$(BIN)/joinedup check

check-docs: $(RUNTIME)
	@$(BIN)/joinedup docs --check

check-browser: browser-tools
	@if [ -e $(NODE_TOOLS) ]; then node_modules/.bin/tsc --project tsconfig.json; fi

# Without node the browser code goes unchecked on a developer's machine; CI may skip nothing.
browser-tools:
	@if command -v $(NPM) >/dev/null 2>&1; then \
		$(MAKE) --no-print-directory --silent $(NODE_TOOLS); \
	elif [ "$$CI" = true ]; then \
		echo "npm is missing: the browser code cannot be checked" >&2; exit 1; \
	else \
		echo "SKIPPED: checks of the browser code (apt install nodejs npm brings them)"; \
	fi

format: $(DEV) ## format the code and mend what the linter can mend
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

ifdef CHECK
docs: check-docs
else
docs: $(RUNTIME) ## write the generated documents again (CHECK=1: only say whether they are up to date)
	@$(BIN)/joinedup docs
endif

bench: $(DEV) ## measure, beside the kept baselines (docs/performance.md)
	@$(BIN)/python -m tests.bench $(ARGS)

perft: $(RUNTIME) ## count plays, tables, views and refusals of a tiny game (DIVIDE=n: below each command)
	@$(BIN)/joinedup perft $(if $(DIVIDE),--divide $(DIVIDE)) $(ARGS)

bless: $(DEV) ## write the golden logs and counts again: a change of the rules, to be read in review
	@$(BIN)/python -m tests.bless $(ARGS)

torture: $(DEV) ## the long tests: kill -9, a full disk, ten thousand games and simulated servers
	@$(BIN)/python -m pytest -m torture $(ARGS)

clean: ## remove the environment, the caches and the tools of node
	@rm -rf $(VENV) node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage

# The lock files carry exact versions and hashes, and name no package index.
UV := $(VENV)-lock/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	--extra postgres --group build

lock: ## resolve the dependencies anew into the lock files
	@$(PYTHON) -m venv $(VENV)-lock && $(VENV)-lock/bin/python -m pip --quiet install uv
	@$(UV) --output-file requirements.lock
	@$(UV) --extra pdf --constraint requirements.lock --output-file requirements-pdf.lock
	@$(UV) --extra pdf --group dev --constraint requirements-pdf.lock --output-file requirements-dev.lock
	@rm -rf $(VENV)-lock
	@$(NPM) install --package-lock-only --ignore-scripts --no-audit --no-fund

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Joined-Up needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; \
		echo "Install it, or name another: make PYTHON=python3.13 ..." >&2; exit 1; }
	@echo "making the environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) cannot make environments. On Debian: apt install python3-venv" >&2; exit 1; }

$(RUNTIME): requirements.lock pyproject.toml $(VENV)/pyvenv.cfg
	@echo "installing what the server needs, from requirements.lock ..."
	@$(PIP) install --quiet --require-hashes --no-deps -r requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	@echo "installing the tools for tests and checks, from requirements-dev.lock ..."
	@$(PIP) install --quiet --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

$(PDF): requirements-pdf.lock $(RUNTIME)
	@echo "installing what PDF files need, from requirements-pdf.lock ..."
	@$(PIP) install --quiet --require-hashes --no-deps -r requirements-pdf.lock
	@touch $@

$(NODE_TOOLS): package.json package-lock.json
	@echo "installing the tools for the browser code, from package-lock.json ..."
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
