# reskontra from a fresh clone: `make demo` or `make test`. Each does all that it needs by itself.

PYTHON ?= python3
SAMPLES ?= ../shared/samples
SEEDS ?= 1 2 3 4 5 6 7 8 9 10

BIN := .venv/bin
PACKAGES := .venv/.packages
NODE_PACKAGES := node_modules/.packages
STATIC := reskontra/portal/static/portal/.built

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.DEFAULT_GOAL := help
.PHONY: help setup demo check test bench docs life pictures conformance lock clean

help: ## show these words
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

setup: $(STATIC) ## install everything that reskontra needs into this folder

demo: setup ## make an invented municipality, live 18 months of it, and serve its portal
	$(BIN)/reskontra demo

check: setup ## format, lint, types, imports, and the tests about the code itself
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q tests/tidy

test: setup ## run every test
	tools/system_parts.sh
	$(BIN)/pytest -q -n 3 --dist worksteal

bench: setup ## measure the numbers we hold to; sizes: CLAIMS= DUE= PAYMENTS= LETTERS= PAGES= TURNS= ROUNDS=
	$(BIN)/python -m bench $(if $(CLAIMS),--claims $(CLAIMS)) $(if $(DUE),--due $(DUE)) \
		$(if $(PAYMENTS),--payments $(PAYMENTS)) $(if $(LETTERS),--letters $(LETTERS)) \
		$(if $(PAGES),--pages $(PAGES)) $(if $(TURNS),--turns $(TURNS)) \
		$(if $(ROUNDS),--rounds $(ROUNDS))

docs: setup ## make the generated documents anew
	$(BIN)/python -m tools.build_docs

life: setup ## live three years of a small town at random, for each of SEEDS="1 2 …"; FOLDER= keeps the stories
	$(BIN)/python -m tests.life $(if $(FOLDER),--stories $(FOLDER)) $(SEEDS)

pictures: setup ## take the portal's pictures for the documentation anew
	PICTURES=docs/pictures $(BIN)/pytest -q tests/portal/test_pictures.py

conformance: setup ## read the sample files in SAMPLES=folder and compare their control sums
	$(BIN)/pytest -q tests/conformance --samples=$(SAMPLES)

lock: $(PACKAGES) ## lock the versions of all packages anew
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
		--extra dev --no-header -o requirements.lock pyproject.toml
	tools/with_node.sh npm install --package-lock-only --ignore-scripts \
		--omit-lockfile-registry-resolved

clean: ## remove what make has made; the data folder stays
	rm -rf .venv node_modules build $(dir $(STATIC)) reskontra/outgoing/fonts
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info

$(PACKAGES): requirements.lock pyproject.toml
	@echo "Installing the Python packages (some minutes the first time)…"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; name one: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(NODE_PACKAGES): package.json package-lock.json $(PACKAGES)
	@echo "Installing the packages from npm…"
	@tools/with_node.sh npm ci --silent --ignore-scripts --omit=optional --no-audit --no-fund
	@touch $@

$(STATIC): $(NODE_PACKAGES) tools/build_static.sh $(wildcard reskontra/portal/styles/*.scss)
	@echo "Building the style sheet and the fonts…"
	@tools/build_static.sh
	@touch $@
