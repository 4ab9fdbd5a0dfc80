# What can be done here; each target sets up what it needs first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test test-parquet check fix bench national screenshots

run: $(VENV)/run.done            ## set up and serve the real data
	$(BIN)/python -m dashboard

test: $(VENV)/dev.done           ## set up and run every test, the browser's too
	BLOKTILBY_TEST_BROWSER="$$($(BIN)/python -m tools.browser)" $(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: $(VENV)/dev.done          ## format, lint, types, docs in step with the code
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m tools.datapackage --check
	$(BIN)/python -m geodata check

fix: $(VENV)/dev.done            ## mend what can be mended without thinking
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m tools.datapackage

screenshots: $(VENV)/dev.done    ## make the README's pictures from the running product
	$(BIN)/python -m tools.screenshots "$$($(BIN)/python -m tools.browser)"

bench: $(VENV)/dev.done $(VENV)-bench/run.done  ## measure page, walking reach and releases beside others; writes docs/benchmarks*.md
	CHROMIUM="$$($(BIN)/python -m tools.browser)" $(BIN)/python -m tools.bench
	$(VENV)-bench/bin/python -m tools.reach_bench
	$(BIN)/python -m tools.release_bench

AREAS ?= 1000
SERIES ?= 100
YEARS ?= 20
national: $(VENV)/run.done       ## make up a country of AREAS, SERIES and YEARS in build/national, to measure at that size
	$(BIN)/python -m tools.national --areas $(AREAS) --series $(SERIES) --years $(YEARS)

test-parquet: $(VENV)-parquet/run.done  ## test GeoParquet with pyarrow, which is an extra
	$(VENV)-parquet/bin/python -m pytest --numprocesses 0 tests/unit/geodata/intake/test_parquet.py

$(VENV)-parquet/run.done: requirements-parquet.txt requirements-dev.txt
	$(PYTHON) -m venv $(VENV)-parquet
	echo '*' > $(VENV)-parquet/.gitignore
	$(VENV)-parquet/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-parquet.txt -r requirements-dev.txt
	touch $@

$(VENV)/run.done: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/dev.done: requirements-dev.txt $(VENV)/run.done
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

$(VENV)-bench/run.done: requirements.txt requirements-bench.txt tools/bench/package-lock.json
	$(PYTHON) -m venv $(VENV)-bench
	echo '*' > $(VENV)-bench/.gitignore
	$(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -r requirements-bench.txt
	npm ci --prefix tools/bench --ignore-scripts --no-audit --no-fund --silent
	touch $@
