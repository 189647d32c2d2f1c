# Set up, run and test. `make run` and `make test` do everything on a machine with Python 3.11 and make.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: run test lint bench clean

run: $(VENV)/ready
	@echo "Serving on http://localhost:$(PORT) (stop with Ctrl+C)"
	$(BIN)/streamlit run dashboard.py --server.port $(PORT)

test: $(VENV)/ready-dev
	@echo "Running the tests"
	$(BIN)/python -m pytest

lint: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

bench: $(VENV)/ready-dev
	$(BIN)/python -m tests.benchmarks

$(VENV)/ready: requirements.txt
	@echo "Setting up $(VENV) (first time: a minute or two)"
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is needed: set PYTHON to it"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/ready-dev: requirements-dev.txt $(VENV)/ready
	@echo "Adding what the tests need"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV) build .pytest_cache .ruff_cache .hypothesis
