# Two commands matter: `make run` and `make test`. Both set up everything that they need.
PORT ?= 8000
DATA ?=
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BUILT := src/dutybook/web/built/.complete
ASSET_SOURCES := package.json package-lock.json $(shell find src/dutybook/web/assets -type f 2>/dev/null)

.PHONY: run test check lint types layers unit browser lock screenshots bench clean

run: $(VENV)/.complete $(BUILT)
	@exec $(BIN)/dutybook serve $(if $(DATA),--data "$(DATA)") --port $(PORT) $(if $(EMPTY),,--with-demonstration)

test: $(VENV)/.complete $(BUILT)
	@$(BIN)/python tools/browser_ready.py
	@$(MAKE) --no-print-directory lint types layers unit browser

check: lint types layers

lint: $(VENV)/.complete
	@echo "== lint"; $(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/.complete
	@echo "== types"; $(BIN)/mypy

layers: $(VENV)/.complete
	@echo "== layers"; $(BIN)/lint-imports --no-cache

unit: $(VENV)/.complete $(BUILT)
	@echo "== unit and database tests"; $(BIN)/pytest -q -n 2 --dist loadfile -m "not browser"

browser: $(VENV)/.complete $(BUILT)
	@echo "== browser tests"; $(BIN)/pytest -q -n 2 --dist loadfile -m browser

screenshots: $(VENV)/.complete $(BUILT)
	DUTYBOOK_SCREENSHOTS=1 $(BIN)/pytest -q -m browser -k screenshot

# Peers stand beside the engine: DuckDB, Polars, pandas, Spark SQL. Needs Java 17 and 16 GiB.
bench: $(VENV)/.complete
	$(BIN)/pip install --disable-pip-version-check -q --no-build-isolation -e '.[bench,spark]'
	PYTHONPATH=src:. $(BIN)/python -m benchmarks.visits_against_peers
	PYTHONPATH=src:. $(BIN)/python -m benchmarks.pages_and_trends

# The lock carries hashes and no address, so that it serves any package index.
lock: $(VENV)/.complete
	$(BIN)/pip-compile -q --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-emit-trusted-host --strip-extras --allow-unsafe --no-header --extra test \
	  --output-file requirements.lock pyproject.toml

$(VENV)/.complete: requirements.lock pyproject.toml tools/new_enough.py
	@$(PYTHON) tools/new_enough.py
	@test -x $(BIN)/python || { echo "Making the Python environment in $(VENV)/ …"; $(PYTHON) -m venv $(VENV); }
	@echo "Installing the locked Python packages (a few minutes the first time) …"
	@$(BIN)/pip install --disable-pip-version-check --progress-bar on -q --require-hashes -r requirements.lock
	@$(BIN)/pip install --disable-pip-version-check -q --no-build-isolation --no-deps -e .
	@touch $@

$(BUILT): $(ASSET_SOURCES)
	@echo "Building the page assets …"
	@npm ci --silent --no-progress
	@npm run --silent build
	@touch $@

clean:
	rm -rf $(VENV) node_modules src/dutybook/web/built
